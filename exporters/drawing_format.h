// SPDX-License-Identifier: GPL-3.0-or-later
// How a drawing becomes a file. SVG is always there; PDF and PNG come from exporters/painting, and are passed in by
// whoever has it, so that the rest of the exporters knows no Qt.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/base/network.h"
#include "model/base/result.h"

#include <filesystem>
#include <functional>

namespace riser {

// What a file says of itself beside the drawing.
struct DrawingProperties {
    Language language = Language::zh;
    Text title = {};
    std::string author = {};
    std::optional<Date> date = {}; // of the design, never of the clock: equal designs give equal bytes
};

// Sheets bound into one file: added as they come, then closed. Nothing is there before close().
struct Binder {
    std::function<Result<void>(const Drawing&)> add;
    std::function<Result<void>()> close;
};

struct DrawingFormat {
    std::string name; // "pdf"; its files' extension
    std::function<Result<void>(const Drawing&, const DrawingProperties&, const std::filesystem::path&)> write;
    // Absent: a format without pages.
    std::function<Result<Binder>(const DrawingProperties&, const std::filesystem::path&)> bind = {};
};

DrawingFormat svg_format();

} // namespace riser
