// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_pairs.h"

#include "solvers/failure/pair_classes.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t at_a_time = 1 << 15; // states

const TargetSet* lost_by(const StateLoss& loss, std::uint32_t group) {
    const auto at = std::lower_bound(loss.groups.begin(), loss.groups.end(), group,
                                     [](const auto& one, std::uint32_t key) { return one.first < key; });
    return at != loss.groups.end() && at->first == group ? &at->second : nullptr;
}

// What two states take together beyond what either does.
FailurePair beyond(const ReachNetwork& network, const StateLoss& a, const StateLoss& b, const StateLoss& both) {
    FailurePair out;
    for (const auto& [group, lost] : both.groups) {
        const ReachNetwork::Group& row = network.groups[group];
        TargetSet apart(network.targets.size());
        for (const StateLoss* one : {&a, &b})
            if (const TargetSet* by = lost_by(*one, group))
                apart.add(*by);
        if (lost != apart)
            (lost == row.asked ? out.dark : out.impaired) += static_cast<std::uint32_t>(row.jacks.size());
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
    const std::vector<StateLoss>& alone = classes.losses();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> asked;
    std::vector<FailureState> together;
    const auto look = [&] {
        const std::vector<StateLoss> losses = states.losses(together, run, threads);
        for (std::size_t i = 0; i < asked.size() && !run.stopped(); ++i) {
            FailurePair pair = beyond(network, alone[asked[i].first], alone[asked[i].second], losses[i]);
            pair.a = asked[i].first;
            pair.b = asked[i].second;
            if (pair.dark + pair.impaired > 0)
                out.pairs.push_back(pair);
        }
        out.looked_at += asked.size();
        asked.clear();
        together.clear();
    };
    std::vector<std::uint32_t> others;
    for (std::uint32_t a = 0; a < out.classes.size() && !run.stopped(); ++a) {
        run.report(static_cast<double>(a) / static_cast<double>(out.classes.size()), {"成对故障", "pairs of failures"});
        classes.others(a, others);
        for (const std::uint32_t b : others) {
            const ElementIndex pair[] = {out.classes[a].front(), out.classes[b].front()};
            asked.emplace_back(a, b);
            together.push_back(states.of(pair));
        }
        if (together.size() >= at_a_time)
            look();
    }
    look();
    if (run.stopped())
        out.outcome = Outcome::stopped;
    return out;
}

} // namespace riser
