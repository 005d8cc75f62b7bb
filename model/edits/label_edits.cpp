// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/label_edits.h"

#include "model/edits/issue_edits.h"
#include "model/edits/refusals.h"
#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

namespace {

const Field* label_field(Kind kind) {
    const Record& record = *table_access(kind).record;
    for (const char* key : {"label", "number"})
        if (const Field* field = record.find(key); field && field->type == FieldType::text)
            return field;
    return nullptr;
}

std::string text_of(const Field& field, const void* row) {
    std::string out;
    if (!field.is_default(row))
        field.write(row, out);
    return out;
}

RetiredLabelId retire(Edit& edit, Kind kind, std::string label, std::optional<Date> day) {
    return edit.put(retired_label(edit.design(), kind, std::move(label), day));
}

} // namespace

bool is_retired_label(const Design& design, Kind kind, std::string_view label) {
    return !label.empty() &&
           std::any_of(design.retired_labels.begin(), design.retired_labels.end(), [&](const RetiredLabel& row) {
               return row.label == label && row.subject == element_name(kind);
           });
}

Error retired_label_refusal(std::string_view label) {
    const std::string name(label);
    return refused({"编号 " + name + " 已停用，不再使用", "the label " + name + " was retired and is never used again"},
                   {"换一个编号", "choose another label"});
}

std::vector<AnyId> labelled(const Design& design, Kind kind, std::string_view label) {
    std::vector<AnyId> rows;
    const Field* field = label_field(kind);
    if (!field || label.empty())
        return rows;
    const TableAccess& table = table_access(kind);
    std::string text;
    table.for_each(design, [&](const void* row) {
        text.clear();
        if (!field->is_default(row))
            field->write(row, text);
        if (text == label)
            rows.emplace_back(kind, table.id(row));
    });
    return rows;
}

Result<std::vector<AnyId>> relabel(Edit& edit, AnyId id, std::string_view label) {
    const TableAccess& table = table_access(id.kind);
    const void* found = table.find(edit.design(), id.value);
    if (!found)
        return missing_row(id);
    const Field* field = label_field(id.kind);
    if (!field)
        return Error{.code = ErrorCode::unsupported,
                     .message = {std::string(element_name(id.kind)) + " 没有编号",
                                 std::string(element_name(id.kind)) + " has no label"},
                     .fix = {},
                     .where = {}};
    if (!is_utf8(label) || (label.empty() && !field->optional))
        return bad_value({"编号不能为空", "the label cannot be empty"}, {"请填写", "give a label"});
    if (is_retired_label(edit.design(), id.kind, label))
        return retired_label_refusal(label);
    std::string old = text_of(*field, found);
    if (old == label)
        return std::vector<AnyId>{};
    std::vector<AnyId> others = labelled(edit.design(), id.kind, label);
    const bool issued = IssuedRows(edit.design()).holds(id);
    const std::shared_ptr<void> row = table.clone(found);
    ensure(field->read(label, row.get()), "a label is any text");
    table.base_edit(row.get())->pins.mask |= std::uint64_t{1} << table.record->index_of(field->key);
    table.put(edit.working(), row);
    if (issued && !old.empty() && labelled(edit.design(), id.kind, old).empty())
        retire(edit, id.kind, std::move(old), {});
    return others;
}

Result<RetiredLabelId> retire_label(Edit& edit, Kind kind, std::string_view label, std::optional<Date> day) {
    if (!label_field(kind) || label.empty())
        return bad_value({"没有可停用的编号", "there is no label to retire"}, {"请填写编号", "give a label"});
    const std::vector<AnyId> rows = labelled(edit.design(), kind, label);
    if (!rows.empty())
        return conflicting({"编号 " + std::string(label) + " 仍在使用：" + some_ids(rows),
                            "the label " + std::string(label) + " is still in use: " + some_ids(rows)},
                           {"先改这些行的编号", "relabel these rows first"});
    for (const RetiredLabel& row : edit.design().retired_labels)
        if (row.label == label && row.subject == element_name(kind))
            return row.id;
    return retire(edit, kind, std::string(label), day);
}

} // namespace riser
