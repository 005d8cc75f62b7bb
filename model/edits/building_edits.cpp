// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/building_edits.h"

#include "model/edits/cascade.h"
#include "model/edits/refusals.h"

#include <algorithm>

namespace riser {

std::vector<Floor> floors_of(const Design& design, BuildingId building) {
    std::vector<Floor> floors;
    for (const Floor& floor : design.floors)
        if (floor.building == building)
            floors.push_back(floor);
    std::sort(floors.begin(), floors.end(), [](const Floor& a, const Floor& b) {
        return std::tuple(a.elevation, a.order, a.id) < std::tuple(b.elevation, b.order, b.id);
    });
    return floors;
}

std::optional<Text> outline_fault(const Polygon& outline) {
    const auto out_of_bounds = [](Point p) {
        return std::abs(std::int64_t{p.x}) > max_coordinate || std::abs(std::int64_t{p.y}) > max_coordinate;
    };
    if (std::any_of(outline.outer.begin(), outline.outer.end(), out_of_bounds))
        return Text{"轮廓超出坐标范围", "the outline lies beyond the coordinates that a building has"};
    if (!is_simple(outline.outer))
        return Text{"轮廓自相交或没有面积", "the outline crosses itself or has no area"};
    for (const Ring& hole : outline.holes) {
        if (!is_simple(hole))
            return Text{"孔洞自相交或没有面积", "a hole crosses itself or has no area"};
        if (!std::all_of(hole.begin(), hole.end(), [&](Point p) { return contains({outline.outer, {}}, p); }))
            return Text{"孔洞在轮廓之外", "a hole lies outside the outline"};
    }
    return std::nullopt;
}

Result<FloorId> add_floor(Edit& edit, BuildingId building, FloorWish wish) {
    if (!edit.design().find(building))
        return missing_row(building);
    if (wish.label.empty())
        return bad_value({"楼层没有编号", "the floor has no label"}, {"如 3F、B1", "give one such as 3F or B1"});
    std::vector<Floor> floors = floors_of(edit.design(), building);
    Floor floor;
    floor.building = building;
    floor.label = std::move(wish.label);
    floor.name = std::move(wish.name);
    floor.storey_height = wish.storey_height;
    if (wish.elevation)
        floor.elevation = *wish.elevation;
    else if (!floors.empty())
        floor.elevation = floors.back().elevation + floors.back().storey_height;
    for (const Floor& other : floors) {
        if (other.label == floor.label)
            return conflicting(
                {"该建筑已有楼层 " + floor.label, "the building has a floor " + floor.label + " already"},
                {"换一个编号", "choose another label"});
        if (other.elevation == floor.elevation)
            return conflicting({"标高处已有楼层 " + other.label, "floor " + other.label + " lies at that elevation"},
                               {"换一个标高", "choose another elevation"});
    }
    floors.insert(std::find_if(floors.begin(), floors.end(),
                               [&](const Floor& other) { return other.elevation > floor.elevation; }),
                  floor);
    FloorId added;
    for (std::size_t i = 0; i < floors.size(); ++i) {
        const bool is_new = !floors[i].id;
        if (!is_new && floors[i].order == static_cast<std::int32_t>(i))
            continue;
        floors[i].order = static_cast<std::int32_t>(i);
        const FloorId id = edit.put(floors[i]);
        if (is_new)
            added = id;
    }
    return added;
}

Result<void> delete_floor(Edit& edit, FloorId floor) { return delete_row(edit, floor); }

Result<RoomId> add_room(Edit& edit, FloorId floor, RoomWish wish) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    if (wish.body && !edit.design().find(wish.body))
        return missing_row(*wish.body);
    if (std::optional<Text> fault = outline_fault(wish.outline))
        return bad_value(std::move(*fault), {"沿墙重新画一圈", "draw it again along the walls"});
    Room room;
    room.floor = floor;
    room.number = std::move(wish.number);
    room.name = std::move(wish.name);
    room.use = wish.use;
    room.body = wish.body;
    room.outline = normalised(std::move(wish.outline));
    return edit.put(std::move(room));
}

Result<void> delete_room(Edit& edit, RoomId room) { return delete_row(edit, room); }

} // namespace riser
