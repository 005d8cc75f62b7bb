// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/jack_zones.h"

#include "solvers/analysis/projection.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

std::optional<RoomOwner> owner_of(const Room& room) {
    return RoomOwner{.id = room.id, .use = room.use, .body = room.body};
}

template<class T> bool holds(const std::vector<T>& list, const std::optional<T>& wanted) {
    return wanted && std::find(list.begin(), list.end(), *wanted) != list.end();
}
template<class T> bool asks_not_or_holds(const std::vector<T>& list, const std::optional<T>& wanted) {
    return list.empty() || holds(list, wanted);
}

class Belonging {
  public:
    explicit Belonging(FactInput& input)
        : outlets_(input.get<OutletRooms>().outlets),
          rooms_(input.get<RoomOwners>().rooms),
          shared_(shared_body(input.table<Body>())) {
        for (const Zone& zone : input.table<Zone>())
            if (const Plane* plane = input.find(zone.plane); plane && plane->disclosure != Disclosure::secret)
                zones_[zone.plane].push_back(&zone);
        for (auto& [plane, zones] : zones_)
            std::sort(zones.begin(), zones.end(),
                      [](const Zone* a, const Zone* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    }

    std::optional<JackZone> of(const JackPlace& jack) const {
        const auto zones = jack.plane ? zones_.find(*jack.plane) : zones_.end();
        if (zones == zones_.end())
            return std::nullopt;
        const OutletRoom* outlet = outlets_.find(jack.outlet);
        const RoomOwner* room = outlet && outlet->room ? rooms_.find(*outlet->room) : nullptr;
        const std::optional<RoomUse> use = room ? std::optional(room->use) : std::nullopt;
        const std::optional<BodyId> owner = room && room->body ? room->body : shared_;
        const Zone* best = nullptr;
        int rank = 4;
        for (const Zone* zone : zones->second) {
            if (!asks_not_or_holds(zone->kinds, std::optional(jack.kind)) || !asks_not_or_holds(zone->uses, use) ||
                !asks_not_or_holds(zone->bodies, owner))
                continue;
            const int of_zone = rank_of(*zone);
            if (of_zone < rank) {
                best = zone;
                rank = of_zone;
            }
        }
        return best ? std::optional(JackZone{.id = jack.id, .zone = best->id, .owner = owner}) : std::nullopt;
    }

  private:
    // What of the jack such a zone names: 0 its kind, 1 its room's use, 2 the owner, 3 nothing, but it is for desks.
    static int rank_of(const Zone& zone) {
        if (!zone.kinds.empty())
            return 0;
        if (!zone.uses.empty())
            return 1;
        if (!zone.bodies.empty())
            return 2;
        return zone.role == ZoneRole::desks && !zone.management ? 3 : 4;
    }

    const Table<OutletRoom>& outlets_;
    const Table<RoomOwner>& rooms_;
    std::optional<BodyId> shared_;
    std::map<PlaneId, std::vector<const Zone*>> zones_; // by code, then id
};

} // namespace

std::optional<BodyId> shared_body(const Table<Body>& bodies) {
    for (const Body& body : bodies)
        if (body.code == "shared")
            return body.id;
    return std::nullopt;
}

RoomOwners RoomOwners::compute(FactInput& input) { return {projected<RoomOwner>(input.table<Room>(), owner_of)}; }
std::optional<RoomOwners> RoomOwners::update(const RoomOwners& previous, const ChangeSet& changes, FactInput& input) {
    std::optional<Table<RoomOwner>> next =
        followed(previous.rooms, changes.of(Kind::rooms), input.table<Room>(), owner_of);
    return next ? std::optional(RoomOwners{std::move(*next)}) : std::nullopt;
}

JackZones JackZones::compute(FactInput& input) {
    const Belonging belonging(input);
    return {
        projected<JackZone>(input.get<JackPlaces>().jacks, [&](const JackPlace& jack) { return belonging.of(jack); })};
}

// Jacks that changed themselves are asked again; all when zones, planes, bodies, or what rooms are for have changed.
std::optional<JackZones> JackZones::update(const JackZones& previous, const ChangeSet& changes, FactInput& input) {
    if (!changes.empty() || !(input.get<RoomOwners>() == input.before_fact<RoomOwners>()) ||
        !(input.get<OutletRooms>() == input.before_fact<OutletRooms>()))
        return compute(input);
    const Belonging belonging(input);
    JackZones out = previous;
    bool changed = false;
    Table<JackPlace>::diff(input.before_fact<JackPlaces>().jacks, input.get<JackPlaces>().jacks,
                           [&](const JackPlace* a, const JackPlace* b) {
                               changed |= settle_row(out.jacks, (a ? a : b)->id, b ? belonging.of(*b) : std::nullopt);
                               return true;
                           });
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
