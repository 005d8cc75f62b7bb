// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/cable_length.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

// A run of the route with its ends as plain numbers, whichever view they came from.
struct Step {
    PathwayRunId id;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    RunGeometry geometry;
};

struct Parts {
    std::int64_t tray = 0;
    std::int64_t riser = 0;
    std::int64_t sum() const { return tray + riser; }
};

void add(Parts& parts, const RunGeometry& run, std::int64_t stretch) {
    std::int64_t riser = 0;
    if (run.riser)
        riser = stretch;
    else if (run.rise > 0)
        riser = std::llround(static_cast<double>(stretch) * static_cast<double>(run.rise) /
                             static_cast<double>(run.length()));
    parts.riser += riser;
    parts.tray += stretch - riser;
}

Error broken(AnyId subject, std::string_view zh, std::string_view en) {
    return {.code = ErrorCode::bad_input,
            .message = {to_string(subject) + " " + std::string(zh), to_string(subject) + " " + std::string(en)},
            .fix = {"重新规划缆线", "plan the cables again"},
            .where = {}};
}

// Walks the route leaving the first run by `exit`; nothing when two runs do not join.
std::optional<Parts> walk(const std::vector<Step>& steps, const Cable& cable, std::uint64_t exit, std::size_t& stuck) {
    Parts parts;
    const Step& first = steps.front();
    const std::int64_t entry = cable.entry_offset.value;
    add(parts, first.geometry, exit == first.to ? first.geometry.length() - entry : entry);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const Step& step = steps[i];
        if (exit != step.from && exit != step.to) {
            stuck = std::max(stuck, i);
            return std::nullopt;
        }
        const bool forward = exit == step.from;
        if (i + 1 < steps.size())
            add(parts, step.geometry, step.geometry.length());
        else
            add(parts, step.geometry,
                forward ? std::int64_t{cable.exit_offset.value} : step.geometry.length() - cable.exit_offset.value);
        exit = forward ? step.to : step.from;
    }
    return parts;
}

Result<CableLength> measured(const std::vector<Step>& steps, const Cable& cable) {
    Parts parts;
    const auto outside = [](const Step& step, Millimetres offset) {
        return offset.value < 0 || offset.value > step.geometry.length();
    };
    if (steps.empty()) {
        if (cable.entry_drop.value + cable.exit_drop.value <= 0)
            return broken(cable.id, "没有路由", "has no route");
    } else if (outside(steps.front(), cable.entry_offset) || outside(steps.back(), cable.exit_offset)) {
        return broken(cable.id, "进出点在桥架之外", "enters or leaves a pathway beyond its ends");
    } else if (steps.size() == 1) {
        add(parts, steps.front().geometry, std::abs(std::int64_t{cable.exit_offset.value} - cable.entry_offset.value));
    } else {
        std::size_t stuck = 0;
        const auto forward = walk(steps, cable, steps.front().to, stuck);
        const auto backward = walk(steps, cable, steps.front().from, stuck);
        if (!forward && !backward)
            return broken(steps[stuck].id, "与前一段不相接，缆线 " + to_string(cable.id) + " 的路由断开",
                          "does not join the run before it in the route of " + to_string(cable.id));
        parts = !backward || (forward && forward->sum() <= backward->sum()) ? *forward : *backward;
    }
    const auto small = [](std::int64_t mm) {
        return Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(mm, INT32_MAX)));
    };
    return CableLength{.tray = small(parts.tray),
                       .riser = small(parts.riser),
                       .drop = cable.entry_drop + cable.exit_drop,
                       .slack = cable.slack_a + cable.slack_b};
}

// step_of(run id) -> optional<Step>.
template<class StepOf> Result<CableLength> measure_by(const Cable& cable, StepOf step_of) {
    std::vector<Step> steps;
    steps.reserve(cable.route.size());
    for (const RouteStep& step : cable.route) {
        const std::optional<Step> found = step_of(step.run);
        if (!found)
            return broken(step.run, "不存在或缺少端点，而缆线 " + to_string(cable.id) + " 经过它",
                          "is not there or lacks an end, and " + to_string(cable.id) + " runs through it");
        steps.push_back(*found);
    }
    return measured(steps, cable);
}

} // namespace

Result<CableLength> measure(const PathwayGraph& graph, const Cable& cable) {
    return measure_by(cable, [&](PathwayRunId id) -> std::optional<Step> {
        const auto found = graph.find(id);
        if (!found)
            return std::nullopt;
        const PathwayGraph::Run& run = graph[*found];
        return Step{.id = id, .from = at(run.from), .to = at(run.to), .geometry = run.geometry};
    });
}

Result<CableLength> measure(const PathwayTables& tables, const Cable& cable) {
    return measure_by(cable, [&](PathwayRunId id) -> std::optional<Step> {
        const PathwayRun* run = id ? tables.runs.find(id) : nullptr;
        const auto geometry = run ? geometry_of(tables, *run) : std::nullopt;
        if (!geometry)
            return std::nullopt;
        return Step{.id = id, .from = run->from.value, .to = run->to.value, .geometry = *geometry};
    });
}

} // namespace riser
