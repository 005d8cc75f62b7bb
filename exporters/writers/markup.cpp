// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/markup.h"

#include "model/base/text.h"

namespace riser {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

// Valid UTF-8, of which XML forbids control characters, U+FFFE and U+FFFF.
void append_valid(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (text.substr(i).starts_with("\xef\xbf\xbe") || text.substr(i).starts_with("\xef\xbf\xbf")) {
                out += replacement;
                i += 2;
            } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') {
                out += c;
            }
        }
    }
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t valid = 0;
        is_utf8(text.substr(at), &valid);
        append_valid(out, text.substr(at, valid));
        at += valid;
        if (at < text.size()) {
            out += replacement;
            ++at;
        }
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

} // namespace riser
