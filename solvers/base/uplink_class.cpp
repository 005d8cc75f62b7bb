// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/uplink_class.h"

#include "model/fields/field.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

const Floor* floor_of(const Design& design, const Space& space) {
    const Room* room = design.find(space.room);
    return room ? design.find(room->floor) : nullptr;
}

} // namespace

UplinkClasses::UplinkClasses(const Table<RequirementClass>& classes, const Table<Zone>& zones,
                             const Table<Service>& services) {
    std::map<PlaneId, RedundancyClass> planes;
    std::map<SpaceId, RedundancyClass> spaces;
    const auto raise = [](auto& most, auto id, RedundancyClass asked) {
        const auto [at, fresh] = most.try_emplace(id, asked);
        at->second = std::max(at->second, asked);
    };
    for (const RequirementClass& row : classes) {
        const AnyId subject = row.subject;
        const Zone* zone = nullptr;
        if (subject.kind == Kind::zones)
            zone = zones.find(ZoneId{subject.value});
        if (subject.kind == Kind::services)
            if (const Service* service = services.find(ServiceId{subject.value}); service && service->zone)
                zone = zones.find(*service->zone);
        if (zone)
            raise(planes, zone->plane, row.redundancy);
        if (subject.kind == Kind::planes)
            raise(planes, PlaneId{subject.value}, row.redundancy);
        if (subject.kind == Kind::spaces)
            raise(spaces, SpaceId{subject.value}, row.redundancy);
    }
    spaces_.assign(spaces.begin(), spaces.end());
    planes_.assign(planes.begin(), planes.end());
}

RedundancyClass UplinkClasses::of(std::optional<PlaneId> plane, SpaceId space) const {
    const auto look = [](const auto& list, auto id) {
        const auto at = std::lower_bound(list.begin(), list.end(), id,
                                         [](const auto& entry, auto key) { return entry.first < key; });
        return at != list.end() && at->first == id ? std::optional(at->second) : std::nullopt;
    };
    if (const auto own = look(spaces_, space))
        return *own;
    return plane ? look(planes_, *plane).value_or(RedundancyClass::n) : RedundancyClass::n;
}

Text label_of(RedundancyClass redundancy) {
    const Choice& choice = choices(redundancy)[static_cast<std::size_t>(redundancy)];
    return {std::string(choice.label.zh), std::string(choice.label.en)};
}

std::vector<SpaceId> cores_of(const Design& design, BuildingId building, std::optional<PlaneId> plane) {
    const std::vector<std::vector<SpaceRole>> ranks{{SpaceRole::core_machine_room},
                                                    {SpaceRole::building_distributor, SpaceRole::campus_distributor},
                                                    {SpaceRole::equipment_room}};
    for (const std::vector<SpaceRole>& roles : ranks) {
        std::vector<const Space*> found;
        for (const Space& space : design.spaces) {
            const Floor* floor = floor_of(design, space);
            if (floor && floor->building == building && space.status != Status::remove &&
                (!space.plane || space.plane == plane) &&
                std::find(roles.begin(), roles.end(), space.role) != roles.end())
                found.push_back(&space);
        }
        std::sort(found.begin(), found.end(),
                  [](const Space* a, const Space* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
        std::vector<SpaceId> out;
        for (const Space* space : found)
            out.push_back(space->id);
        if (!out.empty())
            return out;
    }
    return {};
}

} // namespace riser
