// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/related.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

constexpr std::array ways{Kind::rooms, Kind::outlets, Kind::spaces,        Kind::racks,
                          Kind::jacks, Kind::panels,  Kind::pathway_nodes, Kind::equipment};

std::vector<AnyId> references(const Design& design, AnyId id) {
    std::vector<AnyId> out;
    const TableAccess& table = table_access(id.kind);
    if (const void* row = table.find(design, id.value))
        for (const Field& field : table.record->fields)
            if ((field.type == FieldType::reference || field.type == FieldType::any_reference) &&
                field.for_each_reference)
                field.for_each_reference(
                    row, [](void* context, AnyId to) { static_cast<std::vector<AnyId>*>(context)->push_back(to); },
                    &out);
    return out;
}

// What makes a row the same type as another: its type, else its kind, as text; for an outlet, its jacks' kinds.
std::string type_of(const Design& design, AnyId id,
                    const std::unordered_map<std::uint64_t, std::multiset<std::uint64_t>>& jacks) {
    std::string out;
    if (id.kind == Kind::outlets) {
        if (const auto found = jacks.find(id.value); found != jacks.end())
            for (const std::uint64_t kind : found->second)
                out += std::to_string(kind) + ' ';
        return out;
    }
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    for (const std::string_view key : {"type", "kind", "use", "role"})
        if (const Field* field = row ? table.record->find(key) : nullptr) {
            field->write(row, out);
            if (!out.empty())
                return out;
        }
    return out;
}

std::vector<AnyId> sorted(std::set<AnyId> ids) { return {ids.begin(), ids.end()}; }

} // namespace

std::vector<AnyId> Related::of(AnyId id) {
    std::vector<AnyId> out{id};
    if (id.kind == Kind::cables) {
        if (!known_)
            for (const Termination& at : design_.terminations)
                if (AnyId& end = ends_[at.cable.value]; end.value == 0 || at.on.kind == Kind::jacks)
                    end = at.on;
        known_ = true;
        if (const auto end = ends_.find(id.value); end != ends_.end())
            out.push_back(end->second);
    }
    for (std::size_t i = 0; i < out.size() && out.size() < 64; ++i) {
        if (i > 0 && std::find(ways.begin(), ways.end(), out[i].kind) == ways.end())
            continue;
        for (const AnyId to : references(design_, out[i]))
            if (std::find(out.begin(), out.end(), to) == out.end())
                out.push_back(to);
    }
    return out;
}

std::vector<AnyId> same_as(const Design& design, const std::vector<AnyId>& ids, Same what) {
    Related related(design);
    std::unordered_map<std::uint64_t, std::multiset<std::uint64_t>> jacks;
    if (what == Same::type)
        for (const Jack& jack : design.jacks)
            jacks[jack.outlet.value].insert(jack.kind.value);
    const Kind shared = what == Same::room ? Kind::rooms : Kind::floors;
    std::set<Kind> kinds;
    std::set<AnyId> places;
    std::set<std::pair<Kind, std::string>> types;
    for (const AnyId id : ids) {
        kinds.insert(id.kind);
        if (what == Same::type)
            types.insert({id.kind, type_of(design, id, jacks)});
        for (const AnyId to : related.of(id))
            if (to.kind == shared)
                places.insert(to);
    }
    if (what == Same::room)
        kinds = {Kind::outlets, Kind::racks, Kind::equipment, Kind::monitoring_points};
    std::set<AnyId> out(ids.begin(), ids.end());
    for (const Kind kind : kinds) {
        const TableAccess& table = table_access(kind);
        table.for_each(design, [&](const void* row) {
            const AnyId id(kind, table.id(row));
            bool same = false;
            if (what == Same::type) {
                same = types.contains({kind, type_of(design, id, jacks)});
            } else {
                const std::vector<AnyId> at = related.of(id);
                same = std::any_of(at.begin(), at.end(), [&](AnyId to) { return places.contains(to); });
            }
            if (same)
                out.insert(id);
        });
    }
    return sorted(std::move(out));
}

std::vector<AnyId> connected_to(const Facts& facts, const std::vector<AnyId>& ids) {
    const Design& design = facts.design();
    const std::set<AnyId> from(ids.begin(), ids.end());
    std::set<std::uint64_t> cables;
    const auto touches = [&](AnyId at) {
        const Jack* jack = at.kind == Kind::jacks ? design.find(JackId{at.value}) : nullptr;
        return from.contains(at) || (jack && from.contains(AnyId(jack->outlet)));
    };
    for (const Termination& at : design.terminations)
        if (touches(at.on))
            cables.insert(at.cable.value);
    for (const Cable& cable : design.cables)
        if (from.contains(AnyId(cable.id)) ||
            std::any_of(cable.route.begin(), cable.route.end(),
                        [&](const RouteStep& s) { return from.contains(AnyId(s.run)); }))
            cables.insert(cable.id.value);
    std::set<AnyId> out = from;
    for (const std::uint64_t id : cables) {
        out.insert(AnyId(Kind::cables, id));
        if (const Cable* cable = design.find(CableId{id}))
            for (const RouteStep& step : cable->route)
                out.insert(AnyId(step.run));
    }
    for (const Termination& at : design.terminations)
        if (cables.contains(at.cable.value)) {
            const Jack* jack = at.on.kind == Kind::jacks ? design.find(JackId{at.on.value}) : nullptr;
            out.insert(jack ? AnyId(jack->outlet) : at.on);
        }
    return sorted(std::move(out));
}

} // namespace riser
