// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of one generated floor before it becomes rows: rooms on both sides of corridors, which of them are fixed
// from floor to floor (shafts, stairs, lifts), doors, walls, and the centrelines that trays follow. Whole millimetres.
#pragma once

#include "model/base/geometry.h"
#include "model/building.h"
#include "tests/bench/generate/dice.h"
#include "tests/bench/generate/recipe.h"

#include <vector>

namespace riser {

// A straight piece of a corridor's centreline.
struct Track {
    Point from;
    Point to;
    std::size_t strip = 0;
};

struct DoorSketch {
    Point from;
    Point to;
    bool passage = false; // an opening without a leaf
};

struct RoomSketch {
    Polygon outline;
    RoomUse use = RoomUse::office;
    std::size_t strip = 0;
    std::optional<DoorSketch> door;
    std::size_t track = 0;
    Point station; // where its door meets the track
    Point deep;    // straight on from the station, in the depth of the room
};

struct WallSketch {
    Polyline line;
    bool outer = false;
};

// A bar, a wing or a tower's plate: one fire compartment, and a telecom room or two.
struct StripSketch {
    Polygon outline;
    RoomSketch corridor;
    std::optional<Point> joint; // where its track leaves another strip: the boundary crossed lies beyond it
};

struct Plate {
    std::vector<StripSketch> strips;
    std::vector<RoomSketch> rooms; // without the corridors
    std::vector<Track> tracks;
    std::vector<WallSketch> walls;
};

// What kind of storey it is decides the uses of its rooms.
enum class StoreyKind { basement, ground, machine_room, council, offices, top };

Plate lay_out_bar(const BuildingRecipe& building, int storey, StoreyKind kind, Dice& dice);
Plate lay_out_tower(StoreyKind kind, Dice& dice);
// All buildings of a campus share one frame, so that ducts between them measure true.
void move_by(Plate& plate, Point offset);

} // namespace riser
