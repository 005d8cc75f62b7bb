// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner_tree.h"

#include "solvers/graph/steiner/branching.h"
#include "solvers/graph/steiner/cut_exchange.h"
#include "solvers/graph/steiner/tree_pool.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>

namespace riser {

namespace {

using namespace steiner;

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

std::optional<Error> fault_of(const SteinerGraph& graph) {
    constexpr std::size_t most = std::size_t{1} << 30;
    constexpr std::int64_t most_cost = std::int64_t{1} << 61;
    const auto error = [](Text message) {
        return Error{.code = ErrorCode::bad_input, .message = message, .fix = {}, .where = {}};
    };
    if (graph.vertices >= most || graph.edges.size() >= most)
        return error({"图太大", "the graph is too large"});
    std::int64_t sum = 0;
    for (const SteinerEdge& edge : graph.edges) {
        if (at(edge.a) >= graph.vertices || at(edge.b) >= graph.vertices)
            return error({"边的端点不存在", "an edge ends at a vertex that is not there"});
        if (edge.cost < 0)
            return error({"边的费用为负", "an edge has a cost below nought"});
        if (edge.cost >= most_cost - sum)
            return error({"费用之和太大", "the costs add up to too much"});
        sum += edge.cost;
    }
    for (const SteinerVertex terminal : graph.terminals)
        if (at(terminal) >= graph.vertices)
            return error({"终端顶点不存在", "a terminal is a vertex that is not there"});
    return std::nullopt;
}

class Solver {
  public:
    Solver(const SteinerGraph& graph, const SteinerOptions& options, const Run& run)
        : run_(run),
          effort_(run, options.most_steps.value_or(no_limit)),
          edges_(given(graph)),
          terminals_(terminals(graph)),
          size_(static_cast<Vertex>(graph.vertices)),
          incumbent_(size_, edges_, terminals_) {}

    SteinerTree solve() {
        SteinerTree out;
        if (terminals_.size() < 2)
            return out;
        out.apart = two_apart();
        if (out.apart) {
            out.outcome = Outcome::infeasible;
            return out;
        }
        network_ = Network(size_, edges_, terminals_);
        first_tree();
        improve();
        for (const std::int32_t edge : incumbent_.edges())
            out.edges.push_back(static_cast<SteinerEdgeIndex>(edge));
        out.cost = incumbent_.cost();
        out.bound = std::min(bound_, out.cost);
        if (out.bound < out.cost)
            out.outcome = effort_.stopped() ? Outcome::stopped : Outcome::limit_reached;
        return out;
    }

  private:
    static std::vector<Network::Given> given(const SteinerGraph& graph) {
        std::vector<Network::Given> out;
        out.reserve(graph.edges.size());
        for (const SteinerEdge& edge : graph.edges)
            out.push_back({static_cast<Vertex>(edge.a), static_cast<Vertex>(edge.b), edge.cost});
        return out;
    }
    static std::vector<Vertex> terminals(const SteinerGraph& graph) {
        std::vector<Vertex> out;
        for (const SteinerVertex terminal : graph.terminals)
            out.push_back(static_cast<Vertex>(terminal));
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    std::optional<std::pair<SteinerVertex, SteinerVertex>> two_apart() const {
        std::vector<Vertex> leader(static_cast<std::size_t>(size_));
        std::iota(leader.begin(), leader.end(), 0);
        const auto lead = [&](Vertex v) {
            while (leader[v] != v)
                v = leader[v] = leader[leader[v]];
            return v;
        };
        for (const Network::Given& edge : edges_)
            leader[lead(edge.a)] = lead(edge.b);
        for (const Vertex t : terminals_)
            if (lead(t) != lead(terminals_.front()))
                return std::pair(static_cast<SteinerVertex>(terminals_.front()), static_cast<SteinerVertex>(t));
        return std::nullopt;
    }

    // Whatever the limits are: there is a tree to give from here on.
    void first_tree() {
        const Run unwatched;
        Effort unlimited(unwatched, no_limit);
        const Layout layout(network_);
        if (layout.terminals.size() < 2) { // the rest hangs together by edges of no cost
            incumbent_.offer(network_.given_edges({}));
            bound_ = incumbent_.cost();
            return;
        }
        TreeBuilder builder(layout, unlimited);
        incumbent_.offer(network_, layout, builder.grow(layout.terminals.front()));
        effort_.spend(unlimited.spent());
    }

    bool proved() const { return bound_ >= incumbent_.cost(); }

    void improve() {
        while (!proved() && !effort_.over()) {
            shrink();
            if (!proved() && !effort_.over())
                finish();
        }
    }

    // Reductions and ascents in turn, as long as they do much. One ascent goes first: on large graphs it removes more
    // than the other reductions in less time, and there is a bound early.
    void shrink() {
        if (turn_ == 0) {
            reduce_degrees(network_, effort_);
            network_ = network_.compacted();
            climb(1);
        }
        while (!proved() && !effort_.over()) {
            reduce(network_, effort_);
            network_ = network_.compacted();
            if (network_.terminal_count() < 2) {
                incumbent_.offer(network_.given_edges({}));
                bound_ = incumbent_.cost();
                return;
            }
            const int links = network_.link_count();
            const int removed = climb(6);
            if (removed <= links / 10)
                return;
        }
    }

    int climb(int roots) {
        if (network_.terminal_count() < 2)
            return 0;
        const Layout layout(network_);
        const Ascents ascents = ascend(network_, layout, roots, turn_++, incumbent_, effort_);
        bound_ = std::max(bound_, ascents.bound);
        root_ = ascents.best.root;
        if (first_gap_ == 0)
            first_gap_ = std::max(incumbent_.cost() - bound_, Cost{0});
        report();
        return ascents.removed;
    }

    // The share of the first gap that is closed.
    void report() const {
        const Cost gap = std::max(incumbent_.cost() - bound_, Cost{0});
        if (first_gap_ > 0)
            run_.report(1 - static_cast<double>(gap) / static_cast<double>(first_gap_),
                        {"缩小树与下界的差距", "closing the gap between tree and bound"});
    }

    // Search for trees and proof by cases in turns that grow. When the trees found make the network much smaller, both
    // begin anew on that.
    void finish() {
        const Layout layout(network_);
        CutExchange exchange(layout, root_, effort_);
        TreePool pool(network_, turn_, effort_);
        Branching branching(network_, bound_, incumbent_);
        while (!branching.done() && !effort_.over()) {
            const Cost before = incumbent_.cost();
            {
                const Slice slice(effort_, turn_steps_);
                pool.run(incumbent_, effort_);
            }
            {
                const Slice slice(effort_, turn_steps_);
                exchange.run(effort_, incumbent_.cost() - network_.fixed_cost());
            }
            bound_ = std::max(bound_, exchange.ascent().bound + network_.fixed_cost());
            if (proved() || (incumbent_.cost() < before && would_shrink(layout, exchange.ascent())))
                return;
            {
                const Slice slice(effort_, turn_steps_);
                branching.run(effort_);
            }
            bound_ = std::max(bound_, branching.bound());
            turn_steps_ += turn_steps_ / 2;
            report();
        }
    }

    bool would_shrink(const Layout& layout, const Ascent& ascent) {
        Network tried = network_;
        return reduce_by_ascent(tried, layout, ascent, incumbent_.cost(), effort_) > network_.link_count() / 10;
    }

    const Run& run_;
    Effort effort_;
    std::vector<Network::Given> edges_;
    std::vector<Vertex> terminals_;
    Vertex size_;
    Incumbent incumbent_;
    Network network_;
    Cost bound_ = 0;
    Cost first_gap_ = 0;
    Vertex root_ = 0; // of the greatest bound; of network_
    std::uint32_t turn_ = 0;
    std::uint64_t turn_steps_ = 1'000'000;
};

} // namespace

Result<SteinerTree> steiner_tree(const SteinerGraph& graph, const SteinerOptions& options, const Run& run) {
    if (std::optional<Error> fault = fault_of(graph))
        return *std::move(fault);
    return Solver(graph, options, run).solve();
}

} // namespace riser
