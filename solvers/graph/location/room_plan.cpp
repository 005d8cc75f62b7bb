// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_plan.h"

#include <algorithm>
#include <tuple>

namespace riser::location {

RoomPlan::RoomPlan(const RoomCore& core, const std::vector<std::uint8_t>& open)
    : core_(&core),
      open_(open),
      server_(core.clients(), no_room),
      served_cost_(core.clients(), 0),
      load_(core.rooms(), 0),
      in_(core.rooms()),
      kinds_in_(core.rooms(), std::vector<Index>(core.kinds(), 0)),
      unserved_(core.clients()) {
    count_stacks();
}

void RoomPlan::count_stacks() {
    rooms_ = 0;
    stacks_cost_ = 0;
    std::vector<std::uint8_t> stacks(core_->stacks, 0);
    for (std::size_t j = 0; j < core_->rooms(); ++j)
        if (open_[j]) {
            ++rooms_;
            stacks_cost_ += stacks[core_->stack[j]] ? 0 : core_->stack_cost;
            stacks[core_->stack[j]] = 1;
        }
}

void RoomPlan::open_room(Index room) {
    open_[room] = 1;
    count_stacks();
}

void RoomPlan::close_room(Index room) {
    const std::vector<Index> clients = in_[room];
    for (const Index i : clients)
        take(i);
    open_[room] = 0;
    count_stacks();
}

std::int64_t RoomPlan::cost() const { return cable_ + stacks_cost_; }

bool RoomPlan::better_than(const RoomPlan& other) const {
    return std::tuple(unserved_, rooms_, cost()) < std::tuple(other.unserved_, other.rooms_, other.cost());
}

bool RoomPlan::fits(Index client, Index room) const {
    if (!open_[room] || load_[room] + core_->points[client] > core_->capacity[room])
        return false;
    const std::vector<std::uint8_t>& apart = core_->apart[core_->kind[client]];
    for (std::size_t kind = 0; kind < apart.size(); ++kind)
        if (apart[kind] && kinds_in_[room][kind] > 0)
            return false;
    return true;
}

// Whether the points of the client fit where another one is served, when that one has left.
bool RoomPlan::fits_instead(Index client, Index other) const {
    const Index room = server_[other];
    return load_[room] - core_->points[other] + core_->points[client] <= core_->capacity[room];
}

std::optional<std::int64_t> RoomPlan::cost_at(Index client, Index room) const {
    for (const RoomCore::Service& service : core_->services[client])
        if (service.room == room)
            return service.cost;
    return std::nullopt;
}

void RoomPlan::put(Index client, Index room, std::int64_t cost) {
    server_[client] = room;
    served_cost_[client] = cost;
    load_[room] += core_->points[client];
    in_[room].push_back(client);
    ++kinds_in_[room][core_->kind[client]];
    cable_ += cost;
    --unserved_;
}

void RoomPlan::take(Index client) {
    const Index room = server_[client];
    server_[client] = no_room;
    load_[room] -= core_->points[client];
    in_[room].erase(std::find(in_[room].begin(), in_[room].end(), client));
    --kinds_in_[room][core_->kind[client]];
    cable_ -= served_cost_[client];
    ++unserved_;
}

bool RoomPlan::assign(const std::vector<Index>& server) {
    for (Index i = 0; i < core_->clients(); ++i) {
        const std::optional<std::int64_t> cost = server[i] == no_room ? std::nullopt : cost_at(i, server[i]);
        if (!cost || !fits(i, server[i]))
            return false;
        put(i, server[i], *cost);
    }
    return true;
}

bool RoomPlan::place(Index client) {
    for (const RoomCore::Service& service : core_->services[client])
        if (fits(client, service.room)) {
            put(client, service.room, service.cost);
            return true;
        }
    return false;
}

// Serves an unserved client where another one is served, which moves to where it fits, if the cable in all is then less
// than `below`.
bool RoomPlan::put_instead(Index client, const RoomCore::Service& service, std::int64_t below) {
    const std::vector<Index> there = in_[service.room];
    for (const Index other : there) {
        if (!fits_instead(client, other))
            continue;
        const std::int64_t before = served_cost_[other];
        take(other);
        if (fits(client, service.room)) {
            put(client, service.room, service.cost);
            if (place(other)) {
                if (cable_ < below)
                    return true;
                take(other);
            }
            take(client);
        }
        put(other, service.room, before);
    }
    return false;
}

// Serves a client by moving another one to where it fits.
bool RoomPlan::make_way(Index client) {
    for (const RoomCore::Service& service : core_->services[client])
        if (open_[service.room] && put_instead(client, service, std::numeric_limits<std::int64_t>::max()))
            return true;
    return false;
}

void RoomPlan::fill() {
    struct Turn {
        std::size_t choices = 0;
        std::int64_t regret = 0; // what the second choice costs more
        std::int64_t points = 0;
        Index client = 0;
    };
    std::vector<Turn> turns;
    for (Index i = 0; i < core_->clients(); ++i) {
        if (server_[i] != no_room)
            continue;
        Turn turn{.choices = 0, .regret = 0, .points = core_->points[i], .client = i};
        std::int64_t first = 0;
        for (const RoomCore::Service& service : core_->services[i])
            if (open_[service.room]) {
                if (turn.choices == 0)
                    first = service.cost;
                if (turn.choices == 1)
                    turn.regret = service.cost - first;
                ++turn.choices;
            }
        turns.push_back(turn);
    }
    std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
        const auto key = [](const Turn& t) { return std::tuple(t.choices > 1, -t.regret, -t.points, t.client); };
        return key(a) < key(b);
    });
    for (const Turn& turn : turns)
        place(turn.client);
    for (const Turn& turn : turns)
        if (server_[turn.client] == no_room)
            make_way(turn.client);
}

// Moves a client to a cheaper room, where need be in exchange for another client.
bool RoomPlan::move(Index client) {
    const Index from = server_[client];
    const std::int64_t now = served_cost_[client];
    for (const RoomCore::Service& service : core_->services[client]) {
        if (service.cost >= now)
            break;
        if (!open_[service.room])
            continue;
        take(client);
        if (fits(client, service.room)) {
            put(client, service.room, service.cost);
            return true;
        }
        if (put_instead(client, service, cable_ + now))
            return true;
        put(client, from, now);
    }
    return false;
}

void RoomPlan::improve(int rounds) {
    bool changed = true;
    for (int round = 0; round < rounds && changed; ++round) {
        changed = false;
        for (Index i = 0; i < core_->clients(); ++i) {
            if (server_[i] == no_room)
                changed = place(i) || make_way(i) || changed;
            else
                changed = move(i) || changed;
        }
    }
}

} // namespace riser::location
