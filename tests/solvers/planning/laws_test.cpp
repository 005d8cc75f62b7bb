// SPDX-License-Identifier: GPL-3.0-or-later
// What every planner keeps to: planning again changes nothing, a plan is stale when and only when what it read has
// changed, what people decided stays, the same design gives the same plan, stopping is no harm.
#include "tests/solvers/planning/laws.h"

#include "model/edits/diff.h"
#include "model/edits/field_edits.h"
#include "model/fields/table_access.h"

#include <algorithm>

namespace riser::test {

std::string differences(const Design& before, const Design& after) {
    std::string out;
    int rows = 0;
    for (const RowChange& row : diff(before, after)) {
        if (++rows > 8)
            return out + "\n  ...";
        out += "\n  " + to_string(row.id) + " " + row.title.en + (row.kind == RowChangeKind::added ? " added" : "") +
               (row.kind == RowChangeKind::removed ? " removed" : "");
        for (const FieldChange& field : row.fields)
            out += " [" + std::string(field.key) + ": " + field.before + " -> " + field.after + "]";
    }
    return out;
}

namespace {

class PlannerLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    IdSource ids{GetParam() + 99U};

    Result<void> apply_to(Design& target, const PlannedChange& change) {
        Edit edit(target, {"规划", "plan"}, ids);
        Result<void> done = apply(edit, change);
        if (done)
            target = std::move(edit).commit();
        return done;
    }
    // plan() and apply of one planner, which must succeed.
    void perform(const Planner& planner) {
        Result<Planned> planned = planner.plan(design, {});
        ASSERT_TRUE(planned) << planner.name << ": " << to_string(planned.error(), Language::en);
        EXPECT_EQ(planned->outcome, Outcome::complete);
        EXPECT_TRUE(apply_to(design, planned->change)) << planner.name;
    }
    void perform_all() {
        for (const Planner& planner : planners())
            perform(planner);
    }
    void expect_settled(const std::string& when) {
        for (const Planner& planner : planners()) {
            Result<Planned> again = planner.plan(design, {});
            ASSERT_TRUE(again) << planner.name;
            EXPECT_TRUE(again->change.changes().empty())
                << planner.name << " " << when << differences(design, again->change.after);
            EXPECT_TRUE(again->change.after == design) << planner.name << " " << when;
        }
    }
};

TEST_P(PlannerLaws, PlanningAgainChangesNothing) {
    for (const Planner& planner : planners()) {
        perform(planner);
        Result<Planned> again = planner.plan(design, {});
        ASSERT_TRUE(again) << planner.name;
        EXPECT_TRUE(again->change.changes().empty()) << planner.name << differences(design, again->change.after);
    }
    EXPECT_FALSE(design.cables.empty() && GetParam() == 0) << "the small building must give every planner work";
    expect_settled("after all of them");
}

TEST_P(PlannerLaws, OnePassSettlesWhateverPeopleChanged) {
    perform_all();
    std::mt19937 random(GetParam() + 1);
    for (int round = 0; round < 3; ++round) {
        change_the_building(building, random);
        perform_all();
        expect_settled("after change " + std::to_string(round));
    }
}

// Planned rows, but for what depends on what was planned before: labels, which panel position each cable ends on, and
// with it which switch port; numbers and addresses once given.
Design without_labels(const Design& planned) {
    Design out = planned;
    const auto blank = [](auto& table) {
        const auto rows = table;
        for (auto row : rows) {
            row.label.clear();
            table.put(std::move(row));
        }
    };
    blank(out.outlets);
    blank(out.jacks);
    blank(out.spaces);
    blank(out.pathway_runs);
    blank(out.penetrations);
    blank(out.cables);
    blank(out.panels);
    blank(out.racks);
    blank(out.equipment);
    blank(out.pdus);
    blank(out.power_sources);
    blank(out.transfer_switches);
    blank(out.ups_units);
    blank(out.circuits);
    blank(out.earth_bars);
    for (const Termination& row : planned.terminations)
        if (row.end == CableEnd::a || row.on.kind == Kind::panels || row.on.kind == Kind::ports)
            out.terminations.erase(row.id);
    for (const Port& row : planned.ports) {
        Port port = row;
        port.mode = PortMode::unused;
        port.access_vlan.reset();
        port.trunk_vlans.clear();
        out.ports.put(std::move(port));
    }
    const Table<Stack> stacks = out.stacks;
    for (Stack row : stacks) {
        row.name.clear();
        out.stacks.put(std::move(row));
    }
    const Table<Equipment> devices = out.equipment;
    for (Equipment row : devices) {
        row.address.reset();
        out.equipment.put(std::move(row));
    }
    out.vrfs = {};
    out.vlans = {};
    out.prefixes = {};
    out.dhcp_scopes = {};
    out.gateways = {};
    out.routes = {};
    return out;
}

TEST_P(PlannerLaws, WhatWasPlannedBeforeMattersToLabelsAlone) {
    std::mt19937 random(GetParam() + 31);
    const Design drawn = design;
    perform_all();
    for (int round = 0; round < 2; ++round) {
        change_the_building(building, random);
        perform_all();
        Design scratch = design;
        scratch.outlets = drawn.outlets;
        scratch.jacks = drawn.jacks;
        scratch.spaces = drawn.spaces;
        scratch.pathway_nodes = drawn.pathway_nodes;
        scratch.pathway_runs = drawn.pathway_runs;
        scratch.penetrations = drawn.penetrations;
        scratch.cables = drawn.cables;
        scratch.terminations = drawn.terminations;
        scratch.panels = drawn.panels;
        scratch.racks = drawn.racks;
        scratch.rack_items = drawn.rack_items;
        scratch.equipment = drawn.equipment;
        scratch.ports = drawn.ports;
        scratch.power_supplies = drawn.power_supplies;
        scratch.lags = drawn.lags;
        scratch.stacks = drawn.stacks;
        scratch.pdus = drawn.pdus;
        scratch.power_sources = drawn.power_sources;
        scratch.transfer_switches = drawn.transfer_switches;
        scratch.ups_units = drawn.ups_units;
        scratch.circuits = drawn.circuits;
        scratch.earth_bars = drawn.earth_bars;
        scratch.bonds = drawn.bonds;
        scratch.spanning_trees = drawn.spanning_trees;
        riser::test::perform(scratch);
        const Design followed = without_labels(design);
        const Design fresh = without_labels(scratch);
        EXPECT_TRUE(followed == fresh) << "round " << round << differences(fresh, followed);
    }
}

// A row of the kind is changed, or added where there is none; its id.
AnyId touch(Design& design, Kind kind) {
    const TableAccess& table = table_access(kind);
    std::shared_ptr<void> row;
    table.for_each(design, [&](const void* found) {
        if (!row)
            row = table.clone(found);
    });
    if (!row) {
        row = table.make();
        table.set_id(row.get(), 4'711);
    }
    table.base_edit(row.get())->pins.mask ^= 1;
    const AnyId id(kind, table.id(row.get()));
    table.put(design, row);
    return id;
}

TEST_P(PlannerLaws, StaleWhenAndOnlyWhenWhatWasReadHasChanged) {
    for (const Planner& planner : planners()) {
        Result<Planned> planned = planner.plan(design, {});
        ASSERT_TRUE(planned);
        const std::vector<Kind>& read = planned->change.read;
        for (const TableAccess& table : all_tables()) {
            Design meanwhile = design;
            const AnyId touched = touch(meanwhile, table.kind);
            const Design before = meanwhile;
            const Result<void> done = apply_to(meanwhile, planned->change);
            if (std::find(read.begin(), read.end(), table.kind) != read.end()) {
                ASSERT_FALSE(done) << planner.name << " read " << to_string(touched);
                EXPECT_EQ(done.error().code, ErrorCode::stale);
                for (const std::string& text : {done.error().message.zh, done.error().message.en})
                    EXPECT_NE(text.find(to_string(touched)), std::string::npos) << text;
                EXPECT_TRUE(meanwhile == before) << "a refused plan leaves nothing behind";
            } else {
                ASSERT_TRUE(done) << planner.name << " did not read " << to_string(touched);
                Design expected = planned->change.after;
                touch(expected, table.kind);
                EXPECT_TRUE(meanwhile == expected) << planner.name << differences(expected, meanwhile);
            }
        }
        perform(planner);
    }
}

// What a plan says it read is all that it depends on: without any other table it comes out the same.
TEST_P(PlannerLaws, WhatIsReadIsDeclared) {
    for (const Planner& planner : planners()) {
        Result<Planned> planned = planner.plan(design, {});
        ASSERT_TRUE(planned);
        for (const TableAccess& table : all_tables()) {
            const std::vector<Kind>& read = planned->change.read;
            if (std::find(read.begin(), read.end(), table.kind) != read.end())
                continue;
            Design less = design;
            table.assign(less, {});
            Result<Planned> other = planner.plan(less, {});
            ASSERT_TRUE(other);
            Design expected = planned->change.after;
            table.assign(expected, {});
            EXPECT_TRUE(other->change.after == expected) << planner.name << " depends on " << table_name(table.kind)
                                                         << differences(expected, other->change.after);
        }
        perform(planner);
    }
}

TEST_P(PlannerLaws, SameDesignSamePlan) {
    // The same rows put in another order, ids aside nothing alike in memory, among rows that are no planner's business.
    std::mt19937 random(GetParam() + 5);
    for (const Planner& planner : planners()) {
        Design shuffled;
        for (const TableAccess& table : all_tables()) {
            std::vector<std::shared_ptr<void>> rows;
            table.for_each(design, [&](const void* row) { rows.push_back(table.clone(row)); });
            std::shuffle(rows.begin(), rows.end(), random);
            for (const std::shared_ptr<void>& row : rows)
                table.put(shuffled, row);
        }
        ASSERT_TRUE(shuffled == design);
        Result<Planned> planned = planner.plan(design, {});
        Result<Planned> twice = planner.plan(design, {});
        Service service;
        service.id = ids.next<Service>();
        shuffled.services.put(service);
        Wall wall;
        wall.id = ids.next<Wall>();
        wall.line = {{0, 0}, {9'000, 9'000}};
        shuffled.walls.put(wall);
        Result<Planned> other = planner.plan(shuffled, {});
        ASSERT_TRUE(planned && twice && other);
        EXPECT_TRUE(planned->change.after == twice->change.after) << planner.name;
        shuffled = other->change.after;
        shuffled.services.erase(service.id);
        shuffled.walls.erase(wall.id);
        EXPECT_TRUE(planned->change.after == shuffled) << planner.name << differences(planned->change.after, shuffled);
        perform(planner);
    }
}

// A stop at any progress report, or before all.
TEST_P(PlannerLaws, StoppedIsSaidAndDoesNoHarm) {
    for (const Planner& planner : planners()) {
        Result<Planned> whole = planner.plan(design, {});
        ASSERT_TRUE(whole);
        Design settled = whole->change.after;
        for (int stop_at = 0;; ++stop_at) {
            const auto stopped_run = [&](std::stop_source& source, int& reports) {
                if (stop_at == 0)
                    source.request_stop();
                return riser::Run{.stop = source.get_token(),
                                  .progress = [&source, &reports, stop_at](double share, const Text&) {
                                      EXPECT_GE(share, 0);
                                      EXPECT_LE(share, 1);
                                      if (++reports == stop_at)
                                          source.request_stop();
                                  }};
            };
            int reports = 0;
            std::stop_source source;
            Result<Planned> stopped = planner.plan(design, stopped_run(source, reports));
            if (!source.stop_requested()) {
                EXPECT_TRUE(planner.name == "spaces" || stop_at > 1 || GetParam() != 0)
                    << planner.name << " reports no progress";
                break;
            }
            if (!stopped) { // nothing usable
                EXPECT_EQ(stopped.error().code, ErrorCode::stopped) << planner.name;
                continue;
            }
            if (stopped->outcome == Outcome::complete) { // too late to be stopped
                EXPECT_TRUE(stopped->change.after == whole->change.after) << planner.name;
                continue;
            }
            EXPECT_EQ(stopped->outcome, Outcome::stopped) << planner.name;
            const ChangeSet changes = stopped->change.changes();
            for (const TableChanges& table : changes.tables)
                EXPECT_TRUE(table.removed.empty()) << planner.name;
            // Going on from there comes to the same.
            Result<Planned> completed = planner.plan(stopped->change.after, {});
            ASSERT_TRUE(completed);
            EXPECT_TRUE(completed->change.after == whole->change.after)
                << planner.name << " stopped at " << stop_at
                << differences(whole->change.after, completed->change.after);
            // Where nothing is to be done, stopping in the middle does nothing either.
            int again_reports = 0;
            std::stop_source again_source;
            Result<Planned> again = planner.plan(settled, stopped_run(again_source, again_reports));
            ASSERT_TRUE(again);
            EXPECT_TRUE(again->change.after == settled)
                << planner.name << " stopped at " << stop_at << differences(settled, again->change.after);
        }
        perform(planner);
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, PlannerLaws, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
