// SPDX-License-Identifier: GPL-3.0-or-later
// The engine behind Facts: one cell a fact, with its value, what it read, and who computes it now. Type-erased, so that
// the locking stands in one source. Nothing outside solvers/base needs this header but through facts.h.
#pragma once

#include "model/edits/change_set.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace riser {

class FactInput;

struct FactEffort {
    std::size_t computed = 0;
    std::size_t updated = 0;
    std::size_t reused = 0;  // nothing it read had changed
    std::size_t stopped = 0; // computed or updated to an equal value
};

namespace detail {

using FactValue = std::shared_ptr<const void>;

struct FactType {
    FactValue (*compute)(FactInput&, const void* argument) = nullptr;
    // Null result: as it was. Null function: the fact knows no update.
    FactValue (*update)(const void* previous, const ChangeSet&, FactInput&, const void* argument) = nullptr;
    bool (*equal)(const void* a, const void* b) = nullptr;
    std::size_t (*hash)(const void* argument) = nullptr; // null: no argument
    bool (*same_argument)(const void* a, const void* b) = nullptr;
};

struct FactKey {
    const FactType* type = nullptr;
    std::shared_ptr<const void> argument;
    bool operator==(const FactKey& other) const {
        return type == other.type && (!type->hash || type->same_argument(argument.get(), other.argument.get()));
    }
};
struct FactKeyHash {
    std::size_t operator()(const FactKey& key) const {
        const std::size_t h = std::hash<const void*>{}(key.type);
        return key.type->hash ? h * 1099511628211u + key.type->hash(key.argument.get()) : h;
    }
};

constexpr std::size_t kind_words = (kind_count + 63) / 64;
struct AtomicKinds {
    std::array<std::atomic<std::uint64_t>, kind_words> words{};
    void add(Kind kind) {
        const auto k = static_cast<std::size_t>(kind);
        words[k / 64].fetch_or(std::uint64_t{1} << (k % 64), std::memory_order_relaxed);
    }
};
struct Kinds {
    std::array<std::uint64_t, kind_words> words{};
    bool has(Kind kind) const {
        const auto k = static_cast<std::size_t>(kind);
        return words[k / 64] >> (k % 64) & 1;
    }
};

struct FactRead {
    FactKey key;
    FactValue value;
};

// A value and what it was made from.
struct KnownFact {
    FactValue value;
    Kinds tables;
    std::vector<FactRead> facts; // in the order of reading
    std::shared_ptr<const Design> as_of;
    int idle = 0; // snapshots since it was last asked for
};

enum class CellState { unknown, computing, ready };

struct FactCell {
    FactKey key;
    CellState state = CellState::unknown;
    KnownFact known;             // when ready; before that what an earlier snapshot knew, if it has a value
    std::vector<FactCell*> asks; // while computing: cells it waits for or computes itself
};

class FactCells {
  public:
    explicit FactCells(Design design) : design_(std::make_shared<const Design>(std::move(design))) {}
    const Design& design() const { return *design_; }
    FactEffort effort() const;
    std::shared_ptr<FactCells> advance(Design next) const;
    // The value, computing it or waiting for who computes it. `asker` is the cell whose computation asks, if any.
    const void* get(const FactKey& key, FactCell* asker);
    // The same, owning.
    FactValue share(const FactKey& key, FactCell* asker);

  private:
    void settle(FactCell& cell);
    bool holds(const KnownFact& known, FactCell& cell);
    void make(FactCell& cell);
    static bool reaches(const FactCell& from, const FactCell& to);

    std::shared_ptr<const Design> design_;
    mutable std::mutex mutex_;
    std::condition_variable settled_;
    std::unordered_map<FactKey, std::unique_ptr<FactCell>, FactKeyHash> cells_;
    FactEffort effort_;
};

} // namespace detail
} // namespace riser
