// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/deck_xml.h"

#include "model/file/scan.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t largest_deck = std::size_t{4} << 20;

}

DeckXml::DeckXml(std::string_view bytes, std::string file)
    : bytes_(bytes), source_(bytes, std::move(file)), buffer_(bytes) {}

bool DeckXml::parse(pugi::xml_document& document) {
    if (buffer_.size() > largest_deck) {
        error_ = Error{.code = ErrorCode::bad_input,
                       .message = {"规则集文件过大", "the deck file is too large"},
                       .fix = {"规则集不超过 4 MB", "a deck has at most 4 MB"},
                       .where = {source_.file(), 0, 0}};
        return false;
    }
    if (const auto fault = scan_xml(buffer_, ReadLimits{})) {
        error_ = Error{
            .code = fault->code, .message = fault->message, .fix = fault->fix, .where = source_.at(fault->offset)};
        return false;
    }
    const pugi::xml_parse_result parsed =
        document.load_buffer_inplace(buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
    return parsed || refuse(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                            {"XML 有误", "the XML is malformed"}, {});
}

Error DeckXml::complaint(std::size_t offset, Text message, Text fix) const {
    return {.code = ErrorCode::bad_input,
            .message = std::move(message),
            .fix = std::move(fix),
            .where = source_.at(offset)};
}

bool DeckXml::refuse(std::size_t offset, Text message, Text fix) {
    if (!error_)
        error_ = complaint(offset, std::move(message), std::move(fix));
    return false;
}

std::size_t DeckXml::at(pugi::xml_node node) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

std::size_t DeckXml::at(pugi::xml_attribute attribute) const {
    return static_cast<std::size_t>(attribute.value() - buffer_.data());
}

Text DeckXml::named(std::string_view zh, std::string_view en, std::string_view name) {
    return {std::string(zh) + " " + std::string(name), std::string(en) + " " + std::string(name)};
}

bool DeckXml::shape(pugi::xml_node node, std::span<const std::string_view> needed,
                    std::span<const std::string_view> optional) {
    const auto in = [](std::span<const std::string_view> list, std::string_view name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (const pugi::xml_attribute attribute : node.attributes())
        if (!in(needed, attribute.name()) && !in(optional, attribute.name()))
            return refuse(at(attribute), named("未知的属性", "unknown attribute", attribute.name()),
                          {"删除它", "remove it"});
    for (const std::string_view name : needed)
        if (!node.attribute(std::string(name).c_str()))
            return refuse(at(node), named("缺少属性", "missing attribute", name), {"补上它", "add it"});
    for (const pugi::xml_node child : node.children())
        if (child.type() != pugi::node_element) // pugixml counts the space before it as part of it
            return refuse(std::min(bytes_.find_first_not_of(" \t\r\n", at(child)), bytes_.size()),
                          {"元素之间有文字", "there is text between elements"}, {"删除它", "remove it"});
    return true;
}

bool DeckXml::no_children(pugi::xml_node node) {
    const pugi::xml_node child = node.first_child();
    return child ? refuse(at(child), named("多余的元素", "unexpected element", child.name()), {"删除它", "remove it"})
                 : true;
}

bool DeckXml::read_text(pugi::xml_node node, Text& out) {
    if (!shape(node, {"zh", "en"}) || !no_children(node))
        return false;
    out = {node.attribute("zh").value(), node.attribute("en").value()};
    for (const char* language : {"zh", "en"})
        if (*node.attribute(language).value() == '\0')
            return refuse(at(node.attribute(language)), {"文字为空", "the text is empty"},
                          {"中英文都要写", "write it in both languages"});
    return true;
}

} // namespace riser
