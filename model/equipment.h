// SPDX-License-Identifier: GPL-3.0-or-later
// Active equipment: devices with cards, supplies and ports, how they are joined into one (LAG, stack), spanning tree,
// and what makes several of them fail together.
#pragma once

#include "model/base/geometry.h"
#include "model/base/network.h"
#include "model/base/row.h"
#include "model/catalogue.h"
#include "model/kinds.h"

namespace riser {

struct Equipment : PhysicalRow {
    EquipmentId id;
    EquipmentTypeId type;
    std::string label;
    std::optional<SpaceId> space;
    std::optional<FloorId> floor; // of a device outside a space (AP, camera)
    Point place;
    std::optional<PlaneId> plane;
    std::optional<ZoneId> zone;
    std::optional<IpAddress> address; // at which it is managed
    std::string serial;
    bool operator==(const Equipment&) const = default;
};

struct Card : PhysicalRow {
    CardId id;
    EquipmentId equipment;
    std::int32_t slot = 1;
    EquipmentTypeId type;
    bool operator==(const Card&) const = default;
};

struct PowerSupply : PhysicalRow {
    PowerSupplyId id;
    EquipmentId equipment;
    std::int32_t slot = 1;
    Milliwatts capacity;
    std::optional<PduId> pdu;
    bool operator==(const PowerSupply&) const = default;
};

enum class PortMode { access, trunk, routed, unused };

struct Port : PhysicalRow {
    PortId id;
    EquipmentId equipment;
    std::optional<CardId> card;
    std::string name; // "GE1/0/17"
    std::int32_t position = 1;
    BitRate rate;
    Medium medium = Medium::copper;
    PortMode mode = PortMode::unused;
    std::optional<VlanId> access_vlan; // of a trunk: its native VLAN, untagged; none: untagged frames are dropped
    std::vector<VlanId> trunk_vlans;
    std::int32_t poe_class = 0;
    std::optional<LagId> lag;
    std::optional<ZoneId> zone;
    bool operator==(const Port&) const = default;
};

enum class LagKind { lacp, fixed };

struct Lag : RowBase {
    LagId id;
    std::string name;
    LagKind kind = LagKind::lacp;
    std::vector<EquipmentId> across; // one device, or the pair of an MLAG
    std::int32_t minimum_links = 1;
    bool operator==(const Lag&) const = default;
};

struct Stack : RowBase {
    StackId id;
    std::string name;
    std::vector<EquipmentId> members;
    bool operator==(const Stack&) const = default;
};

enum class SpanningTreeMode { rstp, mstp, pvst, none };

struct SpanningTree : RowBase {
    SpanningTreeId id;
    EquipmentId equipment;
    SpanningTreeMode mode = SpanningTreeMode::rstp;
    std::int32_t instance = 0;
    std::int32_t priority = 32768;
    bool operator==(const SpanningTree&) const = default;
};

enum class CauseKind { shaft, supply, software, location, maintenance };

// Rows that fail as one: same shaft, same supply, same software.
struct CommonCause : RowBase {
    CommonCauseId id;
    Text name;
    CauseKind kind = CauseKind::software;
    std::vector<AnyId> members;
    BasisPoints beta; // share of failures that take all members
    bool operator==(const CommonCause&) const = default;
};

std::span<const struct Choice> choices(PortMode);
std::span<const struct Choice> choices(LagKind);
std::span<const struct Choice> choices(SpanningTreeMode);
std::span<const struct Choice> choices(CauseKind);

} // namespace riser
