// SPDX-License-Identifier: GPL-3.0-or-later
// Every table of a design behind one type-erased face, so that reader, writer, diff and merge are written once and are
// not templates over ninety row types.
#pragma once

#include "model/fields/field.h"

#include <functional>
#include <memory>

namespace riser {

struct TableAccess {
    Kind kind{};
    const Record* record = nullptr;

    std::size_t size(const Design& design) const { return design.rows(kind).size(); }
    const void* find(const Design& design, std::uint64_t key) const { return design.rows(kind).find(key); }
    void for_each(const Design& design, const std::function<void(const void* row)>& visit) const;
    // before or after is null when the row was added or removed.
    void diff(const Design& a, const Design& b,
              const std::function<void(const void* before, const void* after)>& visit) const;
    // The same snapshot of this table.
    bool shared(const Design& a, const Design& b) const { return a.rows(kind).shares_all_with(b.rows(kind)); }
    void put(Design& design, std::shared_ptr<void> row) const;
    bool erase(Design& design, std::uint64_t key) const { return design.rows(kind).erase(key); }
    // Replaces the table by rows sorted by id without doubles.
    void assign(Design& design, std::vector<std::shared_ptr<void>> rows) const;

    std::shared_ptr<void> (*make)() = nullptr; // an empty row
    std::shared_ptr<void> (*clone)(const void* row) = nullptr;

    std::uint64_t (*id)(const void* row) = nullptr;
    void (*set_id)(void* row, std::uint64_t id) = nullptr;
    const RowBase* (*base)(const void* row) = nullptr;
    RowBase* (*base_edit)(void* row) = nullptr;
    bool (*equal)(const void* a, const void* b) = nullptr;
};

const TableAccess& table_access(Kind kind);
std::span<const TableAccess> all_tables();

} // namespace riser
