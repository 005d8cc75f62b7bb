// SPDX-License-Identifier: GPL-3.0-or-later
// A network with risks as a graph to search over and over: each node enters, passes what all its feeds share, then one
// feed. A way in it is a way of the network with one feed chosen a node. Built once in O(network), asked between many
// terminals.
#pragma once

#include "solvers/graph/resilience/risk_network.h"

#include <functional>
#include <optional>

namespace riser {

class RiskArcs {
  public:
    struct Arc {
        std::uint32_t from = 0, to = 0;
        RiskSet risks = {};
        std::optional<NetLink> link = {};
        std::optional<NetNode> node = {};    // it enters this one
        std::optional<NetNode> ends_at = {}; // a leaf: only ways that end there take it
        std::optional<NetNode> begins_at = {};
    };
    using Way = std::vector<std::uint32_t>; // arcs in turn

    RiskArcs(const RiskNetwork& network); // NOLINT: searches take a network as it is

    // Terminals as this graph knows them.
    struct Ends {
        std::vector<std::uint32_t> from = {};  // vertices
        std::vector<std::uint8_t> goal = {};   // by vertex
        std::vector<std::uint8_t> begins = {}; // by node
        std::vector<std::uint8_t> ends = {};
        std::vector<std::uint8_t> sure = {}; // by risk
    };
    Ends ends_of(const RiskTerminals& terminals) const;

    const Arc& operator[](std::uint32_t arc) const { return arcs_[arc]; }
    std::uint32_t risks() const { return risks_; }
    std::uint32_t arcs_on(NetRisk risk) const { return arcs_on_[at(risk)]; }

    // The cheapest way over arcs none of whose risks is barred, each risk at its price once an arc; ties go by the
    // order of arcs. O((arcs + risks on them) log arcs), less when it is short.
    std::optional<Way> cheapest(const Ends& ends, const std::vector<std::uint8_t>& barred,
                                const std::vector<std::uint32_t>& price) const;
    // At most `enough` ways at once, where an arc with a risk that is not sure carries one: no more share nothing.
    std::uint32_t flow(const Ends& ends, const std::function<bool(const Arc&)>& open, std::uint32_t enough) const;
    RiskSet risks_of(const Ends& ends, const Way& way) const; // without those that are sure

  private:
    void add(std::uint32_t from, std::uint32_t to, RiskSet risks);
    void add_node(NetNode node, std::span<const RiskSet> feeds);
    void add_link(NetLink link, NetNode from, NetNode to, const RiskNetwork& network);
    bool passes(const Ends& ends, const Arc& arc) const {
        return (!arc.ends_at || ends.ends[at(*arc.ends_at)]) && (!arc.begins_at || ends.begins[at(*arc.begins_at)]);
    }

    std::uint32_t nodes_ = 0, risks_ = 0;
    std::vector<Arc> arcs_;
    std::vector<std::vector<std::uint32_t>> out_, in_; // arcs by vertex
    std::vector<std::uint32_t> arcs_on_;               // by risk
};

} // namespace riser
