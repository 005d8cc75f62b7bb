// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/storable.h"

#include "model/file/complaints.h"
#include "model/file/format.h"
#include "model/file/layout.h"

#include <optional>

namespace riser {

namespace {

// Types whose values can be built wrong; texts, flags, choices and references cannot.
bool can_be_wrong(FieldType type) {
    switch (type) {
    case FieldType::point:
    case FieldType::points:
    case FieldType::polygon:
    case FieldType::date:
    case FieldType::address:
    case FieldType::prefix:
        return true;
    default:
        return false;
    }
}

class Check {
  public:
    explicit Check(std::size_t longest) : longest_(longest) {}

    // The first fault of a row or part; `scratch` is another of its record.
    bool row(const Layout& layout, const void* row, void* scratch) {
        for (const Slot& slot : layout.slots)
            if (!value(slot, row, scratch))
                return false;
        for (const PartLayout& part : layout.parts)
            for (std::size_t i = 0, count = part.field->part_count(row); i < count; ++i)
                if (!this->row(part.layout, part.field->part_at(row, i), part.field->part_append(scratch)))
                    return false;
        return true;
    }
    std::optional<Complaint> complaint;

  private:
    bool value(const Slot& slot, const void* row, void* scratch) {
        const Field& field = *slot.field;
        if (slot.ranged && !field.is_default(row)) {
            const std::int64_t number = field.number(row);
            if (number < field.low || number > field.high)
                return complain(out_of_range(field, slot.name(), std::to_string(number)));
        } else if (can_be_wrong(field.type) && !field.is_default(row)) {
            text_.clear();
            field.write(row, text_);
            if (text_.size() > longest_)
                return too_long(slot);
            if (!field.read(text_, scratch))
                return complain(malformed_value(field, slot.name(), text_, scratch));
        } else if (field.type == FieldType::text || field.type == FieldType::bilingual) {
            return text(slot, row);
        }
        return true;
    }

    // Escaping makes a text at most six times as long.
    bool text(const Slot& slot, const void* row) {
        if (const Text* both = slot.field->bilingual ? slot.field->bilingual(row) : nullptr)
            return std::max(both->zh.size(), both->en.size()) <= longest_ / 6 || too_long(slot);
        if (slot.field->is_default(row))
            return true;
        text_.clear();
        slot.field->write(row, text_);
        return text_.size() <= longest_ / 6 || too_long(slot);
    }
    bool too_long(const Slot& slot) {
        return complain({fill(Text{"{name} 过长", "{name} is too long"}, {{"name", same_text(slot.name())}}),
                         {"缩短它", "shorten it"}});
    }
    bool complain(Complaint found) {
        complaint = std::move(found);
        return false;
    }

    std::size_t longest_;
    std::string text_;
};

bool lone(Kind kind) { return kind == Kind::projects || kind == Kind::briefs; }

Error fault(AnyId id, const Complaint& complaint) {
    const Text who = kind_label(id.kind);
    const std::string text = to_string(id);
    return {complaint.code,
            {who.zh + " " + text + "：" + complaint.message.zh, who.en + " " + text + ": " + complaint.message.en},
            complaint.fix,
            {}};
}

} // namespace

Result<void> storable(const Design& design) {
    Check check(ReadLimits{}.attribute_bytes);
    for (const TableAccess& table : all_tables()) {
        const Layout& layout = layout_of(table.kind);
        std::optional<Error> error;
        const std::shared_ptr<void> scratch = table.make();
        table.for_each(design, [&](const void* row) {
            const AnyId id(table.kind, table.id(row));
            if (error)
                return;
            if (lone(table.kind) && id.value != the_project.value)
                error = fault(id, {{"只能有一行，编号固定", "there is one, of a fixed id"}, {"删除它", "remove it"}});
            else if (!check.row(layout, row, layout.parts.empty() ? scratch.get() : table.make().get()))
                error = fault(id, *check.complaint);
        });
        if (error)
            return std::move(*error);
    }
    return {};
}

} // namespace riser
