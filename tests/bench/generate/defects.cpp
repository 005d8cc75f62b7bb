// SPDX-License-Identifier: GPL-3.0-or-later
// Faults put into a clean design on purpose, each with the rule that should find it. Their subjects never overlap, so
// that one fault does not hide another.
#include "tests/bench/generate/works.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

struct Breaker {
    Works& works;
    std::set<AnyId> used = {};
    std::vector<std::pair<std::size_t, std::size_t>> jacks = {}; // building, jack; those not yet drawn, shuffled

    explicit Breaker(Works& w) : works(w) {
        for (std::size_t b = 0; b < works.buildings.size(); ++b)
            for (std::size_t j = 0; j < works.buildings[b].jacks.size(); ++j)
                if (works.buildings[b].jacks[j].room != SIZE_MAX)
                    jacks.emplace_back(b, j);
        for (std::size_t i = jacks.size(); i > 1; --i)
            std::swap(jacks[i - 1], jacks[static_cast<std::size_t>(works.dice.bits() % i)]);
    }

    // A jack in a room, whose outlet no defect has touched.
    const JackSketch* draw_jack() {
        while (!jacks.empty()) {
            const auto [b, j] = jacks.back();
            jacks.pop_back();
            const JackSketch& jack = works.buildings[b].jacks[j];
            if (used.insert(works.design.find(jack.id)->outlet).second)
                return &jack;
        }
        return nullptr;
    }

    BuildingWorks& draw_building() {
        return works.buildings[static_cast<std::size_t>(works.dice.bits() % works.buildings.size())];
    }

    template<class Row, class Change> void change(Id<Row> id, Change with) {
        Row row = *works.design.find(id);
        with(row);
        works.put(std::move(row));
    }
};

using Made = std::optional<SeededDefect>;

Made outlet_outside_room(Breaker& b) {
    const JackSketch* jack = b.draw_jack();
    if (!jack)
        return {};
    const OutletId outlet = b.works.design.find(jack->id)->outlet;
    b.change(outlet, [](Outlet& row) { row.place = row.place + Point{-60'000, -60'000}; });
    return SeededDefect{"outlet-outside-room", "DES-03", {outlet}};
}

Made doubled_label(Breaker& b) {
    const JackSketch* first = b.draw_jack();
    const JackSketch* second = b.draw_jack();
    if (!first || !second)
        return {};
    const OutletId one = b.works.design.find(first->id)->outlet;
    const OutletId other = b.works.design.find(second->id)->outlet;
    b.change(other, [&](Outlet& row) { row.label = b.works.design.find(one)->label; });
    return SeededDefect{"doubled-label", "DES-04", {std::min(one, other), std::max(one, other)}};
}

Made dangling_reference(Breaker& b) {
    const JackSketch* jack = b.draw_jack();
    if (!jack)
        return {};
    b.change(jack->id, [&](Jack& row) { row.vlan_wish = b.works.ids.next<Vlan>(); });
    return SeededDefect{"dangling-reference", "DES-05", {jack->id}};
}

Made overlong_cable(Breaker& b) {
    const JackSketch* jack = b.draw_jack();
    if (!jack)
        return {};
    b.change(jack->cable, [](Cable& row) { row.exit_drop = metres(91); });
    return SeededDefect{"overlong-cable", "CAB-02", {jack->cable}};
}

Made unrouted_jack(Breaker& b) {
    const JackSketch* jack = b.draw_jack();
    if (!jack)
        return {};
    std::vector<TerminationId> ends;
    for (const Termination& row : b.works.design.terminations)
        if (row.cable == jack->cable)
            ends.push_back(row.id);
    for (const TerminationId end : ends)
        b.works.design.terminations.erase(end);
    b.works.design.cables.erase(jack->cable);
    return SeededDefect{"unrouted-jack", "DES-02", {jack->id}};
}

Made broken_route(Breaker& b) {
    for (int tries = 0; tries < 200; ++tries) {
        const JackSketch* jack = b.draw_jack();
        if (!jack)
            return {};
        if (b.works.design.find(jack->cable)->route.size() < 4)
            continue;
        b.change(jack->cable, [](Cable& row) { row.route.erase(row.route.begin() + 1); });
        return SeededDefect{"broken-route", "DES-06", {jack->cable}};
    }
    return {};
}

Made overfull_run(Breaker& b, PathwayKind kind, const char* name, const char* rule) {
    for (int tries = 0; tries < 400; ++tries) {
        const BuildingWorks& building = b.draw_building();
        const RunSketch& sketch = building.runs[static_cast<std::size_t>(b.works.dice.bits() % building.runs.size())];
        const PathwayRunId id = sketch.row.id;
        if (sketch.row.kind != kind || sketch.cable_area_um2 < 600'000'000 || !b.used.insert(id).second)
            continue;
        b.change(id, [&](PathwayRun& row) {
            row.type.reset();
            row.width = Millimetres(50);
            row.height = Millimetres(static_cast<std::int32_t>(sketch.cable_area_um2 * 10 / 8 / 50 / 1'000'000));
        });
        return SeededDefect{name, rule, {id}};
    }
    return {};
}

Made overfull_tray(Breaker& b) { return overfull_run(b, PathwayKind::tray, "overfull-tray", "PATH-01"); }

Made tiny_telecom_room(Breaker& b) {
    for (int tries = 0; tries < 400; ++tries) {
        const BuildingWorks& building = b.draw_building();
        const auto& room =
            building.distributors[static_cast<std::size_t>(b.works.dice.bits() % building.distributors.size())];
        // A room on a floor that has lost its telecom rooms is none any more.
        if (b.used.contains(building.floors[room.floor].id) || !b.used.insert(room.room).second)
            continue;
        b.change(room.room, [&](Room& row) {
            const Point p = room.place;
            row.outline = {{{p.x - 1'000, p.y - 1'000},
                            {p.x + 1'000, p.y - 1'000},
                            {p.x + 1'000, p.y + 1'000},
                            {p.x - 1'000, p.y + 1'000}},
                           {}};
        });
        return SeededDefect{"tiny-telecom-room", "ROOM-02", {room.space}};
    }
    return {};
}

// 76 m in a ceiling of 60 degrees: within the 90 m of 20 degrees, beyond the derated 72 m.
Made hot_cable(Breaker& b) {
    const JackSketch* jack = b.draw_jack();
    if (!jack)
        return {};
    Cable cable = *b.works.design.find(jack->cable);
    const PathwayRunId last = cable.route.back().run;
    if (!b.used.insert(last).second)
        return {};
    b.change(last, [](PathwayRun& row) { row.ambient = celsius(60); });
    std::int32_t along = 0;
    for (const BuildingWorks& building : b.works.buildings)
        for (const RunSketch& run : building.runs)
            for (const RouteStep& step : cable.route)
                along += step.run == run.row.id ? run.length : 0;
    cable.exit_drop = Millimetres(std::max(cable.exit_drop.value, 80'000 - along - cable.slack_a.value));
    b.works.put(std::move(cable));
    return SeededDefect{"hot-cable", "CAB-07", {jack->cable}};
}

Made floor_without_telecom_room(Breaker& b) {
    for (int tries = 0; tries < 50; ++tries) {
        const BuildingWorks& building = b.draw_building();
        const FloorWorks& floor =
            building.floors[static_cast<std::size_t>(b.works.dice.bits() % building.floors.size())];
        const bool broken = std::any_of(floor.distributors.begin(), floor.distributors.end(),
                                        [&](std::size_t d) { return b.used.contains(building.distributors[d].room); });
        if (floor.storey < 5 || broken || !b.used.insert(floor.id).second)
            continue;
        for (const std::size_t d : floor.distributors)
            b.change(building.distributors[d].space, [](Space& row) { row.role = SpaceRole::elv_shaft; });
        return SeededDefect{"floor-without-telecom-room", "ROOM-01", {floor.id}};
    }
    return {};
}

constexpr Made (*breakers[])(Breaker&) = {
    outlet_outside_room, doubled_label, dangling_reference, overlong_cable, unrouted_jack,
    broken_route,        overfull_tray, tiny_telecom_room,  hot_cable,      floor_without_telecom_room};

} // namespace

std::vector<SeededDefect> add_defects(Works& works, int count) {
    std::vector<SeededDefect> made;
    if (count <= 0)
        return made;
    Breaker breaker(works);
    for (int i = 0; static_cast<int>(made.size()) < count && i < count * 4; ++i)
        if (Made defect = breakers[static_cast<std::size_t>(i) % std::size(breakers)](breaker))
            made.push_back(std::move(*defect));
    return made;
}

} // namespace riser
