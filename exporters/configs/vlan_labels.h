// SPDX-License-Identifier: GPL-3.0-or-later
// What VLANs are called on devices and in an inventory: by their name, and by their number where several have the name.
#pragma once

#include "model/design.h"

#include <map>
#include <string>
#include <vector>

namespace riser {

// "W-M", "W-G-3512"; of rows with a number, all that the reader may know of: others would show by what theirs are
// called. The same name and number on two planes is the same label.
std::map<VlanId, std::string> vlan_labels(const std::vector<const Vlan*>& told);

} // namespace riser
