// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/point_counts.h"

#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace riser {

namespace {

// Few keys for many points: counted first, sorted then.
template<class Key> using Counts = std::unordered_map<Key, std::int32_t>;
template<class Key> std::vector<std::pair<Key, std::int32_t>> sorted(const Counts<Key>& counts) {
    std::vector<std::pair<Key, std::int32_t>> out(counts.begin(), counts.end());
    std::sort(out.begin(), out.end());
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
    Counts<FloorId> floors;
    Counts<RoomId> rooms;
    Counts<SpaceId> spaces;
    std::map<std::pair<FloorId, SpaceId>, std::int32_t> feeds;
    PointCounts out;
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    auto link = links.begin(); // both in the order of jacks
    for (const JackPlace& jack : input.get<JackPlaces>().jacks) {
        ++out.total;
        while (link != links.end() && link->id < jack.id)
            ++link;
        const SpaceId space = link != links.end() && link->id == jack.id ? link->space : SpaceId{};
        if (space)
            ++spaces[space];
        const OutletRoom* outlet = outlets.find(jack.outlet);
        if (!outlet)
            continue;
        ++floors[outlet->floor];
        if (outlet->room)
            ++rooms[*outlet->room];
        if (space)
            ++feeds[{outlet->floor, space}];
    }
    for (const auto& [feed, count] : feeds)
        out.feeds.emplace_back(feed.first, feed.second, count);
    out.by_floor = sorted(floors);
    out.by_room = sorted(rooms);
    out.by_space = sorted(spaces);
    return out;
}

} // namespace riser
