// SPDX-License-Identifier: GPL-3.0-or-later
// A persistent table of rows sorted by id: copying is one pointer, an edit copies a path of three small nodes (some
// 4 KB at 70,000 rows) and shares the rest, so snapshots are free and two tables are compared by walking only what
// differs. Readers of one snapshot may be many threads; a Table object itself is written by one. Find O(log n), put and
// erase O(log n + 64).
#pragma once

#include "model/base/result.h"
#include "model/base/row_tree.h"

#include <iterator>

namespace riser {

template<class Row> class Table {
    using Key = decltype(Row::id);
    using RowRef = std::shared_ptr<const Row>;

  public:
    using value_type = Row;

    class const_iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = const Row*;
        using reference = const Row&;
        const_iterator() = default;
        reference operator*() const { return *static_cast<pointer>(cursor_.row()); }
        pointer operator->() const { return static_cast<pointer>(cursor_.row()); }
        const_iterator& operator++() {
            cursor_.next();
            return *this;
        }
        const_iterator operator++(int) {
            const_iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const const_iterator&) const = default;

      private:
        friend class Table;
        explicit const_iterator(RowTree::Cursor cursor) : cursor_(cursor) {}
        RowTree::Cursor cursor_;
    };

    std::size_t size() const { return tree_.size(); }
    bool empty() const { return size() == 0; }
    const_iterator begin() const { return const_iterator(tree_.begin()); }
    const_iterator end() const { return {}; }

    // Nothing when there is no such row. The pointer lives as long as a table that holds the row.
    const Row* find(Key id) const { return static_cast<const Row*>(tree_.find(id.value)); }
    bool contains(Key id) const { return find(id) != nullptr; }

    // Adds the row, or replaces the one of the same id.
    void put(Row row) { put(std::make_shared<const Row>(std::move(row))); }
    void put(RowRef row) {
        ensure(static_cast<bool>(row->id), "a row needs an id");
        const std::uint64_t id = row->id.value;
        tree_.put(id, std::move(row));
    }
    bool erase(Key id) { return tree_.erase(id.value); }

    // Replaces all rows; they must be sorted by id without doubles.
    void assign_sorted(std::vector<RowRef> rows) {
        std::vector<std::uint64_t> ids;
        ids.reserve(rows.size());
        for (const RowRef& row : rows)
            ids.push_back(row->id.value);
        tree_.assign(std::move(ids), {std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end())});
    }

    // Whether both are the same snapshot (not: whether they are equal).
    bool shares_all_with(const Table& other) const { return tree_.shares_all_with(other.tree_); }

    bool operator==(const Table& other) const {
        if (size() != other.size())
            return false;
        bool equal = true;
        diff(*this, other, [&](const Row*, const Row*) { return equal = false; });
        return equal;
    }

    // Calls visit(before, after) for each row that differs, in id order: before null when added, after null when
    // removed. visit returns whether to go on. Chunks that both share are skipped.
    template<class Visit> static void diff(const Table& a, const Table& b, Visit visit) {
        RowTree::diff(
            a.tree_, b.tree_,
            [](const void* x, const void* y) { return *static_cast<const Row*>(x) == *static_cast<const Row*>(y); },
            [](void* context, const void* before, const void* after) {
                return (*static_cast<Visit*>(context))(static_cast<const Row*>(before), static_cast<const Row*>(after));
            },
            &visit);
    }

    // The rows without their type, for walks over all tables.
    const RowTree& tree() const { return tree_; }
    RowTree& tree() { return tree_; }

  private:
    RowTree tree_;
};

} // namespace riser
