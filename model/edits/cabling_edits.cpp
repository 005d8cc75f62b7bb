// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cabling_edits.h"

#include "model/edits/cabling_index.h"
#include "model/edits/cascade.h"
#include "model/edits/refusals.h"
#include "model/fields/field.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

// Where an outlet comes to be: it stays in its room as long as that holds the place.
std::optional<RoomId> room_for(const Design& design, const Outlet& outlet, Point place) {
    const Room* now = design.find(outlet.room);
    const bool stays = now && now->floor == outlet.floor && contains(now->outline, place);
    return stays ? outlet.room : room_at(design, outlet.floor, place);
}

bool is_secret(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

// A secret plane from everything else, and planes that the intent says must not reach each other.
bool must_be_apart(const Design& design, std::optional<PlaneId> a, std::optional<PlaneId> b) {
    if (a == b)
        return false;
    if (is_secret(design, a) || is_secret(design, b))
        return true;
    return a && b &&
           std::any_of(design.must_not_reach.begin(), design.must_not_reach.end(), [&](const MustNotReach& row) {
               return (row.a == AnyId(*a) && row.b == AnyId(*b)) || (row.a == AnyId(*b) && row.b == AnyId(*a));
           });
}

std::string code_of(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return row ? row->code : "-";
}

// How many more jacks of the kind the approved list allows in the room.
std::int32_t approved_left(const Design& design, const Floor& floor, const Room& room, const JackWish& wish) {
    std::int32_t left = 0;
    for (const ApprovedPoint& point : design.approved_points)
        if (point.plane == wish.plane && point.kind == wish.kind && point.floor == floor.label &&
            point.room == room.number)
            left += point.jacks;
    for (const Jack& jack : design.jacks)
        if (jack.plane == wish.plane && jack.kind == wish.kind)
            if (const Outlet* outlet = design.find(jack.outlet); outlet && outlet->room == room.id)
                --left;
    return left;
}

std::optional<Error> jack_fault(const Design& design, const Floor& floor, std::optional<RoomId> room_id,
                                const OutletWish& wish) {
    for (const JackWish& jack : wish.jacks) {
        if (!design.find(jack.kind))
            return missing_row(jack.kind);
        if (jack.plane && !design.find(jack.plane))
            return missing_row(*jack.plane);
        for (const JackWish& other : wish.jacks)
            if (must_be_apart(design, jack.plane, other.plane))
                return refused({"须物理隔离的网络（" + code_of(design, jack.plane) + "、" +
                                    code_of(design, other.plane) + "）不能共用面板",
                                "planes that must be physically apart (" + code_of(design, jack.plane) + ", " +
                                    code_of(design, other.plane) + ") never share a faceplate"},
                               {"各设一个面板", "give each a faceplate of its own"});
        if (!is_secret(design, jack.plane))
            continue;
        const Room* room = design.find(room_id);
        const auto wanted = std::count_if(wish.jacks.begin(), wish.jacks.end(), [&](const JackWish& other) {
            return other.kind == jack.kind && other.plane == jack.plane;
        });
        if (!room || approved_left(design, floor, *room, jack) < wanted)
            return refused(
                {"批准清单中没有此处的这一涉密点位", "the approved list names no such classified point here"},
                {"先取得批准并录入任务书", "have it approved and entered in the brief first"});
    }
    return std::nullopt;
}

// The height of a run's end in the building, and its place.
struct RunEnd {
    Point place;
    std::int64_t height = 0;
};
std::optional<RunEnd> end_of(const Design& design, PathwayNodeId id) {
    const PathwayNode* node = design.find(id);
    const Floor* floor = node ? design.find(node->floor) : nullptr;
    if (!floor)
        return std::nullopt;
    return RunEnd{node->place, std::int64_t{floor->elevation.value} + node->elevation.value};
}

// Where a cable that leaves `run` for `place` does so, and the drop from there, along and across the run and down.
struct Leave {
    Millimetres offset;
    Millimetres drop;
};
std::optional<Leave> leave_for(const Design& design, const PathwayRun& run, Point place, std::int64_t height) {
    const std::optional<RunEnd> from = end_of(design, run.from);
    const std::optional<RunEnd> to = end_of(design, run.to);
    if (!from || !to)
        return std::nullopt;
    Polyline line{from->place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(to->place);
    double before = 0;
    double best_drop = INFINITY;
    double best_along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = static_cast<double>(line[i].x) - line[i - 1].x;
        const double dy = static_cast<double>(line[i].y) - line[i - 1].y;
        const double px = static_cast<double>(place.x) - line[i - 1].x;
        const double py = static_cast<double>(place.y) - line[i - 1].y;
        const double length = std::hypot(dx, dy);
        if (length == 0)
            continue;
        const double t = (px * dx + py * dy) / length;
        const double along = std::clamp(t, 0.0, length);
        const double drop = std::abs(px * dy - py * dx) / length + std::abs(t - along);
        if (drop < best_drop) {
            best_drop = drop;
            best_along = before + along;
        }
        before += length;
    }
    if (!std::isfinite(best_drop))
        return std::nullopt;
    const auto rise = static_cast<double>(to->height - from->height);
    const double share = best_along / before;
    const double run_height = static_cast<double>(from->height) + rise * share;
    const double offset = share * (std::round(before) + std::abs(rise));
    const double drop = best_drop + std::abs(run_height - static_cast<double>(height));
    return Leave{Millimetres(static_cast<std::int32_t>(std::lround(offset))),
                 Millimetres(static_cast<std::int32_t>(std::lround(drop)))};
}

void lay_drop_again(Edit& edit, CableId id, Point place, std::int64_t height) {
    const Design& design = edit.design();
    const Cable* found = design.find(id);
    if (!found || found->route_pinned || found->route.empty())
        return;
    const PathwayRun* run = design.find(found->route.back().run);
    const std::optional<Leave> leave = run ? leave_for(design, *run, place, height) : std::nullopt;
    if (!leave)
        return;
    Cable cable = *found;
    cable.exit_offset = leave->offset;
    cable.exit_drop = leave->drop;
    edit.put(std::move(cable));
}

template<class Row> void pin_field(Row& row, std::string_view key) {
    const std::size_t index = record_of<Row>().index_of(key);
    row.pins.mask |= std::uint64_t{1} << index;
}

// Why a room outside of which some corner lies cannot hold the rack.
std::optional<Error> footprint_fault(const Design& design, const Rack& rack) {
    const Space* space = design.find(rack.space);
    const Room* room = space ? design.find(space->room) : nullptr;
    if (!room || room->outline.empty())
        return std::nullopt;
    const Ring corners = footprint(rack);
    if (std::all_of(corners.begin(), corners.end(), [&](Point p) { return contains(room->outline, p); }))
        return std::nullopt;
    return refused({"机柜会超出所在房间 " + room->number, "the rack would stand outside room " + room->number},
                   {"在房间内选位置，或把机柜改到另一弱电用房", "place it in the room, or give it another space"});
}

// Cameras, wireless and microphones where an area forbids them: by its room, or by its outline.
std::optional<Error> restriction_fault(const Design& design, FloorId floor, std::optional<RoomId> room, Point place,
                                       const PointKind& kind) {
    if (!kind.camera && !kind.wireless && !kind.microphone)
        return std::nullopt;
    for (const RestrictedArea& area : design.restricted_areas) {
        const bool forbids = (area.no_camera && kind.camera) || (area.no_wireless && kind.wireless) ||
                             (area.no_microphone && kind.microphone);
        const bool here = (area.room && area.room == room) ||
                          (area.floor == floor && !area.outline.empty() && contains(area.outline, place));
        if (forbids && here)
            return refused({"限制区" + area.name.zh + "内不得设 " + kind.code,
                            "the restricted area " + area.name.in(Language::en) + " forbids " + kind.code + " points"},
                           {"放到限制区之外", "place it outside the area"});
    }
    return std::nullopt;
}

} // namespace

Ring footprint(const Rack& rack) {
    const double angle = rack.rotation.value / 1000.0 * std::numbers::pi / 180;
    const double half_width = rack.width.value / 2.0;
    const double half_depth = rack.depth.value / 2.0;
    Ring corners;
    for (const auto& [x, y] : {std::pair(-1.0, -1.0), {1.0, -1.0}, {1.0, 1.0}, {-1.0, 1.0}}) {
        const double dx = x * half_width;
        const double dy = y * half_depth;
        corners.push_back(
            {static_cast<std::int32_t>(std::lround(rack.place.x + dx * std::cos(angle) - dy * std::sin(angle))),
             static_cast<std::int32_t>(std::lround(rack.place.y + dx * std::sin(angle) + dy * std::cos(angle)))});
    }
    return corners;
}

std::optional<RoomId> room_at(const Design& design, FloorId floor, Point place) {
    for (const Room& room : design.rooms)
        if (room.floor == floor && contains(room.outline, place))
            return room.id;
    return std::nullopt;
}

std::optional<SpaceId> space_at(const Design& design, FloorId floor, Point place) {
    for (const Space& space : design.spaces)
        if (const Room* room = design.find(space.room); room && room->floor == floor && contains(room->outline, place))
            return space.id;
    return std::nullopt;
}

Result<OutletId> add_outlet(Edit& edit, FloorId floor_id, OutletWish wish) {
    const Floor* floor = edit.design().find(floor_id);
    if (!floor)
        return missing_row(floor_id);
    if (wish.jacks.empty())
        return bad_value({"信息插座没有信息点", "an outlet needs a jack"},
                         {"至少给一个信息点", "give it one at least"});
    const std::optional<RoomId> room = room_at(edit.design(), floor_id, wish.place);
    if (std::optional<Error> fault = jack_fault(edit.design(), *floor, room, wish))
        return std::move(*fault);
    for (const JackWish& jack : wish.jacks)
        if (std::optional<Error> fault =
                restriction_fault(edit.design(), floor_id, room, wish.place, *edit.design().find(jack.kind)))
            return std::move(*fault);
    Outlet outlet;
    outlet.floor = floor_id;
    outlet.room = room;
    outlet.label = std::move(wish.label);
    outlet.place = wish.place;
    outlet.mounting = wish.mounting;
    outlet.height = wish.height;
    outlet.sockets = wish.sockets;
    const OutletId id = edit.put(std::move(outlet));
    std::int32_t position = 0;
    for (JackWish& jack : wish.jacks) {
        Jack row;
        row.outlet = id;
        row.position = ++position;
        row.label = std::move(jack.label);
        row.kind = jack.kind;
        row.plane = jack.plane;
        row.category = jack.category;
        row.screen = jack.screen;
        edit.put(std::move(row));
    }
    return id;
}

Result<void> move_outlet(Edit& edit, OutletId id, Point place) {
    const Outlet* found = edit.design().find(id);
    if (!found)
        return missing_row(id);
    Outlet outlet = *found;
    outlet.place = place;
    const Floor* floor = edit.design().find(outlet.floor);
    const std::optional<RoomId> room = room_for(edit.design(), outlet, place);
    if (floor && room != outlet.room) {
        // Approval holds for the room it names.
        OutletWish there;
        for (const JackId jack_id : edit.cabling().jacks_of(id))
            if (const Jack& jack = *edit.design().find(jack_id); is_secret(edit.design(), jack.plane))
                there.jacks.push_back({.kind = jack.kind, .plane = jack.plane, .label = {}});
        if (std::optional<Error> fault = jack_fault(edit.design(), *floor, room, there))
            return std::move(*fault);
    }
    // What stood in such an area before may be moved within it: that it stands there is a finding.
    const std::optional<RoomId> comes_to = room ? room : outlet.room;
    for (const JackId jack_id : edit.cabling().jacks_of(id))
        if (const PointKind* kind = edit.design().find(edit.design().find(jack_id)->kind))
            if (std::optional<Error> fault = restriction_fault(edit.design(), outlet.floor, comes_to, place, *kind);
                fault && !restriction_fault(edit.design(), outlet.floor, found->room, found->place, *kind))
                return std::move(*fault);
    outlet.room = comes_to;
    pin_field(outlet, "place");
    const std::int64_t height = (floor ? floor->elevation.value : 0) + std::int64_t{outlet.height.value};
    edit.put(std::move(outlet));

    const CablingIndex& cabling = edit.cabling();
    std::vector<AnyId> ends{id};
    for (const JackId jack : cabling.jacks_of(id))
        ends.emplace_back(jack);
    std::vector<CableId> cables;
    for (const AnyId end : ends)
        for (const TerminationId at : cabling.terminations_on(end))
            if (const Termination& row = *edit.design().find(at); row.end == CableEnd::b)
                cables.push_back(row.cable);
    for (const CableId cable : cables)
        lay_drop_again(edit, cable, place, height);
    return {};
}

Result<void> delete_outlet(Edit& edit, OutletId outlet) { return delete_row(edit, outlet); }

Result<RackId> add_rack(Edit& edit, SpaceId space, RackWish wish) {
    if (!edit.design().find(space))
        return missing_row(space);
    if (wish.plane && !edit.design().find(wish.plane))
        return missing_row(*wish.plane);
    if (wish.units < 1)
        return bad_value({"机柜没有可用的 U", "the rack has no units"}, {"如 42", "give it some, such as 42"});
    Rack rack;
    rack.space = space;
    rack.label = std::move(wish.label);
    rack.place = wish.place;
    rack.rotation = wish.rotation;
    rack.units = wish.units;
    rack.width = wish.width;
    rack.depth = wish.depth;
    rack.plane = wish.plane;
    if (std::optional<Error> fault = footprint_fault(edit.design(), rack))
        return std::move(*fault);
    return edit.put(std::move(rack));
}

Result<void> move_rack(Edit& edit, RackId id, Point place) {
    const Rack* found = edit.design().find(id);
    if (!found)
        return missing_row(id);
    Rack rack = *found;
    const Point way = place - rack.place;
    rack.place = place;
    if (std::optional<Error> fault = footprint_fault(edit.design(), rack))
        return std::move(*fault);
    pin_field(rack, "place");
    edit.put(std::move(rack));
    std::vector<AnyId> items;
    for (const RackItem& item : edit.design().rack_items)
        if (item.rack == id)
            items.push_back(item.item);
    for (const AnyId item : items) {
        // Devices and panels keep their place in the plan as well; what has none needs no move.
        if (item.kind == Kind::equipment)
            (void)edit.update(EquipmentId{item.value}, [&](Equipment& row) { row.place = row.place + way; });
        else if (item.kind == Kind::panels)
            (void)edit.update(PanelId{item.value}, [&](Panel& row) { row.place = row.place + way; });
    }
    return {};
}

Result<void> delete_run(Edit& edit, PathwayRunId run) { return delete_row(edit, run); }

} // namespace riser
