// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/vlan_hosts.h"

#include "model/equipment.h"
#include "solvers/analysis/patched_jacks.h"

#include <set>

namespace riser {

VlanHosts VlanHosts::compute(FactInput& input) {
    VlanHosts out;
    for (const Vlan& vlan : input.table<Vlan>())
        out.vlans[vlan.id];
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks)
        if (const Port* port = input.find(patched.port);
            port && port->mode == PortMode::access && port->status != Status::remove && port->access_vlan)
            if (const auto found = out.vlans.find(*port->access_vlan); found != out.vlans.end())
                ++found->second.jacks;
    for (const Equipment& device : input.table<Equipment>()) {
        if (!device.address || device.status == Status::remove)
            continue;
        for (const Prefix& prefix : input.table<Prefix>())
            if (prefix.vlan && prefix.prefix && contains(*prefix.prefix, *device.address))
                if (const auto found = out.vlans.find(*prefix.vlan);
                    found != out.vlans.end() && input.find(*prefix.vlan)->plane == device.plane)
                    ++found->second.devices;
    }
    return out;
}

std::int32_t gateway_addresses(FactInput& input, VlanId vlan, const IpPrefix& prefix) {
    std::set<IpAddress> out;
    for (const Gateway& gateway : input.table<Gateway>())
        if (gateway.vlan == vlan)
            for (const std::optional<IpAddress>& address : {gateway.address, gateway.shared})
                if (address && contains(prefix, *address))
                    out.insert(*address);
    return static_cast<std::int32_t>(out.size());
}

} // namespace riser
