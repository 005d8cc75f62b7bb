// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/row_writer.h"

#include "model/file/characters.h"
#include "model/file/format.h"

#include <algorithm>

namespace riser {

namespace {

// What is left to say of a row's extras while it is written.
class PendingExtras {
  public:
    explicit PendingExtras(const Extras* extras) : extras_(extras), used_(extras ? extras->attributes.size() : 0) {}

    bool any() const { return extras_ != nullptr; }
    bool holds(std::string_view name) const {
        return extras_ != nullptr && std::any_of(extras_->attributes.begin(), extras_->attributes.end(),
                                                 [&](const auto& attribute) { return attribute.name == name; });
    }
    // The first attribute of that name that was not taken yet; each is taken once.
    const std::string* take(std::string_view name) {
        for (std::size_t i = 0; i < used_.size(); ++i)
            if (!used_[i] && extras_->attributes[i].name == name) {
                used_[i] = true;
                return &extras_->attributes[i].value;
            }
        return nullptr;
    }
    const std::string* take_of_part(char mark, std::string_view opening) {
        std::string name(1, mark);
        return take(name.append(opening));
    }

  private:
    const Extras* extras_;
    std::vector<bool> used_;
};

struct ReferenceText {
    std::string* out;
    bool first = true;
};

void append_reference(void* context, AnyId id) {
    auto& text = *static_cast<ReferenceText*>(context);
    if (!text.first)
        *text.out += ' ';
    text.first = false;
    append_id(id, *text.out);
}

void append_value(const Slot& slot, bool blank, const void* row, std::string& out) {
    const Field& field = *slot.field;
    const std::size_t from = out.size();
    switch (field.type) {
    case FieldType::bilingual: {
        const Text& text = *field.bilingual(row);
        append_escaped(slot.holds == Slot::Holds::zh ? text.zh : text.en, out);
        return;
    }
    case FieldType::reference:
    case FieldType::any_reference:
    case FieldType::references:
    case FieldType::any_references: {
        ReferenceText text{&out};
        field.for_each_reference(row, append_reference, &text);
        return;
    }
    case FieldType::text:
        field.write(row, out);
        return escape_from(from, out);
    default:
        if (!blank)
            field.write(row, out);
    }
}

bool empty_half(const Slot& slot, const void* row) {
    const Text& text = *slot.field->bilingual(row);
    return slot.holds == Slot::Holds::zh ? text.zh.empty() : text.en.empty();
}

void append_slot(const Slot& slot, bool needed, const void* row, const PendingExtras* extras, std::string& out) {
    const bool is_default = slot.field->is_default(row);
    if (is_default && !needed)
        return;
    // A needed choice that only a newer format knows stands in the extras.
    if (is_default && extras && extras->any() && extras->holds(slot.name()))
        return;
    const bool bilingual = slot.field->type == FieldType::bilingual;
    if (bilingual && empty_half(slot, row) && !(needed && is_default && slot.holds == Slot::Holds::zh))
        return;
    const std::size_t from = out.size();
    out += slot.opening;
    const std::size_t value = out.size();
    append_value(slot, is_default && slot.may_be_blank, row, out);
    // References to nothing stand in no file.
    if (out.size() == value && !needed && is_reference(slot.field->type))
        out.resize(from);
    else
        out += '"';
}

void append_slots(const Layout& layout, const void* row, const PendingExtras* extras, std::string& out) {
    for (const Slot& slot : layout.slots)
        append_slot(slot, (layout.needed >> slot.field_index & 1) != 0, row, extras, out);
}

void append_pins(const Layout& layout, Pins pins, const std::string* unknown, std::string& out) {
    if (pins.mask == 0 && !unknown)
        return;
    out += " pins=\"";
    const std::size_t from = out.size();
    const auto word = [&](std::string_view key) {
        if (out.size() != from)
            out += ' ';
        out += key;
    };
    for (std::size_t i = 0; i < layout.record->fields.size(); ++i)
        if ((pins.mask >> i & 1) != 0)
            word(layout.record->fields[i].key);
    if (unknown)
        word(*unknown);
    escape_from(from, out);
    out += '"';
}

// What a newer format said, but a choice that a person has since replaced by one we know.
void append_extra_attributes(const Layout& layout, const Extras& extras, const void* row, std::string& out) {
    for (const Extras::Attribute& attribute : extras.attributes) {
        if (attribute.name.starts_with(part_attributes_mark) || attribute.name.starts_with(part_children_mark) ||
            attribute.name == pins_attribute)
            continue;
        const auto known = std::find_if(layout.slots.begin(), layout.slots.end(),
                                        [&](const Slot& slot) { return slot.name() == attribute.name; });
        if (known != layout.slots.end() && !known->field->is_default(row))
            continue;
        ((out += ' ') += attribute.name) += "=\"";
        append_escaped(attribute.value, out);
        out += '"';
    }
}

void append_parts(const Layout& layout, const void* row, PendingExtras& extras, std::string& out);

void append_part(const Layout& layout, const void* part, PendingExtras& extras, std::string& out) {
    const std::size_t from = out.size();
    append_part_opening(layout, part, out);
    const std::string* children = nullptr;
    if (extras.any()) {
        const std::string opening = out.substr(from + 1);
        children = extras.take_of_part(part_children_mark, opening);
        if (const std::string* attributes = extras.take_of_part(part_attributes_mark, opening))
            out += *attributes;
    }
    const std::size_t inside = out.size();
    out += '>';
    append_parts(layout, part, extras, out);
    if (children)
        out += *children;
    if (out.size() == inside + 1) {
        out.resize(inside);
        out += "/>";
    } else {
        ((out += "</") += layout.element) += '>';
    }
}

void append_parts(const Layout& layout, const void* row, PendingExtras& extras, std::string& out) {
    for (const PartLayout& part : layout.parts)
        for (std::size_t i = 0, count = part.field->part_count(row); i < count; ++i)
            append_part(part.layout, part.field->part_at(row, i), extras, out);
}

} // namespace

void append_id(AnyId id, std::string& out) {
    out += id_prefix(id.kind);
    out += '-';
    out += id_digits(id.value);
}

void append_part_opening(const Layout& layout, const void* part, std::string& out) {
    (out += '<') += layout.element;
    append_slots(layout, part, nullptr, out);
}

void append_row(const Layout& layout, const TableAccess& table, const void* row, std::string& out) {
    const RowBase& base = *table.base(row);
    const Extras* extras = base.extras.get();
    PendingExtras pending(extras);
    (out += '<') += layout.element;
    if (const std::uint64_t id = table.id(row)) {
        out += " id=\"";
        append_id({table.kind, id}, out);
        out += '"';
    }
    append_slots(layout, row, &pending, out);
    append_pins(layout, base.pins, extras ? pending.take(pins_attribute) : nullptr, out);
    if (extras)
        append_extra_attributes(layout, *extras, row, out);
    const std::size_t inside = out.size();
    out += '>';
    append_parts(layout, row, pending, out);
    if (extras)
        for (const std::string& child : extras->children)
            out += child;
    if (out.size() == inside + 1) {
        out.resize(inside);
        out += "/>";
    } else {
        ((out += "</") += layout.element) += '>';
    }
}

} // namespace riser
