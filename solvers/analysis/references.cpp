// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/references.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <iterator>

namespace riser {

namespace {

// The fields of a kind that hold references, in itself or in its parts.
struct ReferenceFields {
    std::vector<const Field*> own;
    struct Part {
        const Field* field;
        std::vector<const Field*> own;
    };
    std::vector<Part> parts;
    bool empty() const { return own.empty() && parts.empty(); }
};

std::vector<const Field*> holders(const Record& record) {
    std::vector<const Field*> out;
    for (const Field& field : record.fields)
        if (field.for_each_reference)
            out.push_back(&field);
    return out;
}

const ReferenceFields& reference_fields(Kind kind) {
    static const std::vector<ReferenceFields> of_kind = [] {
        std::vector<ReferenceFields> out(kind_count);
        for (const TableAccess& table : all_tables()) {
            ReferenceFields& fields = out[static_cast<std::size_t>(table.kind)];
            fields.own = holders(*table.record);
            for (const Field& field : table.record->fields)
                if (field.part)
                    if (std::vector<const Field*> own = holders(*field.part); !own.empty())
                        fields.parts.push_back({&field, std::move(own)});
        }
        return out;
    }();
    return of_kind[static_cast<std::size_t>(kind)];
}

// Calls visit(field, target) for each reference that the row holds.
template<class Visit> void for_each_reference(const ReferenceFields& fields, const void* row, Visit& visit) {
    struct Context {
        Visit* visit;
        const Field* field;
    } context{&visit, nullptr};
    const auto call = [](void* c, AnyId target) {
        auto* in = static_cast<Context*>(c);
        (*in->visit)(*in->field, target);
    };
    for (const Field* field : fields.own) {
        context.field = field;
        field->for_each_reference(row, call, &context);
    }
    for (const ReferenceFields::Part& part : fields.parts)
        for (std::size_t i = 0, n = part.field->part_count(row); i < n; ++i)
            for (const Field* field : part.own) {
                context.field = field;
                field->for_each_reference(part.field->part_at(row, i), call, &context);
            }
}

// Those of the fields that may hold a reference to one of these rows.
ReferenceFields fields_that_may_hold(const ReferenceFields& fields, const std::vector<AnyId>& rows) {
    const auto narrowed = [&](const std::vector<const Field*>& all) {
        std::vector<const Field*> out;
        std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Field* field) {
            return std::any_of(rows.begin(), rows.end(),
                               [&](AnyId row) { return !field->target || *field->target == row.kind; });
        });
        return out;
    };
    ReferenceFields out{.own = narrowed(fields.own), .parts = {}};
    for (const ReferenceFields::Part& part : fields.parts)
        if (std::vector<const Field*> own = narrowed(part.own); !own.empty())
            out.parts.push_back({part.field, std::move(own)});
    return out;
}

class Walker {
  public:
    Walker(FactInput& input, Kind kind) : input_(input), kind_(kind), fields_(reference_fields(kind)) {}
    bool idle() const { return fields_.empty(); }

    void look_at(const void* row, std::vector<DanglingReference>& out) {
        const AnyId id(kind_, table_access(kind_).id(row));
        auto visit = [&](const Field& field, AnyId target) {
            if (!input_.contains(target))
                out.push_back({.row = id, .field = field.key, .target = target});
        };
        for_each_reference(fields_, row, visit);
    }
    // Adds the rows that refer to one of `gone` (sorted).
    void add_referrers(const std::vector<AnyId>& gone, std::vector<std::uint64_t>& rows) {
        const ReferenceFields fields = fields_that_may_hold(fields_, gone);
        if (fields.empty())
            return;
        bool found = false;
        auto visit = [&](const Field&, AnyId target) {
            found = found || std::binary_search(gone.begin(), gone.end(), target);
        };
        input_.for_each_row(kind_, [&](const void* row) {
            found = false;
            for_each_reference(fields, row, visit);
            if (found)
                rows.push_back(table_access(kind_).id(row));
        });
    }

  private:
    FactInput& input_;
    Kind kind_;
    const ReferenceFields& fields_;
};

} // namespace

DanglingOf DanglingOf::compute(FactInput& input, const Kind& kind) {
    DanglingOf out;
    Walker walker(input, kind);
    if (walker.idle())
        return out;
    input.for_each_row(kind, [&](const void* row) { walker.look_at(row, out.references); });
    std::sort(out.references.begin(), out.references.end());
    return out;
}

std::optional<DanglingOf> DanglingOf::update(const DanglingOf& previous, const ChangeSet& changes, FactInput& input,
                                             const Kind& kind) {
    Walker walker(input, kind);
    const TableChanges& own = changes.of(kind);
    std::vector<AnyId> gone;
    std::vector<std::uint64_t> again = own.added;
    again.insert(again.end(), own.changed.begin(), own.changed.end());
    for (std::size_t k = 0; k < kind_count; ++k)
        for (const std::uint64_t id : changes.tables[k].removed)
            gone.emplace_back(static_cast<Kind>(k), id);
    walker.add_referrers(gone, again);
    std::sort(again.begin(), again.end());
    again.erase(std::unique(again.begin(), again.end()), again.end());

    DanglingOf out;
    for (const DanglingReference& reference : previous.references) {
        const bool looked_at = std::binary_search(again.begin(), again.end(), reference.row.value) ||
                               std::binary_search(own.removed.begin(), own.removed.end(), reference.row.value);
        if (!looked_at && !input.contains(reference.target))
            out.references.push_back(reference);
    }
    for (const std::uint64_t id : again)
        walker.look_at(input.find_row({kind, id}), out.references);
    std::sort(out.references.begin(), out.references.end());
    return out == previous ? std::nullopt : std::optional(std::move(out));
}

References References::compute(FactInput& input) {
    References out;
    for (std::size_t k = 0; k < kind_count; ++k) {
        const Kind kind = static_cast<Kind>(k);
        if (reference_fields(kind).empty())
            continue;
        out.rows += input.row_count(kind);
        const DanglingOf& of = input.get<DanglingOf>(kind);
        out.dangling.insert(out.dangling.end(), of.references.begin(), of.references.end());
    }
    return out;
}

} // namespace riser
