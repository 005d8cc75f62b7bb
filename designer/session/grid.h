// SPDX-License-Identifier: GPL-3.0-or-later
// One table as the window shows it, whatever it is made of: the rows of a kind, described by the field table, or one of
// the documents' schedules. It knows what each cell says and which field of which row it stands for, so that all of
// them are sorted, filtered, edited and pasted into alike. A value of one moment: it keeps the design it was made of.
#pragma once

#include "exporters/tables/table.h"
#include "model/fields/spoken.h"
#include "solvers/base/facts.h"

#include <memory>

namespace riser {

struct GridColumn {
    std::string key; // of filters: the field's, "name.zh" of a bilingual one, or the schedule's column's
    Text heading;    // with its unit
    bool number = false;
    bool fixed = false;      // no cell of it can be edited
    bool set_apart = false;  // shown only when a person asks for it
    std::int64_t factor = 1; // stored units in one that is shown
    std::string_view unit{}; // stored
    const Field* field = nullptr;
    std::optional<Kind> of{}; // whose field it is
    Language half{};          // of a bilingual field
};

// What a cell stands for.
struct CellTarget {
    AnyId row;
    const void* data = nullptr;
};

class Grid {
  public:
    // Ordered by floor from the lowest, then by what the rows are called.
    static Grid of_rows(Design design, Kind kind);
    static Grid of_schedule(const Facts& facts, std::size_t schedule);
    // The same rows in the same order as they are now; absent when rows came or went, or of a schedule.
    std::optional<Grid> updated(const Design& design) const;

    const std::vector<GridColumn>& columns() const { return columns_; }
    std::size_t size() const { return table_ ? rows_.size() : ids_.size(); }
    AnyId subject(std::size_t row) const;
    std::string text(std::size_t row, std::size_t column, Language language) const;
    std::string key_text(std::size_t row, std::size_t column) const; // of an enumeration: its key; else empty
    std::int64_t number(std::size_t row, std::size_t column) const;  // stored
    std::string_view accent(std::size_t row, std::size_t column) const;
    RowTone tone(std::size_t row) const { return table_ ? rows_[row]->tone : RowTone::plain; }

    // Absent: only shown.
    std::optional<CellTarget> target(std::size_t row, std::size_t column) const;
    // What is typed to have what the cell has now.
    std::string typed(std::size_t row, std::size_t column, Language language);
    bool pinned(std::size_t row, std::size_t column) const;
    Spoken& spoken() { return *spoken_; }

  private:
    std::shared_ptr<Spoken> spoken_; // holds the design
    std::vector<GridColumn> columns_;
    std::shared_ptr<const TableDocument> table_; // of a schedule
    std::vector<const TableRow*> rows_;
    Kind kind_{};
    std::vector<std::uint64_t> ids_; // of rows of a kind
    std::vector<const void*> data_;
};

// The tables there are, in groups.
struct GridEntry {
    std::string key; // "schedule:points", "rooms"
    Text name;
    Text group;
    std::optional<Kind> kind;
    std::size_t schedule = 0;
};
const std::vector<GridEntry>& all_grids();
std::size_t grid_called(std::string_view key); // all_grids().size() when there is none

} // namespace riser
