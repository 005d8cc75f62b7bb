// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/zones/prefix_union.h"
#include "solvers/planning/zones/zone_works.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

using Prefixes = std::vector<IpPrefix>;

IpPrefix host(const IpAddress& address) {
    return {.address = address, .length = address.is_v6 ? std::uint8_t{128} : std::uint8_t{32}};
}

std::string shown(const ServicePorts& range) {
    return std::to_string(range.first) + (range.last > range.first ? "-" + std::to_string(range.last) : std::string());
}

// The rule base of a plane's firewalls: what is permitted, the most particular first; what may leave, but to nothing
// within; then nothing.
class RuleBase {
  public:
    RuleBase(ZoneWorks& works, PlaneId plane) : works_(works), plane_(plane) {}

    std::vector<AclRule> list() {
        for (const PolicyDraft& draft : works_.drafts)
            if (draft.boundary->plane == plane_ && draft.action == AclAction::permit)
                permit(draft);
        if (!leaving_.empty()) {
            Prefixes within;
            for (const Vlan& vlan : works_.after.vlans)
                if (vlan.plane == plane_)
                    for (const Prefix& row : works_.after.prefixes)
                        if (row.vlan == vlan.id && row.prefix)
                            within.push_back(*row.prefix);
            for (const IpPrefix& to : united(std::move(within)))
                add({.action = AclAction::deny, .protocol = "ip", .source = {}, .destination = to, .ports = {}});
            for (AclRule& rule : leaving_)
                add(std::move(rule));
        }
        add({.action = AclAction::deny, .protocol = "ip", .source = {}, .destination = {}, .ports = {}});
        return std::move(rules_);
    }

  private:
    void permit(const PolicyDraft& draft) {
        const Prefixes from = works_.prefixes_of(draft.from);
        for (const ServiceId id : draft.services) {
            const Service& service = *works_.after.find(id);
            if (works_.after.find(draft.to)->role == ZoneRole::edge) {
                leave(from, service.ports);
                continue;
            }
            if (!service.address) {
                works_.reasons.add(id, {"业务没有地址，规则库未放行", "it has no address: no rule base lets it pass"});
                continue;
            }
            reach(from, {host(*service.address)}, service.ports);
        }
        if (draft.by_bastion)
            by_bastion(draft, from);
    }

    void by_bastion(const PolicyDraft& draft, const Prefixes& from) {
        Prefixes bastions;
        for (const EquipmentId id : works_.devices_of(plane_, EquipmentRole::bastion))
            if (const Equipment* row = works_.after.find(id); row->address)
                bastions.push_back(host(*row->address));
        if (bastions.empty()) {
            works_.reasons.add(plane_, {"堡垒机没有管理地址，管理域未放行",
                                        "no bastion has an address: nothing reaches the management zone"});
            return;
        }
        if (works_.after.find(draft.to)->management)
            reach(from, bastions, works_.options.bastion_ports);
        else
            reach(bastions, works_.prefixes_of(draft.to), works_.options.managed_ports);
    }

    // Without ports: every protocol.
    static std::vector<AclRule> for_ports(const std::string& ports) {
        std::vector<AclRule> out;
        for (const ServicePorts& range : port_ranges(ports))
            out.push_back({.action = AclAction::permit,
                           .protocol = range.protocol,
                           .source = {},
                           .destination = {},
                           .ports = shown(range)});
        if (ports.empty())
            out.push_back(
                {.action = AclAction::permit, .protocol = "ip", .source = {}, .destination = {}, .ports = {}});
        return out;
    }
    void reach(const Prefixes& from, const Prefixes& to, const std::string& ports) {
        for (const IpPrefix& source : from)
            for (const IpPrefix& destination : to)
                if (source.address.is_v6 == destination.address.is_v6)
                    for (AclRule rule : for_ports(ports)) {
                        rule.source = source;
                        rule.destination = destination;
                        add(std::move(rule));
                    }
    }
    void leave(const Prefixes& from, const std::string& ports) {
        for (const IpPrefix& source : from)
            for (AclRule rule : for_ports(ports)) {
                rule.source = source;
                leaving_.push_back(std::move(rule));
            }
    }
    void add(AclRule rule) {
        if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end())
            rules_.push_back(std::move(rule));
    }

    ZoneWorks& works_;
    PlaneId plane_;
    std::vector<AclRule> rules_;
    std::vector<AclRule> leaving_;
};

std::set<PlaneId> guarded_planes(const ZoneWorks& works) {
    std::set<PlaneId> out;
    for (const PolicyDraft& draft : works.drafts)
        if (draft.boundary->plane)
            out.insert(*draft.boundary->plane);
    return out;
}

bool has_addresses(const ZoneWorks& works, PlaneId plane) {
    return std::any_of(works.after.prefixes.begin(), works.after.prefixes.end(), [&](const Prefix& row) {
        const Vlan* vlan = works.after.find(row.vlan);
        return row.prefix && vlan && vlan->plane == plane && vlan->zone;
    });
}

} // namespace

void plan_rule_bases(ZoneWorks& works) {
    for (const PlaneId plane : guarded_planes(works)) {
        const std::vector<EquipmentId> firewalls = works.devices_of(plane, EquipmentRole::firewall);
        if (firewalls.empty()) {
            works.reasons.add(plane, {"没有防火墙，策略无处执行", "it has no firewall to enforce its policies"});
            continue;
        }
        if (!has_addresses(works, plane)) {
            works.reasons.add(plane, {"尚未规划地址，防火墙规则库待定",
                                      "its addresses are not planned yet: the firewalls' rule bases wait for them"});
            continue;
        }
        const std::vector<AclRule> rules = RuleBase(works, plane).list();
        for (const EquipmentId firewall : firewalls) {
            Acl row = works.acls.start("rules|" + to_string(firewall));
            row.name = "RULES";
            row.equipment = firewall;
            row.vlan.reset();
            row.rules = rules;
            works.totals->rules += static_cast<std::int32_t>(works.acls.put(std::move(row)).rules.size());
        }
    }
}

} // namespace riser
