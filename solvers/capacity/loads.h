// SPDX-License-Identifier: GPL-3.0-or-later
// The load of every link and device, normally and the worst of it after each failure: a failure's is the normal one
// with what it changes.
#pragma once

#include "solvers/base/run.h"
#include "solvers/capacity/load_model.h"

namespace riser {

// By flow number (LoadIndex) or by failure.
struct FlowLoads {
    Outcome outcome = Outcome::complete; // stopped: some failures are not reckoned
    std::vector<double> normal;
    std::vector<double> people;          // the part that grows with people: at desks and over the air
    std::vector<double> worst;           // at least the normal one
    std::vector<std::uint32_t> worst_in; // failure; `nothing`: no failure makes it more
    // How many times the people fit, normally and after each failure; infinite: people are not what fills it.
    std::vector<double> room;
    std::vector<std::uint32_t> room_in; // failure that leaves least; `nothing`: normally
    std::vector<double> lost;           // by failure, beyond what is not carried normally
    double asked = 0;
    double carried = 0;
    std::size_t profiles_again = 0;   // planned again over all failures
    std::size_t profiles_changed = 0; // of which a part only was
};

struct SweepOptions {
    unsigned threads = 0; // 0: as many as there are cores
};

// O(demands) and, for each failure, the legs in the segments that it touches and the demands of which it parts one.
// Failures that lose the same are reckoned once.
FlowLoads loads_of(const LoadModel& model, std::span<const LostLinks> failures, const SweepOptions& options = {},
                   const Run& run = {});

// Everything from the beginning in one state; by flow number. What `loads_of` is held against.
std::vector<double> loads_in(const LoadModel& model, const LoadState& state);

} // namespace riser
