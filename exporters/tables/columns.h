// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that several documents have, and small things their builders share.
#pragma once

#include "exporters/tables/names.h"
#include "exporters/tables/table.h"

#include <unordered_map>

namespace riser {

TableColumn text_column(std::string key, Text title, std::int32_t width = 0);
TableColumn centred_column(std::string key, Text title, std::int32_t width = 0);
TableColumn count_column(std::string key, Text title, TotalKind total = TotalKind::sum);
TableColumn length_column(std::string key, Text title, TotalKind total = TotalKind::none);
TableColumn floor_column();
TableColumn body_column();

// Position of each floor from the lowest.
std::unordered_map<FloorId, std::int32_t> floor_ranks(const Design& design);

// Jacks of each outlet by position, without those to be removed.
std::unordered_map<OutletId, std::vector<const Jack*>> jacks_by_outlet(const Design& design);

// "党委 A": its name and letter; empty when there is none.
Text body_name(const Body* body);
Text plane_name(const Design& design, const std::optional<PlaneId>& plane);

// What each point kind is called in narrow columns: its code, else its name.
Text kind_code(const Design& design, PointKindId kind);

} // namespace riser
