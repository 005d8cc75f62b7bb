// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/characters.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace riser {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

constexpr std::array<bool, 256> needs_care = [] {
    std::array<bool, 256> out{};
    for (std::size_t i = 0; i < 256; ++i)
        out[i] = i < 0x20 || i >= 0x80 || i == '&' || i == '<' || i == '"';
    return out;
}();

bool careful(char c) { return needs_care[static_cast<unsigned char>(c)]; }

std::uint32_t tail(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]) & 0x3FU; }

// Bytes of the character at `at`, 0 when XML does not allow it.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80)
            return 0;
    if (length == 3) {
        const std::uint32_t code = (lead & 0x0FU) << 12 | tail(text, at + 1) << 6 | tail(text, at + 2);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        return code < 0x800 || surrogate || code == 0xFFFE || code == 0xFFFF ? 0 : 3;
    }
    if (length == 4) {
        const std::uint32_t code =
            (lead & 0x07U) << 18 | tail(text, at + 1) << 12 | tail(text, at + 2) << 6 | tail(text, at + 3);
        return code < 0x10000 || code > 0x10FFFF ? 0 : 4;
    }
    return length;
}

} // namespace

std::size_t first_bad_character(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    constexpr std::uint64_t spaces = 0x2020202020202020U;
    std::size_t at = 0;
    while (at < text.size()) {
        // Eight bytes at once while all are plain: none below a space, none above ASCII.
        while (at + 8 <= text.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            if (((word | (word - spaces)) & high_bits) != 0)
                break;
            at += 8;
        }
        for (std::size_t i = 0; i < 8 && at < text.size(); ++i) {
            const std::size_t length = character_length(text, at);
            if (length == 0)
                return at;
            at += length;
        }
    }
    return at;
}

void append_escaped(std::string_view value, std::string& out) {
    for (std::size_t at = 0; at < value.size();) {
        std::size_t plain = at;
        while (plain < value.size() && !careful(value[plain]))
            ++plain;
        out.append(value, at, plain - at);
        if (plain == value.size())
            return;
        at = plain;
        const std::size_t length = character_length(value, at);
        switch (value[at]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t':
            out += "&#9;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            out += length == 0 ? replacement : value.substr(at, length);
        }
        at += length == 0 ? 1 : length;
    }
}

void escape_from(std::size_t from, std::string& out) {
    for (std::size_t at = from; at < out.size(); ++at) {
        if (!careful(out[at]))
            continue;
        const std::string rest = out.substr(at);
        out.resize(at);
        append_escaped(rest, out);
        return;
    }
}

} // namespace riser
