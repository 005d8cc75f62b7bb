// SPDX-License-Identifier: GPL-3.0-or-later
// A building's wireless network: the plane "I", a service over it, and the point kind "AP" that serves it.
#pragma once

#include "model/brief.h"
#include "model/logical.h"
#include "tests/support/builders.h"

namespace riser::test {

struct WirelessNetwork {
    PlaneId plane;
    PointKindId kind;
};

inline WirelessNetwork with_wireless(BuildingBuilder& builder) {
    const PlaneId plane = builder.with_plane("I");
    PointKind kind = *builder.design.find(builder.with_kind("AP"));
    kind.wireless = true;
    builder.design.point_kinds.put(kind);
    Zone zone;
    zone.id = builder.ids.next<Zone>();
    zone.plane = plane;
    builder.design.zones.put(zone);
    Service service;
    service.id = builder.ids.next<Service>();
    service.medium = ServiceMedium::wireless;
    service.zone = zone.id;
    builder.design.services.put(service);
    return {plane, kind.id};
}

} // namespace riser::test
