// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for cheaper trees by many starts: trees grown over costs that are shaken, and trees grown where two good ones
// agree, each improved by local search; the best are kept. Deterministic for its seed. Can be continued any number of
// times.
#pragma once

#include "solvers/graph/steiner/incumbent.h"
#include "solvers/graph/steiner/local_search.h"

#include <random>

namespace riser::steiner {

class TreePool {
  public:
    TreePool(const Network& network, std::uint32_t seed, Effort& effort);
    void add(Tree tree);
    // Until the effort is over. True when the incumbent became cheaper.
    bool run(Incumbent& incumbent, Effort& effort);

  private:
    void shake(Cost strength);
    Tree crossed(const Tree& a, const Tree& b);
    Tree next_tree();
    Tree polished(Tree tree);
    const Tree& pick();
    std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(engine_() % below); }

    const Network* network_;
    Layout layout_;
    Layout shaken_; // the same with altered costs
    TreeBuilder builder_;
    LocalSearch search_;
    LocalSearch shaken_search_;
    std::mt19937 engine_;
    std::vector<Tree> best_; // the cheapest first
    std::vector<Cost> costs_;
    std::vector<std::uint8_t> votes_;
    std::uint64_t rounds_ = 0;
};

} // namespace riser::steiner
