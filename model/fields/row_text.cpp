// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/row_text.h"

#include "model/fields/table_access.h"

namespace riser {

Text row_name(const Record& record, const void* row) {
    for (const std::string_view key : {"label", "number", "code", "name", "title", "rule", "standard"})
        if (const Field* field = record.find(key); field && !field->is_default(row)) {
            if (field->type == FieldType::bilingual)
                return *field->bilingual(row);
            std::string text;
            field->write(row, text);
            return same_text(text);
        }
    return {};
}

Text row_title(const Design& design, AnyId id) {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    Text name = row ? row_name(*table.record, row) : Text{};
    if (name.empty())
        name = same_text(to_string(id));
    return {std::string(table.record->label.zh) + " " + name.in(Language::zh),
            std::string(table.record->label.en) + " " + name.in(Language::en)};
}

std::string field_text(const Field& field, const void* row) {
    std::string out;
    if (field.type == FieldType::bilingual) {
        const Text& text = *field.bilingual(row);
        return text.zh == text.en || text.en.empty() ? text.zh : text.zh + " / " + text.en;
    }
    if (field.type != FieldType::parts) {
        // An absent optional value has no text.
        if (!field.is_default(row) || !field.optional || field.type == FieldType::choice ||
            field.type == FieldType::flag)
            field.write(row, out);
        return out;
    }
    for (std::size_t i = 0; i < field.part_count(row); ++i) {
        const void* part = field.part_at(row, i);
        out += out.empty() ? "{" : " {";
        bool first = true;
        for (const Field& inner : field.part->fields)
            if (!inner.is_default(part)) {
                out += (first ? "" : " ") + std::string(inner.key) + "=" + field_text(inner, part);
                first = false;
            }
        out += '}';
    }
    return out;
}

} // namespace riser
