// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_pairs.h"

#include "solvers/failure/pair_sweep.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace riser {

namespace {

const Text step{"成对故障", "pairs of failures"};

// Each pair to be looked at once, by the class that takes more of the two: the network is made anew without that one.
std::vector<std::vector<std::uint32_t>> by_first(const PairClasses& classes) {
    std::vector<std::vector<std::uint32_t>> out(classes.elements().size());
    std::vector<std::uint32_t> others;
    for (std::uint32_t a = 0; a < out.size(); ++a) {
        classes.others(a, others);
        for (const std::uint32_t b : others)
            if (classes.weight(b) > classes.weight(a))
                out[b].push_back(a);
            else
                out[a].push_back(b);
    }
    return out;
}

} // namespace

std::uint64_t FailurePairs::element_pairs() const {
    std::uint64_t out = 0;
    for (const FailurePair& pair : pairs)
        out += std::uint64_t{classes[pair.a].size()} * classes[pair.b].size();
    return out;
}

FailurePairs failure_pairs(const FailureModel& model, const ReachNetwork& network, const Run& run, unsigned threads) {
    FailurePairs out;
    FailureStates states(model, network);
    const PairClasses classes(model, network, states, threads);
    out.classes = classes.elements();
    const std::vector<std::vector<std::uint32_t>> others = by_first(classes);
    const unsigned workers = std::max(1U, threads);
    std::vector<std::vector<FailurePair>> found(workers);
    std::atomic<std::size_t> turn{0}, looked_at{0};
    const auto work = [&](unsigned worker) {
        PairSweep sweep(model, network, classes);
        std::size_t told = 0;
        for (std::size_t i = turn++; i < others.size() && !run.stopped(); i = turn++) {
            if (others[i].empty())
                continue;
            sweep.pairs_of(static_cast<std::uint32_t>(i), others[i], run, found[worker]);
            looked_at += others[i].size();
            if (const std::size_t done = 100 * i / others.size(); worker == 0 && done > told)
                run.report(static_cast<double>(told = done) / 100, step);
        }
    };
    {
        std::vector<std::jthread> more;
        for (unsigned worker = 1; worker < workers; ++worker)
            more.emplace_back(work, worker);
        work(0);
    }
    for (const std::vector<FailurePair>& some : found)
        out.pairs.insert(out.pairs.end(), some.begin(), some.end());
    std::sort(out.pairs.begin(), out.pairs.end());
    out.looked_at = looked_at;
    if (run.stopped())
        out.outcome = Outcome::stopped;
    return out;
}

} // namespace riser
