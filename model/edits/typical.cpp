// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/typical.h"

#include "model/edits/fresh_labels.h"
#include "model/edits/issued_rows.h"
#include "model/edits/refusals.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

// Kinds that are copied, in an order in which what a row belongs to comes before it, and the field that says it.
struct Copied {
    Kind kind;
    std::string_view owner;
};
constexpr Copied copied[] = {
    {Kind::fire_compartments, "floor"},
    {Kind::rooms, "floor"},
    {Kind::walls, "floor"},
    {Kind::openings, "floor"},
    {Kind::columns, "floor"},
    {Kind::axis_lines, "floor"},
    {Kind::restricted_areas, "floor"},
    {Kind::spaces, "room"},
    {Kind::racks, "space"},
    {Kind::pathway_nodes, "floor"},
    {Kind::power_routes, "floor"},
    {Kind::outlets, "floor"},
    {Kind::jacks, "outlet"},
    {Kind::pathway_runs, "from"},
};

struct FloorCopier {
    Edit& edit;
    const Floor master;
    const Floor target;
    std::map<AnyId, AnyId> copies = {};
    std::set<AnyId> secret = {}; // planes
    std::map<Kind, FreshLabels> labels = {};

    bool is_secret(const Field& field, const void* row) const {
        struct Context {
            const std::set<AnyId>& secret;
            bool found = false;
        } context{secret};
        field.for_each_reference(
            row,
            [](void* c, AnyId id) {
                auto& at = *static_cast<Context*>(c);
                at.found = at.found || at.secret.contains(id);
            },
            &context);
        return context.found;
    }

    bool belongs(const TableAccess& table, const Copied& what, const void* row) const {
        bool all_copied = true;
        const auto check = [&](std::string_view key) {
            std::string text;
            const Field& field = *table.record->find(key);
            field.write(row, text);
            const std::optional<AnyId> owner = parse_any_id(text);
            all_copied = all_copied && owner && copies.contains(*owner);
        };
        check(what.owner);
        if (what.kind == Kind::pathway_runs)
            check("to");
        for (const Field& field : table.record->fields)
            if (field.target == Kind::planes && is_secret(field, row))
                return false;
        return all_copied;
    }

    // References to rows that were copied go to their copies, others stay.
    void redirect(const Field& field, void* row) const {
        struct Context {
            const std::map<AnyId, AnyId>& copies;
            std::string text;
            bool changed = false;
        } context{copies, {}};
        field.for_each_reference(
            row,
            [](void* c, AnyId id) {
                auto& at = *static_cast<Context*>(c);
                const auto copy = at.copies.find(id);
                at.changed = at.changed || copy != at.copies.end();
                at.text += (at.text.empty() ? "" : " ") + to_string(copy != at.copies.end() ? copy->second : id);
            },
            &context);
        if (context.changed)
            ensure(field.read(context.text, row), "ids that were written are read again");
    }

    // Numbers of rooms may stand on every floor; a label stands once in the design, and a retired one never again.
    std::string unused(Kind kind, std::string label) {
        const auto frozen = frozen_kinds();
        if (std::find(frozen.begin(), frozen.end(), kind) == frozen.end())
            return label;
        auto known = labels.find(kind);
        if (known == labels.end())
            known = labels.emplace(kind, FreshLabels(edit.design(), kind)).first;
        return known->second.take(std::move(label));
    }

    void rename(const Record& record, Kind kind, std::string_view key, void* row) {
        const Field* field = record.find(key);
        if (!field || field->type != FieldType::text || field->is_default(row))
            return;
        std::string text;
        field->write(row, text);
        text = label_on_floor(text, master.label, target.label);
        field->read(key == "label" ? unused(kind, std::move(text)) : text, row);
    }

    void copy(const TableAccess& table, const void* from) {
        const AnyId source(table.kind, table.id(from));
        const std::shared_ptr<void> row = table.clone(from);
        const AnyId id(table.kind, derived_id_value("typical", to_string(target.id) + to_string(source)));
        table.set_id(row.get(), id.value);
        RowBase& base = *table.base_edit(row.get());
        base.origin = {OriginKind::typical, to_string(master.id), to_string(source)};
        base.pins = {};
        base.extras = {};
        for (const Field& field : table.record->fields)
            if (field.for_each_reference)
                redirect(field, row.get());
        for (const char* key : {"label", "number", "door-number"})
            rename(*table.record, table.kind, key, row.get());
        if (table.kind == Kind::pathway_runs)
            drop_secret_compartments(*static_cast<PathwayRun*>(row.get()));
        copies.emplace(source, id);
        table.put(edit.working(), row);
    }

    void drop_secret_compartments(PathwayRun& run) const {
        std::erase_if(run.compartments, [&](const RunCompartment& compartment) {
            return compartment.plane && secret.contains(AnyId(*compartment.plane));
        });
    }

    void run() {
        for (const Plane& plane : edit.design().planes)
            if (plane.disclosure == Disclosure::secret)
                secret.insert(plane.id);
        copies.emplace(master.id, target.id);
        const Design before = edit.design();
        for (const Copied& what : copied) {
            const TableAccess& table = table_access(what.kind);
            table.for_each(before, [&](const void* row) {
                if (belongs(table, what, row))
                    copy(table, row);
            });
        }
        drop_empty_outlets();
    }

    // An outlet all of whose jacks were secret is none.
    void drop_empty_outlets() {
        std::set<OutletId> with_jacks;
        for (const Jack& jack : edit.design().jacks)
            with_jacks.insert(jack.outlet);
        for (const auto& [source, copy] : copies)
            if (copy.kind == Kind::outlets && !with_jacks.contains(OutletId{copy.value}) &&
                with_jacks.contains(OutletId{source.value}))
                edit.erase(OutletId{copy.value});
    }
};

} // namespace

Result<FloorId> copy_floor(Edit& edit, FloorId master, FloorWish wish) {
    const Floor* found = edit.design().find(master);
    if (!found)
        return missing_row(master);
    const Floor from = *found;
    Edit nested = edit.nested(edit.name());
    const Result<FloorId> added = add_floor(nested, from.building, std::move(wish));
    if (!added)
        return added;
    Floor target = *nested.design().find(*added);
    target.typical_of = master;
    nested.put(target);
    FloorCopier{nested, from, target}.run();
    edit.take(std::move(nested));
    return target.id;
}

} // namespace riser
