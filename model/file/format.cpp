// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/format.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace riser {

namespace {

std::optional<int> version_number(std::string_view text) {
    int number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool plain =
        !text.empty() && text.size() <= 4 && text[0] >= '0' && text[0] <= '9' && (text.size() == 1 || text[0] != '0');
    if (!plain || code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

const std::array<std::string, kind_count>& table_elements() {
    static const std::array<std::string, kind_count> names = [] {
        std::array<std::string, kind_count> out;
        for (std::size_t i = 0; i < kind_count; ++i) {
            out[i] = table_name(static_cast<Kind>(i));
            std::replace(out[i].begin(), out[i].end(), '_', '-');
        }
        return out;
    }();
    return names;
}

} // namespace

std::string to_string(Format format) { return std::to_string(format.major) + '.' + std::to_string(format.minor); }

std::optional<Format> parse_format(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const std::optional<int> major = version_number(text.substr(0, dot));
    const std::optional<int> minor = version_number(text.substr(dot + 1));
    if (!major || !minor)
        return std::nullopt;
    return Format{*major, *minor};
}

Format format_of(const Design& design) {
    if (const Extras* extras = design.document_extras.get())
        for (const Extras::Attribute& attribute : extras->attributes)
            if (attribute.name == format_attribute)
                return parse_format(attribute.value).value_or(current_format);
    return current_format;
}

void remember_format(Extras& document, Format format) {
    if (format > current_format)
        document.attributes.insert(document.attributes.begin(), {std::string(format_attribute), to_string(format)});
}

std::string table_element(Kind kind) { return table_elements()[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_of_table_element(std::string_view element) {
    const auto& names = table_elements();
    const auto at = std::find(names.begin(), names.end(), element);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Kind>(at - names.begin());
}

} // namespace riser
