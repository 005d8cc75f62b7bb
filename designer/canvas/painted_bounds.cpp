// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/painted_bounds.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace riser {

namespace {

constexpr double miter = 2; // half widths that a corner of a stroke may stand out, as Qt's own limit has it

class BoundsEngine : public QPaintEngine {
  public:
    BoundsEngine() : QPaintEngine(AllFeatures) {}
    QRectF bounds;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }
    void drawPath(const QPainterPath& path) override { stroked(path.controlPointRect()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode) override {
        stroked(QPolygonF(QList<QPointF>(points, points + count)).boundingRect());
    }
    void drawRects(const QRectF* rects, int count) override {
        for (int i = 0; i < count; ++i)
            stroked(rects[i].normalized());
    }
    void drawLines(const QLineF* lines, int count) override {
        for (int i = 0; i < count; ++i)
            stroked(QRectF(lines[i].p1(), lines[i].p2()).normalized());
    }
    void drawPoints(const QPointF* points, int count) override { drawPolygon(points, count, PolylineMode); }
    void drawEllipse(const QRectF& box) override { stroked(box); }
    void drawPixmap(const QRectF& box, const QPixmap&, const QRectF&) override { filled(box); }
    void drawImage(const QRectF& box, const QImage&, const QRectF&, Qt::ImageConversionFlags) override { filled(box); }
    void drawTextItem(const QPointF& at, const QTextItem& text) override {
        filled({at.x(), at.y() - text.ascent(), text.width(), text.ascent() + text.descent()});
    }

  private:
    void stroked(const QRectF& box) {
        const QPen& pen = painter()->pen();
        if (pen.style() == Qt::NoPen)
            return filled(box);
        const double half = std::max(pen.widthF(), 1.0) * miter / 2;
        if (pen.isCosmetic()) {
            add(painter()->combinedTransform().mapRect(box).adjusted(-half, -half, half, half));
            return;
        }
        filled(box.adjusted(-half, -half, half, half));
    }
    void filled(const QRectF& box) { add(painter()->combinedTransform().mapRect(box)); }
    // A line along an axis has no area, and yet a place.
    void add(const QRectF& box) { bounds |= box.adjusted(-0.5, -0.5, 0.5, 0.5); }
};

class BoundsDevice : public QPaintDevice {
  public:
    QPaintEngine* paintEngine() const override { return &engine_; }
    QRectF bounds() const { return engine_.bounds; }

  protected:
    int metric(PaintDeviceMetric what) const override {
        switch (what) {
        case PdmWidth:
        case PdmHeight:
            return 1 << 15;
        case PdmWidthMM:
        case PdmHeightMM:
            return 1 << 13;
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 1 << 24;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(what);
        }
    }

  private:
    mutable BoundsEngine engine_;
};

} // namespace

QRectF painted_bounds(const std::function<void(QPainter&)>& draw) {
    BoundsDevice nowhere;
    QPainter painter(&nowhere);
    draw(painter);
    painter.end();
    return nowhere.bounds();
}

} // namespace riser
