// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/floor_edits.h"

#include "model/edits/building_edits.h"
#include "model/edits/refusals.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr Millimetres on_wall = Millimetres(50); // how near to a centreline a jamb lies on it

template<class Visit> void each_side(const Ring& ring, Visit visit) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        visit(ring[i], ring[(i + 1) % ring.size()]);
}

Error no_outline(Text fault) { return bad_value(std::move(fault), {"重新画一圈", "draw it again"}); }

bool near_segment(Point p, Point a, Point b, Millimetres reach) {
    return distance(p, nearest_on_segment(p, a, b)) <= reach;
}

// Whether both places lie on one stretch of a wall or of a room's outline.
bool on_one_wall(const Design& design, FloorId floor, Point from, Point to) {
    bool found = false;
    const auto look = [&](Point a, Point b) {
        found = found || (near_segment(from, a, b, on_wall) && near_segment(to, a, b, on_wall));
    };
    for (const Wall& wall : design.walls)
        if (wall.floor == floor)
            for (std::size_t i = 1; i < wall.line.size(); ++i)
                look(wall.line[i - 1], wall.line[i]);
    for (const Room& room : design.rooms)
        if (room.floor == floor) {
            each_side(room.outline.outer, look);
            for (const Ring& hole : room.outline.holes)
                each_side(hole, look);
        }
    return found;
}

Point middle_of(Point a, Point b) {
    return {static_cast<std::int32_t>((std::int64_t{a.x} + b.x) / 2),
            static_cast<std::int32_t>((std::int64_t{a.y} + b.y) / 2)};
}

} // namespace

Result<WallId> add_wall(Edit& edit, FloorId floor, WallWish wish) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    wish.line.erase(std::unique(wish.line.begin(), wish.line.end()), wish.line.end());
    if (wish.line.size() < 2)
        return bad_value({"墙至少要有两个不同的点", "a wall needs two different places"},
                         {"再点一处", "click another place"});
    if (wish.thickness.value <= 0)
        return bad_value({"墙没有厚度", "the wall has no thickness"}, {"如 200", "give one such as 200"});
    Wall wall;
    wall.floor = floor;
    wall.line = std::move(wish.line);
    wall.thickness = wish.thickness;
    wall.material = wish.material;
    return edit.put(std::move(wall));
}

std::optional<WallSpot> wall_near(const Design& design, FloorId floor, Point place, Millimetres reach) {
    std::optional<WallSpot> best;
    Millimetres nearest = reach;
    const auto look = [&](Point a, Point b, std::optional<WallId> wall) {
        const Point at = nearest_on_segment(place, a, b);
        if (const Millimetres gap = distance(place, at); gap < nearest || (!best && gap == nearest)) {
            nearest = gap;
            best = WallSpot{a, b, at, wall};
        }
    };
    for (const Wall& wall : design.walls)
        if (wall.floor == floor)
            for (std::size_t i = 1; i < wall.line.size(); ++i)
                look(wall.line[i - 1], wall.line[i], wall.id);
    if (best)
        return best;
    for (const Room& room : design.rooms)
        if (room.floor == floor) {
            const auto side = [&](Point a, Point b) { look(a, b, std::nullopt); };
            each_side(room.outline.outer, side);
            for (const Ring& hole : room.outline.holes)
                each_side(hole, side);
        }
    return best;
}

RoomsBeside rooms_beside(const Design& design, FloorId floor, Point from, Point to) {
    RoomsBeside out;
    const double dx = static_cast<double>(to.x) - from.x, dy = static_cast<double>(to.y) - from.y;
    const double width = std::hypot(dx, dy);
    if (width == 0)
        return out;
    const Point middle = middle_of(from, to);
    for (const double side : {1.0, -1.0}) {
        std::optional<RoomId>& found = side > 0 ? out.left : out.right;
        for (double step = 25; step <= 800 && !found; step += 25) {
            const Point probe{static_cast<std::int32_t>(std::lround(middle.x - side * step * dy / width)),
                              static_cast<std::int32_t>(std::lround(middle.y + side * step * dx / width))};
            for (const Room& room : design.rooms)
                if (room.floor == floor && contains(room.outline, probe)) {
                    found = room.id;
                    break;
                }
        }
    }
    return out;
}

Result<OpeningId> add_opening(Edit& edit, FloorId floor, OpeningWish wish) {
    const Design& design = edit.design();
    if (!design.find(floor))
        return missing_row(floor);
    const Millimetres width = distance(wish.from, wish.to);
    if (width.value < 100 || width.value > 20'000)
        return bad_value({"洞口宽度应在 0.1 m 与 20 m 之间", "an opening is between 0.1 m and 20 m wide"},
                         {"重新点两侧门框", "click the two jambs again"});
    if (!on_one_wall(design, floor, wish.from, wish.to))
        return refused({"两侧门框不在同一段墙上", "the jambs are not on one stretch of wall"},
                       {"沿一段墙点两处", "click two places along one wall"});
    const Point middle = middle_of(wish.from, wish.to);
    for (const Opening& other : design.openings)
        if (other.floor == floor &&
            (near_segment(middle, other.from, other.to, Millimetres(10)) ||
             near_segment(middle_of(other.from, other.to), wish.from, wish.to, Millimetres(10))))
            return conflicting({"此处已有洞口 " + other.label, "there is an opening here already: " + other.label},
                               {"换一处，或先删去原有洞口", "choose another place, or delete that one first"});
    const RoomsBeside beside = rooms_beside(design, floor, wish.from, wish.to);
    Opening opening;
    opening.floor = floor;
    opening.kind = wish.kind;
    opening.label = std::move(wish.label);
    opening.from = wish.from;
    opening.to = wish.to;
    opening.height = wish.height;
    opening.sill = wish.sill;
    opening.room_a = beside.left ? beside.left : beside.right;
    opening.room_b = beside.left ? beside.right : std::nullopt;
    return edit.put(std::move(opening));
}

Result<FireCompartmentId> add_fire_compartment(Edit& edit, FloorId floor, std::string label, Polygon outline) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    if (std::optional<Text> fault = outline_fault(outline))
        return no_outline(std::move(*fault));
    FireCompartment row;
    row.floor = floor;
    row.label = std::move(label);
    row.outline = normalised(std::move(outline));
    return edit.put(std::move(row));
}

Result<RestrictedAreaId> add_restricted_area(Edit& edit, FloorId floor, RestrictedAreaWish wish) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    if (std::optional<Text> fault = outline_fault(wish.outline))
        return no_outline(std::move(*fault));
    if (!wish.no_camera && !wish.no_wireless && !wish.no_microphone)
        return bad_value({"限制区没有限制任何设备", "the area forbids nothing"},
                         {"至少限制一类设备", "forbid one kind of device at least"});
    RestrictedArea row;
    row.floor = floor;
    row.name = std::move(wish.name);
    row.outline = normalised(std::move(wish.outline));
    row.no_camera = wish.no_camera;
    row.no_wireless = wish.no_wireless;
    row.no_microphone = wish.no_microphone;
    for (const Room& room : edit.design().rooms)
        if (room.floor == floor && room.outline == row.outline)
            row.room = room.id;
    return edit.put(std::move(row));
}

Result<AnnotationId> add_annotation(Edit& edit, FloorId floor, std::optional<AnyId> subject, Text text,
                                    Polyline points) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    if (subject && !edit.design().contains(*subject))
        return missing_row(*subject);
    if (text.zh.empty() && text.en.empty())
        return bad_value({"注释没有文字", "the note has no text"}, {"先填写文字", "type it first"});
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.empty())
        return bad_value({"注释没有位置", "the note has no place"}, {"在图上点一处", "click a place"});
    Annotation row;
    row.kind = points.size() > 1 ? AnnotationKind::leader : AnnotationKind::text;
    row.floor = floor;
    row.subject = subject;
    row.text = std::move(text);
    row.points = std::move(points);
    return edit.put(std::move(row));
}

Result<AnnotationId> move_label(Edit& edit, AnyId subject, Point place) {
    const Design& design = edit.design();
    if (!design.contains(subject))
        return missing_row(subject);
    std::optional<FloorId> floor;
    if (subject.kind == Kind::outlets)
        floor = design.find(OutletId{subject.value})->floor;
    else if (subject.kind == Kind::rooms)
        floor = design.find(RoomId{subject.value})->floor;
    else
        return Error{.code = ErrorCode::unsupported,
                     .message = {"只有插座和房间的标注可以移动", "only labels of outlets and rooms can be moved"},
                     .fix = {},
                     .where = {}};
    Annotation row;
    for (const Annotation& known : design.annotations)
        if (known.kind == AnnotationKind::moved_label && known.subject == subject)
            row = known;
    row.kind = AnnotationKind::moved_label;
    row.floor = floor;
    row.subject = subject;
    row.points = {place};
    return edit.put(std::move(row));
}

} // namespace riser
