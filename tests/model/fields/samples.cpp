// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/fields/samples.h"

#include "tests/support/random_design.h"

#include <algorithm>

namespace riser {

namespace {

// The tables of one row get theirs from many small designs, the others from one large one.
const std::vector<Design>& designs() {
    static const std::vector<Design> list = [] {
        std::vector<Design> out;
        out.push_back(random_design(1, 80));
        for (std::uint64_t seed = 2; seed < 80; ++seed)
            out.push_back(random_design(seed, 1));
        return out;
    }();
    return list;
}

void add_parts(const Sample& owner, const Field& field, std::vector<Sample>& out) {
    auto at = std::find_if(out.begin(), out.end(), [&](const Sample& s) { return s.record == field.part; });
    if (at == out.end()) {
        Sample part;
        part.name = owner.name + '.' + std::string(field.key);
        part.record = field.part;
        part.make = [make = owner.make, &field] {
            const std::shared_ptr<void> row = make();
            return std::shared_ptr<void>(row, field.part_append(row.get()));
        };
        at = out.insert(out.end(), std::move(part));
    }
    for (const void* row : owner.rows)
        for (std::size_t i = 0; i < field.part_count(row); ++i)
            at->rows.push_back(field.part_at(row, i));
}

} // namespace

const std::vector<Sample>& samples() {
    static const std::vector<Sample> list = [] {
        std::vector<Sample> entities;
        std::vector<Sample> parts;
        for (const TableAccess& table : all_tables()) {
            Sample sample{std::string(element_name(table.kind)), table.record, &table, table.make, {}};
            for (const Design& design : designs())
                table.for_each(design, [&](const void* row) { sample.rows.push_back(row); });
            entities.push_back(std::move(sample));
        }
        for (const Sample& sample : entities)
            for (const Field& field : sample.record->fields)
                if (field.type == FieldType::parts)
                    add_parts(sample, field, parts);
        entities.insert(entities.end(), parts.begin(), parts.end());
        return entities;
    }();
    return list;
}

std::string text_of(const Field& field, const void* row) {
    std::string out;
    field.write(row, out);
    return out;
}

} // namespace riser
