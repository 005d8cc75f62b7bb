// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/table_json.h"

#include <nlohmann/json.hpp>

#include <array>

namespace riser {

namespace {

using Json = nlohmann::ordered_json;

Json text_json(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

std::string_view type_name(CellType type) {
    constexpr std::array<std::string_view, 6> names{"text", "whole", "decimal", "length", "money", "percent"};
    return names[static_cast<std::size_t>(type)];
}

Json number_json(std::int64_t stored, CellType type) {
    const std::int64_t scale = scale_of(type);
    if (stored % scale == 0)
        return stored / scale;
    return static_cast<double>(stored) / static_cast<double>(scale);
}

Json cell_json(const TableCell& cell, const TableColumn& column) {
    if (const Text* text = std::get_if<Text>(&cell))
        return text_json(*text);
    return is_number(cell) ? number_json(number_of(cell), column.type) : Json();
}

Json row_json(const TableRow& row, const TableDocument& table, const Text& group) {
    Json out = Json::object();
    out["subject"] = row.subject.value != 0 ? Json(to_string(row.subject)) : Json();
    if (!group.empty())
        out["group"] = text_json(group);
    for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c)
        out[table.columns[c].key] = cell_json(row.cells[c], table.columns[c]);
    return out;
}

Json table_json(const TableDocument& table) {
    Json out{{"name", table.name}, {"title", text_json(table.title)}, {"columns", Json::array()}};
    for (const TableColumn& column : table.columns)
        out["columns"].push_back({{"key", column.key},
                                  {"title", text_json(column.title)},
                                  {"type", type_name(column.type)},
                                  {"unit", text_json(column.unit)}});
    out["rows"] = Json::array();
    for (const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows)
            out["rows"].push_back(row_json(row, table, group.title));
    out["notes"] = Json::array();
    for (const Text& note : table.notes)
        out["notes"].push_back(text_json(note));
    return out;
}

} // namespace

std::string tables_json(std::span<const TableSection> sections) {
    Json out{{"sections", Json::array()}};
    for (const TableSection& section : sections) {
        Json tables = Json::array();
        for (const TableDocument& table : section.tables)
            tables.push_back(table_json(table));
        out["sections"].push_back(
            {{"name", section.name}, {"title", text_json(section.title)}, {"tables", std::move(tables)}});
    }
    // Names in a design may hold bytes that are no UTF-8 when they came from elsewhere than a file.
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace riser
