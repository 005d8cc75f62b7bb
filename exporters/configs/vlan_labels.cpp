// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/vlan_labels.h"

namespace riser {

std::map<VlanId, std::string> vlan_labels(const std::vector<const Vlan*>& told) {
    std::map<std::string, int> times;
    for (const Vlan* row : told)
        ++times[row->name];
    std::map<VlanId, std::string> out;
    for (const Vlan* row : told) {
        const bool alone = row->name.empty() || times.at(row->name) == 1;
        out.emplace(row->id, alone ? row->name : row->name + '-' + std::to_string(row->number->number()));
    }
    return out;
}

} // namespace riser
