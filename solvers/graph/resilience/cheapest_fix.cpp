// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/cheapest_fix.h"

#include "solvers/graph/location/mip.h"
#include "solvers/graph/resilience/fix_reach.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riser {

namespace {

using detail::FixReach;

const Text step{"最省的改法", "cheapest fix"};

std::optional<Error> wrong_with(const FixProblem& problem) {
    const auto wrong = [](const char* zh, const char* en) { return Error{ErrorCode::bad_input, {zh, en}, {}, {}}; };
    const RiskNetwork& net = problem.network;
    const auto known = [&](const std::vector<NetNode>& nodes) {
        return std::ranges::all_of(nodes, [&](NetNode node) { return at(node) < net.net.nodes; });
    };
    std::int64_t sum = 0;
    for (const NetChange& change : problem.changes) {
        if (change.price < 0 || change.price > (std::int64_t{1} << 50) - sum)
            return wrong("改动的价格为负或过大", "a change has a negative price, or prices are too high");
        sum += change.price;
        for (const NetLink link : change.drops)
            if (at(link) >= net.net.links.size())
                return wrong("改动指向不存在的链路", "a change drops a link that is not there");
        for (const auto& [a, b] : change.adds)
            if (!known({a, b}))
                return wrong("改动指向不存在的节点", "a change names a node that is not there");
        for (const auto& [node, feed] : change.feeds)
            if (!known({node}))
                return wrong("改动指向不存在的节点", "a change names a node that is not there");
    }
    for (const RiskTerminals& terminals : problem.terminals)
        if (!known(terminals.from) || !known(terminals.to))
            return wrong("端点不存在", "a terminal is not there");
    for (const ReachNeed& need : problem.needs)
        if (need.terminals >= problem.terminals.size())
            return wrong("要求指向不存在的端点", "a need names terminals that are not there");
    return std::nullopt;
}

class FixSearch {
  public:
    FixSearch(const FixProblem& problem, const FixOptions& options, const Run& run)
        : problem_(problem), options_(options), run_(run), reach_(problem) {}

    FixAnswer find() {
        for (std::uint32_t n = 0; n < problem_.needs.size(); ++n)
            if (!reach_.met_at_best(problem_.needs[n]))
                out_.unmet.push_back(n);
        if (!out_.unmet.empty()) {
            out_.outcome = Outcome::infeasible;
            return out_;
        }
        if (meets(std::vector<std::uint8_t>(problem_.changes.size(), 0))) {
            out_.changes.emplace();
            return out_;
        }
        state_exclusions();
        guess();
        for (std::size_t round = 0; !done_; ++round) {
            if (run_.stopped() || round == options_.most_rounds) {
                out_.outcome = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
                break;
            }
            run_.report(static_cast<double>(round) / static_cast<double>(options_.most_rounds), step);
            next_master();
        }
        if (out_.changes && out_.price <= out_.bound) {
            out_.outcome = Outcome::complete;
            out_.bound = out_.price;
        }
        return out_;
    }

  private:
    bool meets(const std::vector<std::uint8_t>& made) const {
        return std::ranges::none_of(problem_.needs, [&](const ReachNeed& need) {
            return reach_.border(need, made, FixReach::Side::from).has_value();
        });
    }

    void consider(const std::vector<std::uint8_t>& made) {
        std::int64_t price = 0;
        std::vector<std::uint32_t> list;
        for (std::uint32_t c = 0; c < made.size(); ++c)
            if (made[c]) {
                price += problem_.changes[c].price;
                list.push_back(c);
            }
        if (out_.changes && price >= out_.price)
            return;
        out_.changes = std::move(list);
        out_.price = price;
    }

    void state_exclusions() {
        for (const NetChange& change : problem_.changes)
            master_.columns.push_back({.cost = static_cast<double>(change.price), .whole = true});
        std::vector<std::vector<int>> droppers(problem_.network.net.links.size());
        for (std::size_t c = 0; c < problem_.changes.size(); ++c)
            for (const NetLink link : problem_.changes[c].drops)
                droppers[at(link)].push_back(static_cast<int>(c));
        for (const std::vector<int>& list : droppers) {
            if (list.size() < 2)
                continue;
            location::MipRow row{.terms = {}, .low = 0, .high = 1};
            for (const int c : list)
                row.terms.emplace_back(c, 1);
            master_.rows.push_back(std::move(row));
        }
    }

    // All changes that exclude none, then without each in turn, the dearest first.
    void guess() {
        std::vector<std::uint8_t> made(problem_.changes.size(), 0);
        std::vector<std::uint32_t> order(made.size());
        std::iota(order.begin(), order.end(), 0U);
        for (const std::uint32_t c : order)
            made[c] = problem_.changes[c].drops.empty();
        if (!meets(made))
            return;
        std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t c) { return problem_.changes[c].price; });
        for (const std::uint32_t c : order) {
            if (!made[c])
                continue;
            made[c] = 0;
            made[c] = !meets(made);
        }
        consider(made);
    }

    void state(const FixReach::Border& border) {
        location::MipRow row;
        for (const std::uint32_t c : border.make)
            row.terms.emplace_back(static_cast<int>(c), 1);
        for (const std::uint32_t c : border.unmake)
            row.terms.emplace_back(static_cast<int>(c), -1);
        row.low = 1 - static_cast<double>(border.unmake.size());
        row.high = static_cast<double>(border.make.size());
        if (std::ranges::none_of(master_.rows, [&](const location::MipRow& other) {
                return other.terms == row.terms && other.low == row.low;
            }))
            master_.rows.push_back(std::move(row));
    }

    std::vector<double> start() const {
        std::vector<double> out;
        if (out_.changes) {
            out.assign(problem_.changes.size(), 0);
            for (const std::uint32_t c : *out_.changes)
                out[c] = 1;
        }
        return out;
    }

    void next_master() {
        const location::MipAnswer answer = location::minimise(master_, start(), options_.most_branches, run_.stop);
        if (answer.outcome == location::MipOutcome::infeasible) {
            out_.outcome = Outcome::infeasible;
            done_ = true;
            return;
        }
        // The programme answers to one part in 10^9; prices are whole.
        out_.bound = std::max(
            out_.bound, static_cast<std::int64_t>(std::ceil(answer.bound - 1e-6 - 2e-9 * std::abs(answer.bound))));
        if (answer.values.empty()) {
            out_.outcome = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
            done_ = true;
            return;
        }
        std::vector<std::uint8_t> made(answer.values.size());
        std::ranges::transform(answer.values, made.begin(), [](double value) { return value > 0.5; });
        const std::size_t rows = master_.rows.size();
        bool met = true;
        for (const ReachNeed& need : problem_.needs)
            for (const FixReach::Side side : {FixReach::Side::from, FixReach::Side::to})
                if (const auto border = reach_.border(need, made, side)) {
                    met = false;
                    state(*border);
                }
        if (met)
            consider(made);
        done_ = met || master_.rows.size() == rows || (out_.changes && out_.price <= out_.bound);
        if (done_ && !(out_.changes && out_.price <= out_.bound))
            out_.outcome = Outcome::limit_reached;
    }

    const FixProblem& problem_;
    const FixOptions& options_;
    const Run& run_;
    const FixReach reach_;
    location::MipProgramme master_;
    FixAnswer out_;
    bool done_ = false;
};

} // namespace

Result<FixAnswer> cheapest_fix(const FixProblem& problem, const FixOptions& options, const Run& run) {
    if (auto wrong = wrong_with(problem))
        return std::move(*wrong);
    return FixSearch(problem, options, run).find();
}

} // namespace riser
