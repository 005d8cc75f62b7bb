// SPDX-License-Identifier: GPL-3.0-or-later
// A deck's XML, read strictly: what every reader of its elements needs to refuse what is wrong at its line and column.
// The first complaint stands. Include it in sources of this folder only.
#pragma once

#include "model/base/result.h"
#include "model/base/text.h"
#include "model/fields/field.h"
#include "model/file/source_text.h"

#include <pugixml.hpp>

#include <initializer_list>
#include <optional>
#include <string>

namespace riser {

class DeckXml {
  public:
    DeckXml(std::string_view bytes, std::string file);

    // False, with a complaint, when the bytes are no well-formed document of a deck's size. The document points into
    // this object.
    bool parse(pugi::xml_document& document);
    const std::optional<Error>& error() const { return error_; }

    // Always false.
    bool refuse(std::size_t offset, Text message, Text fix);
    static std::size_t at(pugi::xml_node node);
    std::size_t at(pugi::xml_attribute attribute) const;
    // "unknown attribute colour".
    static Text named(std::string_view zh, std::string_view en, std::string_view name);

    // Attributes known, all present but the optional ones; no text between elements.
    using Names = std::initializer_list<std::string_view>;
    bool shape(pugi::xml_node node, std::span<const std::string_view> needed,
               std::span<const std::string_view> optional);
    bool shape(pugi::xml_node node, Names needed, Names optional = {}) {
        return shape(node, std::span(needed.begin(), needed.size()), std::span(optional.begin(), optional.size()));
    }
    bool no_children(pugi::xml_node node);
    // Both languages, neither empty.
    bool read_text(pugi::xml_node node, Text& out);
    template<class Enum> bool read_choice(pugi::xml_attribute attribute, Enum& out) {
        if (const std::optional<Enum> found = choice_of<Enum>(attribute.value())) {
            out = *found;
            return true;
        }
        std::string known;
        for (const Choice& choice : choices(Enum{}))
            known += (known.empty() ? "" : ", ") + std::string(choice.key);
        return refuse(at(attribute), named("不认识的值", "unknown value", attribute.value()),
                      {"可用：" + known, "one of " + known});
    }

  private:
    Error complaint(std::size_t offset, Text message, Text fix) const;

    std::string_view bytes_;
    SourceText source_;
    std::string buffer_;
    std::optional<Error> error_;
};

} // namespace riser
