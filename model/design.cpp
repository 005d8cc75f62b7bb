// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design.h"

#include "model/fields/table_access.h"

#include <utility>

namespace riser {

const RowTree& Design::rows(Kind kind) const {
    switch (kind) {
#define RISER_CASE(Type, member, prefix, element)                                                                      \
    case Kind::member:                                                                                                 \
        return member.tree();
        RISER_TABLES(RISER_CASE)
#undef RISER_CASE
    }
    ensure(false, "a kind names a table");
    return projects.tree();
}

RowTree& Design::rows(Kind kind) { return const_cast<RowTree&>(std::as_const(*this).rows(kind)); }

bool Design::operator==(const Design& other) const {
    if (table_extras != other.table_extras || document_extras != other.document_extras)
        return false;
    bool equal = true;
    for (const TableAccess& table : all_tables()) {
        const RowTree& a = rows(table.kind);
        const RowTree& b = other.rows(table.kind);
        if (a.size() != b.size())
            return false;
        RowTree::diff(
            a, b, table.equal,
            [](void* context, const void*, const void*) { return *static_cast<bool*>(context) = false; }, &equal);
        if (!equal)
            return false;
    }
    return true;
}

const Project& Design::project() const {
    static const Project none;
    const Project* found = projects.find(the_project);
    return found ? *found : none;
}

const Brief& Design::brief() const {
    static const Brief none;
    const Brief* found = briefs.find(the_brief);
    return found ? *found : none;
}

} // namespace riser
