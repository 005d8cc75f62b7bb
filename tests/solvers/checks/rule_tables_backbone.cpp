// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"
#include "tests/solvers/checks/two_cores.h"

namespace riser::test {

namespace {

// Below the office a floor with a core machine room at either end; two risers, one beside each, join it to the
// corridor of the office's floor, whose tray leads on to the second riser.
struct Trunks {
    explicit Trunks(Office& o) : office(o) {
        Floor low = *o.design.find(o.floor);
        low.label = "B1";
        low.order = -1;
        low.elevation = low.elevation - Millimetres(4'000);
        below = o.add(low);
        cores = {core("C1", 1'500), core("C2", 21'500)};
        far_above = node(o.floor, 21'500, {});
        risers = {run(nodes[0], o.near_node, PathwayKind::shaft), run(nodes[1], far_above, PathwayKind::shaft)};
        tray = run(o.far_node, far_above, PathwayKind::tray);
        low_tray = run(nodes[0], nodes[1], PathwayKind::tray);
        CableType row;
        row.code = "OS2-12";
        row.category = Category::os2;
        row.element = ElementUnit::core;
        row.elements = 12;
        fibre = o.add(row);
    }

    SpaceId core(std::string label, std::int32_t x) {
        Room room;
        room.floor = below;
        room.number = label;
        room.use = RoomUse::core_machine_room;
        room.outline.outer = {{x - 2'000, 0}, {x + 2'000, 0}, {x + 2'000, 5'000}, {x - 2'000, 5'000}};
        Space space;
        space.room = office.add(room);
        space.role = SpaceRole::core_machine_room;
        space.label = label;
        space.place = {x, 1'500};
        const SpaceId id = office.add(space);
        nodes.push_back(node(below, x, id));
        return id;
    }
    PathwayNodeId node(FloorId floor, std::int32_t x, std::optional<SpaceId> space) {
        PathwayNode row;
        row.floor = floor;
        row.place = {x, 1'500};
        row.elevation = Millimetres(3'000);
        row.space = space;
        return office.add(row);
    }
    PathwayRunId run(PathwayNodeId from, PathwayNodeId to, PathwayKind kind) {
        PathwayRun row;
        row.from = from;
        row.to = to;
        row.kind = kind;
        row.label = "R" + std::to_string(office.design.pathway_runs.size());
        row.width = Millimetres(200);
        row.height = Millimetres(100);
        return office.add(row);
    }
    // A cable along the runs from a core to the office's telecom room.
    CableId cable(std::vector<PathwayRunId> way) {
        Cable row;
        row.label = "B-" + std::to_string(office.design.cables.size());
        row.role = CableRole::backbone;
        row.type = fibre;
        row.plane = office.plane;
        for (const PathwayRunId id : way)
            row.route.push_back({.run = id, .compartment = 0});
        row.exit_offset = Millimetres(way.back() == risers[0] ? 4'000 : 0);
        return office.add(row);
    }
    void straight() { cable({risers[0]}); }
    // From the first core through the other riser, and from the second.
    void round() { cable({low_tray, risers[1], tray, office.tray}); }
    void from_the_other() { cable({risers[1], tray, office.tray}); }
    void ask(AnyId subject, RedundancyClass redundancy) {
        RequirementClass row;
        row.subject = subject;
        row.redundancy = redundancy;
        office.add(row);
    }

    Office& office;
    FloorId below;
    std::vector<PathwayNodeId> nodes;
    std::array<SpaceId, 2> cores;
    PathwayNodeId far_above;
    std::array<PathwayRunId, 2> risers;
    PathwayRunId tray;
    PathwayRunId low_tray;
    CableTypeId fibre;
};

// Trunks with the plane's class, and what `lay` lays.
template<class Lay> auto asked(RedundancyClass redundancy, Lay lay) {
    return [redundancy, lay](Office& o) {
        Trunks trunks(o);
        trunks.ask(o.plane, redundancy);
        lay(trunks);
    };
}

// In place of the office the network of two cores, after `change`.
template<class Change> auto network(Change change) {
    return [change](Office& o) {
        TwoCores cores;
        change(cores);
        o.design = cores.design;
    };
}

} // namespace

RuleTables backbone_tables() {
    using C = RedundancyClass;
    const auto straight = [](Trunks& t) { t.straight(); };
    const auto doubled = [](Trunks& t) {
        t.straight();
        t.straight();
    };
    const auto diverse = [](Trunks& t) {
        t.straight();
        t.round();
    };
    const auto two_cores = [](Trunks& t) {
        t.straight();
        t.from_the_other();
    };
    // A second riser cable in the first shaft: other runs, one shaft.
    const auto one_shaft = [](Trunks& t) {
        const PathwayRunId other = t.run(t.nodes[0], t.office.near_node, PathwayKind::shaft);
        t.straight();
        t.cable({other});
    };
    return {
        {
            {"AV-04", "one uplink", asked(C::n_plus_1, straight), 1, "3F-E1 (Plane W) has one uplink only"},
            {"AV-04", "two cables in one tray", asked(C::n_plus_1, doubled), 1, "has both uplinks in Shaft 1"},
            {"AV-04", "two trays in one shaft", asked(C::n_plus_1, one_shaft), 1, "has both uplinks in Shaft 1"},
            {"AV-04", "the class is a zone's",
             [=](Office& o) {
                 Trunks t(o);
                 Zone zone;
                 zone.plane = o.plane;
                 t.ask(o.add(zone), C::two_n);
                 doubled(t);
             }},
            {"AV-04", "both uplinks on one card",
             network([](TwoCores& n) { n.change(n.uplink_port[1], [&](Port& row) { row.card = n.card[0]; }); }), 1,
             "alone cuts Equipment AS1 off from the core"},
            {"REQ-02", "a single handoff", network([](TwoCores& n) { n.remove(n.handoff[1]); }), 1,
             "alone cuts the exit of Zone zone edge (edge) off from the core; so does"},
            {"REQ-02", "both hosts in one rack, and N+1 asked", network([](TwoCores& n) {
                 n.move_to(n.second_server, n.core_room[0], n.rack_of[4]);
                 n.cause({n.server, n.second_server});
                 n.ask(RedundancyClass::n_plus_1);
             }),
             1, "alone cuts the hosts of Service Mail (mail) off from the core; the brief asks for N+1"},
            {"REQ-03", "the other uplink does not carry the VLAN", network([](TwoCores& n) {
                 n.change(n.uplink_port[1], [&](Port& row) { std::erase(row.trunk_vlans, n.party.vlan); });
             }),
             3, "alone takes Service Mail (mail) away from points in VLAN 10 v10, though cables lead past it"},
            {"REQ-01", "N without a cable, while another room has one",
             [=](Office& o) {
                 Trunks t(o);
                 t.ask(o.plane, C::n);
                 const PlaneId other = o.add_plane("X", Disclosure::open);
                 const CableId backbone = t.cable({t.risers[0]});
                 o.change(backbone, [&](Cable& row) { row.plane = other; });
             },
             1, "has no uplink; the brief asks for N"},
            {"REQ-01", "N+1 with one cable", asked(C::n_plus_1, straight), 1,
             "has one uplink only; the brief asks for N+1"},
            {"REQ-01", "diverse routes in one tray", asked(C::diverse_route, doubled), 1, "asks for Diverse route"},
            {"REQ-01", "diverse routes in one shaft", asked(C::diverse_route, one_shaft)},
            {"REQ-01", "2N from one core", asked(C::two_n, diverse), 1, "has both uplinks end in one core room"},
            {"REQ-01", "the room itself asks for more",
             [=](Office& o) {
                 Trunks t(o);
                 t.ask(o.plane, C::n);
                 t.ask(o.space, C::diverse_route);
                 doubled(t);
             }},
        },
        {
            {"AV-04", "two shafts", asked(C::n_plus_1, diverse)},
            {"AV-04", "nobody asks for more than N", asked(C::n, straight), RuleOutcome::not_applicable},
            {"AV-04", "the room asks for N only",
             [=](Office& o) {
                 Trunks t(o);
                 t.ask(o.plane, C::n_plus_1);
                 t.ask(o.space, C::n);
                 straight(t);
             },
             RuleOutcome::not_applicable},
            {"AV-04", "no backbone yet", asked(C::n_plus_1, [](Trunks&) {}), RuleOutcome::needs_input},
            {"AV-04", "one rack, and N+1 asked", network([](TwoCores& n) {
                 n.move_to(n.core[1], n.core_room[0], n.rack_of[0]);
                 n.ask(RedundancyClass::n_plus_1);
             })},
            {"REQ-03", "both uplinks carry it", network([](TwoCores&) {})},
            {"REQ-03", "nobody asks for more than N", network([](TwoCores& n) { n.ask(RedundancyClass::n); }),
             RuleOutcome::not_applicable},
            {"REQ-03", "no class in the brief", [](Office&) {}, RuleOutcome::not_applicable},
            {"REQ-02", "two of everything", network([](TwoCores&) {})},
            {"REQ-02", "one entrance, and N+1 asked", network([](TwoCores& n) {
                 n.change(n.handoff[1], [&](ProviderHandoff& row) { row.entrance = n.entrance[0]; });
                 n.ask(RedundancyClass::n_plus_1);
             })},
            {"REQ-02", "nobody asks for more than N", network([](TwoCores& n) {
                 n.remove(n.handoff[1]);
                 n.ask(RedundancyClass::n);
             }),
             RuleOutcome::not_applicable},
            {"REQ-02", "no class in the brief", [](Office&) {}, RuleOutcome::not_applicable},
            {"REQ-01", "N with one cable", asked(C::n, straight)},
            {"REQ-01", "N+1 in one tray", asked(C::n_plus_1, doubled)},
            {"REQ-01", "diverse routes by two shafts", asked(C::diverse_route, diverse)},
            {"REQ-01", "2N from two cores", asked(C::two_n, two_cores)},
            {"REQ-01", "no class in the brief", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
