// SPDX-License-Identifier: GPL-3.0-or-later
// What people call the things that may fail, and their kinds.
#pragma once

#include "solvers/failure/reach_network.h"

#include <span>

namespace riser {

Text label_of(ElementKind kind);
// "Shaft 1", "UPS A, one block of two", "Floor tray CT-3F-2".
Text name_of(const Facts& facts, const FailureElement& element);
// "UPS A; Floor tray CT-3F-2".
Text names_of(const Facts& facts, std::span<const FailureElement> elements);
// "The core", "The Internet", the name of the service.
Text name_of(const Design& design, const ReachTarget& target);

} // namespace riser
