// SPDX-License-Identifier: GPL-3.0-or-later
// What fails and what goes dark with it, as tables.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/failure/failure_pairs.h"

namespace riser {

// 单点故障表: a row an element that takes more than one point, or a service, those that take most first: points, rooms,
// people, services, bodies.
TableDocument failures_table(const Facts& facts);

// 双重故障表: a row two classes of elements that together take what neither takes alone, those that take most first.
TableDocument failure_pairs_table(const Facts& facts, const FailurePairs& pairs);

} // namespace riser
