// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/laid_network.h"

#include "solvers/graph/laying/pricing.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

namespace riser {

namespace {

using namespace laying;

// Each part as a Steiner problem: a vertex for every axis at a vertex, turns between them; what is wanted hangs on all
// its axes for nothing, and edges laid always cost nothing: so the tree's bound, with those edges, holds for any
// choice.
class AsSteiner {
  public:
    AsSteiner(const LayingProblem& problem, const Pricing& pricing) : problem_(problem), graphs_(pricing.parts()) {
        axis_vertices_.resize(problem.vertices);
        for (std::uint32_t v = 0; v < problem.vertices; ++v)
            add_vertex(v, pricing);
        edge_of_.resize(graphs_.size());
        for (std::size_t part = 0; part < graphs_.size(); ++part)
            edge_of_[part].assign(graphs_[part].edges.size(), no_edge);
        for (std::uint32_t e = 0; e < problem.edges.size(); ++e)
            add_edge(e, pricing);
    }

    // Lays the tree of each part in the choice; the sum of their bounds.
    Result<std::int64_t> solve(Choice& choice, const SteinerOptions& options, const Run& run) const {
        std::int64_t bound = 0;
        for (std::uint32_t e = 0; e < problem_.edges.size(); ++e)
            if (problem_.edges[e].laid == LayingEdge::Laid::always) {
                bound += problem_.edges[e].cost;
                choice[e] = 1;
            }
        for (std::size_t part = 0; part < graphs_.size(); ++part) {
            const Result<SteinerTree> tree = steiner_tree(graphs_[part], options, run);
            if (!tree)
                return tree.error();
            bound += tree->bound;
            for (const SteinerEdgeIndex edge : tree->edges)
                if (edge_of_[part][at(edge)] != no_edge)
                    choice[edge_of_[part][at(edge)]] = 1;
        }
        return bound;
    }

  private:
    SteinerVertex fresh(SteinerGraph& graph) { return static_cast<SteinerVertex>(graph.vertices++); }

    void add_vertex(std::uint32_t v, const Pricing& pricing) {
        SteinerGraph& graph = graphs_[pricing.part(v)];
        auto& mine = axis_vertices_[v];
        for (const End& end : pricing.ends(v))
            if (std::none_of(mine.begin(), mine.end(), [&](const auto& known) { return known.first == end.axis; })) {
                const SteinerVertex axis = fresh(graph);
                for (const auto& [other, vertex] : mine)
                    graph.edges.push_back({vertex, axis, problem_.turn});
                mine.emplace_back(end.axis, axis);
            }
        if (!pricing.wanted(v))
            return;
        graph.terminals.push_back(fresh(graph));
        for (const auto& [other, vertex] : mine)
            graph.edges.push_back({graph.terminals.back(), vertex, 0});
    }

    void add_edge(std::uint32_t e, const Pricing& pricing) {
        const LayingEdge& edge = problem_.edges[e];
        const std::uint32_t part = pricing.part(edge.a);
        const bool free = edge.laid == LayingEdge::Laid::always;
        graphs_[part].edges.push_back(
            {vertex_of(edge.a, edge.axis_a), vertex_of(edge.b, edge.axis_b), free ? 0 : edge.cost});
        edge_of_[part].push_back(e);
    }

    SteinerVertex vertex_of(std::uint32_t v, std::int32_t axis) const {
        return std::find_if(axis_vertices_[v].begin(), axis_vertices_[v].end(),
                            [&](const auto& known) { return known.first == axis; })
            ->second;
    }

    static constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();
    const LayingProblem& problem_;
    std::vector<SteinerGraph> graphs_; // by part
    std::vector<std::vector<std::pair<std::int32_t, SteinerVertex>>> axis_vertices_;
    std::vector<std::vector<std::uint32_t>> edge_of_; // by part, of the Steiner edges; no_edge: a turn
};

class Search {
  public:
    Search(const LayingProblem& problem, const Pricing& pricing, const Run& run)
        : problem_(problem), pricing_(pricing), run_(run) {}

    // From a choice that joins all that is wanted; goes on as long as it gets better.
    Priced improve(Choice& choice) const {
        pricing_.prune(choice);
        Priced best = *pricing_.of(choice);
        while (!run_.stopped())
            if (!take_off(choice, best) && !add_chain(choice, best))
                break;
        return best;
    }

  private:
    // The edge whose loss, with the dead ends it leaves, gains most.
    bool take_off(Choice& choice, Priced& best) const {
        std::optional<Choice> found;
        for (std::uint32_t e = 0; e < choice.size() && !run_.stopped(); ++e)
            if (choice[e])
                try_without(choice, e, best, found);
        if (found)
            choice = std::move(*found);
        return found.has_value();
    }

    void try_without(const Choice& choice, std::uint32_t edge, Priced& best, std::optional<Choice>& found) const {
        if (problem_.edges[edge].laid == LayingEdge::Laid::always)
            return;
        Choice tried = choice;
        tried[edge] = 0;
        pricing_.prune(tried);
        const std::optional<Priced> priced = pricing_.of(tried);
        if (!priced || priced->cost() >= best.cost())
            return;
        best = *priced;
        found = std::move(tried);
    }

    // For each edge that is not laid: the chain through it that joins two laid vertices; alone, or with one edge less.
    bool add_chain(Choice& choice, Priced& best) const {
        std::vector<std::uint8_t> seen = choice;
        std::optional<Choice> found;
        for (std::uint32_t e = 0; e < choice.size() && !run_.stopped(); ++e) {
            if (seen[e])
                continue;
            Choice more = choice;
            more[e] = seen[e] = 1;
            for (const std::uint32_t end : {problem_.edges[e].a, problem_.edges[e].b})
                follow(end, e, more, seen);
            pricing_.prune(more);
            if (const std::optional<Priced> priced = pricing_.of(more); priced && priced->cost() < best.cost()) {
                best = *priced;
                found = more;
            }
            for (std::uint32_t less = 0; less < more.size() && more[e]; ++less)
                if (more[less] && choice[less])
                    try_without(more, less, best, found);
        }
        if (found)
            choice = std::move(*found);
        return found.has_value();
    }

    // Lays edges from the end of one on by shortest length to the nearest laid vertex.
    void follow(std::uint32_t start, std::uint32_t by, Choice& more, std::vector<std::uint8_t>& seen) const {
        using Item = std::tuple<std::int64_t, std::uint32_t, std::uint32_t>; // length, vertex, edge it came by
        std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
        std::vector<std::uint32_t> came(problem_.vertices, no_edge);
        queue.emplace(0, start, by);
        while (!queue.empty()) {
            auto [reached, here, edge] = queue.top();
            queue.pop();
            if (came[here] != no_edge)
                continue;
            came[here] = edge;
            const auto& ends = pricing_.ends(here);
            if (std::any_of(ends.begin(), ends.end(),
                            [&](const End& end) { return end.edge != by && more[end.edge]; })) {
                while (here != start) {
                    const LayingEdge& back = problem_.edges[came[here]];
                    more[came[here]] = seen[came[here]] = 1;
                    here = back.a == here ? back.b : back.a;
                }
                return;
            }
            for (const End& end : ends)
                if (end.edge != by)
                    queue.emplace(reached + problem_.edges[end.edge].length, end.to, end.edge);
        }
    }

    static constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();
    const LayingProblem& problem_;
    const Pricing& pricing_;
    const Run& run_;
};

std::optional<Error> fault_of(const LayingProblem& problem) {
    const auto error = [](Text message) {
        return Error{.code = ErrorCode::bad_input, .message = std::move(message), .fix = {}, .where = {}};
    };
    const auto missing = [&](std::uint32_t vertex) { return vertex >= problem.vertices; };
    if (std::any_of(problem.sources.begin(), problem.sources.end(), missing) ||
        std::any_of(problem.joined_twice.begin(), problem.joined_twice.end(), missing) ||
        std::any_of(problem.demands.begin(), problem.demands.end(),
                    [&](const LayingDemand& demand) { return missing(demand.vertex); }) ||
        std::any_of(problem.edges.begin(), problem.edges.end(),
                    [&](const LayingEdge& edge) { return missing(edge.a) || missing(edge.b); }))
        return error({"顶点不存在", "an edge, a source or a demand names a vertex that is not there"});
    if (problem.turn < 0 ||
        std::any_of(problem.edges.begin(), problem.edges.end(),
                    [](const LayingEdge& edge) { return edge.cost < 0 || edge.length < 0; }) ||
        std::any_of(problem.demands.begin(), problem.demands.end(),
                    [](const LayingDemand& demand) { return demand.weight < 0; }))
        return error({"费用、长度或权重为负", "a cost, a length or a weight is below nought"});
    return std::nullopt;
}

} // namespace

Result<LaidNetwork> laid_network(const LayingProblem& problem, const SteinerOptions& options, const Run& run) {
    if (std::optional<Error> fault = fault_of(problem))
        return *std::move(fault);
    const Pricing pricing(problem);
    Choice all(problem.edges.size(), 1);
    Choice tree(problem.edges.size(), 0);
    LaidNetwork out;
    const Result<std::int64_t> bound = AsSteiner(problem, pricing).solve(tree, options, run);
    if (!bound)
        return bound.error();
    out.bound = *bound + pricing.of(all)->ways;
    const Search search(problem, pricing, run);
    pricing.prune(tree);
    Priced best = search.improve(all);
    Choice choice = std::move(all);
    if (pricing.of(tree)) { // else it leaves a way too long or a single one
        const Priced from_tree = search.improve(tree);
        if (from_tree.cost() < best.cost()) {
            best = from_tree;
            choice = std::move(tree);
        }
    }
    for (std::uint32_t e = 0; e < choice.size(); ++e)
        if (choice[e])
            out.edges.push_back(e);
    out.laying = best.laying;
    out.ways = best.ways;
    return out;
}

} // namespace riser
