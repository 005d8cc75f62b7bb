// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/row_tree.h"

#include <algorithm>
#include <atomic>
#include <iterator>

namespace riser {

namespace {

constexpr std::size_t chunk_limit = 64;
constexpr std::size_t branch_limit = 64;

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

// What a reader that just let go had read comes before what is written now.
template<class Node> void after_readers([[maybe_unused]] const std::shared_ptr<Node>& node) {
#ifdef __SANITIZE_THREAD__
    const std::shared_ptr<Node> touched = node; // ThreadSanitizer knows no fences, but counts
#else
    std::atomic_thread_fence(std::memory_order_acquire);
#endif
}

// A node that only this tree holds may be written in place; a shared one is copied first.
template<class Node> Node& own(std::shared_ptr<Node>& node) {
    if (node.use_count() != 1)
        node = std::make_shared<Node>(*node);
    else
        after_readers(node);
    return *node;
}

template<class List> void erase_at(List& list, std::size_t at) { list.erase(list.begin() + offset(at)); }

// Moves what stands from `at` on to the end of the other list.
template<class List> void move_tail(List& from, std::size_t at, List& to) {
    to.assign(std::make_move_iterator(from.begin() + offset(at)), std::make_move_iterator(from.end()));
    from.erase(from.begin() + offset(at), from.end());
}

} // namespace

void RowTree::Cursor::next_chunk() {
    row_ = 0;
    if (++at_ == root_->branches[branch_]->chunks.size()) {
        at_ = 0;
        if (++branch_ == root_->branches.size()) {
            *this = {};
            return;
        }
    }
    chunk_ = root_->branches[branch_]->chunks[at_].get();
}

// The last node whose first id is not after `id`, or the first.
std::size_t RowTree::slot(const std::vector<std::uint64_t>& firsts, std::uint64_t id) {
    const auto after = std::upper_bound(firsts.begin(), firsts.end(), id);
    return after == firsts.begin() ? 0 : static_cast<std::size_t>(after - firsts.begin() - 1);
}

const RowTree::RowRef* RowTree::find_ref(std::uint64_t id) const {
    if (!root_)
        return nullptr;
    const Branch& branch = *root_->branches[slot(root_->firsts, id)];
    const Chunk& chunk = *branch.chunks[slot(branch.firsts, id)];
    const auto at = std::lower_bound(chunk.ids.begin(), chunk.ids.end(), id);
    return at != chunk.ids.end() && *at == id ? &chunk.rows[static_cast<std::size_t>(at - chunk.ids.begin())] : nullptr;
}

void RowTree::put(std::uint64_t id, RowRef row) {
    if (!root_) {
        std::vector<RowRef> rows;
        rows.push_back(std::move(row));
        assign({id}, std::move(rows));
        return;
    }
    Root& root = own(root_);
    const std::size_t b = slot(root.firsts, id);
    Branch& branch = own(root.branches[b]);
    const std::size_t c = slot(branch.firsts, id);
    Chunk& chunk = own(branch.chunks[c]);
    const auto at = std::lower_bound(chunk.ids.begin(), chunk.ids.end(), id);
    const auto place = chunk.rows.begin() + (at - chunk.ids.begin());
    if (at != chunk.ids.end() && *at == id) {
        *place = std::move(row);
        return;
    }
    chunk.rows.insert(place, std::move(row));
    chunk.ids.insert(at, id);
    ++root.size;
    branch.firsts[c] = chunk.ids.front();
    if (chunk.ids.size() > chunk_limit)
        split_chunk(branch, c);
    root.firsts[b] = branch.firsts.front();
    if (branch.chunks.size() > branch_limit)
        split_branch(root, b);
}

bool RowTree::erase(std::uint64_t id) {
    if (!find(id))
        return false;
    Root& root = own(root_);
    const std::size_t b = slot(root.firsts, id);
    Branch& branch = own(root.branches[b]);
    const std::size_t c = slot(branch.firsts, id);
    Chunk& chunk = own(branch.chunks[c]);
    const auto at =
        static_cast<std::size_t>(std::lower_bound(chunk.ids.begin(), chunk.ids.end(), id) - chunk.ids.begin());
    erase_at(chunk.rows, at);
    erase_at(chunk.ids, at);
    --root.size;
    if (chunk.ids.empty()) {
        erase_at(branch.chunks, c);
        erase_at(branch.firsts, c);
    } else {
        branch.firsts[c] = chunk.ids.front();
    }
    if (branch.chunks.empty()) {
        erase_at(root.branches, b);
        erase_at(root.firsts, b);
    } else {
        root.firsts[b] = branch.firsts.front();
    }
    if (root.size == 0)
        root_.reset();
    return true;
}

void RowTree::assign(std::vector<std::uint64_t> ids, std::vector<RowRef> rows) {
    root_.reset();
    if (rows.empty())
        return;
    auto root = std::make_shared<Root>();
    root->size = rows.size();
    constexpr std::size_t fill = chunk_limit * 3 / 4;
    for (std::size_t at = 0; at < rows.size(); at += fill) {
        if (root->branches.empty() || root->branches.back()->chunks.size() >= branch_limit * 3 / 4) {
            root->branches.push_back(std::make_shared<Branch>());
            root->firsts.push_back(ids[at]);
        }
        auto chunk = std::make_shared<Chunk>();
        const std::size_t last = std::min(at + fill, rows.size());
        chunk->ids.assign(ids.begin() + offset(at), ids.begin() + offset(last));
        chunk->rows.assign(std::make_move_iterator(rows.begin() + offset(at)),
                           std::make_move_iterator(rows.begin() + offset(last)));
        root->branches.back()->firsts.push_back(ids[at]);
        root->branches.back()->chunks.push_back(std::move(chunk));
    }
    root_ = std::move(root);
}

void RowTree::diff(const RowTree& a, const RowTree& b, Equal equal, Visit visit, void* context) {
    if (a.root_ == b.root_)
        return;
    Cursor x = a.begin();
    Cursor y = b.begin();
    const Cursor end;
    while (x != end || y != end) {
        if (x != end && x.chunk_ == y.chunk_ && x.row_ == 0 && y.row_ == 0) {
            x.next_chunk();
            y.next_chunk();
            continue;
        }
        const bool take_x = x != end && (y == end || x.id() <= y.id());
        const bool take_y = y != end && (x == end || y.id() <= x.id());
        const void* before = take_x ? x.row() : nullptr;
        const void* after = take_y ? y.row() : nullptr;
        if (before != after && !(before && after && equal(before, after)) && !visit(context, before, after))
            return;
        if (take_x)
            x.next();
        if (take_y)
            y.next();
    }
}

void RowTree::split_chunk(Branch& branch, std::size_t c) {
    Chunk& left = *branch.chunks[c];
    auto right = std::make_shared<Chunk>();
    const std::size_t half = left.ids.size() / 2;
    move_tail(left.ids, half, right->ids);
    move_tail(left.rows, half, right->rows);
    branch.firsts.insert(branch.firsts.begin() + offset(c + 1), right->ids.front());
    branch.chunks.insert(branch.chunks.begin() + offset(c + 1), std::move(right));
}

void RowTree::split_branch(Root& root, std::size_t b) {
    Branch& left = *root.branches[b];
    auto right = std::make_shared<Branch>();
    const std::size_t half = left.chunks.size() / 2;
    move_tail(left.firsts, half, right->firsts);
    move_tail(left.chunks, half, right->chunks);
    root.firsts.insert(root.firsts.begin() + offset(b + 1), right->firsts.front());
    root.branches.insert(root.branches.begin() + offset(b + 1), std::move(right));
}

} // namespace riser
