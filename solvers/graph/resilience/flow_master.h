// SPDX-License-Identifier: GPL-3.0-or-later
// The linear programme of concurrent_flow over the trees known so far: which share of which tree carries most, and what
// a link's capacity is worth then. By GLPK's simplex, which goes on from the last answer when trees are added.
#pragma once

#include "solvers/graph/resilience/flow_trees.h"

#include <memory>
#include <span>

namespace riser {

class FlowMaster {
  public:
    FlowMaster(std::span<const double> capacity, std::size_t sources);
    ~FlowMaster();

    void add(std::size_t source, FlowTree tree);
    // False: the simplex came to no answer, or was stopped.
    bool solve(const Run& run);

    // Of the last answer. `lambda` is what its shares really carry once they are scaled into the capacities.
    double lambda() const { return lambda_; }
    const std::vector<double>& load() const { return load_; }     // while lambda is carried
    const std::vector<double>& prices() const { return prices_; } // of links; not negative
    bool knows(std::size_t source, const FlowTree& tree) const;

  private:
    void read_shares();

    struct Programme;
    std::unique_ptr<Programme> programme_;
    std::vector<double> capacity_;
    std::vector<std::vector<FlowTree>> trees_; // of each source
    std::vector<std::pair<std::size_t, std::size_t>>
        column_; // source and which of its trees, from GLPK's second column
    double lambda_ = 0;
    std::vector<double> load_;
    std::vector<double> prices_;
};

} // namespace riser
