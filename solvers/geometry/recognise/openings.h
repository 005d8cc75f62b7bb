// SPDX-License-Identifier: GPL-3.0-or-later
// Which gaps between wall ends are doors and windows? Weighed by what stands in them: a swing whose hinge is at a jamb,
// door or window lines across, a mark that names the width. What has a proof is firm; a bare gap stays a candidate that
// closes only when it parts two named rooms, or looks like a doorway.
#pragma once

#include "model/building.h"
#include "solvers/geometry/recognise/captions.h"
#include "solvers/geometry/recognise/fabric.h"
#include "solvers/geometry/recognise/local_drawing.h"

namespace riser::detail {

enum class Proof { none, misfit, mark, lines, swing };

struct OpeningCandidate {
    WallGap gap;
    OpeningKind kind = OpeningKind::passage;
    Proof proof = Proof::none;
    std::string mark;
    std::optional<MarkSize> size; // by its mark
    std::uint32_t swings = 0;
    bool in_wall = false; // the wall runs on unbroken beneath the symbol: nothing to close
    bool firm() const { return proof != Proof::none; }
};

struct Openings {
    std::vector<OpeningCandidate> list;
    std::vector<SketchIndex> stray_swings; // curves of swings that found no wall
    std::vector<char> used_piece;          // by piece of the drawing: shown by a firm opening
    std::vector<char> used_caption;        // marks that found their opening
};

// `readings`: by caption.
Openings weigh_openings(const std::vector<WallGap>& gaps, const LocalDrawing& drawing, const Fabric& fabric,
                        const std::vector<Reading>& readings);

// A doorway without a door: narrow, and framed like one.
bool looks_like_doorway(const WallGap& gap);

} // namespace riser::detail
