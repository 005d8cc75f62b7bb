// SPDX-License-Identifier: GPL-3.0-or-later
// The brief that the client signs: growth, head counts, the point table, approved classified points, requirement
// classes, scope, and the names by which drawings call room uses.
#pragma once

#include "model/base/network.h"
#include "model/base/row.h"
#include "model/building.h"
#include "model/cabling.h"
#include "model/kinds.h"

namespace riser {

// One row a design, of the fixed id `the_brief`.
struct Brief : RowBase {
    BriefId id;
    Text title;
    BasisPoints growth_per_year;
    std::int32_t horizon_years = 5;
    std::int32_t video_retention_days = 0; // 0: not yet answered
    std::optional<DeciCelsius> ceiling_ambient;
    std::string signed_by;
    std::optional<Date> signed_on;
    bool operator==(const Brief&) const = default;
};
constexpr BriefId the_brief{1};

struct HeadCount : RowBase {
    HeadCountId id;
    BodyId body;
    std::string grade;
    std::int32_t people = 0;
    Text department;
    bool operator==(const HeadCount&) const = default;
};

// What a count of jacks is multiplied by.
enum class PointBasis { room, occupant, seat, area };

// A line of the point table 点位配置标准表: in rooms of this use (and grade, when given) so many jacks of a kind on a
// plane.
struct PointRule : RowBase {
    PointRuleId id;
    RoomUse use = RoomUse::office;
    std::string grade;          // empty: every grade
    std::optional<BodyId> body; // absent: every body
    PlaneId plane;
    PointKindId kind;
    std::int32_t jacks = 0; // per basis
    PointBasis basis = PointBasis::room;
    SquareMillimetres per_area; // with basis area: `jacks` for each such area begun
    std::int32_t minimum = 0;   // a room
    OutletMounting mounting = OutletMounting::wall;
    Millimetres height = Millimetres(300);
    std::int32_t sockets = 0; // 220 V sockets an outlet
    std::int32_t jacks_per_outlet = 2;
    bool operator==(const PointRule&) const = default;
};

// A classified point that an authority approved. Classified points come from here only: never inferred, copied or
// grown.
struct ApprovedPoint : RowBase {
    ApprovedPointId id;
    PlaneId plane;
    std::string floor; // label
    std::string room;  // number
    PointKindId kind;
    std::int32_t jacks = 1;
    std::string authority;
    std::string document;
    std::optional<Date> date;
    bool operator==(const ApprovedPoint&) const = default;
};

enum class RedundancyClass { n, n_plus_1, diverse_route, two_n };

struct RequirementClass : RowBase {
    RequirementClassId id;
    AnyId subject; // service, zone, plane or space
    RedundancyClass redundancy = RedundancyClass::n;
    Text reason;
    bool operator==(const RequirementClass&) const = default;
};

struct ScopeItem : RowBase {
    ScopeItemId id;
    Text subject;
    Scope scope = Scope::ours;
    Text boundary;
    bool operator==(const ScopeItem&) const = default;
};

// A name, or a part of one, that drawings give to rooms of a use. Extends and overrides the built-in table.
struct RoomUseName : RowBase {
    RoomUseNameId id;
    std::string name;
    RoomUse use = RoomUse::other;
    bool operator==(const RoomUseName&) const = default;
};

std::span<const struct Choice> choices(PointBasis);
std::span<const struct Choice> choices(RedundancyClass);

} // namespace riser
