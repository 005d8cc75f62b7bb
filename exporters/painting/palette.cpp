// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

// By ColourRole from text on; the values of INTERFACE's token table.
constexpr std::array<std::uint32_t, 11> light{0,        0x1A1F26, 0x5A6672, 0x6B7682, 0x3A424C, 0xDFE3E8,
                                              0xFCFCFD, 0x2463D6, 0xC62828, 0xB26A00, 0x1B7F4B};
constexpr std::array<std::uint32_t, 11> dark{0,        0xE7EAEE, 0x9DA8B4, 0x8692A0, 0xC3CBD4, 0x2B323B,
                                             0x15191E, 0x6FA1FF, 0xFF6B6B, 0xF0B35A, 0x5AD19A};

QColor mixed(const QColor& a, const QColor& b, double share_of_a) {
    const auto mix = [&](int x, int y) { return static_cast<int>(x * share_of_a + y * (1 - share_of_a) + 0.5); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& c) {
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}
double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

Palette::Palette(Theme theme) : theme_(theme) {}

QColor Palette::of(ColourRole role) const {
    const auto at = static_cast<std::size_t>(role);
    if (theme_ == Theme::paper || at >= light.size())
        return QColor::fromRgb(colour(role).rgb);
    return QColor::fromRgb((theme_ == Theme::light ? light : dark)[at]);
}

// On a dark ground at the contrast of 3 that WCAG 2.1 (1.4.11) asks of what is no text.
QColor Palette::readable(QColor ink) const {
    if (theme_ != Theme::dark)
        return ink;
    QColor out = ink;
    for (double white = 0.05; white < 1 && contrast(out, ground()) < 3; white += 0.05)
        out = mixed(Qt::white, ink, white);
    return out;
}

QColor Palette::of(const Colour& colour, const QColor& symbol) const {
    if (colour.role == ColourRole::of_symbol)
        return symbol;
    if (colour.share < 1)
        return mixed(colour.role == ColourRole::fixed ? QColor::fromRgb(colour.base) : of(colour.role), ground(),
                     theme_ == Theme::dark ? std::min(1.0, colour.share * 1.4) : colour.share);
    return colour.role == ColourRole::fixed ? readable(QColor::fromRgb(colour.rgb)) : of(colour.role);
}

} // namespace riser
