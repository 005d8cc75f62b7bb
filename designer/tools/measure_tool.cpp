// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/measure_tool.h"

#include <cmath>

namespace riser {

namespace {

double length(Point a, Point b) { return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y); }

QString metres_text(double millimetres) { return QString::number(millimetres / 1000, 'f', 3) + QStringLiteral(" m"); }

void label(QPainter& painter, QPointF at, const QString& words, const Palette& palette) {
    QFont font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    const QRectF box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-5, -3, 5, 3);
    const QRectF placed = box.translated(at + QPointF(10, -10));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.ground());
    painter.drawRoundedRect(placed, 3, 3);
    painter.setPen(palette.of(ColourRole::text));
    painter.drawText(placed, Qt::AlignCenter, words);
}

} // namespace

void MeasureTool::press(CanvasView& view, const Pointer& pointer) { typed(view, pointer.snapped); }

void MeasureTool::typed(CanvasView& view, Point place) {
    if (done_)
        points_.clear();
    done_ = false;
    points_.push_back(place);
    now_ = place;
    view.repaint();
}

void MeasureTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (!points_.empty() && !done_)
        view.repaint();
}

void MeasureTool::finish(CanvasView& view) {
    done_ = true;
    view.repaint();
}

bool MeasureTool::cancel(CanvasView& view) {
    const bool had = !points_.empty();
    points_.clear();
    done_ = false;
    view.repaint();
    return had;
}

std::optional<Point> MeasureTool::base() const {
    return points_.empty() || done_ ? std::nullopt : std::optional(points_.back());
}

void MeasureTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (points_.empty())
        return;
    std::vector<Point> way = points_;
    if (!done_)
        way.push_back(now_);
    painter.setPen(QPen(palette.of(ColourRole::accent), 1.5));
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i)
        painter.drawLine(view.to_screen(way[i - 1]), view.to_screen(way[i]));
    for (std::size_t i = 1; i < way.size(); ++i) {
        const double stretch = length(way[i - 1], way[i]);
        sum += stretch;
        if (way.size() > 2)
            label(painter, (view.to_screen(way[i - 1]) + view.to_screen(way[i])) / 2, metres_text(stretch), palette);
        painter.setPen(QPen(palette.of(ColourRole::accent), 1.5));
    }
    label(painter, view.to_screen(way.back()), (way.size() > 2 ? QStringLiteral("Σ ") : QString()) + metres_text(sum),
          palette);
}

Text MeasureTool::hint() const {
    return {"测量：逐点单击，Enter 结束，Esc 清除；可输入 5000<90",
            "Measure: click along, Enter ends, Esc clears; type 5000<90"};
}

} // namespace riser
