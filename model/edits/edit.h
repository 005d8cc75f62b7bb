// SPDX-License-Identifier: GPL-3.0-or-later
// An edit: verbs on a working copy of a design. Nothing outside sees it until its design is taken (committed); dropping
// the Edit drops everything. Verbs are free functions over Edit& in this folder. One thread at a time.
#pragma once

#include "model/base/result.h"
#include "model/design.h"
#include "model/edits/change_set.h"

namespace riser {

class CablingIndex;

class Edit {
  public:
    // `name` is what undo calls it. `ids` must outlive the edit. `cabling`: kept from edits before (see
    // History::begin).
    Edit(Design base, Text name, IdSource& ids, std::shared_ptr<CablingIndex> cabling = nullptr)
        : base_(std::move(base)), work_(base_), name_(std::move(name)), ids_(&ids), cabling_(std::move(cabling)) {}

    const Design& design() const { return work_; }
    const Design& base() const { return base_; }
    const Text& name() const { return name_; }
    IdSource& ids() { return *ids_; }
    // Of the work so far. O(rows) the first time when none was kept, then O(what changed).
    const CablingIndex& cabling();

    // Adds the row, giving it an id when it has none, or replaces the row of that id.
    template<class Row> Id<Row> put(Row row) {
        if (!row.id)
            row.id = ids_->next<Row>();
        const Id<Row> id = row.id;
        work_.table<Row>().put(std::move(row));
        return id;
    }
    template<class Row> bool erase(Id<Row> id) { return work_.table<Row>().erase(id); }
    // change(row) on a copy of the row; not_found when there is none.
    template<class Row, class Change> Result<void> update(Id<Row> id, Change change) {
        const Row* found = work_.find(id);
        if (!found)
            return missing(AnyId(id));
        Row row = *found;
        change(row);
        ensure(row.id == id, "an update keeps the row's id");
        work_.table<Row>().put(std::move(row));
        return {};
    }
    // For writers of whole tables (import, merge). Rows keep their ids.
    Design& working() { return work_; }

    ChangeSet changes() const { return changes_between(base_, work_); }

    // A nested edit starts from the work so far; take(nested) makes its work ours, dropping it leaves ours as it was.
    Edit nested(Text name) const { return Edit(work_, std::move(name), *ids_, cabling_); }
    void take(Edit&& nested) { work_ = std::move(nested.work_); }
    Design commit() && { return std::move(work_); }

  private:
    static Error missing(AnyId id);
    Design base_;
    Design work_;
    Text name_;
    IdSource* ids_;
    std::shared_ptr<CablingIndex> cabling_;
};

} // namespace riser
