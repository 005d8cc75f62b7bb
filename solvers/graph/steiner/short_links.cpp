// SPDX-License-Identifier: GPL-3.0-or-later
// Links that every least tree holds (nearest vertex and short links, after Polzin and Daneshmand 2001). Both compare
// with what else could join a terminal's surroundings to the rest, and ask for strictly more.
#include "solvers/graph/steiner/reductions.h"
#include "solvers/graph/steiner/special_distance.h"

namespace riser::steiner {

namespace {

struct Border { // the two shortest links that leave a terminal or the region nearest to it
    int first = -1;
    Cost least = unreachable;
    Cost second = unreachable;

    void offer(int id, Cost weight) {
        if (weight < least) {
            second = least;
            least = weight;
            first = id;
        } else if (weight < second) {
            second = weight;
        }
    }
};

// From terminal t by its shortest link to a vertex near another terminal.
bool leads_to_terminal(const Network& network, const SpecialDistance& special, Vertex t, const Border& links) {
    const Vertex v = network.link(links.first).other(t);
    for (const SpecialDistance::Near& near : special.nearest(v))
        if (near.terminal >= 0 && near.terminal != t)
            return links.least + near.distance < links.second;
    return false;
}

// From the region of a terminal by its shortest border link to another region's terminal.
bool leads_to_region(const Network& network, const SpecialDistance& special, const Border& border) {
    const Link& link = network.link(border.first);
    return special.nearest(link.a)[0].distance + link.weight + special.nearest(link.b)[0].distance < border.second;
}

std::vector<Border> borders_of_regions(const Network& network, const SpecialDistance& special) {
    std::vector<Border> out(static_cast<std::size_t>(network.size()));
    for (int id = 0; id < network.link_slots(); ++id) {
        const Link& link = network.link(id);
        if (!link.alive())
            continue;
        const Vertex a = special.nearest(link.a)[0].terminal;
        const Vertex b = special.nearest(link.b)[0].terminal;
        if (a < 0 || b < 0 || a == b)
            continue;
        out[a].offer(id, link.weight);
        out[b].offer(id, link.weight);
    }
    return out;
}

} // namespace

int contract_short_links(Network& network, Effort& effort) {
    const SpecialDistance special(network, 2, effort);
    if (effort.over())
        return 0; // the nearest terminals may not be known everywhere
    const std::vector<Border> regions = borders_of_regions(network, special);
    std::vector<int> found;
    for (Vertex t = 0; t < network.size(); ++t) {
        if (!network.is_terminal(t) || network.terminal_count() < 2)
            continue;
        Border links;
        network.each(t, [&](int id) { links.offer(id, network.link(id).weight); });
        effort.spend(static_cast<std::uint64_t>(network.degree(t)));
        if (links.first >= 0 && leads_to_terminal(network, special, t, links))
            found.push_back(links.first);
        if (regions[t].first >= 0 && leads_to_region(network, special, regions[t]))
            found.push_back(regions[t].first);
    }
    int contracted = 0;
    for (const int id : found)
        if (network.link(id).alive() && network.terminal_count() > 1) {
            network.contract(id);
            ++contracted;
        }
    return contracted;
}

} // namespace riser::steiner
