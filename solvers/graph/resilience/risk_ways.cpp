// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/risk_ways.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::uint32_t contested_price = 1'000;

// Whether there are `count` ways that share nothing.
class WaysSearch {
  public:
    WaysSearch(const RiskArcs& arcs, const RiskArcs::Ends& ends, std::uint32_t count, const RiskSearch& search,
               const Run& run, std::size_t& branches)
        : arcs_(arcs),
          ends_(ends),
          search_(search),
          run_(run),
          branches_(branches),
          forbidden_(count, std::vector<std::uint8_t>(arcs.risks(), 0)) {}

    std::optional<std::vector<RiskArcs::Way>> find() {
        branch();
        return found_;
    }
    Outcome outcome() const { return outcome_; }

  private:
    bool any_may_take(const RiskArcs::Arc& arc) const {
        return std::ranges::any_of(forbidden_, [&](const std::vector<std::uint8_t>& barred) {
            return std::ranges::none_of(arc.risks,
                                        [&](NetRisk risk) { return barred[at(risk)] && !ends_.sure[at(risk)]; });
        });
    }

    // Each way by itself, avoiding what those before it took where it can.
    std::optional<std::vector<RiskArcs::Way>> each() const {
        std::vector<RiskArcs::Way> out;
        std::vector<std::uint32_t> price(arcs_.risks(), 1);
        for (const auto& barred : forbidden_) {
            auto way = arcs_.cheapest(ends_, barred, price);
            if (!way)
                return std::nullopt;
            for (const NetRisk risk : arcs_.risks_of(ends_, *way))
                price[at(risk)] = contested_price;
            out.push_back(std::move(*way));
        }
        return out;
    }

    // The risk that most of the ways take.
    std::optional<NetRisk> contested(const std::vector<RiskArcs::Way>& ways) const {
        std::vector<std::uint32_t> takers(arcs_.risks(), 0);
        for (const RiskArcs::Way& way : ways)
            for (const NetRisk risk : arcs_.risks_of(ends_, way))
                ++takers[at(risk)];
        const auto most = std::ranges::max_element(takers);
        if (most == takers.end() || *most < 2)
            return std::nullopt;
        return NetRisk{static_cast<std::uint32_t>(most - takers.begin())};
    }

    void branch() {
        if (run_.stopped() || ++branches_ > search_.most_branches) {
            outcome_ = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
            return;
        }
        const auto count = static_cast<std::uint32_t>(forbidden_.size());
        if (arcs_.flow(
                ends_, [&](const RiskArcs::Arc& arc) { return any_may_take(arc); }, count) < count)
            return;
        auto ways = each();
        if (!ways)
            return;
        const auto risk = contested(*ways);
        if (!risk) {
            found_ = std::move(ways);
            return;
        }
        for (std::uint32_t owner = 0; owner < count && !found_; ++owner)
            if (!like_one_before(owner) && !forbidden_[owner][at(*risk)])
                leave_to(owner, *risk);
    }

    // Ways of which the same is forbidden may change places.
    bool like_one_before(std::uint32_t owner) const {
        return std::find(forbidden_.begin(), forbidden_.begin() + owner, forbidden_[owner]) !=
               forbidden_.begin() + owner;
    }

    void leave_to(std::uint32_t owner, NetRisk risk) {
        std::vector<std::uint32_t> changed;
        for (std::uint32_t way = 0; way < forbidden_.size(); ++way)
            if (way != owner && !forbidden_[way][at(risk)]) {
                forbidden_[way][at(risk)] = 1;
                changed.push_back(way);
            }
        branch();
        for (const std::uint32_t way : changed)
            forbidden_[way][at(risk)] = 0;
    }

    const RiskArcs& arcs_;
    const RiskArcs::Ends& ends_;
    const RiskSearch& search_;
    const Run& run_;
    std::size_t& branches_;
    std::vector<std::vector<std::uint8_t>> forbidden_; // by way, risk
    std::optional<std::vector<RiskArcs::Way>> found_;
    Outcome outcome_ = Outcome::complete;
};

RiskWay told(const RiskArcs& arcs, const RiskArcs::Ends& ends, const RiskArcs::Way& way) {
    RiskWay out;
    for (const std::uint32_t arc : way) {
        if (arcs[arc].node)
            out.nodes.push_back(*arcs[arc].node);
        if (arcs[arc].link)
            out.links.push_back(*arcs[arc].link);
    }
    out.risks = arcs.risks_of(ends, way);
    return out;
}

} // namespace

RiskWays most_risk_disjoint_ways(const RiskArcs& arcs, const RiskTerminals& terminals, const RiskSearch& search,
                                 const Run& run) {
    const RiskArcs::Ends ends = arcs.ends_of(terminals);
    RiskWays out;
    const auto first =
        arcs.cheapest(ends, std::vector<std::uint8_t>(arcs.risks(), 0), std::vector<std::uint32_t>(arcs.risks(), 1));
    if (!first)
        return out;
    std::vector<RiskArcs::Way> best{*first};
    out.unlimited = arcs.risks_of(ends, *first).empty();
    out.bound = 1;
    if (!out.unlimited) {
        const RiskCut cut = smallest_risk_cut(arcs, terminals, search, run);
        out.bound = arcs.flow(
            ends, [](const RiskArcs::Arc&) { return true; },
            cut.cut ? static_cast<std::uint32_t>(cut.cut->size()) : arcs.risks());
    }
    std::size_t branches = 0;
    while (best.size() < out.bound) {
        WaysSearch more(arcs, ends, static_cast<std::uint32_t>(best.size()) + 1, search, run, branches);
        if (auto found = more.find()) {
            best = std::move(*found);
            continue;
        }
        out.outcome = more.outcome();
        if (out.outcome == Outcome::complete)
            out.bound = static_cast<std::uint32_t>(best.size());
        break;
    }
    for (const RiskArcs::Way& way : best)
        out.ways.push_back(told(arcs, ends, way));
    std::ranges::stable_sort(out.ways, {}, [](const RiskWay& way) { return way.risks.size(); });
    return out;
}

} // namespace riser
