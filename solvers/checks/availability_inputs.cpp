// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/availability_inputs.h"

namespace riser {

AvailabilityInputs availability_inputs(const Parameters& rule) {
    return {.reliability = rule.links().reliability, .beta = rule.share("common"), .loss = {}};
}

AvailabilityInputs availability_inputs(const Deck& deck) {
    const DeckRule* rule = deck.find("AV-01");
    return {.reliability = deck.links.reliability,
            .beta = rule ? Parameters(rule->parameters).share("common") : BasisPoints(),
            .loss = {}};
}

} // namespace riser
