// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate as it stands in its file: what is claimed and the facts listed for it, each with its place, so that
// whatever does not hold can be pointed at. Reading refuses what is malformed; whether it is true is asked elsewhere.
#pragma once

#include "designer/verify/cubes.h"
#include "model/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace riser::verify {

// Line and column (in bytes) in the certificate, from 1.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

// "eq-7k3qx9m2pv", or with a part "pa-7k3qx9m2pv:3" (position of a panel, compartment of a run).
struct Object {
    AnyId row;
    std::int32_t part = 0;
    auto operator<=>(const Object&) const = default;
};
std::string to_string(const Object& object, bool with_part);
bool has_part(std::string_view kind);

struct ListedObject {
    Object object;
    Place place;
};
// Of one kind: "device", "cable", …
struct ObjectList {
    std::string kind;
    std::vector<ListedObject> objects;
    std::size_t withheld = 0; // left out for this reader
    Place place;
};
struct ListedUse {
    std::optional<PlaneId> plane; // absent: what belongs to no plane
    std::vector<ObjectList> lists;
    Place place;
};
struct ListedApart {
    PlaneId a;
    std::optional<PlaneId> b;
    bool secret = false; // its strictness
    bool holds = false;
    Place place;
};

// Frames by one VLAN number in a device, or in a stack under its lowest id.
struct NetPlaceKey {
    EquipmentId equipment;
    std::uint16_t number = 0;
    PortId port; // 0: all ports of the device
    auto operator<=>(const NetPlaceKey&) const = default;
};

// What comes from a zone, or from behind a handoff: everywhere that its frames and packets come, and with which
// headers.
struct ListedPlace {
    NetPlaceKey key;
    std::vector<Cube> headers;
    Place place;
};
struct ListedGateway {
    GatewayId id;
    std::vector<Cube> headers; // of the packets that it takes to forward
    Place place;
};
// A reason for which some of what a gateway takes goes no further.
struct ListedDenial {
    std::string why; // "filter-in", "rule-base", "filter-out", "no-route", "own-address", …
    AnyId at;        // gateway, or port of an isolation gateway
    std::optional<AclId> acl;
    std::optional<std::size_t> rule; // from 1; none: the end of the list
    std::optional<RouteId> route;
    Place place;
};
struct ListedSpread {
    AnyId from;
    std::vector<ListedPlace> places;
    std::vector<ListedPlace> sides; // of isolation gateways: what comes to them from elsewhere
    std::vector<ListedGateway> gateways;
    std::vector<ListedDenial> denials;
    Place place;
};
struct ListedNotReached {
    ZoneId from;
    ZoneId to;
    bool but_bastions = false; // but what is addressed to one
    bool holds = false;
    Place place;
};

// Whoever is behind a handoff comes to nothing but what is published there.
struct ListedOutside {
    ProviderHandoffId from;
    bool holds = false;
    Place place;
};

// Where a device takes a packet in or sends it on: a gateway, or a port of an isolation gateway; neither: the sender.
struct WalkEnd {
    GatewayId gateway;
    PortId side;
    auto operator<=>(const WalkEnd&) const = default;
    explicit operator bool() const { return gateway || side; }
};
// The way of one packet from a VLAN to a service: where each device takes it in, and by what it leaves.
struct ListedHop {
    WalkEnd in;
    WalkEnd out;
    Place place;
};
struct ListedPath {
    VlanId from;
    Cube packet;
    std::vector<ListedHop> hops;
    std::optional<ProviderHandoffId> out; // to which it is handed over at last
    Place place;
};
// An access point's jack that hears a VLAN.
struct ListedAir {
    JackId jack;
    VlanId vlan;
    Place place;
};
struct ListedReached {
    MustReachId row;
    bool holds = false;
    bool outlives = false; // any single failure, too
    std::vector<ListedPath> paths;
    std::vector<ListedAir> air; // of a wireless service
    Place place;
};

// One packet from behind a provider's handoff to a service; `by`: the translation that it is published with.
struct ListedEntered {
    ServiceId service;
    ProviderHandoffId from;
    std::optional<NatId> by;
    bool holds = false;
    Cube packet;
    std::vector<ListedHop> hops;
    Place place;
};

// A law of order on a plane ("numbers", "addresses", …) and the rows it rests on.
struct ListedFact {
    std::string token;
    Place place;
};
struct ListedLaw {
    std::string law;
    PlaneId of;
    bool holds = false;
    std::vector<ListedFact> facts;
    Place place;
};

struct Certificate {
    std::string design; // SHA-256
    std::vector<ListedUse> uses;
    std::vector<ListedApart> apart;
    std::vector<ListedSpread> spreads;
    std::vector<ListedNotReached> not_reached;
    std::vector<ListedOutside> outside;
    std::vector<ListedReached> reached;
    std::vector<ListedEntered> entered;
    std::vector<ListedLaw> laws;
    std::size_t withheld = 0;             // claims that planes are apart, left out for this reader
    std::size_t withheld_not_reached = 0; // claims that zones are not reached
    std::size_t withheld_outside = 0;     // claims of whoever is outside
    std::size_t withheld_reached = 0;     // claims that services are
    std::size_t withheld_laws = 0;        // of order on planes
    Place place;
};

// bad_input with file, line and column. O(size).
Result<Certificate> read_certificate(std::string_view bytes, std::string file);

} // namespace riser::verify
