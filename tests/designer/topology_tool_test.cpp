// SPDX-License-Identifier: GPL-3.0-or-later
// The topology without a window: what clicks select and double clicks open, and what the lenses say. One pixel is a
// millimetre of the drawing.
#include "designer/tools/topology_tool.h"

#include "designer/canvas/lens.h"
#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

class TopologyCanvas : public CanvasView {
  public:
    explicit TopologyCanvas(const Design& design) {
        document_.adopt(design);
        draw();
    }
    void draw() {
        topology_ = riser::topology(document_.facts(), {.language = Language::en, .opened = opened});
        picture_ = std::make_unique<Picture>(topology_.drawing);
    }
    Document& document() override { return document_; }
    Selection& selection() override { return selection_; }
    FloorId floor() const override { return {}; }
    Language language() const override { return Language::en; }
    const Picture* picture() const override { return picture_.get(); }
    PaintView view() const override { return {.zoom = 1, .origin = {0, 0}, .clip = {}}; }
    std::bitset<drawing_layer_count> hidden() const override { return {}; }
    const Topology* topology() const override { return &topology_; }
    void open(const std::vector<AnyId>& ids) override {
        opened.insert(opened.end(), ids.begin(), ids.end());
        draw();
    }
    bool close_opened() override {
        const bool had = !opened.empty();
        opened.clear();
        draw();
        return had;
    }
    void repaint() override {}
    void tell(const Error&) override {}
    void say(const Text&) override {}

    // Within the mark or box that shows the row.
    QPointF at(AnyId id) const {
        const std::optional<PaperBox> box = picture_->box_of(id);
        return box ? QPointF((box->low.x + box->high.x) / 2, (box->low.y + box->high.y) / 2) : QPointF();
    }
    Pointer pointer(QPointF screen, Qt::KeyboardModifiers keys = Qt::NoModifier) const {
        return {screen, {}, {}, keys};
    }

    Document document_;
    Selection selection_;
    Topology topology_;
    std::unique_ptr<Picture> picture_;
    std::vector<AnyId> opened;
};

struct TopologyToolTest : ::testing::Test {
    test::NetworkCase network;
    PlaneId plane = network.plane("W");
    PlaneId secret = network.plane("X", Disclosure::secret);
    ZoneId zone = network.zone(plane, "A");
    ZoneId other = network.zone(plane, "B");
    BodyId body = network.body("G");
    FloorId floor = network.floor("3F");
    EquipmentId core = network.device(EquipmentRole::core_switch, "CORE", plane, zone);
    std::vector<EquipmentId> access;
    VlanId vlan = network.vlan(zone, 120, body);
    TopologyTool tool;

    void SetUp() override {
        network.device(EquipmentRole::server, "SRV", plane, other);
        for (int i = 0; i < 5; ++i)
            access.push_back(
                network.device(EquipmentRole::access_switch, "SW" + std::to_string(i), plane, zone, floor));
        Port port = *network.design.find(network.port(access[1]));
        port.mode = PortMode::access;
        port.access_vlan = vlan;
        network.design.ports.put(port);
    }
    static QPointF title_of(const TopologyFrame& frame) { return {frame.box.high.x - 1, frame.box.low.y + 2}; }
    static const TopologyFrame& collapsed(const TopologyCanvas& canvas) {
        return *std::ranges::find_if(canvas.topology_.frames,
                                     [](const TopologyFrame& f) { return f.devices.size() > 1; });
    }
};

TEST_F(TopologyToolTest, AClickSelectsADeviceAMarkOrAllOfABox) {
    TopologyCanvas canvas(network.design);
    tool.press(canvas, canvas.pointer(canvas.at(core)));
    EXPECT_EQ(canvas.selection_.ids(), std::vector<AnyId>{core});
    tool.press(canvas, canvas.pointer(canvas.at(access[2])));
    EXPECT_EQ(canvas.selection_.ids(), std::vector<AnyId>{access[2]});
    tool.press(canvas, canvas.pointer(canvas.at(core), Qt::ShiftModifier));
    EXPECT_EQ(canvas.selection_.ids().size(), 2U);
    tool.press(canvas, canvas.pointer(title_of(collapsed(canvas))));
    EXPECT_EQ(canvas.selection_.ids().size(), 5U);
    tool.press(canvas, canvas.pointer({-50, -50}));
    EXPECT_TRUE(canvas.selection_.empty());
    tool.move(canvas, canvas.pointer(canvas.at(core)));
    EXPECT_EQ(canvas.selection_.hovered(), AnyId(core));
}

TEST_F(TopologyToolTest, ADoubleClickOpensAndEscCloses) {
    TopologyCanvas canvas(network.design);
    const std::size_t before = canvas.topology_.frames.size();
    tool.double_click(canvas, canvas.pointer(title_of(collapsed(canvas))));
    EXPECT_EQ(canvas.topology_.frames.size(), before + 4);
    tool.double_click(canvas, canvas.pointer(canvas.at(core)));
    EXPECT_EQ(canvas.opened.size(), 5U) << "a single device has nothing to open";
    EXPECT_EQ(canvas.topology_.withheld.size(), 1U);
    tool.double_click(canvas, canvas.pointer(canvas.at(secret)));
    EXPECT_TRUE(canvas.topology_.withheld.empty());
    EXPECT_TRUE(tool.cancel(canvas));
    EXPECT_EQ(canvas.topology_.frames.size(), before);
    EXPECT_EQ(canvas.topology_.withheld.size(), 1U);
    EXPECT_FALSE(tool.cancel(canvas));
}

TEST_F(TopologyToolTest, LensesColourDevicesByZoneAndByBody) {
    TopologyCanvas canvas(network.design);
    const LensPicture zones = look_at_network(canvas.document_.facts(), "zones");
    EXPECT_EQ(zones.legend.size(), 2U);
    EXPECT_EQ(zones.colours.at(core.value), zones.colours.at(access[0].value));
    EXPECT_EQ(zones.colours.at(core.value), zones.colours.at(vlan.value));
    EXPECT_EQ(zones.explain(core).en, "zone A");
    const LensPicture bodies = look_at_network(canvas.document_.facts(), "bodies");
    EXPECT_EQ(bodies.colours.at(access[1].value), 0x009E73U);
    EXPECT_NE(bodies.colours.at(access[2].value), 0x009E73U);
    EXPECT_EQ(bodies.explain(access[1]).en, "body G");
    EXPECT_TRUE(look_at_network(canvas.document_.facts(), "cabling").colours.empty());
    EXPECT_EQ(std::ranges::count_if(all_lenses(), speaks_of_networks), 4);
}

} // namespace
} // namespace riser
