// SPDX-License-Identifier: GPL-3.0-or-later
// Vertices that a least tree does not branch at (Duin and Volgenant's NTD3 and NTD4): where joining any three or more
// of the neighbours by special distances is cheaper than through the vertex, it has at most two links in the tree, and
// links between its neighbours stand for it. Strictly cheaper, so that a special distance that leads through the vertex
// does no harm.
#include "solvers/graph/steiner/reductions.h"
#include "solvers/graph/steiner/special_distance.h"

#include <algorithm>
#include <bit>

namespace riser::steiner {

namespace {

constexpr int most_branches = 4;

struct Star {
    std::vector<int> links;
    std::vector<Vertex> ends;
    std::vector<Cost> weights;
    Cost between[most_branches][most_branches] = {};
    int size() const { return static_cast<int>(links.size()); }
};

Star star_at(const Network& network, Vertex v, const SpecialDistance& special, ShortSearch& search, Effort& effort) {
    constexpr int most_links = 60;
    Star star;
    star.links = network.links_at(v);
    for (const int id : star.links) {
        star.ends.push_back(network.link(id).other(v));
        star.weights.push_back(network.link(id).weight);
    }
    for (int i = 0; i < star.size(); ++i) {
        Cost limit = 0;
        for (int j = i + 1; j < star.size(); ++j)
            limit = std::max(limit, star.weights[i] + star.weights[j]);
        if (limit > 0)
            search.from(network, star.ends[i], limit, most_links, effort);
        for (int j = i + 1; j < star.size(); ++j)
            star.between[i][j] = star.between[j][i] =
                std::min(search.to(star.ends[j]), special.between(star.ends[i], star.ends[j]));
    }
    effort.spend(40);
    return star;
}

// Of the least tree over the ends chosen (Prim).
Cost span_cost(const Star& star, unsigned chosen) {
    unsigned inside = chosen & (~chosen + 1);
    Cost sum = 0;
    while (inside != chosen) {
        Cost least = unreachable;
        int nearest = -1;
        for (int i = 0; i < star.size(); ++i)
            for (int j = 0; j < star.size(); ++j)
                if ((inside >> i & 1) && (chosen >> j & 1) && !(inside >> j & 1) && star.between[i][j] < least) {
                    least = star.between[i][j];
                    nearest = j;
                }
        if (nearest < 0)
            return unreachable;
        sum += least;
        inside |= 1u << nearest;
    }
    return sum;
}

bool never_branches(const Star& star) {
    for (unsigned chosen = 0; chosen < 1u << star.size(); ++chosen) {
        if (std::popcount(chosen) < 3)
            continue;
        Cost through = 0;
        for (int i = 0; i < star.size(); ++i)
            if (chosen >> i & 1)
                through += star.weights[i];
        if (span_cost(star, chosen) >= through)
            return false;
    }
    return true;
}

// Links between the ends that are not longer than what there is already; false when that would make the network larger.
bool replace(Network& network, Vertex v, const Star& star) {
    std::vector<std::pair<int, int>> needed;
    for (int i = 0; i < star.size(); ++i)
        for (int j = i + 1; j < star.size(); ++j)
            if (star.between[i][j] >= star.weights[i] + star.weights[j])
                needed.emplace_back(i, j);
    if (static_cast<int>(needed.size()) > star.size())
        return false;
    for (const auto& [i, j] : needed)
        network.join(star.links[i], star.links[j]);
    network.remove_vertex(v);
    return true;
}

} // namespace

int reduce_branchings(Network& network, Effort& effort) {
    const SpecialDistance special(network, SpecialDistance::most_near, effort);
    ShortSearch search(network.size());
    int replaced = 0;
    for (Vertex v = 0; v < network.size() && !effort.over(); ++v) {
        if (network.is_terminal(v) || network.degree(v) < 3 || network.degree(v) > most_branches)
            continue;
        const Star star = star_at(network, v, special, search, effort);
        if (never_branches(star))
            replaced += replace(network, v, star);
    }
    return replaced;
}

} // namespace riser::steiner
