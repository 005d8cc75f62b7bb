// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_location.h"

#include "solvers/graph/location/room_bound.h"
#include "solvers/graph/location/room_exact.h"
#include "solvers/graph/location/room_parts.h"
#include "solvers/graph/location/room_search.h"
#include "solvers/graph/location/set_cover.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

using location::Index;
using location::no_room;
using location::RoomCore;

class RoomLocation {
  public:
    RoomLocation(const RoomProblem& problem, const RoomOptions& options, const Run& run)
        : problem_(problem),
          options_(options),
          run_(run),
          core_(location::room_core(problem, answer_.unserved)),
          search_(core_, options.search_steps, run.stop) {}

    RoomAnswer solve() {
        report(0);
        prove_by_parts();
        const std::vector<std::uint8_t> first = cover();
        search_.run(first, answer_.fewer.rooms);
        take(search_.best());
        report(0.4);
        prove_by_weights();
        if (rooms_ > answer_.fewer.rooms && small())
            settle_number();
        report(0.7);
        if (found_)
            bound_cost();
        if (found_ && cost_bound_ < cost_ && small())
            settle_cost();
        report(1);
        finish();
        return std::move(answer_);
    }

  private:
    void report(double share) const { run_.report(share, {"电信间选址", "placing telecom rooms"}); }
    bool small() const { return core_.service_count() <= options_.most_exact_services && !run_.stopped(); }

    void prove_by_parts() {
        const std::vector<location::ClientPart> parts = location::parts_apart(core_);
        const auto forced = static_cast<std::uint32_t>(std::count(core_.forced.begin(), core_.forced.end(), 1));
        answer_.fewer = {.proof = RoomProof::parts, .rooms = location::rooms_of(parts)};
        for (const location::ClientPart& part : parts) {
            RoomPart& out = answer_.fewer.parts.emplace_back(RoomPart{.clients = {}, .rooms = part.rooms});
            for (const Index i : part.clients)
                out.clients.push_back(static_cast<ClientIndex>(core_.client_name[i]));
        }
        if (forced > answer_.fewer.rooms)
            answer_.fewer = {.proof = RoomProof::forced, .rooms = forced};
        if (answer_.fewer.rooms == 0)
            answer_.fewer = {.proof = RoomProof::none, .rooms = 0};
    }

    // The rooms that reach everybody, capacities aside: where the search begins, and a bound.
    std::vector<std::uint8_t> cover() {
        CoverProblem cover{.rows = static_cast<std::uint32_t>(core_.clients()), .columns = {}};
        std::int64_t forced = 0;
        for (std::size_t j = 0; j < core_.rooms(); ++j) {
            CoverSet& column = cover.columns.emplace_back(CoverSet{.cost = core_.forced[j] ? 0 : 1, .rows = {}});
            forced += core_.forced[j];
            for (const RoomCore::Client& client : core_.clients_of[j])
                column.rows.push_back(static_cast<CoverRow>(client.client));
        }
        const Result<CoverAnswer> found =
            solve_set_cover(cover, {.most_branches = 500, .search_steps = 1'000}, {.stop = run_.stop, .progress = {}});
        std::vector<std::uint8_t> open = core_.forced;
        if (!found || !found->columns)
            return open;
        for (const CoverColumn column : *found->columns)
            open[at(column)] = 1;
        if (found->bound + forced > answer_.fewer.rooms)
            answer_.fewer = {.proof = RoomProof::exhausted, .rooms = static_cast<std::uint32_t>(found->bound + forced)};
        return open;
    }

    void take(const location::RoomPlan& plan) {
        if (plan.unserved() > 0)
            return;
        const std::size_t rooms = plan.rooms();
        if (found_ && std::pair(rooms, plan.cost()) >= std::pair(rooms_, cost_))
            return;
        found_ = true;
        rooms_ = rooms;
        cost_ = plan.cost();
        open_ = plan.open();
        server_ = plan.server();
    }

    // Whether weights show that so many rooms are too few; then that is the proof.
    bool too_few_by_weights(std::size_t rooms) {
        location::RoomBound bound(core_, rooms, location::RoomBound::Question::number);
        bound.raise(0.05, {.steps = static_cast<int>(options_.bound_steps), .pace = 1, .window = 20}, run_.stop);
        if (bound.value() <= 0)
            return false;
        WhyNotFewer proof = location::weights_proof(core_, rooms, bound.multipliers(), problem_);
        if (proof.proof != RoomProof::weights)
            return false;
        answer_.fewer = std::move(proof);
        return true;
    }

    // The most rooms that weights show to be too few, by halving; they may also make plain what a search has shown.
    void prove_by_weights() {
        const bool unexplained = answer_.fewer.proof == RoomProof::exhausted;
        std::size_t low = answer_.fewer.rooms - (unexplained && answer_.fewer.rooms > 0); // may be too few
        const std::size_t high = found_ ? rooms_ : core_.rooms() + 1;                     // not too few, or all
        if (core_.clients() == 0 || low >= high || too_few_by_weights(high - 1))
            return;
        for (std::size_t end = high - 1; low < end && !run_.stopped();) {
            const std::size_t middle = low + (end - low) / 2;
            if (too_few_by_weights(middle))
                low = middle + 1;
            else
                end = middle;
        }
    }

    void take_exact(const location::ExactRooms& exact) {
        if (exact.open.empty())
            return;
        // The plan is made again of the assignment, so that costs are exact.
        location::RoomPlan plan(core_, exact.open);
        if (plan.assign(exact.server))
            take(plan);
    }

    void settle_number() {
        const std::size_t most = found_ ? rooms_ - 1 : core_.rooms();
        const location::ExactRooms exact = location::exact_rooms(core_, location::RoomGoal::fewest, most, nullptr,
                                                                 options_.most_exact_branches, run_.stop);
        take_exact(exact);
        std::size_t proved = answer_.fewer.rooms;
        if (exact.outcome == location::MipOutcome::infeasible)
            proved = most + 1;
        else
            proved = std::max(proved, static_cast<std::size_t>(std::max(0.0, std::ceil(exact.bound - 1e-6))));
        if (proved > answer_.fewer.rooms)
            answer_.fewer = {.proof = RoomProof::exhausted, .rooms = static_cast<std::uint32_t>(proved)};
    }

    void bound_cost() {
        location::RoomBound bound(core_, rooms_, location::RoomBound::Question::cost);
        bound.raise(static_cast<double>(cost_),
                    {.steps = static_cast<int>(options_.bound_steps), .pace = 1, .window = 20}, run_.stop);
        cost_bound_ = std::min(cost_, static_cast<std::int64_t>(std::ceil(std::max(0.0, bound.value()))));
        if (bound.opened().size() != rooms_ || run_.stopped())
            return;
        std::vector<std::uint8_t> open(core_.rooms(), 0);
        for (const Index j : bound.opened())
            open[j] = 1;
        if (search_.attempt(open))
            take(search_.best());
    }

    void settle_cost() {
        location::RoomPlan known(core_, open_);
        known.assign(server_);
        const location::ExactRooms exact = location::exact_rooms(core_, location::RoomGoal::least_cost, rooms_, &known,
                                                                 options_.most_exact_branches, run_.stop);
        take_exact(exact);
        if (exact.outcome == location::MipOutcome::optimal)
            cost_bound_ = cost_;
        else
            cost_bound_ = std::max(cost_bound_, std::min(cost_, static_cast<std::int64_t>(std::floor(exact.bound))));
    }

    void finish() {
        answer_.server.assign(problem_.clients.size(), std::nullopt);
        if (found_) {
            for (std::size_t j = 0; j < core_.rooms(); ++j)
                if (open_[j])
                    answer_.rooms.push_back(static_cast<CandidateIndex>(core_.room_name[j]));
            for (std::size_t i = 0; i < core_.clients(); ++i)
                answer_.server[core_.client_name[i]] = static_cast<CandidateIndex>(core_.room_name[server_[i]]);
            answer_.cost = cost_;
            answer_.cost_bound = cost_bound_;
            location::RoomPlan plan(core_, open_);
            plan.assign(server_);
            answer_.cable = plan.cable();
        }
        if (!answer_.unserved.empty() || (!found_ && answer_.fewer.rooms > core_.rooms()))
            answer_.outcome = Outcome::infeasible;
        else if (found_ && answer_.fewer.rooms >= rooms_ && cost_bound_ >= cost_)
            answer_.outcome = Outcome::complete;
        else
            answer_.outcome = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
    }

    const RoomProblem& problem_;
    const RoomOptions& options_;
    const Run& run_;
    RoomAnswer answer_;
    RoomCore core_;
    location::RoomSearch search_;
    bool found_ = false;
    std::size_t rooms_ = std::numeric_limits<std::size_t>::max();
    std::int64_t cost_ = 0;
    std::int64_t cost_bound_ = 0;
    std::vector<std::uint8_t> open_;
    std::vector<Index> server_;
};

} // namespace

Result<RoomAnswer> locate_rooms(const RoomProblem& problem, const RoomOptions& options, const Run& run) {
    if (Result<void> sound = location::check(problem); !sound)
        return std::move(sound).error();
    return RoomLocation(problem, options, run).solve();
}

} // namespace riser
