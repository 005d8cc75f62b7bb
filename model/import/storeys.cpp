// SPDX-License-Identifier: GPL-3.0-or-later
// The storeys a drawing's title names, in Chinese or English.
#include "model/import/sheets.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// 12, 十二, 二十, 廿 at text[at]; moves past it.
std::optional<int> take_count(std::string_view text, std::size_t& at) {
    int value = 0;
    std::size_t begin = at;
    while (at < text.size() && digit(text[at]) && at - begin < 4)
        value = value * 10 + (text[at++] - '0');
    if (at > begin)
        return value;
    static constexpr std::array<std::string_view, 10> ones{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    int unit = -1;
    bool any = false;
    while (at + 3 <= text.size()) {
        const std::string_view letter = text.substr(at, 3);
        const auto found = std::find(ones.begin(), ones.end(), letter);
        if (found != ones.end()) {
            unit = static_cast<int>(found - ones.begin());
        } else if (letter == "两") {
            unit = 2;
        } else if (letter == "十") {
            value += (unit < 0 ? 1 : unit) * 10;
            unit = -1;
        } else {
            break;
        }
        any = true;
        at += 3;
    }
    if (!any)
        return std::nullopt;
    return value + std::max(unit, 0);
}

bool take(std::string_view text, std::size_t& at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (text.substr(at).starts_with(word)) {
            at += word.size();
            return true;
        }
    return false;
}

// One storey, "地下" and signs included: "地下一", "负2", "B1", "3", "首", "底".
std::optional<int> take_storey(std::string_view text, std::size_t& at) {
    std::size_t probe = at;
    if (take(text, probe, {"首", "底"}))
        return at = probe, 1;
    const bool below = take(text, probe, {"地下", "负", "-", "b", "－"});
    if (!below)
        take(text, probe, {"地上", "第"});
    const auto count = take_count(text, probe);
    if (!count || *count == 0 || *count > 200)
        return std::nullopt;
    at = probe;
    return below ? -*count : *count;
}

std::optional<StoreySpan> chinese(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (begin > 0 && (digit(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == ':'))
            continue;
        std::size_t at = begin;
        const auto first = take_storey(text, at);
        if (!first)
            continue;
        std::size_t end = at;
        take(text, end, {"层", "f"});
        if (take(text, end, {"至", "到", "~", "～", "-", "－", "—", "、", "–"}))
            if (const auto last = take_storey(text, end))
                if (take(text, end, {"层", "f", "楼"})) {
                    // 地下二至一层: the sign holds for both.
                    const int other = *first < 0 && *last > 0 &&
                                              text.substr(end).find("地上") == std::string_view::npos && *last < -*first
                                          ? -*last
                                          : *last;
                    return StoreySpan{std::min(*first, other), std::max(*first, other)};
                }
        if (take(text, at, {"层", "楼"}) ||
            (text.substr(at, 1) == "f" && !(at + 1 < text.size() && text[at + 1] >= 'a' && text[at + 1] <= 'z')))
            return StoreySpan{*first, *first};
    }
    return std::nullopt;
}

std::optional<int> english_storey(std::string_view word) {
    static constexpr std::array<std::string_view, 12> ordinals{"first", "second", "third",    "fourth",
                                                               "fifth", "sixth",  "seventh",  "eighth",
                                                               "ninth", "tenth",  "eleventh", "twelfth"};
    const auto found = std::find(ordinals.begin(), ordinals.end(), word);
    if (found != ordinals.end())
        return static_cast<int>(found - ordinals.begin()) + 1;
    if (word == "ground")
        return 1;
    if (word == "basement")
        return -1;
    std::size_t at = 0;
    const auto count = take_count(word, at);
    if (!count || *count == 0 || *count > 200)
        return std::nullopt;
    const std::string_view rest = word.substr(at);
    return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? count : std::nullopt;
}

std::optional<StoreySpan> english(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto is_word = [](char c) { return digit(c) || (c >= 'a' && c <= 'z'); };
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && is_word(text[at]))
            ++at;
        words.push_back(text.substr(begin, at - begin));
    }
    const auto is_floor = [](std::string_view w) {
        return w == "floor" || w == "floors" || w == "level" || w == "levels" || w == "storey" || w == "story";
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "basement")
            return StoreySpan{-1, -1};
        if (!is_floor(words[i]))
            continue;
        std::vector<int> named;
        for (std::size_t k = i; k-- > 0 && named.size() < 2;) { // "2nd to 5th floor"
            if (const auto storey = english_storey(words[k]))
                named.push_back(*storey);
            else if (words[k] != "to" && words[k] != "and")
                break;
        }
        for (std::size_t k = i + 1; k < words.size() && named.empty(); ++k) // "floors 3 to 10"
            while (k < words.size() && named.size() < 2) {
                const auto storey = english_storey(words[k]);
                if (!storey && words[k] != "to" && words[k] != "and")
                    break;
                if (storey)
                    named.push_back(*storey);
                ++k;
            }
        if (!named.empty())
            return StoreySpan{*std::min_element(named.begin(), named.end()),
                              *std::max_element(named.begin(), named.end())};
    }
    return std::nullopt;
}

} // namespace

std::optional<StoreySpan> storeys_in_title(std::string_view title) {
    std::string low(title);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    if (const auto span = english(low))
        return span;
    return chinese(low);
}

} // namespace riser
