// SPDX-License-Identifier: GPL-3.0-or-later
// Distribution to core: within the first machine room by cords, from other buildings over campus cables in the ground.
#include "tests/bench/generate/devices.h"

namespace riser {

namespace {

constexpr std::int32_t campus_cores = 24;

// The runs between the machine rooms of the first building and another: in the one, under the ground, in the other.
struct CampusWay {
    std::vector<std::size_t> here; // from the first machine room to its entrance
    std::vector<std::size_t> ducts;
    std::vector<std::size_t> there; // from the other machine room to its entrance
};

CampusWay campus_way(const Works& works, const Backbone& backbone, std::size_t b, std::size_t n) {
    CampusWay way;
    way.here = runs_to(works.buildings[0], backbone.reach[0], *works.buildings[0].entrance_node);
    way.there = runs_to(works.buildings[b], backbone.reach[b], *works.buildings[b].entrance_node);
    const auto duct = [&](std::size_t x, std::size_t y) {
        for (std::size_t i = 0; i < works.campus.size(); ++i)
            if ((works.campus[i].from == x && works.campus[i].to == y) ||
                (works.campus[i].from == y && works.campus[i].to == x))
                return std::optional(i);
        return std::optional<std::size_t>();
    };
    way.ducts = {*duct(0, b)};
    // The second cable goes round by a neighbour.
    for (std::size_t by = 1; n == 1 && by < works.buildings.size() && way.ducts.size() == 1; ++by)
        if (const auto second = duct(by, b))
            way.ducts = {*duct(0, by), *second};
    return way;
}

CableId add_campus_cable(Works& works, const Backbone& backbone, std::size_t b, std::size_t plane, std::size_t n,
                         std::int32_t lit) {
    const CampusWay way = campus_way(works, backbone, b, n);
    BuildingWorks& here = works.buildings[0];
    BuildingWorks& there = works.buildings[b];
    const std::int64_t area = cross_section_um2(*works.design.find(works.catalogue.campus_fibre));
    Cable cable;
    cable.label = "K-" + there.machine.label + (plane == 1 ? "-S" : "-W") + std::to_string(n + 1);
    cable.type = works.catalogue.campus_fibre;
    cable.role = CableRole::campus;
    cable.plane = plane_id(works, plane);
    cable.elements = lit_first(lit, campus_cores);
    lay_along(here, cable, way.here, here.machine.node);
    for (const std::size_t run : way.here)
        here.runs[run].cable_area_um2 += area;
    for (const std::size_t duct : way.ducts) {
        cable.route.push_back({.run = works.campus[duct].row.id, .compartment = 0});
        works.campus[duct].cable_area_um2 += area;
    }
    for (auto run = way.there.rbegin(); run != way.there.rend(); ++run) {
        cable.route.push_back({.run = there.runs[*run].row.id, .compartment = 0});
        there.runs[*run].cable_area_um2 += area;
    }
    const RunSketch& last = there.runs[way.there.front()];
    cable.exit_offset = Millimetres(last.from == there.machine.node ? 0 : last.length);
    cable.entry_drop = Millimetres(tray_elevation - rack_entry);
    cable.exit_drop = cable.entry_drop;
    cable.slack_a = metres(5);
    cable.slack_b = metres(5);
    return works.put(std::move(cable));
}

} // namespace

void join_cores(Works& works, Backbone& backbone) {
    for (const std::size_t plane : {0U, 1U})
        for (std::size_t b = 0; b < works.buildings.size(); ++b) {
            auto& pairs = backbone.distribution[plane][b];
            const auto devices = static_cast<std::int32_t>(pairs.size() * 2);
            for (const std::size_t n : {0U, 1U}) {
                if (devices == 0)
                    continue;
                OdfRange here;
                OdfRange there;
                if (b > 0) {
                    ensure(devices * 2 <= campus_cores,
                           "a building has more distribution switches than its cable has cores");
                    const CableId id = add_campus_cable(works, backbone, b, plane, n, devices * 2);
                    here = take_odf(works, backbone, 0, plane, campus_cores);
                    there = take_odf(works, backbone, b, plane, campus_cores);
                    terminate(works, {id, CableEnd::a, 1, campus_cores, here.panel, here.position});
                    terminate(works, {id, CableEnd::b, 1, campus_cores, there.panel, there.position});
                }
                for (std::size_t i = 0; i < pairs.size() * 2; ++i) {
                    const Device& device = pairs[i / 2][i % 2];
                    Device& core = backbone.cores[plane][n];
                    const PortId up = device.ports[device.uplink + n];
                    const PortId down = core.ports[core.next++];
                    use_port(works, up, {.mode = PortMode::routed});
                    use_port(works, down, {.mode = PortMode::routed});
                    const std::string name = device.label + "-" + std::to_string(n + 1);
                    const PlaneId id = plane_id(works, plane);
                    const auto at = static_cast<std::int32_t>(2 * i);
                    if (b == 0) {
                        add_cord(works, {.label = "X-" + name, .plane = id, .fibre = true, .a = down, .b = up});
                        continue;
                    }
                    add_cord(works, {.label = "XD-" + name,
                                     .plane = id,
                                     .fibre = true,
                                     .a = here.panel,
                                     .position_a = here.position + at,
                                     .b = down});
                    add_cord(works, {.label = "XU-" + name,
                                     .plane = id,
                                     .fibre = true,
                                     .a = there.panel,
                                     .position_a = there.position + at,
                                     .b = up});
                }
            }
        }
}

} // namespace riser
