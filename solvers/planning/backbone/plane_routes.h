// SPDX-License-Identifier: GPL-3.0-or-later
// By which ways the uplinks of one plane go from the core to telecom rooms, as far apart as their class asks: N the
// shortest; N+1 two, apart only where that costs nothing; a diverse route two that share as few shafts, then
// compartments, then metres of tray as the building allows; 2N the same from two different core rooms.
#pragma once

#include "solvers/base/uplink_class.h"
#include "solvers/graph/diversity.h"
#include "solvers/planning/cable_ways.h"

namespace riser {

enum class NoUplink {
    no_core,       // the building has no room to end in
    no_pathway,    // no open run at the room or at the core
    full,          // the only ways lead through runs that are full and may not be widened
    separated,     // the only ways lead through runs kept for other planes, or beside their cables
    not_connected, // no run leads there at all
};
Text sentence_of(NoUplink why);

// Why no cable of a plane may be added to a run that is open to it.
enum class Closed : std::uint8_t {
    no,
    full,  // and it may not be widened
    apart, // cables lie in it from which the plane must be apart
};

// A route that a person chose.
struct StandingRoute {
    std::vector<RunIndex> runs;
    std::optional<SpaceId> core; // where it begins, when its first run tells
};

struct UplinkWays {
    // From the core; one for N, else two, the shorter first; absent where the route stands.
    std::vector<std::optional<Way>> ways;
    std::array<SpaceId, 2> cores{};   // where the two begin; 0 where a standing route does not tell
    SharedParts parts;                // of the two
    bool proven = true;               // no pair shares less; false: the search was cut off
    NoUplink why = NoUplink::no_core; // when there is no way
};

struct PlaneRoutesOptions {
    WayOptions ways;
    std::size_t most_branches = 20'000; // of the search for one pair
};

class PlaneRoutes {
  public:
    // `rooms`: all that are to be asked for. `closed`: one a run, where no cable may be added. `runs_of`: whose runs
    // the cables lie in, mostly the plane's own. What is passed must outlive it.
    PlaneRoutes(const Design& design, const RoutingNet& net, const RiskGroups& risks, std::optional<PlaneId> plane,
                std::span<const SpaceId> rooms, std::vector<Closed> closed, const PlaneRoutesOptions& options,
                std::optional<PlaneId> runs_of);

    // `earlier`: where the routes lay that do not stand; beside one that stands the other stays there, unless there is
    // a better one. Two that are both sought depend on the building alone.
    UplinkWays of(SpaceId room, RedundancyClass asked, const std::array<std::optional<StandingRoute>, 2>& standing = {},
                  const std::array<std::vector<RunIndex>, 2>& earlier = {}) const;
    bool is_core(SpaceId room) const;
    std::int32_t compartment(RunIndex run) const { return compartments_[at(run)]; }

  private:
    using Touches = std::vector<SpaceTouch>;
    struct Candidate {
        RoutePair pair;
        std::array<SpaceId, 2> cores;
    };
    const std::vector<SpaceId>& cores(SpaceId room) const;
    std::optional<Candidate> best_pair(SpaceId room, RedundancyClass asked, const StandingRoute* first,
                                       const RouteNet& routes) const;
    std::optional<Candidate> beside(SpaceId room, RedundancyClass asked, const StandingRoute& first,
                                    const std::vector<RunIndex>& earlier) const;
    std::optional<std::pair<SpaceId, FoundRoute>> nearest(SpaceId room) const;
    Way way_of(SpaceId core, SpaceId room, const FoundRoute& route) const;
    std::vector<std::uint32_t> unavoidable(SpaceId room, const std::array<SpaceId, 2>& cores) const;
    NoUplink why_none(SpaceId room) const;
    bool reaches(SpaceId room, OpenRuns open) const;

    const Design* design_;
    const RoutingNet* net_;
    const RiskGroups* risks_;
    std::optional<PlaneId> runs_of_;
    PlaneRoutesOptions options_;
    std::vector<Closed> closed_;
    std::vector<std::uint8_t> open_;
    std::vector<std::int32_t> compartments_;
    std::map<SpaceId, Touches> touches_; // of rooms and cores
    std::vector<SpaceTouch> ends_;       // all of them
    std::map<BuildingId, std::vector<SpaceId>> cores_;
    std::optional<RouteNet> routes_;
};

} // namespace riser
