// SPDX-License-Identifier: GPL-3.0-or-later
// VLANs by body and telecom room, each with its subnet. Numbers are the next free one of the distribution block in the
// body's range; planes count apart.
#include "tests/bench/generate/works.h"

#include <map>
#include <tuple>

namespace riser {

namespace {

constexpr std::size_t access_ports = 46; // of 48, two kept free
constexpr std::size_t pair_ports = 44;

struct Use {
    const char* name;
    bool facility;
    std::int32_t first; // of the VLAN numbers; 0: the body's range
};
constexpr Use uses[4] = {{"data", false, 0}, {"voice", false, 3500}, {"wireless", true, 3000}, {"camera", true, 3250}};

std::size_t use_of(const Catalogue& c, PointKindId kind) {
    return kind == c.data ? 0 : kind == c.voice ? 1 : kind == c.wireless ? 2 : 3;
}

struct Allocator {
    Works& works;
    std::array<AddressPoolId, 2> pools{};
    std::array<std::uint32_t, 2> next_subnet{};
    std::map<std::tuple<bool, std::string, std::int32_t>, std::int32_t> next_number = {};

    AddressPoolId add_pool(PlaneId plane, const char* name, const char* prefix) {
        AddressPool pool;
        pool.name = name;
        pool.owner = works.catalogue.bodies[shared_body];
        pool.plane = plane;
        pool.prefix = IpPrefix::parse(prefix);
        pool.authority = "GW 0207";
        return works.put(std::move(pool));
    }

    IpPrefix subnet(bool facility) {
        const std::uint32_t n = next_subnet[facility]++;
        IpPrefix prefix;
        prefix.length = 24;
        prefix.address.bytes[0] = facility ? 172 : 10;
        prefix.address.bytes[1] = static_cast<std::uint8_t>((facility ? 16 : 64) + n / 256);
        prefix.address.bytes[2] = static_cast<std::uint8_t>(n % 256);
        return prefix;
    }

    VlanId add_vlan(const Distributor& distributor, std::size_t u, std::size_t body, const std::string& block) {
        const Use& use = uses[u];
        const Body& owner = *works.design.find(works.catalogue.bodies[body]);
        const std::int32_t first = use.first != 0 ? use.first : owner.vlan_first;
        std::int32_t& number = next_number.try_emplace({use.facility, block, first}, first).first->second;
        Vlan vlan;
        if (number >= 1002 && number <= 1005) // makers keep these
            number = 1006;
        vlan.number = VlanNumber::from(number++);
        vlan.name = distributor.label + "-" + use.name;
        vlan.plane = use.facility ? works.catalogue.facility : works.catalogue.extranet;
        if (use.first == 0)
            vlan.body = works.catalogue.bodies[body];
        vlan.zone = use.facility ? works.catalogue.facility_zone : works.catalogue.office_zone;
        vlan.block = block;
        const VlanId id = works.put(std::move(vlan));
        Prefix prefix;
        prefix.pool = pools[use.facility];
        prefix.prefix = subnet(use.facility);
        prefix.vlan = id;
        prefix.purpose = use.name;
        const IpPrefix range = *prefix.prefix;
        DhcpScope scope;
        scope.prefix = works.put(std::move(prefix));
        scope.first = range.address;
        scope.first->bytes[3] = 10;
        scope.last = range.address;
        scope.last->bytes[3] = 250;
        scope.lease = Seconds(86'400);
        if (u != 3)
            works.put(std::move(scope));
        return id;
    }
};

} // namespace

void add_networks(Works& works) {
    Allocator allocator{works};
    allocator.pools = {allocator.add_pool(works.catalogue.extranet, "W-10.64", "10.64.0.0/12"),
                       allocator.add_pool(works.catalogue.facility, "S-172.16", "172.16.0.0/12")};
    for (BuildingWorks& building : works.buildings) {
        std::array<std::size_t, 2> used_ports{};
        for (Distributor& distributor : building.distributors) {
            std::array<std::size_t, 2> patched{};
            std::array<bool, 4> present{};
            for (const std::size_t j : distributor.jacks) {
                const JackSketch& jack = building.jacks[j];
                patched[jack.facility] += jack.patched ? 1 : 0;
                present[use_of(works.catalogue, jack.kind)] = true;
            }
            for (const std::size_t plane : {0U, 1U}) {
                const std::size_t switches = (patched[plane] + access_ports - 1) / access_ports;
                distributor.switch_count[plane] = switches;
                if (used_ports[plane] % pair_ports + switches > pair_ports)
                    used_ports[plane] += pair_ports - used_ports[plane] % pair_ports;
                distributor.pair[plane] = used_ports[plane] / pair_ports;
                used_ports[plane] += switches;
                building.pairs[plane] =
                    std::max(building.pairs[plane], distributor.pair[plane] + (switches > 0 ? 1 : 0));
            }
            const std::size_t body = building.floors[distributor.floor].body;
            for (std::size_t u = 0; u < 4; ++u)
                if (present[u]) {
                    const std::string block =
                        building.recipe.letter + "AGG" + std::to_string(distributor.pair[uses[u].facility] + 1);
                    distributor.vlans[u] = allocator.add_vlan(distributor, u, body, block);
                }
        }
    }
}

} // namespace riser
