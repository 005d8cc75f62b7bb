// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology_groups.h"

#include "exporters/drawings/topology_content.h"
#include "exporters/tables/names.h"
#include "model/fields/field.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

constexpr std::size_t most_alone = 6;

Symbol symbol_of(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
    case EquipmentRole::distribution_switch:
        return Symbol::sw;
    case EquipmentRole::core_switch:
        return Symbol::core;
    case EquipmentRole::router:
    case EquipmentRole::optical_terminal:
        return Symbol::router;
    case EquipmentRole::firewall:
    case EquipmentRole::ips:
    case EquipmentRole::av_gateway:
    case EquipmentRole::waf:
    case EquipmentRole::isolation_gateway:
    case EquipmentRole::behaviour_audit:
        return Symbol::firewall;
    case EquipmentRole::access_point:
        return Symbol::ap;
    case EquipmentRole::camera:
        return Symbol::camera;
    default:
        return Symbol::server;
    }
}

EquipmentRole role_of(const Design& design, EquipmentId id) {
    const EquipmentType* type = design.find(design.find(id)->type);
    return type ? type->role : EquipmentRole::other;
}

struct Key {
    std::size_t home = 0;
    int tier = 0;
    std::uint64_t stack = 0;
    EquipmentRole role{};
    std::optional<FloorId> floor = {};
    std::uint64_t alone = 0; // an opened device
    auto operator<=>(const Key&) const = default;
};

Text count_of(std::size_t count, const Text& what) {
    return {std::to_string(count) + " × " + what.zh, std::to_string(count) + " × " + what.en};
}

TopologyGroup single(const Design& design, const Key& key, EquipmentId id) {
    const EquipmentType* type = design.find(design.find(id)->type);
    return {{id},
            key.home,
            key.tier,
            name_of(design, id),
            type ? same_text(type->code.empty() ? type->model : type->code) : label_of(key.role),
            symbol_of(key.role),
            {}};
}

TopologyGroup together(const Design& design, const Key& key, std::vector<EquipmentId> devices) {
    const Text role = label_of(role_of(design, devices.front()));
    Text title = key.floor ? floor_name(design, key.floor) : Text{"未定楼层", "No floor"};
    if (const Stack* stack = key.stack ? design.find(StackId{key.stack}) : nullptr)
        title = name_of(design, stack->id);
    const Text count = count_of(devices.size(), role);
    return {std::move(devices), key.home, key.tier, title, count, symbol_of(key.role), {}};
}

} // namespace

Tier tier_of(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::router:
    case EquipmentRole::optical_terminal:
        return Tier::exit;
    case EquipmentRole::firewall:
    case EquipmentRole::ips:
    case EquipmentRole::av_gateway:
    case EquipmentRole::waf:
    case EquipmentRole::isolation_gateway:
    case EquipmentRole::behaviour_audit:
        return Tier::border;
    case EquipmentRole::core_switch:
        return Tier::core;
    case EquipmentRole::access_switch:
        return Tier::access;
    case EquipmentRole::access_point:
        return Tier::wireless;
    case EquipmentRole::camera:
    case EquipmentRole::probe:
    case EquipmentRole::collector:
        return Tier::endpoint;
    default:
        return Tier::distribution;
    }
}

std::vector<TopologyGroup> device_groups(const Design& design, const std::vector<PlacedDevice>& devices,
                                         const std::set<AnyId>& opened) {
    std::map<EquipmentId, StackId> stacks;
    for (const Stack& stack : design.stacks)
        for (const EquipmentId member : stack.members)
            stacks.try_emplace(member, stack.id);
    std::map<Key, std::vector<EquipmentId>> groups;
    for (const auto& [id, home] : devices) {
        const EquipmentRole role = role_of(design, id);
        Key key{.home = home, .tier = static_cast<int>(tier_of(role)), .role = role};
        const Equipment* device = design.find(id);
        const auto stack = stacks.find(id);
        const bool in_stack = stack != stacks.end();
        if (opened.contains(id) || (in_stack && opened.contains(stack->second)) ||
            (device->zone && opened.contains(*device->zone)))
            key.alone = id.value;
        else if (in_stack)
            key.stack = stack->second.value;
        else
            key.floor = place_of(design, id).floor;
        groups[key].push_back(id);
    }
    const auto by_name = [&](EquipmentId a, EquipmentId b) {
        return natural_less(design.find(a)->label, design.find(b)->label);
    };
    std::vector<TopologyGroup> out;
    for (auto& [key, members] : groups) {
        std::stable_sort(members.begin(), members.end(), by_name);
        const auto tier = static_cast<Tier>(key.tier);
        const bool collapses = key.stack != 0 || tier >= Tier::access ||
                               (symbol_of(key.role) == Symbol::server && members.size() > most_alone);
        if (collapses && members.size() > 1)
            out.push_back(together(design, key, members));
        else
            for (const EquipmentId id : members)
                out.push_back(single(design, key, id));
    }
    std::map<std::optional<FloorId>, std::size_t> rank;
    for (const FloorId floor : floors_in_order(design))
        rank.emplace(floor, rank.size());
    const auto order = [&](const TopologyGroup& g) {
        const auto at = rank.find(place_of(design, g.devices.front()).floor);
        return std::tuple(g.home, g.tier, at == rank.end() ? rank.size() : at->second);
    };
    std::stable_sort(out.begin(), out.end(), [&](const TopologyGroup& a, const TopologyGroup& b) {
        const auto ka = order(a);
        const auto kb = order(b);
        return ka != kb ? ka < kb : by_name(a.devices.front(), b.devices.front());
    });
    return out;
}

WithheldRows::WithheldRows(const Design& design, const std::set<AnyId>& opened) : design_(design) {
    for (const Plane& plane : design.planes)
        if (plane.disclosure == Disclosure::secret && !opened.contains(plane.id))
            planes_.insert(plane.id);
    std::set<GradedSystemId> shown;
    for (const Zone& zone : design.zones) {
        const Plane* plane = design.find(zone.plane);
        const bool on_opened = plane && plane->disclosure == Disclosure::secret && !planes_.contains(plane->id);
        if (planes_.contains(zone.plane) || (is_secret(zone.grading) && !on_opened))
            zones_.insert(zone.id);
        else if (on_opened)
            shown.insert(zone.systems.begin(), zone.systems.end());
    }
    for (const GradedSystem& system : design.graded_systems)
        if (is_secret(system.grading) && !shown.contains(system.id))
            systems_.insert(system.id);
}

bool WithheldRows::device(const Equipment& device) const {
    return (device.plane && planes_.contains(*device.plane)) || (device.zone && zones_.contains(*device.zone));
}

bool WithheldRows::service(const Service& service) const {
    return (service.zone && zones_.contains(*service.zone)) || (service.system && systems_.contains(*service.system));
}

std::string rate_name(BitRate rate) {
    const auto in = [&](std::int64_t unit, const char* letter) {
        const std::int64_t tenths = rate.value * 10 / unit;
        return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "") + letter;
    };
    if (rate.value >= 1'000'000'000)
        return in(1'000'000'000, "G");
    return rate.value >= 1'000'000 ? in(1'000'000, "M") : in(1'000, "k");
}

} // namespace riser
