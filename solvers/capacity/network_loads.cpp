// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/network_loads.h"

#include "solvers/capacity/loads.h"
#include "solvers/capacity/lost_links.h"
#include "solvers/failure/device_failures.h"
#include "solvers/forwarding/asked_rows.h"

#include <cmath>
#include <limits>
#include <set>

namespace riser {

namespace {

class Summing {
  public:
    Summing(FactInput& input, const TrafficAssumptions& assumptions)
        : elements_(input.get<DeviceFailures>().model),
          model_(input.get<AskedRows>().rows, input.table<SpanningTree>(), input.get<Demands>(assumptions)),
          map_(model_.map()),
          index_(model_.index()) {
        LostLinkFinder finder(map_, elements_);
        std::vector<LostLinks> lost;
        for (std::size_t e = 0; e < elements_.elements.size(); ++e) {
            const auto element = static_cast<ElementIndex>(e);
            lost.push_back(finder.of(std::span(&element, 1)));
        }
        loads_ = loads_of(model_, lost);
    }

    NetworkLoads all() {
        out_.asked = loads_.asked;
        out_.carried = loads_.carried;
        out_.people = model_.demands().people;
        add_links();
        add_trunks();
        add_hashed_twice();
        for (NetIndex box = 0; box < model_.net().boxes.size(); ++box)
            if (const DirectedLoad in = load(index_.through(box)); in.worst > 0)
                out_.devices.push_back({model_.net().boxes[box].id, in});
        for (std::size_t e = 0; e < loads_.lost.size(); ++e)
            if (loads_.lost[e] > 0)
                out_.uncarried.push_back({elements_.elements[e], loads_.lost[e]});
        std::stable_sort(out_.uncarried.begin(), out_.uncarried.end(),
                         [](const UncarriedTraffic& a, const UncarriedTraffic& b) { return a.lost > b.lost; });
        return std::move(out_);
    }

  private:
    std::optional<FailureElement> cause(std::uint32_t failure) const {
        return failure == nothing ? std::nullopt : std::optional(elements_.elements[failure]);
    }
    DirectedLoad load(std::size_t flow) const {
        return {loads_.normal[flow], loads_.worst[flow], cause(loads_.worst_in[flow])};
    }

    void add_link(PortId a, AnyId b, BitRate rate, std::size_t from_a, std::size_t from_b) {
        LinkLoad row{.a = a, .b = b, .rate = rate, .from_a = load(from_a), .from_b = load(from_b)};
        if (row.worse().worst <= 0)
            return;
        const std::size_t least = loads_.room[from_a] <= loads_.room[from_b] ? from_a : from_b;
        row.room = loads_.room[least];
        row.room_cause = cause(loads_.room_in[least]);
        row.normal_room = std::numeric_limits<double>::infinity();
        for (const std::size_t flow : {from_a, from_b})
            if (const double most = model_.capacity(flow);
                most > loads_.normal[flow] - loads_.people[flow] && loads_.people[flow] > 1e-9 * most)
                row.normal_room =
                    std::min(row.normal_room, (most - loads_.normal[flow] + loads_.people[flow]) / loads_.people[flow]);
        out_.links.push_back(std::move(row));
    }

    void add_links() {
        for (std::size_t w = 0; w < map_.wires.size(); ++w)
            add_link(map_.wires[w].a, map_.wires[w].b, map_.wires[w].rate, 2 * w, 2 * w + 1);
        for (std::size_t p = 0; p < map_.plugs.size(); ++p)
            if (map_.plugs[p].station.kind != Kind::jacks)
                add_link(map_.plugs[p].port, map_.plugs[p].station, map_.plugs[p].rate, index_.to_station(p),
                         index_.from_station(p));
        std::sort(out_.links.begin(), out_.links.end(),
                  [](const LinkLoad& x, const LinkLoad& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    }

    PortId start(std::uint32_t arc) const { return arc % 2 == 0 ? map_.wires[arc / 2].a : map_.wires[arc / 2].b; }

    void add_trunks() {
        for (std::size_t e = 0; e < map_.edges.size(); ++e) {
            TrunkLoad row{
                .members = {}, .rate = {}, .from_x = load(index_.from_x(e)), .from_y = load(index_.from_y(e))};
            std::set<std::uint32_t> starts;
            for (const std::uint32_t s : map_.edges[e].strands) {
                const std::vector<std::uint32_t>& arcs = map_.strands[s].arcs;
                for (const std::uint32_t arc : arcs)
                    if (const BitRate rate = map_.wires[arc / 2].rate; row.rate.value == 0 || rate < row.rate)
                        row.rate = rate;
                if (starts.insert(arcs.front()).second)
                    row.members.emplace_back(start(arcs.front()), start(arcs.back() ^ 1U));
            }
            if (row.peak() <= 0)
                continue;
            row.needed = members_for(row.peak(), row.rate);
            if (row.members.size() > 1)
                row.largest_flow = largest_flow(e, static_cast<double>(row.rate.value));
            out_.trunks.push_back(std::move(row));
        }
    }

    // Of users whose own flow is more than a member carries; each such flow is followed by itself.
    double largest_flow(std::size_t edge, double member) const {
        double out = 0;
        for (const DemandProfile& profile : model_.demands().profiles)
            for (const DemandFlow& flow : profile.flows) {
                if (flow.one <= member || flow.one <= out)
                    continue;
                DemandProfile alone = profile;
                alone.flows = {flow};
                const ProfileLoad load = model_.load_of(alone, model_.whole());
                for (const auto& [number, amount] : load.flows)
                    if ((number == index_.from_x(edge) || number == index_.from_y(edge)) && amount > 0)
                        out = flow.one;
            }
        return out;
    }

    // Strands of an edge at one device, with the direction in which they lead away from it.
    std::vector<std::uint32_t> leading(std::size_t edge, NetIndex box, bool away) const {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t s : map_.edges[edge].strands) {
            const LinkStrand& strand = map_.strands[s];
            if (strand.box_x == box)
                out.push_back(away ? strand.arcs.front() : strand.arcs.front() ^ 1U);
            else if (strand.box_y == box)
                out.push_back(away ? strand.arcs.back() ^ 1U : strand.arcs.back());
        }
        return out;
    }

    void add_hashed_twice() {
        std::vector<std::vector<std::size_t>> edges_at(model_.net().boxes.size());
        for (std::size_t e = 0; e < map_.edges.size(); ++e)
            for (const std::uint32_t s : map_.edges[e].strands)
                for (const NetIndex box : {map_.strands[s].box_x, map_.strands[s].box_y})
                    if (edges_at[box].empty() || edges_at[box].back() != e)
                        edges_at[box].push_back(e);
        for (NetIndex box = 0; box < edges_at.size(); ++box)
            for (const std::size_t in : edges_at[box]) {
                const std::vector<std::uint32_t> arrives = leading(in, box, false);
                if (arrives.size() == map_.edges[in].strands.size() || loads_.normal[arrives.front()] <= 0)
                    continue; // all of it comes here
                for (const std::size_t to : edges_at[box]) {
                    const std::vector<std::uint32_t> leaves = leading(to, box, true);
                    if (to != in && leaves.size() > 1 && loads_.normal[leaves.front()] > 0)
                        out_.hashed_twice.push_back({model_.net().boxes[box].id,
                                                     {start(arrives.front()), start(arrives.front() ^ 1U)},
                                                     {start(leaves.front()), start(leaves.front() ^ 1U)}});
                }
            }
    }

    const FailureModel& elements_;
    LoadModel model_;
    const LinkMap& map_;
    const LoadIndex& index_;
    FlowLoads loads_;
    NetworkLoads out_;
};

const LinkLoad* least(const std::vector<LinkLoad>& links, double LinkLoad::*room) {
    const LinkLoad* out = nullptr;
    for (const LinkLoad& link : links)
        if (std::isfinite(link.*room) && (!out || link.*room < out->*room))
            out = &link;
    return out;
}

} // namespace

std::int64_t members_for(double peak, BitRate rate) {
    if (rate.value <= 0)
        return 0;
    return std::max<std::int64_t>(
        2, 1 + static_cast<std::int64_t>(std::ceil(peak / static_cast<double>(rate.value) * (1 - 1e-12))));
}

const LinkLoad* NetworkLoads::first_full() const { return least(links, &LinkLoad::room); }
const LinkLoad* NetworkLoads::first_full_normal() const { return least(links, &LinkLoad::normal_room); }

NetworkLoads NetworkLoads::compute(FactInput& input, const TrafficAssumptions& assumptions) {
    return Summing(input, assumptions).all();
}

} // namespace riser
