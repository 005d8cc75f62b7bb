// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/spanning_tree.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace riser {

namespace {

constexpr std::int64_t far = INT64_MAX;

class Spanning {
  public:
    Spanning(const LinkMap& map, std::span<const std::uint32_t> edges) : map_(map), edges_(edges) {
        for (const std::uint32_t e : edges)
            for (const std::uint32_t bridge : {map.edges[e].x, map.edges[e].y})
                bridges_.push_back(bridge);
        std::sort(bridges_.begin(), bridges_.end());
        bridges_.erase(std::unique(bridges_.begin(), bridges_.end()), bridges_.end());
        cost_.assign(bridges_.size(), far);
        at_.resize(bridges_.size());
        for (const std::uint32_t e : edges) {
            at_[local(map.edges[e].x)].push_back(e);
            at_[local(map.edges[e].y)].push_back(e);
        }
    }

    std::vector<std::uint32_t> open() {
        std::vector<std::size_t> order(bridges_.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        std::vector<bool> root(bridges_.size(), false);
        for (const std::size_t first : order)
            if (cost_[first] == far) {
                root[first] = true;
                spread(first);
            }
        std::vector<std::uint32_t> out;
        for (std::size_t here = 0; here < bridges_.size(); ++here)
            if (!root[here])
                out.push_back(root_port(here));
        std::sort(out.begin(), out.end());
        return out;
    }

  private:
    std::size_t local(std::uint32_t bridge) const {
        return static_cast<std::size_t>(std::lower_bound(bridges_.begin(), bridges_.end(), bridge) - bridges_.begin());
    }
    std::tuple<std::int32_t, EquipmentId, std::uint32_t> key(std::size_t here) const {
        const LoadBridge& bridge = map_.bridges[bridges_[here]];
        return {bridge.priority, bridge.id, bridges_[here]};
    }
    std::size_t other_end(std::uint32_t e, std::size_t here) const {
        const BridgeLink& edge = map_.edges[e];
        return local(edge.x == bridges_[here] ? edge.y : edge.x);
    }

    void spread(std::size_t first) {
        using Step = std::pair<std::int64_t, std::size_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> turn;
        cost_[first] = 0;
        turn.emplace(0, first);
        while (!turn.empty()) {
            const auto [cost, here] = turn.top();
            turn.pop();
            if (cost > cost_[here])
                continue;
            for (const std::uint32_t e : at_[here]) {
                const std::size_t there = other_end(e, here);
                if (cost + map_.edges[e].cost < cost_[there]) {
                    cost_[there] = cost + map_.edges[e].cost;
                    turn.emplace(cost_[there], there);
                }
            }
        }
    }

    std::uint32_t root_port(std::size_t here) const {
        const auto rank = [&](std::uint32_t e) {
            const std::size_t there = other_end(e, here);
            const BridgeLink& edge = map_.edges[e];
            const bool is_x = edge.x == bridges_[here];
            return std::tuple(cost_[there] + edge.cost, key(there), is_x ? edge.port_y : edge.port_x, e);
        };
        return *std::min_element(at_[here].begin(), at_[here].end(),
                                 [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    }

    const LinkMap& map_;
    std::span<const std::uint32_t> edges_;
    std::vector<std::uint32_t> bridges_; // ascending
    std::vector<std::int64_t> cost_;     // to the root
    std::vector<std::vector<std::uint32_t>> at_;
};

} // namespace

std::vector<std::uint32_t> open_edges(const LinkMap& map, std::span<const std::uint32_t> edges) {
    return Spanning(map, edges).open();
}

} // namespace riser
