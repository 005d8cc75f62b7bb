// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_raster.h"

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr int most_ahead = 256;     // pixels painted beyond the window on the side to which the view moves
constexpr double a_pixel = 1. / 64; // how far from a whole one still is one

QPointF in_pixels(QPointF p, double ratio) { return p * ratio; }

bool whole(double pixels) { return std::abs(pixels - std::round(pixels)) < a_pixel; }

// The window, and on each side what is kept: as much as was there, up to `ahead`; all of it where the view moves to.
QRect place_for(const QRect& window, const QRect& known, const QPoint& ahead) {
    const auto kept = [](int beyond, int most) { return beyond < 0 ? most : std::min(beyond, most); };
    return window.adjusted(-kept(window.left() - known.left(), ahead.x()), -kept(window.top() - known.top(), ahead.y()),
                           kept(known.right() - window.right(), ahead.x()),
                           kept(known.bottom() - window.bottom(), ahead.y()));
}

} // namespace

bool CanvasRaster::moved_only(const PaintView& view, double ratio) const {
    const QPointF by = in_pixels(view.origin - origin_, ratio);
    return !image_.isNull() && view.zoom == zoom_ && ratio == ratio_ && view.clip.size() == size_ && whole(by.x()) &&
           whole(by.y());
}

qint64 CanvasRaster::hold(const PaintView& view, double ratio, const Paint& paint) {
    const QSize window((view.clip.size() * ratio).toSize().expandedTo({1, 1}));
    const bool known = moved_only(view, ratio);
    if (!known) {
        origin_ = view.origin;
        zoom_ = view.zoom;
        ratio_ = ratio;
        size_ = view.clip.size();
    }
    const QPointF by = in_pixels(view.origin - origin_, ratio);
    const QRect seen(-by.toPoint(), window);
    qint64 painted = 0;
    if (!known || !place_.contains(seen)) {
        const QPoint ahead(std::min(window.width() / 4, most_ahead), std::min(window.height() / 4, most_ahead));
        const QRect place = known ? place_for(seen, place_, ahead) : seen;
        QImage image(place.size(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        QRegion missing(place);
        if (known) {
            QPainter painter(&image);
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            painter.drawImage(QPointF(place_.topLeft() - place.topLeft()) / ratio, image_);
            missing -= place_;
        }
        for (const QRect& part : missing)
            painted += paint_part(image, place, part, view, ratio, paint);
        image_ = std::move(image);
        place_ = place;
    }
    in_sight_ = seen.translated(-place_.topLeft());
    return painted;
}

qint64 CanvasRaster::paint_part(QImage& image, const QRect& place, const QRect& part, const PaintView& view,
                                double ratio, const Paint& paint) const {
    PaintView there = view;
    there.origin = origin_ - QPointF(place.topLeft()) / ratio;
    const QRect inside = part.translated(-place.topLeft());
    there.clip = QRectF(QPointF(inside.topLeft()) / ratio, QSizeF(inside.size()) / ratio);
    QPainter painter(&image);
    painter.setClipRect(there.clip);
    paint(painter, there);
    return static_cast<qint64>(inside.width()) * inside.height();
}

} // namespace riser
