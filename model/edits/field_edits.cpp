// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/field_edits.h"

#include "model/edits/issue_edits.h"
#include "model/edits/label_edits.h"
#include "model/edits/refusals.h"
#include "model/fields/table_access.h"
#include "model/label_pattern.h"

#include <bit>

namespace riser {

namespace {

// A field by its key, and the language when it is one half of a bilingual field.
struct Addressed {
    std::size_t index = 0;
    const Field* field = nullptr;
    std::optional<Language> language;
};

std::optional<Addressed> address(const Record& record, std::string_view key) {
    Addressed out;
    std::string_view name = key;
    if (key.ends_with(".zh") || key.ends_with(".en")) {
        name.remove_suffix(3);
        out.language = key.ends_with(".zh") ? Language::zh : Language::en;
    }
    out.index = record.index_of(name);
    if (out.index == record.fields.size())
        return std::nullopt;
    out.field = &record.fields[out.index];
    if (out.language && out.field->type != FieldType::bilingual)
        return std::nullopt;
    return out;
}

Error no_field(Kind kind, std::string_view key) {
    std::string keys;
    for (const Field& field : table_access(kind).record->fields)
        keys += (keys.empty() ? "" : " ") + std::string(field.key);
    return {.code = ErrorCode::not_found,
            .message = {std::string(element_name(kind)) + " 没有字段 " + std::string(key),
                        std::string(element_name(kind)) + " has no field " + std::string(key)},
            .fix = {"可用字段：" + keys, "its fields are " + keys},
            .where = {}};
}

Text name_of(const Field& field) { return {std::string(field.label.zh), std::string(field.label.en)}; }

Text form_of(const Field& field) {
    switch (field.type) {
    case FieldType::whole:
        return {"整数" + (field.unit.empty() ? "" : "（" + std::string(field.unit) + "）"),
                "a whole number" + (field.unit.empty() ? "" : " of " + std::string(field.unit))};
    case FieldType::flag:
        return {"true 或 false", "true or false"};
    case FieldType::choice:
    case FieldType::choices: {
        std::string keys;
        for (const Choice& choice : field.choice_list)
            keys += (keys.empty() ? "" : " ") + std::string(choice.key);
        return {"以下之一：" + keys, "one of " + keys};
    }
    case FieldType::reference:
    case FieldType::references:
    case FieldType::any_reference:
    case FieldType::any_references: {
        const std::string prefix(field.target ? id_prefix(*field.target) : "rm");
        return {"编号，如 " + prefix + "-7k3qx9m2pv", "an id such as " + prefix + "-7k3qx9m2pv"};
    }
    case FieldType::point:
        return {"x,y（毫米）", "x,y in millimetres"};
    case FieldType::points:
        return {"x,y x,y …（毫米）", "x,y x,y … in millimetres"};
    case FieldType::polygon:
        return {"x,y x,y …；环以分号分开（毫米）", "x,y x,y … in millimetres, rings parted by semicolons"};
    case FieldType::date:
        return {"日期，如 2026-11-22", "a date such as 2026-11-22"};
    case FieldType::address:
        return {"IP 地址", "an IP address"};
    case FieldType::prefix:
        return {"网段，如 10.1.2.0/24", "a prefix such as 10.1.2.0/24"};
    case FieldType::vlan_number:
        return {"1 至 4094 的整数", "a whole number from 1 to 4094"};
    default:
        return {"文本", "text"};
    }
}

Error malformed(const Field& field, std::string_view text) {
    const Text name = name_of(field);
    const Text form = form_of(field);
    return bad_value(
        {name.zh + "不能是 “" + std::string(text) + "”", name.en + " cannot be \"" + std::string(text) + "\""},
        {"应为" + form.zh, "give " + form.en});
}

// Nothing when the value may stand; the row has been read.
std::optional<Error> complaint(const Design& design, const Field& field, const void* row, std::string_view text) {
    if (field.number && !field.is_default(row)) {
        const std::int64_t value = field.number(row);
        if (value < field.low || value > field.high) {
            const Text name = name_of(field);
            const std::string low = std::to_string(field.low);
            const std::string high = field.high == INT64_MAX ? "…" : std::to_string(field.high);
            return bad_value(
                {name.zh + "超出范围：" + std::string(text), name.en + " is out of range: " + std::string(text)},
                {"应在 " + low + " 至 " + high + " 之间", "give " + low + " to " + high});
        }
    }
    if (!field.for_each_reference)
        return std::nullopt;
    struct Context {
        const Design& design;
        std::optional<AnyId> missing;
    } context{design, {}};
    field.for_each_reference(
        row,
        [](void* c, AnyId id) {
            auto& at = *static_cast<Context*>(c);
            if (!at.missing && !at.design.contains(id))
                at.missing = id;
        },
        &context);
    return context.missing ? std::optional(missing_row(*context.missing)) : std::nullopt;
}

// A template that no label could be made by.
std::optional<Error> pattern_fault(Kind kind, const void* row) {
    if (kind != Kind::label_templates)
        return std::nullopt;
    const LabelTemplate& written = *static_cast<const LabelTemplate*>(row);
    if (written.subject.empty() || written.pattern.empty())
        return std::nullopt; // half done
    const auto parsed = parse_label_pattern(written.subject, written.pattern);
    return parsed ? std::nullopt : std::optional(parsed.error());
}

std::optional<Error> write_value(const Field& field, const Addressed& to, std::string_view text,
                                 const TableAccess& table, void* row) {
    if (to.language) {
        Text& both = *field.bilingual_edit(row);
        (*to.language == Language::zh ? both.zh : both.en) = text;
    } else if (text.empty()) {
        field.copy(table.make().get(), row);
    } else if (!field.read(text, row)) {
        return malformed(field, text);
    }
    if (!field.optional && field.is_default(row) && text.empty()) {
        const Text name = name_of(field);
        return bad_value({name.zh + "不能为空", name.en + " cannot be empty"}, {"请填写", "give a value"});
    }
    return std::nullopt;
}

Result<void> change_pins(Edit& edit, AnyId id, std::string_view key, bool pinned) {
    const TableAccess& table = table_access(id.kind);
    const void* found = table.find(edit.design(), id.value);
    if (!found)
        return missing_row(id);
    const std::optional<Addressed> to = address(*table.record, key);
    if (!to)
        return no_field(id.kind, key);
    const std::shared_ptr<void> row = table.clone(found);
    std::uint64_t& mask = table.base_edit(row.get())->pins.mask;
    const std::uint64_t bit = std::uint64_t{1} << to->index;
    mask = pinned ? mask | bit : mask & ~bit;
    table.put(edit.working(), row);
    return {};
}

} // namespace

Result<void> set_field(Edit& edit, AnyId id, std::string_view key, std::string_view text) {
    const TableAccess& table = table_access(id.kind);
    const void* found = table.find(edit.design(), id.value);
    if (!found)
        return missing_row(id);
    const std::optional<Addressed> to = address(*table.record, key);
    if (!to)
        return no_field(id.kind, key);
    const Field& field = *to->field;
    if (field.key == "origin")
        return refused({"来源由软件记录", "the origin is what happened, not what one wishes"},
                       {"改用固定字段", "pin the fields that should stay"});
    if (field.type == FieldType::parts)
        return Error{.code = ErrorCode::unsupported,
                     .message = {name_of(field).zh + "是列表", name_of(field).en + " is a list of parts"},
                     .fix = {"逐项修改", "change its parts one by one"},
                     .where = {}};
    if (field.type == FieldType::bilingual && !to->language)
        return bad_value({name_of(field).zh + "有中英两种文字", name_of(field).en + " has a text in each language"},
                         {"用 " + std::string(key) + ".zh 或 " + std::string(key) + ".en",
                          "use " + std::string(key) + ".zh or " + std::string(key) + ".en"});
    if (!is_utf8(text))
        return malformed(field, "…");
    if (field.key == "label" && is_retired_label(edit.design(), id.kind, text))
        return retired_label_refusal(text);
    if (std::optional<Error> error = issue_refusal(edit.design(), id, field.key))
        return std::move(*error);
    const std::shared_ptr<void> row = table.clone(found);
    if (std::optional<Error> error = write_value(field, *to, text, table, row.get()))
        return std::move(*error);
    if (std::optional<Error> error = complaint(edit.design(), field, row.get(), text))
        return std::move(*error);
    if (std::optional<Error> error = pattern_fault(id.kind, row.get()))
        return std::move(*error);
    table.base_edit(row.get())->pins.mask |= std::uint64_t{1} << to->index;
    table.put(edit.working(), row);
    return {};
}

Result<void> pin(Edit& edit, AnyId id, std::string_view key) { return change_pins(edit, id, key, true); }
Result<void> unpin(Edit& edit, AnyId id, std::string_view key) { return change_pins(edit, id, key, false); }

bool is_pinned(const Design& design, AnyId id, std::string_view key) {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    const std::optional<Addressed> to = address(*table.record, key);
    return row && to && (table.base(row)->pins.mask >> to->index & 1) != 0;
}

} // namespace riser
