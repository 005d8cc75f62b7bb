// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/two_unit_flow.h"

#include <deque>

namespace riser::detail {

namespace {

class Flow {
  public:
    Flow(const JoinedNet& net, const std::function<FlowPrice(std::size_t)>& price_of)
        : net_(net), units_(net.links().size(), 0) {
        for (std::size_t i = 0; i < units_.size(); ++i)
            prices_.push_back(price_of(i));
    }

    // Sends one more unit; false when there is no way.
    bool augment(std::uint32_t start) {
        std::vector<std::int64_t> distance(net_.vertices(), no_distance);
        std::vector<std::size_t> back(net_.vertices(), units_.size());
        std::vector<std::uint8_t> queued(net_.vertices(), 0);
        std::deque<std::uint32_t> queue{start};
        distance[start] = 0;
        while (!queue.empty()) {
            const std::uint32_t here = queue.front();
            queue.pop_front();
            queued[here] = 0;
            for (const std::size_t link : net_.at(here)) {
                const std::uint32_t next = net_.beyond(link, here);
                const std::int64_t more = step(link, here, next);
                if (more >= no_distance || distance[here] + more >= distance[next])
                    continue;
                distance[next] = distance[here] + more;
                back[next] = link;
                if (!queued[next]) {
                    queued[next] = 1;
                    queue.push_back(next);
                }
            }
        }
        if (distance[net_.end()] >= no_distance)
            return false;
        cost_ += distance[net_.end()];
        for (std::uint32_t vertex = net_.end(); vertex != start;) {
            const std::size_t link = back[vertex];
            const std::uint32_t from = net_.beyond(link, vertex);
            units_[link] += net_.links()[link].a == from ? 1 : -1;
            vertex = from;
        }
        return true;
    }

    // Takes one unit out again, as a way without loops.
    LinkPath take(std::uint32_t start) {
        LinkPath path;
        std::vector<std::uint32_t> passed{start};
        for (std::uint32_t here = start; here != net_.end();) {
            const auto& links = net_.at(here);
            const auto out = std::find_if(links.begin(), links.end(), [&](std::size_t link) {
                return (net_.links()[link].a == here ? units_[link] : -units_[link]) > 0;
            });
            ensure(out != links.end(), "a flow ends before its end");
            units_[*out] -= net_.links()[*out].a == here ? 1 : -1;
            here = net_.beyond(*out, here);
            const auto loop = std::find(passed.begin(), passed.end(), here);
            path.push_back(*out);
            if (loop != passed.end()) {
                path.resize(static_cast<std::size_t>(loop - passed.begin()));
                passed.erase(loop, passed.end());
            }
            passed.push_back(here);
        }
        return path;
    }
    std::int64_t cost() const { return cost_; }

  private:
    std::int64_t step(std::size_t link, std::uint32_t from, std::uint32_t to) const {
        const RouteNet::Link& row = net_.links()[link];
        const int along = row.a == from ? units_[link] : -units_[link];
        if (along < 0) // a unit comes the other way: it is taken back
            return -(row.length + (along == -2 ? prices_[link].second : 0));
        if (along >= prices_[link].capacity || from == net_.end() || (net_.is_room(to) && to != net_.end()))
            return no_distance;
        return row.length + (along == 1 ? prices_[link].second : 0);
    }

    const JoinedNet& net_;
    std::vector<int> units_; // from a to b
    std::vector<FlowPrice> prices_;
    std::int64_t cost_ = 0;
};

} // namespace

std::optional<TwoUnitFlow> two_unit_flow(const JoinedNet& net, const std::function<FlowPrice(std::size_t)>& price_of) {
    Flow flow(net, price_of);
    for (const std::size_t route : {0U, 1U})
        if (!flow.augment(net.start(route)))
            return std::nullopt;
    TwoUnitFlow out;
    out.cost = flow.cost();
    for (const std::size_t route : {0U, 1U})
        out.paths[route] = flow.take(net.start(route));
    return out;
}

} // namespace riser::detail
