// SPDX-License-Identifier: GPL-3.0-or-later
// What is a room for, by the name a drawing gives it? A table of words in Chinese, English and German, built in, to
// which a design's RoomUseName rows are added. The longest word found in the name wins, a row of the design before a
// built-in one of the same length; among equals the one that stands last, since the head of a Chinese or English
// compound does (办公楼电梯厅, staff kitchen). Latin words match whole words, other scripts anywhere.
#pragma once

#include "model/building.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

struct Design;

class RoomNames {
  public:
    RoomNames(); // the built-in table
    explicit RoomNames(const Design& design);

    void add(std::string_view word, RoomUse use);
    // O(words in the table); nothing when no word of the table stands in the name.
    std::optional<RoomUse> use_of(std::string_view name) const;

  private:
    struct Entry {
        std::string word; // folded
        RoomUse use;
        bool built_in;
    };
    std::vector<Entry> entries_;
};

} // namespace riser
