// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a table of lengths and a number of candidates to open make sense, and whom nobody can serve.
#pragma once

#include "model/base/result.h"
#include "solvers/graph/location/service.h"

namespace riser::location {

// bad_input: a table of the wrong size, a negative length, lengths that may add up to more than 2^50, too many or no
// candidates to open.
Result<void> check(const ServiceTable& service, std::uint32_t open);
std::vector<ClientIndex> clients_without_candidate(const ServiceTable& service);

} // namespace riser::location
