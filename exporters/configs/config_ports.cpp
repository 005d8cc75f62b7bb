// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"
#include "exporters/configs/interface_names.h"
#include "exporters/configs/safe_names.h"

#include <algorithm>
#include <set>

namespace riser::detail {

namespace {

// The VLANs of a port as its rows have them: numbers, and one note where a row has none.
PortSwitching switching_of(const ConfigSource& source, const Port& port, DeviceConfig& config) {
    PortSwitching out;
    out.mode = port.mode;
    if (port.mode != PortMode::access && port.mode != PortMode::trunk)
        return out;
    const auto take = [&](const std::optional<VlanId>& id) -> const Vlan* {
        const Vlan* vlan = source.vlan(id);
        if (vlan)
            use_vlan(source, *vlan, config);
        return vlan;
    };
    if (const Vlan* vlan = take(port.access_vlan))
        out.untagged = vlan->number;
    if (port.mode == PortMode::access)
        return out;
    for (const VlanId id : port.trunk_vlans)
        if (const Vlan* vlan = take(id); vlan && vlan->number != out.untagged)
            out.tagged.push_back(*vlan->number);
    std::sort(out.tagged.begin(), out.tagged.end());
    out.tagged.erase(std::unique(out.tagged.begin(), out.tagged.end()), out.tagged.end());
    return out;
}

// Our end of a link to a provider, where the link has two addresses.
std::optional<InterfaceAddress> end_of_link(const ProviderHandoff& handoff) {
    if (!handoff.link || !handoff.peer || !contains(*handoff.link, *handoff.peer))
        return {};
    const std::uint8_t width = handoff.link->address.is_v6 ? 128 : 32;
    const int host = width - handoff.link->length;
    if (host != 1 && host != 2)
        return {};
    IpAddress own = *handoff.peer;
    std::uint8_t& last = own.bytes[own.is_v6 ? 15 : 3];
    last = static_cast<std::uint8_t>(last ^ (host == 1 ? 1U : 3U));
    return InterfaceAddress{own, handoff.link->length};
}

void add_provider_addresses(const ConfigSource& source, const Port& port, PortSwitching& switching,
                            DeviceConfig& config) {
    for (const ProviderHandoff& handoff : source.design().provider_handoffs) {
        if (handoff.port != port.id)
            continue;
        if (const std::optional<InterfaceAddress> own = end_of_link(handoff))
            switching.addresses.push_back(*own);
        else
            note(config, "端口 " + one_line(port.name) + "：运营商互联地址未定",
                 "port " + one_line(port.name) + ": its address towards the provider is not given");
    }
}

class Interfaces {
  public:
    explicit Interfaces(DeviceConfig& config) : config_(config) {}
    InterfaceName name(const Port& port, std::size_t member) {
        std::optional<InterfaceName> said = interface_name(port.name);
        if (said && taken_.insert(*said).second)
            return *said;
        InterfaceName out{said ? said->speed : speed_of(port.rate), {}};
        for (std::int32_t n = port.position > 0 && port.position < 1000 ? port.position : 1;; ++n) {
            out.numbers = std::to_string(member + 1) + "/0/" + std::to_string(n);
            if (taken_.insert(out).second)
                break;
        }
        const std::string written = shown(out, config_.dialect);
        note(config_, "端口“" + one_line(port.name) + "”写作 " + written,
             "port \"" + one_line(port.name) + "\" is written as " + written);
        return out;
    }

  private:
    DeviceConfig& config_;
    std::set<InterfaceName> taken_;
};

Admission admission_of(const ConfigSource& source, const Port& port, const ConfiguredDevice& device) {
    const Vlan* vlan = source.vlan(port.access_vlan);
    const Zone* zone = vlan ? source.design().find(vlan->zone) : nullptr;
    if (port.mode != PortMode::access || !zone || !source.needs_admission(*zone))
        return Admission::none;
    if (source.has_admission_server(device.plane))
        return Admission::dot1x;
    return Admission::port_security;
}

// Members say what the LAG does; where they differ, the first in order stands.
void join_lag(const ConfigSource& source, const Port& port, PortSwitching switching, const std::string& far,
              DeviceConfig& config) {
    const Lag& row = *source.design().find(port.lag);
    const std::int32_t number = source.lag_number(row.id);
    const auto at = std::find_if(config.lags.begin(), config.lags.end(),
                                 [&](const ConfigLag& lag) { return lag.number == number; });
    if (at == config.lags.end()) {
        const std::size_t word = far.find(' ');
        config.lags.push_back(
            {number, far.substr(0, word), row.kind, std::max(row.minimum_links, 1), std::move(switching)});
    } else if (at->switching != switching) {
        note(config, "聚合组 " + std::to_string(number) + " 各成员端口的 VLAN 不同，按第一个写",
             "the ports of LAG " + std::to_string(number) + " differ in their VLANs; the first one's stand");
    }
}

} // namespace

void add_ports(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    Interfaces names(config);
    for (const Port* port : source.ports_of(device)) {
        if (device.members.size() > 1 && source.far_device(port->id) == &device)
            continue; // it holds the stack together: neither shut nor a trunk
        const auto member = std::find(device.members.begin(), device.members.end(), port->equipment);
        ConfigPort out{names.name(*port, static_cast<std::size_t>(member - device.members.begin())), {}, {}, {}};
        out.description = source.far_end(port->id);
        PortSwitching switching = switching_of(source, *port, config);
        if (port->mode == PortMode::routed)
            add_provider_addresses(source, *port, switching, config);
        // An access port without a VLAN would be in VLAN 1, which nobody meant.
        out.shutdown = port->mode == PortMode::unused || (port->mode == PortMode::access && !switching.untagged);
        if (source.design().find(port->lag)) {
            out.lag = source.lag_number(*port->lag);
            join_lag(source, *port, std::move(switching), out.description, config);
        } else {
            out.admission = out.shutdown ? Admission::none : admission_of(source, *port, device);
            out.switching = std::move(switching);
        }
        out.powers = port->poe_class > 0 && port->mode != PortMode::unused;
        config.ports.push_back(std::move(out));
    }
    std::sort(config.ports.begin(), config.ports.end(),
              [](const ConfigPort& a, const ConfigPort& b) { return less_in_order(a.name, b.name); });
    std::sort(config.lags.begin(), config.lags.end(),
              [](const ConfigLag& a, const ConfigLag& b) { return a.number < b.number; });
}

} // namespace riser::detail
