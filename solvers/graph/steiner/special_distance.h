// SPDX-License-Identifier: GPL-3.0-or-later
// Over how long a stretch without a terminal must one go at most, from one vertex to another (the special or bottleneck
// Steiner distance, Duin and Volgenant 1989)? A link that is longer is in no least tree. Computed as an upper bound: by
// the nearest terminals of both ends and the longest stretch between those, or by a short search without terminals. In
// weights.
#pragma once

#include "solvers/graph/steiner/effort.h"
#include "solvers/graph/steiner/layout.h"

#include <array>

namespace riser::steiner {

class SpecialDistance {
  public:
    static constexpr int most_near = 4;
    struct Near {
        std::int32_t terminal = -1; // vertex
        Cost distance = unreachable;
    };

    // O(near * links log vertices). Stays an upper bound while links are removed or joined for this distance's reasons,
    // for those raise no special distance.
    SpecialDistance(const Network& network, int near, Effort& effort);

    // By terminals only. O(near^2 log terminals).
    Cost between(Vertex u, Vertex v) const;
    std::span<const Near> nearest(Vertex v) const { return {near_[v].data(), static_cast<std::size_t>(wanted_)}; }
    // The longest stretch between two terminals over the tree of shortest stretches.
    Cost bottleneck(Vertex s, Vertex t) const;

  private:
    void find_nearest(const Network& network, Effort& effort);
    void span_terminals(const Network& network);

    int wanted_;
    std::vector<std::array<Near, most_near>> near_;
    std::vector<Vertex> leader_; // union by size without shortcuts: a way up is logarithmic
    std::vector<Cost> joined_at_;
};

// The plain distance between neighbours of a place, by searches that give up early.
class ShortSearch {
  public:
    explicit ShortSearch(Vertex vertices);
    // Distances from u below `limit` over at most `most_links` links looked at, until the next call. Upper bounds.
    void from(const Network& network, Vertex u, Cost limit, int most_links, Effort& effort);
    Cost to(Vertex v) const { return v < static_cast<Vertex>(distance_.size()) ? distance_[v] : unreachable; }

  private:
    VertexHeap heap_;
    std::vector<Cost> distance_;
    std::vector<Vertex> touched_;
};

} // namespace riser::steiner
