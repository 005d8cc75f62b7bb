// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/reach_words.h"

namespace riser {

namespace {

Text joined(const char* zh, const char* en, const std::string& name) { return {zh + name, en + name}; }

std::string device_at(FactInput& facts, AnyId at) {
    if (at.kind == Kind::ports) {
        const Port* port = facts.find(PortId{at.value});
        return port ? device_label(facts, port->equipment) : to_string(at);
    }
    const Gateway* gateway = facts.find(GatewayId{at.value});
    return gateway && gateway->equipment ? device_label(facts, *gateway->equipment) : to_string(at);
}

Text told_filter(FactInput& facts, const Denial& end, const std::string& device) {
    const Acl* acl = end.acl ? facts.find(*end.acl) : nullptr;
    if (!acl)
        return joined("没有规则的防火墙 ", "at the firewall without rules, ", device);
    const std::string name = acl->name.empty() ? to_string(acl->id) : acl->name;
    if (!end.rule)
        return {device + " 的 " + name + " 末尾（缺省拒绝）",
                "at the end of " + name + " on " + device + " (default deny)"};
    const std::string rule = std::to_string(*end.rule + 1);
    return {device + " 的 " + name + " 第 " + rule + " 条", "at rule " + rule + " of " + name + " on " + device};
}

} // namespace

std::string device_label(FactInput& facts, EquipmentId id) {
    const Equipment* device = facts.find(id);
    return device && !device->label.empty() ? device->label : to_string(id);
}

Text told_end(FactInput& facts, const Denial& end) {
    const std::string device = device_at(facts, end.at);
    switch (end.why) {
    case Stop::filter_in:
    case Stop::rule_base:
    case Stop::filter_out:
        return told_filter(facts, end, device);
    case Stop::no_route:
        return joined("没有路由：", "for want of a route on ", device);
    case Stop::discarded:
        return joined("丢弃路由：", "at a discarding route on ", device);
    case Stop::no_next_hop:
        return joined("下一跳无应答：", "since nobody answers for the next hop of ", device);
    case Stop::own_address:
        return joined("止于设备自身地址：", "at an address of the device itself, ", device);
    case Stop::not_permitted:
        return joined("网闸未放行：", "at the isolation gateway ", device);
    }
    return {};
}

Text told_way(FactInput& facts, const Witness& way) {
    std::string devices;
    for (const WitnessHop& hop : way.hops)
        devices += " > " + device_label(facts, hop.device);
    const std::string packet = to_string(way.sent);
    return devices.empty() ? Text{packet + "，同一广播域", packet + ", in one broadcast domain"}
                           : Text{packet + "，经" + devices, packet + ", by" + devices};
}

} // namespace riser
