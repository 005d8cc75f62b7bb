// SPDX-License-Identifier: GPL-3.0-or-later
// Labels for copies: the wish when nobody bears it and it never was retired, else the next number behind its stem. And
// how a label reads on another floor.
#pragma once

#include "model/design.h"

#include <string>
#include <unordered_set>

namespace riser {

class FreshLabels {
  public:
    // Reads the labels (of rooms: numbers) of a kind once: O(rows).
    FreshLabels(const Design& design, Kind kind);
    // "3F-A-024" when it is free, else "3F-A-025", …; "lobby" becomes "lobby-2". What was handed out is taken. An empty
    // wish stays empty.
    std::string take(std::string wanted);

  private:
    std::unordered_set<std::string> taken_;
};

// "3F-A-024" -> "5F-A-024", "301" -> "501": only where the text begins with the floor's label, or with its number and
// two more digits.
std::string label_on_floor(const std::string& text, const std::string& from, const std::string& to);

} // namespace riser
