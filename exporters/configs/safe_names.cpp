// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/safe_names.h"

#include "model/base/id.h"
#include "model/base/result.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; }

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// Words that stand where a name may stand, in one dialect or another.
bool is_reserved(const std::string& name) {
    static constexpr std::array words{"all",     "any",        "default",  "name",  "number", "basic", "advanced",
                                      "advance", "global",     "public",   "local", "self",   "trust", "untrust",
                                      "dmz",     "management", "_public_", "vlan",  "system", "null"};
    return std::find(words.begin(), words.end(), lowered(name)) != words.end();
}

// `text` with whatever may not stand in it made '-', several of them one, none at the ends.
template<class May> std::string kept(std::string_view text, May may) {
    std::string out;
    for (const char c : text)
        if (!may(c)) {
            if (!out.empty() && out.back() != '-')
                out += '-';
        } else if (c != ' ' || !out.ends_with(' ')) {
            out += c;
        }
    const auto idle = [](char c) { return c == '-' || c == ' ' || c == '.'; };
    while (!out.empty() && idle(out.back()))
        out.pop_back();
    out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), idle));
    return out;
}

} // namespace

std::string SafeNames::name(std::string_view label, std::uint64_t id) {
    std::string stem = kept(label, is_name_character);
    const bool may_begin = !stem.empty() && (is_letter(stem.front()) ||
                                             (first_ == FirstCharacter::letter_or_digit && is_digit(stem.front())));
    if (!may_begin)
        stem = otherwise_ + (stem.empty() ? "" : "-") + stem;
    const bool as_it_is = stem == label && stem.size() <= longest_ && !is_reserved(stem);
    if (as_it_is && taken_.insert(lowered(stem)).second)
        return stem;
    for (int k = 1;; ++k) {
        const std::string tail = '-' + id_digits(id) + (k == 1 ? "" : '.' + std::to_string(k));
        ensure(tail.size() < longest_, "a name has room for an id");
        std::string out = stem.substr(0, longest_ - tail.size()) + tail;
        if (taken_.insert(lowered(out)).second)
            return out;
    }
}

std::string safe_description(std::string_view text, std::size_t longest) {
    std::string out = kept(text, [](char c) {
        return is_name_character(c) || std::string_view(" /:()+,").find(c) != std::string_view::npos;
    });
    if (out.size() > longest)
        out = kept(std::string_view(out).substr(0, longest), [](char) { return true; });
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    const std::size_t first = out.find_first_not_of(' ');
    return first == std::string::npos ? "" : out.substr(first, out.find_last_not_of(' ') - first + 1);
}

} // namespace riser
