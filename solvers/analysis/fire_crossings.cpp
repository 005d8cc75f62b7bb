// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/fire_crossings.h"

#include <map>

namespace riser {

FireCrossings FireCrossings::compute(FactInput& input) {
    FireCrossings out;
    const Crossings crossings(input.table<Floor>(), input.table<Room>(), input.table<Space>(),
                              input.table<FireCompartment>(), input.table<PathwayNode>());
    std::map<PathwayRunId, std::vector<const Penetration*>> holes;
    for (const Penetration& row : input.table<Penetration>())
        if (row.run && row.status != Status::remove)
            holes[*row.run].push_back(&row);
    for (const PathwayRun& run : input.table<PathwayRun>()) {
        if (run.status == Status::remove)
            continue;
        for (const Crossing& crossing : crossings.of(run)) {
            if (!stops_fire(crossing))
                continue;
            FireCrossing found{.crossing = crossing, .hole = {}, .off = {}};
            const auto host = crossing.of == CrossingOf::slab ? PenetrationHost::slab : PenetrationHost::wall;
            if (const auto known = holes.find(run.id); known != holes.end())
                for (const Penetration* row : known->second) {
                    const Millimetres off = distance(row->place, crossing.place);
                    if (row->floor == crossing.floor && row->host == host && (!found.hole || off < found.off)) {
                        found.hole = row->id;
                        found.off = off;
                    }
                }
            out.list.push_back(found);
        }
    }
    return out;
}

} // namespace riser
