// SPDX-License-Identifier: GPL-3.0-or-later
// From an edit to its findings, as while somebody works: the verb, the commit, what is known taken over, every rule
// asked. One line a kind of edit, against a check from scratch; the reports must be the same.
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "model/edits/history.h"
#include "solvers/checks/run_checks.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/benches/by_rule.h"
#include "tests/bench/sample.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

namespace {

constexpr int edits = 20;
constexpr double budget = 50e-3;

struct Targets {
    std::vector<OutletId> outlets;
    std::vector<RoomId> rooms;
    std::vector<PathwayRunId> runs;
    std::vector<EquipmentId> devices;
    std::vector<CableId> cables;
    std::vector<CableId> routed;
};

struct KindOfEdit {
    const char* what;
    bool (*make)(Edit& edit, const Targets& on, int i);
};

bool move(Edit& edit, const Targets& on, int i) {
    const OutletId id = of(on.outlets, i);
    return static_cast<bool>(move_outlet(edit, id, edit.design().find(id)->place + Point{40, 0}));
}

bool rename_room(Edit& edit, const Targets& on, int i) {
    return static_cast<bool>(set_field(edit, of(on.rooms, i), "name.zh", "改名" + std::to_string(i)));
}

bool widen_run(Edit& edit, const Targets& on, int i) {
    const PathwayRunId id = of(on.runs, i);
    const std::int32_t width = edit.design().find(id)->width.value + 50;
    return static_cast<bool>(set_field(edit, id, "width", std::to_string(width)));
}

bool narrow_run(Edit& edit, const Targets& on, int i) {
    const PathwayRunId id = of(on.runs, i);
    const std::int32_t width = std::max(20, edit.design().find(id)->width.value / 4);
    return static_cast<bool>(set_field(edit, id, "width", std::to_string(width)));
}

bool add_device(Edit& edit, const Targets& on, int i) {
    Equipment device = *edit.design().find(of(on.devices, i));
    device.id = {};
    device.label = "NEW-" + std::to_string(i);
    edit.put(std::move(device));
    return true;
}

bool add(Edit& edit, const Targets& on, int i) {
    const Outlet& beside = *edit.design().find(of(on.outlets, i));
    const Jack& like = *edit.design().jacks.begin();
    return static_cast<bool>(add_outlet(edit, beside.floor,
                                        {.place = beside.place + Point{60, 0},
                                         .label = "NEW-O-" + std::to_string(i),
                                         .jacks = {{.kind = like.kind, .plane = like.plane, .label = {}}}}));
}

bool remove(Edit& edit, const Targets& on, int i) {
    return static_cast<bool>(delete_outlet(edit, of(on.outlets, 2 * i + 1)));
}

bool relabel_cable(Edit& edit, const Targets& on, int i) {
    return static_cast<bool>(set_field(edit, of(on.cables, i), "label", "NEW-C-" + std::to_string(i)));
}

bool break_way(Edit& edit, const Targets& on, int i) {
    return static_cast<bool>(edit.update(of(on.routed, i), [](Cable& cable) { cable.route.pop_back(); }));
}

Table<Cable> routed(const Design& design) {
    Table<Cable> out;
    for (const Cable& cable : design.cables)
        if (!cable.route.empty())
            out.put(cable);
    return out;
}

constexpr KindOfEdit kinds[] = {
    {"an outlet moved", move},           {"a room renamed", rename_room},
    {"a run made wider", widen_run},     {"a run made too narrow", narrow_run},
    {"a device added", add_device},      {"an outlet added", add},
    {"an outlet deleted", remove},       {"a cable labelled anew", relabel_cable},
    {"a cable's way broken", break_way},
};

} // namespace

void recheck(Bench& bench) {
    const Deck& deck = *built_in_deck("cn-government");
    const Design& start = bench.design();
    const Targets targets{.outlets = sample(start.outlets, 2 * edits),
                          .rooms = sample(start.rooms, edits),
                          .runs = sample(start.pathway_runs, edits),
                          .devices = sample(start.equipment, edits),
                          .cables = sample(start.cables, edits),
                          .routed = sample(routed(start), edits)};
    const Measure full = timed(bench.repeat(), [&] { keep(run_checks(Facts(start), deck)); });
    const Facts whole(start);
    keep(run_checks(whole, deck));
    IdSource ids(1);
    for (const KindOfEdit& kind : kinds) {
        History history(start);
        Facts facts(start);
        CheckReport report = run_checks(facts, deck);
        Stopwatch watch;
        bool fine = true;
        for (int i = 0; i < edits; ++i)
            watch.time([&] {
                Edit edit = history.begin({"改", "Change"}, ids);
                fine = kind.make(edit, targets, i) && fine;
                fine = history.commit(std::move(edit)) && fine;
                facts = facts.advance(history.current());
                report = run_checks(facts, deck);
            });
        bench.require(fine && history.steps() == edits, std::string("each edit makes a step: ") + kind.what);
        bench.require(report == run_checks(Facts(history.current()), deck),
                      std::string("the report after each edit is that from scratch: ") + kind.what);
        bench.line({.what = std::string("recheck: ") + kind.what,
                    .measured = watch.measure(),
                    .against = "a check from scratch",
                    .peer = full,
                    .at_most = bench.grown(budget)});
        // Of the first such edit: what people wait for, beside what is asked after it.
        Edit edit(start, {}, ids);
        bench.require(kind.make(edit, targets, 0), std::string("an edit can be made: ") + kind.what);
        const RuleCosts costs = costs_by_rule(whole.advance(std::move(edit).commit()), deck);
        bench.line({.what = "  without slow rules; most: " + costs.names(3),
                    .measured = {costs.quick, costs.quick},
                    .against = "with them",
                    .peer = {costs.quick + costs.slow, costs.quick + costs.slow}});
    }
}

} // namespace riser::bench
