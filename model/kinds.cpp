// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kinds.h"

#include <array>

namespace riser {

namespace {

struct KindNames {
    std::string_view table;
    std::string_view prefix;
    std::string_view element;
};
constexpr std::array<KindNames, kind_count> names{{
#define RISER_NAMES(Type, table, prefix, element) {#table, prefix, element},
    RISER_TABLES(RISER_NAMES)
#undef RISER_NAMES
}};
// A wrong prefix would make two kinds one: checked when compiled.
constexpr bool prefixes_differ() {
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i].prefix == names[j].prefix || names[i].element == names[j].element)
                return false;
    return true;
}
static_assert(prefixes_differ());

std::optional<Kind> find(std::string_view name, std::string_view KindNames::*column) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].*column == name)
            return static_cast<Kind>(i);
    return std::nullopt;
}

constexpr std::array<std::int16_t, 1024> kind_by_prefix = [] {
    std::array<std::int16_t, 1024> out{};
    out.fill(-1);
    for (std::size_t i = 0; i < names.size(); ++i)
        out[static_cast<std::size_t>((names[i].prefix[0] - 'a') * 32 + (names[i].prefix[1] - 'a'))] =
            static_cast<std::int16_t>(i);
    return out;
}();

} // namespace

std::string_view id_prefix(Kind kind) { return names[static_cast<std::size_t>(kind)].prefix; }
std::string_view table_name(Kind kind) { return names[static_cast<std::size_t>(kind)].table; }
std::string_view element_name(Kind kind) { return names[static_cast<std::size_t>(kind)].element; }

std::optional<Kind> kind_of_prefix(std::string_view prefix) {
    if (prefix.size() != 2 || prefix[0] < 'a' || prefix[0] > 'z' || prefix[1] < 'a' || prefix[1] > 'z')
        return std::nullopt;
    const int kind = kind_by_prefix[static_cast<std::size_t>((prefix[0] - 'a') * 32 + (prefix[1] - 'a'))];
    return kind < 0 ? std::nullopt : std::optional(static_cast<Kind>(kind));
}

std::optional<Kind> kind_of_element(std::string_view element) { return find(element, &KindNames::element); }

std::string to_string(AnyId id) {
    std::string out(id_prefix(id.kind));
    out += '-';
    return out += id_digits(id.value);
}

std::optional<AnyId> parse_any_id(std::string_view text) {
    if (text.size() != 13 || text[2] != '-')
        return std::nullopt;
    const std::optional<Kind> kind = kind_of_prefix(text.substr(0, 2));
    AnyId id;
    if (!kind || !parse_id_digits(text.substr(3), id.value))
        return std::nullopt;
    id.kind = *kind;
    return id;
}

} // namespace riser
