// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom at one glance: the VLANs of each zone by the bodies that use them, against services and zones; what
// comes through today beside what was asked. Services are asked as hosts do, answers included; zones with any senders
// of their own addresses. By the semantics in this room's README.
#pragma once

#include "solvers/base/run.h"
#include "solvers/forwarding/intent.h"

namespace riser {

enum class ReachVerdict {
    nothing_to_ask, // no VLAN on a live port, no address, no host, nothing on the air
    apart,          // nothing comes through
    reached,
    missing,  // asked for, and not everything comes through, or not after the one failure it must outlive
    forbidden // something comes through that must not
};

// VLANs of a zone that are the same bodies'.
struct ReachSide {
    PlaneId plane;
    ZoneId zone;
    std::vector<BodyId> bodies; // by id; none: things, servers, guests, devices at a border
    std::vector<VlanId> vlans;  // with a place in the network, by id
    bool operator==(const ReachSide&) const = default;
};

// A pair is a VLAN of the row and the service, or and a VLAN of the column's zone, itself left out.
struct ReachCell {
    ReachVerdict state = ReachVerdict::nothing_to_ask;
    std::int32_t pairs = 0;   // asked
    std::int32_t reached = 0; // of them something comes through
    std::int32_t whole = 0;   // everything that was asked does; of zones the same as `reached`
    bool must = false;        // a MustReach speaks of it
    bool must_not = false;    // a MustNotReach does
    bool operator==(const ReachCell&) const = default;
};

struct ReachMatrix {
    std::vector<ReachSide> rows;               // by plane and zone as their codes say, then bodies
    std::vector<AnyId> columns;                // services, then zones, by their codes
    std::vector<std::vector<ReachCell>> cells; // by row
    Outcome outcome = Outcome::complete;       // limit_reached: header sets grew past all bounds; says nothing then
    bool operator==(const ReachMatrix&) const = default;
    std::size_t count(ReachVerdict state) const;
    static ReachMatrix compute(FactInput& input);
};

// `shows`: rows and columns of which nothing else is to be seen; absent: all. The network is whole all the same.
// O(rows + VLANs x services) floods; stopped: rows up to there, outcome says so.
struct MatrixQuestion {
    const NetworkRows& rows;
    const Network& net;
    const Table<MustReach>& must;
    const Table<MustNotReach>& must_not;
    const ReachIntents& intents; // what became of them
    std::function<bool(AnyId)> shows = {};
};
ReachMatrix reach_matrix(const MatrixQuestion& question, const Run& run = {});

} // namespace riser
