// SPDX-License-Identifier: GPL-3.0-or-later
// How long work is watched and stopped: a Run carries a stop token and a progress callback, both optional. Solvers poll
// it at least every few milliseconds. Stopped with something usable is a result with Outcome::stopped, not an error.
#pragma once

#include "model/base/text.h"

#include <functional>
#include <stop_token>

namespace riser {

enum class Outcome { complete, stopped, limit_reached, infeasible };

struct Run {
    std::stop_token stop;
    // share in [0, 1] of the step named; called from the working thread, at most some hundred times.
    std::function<void(double share, const Text& step)> progress;

    bool stopped() const { return stop.stop_requested(); }
    void report(double share, const Text& step) const {
        if (progress)
            progress(share, step);
    }
};

} // namespace riser
