// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices a topology draws as one box, in which tier they stand, and which rows it withholds.
#pragma once

#include "exporters/drawings/symbols.h"
#include "model/design.h"

#include <set>

namespace riser {

enum class Tier { exit, border, core, distribution, access, wireless, endpoint };
Tier tier_of(EquipmentRole role);

struct PlacedDevice {
    EquipmentId device;
    std::size_t home = 0; // the box it stands in
};
struct TopologyGroup {
    std::vector<EquipmentId> devices; // in the order of their labels
    std::size_t home = 0;
    int tier = 0;
    Text title;
    Text detail;
    Symbol symbol{};
    std::vector<AnyId> opens = {}; // what asks for its parts one by one; empty: its devices
};
// Each device once. Stacks, and access switches and end devices of one floor, come together, and so do more than six
// servers or the like of one role on one floor; not those in `opened` (a device, its stack or its zone).
std::vector<TopologyGroup> device_groups(const Design& design, const std::vector<PlacedDevice>& devices,
                                         const std::set<AnyId>& opened);

// Secret networks and zones graded as secret that nobody has asked for, with what stands in them.
class WithheldRows {
  public:
    WithheldRows(const Design& design, const std::set<AnyId>& opened);
    bool plane(PlaneId id) const { return planes_.contains(id); }
    bool zone(ZoneId id) const { return zones_.contains(id); }
    bool device(const Equipment& device) const;
    bool service(const Service& service) const;

  private:
    const Design& design_;
    std::set<PlaneId> planes_;
    std::set<ZoneId> zones_;
    std::set<GradedSystemId> systems_;
};

} // namespace riser
