// SPDX-License-Identifier: GPL-3.0-or-later
// How what tools place is called: by the project's label templates, as planned rows are.
#pragma once

#include "model/edits/cabling_edits.h"

#include <optional>
#include <string>
#include <string_view>

namespace riser {

// Labels of the outlet and its jacks, for the place where it will stand.
void name_outlet(const Design& design, FloorId floor, OutletWish& wish);
std::string next_rack_label(const Design& design, FloorId floor);
std::string next_equipment_label(const Design& design, FloorId floor, EquipmentTypeId type);
// "305" on 3F after 304; "B103" on B1.
std::string next_room_number(const Design& design, FloorId floor);

// "pl-…" as an id of that kind, nothing when it is another's or none.
template<class Row> std::optional<Id<Row>> row_named(std::string_view text) {
    const std::optional<AnyId> id = parse_any_id(text);
    return id && id->kind == kind_of<Row> ? std::optional(Id<Row>{id->value}) : std::nullopt;
}

// The whole number in a text, or `otherwise`.
std::int32_t number_in(std::string_view text, std::int32_t otherwise);

} // namespace riser
