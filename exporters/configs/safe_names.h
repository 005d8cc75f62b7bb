// SPDX-License-Identifier: GPL-3.0-or-later
// Names that every device takes: letters, digits, '-', '_' and '.', a letter first where one must be, no longer than
// the strictest dialect allows, never twice (case ignored). Where a label had to be changed or stands twice, the row's
// id follows, so that it can be found again.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace riser {

enum class FirstCharacter { letter, letter_or_digit };

class SafeNames {
  public:
    // `otherwise` begins names of which nothing is left: "VLAN-7k3qx9m2pv".
    SafeNames(std::size_t longest, std::string otherwise, FirstCharacter first = FirstCharacter::letter)
        : longest_(longest), otherwise_(std::move(otherwise)), first_(first) {}
    std::string name(std::string_view label, std::uint64_t id);

  private:
    std::size_t longest_;
    std::string otherwise_;
    FirstCharacter first_;
    std::set<std::string> taken_;
};

// One line of printable ASCII that no command line takes for something else; single spaces, inside only.
std::string safe_description(std::string_view text, std::size_t longest = 80);

// On one line, for comments: control characters become spaces, ends are trimmed.
std::string one_line(std::string_view text);

} // namespace riser
