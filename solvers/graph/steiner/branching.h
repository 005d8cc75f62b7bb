// SPDX-License-Identifier: GPL-3.0-or-later
// Finishes the proof: either a vertex is in the tree or it is not. Each case is a network of its own, reduced anew and
// bounded by ascents; cases whose bound is not below the best tree are done. The case of the least bound goes first, so
// that the bound of all rises; when the cases fill the memory allowed, the deepest goes first. Can be continued any
// number of times.
#pragma once

#include "solvers/graph/steiner/ascents.h"

namespace riser::steiner {

class Branching {
  public:
    Branching(Network root, Cost bound, Incumbent& incumbent);

    bool done() const { return open_.empty(); }
    Cost bound() const; // of the network given; the incumbent's cost when done
    void run(Effort& effort);

  private:
    struct Case {
        Network network;
        Cost bound;
        int depth;
        std::uint64_t number;
    };
    Case take();
    void put(Network network, Cost bound, int depth);
    static bool later(const Case& a, const Case& b);
    // Reduces the case and bounds it; false when nothing better can be in it.
    bool narrow(Case& one, Vertex& branch_at, Effort& effort);

    Incumbent* incumbent_;
    std::vector<Case> open_; // a heap by bound
    std::size_t bytes_ = 0;
    std::uint64_t cases_ = 0;
};

} // namespace riser::steiner
