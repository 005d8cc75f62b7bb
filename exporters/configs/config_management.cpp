// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"

#include <algorithm>

namespace riser::detail {

namespace {

void need(DeviceConfig& config, std::string name, Text meaning) {
    for (const Placeholder& known : config.placeholders)
        if (known.name == name)
            return;
    config.placeholders.push_back({std::move(name), std::move(meaning)});
}

// The addresses of the devices of a role on the plane, the placeholder for those without one.
std::vector<std::string> addresses_of(const ConfigSource& source, const ConfiguredDevice& device, EquipmentRole role,
                                      const std::string& placeholder, const Text& meaning, DeviceConfig& config) {
    std::vector<std::string> out;
    for (const Equipment& row : source.design().equipment) {
        const EquipmentType* type = source.design().find(row.type);
        if (!type || type->role != role || row.status == Status::remove || row.plane != device.plane || !device.plane)
            continue;
        out.push_back(row.address ? to_string(*row.address) : placeholder);
        if (!row.address)
            need(config, placeholder, meaning);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// Services on the plane that are asked at UDP port 123.
std::vector<std::string> clocks_of(const ConfigSource& source, const ConfiguredDevice& device) {
    std::vector<std::string> out;
    for (const Service& service : source.design().services) {
        const Zone* zone = source.design().find(service.zone);
        const std::string ports = ' ' + service.ports + ' ';
        if (service.address && zone && device.plane && zone->plane == *device.plane &&
            ports.find(" udp/123 ") != std::string::npos)
            out.push_back(to_string(*service.address));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// The management address stands at the interface of its VLAN. A device that routes nothing reaches beyond it by that
// VLAN's gateway, as a host does.
void add_address(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    const Equipment* row = source.design().find(device.members.front());
    if (!row || !row->address)
        return;
    const IpAddress address = *row->address;
    const Prefix* prefix = source.prefix_with_vlan(address);
    const Vlan* vlan = prefix ? source.vlan(prefix->vlan) : nullptr;
    const Prefix* loopback = vlan ? nullptr : source.prefix_of(address, {});
    if (!vlan && !loopback) {
        note(config, "管理地址 " + to_string(address) + " 不在任何地址段中，未写",
             "the management address " + to_string(address) + " lies in no prefix; it is not written");
        return;
    }
    const bool routes = !config.interfaces.empty();
    ConfigInterface& interface = interface_of(config, vlan ? vlan->number : std::nullopt);
    const auto length = vlan ? prefix->prefix->length : static_cast<std::uint8_t>(address.is_v6 ? 128 : 32);
    const InterfaceAddress own{address, length};
    if (std::find(interface.addresses.begin(), interface.addresses.end(), own) == interface.addresses.end())
        interface.addresses.push_back(own);
    config.management.address = own;
    config.management.vrf = interface.vrf;
    if (!vlan)
        return;
    use_vlan(source, *vlan, config);
    config.management.vlan = vlan->number;
    const std::vector<const Gateway*> gateways = source.gateways_in(vlan->id);
    const std::optional<IpAddress> gateway = gateways.empty()           ? std::nullopt
                                             : gateways.front()->shared ? gateways.front()->shared
                                                                        : gateways.front()->address;
    if (!routes && config.routes.empty() && gateway && gateway->is_v6 == address.is_v6 && *gateway != address) {
        IpPrefix everywhere;
        everywhere.address.is_v6 = address.is_v6;
        config.routes.push_back({{}, everywhere, *gateway, 60});
    }
}

void name_keys(DeviceConfig& config) {
    const ConfigManagement& management = config.management;
    if (management.address) {
        need(config, "<ADMIN-USER>", {"管理员账号", "name of the administrator"});
        need(config, "<ADMIN-PASSWORD>", {"管理员口令", "password of the administrator"});
    }
    if (!management.stations.empty()) {
        need(config, "<SNMP-USER>", {"SNMPv3 用户名", "name of the SNMPv3 user"});
        need(config, "<SNMP-AUTH-KEY>", {"SNMPv3 认证密钥", "authentication key of the SNMPv3 user"});
        need(config, "<SNMP-PRIV-KEY>", {"SNMPv3 加密密钥", "privacy key of the SNMPv3 user"});
    }
    if (!management.radius.empty())
        need(config, "<RADIUS-KEY>", {"RADIUS 共享密钥", "shared key of the RADIUS server"});
}

} // namespace

void add_management(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    add_address(source, device, config);
    ConfigManagement& out = config.management;
    out.clocks = clocks_of(source, device);
    const auto of = [&](EquipmentRole role, const std::string& placeholder, const Text& meaning) {
        return addresses_of(source, device, role, placeholder, meaning, config);
    };
    out.log_hosts = of(EquipmentRole::log_audit, "<LOG-HOST-ADDRESS>", {"日志审计地址", "address of the log audit"});
    if (out.address) {
        out.stations = of(EquipmentRole::management_station, "<STATION-ADDRESS>",
                          {"网管站地址", "address of the management station"});
        out.bastions = of(EquipmentRole::bastion, "<BASTION-ADDRESS>", {"堡垒机地址", "address of the bastion"});
    }
    const bool asks = std::any_of(config.ports.begin(), config.ports.end(),
                                  [](const ConfigPort& port) { return port.admission == Admission::dot1x; });
    if (asks)
        out.radius = of(EquipmentRole::nac, "<RADIUS-ADDRESS>", {"准入服务器地址", "address of the admission server"});
    name_keys(config);
}

} // namespace riser::detail
