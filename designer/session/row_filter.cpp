// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/row_filter.h"

#include "model/fields/spoken_number.h"

#include <algorithm>

namespace riser {

namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Words parted by spaces, but for those in quotes.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ' ' && !quoted)
            out.push_back(std::exchange(word, {}));
        else
            word += c;
    }
    out.push_back(word);
    std::erase(out, "");
    return out;
}

bool is_called(const GridColumn& column, std::string_view name) {
    const auto bare = [](const std::string& heading) { return folded(heading.substr(0, heading.find(" / "))); };
    return column.key == name || bare(column.heading.zh) == name || bare(column.heading.en) == name;
}

} // namespace

RowFilter::RowFilter(const Grid& grid, std::string_view text, Language language) : grid_(grid), language_(language) {
    for (const std::string& word : words_of(text))
        conditions_.push_back(condition(word));
}

RowFilter::Condition RowFilter::condition(const std::string& word) const {
    constexpr std::pair<std::string_view, Test> signs[] = {{"!=", Test::unequal}, {">=", Test::at_least},
                                                           {"<=", Test::at_most}, {"=", Test::equal},
                                                           {">", Test::more},     {"<", Test::less}};
    const std::size_t at = word.find_first_of("!=<>");
    if (at == std::string::npos || at == 0)
        return {.word = folded(word), .key = {}, .number = {}};
    for (const auto& [sign, test] : signs) {
        if (word.compare(at, sign.size(), sign) != 0)
            continue;
        const std::string name = folded(word.substr(0, at));
        const auto& columns = grid_.columns();
        const auto column = std::ranges::find_if(columns, [&](const GridColumn& c) { return is_called(c, name); });
        if (column == columns.end())
            break;
        const std::string value = word.substr(at + sign.size());
        Condition out{test, static_cast<std::size_t>(column - columns.begin()), folded(value), {}, {}};
        if (column->number)
            out.number = spoken_number(value, column->unit, column->factor);
        if (column->field && column->field->type == FieldType::choice && !value.empty())
            if (const Result<std::string> key = Spoken{Design()}.canonical(*column->field, value))
                out.key = *key;
        return out;
    }
    return {.word = folded(word), .key = {}, .number = {}};
}

bool RowFilter::holds(std::size_t row) const {
    return std::ranges::all_of(conditions_, [&](const Condition& condition) { return holds(condition, row); });
}

bool RowFilter::holds(const Condition& condition, std::size_t row) const {
    const auto text = [&](std::size_t column) { return folded(grid_.text(row, column, language_)); };
    if (condition.test == Test::holds) {
        for (std::size_t column = 0; column < grid_.columns().size(); ++column)
            if (text(column).find(condition.word) != std::string::npos)
                return true;
        return false;
    }
    const std::string cell = text(condition.column);
    if (condition.test == Test::equal || condition.test == Test::unequal) {
        const bool equal = condition.word.empty()   ? cell.empty()
                           : !condition.key.empty() ? grid_.key_text(row, condition.column) == condition.key
                           : condition.number
                               ? !cell.empty() && grid_.number(row, condition.column) == *condition.number
                               : cell.find(condition.word) != std::string::npos;
        return equal == (condition.test == Test::equal);
    }
    if (!condition.number || cell.empty())
        return false;
    const std::int64_t value = grid_.number(row, condition.column);
    switch (condition.test) {
    case Test::less:
        return value < *condition.number;
    case Test::more:
        return value > *condition.number;
    case Test::at_most:
        return value <= *condition.number;
    default:
        return value >= *condition.number;
    }
}

} // namespace riser
