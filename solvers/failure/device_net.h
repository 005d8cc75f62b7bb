// SPDX-License-Identifier: GPL-3.0-or-later
// The devices that forward and the hosts of services as a network with risks: which cables join them, and on what each
// cable and each device depends. A stack is one node, as forwarding has it. Ways in it are ways of cables: which
// VLANs frames take is asked elsewhere. Equal while only points, cords and drops change.
#pragma once

#include "solvers/failure/failure_model.h"
#include "solvers/graph/resilience/risk_arcs.h"

#include <memory>

namespace riser {

struct NetCable {
    PortId a;
    PortId b;                 // 0: of a handoff
    AnyId handoff;            // value 0: none
    std::vector<CableId> way; // from a
    bool operator==(const NetCable&) const = default;
};

struct DeviceNet {
    std::vector<AnyId> nodes = {};             // devices (of a stack the first) by id, then handoffs by id
    std::vector<NetCable> cables = {};         // by link; one that depends on any of several things is several links
    std::vector<FailureElement> elements = {}; // by risk; sorted
    std::vector<RiskSet> certain = {};         // by node: what takes it down alone
    RiskNetwork network = {};
    bool all_there = true; // false: some needs had too many ways to be met, and count as failing sooner
    std::shared_ptr<const RiskArcs> arcs = {};

    std::optional<NetNode> node_of(AnyId id) const;                   // of any member of a stack; O(log n)
    std::vector<std::pair<EquipmentId, NetNode>> node_by_device = {}; // sorted

    bool operator==(const DeviceNet& other) const;
    static DeviceNet compute(FactInput& input);
};

} // namespace riser
