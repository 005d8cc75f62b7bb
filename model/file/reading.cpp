// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/reading.h"

namespace riser {

namespace {

struct TextWriter : pugi::xml_writer {
    std::string text;
    void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
};

} // namespace

bool Reading::fail(pugi::xml_node node, const char* at, Complaint complaint) {
    if (error)
        return false;
    const std::size_t offset =
        at == node.name() || !in_buffer(at) ? offset_of(node) : static_cast<std::size_t>(at - buffer);
    error = Error{complaint.code, std::move(complaint.message), std::move(complaint.fix), source.at(offset)};
    return false;
}

bool Reading::fault(pugi::xml_node node, const char* at, Complaint complaint) {
    if (!lenient)
        return fail(node, at, std::move(complaint));
    ++left_out;
    return true;
}

std::size_t Reading::offset_of(pugi::xml_node node) const {
    for (; node; node = node.parent())
        if (in_buffer(node.name()) && *node.name() != '\0')
            return static_cast<std::size_t>(node.name() - buffer) - 1;
    return 0;
}

std::string Reading::markup_of(pugi::xml_node node) const {
    const char* const at = node.type() == pugi::node_comment ? node.value() : node.name();
    const std::size_t opening = node.type() == pugi::node_comment ? 4 : 1; // "<!--", "<"
    if (in_buffer(at) && *at != '\0')
        return std::string(source.markup_at(static_cast<std::size_t>(at - buffer) - opening));
    TextWriter writer;
    node.print(writer, "", pugi::format_raw);
    return writer.text;
}

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

bool stray_text(Reading& reading, pugi::xml_node parent, pugi::xml_node text) {
    const char* at = text.value();
    return reading.fault(
        parent, at + std::string_view(at).find_first_not_of(" \t\r\n"),
        {fill(Text{"<{element}> 中有多余的文字", "<{element}> holds stray text"},
              {{"element", same_text(parent.name())}}),
         {"数据写在属性里；说明写成注释 <!-- … -->", "data stands in attributes; a remark is a comment <!-- … -->"}});
}

} // namespace riser
