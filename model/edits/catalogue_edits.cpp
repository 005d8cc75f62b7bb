// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/catalogue_edits.h"

#include "model/edits/refusals.h"
#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

constexpr Kind kinds[] = {Kind::equipment_types, Kind::cable_types, Kind::pathway_types, Kind::point_kinds,
                          Kind::bill_items};

bool may_name_a_type(const Field& field) {
    return field.for_each_reference && (!field.target || is_catalogue_kind(*field.target));
}

struct Seen {
    TypeUses* uses;
    AnyId by;
};

void see(void* context, AnyId id) {
    const Seen& seen = *static_cast<const Seen*>(context);
    if (!is_catalogue_kind(id.kind))
        return;
    std::vector<AnyId>& users = (*seen.uses)[id];
    if (users.empty() || users.back() != seen.by)
        users.push_back(seen.by);
}

std::string code_of(const TableAccess& table, const void* row) {
    std::string out;
    table.record->find("code")->write(row, out);
    return out;
}

} // namespace

std::span<const Kind> catalogue_kinds() { return kinds; }

bool is_catalogue_kind(Kind kind) { return std::ranges::find(kinds, kind) != std::end(kinds); }

TypeUses uses_of_types(const Design& design) {
    TypeUses out;
    for (const TableAccess& table : all_tables()) {
        std::vector<const Field*> fields, parts;
        for (const Field& field : table.record->fields)
            if (may_name_a_type(field))
                fields.push_back(&field);
            else if (field.type == FieldType::parts && std::ranges::any_of(field.part->fields, may_name_a_type))
                parts.push_back(&field);
        if (fields.empty() && parts.empty())
            continue;
        table.for_each(design, [&](const void* row) {
            Seen seen{&out, {table.kind, table.id(row)}};
            for (const Field* field : fields)
                field->for_each_reference(row, see, &seen);
            for (const Field* list : parts)
                for (std::size_t i = 0; i < list->part_count(row); ++i)
                    for (const Field& field : list->part->fields)
                        if (may_name_a_type(field))
                            field.for_each_reference(list->part_at(row, i), see, &seen);
        });
    }
    return out;
}

Result<AnyId> copy_type(Edit& edit, AnyId type) {
    const TableAccess& table = table_access(type.kind);
    const void* found = is_catalogue_kind(type.kind) ? table.find(edit.design(), type.value) : nullptr;
    if (!found)
        return missing_row(type);
    std::set<std::string> codes;
    table.for_each(edit.design(), [&](const void* row) { codes.insert(code_of(table, row)); });
    std::string code;
    for (int n = 2; codes.contains(code = code_of(table, found) + "-" + std::to_string(n));)
        ++n;
    const std::shared_ptr<void> row = table.clone(found);
    const AnyId id(type.kind, edit.ids().next_value());
    table.set_id(row.get(), id.value);
    ensure(table.record->find("code")->read(code, row.get()), "a code is any text");
    RowBase& base = *table.base_edit(row.get());
    base.origin = {};
    base.pins = {};
    table.put(edit.working(), row);
    return id;
}

Result<void> delete_type(Edit& edit, AnyId type) {
    const TableAccess& table = table_access(type.kind);
    if (!is_catalogue_kind(type.kind) || !table.find(edit.design(), type.value))
        return missing_row(type);
    const TypeUses uses = uses_of_types(edit.design());
    if (const auto users = uses.find(type); users != uses.end()) {
        Text names;
        for (std::size_t i = 0; i < std::min<std::size_t>(users->second.size(), 3); ++i) {
            const Text name = row_title(edit.design(), users->second[i]);
            names.zh += (i ? "、" : "") + name.zh;
            names.en += (i ? ", " : "") + name.en;
        }
        const Text title = row_title(edit.design(), type);
        const std::string count = std::to_string(users->second.size());
        return conflicting(
            {title.zh + "被 " + count + " 处使用：" + names.zh, title.en + " is used " + count + " times: " + names.en},
            {"先为它们换用其他型号", "give those another type first"});
    }
    table.erase(edit.working(), type.value);
    return {};
}

} // namespace riser
