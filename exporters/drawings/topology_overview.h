// SPDX-License-Identifier: GPL-3.0-or-later
// A large network at one glance: devices that stand alike in it, as one box. What serves many floors from the same
// devices above is one box with a mark for each device, and so are switches that join the same above and below (a
// redundant pair), and what guards one border in one role; until it is opened.
#pragma once

#include "exporters/drawings/topology_groups.h"
#include "solvers/analysis/device_links.h"

namespace riser {

// Joins groups of a tier of a zone that has more than eight of them, of a border more than four. Those with a device,
// zone or floor in `opened` stay as they are. O(links + groups log groups).
std::vector<TopologyGroup> overview_of(const Design& design, const DeviceLinks& links,
                                       const std::vector<TopologyGroup>& groups, const std::set<AnyId>& opened);

// "1F–5F, 8F"; floors in their order.
Text floors_text(const Design& design, const std::set<FloorId>& floors);

} // namespace riser
