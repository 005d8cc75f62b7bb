// SPDX-License-Identifier: GPL-3.0-or-later
// Which rooms become telecom rooms, and which serves which outlets: the fewest rooms, and among those answers the least
// cable, with rooms above one another preferred. Both figures come with a bound that no answer beats, and "why not one
// room fewer?" with what proves it. Groups of outlets are not split; a room serves so many points; planes or bodies
// that must be apart share no room. Set cover and Lagrangian bounds, local search, and GLPK where the case is small
// enough. Lengths are millimetres of one point's cable. Deterministic, but for when it is stopped.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/location/service.h"

#include <utility>
#include <vector>

namespace riser {

enum class CandidateWish { none, open, closed };

struct RoomCandidate {
    std::int64_t capacity = 0; // points
    // Rooms above one another have the same number; a room without one stands alone.
    std::optional<std::uint32_t> stack = {};
    CandidateWish wish = CandidateWish::none;
};

struct RoomClient { // outlets that are served together
    std::int64_t points = 1;
    std::uint32_t body = 0;
    std::uint32_t plane = 0;
    std::optional<CandidateIndex> pinned = {};
};

struct RoomService { // a routed way; give those beyond reach too, for the reasons
    ClientIndex client{};
    CandidateIndex candidate{};
    std::int64_t length = 0;
};

struct RoomProblem {
    std::vector<RoomCandidate> candidates;
    std::vector<RoomClient> clients;
    std::vector<RoomService> services; // at most one a pair
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bodies_apart;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> planes_apart;
    std::int64_t longest = 0;    // a longer way is not served
    std::int64_t stack_cost = 0; // of each stack with an open room, in millimetres of cable
};

struct RoomOptions {
    std::int64_t search_steps = 1'500; // open sets that are tried
    std::int64_t bound_steps = 400;
    // GLPK is asked where a case has no more services than this, and looks into so many branches.
    std::size_t most_exact_services = 1'200;
    std::int64_t most_exact_branches = 2'000;
};

enum class NotServed {
    no_way,    // no way to any candidate that may be opened
    too_far,   // the nearest is beyond the longest way
    too_large, // no candidate within reach takes so many points
    pin,       // the room it is pinned to is closed, beyond reach or too small
};

struct UnservedClient {
    ClientIndex client{};
    NotServed why = NotServed::no_way;
    std::optional<CandidateIndex> nearest = {};
    std::int64_t value = 0; // the length to the nearest, or the client's points
    std::int64_t limit = 0; // the longest way, or the largest capacity within reach
};

// A set of clients that needs so many rooms for its points alone.
struct RoomPart {
    std::vector<ClientIndex> clients;
    std::uint32_t rooms = 1;
};

// Why `rooms` - 1 rooms cannot serve the clients.
enum class RoomProof {
    none,      // not proved
    forced,    // so many are to be open
    parts,     // parts, no two clients of different ones of which may share a room, need so many in all
    weights,   // the clients weigh more than any rooms - 1 candidates can serve, by room_weight
    exhausted, // every way of doing it was looked into
};

struct WhyNotFewer {
    RoomProof proof = RoomProof::none;
    std::uint32_t rooms = 0; // are needed at least: the bound
    std::vector<RoomPart> parts = {};
    std::vector<std::int64_t> client_weight = {}; // by client
    std::vector<std::int64_t> room_weight = {};   // by candidate: it serves no more weight at a time
};

struct RoomAnswer {
    // complete: both bounds are reached; limit_reached, stopped: a gap is left; infeasible: somebody cannot be served,
    // or not all together (then `fewer` says how many rooms they would need). The rest is planned all the same.
    Outcome outcome = Outcome::complete;
    std::vector<CandidateIndex> rooms;                 // ascending; empty when no answer was found
    std::vector<std::optional<CandidateIndex>> server; // by client
    std::int64_t cable = 0;                            // sum of points x length
    std::int64_t cost = 0;                             // cable and stacks
    std::int64_t cost_bound = 0;                       // no answer with so many rooms costs less
    WhyNotFewer fewer;
    std::vector<UnservedClient> unserved;
};

// bad_input: an index that is not there, negative numbers, two services of a pair, costs that may exceed 2^50.
Result<RoomAnswer> locate_rooms(const RoomProblem& problem, const RoomOptions& options = {}, const Run& run = {});

} // namespace riser
