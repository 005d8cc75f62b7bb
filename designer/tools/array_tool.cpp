// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/array_tool.h"

#include "designer/tools/arrange.h"
#include "designer/tools/labelling.h"
#include "designer/tools/overlay.h"
#include "model/edits/refusals.h"

#include <algorithm>
#include <cmath>

namespace riser {

Point ArrayTool::pitch(Point to) const {
    const Point way = to - *from_;
    if (!to_last_)
        return way;
    return {static_cast<std::int32_t>(std::lround(static_cast<double>(way.x) / count_)),
            static_cast<std::int32_t>(std::lround(static_cast<double>(way.y) / count_))};
}

void ArrayTool::typed(CanvasView& view, Point place) {
    now_ = place;
    if (!from_) {
        if (view.selection().empty())
            view.tell(refused({"没有选中要复制的对象", "nothing to copy is selected"},
                              {"先用选择工具选取", "select it with the select tool first"}));
        else
            from_ = place;
    } else {
        const Point step = pitch(place);
        from_.reset();
        copy_in_a_row(view, count_, step);
    }
    view.repaint();
}

void ArrayTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (from_)
        view.repaint();
}

bool ArrayTool::cancel(CanvasView& view) {
    const bool had = from_.has_value();
    from_.reset();
    view.repaint();
    return had;
}

void ArrayTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!from_)
        return;
    const std::vector<Point> way{*from_, now_};
    const Point step = pitch(now_);
    for (std::int32_t n = 0; n <= count_; ++n) {
        const std::int64_t x = from_->x + std::int64_t{step.x} * n, y = from_->y + std::int64_t{step.y} * n;
        if (std::abs(x) > max_coordinate || std::abs(y) > max_coordinate)
            break; // beyond what a floor has
        paint_spot(painter, view, {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)}, palette);
    }
    paint_way(painter, view, way, palette);
}

std::vector<ToolOption> ArrayTool::options(const Design&) const {
    return {{"count", {"份数", "Copies"}, {}, std::to_string(count_)},
            {"spacing",
             {"第二点", "Second place"},
             {{"next", {"下一份", "The next copy"}}, {"last", {"最后一份", "The last copy"}}},
             to_last_ ? "last" : "next"}};
}

void ArrayTool::choose(std::string_view key, std::string_view value) {
    if (key == "count")
        count_ = std::clamp(number_in(value, count_), 1, 200);
    if (key == "spacing")
        to_last_ = value == "last";
}

Text ArrayTool::hint() const {
    return {"阵列：先选取；单击起点，再单击下一份的位置；可输入 3600<0",
            "Array: select first; click where from, then where the next copy stands; type 3600<0"};
}

} // namespace riser
