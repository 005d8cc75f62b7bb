// SPDX-License-Identifier: GPL-3.0-or-later
// One law of one plane each: the facts and what breaks them, in any order. Used by kept_laws.cpp alone.
#pragma once

#include "solvers/proof/kept_laws.h"

namespace riser::detail {

KeptLaw numbers_of(FactInput& input, PlaneId plane);
KeptLaw addresses_of(FactInput& input, PlaneId plane);
KeptLaw gateways_of(FactInput& input, PlaneId plane);
KeptLaw scopes_of(FactInput& input, PlaneId plane);
KeptLaw grades_of(FactInput& input, PlaneId plane);
KeptLaw policies_of(FactInput& input, PlaneId plane);
KeptLaw guards_of(FactInput& input, PlaneId plane);
KeptLaw exits_of(FactInput& input, PlaneId plane);
KeptLaw wireless_of(FactInput& input, PlaneId plane);
KeptLaw jacks_of(FactInput& input, PlaneId plane);
KeptLaw ways_of(FactInput& input, PlaneId plane);

} // namespace riser::detail
