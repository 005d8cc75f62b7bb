// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the time points can use services (AV-01): exactly over places, power, cables and the logical network, by
// the shares of ElementLosses, with what costs most. Points of one switch and VLAN differ by their own cables only;
// of each such group the point is reckoned that is down most by itself.
#pragma once

#include "model/logical.h"
#include "solvers/failure/element_losses.h"
#include "solvers/failure/reach_network.h"

namespace riser {

// What would be saved if an element never failed.
struct ElementCost {
    ElementIndex element{}; // of HeldFailures
    double share = 0;       // of time
    bool operator==(const ElementCost&) const = default;
};

struct ServiceAvailability {
    std::uint32_t group = 0; // of ReachNetwork::groups
    ServiceId service;
    JackId worst;  // of the group
    FormLoss loss; // share of time without the service, exact or between bounds; slopes are left out
    std::vector<ElementCost> costs = {}; // the most first, at most most_costs
    std::vector<double> by_doubt = {};   // of all that elements cost, the shares by doubt(trust)
    double minutes() const { return loss.upper * minutes_a_year; }
    bool operator==(const ServiceAvailability&) const = default;
};

constexpr std::size_t most_costs = 5;

struct Availability {
    using Argument = AvailabilityInputs;
    Outcome outcome = Outcome::complete;
    std::vector<ServiceAvailability> services; // by group, service: of those that the group is asked for
    bool operator==(const Availability&) const = default;
    static Availability compute(FactInput& input, const AvailabilityInputs& inputs);
};

// Whether services have the availability that they state, by rough bounds first and by near ones where those do not
// show it. Of the services that state one only; what is met may be known roughly, what is missed or undecided is known
// nearly.
struct TargetAvailability {
    using Argument = AvailabilityInputs; // `loss` is not asked
    std::vector<ServiceAvailability> services;
    bool operator==(const TargetAvailability&) const = default;
    static TargetAvailability compute(FactInput& input, const AvailabilityInputs& inputs);
};

// The share of time that a service may be away; nothing: it states no target.
std::optional<double> allowed_loss(const Service& service);

// The same with a Run; the network is over that model. Stopped: groups that it did not
// come to are left out.
Availability availability(const FailureModel& model, const ReachNetwork& network, std::span<const ElementLoss> losses,
                          const FormLossOptions& options = {}, const Run& run = {});

} // namespace riser
