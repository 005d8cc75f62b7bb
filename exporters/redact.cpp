// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/redact.h"

#include "exporters/redaction.h"
#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

namespace {

using detail::Hidden;

const Text reservation{"预留", "Reservation"};
const Text undisclosed{"不公开", "Not disclosed"};

void leave_out_rows(Design& design, const Hidden& hidden) {
    for (const AnyId id : hidden.rows)
        table_access(id.kind).erase(design, id.value);
}

// One anonymous row a secret plane, under an id that tells nothing.
void put_reservations(Design& design, const Hidden& hidden) {
    for (std::size_t i = 0; i < hidden.planes.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        Plane plane;
        plane.id = derived_id<Plane>("reservation", number);
        plane.code = "R" + number;
        plane.name = {reservation.zh + " " + number, reservation.en + " " + number};
        plane.disclosure = Disclosure::secret;
        design.planes.put(std::move(plane));
    }
}

void make_anonymous(Design& design, const detail::RowSet& rooms, const Text& name) {
    for (const AnyId id : rooms) {
        const Room* found = design.find(RoomId{id.value});
        if (!found)
            continue;
        Room room;
        room.id = found->id;
        room.floor = found->floor;
        room.outline = found->outline;
        room.status = found->status;
        room.name = name;
        design.rooms.put(std::move(room));
    }
}

// References of rows that stay to rows that went.
void cut_references(Design& design, const Hidden& hidden) {
    const auto change = [](auto& table, const auto& wants, const auto& how) {
        const auto before = table;
        for (const auto& row : before)
            if (wants(row)) {
                auto next = row;
                how(next);
                table.put(std::move(next));
            }
    };
    change(
        design.cables,
        [&](const Cable& cable) {
            return std::any_of(cable.route.begin(), cable.route.end(),
                               [&](const RouteStep& step) { return hidden.rows.contains(step.run); });
        },
        [](Cable& cable) { cable.route.clear(); });
    change(
        design.jacks, [&](const Jack& jack) { return jack.served_from && hidden.rows.contains(*jack.served_from); },
        [](Jack& jack) { jack.served_from.reset(); });
    const auto is_hidden = [&](const RunCompartment& compartment) {
        return compartment.plane && hidden.rows.contains(*compartment.plane);
    };
    change(
        design.pathway_runs,
        [&](const PathwayRun& run) { return std::any_of(run.compartments.begin(), run.compartments.end(), is_hidden); },
        [&](PathwayRun& run) {
            for (RunCompartment& compartment : run.compartments)
                if (is_hidden(compartment)) {
                    compartment.plane.reset();
                    compartment.label = reservation.zh;
                }
        });
}

// Names of hidden networks in texts of rows that stay, and whatever a newer format said, which nobody has looked at.
void blank_texts(Design& design, const Hidden& hidden) {
    for (const TableAccess& table : all_tables()) {
        std::vector<std::shared_ptr<void>> changed;
        table.for_each(design, [&](const void* row) {
            std::vector<const Field*> fields;
            detail::for_each_text(*table.record, [&](const Field& field) {
                std::string text;
                if (field.type == FieldType::bilingual)
                    text = field.bilingual(row)->zh + '\n' + field.bilingual(row)->en;
                else
                    field.write(row, text);
                if (table.kind == Kind::revisions ? hidden.speaks_of_it(text) : hidden.names_it(text))
                    fields.push_back(&field);
            });
            if (fields.empty() && !table.base(row)->extras.get())
                return;
            std::shared_ptr<void> next = table.clone(row);
            table.base_edit(next.get())->extras = {};
            for (const Field* field : fields)
                if (field->type == FieldType::bilingual)
                    *field->bilingual_edit(next.get()) = undisclosed;
                else
                    field->read(undisclosed.zh, next.get());
            changed.push_back(std::move(next));
        });
        for (std::shared_ptr<void>& row : changed)
            table.put(design, std::move(row));
    }
    design.table_extras = {};
    design.document_extras = {};
}

void ensure_nothing_refers_to(const Hidden& hidden, const Design& design) {
    for (const TableAccess& table : all_tables())
        table.for_each(design, [&](const void* row) {
            detail::for_each_reference(table.kind, row, [&](AnyId target) {
                ensure(!hidden.rows.contains(target), "a row that a reader may see refers to one that is hidden");
            });
        });
}

// A picture or drawing cannot be searched for what this reader may not see.
void leave_out_underlays(Design& design) {
    std::vector<UnderlayId> all;
    for (const Underlay& underlay : design.underlays)
        all.push_back(underlay.id);
    for (const UnderlayId id : all)
        design.underlays.erase(id);
}

Finding without_names(const Finding& finding) {
    Finding out;
    out.rule = finding.rule;
    out.severity = finding.severity;
    out.subject = undisclosed;
    out.message = {"涉及不公开的内容，本套文件不列出", "concerns what is not disclosed in these documents"};
    out.waiver = finding.waiver;
    return out;
}

} // namespace

Result<Profile> parse_profile(std::string_view text) {
    constexpr std::string_view of_body = "body:";
    if (text == "contractor")
        return Profile{Audience::contractor, {}};
    if (text == "reviewer")
        return Profile{Audience::reviewer, {}};
    if (text.starts_with(of_body) && text.size() > of_body.size())
        return Profile{Audience::body, std::string(text.substr(of_body.size()))};
    return Error{ErrorCode::bad_input,
                 {"没有这种读者：" + std::string(text), "no such profile: " + std::string(text)},
                 {"可用 contractor、reviewer、body:代号", "use contractor, reviewer or body:CODE"},
                 {}};
}

std::string to_string(const Profile& profile) {
    switch (profile.audience) {
    case Audience::contractor:
        return "contractor";
    case Audience::reviewer:
        return "reviewer";
    case Audience::body:
        return "body:" + profile.body;
    }
    return {};
}

Result<void> may_see(const Design& design, const Profile& profile, const std::vector<std::string>& planes) {
    for (const std::string& code : planes) {
        const Plane* found = nullptr;
        for (const Plane& plane : design.planes)
            if (plane.code == code)
                found = &plane;
        if (!found)
            return Error{ErrorCode::not_found, {"没有此网络：" + code, "no such plane: " + code}, {}, {}};
        if (found->disclosure == Disclosure::secret && profile.audience != Audience::reviewer)
            return Error{ErrorCode::refused,
                         {"涉密网络只对审查人列出：" + code, "a secret plane is shown to a reviewer only: " + code},
                         {"改用 reviewer，或不列此网络", "use the profile reviewer, or leave this plane out"},
                         {}};
    }
    if (profile.audience != Audience::body)
        return {};
    for (const Body& body : design.bodies)
        if (body.code == profile.body)
            return {};
    return Error{ErrorCode::not_found, {"没有此机构：" + profile.body, "no such body: " + profile.body}, {}, {}};
}

std::function<bool(AnyId)> hidden_rows(const Design& design, const Profile& profile,
                                       const std::vector<std::string>& planes) {
    auto hidden = std::make_shared<const Hidden>(detail::hidden_from(design, profile, planes));
    if (hidden->empty())
        return {};
    return [hidden = std::move(hidden)](AnyId row) { return hidden->holds(row); };
}

Design redacted(const Design& design, const Profile& profile, const std::vector<std::string>& planes) {
    const Hidden hidden = detail::hidden_from(design, profile, planes);
    if (hidden.empty())
        return design;
    Design out = design;
    leave_out_rows(out, hidden);
    make_anonymous(out, hidden.others_rooms, undisclosed);
    make_anonymous(out, hidden.reserved_rooms, reservation);
    cut_references(out, hidden);
    leave_out_underlays(out);
    blank_texts(out, hidden);
    put_reservations(out, hidden);
    ensure_nothing_refers_to(hidden, out);
    return out;
}

CheckReport redacted(const CheckReport& report, const Design& design, const Profile& profile,
                     const std::vector<std::string>& planes) {
    const Hidden hidden = detail::hidden_from(design, profile, planes);
    if (hidden.empty())
        return report;
    const auto speaks = [&](const Text& text) { return hidden.speaks_of_it(text.zh + '\n' + text.en); };
    CheckReport out = report;
    for (Finding& finding : out.findings) {
        const bool about = std::any_of(finding.subjects.begin(), finding.subjects.end(),
                                       [&](AnyId subject) { return hidden.holds(subject); });
        if (about || speaks(finding.message) || speaks(finding.subject))
            finding = without_names(finding);
    }
    std::erase_if(out.near_misses, [&](const NearMiss& miss) {
        return speaks(miss.subject) || std::any_of(miss.subjects.begin(), miss.subjects.end(),
                                                   [&](AnyId subject) { return hidden.holds(subject); });
    });
    for (RuleReport& rule : out.rules)
        for (Text& note : rule.notes)
            if (speaks(note))
                note = undisclosed;
    std::erase_if(out.notes, [&](const ReviewNote& note) { return hidden.holds(note.row) || speaks(note.sentence); });
    return out;
}

} // namespace riser
