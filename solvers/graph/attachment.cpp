// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/attachment.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace riser {

namespace {

constexpr std::int32_t smallest_cell = 1'000;
constexpr std::int32_t largest_cell = 20'000;

Box box_of(Point a, Point b) {
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

bool overlap(const Box& a, const Box& b) {
    return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

Point middle(Point a, Point b) {
    return {static_cast<std::int32_t>((std::int64_t{a.x} + b.x) / 2),
            static_cast<std::int32_t>((std::int64_t{a.y} + b.y) / 2)};
}

std::int32_t cell_of(std::int32_t value, std::int32_t low, std::int32_t cell, std::int32_t count) {
    return std::clamp(static_cast<std::int32_t>((std::int64_t{value} - low) / cell), 0, count - 1);
}

} // namespace

AttachmentIndex::AttachmentIndex(const Design& design, const PathwayGraph& graph) {
    std::map<FloorId, std::shared_ptr<Grid>> grids;
    for (std::size_t i = 0; i < graph.runs().size(); ++i) {
        const PathwayGraph::Run& run = graph.runs()[i];
        if (run.geometry.riser)
            continue;
        const PathwayGraph::Node& from = graph[run.from];
        const PathwayGraph::Node& to = graph[run.to];
        auto& grid = grids[from.floor];
        if (!grid)
            grid = std::make_shared<Grid>();
        Polyline line{from.place};
        const PathwayRun* row = design.find(run.id);
        line.insert(line.end(), row->bends.begin(), row->bends.end());
        line.push_back(to.place);
        Stretch stretch{.a = {},
                        .b = {},
                        .run = static_cast<RunIndex>(i),
                        .before = 0,
                        .scale = 1,
                        .run_length = run.geometry.length(),
                        .height_from = from.height,
                        .height_to = to.height};
        double plan = 0;
        for (std::size_t k = 1; k < line.size(); ++k)
            plan += std::hypot(static_cast<double>(line[k].x) - line[k - 1].x,
                               static_cast<double>(line[k].y) - line[k - 1].y);
        stretch.scale = plan > 0 ? static_cast<double>(run.geometry.length()) / plan : 0;
        for (std::size_t k = 1; k < line.size(); ++k) {
            stretch.a = line[k - 1];
            stretch.b = line[k];
            grid->stretches.push_back(stretch);
            stretch.before += std::hypot(static_cast<double>(line[k].x) - line[k - 1].x,
                                         static_cast<double>(line[k].y) - line[k - 1].y);
        }
    }
    for (auto& [floor, grid] : grids) {
        lay(*grid);
        floors_.emplace(floor, grid);
    }
    for (const Room& room : design.rooms) {
        const auto grid = floors_.find(room.floor);
        const std::optional<Box> box = bounds(room.outline);
        if (grid == floors_.end() || !box)
            continue;
        RoomEntry entry{.grid = grid->second.get(), .stretches = {}};
        for (std::uint32_t k = 0; k < entry.grid->stretches.size(); ++k) {
            const Stretch& stretch = entry.grid->stretches[k];
            if (overlap(*box, box_of(stretch.a, stretch.b)) &&
                (contains(room.outline, stretch.a) || contains(room.outline, stretch.b) ||
                 contains(room.outline, middle(stretch.a, stretch.b))))
                entry.stretches.push_back(k);
        }
        if (!entry.stretches.empty())
            rooms_.emplace(room.id, std::move(entry));
    }
}

void AttachmentIndex::lay(Grid& grid) {
    std::vector<Point> ends;
    ends.reserve(grid.stretches.size() * 2);
    for (const Stretch& stretch : grid.stretches) {
        ends.push_back(stretch.a);
        ends.push_back(stretch.b);
    }
    const Box box = *bounds(ends);
    const double width = static_cast<double>(box.high.x) - box.low.x + 1;
    const double depth = static_cast<double>(box.high.y) - box.low.y + 1;
    const double wanted = std::sqrt(width * depth / static_cast<double>(grid.stretches.size()));
    // A floor far larger than its runs are many still gets a grid of bounded size.
    grid.cell = static_cast<std::int32_t>(
        std::max(std::clamp(wanted, 1.0 * smallest_cell, 1.0 * largest_cell), std::max(width, depth) / 1'000));
    grid.low = box.low;
    grid.columns = static_cast<std::int32_t>(width / grid.cell) + 1;
    grid.rows = static_cast<std::int32_t>(depth / grid.cell) + 1;
    const auto each_cell = [&](const Stretch& stretch, auto visit) {
        const Box b = box_of(stretch.a, stretch.b);
        for (std::int32_t y = cell_of(b.low.y, grid.low.y, grid.cell, grid.rows);
             y <= cell_of(b.high.y, grid.low.y, grid.cell, grid.rows); ++y)
            for (std::int32_t x = cell_of(b.low.x, grid.low.x, grid.cell, grid.columns);
                 x <= cell_of(b.high.x, grid.low.x, grid.cell, grid.columns); ++x)
                visit(static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.columns) +
                      static_cast<std::size_t>(x));
    };
    grid.first.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows) + 1, 0);
    for (const Stretch& stretch : grid.stretches)
        each_cell(stretch, [&](std::size_t cell) { ++grid.first[cell + 1]; });
    for (std::size_t i = 1; i < grid.first.size(); ++i)
        grid.first[i] += grid.first[i - 1];
    grid.entries.resize(grid.first.back());
    std::vector<std::uint32_t> next(grid.first.begin(), grid.first.end() - 1);
    for (std::uint32_t k = 0; k < grid.stretches.size(); ++k)
        each_cell(grid.stretches[k], [&](std::size_t cell) { grid.entries[next[cell]++] = k; });
}

void AttachmentIndex::better(const Stretch& stretch, Point place, std::optional<Attachment>& best) {
    const double dx = static_cast<double>(stretch.b.x) - stretch.a.x;
    const double dy = static_cast<double>(stretch.b.y) - stretch.a.y;
    const double px = static_cast<double>(place.x) - stretch.a.x;
    const double py = static_cast<double>(place.y) - stretch.a.y;
    const double length = std::hypot(dx, dy);
    double along = 0;
    double drop = std::abs(px) + std::abs(py); // from a point that has no direction
    if (length > 0) {
        const double t = (px * dx + py * dy) / length;
        along = std::clamp(t, 0.0, length);
        drop = std::abs(px * dy - py * dx) / length + std::abs(t - along);
    }
    Attachment found{.run = stretch.run, .offset = 0, .drop = std::llround(drop), .place = stretch.a, .height = 0};
    if (best && found.drop > best->drop)
        return;
    found.offset =
        std::clamp<std::int64_t>(std::llround((stretch.before + along) * stretch.scale), 0, stretch.run_length);
    if (best && std::tie(best->drop, best->run, best->offset) <= std::tie(found.drop, found.run, found.offset))
        return;
    if (length > 0)
        found.place = {static_cast<std::int32_t>(std::lround(stretch.a.x + dx * along / length)),
                       static_cast<std::int32_t>(std::lround(stretch.a.y + dy * along / length))};
    const double share =
        stretch.run_length > 0 ? static_cast<double>(found.offset) / static_cast<double>(stretch.run_length) : 0;
    found.height =
        stretch.height_from + std::llround(static_cast<double>(stretch.height_to - stretch.height_from) * share);
    best = found;
}

std::optional<Attachment> AttachmentIndex::nearest(FloorId floor, Point place, OpenRuns open) const {
    const auto found = floors_.find(floor);
    if (found == floors_.end())
        return std::nullopt;
    const Grid& grid = *found->second;
    std::optional<Attachment> best;
    const std::int32_t cx = cell_of(place.x, grid.low.x, grid.cell, grid.columns);
    const std::int32_t cy = cell_of(place.y, grid.low.y, grid.cell, grid.rows);
    const auto look = [&](std::int32_t x, std::int32_t y) {
        if (x < 0 || y < 0 || x >= grid.columns || y >= grid.rows)
            return;
        const std::size_t cell =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(x);
        for (std::uint32_t k = grid.first[cell]; k < grid.first[cell + 1]; ++k) {
            const Stretch& stretch = grid.stretches[grid.entries[k]];
            if (open.empty() || open[at(stretch.run)])
                better(stretch, place, best);
        }
    };
    // Rings of cells outwards; whatever lies beyond ring r is at least r cells away.
    for (std::int32_t r = 0; r <= std::max(grid.columns, grid.rows); ++r) {
        if (r == 0) {
            look(cx, cy);
        } else {
            for (std::int32_t x = cx - r; x <= cx + r; ++x) {
                look(x, cy - r);
                look(x, cy + r);
            }
            for (std::int32_t y = cy - r + 1; y < cy + r; ++y) {
                look(cx - r, y);
                look(cx + r, y);
            }
        }
        if (best && best->drop < std::int64_t{r} * grid.cell)
            break;
    }
    return best;
}

std::optional<Attachment> AttachmentIndex::nearest_in(RoomId room, Point place, OpenRuns open) const {
    const auto found = rooms_.find(room);
    if (found == rooms_.end())
        return std::nullopt;
    std::optional<Attachment> best;
    for (const std::uint32_t k : found->second.stretches) {
        const Stretch& stretch = found->second.grid->stretches[k];
        if (open.empty() || open[at(stretch.run)])
            better(stretch, place, best);
    }
    return best;
}

} // namespace riser
