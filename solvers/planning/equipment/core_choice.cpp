// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/core_choice.h"

#include "solvers/base/uplink_class.h"
#include "solvers/planning/equipment/works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

struct Candidate {
    const EquipmentType* type = nullptr;
    std::int64_t price = 0;
};

std::vector<Candidate> candidates(const Design& design) {
    std::vector<Candidate> priced;
    std::vector<Candidate> unpriced;
    for (const EquipmentType& type : design.equipment_types) {
        if (type.role != EquipmentRole::core_switch && type.role != EquipmentRole::distribution_switch)
            continue;
        const std::optional<std::int64_t> price = price_of(design, type);
        (price ? priced : unpriced).push_back({&type, price.value_or(1)});
    }
    std::vector<Candidate> out = priced.empty() ? unpriced : priced;
    std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.price, a.type->code, a.type->id) < std::tie(b.price, b.type->code, b.type->id);
    });
    return out;
}

// Links of the rate that one device takes when so many of its ports serve other ends.
std::int32_t links_of(const EquipmentType& type, BitRate rate, std::int32_t others) {
    const GatherPorts ports = gather_ports(type, rate);
    return ports.down - std::max(0, others - ports.faster);
}

std::int32_t peers(const GatherNeed& need) { return need.devices > 1 ? peer_links : 0; }

} // namespace

GatherPorts gather_ports(const EquipmentType& type, BitRate rate) {
    GatherPorts out;
    for (const PortGroup& group : type.ports) {
        if (group.medium != Medium::fibre)
            continue;
        if (group.rate == rate)
            out.down += group.count;
        else if (group.rate > rate)
            out.faster += group.count;
        out.fastest = std::max(out.fastest, group.rate);
    }
    return out;
}

std::optional<GatherChoice> cheapest_gathering(const Design& design, const GatherNeed& need) {
    const std::vector<Candidate> types = candidates(design);
    std::optional<GatherChoice> best;
    std::int64_t least = 0;
    const auto offer = [&](const GatherChoice& choice, std::int64_t price) {
        if (!best || price < least) {
            best = choice;
            least = price;
        }
    };
    const std::int32_t each = (need.links + need.devices - 1) / need.devices;
    for (const Candidate& type : types)
        if (links_of(*type.type, need.rate, peers(need) + need.upward) >= each + need.spare + need.hosts)
            offer({.upper = type.type}, type.price * need.devices);
    // Two layers, every distribution switch with a link to each core switch.
    for (const Candidate& lower : types) {
        if (lower.type->role != EquipmentRole::distribution_switch)
            continue;
        const std::int32_t takes = links_of(*lower.type, need.rate, need.devices);
        const BitRate up = gather_ports(*lower.type, need.rate).fastest;
        if (takes <= 0)
            continue;
        const std::int32_t groups = (each + takes - 1) / takes;
        for (const Candidate& upper : types)
            if (links_of(*upper.type, up, peers(need) + need.upward) >=
                    groups * need.devices + need.spare / 4 + (up == need.rate ? need.hosts : 0) &&
                gather_ports(*upper.type, need.rate).down >= need.hosts)
                offer({.upper = upper.type, .lower = lower.type, .groups = groups, .group_links = takes * need.devices},
                      need.devices * (groups * lower.price + upper.price));
    }
    return best;
}

std::int32_t cores_side_by_side(const Design& design, std::optional<PlaneId> plane) {
    const bool said = plane && std::any_of(design.requirement_classes.begin(), design.requirement_classes.end(),
                                           [&](const RequirementClass& row) { return row.subject == AnyId(*plane); });
    const UplinkClasses classes(design.requirement_classes, design.zones, design.services);
    return !said || classes.of(plane, {}) != RedundancyClass::n ? 2 : 1;
}

} // namespace riser
