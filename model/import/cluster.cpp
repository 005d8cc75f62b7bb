// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/cluster.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace riser {

namespace {

constexpr double cell_mm = 2500;       // gaps up to one or two cells do not separate
constexpr double longest_cells = 2000; // a line longer than that is stray
constexpr double least_frame_mm = 7000;
constexpr std::size_t most_parts = 500; // smaller ones beyond that are taken for scatter around the drawings

class Sets {
  public:
    std::uint32_t add() {
        parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
        return parent_.back();
    }
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

  private:
    std::vector<std::uint32_t> parent_;
};

bool is_built(LayerRole role) {
    return role == LayerRole::wall || role == LayerRole::column || role == LayerRole::door ||
           role == LayerRole::window || role == LayerRole::opening || role == LayerRole::stair ||
           role == LayerRole::lift;
}

// What draws the thing itself; the rest hangs around it.
bool is_core(LayerRole role) {
    return is_built(role) || role == LayerRole::unknown || role == LayerRole::furniture ||
           role == LayerRole::sanitary || role == LayerRole::roof || role == LayerRole::room_outline ||
           role == LayerRole::text;
}

bool is_frame_block(std::string_view name) {
    for (const std::string_view word :
         {"图框", "图签", "标题栏", "TITLE", "Title", "title", "FRAME", "Frame", "BORDER", "Border"})
        if (name.find(word) != std::string_view::npos)
            return true;
    return (name.starts_with("A0") || name.starts_with("A1") || name.starts_with("A2") || name.starts_with("A3") ||
            name.starts_with("A4")) &&
           name.size() <= 8;
}

bool within_frame_block(const SketchCurve& curve, const PlanSketch& sketch) {
    for (SketchIndex i = curve.insert; i != no_index; i = sketch.inserts[i].parent)
        if (is_frame_block(sketch.inserts[i].block))
            return true;
    return false;
}

// A rectangle of no known use that has much inside and touches none of it: a frame.
bool is_frame(const SketchCurve& curve, const SketchBox& box, const std::vector<SketchBox>& boxes, double least) {
    if (!curve.closed || curve.points.size() != 4 || !curve.arcs.empty() || box.width() < least || box.height() < least)
        return false;
    for (std::size_t i = 0; i < 4; ++i) {
        const SketchPoint a = curve.points[i], b = curve.points[(i + 1) % 4];
        if (a.x != b.x && a.y != b.y)
            return false;
    }
    std::uint32_t inside = 0;
    for (const SketchBox& other : boxes)
        inside += box.low.x < other.low.x && box.low.y < other.low.y && box.high.x > other.high.x &&
                  box.high.y > other.high.y;
    return inside >= 60;
}

// Walks the cells that the segments of a curve pass, near enough: a point every half cell.
template<class Visit> void cells_of(const SketchCurve& curve, SketchPoint origin, double cell, const Visit& visit) {
    const std::size_t n = curve.points.size();
    for (std::size_t i = 0; i + (curve.closed ? 0 : 1) < n; ++i) {
        const SketchPoint a = curve.points[i], b = curve.points[(i + 1) % n];
        const double steps = std::ceil(std::hypot(b.x - a.x, b.y - a.y) / (cell / 2));
        if (steps > 2 * longest_cells)
            continue;
        for (double k = 0; k <= steps; ++k) {
            const double t = steps > 0 ? k / steps : 0;
            visit(static_cast<std::int64_t>(std::floor((a.x + (b.x - a.x) * t - origin.x) / cell)),
                  static_cast<std::int64_t>(std::floor((a.y + (b.y - a.y) * t - origin.y) / cell)));
        }
    }
}

std::vector<Cluster> clusters_by_gap(const PlanSketch& sketch, const std::vector<LayerRole>& roles,
                                     const std::vector<SketchIndex>& core, double cell) {
    std::unordered_map<std::uint64_t, std::uint32_t> cells;
    Sets sets;
    const SketchPoint origin = sketch.box.low;
    const auto key = [](std::int64_t x, std::int64_t y) {
        return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFF);
    };
    std::vector<std::uint32_t> set_of(core.size(), no_index);
    for (std::size_t i = 0; i < core.size(); ++i)
        cells_of(sketch.curves[core[i]], origin, cell, [&](std::int64_t x, std::int64_t y) {
            const auto [found, fresh] = cells.try_emplace(key(x, y), 0);
            if (fresh) {
                found->second = sets.add();
                const std::uint32_t own = found->second;
                for (std::int64_t dx = -1; dx <= 1; ++dx)
                    for (std::int64_t dy = -1; dy <= 1; ++dy)
                        if (const auto near = cells.find(key(x + dx, y + dy)); near != cells.end())
                            sets.join(own, near->second);
                set_of[i] = set_of[i] == no_index ? own : set_of[i];
                sets.join(set_of[i], own);
            } else {
                set_of[i] = set_of[i] == no_index ? found->second : set_of[i];
                sets.join(set_of[i], found->second);
            }
        });
    std::unordered_map<std::uint32_t, std::size_t> index;
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < core.size(); ++i) {
        if (set_of[i] == no_index)
            continue;
        const auto [found, fresh] = index.try_emplace(sets.find(set_of[i]), clusters.size());
        if (fresh)
            clusters.emplace_back();
        Cluster& cluster = clusters[found->second];
        cluster.curves.push_back(core[i]);
        cluster.box.add(bounds(sketch.curves[core[i]]));
        cluster.built += is_built(roles[sketch.curves[core[i]].layer]);
    }
    return clusters;
}

double area(const SketchBox& box) { return box.width() * box.height(); }

SketchBox overlap(const SketchBox& a, const SketchBox& b) {
    SketchBox out;
    if (a.meets(b)) {
        out.low = {std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)};
        out.high = {std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)};
    }
    return out;
}

void merge(Cluster& into, Cluster& from) {
    into.box.add(from.box);
    into.curves.insert(into.curves.end(), from.curves.begin(), from.curves.end());
    into.built += from.built;
    from = {};
}

// Frames go, islands (columns, furniture, shafts) join what surrounds them, axes that run through two parts make them
// one.
void merge_parts(std::vector<Cluster>& clusters, std::vector<SketchIndex>& around, const PlanSketch& sketch,
                 const std::vector<LayerRole>& roles) {
    const auto tidy = [&] { std::erase_if(clusters, [](const Cluster& c) { return c.curves.empty(); }); };
    const std::uint32_t most_built =
        clusters.empty() ? 0
                         : std::max_element(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
                               return a.built < b.built;
                           })->built;
    for (Cluster& frame : clusters) {
        if (frame.built > 0 || frame.curves.empty())
            continue;
        // Where layers are known a frame is what has no building in it and a building inside; else it must hold two
        // drawings, one may be the middle of a hall.
        std::size_t inside = 0;
        for (const Cluster& other : clusters)
            inside += &other != &frame && (most_built > 0 ? other.built > 0 : other.curves.size() >= 20) &&
                      area(overlap(frame.box, other.box)) > 0.95 * area(other.box);
        if (inside >= (most_built > 0 ? 1U : 2U)) {
            std::copy_if(frame.curves.begin(), frame.curves.end(), std::back_inserter(around),
                         [&](SketchIndex i) { return roles[sketch.curves[i].layer] == LayerRole::roof; });
            frame = {};
        }
    }
    tidy();
    for (bool merged = true; merged;) {
        merged = false;
        std::sort(clusters.begin(), clusters.end(),
                  [](const Cluster& a, const Cluster& b) { return area(a.box) > area(b.box); });
        for (std::size_t i = 0; i < clusters.size(); ++i)
            for (std::size_t j = i + 1; j < clusters.size(); ++j)
                if (!clusters[i].curves.empty() && !clusters[j].curves.empty() &&
                    (area(clusters[j].box) > 0
                         ? area(overlap(clusters[i].box, clusters[j].box)) > 0.5 * area(clusters[j].box)
                         : clusters[i].box.meets(clusters[j].box))) {
                    merge(clusters[i], clusters[j]);
                    merged = true;
                }
        tidy();
    }
    for (const SketchCurve& axis : sketch.curves) {
        if (roles[axis.layer] != LayerRole::axis)
            continue;
        const SketchBox box = bounds(axis);
        Cluster* first = nullptr;
        for (Cluster& cluster : clusters) {
            if (cluster.curves.empty() || !cluster.box.meets(box))
                continue;
            if (first)
                merge(*first, cluster);
            else
                first = &cluster;
        }
    }
    tidy();
}

// Small things join the nearest drawing, or are dropped when there is none near.
void absorb_small(std::vector<Cluster>& clusters, double mm) {
    std::size_t most = 0;
    for (const Cluster& cluster : clusters)
        most = std::max(most, cluster.curves.size());
    const auto small = [&](const Cluster& c) {
        return c.curves.size() < std::min<std::size_t>(12, most) || std::max(c.box.width(), c.box.height()) * mm < 1000;
    };
    if (std::all_of(clusters.begin(), clusters.end(), small))
        return;
    for (Cluster& cluster : clusters) {
        if (cluster.curves.empty() || !small(cluster))
            continue;
        Cluster* nearest = nullptr;
        for (Cluster& other : clusters)
            if (!other.curves.empty() && !small(other) &&
                (!nearest || gap_between(cluster.box, other.box) < gap_between(cluster.box, nearest->box)))
                nearest = &other;
        if (nearest &&
            gap_between(cluster.box, nearest->box) < 0.25 * std::max(nearest->box.width(), nearest->box.height())) {
            // Its lines belong there; its place does not widen the drawing.
            nearest->curves.insert(nearest->curves.end(), cluster.curves.begin(), cluster.curves.end());
            nearest->built += cluster.built;
        }
        cluster = {};
    }
    std::erase_if(clusters, [](const Cluster& c) { return c.curves.empty(); });
}

} // namespace

double gap_between(const SketchBox& a, const SketchBox& b) {
    const double dx = std::max({0.0, a.low.x - b.high.x, b.low.x - a.high.x});
    const double dy = std::max({0.0, a.low.y - b.high.y, b.low.y - a.high.y});
    return std::hypot(dx, dy);
}

Clustering cluster_curves(const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    const double mm = sketch.unit.millimetres;
    std::vector<SketchBox> boxes;
    boxes.reserve(sketch.curves.size());
    for (const SketchCurve& curve : sketch.curves)
        boxes.push_back(bounds(curve));
    Clustering out;
    std::vector<SketchIndex> core;
    for (SketchIndex i = 0; i < sketch.curves.size(); ++i) {
        const LayerRole role = roles[sketch.curves[i].layer];
        const bool frame =
            within_frame_block(sketch.curves[i], sketch) ||
            (role == LayerRole::unknown && is_frame(sketch.curves[i], boxes[i], boxes, least_frame_mm / mm));
        (is_core(role) && !frame ? core : out.around).push_back(i);
    }
    if (core.empty())
        core.swap(out.around);
    out.clusters = clusters_by_gap(sketch, roles, core, cell_mm / mm);
    if (out.clusters.size() > most_parts) {
        std::stable_sort(out.clusters.begin(), out.clusters.end(),
                         [](const Cluster& a, const Cluster& b) { return a.curves.size() > b.curves.size(); });
        for (std::size_t i = most_parts; i < out.clusters.size(); ++i)
            out.around.insert(out.around.end(), out.clusters[i].curves.begin(), out.clusters[i].curves.end());
        out.clusters.resize(most_parts);
    }
    merge_parts(out.clusters, out.around, sketch, roles);
    absorb_small(out.clusters, mm);
    return out;
}

} // namespace riser
