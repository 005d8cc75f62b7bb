// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/text_metrics.h"

#include <array>

namespace riser {

namespace {

// Advance widths of U+0020 to U+007E in thousandths of an em.
constexpr std::array<std::uint16_t, 95> regular_widths{
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};
constexpr std::array<std::uint16_t, 95> bold_widths{
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370,  325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624,  625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372,  597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574,  511, 378, 296, 378, 590};

struct Character {
    std::string_view bytes;
    char32_t code = 0;
};

// The character that begins at `at`.
Character character_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    length = std::min(length, text.size() - at);
    char32_t code = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i)
        code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    return {text.substr(at, length), code};
}

double advance(char32_t code, TextWeight weight) {
    if (code >= 0x20 && code <= 0x7e)
        return (weight == TextWeight::bold ? bold_widths : regular_widths)[code - 0x20] / 1000.0;
    if (code == 0xb2 || code == 0xb3 || code == 0xb9 || code == 0xb0) // ² ³ ¹ °
        return 0.42;
    if (code >= 0xc0 && code <= 0x24f) // accented Latin
        return 0.62;
    return 1;
}

bool closes(char32_t code) {
    return std::u32string_view(U"，。、；：？！）》」』】”’,.;:?!)%…").find(code) != std::u32string_view::npos;
}
bool opens(char32_t code) { return std::u32string_view(U"（《「『【“‘(").find(code) != std::u32string_view::npos; }
bool is_cjk(char32_t code) { return code >= 0x2e80; }

} // namespace

double text_width(std::string_view text, double size, TextWeight weight) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        width += advance(character.code, weight);
        at += character.bytes.size();
    }
    return width * size;
}

std::string cut_to(std::string_view text, double width, double size, TextWeight weight) {
    if (text_width(text, size, weight) <= width)
        return std::string(text);
    double used = size; // of the dots
    std::size_t at = 0;
    while (at < text.size()) {
        const Character character = character_at(text, at);
        used += advance(character.code, weight) * size;
        if (used > width)
            break;
        at += character.bytes.size();
    }
    while (at > 0 && text[at - 1] == ' ')
        --at;
    return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, double width, double size, std::size_t most,
                                 TextWeight weight) {
    std::vector<std::string> lines;
    std::size_t line_start = 0;
    std::size_t last_break = 0; // where the line may end, seen so far
    double used = 0;
    char32_t previous = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const bool may_break = previous == ' ' || ((is_cjk(character.code) || is_cjk(previous)) &&
                                                   !closes(character.code) && !opens(previous) && at > line_start);
        if (may_break)
            last_break = at;
        used += advance(character.code, weight) * size;
        if (used > width && at > line_start && character.code != ' ') {
            const std::size_t end = last_break > line_start ? last_break : at;
            if (lines.size() + 1 == most) {
                lines.push_back(cut_to(text.substr(line_start), width, size, weight));
                return lines;
            }
            lines.emplace_back(text.substr(line_start, end - line_start));
            line_start = last_break = end;
            used = text_width(text.substr(end, at + character.bytes.size() - end), size, weight);
        }
        previous = character.code;
        at += character.bytes.size();
    }
    lines.emplace_back(text.substr(line_start));
    for (std::string& line : lines)
        while (line.ends_with(' '))
            line.pop_back();
    return lines;
}

} // namespace riser
