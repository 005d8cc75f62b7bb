// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/address_works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

class Writing {
  public:
    explicit Writing(AddressWorks& works) : works_(works) {
        for (const Vlan& row : works.after.vlans)
            if (row.number)
                taken_.insert({row.plane, row.number->number()});
    }

    void write() {
        find_predecessors();
        for (WantedVlan& vlan : works_.wanted)
            if (vlan.id) // a person's
                works_.vlans.keep(vlan.id);
            else
                put(vlan);
        name_networks();
    }

  private:
    // A VLAN whose block is gone hands its number and its addresses to that of the same hosts.
    void find_predecessors() {
        std::set<VlanId> stay;
        for (const WantedVlan& vlan : works_.wanted)
            if (!vlan.id)
                if (const Vlan row = works_.vlans.start(vlan.key); works_.vlans.known(row))
                    stay.insert(row.id);
        for (WantedVlan& vlan : works_.wanted) {
            if (vlan.id || works_.vlans.known(works_.vlans.start(vlan.key)))
                continue;
            for (const Vlan& row : works_.after.vlans)
                if (works_.vlans.is_mine(row) && row.plane == vlan.plane && row.zone == vlan.zone &&
                    row.body == vlan.body && row.name == vlan.name && !PlannedRows<Vlan>::is_settled(row) &&
                    stay.insert(row.id).second) {
                    vlan.before = row.id;
                    break;
                }
        }
    }

    void put(WantedVlan& vlan) {
        Vlan row = works_.vlans.start(vlan.key);
        if (!row.number && vlan.before)
            row.number = works_.after.find(*vlan.before)->number;
        if (!row.number)
            row.number = next_number(vlan);
        row.name = vlan.name;
        row.plane = vlan.plane;
        row.body = vlan.body;
        row.zone = vlan.zone;
        row.block = vlan.block ? works_.map.blocks[*vlan.block].name : std::string();
        row.vrf.reset();
        if (vlan.zone && vlan.use != VlanUse::provider)
            row.vrf = vrf(*vlan.zone, row.number);
        vlan.id = works_.vlans.put(std::move(row)).id;
        if (const Vlan& stands = *works_.after.find(vlan.id); !stands.number)
            works_.reasons.add(vlan.id, {"号段已用完，未编号", "its range of numbers is used up: it has no number"});
        else
            taken_.insert({vlan.plane, stands.number->number()});
    }

    // Wireless networks say where their users come in, unless a person said it.
    void name_networks() {
        std::map<SsidId, VlanId> users;
        for (const WantedVlan& vlan : works_.wanted)
            if (vlan.ssid)
                users.emplace(*vlan.ssid, vlan.id);
        const Table<Ssid> networks = works_.after.ssids;
        for (const Ssid& network : networks) {
            Ssid row = network;
            if (const auto found = users.find(row.id); found != users.end())
                row.vlan = found->second;
            else if (works_.gave(row.vlan))
                row.vlan.reset();
            if (row != network)
                works_.after.ssids.put(std::move(row));
        }
    }

    VlanRange range_of(const WantedVlan& vlan) const {
        if (vlan.use != VlanUse::users && vlan.use != VlanUse::wireless)
            return works_.options.infrastructure;
        if (const Zone* zone = works_.zone_of(vlan); zone->role == ZoneRole::things)
            return works_.options.things;
        const Body* body = works_.after.find(vlan.body ? vlan.body : works_.shared);
        return body && body->vlan_first > 0 && body->vlan_last >= body->vlan_first
                   ? VlanRange{body->vlan_first, body->vlan_last}
                   : works_.options.shared;
    }

    std::optional<VlanNumber> next_number(const WantedVlan& vlan) const {
        const VlanRange range = range_of(vlan);
        const std::vector<std::int32_t>& avoided = works_.options.avoided;
        for (std::int32_t n = std::max(1, range.first); n <= std::min(4'094, range.last); ++n)
            if (!taken_.contains({vlan.plane, n}) && std::find(avoided.begin(), avoided.end(), n) == avoided.end())
                return VlanNumber::from(n);
        return std::nullopt;
    }

    std::string distinguisher(PlaneId plane, std::int32_t number) const {
        for (;; number += 4'096) { // a number that is used again
            const std::string text = std::to_string(works_.options.system_number) + ":" + std::to_string(number);
            if (std::none_of(works_.after.vrfs.begin(), works_.after.vrfs.end(),
                             [&](const Vrf& row) { return row.plane == plane && row.route_distinguisher == text; }))
                return text;
        }
    }

    // Its distinguisher is that of the first VLAN that was put in it, and kept.
    VrfId vrf(ZoneId zone, const std::optional<VlanNumber>& number) {
        const auto found = vrfs_.find(zone);
        if (found != vrfs_.end())
            return found->second;
        Vrf row = works_.vrfs.start(to_string(zone));
        row.name = works_.after.find(zone)->code;
        row.plane = works_.after.find(zone)->plane;
        if (row.route_distinguisher.empty() && number)
            row.route_distinguisher = distinguisher(row.plane, number->number());
        return vrfs_[zone] = works_.vrfs.put(std::move(row)).id;
    }

    AddressWorks& works_;
    std::set<std::pair<PlaneId, std::int32_t>> taken_;
    std::map<ZoneId, VrfId> vrfs_;
};

} // namespace

void write_vlans(AddressWorks& works) { Writing(works).write(); }

} // namespace riser
