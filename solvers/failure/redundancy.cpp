// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/redundancy.h"

#include "model/logical.h"
#include "solvers/analysis/backbone_diversity.h"
#include "solvers/graph/resilience/risk_ways.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

using Nodes = std::vector<NetNode>;

int tier_of(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::core_switch:
        return 3;
    case EquipmentRole::distribution_switch:
        return 2;
    case EquipmentRole::access_switch:
        return 1;
    default:
        return 0;
    }
}

// The same links with one risk a cable and none of devices, or one a device and none of cables.
RiskNetwork by_cable(const DeviceNet& net) {
    RiskNetwork out{.net = net.network.net, .risks = 0, .of_link = {}, .feeds = {}, .leaf = net.network.leaf};
    for (std::size_t l = 0; l < net.cables.size(); ++l) {
        const bool same = l > 0 && net.cables[l] == net.cables[l - 1];
        out.risks += !same;
        out.of_link.push_back({NetRisk{out.risks - 1}});
    }
    return out;
}
RiskNetwork by_device(const DeviceNet& net) {
    RiskNetwork out{
        .net = net.network.net, .risks = net.network.net.nodes, .of_link = {}, .feeds = {}, .leaf = net.network.leaf};
    for (std::uint32_t v = 0; v < out.risks; ++v)
        out.feeds.push_back({{NetRisk{v}}});
    return out;
}

RiskSet joined(RiskSet a, const RiskSet& b) {
    RiskSet out;
    std::ranges::set_union(a, b, std::back_inserter(out));
    return out;
}

// Where the devices of DeviceNet stand in it. Other devices, and names, wake nothing that asks here.
struct DevicePlace {
    EquipmentId device;
    int tier = 0;
    std::optional<PlaneId> plane;
    std::optional<SpaceId> space;
    bool operator==(const DevicePlace&) const = default;
};
struct DevicePlaces {
    std::vector<DevicePlace> places; // by device
    bool operator==(const DevicePlaces&) const = default;
    static DevicePlaces compute(FactInput& input) {
        DevicePlaces out;
        for (const auto& [id, node] : input.get<DeviceNet>().node_by_device)
            if (const Equipment* row = input.find(id)) {
                const EquipmentType* type = input.find(row->type);
                out.places.push_back({id, type ? tier_of(type->role) : 0, row->plane, row->space});
            }
        return out;
    }
    const DevicePlace* of(EquipmentId device) const {
        const auto at = std::ranges::lower_bound(places, device, {}, &DevicePlace::device);
        return at != places.end() && at->device == device ? &*at : nullptr;
    }
};

class Ways {
  public:
    explicit Ways(FactInput& input)
        : input_(input),
          net_(input.get<DeviceNet>()),
          places_(input.get<DevicePlaces>()),
          cables_(by_cable(net_)),
          devices_(by_device(net_)),
          classes_(input.table<RequirementClass>(), input.table<Zone>(), input.table<Service>()) {
        for (const RequirementClass& row : input.table<RequirementClass>())
            asked_[row.subject] = std::max(asked_[row.subject], row.redundancy);
        for (const auto& [device, node] : net_.node_by_device)
            note(device, node);
        for (const RoomUplinks& room : input.get<BackboneDiversity>().rooms)
            entries_[{room.plane, room.space}] = room.parts.entries;
    }

    std::vector<WaysApart> rows() {
        add_access();
        add_services();
        add_exits();
        return std::move(out_);
    }

  private:
    // The highest tier of switches of a plane is its core.
    void note(EquipmentId device, NetNode node) {
        const DevicePlace* row = places_.of(device);
        const int tier = row ? row->tier : 0;
        if (tier == 0)
            return;
        if (tier == 1)
            access_.emplace(node, device);
        if (tier < 2 || !row->plane)
            return;
        auto& [highest, nodes] = cores_[*row->plane];
        if (tier < highest)
            return;
        if (tier > highest)
            nodes.clear();
        highest = tier;
        nodes.insert(node);
    }

    Nodes core_of(const std::optional<PlaneId>& plane) const {
        const auto found = plane ? cores_.find(*plane) : cores_.end();
        return found == cores_.end() ? Nodes{} : Nodes(found->second.second.begin(), found->second.second.end());
    }

    // What all of the nodes are in; of one node, what takes it down at all.
    RiskSet unavoidable(const Nodes& nodes, RedundancyClass asked) const {
        RiskSet out = net_.certain[at(nodes.front())];
        for (const NetNode node : nodes) {
            RiskSet both;
            std::ranges::set_intersection(out, net_.certain[at(node)], std::back_inserter(both));
            out = std::move(both);
        }
        if (asked == RedundancyClass::two_n)
            return {};
        if (nodes.size() > 1)
            std::erase_if(out, [&](NetRisk risk) {
                const ElementKind kind = net_.elements[at(risk)].kind;
                return kind != ElementKind::room && kind != ElementKind::compartment;
            });
        return out;
    }

    RiskSet entries_of(const std::optional<PlaneId>& plane, const std::optional<SpaceId>& space) const {
        RiskSet out;
        const auto found = space ? entries_.find({plane, *space}) : entries_.end();
        if (found != entries_.end())
            for (const PathwayRunId run : found->second) {
                const FailureElement wanted{.kind = ElementKind::pathway, .row = run};
                const auto place = std::ranges::lower_bound(net_.elements, wanted);
                if (place != net_.elements.end() && *place == wanted)
                    out.push_back(NetRisk{static_cast<std::uint32_t>(place - net_.elements.begin())});
            }
        std::ranges::sort(out);
        return out;
    }

    std::uint32_t flow(const RiskArcs& arcs, const RiskTerminals& ends, std::uint32_t enough) const {
        return arcs.flow(
            arcs.ends_of(ends), [](const RiskArcs::Arc&) { return true; }, enough);
    }

    void measure(WaysApart row, const Nodes& from, const Nodes& to, RiskSet sure) {
        const RiskTerminals ends{.from = from, .to = to, .sure = std::move(sure)};
        const RiskArcs& arcs = *net_.arcs;
        row.cables = flow(cables_, {from, to, {}}, cables_.risks());
        row.joined = row.cables > 0;
        row.spared = named(ends.sure);
        row.from = from;
        row.to = to;
        if (row.joined) {
            RiskSet alone;
            for (const Nodes* side : {&from, &to})
                if (side->size() == 1)
                    alone = riser::joined(alone, {NetRisk{static_cast<std::uint32_t>(side->front())}});
            row.devices = flow(devices_, {from, to, alone}, row.cables);
            const RiskWays ways = most_risk_disjoint_ways(arcs, ends, search_);
            row.apart = ways.unlimited ? row.cables : static_cast<std::uint32_t>(ways.ways.size());
            row.apart_bound = ways.unlimited ? row.cables : ways.bound;
            const RiskCut cut = smallest_risk_cut(arcs, ends, search_);
            row.cut = named(cut.cut.value_or(RiskSet{}));
            row.cut_bound = cut.bound;
            if (row.cut.size() == 1)
                row.single = named(single_risks(arcs, ends));
        }
        out_.push_back(std::move(row));
    }

    std::vector<FailureElement> named(const RiskSet& risks) const {
        std::vector<FailureElement> out;
        for (const NetRisk risk : risks)
            out.push_back(net_.elements[at(risk)]);
        return out;
    }

    void add_access() {
        for (const auto& [node, device] : access_) {
            const DevicePlace* row = places_.of(device);
            const Nodes core = core_of(row->plane);
            if (core.empty() || std::ranges::find(core, node) != core.end())
                continue;
            const RedundancyClass asked = row->space ? classes_.of(row->plane, *row->space)
                                                     : asked_of({row->plane ? AnyId(*row->plane) : AnyId{}});
            RiskSet sure = riser::joined(net_.certain[at(node)], entries_of(row->plane, row->space));
            sure = riser::joined(std::move(sure), unavoidable(core, asked));
            measure({.of = WaysOf::access, .subject = device, .plane = row->plane, .space = row->space, .asked = asked},
                    {node}, core, std::move(sure));
        }
    }

    RedundancyClass asked_of(std::initializer_list<AnyId> subjects) const {
        RedundancyClass out = RedundancyClass::n;
        for (const AnyId subject : subjects)
            if (const auto found = asked_.find(subject); found != asked_.end())
                out = std::max(out, found->second);
        return out;
    }

    void add_services() {
        for (const Service& service : input_.table<Service>()) {
            const Zone* zone = input_.find(service.zone);
            Nodes hosts;
            for (const EquipmentId host : service.hosts)
                if (const auto node = net_.node_of(host))
                    hosts.push_back(*node);
            const Nodes core = zone ? core_of(zone->plane) : Nodes{};
            if (!zone || hosts.empty() || core.empty())
                continue;
            const RedundancyClass asked = asked_of({service.id, zone->id, zone->plane});
            measure({.of = WaysOf::service, .subject = service.id, .plane = zone->plane, .space = {}, .asked = asked},
                    core, hosts, far_ends(core, hosts, asked));
        }
    }

    RiskSet far_ends(const Nodes& core, const Nodes& far, RedundancyClass asked) const {
        RiskSet out = unavoidable(core, asked);
        if (far.size() > 1)
            out = riser::joined(std::move(out), unavoidable(far, asked));
        return out;
    }

    // Handoffs of a zone stand in for each other, or of a plane where they name no zone.
    void add_exits() {
        std::map<AnyId, std::pair<PlaneId, Nodes>> exits;
        for (std::uint32_t v = 0; v < net_.nodes.size(); ++v) {
            const AnyId id = net_.nodes[v];
            const ProviderHandoff* handoff =
                id.kind == Kind::provider_handoffs ? input_.find(ProviderHandoffId{id.value}) : nullptr;
            const Zone* zone = handoff ? input_.find(handoff->zone) : nullptr;
            const std::optional<PlaneId> plane = zone      ? std::optional(zone->plane)
                                                 : handoff ? handoff->plane
                                                           : std::nullopt;
            if (!plane)
                continue;
            auto& [of, nodes] = exits[zone ? AnyId(zone->id) : AnyId(*plane)];
            of = *plane;
            nodes.push_back(NetNode{v});
        }
        for (const auto& [subject, exit] : exits) {
            const auto& [plane, nodes] = exit;
            const Nodes core = core_of(plane);
            if (core.empty())
                continue;
            const RedundancyClass asked = asked_of({subject, plane});
            measure({.of = WaysOf::exit, .subject = subject, .plane = plane, .space = {}, .asked = asked}, core, nodes,
                    far_ends(core, nodes, asked));
        }
    }

    FactInput& input_;
    const DeviceNet& net_;
    const DevicePlaces& places_;
    const RiskArcs cables_, devices_;
    const UplinkClasses classes_;
    const RiskSearch search_{.most_branches = 2'000};
    std::map<AnyId, RedundancyClass> asked_;
    std::map<NetNode, EquipmentId> access_;
    std::map<PlaneId, std::pair<int, std::set<NetNode>>> cores_; // tier, nodes
    std::map<std::pair<std::optional<PlaneId>, SpaceId>, std::vector<PathwayRunId>> entries_;
    std::vector<WaysApart> out_;
};

} // namespace

Redundancy Redundancy::compute(FactInput& input) { return {Ways(input).rows()}; }

bool counts_for(RedundancyClass asked, ElementKind kind) {
    switch (kind) {
    case ElementKind::panel:
    case ElementKind::rack:
    case ElementKind::room:
    case ElementKind::compartment:
    case ElementKind::source:
        return asked == RedundancyClass::two_n;
    case ElementKind::entrance:
        return asked >= RedundancyClass::diverse_route;
    default:
        return asked >= RedundancyClass::n_plus_1;
    }
}

} // namespace riser
