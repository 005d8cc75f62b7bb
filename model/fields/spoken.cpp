// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/spoken.h"

#include "model/fields/row_text.h"
#include "model/fields/spoken_number.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <cstdio>

namespace riser {

namespace {

constexpr std::string_view list_mark = "、";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

std::string folded(std::string_view text) {
    std::string out(trimmed(text));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// The parts of a list that people separate by any of these; spaces only part where nothing else does.
std::vector<std::string_view> parts_of(std::string_view text, bool by_spaces) {
    std::vector<std::string_view> out;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t mark = at == text.size() ? 1 : 0;
        for (const std::string_view sign : {",", ";", "\n", "、", "，", "；", " "})
            if (at < text.size() && (sign != " " || by_spaces) && text.substr(at).starts_with(sign))
                mark = sign.size();
        if (mark == 0) {
            ++at;
            continue;
        }
        if (const std::string_view part = trimmed(text.substr(start, at - start)); !part.empty())
            out.push_back(part);
        at += mark;
        start = at;
    }
    return out;
}

Error cannot_be(const Field& field, std::string_view text, Text fix) {
    return {.code = ErrorCode::bad_input,
            .message = {std::string(field.label.zh) + "不能是 “" + std::string(text) + "”",
                        std::string(field.label.en) + " cannot be \"" + std::string(text) + "\""},
            .fix = std::move(fix),
            .where = {}};
}

constexpr struct {
    std::string_view word;
    bool value;
} flag_words[] = {{"true", true}, {"yes", true}, {"y", true},   {"1", true},      {"是", true},
                  {"有", true},   {"√", true},   {"✓", true},   {"false", false}, {"no", false},
                  {"n", false},   {"0", false},  {"否", false}, {"无", false}};

const Choice* choice_called(const Field& field, std::string_view text) {
    const std::string word = folded(text);
    const Choice* found = nullptr;
    for (const Choice& choice : field.choice_list) {
        if (choice.key == word)
            return &choice;
        if (folded(choice.label.zh) != word && folded(choice.label.en) != word)
            continue;
        if (found)
            return nullptr; // two are called so
        found = &choice;
    }
    return found;
}

Error no_choice(const Field& field, std::string_view text) {
    Text labels;
    for (const Choice& choice : field.choice_list) {
        labels.zh += (labels.zh.empty() ? "" : "、") + std::string(choice.label.zh);
        labels.en += (labels.en.empty() ? "" : ", ") + std::string(choice.label.en);
    }
    return cannot_be(field, text, {"应为以下之一：" + labels.zh, "give one of " + labels.en});
}

// "2026/3/1" and "2026年3月1日" as 2026-03-01; anything else as it is.
std::string date_of(std::string_view text) {
    std::string plain(text);
    for (const std::string_view mark : {"年", "月", "/", "."})
        for (std::size_t at; (at = plain.find(mark)) != std::string::npos;)
            plain.replace(at, mark.size(), "-");
    if (plain.ends_with("日"))
        plain.resize(plain.size() - std::string_view("日").size());
    unsigned year = 0, month = 0, day = 0;
    int used = 0;
    if (std::sscanf(plain.c_str(), "%4u-%2u-%2u%n", &year, &month, &day, &used) != 3 ||
        static_cast<std::size_t>(used) != plain.size())
        return std::string(text);
    char out[32];
    std::snprintf(out, sizeof out, "%04u-%02u-%02u", year, month, day);
    return out;
}

bool absent(const Field& field, const void* row) {
    return field.optional && field.is_default(row) && field.type != FieldType::choice && field.type != FieldType::flag;
}

std::vector<AnyId> references_of(const Field& field, const void* row) {
    std::vector<AnyId> out;
    field.for_each_reference(
        row, [](void* ids, AnyId id) { static_cast<std::vector<AnyId>*>(ids)->push_back(id); }, &out);
    return out;
}

std::string_view in(const Label& label, Language language) { return language == Language::zh ? label.zh : label.en; }

} // namespace

std::string called(const Record& record, Kind kind, const void* row, Language language) {
    if (kind == Kind::rooms) {
        const Room& room = *static_cast<const Room*>(row);
        const std::string name = room.name.in(language);
        return room.number + (room.number.empty() || name.empty() ? "" : " ") + name;
    }
    if (kind == Kind::bodies) // its code is for files
        if (const Body& body = *static_cast<const Body*>(row); !body.name.empty())
            return body.name.in(language);
    const std::string name = row_name(record, row).in(language);
    return name.empty() ? std::string(in(record.label, language)) : name;
}

std::string Spoken::name_of(AnyId id, Language language) const {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design_, id.value);
    return row ? called(*table.record, id.kind, row, language) : to_string(id);
}

const Spoken::Names& Spoken::names(Kind kind) {
    std::unique_ptr<Names>& kept = names_[static_cast<std::size_t>(kind)];
    if (kept)
        return *kept;
    kept = std::make_unique<Names>();
    const TableAccess& table = table_access(kind);
    table.for_each(design_, [&](const void* row) {
        const AnyId id(kind, table.id(row));
        const auto add = [&](const std::string& name) {
            std::vector<AnyId>& ids = (*kept)[folded(name)];
            if (!name.empty() && (ids.empty() || ids.back() != id))
                ids.push_back(id);
        };
        for (const std::string_view key : {"label", "number", "code", "name", "title", "rule", "standard"})
            if (const Field* field = table.record->find(key); field && !field->is_default(row)) {
                if (field->type == FieldType::bilingual) {
                    add(field->bilingual(row)->zh);
                    add(field->bilingual(row)->en);
                } else {
                    std::string name;
                    field->write(row, name);
                    add(name);
                }
            }
        add(called(*table.record, kind, row, Language::zh));
        add(called(*table.record, kind, row, Language::en));
    });
    return *kept;
}

std::vector<AnyId> Spoken::rows_called(std::optional<Kind> kind, std::string_view name) {
    std::vector<AnyId> out;
    const std::string word = folded(name);
    for (std::size_t k = 0; k < kind_count; ++k) {
        const Kind at = static_cast<Kind>(k);
        if (kind && at != *kind)
            continue;
        if (const auto found = names(at).find(word); found != names(at).end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    }
    return out;
}

std::string Spoken::unmistakable(const Field& field, AnyId id, Language language) {
    const std::string name = name_of(id, language);
    const bool parted = parts_of(name, false) != std::vector<std::string_view>{name};
    return parted || rows_called(field.target, name) != std::vector<AnyId>{id} ? to_string(id) : name;
}

std::string Spoken::shown(const Field& field, const void* row, Language language) const {
    if (field.type == FieldType::bilingual) {
        const Text& text = *field.bilingual(row);
        return language == Language::zh ? text.zh : text.en;
    }
    if (field.type == FieldType::parts)
        return std::to_string(field.part_count(row));
    if (absent(field, row))
        return {};
    std::string out;
    if (field.for_each_reference) {
        for (const AnyId id : references_of(field, row))
            out += (out.empty() ? "" : std::string(list_mark)) + name_of(id, language);
        return out;
    }
    field.write(row, out);
    if (field.type == FieldType::whole && !out.empty())
        return scaled_text(field.number(row), spoken_unit(field.unit).factor);
    if (field.type == FieldType::flag)
        return out == "true" ? (language == Language::zh ? "是" : "yes") : (language == Language::zh ? "否" : "no");
    if (field.type != FieldType::choice && field.type != FieldType::choices)
        return out;
    std::string labels;
    for (const std::string_view key : parts_of(out, true))
        for (const Choice& choice : field.choice_list)
            if (choice.key == key)
                labels += (labels.empty() ? "" : std::string(list_mark)) + std::string(in(choice.label, language));
    return labels;
}

std::string Spoken::typed(const Field& field, const void* row, Language language) {
    std::string out;
    if (field.for_each_reference && !absent(field, row)) {
        for (const AnyId id : references_of(field, row))
            out += (out.empty() ? "" : std::string(list_mark)) + unmistakable(field, id, language);
        return out;
    }
    out = shown(field, row, language);
    if (field.type != FieldType::choice && field.type != FieldType::choices)
        return out;
    // Words that two choices share, or that hold a mark of lists, are said by their keys.
    std::string canonical_text;
    field.write(row, canonical_text);
    const Result<std::string> back = canonical(field, out);
    return back && *back == canonical_text ? out : canonical_text;
}

Result<std::string> Spoken::reference(const Field& field, std::string_view text) {
    if (const std::optional<AnyId> id = parse_any_id(text); id && (!field.target || id->kind == *field.target))
        return std::string(text);
    const std::vector<AnyId> found = rows_called(field.target, text);
    if (found.size() == 1)
        return to_string(found.front());
    Text kind{"对象", "object"};
    if (field.target) {
        const Label& label = table_access(*field.target).record->label;
        kind = {std::string(label.zh), std::string(label.en)};
    }
    Error error = cannot_be(
        field, text, {"填写已有" + kind.zh + "的编号或名称", "give the label or name of a " + kind.en + " there is"});
    if (found.empty()) {
        error.code = ErrorCode::not_found;
        error.message.zh += "：没有这样的" + kind.zh;
        error.message.en += ": there is no such " + kind.en;
    } else {
        const std::string count = std::to_string(found.size());
        error.code = ErrorCode::conflict;
        error.message.zh += "：有 " + count + " 个" + kind.zh + "叫这个名字";
        error.message.en += ": " + count + " are called so";
        error.fix = {"改填其标识，如 " + to_string(found.front()), "give the id, such as " + to_string(found.front())};
    }
    return error;
}

Result<std::string> Spoken::one_of_list(const Field& field, std::string_view text) {
    if (field.type != FieldType::choices)
        return reference(field, text);
    const Choice* choice = choice_called(field, text);
    return choice ? Result<std::string>(std::string(choice->key)) : Result<std::string>(no_choice(field, text));
}

Result<std::string> Spoken::list(const Field& field, std::string_view text) {
    if (Result<std::string> whole = one_of_list(field, text))
        return whole;
    const bool by_spaces = parts_of(text, false).size() == 1;
    std::string out;
    for (const std::string_view part : parts_of(text, by_spaces)) {
        const Result<std::string> one = one_of_list(field, part);
        if (!one)
            return by_spaces ? one_of_list(field, text) : one;
        out += (out.empty() ? "" : " ") + *one;
    }
    return out;
}

Result<std::string> Spoken::canonical(const Field& field, std::string_view given, std::int64_t bare) {
    const std::string_view text = trimmed(given);
    if (text.empty())
        return std::string();
    switch (field.type) {
    case FieldType::whole: {
        const std::int64_t factor = bare != 0 ? bare : spoken_unit(field.unit).factor;
        if (const auto number = spoken_number(text, field.unit, factor))
            return std::to_string(*number);
        const std::string names = unit_names(field.unit);
        return cannot_be(
            field, text,
            names.empty() ? Text{"应为整数", "give a whole number"}
                          : Text{"应为数字，可带单位：" + names, "give a number, with a unit if you like: " + names});
    }
    case FieldType::flag:
        for (const auto& [word, value] : flag_words)
            if (folded(text) == word)
                return std::string(value ? "true" : "false");
        return cannot_be(field, text, {"应为是或否", "give yes or no"});
    case FieldType::choice:
        if (const Choice* choice = choice_called(field, text))
            return std::string(choice->key);
        return no_choice(field, text);
    case FieldType::reference:
    case FieldType::any_reference:
        return reference(field, text);
    case FieldType::choices:
    case FieldType::references:
    case FieldType::any_references:
        return list(field, text);
    case FieldType::date:
        return date_of(text);
    default:
        return std::string(text);
    }
}

std::vector<std::string> Spoken::offers(const Field& field, std::string_view words, Language language,
                                        std::size_t most) {
    std::vector<std::string> out;
    const std::string wanted = folded(words);
    const auto offer = [&](std::string text) {
        if (out.size() < most && folded(text).find(wanted) != std::string::npos)
            out.push_back(std::move(text));
    };
    if (field.type == FieldType::flag)
        for (const std::string_view word : language == Language::zh ? std::array{"是", "否"} : std::array{"yes", "no"})
            offer(std::string(word));
    for (const Choice& choice : field.choice_list)
        offer(std::string(in(choice.label, language)));
    if (field.type == FieldType::reference && field.target) {
        const TableAccess& table = table_access(*field.target);
        table.for_each(design_, [&](const void* row) {
            if (out.size() < most)
                if (folded(called(*table.record, table.kind, row, language)).find(wanted) != std::string::npos)
                    offer(unmistakable(field, {table.kind, table.id(row)}, language));
        });
    }
    return out;
}

} // namespace riser
