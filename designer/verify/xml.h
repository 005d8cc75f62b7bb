// SPDX-License-Identifier: GPL-3.0-or-later
// The little that reading a certificate needs of XML: strict, with the place of everything, the first fault kept.
#pragma once

#include "designer/verify/certificate.h"
#include "model/kinds.h"

#include <pugixml.hpp>

#include <optional>
#include <vector>

namespace riser::verify {

std::optional<std::int64_t> whole_number(std::string_view text); // decimal, all of it

class Xml {
  public:
    Xml(std::string_view bytes, std::string file);

    bool parse(pugi::xml_document& document);
    const std::optional<Error>& error() const { return error_; }

    Place at(std::size_t offset) const; // O(log lines)
    Place at(pugi::xml_node node) const { return at(offset_of(node)); }
    void refuse(std::size_t offset, Text message, Text fix);
    void refuse(pugi::xml_node node, Text message, Text fix) {
        refuse(offset_of(node), std::move(message), std::move(fix));
    }

    std::vector<pugi::xml_node> elements(pugi::xml_node node);
    // The words of an element's text.
    struct Word {
        std::string_view text;
        std::size_t offset = 0;
    };
    std::vector<Word> words(pugi::xml_node node);

    std::string text(pugi::xml_node node, const char* name); // must be there
    std::size_t count(pugi::xml_node node, const char* name);
    bool one_of(pugi::xml_node node, const char* name, std::string_view yes, std::string_view no);
    std::optional<AnyId> optional_any(pugi::xml_node node, const char* name);
    // Of that kind, where there is such an attribute.
    template<class Row> std::optional<Id<Row>> optional_id(pugi::xml_node node, const char* name) {
        const std::optional<AnyId> id = optional_any(node, name);
        if (!id)
            return std::nullopt;
        if (id->kind != kind_of<Row>)
            refuse(node, {std::string(name) + " 不是所需的标识", std::string(name) + " is an id of another kind"}, {});
        return Id<Row>{id->value};
    }
    template<class Row> Id<Row> id(pugi::xml_node node, const char* name) {
        text(node, name);
        return optional_id<Row>(node, name).value_or(Id<Row>{});
    }

  private:
    static std::size_t offset_of(pugi::xml_node node);
    std::string file_;
    std::string buffer_; // parsed in place, so that offsets are the file's
    std::vector<std::size_t> line_starts_;
    std::optional<Error> error_;
};

} // namespace riser::verify
