// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/disjoint_routes.h"

#include "solvers/graph/route_ends.h"
#include "solvers/graph/two_unit_flow.h"

namespace riser {

namespace {

using detail::JoinedNet;
using detail::LinkPath;
using detail::no_distance;

SharedCost operator+(SharedCost a, const SharedCost& b) {
    return {a.tier_0 + b.tier_0, a.tier_1 + b.tier_1, a.shared + b.shared, a.length + b.length};
}

// What the two routes may contend for is an element: groups first, then links.
class PairSearch {
  public:
    PairSearch(const RouteNet& net, const RoutePairQuery& query)
        : query_(query), joined_(net, query.from, query.to), groups_(net.groups().size()) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < joined_.links().size(); ++i) {
            const RouteNet::Link& link = joined_.links()[i];
            std::vector<std::size_t>& elements = elements_.emplace_back();
            for (const std::uint32_t group : link.groups)
                if (!std::binary_search(query.unavoidable.begin(), query.unavoidable.end(), group))
                    elements.push_back(group);
            if (joined_.in_runs(i) > 0)
                elements.push_back(groups_ + i);
            sum += link.length;
        }
        price_ = 2 * sum + 1;
        for (std::size_t e = 0; e < groups_ + elements_.size(); ++e)
            weights_.push_back(e >= groups_                ? SharedCost{.shared = joined_.in_runs(e - groups_)}
                               : net.groups().tier[e] == 0 ? SharedCost{.tier_0 = 1}
                                                           : SharedCost{.tier_1 = 1});
        if (query.first)
            note_first(net);
    }

    std::optional<RoutePair> run() {
        State state;
        for (auto& forbidden : state.forbidden)
            forbidden.assign(weights_.size(), 0);
        state.paid.assign(weights_.size(), 0);
        state.alike = joined_.one_start() && !query_.first;
        branch(state);
        if (!best_)
            return std::nullopt;
        RoutePair out;
        for (const std::size_t route : {0U, 1U})
            if (route == 0 && query_.first)
                out.routes[0] = first_;
            else
                out.routes[route] = joined_.found(route, (*best_)[route]);
        out.cost = best_cost_;
        out.proven = !cut_ || *cut_ >= best_cost_;
        out.bound = out.proven ? best_cost_ : *cut_;
        return out;
    }

  private:
    struct State {
        std::array<std::vector<std::uint8_t>, 2> forbidden;
        std::vector<std::uint8_t> paid;
        SharedCost cost;    // of what is paid
        bool alike = false; // the two routes may still change places
    };
    using Pair = std::array<LinkPath, 2>;

    // The first route stands: what it takes is what the second contends for, and of links only the runs it lies in.
    void note_first(const RouteNet& net) {
        std::vector<std::uint8_t> taken(net.graph().runs().size(), 0);
        in_first_.assign(weights_.size(), 0);
        first_.runs = *query_.first;
        for (const RunIndex run : first_.runs) {
            taken[at(run)] = 1;
            first_.along += net.graph()[run].geometry.length();
            if (!net.groups().of_run.empty())
                for (const std::uint32_t group : net.groups().of_run[at(run)])
                    in_first_[group] = !std::binary_search(query_.unavoidable.begin(), query_.unavoidable.end(), group);
        }
        first_.length = first_.along;
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            std::int64_t shared = 0;
            for (const RunIndex run : joined_.links()[i].runs)
                shared += taken[at(run)] ? std::min(joined_.in_runs(i), net.graph()[run].geometry.length()) : 0;
            weights_[groups_ + i].shared = shared;
            in_first_[groups_ + i] = shared > 0;
        }
    }

    bool may_take(const State& state, std::size_t route, std::size_t link) const {
        return std::none_of(elements_[link].begin(), elements_[link].end(),
                            [&](std::size_t e) { return state.forbidden[route][e] != 0; });
    }
    bool may_take(const State& state, std::size_t route, const LinkPath& path) const {
        return std::all_of(path.begin(), path.end(), [&](std::size_t link) { return may_take(state, route, link); });
    }

    // Elements that both take.
    std::vector<std::size_t> shared(const Pair& pair) const {
        std::vector<std::uint8_t> taken = in_first_;
        taken.resize(weights_.size(), 0);
        for (const std::size_t link : pair[0])
            for (const std::size_t e : elements_[link])
                taken[e] = 1;
        std::vector<std::size_t> out;
        for (const std::size_t link : pair[1])
            for (const std::size_t e : elements_[link])
                if (taken[e] == 1) {
                    taken[e] = 2;
                    out.push_back(e);
                }
        return out;
    }
    SharedCost cost_of(const Pair& pair, const std::vector<std::size_t>& both) const {
        SharedCost cost{.length = first_.length + joined_.length(pair[0]) + joined_.length(pair[1])};
        for (const std::size_t e : both)
            cost = cost + weights_[e];
        return cost;
    }

    // Each route alone, by length; the second beside a first that stands, by what it shares and then by length.
    std::optional<Pair> each_alone(const State& state, SharedCost& bound) const {
        Pair pair;
        for (const std::size_t route : {0U, 1U}) {
            if (route == 0 && query_.first)
                continue;
            const auto path = joined_.shortest(route, [&](std::size_t link) {
                if (!may_take(state, route, link))
                    return no_distance;
                return joined_.links()[link].length + (query_.first ? price_ * weights_[groups_ + link].shared : 0);
            });
            if (!path)
                return std::nullopt;
            pair[route] = *path;
            if (query_.first)
                for (const std::size_t link : *path)
                    bound.shared += weights_[groups_ + link].shared;
        }
        bound.length += first_.length + joined_.length(pair[0]) + joined_.length(pair[1]);
        return pair;
    }

    std::optional<Pair> as_flow(const State& state, SharedCost& bound) const {
        const auto flow = detail::two_unit_flow(joined_, [&](std::size_t link) {
            const int capacity = int(may_take(state, 0, link)) + int(may_take(state, 1, link));
            const bool free = state.paid[groups_ + link] != 0;
            return detail::FlowPrice{.capacity = capacity, .second = free ? 0 : price_ * joined_.in_runs(link)};
        });
        if (!flow)
            return std::nullopt;
        bound.shared += flow->cost / price_;
        bound.length += flow->cost % price_;
        return flow->paths;
    }

    // Whether the pair is as good as anything here can be; keeps the best seen.
    bool settles(const Pair& pair, const std::vector<std::size_t>& both, const SharedCost& bound) {
        const SharedCost cost = cost_of(pair, both);
        const bool short_enough = !query_.longest_together || cost.length <= *query_.longest_together;
        if (short_enough && (!best_ || cost < best_cost_)) {
            best_ = pair;
            best_cost_ = cost;
        }
        return cost <= bound;
    }

    // The weightiest undecided element that both take.
    std::optional<std::size_t> contested(const State& state, const std::vector<std::size_t>& both) const {
        std::optional<std::size_t> out;
        for (const std::size_t e : both)
            if (!state.paid[e] && weights_[e] > SharedCost{} &&
                (!out || weights_[e] > weights_[*out] || (weights_[e] == weights_[*out] && e < *out)))
                out = e;
        return out;
    }

    void branch(const State& state) {
        SharedCost bound = state.cost;
        const auto alone = each_alone(state, bound);
        if (!alone || (query_.longest_together && bound.length > *query_.longest_together))
            return;
        std::vector<std::size_t> both = shared(*alone);
        if (settles(*alone, both, bound))
            return;
        std::optional<std::size_t> element = contested(state, both);
        if (!query_.first && !query_.longest_together) {
            SharedCost flow_bound = state.cost;
            auto flow = as_flow(state, flow_bound);
            if (!flow)
                return;
            bound = std::max(bound, flow_bound);
            if (joined_.one_start() && (!may_take(state, 0, (*flow)[0]) || !may_take(state, 1, (*flow)[1])))
                std::swap((*flow)[0], (*flow)[1]);
            if (may_take(state, 0, (*flow)[0]) && may_take(state, 1, (*flow)[1])) {
                both = shared(*flow);
                if (settles(*flow, both, bound))
                    return;
                if (const auto other = contested(state, both); other && *other < groups_)
                    element = other;
            }
        }
        if (best_ && bound >= best_cost_)
            return;
        if (!element) // what they share is paid for: nothing here is better than the pair seen
            return;
        if (++branches_ > query_.most_branches) {
            cut_ = cut_ ? std::min(*cut_, bound) : bound;
            return;
        }
        split(state, *element);
    }

    void split(const State& state, std::size_t element) {
        for (const std::size_t route : {1U, 0U}) {
            if (route == 0 && (state.alike || query_.first))
                continue;
            State child = state;
            child.alike = false;
            child.forbidden[route][element] = 1;
            branch(child);
        }
        State child = state; // in which the two are still alike, if they were
        child.paid[element] = 1;
        child.cost = child.cost + weights_[element];
        if (!best_ || child.cost < best_cost_)
            branch(child);
    }

    const RoutePairQuery& query_;
    JoinedNet joined_;
    std::size_t groups_;
    std::vector<std::vector<std::size_t>> elements_; // by link
    std::vector<SharedCost> weights_;                // by element
    std::int64_t price_ = 0;                         // of a shared millimetre: above any length
    std::vector<std::uint8_t> in_first_;             // elements of a first route that stands
    FoundRoute first_;
    std::optional<Pair> best_;
    SharedCost best_cost_;
    std::optional<SharedCost> cut_;
    std::size_t branches_ = 0;
};

} // namespace

std::optional<RoutePair> most_diverse_pair(const RouteNet& net, const RoutePairQuery& query) {
    if (query.to.empty() || query.from[1].empty() || (query.from[0].empty() && !query.first))
        return std::nullopt;
    return PairSearch(net, query).run();
}

std::optional<FoundRoute> shortest_route(const RouteNet& net, std::span<const SpaceTouch> from,
                                         std::span<const SpaceTouch> to) {
    if (from.empty() || to.empty())
        return std::nullopt;
    const JoinedNet joined(net, {from, from}, to);
    const auto path = joined.shortest(0, [&](std::size_t link) { return joined.links()[link].length; });
    return path ? std::optional(joined.found(0, *path)) : std::nullopt;
}

} // namespace riser
