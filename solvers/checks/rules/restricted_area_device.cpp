// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"
#include "model/equipment.h"
#include "model/monitoring.h"
#include "solvers/analysis/room_index.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

// What a device does that an area may forbid.
struct Senses {
    bool wireless = false;
    bool camera = false;
    bool microphone = false;
};

struct Device {
    AnyId id;
    std::optional<FloorId> floor;
    Point place;
    std::optional<RoomId> room;   // that it is said to be in
    std::optional<RoomId> inside; // whose outline holds it
    Senses senses;
};

std::vector<Device> devices(FactInput& facts) {
    std::vector<Device> out;
    const Table<OutletPlace>& places = facts.get<OutletPlaces>().outlets;
    for (const Jack& jack : facts.table<Jack>()) {
        const PointKind* kind = facts.find(jack.kind);
        if (!kind || jack.status == Status::remove || !(kind->wireless || kind->camera || kind->microphone))
            continue;
        const Outlet* outlet = facts.find(jack.outlet);
        const OutletPlace* place = outlet ? places.find(outlet->id) : nullptr;
        if (place)
            out.push_back({.id = jack.id,
                           .floor = outlet->floor,
                           .place = outlet->place,
                           .room = place->assigned,
                           .inside = place->inside,
                           .senses = {kind->wireless, kind->camera, kind->microphone}});
    }
    for (const MonitoringPoint& point : facts.table<MonitoringPoint>())
        if (point.kind == MonitoringKind::camera || point.kind == MonitoringKind::access_point)
            out.push_back(
                {.id = point.id,
                 .floor = point.floor,
                 .place = point.place,
                 .room = point.room,
                 .inside = point.floor ? room_at(facts, *point.floor, point.place) : std::nullopt,
                 .senses = {point.kind == MonitoringKind::access_point, point.kind == MonitoringKind::camera, false}});
    for (const Equipment& device : facts.table<Equipment>()) {
        const EquipmentType* type = facts.find(device.type);
        const bool access_point = type && type->role == EquipmentRole::access_point;
        const bool camera = type && type->role == EquipmentRole::camera;
        if (device.floor && (access_point || camera))
            out.push_back({.id = device.id,
                           .floor = device.floor,
                           .place = device.place,
                           .room = {},
                           .inside = room_at(facts, *device.floor, device.place),
                           .senses = {access_point, camera, false}});
    }
    return out;
}

bool inside(const RestrictedArea& area, const Device& device) {
    if (area.room && (device.room == area.room || device.inside == area.room))
        return true;
    return device.floor == area.floor && !area.outline.empty() && contains(area.outline, device.place);
}

} // namespace

constexpr Rule restricted_area_device{
    .id = "SEC-R1",
    .group = RuleGroup::security,
    .words = {"area", "what"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const Table<RestrictedArea>& areas = facts.table<RestrictedArea>();
            if (areas.empty()) {
                findings.not_applicable = {"没有划定禁区", "no restricted area is drawn"};
                return;
            }
            const std::vector<Device> all = devices(facts);
            for (const RestrictedArea& area : areas) {
                ++findings.examined;
                for (const Device& device : all) {
                    if (!inside(area, device))
                        continue;
                    Text what;
                    if (area.no_camera && device.senses.camera)
                        what = {"摄像机", "cameras"};
                    else if (area.no_wireless && device.senses.wireless)
                        what = {"无线设备", "wireless"};
                    else if (area.no_microphone && device.senses.microphone)
                        what = {"拾音设备", "microphones"};
                    if (!what.empty())
                        findings.add({.subjects = {device.id},
                                      .limit = {},
                                      .actual = {},
                                      .words = {{"area", AnyId(area.id)}, {"what", what}}});
                }
            }
        },
};

} // namespace riser
