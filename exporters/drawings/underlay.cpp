// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/underlay.h"

#include "exporters/drawings/text_metrics.h"
#include "model/import/dxf.h"
#include "model/import/sheets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

// Flattened curves stray that far from the true ones, mm.
constexpr double chord_tolerance = 10;

// "plan.dxf#2" -> 2.
std::optional<int> sheet_of(const Underlay& underlay) {
    const std::string& source = underlay.origin.source;
    const std::size_t at = source.rfind('#');
    int number = 0;
    if (at == std::string::npos || std::from_chars(source.data() + at + 1, source.data() + source.size(), number).ptr !=
                                       source.data() + source.size())
        return std::nullopt;
    return number;
}

std::vector<PaperPoint> line_of(const SketchCurve& curve) {
    std::vector<PaperPoint> out;
    out.reserve(curve.points.size() + 1);
    for (const SketchPoint& p : curve.points)
        out.push_back({p.x, -p.y});
    if (curve.closed && !out.empty())
        out.push_back(out.front());
    return out;
}

TextShape text_of(const SketchText& text) {
    return {.at = {text.at.x, -text.at.y},
            .size = text.height / cap_height,
            .text = text.content.substr(0, text.content.find('\n')),
            .colour = underlay_pen().colour,
            .angle = text.rotation * 180 / std::numbers::pi};
}

Result<UnderlayPointer> read_lines(const Underlay& underlay, const std::string& bytes, const std::stop_token& stop) {
    DxfOptions options;
    options.millimetres_per_unit = static_cast<double>(underlay.scale_ppm) / 1e6;
    options.chord_tolerance_mm = chord_tolerance;
    options.stop = stop;
    const Result<PlanSketch> sketch = read_dxf(bytes, underlay.file, options);
    if (!sketch)
        return sketch.error();
    UnderlayLines out;
    const auto take = [&](const SketchCurve& curve) { out.lines.push_back(line_of(curve)); };
    const auto write = [&](const SketchText& text) {
        if (!is_recognised(underlay) && text.height > 0)
            out.texts.push_back(text_of(text));
    };
    const std::vector<SketchSheet> sheets = sheet_of(underlay) ? find_sheets(*sketch) : std::vector<SketchSheet>();
    const auto sheet = std::find_if(sheets.begin(), sheets.end(),
                                    [&](const SketchSheet& one) { return one.number == *sheet_of(underlay); });
    if (sheet == sheets.end()) {
        std::for_each(sketch->curves.begin(), sketch->curves.end(), take);
        std::for_each(sketch->texts.begin(), sketch->texts.end(), write);
    } else {
        for (const SketchIndex i : sheet->curves)
            take(sketch->curves[i]);
        for (const SketchIndex i : sheet->texts)
            write(sketch->texts[i]);
    }
    return std::make_shared<const UnderlayContent>(std::move(out));
}

Result<UnderlayPointer> read_picture(const Underlay& underlay, std::string bytes) {
    const Result<PictureHead> head = read_picture_head(bytes, underlay.file);
    if (!head)
        return head.error();
    return std::make_shared<const UnderlayContent>(UnderlayPicture{std::move(bytes), *head});
}

} // namespace

UnderlayContent::UnderlayContent(UnderlayPicture picture)
    : box_{{0, -static_cast<double>(picture.head.height)}, {static_cast<double>(picture.head.width), 0}} {
    what_ = std::move(picture);
}

UnderlayContent::UnderlayContent(UnderlayLines lines) : box_(nothing()) {
    for (const auto& line : lines.lines)
        for (const PaperPoint p : line)
            box_ = united(box_, {p, p});
    for (const TextShape& text : lines.texts)
        box_ = united(box_, bounds(text));
    if (box_.low.x > box_.high.x)
        box_ = {};
    what_ = std::move(lines);
}

bool is_recognised(const Underlay& underlay) {
    return underlay.origin.kind == OriginKind::imported || underlay.origin.kind == OriginKind::typical;
}

std::string content_key(const Underlay& underlay) {
    std::string key = underlay.asset;
    if (key.empty() && !underlay.file.empty() && !is_recognised(underlay))
        key = "linked:" + underlay.file;
    if (key.empty() || underlay.kind == UnderlayKind::ifc)
        return {};
    if (underlay.kind == UnderlayKind::dxf)
        key += '#' + std::to_string(sheet_of(underlay).value_or(0)) + (is_recognised(underlay) ? "-" : "+");
    return key;
}

Result<UnderlayPointer> read_underlay(const Underlay& underlay, const AssetSource& assets,
                                      const std::stop_token& stop) {
    if (content_key(underlay).empty())
        return Error{ErrorCode::not_found, {"底图没有副本", "the underlay has no copy"}, {}, {}};
    Result<std::string> bytes =
        underlay.asset.empty() ? assets.read_linked(underlay.file) : assets.read(underlay.asset);
    if (!bytes)
        return std::move(bytes).error();
    return underlay.kind == UnderlayKind::picture ? read_picture(underlay, std::move(*bytes))
                                                  : read_lines(underlay, *bytes, stop);
}

UnderlaySource underlays_from(AssetSource assets) {
    return [assets = std::move(assets)](const Underlay& underlay) -> UnderlayFound {
        if (content_key(underlay).empty())
            return {};
        Result<UnderlayPointer> read = read_underlay(underlay, assets, {});
        return read ? UnderlayFound{std::move(*read)} : UnderlayFound{.content = {}, .missing = true};
    };
}

Pen underlay_pen() { return {.colour = tinted(colour(ColourRole::text_third), 0.6), .width = 0.1}; }

UnderlayShape placed_underlay(const Underlay& underlay, UnderlayPointer content) {
    const double scale = static_cast<double>(underlay.scale_ppm) / 1e6;
    const double turn = underlay.rotation.value / 1000.0 * std::numbers::pi / 180;
    UnderlayShape out{.content = std::move(content)};
    out.xx = out.yy = scale * std::cos(turn);
    out.xy = scale * std::sin(turn);
    out.yx = -out.xy;
    out.dx = static_cast<double>(underlay.offset_x);
    out.dy = -static_cast<double>(underlay.offset_y);
    return out;
}

std::vector<PaperPoint> corners(const UnderlayShape& shape) {
    const PaperBox box = shape.content->box();
    return {shape.to_drawing(box.low), shape.to_drawing({box.high.x, box.low.y}), shape.to_drawing(box.high),
            shape.to_drawing({box.low.x, box.high.y})};
}

} // namespace riser
