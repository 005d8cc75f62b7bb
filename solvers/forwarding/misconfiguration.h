// SPDX-License-Identifier: GPL-3.0-or-later
// One slip of a hand on a device, as a change to the design: what would then reach what?
#pragma once

#include "model/design.h"

#include <variant>

namespace riser {

struct PortMadeTrunk { // of all VLANs of its device's plane, its own untagged
    PortId port;
    bool operator==(const PortMadeTrunk&) const = default;
};
struct PortMovedTo { // an access port of another VLAN
    PortId port;
    VlanId vlan;
    bool operator==(const PortMovedTo&) const = default;
};
struct RuleRemoved {
    AclId acl;
    std::size_t rule = 0;
    bool operator==(const RuleRemoved&) const = default;
};
struct RuleWidened { // to any source, destination, protocol and port
    AclId acl;
    std::size_t rule = 0;
    bool operator==(const RuleWidened&) const = default;
};
using Misconfiguration = std::variant<PortMadeTrunk, PortMovedTo, RuleRemoved, RuleWidened>;

// The design after it; as it was when what it names is not there. O(log rows + VLANs).
Design misconfigured(Design design, const Misconfiguration& slip);

// Every one that may happen: each access port made a trunk or moved to one of the other VLANs that its device has ports
// of, each rule removed or widened. By row id. O(ports x VLANs of a device + rules).
std::vector<Misconfiguration> misconfigurations(const Design& design);

} // namespace riser
