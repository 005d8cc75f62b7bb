// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_edits.h"

#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

namespace riser {

RandomEdits::RandomEdits(std::uint64_t seed, std::size_t rows)
    : engine_(seed), donor_(random_design(seed * 31 + 7, rows)) {}

void RandomEdits::operator()(Edit& edit) {
    Design& design = edit.working();
    const TableAccess& table = all_tables()[below(kind_count)];
    std::vector<const void*> donors;
    table.for_each(donor_, [&](const void* row) { donors.push_back(row); });
    std::vector<const void*> rows;
    table.for_each(design, [&](const void* row) { rows.push_back(row); });
    if (donors.empty())
        return;
    const void* donor = donors[below(donors.size())];
    const std::size_t dice = below(10);
    if (rows.empty() || dice < 2) {
        const std::uint64_t id = edit.ids().next_value();
        if (filter_ && !filter_(table.kind, id, 0))
            return;
        const std::shared_ptr<void> row = table.clone(donor);
        table.set_id(row.get(), id);
        table.put(design, row);
        return;
    }
    const void* chosen = rows[below(rows.size())];
    const std::uint64_t id = table.id(chosen);
    const std::size_t index = dice < 4 ? 0 : below(table.record->fields.size());
    if (filter_ && !filter_(table.kind, id, index))
        return;
    if (dice < 4) {
        table.erase(design, id);
        return;
    }
    const std::shared_ptr<void> row = table.clone(chosen);
    table.record->fields[index].copy(donor, row.get());
    table.put(design, row);
}

} // namespace riser
