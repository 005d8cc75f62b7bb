// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/crossings.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr double touch = 2;                // mm of a line between two passages that are no passage
constexpr std::int64_t wall_at_most = 600; // mm between the faces of one wall

struct Place {
    double x = 0, y = 0;
};
double cross(Place a, Place b) { return a.x * b.y - a.y * b.x; }

// Shares of a -> b, in 0 … 1, at which it meets the ring's edges: crossing points, and both ends of what runs along.
void meets(Point a, Point b, const Ring& ring, std::vector<double>& out) {
    const Place along{static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y};
    const double squared = along.x * along.x + along.y * along.y;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[i], q = ring[(i + 1) % ring.size()];
        const Place edge{static_cast<double>(q.x) - p.x, static_cast<double>(q.y) - p.y};
        const Place to{static_cast<double>(p.x) - a.x, static_cast<double>(p.y) - a.y};
        const double turn = cross(along, edge);
        if (turn != 0) {
            const double t = cross(to, edge) / turn, u = cross(to, along) / turn;
            if (t >= 0 && t <= 1 && u >= 0 && u <= 1)
                out.push_back(t);
        } else if (cross(to, along) == 0 && squared > 0) {
            for (const Point end : {p, q}) {
                const double t =
                    ((static_cast<double>(end.x) - a.x) * along.x + (static_cast<double>(end.y) - a.y) * along.y) /
                    squared;
                if (t >= 0 && t <= 1)
                    out.push_back(t);
            }
        }
    }
}

// Whether the place lies within a hundredth of a millimetre of the ring.
bool lies_on(const Ring& ring, Place at) {
    constexpr double near = 0.01;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[i], q = ring[(i + 1) % ring.size()];
        const Place edge{static_cast<double>(q.x) - p.x, static_cast<double>(q.y) - p.y}, to{at.x - p.x, at.y - p.y};
        const double squared = edge.x * edge.x + edge.y * edge.y;
        const double share = squared > 0 ? std::clamp((to.x * edge.x + to.y * edge.y) / squared, 0.0, 1.0) : 0.0;
        if (std::hypot(to.x - share * edge.x, to.y - share * edge.y) < near)
            return true;
    }
    return false;
}

bool surrounds(const Ring& ring, Place at) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[i], q = ring[(i + 1) % ring.size()];
        if ((p.y > at.y) != (q.y > at.y) &&
            at.x < p.x + (at.y - p.y) / (static_cast<double>(q.y) - p.y) * (static_cast<double>(q.x) - p.x))
            inside = !inside;
    }
    return inside;
}

// As contains() for whole millimetres: the boundary belongs to the polygon. A line may run closer to it than half a
// millimetre, so its places are not rounded.
bool holds(const Polygon& polygon, Place at) {
    const auto within = [&](const Ring& ring) { return !lies_on(ring, at) && surrounds(ring, at); };
    return (lies_on(polygon.outer, at) || surrounds(polygon.outer, at)) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(), within);
}

Place between(Point a, Point b, double share) {
    return {a.x + share * (static_cast<double>(b.x) - a.x), a.y + share * (static_cast<double>(b.y) - a.y)};
}

Point at(Point a, Point b, double share) {
    const Place place = between(a, b, share);
    return {static_cast<std::int32_t>(std::lround(place.x)), static_cast<std::int32_t>(std::lround(place.y))};
}

// One face of a wall that a run meets, so far along it.
struct Face {
    std::int64_t along = 0;
    Crossing crossing;
};

Polyline line_of(const PathwayRun& run, const PathwayNode& from, const PathwayNode& to) {
    Polyline line{from.place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(to.place);
    return line;
}

// How far along the line a place on it lies.
std::int64_t distance_along(const Polyline& line, Point place) {
    std::int64_t passed = 0, best = 0, nearest = INT64_MAX;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point on = nearest_on_segment(place, line[i - 1], line[i]);
        if (const std::int64_t off = distance(on, place).value; off < nearest) {
            nearest = off;
            best = passed + distance(line[i - 1], on).value;
        }
        passed += distance(line[i - 1], line[i]).value;
    }
    return best;
}

} // namespace

std::vector<Point> passages(const Polyline& line, const Polygon& polygon) {
    std::vector<Point> out;
    if (line.empty() || polygon.empty())
        return out;
    bool inside = contains(polygon, line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        const double length = std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
        std::vector<double> shares{0, 1};
        meets(a, b, polygon.outer, shares);
        for (const Ring& hole : polygon.holes)
            meets(a, b, hole, shares);
        std::sort(shares.begin(), shares.end());
        for (std::size_t k = 1; k < shares.size(); ++k) {
            if ((shares[k] - shares[k - 1]) * length < touch)
                continue;
            if (const bool now = holds(polygon, between(a, b, (shares[k - 1] + shares[k]) / 2)); now != inside) {
                out.push_back(at(a, b, shares[k - 1]));
                inside = now;
            }
        }
    }
    return out;
}

Crossings::Crossings(const Table<Floor>& floors, const Table<Room>& rooms, const Table<Space>& spaces,
                     const Table<FireCompartment>& compartments, const Table<PathwayNode>& nodes)
    : floors_(&floors), nodes_(&nodes) {
    for (const FireCompartment& row : compartments)
        if (!row.outline.empty())
            compartments_[row.floor].push_back(&row);
    std::set<RoomId> named;
    for (const Space& space : spaces)
        if (const Room* room = rooms.find(space.room); room && !room->outline.empty() && named.insert(room->id).second)
            spaces_[room->floor].push_back(room);
}

std::vector<Crossing> Crossings::in_plan(const PathwayRun& run, FloorId floor, const Polyline& line) const {
    std::vector<Face> faces;
    const auto add = [&](CrossingOf of, AnyId through, const Polygon& outline) {
        std::int32_t number = 0;
        for (const Point place : passages(line, outline))
            faces.push_back({distance_along(line, place), {run.id, of, floor, place, through, ++number}});
    };
    if (const auto known = compartments_.find(floor); known != compartments_.end())
        for (const FireCompartment* row : known->second)
            add(CrossingOf::compartment, row->id, row->outline);
    const bool hole = run.kind != PathwayKind::conduit && run.kind != PathwayKind::sleeve;
    if (const auto known = spaces_.find(floor); hole && known != spaces_.end())
        for (const Room* row : known->second)
            add(CrossingOf::wall, row->id, row->outline);
    // What stops fire comes first, so that of the faces of one wall it is the one that stays.
    std::stable_sort(faces.begin(), faces.end(), [](const Face& a, const Face& b) {
        return std::pair(!stops_fire(a.crossing), a.along) < std::pair(!stops_fire(b.crossing), b.along);
    });
    std::vector<Face> holes;
    for (const Face& face : faces)
        if (std::none_of(holes.begin(), holes.end(), [&](const Face& other) {
                return std::abs(other.along - face.along) <= wall_at_most &&
                       other.crossing.through != face.crossing.through;
            }))
            holes.push_back(face);
    std::stable_sort(holes.begin(), holes.end(), [](const Face& a, const Face& b) { return a.along < b.along; });
    std::vector<Crossing> out;
    for (const Face& face : holes)
        out.push_back(face.crossing);
    return out;
}

std::vector<Crossing> Crossings::slabs(const PathwayRun& run, const PathwayNode& from, const PathwayNode& to) const {
    std::vector<Crossing> out;
    const Floor* a = floors_->find(from.floor);
    const Floor* b = floors_->find(to.floor);
    if (!a || !b || a->building != b->building || a->elevation == b->elevation)
        return out;
    const bool up = a->elevation < b->elevation;
    const Millimetres low = std::min(a->elevation, b->elevation), high = std::max(a->elevation, b->elevation);
    std::vector<const Floor*> crossed;
    for (const Floor& floor : *floors_)
        if (floor.building == a->building && floor.elevation > low && floor.elevation <= high)
            crossed.push_back(&floor);
    std::sort(crossed.begin(), crossed.end(), [](const Floor* x, const Floor* y) {
        return std::pair(x->elevation, x->id) < std::pair(y->elevation, y->id);
    });
    for (const Floor* floor : crossed)
        out.push_back({run.id, CrossingOf::slab, floor->id, up ? to.place : from.place, floor->id, 1});
    return out;
}

std::vector<Crossing> Crossings::of(const PathwayRun& run) const {
    const PathwayNode* from = nodes_->find(run.from);
    const PathwayNode* to = nodes_->find(run.to);
    if (!from || !to)
        return {};
    return from->floor == to->floor ? in_plan(run, from->floor, line_of(run, *from, *to)) : slabs(run, *from, *to);
}

} // namespace riser
