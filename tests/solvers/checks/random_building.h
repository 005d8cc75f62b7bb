// SPDX-License-Identifier: GPL-3.0-or-later
// A small building with cables that hang together, and random edits of it that people and merges might make: enough of
// everything that facts and rules read. Deterministic for a seed.
#pragma once

#include "model/design.h"

#include <random>

namespace riser::test {

Design random_building(std::uint64_t seed, int floors, int rooms_a_floor);

class BuildingEdits {
  public:
    explicit BuildingEdits(std::uint64_t seed) : random_(seed), ids_(seed * 77 + 1) {}
    // One edit: moved, relabelled, re-routed, removed, restored, retyped, any field given another row's value, undone.
    void operator()(Design& design);

  private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
    template<class Row> const Row* any(const Table<Row>& table);
    template<class Row, class Change> void change(Table<Row>& table, Change change);
    void move_something(Design& design);
    void rename_something(Design& design);
    void change_cabling(Design& design);
    void add_something(Design& design);
    void remove_or_restore(Design& design);
    void copy_a_field(Design& design);

    std::mt19937_64 random_;
    IdSource ids_;
    std::vector<std::pair<Kind, std::shared_ptr<void>>> removed_;
    std::vector<Design> past_;
};

} // namespace riser::test
