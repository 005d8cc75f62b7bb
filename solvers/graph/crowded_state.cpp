// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/crowded_state.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace riser {

namespace {
constexpr double dearest = 1e12; // mm that a run may be charged: a million kilometres
} // namespace

Crowd::Crowd(std::span<const RouteDemand> demands, const RunRooms& rooms) : demands_(demands) {
    for (std::size_t run = 0; run < rooms.runs(); ++run) {
        first_slot_.push_back(room_.size());
        for (const std::int64_t room : rooms.of(static_cast<RunIndex>(run))) {
            room_.push_back(room);
            run_of_.push_back(static_cast<RunIndex>(run));
        }
    }
    first_slot_.push_back(room_.size());
    std::map<std::pair<const Router*, std::int64_t>, std::size_t> known;
    for (std::uint32_t i = 0; i < demands.size(); ++i) {
        const auto [at, fresh] = known.try_emplace({demands[i].router, demands[i].size}, groups_.size());
        if (fresh) // in the order of the demands, whatever the addresses
            groups_.push_back({.router = demands[i].router, .size = demands[i].size, .members = {}});
        groups_[at->second].members.push_back(i);
    }
}

std::size_t Crowd::slot_of(const Router& router, RunIndex run) const {
    const std::size_t first = first_slot_[at(run)], count = first_slot_[at(run) + 1] - first;
    const auto compartment = static_cast<std::size_t>(std::max(0, router.compartment(run)));
    return first + std::min(compartment, count - 1);
}

std::int64_t Crowd::sum(std::span<const std::uint32_t> demands) const {
    std::int64_t out = 0;
    for (const std::uint32_t demand : demands)
        out += demands_[demand].size;
    return out;
}

void Crowd::put(Assignment& ways, std::uint32_t demand, const Way& way, std::int64_t sign) const {
    ways.length += sign * way.length();
    for (const RunIndex run : way.runs) {
        const std::size_t slot = slot_of(*demands_[demand].router, run);
        const std::int64_t before = ways.load[slot];
        ways.load[slot] += sign * demands_[demand].size;
        if (is_limited(slot))
            ways.excess += std::max<std::int64_t>(0, ways.load[slot] - room_[slot]) -
                           std::max<std::int64_t>(0, before - room_[slot]);
    }
}

void Crowd::replace(Assignment& ways, std::uint32_t demand, Routed route) const {
    Routed& now = ways.routes[demand];
    if (now.way)
        put(ways, demand, *now.way, -1);
    now = std::move(route);
    if (now.way)
        put(ways, demand, *now.way, +1);
}

Assignment Crowd::assign(std::span<const double> prices) const {
    Assignment out;
    out.routes.resize(demands_.size());
    out.load.assign(slots(), 0);
    for (const Group& group : groups_) {
        std::vector<std::int64_t> extra;
        if (!prices.empty()) {
            extra.assign(first_slot_.size() - 1, 0);
            for (std::size_t run = 0; run < extra.size(); ++run)
                if (const double price = prices[slot_of(*group.router, static_cast<RunIndex>(run))]; price > 0)
                    // Rounded down: the bound stays below what the prices say, also where they rise without end.
                    extra[run] = static_cast<std::int64_t>(
                        std::floor(std::min(price * static_cast<double>(group.size), dearest)));
        }
        std::optional<Router> priced;
        if (!extra.empty())
            priced = group.router->over({group.router->open().begin(), group.router->open().end()}, std::move(extra));
        const Router& router = priced ? *priced : *group.router;
        for (const std::uint32_t demand : group.members) {
            replace(out, demand, router.route(demands_[demand].foot, demands_[demand].height));
            if (const std::optional<Way>& way = out.routes[demand].way)
                out.charged += way->length() + router.charged(*way);
        }
    }
    return out;
}

std::optional<std::size_t> Crowd::fullest(const Assignment& ways, const std::set<std::size_t>& without) const {
    std::optional<std::size_t> out;
    std::int64_t most = 0;
    for (std::size_t slot = 0; slot < slots(); ++slot)
        if (is_limited(slot) && ways.load[slot] - room_[slot] > most && !without.contains(slot)) {
            most = ways.load[slot] - room_[slot];
            out = slot;
        }
    return out;
}

std::vector<std::uint32_t> Crowd::users(const Assignment& ways, std::size_t slot) const {
    std::vector<std::uint32_t> out;
    const RunIndex run = run_of_[slot];
    for (std::uint32_t demand = 0; demand < demands_.size(); ++demand) {
        const std::optional<Way>& way = ways.routes[demand].way;
        if (way && demands_[demand].size > 0 && std::find(way->runs.begin(), way->runs.end(), run) != way->runs.end() &&
            slot_of(*demands_[demand].router, run) == slot)
            out.push_back(demand);
    }
    return out;
}

std::vector<RunIndex> Crowd::above(const Assignment& ways) const {
    std::set<RunIndex> out;
    for (std::size_t slot = 0; slot < slots(); ++slot)
        if (is_limited(slot) && ways.load[slot] > room_[slot])
            out.insert(run_of_[slot]);
    return {out.begin(), out.end()};
}

std::vector<std::uint8_t> Crowd::with_room(const Group& group, const Assignment& ways,
                                           std::optional<RunIndex> without) const {
    std::vector<std::uint8_t> open(group.router->open().begin(), group.router->open().end());
    for (std::size_t run = 0; run < open.size(); ++run) {
        if (!open[run])
            continue;
        const std::size_t slot = slot_of(*group.router, static_cast<RunIndex>(run));
        if (is_limited(slot) && room_[slot] - ways.load[slot] < group.size)
            open[run] = 0;
    }
    if (without)
        open[at(*without)] = 0;
    return open;
}

bool Crowd::has_room(const Assignment& ways, std::uint32_t demand, const Way& now, const Way& then) const {
    const std::int64_t size = demands_[demand].size;
    return std::all_of(then.runs.begin(), then.runs.end(), [&](RunIndex run) {
        const std::size_t slot = slot_of(*demands_[demand].router, run);
        const bool there = std::find(now.runs.begin(), now.runs.end(), run) != now.runs.end();
        return !is_limited(slot) || there || ways.load[slot] + size <= room_[slot];
    });
}

// The ways that its cables could take instead, over runs with room for one of them, least detour for the size first.
// Runs on which the cable lies already need no more room for it, so each group keeps those of its own that are not too
// full: a detour often leaves the way and comes back to it.
std::vector<Crowd::Move> Crowd::moves_off(const Assignment& ways, std::size_t slot) const {
    std::vector<Move> out;
    const std::vector<std::uint32_t> here = users(ways, slot);
    for (const Group& group : groups_) {
        std::vector<std::uint32_t> members;
        std::set_intersection(here.begin(), here.end(), group.members.begin(), group.members.end(),
                              std::back_inserter(members));
        if (members.empty())
            continue;
        // By the runs that they leave: cables of one way share a search.
        std::map<std::vector<RunIndex>, std::vector<std::uint32_t>> by_way;
        for (const std::uint32_t demand : members)
            by_way[ways.routes[demand].way->runs].push_back(demand);
        for (const auto& [runs, alike] : by_way) {
            std::vector<std::uint8_t> open = with_room(group, ways, run_of_[slot]);
            for (const RunIndex run : runs)
                if (const std::size_t own = slot_of(*group.router, run);
                    run != run_of_[slot] && (!is_limited(own) || ways.load[own] <= room_[own]))
                    open[at(run)] = 1;
            const Router elsewhere = group.router->over(std::move(open), {});
            for (const std::uint32_t demand : alike) {
                Routed route = elsewhere.route(demands_[demand].foot, demands_[demand].height);
                if (route.way)
                    out.push_back({.demand = demand,
                                   .detour = route.way->length() - ways.routes[demand].way->length(),
                                   .route = std::move(route)});
            }
        }
    }
    std::sort(out.begin(), out.end(), [&](const Move& a, const Move& b) {
        const auto cost = [&](const Move& move) {
            return static_cast<double>(move.detour) / static_cast<double>(demands_[move.demand].size);
        };
        return std::make_tuple(cost(a), a.demand) < std::make_tuple(cost(b), b.demand);
    });
    return out;
}

void Crowd::repair(Assignment& ways, const Run& run) const {
    std::set<std::size_t> stuck;
    while (!run.stopped()) {
        const std::optional<std::size_t> slot = fullest(ways, stuck);
        if (!slot)
            return;
        bool moved = false;
        for (Move& move : moves_off(ways, *slot)) {
            if (ways.load[*slot] <= room_[*slot])
                break;
            if (!has_room(ways, move.demand, *ways.routes[move.demand].way, *move.route.way))
                continue;
            replace(ways, move.demand, std::move(move.route));
            moved = true;
        }
        if (!moved)
            stuck.insert(*slot);
    }
}

void Crowd::shorten(Assignment& ways, const Run& run) const {
    constexpr int passes = 3;
    bool moved = true;
    for (int pass = 0; pass < passes && moved; ++pass) {
        moved = false;
        for (const Group& group : groups_) {
            if (run.stopped())
                return;
            const Router free = group.router->over(with_room(group, ways, std::nullopt), {});
            for (const std::uint32_t demand : group.members) {
                const std::optional<Way>& now = ways.routes[demand].way;
                if (!now)
                    continue;
                Routed route = free.route(demands_[demand].foot, demands_[demand].height);
                if (!route.way || route.way->length() >= now->length() || !has_room(ways, demand, *now, *route.way))
                    continue;
                replace(ways, demand, std::move(route));
                moved = true;
            }
        }
    }
}

std::optional<Assignment> Crowd::rerouted(const Assignment& ways, std::uint32_t demand,
                                          std::span<const RunIndex> without) const {
    const RouteDemand& of = demands_[demand];
    std::vector<std::uint8_t> open(of.router->open().begin(), of.router->open().end());
    for (const RunIndex run : without)
        open[at(run)] = 0;
    Routed route = of.router->over(std::move(open), {}).route(of.foot, of.height);
    if (!route.way)
        return std::nullopt;
    Assignment out = ways;
    replace(out, demand, std::move(route));
    return out;
}

} // namespace riser
