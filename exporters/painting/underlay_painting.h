// SPDX-License-Identifier: GPL-3.0-or-later
// Painting what lies under a plan: pictures faded into the ground of the theme at the level of detail that the zoom
// asks for, lines that are not too small to see. What is made of a content is kept with it.
#pragma once

#include "exporters/drawings/underlay.h"
#include "exporters/painting/picture.h"

class QPainter;

namespace riser {

// Pixels kept of a picture; larger ones are reduced when they are decoded, by whole factors.
constexpr std::int64_t most_underlay_pixels = 40'000'000;

// `view`: of the drawing whose item it is; `unit`: pixels of a millimetre on paper. Painted opaque, so below everything
// else.
void paint_underlay(QPainter& painter, const UnderlayShape& shape, const PaintView& view, double unit,
                    const Palette& palette);

// Makes what painting in that theme needs, so that the first frame does not wait for it. On any thread.
void prepare_underlay(const UnderlayContent& content, Theme theme);

} // namespace riser
