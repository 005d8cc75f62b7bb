// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/label_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace riser {

namespace {

using Keys = std::string_view;
constexpr std::array<Keys, 7> space_keys{"building", "floor", "storey", "room", "letter", "plane", "n"};
constexpr std::array<Keys, 7> outlet_keys{"building", "floor", "storey", "room", "plane", "body", "n"};
constexpr std::array<Keys, 10> jack_keys{"building", "floor",  "storey",   "room", "plane",
                                         "body",     "outlet", "position", "kind", "n"};
constexpr std::array<Keys, 8> cable_keys{"building", "floor", "storey", "room", "space", "plane", "jack", "kind"};
constexpr std::array<Keys, 8> backbone_keys{"building", "floor", "storey", "room", "space", "core", "plane", "medium"};
constexpr std::array<Keys, 1> cord_keys{"wish"};
constexpr std::array<Keys, 5> run_keys{"building", "floor", "storey", "kind", "n"};
constexpr std::array<Keys, 8> cabinet_keys{"building", "floor", "storey", "room", "space", "plane", "letter", "n"};
constexpr std::array<Keys, 9> device_keys{"building", "floor",  "storey", "room", "space",
                                          "plane",    "letter", "type",   "n"};
constexpr std::array<Keys, 2> of_space_keys{"space", "n"};
constexpr std::array<Keys, 6> strip_keys{"building", "floor", "storey", "space", "rack", "n"};
constexpr std::array<Keys, 6> penetration_keys{"building", "floor", "storey", "run", "host", "n"};
constexpr std::array<Keys, 8> position_keys{"building", "floor", "storey", "space", "plane", "rack", "panel", "port"};
constexpr std::array<Keys, 5> end_keys{"cable", "here", "there", "plane", "end"};

constexpr std::array subjects{LabelSubject{"space", space_keys},
                              LabelSubject{"outlet", outlet_keys},
                              LabelSubject{"jack", jack_keys},
                              LabelSubject{"cable", cable_keys},
                              LabelSubject{"backbone", backbone_keys},
                              LabelSubject{"cord", cord_keys},
                              LabelSubject{"pathway-run", run_keys},
                              LabelSubject{"penetration", penetration_keys},
                              LabelSubject{"rack", cabinet_keys},
                              LabelSubject{"panel", cabinet_keys},
                              LabelSubject{"equipment", device_keys},
                              LabelSubject{"pdu", strip_keys},
                              LabelSubject{"ups", of_space_keys},
                              LabelSubject{"earth-bar", of_space_keys},
                              LabelSubject{"panel-position", position_keys},
                              LabelSubject{"cable-end", end_keys}};

Error bad(std::string_view pattern, const Text& why, Text fix) {
    return {.code = ErrorCode::bad_input,
            .message = {"编号格式“" + std::string(pattern) + "”：" + why.zh,
                        "label pattern '" + std::string(pattern) + "': " + why.en},
            .fix = std::move(fix),
            .where = {}};
}

// Every subject may be counted, also where its pattern mostly does not.
bool is_count(std::string_view key) { return key == "n" || key == "number"; }

std::string names_of(const LabelSubject& subject) {
    std::string out;
    for (const std::string_view key : subject.keys)
        if (!is_count(key))
            out += "{" + std::string(key) + "} ";
    return out + "{n}";
}

// "floor", "n:2", "n:A" between the braces.
Result<LabelPart> field_of(const LabelSubject& subject, std::string_view pattern, std::string_view inside) {
    LabelPart part;
    const std::size_t colon = inside.find(':');
    const std::string_view key = inside.substr(0, colon);
    part.key = is_count(key) ? "n" : std::string(key);
    if (!is_count(key) && std::find(subject.keys.begin(), subject.keys.end(), key) == subject.keys.end()) {
        const std::string name(key);
        return bad(pattern, {"没有字段 {" + name + "}", "there is no field {" + name + "}"},
                   {"可用 " + names_of(subject), "use " + names_of(subject)});
    }
    if (colon == std::string_view::npos)
        return part;
    const std::string_view width = inside.substr(colon + 1);
    if (part.letters = is_count(key) && width == "A"; part.letters)
        return part;
    const auto [end, code] = std::from_chars(width.data(), width.data() + width.size(), part.digits);
    if (code != std::errc() || end != width.data() + width.size() || part.digits < 1 || part.digits > 12)
        return bad(pattern,
                   {"“" + std::string(width) + "”不是位数", "'" + std::string(width) + "' is no number of digits"},
                   {"写 1 至 12，字母编号写 {n:A}", "give 1 to 12, or {n:A} for letters"});
    return part;
}

} // namespace

std::span<const LabelSubject> label_subjects() { return subjects; }

Result<std::vector<LabelPart>> parse_label_pattern(std::string_view name, std::string_view pattern) {
    const auto subject =
        std::find_if(subjects.begin(), subjects.end(), [&](const LabelSubject& s) { return s.name == name; });
    if (subject == subjects.end()) {
        std::string known;
        for (const LabelSubject& each : subjects)
            known += (known.empty() ? "" : ", ") + std::string(each.name);
        return bad(
            pattern,
            {"没有可编号的对象“" + std::string(name) + "”", "nothing is labelled as '" + std::string(name) + "'"},
            {"可用 " + known, "use " + known});
    }
    std::vector<LabelPart> parts;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t brace = pattern.find_first_of("{}", at);
        if (brace != at)
            parts.push_back({.text = std::string(pattern.substr(at, brace - at))});
        if (brace == std::string_view::npos)
            break;
        const std::size_t end = pattern[brace] == '{' ? pattern.find_first_of("{}", brace + 1) : std::string_view::npos;
        if (end == std::string_view::npos || pattern[end] != '}')
            return bad(pattern, {"花括号不成对", "a brace without its partner"},
                       {"字段写作 {floor}", "write fields as {floor}"});
        Result<LabelPart> part = field_of(*subject, pattern, pattern.substr(brace + 1, end - brace - 1));
        if (!part)
            return part.error();
        parts.push_back(std::move(*part));
        at = end + 1;
    }
    if (parts.empty())
        return bad(pattern, {"没有内容", "it is empty"}, {"写明格式", "give a pattern"});
    return parts;
}

std::string letters_of(std::int64_t count) {
    std::string out;
    for (; count > 0; count = (count - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (count - 1) % 26));
    return out;
}

std::string storey_of(std::string_view floor_label) {
    for (const std::string_view unit : {"F", "L", "层"})
        if (floor_label.size() > unit.size() && floor_label.ends_with(unit))
            return std::string(floor_label.substr(0, floor_label.size() - unit.size()));
    return std::string(floor_label);
}

} // namespace riser
