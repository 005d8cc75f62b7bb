// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/devices.h"

namespace riser {

namespace {

constexpr std::int32_t odf_positions = 144;
constexpr std::int32_t odf_units = 4;
constexpr std::int32_t fibre_cores = 12;

Device add_machine_device(Works& works, std::size_t b, std::size_t plane, EquipmentTypeId type, const std::string& name,
                          std::optional<ZoneId> zone) {
    BuildingWorks& building = works.buildings[b];
    DeviceSpot spot;
    spot.type = type;
    spot.label = building.machine.label + "-" + name;
    spot.plane = plane_id(works, plane);
    spot.zone = zone;
    spot.space = building.machine.space;
    spot.place = building.machine.place;
    Device device = add_device(works, spot);
    rack_up(works, building.machine, device.id, works.design.find(type)->rack_units);
    return device;
}

// From the machine room to a node, staying away from `avoid` where there is another way.
std::vector<std::size_t> backbone_way(const BuildingWorks& building, const std::vector<Reach>& shortest,
                                      std::size_t node, const std::vector<std::size_t>* avoid) {
    if (!avoid)
        return runs_to(building, shortest, node);
    constexpr std::int64_t dear = 10'000'000;
    std::vector<bool> used(building.runs.size(), false);
    for (const std::size_t run : *avoid)
        used[run] = true;
    const std::vector<Reach> other = reach_from(building, {building.machine.node}, [&](std::size_t run) {
        return std::optional<std::int64_t>(building.runs[run].length + (used[run] ? dear : 0));
    });
    return runs_to(building, other, node);
}

Cable backbone_cable(Works& works, BuildingWorks& building, const std::vector<std::size_t>& way, std::size_t node,
                     CableTypeId type) {
    Cable cable;
    cable.type = type;
    cable.role = CableRole::backbone;
    lay_along(building, cable, way, building.machine.node);
    const RunSketch& last = building.runs[way.back()];
    cable.exit_offset = Millimetres(last.to == node ? last.length : 0);
    cable.entry_drop = Millimetres(tray_elevation - rack_entry);
    cable.exit_drop = Millimetres(tray_elevation - rack_entry);
    cable.slack_a = metres(5);
    cable.slack_b = metres(3);
    const std::int64_t area = cross_section_um2(*works.design.find(type));
    for (const std::size_t run : way)
        building.runs[run].cable_area_um2 += area;
    return cable;
}

} // namespace

std::vector<ElementRange> lit_first(std::int32_t lit, std::int32_t cores) {
    std::vector<ElementRange> ranges{{.first = 1, .last = lit, .state = ElementState::lit}};
    if (lit < cores)
        ranges.push_back({.first = lit + 1, .last = cores, .state = ElementState::spare});
    return ranges;
}

OdfRange take_odf(Works& works, Backbone& backbone, std::size_t b, std::size_t plane, std::int32_t count) {
    OdfState& state = backbone.odfs[b][plane];
    Distributor& machine = works.buildings[b].machine;
    if (!state.panel || state.used + count > odf_positions) {
        Panel row;
        row.kind = PanelKind::odf;
        row.label = machine.label + (plane == 1 ? "-OS" : "-OW") + std::to_string(++state.number);
        row.space = machine.space;
        row.place = machine.place;
        row.positions = odf_positions;
        row.category = Category::os2;
        row.plane = plane_id(works, plane);
        state.panel = works.put(std::move(row));
        state.used = 0;
        rack_up(works, machine, state.panel, odf_units);
    }
    const OdfRange range{state.panel, state.used + 1};
    state.used += count;
    return range;
}

Backbone add_backbone_devices(Works& works) {
    Backbone backbone;
    const Catalogue& c = works.catalogue;
    backbone.odfs.resize(works.buildings.size());
    for (const std::size_t plane : {0U, 1U}) {
        const ZoneId zone = plane == 1 ? c.facility_zone : c.office_zone;
        for (const std::size_t n : {0U, 1U})
            backbone.cores[plane][n] = add_machine_device(
                works, 0, plane, c.core, (plane == 1 ? "CORE-S" : "CORE-W") + std::to_string(n + 1), zone);
        backbone.distribution[plane].resize(works.buildings.size());
        for (std::size_t b = 0; b < works.buildings.size(); ++b)
            for (std::size_t pair = 0; pair < works.buildings[b].pairs[plane]; ++pair) {
                auto& switches = backbone.distribution[plane][b].emplace_back();
                for (const std::size_t n : {0U, 1U})
                    switches[n] = add_machine_device(
                        works, b, plane, c.distribution,
                        (plane == 1 ? "AGG-S" : "AGG-W") + std::to_string(pair + 1) + (n == 0 ? "A" : "B"), zone);
            }
    }
    for (const BuildingWorks& building : works.buildings)
        backbone.reach.push_back(reach_from(building, {building.machine.node}, [&](std::size_t run) {
            return std::optional<std::int64_t>(building.runs[run].length);
        }));
    return backbone;
}

void join_access(Works& works, Backbone& backbone, std::size_t b, std::size_t d, std::size_t plane,
                 const std::vector<Device>& switches) {
    BuildingWorks& building = works.buildings[b];
    Distributor& distributor = building.distributors[d];
    const auto lit = static_cast<std::int32_t>(switches.size() * 2);
    ensure(lit <= fibre_cores, "a telecom room has more switches than its backbone cable has cores");
    Panel odf;
    odf.kind = PanelKind::odf;
    odf.label = distributor.label + (plane == 1 ? "-OS" : "-OW");
    odf.space = distributor.space;
    odf.place = distributor.place;
    odf.positions = 2 * fibre_cores;
    odf.category = Category::os2;
    odf.plane = plane_id(works, plane);
    const PanelId odf_id = works.put(std::move(odf));
    rack_up(works, distributor, odf_id, 1);

    std::vector<VlanId> vlans;
    for (const std::size_t u : plane == 1 ? std::array{2U, 3U} : std::array{0U, 1U})
        if (distributor.vlans[u])
            vlans.push_back(distributor.vlans[u]);
    std::array<Device, 2>& pair = backbone.distribution[plane][b][distributor.pair[plane]];
    std::vector<LagId> up;
    std::vector<LagId> down;
    const auto add_lag = [&](std::size_t number, std::vector<EquipmentId> across) {
        Lag lag;
        lag.name = "Eth-Trunk" + std::to_string(number);
        lag.across = std::move(across);
        return works.put(std::move(lag));
    };
    for (const Device& device : switches) {
        up.push_back(add_lag(1, {device.id}));
        down.push_back(add_lag(pair[0].next + 1 + down.size(), {pair[0].id, pair[1].id}));
    }
    std::vector<std::size_t> first_way;
    for (const std::size_t n : {0U, 1U}) {
        const std::vector<std::size_t> way =
            backbone_way(building, backbone.reach[b], distributor.node, n == 0 ? nullptr : &first_way);
        if (n == 0)
            first_way = way;
        Cable cable = backbone_cable(works, building, way, distributor.node, works.catalogue.fibre);
        cable.label = "B-" + distributor.label + (plane == 1 ? "-S" : "-W") + std::to_string(n + 1);
        cable.plane = plane_id(works, plane);
        cable.elements = lit_first(lit, fibre_cores);
        const CableId id = works.put(std::move(cable));
        const OdfRange range = take_odf(works, backbone, b, plane, fibre_cores);
        const auto base = static_cast<std::int32_t>(n) * fibre_cores;
        terminate(works, {id, CableEnd::a, 1, fibre_cores, range.panel, range.position});
        terminate(works, {id, CableEnd::b, 1, fibre_cores, odf_id, base + 1});
        for (std::size_t s = 0; s < switches.size(); ++s) {
            const auto core = static_cast<std::int32_t>(2 * s);
            const PortId uplink = switches[s].ports[switches[s].uplink + n];
            const PortId downlink = pair[n].ports[pair[n].next++];
            use_port(works, uplink, {.mode = PortMode::trunk, .trunk = vlans, .lag = up[s]});
            use_port(works, downlink, {.mode = PortMode::trunk, .trunk = vlans, .lag = down[s]});
            const std::string name = switches[s].label + "-" + std::to_string(n + 1);
            add_cord(works, {.label = "U-" + name,
                             .plane = plane_id(works, plane),
                             .fibre = true,
                             .a = odf_id,
                             .position_a = base + core + 1,
                             .b = uplink});
            add_cord(works, {.label = "D-" + name,
                             .plane = plane_id(works, plane),
                             .fibre = true,
                             .a = range.panel,
                             .position_a = range.position + core,
                             .b = downlink});
        }
    }
}

namespace {

struct Appliance {
    EquipmentTypeId Catalogue::*type;
    const char* name;
    ZoneId Catalogue::*zone;
    std::size_t plane;
};
constexpr Appliance appliances[] = {
    {&Catalogue::firewall, "FW1", &Catalogue::exit_zone, 0},
    {&Catalogue::firewall, "FW2", &Catalogue::exit_zone, 0},
    {&Catalogue::ips, "IPS1", &Catalogue::exit_zone, 0},
    {&Catalogue::ips, "IPS2", &Catalogue::exit_zone, 0},
    {&Catalogue::behaviour_audit, "ACG1", &Catalogue::exit_zone, 0},
    {&Catalogue::bastion, "BST1", &Catalogue::management_zone, 0},
    {&Catalogue::log_audit, "LOG1", &Catalogue::management_zone, 0},
    {&Catalogue::nac, "NAC1", &Catalogue::management_zone, 0},
    {&Catalogue::management_station, "NMS1", &Catalogue::management_zone, 0},
    {&Catalogue::storage, "STO1", &Catalogue::server_zone, 0},
    {&Catalogue::controller, "WLC1", &Catalogue::facility_zone, 1},
    {&Catalogue::controller, "WLC2", &Catalogue::facility_zone, 1},
    {&Catalogue::recorder, "NVR1", &Catalogue::facility_zone, 1},
};

void add_joined(Works& works, Backbone& backbone, const Appliance& spec, const std::string& name) {
    const Device device =
        add_machine_device(works, 0, spec.plane, works.catalogue.*spec.type, name, works.catalogue.*spec.zone);
    if (spec.type == &Catalogue::firewall)
        backbone.firewalls.push_back(device.id);
    for (const std::size_t n : {0U, 1U}) {
        Device& core = backbone.cores[spec.plane][n];
        const PortId port = core.ports[core.next++];
        use_port(works, port, {.mode = PortMode::routed});
        use_port(works, device.ports[n], {.mode = PortMode::routed});
        add_cord(works, {.label = "X-" + device.label + "-" + std::to_string(n + 1),
                         .plane = plane_id(works, spec.plane),
                         .fibre = true,
                         .a = port,
                         .b = device.ports[n]});
    }
}

} // namespace

void add_machine_room(Works& works, Backbone& backbone) {
    for (const Appliance& spec : appliances)
        add_joined(works, backbone, spec, spec.name);
    const auto wanted = static_cast<std::size_t>(works.recipe.devices);
    for (int n = 1; n <= 4 || (n <= 24 && works.design.equipment.size() < wanted); ++n)
        add_joined(works, backbone, {&Catalogue::server, "", &Catalogue::server_zone, 0}, "SRV" + std::to_string(n));
    const SpaceId demarcation = works.buildings[0].machine.space;
    for (const Text& provider :
         {Text{"政务外网运营方", "E-government network operator"}, Text{"互联网运营商", "Internet provider"}}) {
        ProviderHandoff row;
        row.provider = provider;
        row.plane = works.catalogue.extranet;
        row.demarcation = demarcation;
        row.entrance = works.buildings[0].entrance_space;
        row.bandwidth = megabits(10'000);
        works.put(std::move(row));
    }
}

void add_gateways_and_policies(Works& works, const Backbone& backbone) {
    std::map<VlanId, IpPrefix> subnets;
    for (const Prefix& prefix : works.design.prefixes)
        subnets[*prefix.vlan] = *prefix.prefix;
    for (std::size_t b = 0; b < works.buildings.size(); ++b)
        for (const Distributor& distributor : works.buildings[b].distributors)
            for (std::size_t u = 0; u < distributor.vlans.size(); ++u) {
                const VlanId vlan = distributor.vlans[u];
                const std::size_t plane = u / 2;
                if (!vlan || distributor.switch_count[plane] == 0)
                    continue;
                Gateway gateway;
                gateway.vlan = vlan;
                gateway.equipment = backbone.distribution[plane][b][distributor.pair[plane]][0].id;
                gateway.address = subnets[vlan].address;
                gateway.address->bytes[3] = 1;
                gateway.redundant = true;
                works.put(std::move(gateway));
            }
    const Catalogue& c = works.catalogue;
    const std::pair<ZoneId, ZoneId> ways[] = {
        {c.office_zone, c.server_zone}, {c.office_zone, c.exit_zone}, {c.management_zone, c.server_zone}};
    std::vector<ServiceId> services;
    for (const Service& service : works.design.services)
        services.push_back(service.id);
    for (const auto& [from, to] : ways) {
        Policy policy;
        policy.from = from;
        policy.to = to;
        policy.services = services;
        policy.action = AclAction::permit;
        policy.controls = {Control::access_control,       Control::stateful_firewall,
                           Control::application_control,  Control::admission_control,
                           Control::intrusion_prevention, Control::malware_gateway,
                           Control::mail_gateway,         Control::audit,
                           Control::behaviour_audit};
        policy.enforced_by = backbone.firewalls;
        works.put(std::move(policy));
    }
}

} // namespace riser
