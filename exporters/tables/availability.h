// SPDX-License-Identifier: GPL-3.0-or-later
// 业务可用性表: of each service and telecom room the points that are without it longest, and what costs most.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/failure/availability.h"

namespace riser {

// A group a service; a row a room and VLAN, longest first. `known` is of these facts and inputs.
TableDocument availability_table(const Facts& facts, const AvailabilityInputs& inputs, const Availability& known);

} // namespace riser
