// SPDX-License-Identifier: GPL-3.0-or-later
// A network at rest: its live links in compressed rows, for the loops that only read. Costs are the true ones.
#pragma once

#include "solvers/graph/steiner/network.h"

#include <limits>
#include <span>

namespace riser::steiner {

constexpr Cost unreachable = std::numeric_limits<Cost>::max() / 4;

struct Layout {
    struct Arc {
        Vertex to;
        std::int32_t edge;
        std::int32_t twin; // the same edge in the row of `to`
        Cost cost;
    };

    Layout() = default;
    explicit Layout(const Network& network);

    Vertex size() const { return static_cast<Vertex>(first.size()) - 1; }
    int edge_count() const { return static_cast<int>(link_of.size()); }
    std::span<const Arc> row(Vertex v) const {
        return {arcs.data() + first[v], static_cast<std::size_t>(first[v + 1] - first[v])};
    }
    int degree(Vertex v) const { return first[v + 1] - first[v]; }

    std::vector<std::int32_t> first{0}; // vertices + 1
    std::vector<Arc> arcs;
    std::vector<std::int32_t> arc_of;   // by edge: one of its two arcs
    std::vector<int> link_of;           // by edge
    std::vector<std::uint8_t> terminal; // by vertex
    std::vector<Vertex> terminals;
};

// Vertices by distance, the nearest on top; equal distances by number, so that the order is always the same.
class VertexHeap {
  public:
    struct Entry {
        Cost distance;
        Vertex vertex;
        bool operator<(const Entry& other) const {
            return distance != other.distance ? distance < other.distance : vertex < other.vertex;
        }
    };
    bool empty() const { return entries_.empty(); }
    void clear() { entries_.clear(); }
    const Entry& top() const { return entries_.front(); }
    void push(Cost distance, Vertex vertex);
    Entry pop();

  private:
    std::vector<Entry> entries_;
};

} // namespace riser::steiner
