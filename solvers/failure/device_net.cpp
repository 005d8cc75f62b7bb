// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/device_net.h"

#include "model/logical.h"
#include "solvers/failure/device_failures.h"
#include "solvers/failure/need_sets.h"
#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

class Netting {
  public:
    explicit Netting(FactInput& input) : input_(input), model_(input.get<DeviceFailures>().model) {}

    DeviceNet net() {
        add_devices();
        add_cables();
        add_handoffs();
        number();
        out_.arcs = std::make_shared<const RiskArcs>(out_.network);
        return std::move(out_);
    }

  private:
    struct Node {
        std::vector<EquipmentId> members = {};
        std::optional<NeedIndex> alone = {}; // of a device that is no stack
    };

    void add_devices() {
        std::set<EquipmentId> hosts;
        for (const Service& service : input_.table<Service>())
            hosts.insert(service.hosts.begin(), service.hosts.end());
        for (const NetBox& box : input_.get<AskedNetwork>().net->boxes) {
            const bool host = std::ranges::any_of(box.members, [&](EquipmentId id) { return hosts.contains(id); });
            if (!box.lives || (box.forwards == Forwards::nothing && !host))
                continue;
            Node node;
            std::vector<ElementSet> feeds;
            for (const EquipmentId member : box.members)
                if (const FailingDevice* need = model_.device(member)) {
                    node.members.push_back(member);
                    node.alone = need->need;
                    add_sets(need_sets(model_.needs, need->need), feeds);
                }
            if (node.members.empty())
                continue;
            if (node.members.size() > 1)
                node.alone.reset();
            for (const EquipmentId member : node.members)
                out_.node_by_device.emplace_back(member, next_node());
            out_.network.leaf.push_back(box.forwards == Forwards::nothing);
            out_.nodes.emplace_back(box.id);
            feeds_.push_back(std::move(feeds));
            nodes_.push_back(std::move(node));
        }
        std::ranges::sort(out_.node_by_device);
    }

    NetNode next_node() const { return NetNode{static_cast<std::uint32_t>(nodes_.size())}; }

    void add_sets(NeedSets sets, std::vector<ElementSet>& to) {
        out_.all_there = out_.all_there && sets.all_there;
        std::ranges::move(sets.sets, std::back_inserter(to));
    }

    std::optional<NetNode> node_of(PortId port) const {
        const Port* row = input_.find(port);
        return row ? out_.node_of(row->equipment) : std::nullopt;
    }

    // What the ends need as well is theirs to say, but for a member of a stack.
    std::vector<NeedIndex> taken(std::initializer_list<NetNode> ends) const {
        std::vector<NeedIndex> out;
        for (const NetNode end : ends)
            if (nodes_[at(end)].alone)
                out.push_back(*nodes_[at(end)].alone);
        return out;
    }

    void add_cables() {
        const std::span<const CabledLink> cabled = input_.get<AskedRows>().rows.cabled.links();
        for (const FailingLink& link : model_.links) {
            const auto a = node_of(link.a), b = node_of(link.b);
            if (!a || !b || a == b)
                continue;
            const auto row = std::ranges::lower_bound(cabled, std::pair(link.a, link.b), {},
                                                      [](const CabledLink& l) { return std::pair(l.a, l.b); });
            NetCable cable{.a = link.a, .b = link.b, .handoff = {}, .way = {}};
            if (row != cabled.end() && row->a == link.a && row->b == link.b)
                cable.way = row->cables;
            add_links(*a, *b, need_sets(model_.needs, link.need, taken({*a, *b})), cable);
        }
    }

    void add_handoffs() {
        for (const FailingHandoff& handoff : model_.handoffs)
            if (const auto at_port = node_of(handoff.port)) {
                const NetNode end = next_node();
                out_.nodes.emplace_back(handoff.id);
                out_.network.leaf.push_back(1);
                feeds_.emplace_back();
                nodes_.emplace_back();
                add_links(*at_port, end, need_sets(model_.needs, handoff.need, taken({*at_port})),
                          {.a = handoff.port, .b = {}, .handoff = handoff.id, .way = {}});
            }
    }

    void add_links(NetNode a, NetNode b, NeedSets sets, const NetCable& cable) {
        out_.all_there = out_.all_there && sets.all_there;
        for (ElementSet& set : sets.sets) {
            out_.network.net.links.push_back({a, b});
            out_.cables.push_back(cable);
            of_link_.push_back(std::move(set));
        }
    }

    // Only elements that anything here depends on, in their order.
    void number() {
        std::set<ElementIndex> used;
        for (const ElementSet& set : of_link_)
            used.insert(set.begin(), set.end());
        for (const auto& feeds : feeds_)
            for (const ElementSet& set : feeds)
                used.insert(set.begin(), set.end());
        std::map<ElementIndex, NetRisk> risk;
        for (const ElementIndex element : used) {
            risk[element] = NetRisk{static_cast<std::uint32_t>(out_.elements.size())};
            out_.elements.push_back(model_[element]);
        }
        const auto risks_of = [&](const ElementSet& set) {
            RiskSet risks;
            for (const ElementIndex element : set)
                risks.push_back(risk.at(element));
            return risks;
        };
        RiskNetwork& net = out_.network;
        net.net.nodes = static_cast<std::uint32_t>(nodes_.size());
        net.risks = static_cast<std::uint32_t>(out_.elements.size());
        for (const ElementSet& set : of_link_)
            net.of_link.push_back(risks_of(set));
        for (const auto& feeds : feeds_) {
            std::vector<RiskSet>& of = net.feeds.emplace_back();
            RiskSet& certain = out_.certain.emplace_back();
            for (const ElementSet& set : feeds) {
                of.push_back(risks_of(set));
                RiskSet still;
                std::ranges::set_intersection(of.size() == 1 ? of.back() : certain, of.back(),
                                              std::back_inserter(still));
                certain = std::move(still);
            }
        }
    }

    FactInput& input_;
    const FailureModel& model_;
    DeviceNet out_;
    std::vector<Node> nodes_;
    std::vector<std::vector<ElementSet>> feeds_;
    std::vector<ElementSet> of_link_;
};

} // namespace

DeviceNet DeviceNet::compute(FactInput& input) { return Netting(input).net(); }

bool DeviceNet::operator==(const DeviceNet& other) const {
    return nodes == other.nodes && cables == other.cables && elements == other.elements &&
           network.of_link == other.network.of_link && network.feeds == other.network.feeds &&
           network.leaf == other.network.leaf && node_by_device == other.node_by_device && all_there == other.all_there;
}

std::optional<NetNode> DeviceNet::node_of(AnyId id) const {
    if (id.kind == Kind::equipment) {
        const auto found = std::ranges::lower_bound(node_by_device, EquipmentId{id.value}, {},
                                                    &std::pair<EquipmentId, NetNode>::first);
        return found != node_by_device.end() && found->first.value == id.value ? std::optional(found->second)
                                                                               : std::nullopt;
    }
    const auto found = std::ranges::find(nodes, id);
    return found == nodes.end() ? std::nullopt
                                : std::optional(NetNode{static_cast<std::uint32_t>(found - nodes.begin())});
}

} // namespace riser
