// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/plan_canvas.h"

#include "designer/canvas/lens.h"
#include "designer/session/words.h"
#include "designer/tools/all_tools.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/system_content.h"
#include "exporters/drawings/system_diagram.h"

#include <QCursor>
#include <QQmlEngine>
#include <QtQml>

#include <algorithm>

namespace riser {

namespace {

// Texts and symbols of a plan are sized for this scale.
constexpr double plan_scale = 100;

// What is drawn for these rows; a box bears the first of the devices that it stands for.
std::vector<AnyId> lit_on_topology(std::vector<AnyId> ids, const Topology& topology) {
    std::ranges::sort(ids);
    const std::vector<AnyId> named = ids;
    for (const TopologyFrame& frame : topology.frames)
        if (!frame.devices.empty() && std::ranges::any_of(frame.devices, [&](EquipmentId device) {
                return std::ranges::binary_search(named, AnyId(device));
            }))
            ids.emplace_back(frame.devices.front());
    for (const auto& [row, shown] : topology.bundled)
        if (std::ranges::binary_search(named, row))
            ids.push_back(shown);
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    return ids;
}

} // namespace

PlanCanvas::PlanCanvas(QQuickItem* parent) : QQuickItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setFlag(ItemAcceptsInputMethod, false);
    setFlag(ItemHasContents);
    told_.setSingleShot(true);
    connect(&told_, &QTimer::timeout, this, &PlanCanvas::tell_pointer);
    make_layers();
    lens_ = QStringLiteral("cabling");
}

PlanCanvas::~PlanCanvas() = default;

void PlanCanvas::componentComplete() {
    QQuickItem::componentComplete();
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
        changed_looks();
        refresh_layers();
    });
    connect(&session.layer_list(), &LayersModel::hiddenChanged, this, [this] {
        changed_looks();
        of_ghost_->refresh();
    });
    connect(&session.selection(), &Selection::changed, this, [this] {
        revealed_ = {};
        dim();
        of_marks_->refresh();
        repaint();
    });
    connect(&session.selection(), &Selection::hover_changed, this, [this] {
        of_hover_->refresh();
        emit hoverChanged();
    });
    connect(session_, &DesignSession::reveal, this, &PlanCanvas::reveal);
    connect(session_->underlays(), &Underlays::loaded, this, [this] {
        if (is_plan())
            picture_ && picture_->size() > 0 ? redraw() : follow();
    });
    connect(session_->ghost(), &GhostView::changed, this, &PlanCanvas::ghost_changed);
    connect(session_->reason(), &ReasonView::changed, this, [this] {
        dim();
        of_marks_->refresh();
    });
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
    shown_ == Shown::system ? follow() : refresh_layers();
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
        topology_ =
            riser::topology(facts, {.language = language(), .opened = opened_, .detail = TopologyDetail::overview});
        lens_now_ = look_at_network(facts, lens_.toStdString());
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
            lens_now_ = lens.look(facts, floor());
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
    if (shown_ == Shown::topology && session_ && session_->reason()->lit())
        lit_ = lit_on_topology(session_->reason()->what().named, topology_);
    else if (shown_ == Shown::topology && session_ && selection().ids().size() == 1)
        lit_ = topology_members(document().facts(), selection().ids().front());
    if (lit_ != before)
        changed_looks();
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
    changed_looks();
    refresh_layers();
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
        for (const LensLegend& entry : lens_now_->legend)
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
    if (lens_now_ && lens_now_->explain)
        if (const Text why = lens_now_->explain(id); !why.zh.empty())
            out += QLatin1Char('\n') + words(why, language());
    return out;
}

} // namespace riser
