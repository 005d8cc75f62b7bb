// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/table.h"

#include <algorithm>

namespace riser {

namespace {

std::int64_t power_of_ten(std::int32_t exponent) {
    std::int64_t out = 1;
    for (std::int32_t i = 0; i < exponent; ++i)
        out *= 10;
    return out;
}

// Digits behind the point that a type can need.
std::int32_t stored_decimals(CellType type) {
    switch (type) {
    case CellType::text:
    case CellType::whole:
        return 0;
    case CellType::decimal:
    case CellType::length:
        return 3;
    case CellType::money:
        return 2;
    case CellType::percent:
        return 2; // of per cent
    }
    return 0;
}

// Percentages are stored in basis points and shown in per cent.
std::int64_t text_scale(CellType type) { return type == CellType::percent ? 100 : scale_of(type); }

// Blocks of characters that East Asian fonts draw one em wide.
bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
           (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
}

} // namespace

std::int64_t scale_of(CellType type) {
    switch (type) {
    case CellType::text:
    case CellType::whole:
        return 1;
    case CellType::decimal:
    case CellType::length:
        return 1000;
    case CellType::money:
        return 100;
    case CellType::percent:
        return 10000;
    }
    return 1;
}

std::size_t TableDocument::column(std::string_view key) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& c) { return c.key == key; });
    return static_cast<std::size_t>(found - columns.begin());
}

std::size_t TableDocument::row_count() const {
    std::size_t count = 0;
    for (const TableGroup& group : groups)
        count += group.rows.size();
    return count;
}

std::int64_t number_of(const TableCell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return *number;
    if (const auto* formula = std::get_if<Formula>(&cell))
        return formula->value;
    return 0;
}

bool is_number(const TableCell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Formula>(cell);
}

std::int64_t total_of(const TableGroup& group, std::size_t column) {
    std::int64_t sum = 0;
    for (const TableRow& row : group.rows)
        sum += number_of(row.cells[column]);
    return sum;
}

std::int64_t total_of(const TableDocument& table, std::size_t column) {
    std::int64_t sum = 0;
    for (const TableGroup& group : table.groups)
        sum += total_of(group, column);
    return sum;
}

bool has_totals(const TableDocument& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const TableColumn& column) { return column.total != TotalKind::none; });
}

std::string decimal_text(std::int64_t value, CellType type, std::int32_t decimals, Digits digits) {
    const std::int64_t scale = text_scale(type);
    const std::int64_t power = power_of_ten(decimals);
    const __int128 magnitude = value < 0 ? -static_cast<__int128>(value) : static_cast<__int128>(value);
    const auto rounded =
        static_cast<std::int64_t>((magnitude * power * 2 + scale) / (static_cast<__int128>(scale) * 2));
    std::string out = std::to_string(rounded / power);
    if (decimals > 0) {
        std::string fraction = std::to_string(rounded % power);
        fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
        while (digits == Digits::shortest && !fraction.empty() && fraction.back() == '0')
            fraction.pop_back();
        if (!fraction.empty())
            out += '.' + fraction;
    }
    return value < 0 && rounded != 0 ? '-' + out : out;
}

std::string shown(const TableCell& cell, const TableColumn& column, const TableRow& row, Language language) {
    if (const auto* text = std::get_if<Text>(&cell))
        return text->in(language);
    if (!is_number(cell))
        return {};
    std::int32_t decimals = column.type == CellType::whole ? 0 : column.decimals;
    if (column.type == CellType::decimal && row.decimals)
        decimals = *row.decimals;
    return decimal_text(number_of(cell), column.type, decimals);
}

std::string exact(const TableCell& cell, const TableColumn& column, Language language) {
    if (const auto* text = std::get_if<Text>(&cell))
        return text->in(language);
    if (!is_number(cell))
        return {};
    return decimal_text(number_of(cell), column.type, stored_decimals(column.type), Digits::shortest);
}

std::string heading(const TableColumn& column, Language language) {
    std::string out = column.title.in(language);
    if (!column.unit.empty())
        out += " / " + column.unit.in(language);
    return out;
}

RowBuilder& RowBuilder::text(std::string_view name) { return text(same_text(name)); }
RowBuilder& RowBuilder::text(const Text& name) {
    if (name.empty())
        return empty();
    row_.cells.emplace_back(std::in_place_type<Text>, name);
    return *this;
}
RowBuilder& RowBuilder::number(std::int64_t stored) {
    row_.cells.emplace_back(std::in_place_type<std::int64_t>, stored);
    return *this;
}
RowBuilder& RowBuilder::formula(std::string pattern, std::int64_t value) {
    row_.cells.emplace_back(std::in_place_type<Formula>, std::move(pattern), value);
    return *this;
}
RowBuilder& RowBuilder::empty() {
    row_.cells.emplace_back();
    return *this;
}

std::int32_t display_columns(std::string_view text) {
    std::int32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        char32_t c = length == 1 ? lead : lead & (0x7fU >> length);
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
        columns += is_wide(c) ? 2 : 1;
        at += length;
    }
    return columns;
}

} // namespace riser
