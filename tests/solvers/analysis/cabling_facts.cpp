// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/channels.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/pathway_fill.h"
#include "tests/solvers/checks/office.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

TEST(CableEnds, BothWays) {
    Office office;
    const CableId second = office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    const Facts facts(office.design);
    const CableEnds& ends = facts.get<CableEnds>();
    EXPECT_EQ(ends.by_cable.size(), 4u);
    ASSERT_EQ(ends.of(second).size(), 2u);
    EXPECT_EQ(ends.of(second)[0].on, AnyId(office.panel));
    EXPECT_EQ(ends.of(second)[0].position, 2);
    EXPECT_EQ(ends.of(second)[0].elements, 4);
    ASSERT_EQ(ends.on(office.panel).size(), 2u);
    EXPECT_EQ(ends.on(office.panel)[0].cable, office.cable);
    EXPECT_TRUE(ends.on(office.outlet).empty());
    ASSERT_TRUE(ends.first(second, CableEnd::b));
    EXPECT_FALSE(ends.first(CableId{9}, CableEnd::b));
}

TEST(CableEnds, ATerminationOnAnOutletIsOnTheJackInThatPosition) {
    Office office;
    const JackId second = office.add_jack(office.outlet, office.plane);
    const CableId cable = office.add_cable(second, office.plane);
    for (const Termination& t : Table<Termination>(office.design.terminations))
        if (t.cable == cable && t.end == CableEnd::b)
            office.change(t.id, [&](Termination& row) {
                row.on = office.outlet;
                row.position = 2;
            });
    EXPECT_EQ(Facts(office.design).get<CableEnds>().first(cable, CableEnd::b)->on, AnyId(second));
    // A position without a jack stays with the outlet.
    office.change(second, [](Jack& row) { row.position = 5; });
    EXPECT_EQ(Facts(office.design).get<CableEnds>().first(cable, CableEnd::b)->on, AnyId(office.outlet));
}

TEST(CablePlanes, OwnElseTheJacks) {
    Office office;
    const PlaneId other = office.add_plane("V", Disclosure::open);
    office.change(office.jack, [&](Jack& row) { row.plane = other; });
    EXPECT_EQ(Facts(office.design).get<CablePlanes>().of(office.cable), office.plane);
    office.change(office.cable, [](Cable& row) { row.plane = {}; });
    EXPECT_EQ(Facts(office.design).get<CablePlanes>().of(office.cable), other);
    EXPECT_EQ(Facts(office.design).get<CablePlanes>().of(CableId{9}), std::nullopt);
}

TEST(CableLengths, KeepTheirParts) {
    Office office;
    office.set_length(20);
    office.change(office.cable, [](Cable& row) {
        row.entry_drop = metres(1);
        row.exit_drop = metres(2);
        row.slack_a = metres(3);
        row.slack_b = Millimetres(300);
    });
    const Facts facts(office.design);
    const CableLength* length = facts.get<CableLengths>().of(office.cable);
    ASSERT_TRUE(length);
    EXPECT_EQ(length->tray, metres(20));
    EXPECT_EQ(length->riser, metres(0));
    EXPECT_EQ(length->drop, metres(3));
    EXPECT_EQ(length->slack, Millimetres(3'300));
    EXPECT_EQ(length->total(), Millimetres(26'300));
    EXPECT_FALSE(facts.get<CableLengths>().of(CableId{9}));
}

TEST(CableLengths, OnlyCablesThatAnEditTouchesAreMeasuredAgain) {
    Office office;
    std::vector<CableId> others;
    for (int i = 0; i < 40; ++i)
        others.push_back(office.add_cable(office.add_jack(office.outlet, office.plane), office.plane));
    const Facts first(office.design);
    first.get<CableLengths>();
    const MeasuredCable* untouched = first.get<CableLengths>().cables.find(others[7]);
    office.change(others[3], [](Cable& row) { row.exit_drop = metres(4); });
    const Facts second = first.advance(office.design);
    EXPECT_EQ(second.get<CableLengths>().of(others[3])->drop, metres(4));
    EXPECT_EQ(second.get<CableLengths>().cables.find(others[7]), untouched) << "the row itself is shared";
    // A run that only changes its name measures nothing.
    office.change(office.tray, [](PathwayRun& row) { row.label = "T-2"; });
    const Facts third = second.advance(office.design);
    EXPECT_EQ(&third.get<CableLengths>(), &second.get<CableLengths>());
    // One that is moved measures all that lie in it.
    office.change(office.far_node, [](PathwayNode& row) { row.elevation += metres(1); });
    EXPECT_EQ(third.advance(office.design).get<CableLengths>().of(others[7])->riser,
              Facts(office.design).get<CableLengths>().of(others[7])->riser);
    EXPECT_GT(third.advance(office.design).get<CableLengths>().of(others[7])->riser, metres(0));
}

TEST(CableAmbients, TheWarmestOfTheWay) {
    Office office;
    PathwayRun hot = *office.design.find(office.tray);
    hot.ambient = celsius(45);
    const PathwayRunId second = office.add(hot);
    office.change(office.cable, [&](Cable& row) { row.route.push_back({.run = second, .compartment = 0}); });
    EXPECT_EQ(Facts(office.design).get<CableAmbients>().cables.find(office.cable)->warmest, celsius(45));
}

TEST(JackLinks, ThroughAConsolidationPointToTheSpace) {
    Office office;
    Panel point;
    point.kind = PanelKind::consolidation_point;
    const PanelId cp = office.add(point);
    const JackId jack = office.add_jack(office.outlet, office.plane);
    const CableId far = office.add_cable(jack, office.plane);
    for (const Termination& t : Table<Termination>(office.design.terminations))
        if (t.cable == far && t.end == CableEnd::b)
            office.change(t.id, [&](Termination& row) {
                row.on = cp;
                row.position = 3;
            });
    Cable short_one;
    const CableId near = office.add(short_one);
    office.terminate(near, CableEnd::a, cp, 3);
    office.terminate(near, CableEnd::b, jack);
    const Facts facts(office.design);
    const JackLink* link = facts.get<JackLinks>().jacks.find(jack);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->cables, (std::vector<CableId>{near, far}));
    EXPECT_EQ(link->far, AnyId(office.panel));
    EXPECT_EQ(link->space, office.space);
    // Another position of the consolidation point is another link.
    for (const Termination& t : Table<Termination>(office.design.terminations))
        if (t.cable == near && t.end == CableEnd::a)
            office.change(t.id, [&](Termination& row) { row.position = 4; });
    const Facts apart(office.design);
    EXPECT_EQ(apart.get<JackLinks>().jacks.find(jack)->cables, std::vector<CableId>{near});
}

TEST(JackLinks, ARingOfConsolidationPointsEnds) {
    Office office;
    Panel point;
    point.kind = PanelKind::consolidation_point;
    const PanelId cp = office.add(point);
    const JackId jack = office.add_jack(office.outlet, office.plane);
    for (int i = 0; i < 3; ++i) {
        const CableId cable = office.add(Cable{});
        office.terminate(cable, CableEnd::a, cp, 1);
        office.terminate(cable, CableEnd::b, i == 0 ? AnyId(jack) : AnyId(cp), 1);
    }
    EXPECT_EQ(Facts(office.design).get<JackLinks>().jacks.find(jack)->cables.size(), 3u);
}

TEST(SpaceOf, DeviceCardPortRack) {
    Office office;
    Equipment device;
    device.space = office.space;
    const EquipmentId id = office.add(device);
    Card card;
    card.equipment = id;
    Port port;
    port.equipment = id;
    Rack rack;
    rack.space = office.space;
    for (const AnyId row :
         {AnyId(id), AnyId(office.add(card)), AnyId(office.add(port)), AnyId(office.add(rack)), AnyId(office.space)}) {
        for (const Termination& t : Table<Termination>(office.design.terminations))
            if (t.end == CableEnd::a)
                office.change(t.id, [&](Termination& termination) { termination.on = row; });
        const Facts facts(office.design);
        EXPECT_EQ(facts.get<JackLinks>().jacks.find(office.jack)->space, office.space) << to_string(row);
    }
    office.design.spaces.erase(office.space);
    EXPECT_FALSE(Facts(office.design).get<JackLinks>().jacks.find(office.jack)->space) << "it is not there";
}

TEST(Channels, CordsOfBothEndsAdd) {
    Office office;
    office.set_length(50);
    office.add_cord(office.jack, 1, metres(3));
    office.add_cord(office.panel, 1, metres(2));
    const Facts facts(office.design);
    const Channel* channel = facts.get<Channels>().jacks.find(office.jack);
    ASSERT_TRUE(channel);
    EXPECT_EQ(channel->link_length, metres(50));
    EXPECT_EQ(channel->cord_length, metres(5));
    EXPECT_TRUE(channel->work_area_known);
    EXPECT_TRUE(channel->equipment_known);
    EXPECT_EQ(channel->cords.size(), 2u);
}

TEST(Channels, CordsInARingEnd) {
    Office office;
    const CableId a = office.add_cord(office.panel, 1, metres(1));
    office.terminate(a, CableEnd::b, office.panel, 2);
    const CableId b = office.add_cord(office.panel, 2, metres(1));
    office.terminate(b, CableEnd::b, office.panel, 1);
    EXPECT_EQ(Facts(office.design).get<Channels>().jacks.find(office.jack)->cords.size(), 2u);
}

TEST(PathwayFill, SharesOfSectionAndPlanes) {
    Office office;
    const PlaneId other = office.add_plane("V", Disclosure::open);
    office.add_cable(office.add_jack(office.outlet, other), other);
    office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    const Facts facts(office.design);
    const RunFill* fill = facts.get<PathwayFill>().runs.find(office.tray);
    ASSERT_TRUE(fill);
    ASSERT_EQ(fill->compartments.size(), 1u);
    const CompartmentFill& all = fill->compartments[0];
    EXPECT_EQ(all.cables, 3);
    EXPECT_EQ(all.section, SquareMillimetres(5'000));
    EXPECT_EQ(all.used, SquareMillimetres(116)) << "three of 38.48, rounded up";
    EXPECT_EQ(all.share, BasisPoints(231));
    EXPECT_EQ(all.planes, (std::vector<PlaneShare>{{std::min(office.plane, other), office.plane < other ? 2 : 1},
                                                   {std::max(office.plane, other), office.plane < other ? 1 : 2}}));
}

TEST(PathwayFill, ConduitsAreRound) {
    Office office;
    office.change(office.tray, [](PathwayRun& run) {
        run.kind = PathwayKind::conduit;
        run.width = run.height = Millimetres(14);
    });
    const Facts facts(office.design);
    EXPECT_EQ(facts.get<PathwayFill>().runs.find(office.tray)->compartments[0].share, percent(25)) << "7 mm in 14 mm";
}

TEST(PathwayFill, RunsWithoutCablesAndCompartmentsStandThere) {
    Office office;
    office.change(office.tray, [](PathwayRun& run) {
        run.compartments.resize(
            2, {.label = "", .width = Millimetres(50), .height = Millimetres(50), .separation = {}, .plane = {}});
    });
    office.change(office.cable, [](Cable& row) { row.route[0].compartment = 2; });
    const Facts facts(office.design);
    const RunFill* fill = facts.get<PathwayFill>().runs.find(office.tray);
    ASSERT_EQ(fill->compartments.size(), 2u);
    EXPECT_EQ(fill->compartments[1].cables, 0);
    EXPECT_EQ(fill->compartments[1].share, BasisPoints(0));
    EXPECT_EQ(fill->strays, 1);
    office.design.cables = {};
    EXPECT_EQ(Facts(office.design).get<PathwayFill>().runs.size(), 1u);
}

} // namespace
} // namespace riser::test
