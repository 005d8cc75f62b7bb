// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/plan_context.h"

#include "exporters/tables/columns.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr double outlet_size = 2.6;
constexpr double space_size = 5;
constexpr double least_band = 0.8; // of a tray on paper

const Colour tray_ink = colour(ColourRole::accent);

PaperPoint at(Point p) { return {static_cast<double>(p.x), -static_cast<double>(p.y)}; }

// The run in plan, or nothing when it climbs to another floor or lacks an end.
std::optional<Polyline> line_on(const PlanContext& plan, const PathwayRun& run) {
    const PathwayNode* from = plan.design.find(run.from);
    const PathwayNode* to = plan.design.find(run.to);
    if (!from || !to || run.status == Status::remove || from->floor != plan.floor || to->floor != plan.floor)
        return std::nullopt;
    Polyline line{from->place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(to->place);
    return line;
}

struct RunLabel {
    std::string text;
    PaperPoint middle;
    double angle = 0;
    double length = 0; // of the stretch it stands on
    double half = 0;   // of the band
    PathwayRunId run;
};

// Where a run's label would stand: along its longest stretch, readable from below or from the right.
RunLabel label_of_run(const Design& design, const PathwayRun& run, const Polyline& line, double width) {
    RunLabel label{.text = laying_code(design, run), .middle = {}, .half = width / 2, .run = run.id};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const PaperPoint a = at(line[i]);
        const PaperPoint b = at(line[i + 1]);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length <= label.length)
            continue;
        label.length = length;
        label.middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
        label.angle = std::atan2(a.y - b.y, b.x - a.x) * 180 / std::numbers::pi;
        if (label.angle <= -90 || label.angle > 90)
            label.angle += label.angle > 0 ? -180 : 180;
    }
    return label;
}

void run_labels(PlanContext& plan, std::vector<RunLabel> labels) {
    std::sort(labels.begin(), labels.end(), [](const RunLabel& a, const RunLabel& b) {
        return a.length != b.length ? a.length > b.length : a.run < b.run;
    });
    std::vector<const RunLabel*> done;
    for (const RunLabel& label : labels) {
        const double size = plan.paper(2);
        // One label says it for the runs around.
        const bool said = std::any_of(done.begin(), done.end(), [&](const RunLabel* other) {
            return other->text == label.text &&
                   std::hypot(other->middle.x - label.middle.x, other->middle.y - label.middle.y) < plan.paper(90);
        });
        if (said || text_width(label.text, size) > std::max(label.length, plan.paper(25)))
            continue;
        const double away = label.half + size * 0.35;
        const double turn = label.angle * std::numbers::pi / 180;
        const PaperPoint place{label.middle.x - std::sin(turn) * away, label.middle.y - std::cos(turn) * away};
        plan.draft.on(DrawingLayer::tray, label.run);
        if (plan.label(
                {place}, label.text,
                {.size = size, .anchor = TextAnchor::middle, .colour = tray_ink, .angle = label.angle, .halo = true}))
            done.push_back(&label);
    }
}

std::vector<RunLabel> pathways(PlanContext& plan) {
    std::vector<RunLabel> labels;
    for (const PathwayRun& run : plan.design.pathway_runs) {
        const std::optional<Polyline> line = line_on(plan, run);
        if (!line)
            continue;
        plan.draft.on(DrawingLayer::tray, run.id);
        const bool thin = run.kind == PathwayKind::conduit || run.kind == PathwayKind::sleeve;
        if (thin) {
            plan.draft.path(flipped(*line), {.colour = tray_ink, .width = 0.25, .dash = Dash::dashed});
            continue;
        }
        const double width = std::max<double>(run.width.value, plan.paper(least_band));
        std::vector<Vertex> outline = band(*line, width);
        if (outline.empty())
            continue;
        plan.draft.put(PolygonShape{.rings = {std::move(outline)},
                                    .fill = tinted(tray_ink, 0.16),
                                    .hatch = {},
                                    .pen = Pen{.colour = tray_ink, .width = 0.15}});
        labels.push_back(label_of_run(plan.design, run, *line, width));
    }
    return labels;
}

// Where runs leave the floor.
void climbs(PlanContext& plan) {
    for (const PathwayRun& run : plan.design.pathway_runs) {
        const PathwayNode* from = plan.design.find(run.from);
        const PathwayNode* to = plan.design.find(run.to);
        if (!from || !to || run.status == Status::remove || from->floor == to->floor)
            continue;
        for (const PathwayNode* node : {from, to})
            if (node->floor == plan.floor) {
                plan.draft.on(DrawingLayer::shaft, run.id);
                plan.draft.symbol(Symbol::shaft, at(node->place), plan.paper(3.6), tray_ink);
            }
    }
}

class Outlets {
  public:
    explicit Outlets(PlanContext& plan) : plan_(plan), links_(plan.facts.get<JackLinks>()) {
        for (const Outlet& outlet : plan.design.outlets)
            if (outlet.floor == plan.floor && outlet.status != Status::remove) {
                outlets_.push_back(&outlet);
                jacks_[outlet.id];
            }
        // Of this floor only: a building has many times its jacks.
        for (const Jack& jack : plan.design.jacks)
            if (jack.status != Status::remove)
                if (const auto here = jacks_.find(jack.outlet); here != jacks_.end())
                    here->second.push_back(&jack);
        for (auto& [outlet, jacks] : jacks_)
            std::sort(jacks.begin(), jacks.end(), [](const Jack* a, const Jack* b) {
                return a->position != b->position ? a->position < b->position : a->id < b->id;
            });
        // Places decide first, so that equal designs give equal drawings and labels settle from one side to the other.
        std::sort(outlets_.begin(), outlets_.end(), [](const Outlet* a, const Outlet* b) {
            return a->place != b->place ? a->place < b->place : a->id < b->id;
        });
    }

    void drops() {
        for (const Outlet* outlet : outlets_) {
            const Cable* cable = cable_of(*outlet);
            const PathwayRun* run =
                cable && !cable->route.empty() ? plan_.design.find(cable->route.back().run) : nullptr;
            const std::optional<Polyline> line = run ? line_on(plan_, *run) : std::nullopt;
            if (!line)
                continue;
            plan_.draft.on(DrawingLayer::route, cable->id);
            plan_.draft.line(point_along(*line, cable->exit_offset.value), at(outlet->place),
                             {.colour = tinted(ink_of(*outlet), 0.6), .width = 0.1});
        }
    }

    void symbols() {
        for (const Outlet* outlet : outlets_) {
            plan_.draft.on(DrawingLayer::outlet, outlet->id);
            const PaperPoint middle = at(outlet->place);
            const double size = plan_.paper(outlet_size);
            plan_.draft.symbol(symbol_of_outlet(plan_.design, jacks_of(*outlet)), middle, size, ink_of(*outlet));
            plan_.taken.take({{middle.x - size / 2, middle.y - size / 2}, {middle.x + size / 2, middle.y + size / 2}});
        }
    }

    void labels() {
        for (const Outlet* outlet : outlets_) {
            plan_.draft.on(DrawingLayer::outlet, outlet->id);
            const double size = plan_.paper(1.7);
            const Body* body = body_of(plan_.design, outlet->room);
            const std::string letter = body && !body->letter.empty() ? " " + body->letter : "";
            const std::string text = code_of_outlet(plan_.design, jacks_of(*outlet), plan_.options.language) + letter;
            if (const auto moved = plan_.moved.find(outlet->id.value); moved != plan_.moved.end()) {
                plan_.draft.text(at(moved->second), text,
                                 {.size = size, .anchor = TextAnchor::middle, .colour = ink_of(*outlet), .halo = true});
                continue;
            }
            const PaperPoint middle = at(outlet->place);
            const double away = plan_.paper(outlet_size) / 2;
            const double side = away + size * 0.3 + text_width(text, size) / 2;
            const std::vector<PaperPoint> places{{middle.x, middle.y + away + size * 0.95},
                                                 {middle.x, middle.y - away - size * 0.25},
                                                 {middle.x + side, middle.y + size * 0.36},
                                                 {middle.x - side, middle.y + size * 0.36}};
            if (!plan_.label(
                    places, text,
                    {.size = size, .anchor = TextAnchor::middle, .colour = dark(ink_of(*outlet)), .halo = true}))
                ++plan_.left_out;
        }
    }

  private:
    const std::vector<const Jack*>& jacks_of(const Outlet& outlet) const {
        static const std::vector<const Jack*> none;
        const auto found = jacks_.find(outlet.id);
        return found == jacks_.end() ? none : found->second;
    }
    const Cable* cable_of(const Outlet& outlet) const {
        for (const Jack* jack : jacks_of(outlet))
            if (const JackLink* link = links_.jacks.find(jack->id); link && !link->cables.empty())
                return plan_.design.find(link->cables.front());
        return nullptr;
    }
    Colour ink_of(const Outlet& outlet) const {
        const Body* body = body_of(plan_.design, outlet.room);
        return body ? fixed_colour(body->colour) : fixed_colour(0x7A7F87);
    }
    // Small letters need more contrast than a symbol does.
    static Colour dark(Colour ink) {
        std::uint32_t out = 0;
        for (const int shift : {16, 8, 0})
            out |= ((ink.rgb >> shift & 255) * 6 / 10) << shift;
        return fixed_colour(out);
    }

    PlanContext& plan_;
    std::unordered_map<OutletId, std::vector<const Jack*>> jacks_;
    const JackLinks& links_;
    std::vector<const Outlet*> outlets_;
};

void racks(PlanContext& plan) {
    for (const Rack& rack : plan.design.racks) {
        if (rack.status == Status::remove || place_of(plan.design, rack.id).floor != plan.floor)
            continue;
        const double turn = rack.rotation.value / 1000.0 * std::numbers::pi / 180;
        const double w = rack.width.value / 2.0;
        const double d = rack.depth.value / 2.0;
        std::vector<Vertex> ring;
        for (const auto& [x, y] : {std::pair{-w, -d}, {w, -d}, {w, d}, {-w, d}})
            ring.push_back({rack.place.x + x * std::cos(turn) - y * std::sin(turn),
                            -(rack.place.y + x * std::sin(turn) + y * std::cos(turn))});
        plan.draft.on(DrawingLayer::equipment, rack.id);
        plan.draft.put(PolygonShape{.rings = {std::move(ring)},
                                    .fill = colour(ColourRole::text_second),
                                    .hatch = {},
                                    .pen = Pen{.colour = colour(ColourRole::text), .width = 0.25}});
    }
}

void devices(PlanContext& plan) {
    const double size = plan.paper(3);
    const auto draw = [&](AnyId id, Point place, Symbol symbol) {
        plan.draft.on(DrawingLayer::equipment, id);
        plan.draft.symbol(symbol, at(place), size);
        plan.taken.take({{place.x - size / 2, -place.y - size / 2}, {place.x + size / 2, -place.y + size / 2}});
    };
    for (const Equipment& device : plan.design.equipment) {
        const EquipmentType* type = plan.design.find(device.type);
        if (device.floor == plan.floor && device.status != Status::remove && type)
            draw(device.id, device.place,
                 type->role == EquipmentRole::camera         ? Symbol::camera
                 : type->role == EquipmentRole::access_point ? Symbol::ap
                                                             : Symbol::other_point);
    }
    for (const MonitoringPoint& point : plan.design.monitoring_points) {
        if (point.floor != plan.floor || point.status == Status::remove)
            continue;
        if (point.kind == MonitoringKind::camera)
            draw(point.id, point.place, Symbol::camera);
        else if (point.kind == MonitoringKind::access_reader)
            draw(point.id, point.place, Symbol::reader);
        else if (point.kind == MonitoringKind::access_point)
            draw(point.id, point.place, Symbol::ap);
    }
    for (const Panel& panel : plan.design.panels)
        if (panel.kind == PanelKind::consolidation_point && panel.floor == plan.floor && panel.status != Status::remove)
            draw(panel.id, panel.place, Symbol::cp);
    for (const EarthBar& bar : plan.design.earth_bars)
        if (bar.floor == plan.floor && bar.status != Status::remove)
            draw(bar.id, bar.place, Symbol::earth_bar);
}

void spaces(PlanContext& plan) {
    for (const Space& space : plan.design.spaces) {
        const Room* room = plan.design.find(space.room);
        if (!room || room->floor != plan.floor || space.status == Status::remove || space.role == SpaceRole::elv_shaft)
            continue;
        Point place = space.place;
        if (place == Point{})
            place = inner_point(room->outline).value_or(place);
        const Symbol symbol = symbol_of(space.role);
        const double size = plan.paper(space_size);
        const PaperPoint middle = at(place);
        plan.draft.on(DrawingLayer::space, space.id);
        plan.draft.symbol(symbol, middle, size, colour(ColourRole::text), std::string(letters_of(space.role)));
        const double half = size / 2 * drawing_of(symbol).aspect;
        plan.taken.take({{middle.x - half, middle.y - size / 2}, {middle.x + half, middle.y + size / 2}});
        const double letters = plan.paper(2.2);
        plan.label({{middle.x, middle.y + size / 2 + letters}, {middle.x, middle.y - size / 2 - letters * 0.4}},
                   space.label,
                   {.size = letters, .anchor = TextAnchor::middle, .weight = TextWeight::bold, .halo = true});
    }
}

} // namespace

Symbol symbol_of_outlet(const Design& design, const std::vector<const Jack*>& jacks) {
    std::optional<Symbol> symbol;
    for (const Jack* jack : jacks) {
        const PointKind* kind = design.find(jack->kind);
        const Symbol own = kind ? symbol_of(*kind) : Symbol::other_point;
        if (symbol && *symbol != own)
            return Symbol::to;
        symbol = own;
    }
    return symbol.value_or(Symbol::other_point);
}

std::string code_of_outlet(const Design& design, const std::vector<const Jack*>& jacks, Language language) {
    std::vector<std::pair<std::string, int>> codes;
    for (const Jack* jack : jacks) {
        const std::string code = kind_code(design, jack->kind).in(language);
        if (const auto known =
                std::find_if(codes.begin(), codes.end(), [&](const auto& entry) { return entry.first == code; });
            known != codes.end())
            ++known->second;
        else
            codes.emplace_back(code, 1);
    }
    std::string out;
    for (const auto& [code, count] : codes)
        out += (out.empty() ? "" : "+") + (count > 1 ? std::to_string(count) : "") + code;
    return out.empty() ? "-" : out;
}

void draw_cabling(PlanContext& plan) {
    std::vector<RunLabel> labels = pathways(plan);
    climbs(plan);
    Outlets outlets(plan);
    if (plan.options.routes == PlanRoutes::drops)
        outlets.drops();
    racks(plan);
    outlets.symbols();
    devices(plan);
    spaces(plan);
    draw_penetrations(plan);
    draw_room_texts(plan);
    run_labels(plan, std::move(labels));
    outlets.labels();
    name_penetrations(plan);
}

} // namespace riser
