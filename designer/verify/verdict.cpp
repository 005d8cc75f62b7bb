// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/verdict.h"

#include "model/fields/table_access.h"

#include <array>

namespace riser::verify {

std::string_view key_of(Ground ground) {
    constexpr std::array<std::string_view, 19> keys{
        "other-design", "missing-list",     "unknown-list",  "not-used",       "not-listed",
        "unsorted",     "wrongly-withheld", "missing-claim", "unknown-claim",  "shared",
        "meets",        "says-otherwise",   "not-closed",    "no-such-denial", "withheld",
        "not-through",  "reached",          "broken",        "not-outlived"};
    return keys[static_cast<std::size_t>(ground)];
}

namespace {

// The floor on which a row stands, by itself or by what it stands in.
std::optional<FloorId> floor_of(const Design& design, AnyId row) {
    const auto of_space = [&](const std::optional<SpaceId>& id) -> std::optional<FloorId> {
        const Space* space = design.find(id);
        const Room* room = space ? design.find(space->room) : nullptr;
        return room ? std::optional(room->floor) : std::nullopt;
    };
    switch (row.kind) {
    case Kind::equipment:
        if (const Equipment* found = design.find(EquipmentId{row.value}))
            return found->space ? of_space(found->space) : found->floor;
        break;
    case Kind::panels:
        if (const Panel* found = design.find(PanelId{row.value}))
            return found->space ? of_space(found->space) : found->floor;
        break;
    case Kind::racks:
        if (const Rack* found = design.find(RackId{row.value}))
            return of_space(found->space);
        break;
    case Kind::spaces:
        return of_space(SpaceId{row.value});
    case Kind::rooms:
        if (const Room* found = design.find(RoomId{row.value}))
            return found->floor;
        break;
    case Kind::outlets:
        if (const Outlet* found = design.find(OutletId{row.value}))
            return found->floor;
        break;
    case Kind::jacks:
        if (const Jack* found = design.find(JackId{row.value}))
            return floor_of(design, found->outlet);
        break;
    case Kind::pathway_runs:
        if (const PathwayRun* found = design.find(PathwayRunId{row.value}))
            if (const PathwayNode* node = design.find(found->from))
                return node->floor;
        break;
    case Kind::cables:
        if (const Cable* found = design.find(CableId{row.value}); found && !found->route.empty())
            return floor_of(design, found->route.back().run);
        break;
    default:
        break;
    }
    return std::nullopt;
}

std::string label_of_row(const Design& design, AnyId row) {
    const TableAccess& table = table_access(row.kind);
    const void* found = design.rows(row.kind).find(row.value);
    for (const std::string_view key : {"label", "number", "code", "name"})
        if (const Field* field = found ? table.record->find(key) : nullptr) {
            if (field->type == FieldType::bilingual) {
                if (const Text& text = *field->bilingual(found); !text.empty())
                    return text.in(Language::zh);
            } else if (field->type == FieldType::text) {
                std::string text;
                field->write(found, text);
                if (!text.empty())
                    return text;
            }
        }
    return {};
}

} // namespace

Text called(const Design& design, AnyId row) {
    const Label& kind = table_access(row.kind).record->label;
    const std::string label = label_of_row(design, row);
    const std::string name = (label.empty() ? "" : label + " ") + "[" + riser::to_string(row) + "]";
    Text out{std::string(kind.zh) + " " + name, std::string(kind.en) + " " + name};
    if (const std::optional<FloorId> id = floor_of(design, row))
        if (const Floor* floor = design.find(*id))
            out = {out.zh + "（" + floor->label + "）", out.en + " (" + floor->label + ")"};
    return out;
}

} // namespace riser::verify
