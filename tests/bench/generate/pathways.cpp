// SPDX-License-Identifier: GPL-3.0-or-later
// Trays along the corridors, short trunking into rooms, risers between telecom rooms that stand above each other.
#include "tests/bench/generate/works.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

std::int64_t along(const Track& track, Point p) {
    const Point d = track.to - track.from;
    const Point v = p - track.from;
    return std::int64_t{d.x} * v.x + std::int64_t{d.y} * v.y;
}

bool lies_on(const Track& track, Point p) {
    return orientation(track.from, track.to, p) == 0 && along(track, p) >= 0 &&
           along(track, p) <= along(track, track.to);
}

bool bears_jacks(RoomUse use) {
    switch (use) {
    case RoomUse::office:
    case RoomUse::leader_office:
    case RoomUse::meeting:
    case RoomUse::duty:
    case RoomUse::reception:
    case RoomUse::service_hall:
    case RoomUse::council_hall:
    case RoomUse::training:
    case RoomUse::printing:
    case RoomUse::archive:
    case RoomUse::control_room:
    case RoomUse::plant:
        return true;
    default:
        return false;
    }
}

bool has_space(RoomUse use) {
    return use == RoomUse::telecom_room || use == RoomUse::core_machine_room || use == RoomUse::entrance_room;
}

struct FloorPaths {
    Works& works;
    BuildingWorks& building;
    std::size_t index;
    FloorWorks& floor;
    std::map<Point, std::size_t> nodes = {};
    int next_label = 0;

    std::size_t node_at(Point place, std::optional<SpaceId> space = {}) {
        if (const auto found = nodes.find(place); found != nodes.end())
            return found->second;
        PathwayNode row;
        row.floor = floor.id;
        row.place = place;
        row.elevation = Millimetres(tray_elevation);
        row.space = space;
        NodeSketch node;
        node.floor = index;
        node.place = place;
        node.height = floor.elevation + tray_elevation;
        node.id = works.put(std::move(row));
        building.nodes.push_back(std::move(node));
        return nodes[place] = building.nodes.size() - 1;
    }

    std::size_t add_run(std::size_t from, std::size_t to, PathwayKind kind) {
        RunSketch run;
        run.row.id = works.ids.next<PathwayRun>();
        run.row.from = building.nodes[from].id;
        run.row.to = building.nodes[to].id;
        run.row.kind = kind;
        run.row.label = (building.recipe.letter.empty() ? "" : building.recipe.letter + "-") + floor.label + "-T" +
                        std::to_string(++next_label);
        run.row.elevation = Millimetres(tray_elevation);
        run.row.mounting = kind == PathwayKind::shaft ? Mounting::wall_surface : Mounting::ceiling_void;
        run.from = from;
        run.to = to;
        run.floor = index;
        const NodeSketch& a = building.nodes[from];
        const NodeSketch& b = building.nodes[to];
        run.length = kind == PathwayKind::shaft ? std::abs(a.height - b.height) : distance(a.place, b.place).value;
        const std::size_t at = building.runs.size();
        building.nodes[from].runs.push_back(at);
        building.nodes[to].runs.push_back(at);
        building.runs.push_back(std::move(run));
        return at;
    }

    void penetrate(std::size_t run, PenetrationHost host, Point place, FireCompartmentId compartment) {
        building.runs[run].row.crosses.push_back(compartment);
        Penetration row;
        row.floor = floor.id;
        row.host = host;
        row.label = building.runs[run].row.label + "-P";
        row.place = place;
        row.width = Millimetres(700);
        row.height = Millimetres(300);
        row.run = building.runs[run].row.id;
        row.sleeved = true;
        row.stopping = "FS-A3";
        works.put(std::move(row));
    }

    // `extra` joints in the trays, where a floor has fewer rooms than its share of runs: one each so many metres.
    std::vector<Point> joints_along(const Track& track, int extra, std::int64_t all_tracks) const {
        const std::int64_t length = distance(track.from, track.to).value;
        const std::int64_t count = std::min(length * extra / all_tracks, length / 600 - 1);
        std::vector<Point> out;
        for (std::int64_t i = 1; i <= count; ++i) {
            const Point d = track.to - track.from;
            out.push_back({static_cast<std::int32_t>(track.from.x + d.x * i / (count + 1)),
                           static_cast<std::int32_t>(track.from.y + d.y * i / (count + 1))});
        }
        return out;
    }

    // The run of a strip's track that passes the wall there; where a node stands in the wall, the run behind it.
    std::optional<std::size_t> run_through(std::size_t strip, Point joint) const {
        std::optional<std::size_t> out;
        for (const std::size_t run : floor.track_runs[strip]) {
            const Point from = building.nodes[building.runs[run].from].place;
            const Point to = building.nodes[building.runs[run].to].place;
            if (lies_on(Track{from, to}, joint) && (!out || to != joint))
                out = run;
        }
        return out;
    }

    void lay_tracks(const std::vector<bool>& branched, int extra) {
        const std::vector<Track>& tracks = floor.plate.tracks;
        std::int64_t all_tracks = 0;
        for (const Track& track : tracks)
            all_tracks += distance(track.from, track.to).value;
        floor.track_runs.resize(tracks.size());
        for (std::size_t t = 0; t < tracks.size(); ++t) {
            std::vector<Point> stations = joints_along(tracks[t], extra, all_tracks);
            stations.insert(stations.end(), {tracks[t].from, tracks[t].to});
            for (const Track& other : tracks)
                for (const Point end : {other.from, other.to})
                    if (lies_on(tracks[t], end))
                        stations.push_back(end);
            for (std::size_t r = 0; r < floor.plate.rooms.size(); ++r)
                if (branched[r] && floor.plate.rooms[r].track == t)
                    stations.push_back(floor.plate.rooms[r].station);
            std::sort(stations.begin(), stations.end(),
                      [&](Point a, Point b) { return along(tracks[t], a) < along(tracks[t], b); });
            stations.erase(std::unique(stations.begin(), stations.end()), stations.end());
            for (std::size_t i = 0; i + 1 < stations.size(); ++i)
                floor.track_runs[t].push_back(
                    add_run(node_at(stations[i]), node_at(stations[i + 1]), PathwayKind::tray));
        }
        for (std::size_t s = 0; s < floor.plate.strips.size(); ++s)
            if (const std::optional<Point>& joint = floor.plate.strips[s].joint)
                if (const std::optional<std::size_t> run = run_through(s, *joint))
                    penetrate(*run, PenetrationHost::wall, *joint, floor.compartments[s]);
    }

    void lay_branches(const std::vector<bool>& branched) {
        floor.branches.assign(floor.plate.rooms.size(), std::nullopt);
        for (std::size_t r = 0; r < floor.plate.rooms.size(); ++r) {
            if (!branched[r])
                continue;
            const RoomSketch& room = floor.plate.rooms[r];
            std::optional<SpaceId> space;
            if (room.use == RoomUse::core_machine_room)
                space = building.machine.space;
            if (room.use == RoomUse::entrance_room)
                space = building.entrance_space;
            for (const std::size_t d : floor.distributors)
                if (building.distributors[d].room == floor.rooms[r])
                    space = building.distributors[d].space;
            const std::size_t to = node_at(room.deep, space);
            floor.branches[r] =
                add_run(node_at(room.station), to, has_space(room.use) ? PathwayKind::tray : PathwayKind::trunking);
            for (const std::size_t d : floor.distributors)
                if (building.distributors[d].room == floor.rooms[r])
                    building.distributors[d].node = to;
            if (room.use == RoomUse::core_machine_room)
                building.machine.node = to;
            if (room.use == RoomUse::entrance_room)
                building.entrance_node = to;
        }
    }
};

struct Branches {
    std::vector<bool> rooms;
    int runs_left = 0; // of the budget
};

// Which rooms get trunking of their own: telecom rooms always, others evenly until the floor's share of runs is used.
Branches choose_branches(const FloorWorks& floor, int budget) {
    const std::vector<RoomSketch>& rooms = floor.plate.rooms;
    std::vector<bool> chosen(rooms.size(), false);
    int used = static_cast<int>(floor.plate.tracks.size());
    std::vector<std::size_t> candidates;
    for (std::size_t r = 0; r < rooms.size(); ++r)
        if (has_space(rooms[r].use)) {
            chosen[r] = true;
            used += 3; // the branch, the split, and the riser
        } else if (bears_jacks(rooms[r].use)) {
            candidates.push_back(r);
        }
    const auto want = static_cast<std::size_t>(std::clamp((budget - used) / 2, 0, static_cast<int>(candidates.size())));
    for (std::size_t i = 0; i < want; ++i)
        chosen[candidates[i * candidates.size() / want]] = true;
    return {std::move(chosen), std::max(0, budget - used - static_cast<int>(2 * want))};
}

void lay_risers(Works& works, BuildingWorks& building) {
    for (std::size_t f = 1; f < building.floors.size(); ++f) {
        FloorPaths upper{works, building, f, building.floors[f]};
        upper.next_label = 900;
        for (const std::size_t d : building.floors[f].distributors)
            for (const std::size_t below : building.floors[f - 1].distributors) {
                const Distributor& high = building.distributors[d];
                const Distributor& low = building.distributors[below];
                if (high.place != low.place)
                    continue;
                const std::size_t run = upper.add_run(low.node, high.node, PathwayKind::shaft);
                upper.penetrate(run, PenetrationHost::slab, high.place, building.floors[f].compartments[high.strip]);
            }
    }
}

// Ducts in the ground between entrance rooms: from the first building to each other, and from each to the next.
void lay_campus(Works& works) {
    const auto join = [&](std::size_t a, std::size_t b) {
        const NodeSketch& from = works.buildings[a].nodes[*works.buildings[a].entrance_node];
        const NodeSketch& to = works.buildings[b].nodes[*works.buildings[b].entrance_node];
        RunSketch run;
        run.row.id = works.ids.next<PathwayRun>();
        run.row.from = from.id;
        run.row.to = to.id;
        run.row.kind = PathwayKind::conduit;
        run.row.label = "DUCT-" + works.buildings[a].recipe.letter + works.buildings[b].recipe.letter;
        run.row.bends = {{to.place.x, from.place.y}};
        run.from = a;
        run.to = b;
        OutdoorDuct duct;
        duct.site = works.design.sites.begin()->id;
        duct.label = run.row.label;
        duct.from = works.buildings[a].id;
        duct.to = works.buildings[b].id;
        duct.route = {from.place, run.row.bends.front(), to.place};
        duct.ways = 4;
        duct.inner_diameter = Millimetres(100);
        works.put(std::move(duct));
        works.campus.push_back(std::move(run));
    };
    for (std::size_t b = 1; b < works.buildings.size(); ++b) {
        join(0, b);
        if (b + 1 < works.buildings.size())
            join(b, b + 1);
    }
}

} // namespace

void add_pathways(Works& works) {
    int floors_left = works.recipe.floors();
    int runs_left = works.recipe.runs;
    for (BuildingWorks& building : works.buildings) {
        for (std::size_t f = 0; f < building.floors.size(); ++f) {
            const std::size_t before = building.runs.size();
            FloorPaths paths{works, building, f, building.floors[f]};
            const Branches branches = choose_branches(building.floors[f], runs_left / floors_left);
            paths.lay_tracks(branches.rooms, branches.runs_left);
            paths.lay_branches(branches.rooms);
            runs_left -= static_cast<int>(building.runs.size() - before + building.floors[f].distributors.size());
            --floors_left;
        }
        lay_risers(works, building);
    }
    lay_campus(works);
}

} // namespace riser
