// SPDX-License-Identifier: GPL-3.0-or-later
// The graph while it is reduced: links are removed, contracted (then they are in the tree for good) and joined, and
// each remembers the given edges it stands for. A plain value: branching copies it.
//
// Weights are cost * 2^tie_bits + a small number of the link's own, so that equal costs seldom tie: a test that needs a
// strictly cheaper way then decides equal costs too, and always in the same order, so that two links never excuse each
// other.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace riser::steiner {

using Vertex = std::int32_t;
using Cost = std::int64_t;

struct Link {
    Vertex a = -1; // -1: removed
    Vertex b = -1;
    Cost weight = 0;
    std::int32_t origin = 0;

    bool alive() const { return a >= 0; }
    Vertex other(Vertex v) const { return v == a ? b : a; }
};

class Network {
  public:
    // An edge as given, between vertices of this network; its origin is its place in the list.
    struct Given {
        Vertex a;
        Vertex b;
        Cost cost;
    };
    Network() = default;
    // Of parallel edges the cheapest is kept; edges of no cost are contracted.
    Network(Vertex vertices, const std::vector<Given>& edges, const std::vector<Vertex>& terminals);

    Vertex size() const { return static_cast<Vertex>(around_.size()); }
    int link_count() const { return live_links_; }
    int terminal_count() const { return terminals_; }
    bool is_terminal(Vertex v) const { return terminal_[v] != 0; }
    int degree(Vertex v) const { return degree_[v]; }
    const Link& link(int id) const { return links_[id]; }
    int link_slots() const { return static_cast<int>(links_.size()); } // ids are below; some are removed
    Cost cost(int id) const { return links_[id].weight >> tie_bits_; }
    Cost cost_of(Cost weight) const { return weight >> tie_bits_; }
    Cost fixed_cost() const { return fixed_cost_; }

    // Calls visit(link id) for each link at v; v's links may not change meanwhile.
    template<class Visit> void each(Vertex v, Visit visit) const {
        for (const int id : around_[v])
            if (links_[id].a == v || links_[id].b == v)
                visit(id);
    }
    std::vector<int> links_at(Vertex v) const;

    void remove(int id);
    void remove_vertex(Vertex v); // with its links
    void make_terminal(Vertex v);
    // Puts the link into the tree and makes its ends one vertex, which is returned.
    Vertex contract(int id);
    // Adds a link that stands for both; nothing when a lighter one is there. The two stay.
    void join(int first, int second);

    // The given edges that links and the links contracted so far stand for; one may come twice.
    std::vector<std::int32_t> given_edges(const std::vector<int>& link_ids) const;
    // Without removed links and vertices, numbered anew; terminals without links stay.
    Network compacted() const;
    std::size_t bytes() const;

  private:
    void add(Vertex a, Vertex b, Cost weight, std::int32_t origin);
    void attach(Vertex v, int id);
    int find(Vertex a, Vertex b) const; // -1: none

    std::vector<Link> links_;
    std::vector<std::vector<int>> around_; // may name links that are gone
    std::vector<int> degree_;
    std::vector<std::uint8_t> terminal_;
    std::vector<std::pair<std::int32_t, std::int32_t>> joins_; // origins given_ and above
    std::vector<std::int32_t> fixed_;                          // origins
    Cost fixed_cost_ = 0;
    std::int32_t given_ = 0;
    int live_links_ = 0;
    int terminals_ = 0;
    int tie_bits_ = 0;
};

} // namespace riser::steiner
