// SPDX-License-Identifier: GPL-3.0-or-later
// What recognition tells people: what was read, guessed and ignored, what they should look at, and why it gave up.
#pragma once

#include "solvers/geometry/recognise.h"
#include "solvers/geometry/recognise/attempt.h"

namespace riser::detail {

struct Findings {
    const PlanSketch& sketch;
    const SketchSheet& sheet;
    const LayerMap& map;
    const LocalDrawing& drawing;
    const std::vector<Reading>& readings;
    const BestAttempt& found;
};

// `several_names`, `area_disagrees`: rooms by number.
RecognitionReport report_on(const Findings& findings, const RecognisedFloor& floor,
                            const std::vector<std::size_t>& several_names,
                            const std::vector<std::size_t>& area_disagrees);

Error refused_sheet(const PlanSketch& sketch, const SketchSheet& sheet);
Error nothing_wall_like(const Findings& findings);
Error no_closed_room(const Findings& findings);
Error too_many_strokes(const PlanSketch& sketch, std::uint32_t most);

} // namespace riser::detail
