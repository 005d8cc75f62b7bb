// SPDX-License-Identifier: GPL-3.0-or-later
// The DXF reader and the sheet finder must survive any bytes, and what they make must be finite and consistent.
#include "model/import/dxf.h"
#include "model/import/sheets.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace riser;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<PlanSketch> sketch = read_dxf(bytes, "fuzz.dxf", {.max_entities = 20'000, .max_points = 200'000});
    if (!sketch) {
        ensure(!sketch.error().message.zh.empty() && !sketch.error().message.en.empty(), "an error says what is wrong");
        ensure(is_utf8(sketch.error().message.zh) && is_utf8(sketch.error().message.en), "messages are UTF-8");
        return 0;
    }
    ensure(!sketch->curves.empty() || !sketch->texts.empty(), "a sketch holds something");
    for (const SketchCurve& curve : sketch->curves) {
        ensure(curve.points.size() >= 2, "a curve has two points");
        ensure(curve.layer < sketch->layers.size(), "a curve stands on a layer");
        ensure(curve.insert == no_index || curve.insert < sketch->inserts.size(), "a curve's insert is there");
        for (const SketchPoint& p : curve.points)
            ensure(std::isfinite(p.x) && std::isfinite(p.y), "points are finite");
        for (const SketchArc& arc : curve.arcs)
            ensure(arc.first < arc.last && arc.last <= curve.points.size(), "an arc lies within its curve");
    }
    for (const SketchText& text : sketch->texts)
        ensure(is_utf8(text.content) && std::isfinite(text.centre.x), "texts are UTF-8 and somewhere");
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    for (const SketchSheet& sheet : sheets)
        for (const SketchIndex i : sheet.curves)
            ensure(i < sketch->curves.size(), "a sheet's curves are there");
    static_cast<void>(pick_sheet(sheets, std::nullopt, "fuzz.dxf"));
    return 0;
}
