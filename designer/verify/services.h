// SPDX-License-Identifier: GPL-3.0-or-later
// What must be reached, from where, and where it is, as the rows of the design say it.
#pragma once

#include "designer/verify/network.h"

namespace riser::verify {

std::set<NetPlaceKey> places_of(VlanId vlan, const PlainNetwork& net);

class Services {
  public:
    explicit Services(const Design& design) : design_(design) {}

    std::optional<PlaneId> plane_of(const Service& service) const;
    // VLANs of desks on the service's plane that are the body's, or in a zone for it and nobody's; those that are
    // somewhere.
    std::set<VlanId> vlans_of(const MustReach& row, const PlainNetwork& net) const;
    bool is_wireless(const Service& service) const;
    bool is_way_out(const Service& service) const;
    // At its hosts, or in the VLANs around its address.
    std::vector<std::pair<NetPlaceKey, VlanId>> homes_of(const Service& service, const PlainNetwork& net) const;
    // A prefix of a VLAN on the service's plane holds the packet's destination.
    bool is_inside(const Cube& packet, const Service& service) const;
    // A handoff of the way out's zone, or of its plane where none names the zone.
    bool is_of(const ProviderHandoff& handoff, const Service& service) const;
    // An access point of its plane that hears a VLAN of its zone, or of a wireless network there.
    bool is_on_air(JackId id, VlanId heard, const Service& service, const PlainNetwork& net) const;
    // Whether it must be reached after any single failure: where the row says so, or the requirement class of the
    // service, else of its zone, else of its plane is more than N.
    bool outlives(const MustReach& row) const;

  private:
    bool stands_nowhere(const Service& service) const;
    bool has_desks_in(BodyId body, const Zone& zone) const;
    bool joins_devices(VlanId vlan, const PlainNetwork& net) const;

    const Design& design_;
};

} // namespace riser::verify
