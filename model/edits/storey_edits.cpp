// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/storey_edits.h"

#include "model/edits/refusals.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

constexpr Millimetres lowest_storey = Millimetres(2'000);
constexpr Millimetres highest_storey = Millimetres(100'000);

// From the lowest.
std::vector<Floor> stack_of(const Design& design, BuildingId building) {
    std::vector<Floor> floors;
    for (const Floor& floor : design.floors)
        if (floor.building == building)
            floors.push_back(floor);
    std::sort(floors.begin(), floors.end(), [](const Floor& a, const Floor& b) {
        return std::tuple(a.elevation, a.order, a.id) < std::tuple(b.elevation, b.order, b.id);
    });
    return floors;
}

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

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "3F" + 1 = "4F", "B1" - 1 = "B2", "1F" - 1 = "B1"; nothing where a label is not of this kind.
std::optional<std::string> label_beside(const std::string& label, bool above) {
    int level = 0; // B1: 0, 1F: 1
    if (label.size() > 1 && label.back() == 'F' && number_in(std::string_view(label).substr(0, label.size() - 1)))
        level = *number_in(std::string_view(label).substr(0, label.size() - 1));
    else if (label.size() > 1 && label.front() == 'B' && number_in(std::string_view(label).substr(1)))
        level = 1 - *number_in(std::string_view(label).substr(1));
    else
        return std::nullopt;
    level += above ? 1 : -1;
    return level >= 1 ? std::to_string(level) + "F" : "B" + std::to_string(1 - level);
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
    std::vector<Floor> stack = stack_of(nested.design(), anchor.building);
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
    std::vector<Floor> stack = stack_of(edit.design(), found->building);
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
    std::vector<Floor> stack = stack_of(edit.design(), found->building);
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
    std::vector<Floor> stack = stack_of(edit.design(), found->building);
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

std::string next_floor_label(const Design& design, FloorId beside, bool above) {
    const Floor* floor = design.find(beside);
    if (!floor)
        return {};
    const auto taken = [&](const std::string& label) {
        return std::any_of(design.floors.begin(), design.floors.end(), [&](const Floor& other) {
            return other.building == floor->building && other.label == label;
        });
    };
    if (const std::optional<std::string> next = label_beside(floor->label, above); next && !taken(*next))
        return *next;
    for (int n = 1;; ++n)
        if (std::string label = floor->label + "-" + std::to_string(n); !taken(label))
            return label;
}

} // namespace riser
