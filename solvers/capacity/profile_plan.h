// SPDX-License-Identifier: GPL-3.0-or-later
// What one profile of demands asks of the network in a state of it, before it is known which way frames go: from which
// place to which place how much is sent. As long as frames go from each of these to the other, gateways, routes and
// hosts stay as chosen, so that a failure changes plans where it parts such a leg, and else only ways.
#pragma once

#include "solvers/capacity/demands.h"
#include "solvers/capacity/packet_ways.h"

namespace riser {

// By flow number (LoadIndex). Bits a second.
using FlowAmounts = std::vector<std::pair<std::uint32_t, double>>;

// Sources of a profile that frames join. They share their routers, so that they are sent for together.
struct PlanGroup {
    struct Source {
        EquipmentId device;
        NetIndex place = no_index;
        double users = 0;
    };
    std::vector<Source> sources;
    std::vector<NetIndex> gateways; // that route for them
    double users = 0;
};

// What a group sends to a place or gets from there, in proportion to the users of its sources.
struct PlanHand {
    std::uint32_t group = 0;
    NetIndex place = no_index;
    bool back = false; // to the sources
    auto operator<=>(const PlanHand&) const = default;
};

// Of one flow of a profile. Each leg and hand once, ascending.
struct FlowPlan {
    struct Leg {
        NetIndex from = no_index, to = no_index; // places
        double amount = 0;
    };
    std::vector<Leg> legs; // beyond hands
    std::vector<std::pair<PlanHand, double>> hands;
    FlowAmounts plugs; // of hosts and ways out
    double asked = 0;
    double carried = 0;
    std::vector<NetIndex> segments; // it depends on these, on its group's, and no other; ascending
    // Then nothing was lost that it chose, and what it did not choose is no better as long as nothing more is joined.
    bool is_whole() const { return asked - carried <= 1e-9 * asked; }
};

struct ProfilePlan {
    std::vector<PlanGroup> groups;
    std::vector<FlowPlan> flows;    // as in the profile
    std::vector<NetIndex> segments; // of all its points, ascending
};

} // namespace riser
