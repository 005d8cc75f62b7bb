// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/row_reader.h"

#include "model/file/characters.h"
#include "model/file/format.h"
#include "model/file/row_writer.h"
#include "model/label_pattern.h"
#include "model/project.h"

#include <algorithm>

namespace riser {

namespace {

class RowReader {
  public:
    RowReader(Reading& reading, const TableAccess& table, const Layout& layout)
        : reading_(reading), table_(table), layout_(layout) {}

    std::shared_ptr<void> read(pugi::xml_node node, std::vector<std::string> before) {
        std::shared_ptr<void> row = table_.make();
        if (!attributes(layout_, node, row.get(), extras_, true) || !children(layout_, node, row.get(), extras_) ||
            !identify(node, row.get()) || !sensible(node, row.get()))
            return nullptr;
        sort_part_extras();
        extras_.before = std::move(before);
        table_.base_edit(row.get())->extras = ExtrasRef(std::move(extras_));
        return row;
    }

  private:
    // Of a brief, which nobody has checked yet: a template that no label could be made by. In a design it is a finding.
    bool sensible(pugi::xml_node node, const void* row) {
        if (!reading_.symbols || table_.kind != Kind::label_templates)
            return true;
        const LabelTemplate& written = *static_cast<const LabelTemplate*>(row);
        const auto parsed = parse_label_pattern(written.subject, written.pattern);
        if (parsed)
            return true;
        const bool known = std::any_of(label_subjects().begin(), label_subjects().end(),
                                       [&](const LabelSubject& subject) { return subject.name == written.subject; });
        const pugi::xml_attribute at = node.attribute(known ? "pattern" : "subject");
        return reading_.fail(node, at ? at.value() : node.name(), {parsed.error().message, parsed.error().fix});
    }

    // So that a row whose parts only changed places is equal when read again.
    void sort_part_extras() {
        const auto first =
            std::find_if(extras_.attributes.begin(), extras_.attributes.end(), [](const auto& attribute) {
                return attribute.name[0] == part_attributes_mark || attribute.name[0] == part_children_mark;
            });
        std::stable_sort(first, extras_.attributes.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    }

    bool attributes(const Layout& layout, pugi::xml_node node, void* row, Extras& extras, bool is_row) {
        std::uint64_t seen = 0;
        std::size_t next = 0;
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;
             attribute = attribute.next_attribute()) {
            const std::string_view name = attribute.name();
            if (is_row && !id_ && name == id_attribute) {
                id_ = attribute;
                continue;
            }
            if (const Slot* slot = find_slot(layout, name, next)) {
                seen |= std::uint64_t{1} << slot->field_index;
                if (!value(layout, *slot, node, attribute, row, extras, is_row))
                    return false;
            } else if (is_row && name == pins_attribute) {
                if (!pins(node, attribute, row, extras))
                    return false;
            } else if (!unknown_attribute(layout, node, attribute, extras, is_row)) {
                return false;
            }
        }
        const std::uint64_t missing = layout.needed & ~seen;
        return missing == 0 || missing_attribute(layout, node, missing);
    }

    // The slot of that name, looked for from where the last one was found.
    static const Slot* find_slot(const Layout& layout, std::string_view name, std::size_t& next) {
        const std::size_t count = layout.slots.size();
        for (std::size_t i = next; i < count; ++i)
            if (layout.slots[i].name() == name)
                return next = i + 1, &layout.slots[i];
        for (std::size_t i = 0; i < next; ++i)
            if (layout.slots[i].name() == name)
                return next = i + 1, &layout.slots[i];
        return nullptr;
    }

    bool value(const Layout& layout, const Slot& slot, pugi::xml_node node, pugi::xml_attribute attribute, void* row,
               Extras& extras, bool is_row) {
        const Field& field = *slot.field;
        std::string_view text = attribute.value();
        if (field.type == FieldType::bilingual) {
            Text& both = *field.bilingual_edit(row);
            (slot.holds == Slot::Holds::zh ? both.zh : both.en) = text;
            return true;
        }
        std::string resolved;
        if (reading_.symbols && is_reference(field.type) && Symbols::names(text)) {
            if (!resolve(field, node, attribute, resolved))
                return false;
            text = resolved;
        }
        if (text.empty() && slot.may_be_blank)
            return true;
        if (!field.read(text, row)) {
            const bool choice = field.type == FieldType::choice || field.type == FieldType::choices;
            const bool needed = (layout.needed >> slot.field_index & 1) != 0;
            reset(field, row, is_row);
            if (reading_.keep_unknown && choice && (is_row || !needed)) {
                extras.attributes.push_back({attribute.name(), attribute.value()});
                return true;
            }
            Complaint complaint = malformed_value(field, attribute.name(), text, row);
            reset(field, row, is_row);
            return fault_in(node, attribute, std::move(complaint));
        }
        if (slot.ranged) {
            const std::int64_t number = field.number(row);
            if (number < field.low || number > field.high) {
                reset(field, row, is_row);
                return fault_in(node, attribute, out_of_range(field, attribute.name(), attribute.value()));
            }
        }
        return true;
    }

    // A value that was refused leaves nothing half-read behind.
    void reset(const Field& field, void* row, bool is_row) {
        if (is_row)
            field.copy(table_.make().get(), row);
    }

    bool fault_in(pugi::xml_node node, pugi::xml_attribute attribute, Complaint complaint) {
        const char* at = attribute.value();
        // A word's offset holds in the file only where nothing before it was written as a reference.
        if (reading_.in_buffer(at)) {
            const std::string_view raw = reading_.source.bytes().substr(static_cast<std::size_t>(at - reading_.buffer));
            const std::string_view text = at;
            if (raw.substr(0, complaint.offset) == text.substr(0, complaint.offset))
                at += complaint.offset;
        }
        return reading_.fault(node, at, std::move(complaint));
    }

    bool resolve(const Field& field, pugi::xml_node node, pugi::xml_attribute attribute, std::string& out) {
        const std::string_view text = attribute.value();
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t next = std::min(text.find(' ', at), text.size());
            const std::string_view word = text.substr(at, next - at);
            if (at > 0)
                out += ' ';
            if (!Symbols::names(word)) {
                out += word;
            } else {
                const Symbols::Found found = reading_.symbols->resolve(word, field.target);
                if (found.fault != Symbols::Fault::none)
                    return fault_in(node, attribute, unresolved(field, word, found.fault, at));
                append_id(found.id, out);
            }
            at = next + 1;
        }
        return true;
    }
    static Complaint unresolved(const Field& field, std::string_view word, Symbols::Fault fault, std::size_t offset) {
        const Text name = shortened(word.substr(word.find('#')));
        const Text kind = field.target ? kind_label(*field.target) : Text{"行", "row"};
        Complaint out;
        out.offset = offset;
        out.code = fault == Symbols::Fault::undefined ? ErrorCode::not_found : ErrorCode::conflict;
        out.message = fill(fault == Symbols::Fault::undefined
                               ? Text{"没有名为 {name} 的{kind}", "no {kind} is named {name}"}
                               : Text{"{name} 是多种行的名称", "{name} names rows of several kinds"},
                           {{"name", shortened(word)}, {"kind", kind}});
        out.fix = fault == Symbols::Fault::undefined
                      ? fill(Text{"在该{kind}上写 id=\"{name}\"", "write id=\"{name}\" at the {kind} it means"},
                             {{"name", name}, {"kind", kind}})
                      : Text{"写明种类，如 zone#名称", "say which kind, as in zone#name"};
        return out;
    }

    bool pins(pugi::xml_node node, pugi::xml_attribute attribute, void* row, Extras& extras) {
        const std::string_view text = attribute.value();
        std::string unknown;
        Pins& pins = table_.base_edit(row)->pins;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t next = std::min(text.find(' ', at), text.size());
            const std::string_view word = text.substr(at, next - at);
            const std::size_t index = layout_.record->index_of(word);
            if (index < layout_.record->fields.size()) {
                pins.mask |= std::uint64_t{1} << index;
            } else if (reading_.keep_unknown && !word.empty()) {
                (unknown += unknown.empty() ? "" : " ") += word;
            } else {
                std::vector<std::string_view> keys;
                for (const Field& field : layout_.record->fields)
                    keys.push_back(field.key);
                Complaint complaint =
                    unknown_name({"pins：没有字段 {name}", "pins: there is no field {name}"}, word, keys);
                complaint.offset = at;
                if (!fault_in(node, attribute, std::move(complaint)))
                    return false;
            }
            at = next + 1;
        }
        if (!unknown.empty())
            extras.attributes.push_back({std::string(pins_attribute), unknown});
        return true;
    }

    bool unknown_attribute(const Layout& layout, pugi::xml_node node, pugi::xml_attribute attribute, Extras& extras,
                           bool is_row) {
        if (reading_.keep_unknown) {
            extras.attributes.push_back({attribute.name(), attribute.value()});
            return true;
        }
        std::vector<std::string_view> names;
        if (is_row)
            names = {id_attribute, pins_attribute};
        for (const Slot& slot : layout.slots)
            names.push_back(slot.name());
        const Text sentence = fill(Text{"<{element}> 没有属性 {name}", "<{element}> has no attribute {name}"},
                                   {{"element", same_text(layout.element)}});
        return reading_.fault(node, attribute.name(), unknown_name(sentence, attribute.name(), names));
    }

    bool missing_attribute(const Layout& layout, pugi::xml_node node, std::uint64_t missing) {
        const auto index = static_cast<std::size_t>(__builtin_ctzll(missing));
        const Field& field = layout.record->fields[index];
        Complaint out;
        out.message = fill(Text{"<{element}> 缺少属性 {name}", "<{element}> lacks the attribute {name}"},
                           {{"element", same_text(layout.element)}, {"name", same_text(field.key)}});
        out.fix = fill(Text{"应为{what}", "write {what}"}, {{"what", expected_by(field)}});
        return reading_.fault(node, node.name(), std::move(out));
    }

    bool children(const Layout& layout, pugi::xml_node node, void* row, Extras& extras) {
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_comment) {
                extras.children.push_back(reading_.markup_of(child));
            } else if (is_text(child)) {
                if (!stray_text(reading_, node, child))
                    return false;
            } else if (const PartLayout* part = find_part(layout, child.name())) {
                if (!read_part(*part, child, row))
                    return false;
            } else if (reading_.keep_unknown) {
                extras.children.push_back(reading_.markup_of(child));
            } else if (!unknown_child(layout, child)) {
                return false;
            }
        }
        return true;
    }

    static const PartLayout* find_part(const Layout& layout, std::string_view element) {
        const auto at = std::find_if(layout.parts.begin(), layout.parts.end(),
                                     [&](const PartLayout& part) { return part.layout.element == element; });
        return at == layout.parts.end() ? nullptr : &*at;
    }

    bool unknown_child(const Layout& layout, pugi::xml_node child) {
        std::vector<std::string_view> names;
        for (const PartLayout& part : layout.parts)
            names.push_back(part.layout.element);
        const Text sentence = fill(Text{"<{element}> 中没有 <{name}>", "<{element}> holds no <{name}>"},
                                   {{"element", same_text(layout.element)}});
        Complaint complaint = unknown_name(sentence, child.name(), names);
        if (names.empty())
            complaint.fix = {"删除它", "remove it"};
        return reading_.fault(child, child.name(), std::move(complaint));
    }

    // What a newer format added to a part is remembered at the row, by the part's own text.
    bool read_part(const PartLayout& part, pugi::xml_node node, void* row) {
        void* const value = part.field->part_append(row);
        Extras extras;
        if (!attributes(part.layout, node, value, extras, false) || !children(part.layout, node, value, extras))
            return false;
        if (extras.empty())
            return true;
        std::string opening;
        append_part_opening(part.layout, value, opening);
        opening.erase(0, 1);
        std::string added;
        for (const Extras::Attribute& attribute : extras.attributes) {
            ((added += ' ') += attribute.name) += "=\"";
            append_escaped(attribute.value, added);
            added += '"';
        }
        if (!added.empty())
            extras_.attributes.push_back({part_attributes_mark + opening, added});
        added.clear();
        for (const std::string& child : extras.children)
            added += child;
        if (!added.empty())
            extras_.attributes.push_back({part_children_mark + opening, added});
        return true;
    }

    bool identify(pugi::xml_node node, void* row) {
        if (!id_)
            return reading_.symbols ? derive_id(row) : missing_id(node);
        const std::string_view text = id_.value();
        if (reading_.symbols && Symbols::is_name(text)) {
            table_.set_id(row, reading_.symbols->define(table_.kind, text).value);
            return true;
        }
        const std::optional<AnyId> id = parse_any_id(text);
        if (!id || id->kind != table_.kind)
            return bad_id(node, id);
        if ((table_.kind == Kind::projects && *id != AnyId(the_project)) ||
            (table_.kind == Kind::briefs && *id != AnyId(the_brief))) {
            const AnyId fixed(table_.kind, the_project.value);
            return drop(node, id_.value(),
                        {fill(Text{"{kind}只有一行，编号固定", "there is one {kind}, of a fixed id"},
                              {{"kind", kind_label(table_.kind)}}),
                         fill(Text{"写 id=\"{id}\"", "write id=\"{id}\""}, {{"id", same_text(to_string(fixed))}})});
        }
        table_.set_id(row, id->value);
        return true;
    }

    bool derive_id(void* row) {
        std::string content;
        append_row(layout_, table_, row, content);
        table_.set_id(row, reading_.symbols->derive(table_.kind, content).value);
        return true;
    }

    bool bad_id(pugi::xml_node node, const std::optional<AnyId>& id) {
        Complaint out;
        out.message =
            id ? fill(Text{"{id} 是{kind}的编号", "{id} is the id of a {kind}"},
                      {{"id", same_text(id_.value())}, {"kind", kind_label(id->kind)}})
               : fill(Text{"id=\"{id}\" 格式不对", "id=\"{id}\" is malformed"}, {{"id", shortened(id_.value())}});
        out.fix = fill(Text{"{kind}的编号如 {id}：前缀与十个字符（数字和小写字母，没有 i l o u）",
                            "the id of a {kind} is like {id}: its prefix and ten of 0-9 and a-z without i l o u"},
                       {{"kind", kind_label(table_.kind)}, {"id", id_example(table_.kind)}});
        return drop(node, id_.value(), std::move(out));
    }
    bool missing_id(pugi::xml_node node) {
        return drop(
            node, node.name(),
            {fill(Text{"<{element}> 没有 id", "<{element}> has no id"}, {{"element", same_text(layout_.element)}}),
             fill(Text{"写 id=\"{id}\" 那样的编号", "give it one like id=\"{id}\""},
                  {{"id", id_example(table_.kind)}})});
    }
    // A row without a usable id is no row, however lenient the reading.
    bool drop(pugi::xml_node node, const char* at, Complaint complaint) {
        reading_.fault(node, at, std::move(complaint));
        return false;
    }

    Reading& reading_;
    const TableAccess& table_;
    const Layout& layout_;
    pugi::xml_attribute id_;
    Extras extras_;
};

} // namespace

std::shared_ptr<void> read_row(Reading& reading, const TableAccess& table, const Layout& layout, pugi::xml_node node,
                               std::vector<std::string> before) {
    return RowReader(reading, table, layout).read(node, std::move(before));
}

} // namespace riser
