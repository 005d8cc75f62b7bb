// SPDX-License-Identifier: GPL-3.0-or-later
// What was painted of a picture, kept and somewhat larger than the window: while the view only moves, what is there
// already is shown from another corner, and only the strips that come into sight are painted. Works in whole pixels of
// the device; a view that moved by a part of one is painted anew, so that lines and texts stay as sharp as at rest.
#pragma once

#include "exporters/painting/picture.h"

#include <QImage>
#include <QRect>

#include <functional>

namespace riser {

class CanvasRaster {
  public:
    // Paints all that lies within view.clip, whose ground included.
    using Paint = std::function<void(QPainter&, const PaintView& view)>;

    // What is painted has changed, not only from where it is seen.
    void forget() { image_ = {}; }
    // Makes sure that all that is seen through view.clip is there. `ratio`: pixels of the device to one of the view.
    // Returns how many pixels it had to paint.
    qint64 hold(const PaintView& view, double ratio, const Paint& paint);

    const QImage& image() const { return image_; }
    QRect in_sight() const { return in_sight_; } // of the image, in its pixels

  private:
    bool moved_only(const PaintView& view, double ratio) const;
    qint64 paint_part(QImage& image, const QRect& place, const QRect& part, const PaintView& view, double ratio,
                      const Paint& paint) const;

    QImage image_; // opaque
    QRect place_;  // of the image, pixels from where the view's origin was first
    QPointF origin_;
    double zoom_ = 0;
    double ratio_ = 0;
    QSizeF size_;
    QRect in_sight_;
};

} // namespace riser
