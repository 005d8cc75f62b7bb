// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/grid.h"

#include "designer/session/lists.h"
#include "exporters/tables/bill.h"
#include "exporters/tables/columns.h"
#include "exporters/tables/names.h"
#include "exporters/tables/schedules.h"
#include "model/fields/spoken_number.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

TableDocument bill_table(const Facts& facts) { return bill_of_materials(facts); }

using Make = TableDocument (*)(const Facts&);
constexpr std::array<Make, 5> makers{outlet_schedule, cable_schedule, pathway_schedule, point_summary, bill_table};

// Columns of schedules that say one field of the row's object, or of the outlet of the row's jack.
struct Stands {
    std::string_view column;
    Kind kind;
    std::string_view field;
};
constexpr Stands of_points[] = {{"outlet", Kind::outlets, "label"},  {"mounting", Kind::outlets, "mounting"},
                                {"height", Kind::outlets, "height"}, {"point", Kind::jacks, "label"},
                                {"kind", Kind::jacks, "kind"},       {"plane", Kind::jacks, "plane"}};
constexpr Stands of_cables[] = {{"label", Kind::cables, "label"},
                                {"type", Kind::cables, "type"},
                                {"role", Kind::cables, "role"},
                                {"plane", Kind::cables, "plane"},
                                {"status", Kind::cables, "status"}};
constexpr Stands of_pathways[] = {
    {"label", Kind::pathway_runs, "label"},       {"kind", Kind::pathway_runs, "kind"},
    {"mounting", Kind::pathway_runs, "mounting"}, {"elevation", Kind::pathway_runs, "elevation"},
    {"plane", Kind::pathway_runs, "plane"},       {"status", Kind::pathway_runs, "status"}};
std::span<const Stands> bindings(std::size_t schedule) {
    switch (schedule) {
    case 0:
        return of_points;
    case 1:
        return of_cables;
    case 2:
        return of_pathways;
    default:
        return {};
    }
}

Text with_unit(Text heading, const Text& unit) {
    if (!unit.zh.empty())
        heading.zh += " / " + unit.zh;
    if (!unit.en.empty())
        heading.en += " / " + unit.en;
    return heading;
}

// Geometry is edited on the plan, parts in tables of their own.
bool is_shown(const Field& field) {
    return field.type != FieldType::points && field.type != FieldType::polygon && field.type != FieldType::parts &&
           field.key != "origin";
}

bool is_set_apart(const Field& field) {
    constexpr std::string_view keys[] = {"phase", "package", "supplier", "scope", "source"};
    return std::ranges::find(keys, field.key) != std::end(keys);
}

std::vector<GridColumn> columns_of(Kind kind) {
    std::vector<GridColumn> out;
    for (const Field& field : table_access(kind).record->fields) {
        if (!is_shown(field))
            continue;
        const SpokenUnit unit = spoken_unit(field.unit);
        GridColumn column{.key = std::string(field.key),
                          .heading = with_unit({std::string(field.label.zh), std::string(field.label.en)}, unit.symbol),
                          .number = field.type == FieldType::whole,
                          .set_apart = is_set_apart(field),
                          .factor = unit.factor,
                          .unit = field.unit,
                          .field = &field,
                          .of = kind};
        if (field.type != FieldType::bilingual) {
            out.push_back(column);
            continue;
        }
        for (const Language half : {Language::zh, Language::en}) {
            GridColumn one = column;
            one.half = half;
            one.key += half == Language::zh ? ".zh" : ".en";
            one.heading.zh += half == Language::zh ? "（中文）" : "（英文）";
            one.heading.en += half == Language::zh ? " (Chinese)" : " (English)";
            out.push_back(std::move(one));
        }
    }
    return out;
}

GridColumn column_of(const TableColumn& from, std::size_t schedule) {
    GridColumn out{.key = from.key,
                   .heading = {heading(from, Language::zh), heading(from, Language::en)},
                   .number = from.type != CellType::text,
                   .fixed = true,
                   .factor = scale_of(from.type),
                   .unit = from.type == CellType::length ? "mm" : ""};
    for (const Stands& stands : bindings(schedule))
        if (stands.column == from.key) {
            out.fixed = false;
            out.of = stands.kind;
            out.field = table_access(stands.kind).record->find(stands.field);
        }
    return out;
}

} // namespace

Grid Grid::of_rows(Design design, Kind kind) {
    Grid out;
    out.spoken_ = std::make_shared<Spoken>(std::move(design));
    out.kind_ = kind;
    out.columns_ = columns_of(kind);
    const TableAccess& table = table_access(kind);
    const auto ranks = floor_ranks(out.spoken_->design());
    struct Named {
        std::int32_t floor; // from the lowest; -1: none
        std::string name;
        const void* row;
    };
    std::vector<Named> rows;
    table.for_each(out.spoken_->design(), [&](const void* row) {
        const std::optional<FloorId> floor = floor_of(out.spoken_->design(), {kind, table.id(row)});
        const auto rank = floor ? ranks.find(*floor) : ranks.end();
        rows.push_back({rank == ranks.end() ? -1 : rank->second, called(*table.record, kind, row, Language::en), row});
    });
    std::ranges::stable_sort(rows, [](const Named& a, const Named& b) {
        return a.floor != b.floor ? a.floor < b.floor : natural_less(a.name, b.name);
    });
    for (const Named& row : rows) {
        out.ids_.push_back(table.id(row.row));
        out.data_.push_back(row.row);
    }
    return out;
}

Grid Grid::of_schedule(const Facts& facts, std::size_t schedule) {
    Grid out;
    out.spoken_ = std::make_shared<Spoken>(facts.design());
    out.table_ = std::make_shared<const TableDocument>(makers[schedule](facts));
    for (const TableColumn& column : out.table_->columns)
        out.columns_.push_back(column_of(column, schedule));
    for (const TableGroup& group : out.table_->groups)
        for (const TableRow& row : group.rows)
            out.rows_.push_back(&row);
    return out;
}

std::optional<Grid> Grid::updated(const Design& design) const {
    if (table_ || design.rows(kind_).size() != ids_.size())
        return std::nullopt;
    Grid out = *this;
    out.spoken_ = std::make_shared<Spoken>(design);
    const TableAccess& table = table_access(kind_);
    for (std::size_t i = 0; i < ids_.size(); ++i)
        if (out.data_[i] = table.find(out.spoken_->design(), ids_[i]); !out.data_[i])
            return std::nullopt;
    return out;
}

AnyId Grid::subject(std::size_t row) const { return table_ ? rows_[row]->subject : AnyId(kind_, ids_[row]); }

std::string Grid::text(std::size_t row, std::size_t column, Language language) const {
    const GridColumn& at = columns_[column];
    if (table_)
        return shown(rows_[row]->cells[column], table_->columns[column], *rows_[row], language);
    return spoken_->shown(*at.field, data_[row], at.field->type == FieldType::bilingual ? at.half : language);
}

std::string Grid::key_text(std::size_t row, std::size_t column) const {
    const GridColumn& at = columns_[column];
    const std::optional<CellTarget> to = target(row, column);
    std::string out;
    if (to && (at.field->type == FieldType::choice || at.field->type == FieldType::choices))
        at.field->write(to->data, out);
    return out;
}

std::int64_t Grid::number(std::size_t row, std::size_t column) const {
    if (table_)
        return number_of(rows_[row]->cells[column]);
    return columns_[column].field->number ? columns_[column].field->number(data_[row]) : 0;
}

std::string_view Grid::accent(std::size_t row, std::size_t column) const {
    return table_ && columns_[column].key == table_->accent_column ? std::string_view(rows_[row]->accent)
                                                                   : std::string_view();
}

std::optional<CellTarget> Grid::target(std::size_t row, std::size_t column) const {
    const GridColumn& at = columns_[column];
    if (!table_)
        return CellTarget{{kind_, ids_[row]}, data_[row]};
    if (at.fixed)
        return std::nullopt;
    AnyId id = rows_[row]->subject;
    const Design& design = spoken_->design();
    if (id.kind == Kind::jacks && at.of == Kind::outlets)
        if (const Jack* jack = design.find(JackId{id.value}))
            id = jack->outlet;
    const void* data = id.kind == *at.of ? table_access(id.kind).find(design, id.value) : nullptr;
    return data ? std::optional(CellTarget{id, data}) : std::nullopt;
}

std::string Grid::typed(std::size_t row, std::size_t column, Language language) {
    const GridColumn& at = columns_[column];
    const std::optional<CellTarget> to = target(row, column);
    if (!to)
        return text(row, column, language);
    if (table_ && at.number)
        return scaled_text(at.field->number(to->data), at.factor);
    return spoken_->typed(*at.field, to->data, at.field->type == FieldType::bilingual ? at.half : language);
}

bool Grid::pinned(std::size_t row, std::size_t column) const {
    const std::optional<CellTarget> to = target(row, column);
    if (!to)
        return false;
    const TableAccess& table = table_access(to->row.kind);
    const std::size_t index = static_cast<std::size_t>(columns_[column].field - table.record->fields.data());
    return (table.base(to->data)->pins.mask >> index & 1) != 0;
}

} // namespace riser
