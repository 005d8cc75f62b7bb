// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/guard_ways.h"

#include "model/equipment.h"
#include "solvers/analysis/device_links.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

bool routes(EquipmentRole role) {
    return role == EquipmentRole::core_switch || role == EquipmentRole::distribution_switch;
}
// What hands packets on that are not for it.
bool forwards(EquipmentRole role) {
    return routes(role) || is_inline(role) || role == EquipmentRole::access_switch || role == EquipmentRole::router ||
           role == EquipmentRole::firewall || role == EquipmentRole::isolation_gateway ||
           role == EquipmentRole::optical_terminal;
}

class Search {
  public:
    Search(const GuardWays& ways, const Boundary& boundary) : ways_(ways), boundary_(boundary) {
        if (boundary.b.kind == Kind::provider_handoffs)
            for (const auto& [handoff, device] : ways.exits)
                if (AnyId(handoff) == boundary.b)
                    exit_ = device;
    }

    // Devices that packets get to from the routing switches when those of `without` hand nothing on.
    std::vector<bool> reached(const std::set<std::uint32_t>& without) const {
        std::vector<bool> seen(ways_.devices.size());
        std::vector<std::uint32_t> open;
        const auto visit = [&](std::uint32_t at) {
            if (!seen[at] && !without.contains(at)) {
                seen[at] = true;
                open.push_back(at);
            }
        };
        for (std::uint32_t i = 0; i < ways_.devices.size(); ++i)
            if (is_source(i))
                visit(i);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            // Between zones the firewall is where a way ends.
            if (!forwards(ways_.devices[at].role) || (!exit_ && ways_.devices[at].role == EquipmentRole::firewall))
                continue;
            for (const std::uint32_t next : ways_.devices[at].links)
                if (ways_.devices[next].plane == boundary_.plane)
                    visit(next);
        }
        return seen;
    }
    bool is_source(std::uint32_t i) const {
        return ways_.devices[i].plane == boundary_.plane && routes(ways_.devices[i].role);
    }
    bool is_end(std::uint32_t i) const {
        return exit_ ? i == *exit_
                     : ways_.devices[i].plane == boundary_.plane && ways_.devices[i].role == EquipmentRole::firewall;
    }

  private:
    const GuardWays& ways_;
    const Boundary& boundary_;
    std::optional<std::uint32_t> exit_;
};

} // namespace

GuardWays::Answer GuardWays::of(const Boundary& boundary, std::span<const EquipmentRole> roles) const {
    Answer out;
    if (!boundary.plane)
        return out;
    const Search search(*this, boundary);
    const std::vector<bool> on_way = search.reached({});
    std::set<std::uint32_t> guards;
    for (std::uint32_t i = 0; i < devices.size(); ++i) {
        const GuardDevice& device = devices[i];
        if (device.plane != boundary.plane || std::find(roles.begin(), roles.end(), device.role) == roles.end())
            continue;
        if (forwards(device.role) ? !on_way[i] : device.links.empty())
            continue;
        out.devices.push_back(device.id);
        if (forwards(device.role))
            guards.insert(i);
    }
    const bool beside = std::none_of(roles.begin(), roles.end(), [](EquipmentRole role) { return forwards(role); });
    if (beside || out.devices.size() > guards.size())
        return out;
    const std::vector<bool> past = search.reached(guards);
    for (std::uint32_t i = 0; i < devices.size(); ++i)
        out.passed_by |= past[i] && search.is_end(i);
    return out;
}

GuardWays GuardWays::compute(FactInput& input) {
    GuardWays out;
    std::map<EquipmentId, std::uint32_t> index;
    for (const Equipment& row : input.table<Equipment>()) {
        const EquipmentType* type = input.find(row.type);
        if (!type || row.status == Status::remove)
            continue;
        index.emplace(row.id, static_cast<std::uint32_t>(out.devices.size()));
        out.devices.push_back({.id = row.id, .role = type->role, .plane = row.plane, .zone = row.zone, .links = {}});
    }
    const auto device_of = [&](PortId port) -> std::optional<std::uint32_t> {
        const Port* row = input.find(port);
        const auto at = row ? index.find(row->equipment) : index.end();
        return at == index.end() ? std::nullopt : std::optional(at->second);
    };
    for (const DeviceLink& link : input.get<DeviceLinks>().links) {
        const auto a = device_of(link.a), b = device_of(link.b);
        if (!a || !b || a == b)
            continue;
        out.devices[*a].links.push_back(*b);
        out.devices[*b].links.push_back(*a);
    }
    for (GuardDevice& device : out.devices) {
        std::sort(device.links.begin(), device.links.end());
        device.links.erase(std::unique(device.links.begin(), device.links.end()), device.links.end());
    }
    for (const ProviderHandoff& handoff : input.table<ProviderHandoff>())
        if (handoff.port && handoff.status != Status::remove)
            if (const auto at = device_of(*handoff.port))
                out.exits.emplace_back(handoff.id, *at);
    return out;
}

std::vector<NeededControl> controls_of(const Boundary& boundary, const GuardWays& ways, const LinkTables& tables) {
    std::vector<NeededControl> out;
    if (boundary.kind == BoundaryKind::secret || boundary.kind == BoundaryKind::planes)
        return out;
    for (const BoundaryMeasure& measure : tables.measures)
        if (measure.level == boundary.level && boundary.is_for(measure.scope))
            out.push_back({.measure = &measure, .answer = ways.of(boundary, measure.roles)});
    return out;
}

} // namespace riser
