// SPDX-License-Identifier: GPL-3.0-or-later
// What a deck says of how often things fail, for whoever reckons availability: its table, and the factor of AV-01.
#pragma once

#include "solvers/checks/deck.h"
#include "solvers/failure/element_losses.h"

namespace riser {

AvailabilityInputs availability_inputs(const Parameters& rule);
// Of a deck without AV-01 the table alone: causes that state no factor take nothing in common then.
AvailabilityInputs availability_inputs(const Deck& deck);

} // namespace riser
