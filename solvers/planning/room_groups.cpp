// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/room_groups.h"

#include <algorithm>
#include <cstdlib>

namespace riser {

Millimetres RoomLimits::reach_at(DeciCelsius ambient) const {
    const std::int64_t above = std::max(0, ambient.value - base.value);
    const std::int64_t beyond = std::max(0, ambient.value - knee.value);
    // Basis points times tenths of a degree.
    const std::int64_t loss = (above - beyond) * warm.value + beyond * hot.value;
    return Millimetres(static_cast<std::int32_t>(reach.value * std::max<std::int64_t>(0, 100'000 - loss) / 100'000));
}

RoomGroups::RoomGroups(const RoomQuestion& question, const Run& run)
    : question_(question),
      lengths_(question.points.size()),
      limit_(question.points.size(), 0),
      promised_(question.offers.size(), 0) {
    for (std::size_t i = 0; i < question.offers.size(); ++i)
        offer_of_[question.offers[i].space] = i;
    for (std::size_t i = 0; i < question.points.size(); ++i) {
        const PointsAt& at = question.points[i];
        for (const auto& [space, points] : at.promised)
            if (const auto offer = offer_of_.find(space); offer != offer_of_.end())
                promised_[offer->second] += points;
        if (at.free() > 0)
            points_on_[at.floor].push_back(i);
    }
    for (const Storey& storey : question.storeys)
        if (points_on_.contains(storey.floor->id) && !run.stopped()) {
            measure(storey);
            gather(storey);
        }
}

std::int64_t RoomGroups::capacity(std::size_t offer) const {
    return std::max<std::int64_t>(0, question_.offers[offer].capacity - promised_[offer]);
}

// Those on the floor and on the floors beside it; where there are none, all of the building.
std::vector<std::size_t> RoomGroups::offers_for(const Storey& storey) const {
    std::map<FloorId, std::int64_t> number; // of the storeys of the building that are drawn
    for (const Storey& other : question_.storeys)
        if (other.floor->building == storey.floor->building && !other.rooms.empty())
            number.emplace(other.floor->id, static_cast<std::int64_t>(number.size()));
    std::vector<std::size_t> near, all;
    for (std::size_t i = 0; i < question_.offers.size(); ++i) {
        const RoomOffer& offer = question_.offers[i];
        const auto its = number.find(offer.floor);
        if (its == number.end() || (offer.only && !offer.only->contains(storey.floor->id)))
            continue;
        all.push_back(i);
        if (std::abs(its->second - number[storey.floor->id]) <= question_.limits.floors_away)
            near.push_back(i);
    }
    return near.empty() ? all : near;
}

Millimetres RoomGroups::limit_on(FloorId floor) const {
    DeciCelsius ambient = question_.design.brief().ceiling_ambient.value_or(question_.limits.base);
    if (const auto drawn = question_.reach.warmest(floor))
        ambient = std::max(ambient, *drawn);
    return question_.limits.reach_at(ambient);
}

void RoomGroups::measure(const Storey& storey) {
    const std::vector<std::size_t> offers = offers_for(storey);
    std::vector<SpaceId> spaces;
    for (const std::size_t offer : offers)
        spaces.push_back(question_.offers[offer].space);
    const Millimetres limit = limit_on(storey.floor->id);
    std::set<AnyId> far;
    std::int64_t farthest = 0;
    for (const std::size_t point : points_on_[storey.floor->id]) {
        const PointsAt& at = question_.points[point];
        const auto found = question_.reach.lengths(at, spaces);
        std::optional<std::int64_t> least;
        for (std::size_t i = 0; i < offers.size(); ++i)
            if (found[i]) {
                const std::int64_t length = *found[i] + question_.limits.slack.value;
                lengths_[point].emplace(offers[i], length);
                least = std::min(least.value_or(length), length);
            }
        // What is too far from every room is served from the nearest all the same.
        limit_[point] = std::max<std::int64_t>(limit.value, least.value_or(0));
        if (least && *least > limit.value) {
            far.insert(at.room ? AnyId(*at.room) : AnyId(at.floor));
            farthest = std::max(farthest, *least);
        }
    }
    if (far.empty())
        return;
    const std::string length = display(Millimetres(static_cast<std::int32_t>(farthest)));
    reasons_.add({.subjects = {far.begin(), far.end()},
                  .sentence = {"距各电信间的路由长达 " + length + "，超过 " + display(limit) + "：须增设电信间",
                               "up to " + length + " from every telecom room by their routes, limit " + display(limit) +
                                   ": another telecom room is needed"}});
}

RoomGroup RoomGroups::group(const Storey& storey, std::optional<RoomId> room, std::vector<std::size_t> at,
                            const std::vector<std::size_t>& offers) const {
    RoomGroup out{.floor = storey.floor->id, .room = room, .points = 0, .weight = 0, .at = std::move(at), .total = {}};
    for (const std::size_t point : out.at)
        out.points += question_.points[point].free();
    for (const std::size_t offer : offers) {
        std::int64_t total = 0;
        const bool all = std::all_of(out.at.begin(), out.at.end(), [&](std::size_t point) {
            const auto length = lengths_[point].find(offer);
            if (length == lengths_[point].end() || length->second > limit_[point])
                return false;
            total += length->second * question_.points[point].free();
            return true;
        });
        if (all && out.points <= capacity(offer))
            out.total.emplace(offer, total);
    }
    // A floor on its own may fill a room; rooms that serve several leave room to grow.
    out.weight = out.points;
    if (room)
        return out;
    std::int64_t own = 0, any = 0;
    for (const auto& [offer, total] : out.total) {
        any = std::max(any, capacity(offer));
        if (question_.offers[offer].floor == out.floor)
            own = std::max(own, capacity(offer));
    }
    out.weight = std::max(out.points, std::min((out.points * question_.growth + 9'999) / 10'000, own > 0 ? own : any));
    return out;
}

void RoomGroups::gather(const Storey& storey) {
    const FloorId floor = storey.floor->id;
    std::vector<std::size_t> own, all;
    std::map<std::optional<RoomId>, std::vector<std::size_t>> by_room;
    std::vector<std::size_t> reached;
    for (const std::size_t point : points_on_[floor])
        if (!lengths_[point].empty()) { // where no way leads, no choice of rooms helps
            reached.push_back(point);
            by_room[question_.points[point].room].push_back(point);
        }
    if (reached.empty())
        return;
    for (const std::size_t offer : offers_for(storey)) {
        all.push_back(offer);
        if (question_.offers[offer].floor == floor)
            own.push_back(offer);
    }
    RoomGroup whole = group(storey, std::nullopt, reached, all);
    if (is_few(whole.points) && !whole.total.empty()) {
        groups_.push_back(std::move(whole));
        return;
    }
    if (RoomGroup at_home = group(storey, std::nullopt, reached, own); !at_home.total.empty())
        whole = std::move(at_home);
    if (!whole.total.empty() && (own.empty() || question_.offers[whole.total.begin()->first].floor == floor)) {
        groups_.push_back(std::move(whole));
        return;
    }
    const auto add = [&](std::optional<RoomId> room, std::vector<std::size_t> at) {
        RoomGroup part = group(storey, room ? *room : RoomId{}, at, own);
        if (part.total.empty())
            part = group(storey, room ? *room : RoomId{}, std::move(at), all);
        const bool served = !part.total.empty();
        if (served || part.at.size() == 1)
            groups_.push_back(std::move(part));
        return served || part.at.size() == 1;
    };
    for (auto& [room, at] : by_room)
        if (!add(room, at)) // a hall that no one room reaches to its ends: outlet by outlet
            for (const std::size_t point : at)
                add(room, {point});
}

bool RoomGroups::is_few(std::int64_t points) const {
    return points * question_.growth / 10'000 * 10'000 <=
           std::int64_t{question_.limits.points} * question_.limits.few.value;
}

} // namespace riser
