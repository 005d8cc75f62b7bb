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
    a.make = []() -> std::shared_ptr<void> { return std::make_shared<Row>(); };
    a.clone = [](const void* row) -> std::shared_ptr<void> { return std::make_shared<Row>(*static_cast<Const>(row)); };
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

void TableAccess::for_each(const Design& design, const std::function<void(const void* row)>& visit) const {
    for (RowTree::Cursor at = design.rows(kind).begin(); at != RowTree::Cursor(); at.next())
        visit(at.row());
}

void TableAccess::diff(const Design& a, const Design& b,
                       const std::function<void(const void* before, const void* after)>& visit) const {
    using Visitor = const std::function<void(const void*, const void*)>;
    RowTree::diff(
        a.rows(kind), b.rows(kind), equal,
        [](void* context, const void* before, const void* after) {
            (*static_cast<Visitor*>(context))(before, after);
            return true;
        },
        const_cast<std::remove_const_t<Visitor>*>(&visit));
}

void TableAccess::put(Design& design, std::shared_ptr<void> row) const {
    const std::uint64_t key = id(row.get());
    ensure(key != 0, "a row needs an id");
    design.rows(kind).put(key, std::move(row));
}

void TableAccess::assign(Design& design, std::vector<std::shared_ptr<void>> rows) const {
    std::vector<std::uint64_t> ids;
    ids.reserve(rows.size());
    for (const std::shared_ptr<void>& row : rows)
        ids.push_back(id(row.get()));
    design.rows(kind).assign(std::move(ids),
                             {std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end())});
}

const TableAccess& table_access(Kind kind) { return tables()[static_cast<std::size_t>(kind)]; }
std::span<const TableAccess> all_tables() { return tables(); }

} // namespace riser
