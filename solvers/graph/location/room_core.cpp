// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_core.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser::location {

namespace {

constexpr std::int64_t most_total = std::int64_t{1} << 50;
constexpr std::size_t most_sets_together = 64;

Error bad(const Text& message) { return {.code = ErrorCode::bad_input, .message = message, .fix = {}, .where = {}}; }

using Services = std::vector<std::vector<RoomService>>; // by client

// Why none of the client's services will do; nothing where some will.
std::optional<UnservedClient> not_served(const RoomProblem& problem, std::size_t client,
                                         const std::vector<RoomService>& services) {
    const RoomClient& asked = problem.clients[client];
    UnservedClient out{.client = static_cast<ClientIndex>(client)};
    std::int64_t largest = 0;
    bool near = false;
    for (const RoomService& service : services) {
        const RoomCandidate& room = problem.candidates[at(service.candidate)];
        if (room.wish == CandidateWish::closed || (asked.pinned && *asked.pinned != service.candidate))
            continue;
        if (service.length <= problem.longest && room.capacity >= asked.points)
            return std::nullopt;
        if (!out.nearest || service.length < out.value) {
            out.nearest = service.candidate;
            out.value = service.length;
        }
        if (service.length <= problem.longest) {
            near = true;
            largest = std::max(largest, room.capacity);
        }
    }
    out.limit = problem.longest;
    out.why = near ? NotServed::too_large : out.nearest ? NotServed::too_far : NotServed::no_way;
    if (near) {
        out.value = asked.points;
        out.limit = largest;
    }
    if (asked.pinned) {
        out.why = NotServed::pin;
        out.nearest = asked.pinned;
    }
    return out;
}

bool pair_in(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::uint32_t a, std::uint32_t b) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
    });
}

void add_kinds(RoomCore& core, const RoomProblem& problem) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Index> kinds;
    for (const Index name : core.client_name) {
        const RoomClient& client = problem.clients[name];
        kinds.try_emplace({client.body, client.plane}, static_cast<Index>(kinds.size()));
        core.kind.push_back(kinds[{client.body, client.plane}]);
    }
    core.apart.assign(kinds.size(), std::vector<std::uint8_t>(kinds.size(), 0));
    for (const auto& [a, i] : kinds)
        for (const auto& [b, k] : kinds)
            core.apart[i][k] = i != k && (pair_in(problem.bodies_apart, a.first, b.first) ||
                                          pair_in(problem.planes_apart, a.second, b.second));
}

// The largest sets of kinds without two that are apart, by adding one kind after another to each that it may join.
// Where they are too many, all kinds count as one set: bounds are then lower, and still bounds.
void add_sets_together(RoomCore& core) {
    std::set<std::vector<std::uint8_t>> sets{std::vector<std::uint8_t>(core.kinds(), 0)};
    for (Index kind = 0; kind < core.kinds() && sets.size() <= most_sets_together; ++kind) {
        std::set<std::vector<std::uint8_t>> next;
        for (const std::vector<std::uint8_t>& old : sets) {
            std::vector<std::uint8_t> joined = old;
            bool all = true;
            for (Index other = 0; other < kind; ++other)
                if (old[other] && core.apart[kind][other]) {
                    joined[other] = 0;
                    all = false;
                }
            joined[kind] = 1;
            next.insert(joined);
            if (!all)
                next.insert(old);
        }
        sets = std::move(next);
    }
    const auto part_of = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), [](std::uint8_t x, std::uint8_t y) { return x <= y; });
    };
    if (sets.size() > most_sets_together)
        sets = {std::vector<std::uint8_t>(core.kinds(), 1)};
    for (const auto& set : sets)
        if (std::none_of(sets.begin(), sets.end(),
                         [&](const auto& other) { return other != set && part_of(set, other); }))
            core.together.push_back(set);
}

void add_rooms(RoomCore& core, const RoomProblem& problem, const std::vector<std::uint8_t>& pinned) {
    std::map<std::uint32_t, Index> stacks;
    for (std::size_t j = 0; j < problem.candidates.size(); ++j) {
        const RoomCandidate& room = problem.candidates[j];
        if (room.wish == CandidateWish::closed)
            continue;
        core.room_name.push_back(static_cast<Index>(j));
        core.capacity.push_back(room.capacity);
        core.forced.push_back(room.wish == CandidateWish::open || pinned[j]);
        if (room.stack && stacks.contains(*room.stack)) {
            core.stack.push_back(stacks[*room.stack]);
            continue;
        }
        if (room.stack)
            stacks[*room.stack] = core.stacks;
        core.stack.push_back(core.stacks++);
    }
    core.clients_of.resize(core.rooms());
}

void add_services(RoomCore& core, const RoomProblem& problem, const Services& by_client) {
    std::vector<Index> place(problem.candidates.size(), 0);
    for (std::size_t j = 0; j < core.rooms(); ++j)
        place[core.room_name[j]] = static_cast<Index>(j);
    for (Index i = 0; i < core.client_name.size(); ++i) {
        const RoomClient& client = problem.clients[core.client_name[i]];
        std::vector<RoomCore::Service> services;
        for (const RoomService& service : by_client[core.client_name[i]]) {
            const RoomCandidate& room = problem.candidates[at(service.candidate)];
            if (room.wish == CandidateWish::closed || service.length > problem.longest ||
                room.capacity < client.points || (client.pinned && *client.pinned != service.candidate))
                continue;
            services.push_back({.room = place[at(service.candidate)], .cost = client.points * service.length});
            core.clients_of[services.back().room].push_back({.client = i, .cost = services.back().cost});
        }
        std::sort(services.begin(), services.end(), [](const RoomCore::Service& a, const RoomCore::Service& b) {
            return a.cost != b.cost ? a.cost < b.cost : a.room < b.room;
        });
        core.services.push_back(std::move(services));
        core.points.push_back(client.points);
    }
}

} // namespace

std::size_t RoomCore::service_count() const {
    std::size_t count = 0;
    for (const auto& list : services)
        count += list.size();
    return count;
}

RoomCore room_core(const RoomProblem& problem, std::vector<UnservedClient>& unserved) {
    RoomCore core;
    core.stack_cost = problem.stack_cost;
    Services by_client(problem.clients.size());
    for (const RoomService& service : problem.services)
        by_client[at(service.client)].push_back(service);
    std::vector<std::uint8_t> pinned(problem.candidates.size(), 0);
    for (std::size_t i = 0; i < problem.clients.size(); ++i) {
        if (const auto why = not_served(problem, i, by_client[i])) {
            unserved.push_back(*why);
            continue;
        }
        core.client_name.push_back(static_cast<Index>(i));
        if (problem.clients[i].pinned)
            pinned[at(*problem.clients[i].pinned)] = 1;
    }
    add_rooms(core, problem, pinned);
    add_kinds(core, problem);
    add_sets_together(core);
    add_services(core, problem, by_client);
    return core;
}

Result<void> check(const RoomProblem& problem) {
    const auto most_stacks = static_cast<std::int64_t>(std::max<std::size_t>(problem.candidates.size(), 1));
    if (problem.longest < 0 || problem.stack_cost < 0 || problem.stack_cost > most_total / most_stacks)
        return bad(
            {"长度上限或竖向对齐的费用为负或过大", "the longest way or the cost of a stack is negative or too large"});
    for (const RoomCandidate& room : problem.candidates)
        if (room.capacity < 0 || room.capacity > most_total)
            return bad({"电信间的容量为负或过大", "a room's capacity is negative or too large"});
    std::int64_t total = problem.stack_cost * most_stacks;
    for (const RoomClient& client : problem.clients) {
        if (client.points < 0 || client.points > 1'000'000)
            return bad({"点位数为负或过大", "a number of points is negative or too large"});
        if (client.pinned && at(*client.pinned) >= problem.candidates.size())
            return bad({"指定的电信间不存在", "a client is pinned to a room that is not there"});
    }
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const RoomService& service : problem.services) {
        if (at(service.client) >= problem.clients.size() || at(service.candidate) >= problem.candidates.size())
            return bad({"路由所指的点位组或电信间不存在", "a way names a client or a room that is not there"});
        if (service.length < 0 || service.length > std::int64_t{1} << 30)
            return bad({"路由长度为负或过大", "a way's length is negative or too large"});
        if (!seen.insert({at(service.client), at(service.candidate)}).second)
            return bad({"同一对点位组与电信间有两条路由", "a client and a room have two ways"});
        total += service.length * problem.clients[at(service.client)].points;
        if (total > most_total)
            return bad({"费用过大", "the costs are too large"});
    }
    return {};
}

} // namespace riser::location
