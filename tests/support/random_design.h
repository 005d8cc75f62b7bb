// SPDX-License-Identifier: GPL-3.0-or-later
// Designs filled at random from the field table: every field of every entity, with the texts, numbers and shapes that
// readers and writers stumble over. References are mostly valid, some dangle, as a half-done design may. Deterministic.
#pragma once

#include "model/design.h"

#include <cstdint>
#include <random>

namespace riser {

// `rows_per_table` rows in every table but the project's and the brief's, which have their one row (when it is not 0).
Design random_design(std::uint64_t seed, std::size_t rows_per_table);

// Adds, changes or removes up to `rows` rows at random.
void change_at_random(Design& design, std::mt19937_64& random, std::size_t rows);

} // namespace riser
