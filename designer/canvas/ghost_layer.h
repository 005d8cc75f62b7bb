// SPDX-License-Identifier: GPL-3.0-or-later
// The ghost of a plan as the canvas lays it over a floor: its drawing, made anew only when what is looked at changes,
// and the last frame of it, for the pointer moves far more often than the view.
#pragma once

#include "designer/session/ghost_view.h"
#include "exporters/drawings/ghost_plan.h"
#include "exporters/painting/picture.h"

#include <QImage>

#include <bitset>
#include <memory>

namespace riser {

class GhostLayer {
  public:
    // Null when there is no ghost or it changes nothing on the floor.
    const Picture* picture(const GhostView& ghost, FloorId floor, const FloorPlanOptions& options);
    void paint(QPainter& painter, const GhostView& ghost, FloorId floor, const FloorPlanOptions& options,
               const PaintView& view, const Palette& palette, const std::bitset<drawing_layer_count>& hidden);
    // After a change of the ghost, or to let go of it.
    void forget();

  private:
    struct Made {
        const Facts* before = nullptr;
        const Facts* after = nullptr;
        FloorId floor;
        Language language = Language::zh;
        bool operator==(const Made&) const = default;
    };
    struct Frame {
        double zoom = 0;
        QPointF origin;
        QSizeF size;
        Theme theme = Theme::paper;
        unsigned long hidden = 0;
        bool stale = false;
        bool operator==(const Frame&) const = default;
    };
    std::shared_ptr<const Ghost> of_; // keeps what made_ points to
    Made made_;
    std::unique_ptr<Picture> picture_;
    Frame frame_;
    QImage image_;
};

} // namespace riser
