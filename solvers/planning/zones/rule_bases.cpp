// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/port_words.h"
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

// The rule base of a plane's firewalls: what is permitted, the most particular first; what may come in from an edge,
// but from nothing within; what may leave, but to nothing within; then nothing.
class RuleBase {
  public:
    RuleBase(ZoneWorks& works, PlaneId plane) : works_(works), plane_(plane) {}

    std::vector<AclRule> list() {
        for (const PolicyDraft& draft : works_.drafts)
            if (draft.boundary->plane == plane_ && draft.action == AclAction::permit)
                permit(draft);
        const Prefixes inside = entering_.empty() && leaving_.empty() ? Prefixes{} : within();
        for (const AclRule& rule : entering_)
            for (const IpPrefix& from : inside)
                if (from.address.is_v6 == rule.destination->address.is_v6)
                    add({.action = AclAction::deny,
                         .protocol = "ip",
                         .source = from,
                         .destination = rule.destination,
                         .ports = {}});
        for (AclRule& rule : entering_)
            add(std::move(rule));
        if (!leaving_.empty()) {
            for (const IpPrefix& to : inside)
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
            if (works_.after.find(draft.from)->role == ZoneRole::edge)
                enter(host(*service.address), service.ports);
            else
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
        const auto permit = [&](std::string protocol, std::string range) {
            out.push_back({.action = AclAction::permit,
                           .protocol = std::move(protocol),
                           .source = {},
                           .destination = {},
                           .ports = std::move(range)});
        };
        const std::vector<ProtocolWish> wishes = ports.empty() ? std::vector{ProtocolWish{}} : service_wishes(ports);
        for (const ProtocolWish& wish : wishes) {
            if (!wish.known)
                continue;
            std::vector<std::string> protocols;
            for (const std::uint8_t protocol : wish.protocols)
                protocols.push_back(protocol_word(protocol));
            if (protocols.empty())
                protocols =
                    wish.ports.empty() ? std::vector<std::string>{"ip"} : std::vector<std::string>{"tcp", "udp"};
            for (const std::string& protocol : protocols) {
                for (const PortRange& range : wish.ports)
                    permit(protocol, to_string(range));
                if (wish.ports.empty())
                    permit(protocol, {});
            }
        }
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
    // From whoever is outside.
    void enter(const IpPrefix& to, const std::string& ports) {
        for (AclRule rule : for_ports(ports)) {
            rule.destination = to;
            entering_.push_back(std::move(rule));
        }
    }
    Prefixes within() const {
        Prefixes out;
        for (const Prefix& row : works_.after.prefixes)
            if (const Vlan* vlan = works_.after.find(row.vlan); vlan && vlan->plane == plane_ && row.prefix)
                out.push_back(*row.prefix);
        return united(std::move(out));
    }
    void add(AclRule rule) {
        if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end())
            rules_.push_back(std::move(rule));
    }

    ZoneWorks& works_;
    PlaneId plane_;
    std::vector<AclRule> rules_;
    std::vector<AclRule> entering_;
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
