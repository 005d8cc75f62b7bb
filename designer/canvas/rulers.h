// SPDX-License-Identifier: GPL-3.0-or-later
// Rulers along two edges of the plan, in metres of the floor's frame; and the overview: the whole floor,
// small, with a frame around what is seen.
#pragma once

#include "exporters/painting/picture.h"

#include <QImage>
#include <Qt>

namespace riser {

constexpr double ruler_pixels = 18;

// Of one of them, over a canvas of that size; the corner belongs to neither.
QRectF ruler_place(Qt::Orientation along, QSizeF size);
// What of it lies within view.clip. The view is in pixels from the ruler's own corner.
void paint_ruler(QPainter& painter, Qt::Orientation along, const PaintView& view, const Palette& palette);

// Made once for a picture and theme; empty when there is nothing to see.
QImage overview_of(const Picture& picture, Theme theme, double pixel_ratio);
// Where it stands in a canvas of that size.
QRectF overview_place(const QImage& overview, QSizeF size);
void paint_overview(QPainter& painter, const QImage& overview, const Picture& picture, const PaintView& view,
                    QSizeF size, const Palette& palette);
// Whether the window shows less than the whole.
bool is_zoomed_in(const Picture& picture, const PaintView& view, QSizeF size);

} // namespace riser
