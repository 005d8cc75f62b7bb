// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows belong together: what a row stands in and serves (floor, room, body, plane, …), rows like it, and the
// whole way of a cable from jack to panel. What selecting by rule and "select the same …" ask.
#pragma once

#include "solvers/base/facts.h"

#include <unordered_map>
#include <vector>

namespace riser {

class Related {
  public:
    explicit Related(const Design& design) : design_(design) {}
    // The row, and what it refers to directly or through its outlet, room, space, rack, run's end or cable's end.
    std::vector<AnyId> of(AnyId id);

  private:
    const Design& design_;
    bool known_ = false;
    std::unordered_map<std::uint64_t, AnyId> ends_; // of cables: the jack, else whatever they end on
};

enum class Same { kind, type, room };
// Rows like the given ones: of their kinds on their floors; of the same type or kind of point, anywhere; in the same
// rooms. Sorted, with the given ones. O(rows of the kinds).
std::vector<AnyId> same_as(const Design& design, const std::vector<AnyId>& ids, Same what);
// Cables of outlets and jacks, cables through runs, and of those the runs, outlets, racks and panels. Sorted.
std::vector<AnyId> connected_to(const Facts& facts, const std::vector<AnyId>& ids);

} // namespace riser
