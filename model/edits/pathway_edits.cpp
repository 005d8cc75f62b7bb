// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/pathway_edits.h"

#include "model/edits/cabling_edits.h"
#include "model/edits/fresh_labels.h"
#include "model/edits/refusals.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

// A run in the plan, from its `from` end.
Polyline line_of(const Design& design, const PathwayRun& run) {
    const PathwayNode* from = design.find(run.from);
    const PathwayNode* to = design.find(run.to);
    if (!from || !to)
        return {};
    Polyline line{from->place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(to->place);
    return line;
}

double exact_length(const Polyline& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum +=
            std::hypot(static_cast<double>(line[i].x) - line[i - 1].x, static_cast<double>(line[i].y) - line[i - 1].y);
    return sum;
}

// As pathways are measured: the plan rounded, and the rise.
std::int32_t run_length(const Polyline& line, std::int64_t rise) {
    return static_cast<std::int32_t>(std::llround(exact_length(line)) + std::abs(rise));
}

bool meets(const Ring& ring, const Polyline& line) {
    for (std::size_t i = 1; i < line.size(); ++i)
        for (std::size_t k = 0; k < ring.size(); ++k)
            if (segments_meet(line[i - 1], line[i], ring[k], ring[(k + 1) % ring.size()]))
                return true;
    return false;
}

// The compartments of `crosses` whose boundary this part of the run meets; both parts keep one that neither does.
std::vector<FireCompartmentId> crossed(const Design& design, const std::vector<FireCompartmentId>& crosses,
                                       const Polyline& mine, const Polyline& other) {
    std::vector<FireCompartmentId> out;
    for (const FireCompartmentId id : crosses) {
        const FireCompartment* row = design.find(id);
        if (!row || meets(row->outline.outer, mine) || !meets(row->outline.outer, other))
            out.push_back(id);
    }
    return out;
}

struct Division {
    PathwayRun first;
    PathwayRun second;
    std::int32_t whole = 0;      // length
    std::int32_t first_part = 0; // of the first
};

// Whether the cable's step before or after `index` is joined to the `from` end of the run.
bool joins_from(const Design& design, const PathwayRun& run, PathwayRunId neighbour) {
    const PathwayRun* other = design.find(neighbour);
    return other && (other->from == run.from || other->to == run.from);
}

void divide_route(Edit& edit, Cable cable, const PathwayRun& run, const Division& parts) {
    const std::vector<RouteStep> route = cable.route;
    cable.route.clear();
    for (std::size_t i = 0; i < route.size(); ++i) {
        const RouteStep step = route[i];
        if (step.run != run.id) {
            cable.route.push_back(step);
            continue;
        }
        const bool starts = i == 0, ends = i + 1 == route.size();
        const auto at_end = [&](PathwayRunId neighbour) {
            return joins_from(edit.design(), run, neighbour) ? 0 : parts.whole;
        };
        const std::int32_t enters = starts ? cable.entry_offset.value : at_end(route[i - 1].run);
        const std::int32_t leaves = ends ? cable.exit_offset.value : at_end(route[i + 1].run);
        const bool enters_first = enters < parts.first_part || (enters == parts.first_part && leaves <= enters);
        const bool leaves_first = leaves < parts.first_part || (leaves == parts.first_part && enters <= leaves);
        const auto part = [&](bool first) {
            return RouteStep{first ? parts.first.id : parts.second.id, step.compartment};
        };
        cable.route.push_back(part(enters_first));
        if (enters_first != leaves_first)
            cable.route.push_back(part(leaves_first));
        if (starts && !enters_first)
            cable.entry_offset = Millimetres(enters - parts.first_part);
        if (ends && !leaves_first)
            cable.exit_offset = Millimetres(leaves - parts.first_part);
    }
    edit.put(std::move(cable));
}

Error no_section() {
    return bad_value({"桥架没有截面", "the pathway has no section"},
                     {"如宽 200 高 100", "give it one such as 200 x 100"});
}

// The node for a place: one that is there, one that divides a run, or a new one.
Result<PathwayNodeId> node_for(Edit& edit, FloorId floor, Point place, bool is_end, const PathwayWish& wish,
                               Millimetres join) {
    if (const std::optional<PathwayNodeId> node = node_near(edit.design(), floor, place, join))
        return *node;
    if (const std::optional<PathwayRunId> run = run_near(edit.design(), floor, place, join))
        return split_run(edit, *run, place);
    PathwayNode node;
    node.floor = floor;
    node.place = place;
    node.elevation = wish.elevation;
    if (is_end)
        node.space = space_at(edit.design(), floor, place);
    return edit.put(std::move(node));
}

} // namespace

std::optional<PathwayNodeId> node_near(const Design& design, FloorId floor, Point place, Millimetres reach) {
    std::optional<PathwayNodeId> best;
    Millimetres nearest = reach;
    for (const PathwayNode& node : design.pathway_nodes)
        if (node.floor == floor)
            if (const Millimetres gap = distance(place, node.place); gap < nearest || (!best && gap == nearest)) {
                best = node.id;
                nearest = gap;
            }
    return best;
}

std::optional<PathwayRunId> run_near(const Design& design, FloorId floor, Point place, Millimetres reach) {
    std::optional<PathwayRunId> best;
    Millimetres nearest = reach;
    for (const PathwayRun& run : design.pathway_runs) {
        const PathwayNode* from = design.find(run.from);
        const PathwayNode* to = design.find(run.to);
        if (!from || !to || from->floor != floor || to->floor != floor)
            continue;
        const Polyline line = line_of(design, run);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Millimetres gap = distance(place, nearest_on_segment(place, line[i - 1], line[i]));
            if (gap < nearest || (!best && gap == nearest)) {
                best = run.id;
                nearest = gap;
            }
        }
    }
    return best;
}

Result<PathwayNodeId> split_run(Edit& edit, PathwayRunId id, Point place) {
    const Design& design = edit.design();
    const PathwayRun* found = design.find(id);
    if (!found)
        return missing_row(id);
    const PathwayRun run = *found;
    const PathwayNode* from = design.find(run.from);
    const PathwayNode* to = design.find(run.to);
    if (!from || !to || from->floor != to->floor)
        return refused({"竖向的路径不能在平面上分段", "a riser cannot be divided in the plan"},
                       {"在平面路径上接入", "join it where it runs along the floor"});
    const Polyline line = line_of(design, run);
    std::size_t stretch = 1;
    Point at = line.front();
    Millimetres nearest(max_coordinate);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point foot = nearest_on_segment(place, line[i - 1], line[i]);
        if (const Millimetres gap = distance(place, foot); gap < nearest) {
            nearest = gap;
            stretch = i;
            at = foot;
        }
    }
    if (at == line.front() || at == line.back())
        return refused({"该处是路径的端点", "that is an end of the pathway"}, {"直接接到端点", "join the end itself"});
    const auto middle = line.begin() + static_cast<std::ptrdiff_t>(stretch);
    Polyline before(line.begin(), middle), after(middle, line.end());
    if (before.back() != at)
        before.push_back(at);
    if (after.front() != at)
        after.insert(after.begin(), at);
    const double share = exact_length(before) / exact_length(line);
    const std::int32_t rise = to->elevation.value - from->elevation.value;

    PathwayNode node;
    node.floor = from->floor;
    node.place = at;
    node.elevation = from->elevation + Millimetres(static_cast<std::int32_t>(std::lround(rise * share)));
    const std::int64_t first_rise = node.elevation.value - from->elevation.value;
    const PathwayNodeId between = edit.put(std::move(node));

    Division parts{run, run, run_length(line, rise), 0};
    // Rounding may make two parts longer or shorter than the whole by 1 mm; the second takes it.
    parts.first_part = run_length(before, first_rise);
    parts.first.to = between;
    parts.first.bends.assign(before.begin() + 1, before.end() - 1);
    parts.first.crosses = crossed(design, run.crosses, before, after);
    parts.second.id = {};
    parts.second.from = between;
    parts.second.bends.assign(after.begin() + 1, after.end() - 1);
    parts.second.crosses = crossed(design, run.crosses, after, before);
    parts.second.label = FreshLabels(design, Kind::pathway_runs).take(run.label);
    parts.second.extras = {};
    parts.second.id = edit.put(parts.second);

    std::vector<Cable> through;
    for (const Cable& cable : design.cables)
        if (std::any_of(cable.route.begin(), cable.route.end(), [&](const RouteStep& step) { return step.run == id; }))
            through.push_back(cable);
    for (Cable& cable : through)
        divide_route(edit, std::move(cable), run, parts);
    std::vector<PenetrationId> moved;
    for (const Penetration& penetration : design.penetrations)
        if (penetration.run == id) {
            const auto gap = [&](const Polyline& part) {
                Millimetres least(max_coordinate);
                for (std::size_t i = 1; i < part.size(); ++i)
                    least = std::min(least, distance(penetration.place,
                                                     nearest_on_segment(penetration.place, part[i - 1], part[i])));
                return least;
            };
            if (gap(after) < gap(before))
                moved.push_back(penetration.id);
        }
    for (const PenetrationId penetration : moved)
        (void)edit.update(penetration, [&](Penetration& row) { row.run = parts.second.id; });
    edit.put(std::move(parts.first));
    return between;
}

Result<std::vector<PathwayRunId>> add_pathway(Edit& edit, FloorId floor, const Polyline& places, PathwayWish wish,
                                              Millimetres join) {
    const Design& design = edit.design();
    if (!design.find(floor))
        return missing_row(floor);
    if (wish.type) {
        const PathwayType* type = design.find(wish.type);
        if (!type)
            return missing_row(*wish.type);
        wish.kind = type->kind;
        wish.width = type->width;
        wish.height = type->height;
    }
    if (wish.plane && !design.find(wish.plane))
        return missing_row(*wish.plane);
    if (wish.width.value <= 0 || wish.height.value <= 0)
        return no_section();
    std::vector<PathwayNodeId> nodes;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Result<PathwayNodeId> node =
            node_for(edit, floor, places[i], i == 0 || i + 1 == places.size(), wish, join);
        if (!node)
            return node.error();
        if (nodes.empty() || nodes.back() != *node)
            nodes.push_back(*node);
    }
    if (nodes.size() < 2)
        return bad_value({"路径至少要有两个不同的点", "a pathway needs two different places"},
                         {"再点一处", "click another place"});
    std::vector<PathwayRunId> runs;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        for (const PathwayRun& other : design.pathway_runs)
            if (other.kind == wish.kind && other.bends.empty() &&
                ((other.from == nodes[i - 1] && other.to == nodes[i]) ||
                 (other.to == nodes[i - 1] && other.from == nodes[i])))
                return conflicting({"两点之间已有同类路径 " + other.label,
                                    "there is such a pathway between the two already: " + other.label},
                                   {"改它的规格，或换一条走向", "change that one, or take another way"});
        PathwayRun run;
        run.from = nodes[i - 1];
        run.to = nodes[i];
        run.kind = wish.kind;
        run.type = wish.type;
        run.width = wish.width;
        run.height = wish.height;
        run.elevation = wish.elevation;
        run.mounting = wish.mounting;
        run.separation = wish.separation;
        run.plane = wish.plane;
        runs.push_back(edit.put(std::move(run)));
    }
    return runs;
}

} // namespace riser
