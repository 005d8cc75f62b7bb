// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/schema.h"

#include "model/base/geometry.h"
#include "model/file/characters.h"
#include "model/file/format.h"
#include "model/file/layout.h"

namespace riser {

namespace {

constexpr std::string_view id_digits_pattern = "-[0-9a-hjkmnp-tv-z]{10}";
constexpr std::string_view point_pattern = "-?(0|[1-9][0-9]*),-?(0|[1-9][0-9]*)";

std::string quoted(std::string_view value) {
    std::string out = "\"";
    append_escaped(value, out);
    return out += '"';
}

class SchemaWriter {
  public:
    std::string write() {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" version=" +
               quoted(to_string(current_format)) + ">\n";
        document();
        for (const TableAccess& table : all_tables())
            this->table(table);
        shared_types();
        out_ += "</xs:schema>\n";
        return std::move(out_);
    }

  private:
    void line(std::size_t depth, std::string_view text) {
        out_.append(2 * depth, ' ');
        (out_ += text) += '\n';
    }

    void document() {
        line(1, "<xs:element name=" + quoted(design_root) + ">");
        line(2, "<xs:complexType>");
        line(3, "<xs:all>");
        for (std::size_t i = 0; i < kind_count; ++i) {
            const std::string element = table_element(static_cast<Kind>(i));
            line(4, "<xs:element name=" + quoted(element) + " type=" + quoted(element) + " minOccurs=\"0\"/>");
        }
        line(3, "</xs:all>");
        line(3, "<xs:attribute name=\"format\" type=\"format\" use=\"required\"/>");
        line(2, "</xs:complexType>");
        for (std::size_t i = 0; i < kind_count; ++i) {
            const auto kind = static_cast<Kind>(i);
            line(2, "<xs:unique name=" + quoted(table_element(kind) + "-id") +
                        "><xs:selector xpath=" + quoted(table_element(kind) + "/" + std::string(element_name(kind))) +
                        "/><xs:field xpath=\"@id\"/></xs:unique>");
        }
        line(1, "</xs:element>");
    }

    void table(const TableAccess& table) {
        const Layout& layout = layout_of(table.kind);
        line(1, "<xs:complexType name=" + quoted(table_element(table.kind)) + ">");
        line(2, "<xs:sequence>");
        line(3, "<xs:element name=" + quoted(layout.element) + " minOccurs=\"0\" maxOccurs=\"unbounded\">");
        annotation(4, layout.record->label);
        line(4, "<xs:complexType>");
        parts(5, layout);
        line(5, "<xs:attribute name=\"id\" type=" + quoted("id." + std::string(id_prefix(table.kind))) +
                    " use=\"required\"/>");
        attributes(5, layout);
        line(5, "<xs:attribute name=\"pins\" type=\"xs:NMTOKENS\"/>");
        line(4, "</xs:complexType>");
        line(3, "</xs:element>");
        line(2, "</xs:sequence>");
        line(1, "</xs:complexType>");
    }

    void parts(std::size_t depth, const Layout& layout) {
        if (layout.parts.empty())
            return;
        line(depth, "<xs:sequence>");
        for (const PartLayout& part : layout.parts) {
            line(depth + 1,
                 "<xs:element name=" + quoted(part.layout.element) + " minOccurs=\"0\" maxOccurs=\"unbounded\">");
            annotation(depth + 2, part.layout.record->label);
            line(depth + 2, "<xs:complexType>");
            parts(depth + 3, part.layout);
            attributes(depth + 3, part.layout);
            line(depth + 2, "</xs:complexType>");
            line(depth + 1, "</xs:element>");
        }
        line(depth, "</xs:sequence>");
    }

    void annotation(std::size_t depth, const Label& label) {
        std::string text = "<xs:annotation><xs:documentation xml:lang=\"zh\">";
        append_escaped(label.zh, text);
        text += "</xs:documentation><xs:documentation xml:lang=\"en\">";
        append_escaped(label.en, text);
        line(depth, text + "</xs:documentation></xs:annotation>");
    }

    // A text in two languages needs one of them, which a schema cannot say: both are optional here.
    void attributes(std::size_t depth, const Layout& layout) {
        for (const Slot& slot : layout.slots) {
            const bool needed = !slot.field->optional && slot.field->type != FieldType::bilingual;
            const std::string head = "<xs:attribute name=" + quoted(slot.name()) + (needed ? " use=\"required\"" : "");
            if (const std::string named = named_type(slot); !named.empty()) {
                line(depth, head + " type=" + quoted(named) + ">");
                annotation(depth + 1, slot.field->label);
            } else {
                line(depth, head + ">");
                annotation(depth + 1, slot.field->label);
                own_type(depth + 1, slot);
            }
            line(depth, "</xs:attribute>");
        }
    }

    // The name of a type that all fields of its sort share; empty when the field needs one of its own.
    static std::string named_type(const Slot& slot) {
        const Field& field = *slot.field;
        const std::string blank = slot.may_be_blank ? ".or-blank" : "";
        const std::string id = field.target ? "id." + std::string(id_prefix(*field.target)) : std::string("id");
        switch (field.type) {
        case FieldType::text:
        case FieldType::bilingual:
            return "xs:string";
        case FieldType::flag:
            return "flag";
        case FieldType::reference:
        case FieldType::any_reference:
            return id + blank;
        case FieldType::references:
        case FieldType::any_references:
            return id + ".list";
        case FieldType::point:
            return "point";
        case FieldType::points:
            return "point.list";
        case FieldType::polygon:
            return "polygon";
        case FieldType::date:
            return "date" + blank;
        case FieldType::address:
            return "address" + blank;
        case FieldType::prefix:
            return "prefix" + blank;
        case FieldType::vlan_number:
            return "vlan-number" + blank;
        default:
            return {};
        }
    }

    void own_type(std::size_t depth, const Slot& slot) {
        const Field& field = *slot.field;
        if (field.type == FieldType::whole) {
            std::string type = "<xs:simpleType><xs:restriction base=\"xs:long\">";
            if (field.low != INT64_MIN)
                type += "<xs:minInclusive value=" + quoted(std::to_string(field.low)) + "/>";
            if (field.high != INT64_MAX)
                type += "<xs:maxInclusive value=" + quoted(std::to_string(field.high)) + "/>";
            line(depth, type + "</xs:restriction></xs:simpleType>");
            return;
        }
        std::string type = "<xs:simpleType><xs:restriction base=\"xs:string\">";
        for (const Choice& choice : field.choice_list)
            type += "<xs:enumeration value=" + quoted(choice.key) + "/>";
        type += "</xs:restriction></xs:simpleType>";
        line(depth, field.type == FieldType::choices ? "<xs:simpleType><xs:list>" + type + "</xs:list></xs:simpleType>"
                                                     : type);
    }

    void pattern_type(const std::string& name, std::string_view base, std::string_view pattern) {
        line(1, "<xs:simpleType name=" + quoted(name) + "><xs:restriction base=" + quoted(base) +
                    "><xs:pattern value=" + quoted(pattern) + "/></xs:restriction></xs:simpleType>");
    }
    void list_type(const std::string& item) {
        line(1, "<xs:simpleType name=" + quoted(item + ".list") + "><xs:list itemType=" + quoted(item) +
                    "/></xs:simpleType>");
    }
    void blank_type(const std::string& type) {
        line(1, "<xs:simpleType name=" + quoted(type + ".or-blank") +
                    "><xs:union memberTypes=" + quoted(type + " blank") + "/></xs:simpleType>");
    }

    void shared_types() {
        pattern_type("format", "xs:string", "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)");
        pattern_type("flag", "xs:string", "true|false");
        pattern_type("blank", "xs:string", "");
        const std::string point(point_pattern);
        const std::string ring = point + "( " + point + "){2,}";
        pattern_type("point", "xs:string", point);
        list_type("point");
        pattern_type("polygon", "xs:string", "(" + ring + "(;" + ring + ")*)?");
        pattern_type("date", "xs:date", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
        pattern_type("address", "xs:string", "[0-9a-fA-F.:]+");
        pattern_type("prefix", "xs:string", "[0-9a-fA-F.:]+/[0-9]+");
        pattern_type("vlan-number", "xs:unsignedShort", "[1-9][0-9]{0,3}");
        pattern_type("id", "xs:string", "[a-z]{2}" + std::string(id_digits_pattern));
        list_type("id");
        for (const char* const type : {"date", "address", "prefix", "vlan-number", "id"})
            blank_type(type);
        for (std::size_t i = 0; i < kind_count; ++i) {
            const std::string prefix(id_prefix(static_cast<Kind>(i)));
            pattern_type("id." + prefix, "xs:string", prefix + std::string(id_digits_pattern));
            list_type("id." + prefix);
            blank_type("id." + prefix);
        }
    }

    std::string out_;
};

} // namespace

std::string xsd() { return SchemaWriter().write(); }

} // namespace riser
