// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/lit_reason.h"

#include "designer/session/lists.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/pathway_fill.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

double apart(Point a, Point b) { return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y); }

double length_of(const std::vector<Point>& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += apart(line[i - 1], line[i]);
    return sum;
}

Point between(Point a, Point b, double share) {
    return {static_cast<std::int32_t>(std::lround(a.x + (static_cast<double>(b.x) - a.x) * share)),
            static_cast<std::int32_t>(std::lround(a.y + (static_cast<double>(b.y) - a.y) * share))};
}

// The part of the line between two places along it, in that direction.
std::vector<Point> stretch(const std::vector<Point>& line, double from, double to) {
    const double low = std::min(from, to), high = std::max(from, to);
    std::vector<Point> out;
    double at = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = apart(line[i - 1], line[i]);
        if (step > 0 && at + step >= low && at <= high) {
            const double begin = std::clamp((low - at) / step, 0.0, 1.0),
                         end = std::clamp((high - at) / step, 0.0, 1.0);
            if (out.empty())
                out.push_back(between(line[i - 1], line[i], begin));
            out.push_back(between(line[i - 1], line[i], end));
        }
        at += step;
    }
    if (from > to)
        std::reverse(out.begin(), out.end());
    return out;
}

bool touches(const PathwayRun& run, PathwayNodeId node) { return run.from == node || run.to == node; }

// The node by which the route leaves its run `at` for the next one; none when they do not join.
std::optional<PathwayNodeId> way_out(const Design& design, const Cable& cable, std::size_t at, const PathwayRun& run) {
    const PathwayRun* next = at + 1 < cable.route.size() ? design.find(cable.route[at + 1].run) : nullptr;
    if (!next)
        return std::nullopt;
    if (touches(*next, run.to))
        return run.to;
    return touches(*next, run.from) ? std::optional(run.from) : std::nullopt;
}

struct End {
    FloorId floor;
    Point place;
};
std::optional<End> end_of(const Design& design, AnyId on) {
    if (const Jack* jack = on.kind == Kind::jacks ? design.find(JackId{on.value}) : nullptr)
        if (const Outlet* outlet = design.find(jack->outlet))
            return End{outlet->floor, outlet->place};
    const Panel* panel = on.kind == Kind::panels ? design.find(PanelId{on.value}) : nullptr;
    const Space* space = panel && panel->space ? design.find(*panel->space) : nullptr;
    const Room* room = space ? design.find(space->room) : nullptr;
    if (room && space->place != Point{})
        return End{room->floor, space->place};
    return std::nullopt;
}

void join(std::vector<Leg>& legs, const End& end, bool first) {
    if (legs.empty())
        return;
    const Leg& next = first ? legs.front() : legs.back();
    const Point place = first ? next.line.front() : next.line.back();
    if (next.floor != end.floor)
        return;
    Leg drop{LegKind::drop, end.floor, first ? std::vector{end.place, place} : std::vector{place, end.place}, false};
    legs.insert(first ? legs.begin() : legs.end(), std::move(drop));
}

} // namespace

std::vector<Leg> legs_of(const Facts& facts, const Cable& cable) {
    const Design& design = facts.design();
    std::vector<Leg> legs;
    std::optional<PathwayNodeId> in;
    for (std::size_t i = 0; i < cable.route.size(); ++i) {
        const PathwayRun* run = design.find(cable.route[i].run);
        const PathwayNode* from = run ? design.find(run->from) : nullptr;
        const PathwayNode* to = run ? design.find(run->to) : nullptr;
        if (!from || !to) {
            in.reset();
            continue;
        }
        const std::optional<PathwayNodeId> out = way_out(design, cable, i, *run);
        const bool back = (in && *in == run->to && *in != run->from) || (!in && out && *out == run->from);
        if (from->floor != to->floor) {
            const PathwayNode *first = back ? to : from, *last = back ? from : to;
            legs.push_back({LegKind::riser, first->floor, {first->place}, false});
            legs.push_back({LegKind::riser, last->floor, {last->place}, false});
        } else {
            std::vector<Point> line{from->place};
            line.insert(line.end(), run->bends.begin(), run->bends.end());
            line.push_back(to->place);
            const double whole = length_of(line);
            const double begin = i == 0 ? cable.entry_offset.value : back ? whole : 0;
            const double end = i + 1 == cable.route.size() ? cable.exit_offset.value : back ? 0 : whole;
            std::vector<Point> part = stretch(line, std::clamp(begin, 0.0, whole), std::clamp(end, 0.0, whole));
            if (!part.empty()) {
                if (i > 0 && !in && !legs.empty() && legs.back().floor == from->floor)
                    legs.push_back({LegKind::gap, from->floor, {legs.back().line.back(), part.front()}, false});
                legs.push_back({LegKind::tray, from->floor, std::move(part), false});
            }
        }
        in = out;
    }
    const CableEnds& ends = facts.get<CableEnds>();
    for (const CableEnd side : {CableEnd::a, CableEnd::b})
        if (const CableEnding* at = ends.first(cable.id, side))
            if (const std::optional<End> end = end_of(design, at->on))
                join(legs, *end, side == CableEnd::a);
    return legs;
}

namespace {

class Lighting {
  public:
    Lighting(const Facts& facts, const Finding& finding) : facts_(facts), design_(facts.design()) {
        lit_.named = finding.subjects;
        lit_.sum = finding.actual;
        lit_.limit = finding.limit;
    }

    Lit light() && {
        const std::vector<const Cable*> cables = cables_of_subjects();
        for (const Cable* row : cables)
            cable(*row, cables.size() > 4);
        for (const AnyId subject : lit_.named) {
            if (const PathwayRun* found =
                    subject.kind == Kind::pathway_runs ? design_.find(PathwayRunId{subject.value}) : nullptr)
                run(*found);
            shows(drawn_for(design_, subject));
        }
        if (cables.size() == 1)
            measure(cables.front()->id);
        floors();
        return std::move(lit_);
    }

  private:
    // Each once: those named, and those on the jacks that are named.
    std::vector<const Cable*> cables_of_subjects() const {
        std::vector<const Cable*> out;
        const auto add = [&](CableId id) {
            if (const Cable* row = design_.find(id); row && std::find(out.begin(), out.end(), row) == out.end())
                out.push_back(row);
        };
        for (const AnyId subject : lit_.named) {
            if (subject.kind == Kind::cables)
                add(CableId{subject.value});
            if (subject.kind != Kind::jacks)
                continue;
            if (const JackLink* link = facts_.get<JackLinks>().jacks.find(JackId{subject.value}))
                for (const CableId id : link->cables)
                    add(id);
        }
        return out;
    }
    void shows(AnyId id) {
        if (seen_.insert(id).second)
            lit_.rows.push_back(id);
    }
    void cable(const Cable& row, bool faint) {
        for (Leg& leg : legs_of(facts_, row)) {
            leg.faint = faint;
            lit_.legs.push_back(std::move(leg));
        }
    }
    void run(const PathwayRun& row) {
        shows(row.id);
        for (const Cable& through : design_.cables)
            if (std::any_of(through.route.begin(), through.route.end(),
                            [&](const RouteStep& step) { return step.run == row.id; }))
                cable(through, true);
        if (lit_.named.size() > 1)
            return;
        if (const RunFill* fill = facts_.get<PathwayFill>().runs.find(row.id))
            for (const CompartmentFill& part : fill->compartments) {
                lit_.parts.push_back({{"缆线", "cables"}, Count{part.cables}});
                lit_.parts.push_back({{"占用", "used"}, part.used});
                if (part.section.value > 0)
                    lit_.parts.push_back({{"截面", "section"}, part.section});
            }
    }
    void measure(CableId id) {
        const CableLength* length = facts_.get<CableLengths>().of(id);
        if (!length)
            return;
        for (const auto& [name, part] : {std::pair(Text{"桥架", "tray"}, length->tray),
                                         {Text{"竖向", "riser"}, length->riser},
                                         {Text{"引线", "drop"}, length->drop},
                                         {Text{"预留", "slack"}, length->slack}})
            if (part.value != 0)
                lit_.parts.push_back({name, part});
        lit_.sum = length->total();
    }
    void floors() {
        std::set<FloorId> all;
        for (const Leg& leg : lit_.legs)
            all.insert(leg.floor);
        for (const AnyId id : lit_.rows)
            if (const std::optional<FloorId> floor = floor_of(design_, id))
                all.insert(*floor);
        std::vector<std::pair<Millimetres, FloorId>> sorted;
        for (const FloorId id : all)
            if (const Floor* floor = design_.find(id))
                sorted.emplace_back(floor->elevation, id);
        std::sort(sorted.begin(), sorted.end());
        for (const auto& entry : sorted)
            lit_.floors.push_back(entry.second);
    }

    const Facts& facts_;
    const Design& design_;
    Lit lit_;
    std::set<AnyId> seen_;
};

} // namespace

Lit light(const Facts& facts, const Finding& finding) { return Lighting(facts, finding).light(); }

} // namespace riser
