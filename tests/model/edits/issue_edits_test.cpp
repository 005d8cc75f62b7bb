// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing sheets: what stands on them is frozen, what is given up is retired with its day, taking it back is on record.
#include "model/edits/issue_edits.h"

#include "model/edits/cascade.h"
#include "model/edits/field_edits.h"
#include "model/edits/label_edits.h"
#include "model/edits/typical.h"
#include "model/label_pattern.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

constexpr Date may{2026, 5, 1}, june{2026, 6, 1};

// Two floors, an outlet with a jack and a rack space on each, a backbone and a horizontal cable; a sheet of 3F.
struct TwoFloors {
    Design design;
    IdSource ids{9};
    FloorId third{3}, fourth{4};
    SheetId plan{30};

    TwoFloors() {
        Building building;
        building.id = BuildingId{1};
        design.buildings.put(building);
        for (std::uint64_t n : {3U, 4U}) {
            const std::string label = std::to_string(n) + "F";
            Floor floor;
            floor.id = FloorId{n};
            floor.building = building.id;
            floor.label = label;
            floor.order = static_cast<std::int32_t>(n);
            floor.elevation = Millimetres(static_cast<std::int32_t>(n) * 4'000);
            floor.storey_height = Millimetres(4'000);
            design.floors.put(floor);
            Room room;
            room.id = RoomId{n};
            room.floor = floor.id;
            design.rooms.put(room);
            Space space;
            space.id = SpaceId{n};
            space.room = room.id;
            space.label = label + "-E1";
            design.spaces.put(space);
            Panel panel;
            panel.id = PanelId{n};
            panel.space = space.id;
            panel.label = label + "-P1";
            design.panels.put(panel);
            Outlet outlet;
            outlet.id = OutletId{n};
            outlet.floor = floor.id;
            outlet.label = label + "-01";
            design.outlets.put(outlet);
            Jack jack;
            jack.id = JackId{n};
            jack.outlet = outlet.id;
            jack.label = label + "-01-1";
            design.jacks.put(jack);
            Cable cable;
            cable.id = CableId{n};
            cable.role = n == 3 ? CableRole::backbone : CableRole::horizontal;
            cable.label = "C" + std::to_string(n);
            design.cables.put(cable);
        }
        design.sheets.put(sheet(plan, "ELV-03", SheetContent::floor_plan));
        Viewport viewport;
        viewport.id = ViewportId{1};
        viewport.sheet = plan;
        viewport.floor = third;
        design.viewports.put(viewport);
    }
    static Sheet sheet(SheetId id, std::string number, SheetContent content) {
        Sheet out;
        out.id = id;
        out.number = std::move(number);
        out.content = content;
        return out;
    }
    // The design with the sheet issued in May.
    Design issued(SheetId id) {
        Edit edit(design, {}, ids);
        EXPECT_TRUE(issue_sheets(edit, {.sheets = {id}, .day = may, .revision = {}, .author = {}, .description = {}}));
        return std::move(edit).commit();
    }
};

std::vector<std::string> held(const Design& design) {
    const IssuedRows issued(design);
    std::vector<std::string> out;
    for (const AnyId id :
         {AnyId(SpaceId{3}), AnyId(SpaceId{4}), AnyId(PanelId{3}), AnyId(OutletId{3}), AnyId(OutletId{4}),
          AnyId(JackId{3}), AnyId(JackId{4}), AnyId(CableId{3}), AnyId(CableId{4})})
        if (issued.holds(id))
            out.push_back(label_of_row(design, id));
    return out;
}

TEST(IssuedRows, BySheetContentAndFloor) {
    TwoFloors two;
    using Labels = std::vector<std::string>;
    EXPECT_EQ(held(two.design), Labels{}) << "nothing is issued";
    EXPECT_EQ(held(two.issued(two.plan)), (Labels{"3F-E1", "3F-P1", "3F-01", "3F-01-1"}));
    const auto alone = [&](SheetContent content) {
        two.design.sheets.put(TwoFloors::sheet(SheetId{31}, "ELV-31", content));
        return held(two.issued(SheetId{31}));
    };
    EXPECT_EQ(alone(SheetContent::system_diagram), (Labels{"3F-E1", "4F-E1", "3F-P1", "C3"}));
    EXPECT_EQ(alone(SheetContent::racks), (Labels{"3F-P1"}));
    EXPECT_EQ(alone(SheetContent::schedule),
              (Labels{"3F-E1", "4F-E1", "3F-P1", "3F-01", "4F-01", "3F-01-1", "4F-01-1", "C3", "C4"}));
    EXPECT_EQ(alone(SheetContent::legend), Labels{});
}

TEST(Issue, SaysHowManyLabelsItFreezesAndRefusesASecondTime) {
    TwoFloors two;
    Edit edit(two.design, {}, two.ids);
    const IssueRequest request{.sheets = {two.plan}, .day = may, .revision = {}, .author = {}, .description = {}};
    const Result<Issue> done = issue_sheets(edit, request);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->labels, 4u);
    EXPECT_EQ(edit.design().find(two.plan)->issued, may);
    EXPECT_EQ(issue_sheets(edit, request).error().code, ErrorCode::refused);
    EXPECT_EQ(issue_sheets(edit, {.sheets = {SheetId{99}}, .day = may, .revision = {}, .author = {}, .description = {}})
                  .error()
                  .code,
              ErrorCode::not_found);
    EXPECT_EQ(issue_sheets(edit, {.sheets = {two.plan}, .day = {}, .revision = {}, .author = {}, .description = {}})
                  .error()
                  .code,
              ErrorCode::bad_input);
    const Result<Issue> again = issue_sheets(
        edit, {.sheets = {two.plan}, .day = june, .revision = "A", .author = "Li", .description = {"改", "x"}});
    ASSERT_TRUE(again);
    EXPECT_EQ(edit.design().find(*again->revision)->author, "Li");
    EXPECT_EQ(edit.design().find(two.plan)->revision, again->revision);
    EXPECT_EQ(edit.design().find(two.plan)->issued, june);
}

TEST(Issue, DoubledAndRetiredLabelsAreNotFrozen) {
    TwoFloors two;
    Outlet twin = *two.design.find(OutletId{4});
    twin.label = "3F-01"; // on the other floor, yet it may not be another's
    two.design.outlets.put(twin);
    const IssueRequest request{.sheets = {two.plan}, .day = may, .revision = {}, .author = {}, .description = {}};
    Edit doubled(two.design, {}, two.ids);
    EXPECT_EQ(issue_sheets(doubled, request).error().code, ErrorCode::conflict);
    EXPECT_TRUE(doubled.design() == two.design);
    twin.label = "4F-01";
    two.design.outlets.put(twin);
    two.design.retired_labels.put(retired_label(two.design, Kind::outlets, "3F-01", may));
    Edit retired(two.design, {}, two.ids);
    EXPECT_EQ(issue_sheets(retired, request).error().code, ErrorCode::conflict);
}

TEST(Issue, IsTakenBackOnlyByARevision) {
    TwoFloors two;
    const Design issued = two.issued(two.plan);
    Edit edit(issued, {}, two.ids);
    for (const auto& [row, key, value] : {std::tuple(AnyId(two.plan), "issued", ""),
                                          {AnyId(two.plan), "content", "notes"},
                                          {AnyId(two.plan), "number", "X"},
                                          {AnyId(ViewportId{1}), "floor", ""}})
        EXPECT_EQ(set_field(edit, row, key, value).error().code, ErrorCode::refused) << key;
    EXPECT_EQ(delete_row(edit, two.plan).error().code, ErrorCode::refused);
    EXPECT_EQ(delete_row(edit, ViewportId{1}).error().code, ErrorCode::refused);
    EXPECT_TRUE(edit.design() == issued);
    EXPECT_TRUE(set_field(edit, two.plan, "scale", "50"));
    IssueRequest request{.sheets = {two.plan}, .day = june, .revision = {}, .author = {}, .description = {}};
    EXPECT_EQ(withdraw_issue(edit, request).error().code, ErrorCode::bad_input);
    request.revision = "A";
    const Result<Issue> done = withdraw_issue(edit, request);
    ASSERT_TRUE(done);
    EXPECT_FALSE(edit.design().find(two.plan)->issued);
    EXPECT_EQ(edit.design().find(two.plan)->revision, done->revision);
    EXPECT_EQ(edit.design().find(*done->revision)->date, june);
    EXPECT_EQ(withdraw_issue(edit, request).error().code, ErrorCode::bad_input) << "revision A stands already";
    request.revision = "B";
    EXPECT_EQ(withdraw_issue(edit, request).error().code, ErrorCode::refused) << "it is not issued any more";
    EXPECT_TRUE(delete_row(edit, two.plan));
}

TEST(GivenUp, IsRetiredWithItsDayWhereItStoodOnAnIssuedSheet) {
    TwoFloors two;
    const Design before = two.issued(two.plan);
    Edit edit(before, {}, two.ids);
    ASSERT_TRUE(delete_row(edit, OutletId{3}));
    ASSERT_TRUE(delete_row(edit, OutletId{4}));
    Design after = edit.design();
    EXPECT_EQ(retire_given_up(before, after, june), 2u) << "the outlet and its jack on 3F; 4F is not issued";
    EXPECT_TRUE(is_retired_label(after, Kind::outlets, "3F-01"));
    EXPECT_TRUE(is_retired_label(after, Kind::jacks, "3F-01-1"));
    EXPECT_FALSE(is_retired_label(after, Kind::outlets, "4F-01"));
    for (const RetiredLabel& row : after.retired_labels)
        EXPECT_EQ(row.retired, june);
    EXPECT_EQ(retire_given_up(before, after, june), 0u) << "once is enough";
    // Two branches retire it as one row.
    Design other = edit.design();
    retire_given_up(before, other, may);
    for (const RetiredLabel& row : other.retired_labels)
        EXPECT_TRUE(after.retired_labels.contains(row.id));
}

TEST(GivenUp, NotWhatAnotherRowTookOverOrNobodyIssued) {
    TwoFloors two;
    Design after = two.design;
    after.outlets.erase(OutletId{3});
    EXPECT_EQ(retire_given_up(two.design, after, june), 0u) << "nothing is issued";
    const Design before = two.issued(two.plan);
    after = before;
    Outlet other = *after.find(OutletId{4});
    other.label = "3F-01";
    after.outlets.put(other);
    after.outlets.erase(OutletId{3});
    EXPECT_EQ(retire_given_up(before, after, june), 0u) << "it is still borne";
}

TEST(GivenUp, DatesWhatWasRetiredWithoutADay) {
    TwoFloors two;
    const Design before = two.issued(two.plan);
    Design after = before;
    after.outlets.erase(OutletId{3});
    retire_given_up(before, after, {});
    ASSERT_EQ(after.retired_labels.size(), 1u);
    EXPECT_FALSE(after.retired_labels.begin()->retired);
    retire_given_up(before, after, june);
    EXPECT_EQ(after.retired_labels.begin()->retired, june);
}

TEST(TypicalFloor, CopiesTakeNoLabelThatStandsOrWasRetired) {
    TwoFloors two;
    two.design.retired_labels.put(retired_label(two.design, Kind::outlets, "5F-01", may));
    Edit edit(two.design, {}, two.ids);
    const Result<FloorId> copy = copy_floor(edit, two.third, {.label = "5F"});
    ASSERT_TRUE(copy) << to_string(copy.error(), Language::en);
    for (const Outlet& outlet : edit.design().outlets)
        if (outlet.floor == *copy) {
            EXPECT_EQ(outlet.label, "5F-02");
        }
    for (const Space& space : edit.design().spaces)
        if (edit.design().find(space.room)->floor == *copy) {
            EXPECT_EQ(space.label, "5F-E1");
        }
}

TEST(LabelPattern, NamesWhatIsWrong) {
    struct Wrong {
        const char* subject;
        const char* pattern;
        const char* says;
    };
    for (const auto& [subject, pattern, says] :
         {Wrong{"outlet", "{floor}-{n", "brace"}, Wrong{"outlet", "{floor}}", "brace"},
          Wrong{"outlet", "{a{n}}", "brace"}, Wrong{"outlet", "{rooom}", "{rooom}"},
          Wrong{"rack", "{outlet}", "{outlet}"}, Wrong{"outlet", "{n:x}", "'x'"}, Wrong{"outlet", "{n:13}", "'13'"},
          Wrong{"outlet", "{room:A}", "'A'"}, Wrong{"outlet", "", "empty"}, Wrong{"chair", "{n}", "'chair'"}}) {
        const auto parsed = parse_label_pattern(subject, pattern);
        ASSERT_FALSE(parsed) << pattern;
        EXPECT_NE(parsed.error().message.en.find(says), std::string::npos) << parsed.error().message.en;
        EXPECT_FALSE(parsed.error().message.zh.empty());
        EXPECT_FALSE(parsed.error().fix.zh.empty());
    }
    for (const LabelSubject& subject : label_subjects())
        for (const std::string_view key : subject.keys)
            EXPECT_TRUE(parse_label_pattern(subject.name, "a{" + std::string(key) + "}b{n:A}")) << subject.name << key;
}

TEST(LabelPattern, IsCheckedWhenItIsTyped) {
    TwoFloors two;
    LabelTemplate row;
    row.id = LabelTemplateId{1};
    row.subject = "outlet";
    row.pattern = "{n}";
    two.design.label_templates.put(row);
    Edit edit(two.design, {}, two.ids);
    EXPECT_EQ(set_field(edit, row.id, "pattern", "{nowhere}").error().code, ErrorCode::bad_input);
    EXPECT_EQ(set_field(edit, row.id, "subject", "chair").error().code, ErrorCode::bad_input);
    EXPECT_TRUE(set_field(edit, row.id, "pattern", "{storey}{n:A}"));
}

TEST(LabelPattern, OfWhatIsPrintedStaysOnceAScheduleIsIssued) {
    TwoFloors two;
    LabelTemplate row;
    row.id = LabelTemplateId{1};
    row.subject = "cable-end";
    row.pattern = "{here}";
    two.design.label_templates.put(row);
    two.design.sheets.put(TwoFloors::sheet(SheetId{31}, "ELV-31", SheetContent::schedule));
    Edit plan_only(two.issued(two.plan), {}, two.ids);
    EXPECT_TRUE(set_field(plan_only, row.id, "pattern", "{cable}"));
    Edit issued(two.issued(SheetId{31}), {}, two.ids);
    EXPECT_EQ(set_field(issued, row.id, "pattern", "{cable}").error().code, ErrorCode::refused);
}

TEST(Letters, CountAsSheetsDo) {
    EXPECT_EQ(letters_of(1), "A");
    EXPECT_EQ(letters_of(26), "Z");
    EXPECT_EQ(letters_of(27), "AA");
    EXPECT_EQ(letters_of(702), "ZZ");
    EXPECT_EQ(letters_of(703), "AAA");
    EXPECT_EQ(letters_of(0), "");
    EXPECT_EQ(storey_of("3F"), "3");
    EXPECT_EQ(storey_of("B1"), "B1");
    EXPECT_EQ(storey_of("12层"), "12");
}

} // namespace
} // namespace riser
