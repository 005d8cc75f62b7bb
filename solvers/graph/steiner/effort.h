// SPDX-License-Identifier: GPL-3.0-or-later
// How much work may still be done, counted in arcs looked at, so that what a limit leaves out is the same each time;
// and whether somebody asked to stop. Loops spend as they go and end soon after over() says so.
#pragma once

#include "solvers/base/run.h"

#include <algorithm>
#include <cstdint>

namespace riser::steiner {

class Effort {
  public:
    Effort(const Run& run, std::uint64_t most_steps) : run_(&run), limit_(most_steps) {}

    void spend(std::uint64_t steps) { spent_ += steps; }
    std::uint64_t spent() const { return spent_; }
    bool stopped() const { return run_->stopped(); }
    bool over() const { return spent_ >= limit_ || stopped(); }

  private:
    friend class Slice;
    const Run* run_;
    std::uint64_t spent_ = 0;
    std::uint64_t limit_;
};

// Narrows the limit while it lives: a part of the work may take no more than `steps`.
class Slice {
  public:
    Slice(Effort& effort, std::uint64_t steps) : effort_(&effort), outer_(effort.limit_) {
        effort.limit_ = std::min(outer_, effort.spent_ + steps);
    }
    ~Slice() { effort_->limit_ = outer_; }
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

  private:
    Effort* effort_;
    std::uint64_t outer_;
};

} // namespace riser::steiner
