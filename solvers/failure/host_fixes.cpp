// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/host_fixes.h"

#include "solvers/analysis/cable_lengths.h"
#include "solvers/graph/resilience/cheapest_fix.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

const Text step{"主机连接的改法", "fixes of hosts' links"};

// Ports that nothing is plugged into, by device and medium.
class FreePorts {
  public:
    explicit FreePorts(const Design& design) {
        std::set<PortId> used;
        for (const Termination& row : design.terminations)
            if (row.on.kind == Kind::ports)
                used.insert(PortId{row.on.value});
        for (const Port& row : design.ports)
            if (row.status != Status::remove && !used.contains(row.id))
                ++count_[{row.equipment, row.medium}];
    }
    std::int64_t of(EquipmentId device, Medium medium) const {
        const auto at = count_.find({device, medium});
        return at == count_.end() ? 0 : at->second;
    }
    // Of a medium that both have one of.
    std::optional<Medium> shared(EquipmentId a, EquipmentId b) const {
        for (const auto& [key, count] : count_)
            if (key.first == a && of(b, key.second) > 0)
                return key.second;
        return std::nullopt;
    }

  private:
    std::map<std::pair<EquipmentId, Medium>, std::int64_t> count_;
};

class HostProblem {
  public:
    HostProblem(const Facts& facts, const FreePorts& ports, const WaysApart& row)
        : facts_(facts), design_(facts.design()), net_(facts.get<DeviceNet>()), ports_(ports), row_(row) {
        out_.service = ServiceId{row.subject.value};
        out_.asked = row.asked;
        for (const FailureElement& element : row.single)
            if (counts_for(row.asked, element.kind))
                out_.points.push_back(element);
    }

    bool weak() const { return !out_.points.empty(); }

    HostFix solve(const Run& run) {
        problem_.network = net_.network;
        problem_.terminals = {{.from = row_.from, .to = row_.to, .sure = risks(row_.spared)}};
        for (const NetRisk risk : risks(out_.points))
            problem_.needs.push_back({0, risk});
        for (const NetNode host : row_.to)
            consider(host);
        choose(run);
        return std::move(out_);
    }

  private:
    RiskSet risks(std::span<const FailureElement> elements) const {
        RiskSet out;
        for (const FailureElement& element : elements)
            out.push_back(NetRisk{
                static_cast<std::uint32_t>(std::ranges::lower_bound(net_.elements, element) - net_.elements.begin())});
        std::ranges::sort(out);
        return out;
    }
    std::vector<EquipmentId> members(NetNode node) const {
        std::vector<EquipmentId> out;
        for (const auto& [device, at] : net_.node_by_device)
            if (at == node)
                out.push_back(device);
        return out;
    }

    void consider(NetNode host) {
        const std::optional<HostLink> like = present(host);
        if (!like)
            return;
        std::set<NetNode> joined;
        for (const LinkEnds& link : net_.network.net.links)
            if (link.a == host || link.b == host)
                joined.insert(link.a == host ? link.b : link.a);
        for (std::uint32_t v = 0; v < net_.nodes.size(); ++v) {
            const NetNode node{v};
            if (node == host || net_.network.is_leaf(node) || joined.contains(node) ||
                net_.nodes[v].kind != Kind::equipment)
                continue;
            for (const EquipmentId device : members(node))
                if (const auto from = is_switch(device) ? port_beside(host, device) : std::nullopt; from) {
                    HostLink link = *like;
                    link.host = *from;
                    link.device = device;
                    problem_.changes.push_back({.price = 2 * link.price.value + 1, // of equal prices the fewest
                                                .adds = {{host, node}},
                                                .of_added = {RiskSet{}}});
                    links_.push_back(link);
                    break;
                }
        }
    }
    bool is_switch(EquipmentId id) const {
        const Equipment* row = design_.find(id);
        const EquipmentType* type = row ? design_.find(row->type) : nullptr;
        return type && (type->role == EquipmentRole::core_switch || type->role == EquipmentRole::distribution_switch ||
                        type->role == EquipmentRole::access_switch);
    }

    // The member of the host that stands in the device's space and has a port free of a medium of which it has one.
    std::optional<EquipmentId> port_beside(NetNode host, EquipmentId id) const {
        const Equipment* device = design_.find(id);
        for (const EquipmentId member : members(host))
            if (const Equipment* row = design_.find(member); row && device && row->space &&
                                                             row->space == device->space &&
                                                             row->plane == device->plane && ports_.shared(member, id))
                return member;
        return std::nullopt;
    }

    // How the host is joined now: what such a link is long, and costs.
    std::optional<HostLink> present(NetNode host) {
        for (std::uint32_t l = 0; l < net_.cables.size(); ++l) {
            const LinkEnds ends = net_.network.net.links[l];
            if ((ends.a != host && ends.b != host) || net_.cables[l].way.empty())
                continue;
            HostLink out{.host = {}, .device = {}, .like = net_.cables[l].way.front(), .length = {}, .price = {}};
            for (const CableId id : net_.cables[l].way) {
                const Cable* cable = design_.find(id);
                const CableType* type = cable ? design_.find(cable->type) : nullptr;
                const BillItem* item = type ? design_.find(type->bill_item) : nullptr;
                const CableLength* length = facts_.get<CableLengths>().of(id);
                const Millimetres long_is = length ? length->total() : Millimetres();
                out.length += long_is;
                if (!item || item->price.value <= 0 || (item->unit == "m" && !length)) {
                    out_.priced = false;
                    continue;
                }
                out.price =
                    Money{out.price.value +
                          (item->unit == "m" ? (item->price.value * long_is.value + 999) / 1'000 : item->price.value)};
            }
            return out;
        }
        return std::nullopt;
    }

    // Without the needs that nothing meets.
    void choose(const Run& run) {
        Result<FixAnswer> answer = cheapest_fix(problem_, {}, run);
        if (answer && !answer->unmet.empty()) {
            for (auto need = answer->unmet.rbegin(); need != answer->unmet.rend(); ++need) {
                out_.left.push_back(net_.elements[at(*problem_.needs[*need].lost)]);
                problem_.needs.erase(problem_.needs.begin() + *need);
            }
            std::ranges::sort(out_.left);
            answer = cheapest_fix(problem_, {}, run);
        }
        if (!answer) {
            out_.outcome = Outcome::infeasible;
            return;
        }
        out_.outcome = answer->outcome;
        std::int64_t price = 0;
        for (const std::uint32_t change : answer->changes.value_or(std::vector<std::uint32_t>{})) {
            out_.links.push_back(links_[change]);
            price += links_[change].price.value;
        }
        out_.price = Money{price};
        out_.bound =
            Money{answer->outcome == Outcome::complete
                      ? price
                      : std::max<std::int64_t>(0, (answer->bound - static_cast<std::int64_t>(links_.size())) / 2)};
        if (!ports_are_enough()) {
            out_.links.clear();
            out_.price = {};
            out_.outcome = Outcome::limit_reached;
        }
    }

    bool ports_are_enough() const {
        std::map<std::pair<EquipmentId, Medium>, std::int64_t> taken;
        for (const HostLink& link : out_.links)
            for (const EquipmentId end : {link.host, link.device}) {
                const Medium medium = *ports_.shared(link.host, link.device);
                if (++taken[{end, medium}] > ports_.of(end, medium))
                    return false;
            }
        return true;
    }

    const Facts& facts_;
    const Design& design_;
    const DeviceNet& net_;
    const FreePorts& ports_;
    const WaysApart& row_;
    FixProblem problem_;
    std::vector<HostLink> links_; // by change
    HostFix out_;
};

} // namespace

std::vector<HostFix> host_fixes(const Facts& facts, const Run& run) {
    const std::vector<WaysApart>& rows = facts.get<Redundancy>().rows;
    const FreePorts ports(facts.design());
    std::vector<HostFix> out;
    for (std::size_t i = 0; i < rows.size() && !run.stopped(); ++i) {
        if (rows[i].of != WaysOf::service || !rows[i].joined || rows[i].asked == RedundancyClass::n)
            continue;
        run.report(static_cast<double>(i) / static_cast<double>(rows.size()), step);
        HostProblem problem(facts, ports, rows[i]);
        if (problem.weak())
            out.push_back(problem.solve(run));
    }
    return out;
}

} // namespace riser
