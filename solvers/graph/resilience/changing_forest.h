// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs together in each of many states of a network, in which other links are gone: offline dynamic connectivity.
// States are halved again and again; a link joins as soon as it is there in all states of a part, and a forest of
// unions that can be undone (by size, no compression) is wound back behind it (Buchholz, Kiefer, Wagner 2018 and older
// lore). What depends on several things at once (a link on a shaft and on a feed) costs one entry each time it is gone:
// groups need no vertices. O((links + gone links in all) log states log nodes).
#pragma once

#include "solvers/graph/resilience/link_network.h"

#include <functional>
#include <span>

namespace riser {

// Pieces of a network as it is now.
class Pieces {
  public:
    explicit Pieces(std::uint32_t nodes);
    NetNode piece_of(NetNode node) const; // one of its nodes; O(log nodes)
    bool together(NetNode a, NetNode b) const { return piece_of(a) == piece_of(b); }
    std::uint32_t size_of(NetNode node) const { return size_[at(piece_of(node))]; }
    // Each node of a node's piece; O(size).
    template<class Visit> void each_in_piece(NetNode node, Visit visit) const {
        NetNode here = node;
        do {
            visit(here);
            here = next_[at(here)];
        } while (here != node);
    }

    void join(NetNode a, NetNode b);
    std::size_t joins() const { return joined_.size(); }
    void undo(std::size_t joins); // back to as many as there were

  private:
    std::vector<NetNode> up_, next_; // next_: round each piece
    std::vector<std::uint32_t> size_;
    std::vector<NetNode> joined_; // roots that went under others
};

// Of each state, the links that are gone: each once, in any order; a node is gone when its links are. What it looks at
// must outlive it.
using GoneLinks = std::vector<std::span<const NetLink>>;

// Visits the states from `first` to before `last` in order; false from the visitor ends it. `never`: links that are
// gone in all of them, and in no list of `gone`.
void visit_states(const LinkNetwork& network, const GoneLinks& gone, std::size_t first, std::size_t last,
                  const std::function<bool(std::size_t state, const Pieces& pieces)>& visit,
                  std::span<const NetLink> never = {});

} // namespace riser
