// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawing_format.h"

#include "exporters/package_documents.h"
#include "exporters/writers/svg.h"

namespace riser {

DrawingFormat svg_format() {
    return {
        .name = "svg",
        .write = [](const Drawing& drawing, const DrawingProperties& properties, const std::filesystem::path& path) {
            return write_bytes(path, svg(drawing, properties.language));
        }};
}

} // namespace riser
