// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/symbols.h"

#include "model/design.h"

#include <algorithm>

namespace riser {

namespace {

std::optional<AnyId> fixed_id(Kind kind) {
    if (kind == Kind::projects)
        return AnyId(the_project);
    if (kind == Kind::briefs)
        return AnyId(the_brief);
    return std::nullopt;
}

AnyId id_of_name(Kind kind, std::string_view name) {
    std::string key(element_name(kind));
    return fixed_id(kind).value_or(AnyId(kind, derived_id_value("brief", key.append(name))));
}

} // namespace

bool Symbols::is_name(std::string_view text) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || static_cast<unsigned char>(c) >= 0x80;
    };
    return text.size() > 1 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), good);
}

AnyId Symbols::define(Kind kind, std::string_view name) {
    std::vector<Kind>& kinds = kinds_[std::string(name)];
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        kinds.push_back(kind);
    return id_of_name(kind, name);
}

Symbols::Found Symbols::resolve(std::string_view text, std::optional<Kind> kind) const {
    const std::size_t sign = text.find('#');
    const std::string_view name = text.substr(sign);
    if (sign > 0) {
        const std::optional<Kind> said = kind_of_element(text.substr(0, sign));
        if (!said || (kind && *kind != *said))
            return {{}, Fault::undefined};
        kind = said;
    }
    const auto found = kinds_.find(name);
    if (found == kinds_.end())
        return {{}, Fault::undefined};
    const std::vector<Kind>& kinds = found->second;
    if (!kind && kinds.size() > 1)
        return {{}, Fault::ambiguous};
    if (kind && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
        return {{}, Fault::undefined};
    return {id_of_name(kind.value_or(kinds.front()), name), Fault::none};
}

AnyId Symbols::derive(Kind kind, const std::string& content) {
    if (const std::optional<AnyId> fixed = fixed_id(kind))
        return *fixed;
    const int repeat = ++repeats_[content];
    std::string key = std::string(element_name(kind)) + '=' + content;
    if (repeat > 1)
        key += '~' + std::to_string(repeat);
    return {kind, derived_id_value("brief", key)};
}

} // namespace riser
