// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices a network needs beside its switches, before any is placed: what its boundaries ask for by the deck's
// table (firewalls, what stands in the line before them, log audit, bastion, admission control), a border router where
// no firewall takes the handoffs, controllers of its access points, recorders of its cameras, its telephone system, and
// the hosts of its services. Each the cheapest of the catalogue with the ports and rates; what it lacks is said.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/planning/equipment/works.h"

namespace riser {

// A device that a person placed counts first, by `standing`.
struct HostNeed {
    std::string key; // of its row
    const EquipmentType* type = nullptr;
    std::optional<EquipmentId> standing;
    std::optional<ZoneId> zone;
    std::int32_t fibre = 0;  // links to the core
    std::int32_t copper = 0; // links to access switches beside it
};

// Devices of one role in the line from the core to a firewall; each passes so many links.
struct LineStage {
    std::vector<std::vector<HostNeed>> of_firewall;
    std::int32_t links_each = 1;
};

struct ServiceNeeds {
    BitRate rate; // of links in the line, at least
    std::vector<HostNeed> firewalls;
    std::vector<HostNeed> routers; // as many as firewalls, or none
    std::vector<LineStage> line;   // from the core
    std::vector<HostNeed> beside;
    std::map<ServiceId, std::vector<std::size_t>> hosts; // of services, in `beside`
    std::vector<ProviderHandoffId> handoffs;             // by provider
    std::int32_t cores = 1;                              // side by side
    std::int32_t switches = 0;                           // that must take copper links: hosts of one service on two

    bool empty() const { return firewalls.empty() && beside.empty(); }
    std::int32_t core_ports() const; // of each core, without growth
    std::int32_t copper_ports() const;
};

// Where a network's core stands: the root of its backbone. Nothing for networks without cables.
std::optional<SpaceId> core_space_of(const EquipmentWorks& works, const PlaneKey& plane);

// Of the network whose core stands there. Reads boundaries, services and the demand, not what is planned of it.
ServiceNeeds choose_services(EquipmentWorks& works, const Facts& facts, const PlaneWorks& plane);

} // namespace riser
