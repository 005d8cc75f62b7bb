// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/reports/guarded.h"

#include <algorithm>

namespace riser::test {

namespace {

template<class Row> const Row& first_where(const Table<Row>& table, bool (*is)(const Row&)) {
    for (const Row& row : table)
        if (is(row))
            return row;
    ensure(false, "the tower lacks a row that the tests rest on");
    return *table.begin();
}

} // namespace

Design guarded_tower() {
    TowerOptions options;
    options.secret = true;
    options.floors = 2;
    options.bays = 4;
    Design design = tower(options);
    IdSource ids(99);
    const auto put = [&](auto row) {
        using Row = decltype(row);
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    };
    const Plane& plane =
        first_where<Plane>(design.planes, [](const Plane& p) { return p.disclosure == Disclosure::secret; });
    const Panel& panel = first_where<Panel>(design.panels, [](const Panel& p) { return p.label == "CRIMSON-P1"; });
    const PathwayRun& run =
        first_where<PathwayRun>(design.pathway_runs, [](const PathwayRun& r) { return r.label == "CRIMSON-T1"; });

    // A type that only the secret network uses.
    EquipmentType type;
    type.code = "CRIMSON-ENC";
    type.name = {"赤霞加密机", "Crimson encryptor"};
    Equipment encryptor;
    encryptor.type = put(type);
    encryptor.label = "CRIMSON-ENC1";
    encryptor.plane = plane.id;
    put(encryptor);
    // A cable that names no network, and ends on a panel of the secret one.
    Cable stray;
    stray.label = "CRIMSON-STRAY";
    stray.type = design.cable_types.begin()->id;
    Termination end;
    end.cable = put(stray);
    end.on = panel.id;
    put(end);
    // An open cable led through the secret tray; a compartment of an open tray kept for the secret network.
    Cable open =
        first_where<Cable>(design.cables, [](const Cable& c) { return !c.route.empty() && c.label[0] != 'C'; });
    open.route.push_back({.run = run.id, .compartment = 0});
    design.cables.put(open);
    PathwayRun shared =
        first_where<PathwayRun>(design.pathway_runs, [](const PathwayRun& r) { return r.label[0] != 'C'; });
    shared.compartments = {{"CRIMSON-COMP", Millimetres(100), Millimetres(100), SeparationClass::elv, plane.id}};
    design.pathway_runs.put(shared);
    // Words without a reference.
    Authorization paper;
    paper.authority = "某局";
    paper.scope = {"赤霞网专用", "for Crimson network only"};
    put(paper);
    Revision revision;
    revision.number = "C";
    revision.description = {"增设赤霞网机柜", "cabinet of the Crimson network added"};
    put(revision);
    ScopeItem scope;
    scope.subject = {"赤霞网由他人设计", "Crimson network by others"};
    put(scope);
    GradedSystem system;
    system.name = {"赤霞办公系统", "Crimson office"};
    system.grading = Grading::secret_mi;
    put(system);
    Floor floor = *design.floors.begin();
    floor.name = {"赤霞网所在层", "Floor of the Crimson network"};
    floor.extras = ExtrasRef({{{"note", "CRIMSON-EXTRA"}}, {}, {}});
    design.floors.put(floor);
    return design;
}

std::string leak_in(std::string_view text) {
    const auto small = [](std::string_view from) {
        std::string out(from);
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return out;
    };
    const std::string where = small(text);
    for (const std::string& word : secret_words())
        if (const std::size_t at = where.find(small(word)); at != std::string::npos)
            return std::string(text.substr(at < 60 ? 0 : at - 60, 160));
    return {};
}

CheckReport checked(const Design& design) { return run_checks(Facts(design), *built_in_deck("cn-government")); }

} // namespace riser::test
