// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/p_centre.h"

#include "solvers/graph/location/service_check.h"
#include "solvers/graph/location/set_cover.h"

#include <algorithm>

namespace riser {

namespace {

enum class Enough { yes, no, unknown };

// Effort spent on one length: first little, then all that is allowed.
constexpr CoverOptions quick{.most_branches = 1, .search_steps = 2'000, .enough = {}};
constexpr std::int64_t full_search_steps = 5'000;

class CentreSearch {
  public:
    CentreSearch(const CentreProblem& problem, const CentreOptions& options, const Run& run)
        : service_(problem.service), open_(problem.open), options_(options), run_(run) {
        lengths_ = service_.length;
        std::sort(lengths_.begin(), lengths_.end());
        lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
        if (lengths_.back() == no_service)
            lengths_.pop_back();
        // A client has no nearer candidate than its nearest.
        std::int64_t least = 0;
        for (std::size_t i = 0; i < service_.clients; ++i)
            least = std::max(least, nearest(i, [](std::size_t) { return true; }).second);
        low_ = index_of(least);
        high_ = lengths_.size();
        offer(farthest_first());
    }

    // Between low_ (no shorter length is enough) and high_ (enough, or one past the last) lies the answer.
    void run() {
        halve(Enough::no);
        halve(Enough::yes);
        while (low_ < high_ && !run_.stopped()) {
            const std::size_t middle = low_ + (high_ - low_) / 2;
            if (ask(middle,
                    {.most_branches = options_.most_branches, .search_steps = full_search_steps, .enough = open_}) ==
                Enough::unknown)
                break;
        }
    }

    CentreAnswer answer() const {
        CentreAnswer out;
        out.bound = low_ < lengths_.size() ? lengths_[low_] : lengths_.back();
        for (const std::size_t j : best_)
            out.open.push_back(static_cast<CandidateIndex>(j));
        std::sort(out.open.begin(), out.open.end());
        if (high_ < lengths_.size())
            out.radius = lengths_[high_];
        if (low_ == high_)
            out.outcome = high_ < lengths_.size() ? Outcome::complete : Outcome::infeasible;
        else
            out.outcome = run_.stopped() ? Outcome::stopped : Outcome::limit_reached;
        return out;
    }

  private:
    std::int64_t length(std::size_t client, std::size_t candidate) const {
        return service_.length[client * service_.candidates + candidate];
    }
    std::size_t index_of(std::int64_t length) const {
        return static_cast<std::size_t>(std::lower_bound(lengths_.begin(), lengths_.end(), length) - lengths_.begin());
    }
    template<class Allowed> std::pair<std::size_t, std::int64_t> nearest(std::size_t client, Allowed allowed) const {
        std::pair<std::size_t, std::int64_t> out{0, no_service};
        for (std::size_t j = 0; j < service_.candidates; ++j)
            if (allowed(j) && length(client, j) < out.second)
                out = {j, length(client, j)};
        return out;
    }

    // For the client that is worst off, its nearest candidate is opened, p times (Gonzalez 1985).
    std::vector<std::size_t> farthest_first() const {
        std::vector<std::int64_t> way(service_.clients, no_service);
        std::vector<std::size_t> open;
        while (open.size() < open_) {
            const auto worst = static_cast<std::size_t>(std::max_element(way.begin(), way.end()) - way.begin());
            const std::size_t chosen = nearest(worst, [](std::size_t) { return true; }).first;
            if (std::find(open.begin(), open.end(), chosen) != open.end())
                break;
            open.push_back(chosen);
            for (std::size_t i = 0; i < way.size(); ++i)
                way[i] = std::min(way[i], length(i, chosen));
        }
        return open;
    }

    void offer(const std::vector<std::size_t>& open) {
        std::int64_t radius = 0;
        for (std::size_t i = 0; i < service_.clients; ++i) {
            std::int64_t least = no_service;
            for (const std::size_t j : open)
                least = std::min(least, length(i, j));
            radius = std::max(radius, least);
        }
        if (const std::size_t index = index_of(radius); index < high_) {
            high_ = index;
            best_ = open;
        }
    }

    // Whether p candidates are enough for a length; moves low_ or high_ when that is known.
    Enough ask(std::size_t index, const CoverOptions& options) {
        CoverProblem cover{.rows = service_.clients, .columns = std::vector<CoverSet>(service_.candidates)};
        for (std::size_t i = 0; i < service_.clients; ++i)
            for (std::size_t j = 0; j < service_.candidates; ++j)
                if (length(i, j) <= lengths_[index])
                    cover.columns[j].rows.push_back(static_cast<CoverRow>(i));
        CoverOptions question = options;
        question.enough = open_;
        const Result<CoverAnswer> found = solve_set_cover(cover, question, {.stop = run_.stop, .progress = {}});
        ensure(found.has_value(), "a cover of unit costs is sound");
        if (found->columns && found->cost <= open_) {
            std::vector<std::size_t> open;
            for (const CoverColumn column : *found->columns)
                open.push_back(at(column));
            offer(open);
            return Enough::yes;
        }
        if (found->outcome != Outcome::infeasible && found->bound <= open_)
            return Enough::unknown;
        low_ = std::max(low_, index + 1);
        return Enough::no;
    }

    // Halves by quick answers, those that are not `counted` taken for the contrary.
    void halve(Enough counted) {
        std::size_t low = low_;
        std::size_t high = high_;
        while (low < high && !run_.stopped()) {
            const std::size_t middle = low + (high - low) / 2;
            const Enough found = ask(middle, quick);
            const bool enough = found == Enough::unknown ? counted == Enough::no : found == Enough::yes;
            if (enough)
                high = middle;
            else
                low = middle + 1;
            low = std::max(low, low_);
            high = std::min(high, high_);
        }
    }

    const ServiceTable& service_;
    std::uint32_t open_ = 1;
    const CentreOptions& options_;
    const Run& run_;
    std::vector<std::int64_t> lengths_; // that occur, ascending
    std::size_t low_ = 0;
    std::size_t high_ = 0;
    std::vector<std::size_t> best_;
};

} // namespace

Result<CentreAnswer> solve_p_centre(const CentreProblem& problem, const CentreOptions& options, const Run& run) {
    if (Result<void> sound = location::check(problem.service, problem.open); !sound)
        return std::move(sound).error();
    CentreAnswer none;
    none.unserved = location::clients_without_candidate(problem.service);
    if (!none.unserved.empty()) {
        none.outcome = Outcome::infeasible;
        return none;
    }
    if (problem.service.clients == 0)
        return none;
    const Text step{"求 p 中心", "finding the p-centre"};
    run.report(0, step);
    CentreSearch search(problem, options, run);
    search.run();
    run.report(1, step);
    return search.answer();
}

} // namespace riser
