// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/flow_bound.h"

#include "solvers/capacity/loads.h"
#include "solvers/graph/resilience/changing_forest.h"

#include <algorithm>
#include <limits>
#include <map>

namespace riser {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

// Devices, what is plugged into them, and a node a service that all of its hosts or ways out lead to. What links
// without limit join is one node. Amounts and capacities are shares of all that is asked.
class Problem {
  public:
    Problem(const LoadModel& model, FlowBound& out)
        : model_(model), out_(out), nodes_(static_cast<std::uint32_t>(model.net().boxes.size())) {
        for (const LoadWire& wire : model.map().wires)
            join(wire.box_a, wire.box_b, wire.rate);
        for (const DemandProfile& profile : model.demands().profiles)
            for (const DemandFlow& flow : profile.flows)
                add_service(flow.target);
        Pieces joined(nodes_);
        for (const LinkEnds& link : links_)
            joined.join(link.a, link.b);
        for (const DemandProfile& profile : model.demands().profiles)
            for (const DemandFlow& flow : profile.flows)
                for (const DemandSource& source : profile.sources)
                    ask(source, flow, joined);
    }

    // Empty demands: nothing is in the way.
    FlowProblem take() const {
        Pieces one(nodes_);
        for (std::size_t i = 0; i < links_.size(); ++i)
            if (rates_[i] <= 0)
                one.join(links_[i].a, links_[i].b);
        FlowProblem out{.network = {.nodes = nodes_}, .use = LinkUse::each_way};
        for (std::size_t i = 0; i < links_.size(); ++i)
            if (!one.together(links_[i].a, links_[i].b)) {
                out.network.links.push_back({one.piece_of(links_[i].a), one.piece_of(links_[i].b)});
                out.capacity.push_back(rates_[i] / out_.asked);
            }
        for (const auto& [ends, amount] : amounts_)
            if (amount > 0 && !one.together(ends.first, ends.second))
                out.demands.push_back({one.piece_of(ends.first), one.piece_of(ends.second), amount / out_.asked});
        return out;
    }

  private:
    void join(std::uint32_t a, std::uint32_t b, BitRate rate) {
        out_.unlimited += rate.value <= 0;
        add_link(a, b, static_cast<double>(rate.value));
    }
    void add_link(std::uint32_t a, std::uint32_t b, double rate) {
        links_.push_back({static_cast<NetNode>(a), static_cast<NetNode>(b)});
        rates_.push_back(rate);
    }

    void add_service(ServiceId id) {
        const auto [at, is_new] = services_.try_emplace(id, nodes_);
        if (!is_new)
            return;
        ++nodes_;
        for (const LoadModel::ServiceEnd& end : model_.ends_of(id)) {
            const LoadPlug& plug = model_.map().plugs[end.plug];
            const auto [station, is_fresh] = stations_.try_emplace(end.plug, nodes_);
            if (is_fresh) {
                ++nodes_;
                join(plug.box, station->second, plug.rate);
            }
            add_link(station->second, at->second, 0);
        }
    }

    void ask(const DemandSource& source, const DemandFlow& flow, const Pieces& joined) {
        const double all = source.users * (flow.out + flow.back);
        const NetIndex box = model_.net().box_of(source.device);
        const auto from = static_cast<NetNode>(box), to = static_cast<NetNode>(services_.at(flow.target));
        if (box == no_index || !joined.together(from, to)) {
            out_.apart += all;
            return;
        }
        out_.asked += all;
        amounts_[{from, to}] += source.users * flow.out;
        amounts_[{to, from}] += source.users * flow.back;
    }

    const LoadModel& model_;
    FlowBound& out_;
    std::uint32_t nodes_;
    std::vector<LinkEnds> links_;
    std::vector<double> rates_; // 0: no limit
    std::map<ServiceId, std::uint32_t> services_;
    std::map<std::uint32_t, std::uint32_t> stations_; // by plug
    std::map<std::pair<NetNode, NetNode>, double> amounts_;
};

// Links between devices, and of hosts and ways out: those that the bound counts too.
double as_built(const LoadModel& model) {
    const std::vector<double> loads = loads_in(model, model.whole());
    double out = no_limit;
    const auto fill = [&](std::size_t flow) {
        if (model.capacity(flow) > 0 && loads[flow] > 0)
            out = std::min(out, model.capacity(flow) / loads[flow]);
    };
    for (std::size_t arc = 0; arc < 2 * model.map().wires.size(); ++arc)
        fill(arc);
    for (std::size_t p = 0; p < model.map().plugs.size(); ++p)
        if (model.map().plugs[p].station.kind != Kind::jacks) {
            fill(model.index().to_station(p));
            fill(model.index().from_station(p));
        }
    return out;
}

} // namespace

Result<FlowBound> flow_bound(const Facts& facts, const TrafficAssumptions& assumptions, const FlowOptions& options,
                             const Run& run) {
    const LoadModel model(facts.get<NetworkRows>(), facts.design().spanning_trees, facts.get<Demands>(assumptions));
    FlowBound out;
    const Problem asked(model, out);
    if (out.asked <= 0)
        return Error{.code = ErrorCode::bad_input,
                     .message = {"没有经链路送达的忙时需求", "nothing is asked for over any link in the busy hour"},
                     .fix = {"给出使用业务的主体和业务的主机", "state who uses services, and the hosts of these"},
                     .where = {}};
    out.as_built = as_built(model);
    const FlowProblem problem = asked.take();
    if (problem.demands.empty()) {
        out.lambda = out.bound = no_limit;
        return out;
    }
    const Result<ConcurrentFlow> flow = concurrent_flow(problem, options, run);
    if (!flow)
        return flow.error();
    out.outcome = flow->outcome;
    out.lambda = flow->lambda;
    out.bound = flow->bound;
    return out;
}

} // namespace riser
