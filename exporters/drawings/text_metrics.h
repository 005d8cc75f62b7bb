// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a text is without opening a font: advance widths of Noto Sans CJK SC, the font of our drawings, so that
// layouts are the same on every machine and overlaps can be tested. Any character outside its Latin part counts one em.
#pragma once

#include "exporters/drawings/drawing.h"

namespace riser {

double text_width(std::string_view text, double size, TextWeight weight = TextWeight::regular);

// The text cut with "…" so that it is no wider than `width`.
std::string cut_to(std::string_view text, double width, double size, TextWeight weight = TextWeight::regular);

// Lines no wider than `width`, broken at spaces and between CJK characters, never before closing punctuation. At most
// `most` lines; the last is then cut.
std::vector<std::string> wrapped(std::string_view text, double width, double size, std::size_t most = 100,
                                 TextWeight weight = TextWeight::regular);

constexpr double cap_height = 0.733; // of the em
constexpr double ascent = 0.88;      // of CJK characters above the baseline
constexpr double descent = 0.12;

} // namespace riser
