// SPDX-License-Identifier: GPL-3.0-or-later
// Points that watch the network and the building: management reach, mirrors and taps, sensors, readers, cameras, APs.
#pragma once

#include "model/base/geometry.h"
#include "model/base/row.h"
#include "model/kinds.h"

namespace riser {

enum class MonitoringKind {
    management,
    span,
    tap,
    probe,
    collector,
    environment_sensor,
    access_reader,
    camera,
    access_point,
};
enum class CameraPurpose { none, monitor, detect, observe, recognise, identify };

struct MonitoringPoint : PhysicalRow {
    MonitoringPointId id;
    MonitoringKind kind = MonitoringKind::management;
    std::string label;
    std::optional<FloorId> floor;
    std::optional<RoomId> room;
    Point place;
    Millimetres height;
    std::optional<AnyId> watches; // device, port, link, room, door
    std::optional<JackId> jack;   // what connects it
    std::optional<EquipmentTypeId> type;
    // Of cameras: lens, aim, purpose, retention.
    MilliDegrees aim;  // counter-clockwise from +x
    MilliDegrees tilt; // below the horizontal
    MilliDegrees view; // horizontal field of view
    std::int32_t pixels_across = 0;
    CameraPurpose purpose = CameraPurpose::none;
    std::int32_t retention_days = 0;
    bool operator==(const MonitoringPoint&) const = default;
};

std::span<const struct Choice> choices(MonitoringKind);
std::span<const struct Choice> choices(CameraPurpose);

} // namespace riser
