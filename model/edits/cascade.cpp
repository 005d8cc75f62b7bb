// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cascade.h"

#include "model/edits/cabling_index.h"
#include "model/edits/issue_edits.h"
#include "model/edits/refusals.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <array>
#include <set>

namespace riser {

namespace {

struct PartOf {
    Kind part;
    std::string_view field; // whose target the row is part of
};
constexpr PartOf parts[] = {
    {Kind::outdoor_ducts, "site"},
    {Kind::floors, "building"},
    {Kind::rooms, "floor"},
    {Kind::walls, "floor"},
    {Kind::openings, "floor"},
    {Kind::columns, "floor"},
    {Kind::axis_lines, "floor"},
    {Kind::underlays, "floor"},
    {Kind::fire_compartments, "floor"},
    {Kind::penetrations, "floor"},
    {Kind::penetrations, "run"},
    {Kind::restricted_areas, "floor"},
    {Kind::restricted_areas, "room"},
    {Kind::spaces, "room"},
    {Kind::pathway_nodes, "floor"},
    {Kind::pathway_runs, "from"},
    {Kind::pathway_runs, "to"},
    {Kind::power_routes, "floor"},
    {Kind::outlets, "floor"},
    {Kind::jacks, "outlet"},
    {Kind::terminations, "cable"},
    {Kind::terminations, "on"},
    {Kind::splices, "closure"},
    {Kind::splices, "cable-a"},
    {Kind::splices, "cable-b"},
    {Kind::panels, "space"},
    {Kind::panels, "floor"},
    {Kind::racks, "space"},
    {Kind::rack_items, "rack"},
    {Kind::rack_items, "item"},
    {Kind::equipment, "space"},
    {Kind::equipment, "floor"},
    {Kind::cards, "equipment"},
    {Kind::power_supplies, "equipment"},
    {Kind::ports, "equipment"},
    {Kind::ports, "card"},
    {Kind::spanning_trees, "equipment"},
    {Kind::acls, "equipment"},
    {Kind::routes, "equipment"},
    {Kind::transfer_switches, "space"},
    {Kind::ups_units, "space"},
    {Kind::pdus, "rack"},
    {Kind::earth_bars, "space"},
    {Kind::earth_bars, "floor"},
    {Kind::bonds, "from"},
    {Kind::bonds, "to"},
    {Kind::surge_protectors, "protects"},
    {Kind::monitoring_points, "floor"},
    {Kind::viewports, "sheet"},
    {Kind::viewports, "floor"},
    {Kind::annotations, "floor"},
    {Kind::annotations, "sheet"},
    {Kind::annotations, "subject"},
    {Kind::head_counts, "body"},
    {Kind::requirement_classes, "subject"},
    {Kind::gateways, "vlan"},
    {Kind::dhcp_scopes, "prefix"},
    {Kind::nats, "equipment"},
    {Kind::nats, "handoff"},
    {Kind::nats, "service"},
    {Kind::must_reach, "service"},
    {Kind::must_reach, "body"},
    {Kind::must_not_reach, "a"},
    {Kind::must_not_reach, "b"},
    {Kind::waivers, "subjects"},
};

bool may_target(const Field& field, const std::array<bool, kind_count>& kinds) {
    return !field.target || kinds[static_cast<std::size_t>(*field.target)];
}

bool refers_to(const Field& field, const void* row, const std::set<AnyId>& rows) {
    struct Context {
        const std::set<AnyId>& rows;
        bool found = false;
    } context{rows};
    field.for_each_reference(
        row,
        [](void* c, AnyId id) {
            auto& at = *static_cast<Context*>(c);
            at.found = at.found || at.rows.contains(id);
        },
        &context);
    return context.found;
}

bool is_part(Kind kind, const Field& field) {
    return std::any_of(std::begin(parts), std::end(parts),
                       [&](const PartOf& part) { return part.part == kind && part.field == field.key; });
}

struct Cascade {
    const Design& design;
    const CablingIndex* cabling; // of the design; what it knows is not looked for
    std::set<AnyId> gone;
    std::set<AnyId> fresh; // of the level before

    void run() {
        while (!fresh.empty()) {
            gone.insert(fresh.begin(), fresh.end());
            std::set<AnyId> next;
            add_parts(next);
            add_stranded_cables(next);
            fresh = std::move(next);
        }
    }

    // The rows whose `part.field` refers to one of `fresh`, from the index; false when it does not know them.
    template<class Visit> bool known_parts(const PartOf& part, const Visit& visit) const {
        const bool of_outlets = part.part == Kind::jacks && part.field == "outlet";
        const bool of_cables = part.part == Kind::terminations && part.field == "cable";
        const bool on_rows = part.part == Kind::terminations && part.field == "on";
        if (!cabling || !(of_outlets || of_cables || on_rows))
            return false;
        const auto visit_all = [&](const auto& ids) { std::for_each(ids.begin(), ids.end(), visit); };
        for (const AnyId id : fresh)
            if (of_outlets && id.kind == Kind::outlets)
                visit_all(cabling->jacks_of(OutletId{id.value}));
            else if (of_cables && id.kind == Kind::cables)
                visit_all(cabling->terminations_of(CableId{id.value}));
            else if (on_rows)
                visit_all(cabling->terminations_on(id));
        return true;
    }

    void add_parts(std::set<AnyId>& next) const {
        std::array<bool, kind_count> kinds{};
        for (const AnyId id : fresh)
            kinds[static_cast<std::size_t>(id.kind)] = true;
        for (const PartOf& part : parts) {
            const TableAccess& table = table_access(part.part);
            const Field* field = table.record->find(part.field);
            ensure(field && field->for_each_reference, "the list of parts names a field that refers to nothing");
            const auto add = [&](AnyId id) {
                if (!gone.contains(id))
                    next.insert(id);
            };
            if (may_target(*field, kinds) && !known_parts(part, add))
                table.for_each(design, [&](const void* row) {
                    if (refers_to(*field, row, fresh))
                        add({part.part, table.id(row)});
                });
        }
    }

    // A horizontal cable is for its outlet's end, a cord for both its ends; other cables stay when an end goes.
    void add_stranded_cables(std::set<AnyId>& next) const {
        std::set<CableId> touched;
        for (const AnyId id : fresh)
            if (id.kind == Kind::terminations)
                if (const Cable* cable = design.find(design.find(TerminationId{id.value})->cable))
                    if (cable->role == CableRole::horizontal || cable->role == CableRole::cord)
                        touched.insert(cable->id);
        if (touched.empty())
            return;
        std::set<std::pair<CableId, CableEnd>> held;
        const auto hold = [&](const Termination& row) {
            if (!gone.contains(row.id))
                held.emplace(row.cable, row.end);
        };
        if (cabling) {
            for (const CableId cable : touched)
                for (const TerminationId id : cabling->terminations_of(cable))
                    hold(*design.find(id));
        } else {
            for (const Termination& row : design.terminations)
                if (touched.contains(row.cable))
                    hold(row);
        }
        for (const CableId id : touched) {
            const bool b_needed = !held.contains({id, CableEnd::b});
            const bool a_needed = design.find(id)->role == CableRole::cord && !held.contains({id, CableEnd::a});
            if ((a_needed || b_needed) && !gone.contains(id))
                next.insert(id);
        }
    }
};

// A copy of the row without its references to `gone`; nothing when a needed one would be lost.
std::shared_ptr<void> forgetting(const TableAccess& table, const void* row, const Field& field,
                                 const std::set<AnyId>& gone) {
    if (!field.optional)
        return nullptr;
    std::shared_ptr<void> copy = table.clone(row);
    const std::shared_ptr<void> empty = table.make();
    field.copy(empty.get(), copy.get());
    if (field.type != FieldType::references && field.type != FieldType::any_references)
        return copy;
    struct Context {
        const std::set<AnyId>& gone;
        std::string kept;
    } context{gone, {}};
    field.for_each_reference(
        row,
        [](void* c, AnyId id) {
            auto& at = *static_cast<Context*>(c);
            if (!at.gone.contains(id))
                at.kept += (at.kept.empty() ? "" : " ") + to_string(id);
        },
        &context);
    ensure(context.kept.empty() || field.read(context.kept, copy.get()), "ids that were written are read again");
    return copy;
}

void forget_runs(Design& design, const std::set<AnyId>& gone) {
    std::vector<Cable> cut;
    for (const Cable& cable : design.cables)
        if (!gone.contains(cable.id) && std::any_of(cable.route.begin(), cable.route.end(),
                                                    [&](const RouteStep& step) { return gone.contains(step.run); }))
            cut.push_back(cable);
    for (Cable& cable : cut) {
        cable.route.clear();
        cable.entry_offset = cable.exit_offset = cable.entry_drop = cable.exit_drop = {};
        cable.route_pinned = false;
        design.cables.put(std::move(cable));
    }
}

void forget_planes(Design& design, const std::set<AnyId>& gone) {
    std::vector<PathwayRun> freed;
    for (const PathwayRun& run : design.pathway_runs)
        if (!gone.contains(run.id) &&
            std::any_of(run.compartments.begin(), run.compartments.end(), [&](const RunCompartment& compartment) {
                return compartment.plane && gone.contains(*compartment.plane);
            }))
            freed.push_back(run);
    for (PathwayRun& run : freed) {
        for (RunCompartment& compartment : run.compartments)
            if (compartment.plane && gone.contains(*compartment.plane))
                compartment.plane.reset();
        design.pathway_runs.put(std::move(run));
    }
}

// Rows that stay and need a row of `gone`; the others have forgotten theirs. `gone` is a whole cascade: no row that
// stays is part of one that goes.
std::vector<AnyId> forget(Design& design, const std::set<AnyId>& gone) {
    std::array<bool, kind_count> kinds{};
    for (const AnyId id : gone)
        kinds[static_cast<std::size_t>(id.kind)] = true;
    std::vector<AnyId> needing;
    for (const TableAccess& table : all_tables())
        for (const Field& field : table.record->fields) {
            if (!field.for_each_reference || !may_target(field, kinds) || is_part(table.kind, field))
                continue;
            std::vector<std::shared_ptr<void>> changed;
            table.for_each(design, [&](const void* row) {
                const AnyId id(table.kind, table.id(row));
                if (!refers_to(field, row, gone) || gone.contains(id))
                    return;
                if (std::shared_ptr<void> copy = forgetting(table, row, field, gone))
                    changed.push_back(std::move(copy));
                else
                    needing.push_back(id);
            });
            for (std::shared_ptr<void>& row : changed)
                table.put(design, std::move(row));
        }
    if (kinds[static_cast<std::size_t>(Kind::pathway_runs)])
        forget_runs(design, gone);
    if (kinds[static_cast<std::size_t>(Kind::planes)])
        forget_planes(design, gone);
    return needing;
}

Error still_needed(AnyId id, const std::vector<AnyId>& by) {
    const std::string count = std::to_string(by.size());
    return conflicting({to_string(id) + " 仍被 " + count + " 行引用：" + some_ids(by),
                        to_string(id) + " is still needed by " + count + " rows: " + some_ids(by)},
                       {"先改用其他对象或删除这些行", "give these rows another one, or delete them first"});
}

} // namespace

std::vector<AnyId> cascade_of(const Design& design, AnyId id, const CablingIndex* cabling) {
    if (!design.contains(id))
        return {};
    Cascade cascade{design, cabling, {}, {id}};
    cascade.run();
    std::vector<AnyId> rows{id};
    for (const AnyId row : cascade.gone)
        if (row != id)
            rows.push_back(row);
    return rows;
}

Result<void> delete_row(Edit& edit, AnyId id) {
    if (id.kind == Kind::projects || id.kind == Kind::briefs)
        return refused({"项目与任务书不能删除", "the project and the brief cannot be deleted"},
                       {"改为清空其内容", "clear their fields instead"});
    if (std::optional<Error> issued = issue_refusal(edit.design(), id, {}))
        return std::move(*issued);
    const std::vector<AnyId> rows = cascade_of(edit.design(), id, &edit.cabling());
    if (rows.empty())
        return missing_row(id);
    const std::set<AnyId> gone(rows.begin(), rows.end());
    Edit nested = edit.nested(edit.name());
    const std::vector<AnyId> needing = forget(nested.working(), gone);
    if (!needing.empty())
        return still_needed(id, needing);
    for (const AnyId row : rows)
        table_access(row.kind).erase(nested.working(), row.value);
    edit.take(std::move(nested));
    return {};
}

} // namespace riser
