// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/table_access.h"

#include <array>

namespace riser {

namespace {

template<class Row> TableAccess access() {
    using Const = const Row*;
    TableAccess a;
    a.kind = kind_of<Row>;
    a.record = &record_of<Row>();
    a.size = [](const Design& d) { return d.table<Row>().size(); };
    a.find = [](const Design& d, std::uint64_t id) -> const void* { return d.table<Row>().find(Id<Row>{id}); };
    a.for_each = [](const Design& d, const std::function<void(const void*)>& visit) {
        for (const Row& row : d.table<Row>())
            visit(&row);
    };
    a.diff = [](const Design& x, const Design& y, const std::function<void(const void*, const void*)>& visit) {
        Table<Row>::diff(x.table<Row>(), y.table<Row>(),
                         [&](Const before, Const after) { return visit(before, after), true; });
    };
    a.shared = [](const Design& x, const Design& y) { return x.table<Row>().shares_all_with(y.table<Row>()); };
    a.make = []() -> std::shared_ptr<void> { return std::make_shared<Row>(); };
    a.clone = [](const void* row) -> std::shared_ptr<void> { return std::make_shared<Row>(*static_cast<Const>(row)); };
    a.put = [](Design& d, std::shared_ptr<void> row) {
        d.table<Row>().put(std::static_pointer_cast<const Row>(std::move(row)));
    };
    a.erase = [](Design& d, std::uint64_t id) { return d.table<Row>().erase(Id<Row>{id}); };
    a.assign = [](Design& d, std::vector<std::shared_ptr<void>> rows) {
        std::vector<std::shared_ptr<const Row>> typed;
        typed.reserve(rows.size());
        for (std::shared_ptr<void>& row : rows)
            typed.push_back(std::static_pointer_cast<const Row>(std::move(row)));
        d.table<Row>().assign_sorted(std::move(typed));
    };
    a.id = [](const void* row) { return static_cast<Const>(row)->id.value; };
    a.set_id = [](void* row, std::uint64_t id) { static_cast<Row*>(row)->id.value = id; };
    a.base = [](const void* row) -> const RowBase* { return static_cast<Const>(row); };
    a.base_edit = [](void* row) -> RowBase* { return static_cast<Row*>(row); };
    a.equal = [](const void* x, const void* y) { return *static_cast<Const>(x) == *static_cast<Const>(y); };
    return a;
}

const std::array<TableAccess, kind_count>& tables() {
    static const std::array<TableAccess, kind_count> list{
#define RISER_ACCESS_ROW(Type, table, prefix, element) access<Type>(),
        RISER_TABLES(RISER_ACCESS_ROW)
#undef RISER_ACCESS_ROW
    };
    return list;
}

} // namespace

const TableAccess& table_access(Kind kind) { return tables()[static_cast<std::size_t>(kind)]; }
std::span<const TableAccess> all_tables() { return tables(); }

} // namespace riser
