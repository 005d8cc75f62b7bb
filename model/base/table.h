// SPDX-License-Identifier: GPL-3.0-or-later
// A persistent table of rows sorted by id: copying is one pointer, an edit copies a path of three small nodes (some
// 3 KB at 70,000 rows) and shares the rest, so snapshots are free and two tables are compared by walking only what
// differs. Readers of one snapshot may be many threads; a Table object itself is written by one. Find O(log n), put and
// erase O(log n + 64).
#pragma once

#include "model/base/result.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace riser {

template<class Row> class Table {
    static constexpr std::size_t chunk_limit = 64;
    static constexpr std::size_t branch_limit = 64;
    using Key = decltype(Row::id);
    using RowRef = std::shared_ptr<const Row>;
    struct Chunk {
        std::vector<RowRef> rows; // never empty, sorted
        Key first() const { return rows.front()->id; }
    };
    struct Branch {
        std::vector<std::shared_ptr<Chunk>> chunks; // never empty
        std::vector<Key> firsts;                    // of each chunk
        Key first() const { return firsts.front(); }
    };
    struct Root {
        std::vector<std::shared_ptr<Branch>> branches;
        std::vector<Key> firsts;
        std::size_t size = 0;
    };

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
        reference operator*() const { return *chunk().rows[row_]; }
        pointer operator->() const { return chunk().rows[row_].get(); }
        const_iterator& operator++() {
            if (++row_ == chunk().rows.size())
                next_chunk();
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
        explicit const_iterator(const Root* root) : root_(root) {}
        const Chunk& chunk() const { return *root_->branches[branch_]->chunks[chunk_]; }
        void next_chunk() {
            row_ = 0;
            if (++chunk_ == root_->branches[branch_]->chunks.size()) {
                chunk_ = 0;
                if (++branch_ == root_->branches.size())
                    *this = {};
            }
        }
        const Root* root_ = nullptr;
        std::size_t branch_ = 0;
        std::size_t chunk_ = 0;
        std::size_t row_ = 0;
    };

    std::size_t size() const { return root_ ? root_->size : 0; }
    bool empty() const { return size() == 0; }
    const_iterator begin() const { return empty() ? const_iterator() : const_iterator(root_.get()); }
    const_iterator end() const { return {}; }

    // Nothing when there is no such row. The pointer lives as long as a table that holds the row.
    const Row* find(Key id) const {
        if (empty())
            return nullptr;
        const Branch& branch = *root_->branches[slot(root_->firsts, id)];
        const Chunk& chunk = *branch.chunks[slot(branch.firsts, id)];
        const auto at = lower(chunk.rows, id);
        return at != chunk.rows.end() && (*at)->id == id ? at->get() : nullptr;
    }
    bool contains(Key id) const { return find(id) != nullptr; }

    // Adds the row, or replaces the one of the same id.
    void put(Row row) { put(std::make_shared<const Row>(std::move(row))); }
    void put(RowRef row) {
        ensure(static_cast<bool>(row->id), "a row needs an id");
        if (empty()) {
            assign_sorted({std::move(row)});
            return;
        }
        Root& root = own(root_);
        const std::size_t b = slot(root.firsts, row->id);
        Branch& branch = own(root.branches[b]);
        const std::size_t c = slot(branch.firsts, row->id);
        Chunk& chunk = own(branch.chunks[c]);
        const auto at = lower(chunk.rows, row->id);
        if (at != chunk.rows.end() && (*at)->id == row->id) {
            *at = std::move(row);
            return;
        }
        chunk.rows.insert(at, std::move(row));
        ++root.size;
        branch.firsts[c] = chunk.first();
        if (chunk.rows.size() > chunk_limit)
            split_chunk(branch, c);
        root.firsts[b] = branch.first();
        if (branch.chunks.size() > branch_limit)
            split_branch(root, b);
    }

    bool erase(Key id) {
        if (!contains(id))
            return false;
        Root& root = own(root_);
        const std::size_t b = slot(root.firsts, id);
        Branch& branch = own(root.branches[b]);
        const std::size_t c = slot(branch.firsts, id);
        Chunk& chunk = own(branch.chunks[c]);
        chunk.rows.erase(lower(chunk.rows, id));
        --root.size;
        if (chunk.rows.empty()) {
            branch.chunks.erase(branch.chunks.begin() + offset(c));
            branch.firsts.erase(branch.firsts.begin() + offset(c));
        } else {
            branch.firsts[c] = chunk.first();
        }
        if (branch.chunks.empty()) {
            root.branches.erase(root.branches.begin() + offset(b));
            root.firsts.erase(root.firsts.begin() + offset(b));
        } else {
            root.firsts[b] = branch.first();
        }
        if (root.size == 0)
            root_.reset();
        return true;
    }

    // Replaces all rows; they must be sorted by id without doubles.
    void assign_sorted(std::vector<RowRef> rows) {
        root_.reset();
        if (rows.empty())
            return;
        auto root = std::make_shared<Root>();
        root->size = rows.size();
        constexpr std::size_t fill = chunk_limit * 3 / 4;
        for (std::size_t at = 0; at < rows.size(); at += fill) {
            if (root->branches.empty() || root->branches.back()->chunks.size() >= branch_limit * 3 / 4)
                root->branches.push_back(std::make_shared<Branch>());
            auto chunk = std::make_shared<Chunk>();
            const std::size_t last = std::min(at + fill, rows.size());
            chunk->rows.assign(std::make_move_iterator(rows.begin() + offset(at)),
                               std::make_move_iterator(rows.begin() + offset(last)));
            root->branches.back()->firsts.push_back(chunk->first());
            root->branches.back()->chunks.push_back(std::move(chunk));
        }
        for (const auto& branch : root->branches)
            root->firsts.push_back(branch->first());
        root_ = std::move(root);
    }

    // Whether both are the same snapshot (not: whether they are equal).
    bool shares_all_with(const Table& other) const { return root_ == other.root_; }

    bool operator==(const Table& other) const {
        if (root_ == other.root_)
            return true;
        if (size() != other.size())
            return false;
        bool equal = true;
        diff(*this, other, [&](const Row*, const Row*) { return equal = false; });
        return equal;
    }

    // Calls visit(before, after) for each row that differs, in id order: before null when added, after null when
    // removed. visit returns whether to go on. Chunks that both share are skipped.
    template<class Visit> static void diff(const Table& a, const Table& b, Visit visit) {
        const_iterator x = a.begin();
        const_iterator y = b.begin();
        while (x != const_iterator() || y != const_iterator()) {
            if (x != const_iterator() && y != const_iterator() && x.row_ == 0 && y.row_ == 0 &&
                &x.chunk() == &y.chunk()) {
                x.next_chunk();
                y.next_chunk();
                continue;
            }
            const bool take_x = x != const_iterator() && (y == const_iterator() || x->id <= y->id);
            const bool take_y = y != const_iterator() && (x == const_iterator() || y->id <= x->id);
            const Row* before = take_x ? &*x : nullptr;
            const Row* after = take_y ? &*y : nullptr;
            if (before != after && !(before && after && *before == *after) && !visit(before, after))
                return;
            if (take_x)
                ++x;
            if (take_y)
                ++y;
        }
    }

  private:
    static std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

    // The last node whose first id is not after `id`, or the first.
    static std::size_t slot(const std::vector<Key>& firsts, Key id) {
        const auto after = std::upper_bound(firsts.begin(), firsts.end(), id);
        return after == firsts.begin() ? 0 : static_cast<std::size_t>(after - firsts.begin() - 1);
    }
    template<class Rows> static auto lower(Rows& rows, Key id) {
        return std::lower_bound(rows.begin(), rows.end(), id, [](const RowRef& row, Key key) { return row->id < key; });
    }
    // A node that only this table holds may be written in place; a shared one is copied first.
    template<class Node> static Node& own(std::shared_ptr<Node>& node) {
        if (node.use_count() != 1)
            node = std::make_shared<Node>(*node);
        else
            after_readers(node);
        return *node;
    }
    // What a reader that just let go had read comes before what is written now.
    template<class Node> static void after_readers([[maybe_unused]] const std::shared_ptr<Node>& node) {
#ifdef __SANITIZE_THREAD__
        const std::shared_ptr<Node> touched = node; // ThreadSanitizer knows no fences, but counts
#else
        std::atomic_thread_fence(std::memory_order_acquire);
#endif
    }
    static void split_chunk(Branch& branch, std::size_t c) {
        std::vector<RowRef>& rows = branch.chunks[c]->rows;
        auto right = std::make_shared<Chunk>();
        const auto middle = rows.begin() + offset(rows.size() / 2);
        right->rows.assign(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
        rows.erase(middle, rows.end());
        branch.firsts.insert(branch.firsts.begin() + offset(c + 1), right->first());
        branch.chunks.insert(branch.chunks.begin() + offset(c + 1), std::move(right));
    }
    static void split_branch(Root& root, std::size_t b) {
        Branch& left = *root.branches[b];
        auto right = std::make_shared<Branch>();
        const auto half = offset(left.chunks.size() / 2);
        right->chunks.assign(left.chunks.begin() + half, left.chunks.end());
        right->firsts.assign(left.firsts.begin() + half, left.firsts.end());
        left.chunks.erase(left.chunks.begin() + half, left.chunks.end());
        left.firsts.erase(left.firsts.begin() + half, left.firsts.end());
        root.firsts.insert(root.firsts.begin() + offset(b + 1), right->first());
        root.branches.insert(root.branches.begin() + offset(b + 1), std::move(right));
    }

    std::shared_ptr<Root> root_;
};

} // namespace riser
