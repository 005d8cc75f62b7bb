// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/formatting.h"

#include "model/import/dxf/code_page.h"

#include <algorithm>
#include <cctype>

namespace riser {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// "%%c" and its kin at text[at]; moves `at` past it and appends, or returns false.
bool take_percent_code(std::string_view text, std::size_t& at, std::string& out) {
    if (at + 2 >= text.size() || text[at] != '%' || text[at + 1] != '%')
        return false;
    const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(text[at + 2])));
    switch (c) {
    case 'c':
        out += "⌀";
        break;
    case 'd':
        out += "°";
        break;
    case 'p':
        out += "±";
        break;
    case '%':
        out += '%';
        break;
    case 'u':
    case 'o':
    case 'k':
        break; // underline, overline, strike-through
    default: {
        if (at + 4 >= text.size() || !digit(c) || !digit(text[at + 3]) || !digit(text[at + 4]))
            return false;
        const int number = (c - '0') * 100 + (text[at + 3] - '0') * 10 + (text[at + 4] - '0');
        if (number >= 130 && number <= 133)
            out += "Φ"; // reinforcing bars in Chinese structural fonts
        else if (number >= 32 && number != 127)
            append_utf8(out, static_cast<std::uint32_t>(number));
        at += 5;
        return true;
    }
    }
    at += 3;
    return true;
}

// "^J" newline, "^I" tab, "^ " a caret.
bool take_caret(std::string_view text, std::size_t& at, std::string& out) {
    if (at + 1 >= text.size() || text[at] != '^')
        return false;
    const char c = text[at + 1];
    if (c == ' ')
        out += '^';
    else if (c == 'J')
        out += '\n';
    else if (c == 'I')
        out += ' ';
    else if (c != 'M')
        return false;
    at += 2;
    return true;
}

// "1/2", "1#2" and "+0.1^-0.2" of a \S code, up to its ';'.
void take_stack(std::string_view text, std::size_t& at, std::string& out) {
    while (at < text.size() && text[at] != ';') {
        char c = text[at++];
        if (c == '\\' && at < text.size())
            c = text[at++];
        else if (c == '#')
            c = '/';
        else if (c == '^') {
            if (at < text.size() && text[at] == ' ')
                ++at;
            c = '/';
        }
        out += c;
    }
    at += at < text.size();
    // m\S2^; is m2: nothing stands below.
    if (!out.empty() && out.back() == '/')
        out.pop_back();
}

// A backslash code at text[at]; always moves on.
void take_backslash(std::string_view text, std::size_t& at, std::string& out) {
    if (at + 1 >= text.size()) {
        ++at;
        return;
    }
    const char c = text[at + 1];
    at += 2;
    switch (c) {
    case 'P':
    case 'N':
    case 'X':
        out += '\n';
        return;
    case '~':
        out += ' ';
        return;
    case '\\':
    case '{':
    case '}':
        out += c;
        return;
    case 'L':
    case 'l':
    case 'O':
    case 'o':
    case 'K':
    case 'k':
        return;
    case 'S': {
        std::string stacked;
        take_stack(text, at, stacked);
        if (!out.empty() && digit(out.back()) && !stacked.empty() && digit(stacked.front()) &&
            stacked.find('/') != std::string::npos)
            out += ' '; // 3\S1/2; is 3 1/2, not 31/2
        out += stacked;
        return;
    }
    case 'A':
    case 'C':
    case 'c':
    case 'F':
    case 'f':
    case 'H':
    case 'h':
    case 'p':
    case 'Q':
    case 'q':
    case 'T':
    case 't':
    case 'W':
    case 'w': {
        const std::size_t end = text.find(';', at);
        // A code without its ';' ends nowhere: keep the letters rather than lose the rest of the text.
        if (end == std::string_view::npos)
            out += c;
        else
            at = end + 1;
        return;
    }
    default:
        out += '\\'; // not a code: a path or a typing error
        out += c;
        return;
    }
}

std::string tidy(std::string_view text) {
    std::string out;
    for (char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '\n') {
            while (!out.empty() && out.back() == ' ')
                out.pop_back();
            out += c;
        } else if (u < 0x20 || u == 0x7f) {
            out += c == '\t' ? " " : "";
        } else {
            out += c;
        }
    }
    const std::size_t first = out.find_first_not_of(" \n");
    if (first == std::string::npos)
        return {};
    return out.substr(first, out.find_last_not_of(" \n") - first + 1);
}

} // namespace

std::string plain_text(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size())
        if (!take_percent_code(text, at, out) && !take_caret(text, at, out))
            out += text[at++];
    return tidy(out);
}

std::string plain_paragraph(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '\\')
            take_backslash(text, at, out);
        else if (text[at] == '{' || text[at] == '}')
            ++at;
        else if (!take_percent_code(text, at, out) && !take_caret(text, at, out))
            out += text[at++];
    }
    return tidy(out);
}

TextExtent text_extent(std::string_view plain) {
    TextExtent extent;
    double line = 0;
    for (char c : plain) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '\n') {
            extent.width = std::max(extent.width, line);
            line = 0;
            ++extent.lines;
        } else if (u < 0x80) {
            line += 0.6;
        } else if (u >= 0xE3) { // from U+3000 on: Chinese and other wide letters
            line += 1;
        } else if (u >= 0xC0) {
            line += 0.6;
        }
    }
    extent.width = std::max(extent.width, line);
    return extent;
}

} // namespace riser
