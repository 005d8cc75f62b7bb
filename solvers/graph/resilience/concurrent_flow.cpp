// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/concurrent_flow.h"

#include "solvers/graph/resilience/flow_master.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace riser {

namespace {

constexpr int weighted_rounds = 24; // of multiplicative weights, before the first linear programme
constexpr double sharpest = 12;     // the most loaded link weighs e^12 times an empty one in the last of them
constexpr double kept = 0.6;        // of the best prices so far, when the next trees are looked for
constexpr double rounding = 1e-9;   // by which a bound is widened

const Text step{"最大并发流", "maximum concurrent flow"};

std::optional<Error> what_is_wrong(const FlowProblem& problem) {
    const auto wrong = [](Text message, Text fix) {
        return Error{.code = ErrorCode::bad_input, .message = std::move(message), .fix = std::move(fix), .where = {}};
    };
    const auto known = [&](NetNode node) { return at(node) < problem.network.nodes; };
    if (problem.capacity.size() != problem.network.links.size() ||
        !std::ranges::all_of(problem.capacity, [](double c) { return std::isfinite(c) && c > 0; }))
        return wrong({"链路容量缺失或不是正数", "a link has no capacity above 0"},
                     {"为每条链路给出大于 0 的容量", "give each link a capacity above 0"});
    if (!std::ranges::all_of(problem.network.links, [&](const LinkEnds& l) { return known(l.a) && known(l.b); }) ||
        !std::ranges::all_of(problem.demands, [&](const FlowDemand& d) { return known(d.from) && known(d.to); }))
        return wrong({"链路或流量指向不存在的节点", "a link or demand names no node"},
                     {"节点从 0 起连续编号", "number the nodes from 0"});
    if (!std::ranges::all_of(problem.demands,
                             [](const FlowDemand& d) { return std::isfinite(d.amount) && d.amount >= 0; }))
        return wrong({"流量为负或不是有限的数", "a demand is negative or not finite"},
                     {"给出不小于 0 的流量", "give amounts of 0 and above"});
    if (!std::ranges::any_of(problem.demands, [](const FlowDemand& d) { return d.amount > 0 && d.from != d.to; }))
        return wrong({"没有任何两个节点之间的流量", "nothing is demanded between two nodes"},
                     {"至少给出一项流量", "give at least one demand"});
    return {};
}

std::vector<double> capacities(const FlowProblem& problem) {
    if (problem.use == LinkUse::shared)
        return problem.capacity;
    std::vector<double> out;
    for (const double capacity : problem.capacity)
        out.insert(out.end(), 2, capacity);
    return out;
}

class Generation {
  public:
    Generation(const FlowProblem& problem, const FlowOptions& options, const Run& run)
        : problem_(problem),
          options_(options),
          run_(run),
          capacity_(capacities(problem)),
          sources_(flow_sources(problem)),
          trees_(problem.network, problem.use),
          master_(capacity_, sources_.size()) {}

    ConcurrentFlow solved() {
        if (!weigh())
            return out_;
        out_.outcome = Outcome::limit_reached;
        while (out_.rounds < options_.most_rounds) {
            if (!master_.solve(run_)) {
                out_.outcome = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
                break;
            }
            ++out_.rounds;
            if (is_close() || !add_trees()) {
                out_.outcome = is_close() ? Outcome::complete : Outcome::limit_reached;
                break;
            }
            run_.report(std::min(1.0, options_.gap / std::max(out_.bound / master_.lambda() - 1, 1e-300)), step);
        }
        out_.lambda = std::min(master_.lambda(), out_.bound);
        std::vector<double> load = master_.load();
        load.resize(capacity_.size(), 0);
        if (problem_.use == LinkUse::shared)
            out_.load = std::move(load);
        else
            for (std::size_t arc = 0; arc < load.size(); arc += 2)
                out_.load.push_back(std::max(load[arc], load[arc + 1]));
        return out_;
    }

  private:
    bool is_close() const { return out_.bound <= master_.lambda() * (1 + options_.gap); }

    std::vector<FlowTree> at_prices(std::span<const double> prices) {
        std::vector<FlowTree> out;
        for (const FlowSource& source : sources_)
            out.push_back(trees_.tree(source, prices));
        bound_by(prices, out);
        return out;
    }

    // Whatever carries lambda pays at least lambda times the shortest ways, and at most for all capacity there is.
    void bound_by(std::span<const double> prices, const std::vector<FlowTree>& trees) {
        double all = 0, shortest = 0;
        for (std::size_t e = 0; e < prices.size(); ++e)
            all += prices[e] * capacity_[e];
        for (const FlowTree& tree : trees)
            shortest += tree.cost;
        const double bound = all / shortest * (1 + rounding);
        if (shortest > 0 && (best_prices_.empty() || bound < out_.bound)) {
            out_.bound = bound;
            best_prices_.assign(prices.begin(), prices.end());
        }
    }

    bool add(std::vector<FlowTree> trees) {
        bool added = false;
        for (std::size_t s = 0; s < trees.size(); ++s)
            if (!master_.knows(s, trees[s])) {
                master_.add(s, std::move(trees[s]));
                added = true;
            }
        return added;
    }

    // False: some demand has no way.
    bool weigh() {
        const std::size_t links = capacity_.size();
        std::vector<double> load(links, 0), prices(links);
        for (int round = 0; round == 0 || (round < weighted_rounds && !run_.stopped()); ++round) {
            double fullest = 0;
            for (std::size_t e = 0; e < links; ++e)
                fullest = std::max(fullest, load[e] / capacity_[e]);
            const double by = sharpest * (round + 1) / weighted_rounds;
            for (std::size_t e = 0; e < links; ++e)
                prices[e] = std::exp(fullest > 0 ? by * (load[e] / capacity_[e] / fullest - 1) : 0) / capacity_[e];
            std::vector<FlowTree> trees = at_prices(prices);
            if (!std::ranges::all_of(trees, &FlowTree::reaches_all)) {
                out_.bound = 0;
                out_.load.assign(problem_.capacity.size(), 0);
                return false;
            }
            for (const FlowTree& tree : trees)
                for (const auto& [link, amount] : tree.loads)
                    load[link] += amount;
            add(std::move(trees));
        }
        return true;
    }

    // Prices jump from one linear programme to the next; those between the last and the best so far find better trees
    // (Wentges 1997). Where they find none that the programme wants, its own do, or there is none.
    bool add_trees() {
        std::vector<double> between = master_.prices();
        double sum = 0, best = 0;
        for (std::size_t e = 0; e < between.size(); ++e) {
            sum += between[e] * capacity_[e];
            best += best_prices_[e] * capacity_[e];
        }
        for (std::size_t e = 0; e < between.size() && sum > 0; ++e)
            between[e] = kept * best_prices_[e] / best + (1 - kept) * between[e] / sum;
        const bool added = add(at_prices(between));
        return add(at_prices(master_.prices())) || added;
    }

    const FlowProblem& problem_;
    const FlowOptions& options_;
    const Run& run_;
    std::vector<double> capacity_; // as FlowTree counts links
    std::vector<FlowSource> sources_;
    FlowTrees trees_;
    FlowMaster master_;
    ConcurrentFlow out_ = {.outcome = Outcome::complete, .lambda = 0, .bound = std::numeric_limits<double>::infinity()};
    std::vector<double> best_prices_; // of links
};

} // namespace

Result<ConcurrentFlow> concurrent_flow(const FlowProblem& problem, const FlowOptions& options, const Run& run) {
    if (const std::optional<Error> wrong = what_is_wrong(problem))
        return *wrong;
    return Generation(problem, options, run).solved();
}

} // namespace riser
