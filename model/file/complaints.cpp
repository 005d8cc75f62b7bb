// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/complaints.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace riser {

namespace {

// A label inside an English sentence: "Floor" -> "floor", but "UPS" stays.
std::string inside_sentence(std::string_view label) {
    std::string out(label);
    const bool word = out.size() > 1 && out[0] >= 'A' && out[0] <= 'Z' && !(out[1] >= 'A' && out[1] <= 'Z');
    if (word)
        out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

Text number_text(std::int64_t number) { return same_text(std::to_string(number)); }

Text whole_expected(const Field& field) {
    Text out{"整数", "a whole number"};
    if (!field.unit.empty()) {
        out.zh += "（单位 " + std::string(field.unit) + "）";
        out.en += " of " + std::string(field.unit);
    }
    const bool low = field.low != INT64_MIN;
    const bool high = field.high != INT64_MAX;
    const Text range = low && high ? Text{"，{low} 到 {high}", " from {low} to {high}"}
                       : low       ? Text{"，不小于 {low}", " of at least {low}"}
                       : high      ? Text{"，不大于 {high}", " of at most {high}"}
                                   : Text{};
    const Text filled = fill(range, {{"low", number_text(field.low)}, {"high", number_text(field.high)}});
    return {out.zh + filled.zh, out.en + filled.en};
}

Text choices_expected(const Field& field) {
    constexpr std::size_t shown = 12;
    std::string list;
    for (std::size_t i = 0; i < field.choice_list.size() && i < shown; ++i)
        (list += i == 0 ? "" : ", ") += field.choice_list[i].key;
    if (field.choice_list.size() > shown)
        list += ", …";
    return field.type == FieldType::choice
               ? Text{"以下之一：" + list, "one of " + list}
               : Text{"以下各项，以单个空格分隔：" + list, "single spaces between any of " + list};
}

Text references_expected(const Field& field, const Text& one, const Text& many) {
    const bool single = field.type == FieldType::reference || field.type == FieldType::any_reference;
    const Kind kind = field.target.value_or(Kind::rooms);
    return fill(single ? one : many, {{"kind", kind_label(kind)}, {"id", id_example(kind)}});
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string_view nearest(std::string_view name, std::span<const std::string_view> known) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    if (name.size() > 64)
        return best;
    for (const std::string_view candidate : known)
        if (const std::size_t distance = edit_distance(name, candidate); distance < least) {
            least = distance;
            best = candidate;
        }
    return best;
}

struct Word {
    std::string_view text;
    std::size_t offset = 0;
};

// The first word the field refuses, of a list; else the whole value.
Word faulty_word(const Field& field, std::string_view value, void* scratch) {
    const FieldType type = field.type;
    const bool rings = type == FieldType::polygon;
    if (!rings && type != FieldType::points && type != FieldType::references && type != FieldType::any_references &&
        type != FieldType::choices)
        return {value, 0};
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t next = std::min(value.find(rings ? ';' : ' ', at), value.size());
        const Word word{value.substr(at, next - at), at};
        if (word.text.empty() || !field.read(word.text, scratch))
            return word;
        at = next + 1;
    }
    return {value, 0};
}

// A number with no room in its type, or a point outside the frame: well spelt, too large.
bool too_large(std::string_view text) {
    const auto whole_prefix = [&](std::string_view& rest, bool& large) {
        std::int64_t number = 0;
        const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        large = large || code == std::errc::result_out_of_range || number > max_coordinate || number < -max_coordinate;
        const bool good = code == std::errc() || code == std::errc::result_out_of_range;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return good;
    };
    bool large = false;
    if (!whole_prefix(text, large))
        return false;
    if (text.starts_with(',')) {
        text.remove_prefix(1);
        if (!whole_prefix(text, large))
            return false;
    }
    return text.empty() && large;
}

} // namespace

Text kind_label(Kind kind) {
    const Label label = table_access(kind).record->label;
    return {std::string(label.zh), inside_sentence(label.en)};
}

Text id_example(Kind kind) { return same_text(std::string(id_prefix(kind)) + "-7k3qx9m2pv"); }

Text shortened(std::string_view value) {
    constexpr std::size_t most = 48;
    if (value.size() <= most)
        return same_text(value);
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80)
        --cut;
    return same_text(std::string(value.substr(0, cut)) + "…");
}

Text expected_by(const Field& field) {
    switch (field.type) {
    case FieldType::text:
        if (field.key == "origin")
            return {"来源，如 typed 或 planned:规划者:对象", "an origin such as typed or planned:planner:subject"};
        return {"文字", "text"};
    case FieldType::bilingual:
        return {"文字（.zh 与 .en）", "text (.zh and .en)"};
    case FieldType::whole:
        return whole_expected(field);
    case FieldType::flag:
        return {"true 或 false", "true or false"};
    case FieldType::choice:
    case FieldType::choices:
        return choices_expected(field);
    case FieldType::reference:
    case FieldType::references:
        return references_expected(
            field, {"{kind}的编号，如 {id}", "the id of a {kind}, such as {id}"},
            {"{kind}的编号，如 {id}，以单个空格分隔", "ids of kind {kind}, such as {id}, with single spaces between"});
    case FieldType::any_reference:
    case FieldType::any_references:
        return references_expected(field, {"编号，如 {id}", "an id, such as {id}"},
                                   {"编号，如 {id}，以单个空格分隔", "ids, such as {id}, with single spaces between"});
    case FieldType::point:
        return {"点 x,y（整数毫米，±500000000 以内）", "a point x,y in whole mm within ±500000000"};
    case FieldType::points:
        return {"以单个空格分隔的点 x,y（整数毫米，±500000000 以内）",
                "points x,y in whole mm within ±500000000, with single spaces between"};
    case FieldType::polygon:
        return {"环，每环至少三个点 x,y，环间以 “;” 分隔，外环在前",
                "rings of at least three points x,y, \";\" between rings, the outer one first"};
    case FieldType::date:
        return {"日期，如 2026-11-22", "a date such as 2026-11-22"};
    case FieldType::address:
        return {"IP 地址，如 10.1.2.3", "an IP address such as 10.1.2.3"};
    case FieldType::prefix:
        return {"网段，如 10.1.2.0/24，主机位为零", "a prefix such as 10.1.2.0/24, its host bits zero"};
    case FieldType::vlan_number:
        return {"VLAN 号，1 到 4094", "a VLAN number from 1 to 4094"};
    case FieldType::parts:
        return {"子元素", "child elements"};
    }
    return {};
}

Complaint out_of_range(const Field& field, std::string_view attribute, std::string_view value) {
    return {fill(Text{"{name}=\"{value}\" 超出范围", "{name}=\"{value}\" is out of range"},
                 {{"name", same_text(attribute)}, {"value", shortened(value)}}),
            fill(Text{"应为{what}", "write {what}"}, {{"what", expected_by(field)}}), ErrorCode::bad_input, 0};
}

Complaint malformed_value(const Field& field, std::string_view attribute, std::string_view value, void* scratch) {
    const Word word = faulty_word(field, value, scratch);
    const bool numeric = field.type == FieldType::whole || field.type == FieldType::point ||
                         field.type == FieldType::points || field.type == FieldType::polygon;
    std::string_view large = word.text;
    if (field.type == FieldType::polygon || field.type == FieldType::points)
        for (std::size_t at = 0; at < word.text.size() && !too_large(large);) {
            const std::size_t next = std::min(word.text.find(' ', at), word.text.size());
            large = word.text.substr(at, next - at);
            at = next + 1;
        }
    Complaint out = out_of_range(field, attribute, numeric && too_large(large) ? large : word.text);
    out.offset = word.offset;
    if (numeric && too_large(large))
        return out;
    const std::optional<AnyId> id = parse_any_id(word.text);
    if (field.target && id && id->kind != *field.target) {
        out.message =
            fill(Text{"{name}：{value} 是{kind}的编号", "{name}: {value} is the id of a {kind}"},
                 {{"name", same_text(attribute)}, {"value", same_text(word.text)}, {"kind", kind_label(id->kind)}});
        return out;
    }
    const bool choice = field.type == FieldType::choice || field.type == FieldType::choices;
    out.message = fill(choice ? Text{"{name}=\"{value}\" 不在可选值之列", "{name}=\"{value}\" is none of the choices"}
                              : Text{"{name}=\"{value}\" 格式不对", "{name}=\"{value}\" is malformed"},
                       {{"name", same_text(attribute)}, {"value", shortened(word.text)}});
    std::vector<std::string_view> keys;
    for (const Choice& each : field.choice_list)
        keys.push_back(each.key);
    if (const std::string_view near = nearest(word.text, keys); choice && !near.empty())
        out.fix = fill(Text{"是否为 {near}？应为{what}", "did you mean {near}? Write {what}"},
                       {{"near", same_text(near)}, {"what", expected_by(field)}});
    return out;
}

Complaint unknown_name(const Text& sentence, std::string_view name, std::span<const std::string_view> known) {
    Complaint out;
    out.message = fill(sentence, {{"name", shortened(name)}});
    const std::string_view near = nearest(name, known);
    std::string list;
    for (std::size_t i = 0; i < known.size() && i < 12; ++i)
        (list += i == 0 ? "" : ", ") += known[i];
    if (known.size() > 12)
        list += ", …";
    out.fix = near.empty() ? fill(Text{"可用：{list}", "known here: {list}"}, {{"list", same_text(list)}})
                           : fill(Text{"是否为 {near}？", "did you mean {near}?"}, {{"near", same_text(near)}});
    return out;
}

} // namespace riser
