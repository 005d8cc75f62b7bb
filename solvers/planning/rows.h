// SPDX-License-Identifier: GPL-3.0-or-later
// How a planner writes rows so that planning again finds them again: ids derive from (planner, key), rows that come out
// equal are not touched, fields that a person pinned stay, rows that a person took over or that are built already stay
// whole, and what the planner made before and no longer wants goes. Also: reasons with one sentence gathered into one.
#pragma once

#include "solvers/base/plan.h"

#include <functional>
#include <unordered_set>

namespace riser {

template<class Row> class PlannedRows {
  public:
    PlannedRows(Design& after, std::string_view planner) : after_(&after), planner_(planner) {}

    // The row planned for `key` before, to be filled in again, or a new one.
    Row start(const std::string& key) const {
        std::string salted = key;
        for (;; salted += '~') { // another row has that id: one in 10^15
            const Id<Row> id = derived_id<Row>(planner_, salted);
            const Row* found = after_->find(id);
            if (found && (found->origin.source != planner_ || found->origin.key != key))
                continue;
            if (found)
                return *found;
            Row row;
            row.id = id;
            row.origin = {.kind = OriginKind::planned, .source = planner_, .key = key};
            if constexpr (std::is_base_of_v<PhysicalRow, Row>)
                row.evidence = Evidence::planned;
            return row;
        }
    }
    bool known(const Row& row) const { return after_->table<Row>().contains(row.id); }

    // Puts the row unless it stands like that already. Returns it as it stands now.
    const Row& put(Row row) {
        Table<Row>& table = after_->table<Row>();
        const Id<Row> id = row.id;
        wanted_.insert(id.value);
        if (const Row* existing = table.find(id)) {
            if (is_settled(*existing))
                return *existing;
            if (existing->pins.mask != 0)
                row = keeping_pins(*existing, std::move(row));
            if (row == *existing)
                return *existing;
        }
        table.put(std::move(row));
        return *table.find(id);
    }
    void keep(Id<Row> id) { wanted_.insert(id.value); }
    bool is_wanted(Id<Row> id) const { return wanted_.contains(id.value); }

    // Removes what this planner made and did not put this time, but rows that `spare` names and settled ones. Returns
    // the removed rows.
    std::vector<Row> remove_rest(const std::function<bool(const Row&)>& spare = {}) {
        std::vector<Row> gone;
        for (const Row& row : after_->table<Row>())
            if (is_mine(row) && !wanted_.contains(row.id.value) && !is_settled(row) && !(spare && spare(row)))
                gone.push_back(row);
        for (const Row& row : gone)
            after_->table<Row>().erase(row.id);
        return gone;
    }
    bool is_mine(const Row& row) const { return row.origin.kind == OriginKind::planned && was_mine(row); }
    // Made by this planner, whether or not a person took it over since.
    bool was_mine(const Row& row) const { return row.origin.source == planner_; }

    // A person made it theirs, or it stands in the building: no planner changes it.
    static bool is_settled(const Row& row) {
        if constexpr (std::is_base_of_v<PhysicalRow, Row>)
            if (row.status == Status::existing || row.status == Status::as_built || row.status == Status::remove)
                return true;
        return row.origin.kind != OriginKind::planned;
    }

  private:
    Design* after_;
    std::string planner_;
    std::unordered_set<std::uint64_t> wanted_;
};

// Reasons in the order in which their sentences first came up.
class ReasonList {
  public:
    void add(AnyId subject, const Text& sentence) { of(sentence).subjects.push_back(subject); }
    void add(const Text& sentence) { of(sentence); }
    void add(Reason reason) { reasons_.push_back(std::move(reason)); }
    std::vector<Reason> take() && { return std::move(reasons_); }

  private:
    Reason& of(const Text& sentence) {
        for (Reason& reason : reasons_)
            if (reason.sentence == sentence)
                return reason;
        reasons_.push_back({.subjects = {}, .sentence = sentence});
        return reasons_.back();
    }
    std::vector<Reason> reasons_;
};

} // namespace riser
