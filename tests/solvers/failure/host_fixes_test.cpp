// SPDX-License-Identifier: GPL-3.0-or-later
// Further links of hosts, on random networks, against every choice of links between free ports, each laid in the design
// and looked at anew.
#include "solvers/failure/host_fixes.h"

#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

struct Hosted : test::NetworkCase {
    std::mt19937 random;
    PlaneId plane_id = plane("E");
    std::vector<EquipmentId> switches, hosts;
    std::vector<CableTypeId> types;
    ServiceId service;

    template<class Row> Id<Row> put(Row row) {
        row.id = {next++};
        design.table<Row>().put(row);
        return row.id;
    }
    std::size_t below(std::size_t n) { return random() % n; }
    template<class List> auto pick(const List& list) { return list[below(list.size())]; }

    void lay(EquipmentId a, EquipmentId b, CableTypeId type) {
        Cable row = *design.find(join(port(a, 1'000'000'000), port(b, 1'000'000'000)));
        row.role = CableRole::cord;
        row.type = type;
        design.cables.put(row);
    }

    explicit Hosted(std::uint32_t seed) : random(seed) {
        const ZoneId zone_id = zone(plane_id, "Z");
        const SpaceId spaces[] = {put(Space{}), put(Space{})};
        for (std::int64_t price = 1; price <= 3; ++price) {
            BillItem item;
            item.unit = "pc";
            item.price = Money{100 * price};
            CableType type;
            type.bill_item = put(item);
            types.push_back(put(type));
        }
        const auto stand = [&](EquipmentId id) {
            Equipment row = *design.find(id);
            row.space = spaces[below(4) == 0];
            design.equipment.put(row);
            return id;
        };
        for (std::size_t n = 3 + below(2); n > 0; --n)
            switches.push_back(
                stand(device(switches.size() < 2 ? EquipmentRole::core_switch : EquipmentRole::access_switch,
                             "S" + std::to_string(n), plane_id, {})));
        for (std::size_t n = 1; n < switches.size(); ++n)
            for (std::size_t links = 1 + below(2); links > 0; --links)
                if (const EquipmentId up = switches[below(n)]; below(5) != 0)
                    lay(switches[n], up, pick(types));
        Service row;
        row.zone = zone_id;
        for (std::size_t n = 1 + below(2); n > 0; --n) {
            hosts.push_back(stand(device(EquipmentRole::server, "H" + std::to_string(n), plane_id, {})));
            lay(hosts.back(), pick(switches), pick(types));
            row.hosts.push_back(hosts.back());
        }
        for (std::size_t n = below(2 * switches.size() + 3); n > 0; --n) // that nothing is plugged into
            port(below(2) == 0 ? pick(hosts) : pick(switches), 1'000'000'000);
        row.address = *IpAddress::parse("10.0.0.1");
        service = put(row);
        RequirementClass asked;
        asked.subject = service;
        asked.redundancy = RedundancyClass::n_plus_1;
        put(asked);
    }
};

std::vector<FailureElement> host_points(const Design& design) {
    const Facts facts(design);
    for (const WaysApart& row : facts.get<Redundancy>().rows)
        if (row.of == WaysOf::service) {
            std::vector<FailureElement> out;
            for (const FailureElement& element : row.single)
                if (counts_for(row.asked, element.kind))
                    out.push_back(element);
            return out;
        }
    return {};
}

std::int64_t free_ports(const Design& design, EquipmentId device) {
    std::int64_t out = 0;
    for (const Port& port : design.ports)
        out +=
            port.equipment == device && std::none_of(design.terminations.begin(), design.terminations.end(),
                                                     [&](const Termination& end) { return end.on == AnyId(port.id); });
    return out;
}

// The type of the first cord of a host, and its price.
std::pair<CableTypeId, std::int64_t> cord_of(const Design& design, EquipmentId host) {
    for (const Cable& cable : design.cables)
        for (const Termination& end : design.terminations)
            if (end.cable == cable.id && end.on.kind == Kind::ports &&
                design.find(PortId{end.on.value})->equipment == host)
                return {cable.type, design.find(design.find(cable.type)->bill_item)->price.value};
    return {};
}

TEST(HostFixes, AreTheCheapestOfAllChoicesOfLinks) {
    std::size_t weak = 0, mended = 0, left = 0, cheaper = 0;
    for (std::uint32_t seed = 1; seed <= 500; ++seed) {
        const Hosted net(seed);
        const std::vector<FailureElement> before = host_points(net.design);
        const std::vector<HostFix> fixes = host_fixes(Facts(net.design));
        ASSERT_EQ(fixes.size(), before.empty() ? 0U : 1U) << "seed " << seed;
        if (fixes.empty())
            continue;
        const HostFix& fix = fixes.front();
        EXPECT_EQ(fix.points, before);
        EXPECT_TRUE(fix.priced);
        // Every choice of links from a host to a switch beside it with which it has none.
        struct Link {
            EquipmentId host, device;
        };
        std::vector<Link> links;
        for (const EquipmentId host : net.hosts)
            for (const EquipmentId device : net.switches) {
                bool joined = false;
                for (const Cable& cable : net.design.cables) {
                    std::vector<EquipmentId> ends;
                    for (const Termination& end : net.design.terminations)
                        if (end.cable == cable.id)
                            ends.push_back(net.design.find(PortId{end.on.value})->equipment);
                    joined |= std::ranges::count(ends, host) > 0 && std::ranges::count(ends, device) > 0;
                }
                if (!joined && net.design.find(host)->space == net.design.find(device)->space &&
                    free_ports(net.design, host) > 0 && free_ports(net.design, device) > 0)
                    links.push_back({host, device});
            }
        const auto with = [&](std::span<const Link> chosen) {
            Hosted changed = net;
            for (const Link& link : chosen)
                changed.lay(link.host, link.device, cord_of(net.design, link.host).first);
            return host_points(changed.design);
        };
        const std::vector<FailureElement> least = with(links); // more links never harm
        ASSERT_EQ(fix.left, least) << "seed " << seed;
        std::int64_t best = INT64_MAX, most = 0;
        for (std::uint32_t mask = 0; mask < 1U << links.size(); ++mask) {
            std::vector<Link> chosen;
            std::int64_t price = 0;
            for (std::size_t i = 0; i < links.size(); ++i)
                if ((mask >> i & 1U) != 0) {
                    chosen.push_back(links[i]);
                    price += cord_of(net.design, links[i].host).second;
                }
            if (price >= best && price <= most)
                continue;
            if (with(chosen) == least) {
                best = std::min(best, price);
                most = std::max(most, price);
            }
        }
        if (fix.outcome == Outcome::limit_reached) { // fewer ports than the cheapest choice wants
            EXPECT_TRUE(fix.links.empty());
            EXPECT_GE(fix.bound.value, best);
        } else {
            ASSERT_EQ(fix.outcome, Outcome::complete);
            ASSERT_EQ(fix.price.value, best) << "seed " << seed;
            ASSERT_EQ(fix.bound, fix.price);
            std::vector<Link> chosen;
            for (const HostLink& link : fix.links)
                chosen.push_back({link.host, link.device});
            ASSERT_EQ(with(chosen), least) << "seed " << seed;
        }
        ++weak;
        mended += fix.left.empty() && !fix.links.empty();
        left += !fix.left.empty();
        cheaper += best < most;
    }
    std::printf("%zu services with single points, %zu mended, %zu in part or not, %zu with a dearer choice\n", weak,
                mended, left, cheaper);
    EXPECT_GT(mended, 40U);
    EXPECT_GT(left, 40U);
    EXPECT_GT(cheaper, 15U);
}

} // namespace
} // namespace riser
