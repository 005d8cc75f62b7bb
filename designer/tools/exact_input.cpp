// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/exact_input.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

std::optional<double> number(std::string_view text) {
    text = trimmed(text);
    double scale = 1;
    if (text.ends_with("mm"))
        text.remove_suffix(2);
    else if (text.ends_with('m')) {
        text.remove_suffix(1);
        scale = 1000;
    }
    text = trimmed(text);
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value * scale;
}

Error malformed() {
    return {ErrorCode::bad_input,
            {"看不懂的坐标", "this is no place"},
            {"如 12000,8000、@3000,0、5000<90", "such as 12000,8000, @3000,0 or 5000<90"},
            {}};
}

Result<Point> within_frame(double x, double y) {
    if (!(std::abs(x) <= max_coordinate && std::abs(y) <= max_coordinate))
        return Error{ErrorCode::bad_input,
                     {"超出楼层坐标范围", "outside the floor's frame"},
                     {"输入较近的坐标", "type a place that is nearer"},
                     {}};
    return Point{static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

} // namespace

Result<Point> exact_place(std::string_view text, std::optional<Point> base, Point pointer) {
    text = trimmed(text);
    const bool relative = text.starts_with('@');
    if (relative)
        text.remove_prefix(1);
    const auto from = [&]() -> Result<Point> {
        if (base)
            return *base;
        return Error{ErrorCode::bad_input,
                     {"还没有起点", "there is no point to start from yet"},
                     {"先单击或输入 x,y", "click one, or type x,y first"},
                     {}};
    };
    if (const std::size_t angle = text.find('<'); angle != std::string_view::npos) {
        const auto length = number(text.substr(0, angle)), degrees = number(text.substr(angle + 1));
        if (!length || !degrees)
            return malformed();
        const Result<Point> start = from();
        if (!start)
            return start;
        const double turn = *degrees * std::numbers::pi / 180;
        return within_frame(start->x + *length * std::cos(turn), start->y + *length * std::sin(turn));
    }
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
        const auto x = number(text.substr(0, comma)), y = number(text.substr(comma + 1));
        if (!x || !y)
            return malformed();
        if (!relative)
            return within_frame(*x, *y);
        const Result<Point> start = from();
        return start ? within_frame(start->x + *x, start->y + *y) : start;
    }
    const auto length = number(text);
    if (!length || relative)
        return malformed();
    const Result<Point> start = from();
    if (!start)
        return start;
    const double dx = static_cast<double>(pointer.x) - start->x, dy = static_cast<double>(pointer.y) - start->y;
    const double norm = std::hypot(dx, dy);
    if (norm == 0)
        return Error{ErrorCode::bad_input,
                     {"方向不明", "which way?"},
                     {"把光标移到要去的方向，或输入 5000<90", "point that way, or type 5000<90"},
                     {}};
    return within_frame(start->x + *length * dx / norm, start->y + *length * dy / norm);
}

} // namespace riser
