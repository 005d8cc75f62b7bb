// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/crowded_routing.h"

#include "solvers/graph/crowded_state.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

// Prices that grow where runs are too full: subgradient steps of Polyak's length towards the best routing known.
class Pricing {
  public:
    Pricing(const Crowd& crowd, const CrowdedOptions& options, const Run& run)
        : crowd_(crowd), options_(options), run_(run), prices_(crowd.slots(), 0.0) {}

    // Best routing that fits, if any was found; the least crowded one otherwise.
    Assignment search(Assignment start) {
        Assignment best = start;
        bound_ = start.total();
        consider(best, std::move(start));
        double scale = 1.5;
        std::int32_t since_better = 0;
        for (std::int32_t round = 0; round < options_.pricing_rounds && !run_.stopped(); ++round) {
            if (best.fits() && best.total() <= bound_)
                break;
            Assignment priced = crowd_.assign(prices_);
            const double value = dual(priced);
            const auto whole = static_cast<std::int64_t>(std::floor(value));
            since_better = whole > bound_ ? 0 : since_better + 1;
            bound_ = std::max(bound_, whole);
            if (since_better > 6) {
                scale *= 0.6;
                since_better = 0;
            }
            const double target =
                best.fits() ? static_cast<double>(best.total())
                            : static_cast<double>(bound_) + 0.05 * std::abs(static_cast<double>(bound_)) + 1'000;
            step(priced, scale * std::max(target - value, 1.0));
            consider(best, std::move(priced));
        }
        return best;
    }
    std::int64_t bound() const { return bound_; }

  private:
    // Of the relaxation: what the ways cost with their prices, less what the rooms are worth.
    double dual(const Assignment& ways) const {
        double out = static_cast<double>(ways.charged);
        for (std::size_t slot = 0; slot < prices_.size(); ++slot)
            if (prices_[slot] > 0)
                out -= prices_[slot] * static_cast<double>(crowd_.room(slot));
        return out;
    }

    void step(const Assignment& ways, double length) {
        double norm = 0;
        const auto slope = [&](std::size_t slot) {
            const auto over = static_cast<double>(ways.load[slot]) - static_cast<double>(crowd_.room(slot));
            return over < 0 && prices_[slot] <= 0 ? 0.0 : over;
        };
        for (std::size_t slot = 0; slot < prices_.size(); ++slot)
            if (crowd_.is_limited(slot))
                norm += slope(slot) * slope(slot);
        if (norm <= 0)
            return;
        for (std::size_t slot = 0; slot < prices_.size(); ++slot)
            if (crowd_.is_limited(slot))
                prices_[slot] = std::max(0.0, prices_[slot] + length * slope(slot) / norm);
    }

    void consider(Assignment& best, Assignment ways) {
        crowd_.repair(ways, run_);
        if (ways.fits())
            crowd_.shorten(ways, run_);
        if (ways.is_better_than(best))
            best = std::move(ways);
    }

    const Crowd& crowd_;
    const CrowdedOptions& options_;
    const Run& run_;
    std::vector<double> prices_; // mm for one unit of room, by slot
    std::int64_t bound_ = 0;
};

// Exactly: a run that is too full loses one of its cables, or that cable is settled to lie there.
class Branching {
  public:
    Branching(const Crowd& crowd, std::int64_t searches, const Run& run) : crowd_(crowd), left_(searches), run_(run) {}

    void search(const Assignment& start, Assignment& best) {
        best_ = &best;
        branch(start, {}, {});
    }
    bool finished() const { return finished_; }

  private:
    using Bans = std::map<std::uint32_t, std::vector<RunIndex>>;     // by demand
    using Stays = std::map<std::size_t, std::vector<std::uint32_t>>; // by slot

    void branch(const Assignment& ways, const Bans& bans, const Stays& stays) {
        if (run_.stopped() || left_ <= 0) {
            finished_ = false;
            return;
        }
        if (best_->fits() && ways.total() >= best_->total())
            return;
        const auto slot = crowd_.fullest(ways);
        if (!slot) {
            *best_ = ways;
            return;
        }
        const auto known = stays.find(*slot);
        const auto stay = [&](std::uint32_t demand) {
            return known != stays.end() &&
                   std::find(known->second.begin(), known->second.end(), demand) != known->second.end();
        };
        // Who leaves at the least detour goes first.
        std::optional<std::uint32_t> leaver;
        std::optional<Assignment> without;
        Stays settled = stays;
        std::vector<std::uint32_t>& here = settled[*slot]; // those that must lie there, too
        for (const std::uint32_t demand : crowd_.users(ways, *slot)) {
            if (stay(demand))
                continue;
            --left_;
            std::optional<Assignment> other = crowd_.rerouted(ways, demand, with(bans, demand, crowd_.run_of(*slot)));
            if (!other) {
                here.push_back(demand);
            } else if (!without || other->total() < without->total()) {
                leaver = demand;
                without = std::move(other);
            }
        }
        if (!leaver || crowd_.sum(here) > crowd_.room(*slot))
            return; // more must lie here than fits
        const Bans banned = added(bans, *leaver, crowd_.run_of(*slot));
        branch(*without, banned, settled);
        here.push_back(*leaver);
        if (crowd_.sum(here) <= crowd_.room(*slot))
            branch(ways, bans, settled);
    }

    static std::vector<RunIndex> with(const Bans& bans, std::uint32_t demand, RunIndex run) {
        const auto known = bans.find(demand);
        std::vector<RunIndex> out = known == bans.end() ? std::vector<RunIndex>() : known->second;
        out.push_back(run);
        return out;
    }
    static Bans added(Bans bans, std::uint32_t demand, RunIndex run) {
        bans[demand].push_back(run);
        return bans;
    }

    const Crowd& crowd_;
    std::int64_t left_; // searches
    const Run& run_;
    Assignment* best_ = nullptr;
    bool finished_ = true;
};

} // namespace

CrowdedRoutes route_crowd(std::span<const RouteDemand> demands, const RunRooms& rooms, const CrowdedOptions& options,
                          const Run& run) {
    const Crowd crowd(demands, rooms);
    Assignment ways = crowd.assign({});
    CrowdedRoutes out;
    out.bound = ways.total();
    if (!ways.fits()) {
        const Assignment shortest = ways;
        Pricing pricing(crowd, options, run);
        ways = pricing.search(std::move(ways));
        out.bound = pricing.bound();
        constexpr std::size_t few = 64; // demands of which a proof is tried even when the repair fits
        if (!ways.fits() || (ways.total() > out.bound && demands.size() <= few)) {
            const std::int64_t affordable = 2'000'000 / (static_cast<std::int64_t>(rooms.runs()) + 1);
            Branching branching(crowd, std::min<std::int64_t>(affordable, options.branching_searches), run);
            branching.search(shortest, ways);
            if (branching.finished() && ways.fits())
                out.bound = ways.total();
            if (!ways.fits())
                out.outcome = branching.finished() ? Outcome::infeasible : Outcome::limit_reached;
        }
    }
    if (run.stopped())
        out.outcome = Outcome::stopped;
    out.total = ways.total();
    out.above = crowd.above(ways);
    out.routes = std::move(ways.routes);
    return out;
}

} // namespace riser
