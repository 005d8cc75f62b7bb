// SPDX-License-Identifier: GPL-3.0-or-later
// Shortest paths by igraph, the peer of ours: an undirected graph with lengths, and Dijkstra from one vertex. Lengths
// are whole millimetres, which doubles hold exactly.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace riser::bench {

struct PeerEdge {
    std::size_t a = 0;
    std::size_t b = 0;
    std::int64_t length = 0;
};

class IgraphPaths {
  public:
    IgraphPaths(std::size_t vertices, std::span<const PeerEdge> edges);
    ~IgraphPaths();
    IgraphPaths(IgraphPaths&&) noexcept;
    IgraphPaths& operator=(IgraphPaths&&) = delete;

    // To every vertex; what is timed is this alone.
    void run(std::size_t source);
    // Of the last run; nothing when the vertex is not reached.
    std::optional<std::int64_t> distance(std::size_t vertex) const;

  private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace riser::bench
