// SPDX-License-Identifier: GPL-3.0-or-later
// Random choices that are the same on every machine: the engine is standard, the distributions are ours.
#pragma once

#include <cstdint>
#include <random>
#include <span>

namespace riser {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    // Inclusive at both ends.
    std::int32_t between(std::int32_t low, std::int32_t high) {
        return low + static_cast<std::int32_t>(engine_() % (static_cast<std::uint64_t>(high - low) + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template<class List> const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(engine_() % std::size(list))];
    }
    std::uint64_t bits() { return engine_(); }

  private:
    std::mt19937_64 engine_;
};

} // namespace riser
