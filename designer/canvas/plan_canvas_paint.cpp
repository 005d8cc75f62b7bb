// SPDX-License-Identifier: GPL-3.0-or-later
// How the canvas is painted: the plan, kept in a raster, and the layers over it.
#include "designer/canvas/plan_canvas.h"
#include "designer/canvas/raster_node.h"
#include "designer/canvas/reason_layer.h"
#include "designer/canvas/rulers.h"
#include "exporters/drawings/system_content.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double least_words = 6;      // pixels; of a topology's lesser words
constexpr double least_name = 2.6;     // mm on its paper
constexpr double names_grow = 6;       // of racks and the system diagram, seen whole: so many times their paper's width
constexpr std::size_t many_marks = 64; // of which nobody asks how far they reach

// Where the name of one may be drawn larger than on paper without running into its neighbours.
bool has_room_beside(Kind kind) {
    return kind != Kind::bill_items && kind != Kind::provider_handoffs && kind != Kind::bodies;
}

} // namespace

void PlanCanvas::make_layers() {
    const auto layer = [this](CanvasLayer::Draw draw, CanvasLayer::Where where = {}) {
        layers_.push_back(new CanvasLayer(*this, std::move(draw), std::move(where)));
        return layers_.back();
    };
    of_ghost_ = layer(
        [this](QPainter& painter) {
            ghost_.paint(painter, *session_->ghost(), floor(), plan_options(), view_, Palette(theme()), hidden());
        },
        [this] { return ghost_picture() ? boundingRect() : QRectF(); });
    of_hover_ = layer([this](QPainter& painter) { paint_hovered(painter); });
    of_marks_ = layer([this](QPainter& painter) { paint_marks(painter); },
                      [this]() -> std::optional<QRectF> {
                          if (session_ && selection().ids().size() > many_marks)
                              return boundingRect();
                          return {};
                      });
    of_tool_ = layer([this](QPainter& painter) { paint_tool(painter); }, [this] { return reach_of_tool(); });
    layer([this](QPainter& painter) { paint_aside(painter); });
    for (const Qt::Orientation along : {Qt::Horizontal, Qt::Vertical}) {
        const bool across = along == Qt::Horizontal;
        rulers_[across ? 0 : 1] = new Ruler(*this, along);
        pointer_marks_[across ? 0 : 1] =
            new ColourPatch(*this, across ? QSizeF(1, ruler_pixels) : QSizeF(ruler_pixels, 1));
    }
    ruler_corner_ = new ColourPatch(*this, {ruler_pixels, ruler_pixels});
}

void PlanCanvas::refresh_layers() {
    for (CanvasLayer* const layer : layers_)
        layer->refresh();
    const bool ruled = is_plan() && picture_;
    for (Ruler* const ruler : rulers_)
        ruled ? ruler->show(view_, size(), theme()) : ruler->setVisible(false);
    ruler_corner_->set_colour(Palette(theme()).ground());
    ruler_corner_->setVisible(ruled);
    mark_rulers();
}

// Where the pointer is, but over the corner.
void PlanCanvas::mark_rulers() {
    const QPointF at(std::floor(pointer_.screen.x()), std::floor(pointer_.screen.y()));
    pointer_marks_[0]->setPosition({at.x(), 0});
    pointer_marks_[1]->setPosition({0, at.y()});
    for (const bool down : {false, true}) {
        pointer_marks_[down]->set_colour(Palette(theme()).of(ColourRole::accent));
        pointer_marks_[down]->setVisible(is_plan() && picture_ && (down ? at.y() : at.x()) >= ruler_pixels);
    }
}

void PlanCanvas::changed_looks() {
    raster_.forget();
    update();
}

QSGNode* PlanCanvas::updatePaintNode(QSGNode* before, UpdatePaintNodeData*) {
    PaintView view = view_;
    view.clip = boundingRect();
    qint64 painted = 0;
    QSGNode* const node = raster_node(
        before, *window(), raster_, view, [this](QPainter& painter, const PaintView& part) { paint(painter, part); },
        &painted);
    effort_.pixels += painted;
    effort_.times += painted > 0;
    return node;
}

// A grid of 1, 5, 10, … metres, whichever stands at least 24 pixels apart.
void PlanCanvas::paint_grid(QPainter& painter, const PaintView& view, const Palette& palette) const {
    double step = 1000;
    for (const double factor : {5.0, 2.0, 5.0, 2.0, 5.0})
        if (step * view.zoom < 24)
            step *= factor;
    QColor line = palette.of(ColourRole::border);
    line.setAlphaF(0.5F);
    // Whole pixels are filled many times as fast as smoothed lines are drawn.
    const PaperPoint low = view.to_drawing(view.clip.topLeft()), high = view.to_drawing(view.clip.bottomRight());
    const QRectF& clip = view.clip;
    for (double x = std::floor(low.x / step) * step; x <= high.x + step; x += step)
        painter.fillRect(QRectF(std::round(x * view.zoom + view.origin.x()), clip.top(), 1, clip.height()), line);
    for (double y = std::floor(low.y / step) * step; y <= high.y + step; y += step)
        painter.fillRect(QRectF(clip.left(), std::round(y * view.zoom + view.origin.y()), clip.width(), 1), line);
}

void PlanCanvas::paint(QPainter& painter, const PaintView& view) {
    const Palette palette(theme());
    painter.fillRect(view.clip, palette.ground());
    if (!picture_)
        return;
    if (is_plan())
        paint_grid(painter, view, palette);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    PaintOptions options;
    options.hidden = hidden();
    if (!is_plan()) {
        options.least_symbol = 1;
        options.least_text = shown_ == Shown::topology ? least_words : 3;
    }
    if (!is_plan()) { // floors, racks, networks, zones, devices; those of a topology stay in their boxes
        options.names_grow = shown_ == Shown::topology ? 1 : names_grow;
        options.is_name = [](const DrawingItem& item) {
            const auto* text = std::get_if<TextShape>(&item.shape);
            return text && text->weight == TextWeight::bold && text->size >= least_name &&
                   item.layer != DrawingLayer::table && has_room_beside(item.shows.kind);
        };
    }
    if (lens_now_ && !lens_now_->colours.empty()) {
        options.recolour = [&](AnyId id) {
            const auto found = lens_now_->colours.find(id.value);
            return found == lens_now_->colours.end() ? QColor() : QColor::fromRgb(found->second);
        };
        if (shown_ == Shown::topology || lens_ == QLatin1String("wifi")) // names stay readable on what a lens fills
            options.recolour_texts = [](AnyId) { return QColor(); };
    }
    if (!lit_.empty())
        options.dims = [this](AnyId id) { return !std::ranges::binary_search(lit_, id); };
    const GhostView& ghost = *session_->ghost();
    if (shown_ == Shown::system && ghost.ghost())
        options.recolour = [&](AnyId id) {
            return ghost.before().design().contains(id) ? QColor() : palette.of(ColourRole::accent);
        };
    picture_->paint(painter, view, palette, options);
}

void PlanCanvas::paint_hovered(QPainter& painter) const {
    if (!session_ || !picture_)
        return;
    QColor soft = Palette(theme()).of(ColourRole::accent);
    soft.setAlphaF(0.55F);
    painter.setPen(QPen(soft, 1.5));
    painter.setBrush(Qt::NoBrush);
    if (const AnyId hovered = session_->selection().hovered(); hovered.value != 0)
        painter.drawPath(picture_->outline(hovered, view_));
}

void PlanCanvas::paint_marks(QPainter& painter) {
    if (!session_ || !picture_)
        return;
    const Palette palette(theme());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.of(ColourRole::accent), 2));
    for (const AnyId id : selection().ids())
        painter.drawPath(picture_->outline(id, view_));
    if (is_plan() && session_->reason()->lit())
        paint_reason(painter, *this, session_->reason()->what(), palette);
    if (shown_ == Shown::topology && session_->reason()->lit()) {
        painter.setPen(QPen(palette.of(ColourRole::warning), 2));
        for (const AnyId id : lit_)
            painter.drawPath(picture_->outline(id, view_));
    }
    if (revealed_.value == 0)
        return;
    painter.setPen(QPen(palette.of(ColourRole::accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(picture_->outline(revealed_, view_));
    if (const Picture* ghost = ghost_picture())
        painter.drawPath(ghost->outline(revealed_, view_));
}

void PlanCanvas::paint_tool(QPainter& painter) const {
    if (!session_ || !picture_ || !tool_ || shown_ == Shown::system)
        return;
    const Palette palette(theme());
    painter.setBrush(Qt::NoBrush);
    tool_in_use().paint(painter, *this, palette);
    if (is_plan() && tool_->snaps())
        paint_snap(painter, palette);
}

std::optional<QRectF> PlanCanvas::reach_of_tool() const {
    if (!session_ || !picture_ || !tool_ || shown_ == Shown::system)
        return QRectF();
    std::optional<QRectF> out = tool_in_use().painted_within(*this);
    constexpr double around = 8; // of a snap's mark
    if (out && snap_.kind != SnapKind::none)
        *out |= QRectF(to_screen(snap_.at), QSizeF()).adjusted(-around, -around, around, around);
    return out;
}

void PlanCanvas::paint_snap(QPainter& painter, const Palette& palette) const {
    if (snap_.kind == SnapKind::none || snap_.kind == SnapKind::grid)
        return;
    const QPointF at = to_screen(snap_.at);
    painter.setPen(QPen(palette.of(ColourRole::warning), 1.5));
    painter.setBrush(Qt::NoBrush);
    if (snap_.kind == SnapKind::middle) {
        painter.drawPolygon(QPolygonF({at + QPointF(0, -5), at + QPointF(5, 4), at + QPointF(-5, 4)}));
    } else if (snap_.kind == SnapKind::crossing) {
        painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5));
        painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
    } else {
        painter.drawRect(QRectF(at.x() - 4.5, at.y() - 4.5, 9, 9));
    }
}

void PlanCanvas::paint_aside(QPainter& painter) {
    if (!session_ || !picture_ || !is_zoomed_in(*picture_, view_, size()))
        return;
    if (overview_.isNull())
        overview_ = overview_of(*picture_, theme(), window() ? window()->effectiveDevicePixelRatio() : 1);
    paint_overview(painter, overview_, *picture_, view_, size(), Palette(theme()));
}

} // namespace riser
