// SPDX-License-Identifier: GPL-3.0-or-later
// How wide and high the parts of a system diagram are, and on which sheets its floors fall. Millimetres on paper.
#pragma once

#include "exporters/drawings/frame.h"
#include "exporters/drawings/system_content.h"

#include <functional>

namespace riser {

constexpr double point_pitch = 3.8;      // between lines of points
constexpr double distributor_size = 8.5; // height of the crossed box
constexpr double point_column = 23;      // symbol and count
constexpr double switch_column = 23;
constexpr double bus_width = 9;
constexpr std::size_t most_kinds = 8; // shown by name beside a distributor; the rest is summed
constexpr double header_height = 27;
constexpr double core_row = 18; // of boxes below the floors

// The kinds that stand beside a distributor, the last one summing what is beyond most_kinds.
std::vector<SystemPoints> shown_points(const SystemNode& node);

struct SystemSide {
    std::vector<const SystemNode*> nodes; // from the top
    double height = 0;
};
struct SystemBand {
    const SystemFloor* floor = nullptr;
    SystemSide left;
    SystemSide right;
    std::vector<std::string> unserved; // lines of text under the left nodes
    double height = 0;
};

struct SystemPage {
    std::size_t first = 0; // bands [first, last)
    std::size_t last = 0;
    bool core = false; // core and entrances stand below
};

struct SystemLayout {
    SheetSize size = SheetSize::a3;
    std::vector<SystemBand> bands;
    std::vector<SystemPage> pages;
    double floor_column = 30;
    double left_width = 0;  // from the floor column to the left distributors' outer edge
    double right_width = 0; // 0: nothing stands on the right
    double gap = 28;        // from a distributor to the next shaft
    double shaft_step = 34;
    double left_edge = 0; // x of everything's beginning
    double top = 0;       // y of the first band
    double core_height = 0;
    double zoom = 1;   // of the whole diagram, so that a small one fills its sheet; all lengths here are before it
    PaperPoint extent; // of the drawing area, before the zoom

    double distributors_x() const { return left_edge + floor_column + left_width; } // their outer edge, left
    double shaft_x(std::size_t shaft) const { return distributors_x() + gap + shaft_step * static_cast<double>(shaft); }
    double right_x(std::size_t shafts) const {
        return distributors_x() + 2 * gap + shaft_step * static_cast<double>(shafts > 0 ? shafts - 1 : 0);
    }
};

// Whether what stands beside floors [first, last) fits the sheet.
using StripFits = std::function<bool(SheetSize size, std::size_t first, std::size_t last)>;
SystemLayout lay_out(const SystemContent& content, const std::function<PaperBox(SheetSize)>& drawing_area,
                     const StripFits& strip_fits, Language language);

} // namespace riser
