// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration as a tree of statements: what is indented further stands inside the line before. Comments are gone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace riser::test {

struct Statement {
    std::vector<std::string> words;
    std::vector<Statement> inside;
    // The word at a place, empty when there are fewer.
    const std::string& word(std::size_t at) const;
    // Whether it begins with these words.
    bool says(std::initializer_list<std::string_view> first) const;
    // The words from a place on, with single spaces.
    std::string rest(std::size_t from) const;
};

std::vector<Statement> statements(std::string_view text, char comment_mark);

} // namespace riser::test
