// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/redaction.h"

#include "model/fields/table_access.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace riser::detail {

namespace {

void walk(const std::vector<const Field*>& fields, const void* row, const std::function<void(AnyId)>& visit) {
    for (const Field* field : fields)
        field->for_each_reference(
            row, [](void* context, AnyId id) { (*static_cast<const std::function<void(AnyId)>*>(context))(id); },
            const_cast<std::function<void(AnyId)>*>(&visit));
}

struct Holders {
    std::vector<const Field*> own;
    std::vector<std::pair<const Field*, std::vector<const Field*>>> parts;
};

const Holders& holders(Kind kind) {
    static const std::vector<Holders> of_kind = [] {
        std::vector<Holders> out(kind_count);
        const auto with_references = [](const Record& record) {
            std::vector<const Field*> fields;
            for (const Field& field : record.fields)
                if (field.for_each_reference)
                    fields.push_back(&field);
            return fields;
        };
        for (const TableAccess& table : all_tables()) {
            Holders& entry = out[static_cast<std::size_t>(table.kind)];
            entry.own = with_references(*table.record);
            for (const Field& field : table.record->fields)
                if (field.part)
                    if (auto own = with_references(*field.part); !own.empty())
                        entry.parts.emplace_back(&field, std::move(own));
        }
        return out;
    }();
    return of_kind[static_cast<std::size_t>(kind)];
}

// A row of these kinds goes when something refers to it and all that does goes.
bool goes_when_unused(Kind kind) {
    constexpr std::array kinds{Kind::outlets,        Kind::pathway_nodes,   Kind::circuits,    Kind::cable_types,
                               Kind::pathway_types,  Kind::equipment_types, Kind::point_kinds, Kind::bill_items,
                               Kind::graded_systems, Kind::revisions,       Kind::lags,        Kind::pdus,
                               Kind::outdoor_ducts};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Zones of classified grading on a plane that does not say so, and classified systems of no zone that stays.
void hide_what_is_graded_secret(const Design& design, Hidden& hidden) {
    std::unordered_set<GradedSystemId> used;
    for (const Zone& zone : design.zones) {
        const Plane* plane = design.find(zone.plane);
        const bool shown = plane && plane->disclosure == Disclosure::secret && !hidden.rows.contains(plane->id);
        if (shown)
            used.insert(zone.systems.begin(), zone.systems.end());
        else if (is_secret(zone.grading))
            hidden.rows.insert(zone.id);
    }
    for (const GradedSystem& system : design.graded_systems)
        if (is_secret(system.grading) && !used.contains(system.id))
            hidden.rows.insert(system.id);
}

const Body* own_body(const Design& design, const Profile& profile) {
    for (const Body& body : design.bodies)
        if (body.code == profile.body)
            return &body;
    return nullptr;
}

// What is another body's and not shared.
void hide_other_bodies(const Design& design, const Profile& profile, Hidden& hidden) {
    const Body* own = own_body(design, profile);
    const auto foreign = [&](const std::optional<BodyId>& id) {
        const Body* body = design.find(id);
        return body && body != own && body->code != "shared";
    };
    for (const Room& room : design.rooms)
        if (foreign(room.body))
            hidden.others_rooms.insert(room.id);
    for (const Outlet& outlet : design.outlets)
        if (outlet.room && hidden.others_rooms.contains(*outlet.room))
            hidden.rows.insert(outlet.id);
    for (const MonitoringPoint& point : design.monitoring_points)
        if (point.room && hidden.others_rooms.contains(*point.room))
            hidden.rows.insert(point.id);
    const auto hide = [&](const auto& table, auto body_of_row) {
        for (const auto& row : table)
            if (foreign(body_of_row(row)))
                hidden.rows.insert(row.id);
    };
    hide(design.head_counts, [](const HeadCount& row) { return row.body; });
    hide(design.vlans, [](const Vlan& row) { return row.body; });
    hide(design.address_pools, [](const AddressPool& row) { return row.owner; });
    hide(design.graded_systems, [](const GradedSystem& row) { return row.owner; });
    hide(design.must_reach, [](const MustReach& row) { return row.body; });
    hide(design.point_rules, [](const PointRule& row) { return row.body; });
}

// A cable that ends on a hidden row is of the hidden network, whatever it says itself.
void hide_cables_by_their_ends(const Design& design, Hidden& hidden) {
    for (const Termination& end : design.terminations)
        if (hidden.rows.contains(end.on))
            hidden.rows.insert(end.cable);
}

bool is_logical(Kind kind) {
    constexpr std::array kinds{Kind::planes,         Kind::regions,       Kind::zones,    Kind::services,
                               Kind::vlans,          Kind::vrfs,          Kind::ssids,    Kind::acls,
                               Kind::graded_systems, Kind::address_pools, Kind::prefixes, Kind::approved_points};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Short words stand in too many harmless texts.
bool tells_something(const std::string& word) {
    const bool basic = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) > 0; });
    return basic ? word.size() >= 3 : code_points(word) >= 2;
}

bool is_name(std::string_view key) {
    constexpr std::array keys{"code", "name", "label", "serial", "number", "door-number", "document", "purpose"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

// The names that a row bears, in lower case.
void for_each_name(const TableAccess& table, const void* row, const std::function<void(std::string)>& visit) {
    for_each_text(*table.record, [&](const Field& field) {
        if (!is_name(field.key))
            return;
        std::string text;
        if (field.type == FieldType::bilingual) {
            visit(lowered(field.bilingual(row)->zh));
            visit(lowered(field.bilingual(row)->en));
        } else {
            field.write(row, text);
            visit(lowered(text));
        }
    });
}

// The names that hidden rows bear and no row that stays: of its kind, for what is logical; of any kind, for the rest.
void collect_words(const Design& design, Hidden& hidden) {
    std::unordered_set<std::string> names;
    std::unordered_set<std::string> labels;
    const auto each_row = [&](bool of_hidden, const auto& visit) {
        for (const TableAccess& table : all_tables())
            table.for_each(design, [&](const void* row) {
                if (hidden.holds({table.kind, table.id(row)}) == of_hidden)
                    for_each_name(table, row, [&](const std::string& word) { visit(table.kind, word); });
            });
    };
    std::unordered_set<std::string> by_kind; // "zones core"
    each_row(true, [&](Kind kind, const std::string& word) {
        if (tells_something(word))
            (is_logical(kind) ? by_kind : labels)
                .insert(is_logical(kind) ? std::string(table_name(kind)) + ' ' + word : word);
    });
    each_row(false, [&](Kind kind, const std::string& word) {
        labels.erase(word);
        if (is_logical(kind))
            by_kind.erase(std::string(table_name(kind)) + ' ' + word);
    });
    for (const std::string& entry : by_kind)
        names.insert(entry.substr(entry.find(' ') + 1));
    hidden.names.assign(names.begin(), names.end());
    hidden.labels.assign(labels.begin(), labels.end());
}

// Rows whose whole point is what they say.
bool is_free_text(Kind kind) {
    constexpr std::array kinds{Kind::annotations,
                               Kind::comments,
                               Kind::waivers,
                               Kind::scope_items,
                               Kind::authorizations,
                               Kind::rule_settings,
                               Kind::sheets,
                               Kind::approvals,
                               Kind::retired_labels,
                               Kind::common_causes,
                               Kind::requirement_classes,
                               Kind::label_templates,
                               Kind::room_use_names};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void hide_what_speaks_of_it(const Design& design, Hidden& hidden) {
    for (const TableAccess& table : all_tables()) {
        if (!is_free_text(table.kind))
            continue;
        table.for_each(design, [&](const void* row) {
            std::string all;
            for_each_text(*table.record, [&](const Field& field) {
                all += '\n';
                if (field.type == FieldType::bilingual)
                    all += field.bilingual(row)->zh + '\n' + field.bilingual(row)->en;
                else
                    field.write(row, all);
            });
            if (hidden.speaks_of_it(all))
                hidden.rows.insert({table.kind, table.id(row)});
        });
    }
}

bool is_word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Letters and digits of the basic alphabet only as whole words, case ignored.
bool holds_word(const std::string& small, const std::vector<std::string>& words) {
    for (const std::string& word : words)
        for (std::size_t at = small.find(word); at != std::string::npos; at = small.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool glued = (at > 0 && is_word_byte(small[at - 1]) && is_word_byte(word.front())) ||
                               (end < small.size() && is_word_byte(small[end]) && is_word_byte(word.back()));
            if (!glued)
                return true;
        }
    return false;
}

} // namespace

bool Hidden::names_it(std::string_view text) const { return !text.empty() && holds_word(lowered(text), names); }
bool Hidden::speaks_of_it(std::string_view text) const {
    const std::string small = lowered(text);
    return holds_word(small, names) || holds_word(small, labels);
}

void for_each_text(const Record& record, const std::function<void(const Field&)>& visit) {
    for (const Field& field : record.fields)
        if ((field.type == FieldType::text || field.type == FieldType::bilingual) && field.key != "origin")
            visit(field);
}

bool outlives(Kind kind, const void* row, AnyId target) {
    switch (kind) {
    case Kind::cables: // led through a hidden run: the way is cut
        return target.kind == Kind::pathway_runs;
    case Kind::jacks:
        return target.kind == Kind::spaces;
    case Kind::pathway_runs: // a compartment of a shared run
        return target.kind == Kind::planes && static_cast<const PathwayRun*>(row)->plane != PlaneId{target.value};
    default:
        return false;
    }
}

void for_each_reference(Kind kind, const void* row, const std::function<void(AnyId)>& visit) {
    const Holders& fields = holders(kind);
    walk(fields.own, row, visit);
    for (const auto& [field, own] : fields.parts)
        for (std::size_t i = 0; i < field->part_count(row); ++i)
            walk(own, field->part_at(row, i), visit);
}

namespace {

// Follows references until nothing more goes; what only hidden rows used goes with them.
void close_over_references(const Design& design, Hidden& hidden) {
    for (std::size_t before = SIZE_MAX; before != hidden.rows.size();) {
        before = hidden.rows.size();
        hide_cables_by_their_ends(design, hidden);
        RowSet used;   // by a row that stays
        RowSet unused; // by rows that go
        for (const TableAccess& table : all_tables())
            table.for_each(design, [&](const void* row) {
                const AnyId id(table.kind, table.id(row));
                bool goes = hidden.rows.contains(id);
                if (!goes)
                    for_each_reference(table.kind, row, [&](AnyId target) {
                        goes = goes || (hidden.rows.contains(target) && !outlives(table.kind, row, target));
                    });
                if (goes)
                    hidden.rows.insert(id);
                for_each_reference(table.kind, row, [&](AnyId target) {
                    if (goes_when_unused(target.kind))
                        (goes ? unused : used).insert(target);
                });
            });
        for (const AnyId id : unused)
            if (!used.contains(id))
                hidden.rows.insert(id);
    }
    std::unordered_map<RoomId, bool> only_hidden; // rooms whose spaces all go
    for (const Space& space : design.spaces) {
        const bool goes = hidden.rows.contains(space.id);
        const auto [at, first] = only_hidden.emplace(space.room, goes);
        at->second = at->second && goes;
    }
    for (const auto& [room, all] : only_hidden)
        if (all)
            hidden.reserved_rooms.insert(room);
}

} // namespace

Hidden hidden_from(const Design& design, const Profile& profile, const std::vector<std::string>& planes) {
    Hidden hidden;
    for (const Plane& plane : design.planes) {
        const bool named = std::find(planes.begin(), planes.end(), plane.code) != planes.end();
        if (plane.disclosure != Disclosure::secret || (profile.audience == Audience::reviewer && named))
            continue;
        hidden.planes.push_back(plane.id);
        hidden.rows.insert(plane.id);
    }
    if (profile.audience != Audience::reviewer || !hidden.planes.empty())
        hide_what_is_graded_secret(design, hidden);
    if (profile.audience == Audience::body)
        hide_other_bodies(design, profile, hidden);
    if (hidden.empty())
        return hidden;
    close_over_references(design, hidden);
    collect_words(design, hidden);
    hide_what_speaks_of_it(design, hidden);
    close_over_references(design, hidden);
    return hidden;
}

} // namespace riser::detail
