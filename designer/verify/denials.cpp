// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/closing.h"

#include <algorithm>

namespace riser::verify {

namespace {

using Headers = std::vector<Cube>;

// Whether the rule (none: the end of the list) is what decides of some of the headers.
bool decides(const Headers& headers, const Acl& acl, std::optional<std::size_t> rule) {
    if (rule && (*rule == 0 || *rule > acl.rules.size() || acl.rules[*rule - 1].action != AclAction::deny))
        return false;
    Headers before;
    for (std::size_t i = 0; i < acl.rules.size() && i + 1 != rule.value_or(0); ++i)
        for (const Cube& spoken : spoken_of(acl.rules[i]))
            before.push_back(spoken);
    const Headers meant = rule ? spoken_of(acl.rules[*rule - 1]) : Headers{Cube{}};
    return std::any_of(headers.begin(), headers.end(), [&](const Cube& cube) {
        return std::any_of(meant.begin(), meant.end(), [&](const Cube& spoken) {
            const auto decided = both(cube, spoken);
            return decided && uncovered(*decided, before);
        });
    });
}

bool stops(const ListedDenial& denial, const NetGatewayOf& gateway, const Headers& headers, const PlainNetwork& net) {
    const NetDevice& device = net.devices.at(gateway.device);
    const auto by_filter = [&](const std::vector<const Acl*>& filters) {
        return std::any_of(filters.begin(), filters.end(), [&](const Acl* acl) {
            return denial.acl == acl->id && decides(headers, *acl, denial.rule);
        });
    };
    const auto any = [&](auto test) { return std::any_of(headers.begin(), headers.end(), test); };
    if (denial.why == "filter-in")
        return by_filter(gateway.in);
    if (denial.why == "rule-base")
        return denial.acl ? by_filter(device.rule_base)
                          : device.firewall && device.rule_base.empty() && !headers.empty();
    if (denial.why == "filter-out")
        return std::any_of(net.gateways.begin(), net.gateways.end(), [&](const auto& other) {
            return other.second.device == gateway.device && by_filter(other.second.out);
        });
    const std::vector<NetRoute>& table = net.table_of(gateway);
    if (denial.why == "no-route") {
        Headers known;
        for (const NetRoute& route : table)
            known.push_back(to(route.to));
        return any([&](const Cube& cube) { return uncovered(cube, known).has_value(); });
    }
    if (denial.why == "own-address") {
        const std::vector<IpAddress> own = net.own_addresses(gateway);
        return std::any_of(own.begin(), own.end(), [&](const IpAddress& address) {
            return any([&](const Cube& cube) { return both(cube, to(address)).has_value(); });
        });
    }
    // "discarded", "no-next-hop": the route that is named is one of the table.
    return std::any_of(table.begin(), table.end(), [&](const NetRoute& route) {
        return denial.route && route.row == denial.route && (denial.why == "discarded") == !route.by &&
               any([&](const Cube& cube) { return both(cube, to(route.to)).has_value(); });
    });
}

} // namespace

bool stops_something(const ListedDenial& denial, const ListedSpread& list, const PlainNetwork& net) {
    if (denial.why == "not-permitted") // at a side of an isolation gateway to which something comes
        return std::any_of(list.sides.begin(), list.sides.end(),
                           [&](const ListedPlace& side) { return denial.at == AnyId(side.key.port); });
    const GatewayId id{denial.at.kind == Kind::gateways ? denial.at.value : 0};
    const auto gateway = net.gateways.find(id);
    const auto listed = std::find_if(list.gateways.begin(), list.gateways.end(),
                                     [&](const ListedGateway& row) { return row.id == id; });
    return gateway != net.gateways.end() && listed != list.gateways.end() &&
           stops(denial, gateway->second, listed->headers, net);
}

} // namespace riser::verify
