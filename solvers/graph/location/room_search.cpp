// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_search.h"

#include <algorithm>

namespace riser::location {

namespace {

constexpr int rounds_of_moves = 6;

std::vector<Index> with(const std::vector<std::uint8_t>& open, std::uint8_t value) {
    std::vector<Index> out;
    for (Index j = 0; j < open.size(); ++j)
        if (open[j] == value)
            out.push_back(j);
    return out;
}

} // namespace

RoomSearch::RoomSearch(const RoomCore& core, std::int64_t steps, const std::stop_token& stop)
    : core_(core), steps_left_(steps), stop_(stop), best_(core, core.forced) {}

bool RoomSearch::attempt(const std::vector<std::uint8_t>& open) {
    RoomPlan plan(core_, open);
    plan.fill();
    return take_if_better(std::move(plan));
}

bool RoomSearch::attempt_change(const std::vector<Index>& closed, const std::vector<Index>& opened) {
    RoomPlan plan = best_;
    for (const Index j : closed)
        plan.close_room(j);
    for (const Index j : opened)
        plan.open_room(j);
    plan.fill();
    return take_if_better(std::move(plan));
}

bool RoomSearch::take_if_better(RoomPlan plan) {
    --steps_left_;
    // A plan with more rooms than the best, or that leaves many unserved, is not worth polishing.
    if (plan.unserved() > best_.unserved() + 3 || (best_.unserved() == 0 && plan.rooms() > best_.rooms()))
        return false;
    plan.improve(rounds_of_moves);
    if (!plan.better_than(best_))
        return false;
    best_ = std::move(plan);
    return true;
}

// Opens the room that can take most of the points not served yet, till none are left or no room is.
void RoomSearch::open_till_served() {
    while (best_.unserved() > 0 && !stop_.stop_requested()) {
        Index chosen = no_room;
        std::int64_t most = -1;
        for (const Index j : with(best_.open(), 0)) {
            std::int64_t points = 0;
            for (const RoomCore::Client& client : core_.clients_of[j])
                if (best_.server()[client.client] == no_room)
                    points += core_.points[client.client] + 1;
            points = std::min(points, core_.capacity[j]) * 2 + (points > 0);
            if (points > most) {
                most = points;
                chosen = j;
            }
        }
        if (chosen == no_room)
            return;
        best_.open_room(chosen);
        best_.fill();
    }
}

bool RoomSearch::close_one() {
    std::vector<Index> rooms = with(best_.open(), 1);
    std::stable_sort(rooms.begin(), rooms.end(), [&](Index a, Index b) { return best_.load(a) < best_.load(b); });
    for (const Index j : rooms) {
        if (core_.forced[j] || halted())
            continue;
        if (attempt_change({j}, {}))
            return true;
    }
    return false;
}

// Two rooms closed for one opened.
bool RoomSearch::close_one_by_exchange() {
    std::vector<Index> rooms = with(best_.open(), 1);
    std::erase_if(rooms, [&](Index j) { return core_.forced[j] != 0; });
    const std::vector<Index> closed = with(best_.open(), 0);
    if (rooms.size() < 2 || closed.empty())
        return false;
    const std::int64_t tries = std::min<std::int64_t>(steps_left_ / 4, 200);
    for (std::int64_t i = 0; i < tries && !halted(); ++i) {
        const Index a = rooms[engine_() % rooms.size()];
        const Index b = rooms[engine_() % rooms.size()];
        if (a != b && attempt_change({a, b}, {closed[engine_() % closed.size()]}))
            return true;
    }
    return false;
}

void RoomSearch::close_what_can_be(std::uint32_t fewest) {
    while (best_.unserved() == 0 && best_.rooms() > fewest && !halted() && (close_one() || close_one_by_exchange())) {
    }
}

// Every open room once, for each closed one that could serve some of the same clients; whether that helped.
bool RoomSearch::exchange_each() {
    bool helped = false;
    for (const Index a : with(best_.open(), 1)) {
        if (core_.forced[a])
            continue;
        std::vector<std::uint8_t> near(core_.rooms(), 0);
        for (const RoomCore::Client& client : core_.clients_of[a])
            for (const RoomCore::Service& service : core_.services[client.client])
                near[service.room] = 1;
        for (const Index b : with(best_.open(), 0)) {
            if (halted())
                return helped;
            if (near[b] && attempt_change({a}, {b})) {
                helped = true;
                break;
            }
        }
    }
    return helped;
}

void RoomSearch::shake() {
    std::vector<std::uint8_t> open = best_.open();
    for (std::uint64_t times = 2 + engine_() % 3; times > 0; --times) {
        std::vector<Index> rooms = with(open, 1);
        std::erase_if(rooms, [&](Index j) { return core_.forced[j] != 0; });
        const std::vector<Index> closed = with(open, 0);
        if (rooms.empty() || closed.empty())
            break;
        open[rooms[engine_() % rooms.size()]] = 0;
        open[closed[engine_() % closed.size()]] = 1;
    }
    attempt(open);
}

void RoomSearch::run(const std::vector<std::uint8_t>& first, std::uint32_t fewest) {
    best_ = RoomPlan(core_, first);
    best_.fill();
    open_till_served();
    if (!stop_.stop_requested())
        best_.improve(rounds_of_moves);
    close_what_can_be(fewest);
    while (!halted() && exchange_each()) {
    }
    while (!halted()) {
        shake();
        close_what_can_be(std::max<std::uint32_t>(fewest, static_cast<std::uint32_t>(best_.rooms())));
    }
}

} // namespace riser::location
