// SPDX-License-Identifier: GPL-3.0-or-later
// A design: one table a kind, nothing else. A plain value: copying it is cheap (one pointer a table), comparing it
// walks only what differs, and a const copy may be read by any thread.
#pragma once

#include "model/base/table.h"
#include "model/brief.h"
#include "model/building.h"
#include "model/cabling.h"
#include "model/catalogue.h"
#include "model/equipment.h"
#include "model/logical.h"
#include "model/monitoring.h"
#include "model/pathways.h"
#include "model/power.h"
#include "model/project.h"
#include "model/review.h"

#include <array>

namespace riser {

struct Design {
#define RISER_MEMBER(Type, table, prefix, element) Table<Type> table;
    RISER_TABLES(RISER_MEMBER)
#undef RISER_MEMBER
    // What a newer minor format said of a table, and of the document as a whole.
    std::array<ExtrasRef, kind_count> table_extras;
    ExtrasRef document_extras;

    // The table of a row type: design.table<Room>().
    template<class Row> Table<Row>& table();
    template<class Row> const Table<Row>& table() const;
    template<class Row> const Row* find(Id<Row> id) const { return id ? table<Row>().find(id) : nullptr; }
    template<class Row> const Row* find(const std::optional<Id<Row>>& id) const { return id ? find(*id) : nullptr; }
    // The rows of a kind without their type.
    const RowTree& rows(Kind kind) const;
    RowTree& rows(Kind kind);
    bool contains(AnyId id) const { return rows(id.kind).find(id.value) != nullptr; }
    // The one project row, or a default one.
    const Project& project() const;
    const Brief& brief() const;

    bool operator==(const Design&) const; // in a source of its own: it costs the compiler ninety row types
};

#define RISER_ACCESS(Type, member, prefix, element)                                                                    \
    template<> inline Table<Type>& Design::table<Type>() { return member; }                                            \
    template<> inline const Table<Type>& Design::table<Type>() const { return member; }
RISER_TABLES(RISER_ACCESS)
#undef RISER_ACCESS

// Calls visit(table) for every table in the order of the list: visit is a template over Table<Row>&.
template<class AnyDesign, class Visit> void for_each_table(AnyDesign& design, Visit visit) {
#define RISER_VISIT(Type, member, prefix, element) visit(design.member);
    RISER_TABLES(RISER_VISIT)
#undef RISER_VISIT
}

} // namespace riser
