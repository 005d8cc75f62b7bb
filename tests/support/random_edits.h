// SPDX-License-Identifier: GPL-3.0-or-later
// One random change of a design through the field table: a row added, removed, or one of its fields given a value that
// another random row has. Any kind, any field. Deterministic for one generator.
#pragma once

#include "model/edits/edit.h"

#include <functional>
#include <random>

namespace riser {

class RandomEdits {
  public:
    // Rows and values come from a design made at random with `rows` rows a table.
    RandomEdits(std::uint64_t seed, std::size_t rows = 6);

    void operator()(Edit& edit);
    // The same, but only on rows and fields for which `mine(kind, id, field index)` holds; an added or removed row
    // counts as its every field (index 0 is asked).
    template<class Mine> void operator()(Edit& edit, Mine mine) {
        filter_ = mine;
        (*this)(edit);
        filter_ = nullptr;
    }
    std::mt19937_64& engine() { return engine_; }

  private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }
    std::mt19937_64 engine_;
    Design donor_;
    std::function<bool(Kind, std::uint64_t, std::size_t)> filter_;
};

} // namespace riser
