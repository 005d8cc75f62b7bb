// SPDX-License-Identifier: GPL-3.0-or-later
// The racks view without a window: what a drag in an elevation changes, and what it refuses. One pixel is a millimetre
// of the drawing.
#include "designer/tools/rack_view_tool.h"

#include "model/edits/equipment_edits.h"
#include "tests/support/racks.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

class RackCanvas : public CanvasView {
  public:
    explicit RackCanvas(const test::RackCase& racks) : floor_(racks.floor) {
        document_.adopt(racks.design);
        draw();
    }
    void draw() {
        RackElevations out = rack_elevations(document_.facts(), floor_, Language::en);
        frames = std::move(out.frames);
        picture_ = std::make_unique<Picture>(std::move(out.drawing));
    }
    Document& document() override { return document_; }
    Selection& selection() override { return selection_; }
    FloorId floor() const override { return floor_; }
    Language language() const override { return Language::en; }
    const Picture* picture() const override { return picture_.get(); }
    PaintView view() const override { return {.zoom = 1, .origin = {0, 0}, .clip = {}}; }
    std::bitset<drawing_layer_count> hidden() const override { return {}; }
    std::span<const RackFrame> racks() const override { return frames; }
    void repaint() override {}
    void tell(const Error& error) override { told.push_back(error); }
    void say(const Text& message) override { said.push_back(message); }
    QPointF middle(RackId rack, std::int32_t unit) const {
        for (const RackFrame& frame : frames)
            if (frame.rack == rack) {
                const PaperBox box = frame.at(unit, 1);
                return {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
            }
        return {};
    }
    void drag(RackViewTool& tool, QPointF from, QPointF to) {
        tool.press(*this, {from, {}, {}});
        tool.move(*this, {(from + to) / 2, {}, {}});
        tool.move(*this, {to, {}, {}});
        tool.release(*this, {to, {}, {}});
    }

    Document document_;
    Selection selection_;
    FloorId floor_;
    std::unique_ptr<Picture> picture_;
    std::vector<RackFrame> frames;
    std::vector<Error> told;
    std::vector<Text> said;
};

struct RackViewToolTest : ::testing::Test {
    test::RackCase racks;
    RackId first = racks.rack("R1");
    RackId second = racks.rack("R2");
    EquipmentId device = racks.device(first, "SW", 10, 2, 48);
    EquipmentId other = racks.device(second, "FW", 20);
    RackCanvas canvas{racks};
    RackViewTool tool;
    std::size_t steps() const { return canvas.document_.history().steps(); }
    const RackItem& item() const { return *rack_item_of(canvas.document_.design(), device); }
};

TEST_F(RackViewToolTest, ADragMovesByUnitsAndKeepsTheGrip) {
    canvas.drag(tool, canvas.middle(first, 11), canvas.middle(first, 31)); // held by its upper unit
    EXPECT_EQ(item().unit, 30);
    EXPECT_EQ(item().rack, first);
    EXPECT_EQ(steps(), 1U);
    EXPECT_TRUE(canvas.selection_.holds(device));
    EXPECT_TRUE(canvas.document_.undo());
    EXPECT_TRUE(canvas.document_.design() == racks.design);
}

TEST_F(RackViewToolTest, ADragGoesToAnotherRack) {
    canvas.drag(tool, canvas.middle(first, 10), canvas.middle(second, 5));
    EXPECT_EQ(item().rack, second);
    EXPECT_EQ(item().unit, 5);
    EXPECT_EQ(canvas.document_.design().find(device)->place, racks.design.find(second)->place);
}

TEST_F(RackViewToolTest, TakenUnitsAndTheFloorAreRefused) {
    canvas.drag(tool, canvas.middle(first, 10), canvas.middle(second, 19)); // its upper unit would be FW's
    ASSERT_EQ(canvas.told.size(), 1U);
    EXPECT_NE(canvas.told.back().message.en.find("FW"), std::string::npos);
    canvas.drag(tool, canvas.middle(first, 10), canvas.middle(first, 42));
    EXPECT_EQ(canvas.told.size(), 2U);
    canvas.drag(tool, canvas.middle(first, 10), QPointF(-500, -500)); // beside every rack: nothing is meant
    EXPECT_EQ(canvas.told.size(), 2U);
    EXPECT_EQ(steps(), 0U);
    EXPECT_TRUE(canvas.document_.design() == racks.design);
}

TEST_F(RackViewToolTest, EscDropsTheDrag) {
    tool.press(canvas, {canvas.middle(first, 10), {}, {}});
    tool.move(canvas, {canvas.middle(first, 20), {}, {}});
    EXPECT_TRUE(tool.cancel(canvas));
    tool.release(canvas, {canvas.middle(first, 20), {}, {}});
    EXPECT_EQ(steps(), 0U);
}

TEST_F(RackViewToolTest, AClickSelectsThePortUnderIt) {
    for (const DrawingItem& drawn : canvas.picture_->drawing().items)
        if (drawn.shows.kind == Kind::ports) {
            const PaperBox box = bounds(drawn);
            const QPointF at((box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2);
            tool.press(canvas, {at, {}, {}});
            tool.release(canvas, {at, {}, {}});
            EXPECT_TRUE(canvas.selection_.holds(drawn.shows));
            return;
        }
    FAIL() << "no port is drawn";
}

TEST_F(RackViewToolTest, KeysStepToTheNextFreeUnits) {
    canvas.selection_.set({device});
    tool.step(canvas, 1);
    EXPECT_EQ(item().unit, 11);
    tool.step(canvas, -1);
    tool.step(canvas, -1);
    EXPECT_EQ(item().unit, 9);
    canvas.selection_.set({other});
    for (int i = 0; i < 50; ++i)
        tool.step(canvas, 1);
    EXPECT_EQ(rack_item_of(canvas.document_.design(), other)->unit, 42);
    EXPECT_FALSE(canvas.said.empty());
}

} // namespace
} // namespace riser
