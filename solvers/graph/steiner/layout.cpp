// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/layout.h"

#include <algorithm>

namespace riser::steiner {

Layout::Layout(const Network& network) {
    const Vertex n = network.size();
    first.assign(static_cast<std::size_t>(n) + 1, 0);
    terminal.assign(static_cast<std::size_t>(n), 0);
    for (Vertex v = 0; v < n; ++v) {
        first[v + 1] = first[v] + network.degree(v);
        if (network.is_terminal(v)) {
            terminal[v] = 1;
            terminals.push_back(v);
        }
    }
    arcs.resize(static_cast<std::size_t>(first[n]));
    std::vector<std::int32_t> next(first.begin(), first.end() - 1);
    for (int id = 0; id < network.link_slots(); ++id) {
        const Link& link = network.link(id);
        if (!link.alive())
            continue;
        const auto edge = static_cast<std::int32_t>(link_of.size());
        const std::int32_t p = next[link.a]++;
        const std::int32_t q = next[link.b]++;
        arcs[p] = {.to = link.b, .edge = edge, .twin = q, .cost = network.cost(id)};
        arcs[q] = {.to = link.a, .edge = edge, .twin = p, .cost = network.cost(id)};
        link_of.push_back(id);
        arc_of.push_back(p);
    }
}

void VertexHeap::push(Cost distance, Vertex vertex) {
    // A heap of four children: fewer levels than two, and the children share a cache line.
    std::size_t hole = entries_.size();
    const Entry entry{distance, vertex};
    entries_.push_back(entry);
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / 4;
        if (!(entry < entries_[parent]))
            break;
        entries_[hole] = entries_[parent];
        hole = parent;
    }
    entries_[hole] = entry;
}

VertexHeap::Entry VertexHeap::pop() {
    const Entry out = entries_.front();
    const Entry moved = entries_.back();
    entries_.pop_back();
    const std::size_t count = entries_.size();
    if (count == 0)
        return out;
    std::size_t hole = 0;
    for (std::size_t child = 1; child < count; child = 4 * hole + 1) {
        const std::size_t end = std::min(child + 4, count);
        std::size_t least = child;
        for (std::size_t i = child + 1; i < end; ++i)
            if (entries_[i] < entries_[least])
                least = i;
        if (!(entries_[least] < moved))
            break;
        entries_[hole] = entries_[least];
        hole = least;
    }
    entries_[hole] = moved;
    return out;
}

} // namespace riser::steiner
