// SPDX-License-Identifier: GPL-3.0-or-later
// A file that a person wants under the plan of a floor: what it is, how large, and where it is laid at first.
#pragma once

#include "model/edits/underlay_edits.h"
#include "model/import/plan_sketch.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace riser {

struct UnderlayFile {
    UnderlayWish wish; // all but its place, and the scale of a picture without a resolution (0)
    std::string hash;
    std::shared_ptr<const std::string> bytes;
    SketchBox box; // in its own units, y up
};

// By content and extension: PNG, JPEG, DXF. A DXF with one floor plan among several sheets shows that one. Errors as
// read_whole, read_picture_head, read_dxf.
Result<UnderlayFile> read_underlay_file(const std::filesystem::path& path, const std::stop_token& stop);

// Its lower left corner at that of the rooms and walls of the floor, else at the origin. O(rooms and walls).
UnderlayWish laid(const UnderlayFile& file, const Design& design, FloorId floor);

} // namespace riser
