// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/graph/location/room_brute_force.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

namespace riser::test {

namespace {

bool among(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::uint32_t a, std::uint32_t b) {
    for (const auto& [x, y] : pairs)
        if ((x == a && y == b) || (x == b && y == a))
            return true;
    return false;
}

bool apart(const RoomProblem& problem, std::size_t a, std::size_t b) {
    const RoomClient& x = problem.clients[a];
    const RoomClient& y = problem.clients[b];
    const bool same = x.body == y.body && x.plane == y.plane;
    return !same && (among(problem.bodies_apart, x.body, y.body) || among(problem.planes_apart, x.plane, y.plane));
}

// The length where the room may serve the client alone.
std::optional<std::int64_t> way(const RoomProblem& problem, std::size_t client, std::size_t room) {
    const RoomClient& asked = problem.clients[client];
    if (problem.candidates[room].wish == CandidateWish::closed || asked.points > problem.candidates[room].capacity ||
        (asked.pinned && at(*asked.pinned) != room))
        return std::nullopt;
    for (const RoomService& service : problem.services)
        if (at(service.client) == client && at(service.candidate) == room && service.length <= problem.longest)
            return service.length;
    return std::nullopt;
}

bool may_share(const RoomProblem& problem, std::size_t a, std::size_t b) {
    if (apart(problem, a, b))
        return false;
    for (std::size_t j = 0; j < problem.candidates.size(); ++j)
        if (way(problem, a, j) && way(problem, b, j) &&
            problem.clients[a].points + problem.clients[b].points <= problem.candidates[j].capacity)
            return true;
    return false;
}

bool forced(const RoomProblem& problem, std::size_t room) {
    return problem.candidates[room].wish == CandidateWish::open ||
           std::any_of(problem.clients.begin(), problem.clients.end(),
                       [&](const RoomClient& c) { return c.pinned && at(*c.pinned) == room; });
}

std::int64_t stacks_cost(const RoomProblem& problem, const std::vector<std::uint8_t>& open) {
    std::set<std::int64_t> stacks;
    for (std::size_t j = 0; j < open.size(); ++j)
        if (open[j])
            stacks.insert(problem.candidates[j].stack ? std::int64_t{*problem.candidates[j].stack}
                                                      : -1 - static_cast<std::int64_t>(j));
    return static_cast<std::int64_t>(stacks.size()) * problem.stack_cost;
}

class Trial {
  public:
    explicit Trial(const RoomProblem& problem) : problem_(problem), load_(problem.candidates.size(), 0) {}
    RoomsTried run() {
        next(0, 0);
        return best_;
    }

  private:
    void next(std::size_t client, std::int64_t cable) {
        if (client == problem_.clients.size()) {
            note(cable);
            return;
        }
        for (std::size_t j = 0; j < problem_.candidates.size(); ++j) {
            const std::optional<std::int64_t> length = way(problem_, client, j);
            const std::int64_t points = problem_.clients[client].points;
            if (!length || load_[j] + points > problem_.candidates[j].capacity)
                continue;
            bool alone = false;
            for (std::size_t k = 0; k < client; ++k)
                alone = alone || (server_[k] == j && apart(problem_, client, k));
            if (alone)
                continue;
            load_[j] += points;
            server_.push_back(j);
            next(client + 1, cable + points * *length);
            server_.pop_back();
            load_[j] -= points;
        }
    }
    void note(std::int64_t cable) {
        std::vector<std::uint8_t> open(problem_.candidates.size(), 0);
        for (std::size_t j = 0; j < open.size(); ++j)
            open[j] = forced(problem_, j) || std::find(server_.begin(), server_.end(), j) != server_.end();
        const auto rooms = static_cast<std::size_t>(std::count(open.begin(), open.end(), 1));
        const std::int64_t cost = cable + stacks_cost(problem_, open);
        if (!best_.possible || std::pair(rooms, cost) < std::pair(best_.rooms, best_.cost))
            best_ = {.possible = true, .rooms = rooms, .cost = cost};
    }

    const RoomProblem& problem_;
    std::vector<std::int64_t> load_;
    std::vector<std::size_t> server_;
    RoomsTried best_;
};

std::string fault_of_parts(const RoomProblem& problem, const WhyNotFewer& proof) {
    std::uint32_t rooms = 0;
    for (const RoomPart& part : proof.parts) {
        rooms += part.rooms;
        std::int64_t points = 0;
        std::vector<std::int64_t> capacities;
        for (std::size_t j = 0; j < problem.candidates.size(); ++j)
            if (std::any_of(part.clients.begin(), part.clients.end(),
                            [&](ClientIndex i) { return way(problem, at(i), j).has_value(); }))
                capacities.push_back(problem.candidates[j].capacity);
        for (const ClientIndex i : part.clients)
            points += problem.clients[at(i)].points;
        std::sort(capacities.begin(), capacities.end(), std::greater<>());
        capacities.resize(std::min<std::size_t>(capacities.size(), part.rooms - 1));
        if (part.rooms > 1 && std::accumulate(capacities.begin(), capacities.end(), std::int64_t{0}) >= points)
            return "a part needs fewer rooms";
        for (const RoomPart& other : proof.parts)
            if (&other != &part)
                for (const ClientIndex a : part.clients)
                    for (const ClientIndex b : other.clients)
                        if (may_share(problem, at(a), at(b)))
                            return "clients of two parts may share a room";
    }
    return rooms == proof.rooms ? "" : "the parts' rooms do not add up";
}

std::string fault_of_weights(const RoomProblem& problem, const WhyNotFewer& proof) {
    std::vector<std::int64_t> forced_weight;
    std::vector<std::int64_t> other_weight;
    for (std::size_t j = 0; j < problem.candidates.size(); ++j) {
        for (std::uint32_t set = 0; set < 1u << problem.clients.size(); ++set) {
            std::int64_t weight = 0;
            std::int64_t points = 0;
            bool can = true;
            for (std::size_t i = 0; i < problem.clients.size(); ++i) {
                if (!(set >> i & 1))
                    continue;
                can = can && way(problem, i, j).has_value();
                for (std::size_t k = 0; k < i; ++k)
                    can = can && !((set >> k & 1) && apart(problem, i, k));
                weight += proof.client_weight[i];
                points += problem.clients[i].points;
            }
            if (can && points <= problem.candidates[j].capacity && weight > proof.room_weight[j])
                return "a room can serve more than its weight";
        }
        (forced(problem, j) ? forced_weight : other_weight).push_back(proof.room_weight[j]);
    }
    std::sort(other_weight.begin(), other_weight.end(), std::greater<>());
    other_weight.resize(
        std::min(other_weight.size(), proof.rooms - 1 - std::min<std::size_t>(forced_weight.size(), proof.rooms - 1)));
    const std::int64_t served = std::accumulate(forced_weight.begin(), forced_weight.end(), std::int64_t{0}) +
                                std::accumulate(other_weight.begin(), other_weight.end(), std::int64_t{0});
    const std::int64_t all = std::accumulate(proof.client_weight.begin(), proof.client_weight.end(), std::int64_t{0});
    return all > served ? "" : "one room fewer could serve all the weight";
}

} // namespace

RoomProblem random_rooms(std::uint32_t seed) {
    std::mt19937 source(seed);
    const auto engine = [&] { return static_cast<std::uint32_t>(source()); };
    RoomProblem problem;
    const std::uint32_t candidates = 2 + engine() % 5;
    const std::uint32_t clients = 1 + engine() % 6;
    problem.longest = 90;
    problem.stack_cost = engine() % 3 == 0 ? 0 : static_cast<std::int64_t>(engine() % 200);
    for (std::uint32_t j = 0; j < candidates; ++j) {
        RoomCandidate& room = problem.candidates.emplace_back();
        room.capacity = 4 + engine() % 12;
        if (engine() % 3 > 0)
            room.stack = engine() % 3;
        if (engine() % 8 == 0)
            room.wish = engine() % 2 == 0 ? CandidateWish::open : CandidateWish::closed;
    }
    for (std::uint32_t i = 0; i < clients; ++i) {
        problem.clients.push_back({.points = static_cast<std::int64_t>(engine() % 7),
                                   .body = static_cast<std::uint32_t>(engine() % 2),
                                   .plane = static_cast<std::uint32_t>(engine() % 3)});
        if (engine() % 12 == 0)
            problem.clients.back().pinned = static_cast<CandidateIndex>(engine() % candidates);
        for (std::uint32_t j = 0; j < candidates; ++j)
            if (engine() % 5 > 0)
                problem.services.push_back({.client = static_cast<ClientIndex>(i),
                                            .candidate = static_cast<CandidateIndex>(j),
                                            .length = static_cast<std::int64_t>(engine() % 110)});
    }
    if (engine() % 2 == 0)
        problem.planes_apart.emplace_back(0, 1);
    if (engine() % 4 == 0)
        problem.bodies_apart.emplace_back(0, 1);
    return problem;
}

RoomsTried try_all(const RoomProblem& problem) { return Trial(problem).run(); }

std::string fault_of(const RoomProblem& problem, const RoomAnswer& answer) {
    if (answer.rooms.empty() && answer.cost == 0)
        return "";
    std::vector<std::uint8_t> open(problem.candidates.size(), 0);
    for (const CandidateIndex room : answer.rooms)
        open[at(room)] = 1;
    std::vector<std::int64_t> load(problem.candidates.size(), 0);
    std::int64_t cable = 0;
    for (std::size_t i = 0; i < problem.clients.size(); ++i) {
        const bool excused = std::any_of(answer.unserved.begin(), answer.unserved.end(),
                                         [&](const UnservedClient& u) { return at(u.client) == i; });
        if (!answer.server[i] || excused) {
            if (!excused || answer.server[i])
                return "a client is not served, or served though it cannot be";
            continue;
        }
        const std::size_t room = at(*answer.server[i]);
        const std::optional<std::int64_t> length = way(problem, i, room);
        if (!length || !open[room])
            return "a room serves whom it may not, or is not open";
        load[room] += problem.clients[i].points;
        cable += *length * problem.clients[i].points;
        for (std::size_t k = 0; k < i; ++k)
            if (answer.server[k] == answer.server[i] && apart(problem, i, k))
                return "clients that must be apart share a room";
    }
    for (std::size_t j = 0; j < open.size(); ++j)
        if (load[j] > problem.candidates[j].capacity || (problem.candidates[j].wish == CandidateWish::open && !open[j]))
            return "a room is too full, or not open though it must be";
    if (cable != answer.cable || cable + stacks_cost(problem, open) != answer.cost)
        return "the cost is miscounted";
    return answer.cost_bound > answer.cost || answer.fewer.rooms > answer.rooms.size() ? "a bound is above the answer"
                                                                                       : "";
}

std::string fault_of_proof(const RoomProblem& problem, const RoomAnswer& answer) {
    RoomProblem rest = problem; // in which nobody asks for a room that cannot serve him
    for (const UnservedClient& unserved : answer.unserved)
        rest.clients[at(unserved.client)].pinned.reset();
    if (answer.fewer.proof == RoomProof::parts)
        return fault_of_parts(rest, answer.fewer);
    if (answer.fewer.proof == RoomProof::weights)
        return fault_of_weights(rest, answer.fewer);
    return "";
}

} // namespace riser::test
