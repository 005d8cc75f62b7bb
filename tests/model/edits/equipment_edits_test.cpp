// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/equipment_edits.h"

#include "tests/support/racks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::RackCase;

// Unit by unit, side by side.
bool free_by_counting(const Design& design, const RackItem& item, const Rack& rack, std::int32_t unit) {
    for (std::int32_t u = unit; u < unit + item.height; ++u) {
        if (u < 1 || u > rack.units)
            return false;
        for (const RackItem& other : design.rack_items) {
            const bool meets = other.side == item.side || other.side == RackSide::both || item.side == RackSide::both;
            if (other.rack == rack.id && other.id != item.id && meets && u >= other.unit &&
                u < other.unit + other.height)
                return false;
        }
    }
    return true;
}

TEST(MoveInRack, FitsWhereEveryUnitIsFree) {
    std::size_t fits = 0;
    std::size_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RackCase racks = test::random_racks(seed);
        for (const RackItem& item : racks.design.rack_items)
            for (const Rack& rack : racks.design.racks)
                for (std::int32_t unit = -1; unit <= rack.units + 1; ++unit) {
                    const bool free = free_by_counting(racks.design, item, rack, unit);
                    const Result<void> answer = fits_in_rack(racks.design, item.item, rack.id, unit);
                    ASSERT_EQ(static_cast<bool>(answer), free) << seed << ' ' << unit;
                    ++(free ? fits : refused);
                    if (!answer) {
                        EXPECT_EQ(answer.error().code, ErrorCode::refused);
                    }
                }
    }
    EXPECT_GT(fits, 1'000U);
    EXPECT_GT(refused, 1'000U);
}

TEST(MoveInRack, TakesTheDeviceAlongToAnotherRack) {
    RackCase racks;
    const RackId from = racks.rack("R1");
    const RackId to = racks.rack("R2");
    const EquipmentId device = racks.device(from, "SW", 3, 2);
    const PanelId panel = racks.panel(from, "P", 10);
    IdSource ids(1);
    Edit edit(racks.design, {}, ids);
    ASSERT_TRUE(move_in_rack(edit, device, to, 7));
    ASSERT_TRUE(move_in_rack(edit, panel, to, 1));
    const RackItem* item = rack_item_of(edit.design(), device);
    EXPECT_EQ(item->rack, to);
    EXPECT_EQ(item->unit, 7);
    EXPECT_EQ(edit.design().find(device)->place, racks.design.find(to)->place);
    EXPECT_EQ(edit.design().find(panel)->place, racks.design.find(to)->place);
    EXPECT_EQ(edit.design().rack_items.size(), 2U);
}

TEST(MoveInRack, RefusalsNameWhatIsThereAndChangeNothing) {
    RackCase racks;
    const RackId rack = racks.rack("R1", 12);
    const EquipmentId device = racks.device(rack, "SW", 3, 2);
    racks.device(rack, "FW-7", 6, 1);
    IdSource ids(1);
    Edit edit(racks.design, {}, ids);
    const Result<void> taken = move_in_rack(edit, device, rack, 5);
    ASSERT_FALSE(taken);
    EXPECT_NE(taken.error().message.en.find("FW-7"), std::string::npos);
    EXPECT_FALSE(move_in_rack(edit, device, rack, 12));
    EXPECT_FALSE(move_in_rack(edit, device, rack, 0));
    EXPECT_EQ(move_in_rack(edit, device, RackId{999'999}, 1).error().code, ErrorCode::not_found);
    EXPECT_EQ(move_in_rack(edit, EquipmentId{999'999}, rack, 1).error().code, ErrorCode::not_found);
    EXPECT_TRUE(edit.design() == racks.design);
}

TEST(MoveInRack, TheNextUnitSkipsWhatIsTaken) {
    RackCase racks;
    const RackId rack = racks.rack("R1", 8);
    const EquipmentId device = racks.device(rack, "SW", 2);
    racks.device(rack, "A", 3, 2);
    EXPECT_EQ(next_unit(racks.design, device, 1), 5);
    EXPECT_EQ(next_unit(racks.design, device, -1), 1);
    EXPECT_EQ(next_unit(racks.design, racks.device(rack, "B", 8), 1), std::nullopt);
}

} // namespace
} // namespace riser
