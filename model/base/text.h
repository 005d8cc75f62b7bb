// SPDX-License-Identifier: GPL-3.0-or-later
// A text that people read, in Chinese and English, both UTF-8. Names typed by a user may have one language only;
// the other then stands in for it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace riser {

enum class Language { zh, en };

struct Text {
    std::string zh;
    std::string en;

    bool empty() const { return zh.empty() && en.empty(); }
    // The text in that language, or in the other when that one is empty.
    const std::string& in(Language language) const;
    bool operator==(const Text&) const = default;
    auto operator<=>(const Text&) const = default;
};

// `name` in both languages.
Text same_text(std::string_view name);

// Fills "{key}" in both languages from key, value pairs: fill(sentence, {{"actual", {"92 米", "92 m"}}}).
struct TextArgument {
    std::string_view key;
    Text value;
};
Text fill(const Text& pattern, std::initializer_list<TextArgument> arguments);
std::string fill(std::string_view pattern, std::initializer_list<TextArgument> arguments, Language language);

// Whether the bytes are valid UTF-8 (no surrogates, no overlong forms); `valid_prefix` gets the length that is.
bool is_utf8(std::string_view bytes, std::size_t* valid_prefix = nullptr);

// Code points of a UTF-8 text; invalid bytes count one each.
std::size_t code_points(std::string_view text);

} // namespace riser
