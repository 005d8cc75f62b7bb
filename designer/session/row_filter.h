// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a grid hold what was typed: every word somewhere in the row, and of single columns `use=office`,
// `use!=office`, `occupants>3`, `height<=1.2 m` in quotes when it has spaces. Columns by key or heading, the values
// of an enumeration by key or by their words in either language. A column's empty cells: `body=`.
#pragma once

#include "designer/session/grid.h"

namespace riser {

class RowFilter {
  public:
    RowFilter(const Grid& grid, std::string_view text, Language language);
    bool empty() const { return conditions_.empty(); }
    bool holds(std::size_t row) const; // O(cells of the row)

  private:
    enum class Test { holds, equal, unequal, less, more, at_most, at_least };
    struct Condition {
        Test test = Test::holds;
        std::size_t column = 0; // but of `holds`
        std::string word;       // folded
        std::string key;        // of an enumeration, when the word names one of its values
        std::optional<std::int64_t> number;
    };
    Condition condition(const std::string& word) const;
    bool holds(const Condition& condition, std::size_t row) const;

    const Grid& grid_;
    Language language_;
    std::vector<Condition> conditions_;
};

} // namespace riser
