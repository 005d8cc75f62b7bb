// SPDX-License-Identifier: GPL-3.0-or-later
// The moves of local search that take a tree apart and join its parts anew.
#include "solvers/graph/steiner/local_search.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace riser::steiner {

// What a tree falls into when key paths are taken out. Part 0 is what hangs above; part i below begins at keys[i - 1].
struct LocalSearch::Parts {
    const TreeShape* shape = nullptr;
    Vertex top = 0;           // topmost vertex taken out, or the only key when nothing is between
    std::vector<Vertex> keys; // by their place in the tree
    Cost cost = 0;            // of what was taken out
    int largest = 0;          // which is not grown: the others reach it

    int count() const { return static_cast<int>(keys.size()) + 1; }
    // -1: in none, taken out or not in the tree at all.
    int part_of(Vertex v) const {
        const std::int32_t place = shape->place(v);
        if (place < 0)
            return -1;
        if (place < shape->place(top) || place >= shape->end(top))
            return 0;
        const auto after = std::upper_bound(keys.begin(), keys.end(), place,
                                            [&](std::int32_t at, Vertex key) { return at < shape->place(key); });
        if (after == keys.begin())
            return -1;
        return place < shape->end(after[-1]) ? static_cast<int>(after - keys.begin()) : -1;
    }
    std::int32_t size_of(int part) const {
        if (part > 0)
            return shape->end(keys[part - 1]) - shape->place(keys[part - 1]);
        return static_cast<std::int32_t>(shape->order().size()) - (shape->end(top) - shape->place(top));
    }
    void find_largest() {
        for (int i = 1; i < count(); ++i)
            if (size_of(i) > size_of(largest))
                largest = i;
    }
    template<class Visit> void each_of(int part, Visit visit) const {
        const std::vector<Vertex>& order = shape->order();
        const Vertex from = part > 0 ? keys[part - 1] : top;
        if (part > 0) {
            for (std::int32_t i = shape->place(from); i < shape->end(from); ++i)
                visit(order[i]);
            return;
        }
        for (std::int32_t i = 0; i < shape->place(from); ++i)
            visit(order[i]);
        for (std::int32_t i = shape->end(from); i < static_cast<std::int32_t>(order.size()); ++i)
            visit(order[i]);
    }
};

bool LocalSearch::move_keys() {
    bool any = false;
    const std::vector<Vertex> order(shape_.order().rbegin(), shape_.order().rend());
    for (const Vertex v : order) {
        if (effort_->over())
            return any;
        if (!shape_.has(v) || v == shape_.root() || !shape_.is_key(v))
            continue;
        if (exchange_path(v))
            any = true;
        else if (!layout_->terminal[v] && leave_out(v))
            any = true;
    }
    return any;
}

bool LocalSearch::exchange_path(Vertex key) {
    const TreeShape::Path path = shape_.path_above(key);
    if (path.cost == 0 || path.cost == kept_path_[key])
        return false;
    Parts parts{.shape = &shape_, .top = path.top, .keys = {key}, .cost = path.cost};
    parts.find_largest();
    const bool joined = join_parts(parts);
    kept_path_[key] = joined ? -1 : path.cost;
    return joined;
}

bool LocalSearch::leave_out(Vertex key) {
    const TreeShape::Path path = shape_.path_above(key);
    Parts parts{.shape = &shape_, .top = path.top, .keys = {}, .cost = path.cost};
    for (std::int32_t i = shape_.place(key) + 1; i < shape_.end(key); i = shape_.end(shape_.order()[i])) {
        const Vertex below = shape_.key_below(shape_.order()[i]);
        parts.keys.push_back(below);
        parts.cost += shape_.path_above(below).cost;
    }
    if (parts.cost == kept_key_[key])
        return false;
    parts.find_largest();
    const bool joined = join_parts(parts);
    kept_key_[key] = joined ? -1 : parts.cost;
    return joined;
}

void LocalSearch::offer_bridge(const Bridge& bridge) {
    bridges_.push_back(bridge);
    std::push_heap(bridges_.begin(), bridges_.end(), std::greater<>());
}

void LocalSearch::relax(const Parts& parts, Vertex from, Cost distance, Cost limit) {
    effort_->spend(static_cast<std::uint64_t>(layout_->degree(from)));
    const int part = part_[from];
    for (const Layout::Arc& arc : layout_->row(from)) {
        const Cost next = distance + arc.cost;
        if (next >= limit)
            continue;
        const int there = parts.part_of(arc.to);
        if (there == part)
            continue;
        if (there >= 0) {
            offer_bridge({next, arc.edge, from, arc.to, part, there});
        } else if (settled_[arc.to]) {
            if (part_[arc.to] != part && next + distance_[arc.to] < limit)
                offer_bridge({next + distance_[arc.to], arc.edge, from, arc.to, part, part_[arc.to]});
        } else if (next < distance_[arc.to]) {
            if (distance_[arc.to] == unreachable)
                touched_.push_back(arc.to);
            distance_[arc.to] = next;
            back_[arc.to] = arc.twin;
            part_[arc.to] = part;
            heap_.push(next, arc.to);
        }
    }
}

// All parts but the largest grow at one pace. What they reach at a distance is joined there: then no cheaper bridge can
// come, and the bridges still missing cost at least as much each, which ends most searches early. The edges of the
// bridges; nothing when they cost as much as what was taken out.
std::vector<std::int32_t> LocalSearch::bridge(const Parts& parts) {
    std::vector<int> leader(static_cast<std::size_t>(parts.count()));
    std::iota(leader.begin(), leader.end(), 0);
    std::vector<std::int32_t> ways;
    Cost room = parts.cost; // what the bridges still missing may cost, and not all of it
    int missing = parts.count() - 1;
    for (int part = 0; part < parts.count(); ++part)
        if (part != parts.largest)
            parts.each_of(part, [&](Vertex v) {
                part_[v] = part;
                relax(parts, v, 0, room);
            });
    while (missing > 0) {
        if (!bridges_.empty() && (heap_.empty() || bridges_.front().cost <= heap_.top().distance)) {
            std::pop_heap(bridges_.begin(), bridges_.end(), std::greater<>());
            const Bridge found = bridges_.back();
            bridges_.pop_back();
            const int a = leader[found.a];
            const int b = leader[found.b];
            if (a == b)
                continue;
            room -= found.cost;
            if (room <= 0)
                return {};
            std::replace(leader.begin(), leader.end(), a, b);
            ways.push_back(found.edge);
            collect_way(found.from, ways);
            collect_way(found.to, ways);
            --missing;
        } else {
            if (heap_.empty() || heap_.top().distance * missing >= room)
                return {};
            const auto [distance, v] = heap_.pop();
            if (settled_[v] || distance != distance_[v])
                continue;
            settled_[v] = 1;
            relax(parts, v, distance, room - distance * (missing - 1));
        }
    }
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    return ways;
}

void LocalSearch::collect_way(Vertex v, std::vector<std::int32_t>& edges) const {
    for (; back_[v] >= 0; v = layout_->arcs[back_[v]].to)
        edges.push_back(layout_->arcs[back_[v]].edge);
}

// Joins the parts by the cheapest bridges; done when that is cheaper than what was taken out.
bool LocalSearch::join_parts(const Parts& parts) {
    const std::vector<std::int32_t> ways = bridge(parts);
    for (const Vertex v : touched_) {
        distance_[v] = unreachable;
        settled_[v] = 0;
        back_[v] = -1;
        part_[v] = -1;
    }
    touched_.clear();
    heap_.clear();
    bridges_.clear();
    if (ways.empty())
        return false;
    std::vector<std::int32_t> edges = ways;
    for (const Vertex v : shape_.order())
        if (v != shape_.root() && parts.part_of(v) >= 0 && parts.part_of(v) == parts.part_of(shape_.above(v)))
            edges.push_back(shape_.edge_above(v));
    shape_.hang(edges);
    return true;
}

} // namespace riser::steiner
