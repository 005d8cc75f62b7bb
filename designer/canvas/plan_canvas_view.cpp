// SPDX-License-Identifier: GPL-3.0-or-later
// From where the canvas looks: fitting, zooming, panning, revealing.
#include "designer/canvas/plan_canvas.h"
#include "designer/canvas/reason_layer.h"
#include "designer/session/words.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double pixels_a_millimetre = 96 / 25.4; // of a screen at its nominal density
constexpr double least_zoom = 1e-4, most_zoom = 4;

} // namespace

double PlanCanvas::scale_1_to() const {
    const double per_millimetre = view_.zoom / pixels_a_millimetre;
    return per_millimetre > 0 ? 1 / per_millimetre : 1;
}

double PlanCanvas::scale_bar_metres() const {
    // The roundest length between 90 and 225 pixels.
    const double least = 90 / view_.zoom / 1000;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0, 10.0})
        if (step * power >= least)
            return step * power;
    return 10 * power;
}

double PlanCanvas::scale_bar_pixels() const { return scale_bar_metres() * 1000 * view_.zoom; }

void PlanCanvas::fit() {
    if (!picture_ || width() < 10 || height() < 10)
        return;
    const PaperBox extent = picture_->extent();
    constexpr double margin = 40;
    // Above and below the topology lie the lenses and their legend.
    const double aside = shown_ == Shown::topology ? 54 : margin;
    view_.zoom = std::clamp(std::min((width() - 2 * margin) / std::max(extent.width(), 1.0),
                                     (height() - 2 * aside) / std::max(extent.height(), 1.0)),
                            least_zoom, is_plan() ? most_zoom : 40.0);
    view_.origin = {width() / 2 - (extent.low.x + extent.high.x) / 2 * view_.zoom,
                    height() / 2 - (extent.low.y + extent.high.y) / 2 * view_.zoom};
    fitted_ = true;
    moved();
    as_fitted_ = views_[view_key()].as_fitted = true;
}

void PlanCanvas::zoomBy(double factor) { zoom_at({width() / 2, height() / 2}, factor); }

void PlanCanvas::zoom_at(QPointF place, double factor) {
    const PaperPoint still = view_.to_drawing(place);
    view_.zoom = std::clamp(view_.zoom * factor, least_zoom, is_plan() ? most_zoom : 40.0);
    view_.origin = {place.x() - still.x * view_.zoom, place.y() - still.y * view_.zoom};
    moved();
}

void PlanCanvas::reveal(const QString& text) {
    if (!picture_ || shown_ == Shown::system)
        return;
    const AnyId subject = id_of(text);
    const Design* home = session_->ghost()->home_of(subject);
    revealed_ = home ? drawn_for(*home, subject) : subject;
    of_marks_->refresh();
    std::optional<PaperBox> box = picture_->box_of(revealed_);
    if (const Picture* ghost = box ? nullptr : ghost_picture())
        box = ghost->box_of(revealed_);
    // All of a reason that is lit on this floor, even from farther away.
    if (const std::optional<PaperBox> lit = is_plan() ? extent_of(*this, session_->reason()->what()) : std::nullopt) {
        box = lit;
        view_.zoom = least_zoom;
    }
    if (!box)
        return;
    // Near enough to read what stands around it, on a plan never nearer than 1:60.
    const double wanted =
        std::min({width() / (std::max(box->width(), 1.0) * 3), height() / (std::max(box->height(), 1.0) * 3),
                  is_plan() ? pixels_a_millimetre / 60 : 2 * pixels_a_millimetre});
    view_.zoom = std::max(view_.zoom, wanted);
    view_.origin = {width() / 2 - (box->low.x + box->high.x) / 2 * view_.zoom,
                    height() / 2 - (box->low.y + box->high.y) / 2 * view_.zoom};
    moved();
}

void PlanCanvas::moved() {
    as_fitted_ = false;
    view_.clip = boundingRect();
    if (session_)
        views_[view_key()] = {view_, false, size()};
    emit viewChanged();
    update();
    refresh_layers();
}

// By whole pixels of the device, so that what is painted already still fits.
void PlanCanvas::pan_by(QPointF by) {
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    view_.origin += QPointF(std::round(by.x() * ratio) / ratio, std::round(by.y() * ratio) / ratio);
    moved();
}

void PlanCanvas::itemChange(ItemChange change, const ItemChangeData& data) {
    QQuickItem::itemChange(change, data);
    if (change != ItemDevicePixelRatioHasChanged)
        return;
    overview_ = {};
    update();
    refresh_layers();
}

void PlanCanvas::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        update();
    if (!session_)
        return;
    // The window grows, panels come and go: what was fitted and not moved since stays so.
    if (!fitted_ || as_fitted_ || before.width() < 10 || before.height() < 10) {
        fit();
        return;
    }
    // What was in the middle stays there.
    pan_by({(now.width() - before.width()) / 2, (now.height() - before.height()) / 2});
}
} // namespace riser
