// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/address_works.h"

#include "model/power.h"
#include "solvers/base/growth.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::string_view planner = "addresses";
constexpr std::string_view planner_of_devices = "equipment";

// Ids of devices by which the keys of VLANs name their block.
std::set<std::string> known_blocks(const Design& design) {
    std::set<std::string> out;
    for (const Vlan& row : design.vlans) {
        if (row.origin.source != planner)
            continue;
        for (std::size_t from = 0; from < row.origin.key.size();) {
            const std::size_t to = std::min(row.origin.key.find('|', from), row.origin.key.size());
            if (const std::string part = row.origin.key.substr(from, to - from); part.starts_with("eq-"))
                out.insert(part);
            from = to + 1;
        }
    }
    return out;
}

} // namespace

AddressWorks::AddressWorks(const Design& design, const AddressOptions& given)
    : options(given),
      facts(design),
      after(design),
      growth(growth_factor(design.find(the_brief), given.growth)),
      shared(shared_body(design.bodies)),
      vrfs(after, planner),
      vlans(after, planner),
      pools(after, planner),
      prefixes(after, planner),
      scopes(after, planner),
      gateways(after, planner),
      routes(after, planner),
      trees(after, planner),
      ports(after, planner_of_devices),
      equipment(after, planner_of_devices),
      map(facts, known_blocks(design)) {}

bool AddressWorks::gave(const std::optional<VlanId>& vlan) const {
    const Vlan* row = facts.design().find(vlan);
    return row && row->origin.source == planner;
}

bool AddressWorks::gave(const std::optional<IpAddress>& address) const {
    if (!address)
        return false;
    for (const Prefix& row : facts.design().prefixes)
        if (row.origin.source == planner && row.vlan && row.prefix && contains(*row.prefix, *address))
            return true;
    return false;
}

} // namespace riser
