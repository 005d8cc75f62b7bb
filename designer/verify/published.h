// SPDX-License-Identifier: GPL-3.0-or-later
// Services that the outside is to ask, as the rows of the design say it: at which handoffs, by which translations, and
// whom it may ask from each. What stands in a secret, a management or a people's zone, or in one that is kept apart
// from the edge, may never be asked.
#pragma once

#include "designer/verify/certificate.h"
#include "model/design.h"

#include <set>
#include <tuple>

namespace riser::verify {

// A service, asked from behind a handoff, at a translation's outside address or (none) its own.
using EnteredWay = std::tuple<ServiceId, ProviderHandoffId, std::optional<NatId>>;
std::set<EnteredWay> entered_ways(const Design& design);

bool may_be_published(const Design& design, const Service& service, ProviderHandoffId handoff);
// What asks for services that whoever is behind the handoff may ask, at their own addresses.
std::vector<Cube> open_to(const Design& design, const ProviderHandoff& handoff);

} // namespace riser::verify
