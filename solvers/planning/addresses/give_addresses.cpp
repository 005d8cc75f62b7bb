// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/addresses/address_works.h"

#include <algorithm>

namespace riser {

namespace {

enum class From { below, above };

// Addresses of one prefix by their place in it.
class Places {
  public:
    explicit Places(const IpPrefix& prefix) : prefix_(prefix) {
        const bool bare = prefix.address.is_v6 ? prefix.length > 126 : prefix.length > 30; // RFC 3021, RFC 6164
        first_ = bare ? 0 : 1;
        last_ = size_of(prefix) - (bare || prefix.address.is_v6 ? 1 : 2);
    }
    // What of the address can be kept: it is taken now.
    bool keep(const std::optional<IpAddress>& address) {
        const std::optional<std::int64_t> n = address ? index_in(prefix_, *address) : std::nullopt;
        return n && *n >= first_ && *n <= last_ && used_.insert(*n).second;
    }
    void block(const std::optional<IpAddress>& address) {
        if (const std::optional<std::int64_t> n = address ? index_in(prefix_, *address) : std::nullopt)
            used_.insert(*n);
    }
    std::optional<IpAddress> next(From from) {
        std::int64_t n = from == From::below ? first_ : last_;
        while (n >= first_ && n <= last_ && used_.contains(n))
            n += from == From::below ? 1 : -1;
        if (n < first_ || n > last_)
            return std::nullopt;
        used_.insert(n);
        return address_at(prefix_, n);
    }
    // The longest range that is free, the lowest of those.
    std::optional<std::pair<IpAddress, IpAddress>> free_range() const {
        std::int64_t best = 0;
        std::int64_t begin = first_;
        std::int64_t from = first_;
        const auto offer = [&](std::int64_t to) { // without it
            if (to - from > best) {
                best = to - from;
                begin = from;
            }
        };
        for (const std::int64_t n : used_) {
            offer(n);
            from = n + 1;
        }
        offer(last_ + 1);
        if (best == 0)
            return std::nullopt;
        return std::pair(address_at(prefix_, begin), address_at(prefix_, begin + best - 1));
    }

  private:
    IpPrefix prefix_;
    std::int64_t first_ = 1;
    std::int64_t last_ = 0;
    std::set<std::int64_t> used_;
};

struct Member {
    std::string group;
    std::size_t node = 0;
    std::size_t order = 0; // in its group
    std::size_t count = 1; // of the group
    Gateway row = {};
};

class Addressing {
  public:
    explicit Addressing(AddressWorks& works) : works_(works) {}

    void give() {
        for (WantedVlan& vlan : works_.wanted)
            for (const PrefixId id : vlan.prefixes)
                if (const Prefix row = *works_.after.find(id); row.prefix)
                    give(vlan, row);
        release();
        serve();
    }

  private:
    bool is_settled(const Equipment& row) const {
        return PlannedRows<Equipment>::is_settled(row) || !works_.equipment.was_mine(row);
    }

    // Those that route in the VLAN: its block's, of a transit one also the firewalls, of a provider's link these alone.
    std::vector<Member> members(const WantedVlan& vlan, const std::string& family) const {
        std::vector<Member> out;
        const auto add = [&](const std::string& group, const std::vector<std::size_t>& nodes) {
            for (std::size_t n = 0; n < nodes.size(); ++n) {
                const std::string device = to_string(works_.map.nodes[nodes[n]].devices.front());
                Member member{.group = group, .node = nodes[n], .order = n, .count = nodes.size()};
                member.row = works_.gateways.start(vlan.key + "|" + device + "|" + family);
                out.push_back(std::move(member));
            }
        };
        if (vlan.use == VlanUse::transit || vlan.use == VlanUse::provider) {
            std::vector<std::size_t> firewalls;
            for (const std::size_t node : vlan.members)
                if (!is_switch(works_.map.nodes[node].role))
                    firewalls.push_back(node);
            add("firewalls", firewalls);
        }
        if (vlan.use == VlanUse::transit) {
            for (const NetworkBlock& block : works_.map.blocks)
                if (vlan.members.contains(block.routers.front()) && block.plane == vlan.plane)
                    add(block.key, block.routers);
        } else if (vlan.block) {
            const NetworkBlock& block = works_.map.blocks[*vlan.block];
            add(block.key, block.routers);
        }
        return out;
    }

    void give(WantedVlan& vlan, const Prefix& row) {
        Places places(*row.prefix);
        const bool v6 = row.prefix->address.is_v6;
        for (const ProviderHandoff& handoff : works_.after.provider_handoffs)
            places.block(handoff.peer);
        for (const Gateway& theirs : works_.after.gateways)
            if (!works_.gateways.was_mine(theirs)) {
                places.block(theirs.address);
                places.block(theirs.shared);
            }
        for (const Equipment& device : works_.after.equipment)
            if (is_settled(device))
                places.block(device.address);
        for (const Service& service : works_.after.services)
            if (!works_.gave(service.address))
                places.block(service.address);
        gateways(vlan, places, v6);
        const bool leased = leases(vlan) && !v6;
        if (!v6)
            hosts(vlan, places, leased ? From::above : From::below);
        if (leased)
            scope(vlan, row, places);
    }

    void gateways(const WantedVlan& vlan, Places& places, bool v6) {
        std::vector<Member> all = members(vlan, v6 ? "6" : "4");
        std::map<std::string, IpAddress> shared;
        for (Member& member : all) {
            if (member.count > 1 && member.row.shared && !shared.contains(member.group) &&
                places.keep(member.row.shared))
                shared.emplace(member.group, *member.row.shared);
            if (!places.keep(member.row.address))
                member.row.address.reset();
        }
        for (Member& member : all) {
            if (member.count > 1 && !shared.contains(member.group))
                if (const auto address = places.next(From::below))
                    shared.emplace(member.group, *address);
            if (!member.row.address)
                member.row.address = places.next(From::below);
            const auto both = shared.find(member.group);
            member.row.vlan = vlan.id;
            member.row.equipment = works_.map.nodes[member.node].devices.front();
            member.row.redundant = member.count > 1;
            member.row.shared = both == shared.end() ? std::nullopt : std::optional(both->second);
            member.row.priority =
                std::max<std::int32_t>(1, works_.options.first_priority -
                                              static_cast<std::int32_t>(member.order) * works_.options.priority_step);
            if (!member.row.address) {
                works_.reasons.add(vlan.id, {"网段太小，网关未分配到地址", "its prefix is too small for its gateways"});
                continue;
            }
            const Gateway& stands = works_.gateways.put(std::move(member.row));
            GatewayGroup& group = works_.groups[{vlan.id, member.group}];
            if (group.routers.empty() || group.routers.back() != member.node)
                group.routers.push_back(member.node);
            if (stands.shared || stands.address)
                group.address.emplace(v6, stands.shared ? *stands.shared : *stands.address);
        }
    }

    bool leases(const WantedVlan& vlan) const {
        const Zone* zone = works_.zone_of(vlan);
        return zone && (vlan.use == VlanUse::users || vlan.use == VlanUse::wireless) &&
               (zone->role == ZoneRole::desks || zone->role == ZoneRole::guests || zone->role == ZoneRole::things);
    }

    // What keeps its address keeps it, then the others in order.
    void hosts(const WantedVlan& vlan, Places& places, From from) {
        std::vector<EquipmentId> devices;
        for (const EquipmentId id : vlan.devices) {
            const Equipment& row = *works_.after.find(id);
            if (is_settled(row) && !row.address)
                works_.reasons.add(id, {"人工绘制或已有的设备，未代填管理地址",
                                        "was drawn by a person or is there already: its address is left to say"});
            else if (is_settled(row) || places.keep(row.address))
                addressed_.insert(id);
            else
                devices.push_back(id);
        }
        std::vector<ServiceId> services;
        for (const ServiceId id : vlan.services) {
            const Service& row = *works_.after.find(id);
            if (places.keep(row.address))
                served_.insert(id);
            else
                services.push_back(id);
        }
        for (const EquipmentId id : devices) {
            Equipment row = *works_.after.find(id);
            row.address = places.next(from);
            addressed_.insert(id);
            works_.equipment.put(std::move(row));
        }
        for (const ServiceId id : services) {
            Service row = *works_.after.find(id);
            row.address = places.next(from);
            served_.insert(id);
            works_.after.services.put(std::move(row));
        }
    }

    void scope(const WantedVlan& vlan, const Prefix& prefix, const Places& places) {
        const auto range = places.free_range();
        if (!range)
            return;
        const Zone& zone = *works_.zone_of(vlan);
        DhcpScope row = works_.scopes.start(vlan.key);
        row.prefix = prefix.id;
        row.first = range->first;
        row.last = range->second;
        row.lease = zone.role == ZoneRole::guests   ? works_.options.guest_lease
                    : zone.role == ZoneRole::things ? works_.options.thing_lease
                                                    : works_.options.desk_lease;
        works_.scopes.put(std::move(row));
    }

    // Addresses that this planner gave and gives no longer.
    void release() {
        const Table<Equipment> devices = works_.after.equipment;
        for (const Equipment& device : devices)
            if (device.address && works_.gave(device.address) && !addressed_.contains(device.id) &&
                works_.equipment.is_mine(device)) {
                Equipment row = device;
                row.address.reset();
                works_.equipment.put(std::move(row));
            }
    }

    // A service on one host is asked at its address.
    void serve() {
        const Table<Service> services = works_.after.services;
        for (const Service& service : services) {
            if (served_.contains(service.id) || (service.address && !works_.gave(service.address)))
                continue;
            Service row = service;
            row.address.reset();
            if (service.hosts.size() == 1)
                if (const Equipment* host = works_.after.find(service.hosts.front()))
                    row.address = host->address;
            if (row != service)
                works_.after.services.put(std::move(row));
        }
    }

    AddressWorks& works_;
    std::set<EquipmentId> addressed_;
    std::set<ServiceId> served_;
};

} // namespace

void give_addresses(AddressWorks& works) { Addressing(works).give(); }

} // namespace riser
