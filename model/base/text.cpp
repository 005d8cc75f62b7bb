// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text.h"

#include <algorithm>

namespace riser {

namespace {

// Bytes of the code point that the (non-empty) text begins with; 0 when it begins with none.
std::size_t sequence_length(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    bool good = lead >= 0xc2 && lead <= 0xf4 && length <= bytes.size();
    for (std::size_t i = 1; good && i < length; ++i)
        good = (byte(i) & 0xc0) == 0x80;
    if (good && length == 3)
        good = !(lead == 0xe0 && byte(1) < 0xa0) && !(lead == 0xed && byte(1) >= 0xa0);
    if (good && length == 4)
        good = !(lead == 0xf0 && byte(1) < 0x90) && !(lead == 0xf4 && byte(1) >= 0x90);
    return good ? length : 0;
}

} // namespace

const std::string& Text::in(Language language) const {
    const std::string& wanted = language == Language::zh ? zh : en;
    const std::string& other = language == Language::zh ? en : zh;
    return wanted.empty() ? other : wanted;
}

Text same_text(std::string_view name) { return {std::string(name), std::string(name)}; }

std::string fill(std::string_view pattern, std::initializer_list<TextArgument> arguments, Language language) {
    std::string out;
    out.reserve(pattern.size() + 32);
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos)
            return out.append(pattern.substr(at));
        out.append(pattern.substr(at, open - at));
        const std::string_view key = pattern.substr(open + 1, close - open - 1);
        const auto* found = std::find_if(arguments.begin(), arguments.end(),
                                         [&](const TextArgument& argument) { return argument.key == key; });
        if (found != arguments.end())
            out += found->value.in(language);
        else
            out.append(pattern.substr(open, close - open + 1));
        at = close + 1;
    }
    return out;
}

Text fill(const Text& pattern, std::initializer_list<TextArgument> arguments) {
    return {fill(pattern.zh, arguments, Language::zh), fill(pattern.en, arguments, Language::en)};
}

bool is_utf8(std::string_view bytes, std::size_t* valid_prefix) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = sequence_length(bytes.substr(at));
        if (length == 0)
            break;
        at += length;
    }
    if (valid_prefix)
        *valid_prefix = at;
    return at == bytes.size();
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += std::max<std::size_t>(sequence_length(text.substr(at)), 1);
    return count;
}

} // namespace riser
