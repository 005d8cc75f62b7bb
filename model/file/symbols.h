// SPDX-License-Identifier: GPL-3.0-or-later
// The names that stand for ids in a brief ("#party"), and the ids of rows that have neither.
#pragma once

#include "model/kinds.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

class Symbols {
  public:
    // "#" and letters, digits, "-", "_", "." or any character beyond ASCII.
    static bool is_name(std::string_view text);

    // The id that a definition of "#name" stands for. Defining a name of a kind again changes nothing.
    AnyId define(Kind kind, std::string_view name);

    enum class Fault { none, undefined, ambiguous };
    struct Found {
        AnyId id;
        Fault fault = Fault::none;
    };
    // "#name" where a row of `kind` is expected; without a kind also "zone#name", and "#name" when one kind has it.
    Found resolve(std::string_view text, std::optional<Kind> kind) const;
    // Whether the text is a reference by name at all.
    static bool names(std::string_view text) { return text.find('#') != std::string_view::npos; }

    // The id of a row without one, from what it says.
    AnyId derive(Kind kind, const std::string& content);

  private:
    std::map<std::string, std::vector<Kind>, std::less<>> kinds_;
    std::map<std::string, int> repeats_;
};

} // namespace riser
