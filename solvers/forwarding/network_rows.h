// SPDX-License-Identifier: GPL-3.0-or-later
// What forwarding reads of a design, and nothing else: the rows of devices, ports, VLANs, gateways, routes and filters,
// which ports are joined and by which cables, which port each jack is patched to. While these are equal so is
// everything that this room says.
#pragma once

#include "model/design.h"
#include "solvers/analysis/zone_bodies.h"
#include "solvers/base/facts.h"

#include <memory>
#include <span>

namespace riser {

struct CabledLink {
    PortId a; // a < b
    PortId b;
    std::vector<CableId> cables; // in their order, from a
    auto operator<=>(const CabledLink&) const = default;
};
struct CabledJack {
    JackId jack;
    PortId port;
    std::vector<CableId> cables;
    auto operator<=>(const CabledJack&) const = default;
};

// DeviceLinks and PatchedJacks with all cables that each depends on; sorted. O(terminations + splices).
// A handle: copies share.
struct CabledLinks {
    struct Rows {
        std::vector<CabledLink> links;
        std::vector<CabledJack> jacks;
        bool operator==(const Rows&) const = default;
    };
    std::shared_ptr<const Rows> rows = std::make_shared<const Rows>();
    std::span<const CabledLink> links() const { return rows->links; }
    std::span<const CabledJack> jacks() const { return rows->jacks; }
    bool operator==(const CabledLinks& other) const { return rows == other.rows || *rows == *other.rows; }
    static CabledLinks compute(FactInput& input);
    static std::optional<CabledLinks> update(const CabledLinks& previous, const ChangeSet& changes, FactInput& input);
};

// A patched jack whose point kind is wireless.
struct AccessPointJack {
    JackId jack;
    PlaneId plane;
    auto operator<=>(const AccessPointJack&) const = default;
};

// Everything that is read.
struct NetworkRows {
    Design design; // those tables alone
    CabledLinks cabled;
    std::vector<AccessPointJack> access_points = {}; // by jack
    ZoneBodies desks = {};
    bool operator==(const NetworkRows&) const = default;
    static NetworkRows compute(FactInput& input);
};

// The same without what filters say: the network that is derived keeps while only rules change.
struct NetworkShape {
    NetworkRows rows;
    bool operator==(const NetworkShape&) const = default;
    static NetworkShape compute(FactInput& input);
};

} // namespace riser
