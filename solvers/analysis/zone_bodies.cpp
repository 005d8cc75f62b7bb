// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/zone_bodies.h"

#include "model/building.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace riser {

namespace {

std::set<BodyId> owners_of(FactInput& input, const std::vector<RoomUse>& uses) {
    std::set<BodyId> out;
    for (const Room& room : input.table<Room>())
        if (room.body && std::find(uses.begin(), uses.end(), room.use) != uses.end())
            out.insert(*room.body);
    return out;
}

std::vector<const Zone*> zones_of_desks(FactInput& input) {
    std::vector<const Zone*> out;
    for (const Zone& zone : input.table<Zone>()) {
        const Plane* plane = input.find(zone.plane);
        const bool secret = (plane && plane->disclosure == Disclosure::secret) || is_secret(zone.grading);
        if (zone.role == ZoneRole::desks && !zone.management && !secret)
            out.push_back(&zone);
    }
    std::sort(out.begin(), out.end(),
              [](const Zone* a, const Zone* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    return out;
}

} // namespace

const ZoneBodies::Of* ZoneBodies::find(ZoneId zone) const {
    const auto at = std::find_if(desks.begin(), desks.end(), [&](const Of& of) { return of.zone == zone; });
    return at == desks.end() ? nullptr : &*at;
}

ZoneBodies ZoneBodies::compute(FactInput& input) {
    std::set<BodyId> all;
    for (const Body& body : input.table<Body>())
        all.insert(body.id);
    ZoneBodies out;
    const std::vector<const Zone*> zones = zones_of_desks(input);
    for (const Zone* zone : zones) {
        std::set<BodyId> bodies(zone->bodies.begin(), zone->bodies.end());
        if (bodies.empty() && !zone->uses.empty())
            bodies = owners_of(input, zone->uses);
        if (bodies.empty() && (!zone->kinds.empty() || !zone->uses.empty()))
            bodies = all;
        if (bodies.empty()) {
            bodies = all;
            for (const Zone* other : zones)
                if (other->plane == zone->plane)
                    for (const BodyId body : other->bodies)
                        bodies.erase(body);
        }
        out.desks.push_back({zone->id, zone->plane, {bodies.begin(), bodies.end()}});
    }
    return out;
}

} // namespace riser
