// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cell_edits.h"

#include "model/edits/catalogue_edits.h"
#include "model/fields/table_access.h"

namespace riser {

namespace {

// The field that a key names, without its language.
const Field* field_of(const CellChange& change) {
    std::string_view key = change.key;
    if (key.ends_with(".zh") || key.ends_with(".en"))
        key.remove_suffix(3);
    return table_access(change.row.kind).record->find(key);
}

bool is_so(const Design& design, const CellChange& change, const Field& field, const std::string& text) {
    const void* row = table_access(change.row.kind).find(design, change.row.value);
    if (!row)
        return false;
    std::string now;
    if (field.type == FieldType::bilingual)
        now = change.key.ends_with(".zh") ? field.bilingual(row)->zh : field.bilingual(row)->en;
    else if (field.type == FieldType::parts)
        return false;
    else if (!field.is_default(row) || !text.empty())
        field.write(row, now);
    // Spaces around what stands there are no reason to set it.
    const std::size_t first = now.find_first_not_of(" \t\r\n"), last = now.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? text.empty() : now.compare(first, last - first + 1, text) == 0;
}

Result<void> set_one(Edit& edit, Spoken& spoken, const CellChange& change) {
    const Field* field = field_of(change);
    if (!field || !edit.design().contains(change.row))
        return set_field(edit, change.row, change.key, change.text);
    const Result<std::string> text = spoken.canonical(*field, change.text, change.bare);
    if (!text)
        return text.error();
    if (is_so(edit.design(), change, *field, *text))
        return {};
    // A device takes the units and ports of its type along, or is refused.
    if (change.row.kind == Kind::equipment && field->target == Kind::equipment_types && !text->empty())
        return use_type(edit, parse_any_id(*text).value_or(AnyId()), std::span(&change.row, 1));
    return set_field(edit, change.row, change.key, *text);
}

} // namespace

std::vector<RefusedCell> set_cells(Edit& edit, Spoken& spoken, std::span<const CellChange> changes) {
    std::vector<RefusedCell> refused;
    Edit trial = edit.nested(edit.name());
    for (std::size_t at = 0; at < changes.size(); ++at)
        if (Result<void> set = set_one(trial, spoken, changes[at]); !set)
            refused.push_back({at, std::move(set).error()});
    if (refused.empty())
        edit.take(std::move(trial));
    return refused;
}

} // namespace riser
