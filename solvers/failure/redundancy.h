// SPDX-License-Identifier: GPL-3.0-or-later
// How many ways of cables there are that share nothing, from each access switch to the core of its plane, from the core
// to each service's hosts and to each exit: ways that share no cable, no device, no risk at all; the fewest risks that
// part the two, and each that does so alone. Beside what the brief asks.
#pragma once

#include "solvers/base/uplink_class.h"
#include "solvers/failure/device_net.h"
#include "solvers/graph/diversity.h"

namespace riser {

enum class WaysOf { access, service, exit };

struct WaysApart {
    WaysOf of = WaysOf::access;
    AnyId subject; // access: the switch, of a stack the first; service; exit: the zone, or the plane without one
    std::optional<PlaneId> plane = {};
    std::optional<SpaceId> space = {}; // of an access switch
    RedundancyClass asked = RedundancyClass::n;
    bool joined = false;       // there is a way
    std::uint32_t cables = 0;  // ways that share no cable
    std::uint32_t devices = 0; // ways that share no device but their ends
    std::uint32_t apart = 0;   // ways that share no risk
    std::uint32_t apart_bound = 0;
    std::vector<FailureElement> cut = {}; // the fewest that part them
    std::uint32_t cut_bound = 0;          // no fewer do
    std::vector<FailureElement> single = {};
    std::vector<FailureElement> spared = {}; // what counts as sure
    std::vector<NetNode> from = {}, to = {}; // of DeviceNet
    bool operator==(const WaysApart&) const = default;
};

// Nobody who ends there can avoid, and no risk here: what takes the access switch down alone; the trays by which all
// uplinks of a room enter it; unless two of everything is asked, rooms and compartments that all ends at the far side
// are in; and the far side itself where it is one device only, of which AV-05 speaks.
struct Redundancy {
    std::vector<WaysApart> rows; // access by device, services, exits
    bool operator==(const Redundancy&) const = default;
    static Redundancy compute(FactInput& input);
};

// Whether the loss of such a thing counts against a class: N+1 is about what works (devices, cables, feeds) and the
// trays and shafts that cables climb, a diverse route about entrances too, 2N about places and panels as well.
bool counts_for(RedundancyClass asked, ElementKind kind);

} // namespace riser
