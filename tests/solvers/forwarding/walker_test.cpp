// SPDX-License-Identifier: GPL-3.0-or-later
// The derived network and its floods against one packet walked row by row. Not one difference is allowed: where there
// was one, the README says what was decided.
#include "tests/solvers/forwarding/packet_walker.h"
#include "tests/solvers/forwarding/random_forwarding.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace riser {
namespace {

using test::PacketWalker;
using test::RandomForwarding;
using test::Spot;
using test::Walk;

// How many designs: a few for every day; RISER_ROUNDS for the whole.
std::uint64_t rounds(std::uint64_t few) {
    const char* wanted = std::getenv("RISER_ROUNDS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : few;
}

struct Derived {
    NetworkRows rows;
    Network net;
    FilterSets kept;
    Floods floods;
    Derived(const Design& design, std::span<const AnyId> failed)
        : rows(Facts(design).get<NetworkRows>()), net(derive_network(rows, failed)), floods(rows, net, kept) {}
};

Spot spot_of(const Network& net, const NetPlace& place) {
    return {place.box == no_index ? EquipmentId{} : net.boxes[place.box].id, place.number,
            place.port.value_or(PortId{})};
}

// A walk in the terms of a flood, each set of packets as one.
template<class Key> std::map<Key, Bdd> sets_of(HeaderSpace& headers, const std::set<std::pair<Key, Packet>>& walked) {
    std::map<Key, Bdd> out;
    for (const auto& [key, packet] : walked) {
        const auto [at, is_new] = out.try_emplace(key, BddSpace::no());
        at->second = headers.sets().either(at->second, headers.only(packet));
    }
    return out;
}

template<class Key> void take(std::map<Key, Bdd>& out, HeaderSpace& headers, const Key& key, Bdd set) {
    if (set == BddSpace::no())
        return;
    const auto [at, is_new] = out.try_emplace(key, BddSpace::no());
    at->second = headers.sets().either(at->second, set);
}

struct Sides {
    std::map<Spot, Bdd> arrived;
    std::map<GatewayId, Bdd> handed;
    std::map<EquipmentId, Bdd> own, passed;
    std::map<AnyId, Bdd> heard;
    bool operator==(const Sides&) const = default;
};

Sides sides_of(HeaderSpace& headers, const Walk& walk) {
    return {sets_of(headers, walk.arrived), sets_of(headers, walk.handed), sets_of(headers, walk.own),
            sets_of(headers, walk.passed), sets_of(headers, walk.heard)};
}

Sides sides_of(HeaderSpace& headers, const Derived& derived, const Flood& flood, Senders senders) {
    Sides out;
    const Network& net = derived.net;
    for (const NetPlace& place : net.places)
        take(out.arrived, headers, spot_of(net, place), flood.arrived[place.segment]);
    for (NetIndex g = 0; g < net.gateways.size(); ++g)
        take(out.handed, headers, net.gateways[g].id, flood.at[g]);
    for (NetIndex b = 0; b < net.boxes.size(); ++b) {
        take(out.own, headers, net.boxes[b].id, flood.own[b]);
        take(out.passed, headers, net.boxes[b].id, flood.passed[b]);
    }
    for (const NetStation& station : net.stations)
        take(out.heard, headers, station.id, derived.floods.comes_to(flood, station.id, senders));
    return out;
}

std::string told(HeaderSpace& headers, const Sides& sides) {
    std::string out;
    const auto say = [&](std::string what, Bdd set) {
        out += "  " + what + ": " + to_string(*headers.example(set)) + '\n';
    };
    for (const auto& [spot, set] : sides.arrived)
        say("arrived " + to_string(spot.device) + '.' + std::to_string(spot.number) +
                (spot.alone ? '/' + to_string(spot.alone) : ""),
            set);
    for (const auto& [gateway, set] : sides.handed)
        say("handed " + to_string(gateway), set);
    for (const auto& [device, set] : sides.own)
        say("own " + to_string(device), set);
    for (const auto& [device, set] : sides.passed)
        say("passed " + to_string(device), set);
    for (const auto& [station, set] : sides.heard)
        say("heard " + to_string(station), set);
    return out;
}

std::vector<AnyId> some_failed(RandomForwarding& random) {
    std::vector<AnyId> out;
    for (std::size_t i = random.one_in(2) ? 0 : 1 + random.up_to(2); i > 0; --i)
        switch (random.up_to(3)) {
        case 0:
            out.emplace_back(random.pick(random.devices));
            break;
        case 1:
            out.emplace_back(random.pick(random.all_ports));
            break;
        default:
            out.emplace_back(random.pick(random.cables));
        }
    return out;
}

struct Tally {
    std::size_t packets = 0, moved = 0, routed = 0, ends = 0, twice = 0;
};

void compare(std::uint64_t seed, Tally& tally) {
    RandomForwarding random(seed);
    const std::vector<AnyId> failed = some_failed(random);
    Derived derived(random.design, failed);
    HeaderSpace& headers = derived.kept.headers;
    for (const Senders senders : {Senders::any, Senders::ordinary}) {
        PacketWalker walker(random.design, senders, {failed.begin(), failed.end()});
        for (int i = 0; i < 4; ++i) {
            const AnyId sender = random.sender();
            const std::vector<Emission> from =
                derived.floods.emissions(sender, {.senders = senders, .sources = Sources::any});
            const Flood all = derived.floods.flood(from, senders);
            for (int j = 0; j < 3; ++j) {
                const Packet packet = random.packet();
                const Walk walk = walker.from(sender, packet);
                const Flood one = derived.floods.flood(derived.floods.only(from, headers.only(packet)), senders);
                const Sides walked = sides_of(headers, walk);
                const Sides flooded = sides_of(headers, derived, one, senders);
                ASSERT_EQ(walked == flooded, true)
                    << "seed " << seed << " senders " << static_cast<int>(senders) << " from " << to_string(sender)
                    << ' ' << to_string(packet) << "\nwalked:\n"
                    << told(headers, walked) << "flooded:\n"
                    << told(headers, flooded);
                // What holds of one packet holds of it among all.
                for (const auto& [spot, set] : sides_of(headers, derived, all, senders).arrived) {
                    const auto at = walked.arrived.find(spot);
                    const Bdd seen = at == walked.arrived.end() ? BddSpace::no() : at->second;
                    ASSERT_TRUE(headers.sets().within(seen, set)) << "seed " << seed;
                    if (!random.translates) {
                        ASSERT_EQ(headers.contains(set, packet), headers.contains(seen, packet)) << "seed " << seed;
                    }
                }
                ++tally.packets;
                tally.moved += !walk.arrived.empty();
                tally.routed += !walk.handed.empty();
                tally.twice += walk.handed.size() > 1;
                tally.ends += !walk.heard.empty();
            }
        }
    }
}

TEST(Walker, AgreesWithTheDerivedNetworkOnRandomDesigns) {
    Tally tally;
    const std::uint64_t designs = rounds(1'500);
    for (std::uint64_t seed = 1; seed <= designs && !HasFatalFailure(); ++seed)
        compare(seed, tally);
    std::printf("%zu packets: %zu arrived, %zu handed to a gateway, %zu to two, %zu heard\n", tally.packets,
                tally.moved, tally.routed, tally.twice, tally.ends);
    EXPECT_GT(tally.moved * 3, tally.packets);
    EXPECT_GT(tally.twice * 20, tally.packets);
}

} // namespace
} // namespace riser
