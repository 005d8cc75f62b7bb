// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"

#include "exporters/configs/safe_names.h"
#include "exporters/configs/vlan_labels.h"
#include "exporters/tables/names.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>

namespace riser::detail {

namespace {

bool is_configured(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
    case EquipmentRole::distribution_switch:
    case EquipmentRole::core_switch:
    case EquipmentRole::router:
    case EquipmentRole::firewall:
        return true;
    default:
        return false;
    }
}

// Rows of a table by what people call them, then id.
template<class Row, class Name> std::vector<const Row*> by_name(const Table<Row>& table, Name name) {
    std::vector<const Row*> out;
    for (const Row& row : table)
        out.push_back(&row);
    std::stable_sort(out.begin(), out.end(), [&](const Row* a, const Row* b) {
        return name(*a) != name(*b) ? natural_less(name(*a), name(*b)) : a->id < b->id;
    });
    return out;
}

} // namespace

ConfigSource::ConfigSource(const Facts& facts) : design_(facts.design()) {
    find_devices();
    give_names();
    for (const Prefix& prefix : design_.prefixes)
        if (prefix.prefix && vlan(prefix.vlan))
            prefixes_of_vlan_[*prefix.vlan].push_back(&prefix);
        else if (prefix.prefix && !prefix.vlan)
            prefixes_without_vlan_.push_back(&prefix);
    for (const Gateway& gateway : design_.gateways)
        if (gateway.equipment && vlan(gateway.vlan)) {
            gateways_of_[*gateway.equipment].push_back(&gateway);
            gateways_in_[gateway.vlan].push_back(&gateway);
        }
    for (auto& [id, list] : gateways_in_)
        std::stable_sort(list.begin(), list.end(),
                         [](const Gateway* a, const Gateway* b) { return a->priority > b->priority; });
    for (const Port& port : design_.ports)
        if (port.status != Status::remove)
            ports_of_[port.equipment].push_back(&port);
    for (const Policy& policy : design_.policies)
        if (std::find(policy.controls.begin(), policy.controls.end(), Control::admission_control) !=
            policy.controls.end()) {
            admission_.insert(policy.from);
            admission_.insert(policy.to);
        }
    for (const Equipment& row : design_.equipment)
        if (const EquipmentType* type = design_.find(row.type);
            type && type->role == EquipmentRole::nac && row.plane && row.status != Status::remove)
            with_admission_server_.insert(*row.plane);
    find_far_ends(facts);
    number_lags();
}

bool ConfigSource::may_be_told(const std::optional<PlaneId>& id) const {
    const Plane* plane = design_.find(id);
    return !plane || plane->disclosure != Disclosure::secret;
}

bool ConfigSource::may_be_told(const Equipment& equipment) const {
    const Zone* zone = design_.find(equipment.zone);
    return may_be_told(equipment.plane) && !(zone && (is_secret(zone->grading) || !may_be_told(zone->plane)));
}

const Vlan* ConfigSource::vlan(const std::optional<VlanId>& id) const {
    const Vlan* row = design_.find(id);
    if (!row || !row->number || !may_be_told(row->plane))
        return nullptr;
    const Zone* zone = design_.find(row->zone);
    return zone && (is_secret(zone->grading) || !may_be_told(zone->plane)) ? nullptr : row;
}

const Vrf* ConfigSource::vrf(const std::optional<VrfId>& id) const {
    const Vrf* row = design_.find(id);
    return row && may_be_told(row->plane) ? row : nullptr;
}

// A stack is where its first member is, and is called by that label.
void ConfigSource::find_devices() {
    std::unordered_map<EquipmentId, const Stack*> stack_of;
    for (const Stack& stack : design_.stacks)
        for (const EquipmentId member : stack.members)
            stack_of.emplace(member, &stack);
    std::unordered_set<StackId> done;
    for (const Equipment* row : by_name(design_.equipment, [](const Equipment& e) { return e.label; })) {
        const EquipmentType* type = design_.find(row->type);
        if (!type || !is_configured(type->role) || row->status == Status::remove || !may_be_told(*row))
            continue;
        const auto stacked = stack_of.find(row->id);
        if (stacked == stack_of.end()) {
            devices_.push_back({{row->id}, row->label, {}, type, row->plane});
            continue;
        }
        if (!done.insert(stacked->second->id).second)
            continue;
        ConfiguredDevice device{{}, row->label, {}, type, row->plane};
        for (const EquipmentId id : stacked->second->members) {
            const Equipment* member = design_.find(id);
            if (member && stack_of.at(id) == stacked->second && member->status != Status::remove &&
                may_be_told(*member) &&
                std::find(device.members.begin(), device.members.end(), id) == device.members.end())
                device.members.push_back(id);
        }
        devices_.push_back(std::move(device));
    }
    SafeNames names(63, "DEVICE", FirstCharacter::letter_or_digit);
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        devices_[i].hostname = names.name(devices_[i].label, devices_[i].members.front().value);
        for (const EquipmentId member : devices_[i].members)
            device_of_.emplace(member, i);
    }
}

// Once for the whole design, so that a VLAN is called the same on every device.
void ConfigSource::give_names() {
    SafeNames vlans(31, "VLAN", FirstCharacter::letter_or_digit);
    std::vector<const Vlan*> told = by_name(design_.vlans, [](const Vlan& v) { return v.name; });
    std::erase_if(told, [&](const Vlan* row) { return !vlan(row->id); });
    const std::map<VlanId, std::string> labels = vlan_labels(told);
    for (const Vlan* row : told)
        vlan_names_.emplace(row->id, vlans.name(labels.at(row->id), row->id.value));
    SafeNames vrfs(31, "VRF");
    for (const Vrf* row : by_name(design_.vrfs, [](const Vrf& v) { return v.name; }))
        if (vrf(row->id))
            vrf_names_.emplace(row->id, vrfs.name(row->name, row->id.value));
    SafeNames acls(31, "ACL");
    for (const Acl* row : by_name(design_.acls, [](const Acl& a) { return a.name; }))
        acl_names_.emplace(row->id, acls.name(row->name, row->id.value));
    for (const Acl& row : design_.acls)
        acl_names_v6_.emplace(row.id, acls.name(row.name + "-v6", row.id.value));
    SafeNames zones(31, "ZONE");
    for (const Zone* row : by_name(design_.zones, [](const Zone& z) { return z.code; }))
        if (may_be_told(row->plane) && !is_secret(row->grading))
            zone_names_.emplace(row->id, zones.name(row->code, row->id.value));
}

void ConfigSource::find_far_ends(const Facts& facts) {
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        far_ports_.emplace(link.a, link.b);
        far_ports_.emplace(link.b, link.a);
    }
    for (const auto& [port, far] : far_ports_) {
        const Port* row = design_.find(far);
        const Equipment* device = row ? design_.find(row->equipment) : nullptr;
        if (device && may_be_told(*device))
            far_texts_.emplace(port, device->label + ' ' + row->name);
    }
    for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks) {
        const Jack* jack = design_.find(patched.jack);
        if (jack && may_be_told(jack->plane))
            far_texts_.emplace(patched.port, name_of(design_, patched.jack).in(Language::en));
    }
    for (const ProviderHandoff& handoff : design_.provider_handoffs)
        if (handoff.port && may_be_told(handoff.plane))
            far_texts_.emplace(*handoff.port, handoff.provider.in(Language::en));
}

namespace {

// "Eth-Trunk26": 26. 0: the name ends in no number that every dialect takes.
std::int32_t number_at_end(const std::string& name) {
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;
    const std::string tail = name.substr(digits);
    return tail.empty() || tail.size() > 2 ? 0 : std::stoi(tail);
}

} // namespace

// The number its name ends in, else the smallest, that is free on every device a LAG ends on: both devices of a pair
// call it the same.
void ConfigSource::number_lags() {
    std::unordered_map<LagId, std::set<std::size_t>> on;
    for (const Port& port : design_.ports)
        if (const auto device = device_of_.find(port.equipment); port.lag && device != device_of_.end())
            on[*port.lag].insert(device->second);
    std::map<std::size_t, std::set<std::int32_t>> taken;
    for (const Lag* lag : by_name(design_.lags, [](const Lag& l) { return l.name; })) {
        std::set<std::size_t>& devices = on[lag->id];
        for (const EquipmentId id : lag->across)
            if (const auto device = device_of_.find(id); device != device_of_.end())
                devices.insert(device->second);
        const auto in_use = [&](std::int32_t number) {
            return std::any_of(devices.begin(), devices.end(),
                               [&](std::size_t d) { return taken[d].contains(number); });
        };
        std::int32_t number = number_at_end(lag->name);
        if (number == 0 || in_use(number))
            for (number = 1; in_use(number);)
                ++number;
        for (const std::size_t device : devices)
            taken[device].insert(number);
        lag_numbers_.emplace(lag->id, number);
    }
}

std::string ConfigSource::name(ZoneId id) const {
    const auto at = zone_names_.find(id);
    return at == zone_names_.end() ? "" : at->second;
}

std::string ConfigSource::far_end(PortId port) const {
    const auto at = far_texts_.find(port);
    return at == far_texts_.end() ? "" : safe_description(at->second);
}

const ConfiguredDevice* ConfigSource::far_device(PortId port) const {
    const auto far = far_ports_.find(port);
    const Port* row = far == far_ports_.end() ? nullptr : design_.find(far->second);
    return row ? device_of(row->equipment) : nullptr;
}

const ConfiguredDevice* ConfigSource::device_of(EquipmentId id) const {
    const auto at = device_of_.find(id);
    return at == device_of_.end() ? nullptr : &devices_[at->second];
}

bool ConfigSource::is_member(const ConfiguredDevice& device, const std::optional<EquipmentId>& id) const {
    return id && std::find(device.members.begin(), device.members.end(), *id) != device.members.end();
}

namespace {

const Prefix* longest_with(const std::vector<const Prefix*>& prefixes, const IpAddress& address) {
    const Prefix* best = nullptr;
    for (const Prefix* prefix : prefixes)
        if (contains(*prefix->prefix, address) && (!best || prefix->prefix->length > best->prefix->length))
            best = prefix;
    return best;
}

} // namespace

const Prefix* ConfigSource::prefix_of(const IpAddress& address, const std::optional<VlanId>& vlan) const {
    if (!vlan)
        return longest_with(prefixes_without_vlan_, address);
    const auto at = prefixes_of_vlan_.find(*vlan);
    return at == prefixes_of_vlan_.end() ? nullptr : longest_with(at->second, address);
}

const Prefix* ConfigSource::prefix_with_vlan(const IpAddress& address) const {
    const Prefix* best = nullptr;
    for (const auto& [vlan, prefixes] : prefixes_of_vlan_)
        if (const Prefix* found = longest_with(prefixes, address))
            if (!best || found->prefix->length > best->prefix->length ||
                (found->prefix->length == best->prefix->length && found->id < best->id))
                best = found;
    return best;
}

std::vector<const Gateway*> ConfigSource::gateways_of(const ConfiguredDevice& device) const {
    std::vector<const Gateway*> out;
    for (const EquipmentId member : device.members)
        if (const auto at = gateways_of_.find(member); at != gateways_of_.end())
            out.insert(out.end(), at->second.begin(), at->second.end());
    std::stable_sort(out.begin(), out.end(), [&](const Gateway* a, const Gateway* b) {
        const VlanNumber x = *design_.find(a->vlan)->number;
        const VlanNumber y = *design_.find(b->vlan)->number;
        return x != y ? x < y : a->id < b->id;
    });
    return out;
}

std::vector<const Gateway*> ConfigSource::gateways_in(VlanId vlan) const {
    const auto at = gateways_in_.find(vlan);
    return at == gateways_in_.end() ? std::vector<const Gateway*>() : at->second;
}

std::vector<const Port*> ConfigSource::ports_of(const ConfiguredDevice& device) const {
    std::vector<const Port*> out;
    for (const EquipmentId member : device.members) {
        const auto at = ports_of_.find(member);
        if (at == ports_of_.end())
            continue;
        std::vector<const Port*> own = at->second;
        std::stable_sort(own.begin(), own.end(), [](const Port* a, const Port* b) {
            return a->name != b->name ? natural_less(a->name, b->name) : a->position < b->position;
        });
        out.insert(out.end(), own.begin(), own.end());
    }
    return out;
}

bool ConfigSource::has_admission_server(const std::optional<PlaneId>& plane) const {
    return plane && with_admission_server_.contains(*plane);
}

// From level 3, who is plugged in is checked (GB/T 22239-2019 8.1.3.1 b).
bool ConfigSource::needs_admission(const Zone& zone) const {
    return zone.role == ZoneRole::desks &&
           (zone.grading == Grading::mlps_3 || zone.grading == Grading::mlps_4 || admission_.contains(zone.id));
}

} // namespace riser::detail
