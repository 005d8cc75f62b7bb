// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/igraph_paths.h"

#include "model/base/result.h"

#include <igraph.h>

#include <cmath>

namespace riser::bench {

struct IgraphPaths::Held {
    igraph_t graph;
    igraph_vector_t lengths;
    igraph_matrix_t distances;
};

namespace {

void done(igraph_error_t code) { ensure(code == IGRAPH_SUCCESS, "igraph fails at nothing asked of it here"); }

igraph_integer_t whole(std::size_t n) { return static_cast<igraph_integer_t>(n); }

} // namespace

IgraphPaths::IgraphPaths(std::size_t vertices, std::span<const PeerEdge> edges) : held_(std::make_unique<Held>()) {
    igraph_vector_int_t ends;
    done(igraph_vector_int_init(&ends, whole(edges.size() * 2)));
    done(igraph_vector_init(&held_->lengths, whole(edges.size())));
    for (std::size_t i = 0; i < edges.size(); ++i) {
        VECTOR(ends)[2 * i] = whole(edges[i].a);
        VECTOR(ends)[2 * i + 1] = whole(edges[i].b);
        VECTOR(held_->lengths)[i] = static_cast<double>(edges[i].length);
    }
    done(igraph_create(&held_->graph, &ends, whole(vertices), IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    done(igraph_matrix_init(&held_->distances, 0, 0));
}

IgraphPaths::~IgraphPaths() {
    if (!held_)
        return;
    igraph_matrix_destroy(&held_->distances);
    igraph_vector_destroy(&held_->lengths);
    igraph_destroy(&held_->graph);
}

IgraphPaths::IgraphPaths(IgraphPaths&&) noexcept = default;

void IgraphPaths::run(std::size_t source) {
    done(igraph_distances_dijkstra(&held_->graph, &held_->distances, igraph_vss_1(whole(source)), igraph_vss_all(),
                                   &held_->lengths, IGRAPH_ALL));
}

std::optional<std::int64_t> IgraphPaths::distance(std::size_t vertex) const {
    const double found = MATRIX(held_->distances, 0, vertex);
    return std::isfinite(found) ? std::optional(std::llround(found)) : std::nullopt;
}

} // namespace riser::bench
