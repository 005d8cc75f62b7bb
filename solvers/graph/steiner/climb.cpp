// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/climb.h"

#include <algorithm>

namespace riser::steiner {

Climb::Climb(const Layout& layout, Ascent& ascent, const AscentOptions& options)
    : layout_(layout),
      out_(ascent),
      active_(static_cast<std::size_t>(layout.size()), 0),
      seen_(static_cast<std::size_t>(layout.size()), 0) {
    out_.bound = 0;
    out_.reduced.clear();
    out_.reduced.reserve(layout.arcs.size());
    for (const Layout::Arc& arc : layout.arcs)
        out_.reduced.push_back(arc.cost);
    if (options.guide != nullptr && options.guide->found())
        follow(*options.guide);
}

// Hangs the guide from the root: who is above, and who below in linked lists.
void Climb::follow(const Tree& guide) {
    const auto n = static_cast<std::size_t>(layout_.size());
    std::vector<std::vector<Vertex>> near(n);
    for (const std::int32_t edge : guide.edges) {
        const Layout::Arc& arc = layout_.arcs[layout_.arc_of[edge]];
        const Vertex tail = layout_.arcs[arc.twin].to;
        near[arc.to].push_back(tail);
        near[tail].push_back(arc.to);
    }
    above_.assign(n, -1);
    below_.assign(n, -1);
    next_.assign(n, -1);
    std::vector<Vertex> open{out_.root};
    while (!open.empty()) {
        const Vertex v = open.back();
        open.pop_back();
        for (const Vertex u : near[v])
            if (u != above_[v]) {
                above_[u] = v;
                next_[u] = below_[v];
                below_[v] = u;
                open.push_back(u);
            }
    }
}

void Climb::run(Effort& effort, Cost enough) {
    turns_.clear();
    out_.complete = false;
    for (const Vertex t : layout_.terminals)
        if (t != out_.root) {
            active_[t] = 1;
            turns_.push(weighed(layout_.degree(t)), t);
        }
    while (!turns_.empty() && out_.bound < enough) {
        if (effort.over())
            return;
        take_turn(turns_.pop(), effort, enough);
    }
    out_.complete = true;
}

// The terminal goes on as long as its turn is about as good as that of the next.
void Climb::take_turn(VertexHeap::Entry turn, Effort& effort, Cost enough) {
    ++stamp_;
    set_.clear();
    checked_ = 0;
    entrances_ = 1;
    led_in_ = 0;
    served_ = false;
    include(turn.vertex);
    grow(effort);
    while (!served_) {
        const Cost next = turns_.empty() ? unreachable : turns_.top().distance;
        const Cost mine = weighed(entrances_ * std::max(led_in_, Cost{1}));
        if (mine > next + next / 4 || out_.bound >= enough || effort.over())
            return turns_.push(mine, turn.vertex);
        raise(effort);
        grow(effort);
    }
    active_[turn.vertex] = 0;
}

void Climb::include(Vertex v) {
    seen_[v] = stamp_;
    set_.push_back(v);
    entrances_ += layout_.degree(v) - 1;
    if (above_.empty() || above_[v] < 0)
        return;
    led_in_ += seen_[above_[v]] != stamp_;
    for (Vertex u = below_[v]; u >= 0; u = next_[u])
        led_in_ -= seen_[u] == stamp_;
}

// v reaches the set for nothing. Served: by the root, or by a terminal that has turns of its own.
void Climb::reach_from(Vertex v) {
    if (seen_[v] == stamp_)
        return;
    if (v == out_.root || active_[v])
        served_ = true;
    else
        include(v);
}

void Climb::grow(Effort& effort) {
    while (checked_ < set_.size() && !served_) {
        const Vertex v = set_[checked_++];
        effort.spend(static_cast<std::uint64_t>(layout_.degree(v)));
        for (std::int32_t p = layout_.first[v]; p < layout_.first[v + 1]; ++p)
            if (out_.reduced[p] == 0)
                reach_from(layout_.arcs[p].to);
    }
}

// Lowers all entrances of the set by the least of them. Without any, no tree is possible.
void Climb::raise(Effort& effort) {
    entering_.clear();
    Cost least = unreachable;
    for (const Vertex v : set_)
        for (std::int32_t p = layout_.first[v]; p < layout_.first[v + 1]; ++p)
            if (seen_[layout_.arcs[p].to] != stamp_) {
                entering_.push_back(p);
                least = std::min(least, out_.reduced[p]);
            }
    effort.spend(static_cast<std::uint64_t>(entrances_));
    if (entering_.empty()) {
        out_.bound = unreachable;
        return;
    }
    out_.bound += least;
    if (raised_ != nullptr)
        raised_->push_back({entering_, least});
    for (const std::int32_t p : entering_)
        if ((out_.reduced[p] -= least) == 0)
            reach_from(layout_.arcs[p].to);
}

} // namespace riser::steiner
