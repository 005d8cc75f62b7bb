// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/planning/zones/guarded_building.h"

namespace riser::test {

namespace {

template<class Row> Id<Row> add(GuardedBuilding& b, Row row) {
    row.id = b.built.builder.ids.next<Row>();
    const Id<Row> id = row.id;
    b.design().table<Row>().put(std::move(row));
    return id;
}

void add_type(GuardedBuilding& b, EquipmentRole role, const char* code, std::int32_t fibre, std::int32_t copper,
              std::int64_t price, std::int32_t units = 1) {
    BillItem item;
    item.code = code;
    item.price = Money(price);
    EquipmentType type;
    type.code = code;
    type.role = role;
    type.bill_item = add(b, item);
    if (fibre > 0)
        type.ports.push_back({.prefix = "XGE0/0/", .count = fibre, .rate = megabits(10'000), .medium = Medium::fibre});
    if (copper > 0)
        type.ports.push_back({.prefix = "GE0/0/", .count = copper, .rate = megabits(1'000)});
    type.power = watts(150);
    type.power_supplies = 2;
    type.rack_units = units;
    type.weight = Grams(8'000);
    add(b, type);
}

void add_types(GuardedBuilding& b, std::optional<EquipmentRole> missing) {
    const auto offer = [&](EquipmentRole role, const char* code, std::int32_t fibre, std::int32_t copper,
                           std::int64_t price, std::int32_t units = 1) {
        if (role != missing)
            add_type(b, role, code, fibre, copper, price, units);
    };
    using R = EquipmentRole;
    offer(R::firewall, "FW-2", 2, 4, 1'000); // too few ports for a pair
    offer(R::firewall, "FW-6", 6, 4, 3'000, 2);
    offer(R::firewall, "FW-8", 8, 8, 4'000, 2);
    offer(R::router, "RT-4", 4, 0, 2'000);
    offer(R::ips, "IPS-2", 2, 0, 1'400);
    offer(R::ips, "IPS-4", 4, 0, 2'000);
    offer(R::av_gateway, "AV-2", 2, 0, 900); // two of them cost less than one of four ports
    offer(R::av_gateway, "AV-4", 4, 0, 2'000);
    offer(R::waf, "WAF-4", 4, 0, 2'000);
    offer(R::behaviour_audit, "BA-4", 4, 0, 2'000);
    offer(R::bastion, "BH", 0, 4, 800);
    offer(R::log_audit, "LA", 0, 4, 800);
    offer(R::nac, "NAC", 0, 4, 800);
    offer(R::wireless_controller, "WC", 2, 0, 900);
    offer(R::telephone_system, "PBX", 0, 2, 900, 4);
    offer(R::server, "SV", 2, 2, 700, 2);
    offer(R::isolation_gateway, "GAP", 4, 0, 900);
}

ZoneId zone(GuardedBuilding& b, PlaneId plane, const char* code, ZoneRole role, Grading grading,
            std::vector<BodyId> bodies = {}) {
    Zone row;
    row.code = code;
    row.name = {code, code};
    row.plane = plane;
    row.role = role;
    row.grading = grading;
    row.bodies = std::move(bodies);
    return add(b, row);
}

ServiceId service(GuardedBuilding& b, const char* code, ZoneId at, const char* ports, ServiceMedium medium,
                  std::vector<BodyId> entitled) {
    Service row;
    row.code = code;
    row.name = {code, code};
    row.zone = at;
    row.ports = ports;
    row.medium = medium;
    row.entitled = std::move(entitled);
    row.busy_hour_rate = megabits(1);
    return add(b, row);
}

void handoff(GuardedBuilding& b, const char* provider, PlaneId plane, std::optional<ZoneId> at) {
    ProviderHandoff row;
    row.provider = {provider, provider};
    row.plane = plane;
    row.zone = at;
    row.bandwidth = megabits(2'000);
    add(b, row);
}

} // namespace

GuardedBuilding guarded_building(std::uint32_t seed, Grading grading, std::optional<EquipmentRole> missing) {
    GuardedBuilding b{.built = any_building(seed),
                      .bodies = {},
                      .desks = {},
                      .servers = {},
                      .management = {},
                      .edge = {},
                      .secret = {},
                      .web = {},
                      .mail = {},
                      .voice = {},
                      .outside = {}};
    add_types(b, missing);
    for (std::size_t i = 0; i < 2; ++i) {
        Body body;
        body.code = i == 0 ? "party" : "congress";
        body.name = {body.code, body.code};
        b.bodies[i] = add(b, body);
        HeadCount people;
        people.body = b.bodies[i];
        people.people = 100;
        add(b, people);
    }
    const PlaneId plane = b.built.office;
    b.desks = {zone(b, plane, "D1", ZoneRole::desks, grading, {b.bodies[0]}),
               zone(b, plane, "D2", ZoneRole::desks, grading, {b.bodies[1]})};
    b.servers = zone(b, plane, "S", ZoneRole::servers, grading);
    b.management = zone(b, plane, "M", ZoneRole::servers, grading);
    Zone management = *b.design().find(b.management);
    management.management = true;
    b.design().zones.put(management);
    b.edge = zone(b, plane, "E", ZoneRole::edge, grading);
    const ZoneId things = zone(b, plane, "V", ZoneRole::things, grading);
    b.secret = zone(b, b.built.secret, "X", ZoneRole::desks, Grading::secret_mi);
    zone(b, b.built.apart, "I", ZoneRole::desks, Grading::mlps_2);
    zone(b, b.built.apart, "IE", ZoneRole::edge, Grading::mlps_2);
    const std::vector<BodyId> both(b.bodies.begin(), b.bodies.end());
    b.web = service(b, "web", b.servers, "tcp/80 tcp/443", ServiceMedium::data, both);
    b.mail = service(b, "mail", b.servers, "tcp/25 tcp/993", ServiceMedium::data, {b.bodies[0]});
    b.voice = service(b, "voice", things, "udp/5060", ServiceMedium::voice, both);
    b.outside = service(b, "outside", b.edge, "tcp/443", ServiceMedium::data, both);
    RequirementClass pair;
    pair.subject = b.web;
    pair.redundancy = RedundancyClass::n_plus_1;
    add(b, pair);
    handoff(b, "A", plane, b.edge);
    handoff(b, "B", plane, b.edge);
    handoff(b, "C", b.built.apart, {});
    return b;
}

} // namespace riser::test
