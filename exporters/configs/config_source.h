// SPDX-License-Identifier: GPL-3.0-or-later
// What configurations are made from, looked up once for all devices: which rows may be told, what is at the far end of
// a port, which names things bear, which prefix an address lies in. Used by device_configs alone.
#pragma once

#include "exporters/configs/device_configs.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace riser::detail {

// One device to configure: a single one, or the members of a stack.
struct ConfiguredDevice {
    std::vector<EquipmentId> members; // in the order of the stack
    std::string label;
    std::string hostname;
    const EquipmentType* type = nullptr; // of the first
    std::optional<PlaneId> plane;
};

class ConfigSource {
  public:
    explicit ConfigSource(const Facts& facts);

    const Design& design() const { return design_; }
    const std::vector<ConfiguredDevice>& devices() const { return devices_; }

    // VLANs that have a number, of planes that are not secret.
    const Vlan* vlan(const std::optional<VlanId>& id) const;
    const std::string& name(VlanId id) const { return vlan_names_.at(id); }
    const std::string& name(VrfId id) const { return vrf_names_.at(id); }
    // Of the filter of one version of IP: no dialect has to tell two lists of one name apart.
    const std::string& name(AclId id, bool v6) const { return (v6 ? acl_names_v6_ : acl_names_).at(id); }
    // Empty of a zone that may not be told.
    std::string name(ZoneId id) const;
    const Vrf* vrf(const std::optional<VrfId>& id) const;

    // What the far end of a port is called; empty: nothing, or nothing that may be told.
    std::string far_end(PortId port) const;
    // The device at the far end, null when none.
    const ConfiguredDevice* far_device(PortId port) const;
    const ConfiguredDevice* device_of(EquipmentId id) const;

    // The prefix of the VLAN, or of none when no VLAN is given, in which the address lies: the longest.
    const Prefix* prefix_of(const IpAddress& address, const std::optional<VlanId>& vlan) const;
    // Of any VLAN that may be told, the longest.
    const Prefix* prefix_with_vlan(const IpAddress& address) const;
    std::vector<const Gateway*> gateways_of(const ConfiguredDevice& device) const; // by VLAN number, then id
    std::vector<const Gateway*> gateways_in(VlanId vlan) const;                    // by falling priority, then id
    std::vector<const Port*> ports_of(const ConfiguredDevice& device) const;       // by member, then place
    bool is_member(const ConfiguredDevice& device, const std::optional<EquipmentId>& id) const;
    std::int32_t lag_number(LagId id) const { return lag_numbers_.at(id); }
    bool needs_admission(const Zone& zone) const;
    bool has_admission_server(const std::optional<PlaneId>& plane) const;

  private:
    bool may_be_told(const std::optional<PlaneId>& plane) const;
    bool may_be_told(const Equipment& equipment) const;
    void find_devices();
    void give_names();
    void find_far_ends(const Facts& facts);
    void number_lags();

    const Design& design_;
    std::vector<ConfiguredDevice> devices_;
    std::unordered_map<EquipmentId, std::size_t> device_of_;
    std::unordered_map<VlanId, std::string> vlan_names_;
    std::unordered_map<VrfId, std::string> vrf_names_;
    std::unordered_map<AclId, std::string> acl_names_;
    std::unordered_map<AclId, std::string> acl_names_v6_;
    std::unordered_map<ZoneId, std::string> zone_names_;
    std::unordered_map<PortId, PortId> far_ports_;
    std::unordered_map<PortId, std::string> far_texts_;
    std::unordered_map<VlanId, std::vector<const Prefix*>> prefixes_of_vlan_;
    std::vector<const Prefix*> prefixes_without_vlan_;
    std::unordered_map<EquipmentId, std::vector<const Gateway*>> gateways_of_;
    std::unordered_map<VlanId, std::vector<const Gateway*>> gateways_in_;
    std::unordered_map<EquipmentId, std::vector<const Port*>> ports_of_;
    std::unordered_map<LagId, std::int32_t> lag_numbers_;
    std::unordered_set<ZoneId> admission_;
    std::unordered_set<PlaneId> with_admission_server_;
};

// Parts of a device's configuration; each adds to `config` and says in its notes what cannot be told.
void add_ports(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config);
void add_routing(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config);
void add_filters(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config);
void add_management(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config);

// The interface of a VLAN (or the loopback), made when it is not there yet.
ConfigInterface& interface_of(DeviceConfig& config, const std::optional<VlanNumber>& vlan);
// Puts a VLAN on the device; two rows of one number are one VLAN there, and a note.
void use_vlan(const ConfigSource& source, const Vlan& vlan, DeviceConfig& config);
void note(DeviceConfig& config, std::string zh, std::string en);

} // namespace riser::detail
