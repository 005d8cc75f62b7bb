// SPDX-License-Identifier: GPL-3.0-or-later
// Typed ids of rows: 50 random bits, written as the kind's prefix and ten base-32 characters ("rm-7k3qx9m2pv"), unique
// across branches that two engineers merge. The source is injectable, so tests and examples are deterministic; ids
// of planned rows derive from (planner, subject key), so that planning again finds its rows again.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>

namespace riser {

constexpr std::uint64_t id_mask = (std::uint64_t{1} << 50) - 1;

// A reference to a row of type `Row`. 0 refers to nothing and stands in no file.
template<class Row> struct Id {
    std::uint64_t value = 0;
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

// The ten base-32 characters (Crockford's alphabet, lower case) of an id.
std::string id_digits(std::uint64_t value);
// False when the text is not ten such characters or is all zero.
bool parse_id_digits(std::string_view text, std::uint64_t& value);
// 50 bits, never 0, from a planner's name and the key of what it plans for (FNV-1a, mixed).
std::uint64_t derived_id_value(std::string_view planner, std::string_view subject_key);

template<class Row> Id<Row> derived_id(std::string_view planner, std::string_view subject_key) {
    return {derived_id_value(planner, subject_key)};
}

class IdSource {
  public:
    explicit IdSource(std::uint64_t seed) : engine_(seed) {}
    // Seeded by the operating system.
    static IdSource random();

    template<class Row> Id<Row> next() { return {next_value()}; }
    std::uint64_t next_value();

  private:
    std::mt19937_64 engine_;
};

} // namespace riser

template<class Row> struct std::hash<riser::Id<Row>> {
    std::size_t operator()(riser::Id<Row> id) const noexcept { return std::hash<std::uint64_t>{}(id.value); }
};
