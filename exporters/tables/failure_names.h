// SPDX-License-Identifier: GPL-3.0-or-later
// What people call the things that may fail, and their kinds.
#pragma once

#include "solvers/failure/failure_model.h"

namespace riser {

Text label_of(ElementKind kind);
// "Shaft 1", "UPS A, one block of two", "Floor tray CT-3F-2".
Text name_of(const Facts& facts, const FailureElement& element);

} // namespace riser
