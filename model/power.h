// SPDX-License-Identifier: GPL-3.0-or-later
// Power that the network lives on, earthing and surge protection, and where providers hand over.
#pragma once

#include "model/base/geometry.h"
#include "model/base/network.h"
#include "model/base/row.h"
#include "model/catalogue.h"
#include "model/kinds.h"

namespace riser {

enum class SourceKind { mains, generator, battery };

struct PowerSource : PhysicalRow {
    PowerSourceId id;
    std::string label;
    SourceKind kind = SourceKind::mains;
    VoltAmperes capacity;
    bool operator==(const PowerSource&) const = default;
};

// Automatic transfer switch.
struct Ats : PhysicalRow {
    AtsId id;
    std::string label;
    AnyId normal; // what feeds it
    AnyId standby;
    std::optional<SpaceId> space;
    bool operator==(const Ats&) const = default;
};

enum class UpsTopology { single, parallel_n_plus_1, dual_bus };

struct Ups : PhysicalRow {
    UpsId id;
    std::string label;
    std::optional<SpaceId> space;
    std::optional<AnyId> fed_by;
    VoltAmperes capacity;
    Seconds autonomy;
    UpsTopology topology = UpsTopology::single;
    BasisPoints efficiency = BasisPoints(9000);
    bool operator==(const Ups&) const = default;
};

struct Circuit : PhysicalRow {
    CircuitId id;
    std::string label;
    AnyId fed_by;
    VoltAmperes capacity;
    bool operator==(const Circuit&) const = default;
};

struct Pdu : PhysicalRow {
    PduId id;
    std::string label;
    std::optional<RackId> rack;
    std::optional<CircuitId> circuit;
    std::int32_t sockets = 8;
    VoltAmperes capacity;
    bool operator==(const Pdu&) const = default;
};

enum class EarthBarKind { main, local, telecommunications }; // MEB, LEB, TGB

struct EarthBar : PhysicalRow {
    EarthBarId id;
    EarthBarKind kind = EarthBarKind::local;
    std::string label;
    std::optional<SpaceId> space;
    std::optional<FloorId> floor;
    Point place;
    std::optional<MilliOhms> measured;
    bool operator==(const EarthBar&) const = default;
};

struct Bond : PhysicalRow {
    BondId id;
    AnyId from;
    AnyId to;
    SquareMillimetres conductor;
    Millimetres length;
    bool operator==(const Bond&) const = default;
};

enum class SpdPlace { power, signal };

struct Spd : PhysicalRow {
    SpdId id;
    std::string label;
    SpdPlace place = SpdPlace::signal;
    AnyId protects;
    std::optional<EarthBarId> earth;
    bool operator==(const Spd&) const = default;
};

struct ProviderHandoff : PhysicalRow {
    ProviderHandoffId id;
    Text provider;
    std::optional<PlaneId> plane;
    std::optional<SpaceId> demarcation;
    std::optional<SpaceId> entrance;
    Medium medium = Medium::fibre;
    BitRate bandwidth;
    std::optional<ZoneId> zone;      // the edge that it enters
    std::optional<PortId> port;      // of our device that it is joined to
    std::optional<IpPrefix> link;    // between the provider's device and ours, as given
    std::optional<IpAddress> peer;   // the provider's end of it
    std::optional<IpPrefix> outside; // addresses given for translation
    bool operator==(const ProviderHandoff&) const = default;
};

std::span<const struct Choice> choices(SourceKind);
std::span<const struct Choice> choices(UpsTopology);
std::span<const struct Choice> choices(EarthBarKind);
std::span<const struct Choice> choices(SpdPlace);

} // namespace riser
