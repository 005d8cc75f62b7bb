// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a floor plan share while it is drawn. Only the sources of the floor plan include this.
#pragma once

#include "exporters/drawings/draft.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/plan_geometry.h"

#include <map>
#include <unordered_map>

namespace riser {

// Boxes already taken by symbols and texts, in a grid, so that labels find a free place.
class TakenBoxes {
  public:
    explicit TakenBoxes(double cell) : cell_(cell) {}
    bool free(const PaperBox& box) const;
    void take(const PaperBox& box);

  private:
    template<class Visit> void cells(const PaperBox& box, Visit visit) const;
    double cell_;
    std::map<std::pair<long, long>, std::vector<PaperBox>> boxes_;
};

struct PlanContext {
    const Facts& facts;
    const Design& design;
    FloorId floor;
    const FloorPlanOptions& options;
    Draft draft;
    TakenBoxes taken;
    std::size_t left_out = 0;
    std::unordered_map<std::uint64_t, Point> moved; // labels that a draughtsman moved, by the id they name

    double paper(double millimetres) const { return millimetres * options.scale; }
    // Puts the text at the first of the places where it lies on nothing; false when there is none.
    bool label(const std::vector<PaperPoint>& places, const std::string& text, TextStyle style);
};

void draw_underlays(PlanContext& plan); // under everything; the frames of missing ones after all else is there
void draw_building(PlanContext& plan);  // rooms, walls, openings, columns, axes, fire compartments, restricted areas
void draw_cabling(PlanContext& plan);   // pathways, drops, outlets, spaces, racks, devices
// Holes in walls and slabs: a crossed square each, and later what there is room to say of it.
void draw_penetrations(PlanContext& plan);
void name_penetrations(PlanContext& plan);
void draw_room_texts(PlanContext& plan);
void draw_annotations(PlanContext& plan);

// The hatch that goes with a body's colour, by the order of bodies: a second cue beside the hue.
Hatch hatch_of(const Design& design, const Body& body);
Symbol symbol_of_outlet(const Design& design, const std::vector<const Jack*>& jacks);
// "TD", "2TD", "TD+TP".
std::string code_of_outlet(const Design& design, const std::vector<const Jack*>& jacks, Language language);

} // namespace riser
