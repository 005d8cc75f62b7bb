// SPDX-License-Identifier: GPL-3.0-or-later
// Betters the bound of a dual ascent by small steps: all that was raised over one arc is lowered again, and the
// terminals climb anew in another order; kept unless the bound fell. Where cuts compete for an arc, another division of
// its cost is often worth more. Deterministic. Can be continued any number of times.
#pragma once

#include "solvers/graph/steiner/climb.h"

namespace riser::steiner {

class CutExchange {
  public:
    CutExchange(const Layout& layout, Vertex root, Effort& effort);
    CutExchange(const CutExchange&) = delete; // the climb writes to the ascent here
    CutExchange& operator=(const CutExchange&) = delete;

    const Ascent& ascent() const { return ascent_; }
    // Until the effort is over, the bound is `enough`, or the memory allowed is full.
    void run(Effort& effort, Cost enough);

  private:
    bool step(Effort& effort, Cost enough);
    std::vector<std::pair<std::int32_t, Cost>> lower_over(std::int32_t arc);
    void file_from(std::size_t first);

    Ascent ascent_;
    Climb climb_;
    std::mt19937 engine_{1};
    std::vector<Cut> cuts_;                       // with nothing raised: done away with
    std::vector<std::vector<std::int32_t>> over_; // by arc position: the cuts that it is in
    std::vector<Cost> before_;
    std::size_t filed_ = 0;
};

} // namespace riser::steiner
