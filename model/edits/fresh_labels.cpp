// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/fresh_labels.h"

#include "model/fields/table_access.h"

#include <charconv>

namespace riser {

namespace {

std::string digits_of(std::string_view label) {
    std::string digits;
    for (const char c : label)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits;
}

} // namespace

FreshLabels::FreshLabels(const Design& design, Kind kind) {
    const TableAccess& table = table_access(kind);
    const Field* field = table.record->find("label");
    if (!field)
        field = table.record->find("number");
    if (field)
        table.for_each(design, [&](const void* row) {
            std::string text;
            if (!field->is_default(row))
                field->write(row, text);
            taken_.insert(std::move(text));
        });
    for (const RetiredLabel& row : design.retired_labels)
        if (row.subject == element_name(kind))
            taken_.insert(row.label);
}

std::string FreshLabels::take(std::string wanted) {
    if (wanted.empty())
        return wanted;
    std::size_t stem = wanted.size();
    while (stem > 0 && wanted.size() - stem < 9 && wanted[stem - 1] >= '0' && wanted[stem - 1] <= '9')
        --stem;
    const std::size_t width = wanted.size() - stem;
    std::int64_t number = 1;
    if (width > 0)
        std::from_chars(wanted.data() + stem, wanted.data() + wanted.size(), number);
    const std::string before = wanted.substr(0, stem) + (width > 0 ? "" : "-");
    while (!taken_.insert(wanted).second) {
        std::string digits = std::to_string(++number);
        if (digits.size() < width)
            digits.insert(0, width - digits.size(), '0');
        wanted = before + digits;
    }
    return wanted;
}

std::string label_on_floor(const std::string& text, const std::string& from, const std::string& to) {
    if (!from.empty() && text.starts_with(from) && (text.size() == from.size() || text[from.size()] == '-'))
        return to + text.substr(from.size());
    const std::string number = digits_of(from);
    if (!number.empty() && text.starts_with(number) && text.size() >= number.size() + 2 &&
        digits_of(text.substr(0, number.size() + 2)).size() == number.size() + 2 && !digits_of(to).empty())
        return digits_of(to) + text.substr(number.size());
    return text;
}

} // namespace riser
