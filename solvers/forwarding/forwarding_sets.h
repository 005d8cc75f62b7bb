// SPDX-License-Identifier: GPL-3.0-or-later
// The filters and tables of a network as sets of headers: what each filter lets pass, what each entry of a table
// decides, what translation makes of headers. Filters are kept by what their rules say, so that after an edit, or for a
// network in which something failed, only what changed is made again.
#pragma once

#include "solvers/forwarding/header_space.h"
#include "solvers/forwarding/network.h"

#include <memory>
#include <unordered_map>

namespace riser {

// What outlives one network: the headers and the filters made so far.
struct FilterSets {
    struct Made {
        std::vector<AclRule> rules;
        Bdd permitted;
    };
    HeaderSpace headers;
    std::unordered_map<AclId, Made> filters;
};

class ForwardingSets {
  public:
    ForwardingSets(const NetworkRows& rows, const Network& net, FilterSets& kept);

    const NetworkRows& rows() const { return rows_; }
    const Network& net() const { return net_; }
    HeaderSpace& headers() const { return kept_.headers; }
    BddSpace& sets() const { return kept_.headers.sets(); }

    Bdd permitted(AclId acl) const;
    Bdd in(NetIndex gateway) const;
    Bdd out(NetIndex gateway) const;
    // Everything when no filter stands in a device that is no firewall.
    Bdd rule_base(NetIndex box) const;
    // By entry of the table, what it alone decides; and its device's own addresses as destinations.
    const std::vector<Bdd>& decided(NetIndex table) const;
    Bdd own(NetIndex table) const;
    // What the device makes of headers that leave into the segment.
    Bdd leaving(NetIndex box, NetIndex segment, Bdd headers) const;
    // What a device takes headers for that are handed to its gateway: at a handoff those that ask for a published
    // service go to its host.
    Bdd entering(NetIndex gateway, Bdd headers) const;
    // From or to the prefixes of a VLAN, from none of its gateways' addresses; nothing when it has none.
    Bdd from_vlan(VlanId vlan) const;
    Bdd to_vlan(VlanId vlan) const;
    // What asks for a service: at its address; for a way out, at any that no prefix of its plane holds.
    Bdd asking(const Service& service) const;
    // What an isolation gateway carries from a side of the one zone to the other.
    Bdd carried(const Policy& policy) const;
    // Boxes that know each other's sessions: those that share an address, itself the first.
    const std::vector<NetIndex>& session_partners(NetIndex box) const { return partners_[box]; }

  private:
    Bdd all_of(const std::vector<AclId>& filters) const;
    bool hands_to(NetIndex segment, const Nat& nat) const;

    const NetworkRows& rows_;
    const Network& net_;
    FilterSets& kept_;
    mutable std::vector<std::vector<Bdd>> decided_;
    mutable std::vector<std::optional<Bdd>> own_, rule_base_, in_, out_;
    std::vector<std::vector<NetIndex>> partners_;
    std::unordered_map<VlanId, std::vector<IpPrefix>> prefixes_;
    std::unordered_map<VlanId, std::vector<IpAddress>> of_gateways_;
};

} // namespace riser
