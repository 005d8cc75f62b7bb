// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/cut_exchange.h"

namespace riser::steiner {

namespace {
constexpr std::size_t most_filed = 30'000'000; // arcs in cuts: some 240 MB with their files
constexpr int most_idle = 1'000'000;           // steps that found nothing to lower
} // namespace

CutExchange::CutExchange(const Layout& layout, Vertex root, Effort& effort)
    : ascent_{.root = root, .bound = 0, .complete = false, .reduced = {}},
      climb_(layout, ascent_, {}),
      over_(layout.arcs.size()) {
    climb_.record(cuts_);
    climb_.run(effort, unreachable);
    climb_.shuffle(engine_);
    file_from(0);
}

void CutExchange::run(Effort& effort, Cost enough) {
    int idle = 0;
    while (!effort.over() && ascent_.complete && ascent_.bound < enough && !cuts_.empty() && filed_ < most_filed &&
           idle < most_idle)
        idle = step(effort, enough) ? 0 : idle + 1;
}

bool CutExchange::step(Effort& effort, Cost enough) {
    const std::size_t known = cuts_.size();
    const Cut& picked = cuts_[engine_() % known];
    effort.spend(1);
    if (picked.raised == 0)
        return false;
    before_ = ascent_.reduced;
    effort.spend(before_.size() / 8);
    const Cost bound = ascent_.bound;
    const auto lowered = lower_over(picked.arcs[engine_() % picked.arcs.size()]);
    climb_.run(effort, enough);
    if (ascent_.complete && ascent_.bound >= bound) {
        for (const auto& [cut, raised] : lowered)
            cuts_[cut].arcs = {};
        file_from(known);
        return true;
    }
    ascent_.bound = bound;
    ascent_.reduced.swap(before_);
    ascent_.complete = true;
    cuts_.resize(known);
    for (const auto& [cut, raised] : lowered)
        cuts_[cut].raised = raised;
    return true;
}

// The cuts over the arc and what was raised there; their files are kept for the case that the step is taken back.
std::vector<std::pair<std::int32_t, Cost>> CutExchange::lower_over(std::int32_t arc) {
    std::erase_if(over_[arc], [&](std::int32_t cut) { return cuts_[cut].raised == 0; });
    std::vector<std::pair<std::int32_t, Cost>> lowered;
    for (const std::int32_t cut : over_[arc]) {
        lowered.emplace_back(cut, cuts_[cut].raised);
        ascent_.bound -= cuts_[cut].raised;
        for (const std::int32_t p : cuts_[cut].arcs)
            ascent_.reduced[p] += cuts_[cut].raised;
        cuts_[cut].raised = 0;
    }
    return lowered;
}

void CutExchange::file_from(std::size_t first) {
    for (std::size_t i = first; i < cuts_.size(); ++i) {
        filed_ += cuts_[i].arcs.size();
        for (const std::int32_t p : cuts_[i].arcs)
            over_[p].push_back(static_cast<std::int32_t>(i));
    }
}

} // namespace riser::steiner
