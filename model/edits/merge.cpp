// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/merge.h"

#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

namespace riser {

namespace {

// One row that their side added, removed or changed; `base_row` or `their_row` may be null.
class RowMerge {
  public:
    RowMerge(const TableAccess& table, Merged& merged) : table_(table), merged_(merged) {}

    void operator()(const void* base_row, const void* their_row) {
        id_ = table_.id(their_row ? their_row : base_row);
        const void* our_row = table_.find(merged_.design, id_);
        if (our_row && their_row && table_.equal(our_row, their_row))
            return;
        if (!their_row)
            removed_there(base_row, our_row);
        else if (!our_row)
            missing_here(base_row, their_row);
        else
            merge_fields(base_row, our_row, their_row);
    }

  private:
    void removed_there(const void* base_row, const void* our_row) {
        if (!our_row)
            return;
        if (table_.equal(our_row, base_row))
            table_.erase(merged_.design, id_);
        else
            report("", "", "changed", "removed");
    }
    void missing_here(const void* base_row, const void* their_row) {
        table_.put(merged_.design, table_.clone(their_row));
        if (base_row)
            report("", "", "removed", "changed");
    }

    void merge_fields(const void* base_row, const void* our_row, const void* their_row) {
        // Two rows added under one id have nothing in common: a default row stands in as their base.
        const std::shared_ptr<void> fresh = base_row ? nullptr : table_.make();
        const void* base = base_row ? base_row : fresh.get();
        const std::shared_ptr<void> result = table_.clone(our_row);
        for (const Field& field : table_.record->fields) {
            if (field.equal(base, their_row) || field.equal(our_row, their_row))
                continue;
            if (field.equal(base, our_row))
                field.copy(their_row, result.get());
            else
                report(std::string(field.key), field_text(field, base), field_text(field, our_row),
                       field_text(field, their_row));
        }
        merge_base(*table_.base(base), *table_.base(their_row), *table_.base_edit(result.get()));
        table_.put(merged_.design, result);
    }

    void merge_base(const RowBase& base, const RowBase& theirs, RowBase& result) {
        // A bit that one side turned wins; both sides can turn a bit only the same way.
        result.pins.mask ^= (base.pins.mask ^ theirs.pins.mask) & ~(base.pins.mask ^ result.pins.mask);
        if (theirs.extras == base.extras || theirs.extras == result.extras)
            return;
        if (result.extras == base.extras)
            result.extras = theirs.extras;
        else
            report("extras", "", "", "");
    }

    void report(std::string field, std::string base, std::string ours, std::string theirs) {
        const AnyId row(table_.kind, id_);
        merged_.conflicts.push_back({row, row_title(merged_.design, row), std::move(field), std::move(base),
                                     std::move(ours), std::move(theirs)});
    }

    const TableAccess& table_;
    Merged& merged_;
    std::uint64_t id_ = 0;
};

// What a newer format said of a table or of the document.
void merge_extras(const ExtrasRef& base, const ExtrasRef& theirs, ExtrasRef& result) {
    if (result == base)
        result = theirs;
}

} // namespace

Merged merge(const Design& base, const Design& ours, const Design& theirs) {
    Merged merged{ours, {}};
    for (const TableAccess& table : all_tables()) {
        if (table.shared(base, theirs))
            continue;
        RowMerge row(table, merged);
        table.diff(base, theirs, [&](const void* base_row, const void* their_row) { row(base_row, their_row); });
    }
    for (std::size_t i = 0; i < kind_count; ++i)
        merge_extras(base.table_extras[i], theirs.table_extras[i], merged.design.table_extras[i]);
    merge_extras(base.document_extras, theirs.document_extras, merged.design.document_extras);
    return merged;
}

} // namespace riser
