// SPDX-License-Identifier: GPL-3.0-or-later
// Which cable of the catalogue goes to a jack: of its category and screen, four pairs for copper, the fewest cores for
// fibre; the lowest code, then id, among equals. A type whose bill item measures "cord" (or "cord:…") is a cord, and
// goes to no jack.
#pragma once

#include "model/design.h"
#include "solvers/base/link_tables.h"

#include <map>

namespace riser {

class CableTypes {
  public:
    explicit CableTypes(const Design& design);
    const CableType* for_jack(const Jack& jack) const; // nothing when the catalogue has none
    // The cord of that category, and for copper of that screen; else of the screen "none"; nothing when there is none.
    const CableType* cord(Category category, Screen screen) const;
    // Micrometres; a usual one when the catalogue has none.
    std::int32_t diameter(const Jack& jack) const;

  private:
    using Types = std::map<std::pair<Category, Screen>, const CableType*>;
    Types types_;
    Types cords_;
};

} // namespace riser
