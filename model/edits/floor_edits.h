// SPDX-License-Identifier: GPL-3.0-or-later
// What a person draws on a floor beside its rooms: walls and openings in them, fire compartments, restricted areas,
// notes, and labels put where they read better.
#pragma once

#include "model/edits/edit.h"

namespace riser {

struct WallWish {
    Polyline line = {}; // centreline
    Millimetres thickness = Millimetres(200);
    WallMaterial material = WallMaterial::unknown;
};
// not_found: no such floor. bad_input: fewer than two different places, or a thickness of nothing.
Result<WallId> add_wall(Edit& edit, FloorId floor, WallWish wish);

// A place on a wall's centreline; where there is none, on the outline of a room.
struct WallSpot {
    Point from; // the stretch it lies on
    Point to;
    Point at;
    std::optional<WallId> wall;
};
// The nearest within reach. O(walls and rooms of the design).
std::optional<WallSpot> wall_near(const Design& design, FloorId floor, Point place, Millimetres reach);

// The rooms to the left and to the right of a line through a wall, at most 800 mm away from its middle.
struct RoomsBeside {
    std::optional<RoomId> left;
    std::optional<RoomId> right;
};
RoomsBeside rooms_beside(const Design& design, FloorId floor, Point from, Point to);

struct OpeningWish {
    OpeningKind kind = OpeningKind::door;
    std::string label = {};
    Point from = {}; // the jambs
    Point to = {};
    Millimetres height = Millimetres(2'100);
    Millimetres sill = {};
};
// It joins the rooms on either side. not_found: no such floor. bad_input: less than 100 mm or more than 20 m wide.
// refused: the jambs are not on one wall. conflict: an opening is there already.
Result<OpeningId> add_opening(Edit& edit, FloorId floor, OpeningWish wish);

// bad_input: an outline that is none.
Result<FireCompartmentId> add_fire_compartment(Edit& edit, FloorId floor, std::string label, Polygon outline);

struct RestrictedAreaWish {
    Text name = {};
    Polygon outline = {}; // when it is a room's own, the area names the room
    bool no_camera = true;
    bool no_wireless = true;
    bool no_microphone = true;
};
// bad_input: an outline that is none, or nothing forbidden.
Result<RestrictedAreaId> add_restricted_area(Edit& edit, FloorId floor, RestrictedAreaWish wish);

// One point: a text there; more: a leader to the text at its last. bad_input: no text or no point.
Result<AnnotationId> add_annotation(Edit& edit, FloorId floor, std::optional<AnyId> subject, Text text,
                                    Polyline points);

// Where the label of an outlet or a room stands in the plan of its floor. Moving it again moves it on. not_found;
// unsupported: another kind.
Result<AnnotationId> move_label(Edit& edit, AnyId subject, Point place);

} // namespace riser
