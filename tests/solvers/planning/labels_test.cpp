// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/labels.h"

#include "solvers/planning/outlet_packing.h"
#include "solvers/planning/sections.h"

#include <gtest/gtest.h>

#include <set>

namespace riser {
namespace {

TEST(LabelMaker, countsPerStemAndPadsTheCount) {
    LabelMaker maker(Design{}, "outlet", "{floor}-{room}-{n:2}");
    EXPECT_EQ(maker.next({{"floor", "3F"}, {"room", "301"}}), "3F-301-01");
    EXPECT_EQ(maker.next({{"floor", "3F"}, {"room", "302"}}), "3F-302-01");
    EXPECT_EQ(maker.next({{"floor", "3F"}, {"room", "301"}}), "3F-301-02");
}

TEST(LabelMaker, skipsLabelsThatStandAndThoseRetired) {
    Design design;
    RetiredLabel retired;
    retired.id = RetiredLabelId{1};
    retired.label = "3F-301-02";
    retired.subject = "outlet";
    design.retired_labels.put(retired);
    retired.id = RetiredLabelId{2};
    retired.label = "3F-301-04";
    retired.subject = "cable"; // of another kind
    design.retired_labels.put(retired);
    LabelMaker maker(design, "outlet", "{floor}-{room}-{n:2}");
    maker.take("3F-301-01");
    std::vector<std::string> made;
    for (int i = 0; i < 3; ++i)
        made.push_back(maker.next({{"floor", "3F"}, {"room", "301"}}));
    EXPECT_EQ(made, (std::vector<std::string>{"3F-301-03", "3F-301-04", "3F-301-05"}));
}

TEST(LabelMaker, takesTheProjectsTemplateAndLeavesOutEmptyFields) {
    Design design;
    LabelTemplate row;
    row.id = LabelTemplateId{1};
    row.subject = "outlet";
    row.pattern = "{floor}-{plane}-{room}.{number:3}";
    design.label_templates.put(row);
    LabelMaker maker(design, "outlet", "never");
    EXPECT_EQ(maker.next({{"floor", "3F"}, {"plane", "G"}, {"room", "301"}}), "3F-G-301.001");
    EXPECT_EQ(maker.next({{"floor", "3F"}, {"plane", ""}, {"room", "301"}}), "3F-301.001");
    EXPECT_EQ(maker.next({{"floor", ""}, {"plane", ""}, {"room", "301"}}), "301.001");
}

TEST(LabelMaker, aPatternWithoutACountGetsOneWhenTaken) {
    LabelMaker maker(Design{}, "cable", "{jack}");
    EXPECT_EQ(maker.next({{"jack", "A"}}), "A");
    EXPECT_EQ(maker.next({{"jack", "A"}}), "A-2");
    EXPECT_EQ(maker.next({{"jack", "A"}}), "A-3");
    EXPECT_EQ(maker.next({{"jack", ""}}), ""); // nothing to go by
}

TEST(LabelMaker, namesInTheMannerOfTia606) {
    Design design;
    const auto use = [&](std::uint64_t id, const char* subject, const char* pattern) {
        LabelTemplate row;
        row.id = LabelTemplateId{id};
        row.subject = subject;
        row.pattern = pattern;
        design.label_templates.put(row);
    };
    use(1, "space", "{storey}{n:A}");
    use(2, "panel", "{space}-{n:A}");
    LabelMaker spaces(design, "space", "never");
    const std::string storey = storey_of("1F");
    EXPECT_EQ(spaces.next({{"storey", storey}}), "1A");
    EXPECT_EQ(spaces.next({{"storey", storey}}), "1B");
    EXPECT_EQ(spaces.next({{"storey", storey_of("B1")}}), "B1A");
    LabelMaker panels(design, "panel", "never");
    panels.take("1A-B");
    EXPECT_EQ(panels.next({{"space", "1A"}}), "1A-A");
    EXPECT_EQ(panels.next({{"space", "1A"}}), "1A-C");
    for (int i = 0; i < 23; ++i)
        panels.next({{"space", "1A"}});
    EXPECT_EQ(panels.next({{"space", "1A"}}), "1A-AA");
}

TEST(LabelMaker, aFaultyTemplateIsPassedOver) {
    for (const char* pattern : {"x{n", "x}", "{storey-{n}}", "{rooom}", "{n:0}", "{n:B}", ""}) {
        Design design;
        LabelTemplate row;
        row.id = LabelTemplateId{1};
        row.subject = "outlet";
        row.pattern = pattern;
        design.label_templates.put(row);
        LabelMaker maker(design, "outlet", "{floor}-{n}");
        EXPECT_EQ(maker.next({{"floor", "3F"}}), "3F-1") << pattern;
    }
}

TEST(LabelMaker, retiredOnesOfTheKindItLabelsStayAway) {
    Design design;
    RetiredLabel retired;
    retired.id = RetiredLabelId{1};
    retired.label = "B-1";
    retired.subject = "cable";
    design.retired_labels.put(retired);
    EXPECT_EQ(LabelMaker(design, "backbone", "B-{n}", "cable").next({}), "B-2");
    EXPECT_EQ(LabelMaker(design, "outlet", "B-{n}").next({}), "B-1");
}

TEST(Packing, dealsKindsInTurnAndSpreadsPlanesOverWorkPlaces) {
    FaceplateWish group;
    group.key = "g|";
    group.plane = PlaneId{1};
    const std::vector<KindCount> kinds{{.kind = PointKindId{1}, .jacks = 3, .stem = "d|"},
                                       {.kind = PointKindId{2}, .jacks = 1, .stem = "v|"}};
    std::vector<FaceplateWish> plates;
    deal(group, kinds, 2, plates);
    ASSERT_EQ(plates.size(), 2u);
    EXPECT_EQ(plates[0].key, "g|1");
    EXPECT_EQ(plates[0].jacks[0].key, "d|1");
    EXPECT_EQ(plates[0].jacks[1].key, "v|1");
    EXPECT_EQ(plates[1].jacks[0].key, "d|2");
    EXPECT_EQ(plates[1].jacks[1].key, "d|3");
    FaceplateWish other = plates[0];
    other.plane = PlaneId{2};
    const std::vector<const FaceplateWish*> wishes{&plates[0], &plates[1], &other};
    const auto places = work_places(wishes);
    ASSERT_EQ(places.size(), 2u);
    EXPECT_EQ(places[0], (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(places[1], (std::vector<std::size_t>{1}));
}

class SectionsTest : public testing::Test {
  protected:
    SectionsTest() {
        for (std::uint64_t i = 1; i <= 3; ++i) {
            Plane plane;
            plane.id = PlaneId{i};
            plane.code = std::string(1, static_cast<char>('A' + i - 1));
            design.planes.put(plane);
        }
        MustNotReach row;
        row.id = MustNotReachId{1};
        row.a = PlaneId{1};
        row.b = PlaneId{2};
        design.must_not_reach.put(row);
    }
    static std::int64_t cables(int n) { return std::int64_t{n} * 7'000 * 7'000; }
    Design design;
};

TEST_F(SectionsTest, theSmallestThatHoldsThem) {
    const PlanesApart apart(design);
    const Sections sections(design, apart, {});
    // 100 x 50 at 40 %: 2,000 mm2; a cable of 7 mm is 38.48 mm2, so 51 fit.
    EXPECT_EQ(sections.smallest(PathwayKind::tray, {{PlaneId{1}, cables(51)}}, {}).width, Millimetres(100));
    EXPECT_EQ(sections.smallest(PathwayKind::tray, {{PlaneId{1}, cables(51)}}, {}).height, Millimetres(50));
    EXPECT_EQ(sections.smallest(PathwayKind::tray, {{PlaneId{1}, cables(52)}}, {}).height, Millimetres(100));
    EXPECT_EQ(sections.smallest(PathwayKind::tray, {}, percent(20), Millimetres(200)).width, Millimetres(200));
    EXPECT_TRUE(sections.smallest(PathwayKind::tray, {{PlaneId{1}, cables(5'000)}}, {}).overfull);
    // A conduit of 50 at 30 %: 589 mm2, 15 cables; more go in trunking.
    EXPECT_EQ(sections.smallest(PathwayKind::conduit, {{PlaneId{1}, cables(15)}}, {}).width, Millimetres(50));
    EXPECT_EQ(sections.smallest(PathwayKind::conduit, {{PlaneId{1}, cables(15)}}, {}).kind, PathwayKind::conduit);
    EXPECT_EQ(sections.smallest(PathwayKind::conduit, {{PlaneId{1}, cables(16)}}, {}).kind, PathwayKind::trunking);
}

TEST_F(SectionsTest, dividersWherePlanesMustBeApart) {
    const PlanesApart apart(design);
    const Sections sections(design, apart, {});
    EXPECT_TRUE(sections.smallest(PathwayKind::tray, {{PlaneId{1}, cables(9)}, {PlaneId{3}, cables(9)}}, {})
                    .compartments.empty());
    const Section divided = sections.smallest(
        PathwayKind::tray, {{PlaneId{1}, cables(30)}, {PlaneId{2}, cables(30)}, {PlaneId{3}, cables(5)}}, {});
    ASSERT_EQ(divided.compartments.size(), 3u);
    EXPECT_EQ(divided.compartments[0].plane, std::nullopt); // what need not be apart shares one
    EXPECT_EQ(divided.compartments[1].plane, PlaneId{1});
    EXPECT_EQ(divided.compartments[2].plane, PlaneId{2});
    std::int32_t width = 0;
    for (const RunCompartment& compartment : divided.compartments)
        width += compartment.width.value;
    EXPECT_EQ(width, divided.width.value);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_LE(Sections::area_of_cables(cables(i == 0 ? 5 : 30)),
                  0.4 * divided.compartments[i].width.value * divided.compartments[i].height.value);
    EXPECT_EQ(sections.smallest(PathwayKind::conduit, {{PlaneId{1}, cables(1)}, {PlaneId{2}, cables(1)}}, {}).kind,
              PathwayKind::trunking);
}

// However much is asked for: the largest there is, its dividers inside.
TEST_F(SectionsTest, aLoadBeyondAllReasonGetsTheLargest) {
    const PlanesApart apart(design);
    const Sections sections(design, apart, {});
    constexpr std::int64_t absurd = std::int64_t{1} << 56;
    for (const SectionLoad& load : {SectionLoad{{PlaneId{1}, absurd}},
                                    SectionLoad{{PlaneId{1}, absurd}, {PlaneId{2}, absurd}, {PlaneId{3}, cables(5)}}}) {
        const Section section = sections.smallest(PathwayKind::tray, load, BasisPoints(1));
        EXPECT_TRUE(section.overfull);
        EXPECT_EQ(section.width, Millimetres(800));
        for (const RunCompartment& part : section.compartments)
            EXPECT_GT(part.width, Millimetres(0));
    }
}

TEST_F(SectionsTest, catalogueSizesGoBeforeUsualOnes) {
    PathwayType type;
    type.id = PathwayTypeId{5};
    type.kind = PathwayKind::tray;
    type.width = Millimetres(150);
    type.height = Millimetres(75);
    design.pathway_types.put(type);
    const PlanesApart apart(design);
    const Section section = Sections(design, apart, {}).smallest(PathwayKind::tray, {}, {});
    EXPECT_EQ(section.type, PathwayTypeId{5});
    EXPECT_EQ(section.width, Millimetres(150));
}

} // namespace
} // namespace riser
