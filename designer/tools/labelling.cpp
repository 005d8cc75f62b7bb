// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/labelling.h"

#include "solvers/planning/labels.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

std::string floor_label(const Design& design, FloorId floor) {
    const Floor* row = design.find(floor);
    return row ? row->label : std::string();
}

} // namespace

void name_outlet(const Design& design, FloorId floor, OutletWish& wish) {
    LabelMaker outlets(design, "outlet", "{floor}-{room}-{n:2}");
    for (const Outlet& outlet : design.outlets)
        outlets.take(outlet.label);
    LabelMaker jacks(design, "jack", "{outlet}-{n}");
    for (const Jack& jack : design.jacks)
        jacks.take(jack.label);
    const Room* room = design.find(room_at(design, floor, wish.place));
    const Body* body = room ? design.find(room->body) : nullptr;
    const Plane* plane = wish.jacks.empty() ? nullptr : design.find(wish.jacks.front().plane);
    const bool open = plane && plane->disclosure != Disclosure::secret;
    std::vector<LabelField> fields = place_fields(design, floor);
    fields.push_back({"room", room ? room_code(*room) : std::string()});
    fields.push_back({"plane", open ? plane->code : std::string()});
    fields.push_back({"body", body ? body->code : std::string()});
    wish.label = outlets.next(fields);
    fields.push_back({"outlet", wish.label});
    std::int32_t position = 0;
    for (JackWish& jack : wish.jacks) {
        const PointKind* kind = design.find(jack.kind);
        std::vector<LabelField> own = fields;
        own.push_back({"kind", kind ? kind->code : std::string()});
        own.push_back({"position", std::to_string(++position)});
        jack.label = jacks.next(own);
    }
}

std::string next_rack_label(const Design& design, FloorId floor) {
    LabelMaker labels(design, "rack", "{floor}-R{n:2}");
    for (const Rack& rack : design.racks)
        labels.take(rack.label);
    return labels.next(place_fields(design, floor));
}

std::string next_equipment_label(const Design& design, FloorId floor, EquipmentTypeId type) {
    LabelMaker labels(design, "equipment", "{floor}-{type}-{n:2}");
    for (const Equipment& device : design.equipment)
        labels.take(device.label);
    const EquipmentType* row = design.find(type);
    std::vector<LabelField> fields = place_fields(design, floor);
    fields.push_back({"type", row ? row->code : std::string()});
    return labels.next(fields);
}

std::string next_room_number(const Design& design, FloorId floor) {
    std::string stem = floor_label(design, floor);
    if (stem.ends_with('F'))
        stem.pop_back();
    std::int32_t last = 0;
    for (const Room& room : design.rooms)
        if (room.floor == floor && room.number.starts_with(stem))
            last = std::max(last, number_in(std::string_view(room.number).substr(stem.size()), 0));
    const std::string count = std::to_string(last + 1);
    return stem + (count.size() < 2 ? "0" : "") + count;
}

std::int32_t number_in(std::string_view text, std::int32_t otherwise) {
    std::int32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

} // namespace riser
