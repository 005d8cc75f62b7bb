// SPDX-License-Identifier: GPL-3.0-or-later
// What Table is made of, the same code for every row type: a persistent tree of three levels over shared rows sorted by
// id. It knows rows as pointers to something and their ids, so that ninety tables cost the compiler one tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace riser {

class RowTree {
    struct Chunk {
        std::vector<std::uint64_t> ids; // never empty, sorted
        std::vector<std::shared_ptr<const void>> rows;
    };
    struct Branch {
        std::vector<std::uint64_t> firsts; // of each chunk
        std::vector<std::shared_ptr<Chunk>> chunks;
    };
    struct Root {
        std::vector<std::uint64_t> firsts;
        std::vector<std::shared_ptr<Branch>> branches;
        std::size_t size = 0;
    };

  public:
    using RowRef = std::shared_ptr<const void>;

    // A place in the tree; past the last row it is equal to a default one. Valid as long as a tree that holds it.
    class Cursor {
      public:
        Cursor() = default;
        const void* row() const { return chunk_->rows[row_].get(); }
        std::uint64_t id() const { return chunk_->ids[row_]; }
        void next() {
            if (++row_ == chunk_->rows.size())
                next_chunk();
        }
        bool operator==(const Cursor& other) const { return chunk_ == other.chunk_ && row_ == other.row_; }

      private:
        friend class RowTree;
        explicit Cursor(const Root& root) : root_(&root), chunk_(root.branches[0]->chunks[0].get()) {}
        void next_chunk();
        const Root* root_ = nullptr;
        const Chunk* chunk_ = nullptr;
        std::size_t branch_ = 0;
        std::size_t at_ = 0; // of the chunk in its branch
        std::size_t row_ = 0;
    };

    std::size_t size() const { return root_ ? root_->size : 0; }
    Cursor begin() const { return root_ ? Cursor(*root_) : Cursor(); }
    const RowRef* find_ref(std::uint64_t id) const; // null when there is none
    const void* find(std::uint64_t id) const {
        const RowRef* found = find_ref(id);
        return found ? found->get() : nullptr;
    }
    void put(std::uint64_t id, RowRef row);
    bool erase(std::uint64_t id);
    // Sorted by id, without doubles.
    void assign(std::vector<std::uint64_t> ids, std::vector<RowRef> rows);
    bool shares_all_with(const RowTree& other) const { return root_ == other.root_; }

    // Calls visit(context, before, after) for each row that differs, until it says false.
    using Equal = bool (*)(const void* a, const void* b);
    using Visit = bool (*)(void* context, const void* before, const void* after);
    static void diff(const RowTree& a, const RowTree& b, Equal equal, Visit visit, void* context);

  private:
    static std::size_t slot(const std::vector<std::uint64_t>& firsts, std::uint64_t id);
    static void split_chunk(Branch& branch, std::size_t c);
    static void split_branch(Root& root, std::size_t b);

    std::shared_ptr<Root> root_; // null when empty
};

} // namespace riser
