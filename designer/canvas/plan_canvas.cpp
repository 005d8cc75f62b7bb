// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/plan_canvas.h"

#include "designer/canvas/lens.h"
#include "designer/canvas/reason_layer.h"
#include "designer/canvas/rulers.h"
#include "designer/session/words.h"
#include "designer/tools/all_tools.h"
#include "designer/tools/exact_input.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/system_content.h"
#include "exporters/drawings/system_diagram.h"

#include <QCursor>
#include <QPainter>
#include <QQmlEngine>
#include <QtQml>

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double pixels_a_millimetre = 96 / 25.4; // of a screen at its nominal density
constexpr double least_zoom = 1e-4, most_zoom = 4;
constexpr double snap_reach = 9;
// Texts and symbols of a plan are sized for this scale.
constexpr double plan_scale = 100;

} // namespace

struct LensNow {
    LensPicture picture;
};

CanvasOverlay::CanvasOverlay(PlanCanvas& canvas) : QQuickPaintedItem(&canvas), canvas_(canvas) {
    setFillColor(Qt::transparent);
    setAntialiasing(true);
}

void CanvasOverlay::paint(QPainter* painter) { canvas_.paint_overlay(*painter); }

PlanCanvas::PlanCanvas(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setFlag(ItemAcceptsInputMethod, false);
    setOpaquePainting(true);
    setAntialiasing(true);
    overlay_ = new CanvasOverlay(*this);
    lens_ = QStringLiteral("cabling");
}

PlanCanvas::~PlanCanvas() = default;

void PlanCanvas::componentComplete() {
    QQuickPaintedItem::componentComplete();
    if (QQmlEngine* engine = qmlEngine(this))
        if (auto* session = engine->singletonInstance<DesignSession*>(qmlTypeId("Riser", 1, 0, "DesignSession")))
            attach(*session);
    emit toolChanged(); // its hint speaks a language only now
}

void PlanCanvas::attach(DesignSession& session) {
    session_ = &session;
    connect(&session.document(), &Document::changed, this, &PlanCanvas::follow);
    connect(&session.document(), &Document::replaced, this, [this] {
        views_.clear();
        opened_.clear();
        fitted_ = false;
    });
    connect(session_, &DesignSession::floorChanged, this, &PlanCanvas::follow);
    connect(session_, &DesignSession::languageChanged, this, &PlanCanvas::follow);
    connect(session_, &DesignSession::languageChanged, this, &PlanCanvas::lensesChanged);
    connect(session_, &DesignSession::languageChanged, this, &PlanCanvas::toolChanged);
    connect(session_, &DesignSession::themeChanged, this, [this] {
        overview_ = {};
        update();
        repaint();
    });
    connect(&session.layer_list(), &LayersModel::hiddenChanged, this, [this] { update(); });
    connect(&session.selection(), &Selection::changed, this, [this] {
        revealed_ = {};
        dim();
        repaint();
    });
    connect(&session.selection(), &Selection::hover_changed, this, [this] {
        repaint();
        emit hoverChanged();
    });
    connect(session_, &DesignSession::reveal, this, &PlanCanvas::reveal);
    connect(session_->underlays(), &Underlays::loaded, this, [this] {
        if (is_plan())
            picture_ && picture_->size() > 0 ? redraw() : follow();
    });
    connect(session_->ghost(), &GhostView::changed, this, &PlanCanvas::ghost_changed);
    connect(session_->reason(), &ReasonView::changed, this, &PlanCanvas::repaint);
    if (!tool_)
        set_tool(QStringLiteral("select"));
    emit lensesChanged();
    follow();
}

Theme PlanCanvas::theme() const { return session_ && session_->dark() ? Theme::dark : Theme::light; }

std::bitset<drawing_layer_count> PlanCanvas::hidden() const {
    return session_ && is_plan() ? session_->layer_list().hidden() : std::bitset<drawing_layer_count>();
}

void PlanCanvas::say(const Text& message) { session_->say(words(message, language())); }

void PlanCanvas::follow() {
    if (!session_ || !isComponentComplete())
        return;
    redraw();
    if (const auto known = views_.find(view_key()); known != views_.end()) {
        const Seen seen = known->second;
        view_ = seen.view;
        fitted_ = !seen.as_fitted || seen.size == size();
        if (fitted_) {
            moved();
            as_fitted_ = views_[view_key()].as_fitted = seen.as_fitted;
            return;
        }
    }
    fit();
}

// The system diagram lays itself out, so what is planned is not laid over it but shown as it would be.
void PlanCanvas::ghost_changed() {
    if (shown_ == Shown::system && session_->ghost()->running())
        return;
    shown_ == Shown::system ? follow() : repaint();
}

std::unique_ptr<Picture> PlanCanvas::make_picture() {
    const bool planned = shown_ == Shown::system && session_->ghost()->ghost();
    const Facts& facts = planned ? session_->ghost()->after() : session_->document().facts();
    const Design& design = facts.design();
    if (shown_ == Shown::system) {
        const auto building = design.buildings.begin();
        if (building == design.buildings.end())
            return nullptr;
        SystemDiagramOptions options;
        options.language = language();
        const auto planes = planes_to_draw(design);
        std::vector<Drawing> sheets =
            system_diagram(facts, building->id, planes.empty() ? std::optional<PlaneId>() : planes.front(), options);
        return sheets.empty() ? nullptr : std::make_unique<Picture>(std::move(sheets.front()));
    }
    if (shown_ == Shown::topology) {
        topology_ = riser::topology(facts, {.language = language(), .opened = opened_});
        lens_now_ = std::make_unique<LensNow>(LensNow{look_at_network(facts, lens_.toStdString())});
        return std::make_unique<Picture>(std::exchange(topology_.drawing, {}));
    }
    if (!design.contains(floor()))
        return nullptr;
    if (shown_ == Shown::racks) {
        RackElevations elevations = rack_elevations(facts, floor(), language());
        racks_ = std::move(elevations.frames);
        return std::make_unique<Picture>(std::move(elevations.drawing));
    }
    for (const Lens& lens : all_lenses())
        if (words(lens.key) == lens_)
            lens_now_ = std::make_unique<LensNow>(LensNow{lens.look(facts, floor())});
    FloorPlanOptions options = plan_options();
    options.underlays = [this](const Underlay& underlay) { return session_->underlays()->found(underlay); };
    return std::make_unique<Picture>(floor_plan(facts, floor(), options).drawing);
}

FloorPlanOptions PlanCanvas::plan_options() const { return {.language = language(), .scale = plan_scale}; }

const Picture* PlanCanvas::ghost_picture() {
    return session_ && is_plan() ? ghost_.picture(*session_->ghost(), floor(), plan_options()) : nullptr;
}

void PlanCanvas::dim() {
    const std::vector<AnyId> before = std::move(lit_);
    lit_.clear();
    if (shown_ == Shown::topology && session_ && selection().ids().size() == 1)
        lit_ = topology_members(document().facts(), selection().ids().front());
    if (lit_ != before)
        update();
}

void PlanCanvas::open(const std::vector<AnyId>& ids) {
    opened_.insert(opened_.end(), ids.begin(), ids.end());
    redraw();
    fit();
}

bool PlanCanvas::close_opened() {
    if (opened_.empty())
        return false;
    opened_.clear();
    redraw();
    fit();
    return true;
}

void PlanCanvas::redraw() {
    lens_now_.reset();
    racks_.clear();
    overview_ = {};
    picture_ = make_picture();
    dim();
    emit pictureChanged();
    emit lensChanged();
    emit toolOptionsChanged();
    update();
    repaint();
}

QString PlanCanvas::shows() const {
    return shown_ == Shown::system     ? QStringLiteral("system")
           : shown_ == Shown::topology ? QStringLiteral("topology")
           : shown_ == Shown::racks    ? QStringLiteral("racks")
                                       : QStringLiteral("plan");
}

void PlanCanvas::set_shows(const QString& what) {
    const Shown shown = what == QLatin1String("system")     ? Shown::system
                        : what == QLatin1String("topology") ? Shown::topology
                        : what == QLatin1String("racks")    ? Shown::racks
                                                            : Shown::plan;
    if (shown == shown_)
        return;
    if (tool_ && session_)
        tool_in_use().cancel(*this);
    shown_ = shown;
    setCursor(is_plan() && tool_name_ != QLatin1String("select") ? Qt::CrossCursor : Qt::ArrowCursor);
    emit showsChanged();
    emit lensesChanged();
    emit toolChanged();
    follow();
}

void PlanCanvas::set_tool(const QString& name) {
    if (name == tool_name_)
        return;
    std::unique_ptr<Tool>& made = made_[name];
    if (!made)
        made = make_tool(name.toStdString());
    if (!made)
        return;
    if (tool_ && session_)
        tool_->cancel(*this);
    tool_ = made.get();
    tool_name_ = name;
    setCursor(name == QLatin1String("select") ? Qt::ArrowCursor : Qt::CrossCursor);
    emit toolChanged();
    emit toolOptionsChanged();
    repaint();
}

QVariantList PlanCanvas::tool_options() const {
    QVariantList out;
    if (!tool_ || !session_)
        return out;
    for (const ToolOption& option : tool_->options(session_->document().design())) {
        QVariantList values;
        int current = -1;
        for (const ToolOption::Value& value : option.values) {
            if (value.key == option.value)
                current = static_cast<int>(values.size());
            values << QVariantMap{{QStringLiteral("key"), words(value.key)},
                                  {QStringLiteral("name"), words(value.title, language())}};
        }
        out << QVariantMap{{QStringLiteral("key"), words(option.key)},
                           {QStringLiteral("name"), words(option.title, language())},
                           {QStringLiteral("value"), words(option.value)},
                           {QStringLiteral("current"), current},
                           {QStringLiteral("values"), values}};
    }
    return out;
}

void PlanCanvas::choose(const QString& option, const QString& value) {
    tool_->choose(option.toStdString(), value.toStdString());
    emit toolOptionsChanged();
    emit toolChanged();
    repaint();
}

void PlanCanvas::arrange(const QString& verb) {
    if (session_ && is_plan())
        riser::arrange(*this, clipboard_, verb.toStdString(), pointer_.snapped);
}

QString PlanCanvas::hint() const { return tool_ && session_ ? words(tool_in_use().hint(), language()) : QString(); }

QString PlanCanvas::snap_name() const {
    return session_ && tool_ && tool_in_use().snaps() ? words(name_of(snap_.kind), language()) : QString();
}

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

void PlanCanvas::set_lens(const QString& key) {
    const auto called = [&](const Lens& lens) { return words(lens.key) == key; };
    if (key == lens_ || std::ranges::none_of(all_lenses(), called))
        return;
    lens_ = key;
    if (session_)
        redraw();
    emit lensChanged();
}

QVariantList PlanCanvas::lenses() const {
    QVariantList out;
    if (session_)
        for (const Lens& lens : all_lenses()) {
            if (shown_ == Shown::topology && !speaks_of_networks(lens))
                continue;
            out << QVariantMap{{QStringLiteral("key"), words(lens.key)},
                               {QStringLiteral("name"), words(lens.name, language())},
                               {QStringLiteral("shortcut"), QString(QLatin1Char(lens.shortcut))}};
        }
    return out;
}

QVariantList PlanCanvas::tools() const {
    QVariantList out;
    if (session_)
        for (const ToolEntry& entry : all_tools())
            out << QVariantMap{{QStringLiteral("key"), words(entry.name)},
                               {QStringLiteral("name"), words(entry.title, language())},
                               {QStringLiteral("shortcut"), words(entry.key)}};
    return out;
}

QVariantList PlanCanvas::legend() const {
    QVariantList out;
    if (lens_now_)
        for (const LensLegend& entry : lens_now_->picture.legend)
            out << QVariantMap{{QStringLiteral("colour"), QColor::fromRgb(entry.rgb)},
                               {QStringLiteral("name"), words(entry.name, language())}};
    return out;
}

QString PlanCanvas::hover_text() const {
    if (!session_)
        return {};
    const AnyId id = session_->selection().hovered();
    if (id.value == 0)
        return {};
    if (shown_ == Shown::topology && std::ranges::find(topology_.withheld, id) != topology_.withheld.end())
        return words(Text{"涉密网络：双击才显示内容", "A secret network: a double click shows its content"},
                     language());
    QString out = name_of(session_->document().design(), id, language());
    if (id.kind == Kind::ports)
        out += QLatin1Char('\n') + words(explain_port(session_->document().facts(), PortId{id.value}), language());
    if (shown_ == Shown::topology)
        for (const auto& [link, ends] : topology_.links)
            if (link == id)
                out += QLatin1Char('\n') + words(ends, language());
    if (lens_now_ && lens_now_->picture.explain)
        if (const Text why = lens_now_->picture.explain(id); !why.zh.empty())
            out += QLatin1Char('\n') + words(why, language());
    return out;
}

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
    repaint();
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
    repaint();
}

QString PlanCanvas::exact(const QString& typed) {
    if (const std::optional<Result<void>> taken = tool_->typed_words(*this, typed.toStdString()))
        return *taken ? QString() : words(taken->error(), language());
    const Result<Point> place = exact_place(typed.toStdString(), tool_->base(), pointer_.snapped);
    if (!place)
        return words(place.error(), language());
    tool_->typed(*this, *place);
    return {};
}

void PlanCanvas::finish() { tool_->finish(*this); }

void PlanCanvas::cancel() {
    if (!tool_in_use().cancel(*this) && is_plan() && tool_name_ != QLatin1String("select"))
        set_tool(QStringLiteral("select"));
}

void PlanCanvas::paint(QPainter* painter) {
    const Palette palette(theme());
    painter->fillRect(boundingRect(), palette.ground());
    if (!picture_)
        return;
    if (is_plan()) {
        // A grid of 1, 5, 10, … metres, whichever stands at least 24 pixels apart.
        double step = 1000;
        for (const double factor : {5.0, 2.0, 5.0, 2.0, 5.0})
            if (step * view_.zoom < 24)
                step *= factor;
        QColor line = palette.of(ColourRole::border);
        line.setAlphaF(0.5F);
        // Whole pixels are filled many times as fast as smoothed lines are drawn.
        const PaperPoint low = view_.to_drawing({0, 0}), high = view_.to_drawing({width(), height()});
        for (double x = std::ceil(low.x / step) * step; x < high.x; x += step) {
            const double at = std::round(x * view_.zoom + view_.origin.x());
            painter->fillRect(QRectF(at, 0, 1, height()), line);
        }
        for (double y = std::ceil(low.y / step) * step; y < high.y; y += step) {
            const double at = std::round(y * view_.zoom + view_.origin.y());
            painter->fillRect(QRectF(0, at, width(), 1), line);
        }
    }
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    PaintOptions options;
    options.hidden = hidden();
    if (!is_plan()) {
        options.least_symbol = 1;
        options.least_text = 3;
    }
    if (lens_now_ && !lens_now_->picture.colours.empty()) {
        options.recolour = [&](AnyId id) {
            const auto found = lens_now_->picture.colours.find(id.value);
            return found == lens_now_->picture.colours.end() ? QColor() : QColor::fromRgb(found->second);
        };
        if (shown_ == Shown::topology) // names stay readable on what a lens fills
            options.recolour_texts = [](AnyId) { return QColor(); };
    }
    if (!lit_.empty())
        options.dims = [this](AnyId id) { return !std::ranges::binary_search(lit_, id); };
    const GhostView& ghost = *session_->ghost();
    if (shown_ == Shown::system && ghost.ghost())
        options.recolour = [&](AnyId id) {
            return ghost.before().design().contains(id) ? QColor() : palette.of(ColourRole::accent);
        };
    PaintView view = view_;
    view.clip = boundingRect();
    picture_->paint(*painter, view, palette, options);
}

void PlanCanvas::paint_overlay(QPainter& painter) {
    if (!session_ || !picture_)
        return;
    const Palette palette(theme());
    const QColor accent = palette.of(ColourRole::accent);
    if (is_plan())
        ghost_.paint(painter, *session_->ghost(), floor(), plan_options(), view_, palette, hidden());
    painter.setBrush(Qt::NoBrush);
    if (const AnyId hovered = selection().hovered(); hovered.value != 0) {
        QColor soft = accent;
        soft.setAlphaF(0.55F);
        painter.setPen(QPen(soft, 1.5));
        painter.drawPath(picture_->outline(hovered, view_));
    }
    QColor fill = accent;
    fill.setAlphaF(0.10F);
    for (const AnyId id : selection().ids()) {
        painter.setPen(QPen(accent, 2));
        painter.drawPath(picture_->outline(id, view_));
    }
    if (is_plan() && session_->reason()->lit())
        paint_reason(painter, *this, session_->reason()->what(), palette);
    if (const Picture* ghost = ghost_picture(); revealed_.value != 0) {
        painter.setPen(QPen(accent, 2));
        painter.drawPath(picture_->outline(revealed_, view_));
        if (ghost)
            painter.drawPath(ghost->outline(revealed_, view_));
    }
    if (shown_ == Shown::system)
        return;
    tool_in_use().paint(painter, *this, palette);
    if (is_plan() && tool_->snaps() && snap_.kind != SnapKind::none && snap_.kind != SnapKind::grid) {
        const QPointF at = to_screen(snap_.at);
        painter.setPen(QPen(palette.of(ColourRole::warning), 1.5));
        painter.setBrush(Qt::NoBrush);
        if (snap_.kind == SnapKind::middle)
            painter.drawPolygon(QPolygonF({at + QPointF(0, -5), at + QPointF(5, 4), at + QPointF(-5, 4)}));
        else if (snap_.kind == SnapKind::crossing) {
            painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5));
            painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
        } else
            painter.drawRect(QRectF(at.x() - 4.5, at.y() - 4.5, 9, 9));
    }
    if (is_zoomed_in(*picture_, view_, size())) {
        if (overview_.isNull())
            overview_ = overview_of(*picture_, theme(), painter.device()->devicePixelRatioF());
        paint_overview(painter, overview_, *picture_, view_, size(), palette);
    }
    if (is_plan())
        paint_rulers(painter, view_, size(), pointer_.screen, palette);
}

Pointer PlanCanvas::pointer_at(QPointF screen, Qt::KeyboardModifiers keys) {
    Pointer out{screen, to_floor(screen), {}, keys};
    out.snapped = out.at;
    if (tool_ && tool_->snaps() && session_ && is_plan() && session_->preferences()->snaps() &&
        !keys.testFlag(Qt::AltModifier)) {
        if (!snaps_ || snaps_of_ != document().version() || snaps_floor_ != floor()) {
            snaps_ = std::make_unique<SnapLines>(document().design(), floor());
            snaps_of_ = document().version();
            snaps_floor_ = floor();
        }
        const std::int32_t grid = view_.zoom * 100 > 4 ? 100 : view_.zoom * 500 > 4 ? 500 : 1000;
        snap_ = snaps_->at(out.at, millimetres(snap_reach), grid, tool_->base());
        out.snapped = snap_.at;
    } else {
        snap_ = {};
    }
    pointer_ = out;
    emit pointerChanged();
    return out;
}

void PlanCanvas::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    if (!session_)
        return;
    if (event->button() == Qt::MiddleButton ||
        (event->button() == Qt::LeftButton && (space_ || shown_ == Shown::system))) {
        panning_ = true;
        pan_from_ = event->position() - view_.origin;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    if (event->button() == Qt::RightButton) {
        std::vector<Hit> hits;
        if (picture_)
            hits = picture_->at(view_.to_drawing(event->position()), millimetres(6), hidden());
        if (!hits.empty() && !selection().holds(hits.front().id))
            selection().set({hits.front().id});
        emit contextMenu(event->position(), hits.empty() ? QString() : words(hits.front().id));
        return;
    }
    tool_in_use().press(*this, pointer);
}

void PlanCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!session_)
        return;
    if (panning_) {
        view_.origin = event->position() - pan_from_;
        moved();
        return;
    }
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    tool_in_use().move(*this, pointer);
    repaint();
}

void PlanCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (panning_) {
        panning_ = false;
        setCursor(is_plan() && tool_name_ != QLatin1String("select") ? Qt::CrossCursor : Qt::ArrowCursor);
        return;
    }
    if (session_ && event->button() == Qt::LeftButton)
        tool_in_use().release(*this, pointer_at(event->position(), event->modifiers()));
}

void PlanCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (session_ && event->button() == Qt::LeftButton)
        tool_in_use().double_click(*this, pointer_at(event->position(), event->modifiers()));
}

void PlanCanvas::hoverMoveEvent(QHoverEvent* event) {
    if (!session_ || panning_)
        return;
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    tool_in_use().move(*this, pointer);
    if (tool_in_use().snaps())
        repaint();
}

void PlanCanvas::hoverLeaveEvent(QHoverEvent*) {
    if (session_)
        selection().hover({});
}

void PlanCanvas::wheelEvent(QWheelEvent* event) {
    if (event->pixelDelta().isNull() || event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom_at(event->position(), std::pow(1.0015, event->angleDelta().y()));
    } else { // a touch pad pans
        view_.origin += event->pixelDelta();
        moved();
    }
    event->accept();
}

// With Ctrl it nudges what is selected; what is selected in a rack goes to other units; else the view pans.
void PlanCanvas::arrow_key(const QKeyEvent& event) {
    const int x = event.key() == Qt::Key_Right ? 1 : event.key() == Qt::Key_Left ? -1 : 0;
    const int y = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    if (session_ && is_plan() && event.modifiers().testFlag(Qt::ControlModifier)) {
        const int by = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 100; // mm
        move_selection(*this, {x * by, y * by});
    } else if (session_ && shown_ == Shown::racks && y != 0 && !selection().empty()) {
        rack_tool_.step(*this, y);
    } else {
        constexpr double step = 60; // pixels
        view_.origin += QPointF(-x * step, y * step);
        moved();
    }
}

void PlanCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
        space_ = true;
        setCursor(Qt::OpenHandCursor);
        return;
    case Qt::Key_Escape:
        cancel();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        arrow_key(*event);
        return;
    default:
        // What a number, or a place relative to the last, can begin with.
        if (const QString text = event->text(); is_plan() && text.size() == 1 &&
                                                QStringLiteral("0123456789@-.").contains(text) &&
                                                !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            emit typingAsked(text);
        else
            event->ignore();
    }
}

void PlanCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_ = false;
        setCursor(tool_name_ == QLatin1String("select") ? Qt::ArrowCursor : Qt::CrossCursor);
    } else {
        event->ignore();
    }
}

void PlanCanvas::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    overlay_->setSize(now.size());
    if (!session_)
        return;
    // The window grows, panels come and go: what was fitted and not moved since stays so.
    if (!fitted_ || as_fitted_ || before.width() < 10 || before.height() < 10) {
        fit();
        return;
    }
    // What was in the middle stays there.
    view_.origin += QPointF((now.width() - before.width()) / 2, (now.height() - before.height()) / 2);
    moved();
}

} // namespace riser
