// SPDX-License-Identifier: GPL-3.0-or-later
// How the rules of intents say where packets end and by which way they come.
#pragma once

#include "solvers/forwarding/intent.h"

namespace riser {

// "at the rule base of eq…, rule 3": a device's label where it has one.
Text told_end(FactInput& facts, const Denial& end);
Text told_way(FactInput& facts, const Witness& way);
std::string device_label(FactInput& facts, EquipmentId id);

} // namespace riser
