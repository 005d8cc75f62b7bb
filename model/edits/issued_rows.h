// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows stand on an issued sheet, so that their labels are frozen: somebody has the paper. By what the sheet
// shows:
//   floor plan               outlets, jacks, spaces, racks, pathway runs, penetrations, monitoring points
//   system diagram, topology spaces, racks, panels, devices, backbone cables
//   racks                    racks, panels, devices, power strips
//   schedule                 everything that bears a label
//   zones, notes, legend     nothing
// Viewports narrow a sheet to their floors, not to their windows: what moves over a window's edge is on somebody's
// paper all the same. Without one a sheet shows the whole building. Rooms and floors are the architect's: their numbers
// never freeze.
#pragma once

#include "model/design.h"

#include <span>
#include <string>
#include <vector>

namespace riser {

// Kinds whose labels freeze.
std::span<const Kind> frozen_kinds();

class IssuedRows {
  public:
    // Of a design that outlives it. O(sheets and viewports).
    explicit IssuedRows(const Design& design);
    // As if these sheets alone were issued.
    IssuedRows(const Design& design, std::span<const SheetId> sheets);

    bool any() const { return !papers_.empty(); }
    bool holds(AnyId id) const;
    // Whether an issued sheet shows such content: what is printed of rows is frozen with it.
    bool shows(SheetContent content) const;

  private:
    struct Paper {
        SheetContent content{};
        std::vector<FloorId> floors = {}; // none: all
    };
    struct Standing {
        std::vector<FloorId> floors = {}; // none: of no floor
        bool backbone = false;
    };
    void add(const Sheet& sheet);
    std::optional<Standing> standing(AnyId id) const;
    Standing at_space(std::optional<SpaceId> space) const;
    Standing at(std::optional<SpaceId> space, std::optional<FloorId> floor) const;
    Standing of_run(const PathwayRun& run) const;
    static bool shows(const Paper& paper, Kind kind, const Standing& at);

    const Design* design_;
    std::vector<Paper> papers_;
};

// The label (else the number) of a row; empty when it has none.
std::string label_of_row(const Design& design, AnyId id);

} // namespace riser
