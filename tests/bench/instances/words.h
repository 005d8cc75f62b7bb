// SPDX-License-Identifier: GPL-3.0-or-later
// A text file of words and numbers, line by line, each with its place, so that what is wrong can be said where it
// stands.
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace riser::instances {

struct Word {
    std::string_view text;
    std::uint32_t line = 0;
    std::uint32_t column = 0; // in bytes, from 1
};

class WordFile {
  public:
    // io: the file cannot be read.
    static Result<WordFile> open(const std::string& name);
    // Of a text at hand, which is copied; `name` stands in errors.
    WordFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

    // The words of the next line that has any; false at the end. Words stay valid until the file moves or ends.
    bool next_line(std::vector<Word>& words);
    Error error(const Word& at, Text message, Text fix = {}) const;
    Error error_at_end(Text message, Text fix = {}) const;
    // A whole number from least to most. bad_input: something else.
    Result<std::int64_t> number(const Word& word, std::int64_t least, std::int64_t most) const;

  private:
    std::string name_;
    std::string text_;
    std::size_t place_ = 0;
    std::uint32_t line_ = 0;
};

// Equal but for upper and lower case (ASCII).
bool same_word(std::string_view a, std::string_view b);

} // namespace riser::instances
