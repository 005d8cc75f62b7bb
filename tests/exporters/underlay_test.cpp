// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a plan: where its pixels and lines come, faint and below everything, alike in SVG and on the screen;
// a frame for what is missing; nothing of it in documents that hide something.
#include "exporters/drawings/floor_plan.h"
#include "exporters/painting/paper.h"
#include "exporters/painting/underlay_painting.h"
#include "exporters/writers/svg.h"
#include "model/file/sha256.h"
#include "tests/exporters/tower.h"
#include "tests/model/import/dxf_builder.h"

#include <QBuffer>
#include <QPainter>

#include <gtest/gtest.h>

namespace riser {
namespace {

// White, with a red square of 20 pixels in the lower left corner and a black one in the upper right.
std::string scan(int width, int height, const char* format = "png") {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.fillRect(0, height - 20, 20, 20, Qt::red);
        painter.fillRect(width - 20, 0, 20, 20, Qt::black);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data().toStdString();
}

struct UnderPlan : ::testing::Test {
    Underlay under(UnderlayKind kind, const std::string& bytes, const char* name) {
        Underlay row;
        row.id = UnderlayId{design.underlays.size() + 1};
        row.floor = floor;
        row.kind = kind;
        row.file = name;
        row.asset = sha256(bytes);
        row.scale_ppm = 100'000'000; // 100 mm
        held[row.asset] = std::make_shared<const std::string>(bytes);
        return row;
    }
    void lay(const Underlay& row) { design.underlays.put(row); }
    FloorPlanOptions options(double scale = 100) const {
        FloorPlanOptions out;
        out.scale = scale;
        out.underlays = underlays_from({.designs = {}, .held = held});
        return out;
    }
    Drawing plan() const { return floor_plan(Facts(design), floor, options()).drawing; }
    static std::vector<DrawingItem> underlays_of(const Drawing& drawing) {
        std::vector<DrawingItem> out;
        for (const DrawingItem& item : drawing.items)
            if (item.layer == DrawingLayer::underlay)
                out.push_back(item);
        return out;
    }

    Design design;
    FloorId floor = [this] {
        Building building;
        building.id = BuildingId{1};
        design.buildings.put(building);
        Floor row;
        row.id = FloorId{1};
        row.building = building.id;
        row.label = "1F";
        design.floors.put(row);
        return row.id;
    }();
    std::map<std::string, std::shared_ptr<const std::string>> held;
};

// The colour at a place of the floor, y up, 10 mm a pixel.
QColor at(const QImage& image, double x, double y) {
    return image.pixelColor(static_cast<int>(x / 10 + 1000), static_cast<int>(1000 - y / 10));
}
QImage seen(const Drawing& drawing, Theme theme, const PaintOptions& options = {}) {
    QImage image(3000, 2000, QImage::Format_RGB32);
    const Palette palette(theme);
    image.fill(palette.ground());
    QPainter painter(&image);
    PaintView view;
    view.zoom = 0.1;
    view.origin = {1000, 1000};
    view.clip = image.rect();
    Picture(drawing).paint(painter, view, palette, options);
    return image;
}

TEST_F(UnderPlan, APictureComesWhereItsRowSaysFaintInEveryTheme) {
    Underlay row = under(UnderlayKind::picture, scan(100, 80), "scan.png");
    row.offset_x = 1000;
    row.offset_y = -2000;
    lay(row);
    const Drawing drawing = plan();
    ASSERT_EQ(underlays_of(drawing).size(), 1U);
    EXPECT_EQ(underlays_of(drawing)[0].shows, AnyId(row.id));
    EXPECT_NEAR(drawing.extent.low.x, 1000, 1e-6);
    EXPECT_NEAR(drawing.extent.width(), 10'000, 1e-6);
    EXPECT_NEAR(drawing.extent.low.y, 2000 - 8000, 1e-6); // y down

    for (const Theme theme : {Theme::paper, Theme::light, Theme::dark}) {
        const QImage image = seen(drawing, theme);
        const QColor ground = Palette(theme).ground();
        EXPECT_EQ(at(image, 6000, 2000), ground); // the white of the paper is the ground
        const QColor red = at(image, 2000, -1000);
        EXPECT_GT(red.red(), red.green() + 40) << static_cast<int>(theme);
        const QColor black = at(image, 10'000, 5000);
        const int faint = std::abs(black.lightness() - ground.lightness());
        EXPECT_GT(faint, 80) << static_cast<int>(theme);
        EXPECT_LT(faint, 140) << static_cast<int>(theme);
        EXPECT_EQ(at(image, 900, -1000), ground);
        EXPECT_EQ(at(image, 2000, -2100), ground);
    }
    PaintOptions without;
    without.hidden.set(static_cast<std::size_t>(DrawingLayer::underlay));
    EXPECT_EQ(at(seen(drawing, Theme::light, without), 2000, -1000), Palette(Theme::light).ground());
}

TEST_F(UnderPlan, TurnsCounterClockwiseAboutItsCorner) {
    Underlay row = under(UnderlayKind::picture, scan(100, 80, "jpg"), "scan.jpg");
    row.rotation = MilliDegrees(90'000);
    lay(row);
    const QImage image = seen(plan(), Theme::paper);
    EXPECT_GT(at(image, -1000, 1000).red(), at(image, -1000, 1000).green() + 40); // the corner stays
    EXPECT_LT(at(image, -7000, 9000).lightness(), 190);                           // what was right is above
    EXPECT_EQ(at(image, 1000, 1000), QColor(Qt::white));
}

TEST_F(UnderPlan, LinesOfADrawingComeInTheirUnitWithItsWords) {
    const std::string dxf = dxf::a_drawing()
                                .with(dxf::line("X", 10, 10, 60, 10))
                                .with(dxf::line("X", 10, 10, 10, 40))
                                .with(dxf::text("X", 20, 20, 5, "库房"))
                                .text();
    lay(under(UnderlayKind::dxf, dxf, "plan.dxf"));
    const Drawing drawing = plan();
    ASSERT_EQ(underlays_of(drawing).size(), 1U);
    const QImage image = seen(drawing, Theme::paper);
    EXPECT_NE(at(image, 3000, 1000), QColor(Qt::white));
    EXPECT_GT(at(image, 3000, 1000).lightness(), 120);
    EXPECT_EQ(at(image, 3000, 1500), QColor(Qt::white));
    EXPECT_NE(at(image, 1000, 3000), QColor(Qt::white));
    const std::string words = svg(drawing, Language::zh);
    EXPECT_NE(words.find("库房"), std::string::npos);
    EXPECT_NE(words.find("M1000 -1000L6000 -1000"), std::string::npos) << words;
}

TEST_F(UnderPlan, TheSvgHoldsThePictureWhereTheScreenShowsIt) {
    Underlay row = under(UnderlayKind::picture, scan(100, 80), "scan.png");
    row.offset_x = 1000;
    row.offset_y = -2000;
    lay(row);
    const std::string out = svg(plan(), Language::zh);
    EXPECT_NE(out.find("<g id=\"RISER-UNDERLAY\">"), std::string::npos);
    EXPECT_NE(out.find("matrix(100 -0 0 100 1000 -6000)"), std::string::npos) << out.substr(0, 2000);
    const std::string lead = "data:image/png;base64,";
    const std::size_t from = out.find(lead) + lead.size();
    const QByteArray bytes =
        QByteArray::fromBase64(QByteArray::fromStdString(out.substr(from, out.find('"', from) - from)),
                               QByteArray::AbortOnBase64DecodingErrors);
    EXPECT_EQ(bytes.toStdString(), *held[row.asset]);
}

TEST_F(UnderPlan, WhatIsMissingHasAFrameWithItsName) {
    Underlay row = under(UnderlayKind::picture, scan(100, 80), "三层扫描.png");
    lay(row);
    held.clear();
    const std::vector<DrawingItem> items = underlays_of(plan());
    ASSERT_EQ(items.size(), 2U);
    const auto* frame = std::get_if<PolygonShape>(&items[0].shape);
    ASSERT_TRUE(frame && frame->pen);
    EXPECT_EQ(frame->pen->dash, Dash::dashed);
    EXPECT_NE(std::get<TextShape>(items[1].shape).text.find("三层扫描.png"), std::string::npos);
    // An import that kept no copy says nothing.
    row.asset.clear();
    row.origin.kind = OriginKind::imported;
    lay(row);
    EXPECT_TRUE(underlays_of(plan()).empty());
    // One that is damaged is as good as missing.
    const std::string broken = scan(100, 80).substr(0, 20);
    lay(under(UnderlayKind::picture, broken, "broken.png"));
    EXPECT_EQ(underlays_of(plan()).size(), 2U);
}

TEST_F(UnderPlan, ChangesNeitherTheScaleNorTheSheetOfAFloorAndStaysInItsPlace) {
    design = tower({.bays = 6});
    floor = [this] {
        for (const Floor& row : design.floors)
            if (row.label == "2F")
                return row.id;
        return FloorId();
    }();
    ASSERT_TRUE(floor);
    const Drawing without = floor_plan_sheet(Facts(design), floor);
    Underlay row = under(UnderlayKind::picture, scan(4000, 4000), "site.png"); // 400 m
    row.offset_x = row.offset_y = -200'000;
    lay(row);
    FloorPlanSheetOptions sheet;
    sheet.underlays = options().underlays;
    const Drawing with = floor_plan_sheet(Facts(design), floor, sheet);
    EXPECT_EQ(with.extent.width(), without.extent.width());
    EXPECT_EQ(with.items.size(), without.items.size() + 1);
    const PaperBox box = bounds(underlays_of(with).at(0));
    EXPECT_GT(box.low.x, 10);
    EXPECT_GT(box.low.y, 10);
    EXPECT_LT(box.high.x, with.extent.width() - 60); // clear of the strip with legend and title
    const QImage image = *image_of_sheet(with, 50);
    EXPECT_EQ(image.pixelColor(image.width() - 2, 2), QColor(Qt::white));
}

TEST_F(UnderPlan, LargePicturesAreReducedWhenTheyAreDecoded) {
    const Underlay row = under(UnderlayKind::picture, scan(9000, 6000), "large.png");
    const Result<UnderlayPointer> content = read_underlay(row, {.designs = {}, .held = held}, {});
    ASSERT_TRUE(content);
    lay(row);
    Drawing drawing = plan();
    drawing.extent = {{0, -600'000}, {900'000, 0}};
    const QImage image = image_of(Picture(drawing), 900, Theme::paper); // a pixel stands for ten
    EXPECT_GT(image.pixelColor(0, 599).red(), image.pixelColor(0, 599).green() + 40);
    EXPECT_LT(image.pixelColor(899, 0).lightness(), 190);
    EXPECT_EQ(image.pixelColor(450, 300), QColor(Qt::white));
}

} // namespace
} // namespace riser
