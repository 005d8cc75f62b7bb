// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/layout.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

Slot slot_of(const Field& field, std::size_t index, Slot::Holds holds, std::string_view suffix) {
    Slot slot;
    slot.field = &field;
    slot.field_index = static_cast<std::uint8_t>(index);
    slot.holds = holds;
    const FieldType type = field.type;
    slot.may_be_blank =
        !field.optional && (is_reference(type) || type == FieldType::date || type == FieldType::address ||
                            type == FieldType::prefix || type == FieldType::vlan_number);
    slot.ranged = field.number != nullptr && (field.low != INT64_MIN || field.high != INT64_MAX);
    (((slot.opening = ' ') += field.key) += suffix) += "=\"";
    return slot;
}

Layout layout_of(std::string_view element, const Record& record) {
    Layout layout;
    layout.element = element;
    layout.record = &record;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const Field& field = record.fields[i];
        if (!field.optional && field.type != FieldType::parts)
            layout.needed |= std::uint64_t{1} << i;
        if (field.type == FieldType::parts) {
            layout.parts.push_back({&field, layout_of(field.part->element, *field.part)});
        } else if (field.type == FieldType::bilingual) {
            layout.slots.push_back(slot_of(field, i, Slot::Holds::zh, ".zh"));
            layout.slots.push_back(slot_of(field, i, Slot::Holds::en, ".en"));
        } else {
            layout.slots.push_back(slot_of(field, i, Slot::Holds::value, ""));
        }
    }
    return layout;
}

} // namespace

bool is_reference(FieldType type) {
    return type == FieldType::reference || type == FieldType::any_reference || type == FieldType::references ||
           type == FieldType::any_references;
}

const Layout& layout_of(Kind kind) {
    static const std::array<Layout, kind_count> layouts = [] {
        std::array<Layout, kind_count> out;
        for (std::size_t i = 0; i < kind_count; ++i)
            out[i] = layout_of(element_name(static_cast<Kind>(i)), *table_access(static_cast<Kind>(i)).record);
        return out;
    }();
    return layouts[static_cast<std::size_t>(kind)];
}

} // namespace riser
