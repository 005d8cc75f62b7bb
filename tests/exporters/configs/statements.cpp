// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/configs/statements.h"

#include <algorithm>
#include <sstream>

namespace riser::test {

const std::string& Statement::word(std::size_t at) const {
    static const std::string none;
    return at < words.size() ? words[at] : none;
}

bool Statement::says(std::initializer_list<std::string_view> first) const {
    return words.size() >= first.size() && std::equal(first.begin(), first.end(), words.begin());
}

std::string Statement::rest(std::size_t from) const {
    std::string out;
    for (std::size_t i = from; i < words.size(); ++i)
        out += (i > from ? " " : "") + words[i];
    return out;
}

std::vector<Statement> statements(std::string_view text, char comment_mark) {
    Statement root;
    std::vector<std::pair<std::size_t, Statement*>> open{{0, &root}}; // indent, where deeper lines go
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string::npos || line[indent] == comment_mark)
            continue;
        while (open.size() > 1 && open.back().first > indent)
            open.pop_back();
        Statement statement;
        std::istringstream words(line);
        for (std::string word; words >> word;)
            statement.words.push_back(word);
        std::vector<Statement>& into = open.back().second->inside;
        into.push_back(std::move(statement));
        open.emplace_back(indent + 1, &into.back());
    }
    return std::move(root.inside);
}

} // namespace riser::test
