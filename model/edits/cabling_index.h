// SPDX-License-Identifier: GPL-3.0-or-later
// Which jacks an outlet has, what is terminated on a row and where a cable ends: asked at every drag of an outlet and
// every deletion, where reading 60,000 rows would be felt. Built once in O(rows), then it follows a design by what its
// tables do not share with the last one. Never part of a design, and never wrong of the one it followed last. One
// thread at a time.
#pragma once

#include "model/design.h"

#include <unordered_map>
#include <vector>

namespace riser {

class CablingIndex {
  public:
    void follow(const Design& design);
    // Sorted. O(their number).
    std::vector<JackId> jacks_of(OutletId outlet) const;
    std::vector<TerminationId> terminations_on(AnyId row) const;
    std::vector<TerminationId> terminations_of(CableId cable) const;

  private:
    Table<Jack> jacks_; // as last followed
    Table<Termination> terminations_;
    std::unordered_multimap<OutletId, JackId> of_outlets_;
    std::unordered_multimap<CableId, TerminationId> of_cables_;
    std::unordered_multimap<std::uint64_t, TerminationId>
        on_rows_; // by the row's value; its kind is looked at when asked
};

} // namespace riser
