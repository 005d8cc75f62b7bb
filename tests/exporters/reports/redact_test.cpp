// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader may not see is not in the design that documents are made of: neither rows, nor references, nor words.
#include "exporters/redact.h"

#include "model/fields/table_access.h"
#include "tests/exporters/reports/guarded.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const Profile contractor{Audience::contractor, {}};
const Profile reviewer{Audience::reviewer, {}};

// Every text of every row, and every reference, as one string.
std::string all_texts(const Design& design) {
    std::string out;
    for (const TableAccess& table : all_tables())
        table.for_each(design, [&](const void* row) {
            const std::function<void(const Record&, const void*)> add = [&](const Record& record, const void* part) {
                for (const Field& field : record.fields) {
                    out += '\n';
                    if (field.type == FieldType::bilingual)
                        out += field.bilingual(part)->zh + '\n' + field.bilingual(part)->en;
                    else if (field.type == FieldType::parts)
                        for (std::size_t i = 0; i < field.part_count(part); ++i)
                            add(*field.part, field.part_at(part, i));
                    else if (field.write)
                        field.write(part, out);
                }
            };
            add(*table.record, row);
            if (const Extras* extras = table.base(row)->extras.get())
                for (const Extras::Attribute& attribute : extras->attributes)
                    out += '\n' + attribute.value;
        });
    return out;
}

std::size_t secret_planes_by_name(const Design& design) {
    std::size_t out = 0;
    for (const Plane& plane : design.planes)
        out += plane.code == "REDSTAR";
    return out;
}

TEST(Redact, TheTestItselfCanFail) {
    EXPECT_NE(leak_in(all_texts(guarded_tower())), "");
    EXPECT_EQ(leak_in("政务外网 3F-A-024"), "");
}

TEST(Redact, NoWordAndNoIdOfASecretNetworkIsLeft) {
    const Design design = guarded_tower();
    const Design out = redacted(design, contractor, {});
    const std::string texts = all_texts(out);
    EXPECT_EQ(leak_in(texts), "");
    for (const Plane& plane : design.planes)
        if (plane.disclosure == Disclosure::secret) {
            EXPECT_EQ(texts.find(to_string(plane.id)), std::string::npos);
        }
}

TEST(Redact, AReservationStandsForThePlaneAndARoomKeepsItsPlace) {
    const Design design = guarded_tower();
    const Design out = redacted(design, contractor, {});
    EXPECT_EQ(out.planes.size(), design.planes.size());
    std::size_t reservations = 0;
    for (const Plane& plane : out.planes)
        if (plane.disclosure == Disclosure::secret) {
            ++reservations;
            EXPECT_EQ(plane.name.zh, "预留 1");
            EXPECT_EQ(plane.name.en, "Reservation 1");
        }
    EXPECT_EQ(reservations, 1u);
    ASSERT_EQ(out.rooms.size(), design.rooms.size());
    std::size_t rooms = 0;
    for (const Room& room : out.rooms)
        if (room.name.zh == "预留") {
            ++rooms;
            EXPECT_EQ(room.outline, design.find(room.id)->outline);
            EXPECT_EQ(room.number, "");
        }
    EXPECT_EQ(rooms, 1u);
}

TEST(Redact, NoUnderlayIsShownWhereAnythingIsHidden) {
    Design design = guarded_tower();
    Underlay underlay;
    underlay.id = UnderlayId{1};
    underlay.floor = design.floors.begin()->id;
    design.underlays.put(underlay);
    EXPECT_EQ(redacted(design, contractor, {}).underlays.size(), 0U);
    EXPECT_EQ(redacted(design, reviewer, {}).underlays.size(), 0U);
    EXPECT_EQ(redacted(design, reviewer, {"REDSTAR"}).underlays.size(), 1U);
}

TEST(Redact, WhatIsOpenStays) {
    const Design design = guarded_tower();
    const Design out = redacted(design, contractor, {});
    EXPECT_EQ(out.outlets.size() + 1, design.outlets.size());
    EXPECT_EQ(out.jacks.size() + 1, design.jacks.size());
    EXPECT_EQ(out.cables.size() + 2, design.cables.size());
    EXPECT_EQ(out.pathway_runs.size() + 1, design.pathway_runs.size());
    EXPECT_EQ(out.pathway_nodes.size() + 2, design.pathway_nodes.size());
    EXPECT_EQ(out.cable_types.size(), design.cable_types.size());
    EXPECT_EQ(out.equipment_types.size() + 1, design.equipment_types.size());
    EXPECT_EQ(out.floors.size(), design.floors.size());
    EXPECT_EQ(out.revisions.size(), design.revisions.size());
    EXPECT_EQ(out.project(), design.project());
    for (const Cable& cable : out.cables)
        for (const RouteStep& step : cable.route)
            EXPECT_TRUE(out.find(step.run));
}

TEST(Redact, AReviewerSeesOnlySecretPlanesThatAreNamed) {
    const Design design = guarded_tower();
    EXPECT_EQ(leak_in(all_texts(redacted(design, reviewer, {}))), "");
    EXPECT_EQ(leak_in(all_texts(redacted(design, reviewer, {"W"}))), "");
    EXPECT_EQ(redacted(design, reviewer, {"REDSTAR"}), design);
    EXPECT_EQ(secret_planes_by_name(redacted(design, contractor, {"REDSTAR"})), 0u);
    EXPECT_TRUE(may_see(design, reviewer, {"REDSTAR"}));
    ASSERT_FALSE(may_see(design, contractor, {"REDSTAR"}));
    EXPECT_EQ(may_see(design, contractor, {"REDSTAR"}).error().code, ErrorCode::refused);
    EXPECT_EQ(may_see(design, reviewer, {"NONE"}).error().code, ErrorCode::not_found);
    EXPECT_EQ(may_see(design, {Audience::body, "nobody"}, {}).error().code, ErrorCode::not_found);
}

TEST(Redact, ADesignWithoutSecretsIsLeftAlone) {
    const Design design = tower({});
    EXPECT_EQ(redacted(design, contractor, {}), design);
    EXPECT_EQ(redacted(checked(design), design, contractor, {}), checked(design));
}

TEST(Redact, ABodySeesItsOwnPointsAndNoNamesOfOthersRooms) {
    const Design design = guarded_tower();
    const Design out = redacted(design, {Audience::body, "party"}, {});
    EXPECT_EQ(leak_in(all_texts(out)), "");
    std::size_t own = 0;
    for (const Outlet& outlet : out.outlets)
        if (const Room* room = out.find(outlet.room)) {
            const Body* body = design.find(design.find(room->id)->body);
            EXPECT_TRUE(!body || body->code == "party");
            own += body != nullptr;
        }
    EXPECT_GT(own, 0u);
    std::size_t theirs = 0;
    for (const Room& room : design.rooms)
        if (const Body* body = design.find(room.body); body && body->code != "party") {
            ++theirs;
            EXPECT_EQ(out.find(room.id)->name.en, "Not disclosed");
            EXPECT_EQ(out.find(room.id)->number, "");
        }
    EXPECT_GT(theirs, 0u);
}

TEST(Redact, FindingsStayCountedWithoutTheirNames) {
    const Design design = guarded_tower();
    const CheckReport report = checked(design);
    const CheckReport out = redacted(report, design, contractor, {});
    std::string before;
    std::string after;
    for (const auto& [from, to] : {std::pair{&report, &before}, std::pair{&out, &after}}) {
        for (const Finding& finding : from->findings)
            *to += finding.message.zh + finding.message.en + finding.subject.zh + finding.subject.en;
        for (const RuleReport& rule : from->rules)
            for (const Text& note : rule.notes)
                *to += note.zh + note.en;
        for (const ReviewNote& note : from->notes)
            *to += note.sentence.zh + note.sentence.en;
    }
    EXPECT_NE(leak_in(before), "") << "the secret network has no findings: this test shows nothing";
    EXPECT_EQ(leak_in(after), "");
    EXPECT_EQ(out.findings.size(), report.findings.size());
    EXPECT_EQ(out.count(Severity::error), report.count(Severity::error));
    EXPECT_EQ(out.count(Severity::warning), report.count(Severity::warning));
    EXPECT_EQ(out.waived(), report.waived());
}

TEST(Redact, Profiles) {
    EXPECT_EQ(parse_profile("contractor")->audience, Audience::contractor);
    EXPECT_EQ(parse_profile("reviewer")->audience, Audience::reviewer);
    EXPECT_EQ(parse_profile("body:party")->body, "party");
    EXPECT_EQ(to_string(*parse_profile("body:party")), "body:party");
    for (const char* wrong : {"", "body", "body:", "Reviewer", "everyone"})
        EXPECT_FALSE(parse_profile(wrong)) << wrong;
}

} // namespace
} // namespace riser::test
