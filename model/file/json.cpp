// SPDX-License-Identifier: GPL-3.0-or-later
// The one unit that includes the JSON library, which costs seconds to compile.
#include "model/file/format.h"
#include "model/file/layout.h"
#include "model/file/schema.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace riser {

namespace {

using Json = nlohmann::ordered_json;

Json point_json(std::string_view text) {
    Json out = Json::array();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        std::int32_t number = 0;
        std::from_chars(text.data() + at, text.data() + comma, number);
        out.push_back(number);
        at = comma + 1;
    }
    return out;
}

// Each word between separators as `item` makes it.
template<class Item> Json list_json(std::string_view text, char separator, Item item) {
    Json out = Json::array();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(separator, at), text.size());
        out.push_back(item(text.substr(at, next - at)));
        at = next + 1;
    }
    return out;
}

Json word_json(std::string_view word) { return std::string(word); }
Json points_json(std::string_view text) { return list_json(text, ' ', point_json); }

Json record_json(const Record& record, const void* row, Json out);

Json value_json(const Field& field, const void* row) {
    if (field.type == FieldType::bilingual)
        return Json{{"zh", field.bilingual(row)->zh}, {"en", field.bilingual(row)->en}};
    if (field.type == FieldType::parts) {
        Json out = Json::array();
        for (std::size_t i = 0, count = field.part_count(row); i < count; ++i)
            out.push_back(record_json(*field.part, field.part_at(row, i), Json::object()));
        return out;
    }
    if (field.type == FieldType::whole)
        return field.number(row);
    std::string text;
    field.write(row, text);
    switch (field.type) {
    case FieldType::flag:
        return text == "true";
    case FieldType::references:
    case FieldType::any_references:
    case FieldType::choices:
        return list_json(text, ' ', word_json);
    case FieldType::point:
        return point_json(text);
    case FieldType::points:
        return points_json(text);
    case FieldType::polygon:
        return list_json(text, ';', points_json);
    case FieldType::vlan_number:
        return std::stoi(text);
    default:
        return text;
    }
}

Json record_json(const Record& record, const void* row, Json out) {
    for (const Field& field : record.fields)
        if (!field.is_default(row))
            out[std::string(field.key)] = value_json(field, row);
    return out;
}

Json row_json(const TableAccess& table, const void* row) {
    Json out = record_json(*table.record, row, Json{{"id", to_string(AnyId(table.kind, table.id(row)))}});
    const std::uint64_t pins = table.base(row)->pins.mask;
    for (std::size_t i = 0; pins != 0 && i < table.record->fields.size(); ++i)
        if ((pins >> i & 1) != 0)
            out["pins"].push_back(std::string(table.record->fields[i].key));
    return out;
}

// Invalid UTF-8 becomes U+FFFD, as in the file.
std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

} // namespace

std::string design_json(const Design& design) {
    Json tables = Json::object();
    for (const TableAccess& table : all_tables()) {
        if (table.size(design) == 0)
            continue;
        Json rows = Json::array();
        table.for_each(design, [&](const void* row) { rows.push_back(row_json(table, row)); });
        tables[table_element(table.kind)] = std::move(rows);
    }
    return text_of(Json{{"format", to_string(format_of(design))}, {"tables", std::move(tables)}});
}

std::string info_json(const Design& design) {
    Json counts = Json::object();
    for (const TableAccess& table : all_tables())
        counts[table_element(table.kind)] = table.size(design);
    return text_of(Json{{"name", design.project().name.in(Language::zh)},
                        {"format", to_string(format_of(design))},
                        {"counts", std::move(counts)}});
}

} // namespace riser
