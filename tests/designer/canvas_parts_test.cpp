// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the canvas that need no window: what is kept of a painted plan is pixel for pixel what painting it anew
// gives, wherever the view goes; and where something would be painted is where it is.
#include "designer/canvas/canvas_raster.h"
#include "designer/canvas/painted_bounds.h"
#include "designer/canvas/rulers.h"
#include "exporters/drawings/floor_plan.h"
#include "tests/exporters/tower.h"

#include <QPainter>
#include <QPainterPath>

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace riser {
namespace {

// Qt rounds a hairline by where its ends are clipped; what is missing or in another place differs by far more.
constexpr int hairline = 64;

struct CanvasRasterTest : ::testing::Test {
    CanvasRasterTest() {
        const Design design = tower({.seed = 3, .bays = 14});
        picture = std::make_unique<Picture>(floor_plan(Facts(design), std::next(design.floors.begin())->id).drawing);
        view.clip = QRectF(0, 0, 420, 300);
        at(0.02);
    }
    void at(double zoom) {
        const PaperBox extent = picture->extent();
        view.zoom = zoom;
        view.origin = {210.3 - (extent.low.x + extent.high.x) / 2 * zoom,
                       150.6 - (extent.low.y + extent.high.y) / 2 * zoom};
    }
    void paint(QPainter& painter, const PaintView& part) const {
        painter.fillRect(part.clip, palette.ground());
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        picture->paint(painter, part, palette);
    }
    qint64 hold(double ratio = 1) {
        return raster.hold(view, ratio, [&](QPainter& painter, const PaintView& part) { paint(painter, part); });
    }
    QImage seen() const {
        QImage out = raster.image().copy(raster.in_sight());
        out.setDevicePixelRatio(1);
        return out;
    }
    QImage anew(double ratio = 1) const {
        QImage image((view.clip.size() * ratio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        {
            QPainter painter(&image);
            paint(painter, view);
        }
        image.setDevicePixelRatio(1);
        return image;
    }
    // Empty: but for a few pixels, no channel differs by more than so many levels of 255.
    static std::string difference(const QImage& a, const QImage& b, int levels = 3) {
        const auto apart = [&](QRgb p, QRgb q) {
            return std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))}) > levels;
        };
        std::string out = a.size() == b.size() ? "" : "sizes";
        int count = 0;
        QRect where;
        for (int y = 0; out.empty() && y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                if (apart(a.pixel(x, y), b.pixel(x, y))) {
                    ++count;
                    where |= QRect(x, y, 1, 1);
                }
        if (count > 4) // a dot has six
            out = std::to_string(count) + " pixels in " + std::to_string(where.left()) + "," +
                  std::to_string(where.top()) + " " + std::to_string(where.width()) + "x" +
                  std::to_string(where.height());
        return out;
    }
    qint64 whole() const { return static_cast<qint64>(view.clip.width() * view.clip.height()); }

    const Palette palette{Theme::light};
    std::unique_ptr<Picture> picture;
    PaintView view;
    CanvasRaster raster;
};

TEST_F(CanvasRasterTest, WhereverTheViewGoesItIsAsPaintedAnew) {
    std::mt19937_64 engine(7);
    const auto between = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine); };
    for (const double zoom : {0.006, 0.011, 0.02, 0.047, 0.12}) {
        at(zoom);
        hold();
        for (int i = 0; i < 25; ++i) {
            view.origin += QPointF(between(-70, 70), between(-50, 50));
            hold();
            ASSERT_EQ(difference(seen(), anew(), hairline), "") << "zoom " << zoom << " step " << i;
        }
    }
}

TEST_F(CanvasRasterTest, OnAFineScreenToo) {
    hold(2);
    for (int i = 0; i < 12; ++i) {
        view.origin += QPointF(17.5, -11); // whole pixels of the device
        hold(2);
        ASSERT_EQ(difference(seen(), anew(2), hairline), "") << i;
    }
}

TEST_F(CanvasRasterTest, AMovePaintsOnlyWhatComesIntoSight) {
    EXPECT_EQ(hold(), whole());
    EXPECT_EQ(hold(), 0);
    view.origin += QPointF(10, 0);
    const qint64 strip = hold();
    EXPECT_GT(strip, 0);
    EXPECT_LT(strip, whole() / 2);
    view.origin += QPointF(10, 0); // what lies ahead is there already
    EXPECT_EQ(hold(), 0);
    view.origin -= QPointF(20, 0);
    EXPECT_EQ(hold(), 0);
    qint64 painted = 0;
    for (int i = 0; i < 100; ++i) {
        view.origin += QPointF(0, 6);
        painted += hold();
    }
    EXPECT_GE(painted, 600 * 420);
    EXPECT_LT(painted, 100 * whole() / 10);
    EXPECT_LT(raster.image().width(), 2 * 420);
    EXPECT_LT(raster.image().height(), 2 * 300);
}

TEST_F(CanvasRasterTest, AnythingButAMoveOfWholePixelsPaintsAllAnew) {
    hold();
    view.origin += QPointF(0.5, 0);
    EXPECT_EQ(hold(), whole());
    EXPECT_EQ(difference(seen(), anew()), "");
    view.zoom *= 1.01;
    EXPECT_EQ(hold(), whole());
    EXPECT_EQ(hold(2), 4 * whole());
    hold(1);
    raster.forget();
    EXPECT_EQ(hold(), whole());
    view.clip = QRectF(0, 0, 500, 300);
    EXPECT_EQ(hold(), 500 * 300);
    EXPECT_EQ(difference(seen(), anew()), "");
}

QRect ink_of(const std::function<void(QPainter&)>& draw) {
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter);
    }
    QRect out;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 0)
                out |= QRect(x, y, 1, 1);
    return out;
}

TEST(PaintedBounds, HoldAllInkAndLittleMore) {
    const std::vector<std::pair<const char*, std::function<void(QPainter&)>>> drawings = {
        {"a line", [](QPainter& p) { p.drawLine(QPointF(50.5, 40), QPointF(50.5, 90)); }},
        {"a wide pen",
         [](QPainter& p) {
             p.setPen(QPen(Qt::red, 9));
             p.drawLine(40, 60, 200, 60);
         }},
        {"a cosmetic pen, scaled",
         [](QPainter& p) {
             QPen pen(Qt::red, 5);
             pen.setCosmetic(true);
             p.setPen(pen);
             p.translate(100, 100);
             p.scale(0.01, 0.01);
             p.drawPolyline(QPolygonF({{0, 0}, {5000, 0}, {5000, 7000}}));
         }},
        {"a sharp corner",
         [](QPainter& p) {
             QPainterPath path({40, 200});
             path.lineTo(120, 190);
             path.lineTo(40, 180);
             p.setPen(QPen(Qt::black, 4));
             p.drawPath(path);
         }},
        {"an ellipse", [](QPainter& p) { p.drawEllipse(QPointF(150, 150), 7, 7); }},
        {"filled, no pen", [](QPainter& p) { p.fillRect(QRectF(10, 10, 30, 20), Qt::blue); }},
        {"words, turned",
         [](QPainter& p) {
             p.translate(200, 200);
             p.rotate(-90);
             p.drawText(QPointF(0, 0), QStringLiteral("12.5 m 机房"));
         }},
        {"an image",
         [](QPainter& p) {
             QImage image(20, 10, QImage::Format_RGB32);
             image.fill(Qt::red);
             p.drawImage(QPointF(300, 20), image);
         }},
    };
    for (const auto& [name, draw] : drawings) {
        const QRect ink = ink_of(draw);
        ASSERT_FALSE(ink.isEmpty()) << name;
        const QRect bounds = painted_bounds(draw).adjusted(-1, -1, 1, 1).toAlignedRect();
        EXPECT_TRUE(bounds.contains(ink)) << name;
        EXPECT_TRUE(ink.adjusted(-14, -14, 14, 14).contains(bounds)) << name;
    }
    EXPECT_TRUE(painted_bounds([](QPainter&) {}).isEmpty());
}

TEST(Rulers, EachStaysInItsPlace) {
    PaintView view;
    view.zoom = 0.02;
    view.origin = {31, 77};
    const QSizeF size(400, 300);
    const Palette palette(Theme::light);
    for (const Qt::Orientation along : {Qt::Horizontal, Qt::Vertical}) {
        const QSizeF own = ruler_place(along, size).size();
        view.clip = QRectF({}, own);
        const QRect ink = ink_of([&](QPainter& painter) {
            painter.setClipRect(view.clip);
            paint_ruler(painter, along, view, palette);
        });
        EXPECT_EQ(ink, view.clip.toRect());
    }
    EXPECT_FALSE(ruler_place(Qt::Horizontal, size).intersects(ruler_place(Qt::Vertical, size)));
}

// However the view was moved there, a ruler looks as if it were painted anew.
TEST(Rulers, AMovedOneEqualsAFreshOne) {
    const Palette palette(Theme::light);
    std::mt19937 random(4);
    for (const Qt::Orientation along : {Qt::Horizontal, Qt::Vertical}) {
        PaintView view;
        view.zoom = 0.02;
        view.clip = QRectF({}, ruler_place(along, {700, 500}).size());
        const auto seen = [&](CanvasRaster& raster) {
            raster.hold(view, 1,
                        [&](QPainter& painter, const PaintView& part) { paint_ruler(painter, along, part, palette); });
            return raster.image().copy(raster.in_sight());
        };
        CanvasRaster kept;
        for (int step = 0; step < 60; ++step) {
            double& at = along == Qt::Horizontal ? view.origin.rx() : view.origin.ry();
            at += static_cast<double>(random() % 200) - 60;
            CanvasRaster fresh;
            ASSERT_EQ(seen(kept), seen(fresh)) << "step " << step;
        }
    }
}

} // namespace
} // namespace riser
