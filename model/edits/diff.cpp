// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/diff.h"

#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

namespace riser {

namespace {

std::string pins_text(const Record& record, const Pins& pins) {
    std::string out;
    for (std::size_t i = 0; i < record.fields.size(); ++i)
        if (pins.mask >> i & 1)
            out += (out.empty() ? "" : " ") + std::string(record.fields[i].key);
    return out;
}

std::vector<FieldChange> field_changes(const TableAccess& table, const void* before, const void* after) {
    std::vector<FieldChange> changes;
    for (const Field& field : table.record->fields)
        if (!field.equal(before, after))
            changes.push_back({field.key,
                               {std::string(field.label.zh), std::string(field.label.en)},
                               field_text(field, before),
                               field_text(field, after)});
    const RowBase& old_base = *table.base(before);
    const RowBase& new_base = *table.base(after);
    if (old_base.pins != new_base.pins)
        changes.push_back({"pins",
                           {"锁定", "Pinned"},
                           pins_text(*table.record, old_base.pins),
                           pins_text(*table.record, new_base.pins)});
    if (!(old_base.extras == new_base.extras))
        changes.push_back({"extras", {"附加内容", "Extras"}, "", ""});
    return changes;
}

} // namespace

std::vector<RowChange> diff(const Design& before, const Design& after) {
    std::vector<RowChange> changes;
    for (const TableAccess& table : all_tables()) {
        if (table.shared(before, after))
            continue;
        table.diff(before, after, [&](const void* old_row, const void* new_row) {
            RowChange change;
            change.id = AnyId(table.kind, table.id(new_row ? new_row : old_row));
            change.title = row_title(new_row ? after : before, change.id);
            change.kind = !old_row ? RowChangeKind::added : !new_row ? RowChangeKind::removed : RowChangeKind::changed;
            if (old_row && new_row)
                change.fields = field_changes(table, old_row, new_row);
            changes.push_back(std::move(change));
        });
    }
    return changes;
}

} // namespace riser
