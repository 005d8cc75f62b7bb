// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads in a TEXT or MTEXT: control codes (%%c, %%d, \P, {\fSimSun|b0;…}, \S1/2;) resolved or dropped.
// The input is UTF-8 already, \U+XXXX included; the output is UTF-8, lines separated by '\n', without blanks at its
// ends.
#pragma once

#include <string>
#include <string_view>

namespace riser {

std::string plain_text(std::string_view text);           // TEXT, ATTRIB: %% codes and carets
std::string plain_paragraph(std::string_view formatted); // MTEXT: those and the backslash codes

// Rough extent of a text in multiples of its height: wide letters (Chinese) 1, others 0.6; the widest line counts.
struct TextExtent {
    double width = 0;
    int lines = 1;
};
TextExtent text_extent(std::string_view plain);

} // namespace riser
