// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/point_counts.h"

#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>

namespace riser {

namespace {

template<class Key> std::vector<std::pair<Key, std::int32_t>> counted(std::vector<Key> keys) {
    std::sort(keys.begin(), keys.end());
    std::vector<std::pair<Key, std::int32_t>> out;
    for (const Key& key : keys) {
        if (out.empty() || out.back().first != key)
            out.emplace_back(key, 0);
        ++out.back().second;
    }
    return out;
}

template<class Key> std::int32_t count_of(const std::vector<std::pair<Key, std::int32_t>>& counts, Key key) {
    const auto at = std::lower_bound(counts.begin(), counts.end(), std::pair(key, INT32_MIN));
    return at != counts.end() && at->first == key ? at->second : 0;
}

} // namespace

std::int32_t PointCounts::on(FloorId floor) const { return count_of(by_floor, floor); }
std::int32_t PointCounts::in(RoomId room) const { return count_of(by_room, room); }
std::int32_t PointCounts::behind(SpaceId space) const { return count_of(by_space, space); }

PointCounts PointCounts::compute(FactInput& input) {
    const Table<OutletRoom>& outlets = input.get<OutletRooms>().outlets;
    std::vector<FloorId> floors;
    std::vector<RoomId> rooms;
    std::vector<SpaceId> spaces;
    PointCounts out;
    std::vector<std::pair<FloorId, SpaceId>> feeds;
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    auto link = links.begin(); // both in the order of jacks
    for (const JackPlace& jack : input.get<JackPlaces>().jacks) {
        ++out.total;
        while (link != links.end() && link->id < jack.id)
            ++link;
        const SpaceId space = link != links.end() && link->id == jack.id ? link->space : SpaceId{};
        if (space)
            spaces.push_back(space);
        const OutletRoom* outlet = outlets.find(jack.outlet);
        if (!outlet)
            continue;
        floors.push_back(outlet->floor);
        if (outlet->room)
            rooms.push_back(*outlet->room);
        if (space)
            feeds.emplace_back(outlet->floor, space);
    }
    for (const auto& [feed, count] : counted(std::move(feeds)))
        out.feeds.emplace_back(feed.first, feed.second, count);
    out.by_floor = counted(std::move(floors));
    out.by_room = counted(std::move(rooms));
    out.by_space = counted(std::move(spaces));
    return out;
}

} // namespace riser
