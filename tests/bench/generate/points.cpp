// SPDX-License-Identifier: GPL-3.0-or-later
// People, outlets and jacks. The number of points of the size is met by how many people sit in the offices.
#include "tests/bench/generate/paths.h"
#include "tests/bench/generate/seating.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr std::size_t full_distributor = 390; // of the 400 points that one telecom room may serve

struct Wish {
    PointKindId kind;
    bool patched = false;
};
using Faceplate = std::vector<Wish>;

// n places along the walls of a room but the one with the door, a hand's breadth off the wall.
std::vector<Point> places_along_walls(const RoomSketch& room, std::size_t n) {
    const Ring& ring = room.outline.outer;
    struct Edge {
        Point a;
        Point b;
        double length;
    };
    std::vector<Edge> edges;
    double total = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        if (room.door && orientation(a, b, room.door->from) == 0 && orientation(a, b, room.door->to) == 0)
            continue;
        edges.push_back({a, b, std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y)});
        total += edges.back().length;
    }
    std::vector<Point> places;
    double before = 0;
    std::size_t e = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double at = total * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
        while (e + 1 < edges.size() && before + edges[e].length < at)
            before += edges[e++].length;
        const Edge& edge = edges[e];
        const double t = std::clamp((at - before) / edge.length, 0.05, 0.95);
        const double ux = (edge.b.x - edge.a.x) / edge.length;
        const double uy = (edge.b.y - edge.a.y) / edge.length;
        // The ring is counter-clockwise, so inside lies to the left.
        const Point p{static_cast<std::int32_t>(std::lround(edge.a.x + t * edge.length * ux - 80 * uy)),
                      static_cast<std::int32_t>(std::lround(edge.a.y + t * edge.length * uy + 80 * ux))};
        places.push_back(contains(room.outline, p) ? p : *inner_point(room.outline));
    }
    return places;
}

// Where the points of a floor stand before they have rows.
struct OutletSketch {
    std::size_t room = 0;  // SIZE_MAX: in the corridor
    std::size_t track = 0; // of a corridor's outlet
    std::size_t strip = 0;
    Point place;
    std::int32_t height = 300;
    OutletMounting mounting = OutletMounting::wall;
    bool facility = false;
    Faceplate jacks;
};

void add_room_outlets(const Works& works, const FloorWorks& floor, std::size_t r, std::int32_t people,
                      std::vector<OutletSketch>& out) {
    const RoomSketch& room = floor.plate.rooms[r];
    const Catalogue& c = works.catalogue;
    std::vector<Faceplate> plates;
    if (room.use == RoomUse::office) {
        for (std::int32_t i = 0; i < people; ++i) {
            plates.push_back({{c.data, true}, {c.data, false}});
            plates.push_back({{c.data, false}, {c.voice, true}});
        }
    } else {
        const RoomJacks share = jacks_by_room(room.use);
        for (std::int32_t i = 0; i < share.data; i += 2)
            plates.push_back({{c.data, true}, {c.data, false}});
        for (std::int32_t i = 0; i < share.voice; i += 2)
            plates.push_back({{c.voice, true}, {c.voice, false}});
    }
    const std::vector<Point> places = places_along_walls(room, plates.size());
    for (std::size_t i = 0; i < plates.size(); ++i) {
        OutletSketch outlet;
        outlet.room = r;
        outlet.strip = room.strip;
        outlet.place = places[i];
        outlet.jacks = plates[i];
        out.push_back(std::move(outlet));
    }
}

// Access points and cameras by turns along the corridors.
void add_corridor_outlets(const Works& works, const FloorWorks& floor, std::int32_t count,
                          std::vector<OutletSketch>& out) {
    std::int64_t total = 0;
    for (const Track& track : floor.plate.tracks)
        total += distance(track.from, track.to).value;
    for (std::int32_t i = 0; i < count; ++i) {
        std::int64_t at = total * (2 * i + 1) / (2 * count);
        std::size_t t = 0;
        while (at > distance(floor.plate.tracks[t].from, floor.plate.tracks[t].to).value)
            at -= distance(floor.plate.tracks[t].from, floor.plate.tracks[t].to).value, ++t;
        const Track& track = floor.plate.tracks[t];
        const std::int64_t length = distance(track.from, track.to).value;
        const Point d = track.to - track.from;
        OutletSketch outlet;
        outlet.room = SIZE_MAX;
        outlet.track = t;
        outlet.strip = track.strip;
        outlet.place = {static_cast<std::int32_t>(track.from.x + d.x * at / length + (d.y != 0 ? 400 : 0)),
                        static_cast<std::int32_t>(track.from.y + d.y * at / length + (d.x != 0 ? 400 : 0))};
        outlet.height = 2'700;
        outlet.mounting = OutletMounting::ceiling;
        outlet.facility = true;
        outlet.jacks = {{i % 3 == 2 ? works.catalogue.camera : works.catalogue.wireless, true}};
        // Where a wing's corridor leaves the bar it crosses the bar's.
        for (std::size_t strip = 0; strip < floor.plate.strips.size(); ++strip)
            if (contains(floor.plate.strips[strip].corridor.outline, outlet.place)) {
                outlet.strip = strip;
                out.push_back(outlet);
                break;
            }
    }
}

std::size_t track_run_at(const BuildingWorks& building, const FloorWorks& floor, std::size_t track, Point place) {
    std::size_t best = floor.track_runs[track].front();
    std::int32_t best_drop = INT32_MAX;
    for (const std::size_t run : floor.track_runs[track])
        if (const Exit exit = exit_at(building, run, place); exit.drop < best_drop) {
            best = run;
            best_drop = exit.drop;
        }
    return best;
}

struct FloorPoints {
    Works& works;
    BuildingWorks& building;
    std::size_t index;
    const std::vector<std::vector<Reach>>& reach; // by distributor
    std::vector<int> next_number = {};            // by distributor of the floor

    // The nearest by the pathways, or the nearest that is not full.
    std::size_t distributor_of(const OutletSketch& outlet, std::size_t run, bool full_too) const {
        const RunSketch& r = building.runs[run];
        const Exit exit = exit_at(building, run, outlet.place);
        std::optional<std::size_t> best;
        std::int64_t best_way = INT64_MAX;
        for (const std::size_t d : building.floors[index].distributors) {
            if (!full_too && building.distributors[d].jacks.size() + outlet.jacks.size() > full_distributor)
                continue;
            const std::int64_t by_from = reach[d][r.from].distance + exit.offset;
            const std::int64_t by_to = reach[d][r.to].distance + r.length - exit.offset;
            if (std::min(by_from, by_to) < best_way) {
                best = d;
                best_way = std::min(by_from, by_to);
            }
        }
        ensure(best.has_value(), "the telecom rooms of a floor are full");
        return *best;
    }

    void add(const OutletSketch& sketch) {
        FloorWorks& floor = building.floors[index];
        const bool in_room = sketch.room != SIZE_MAX;
        const std::size_t run = in_room && floor.branches[sketch.room] ? *floor.branches[sketch.room]
                                : in_room ? track_run_at(building, floor, floor.plate.rooms[sketch.room].track,
                                                         floor.plate.rooms[sketch.room].station)
                                          : track_run_at(building, floor, sketch.track, sketch.place);
        const std::size_t d = distributor_of(sketch, run, false);
        const bool wished = d != distributor_of(sketch, run, true);
        Distributor& distributor = building.distributors[d];
        Outlet row;
        row.floor = floor.id;
        row.room = in_room ? floor.rooms[sketch.room] : floor.corridors[sketch.strip];
        const std::string number = std::to_string(1000 + ++next_number[d - floor.distributors.front()]).substr(1);
        row.label = distributor.label + "-" + number;
        row.place = sketch.place;
        row.mounting = sketch.mounting;
        row.height = Millimetres(sketch.height);
        row.sockets = sketch.facility ? 0 : 2;
        const std::string label = row.label;
        const OutletId outlet = works.put(std::move(row));
        for (std::size_t i = 0; i < sketch.jacks.size(); ++i) {
            JackSketch jack;
            Jack jack_row;
            jack_row.outlet = outlet;
            jack_row.position = static_cast<std::int32_t>(i + 1);
            jack_row.label = label + "-" + std::to_string(i + 1);
            jack_row.kind = sketch.jacks[i].kind;
            if (wished)
                jack_row.served_from = distributor.space;
            jack_row.plane = sketch.facility ? works.catalogue.facility : works.catalogue.extranet;
            jack.label = jack_row.label;
            jack.id = works.put(std::move(jack_row));
            jack.floor = index;
            jack.room = sketch.room;
            jack.body = floor.body;
            jack.place = sketch.place;
            jack.height = sketch.height;
            jack.kind = sketch.jacks[i].kind;
            jack.facility = sketch.facility;
            jack.patched = sketch.jacks[i].patched;
            jack.distributor = d;
            jack.run = run;
            distributor.jacks.push_back(building.jacks.size());
            building.jacks.push_back(std::move(jack));
        }
    }
};

} // namespace

void add_points(Works& works) {
    std::int32_t above_ground = 0;
    std::int32_t distributors = 0;
    for (const BuildingWorks& building : works.buildings)
        for (const FloorWorks& floor : building.floors)
            if (floor.storey > 0) {
                ++above_ground;
                distributors += static_cast<std::int32_t>(floor.distributors.size());
            }
    // What is left of the devices once switches and the machine room are thought of goes to the corridors' ceilings.
    const double switches = works.recipe.points / 2.0 / 46 + 1.5 * distributors;
    const auto others = static_cast<std::int32_t>(switches * 1.06) + 20;
    const std::int32_t ceiling = std::max(0, works.recipe.devices - others);
    std::int32_t storey = 0;

    seat_people(works, ceiling);
    for (std::size_t b = 0; b < works.buildings.size(); ++b) {
        BuildingWorks& building = works.buildings[b];
        const std::vector<std::vector<Reach>> reach = reach_by_distributor(building);
        for (std::size_t f = 0; f < building.floors.size(); ++f) {
            const FloorWorks& floor = building.floors[f];
            FloorPoints points{works, building, f, reach};
            points.next_number.assign(floor.distributors.size(), 0);
            std::vector<OutletSketch> outlets;
            for (std::size_t r = 0; r < floor.plate.rooms.size(); ++r) {
                const std::int32_t people = floor.people[r];
                add_room_outlets(works, floor, r, people, outlets);
            }
            if (floor.storey > 0) {
                const std::int32_t before = ceiling * storey / above_ground;
                add_corridor_outlets(works, floor, ceiling * ++storey / above_ground - before, outlets);
            }
            for (const OutletSketch& outlet : outlets)
                points.add(outlet);
        }
    }
}

} // namespace riser
