// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/ghost_layer.h"

#include <QPainter>

namespace riser {

namespace {
constexpr double strength = 0.85, stale_strength = 0.35; // opacity
}

void GhostLayer::forget() {
    of_.reset();
    made_ = {};
    picture_.reset();
    image_ = {};
}

const Picture* GhostLayer::picture(const GhostView& ghost, FloorId floor, const FloorPlanOptions& options) {
    if (!ghost.ghost()) {
        if (of_)
            forget();
        return nullptr;
    }
    const Made wanted{&ghost.before(), &ghost.after(), floor, options.language};
    if (of_ != ghost.ghost() || wanted != made_) {
        forget();
        of_ = ghost.ghost();
        made_ = wanted;
        GhostPlan plan = ghost_plan(ghost.before(), ghost.after(), floor, options);
        if (!plan.drawing.items.empty())
            picture_ = std::make_unique<Picture>(std::move(plan.drawing));
    }
    return picture_.get();
}

void GhostLayer::paint(QPainter& painter, const GhostView& ghost, FloorId floor, const FloorPlanOptions& options,
                       const PaintView& view, const Palette& palette, const std::bitset<drawing_layer_count>& hidden) {
    const Picture* plan = picture(ghost, floor, options);
    if (!plan)
        return;
    const Frame wanted{view.zoom, view.origin, view.clip.size(), palette.theme(), hidden.to_ulong(), ghost.is_stale()};
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    if (image_.isNull() || wanted != frame_ || image_.devicePixelRatio() != ratio) {
        frame_ = wanted;
        image_ = QImage((view.clip.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image_.setDevicePixelRatio(ratio);
        image_.fill(Qt::transparent);
        QPainter inner(&image_);
        inner.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        PaintOptions how;
        how.hidden = hidden;
        plan->paint(inner, view, palette, how);
    }
    painter.save();
    painter.setOpacity(ghost.is_stale() ? stale_strength : strength);
    painter.drawImage(view.clip.topLeft(), image_);
    painter.restore();
}

} // namespace riser
