// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instances/words.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace riser::instances {

namespace {
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
} // namespace

Result<WordFile> WordFile::open(const std::string& name) {
    std::error_code code;
    std::ifstream in(name, std::ios::binary);
    std::ostringstream text;
    if (!in || std::filesystem::is_directory(name, code) || !(text << in.rdbuf()))
        return Error{.code = ErrorCode::io,
                     .message = {"无法读取文件", "the file cannot be read"},
                     .fix = {"检查路径、权限和内容是否为空", "see whether it is there, may be read, and is not empty"},
                     .where = {.file = name}};
    return WordFile(name, std::move(text).str());
}

bool WordFile::next_line(std::vector<Word>& words) {
    words.clear();
    while (words.empty() && place_ < text_.size()) {
        ++line_;
        const std::size_t begin = place_;
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        place_ = end + 1;
        for (std::size_t i = begin; i < end;) {
            if (is_blank(text_[i])) {
                ++i;
                continue;
            }
            const std::size_t first = i;
            while (i < end && !is_blank(text_[i]))
                ++i;
            words.push_back({std::string_view(text_).substr(first, i - first), line_,
                             static_cast<std::uint32_t>(first - begin + 1)});
        }
    }
    return !words.empty();
}

Error WordFile::error(const Word& at, Text message, Text fix) const {
    return {.code = ErrorCode::bad_input,
            .message = std::move(message),
            .fix = std::move(fix),
            .where = {.file = name_, .line = at.line, .column = at.column}};
}

Error WordFile::error_at_end(Text message, Text fix) const {
    return error({.text = {}, .line = std::max(line_, 1u), .column = 1}, std::move(message), std::move(fix));
}

Result<std::int64_t> WordFile::number(const Word& word, std::int64_t least, std::int64_t most) const {
    std::int64_t value = 0;
    const char* end = word.text.data() + word.text.size();
    const auto [stopped, code] = std::from_chars(word.text.data(), end, value);
    if (code == std::errc() && stopped == end && value >= least && value <= most)
        return value;
    const std::string range = std::to_string(least) + " - " + std::to_string(most);
    const std::string shown(word.text.substr(0, 40));
    return error(word, {"“" + shown + "”不是所需的整数", "\"" + shown + "\" is not the whole number wanted here"},
                 {"写一个 " + range + " 之间的整数", "write one of " + range});
}

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

} // namespace riser::instances
