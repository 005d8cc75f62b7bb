// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/references.h"

#include "model/fields/table_access.h"

#include <algorithm>

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

class Walker {
  public:
    Walker(FactInput& input, Kind kind) : input_(input), kind_(kind), fields_(reference_fields(kind)) {}
    bool idle() const { return fields_.own.empty() && fields_.parts.empty(); }

    void look_at(const void* row, std::vector<DanglingReference>& out) {
        const AnyId id(kind_, table_access(kind_).id(row));
        auto visit = [&](const Field& field, AnyId target) {
            if (!input_.contains(target))
                out.push_back({.row = id, .field = field.key, .target = target});
        };
        for_each_reference(fields_, row, visit);
    }
    // Whether the row refers to one of `gone` (sorted).
    bool refers_to(const void* row, const std::vector<AnyId>& gone) {
        bool found = false;
        auto visit = [&](const Field&, AnyId target) {
            found = found || std::binary_search(gone.begin(), gone.end(), target);
        };
        for_each_reference(fields_, row, visit);
        return found;
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
    if (!gone.empty())
        input.for_each_row(kind, [&](const void* row) {
            if (walker.refers_to(row, gone))
                again.push_back(table_access(kind).id(row));
        });
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
        if (const ReferenceFields& fields = reference_fields(kind); fields.own.empty() && fields.parts.empty())
            continue;
        out.rows += input.row_count(kind);
        const DanglingOf& of = input.get<DanglingOf>(kind);
        out.dangling.insert(out.dangling.end(), of.references.begin(), of.references.end());
    }
    return out;
}

} // namespace riser
