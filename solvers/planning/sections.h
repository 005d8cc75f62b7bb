// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a pathway must be for the cables in it: the smallest section of the catalogue, else of a list of usual
// sizes, in which the cables' cross-sections stay under the fill limit; with dividers where planes that must be apart
// meet. Cable areas are kept as whole square micrometres of diameter squared, so that sums are exact.
#pragma once

#include "model/catalogue.h"
#include "solvers/planning/point_table.h"

namespace riser {

struct SectionStep {
    std::int32_t width = 0; // mm, inner
    std::int32_t height = 0;
};

struct SectionOptions {
    // Engineering defaults; the rule deck's numbers are to be passed in.
    BasisPoints fill_tray = percent(40);    // trays, ladders, trunking, shafts
    BasisPoints fill_conduit = percent(30); // 4-pair cables in conduit
    std::vector<SectionStep> trays{{100, 50},  {100, 100}, {200, 100}, {300, 100}, {400, 100},
                                   {500, 100}, {600, 100}, {600, 150}, {800, 150}, {800, 200}};
    std::vector<SectionStep> trunkings{{50, 50}, {100, 50}, {100, 100}, {200, 100}, {300, 100}};
    std::vector<SectionStep> conduits{{20, 20}, {25, 25}, {32, 32}, {40, 40}, {50, 50}};
    Millimetres hole_allowance = Millimetres(50); // about the section, in what it goes through (penetrations)
};

// Diameters squared, by the plane of the cables; absent: of none.
using SectionLoad = std::map<std::optional<PlaneId>, std::int64_t>;

struct Section {
    PathwayKind kind = PathwayKind::tray;
    std::optional<PathwayTypeId> type;
    Millimetres width;
    Millimetres height;
    std::vector<RunCompartment> compartments;
    bool overfull = false; // the largest there is, and still too small
};

class Sections {
  public:
    Sections(const Design& design, const PlanesApart& apart, const SectionOptions& options);

    // The smallest section of that kind for the load, no narrower than `least`. `kind` conduit becomes trunking when no
    // conduit is large enough or dividers are needed. `limit`: the run's own, else the option's.
    Section smallest(PathwayKind kind, const SectionLoad& load, std::optional<BasisPoints> limit,
                     Millimetres least = Millimetres(0)) const;
    BasisPoints limit_of(PathwayKind kind) const {
        return kind == PathwayKind::conduit ? options_.fill_conduit : options_.fill_tray;
    }
    // Inner area: of a conduit its circle.
    static double area_of(PathwayKind kind, Millimetres width, Millimetres height);
    static double area_of_cables(std::int64_t diameters_squared); // mm2

  private:
    struct Step {
        std::optional<PathwayTypeId> type;
        SectionStep size;
    };
    std::vector<Step> steps(PathwayKind kind) const;
    const Design* design_;
    const PlanesApart* apart_;
    SectionOptions options_;
    std::map<PathwayKind, std::vector<Step>> catalogue_; // by area
};

} // namespace riser
