// SPDX-License-Identifier: GPL-3.0-or-later
// The network as the rows say it runs. A device (or stack, under its lowest id) carries frames by VLAN number, each
// number a place; a routed port and a port of an isolation gateway is a place of its own. A place leads on to those
// that take its frames at the other end of a link: as access and native VLANs untagged, else by the number that both
// ports carry. Gateways take packets out of places. No secret plane is in it.
#pragma once

#include "designer/verify/certificate.h"
#include "designer/verify/wiring.h"
#include "model/design.h"

#include <map>
#include <set>

namespace riser::verify {

struct NetPlaceOf {
    std::set<VlanId> vlans; // that go by this number here
    std::set<NetPlaceKey> onward;
    std::optional<ZoneId> side;            // of an isolation gateway's port
    std::set<ProviderHandoffId> providers; // whose untagged frames come here
};

enum class Forwarding { nothing, frames, by_permission };

struct NetDevice {
    bool lives = false;
    Forwarding forwarding = Forwarding::nothing;
    bool firewall = false;
    std::vector<const Acl*> rule_base; // as all lists of rows: by id
    std::vector<const Nat*> nats;
    std::vector<const Policy*> policies; // that an isolation gateway carries
    std::vector<NetPlaceKey> sides;
};
struct NetGatewayOf {
    const Gateway* row = nullptr;
    EquipmentId device;              // the stack's lowest
    std::optional<VrfId> vrf;        // none in a firewall
    std::vector<NetPlaceKey> places; // empty: it is down
    std::vector<const Acl*> in, out;
};
// By the longest prefix; then being connected, then the lowest preference. Several of the same: any of them.
struct NetRoute {
    IpPrefix to;
    GatewayId by;                      // 0: discarded
    std::optional<IpAddress> next_hop; // none: to the destination itself
    std::optional<RouteId> row;
};

struct PlainNetwork {
    std::map<EquipmentId, EquipmentId> stack; // device -> under which id it goes
    std::map<EquipmentId, NetDevice> devices;
    std::map<NetPlaceKey, NetPlaceOf> places;
    std::map<GatewayId, NetGatewayOf> gateways;
    // Of a device and VRF: what decides, longest prefixes first.
    std::map<std::pair<EquipmentId, std::optional<VrfId>>, std::vector<NetRoute>> tables;
    std::map<VlanId, std::vector<IpPrefix>> prefixes;
    // Where each device that forwards nothing hears frames, and what the VLAN is called there.
    std::map<EquipmentId, std::set<std::pair<NetPlaceKey, VlanId>>> heard;

    std::map<ProviderHandoffId, const ProviderHandoff*> providers; // that join a port
    std::set<EquipmentId> joined;                                  // with a cord to a port of something
    // The VLANs that each jack hears, as the device that it is patched to calls them.
    std::map<JackId, std::set<VlanId>> jacks;

    // The place itself and all to which its frames go. O(places reached).
    std::set<NetPlaceKey> reached_from(const std::set<NetPlaceKey>& places) const;
    // Of the gateway's device in its VRF, gateways that are up.
    std::vector<IpAddress> own_addresses(const NetGatewayOf& gateway) const;
    const std::vector<NetRoute>& table_of(const NetGatewayOf& gateway) const;
};

// When nothing fails. O(rows log rows).
PlainNetwork network_of(const Design& design);
PlainNetwork network_of(const Design& design, const Wiring& wiring);

} // namespace riser::verify
