// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/xml.h"

#include "model/file/scan.h"

#include <algorithm>
#include <charconv>

namespace riser::verify {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(out)
                                                                                     : std::nullopt;
}

Xml::Xml(std::string_view bytes, std::string file) : file_(std::move(file)), buffer_(bytes), line_starts_{0} {
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\n')
            line_starts_.push_back(i + 1);
}

Place Xml::at(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return {static_cast<std::uint32_t>(after - line_starts_.begin()),
            static_cast<std::uint32_t>(offset - *std::prev(after) + 1)};
}

bool Xml::parse(pugi::xml_document& document) {
    if (const auto fault = scan_xml(buffer_, ReadLimits{})) {
        refuse(fault->offset, fault->message, fault->fix);
        return false;
    }
    const pugi::xml_parse_result parsed =
        document.load_buffer_inplace(buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        refuse(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
               {"XML 有误", "the XML is malformed"}, {});
    return static_cast<bool>(parsed);
}

void Xml::refuse(std::size_t offset, Text message, Text fix) {
    if (error_)
        return;
    const Place place = at(offset);
    error_ = Error{ErrorCode::bad_input, std::move(message), std::move(fix), {file_, place.line, place.column}};
}

std::size_t Xml::offset_of(pugi::xml_node node) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

std::vector<pugi::xml_node> Xml::elements(pugi::xml_node node) {
    std::vector<pugi::xml_node> out;
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element)
            out.push_back(child);
        else
            refuse(child, {"元素之间有文字", "there is text between elements"}, {"删除它", "remove it"});
    return out;
}

std::vector<Xml::Word> Xml::words(pugi::xml_node node) {
    std::vector<Word> out;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_pcdata) {
            refuse(child, {"此处应为标识", "ids are wanted here"}, {"删除它", "remove it"});
            continue;
        }
        const std::string_view all = child.value();
        const auto start = static_cast<std::size_t>(child.value() - buffer_.data());
        constexpr std::string_view blank = " \t\r\n";
        for (std::size_t from = all.find_first_not_of(blank); from != std::string_view::npos;) {
            const std::size_t end = std::min(all.find_first_of(blank, from), all.size());
            out.push_back({all.substr(from, end - from), start + from});
            from = all.find_first_not_of(blank, end);
        }
    }
    return out;
}

std::string Xml::text(pugi::xml_node node, const char* name) {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute)
        refuse(node, {"缺少属性 " + std::string(name), "missing attribute " + std::string(name)}, {"补上它", "add it"});
    return attribute.value();
}

std::size_t Xml::count(pugi::xml_node node, const char* name) {
    const auto number = whole_number(text(node, name));
    if (!number || *number < 0)
        refuse(node, {std::string(name) + " 应为个数", std::string(name) + " is no count"}, {});
    return static_cast<std::size_t>(number.value_or(0));
}

bool Xml::one_of(pugi::xml_node node, const char* name, std::string_view yes, std::string_view no) {
    const std::string value = text(node, name);
    if (value != yes && value != no) {
        const std::string both = std::string(yes) + ", " + std::string(no);
        refuse(node, {std::string(name) + " 应为 " + both, std::string(name) + " is one of " + both}, {});
    }
    return value == yes;
}

std::optional<AnyId> Xml::optional_any(pugi::xml_node node, const char* name) {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute)
        return std::nullopt;
    const std::optional<AnyId> id = parse_any_id(attribute.value());
    if (!id)
        refuse(node,
               {std::string(name) + " 不是标识：" + attribute.value(),
                std::string(name) + " is no id: " + attribute.value()},
               {});
    return id;
}

} // namespace riser::verify
