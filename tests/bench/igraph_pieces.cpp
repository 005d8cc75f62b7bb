// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/igraph_pieces.h"

#include "model/base/result.h"

#include <igraph.h>

#include <algorithm>

namespace riser::bench {

namespace {

void done(igraph_error_t code) { ensure(code == IGRAPH_SUCCESS, "igraph fails at nothing asked of it here"); }

} // namespace

std::vector<std::uint32_t> igraph_pieces(const LinkNetwork& network, std::span<const NetLink> gone) {
    igraph_vector_int_t ends;
    done(igraph_vector_int_init(&ends, 0));
    done(igraph_vector_int_reserve(&ends, static_cast<igraph_integer_t>(2 * network.links.size())));
    for (std::size_t i = 0; i < network.links.size(); ++i)
        if (!std::binary_search(gone.begin(), gone.end(), static_cast<NetLink>(i))) {
            done(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(network.links[i].a)));
            done(igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(network.links[i].b)));
        }
    igraph_t graph;
    done(igraph_create(&graph, &ends, static_cast<igraph_integer_t>(network.nodes), IGRAPH_UNDIRECTED));
    igraph_vector_int_t membership;
    done(igraph_vector_int_init(&membership, 0));
    done(igraph_connected_components(&graph, &membership, nullptr, nullptr, IGRAPH_WEAK));
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < network.nodes; ++i)
        out.push_back(static_cast<std::uint32_t>(VECTOR(membership)[i]));
    igraph_vector_int_destroy(&membership);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&ends);
    return out;
}

} // namespace riser::bench
