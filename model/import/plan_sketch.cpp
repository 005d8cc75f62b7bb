// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/plan_sketch.h"

#include <algorithm>
#include <cmath>

namespace riser {

bool SketchBox::meets(const SketchBox& o) const {
    return low.x <= o.high.x && o.low.x <= high.x && low.y <= o.high.y && o.low.y <= high.y;
}

void SketchBox::add(SketchPoint p) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
}

void SketchBox::add(const SketchBox& o) {
    if (!o.empty()) {
        add(o.low);
        add(o.high);
    }
}

std::optional<double> SketchTransform::similarity() const {
    const double a = std::hypot(xx, yx);
    const double b = std::hypot(xy, yy);
    if (!(a > 0) || std::abs(a - b) > 1e-6 * a || std::abs(xx * xy + yx * yy) > 1e-6 * a * b)
        return std::nullopt;
    return (a + b) / 2;
}

SketchTransform compose(const SketchTransform& o, const SketchTransform& i) {
    return {o.xx * i.xx + o.xy * i.yx, o.xx * i.xy + o.xy * i.yy,        o.yx * i.xx + o.yy * i.yx,
            o.yx * i.xy + o.yy * i.yy, o.xx * i.dx + o.xy * i.dy + o.dx, o.yx * i.dx + o.yy * i.dy + o.dy};
}

SketchBox bounds(const SketchCurve& curve) {
    SketchBox box;
    for (const SketchPoint& p : curve.points)
        box.add(p);
    return box;
}

std::string strip_layer_name(std::string_view name) {
    // Attached: "drawing|LAYER". Bound: "drawing$0$LAYER", nested ones have several.
    std::size_t begin = 0;
    if (const std::size_t bar = name.rfind('|'); bar != std::string_view::npos)
        begin = bar + 1;
    for (std::size_t i = begin; i < name.size(); ++i) {
        if (name[i] != '$')
            continue;
        std::size_t end = i + 1;
        while (end < name.size() && name[end] >= '0' && name[end] <= '9')
            ++end;
        if (end > i + 1 && end < name.size() && name[end] == '$') {
            begin = end + 1;
            i = end;
        }
    }
    return std::string(begin < name.size() ? name.substr(begin) : name);
}

} // namespace riser
