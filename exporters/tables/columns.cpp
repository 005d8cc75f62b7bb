// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"

#include <algorithm>

namespace riser {

TableColumn text_column(std::string key, Text title, std::int32_t width) {
    return {.key = std::move(key), .title = std::move(title), .unit = {}, .width = width};
}

TableColumn centred_column(std::string key, Text title, std::int32_t width) {
    return {
        .key = std::move(key), .title = std::move(title), .unit = {}, .alignment = Alignment::centre, .width = width};
}

TableColumn count_column(std::string key, Text title, TotalKind total) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::whole,
            .unit = {},
            .decimals = 0,
            .total = total};
}

TableColumn length_column(std::string key, Text title, TotalKind total) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::length,
            .unit = same_text("m"),
            .total = total};
}

TableColumn floor_column() { return centred_column("floor", {"楼层", "Floor"}); }
TableColumn body_column() { return text_column("body", {"使用单位", "Body"}); }

std::unordered_map<FloorId, std::int32_t> floor_ranks(const Design& design) {
    std::unordered_map<FloorId, std::int32_t> ranks;
    for (const FloorId floor : floors_in_order(design))
        ranks.emplace(floor, static_cast<std::int32_t>(ranks.size()));
    return ranks;
}

std::unordered_map<OutletId, std::vector<const Jack*>> jacks_by_outlet(const Design& design) {
    std::unordered_map<OutletId, std::vector<const Jack*>> out;
    for (const Jack& jack : design.jacks)
        if (jack.status != Status::remove)
            out[jack.outlet].push_back(&jack);
    for (auto& [outlet, jacks] : out)
        std::sort(jacks.begin(), jacks.end(), [](const Jack* a, const Jack* b) {
            return a->position != b->position ? a->position < b->position : a->id < b->id;
        });
    return out;
}

Text body_name(const Body* body) {
    if (!body)
        return {};
    const std::string letter = body->letter.empty() ? "" : ' ' + body->letter;
    return {body->name.in(Language::zh) + letter, body->name.in(Language::en) + letter};
}

Text plane_name(const Design& design, const std::optional<PlaneId>& plane) {
    const Plane* row = design.find(plane);
    return row ? name_of(design, row->id) : Text();
}

Text kind_code(const Design& design, PointKindId kind) {
    const PointKind* row = design.find(kind);
    if (!row)
        return {"未定", "unset"};
    return row->code.empty() ? name_of(design, kind) : same_text(row->code);
}

} // namespace riser
