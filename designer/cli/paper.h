// SPDX-License-Identifier: GPL-3.0-or-later
// What formats of drawings this build can write: SVG always, PDF and PNG with the painter.
#pragma once

#include "exporters/drawing_format.h"

#include <memory>
#include <string>
#include <vector>

namespace riser {

// What is painted with while the formats are in use; null when none of them needs it.
using Painter = std::shared_ptr<void>;

struct PaperFormats {
    std::vector<DrawingFormat> formats;
    Painter painter;
};

// "svg,pdf,png"; empty: PDF, which prints true to scale and brings its fonts, or SVG where there is no painter. dpi: of
// PNG. bad_input: an unknown format, a dpi outside least_dpi..most_dpi; unsupported: a format that this build has not.
Result<PaperFormats> paper_formats(const std::string& list, int dpi);

} // namespace riser
