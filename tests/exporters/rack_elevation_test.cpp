// SPDX-License-Identifier: GPL-3.0-or-later
// What a rack elevation must show of any racks, well filled or not.
#include "exporters/drawings/rack_elevation.h"

#include "exporters/drawings/rack_content.h"
#include "exporters/writers/svg.h"
#include "tests/support/drawn_texts.h"
#include "tests/support/racks.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace riser {
namespace {

using test::RackCase;

bool is_box(const DrawingItem& item) { return std::holds_alternative<PolygonShape>(item.shape); }

TEST(RackElevation, shows_each_rack_item_and_port_once_a_side) {
    std::size_t ports = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RackCase racks = test::random_racks(seed);
        const RackElevations out = rack_elevations(Facts(racks.design), racks.floor, Language::en);
        std::map<AnyId, std::size_t> boxes;
        for (const DrawingItem& item : out.drawing.items)
            if (is_box(item) && item.layer != DrawingLayer::space)
                ++boxes[item.shows];
        std::map<RackId, std::set<RackSide>> sides;
        for (const RackFrame& frame : out.frames)
            EXPECT_TRUE(sides[frame.rack].insert(frame.side).second);
        EXPECT_EQ(sides.size(), racks.design.racks.size());
        for (const RackItem& item : racks.design.rack_items) {
            const std::size_t times = item.side == RackSide::both ? 2 : 1;
            if (item.item.kind == Kind::equipment) {
                EXPECT_EQ(boxes[item.item], times) << seed;
            }
            for (const Port& port : racks.design.ports)
                if (AnyId(port.equipment) == item.item) {
                    EXPECT_EQ(boxes[port.id], times) << seed;
                    ++ports;
                }
            const Panel* panel = item.item.kind == Kind::panels ? racks.design.find(PanelId{item.item.value}) : nullptr;
            if (panel) { // free positions show the panel itself
                EXPECT_EQ(boxes[panel->id], 1U + static_cast<std::size_t>(panel->positions)) << seed;
            }
        }
    }
    EXPECT_GT(ports, 1'000U);
}

TEST(RackElevation, stands_at_its_units) {
    RackCase racks;
    const RackId rack = racks.rack("R1", 42);
    const EquipmentId device = racks.device(rack, "SW", 10, 2);
    const RackElevations out = rack_elevations(Facts(racks.design), racks.floor, Language::zh);
    ASSERT_EQ(out.frames.size(), 1U);
    const RackFrame& frame = out.frames.front();
    const PaperBox place = frame.at(10, 2);
    EXPECT_EQ(frame.unit_at(place.high.y - 0.1), 10);
    EXPECT_EQ(frame.unit_at(place.low.y + 0.1), 11);
    EXPECT_NEAR(frame.box.high.y - place.high.y, 9 * frame.unit_height(), 1e-9);
    EXPECT_NEAR(frame.unit_height(), 44.45 / 8, 1e-9);
    for (const DrawingItem& item : out.drawing.items)
        if (item.shows == AnyId(device) && is_box(item)) {
            const PaperBox box = bounds(item);
            EXPECT_TRUE(box.low.y >= place.low.y - 0.2 && box.high.y <= place.high.y + 0.2);
        }
}

TEST(RackElevation, ports_lie_inside_their_device_and_apart) {
    RackCase racks;
    const RackId rack = racks.rack("R1");
    std::int32_t unit = 1;
    for (const int ports : {1, 4, 24, 25, 48, 52, 96, 300}) {
        racks.device(rack, "SW" + std::to_string(ports), unit, 1 + ports / 100, ports);
        unit += 1 + ports / 100;
    }
    const RackElevations out = rack_elevations(Facts(racks.design), racks.floor, Language::zh);
    std::map<AnyId, PaperBox> devices;
    std::map<AnyId, std::vector<PaperBox>> ports;
    for (const DrawingItem& item : out.drawing.items) {
        if (is_box(item) && item.shows.kind == Kind::equipment)
            devices.emplace(item.shows, bounds(item));
        if (is_box(item) && item.shows.kind == Kind::ports)
            ports[racks.design.find(PortId{item.shows.value})->equipment].push_back(bounds(item));
    }
    ASSERT_EQ(ports.size(), 8U);
    for (const auto& [device, boxes] : ports)
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            EXPECT_TRUE(devices[device].contains(boxes[i].low) && devices[device].contains(boxes[i].high));
            for (std::size_t k = 0; k < i; ++k)
                EXPECT_FALSE(overlap(boxes[i], boxes[k])) << boxes.size();
        }
}

TEST(RackElevation, texts_do_not_lie_on_each_other) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        for (const Language language : {Language::zh, Language::en}) {
            const RackCase racks = test::random_racks(seed);
            const RackElevations out = rack_elevations(Facts(racks.design), racks.floor, language);
            EXPECT_EQ(test::overlapping_texts(out.drawing, compared), "") << "seed " << seed;
        }
    EXPECT_GT(compared, 10'000U);
}

TEST(RackElevation, says_what_cannot_stand_there) {
    RackCase racks;
    const RackId rack = racks.rack("R1", 10);
    racks.device(rack, "A", 1, 2);
    racks.device(rack, "B", 2, 1);
    racks.device(rack, "C", 10, 2);
    racks.device(rack, "D", 5, 1);
    racks.device(rack, "E", 5, 1, 0, RackSide::rear); // behind D
    const std::vector<RackContent> content = racks_on(Facts(racks.design), racks.floor);
    ASSERT_EQ(content.size(), 1U);
    std::map<std::string, std::pair<bool, bool>> faults; // outside, overlaps
    for (const RackEntry& entry : content.front().entries)
        faults[entry.label.en] = {entry.outside, entry.overlaps};
    EXPECT_EQ(faults["A"], std::pair(false, true));
    EXPECT_EQ(faults["B"], std::pair(false, true));
    EXPECT_EQ(faults["C"], std::pair(true, false));
    EXPECT_EQ(faults["D"], std::pair(false, false));
    EXPECT_EQ(faults["E"], std::pair(false, false));
    EXPECT_EQ(content.front().used, 4); // 1, 2, 5, 10
    EXPECT_TRUE(content.front().has_rear);
    std::string said;
    for (const DrawingItem& item : rack_elevations(Facts(racks.design), racks.floor, Language::en).drawing.items)
        if (const auto* text = std::get_if<TextShape>(&item.shape))
            said += text->text + "\n";
    EXPECT_NE(said.find("units overlap"), std::string::npos);
    EXPECT_NE(said.find("outside the rack"), std::string::npos);
}

TEST(RackElevation, colours_access_ports_by_the_body_of_their_vlan) {
    RackCase racks;
    Body body;
    body.id = {900};
    body.letter = "G";
    body.colour = "#009E73";
    racks.design.bodies.put(body);
    Vlan vlan;
    vlan.id = {901};
    vlan.number = VlanNumber::parse("120");
    vlan.name = "office";
    vlan.body = body.id;
    racks.design.vlans.put(vlan);
    const EquipmentId device = racks.device(racks.rack("R1"), "SW", 1, 1, 3);
    Port port = *racks.design.ports.begin();
    port.mode = PortMode::access;
    port.access_vlan = vlan.id;
    racks.design.ports.put(port);
    const Facts facts(racks.design);
    const std::vector<RackContent> content = racks_on(facts, racks.floor);
    const RackEntry& entry = content.front().entries.front();
    EXPECT_EQ(entry.shows, AnyId(device));
    ASSERT_EQ(entry.ports.size(), 3U);
    EXPECT_EQ(entry.ports[0].colour, fixed_colour("#009E73"));
    EXPECT_EQ(entry.ports[0].letter, "G");
    EXPECT_EQ(entry.ports[1].use, RackPort::Use::unused);
    EXPECT_NE(explain_port(facts, port.id).en.find("VLAN 120 office"), std::string::npos);
}

TEST(RackElevation, names_the_room_in_the_language_that_its_name_has) {
    RackCase racks;
    racks.rack("R1");
    Room room = *racks.design.rooms.begin();
    room.number.clear();
    room.name = {"1#弱电间", ""};
    racks.design.rooms.put(room);
    EXPECT_EQ(racks_on(Facts(racks.design), racks.floor).front().where.en, "3F-E1 · 1#弱电间");
}

TEST(RackElevation, a_floor_without_racks_has_none) {
    RackCase racks;
    const RackElevations out = rack_elevations(Facts(racks.design), racks.floor, Language::zh);
    EXPECT_TRUE(out.drawing.items.empty());
    EXPECT_FALSE(rack_elevation_sheet(Facts(racks.design), racks.floor, Language::zh, "ELV-30"));
}

TEST(RackElevation, its_sheet_holds_everything) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const RackCase racks = test::random_racks(seed);
        const std::optional<Drawing> sheet =
            rack_elevation_sheet(Facts(racks.design), racks.floor, Language::zh, "ELV-30");
        ASSERT_TRUE(sheet);
        for (const DrawingItem& item : sheet->items) {
            const PaperBox box = bounds(item);
            EXPECT_TRUE(sheet->extent.contains(box.low) && sheet->extent.contains(box.high)) << seed;
        }
        EXPECT_NE(svg(*sheet, Language::zh).find("3F 机柜立面图"), std::string::npos);
    }
}

} // namespace
} // namespace riser
