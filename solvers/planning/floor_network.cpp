// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/floor_network.h"

#include "solvers/geometry/centreline_straighten.h"
#include "solvers/planning/tray_feet.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <set>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t same_mm = 50; // a node this near is the place itself

double apart(Point a, Point b) { return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y); }

// Two corridors that a door or passage joins are one area: a rectangle through the opening. An atrium that no door
// leads into is a void above another floor: nothing hangs there.
std::vector<Polygon> corridor_areas(const Storey& storey) {
    std::vector<Polygon> areas;
    for (const Room* room : storey.rooms)
        if (is_corridor(*room) && (room->use != RoomUse::atrium || !storey.doors_of(*room).empty()))
            areas.push_back(room->outline);
    for (const Doorway& door : storey.doorways) {
        if (!is_corridor(*door.a) || !is_corridor(*door.b))
            continue;
        const Point from = door.opening->from;
        const Point to = door.opening->to;
        const Point a = door.inside_a - door.place;
        const Point b = door.inside_b - door.place;
        Ring ring{from + a, from + b, to + b, to + a};
        if (is_simple(ring))
            areas.push_back(normalised(Polygon{.outer = std::move(ring), .holes = {}}));
    }
    return areas;
}

class FloorPlanner {
  public:
    FloorPlanner(const Storey& storey, const CentrelineOptions& options)
        : storey_(storey), lines_(centrelines(corridor_areas(storey), options)), feet_on_trays_(lines_) {
        out_.bent = static_cast<std::int32_t>(lines_.bent.size());
        out_.without_line = static_cast<std::int32_t>(lines_.failed.size());
        for (const Point place : lines_.nodes)
            out_.nodes.push_back({.place = place});
        feet_.resize(lines_.edges.size());
        part_.resize(lines_.nodes.size());
        for (std::uint32_t i = 0; i < part_.size(); ++i)
            part_[i] = i;
        for (const Centrelines::Edge& edge : lines_.edges)
            join_parts(edge.a, edge.b);
    }

    FloorNetwork plan(std::span<const Room* const> served, std::span<const Space* const> spaces) {
        std::set<const Room*> wanted(served.begin(), served.end());
        for (const Space* space : spaces)
            if (const Room* room = storey_.find(space->room); room && !is_corridor(*room))
                wanted.insert(room);
        seed(spaces);
        flood();
        join_corridors(spaces);
        for (const Room* room : storey_.rooms) { // in the order of their place
            if (!wanted.contains(room) || is_corridor(*room))
                continue;
            if (!node_in(*room))
                out_.unreached.push_back(room);
            else if (parent_.contains(room) && !is_corridor(*parent_.at(room)->other(*room)))
                out_.through_neighbour.push_back(room);
        }
        for (const Space* space : spaces)
            set_entry(*space);
        split_trays();
        std::set<std::uint32_t> parts;
        for (std::uint32_t i = 0; i < part_.size(); ++i)
            if (i < lines_.nodes.size())
                parts.insert(part(i));
        out_.parts = static_cast<std::int32_t>(parts.size());
        return std::move(out_);
    }

  private:
    std::uint32_t part(std::uint32_t i) {
        while (part_[i] != i)
            i = part_[i] = part_[part_[i]];
        return i;
    }
    void join_parts(std::uint32_t a, std::uint32_t b) {
        a = part(a);
        b = part(b);
        part_[std::max(a, b)] = std::min(a, b);
    }

    // The node on the tray where the foot stands.
    std::uint32_t tray_node(const TrayFoot& foot) {
        if (!foot.edge)
            return foot.node;
        for (const auto& [place, node] : feet_[*foot.edge])
            if (place == foot.way.front())
                return node;
        const auto node = static_cast<std::uint32_t>(out_.nodes.size());
        out_.nodes.push_back({.place = foot.way.front()});
        part_.push_back(part(lines_.edges[*foot.edge].a));
        feet_[*foot.edge].emplace_back(foot.way.front(), node);
        return node;
    }

    // A chain of doors into each room: from corridors first, then from rooms reached, the shorter branch first.
    void seed(std::span<const Space* const> spaces) {
        for (const Doorway& door : storey_.doorways)
            for (const Room* room : {door.a, door.b}) {
                const Room* corridor = door.other(*room);
                if (is_corridor(*room) || !is_corridor(*corridor) || is_unserved(room->use))
                    continue;
                if (const auto foot = feet_on_trays_.at(door.inside(*corridor)))
                    reach(*room, door, foot->length(), 1);
            }
        // A floor without corridors hangs together by its doors alone, from its telecom spaces.
        if (lines_.nodes.empty())
            for (const Space* space : spaces)
                if (const Room* room = storey_.find(space->room); room && !roots_.contains(room)) {
                    roots_.insert(room);
                    depth_[room] = {0, 0};
                }
    }

    void reach(const Room& room, const Doorway& door, double cost, int depth) {
        const auto [at, fresh] = depth_.try_emplace(&room, std::pair(depth, cost));
        if (!fresh && (at->second.first < depth || (at->second.first == depth && at->second.second <= cost)))
            return;
        at->second = {depth, cost};
        parent_[&room] = &door;
    }

    // Room by room outwards.
    void flood() {
        for (int depth = roots_.empty() ? 1 : 0, more = 1; more; ++depth) {
            more = 0;
            for (const Doorway& door : storey_.doorways)
                for (const Room* from : {door.a, door.b}) {
                    const Room* to = door.other(*from);
                    const auto known = depth_.find(from);
                    if (known == depth_.end() || known->second.first != depth || is_corridor(*to) ||
                        is_unserved(to->use) || roots_.contains(to))
                        continue;
                    reach(*to, door, apart(entry_of(*from), door.place), depth + 1);
                    more |= depth_.at(to).first == depth + 1;
                }
        }
    }

    Point entry_of(const Room& room) const {
        const auto door = parent_.find(&room);
        return door == parent_.end() ? *inner_point(room.outline) : door->second->inside(room);
    }

    // The node inside the room, made with all that leads there; nothing when no chain of doors does.
    std::optional<std::uint32_t> node_in(const Room& room, bool trunk = false) {
        if (const auto made = in_room_.find(&room); made != in_room_.end()) {
            if (trunk)
                widen(room);
            return made->second;
        }
        if (roots_.contains(&room))
            return add_room_node(room, entry_of(room));
        const auto found = parent_.find(&room);
        if (found == parent_.end())
            return std::nullopt;
        const Doorway& door = *found->second;
        const Room& from = *door.other(room);
        const Point inside = pulled_inside(room, door.inside(room));
        FloorLine line{.from = 0, .to = 0, .bends = {}, .into = &room, .trunk = trunk};
        Polyline way;
        if (is_corridor(from)) {
            const auto foot = feet_on_trays_.at(door.inside(from));
            if (!foot)
                return std::nullopt;
            if (foot->across_wall)
                out_.across_wall.push_back(&room);
            way = foot->way;
            line.from = tray_node(*foot);
        } else {
            const auto node = node_in(from, trunk);
            if (!node)
                return std::nullopt;
            line.from = *node;
            way = across_room(from, out_.nodes[*node].place, door);
        }
        way.push_back(door.place);
        way.push_back(inside);
        way = without_idle_bends(way);
        line.to = add_room_node(room, inside);
        part_[line.to] = part(line.from);
        line.bends.assign(way.begin() + 1, way.end() - (way.size() > 1 ? 1 : 0));
        line_into_[&room] = out_.lines.size();
        out_.lines.push_back(std::move(line));
        return in_room_.at(&room);
    }

    std::uint32_t add_room_node(const Room& room, Point place) {
        const auto node = static_cast<std::uint32_t>(out_.nodes.size());
        out_.nodes.push_back({.place = place, .in = &room, .space = nullptr});
        part_.push_back(node);
        in_room_[&room] = node;
        return node;
    }

    void widen(const Room& room) {
        for (const Room* here = &room;;) {
            const auto line = line_into_.find(here);
            if (line == line_into_.end())
                return;
            out_.lines[line->second].trunk = true;
            here = parent_.at(here)->other(*here);
        }
    }

    // From a node in the room to one of its doors: along and across, whichever corner stays in the room.
    static Polyline across_room(const Room& room, Point from, const Doorway& door) {
        const Point to = door.inside(room);
        // The room's axes are the door's.
        const Point jamb = door.opening->to - door.opening->from;
        const double length = std::max(1.0, std::hypot(1.0 * jamb.x, 1.0 * jamb.y));
        const double ux = jamb.x / length;
        const double uy = jamb.y / length;
        const double along = (static_cast<double>(to.x) - from.x) * ux + (static_cast<double>(to.y) - from.y) * uy;
        const Point corner_a{static_cast<std::int32_t>(std::lround(from.x + along * ux)),
                             static_cast<std::int32_t>(std::lround(from.y + along * uy))};
        const Point corner_b = from + to - corner_a;
        for (const Point corner : {corner_a, corner_b})
            if (stays_inside(room.outline, from, corner) && stays_inside(room.outline, corner, to))
                return {from, corner, to};
        return {from, corner_a, to};
    }

    // Trays that no corridor joins but rooms do: the fewest rooms between them, from those with spaces outwards.
    void join_corridors(std::span<const Space* const> spaces) {
        if (lines_.nodes.empty())
            return;
        std::set<std::uint32_t> joined;
        for (const Space* space : spaces)
            if (const Room* room = storey_.find(space->room); room && !is_corridor(*room))
                if (const auto node = node_in(*room, true))
                    joined.insert(part(*node));
        if (joined.empty())
            joined.insert(part(0));
        for (;;) {
            // Breadth first over rooms from every corridor joined so far.
            std::map<const Room*, const Doorway*> came_by;
            std::deque<const Room*> queue;
            const auto corridor_part = [&](const Doorway& door, const Room& corridor) -> std::optional<std::uint32_t> {
                const auto foot = feet_on_trays_.at(door.inside(corridor));
                if (!foot)
                    return std::nullopt;
                return part(foot->edge ? lines_.edges[*foot->edge].a : foot->node);
            };
            for (const Doorway& door : storey_.doorways)
                for (const Room* corridor : {door.a, door.b}) {
                    const Room* room = door.other(*corridor);
                    if (!is_corridor(*corridor) || is_corridor(*room) || is_unserved(room->use) ||
                        came_by.contains(room))
                        continue;
                    const auto its_part = corridor_part(door, *corridor);
                    if (its_part && joined.contains(*its_part)) {
                        came_by.emplace(room, &door);
                        queue.push_back(room);
                    }
                }
            const Doorway* out_by = nullptr;
            const Room* last = nullptr;
            while (!queue.empty() && !out_by) {
                const Room* room = queue.front();
                queue.pop_front();
                for (const Doorway& door : storey_.doorways) {
                    if (door.a != room && door.b != room)
                        continue;
                    const Room* next = door.other(*room);
                    if (is_corridor(*next)) {
                        const auto its_part = corridor_part(door, *next);
                        if (its_part && !joined.contains(*its_part)) {
                            out_by = &door;
                            last = room;
                            break;
                        }
                    } else if (!is_unserved(next->use) && !came_by.contains(next)) {
                        came_by.emplace(next, &door);
                        queue.push_back(next);
                    }
                }
            }
            if (!out_by)
                return;
            // Those rooms are entered the way the search came, unless they have their node already.
            for (const Room* room = last; room && !is_corridor(*room); room = came_by.at(room)->other(*room))
                if (!in_room_.contains(room)) {
                    parent_[room] = came_by.at(room);
                    depth_[room] = {1, 0};
                }
            const auto node = node_in(*last, true);
            const Room* corridor = out_by->other(*last);
            const auto foot = feet_on_trays_.at(out_by->inside(*corridor));
            if (!node || !foot)
                return;
            Polyline way = across_room(*last, out_.nodes[*node].place, *out_by);
            way.push_back(out_by->place);
            way.insert(way.end(), foot->way.rbegin(), foot->way.rend());
            way = without_idle_bends(way);
            const std::uint32_t end = tray_node(*foot);
            FloorLine line{.from = *node, .to = end, .bends = {}, .into = nullptr, .trunk = true};
            line.bends.assign(way.begin() + 1, way.end() - (way.size() > 1 ? 1 : 0));
            const std::uint32_t before = part(end);
            join_parts(*node, end);
            if (joined.contains(part(end)) && joined.contains(before))
                return; // it led back: nothing more can be joined
            joined.insert(part(end));
            joined.insert(before);
            out_.lines.push_back(std::move(line));
        }
    }

    // The space's own node: where its cables enter it.
    void set_entry(const Space& space) {
        const Room* room = storey_.find(space.room);
        if (!room)
            return;
        if (is_corridor(*room)) { // a cabinet in the corridor: at the nearest point of the tray
            if (const auto foot = feet_on_trays_.at(space.place)) {
                const std::uint32_t tray = tray_node(*foot);
                if (!out_.nodes[tray].space)
                    out_.nodes[tray].space = &space;
            }
            return;
        }
        const auto inside = node_in(*room, true);
        if (!inside)
            return;
        if (out_.nodes[*inside].place == space.place || apart(out_.nodes[*inside].place, space.place) < same_mm) {
            if (!out_.nodes[*inside].space) {
                out_.nodes[*inside].space = &space;
                return;
            }
        }
        const auto node = static_cast<std::uint32_t>(out_.nodes.size());
        out_.nodes.push_back({.place = space.place, .in = room, .space = &space});
        part_.push_back(part(*inside));
        out_.lines.push_back({.from = *inside, .to = node, .bends = {}, .into = room, .trunk = true});
    }

    void split_trays() {
        for (std::size_t e = 0; e < lines_.edges.size(); ++e) {
            const auto [a, b] = lines_.edges[e];
            auto& feet = feet_[e];
            std::sort(feet.begin(), feet.end(), [&](const auto& x, const auto& y) {
                return apart(x.first, lines_.nodes[a]) < apart(y.first, lines_.nodes[a]);
            });
            std::uint32_t last = a;
            for (const auto& [place, node] : feet) {
                out_.lines.push_back({.from = last, .to = node, .bends = {}});
                last = node;
            }
            out_.lines.push_back({.from = last, .to = b, .bends = {}});
        }
    }

    const Storey& storey_;
    Centrelines lines_;
    TrayFeet feet_on_trays_;
    FloorNetwork out_;
    std::vector<std::vector<std::pair<Point, std::uint32_t>>> feet_; // by edge
    std::vector<std::uint32_t> part_;                                // of out_.nodes, union-find
    std::set<const Room*> roots_;
    std::map<const Room*, const Doorway*> parent_; // the door by which a room is entered
    std::map<const Room*, std::pair<int, double>> depth_;
    std::map<const Room*, std::uint32_t> in_room_;
    std::map<const Room*, std::size_t> line_into_;
};

} // namespace

FloorNetwork floor_network(const Storey& storey, std::span<const Room* const> served,
                           std::span<const Space* const> spaces, const CentrelineOptions& options) {
    return FloorPlanner(storey, options).plan(served, spaces);
}

} // namespace riser
