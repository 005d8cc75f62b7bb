// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/arrange_edits.h"

#include "model/edits/building_edits.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "model/edits/floor_edits.h"
#include "model/edits/fresh_labels.h"
#include "model/edits/refusals.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <set>

namespace riser {

namespace {

// In the order in which rows are moved and copied: what others stand in first.
constexpr Kind placed_kinds[] = {
    Kind::rooms,        Kind::walls,        Kind::columns,           Kind::axis_lines,
    Kind::openings,     Kind::penetrations, Kind::fire_compartments, Kind::restricted_areas,
    Kind::power_routes, Kind::spaces,       Kind::pathway_nodes,     Kind::pathway_runs,
    Kind::racks,        Kind::panels,       Kind::equipment,         Kind::outlets,
    Kind::annotations,
};
constexpr Kind copied_kinds[] = {
    Kind::rooms,
    Kind::walls,
    Kind::columns,
    Kind::openings,
    Kind::fire_compartments,
    Kind::restricted_areas,
    Kind::power_routes,
    Kind::pathway_nodes,
    Kind::pathway_runs,
    Kind::racks,
    Kind::outlets,
    Kind::annotations,
};

using Motion = std::function<Point(Point)>;

bool within_frame(Point p) {
    return std::abs(std::int64_t{p.x}) <= max_coordinate && std::abs(std::int64_t{p.y}) <= max_coordinate;
}

void map_all(std::vector<Point>& points, const Motion& motion) {
    for (Point& p : points)
        p = motion(p);
}
void map_all(Polygon& polygon, const Motion& motion) {
    map_all(polygon.outer, motion);
    for (Ring& hole : polygon.holes)
        map_all(hole, motion);
    polygon = normalised(std::move(polygon));
}

// The geometry that a row keeps itself; outlets, racks and runs have verbs of their own.
void shift(Room& row, const Motion& motion) { map_all(row.outline, motion); }
void shift(Wall& row, const Motion& motion) { map_all(row.line, motion); }
void shift(Column& row, const Motion& motion) { map_all(row.outline, motion); }
void shift(FireCompartment& row, const Motion& motion) { map_all(row.outline, motion); }
void shift(RestrictedArea& row, const Motion& motion) { map_all(row.outline, motion); }
void shift(PowerRoute& row, const Motion& motion) { map_all(row.line, motion); }
void shift(Annotation& row, const Motion& motion) { map_all(row.points, motion); }
void shift(PathwayRun& row, const Motion& motion) { map_all(row.bends, motion); }
template<class Row>
requires requires(Row row) { row.place; }
void shift(Row& row, const Motion& motion) { row.place = motion(row.place); }
template<class Row>
requires requires(Row row) {
    row.from.x;
    row.to.x;
}
void shift(Row& row, const Motion& motion) {
    row.from = motion(row.from);
    row.to = motion(row.to);
}

// The fields that shift() changes.
std::vector<std::string_view> place_fields(Kind kind) {
    switch (kind) {
    case Kind::walls:
    case Kind::power_routes:
        return {"line"};
    case Kind::openings:
    case Kind::axis_lines:
        return {"from", "to"};
    case Kind::annotations:
        return {"points"};
    case Kind::pathway_runs:
        return {"bends"};
    case Kind::rooms:
    case Kind::columns:
    case Kind::fire_compartments:
    case Kind::restricted_areas:
        return {"outline"};
    default:
        return {"place"};
    }
}

template<class Row> std::vector<Point> points_of(const Row& row) {
    std::vector<Point> out;
    Row copy = row;
    shift(copy, [&](Point p) {
        out.push_back(p);
        return p;
    });
    return out;
}

template<class Visit> bool with_placed(const Design& design, AnyId id, Visit visit) {
    switch (id.kind) {
#define RISER_PLACED(Type, member)                                                                                     \
    case Kind::member:                                                                                                 \
        if (const Type* row = design.find(Type##Id{id.value}))                                                         \
            return visit(*row), true;                                                                                  \
        return false;
        RISER_PLACED(Room, rooms)
        RISER_PLACED(Wall, walls)
        RISER_PLACED(Column, columns)
        RISER_PLACED(AxisLine, axis_lines)
        RISER_PLACED(Opening, openings)
        RISER_PLACED(Penetration, penetrations)
        RISER_PLACED(FireCompartment, fire_compartments)
        RISER_PLACED(RestrictedArea, restricted_areas)
        RISER_PLACED(PowerRoute, power_routes)
        RISER_PLACED(Space, spaces)
        RISER_PLACED(PathwayNode, pathway_nodes)
        RISER_PLACED(PathwayRun, pathway_runs)
        RISER_PLACED(Rack, racks)
        RISER_PLACED(Panel, panels)
        RISER_PLACED(Equipment, equipment)
        RISER_PLACED(Outlet, outlets)
        RISER_PLACED(Annotation, annotations)
#undef RISER_PLACED
    default:
        return false;
    }
}

std::set<AnyId> racked(const Design& design) {
    std::set<AnyId> out;
    for (const RackItem& item : design.rack_items)
        out.insert(item.item);
    return out;
}

enum class With { move, copy };
// The rows themselves, and what goes with them, each once, by kind in the order of `placed_kinds`.
std::vector<AnyId> expanded(const Design& design, std::span<const AnyId> ids, With with) {
    std::set<AnyId> all(ids.begin(), ids.end());
    std::set<RoomId> rooms;
    std::set<SpaceId> spaces;
    for (const AnyId id : ids)
        if (id.kind == Kind::rooms)
            rooms.insert(RoomId{id.value});
    if (!rooms.empty()) {
        for (const Outlet& outlet : design.outlets)
            if (outlet.room && rooms.contains(*outlet.room))
                all.insert(outlet.id);
        for (const Opening& opening : design.openings)
            if ((opening.room_a && rooms.contains(*opening.room_a)) ||
                (opening.room_b && rooms.contains(*opening.room_b)))
                all.insert(opening.id);
        if (with == With::move) {
            for (const Space& space : design.spaces)
                if (rooms.contains(space.room)) {
                    spaces.insert(space.id);
                    all.insert(space.id);
                }
            for (const Rack& rack : design.racks)
                if (spaces.contains(rack.space))
                    all.insert(rack.id);
        }
    }
    std::vector<AnyId> runs;
    for (const AnyId id : all)
        if (id.kind == Kind::pathway_runs)
            runs.push_back(id);
    for (const AnyId id : runs)
        if (const PathwayRun* run = design.find(PathwayRunId{id.value})) {
            all.insert(run->from);
            all.insert(run->to);
        }
    std::vector<AnyId> out;
    for (const Kind kind : placed_kinds)
        for (const AnyId id : all)
            if (id.kind == kind)
                out.push_back(id);
    return out;
}

Result<void> shift_one(Edit& edit, AnyId id, const Motion& motion) {
    Result<void> done;
    bool fits = true;
    with_placed(edit.design(), id, [&]<class Row>(const Row& found) {
        Row row = found;
        shift(row, motion);
        for (const Point p : points_of(row))
            fits = fits && within_frame(p);
        if (fits)
            edit.put(std::move(row));
    });
    if (!fits)
        return bad_value({"会移出坐标范围", "that would be beyond the coordinates that a building has"},
                         {"移近一些", "move it less far"});
    for (const std::string_view key : place_fields(id.kind))
        if (done)
            done = pin(edit, id, key);
    return done;
}

Result<void> transform(Edit& edit, std::span<const AnyId> ids, const Motion& motion, MilliDegrees turn) {
    for (const AnyId id : ids)
        if (!edit.design().contains(id))
            return missing_row(id);
    Edit work = edit.nested(edit.name());
    const std::set<AnyId> in_racks = racked(work.design());
    for (const AnyId id : expanded(work.design(), ids, With::move)) {
        if (in_racks.contains(id)) // goes with its rack
            continue;
        Result<void> done;
        if (id.kind == Kind::outlets) {
            const Point to = motion(work.design().find(OutletId{id.value})->place);
            done = within_frame(to) ? move_outlet(work, OutletId{id.value}, to) : shift_one(work, id, motion);
        } else if (id.kind == Kind::racks) {
            const RackId rack{id.value};
            if (turn.value != 0) {
                (void)work.update(rack, [&](Rack& row) {
                    row.rotation = MilliDegrees((row.rotation.value + turn.value % 360'000 + 360'000) % 360'000);
                });
                (void)pin(work, id, "rotation");
            }
            done = move_rack(work, rack, motion(work.design().find(rack)->place));
        } else {
            done = shift_one(work, id, motion);
        }
        if (!done)
            return done;
    }
    edit.take(std::move(work));
    return {};
}

// Copies rows of one design into another, kind by kind.
class Copier {
  public:
    Copier(Edit& edit, const Design& from, FloorId to, Point by) : edit_(edit), from_(from), to_(to), by_(by) {
        for (const Plane& plane : from.planes)
            if (plane.disclosure == Disclosure::secret)
                secret_.insert(plane.id);
        for (const Plane& plane : edit.design().planes)
            if (plane.disclosure == Disclosure::secret)
                secret_.insert(plane.id);
    }

    Result<void> copy(AnyId id) {
        Result<void> done;
        with_placed(from_, id, [&](const auto& row) { done = copy_row(row); });
        return done;
    }

    std::map<AnyId, AnyId> copies;
    std::int32_t secret = 0;

  private:
    bool is_secret(std::optional<PlaneId> plane) const { return plane && secret_.contains(*plane); }
    Point moved(Point p) const { return p + by_; }

    template<class Row> Row fresh(const Row& row) const {
        Row out = row;
        shift(out, [this](Point p) { return moved(p); });
        out.id = {};
        out.origin = {};
        out.pins = {};
        out.extras = {};
        return out;
    }
    template<class Row> std::optional<Id<Row>> copy_of(std::optional<Id<Row>> id) const {
        const auto found = id ? copies.find(AnyId(*id)) : copies.end();
        return found == copies.end() ? std::nullopt : std::optional(Id<Row>{found->second.value});
    }
    template<class Row> Result<void> put(const AnyId source, Row row) {
        for (const Point p : points_of(row))
            if (!within_frame(p))
                return bad_value({"会超出坐标范围", "that would be beyond the coordinates that a building has"},
                                 {"粘贴到近处", "paste it nearer"});
        copies[source] = edit_.put(std::move(row));
        return {};
    }
    std::string label(Kind kind, const std::string& text, FloorId floor) {
        auto known = labels_.find(kind);
        if (known == labels_.end())
            known = labels_.emplace(kind, FreshLabels(edit_.design(), kind)).first;
        const Floor* source = from_.find(floor);
        const Floor* target = edit_.design().find(to_);
        return known->second.take(source && floor != to_ ? label_on_floor(text, source->label, target->label) : text);
    }

    Result<void> copy_row(const Room& room) {
        Room row = fresh(room);
        const RoomId source = room.id;
        row.number = label(Kind::rooms, room.number, room.floor);
        row.door_number = {};
        row.floor = to_;
        if (row.body && !edit_.design().find(row.body))
            return missing_row(*row.body);
        return put(source, std::move(row));
    }
    Result<void> copy_row(const Opening& opening) {
        Opening row = fresh(opening);
        row.floor = to_;
        const RoomsBeside beside = rooms_beside(edit_.design(), to_, row.from, row.to);
        row.room_a = beside.left ? beside.left : beside.right;
        row.room_b = beside.left ? beside.right : std::nullopt;
        return put(opening.id, std::move(row));
    }
    Result<void> copy_row(const Wall& wall) {
        Wall row = fresh(wall);
        row.floor = to_;
        row.fire_wall_of = copy_of(wall.fire_wall_of);
        return put(wall.id, std::move(row));
    }
    Result<void> copy_row(const FireCompartment& compartment) {
        FireCompartment row = fresh(compartment);
        row.label = label(Kind::fire_compartments, compartment.label, compartment.floor);
        row.floor = to_;
        return put(compartment.id, std::move(row));
    }
    Result<void> copy_row(const RestrictedArea& area) {
        RestrictedArea row = fresh(area);
        row.floor = to_;
        row.room = copy_of(area.room);
        if (row.outline.empty() && !row.room)
            return {}; // it was its room's alone, which is not copied
        return put(area.id, std::move(row));
    }
    Result<void> copy_row(const Annotation& annotation) {
        if (annotation.kind == AnnotationKind::moved_label)
            return {};
        Annotation row = fresh(annotation);
        row.floor = to_;
        const auto subject = annotation.subject ? copies.find(*annotation.subject) : copies.end();
        row.subject = subject == copies.end() ? std::nullopt : std::optional(subject->second);
        return put(annotation.id, std::move(row));
    }
    template<class Row>
    requires std::is_same_v<Row, Column> || std::is_same_v<Row, PowerRoute> Result<void> copy_row(const Row& source) {
        Row row = fresh(source);
        row.floor = to_;
        return put(source.id, std::move(row));
    }
    Result<void> copy_row(const PathwayNode& node) {
        PathwayNode row = fresh(node);
        row.label = label(Kind::pathway_nodes, node.label, node.floor);
        row.floor = to_;
        row.space = node.space ? space_at(edit_.design(), to_, row.place) : std::nullopt;
        return put(node.id, std::move(row));
    }
    Result<void> copy_row(const PathwayRun& run) {
        const auto from = copy_of(std::optional(run.from)), to = copy_of(std::optional(run.to));
        if (!from || !to)
            return {};
        if (is_secret(run.plane)) {
            ++secret;
            return {};
        }
        PathwayRun row = fresh(run);
        row.label = label(Kind::pathway_runs, run.label, from_.find(run.from)->floor);
        row.from = *from;
        row.to = *to;
        row.crosses = {};
        secret += static_cast<std::int32_t>(std::erase_if(
            row.compartments, [&](const RunCompartment& compartment) { return is_secret(compartment.plane); }));
        return put(run.id, std::move(row));
    }
    Result<void> copy_row(const Rack& rack) {
        const Room* room = nullptr;
        if (const Space* space = from_.find(rack.space))
            room = from_.find(space->room);
        if (is_secret(rack.plane)) {
            ++secret;
            return {};
        }
        const std::optional<SpaceId> space = space_at(edit_.design(), to_, moved(rack.place));
        if (!space)
            return refused(
                {"机柜 " + rack.label + " 不在弱电用房内", "rack " + rack.label + " would be in no telecom space"},
                {"粘贴到弱电间内", "paste it into a telecom room"});
        const Result<RackId> added = add_rack(edit_, *space,
                                              {.label = label(Kind::racks, rack.label, room ? room->floor : to_),
                                               .place = moved(rack.place),
                                               .rotation = rack.rotation,
                                               .units = rack.units,
                                               .width = rack.width,
                                               .depth = rack.depth,
                                               .plane = rack.plane});
        if (!added)
            return added.error();
        copies[rack.id] = *added;
        return {};
    }
    Result<void> copy_row(const Outlet& outlet) {
        const Point place = moved(outlet.place);
        if (!within_frame(place))
            return put(outlet.id, fresh(outlet));
        OutletWish wish{.place = place,
                        .label = label(Kind::outlets, relabelled(outlet, place), outlet.floor),
                        .mounting = outlet.mounting,
                        .height = outlet.height,
                        .sockets = outlet.sockets,
                        .jacks = {}};
        std::vector<Jack> jacks;
        for (const JackId id : jacks_of(outlet.id))
            jacks.push_back(*from_.find(id));
        std::sort(jacks.begin(), jacks.end(), [](const Jack& a, const Jack& b) {
            return std::pair(a.position, a.id) < std::pair(b.position, b.id);
        });
        for (const Jack& jack : jacks) {
            if (is_secret(jack.plane)) {
                ++secret;
                continue;
            }
            std::string name = jack.label;
            if (!outlet.label.empty() && name.starts_with(outlet.label))
                name = wish.label + name.substr(outlet.label.size());
            wish.jacks.push_back({.kind = jack.kind,
                                  .plane = jack.plane,
                                  .label = label(Kind::jacks, name, outlet.floor),
                                  .category = jack.category,
                                  .screen = jack.screen});
        }
        if (wish.jacks.empty())
            return {};
        const Result<OutletId> added = add_outlet(edit_, to_, std::move(wish));
        if (!added)
            return added.error();
        copies[outlet.id] = *added;
        return {};
    }
    Result<void> copy_row(const auto&) { return {}; }

    // "3F-305-02" into room 306 is "3F-306-02".
    std::string relabelled(const Outlet& outlet, Point place) const {
        const Room* before = from_.find(outlet.room);
        const std::optional<RoomId> there = room_at(edit_.design(), to_, place);
        const Room* after = edit_.design().find(there);
        std::string text = outlet.label;
        if (!before || !after || before->number.empty() || after->number.empty())
            return text;
        const std::string number = "-" + before->number + "-";
        if (const std::size_t at = text.find(number); at != std::string::npos)
            text.replace(at, number.size(), "-" + after->number + "-");
        return text;
    }

    const std::vector<JackId>& jacks_of(OutletId outlet) {
        if (jacks_.empty())
            for (const Jack& jack : from_.jacks)
                jacks_[jack.outlet].push_back(jack.id);
        return jacks_[outlet];
    }

    Edit& edit_;
    const Design& from_;
    FloorId to_;
    Point by_;
    std::set<PlaneId> secret_;
    std::map<Kind, FreshLabels> labels_;
    std::map<OutletId, std::vector<JackId>> jacks_;
};

} // namespace

bool has_place(Kind kind) {
    return std::find(std::begin(placed_kinds), std::end(placed_kinds), kind) != std::end(placed_kinds);
}

std::optional<Box> box_of(const Design& design, AnyId id) {
    std::optional<Box> box;
    with_placed(design, id, [&]<class Row>(const Row& row) {
        std::vector<Point> points = points_of(row);
        if constexpr (std::is_same_v<Row, PathwayRun>)
            for (const PathwayNodeId end : {row.from, row.to})
                if (const PathwayNode* node = design.find(end))
                    points.push_back(node->place);
        if constexpr (std::is_same_v<Row, Rack>)
            points = footprint(row);
        box = bounds(points);
    });
    return box;
}

std::optional<FloorId> placed_on(const Design& design, AnyId id) {
    std::optional<FloorId> floor;
    const auto of_space = [&](std::optional<SpaceId> space_id) {
        const Space* space = design.find(space_id);
        const Room* room = space ? design.find(space->room) : nullptr;
        return room ? std::optional(room->floor) : std::nullopt;
    };
    with_placed(design, id, [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, Space>)
            floor = of_space(row.id);
        else if constexpr (std::is_same_v<Row, Rack>)
            floor = of_space(row.space);
        else if constexpr (std::is_same_v<Row, PathwayRun>) {
            if (const PathwayNode* node = design.find(row.from))
                floor = node->floor;
        } else
            floor = row.floor;
        if constexpr (std::is_same_v<Row, Panel> || std::is_same_v<Row, Equipment>)
            if (!floor)
                floor = of_space(row.space);
    });
    return floor;
}

Result<void> move_rows(Edit& edit, std::span<const AnyId> ids, Point by) {
    // In 64 bits, so that a wish beyond the frame is told and not wrapped.
    const auto sum = [](std::int32_t a, std::int32_t b) {
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(std::int64_t{a} + b, -2'000'000'000, 2'000'000'000));
    };
    return transform(edit, ids, [=](Point p) { return Point{sum(p.x, by.x), sum(p.y, by.y)}; }, {});
}

Result<void> rotate_rows(Edit& edit, std::span<const AnyId> ids, Point about, MilliDegrees angle) {
    const double radians = angle.value / 1000.0 * std::numbers::pi / 180;
    const double c = std::cos(radians), s = std::sin(radians);
    return transform(
        edit, ids,
        [=](Point p) {
            const double dx = static_cast<double>(p.x) - about.x, dy = static_cast<double>(p.y) - about.y;
            return Point{static_cast<std::int32_t>(std::lround(about.x + dx * c - dy * s)),
                         static_cast<std::int32_t>(std::lround(about.y + dx * s + dy * c))};
        },
        angle);
}

Result<CopiedRows> copy_rows(Edit& edit, const Design& from, std::span<const AnyId> ids, FloorId to, Point by) {
    if (!edit.design().find(to))
        return missing_row(to);
    CopiedRows out;
    Edit work = edit.nested(edit.name());
    Copier copier(work, from, to, by);
    const std::vector<AnyId> all = expanded(from, ids, With::copy);
    for (const Kind kind : copied_kinds)
        for (const AnyId id : all)
            if (id.kind == kind)
                if (const Result<void> done = copier.copy(id); !done)
                    return done.error();
    for (const AnyId id : ids) {
        if (std::find(std::begin(copied_kinds), std::end(copied_kinds), id.kind) == std::end(copied_kinds))
            ++out.unsupported;
        else if (const auto copy = copier.copies.find(id); copy != copier.copies.end())
            out.ids.push_back(copy->second);
    }
    out.secret = copier.secret;
    edit.take(std::move(work));
    return out;
}

} // namespace riser
