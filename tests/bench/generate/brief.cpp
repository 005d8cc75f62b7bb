// SPDX-License-Identifier: GPL-3.0-or-later
// Project, brief and the logical intent that every generated design shares.
#include "tests/bench/generate/works.h"

namespace riser {

namespace {

struct BodySpec {
    const char* code;
    Text name;
    const char* letter;
    const char* colour;
    std::int32_t first;
    std::int32_t last;
};
const BodySpec bodies[body_count] = {
    {"party", {"党委", "Party committee"}, "D", "#D55E00", 1000, 1499},
    {"congress", {"人大", "People's congress"}, "R", "#0072B2", 1500, 1999},
    {"government", {"政府", "Government"}, "Z", "#009E73", 2000, 2499},
    {"cppcc", {"政协", "CPPCC"}, "X", "#CC79A7", 2500, 2999},
    {"shared", {"共用", "Shared"}, "S", "#7A7F87", 100, 999},
};

PlaneId plane(Works& works, const char* code, Text name, Disclosure disclosure, const char* colour) {
    Plane row;
    row.id = derived_id<Plane>("generator", code);
    row.code = code;
    row.name = std::move(name);
    row.disclosure = disclosure;
    row.colour = colour;
    return works.put(std::move(row));
}

struct ZoneSpec {
    const char* code;
    Text name;
    PlaneId plane;
    std::optional<RegionId> region = {};
    std::int32_t level = 1; // what its firewalls answer: nothing else guards its boundaries
};

ZoneId zone(Works& works, const ZoneSpec& spec) {
    GradedSystem system;
    system.id = derived_id<GradedSystem>("generator", spec.code);
    system.name = spec.name;
    system.owner = works.catalogue.bodies[shared_body];
    system.level_s = spec.level;
    system.level_a = spec.level;
    system.grading = spec.level == 1 ? Grading::mlps_1 : Grading::mlps_2;
    system.state = GradingState::declared;
    Zone row;
    row.id = derived_id<Zone>("generator", spec.code);
    row.code = spec.code;
    row.name = spec.name;
    row.plane = spec.plane;
    row.region = spec.region;
    row.grading = system.grading;
    row.systems = {works.put(std::move(system))};
    row.management = row.code == "MGMT";
    row.role = row.code == "OFFICE" ? ZoneRole::desks
               : row.code == "FAC"  ? ZoneRole::things
                                    : ZoneRole::servers; // nobody sits there
    return works.put(std::move(row));
}

RegionId region(Works& works, PlaneId plane_id, const char* code, Text name) {
    Region row;
    row.id = derived_id<Region>("generator", code);
    row.plane = plane_id;
    row.code = code;
    row.name = std::move(name);
    return works.put(std::move(row));
}

void add_planes_and_zones(Works& works) {
    Catalogue& c = works.catalogue;
    c.extranet = plane(works, "W", {"政务外网", "E-government extranet"}, Disclosure::restricted, "#2463D6");
    c.facility = plane(works, "S", {"智能化设备网", "Facility network"}, Disclosure::restricted, "#B26A00");
    // A reservation only: no point, cable or device of it stands in a generated design.
    c.classified = plane(works, "N", {"预留专网", "Reserved network"}, Disclosure::secret, "#1A1F26");
    const RegionId public_region = region(works, c.extranet, "PUB", {"公用网络区", "Public region"});
    const RegionId exit_region = region(works, c.extranet, "NET", {"互联网接入区", "Internet access region"});
    c.office_zone = zone(works, {"OFFICE", {"办公接入区", "Office access"}, c.extranet, public_region});
    c.server_zone = zone(works, {"DC", {"数据中心区", "Data centre"}, c.extranet, public_region});
    c.exit_zone = zone(works, {"EXIT", {"互联网接入区", "Internet access"}, c.extranet, exit_region});
    c.management_zone = zone(works, {"MGMT", {"安全管理区", "Security management"}, c.extranet, public_region});
    c.facility_zone = zone(works, {"FAC", {"设备网接入区", "Facility access"}, c.facility, std::nullopt, 2});
}

void add_intent(Works& works) {
    const Catalogue& c = works.catalogue;
    Service office;
    office.id = derived_id<Service>("generator", "OA");
    office.code = "OA";
    office.name = {"协同办公", "Office automation"};
    office.zone = c.server_zone;
    office.entitled.assign(c.bodies.begin(), c.bodies.end());
    office.busy_hour_rate = megabits(2);
    const ServiceId service = works.put(std::move(office));
    for (const BodyId body : c.bodies) {
        MustReach reach;
        reach.service = service;
        reach.body = body;
        works.put(std::move(reach));
    }
    for (const PlaneId open : {c.extranet, c.facility}) {
        MustNotReach apart;
        apart.a = open;
        apart.b = c.classified;
        apart.reason = {"物理隔离", "Physical separation"};
        works.put(std::move(apart));
    }
    RequirementClass requirement;
    requirement.subject = c.office_zone;
    requirement.redundancy = RedundancyClass::n;
    requirement.reason = {"接入层不要求冗余", "No redundancy asked for at the access layer"};
    works.put(std::move(requirement));
}

struct PointSpec {
    RoomUse use;
    PointKindId kind;
    std::int32_t jacks;
    PointBasis basis;
};

void add_point_table(Works& works) {
    const Catalogue& c = works.catalogue;
    const PointSpec specs[] = {
        {RoomUse::office, c.data, 3, PointBasis::occupant},    {RoomUse::office, c.voice, 1, PointBasis::occupant},
        {RoomUse::leader_office, c.data, 4, PointBasis::room}, {RoomUse::leader_office, c.voice, 2, PointBasis::room},
        {RoomUse::meeting, c.data, 4, PointBasis::room},       {RoomUse::duty, c.data, 4, PointBasis::room},
        {RoomUse::duty, c.voice, 2, PointBasis::room},         {RoomUse::reception, c.data, 2, PointBasis::room},
        {RoomUse::service_hall, c.data, 24, PointBasis::room}, {RoomUse::service_hall, c.voice, 8, PointBasis::room},
        {RoomUse::council_hall, c.data, 32, PointBasis::room}, {RoomUse::training, c.data, 12, PointBasis::room},
        {RoomUse::printing, c.data, 4, PointBasis::room},      {RoomUse::archive, c.data, 2, PointBasis::room},
        {RoomUse::control_room, c.data, 8, PointBasis::room},  {RoomUse::control_room, c.voice, 2, PointBasis::room},
        {RoomUse::plant, c.data, 2, PointBasis::room},         {RoomUse::storage, c.data, 0, PointBasis::room},
    };
    for (const PointSpec& spec : specs) {
        if (spec.jacks == 0)
            continue;
        PointRule rule;
        rule.use = spec.use;
        rule.plane = c.extranet;
        rule.kind = spec.kind;
        rule.jacks = spec.jacks;
        rule.basis = spec.basis;
        rule.sockets = 2;
        works.put(std::move(rule));
    }
}

} // namespace

void add_brief(Works& works) {
    Project project;
    project.id = the_project;
    project.number = "EX-2026-01";
    project.name = {"行政中心智能化工程", "Administrative centre, intelligent building works"};
    project.client = {"示例市机关事务管理局", "Example city government offices administration"};
    project.discipline = {"智能化", "Intelligent building"};
    project.deck = "cn-government";
    project.tax = percent(9);
    project.date = Date{2026, 3, 1};
    works.put(std::move(project));
    Brief brief;
    brief.id = the_brief;
    brief.title = {"任务书", "Brief"};
    brief.growth_per_year = percent(3);
    brief.video_retention_days = 90;
    brief.ceiling_ambient = celsius(25);
    works.put(std::move(brief));
    for (std::size_t i = 0; i < body_count; ++i) {
        Body body;
        body.id = derived_id<Body>("generator", bodies[i].code);
        body.code = bodies[i].code;
        body.name = bodies[i].name;
        body.letter = bodies[i].letter;
        body.colour = bodies[i].colour;
        body.vlan_first = bodies[i].first;
        body.vlan_last = bodies[i].last;
        works.catalogue.bodies[i] = works.put(std::move(body));
    }
    add_planes_and_zones(works);
    add_intent(works);
    add_point_table(works);
    for (const char* subject : {"outlet", "jack", "cable", "equipment"}) {
        LabelTemplate label;
        label.subject = subject;
        label.pattern = "{floor}-{plane}-{number:3}";
        works.put(std::move(label));
    }
}

} // namespace riser
