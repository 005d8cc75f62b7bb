// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/closing.h"

#include <algorithm>

namespace riser::verify {

namespace {

bool decides(const Cube& cube, const Acl& acl, std::optional<std::size_t> rule) {
    std::vector<Cube> before;
    for (std::size_t i = 0; i < acl.rules.size() && i + 1 != rule.value_or(0); ++i)
        for (const Cube& spoken : spoken_of(acl.rules[i]))
            before.push_back(spoken);
    if (!rule)
        return uncovered(cube, before).has_value();
    if (*rule == 0 || *rule > acl.rules.size() || acl.rules[*rule - 1].action != AclAction::deny)
        return false;
    for (const Cube& spoken : spoken_of(acl.rules[*rule - 1]))
        if (const auto meant = both(cube, spoken); meant && uncovered(*meant, before))
            return true;
    return false;
}

bool stops(const ListedDenial& denial, const NetGatewayOf& gateway, const Cube& cube, const PlainNetwork& net) {
    const NetDevice& device = net.devices.at(gateway.device);
    const auto by_filter = [&](const std::vector<const Acl*>& filters) {
        return std::any_of(filters.begin(), filters.end(),
                           [&](const Acl* acl) { return denial.acl == acl->id && decides(cube, *acl, denial.rule); });
    };
    if (denial.why == "filter-in")
        return by_filter(gateway.in);
    if (denial.why == "rule-base")
        return denial.acl ? by_filter(device.rule_base) : device.firewall && device.rule_base.empty();
    if (denial.why == "filter-out")
        return std::any_of(net.gateways.begin(), net.gateways.end(), [&](const auto& other) {
            return other.second.device == gateway.device && by_filter(other.second.out);
        });
    const std::vector<NetRoute>& table = net.table_of(gateway);
    if (denial.why == "no-route") {
        std::vector<Cube> known;
        for (const NetRoute& route : table)
            known.push_back(to(route.to));
        return uncovered(cube, known).has_value();
    }
    if (denial.why == "own-address") {
        const std::vector<IpAddress> own = net.own_addresses(gateway);
        return std::any_of(own.begin(), own.end(), [&](const IpAddress& a) { return both(cube, to(a)).has_value(); });
    }
    // "discarded", "no-next-hop": the route that is named is one of the table.
    return std::any_of(table.begin(), table.end(), [&](const NetRoute& route) {
        return denial.route && route.row == denial.route && both(cube, to(route.to)) &&
               (denial.why == "discarded") == !route.by;
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
           std::any_of(listed->headers.begin(), listed->headers.end(),
                       [&](const Cube& cube) { return stops(denial, gateway->second, cube, net); });
}

} // namespace riser::verify
