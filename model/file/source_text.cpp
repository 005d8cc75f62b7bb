// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/source_text.h"

#include <algorithm>

namespace riser {

namespace {

// Past the tag, comment or CDATA that opens at `at`.
std::size_t past_markup(std::string_view bytes, std::size_t at) {
    const auto past = [&](std::string_view close) {
        const std::size_t found = bytes.find(close, at);
        return found == std::string_view::npos ? bytes.size() : found + close.size();
    };
    if (bytes.substr(at).starts_with("<!--"))
        return past("-->");
    if (bytes.substr(at).starts_with("<![CDATA["))
        return past("]]>");
    char quote = 0;
    for (; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return at;
}

} // namespace

Where SourceText::at(std::size_t offset) const {
    std::string_view before = bytes_.substr(0, offset);
    if (before.starts_with(byte_order_mark))
        before.remove_prefix(byte_order_mark.size());
    const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 == 0
    return {file_, static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
            static_cast<std::uint32_t>(before.size() - line_start + 1)};
}

std::string_view SourceText::markup_at(std::size_t offset) const {
    std::size_t at = offset;
    std::size_t depth = 0;
    do {
        const std::size_t next = past_markup(bytes_, at);
        const std::string_view tag = bytes_.substr(at, next - at);
        if (tag.starts_with("</"))
            --depth;
        else if (!tag.starts_with("<!") && !tag.ends_with("/>"))
            ++depth;
        at = depth == 0 ? next : bytes_.find('<', next);
    } while (depth != 0 && at != std::string_view::npos);
    return bytes_.substr(offset, at == std::string_view::npos ? at : at - offset);
}

} // namespace riser
