// SPDX-License-Identifier: GPL-3.0-or-later
// After an issue, whatever people change and however often it is planned again: every row that stood on an issued sheet
// keeps its label, a label given up is retired and never borne again, and no label stands twice.
#include "model/edits/arrange_edits.h"
#include "model/edits/cascade.h"
#include "model/edits/issue_edits.h"
#include "model/edits/label_edits.h"
#include "model/edits/typical.h"
#include "model/fields/table_access.h"
#include "model/label_pattern.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>
#include <map>

namespace riser::test {
namespace {

constexpr Date day_of_issue{2026, 5, 1}, later{2026, 6, 1};

std::vector<AnyId> rows_of(const Design& design, Kind kind) {
    std::vector<AnyId> out;
    const TableAccess& table = table_access(kind);
    table.for_each(design, [&](const void* row) { out.emplace_back(kind, table.id(row)); });
    return out;
}

class FrozenLabels : public testing::TestWithParam<std::uint32_t> {
  protected:
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::mt19937 random{GetParam() + 71};
    std::map<AnyId, std::string> issued; // labels of rows that stand on an issued sheet

    std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random() % std::max<std::size_t>(n, 1)); }

    // As the editor and the command line make a change.
    template<class Verb> void change(Verb verb) {
        Edit edit(design, {"改", "change"}, building.builder.ids);
        verb(edit);
        Design after = edit.design();
        retire_given_up(design, after, later);
        design = std::move(after);
        for (auto at = issued.begin(); at != issued.end();) {
            const auto& [id, label] = *at;
            if (design.contains(id)) {
                EXPECT_EQ(label_of_row(design, id), label) << to_string(id);
                ++at;
                continue;
            }
            EXPECT_TRUE(is_retired_label(design, id.kind, label)) << label;
            at = issued.erase(at); // planned for the same need again, it is another row
        }
        note_issued();
    }

    void issue_some_sheets() {
        std::vector<SheetId> sheets;
        change([&](Edit& edit) {
            for (const SheetContent content : {SheetContent::floor_plan, SheetContent::racks, SheetContent::schedule}) {
                if (below(3) == 0 && !(content == SheetContent::floor_plan))
                    continue;
                Sheet sheet;
                sheet.content = content;
                sheet.number = std::string(key_of(content));
                sheets.push_back(edit.put(std::move(sheet)));
                if (content == SheetContent::schedule && below(2))
                    continue; // of the whole building
                Viewport viewport;
                viewport.sheet = sheets.back();
                const std::vector<AnyId> floors = rows_of(edit.design(), Kind::floors);
                viewport.floor = FloorId{floors[below(floors.size())].value};
                edit.put(viewport);
            }
            IssueRequest request;
            request.sheets = sheets;
            request.day = day_of_issue;
            const Result<Issue> done = issue_sheets(edit, request);
            ASSERT_TRUE(done) << to_string(done.error(), Language::en);
        });
    }

    void note_issued() {
        const IssuedRows paper(design);
        for (const Kind kind : frozen_kinds())
            for (const AnyId id : rows_of(design, kind))
                if (std::string label = label_of_row(design, id); !label.empty() && paper.holds(id))
                    issued.emplace(id, std::move(label));
    }

    void expect_frozen(const std::string& when) {
        std::map<Kind, std::map<std::string, int>> borne;
        for (const Kind kind : frozen_kinds())
            for (const AnyId id : rows_of(design, kind))
                if (std::string label = label_of_row(design, id); !label.empty()) {
                    EXPECT_EQ(++borne[kind][label], 1) << label << " stands twice " << when;
                }
        std::map<std::pair<std::string, std::string>, std::optional<Date>> retired;
        for (const RetiredLabel& row : design.retired_labels) {
            EXPECT_TRUE(retired.emplace(std::pair(row.subject, row.label), row.retired).second) << row.label;
            EXPECT_TRUE(row.retired) << row.label << " has no day " << when;
            EXPECT_FALSE(borne[*kind_of_element(row.subject)].contains(row.label)) << row.label << " is back " << when;
        }
    }

    void delete_a_row(Edit& edit) {
        const Kind kinds[] = {Kind::outlets, Kind::jacks,        Kind::cables,      Kind::panels,
                              Kind::racks,   Kind::pathway_runs, Kind::penetrations};
        const std::vector<AnyId> rows = rows_of(edit.design(), kinds[below(std::size(kinds))]);
        if (!rows.empty())
            (void)delete_row(edit, rows[below(rows.size())]); // what is needed elsewhere stays
    }

    void rename_a_room(Edit& edit) {
        const std::vector<AnyId> rooms = rows_of(edit.design(), Kind::rooms);
        ASSERT_TRUE(edit.update(RoomId{rooms[below(rooms.size())].value},
                                [&](Room& room) { room.number = "N" + std::to_string(below(9)); }));
    }

    // With all that stands in it.
    void move_a_room(Edit& edit) {
        const std::vector<AnyId> rooms = rows_of(edit.design(), Kind::rooms);
        const RoomId id{rooms[below(rooms.size())].value};
        const Point by{static_cast<std::int32_t>(below(600)), -static_cast<std::int32_t>(below(600))};
        ASSERT_TRUE(edit.update(id, [&](Room& room) {
            for (Point& corner : room.outline.outer)
                corner = {corner.x + by.x, corner.y + by.y};
        }));
    }

    void rename_a_floor(Edit& edit) {
        const std::vector<AnyId> floors = rows_of(edit.design(), Kind::floors);
        ASSERT_TRUE(edit.update(FloorId{floors[below(floors.size())].value},
                                [&](Floor& floor) { floor.label = std::to_string(below(99)) + "L"; }));
    }

    void change_a_template(Edit& edit) {
        const auto subjects = label_subjects();
        LabelTemplate row;
        row.subject = subjects[below(subjects.size())].name;
        const char* patterns[] = {"{storey}{n:A}", "{floor}.{n:3}", "{plane}{n}", "{n}", "{nowhere}"};
        row.pattern = patterns[below(std::size(patterns))];
        for (const LabelTemplate& stands : edit.design().label_templates)
            if (stands.subject == row.subject)
                row.id = stands.id;
        edit.put(std::move(row));
    }

    void paste(Edit& edit) {
        const std::vector<AnyId> outlets = rows_of(edit.design(), Kind::outlets);
        if (outlets.empty())
            return;
        const AnyId one = outlets[below(outlets.size())];
        const Design from = edit.design();
        (void)copy_rows(edit, from, std::span(&one, 1), *placed_on(from, one), Point{700, 0}); // refused in a wall
    }

    void add_a_typical_floor(Edit& edit) {
        const std::vector<AnyId> floors = rows_of(edit.design(), Kind::floors);
        if (floors.size() < 4) {
            EXPECT_TRUE(copy_floor(edit, FloorId{floors[below(floors.size())].value},
                                   {.label = "T" + std::to_string(floors.size())}));
        }
    }

    void people_change_things() {
        change([&](Edit& edit) {
            PlannedBuilding at = building;
            at.design() = edit.design();
            change_the_building(at, random);
            edit.working() = at.design();
        });
        for (int i = 0; i < 4; ++i)
            change([&](Edit& edit) {
                using Act = void (FrozenLabels::*)(Edit&);
                const Act acts[] = {&FrozenLabels::delete_a_row,       &FrozenLabels::delete_a_row,
                                    &FrozenLabels::rename_a_room,      &FrozenLabels::move_a_room,
                                    &FrozenLabels::rename_a_floor,     &FrozenLabels::change_a_template,
                                    &FrozenLabels::change_a_template,  &FrozenLabels::paste,
                                    &FrozenLabels::add_a_typical_floor};
                (this->*acts[below(std::size(acts))])(edit);
            });
    }

    void plan_all() {
        for (const PlanningStep& step : planning_steps())
            change([&](Edit& edit) {
                const Result<std::vector<StepReport>> done = perform_steps(edit, {{std::string(step.name)}}, {});
                ASSERT_TRUE(done) << to_string(done.error(), Language::en);
            });
    }
};

TEST_P(FrozenLabels, StayWhateverComesAndNeverComeBack) {
    plan_all();
    issue_some_sheets();
    if (GetParam() == 0) {
        ASSERT_FALSE(issued.empty()) << "the small building must have something on its sheets";
    }
    for (int round = 0; round < 4; ++round) {
        people_change_things();
        plan_all();
        expect_frozen("in round " + std::to_string(round));
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, FrozenLabels, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
