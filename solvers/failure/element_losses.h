// SPDX-License-Identifier: GPL-3.0-or-later
// What share of time each element of HeldFailures is down: as the design says (MTBF of a type of device), else as a
// deck's table does for its kind, with how far that is to be trusted. Of the time that mains are out, the
// share exp(-t / MTTR) is beyond the first t of each outage, as of outages that end at any moment alike: our practice.
// Failures in common by the beta factor (AV-03; Mosleh et al., NUREG/CR-4780): a cause takes beta of the least share
// that one of its members is down, and each member keeps what its causes leave of its own.
#pragma once

#include "solvers/base/reliability.h"
#include "solvers/failure/held_failures.h"
#include "solvers/graph/resilience/form_loss.h"

namespace riser {

struct AvailabilityInputs {
    std::vector<Reliability> reliability = {}; // of each kind once; a kind that is not in it never fails
    BasisPoints beta;                          // of causes that state none
    FormLossOptions loss = {};                 // how near to exact
    bool operator==(const AvailabilityInputs&) const = default;
};

struct ElementLoss {
    double share = 0;                // of time, when it is down
    std::optional<Trust> trust = {}; // none: the design states it
    bool operator==(const ElementLoss&) const = default;
};

struct ElementLosses {
    using Argument = AvailabilityInputs;
    std::vector<ElementLoss> elements; // of each of HeldFailures'
    bool operator==(const ElementLosses&) const = default;
    static ElementLosses compute(FactInput& input, const AvailabilityInputs& inputs);
};

// The more, the less it is to be trusted: from 0 for what the design states to what is but our practice.
constexpr int doubt(const std::optional<Trust>& trust) { return trust ? static_cast<int>(*trust) + 1 : 0; }

} // namespace riser

template<> struct std::hash<riser::AvailabilityInputs> {
    std::size_t operator()(const riser::AvailabilityInputs& inputs) const {
        std::size_t out = static_cast<std::size_t>(inputs.beta.value) ^ inputs.loss.most_nodes;
        for (const riser::Reliability& row : inputs.reliability)
            for (const std::int64_t value : {static_cast<std::int64_t>(row.kind), row.between.value, row.repair.value})
                out = out * 31 + std::hash<std::int64_t>{}(value);
        return out;
    }
};
