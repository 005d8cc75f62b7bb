// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/rulers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double least_step = 64;  // pixels between numbers
constexpr double half_number = 40; // pixels at most
constexpr double overview_width = 170, overview_height = 120, margin = 12, above_scale_bar = 52;

// The roundest length in millimetres that spans at least so many pixels.
double step_for(double zoom) {
    const double least = least_step / zoom;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least)
            return factor * power;
    return 10 * power;
}

QString metres_text(double millimetres, double step) {
    return QString::number(millimetres / 1000, 'f', step >= 1000 ? 0 : step >= 100 ? 1 : step >= 10 ? 2 : 3);
}

// From a whole pixel: letters look the same wherever the view went.
void paint_number(QPainter& painter, Qt::Orientation along, double at, const QString& words) {
    constexpr int baseline = 9;
    const int half = QFontMetrics(painter.font()).horizontalAdvance(words) / 2;
    if (along == Qt::Horizontal)
        return painter.drawText(QPointF(at - half, baseline), words);
    painter.save();
    painter.translate(baseline, at + half);
    painter.rotate(-90);
    painter.drawText(QPointF(0, 0), words);
    painter.restore();
}

} // namespace

QRectF ruler_place(Qt::Orientation along, QSizeF size) {
    return along == Qt::Horizontal ? QRectF(ruler_pixels, 0, size.width() - ruler_pixels, ruler_pixels)
                                   : QRectF(0, ruler_pixels, ruler_pixels, size.height() - ruler_pixels);
}

void paint_ruler(QPainter& painter, Qt::Orientation along, const PaintView& view, const Palette& palette) {
    const bool across = along == Qt::Horizontal;
    const QRectF& clip = view.clip;
    painter.fillRect(clip, palette.ground());
    const QColor border = palette.of(ColourRole::border), ink = palette.of(ColourRole::text_third);
    painter.fillRect(across ? QRectF(clip.left(), ruler_pixels - 1, clip.width(), 1)
                            : QRectF(ruler_pixels - 1, clip.top(), 1, clip.height()),
                     border);
    QFont font = painter.font();
    font.setPixelSize(9);
    painter.setFont(font);
    painter.setPen(ink);
    const double step = step_for(view.zoom), part = step / 5;
    const double beyond = half_number / view.zoom; // of a number that begins or ends in sight
    const PaperPoint from = view.to_drawing(clip.topLeft()), to = view.to_drawing(clip.bottomRight());
    const double low = (across ? from.x : from.y) - beyond, high = (across ? to.x : to.y) + beyond;
    for (double x = std::ceil(low / part) * part; x < high; x += part) {
        const double at = std::round(x * view.zoom + (across ? view.origin.x() : view.origin.y()));
        const bool whole = std::abs(x / step - std::round(x / step)) < 1e-6;
        const double length = whole ? 6 : 3, end = ruler_pixels - length;
        painter.fillRect(across ? QRectF(at, end, 1, length - 1) : QRectF(end, at, length - 1, 1), ink);
        if (whole)
            paint_number(painter, along, at, metres_text(across ? x : -x, step)); // y down; people read it up
    }
}

QImage overview_of(const Picture& picture, Theme theme, double pixel_ratio) {
    const PaperBox extent = picture.extent();
    if (picture.size() == 0 || extent.width() <= 0 || extent.height() <= 0)
        return {};
    const double zoom = std::min(overview_width / extent.width(), overview_height / extent.height());
    QImage image(QSizeF(extent.width() * zoom * pixel_ratio, extent.height() * zoom * pixel_ratio).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(pixel_ratio);
    const Palette palette(theme);
    image.fill(palette.ground());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    PaintView view;
    view.zoom = zoom;
    view.origin = {-extent.low.x * zoom, -extent.low.y * zoom};
    view.clip = QRectF(0, 0, extent.width() * zoom, extent.height() * zoom);
    PaintOptions options;
    options.hidden.set(); // rooms and walls are enough to know where one is
    for (const DrawingLayer layer : {DrawingLayer::room, DrawingLayer::wall, DrawingLayer::tray})
        options.hidden.reset(static_cast<std::size_t>(layer));
    options.least_symbol = 0;
    picture.paint(painter, view, palette, options);
    return image;
}

QRectF overview_place(const QImage& overview, QSizeF size) {
    const QSizeF own = overview.size() / overview.devicePixelRatio();
    return {ruler_pixels + margin, size.height() - own.height() - above_scale_bar, own.width(), own.height()};
}

void paint_overview(QPainter& painter, const QImage& overview, const Picture& picture, const PaintView& view,
                    QSizeF size, const Palette& palette) {
    const QRectF place = overview_place(overview, size);
    painter.drawImage(place.topLeft(), overview);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.of(ColourRole::border), 1));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
    const PaperBox extent = picture.extent();
    const double scale = place.width() / extent.width();
    const PaperPoint low = view.to_drawing({0, 0}), high = view.to_drawing({size.width(), size.height()});
    const QRectF seen(place.left() + (low.x - extent.low.x) * scale, place.top() + (low.y - extent.low.y) * scale,
                      (high.x - low.x) * scale, (high.y - low.y) * scale);
    painter.setPen(QPen(palette.of(ColourRole::accent), 1.5));
    painter.drawRect(seen.intersected(place));
}

bool is_zoomed_in(const Picture& picture, const PaintView& view, QSizeF size) {
    const PaperBox extent = picture.extent();
    return extent.width() * view.zoom > size.width() * 1.02 || extent.height() * view.zoom > size.height() * 1.02;
}

} // namespace riser
