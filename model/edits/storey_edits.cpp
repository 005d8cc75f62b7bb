// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/storey_edits.h"

#include "model/edits/refusals.h"

#include <algorithm>

namespace riser {

namespace {

constexpr Millimetres lowest_storey = Millimetres(2'000);
constexpr Millimetres highest_storey = Millimetres(100'000);

std::size_t place_of(const std::vector<Floor>& stack, FloorId floor) {
    return static_cast<std::size_t>(
        std::find_if(stack.begin(), stack.end(), [&](const Floor& row) { return row.id == floor; }) - stack.begin());
}

bool touch(const Floor& lower, const Floor& upper) { return lower.elevation + lower.storey_height == upper.elevation; }

// Rows that differ go into the design, in the order of the stack.
void put_stack(Edit& edit, std::vector<Floor> stack) {
    for (std::size_t i = 0; i < stack.size(); ++i) {
        stack[i].order = static_cast<std::int32_t>(i);
        if (const Floor* now = edit.design().find(stack[i].id); !now || !(*now == stack[i]))
            edit.put(stack[i]);
    }
}

Error meets(const Floor& other) {
    return refused({"会与楼层 " + other.label + " 相碰", "it would meet floor " + other.label},
                   {"先改那一层", "change that floor first"});
}

} // namespace

Result<FloorId> insert_floor(Edit& edit, FloorId beside, bool above, FloorWish wish, std::optional<FloorId> contents) {
    const Floor* found = edit.design().find(beside);
    if (!found)
        return missing_row(beside);
    const Floor anchor = *found;
    if (wish.storey_height < lowest_storey || wish.storey_height > highest_storey)
        return bad_value({"层高应在 2 m 与 100 m 之间", "a storey is between 2 m and 100 m high"},
                         {"如 4000", "give one such as 4000"});
    Edit nested = edit.nested(edit.name());
    std::vector<Floor> stack = floors_of(nested.design(), anchor.building);
    const std::size_t at = place_of(stack, beside) + (above ? 1 : 0); // the new one stands before stack[at]
    const Millimetres height = wish.storey_height;
    if (at < stack.size() && stack[at].elevation.value <= 0) {
        // Below ground: what lies under it goes down.
        wish.elevation = stack[at].elevation - height;
        const Millimetres in_the_way = at > 0 ? stack[at - 1].elevation + stack[at - 1].storey_height : *wish.elevation;
        for (std::size_t i = 0; i < at && in_the_way > *wish.elevation; ++i)
            stack[i].elevation = stack[i].elevation - (in_the_way - *wish.elevation);
    } else {
        wish.elevation = at > 0 ? stack[at - 1].elevation + stack[at - 1].storey_height : Millimetres(0);
        const Millimetres top = *wish.elevation + height;
        const Millimetres up =
            at < stack.size() && stack[at].elevation < top ? top - stack[at].elevation : Millimetres(0);
        for (std::size_t i = at; i < stack.size(); ++i)
            stack[i].elevation = stack[i].elevation + up;
    }
    put_stack(nested, std::move(stack));
    Result<FloorId> added =
        contents ? copy_floor(nested, *contents, std::move(wish)) : add_floor(nested, anchor.building, std::move(wish));
    if (added)
        edit.take(std::move(nested));
    return added;
}

Result<void> move_floor(Edit& edit, FloorId floor, bool up) {
    const Floor* found = edit.design().find(floor);
    if (!found)
        return missing_row(floor);
    std::vector<Floor> stack = floors_of(edit.design(), found->building);
    const std::size_t at = place_of(stack, floor);
    if (up ? at + 1 >= stack.size() : at == 0)
        return refused({"楼层 " + found->label + (up ? " 已在最上" : " 已在最下"),
                        "floor " + found->label + (up ? " is the top one already" : " is the lowest one already")},
                       {"选另一层", "choose another floor"});
    Floor& lower = stack[up ? at : at - 1];
    Floor& upper = stack[up ? at + 1 : at];
    const Millimetres bottom = lower.elevation, top = upper.elevation + upper.storey_height;
    if (top - lower.storey_height <= bottom)
        return meets(upper);
    upper.elevation = bottom;
    lower.elevation = top - lower.storey_height;
    std::swap(lower, upper);
    put_stack(edit, std::move(stack));
    return {};
}

Result<void> set_storey_height(Edit& edit, FloorId floor, Millimetres height) {
    const Floor* found = edit.design().find(floor);
    if (!found)
        return missing_row(floor);
    if (height < lowest_storey || height > highest_storey)
        return bad_value({"层高应在 2 m 与 100 m 之间", "a storey is between 2 m and 100 m high"},
                         {"如 4000", "give one such as 4000"});
    std::vector<Floor> stack = floors_of(edit.design(), found->building);
    const std::size_t at = place_of(stack, floor);
    const Millimetres more = height - stack[at].storey_height;
    const bool below_ground = at + 1 < stack.size() && stack[at + 1].elevation.value <= 0;
    stack[at].storey_height = height;
    if (below_ground)
        for (std::size_t i = 0; i <= at; ++i)
            stack[i].elevation = stack[i].elevation - more;
    else
        for (std::size_t i = at + 1; i < stack.size(); ++i)
            stack[i].elevation = stack[i].elevation + more;
    put_stack(edit, std::move(stack));
    return {};
}

Result<void> set_floor_elevation(Edit& edit, FloorId floor, Millimetres elevation) {
    const Floor* found = edit.design().find(floor);
    if (!found)
        return missing_row(floor);
    std::vector<Floor> stack = floors_of(edit.design(), found->building);
    const std::size_t at = place_of(stack, floor);
    const Millimetres up = elevation - stack[at].elevation;
    if (at > 0) {
        Floor& lower = stack[at - 1];
        if (touch(lower, stack[at]))
            lower.storey_height = lower.storey_height + up;
        if (elevation < lower.elevation + std::max(lower.storey_height, lowest_storey))
            return meets(stack[at - 1]);
    }
    if (at + 1 < stack.size()) {
        const Floor& upper = stack[at + 1];
        if (touch(stack[at], upper))
            stack[at].storey_height = stack[at].storey_height - up;
        if (elevation + std::max(stack[at].storey_height, lowest_storey) > upper.elevation)
            return meets(upper);
    }
    stack[at].elevation = elevation;
    put_stack(edit, std::move(stack));
    return {};
}

} // namespace riser
