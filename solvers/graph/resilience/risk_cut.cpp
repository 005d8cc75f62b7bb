// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/risk_cut.h"

#include <algorithm>
#include <limits>

namespace riser {

namespace {

class CutSearch {
  public:
    CutSearch(const RiskArcs& arcs, const RiskTerminals& terminals, const RiskSearch& search, const Run& run)
        : arcs_(arcs),
          ends_(arcs.ends_of(terminals)),
          search_(search),
          run_(run),
          failed_(arcs.risks(), 0),
          price_(arcs.risks(), 1) {}

    RiskCut find() {
        branch(0);
        RiskCut out;
        out.cut = best_;
        out.outcome = outcome_ == Outcome::complete && !best_ ? Outcome::infeasible : outcome_;
        out.bound = best_ ? static_cast<std::uint32_t>(best_->size()) : arcs_.risks();
        if (open_ && *open_ < out.bound)
            out.bound = *open_;
        else if (best_)
            out.outcome = Outcome::complete;
        return out;
    }

  private:
    // Ways that share no risk that may still fail; nothing when one of them cannot be cut.
    std::optional<std::vector<RiskSet>> packed() const {
        std::vector<RiskSet> out;
        std::vector<std::uint8_t> barred = failed_;
        while (const auto way = arcs_.cheapest(ends_, barred, price_)) {
            RiskSet open;
            for (const NetRisk risk : arcs_.risks_of(ends_, *way))
                if (price_[at(risk)] > 0)
                    open.push_back(risk);
            if (open.empty())
                return std::nullopt;
            for (const NetRisk risk : open)
                barred[at(risk)] = 1;
            out.push_back(std::move(open));
        }
        return out;
    }

    void record() {
        best_.emplace();
        for (std::uint32_t risk = 0; risk < failed_.size(); ++risk)
            if (failed_[risk])
                best_->push_back(NetRisk{risk});
    }

    void branch(std::uint32_t lost) {
        if (best_ && lost >= best_->size())
            return;
        auto ways = packed();
        if (!ways)
            return;
        if (ways->empty())
            return record();
        const auto bound = lost + static_cast<std::uint32_t>(ways->size());
        if (best_ && bound >= best_->size())
            return;
        if (run_.stopped() || ++branches_ > search_.most_branches) {
            outcome_ = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
            open_ = std::min(open_.value_or(bound), bound);
            return;
        }
        RiskSet way = *std::ranges::min_element(*ways, {}, &RiskSet::size);
        std::ranges::stable_sort(way, std::greater<>{}, [&](NetRisk risk) { return arcs_.arcs_on(risk); });
        for (const NetRisk risk : way) {
            failed_[at(risk)] = 1;
            branch(lost + 1);
            failed_[at(risk)] = 0;
            price_[at(risk)] = 0; // holds from here on
        }
        for (const NetRisk risk : way)
            price_[at(risk)] = 1;
    }

    const RiskArcs& arcs_;
    const RiskArcs::Ends ends_;
    const RiskSearch& search_;
    const Run& run_;
    std::vector<std::uint8_t> failed_;
    std::vector<std::uint32_t> price_; // 0: holds
    std::optional<RiskSet> best_;
    std::optional<std::uint32_t> open_; // least bound of what was not looked into
    Outcome outcome_ = Outcome::complete;
    std::size_t branches_ = 0;
};

} // namespace

RiskCut smallest_risk_cut(const RiskArcs& network, const RiskTerminals& terminals, const RiskSearch& search,
                          const Run& run) {
    return CutSearch(network, terminals, search, run).find();
}

RiskSet single_risks(const RiskArcs& arcs, const RiskTerminals& terminals) {
    const RiskArcs::Ends ends = arcs.ends_of(terminals);
    std::vector<std::uint8_t> barred(arcs.risks(), 0);
    const std::vector<std::uint32_t> price(arcs.risks(), 1);
    const auto way = arcs.cheapest(ends, barred, price);
    if (!way)
        return {};
    RiskSet suspects = arcs.risks_of(ends, *way), out;
    while (!suspects.empty()) {
        const NetRisk risk = suspects.back();
        suspects.pop_back();
        barred[at(risk)] = 1;
        const auto other = arcs.cheapest(ends, barred, price);
        barred[at(risk)] = 0;
        if (!other) {
            out.push_back(risk);
            continue;
        }
        const RiskSet taken = arcs.risks_of(ends, *other);
        std::erase_if(suspects, [&](NetRisk r) { return !std::ranges::binary_search(taken, r); });
    }
    std::ranges::sort(out);
    return out;
}

} // namespace riser
