// SPDX-License-Identifier: GPL-3.0-or-later
// The derived network and its floods against one packet walked row by row. Not one difference is allowed: where there
// was one, the README says what was decided.
#include "tests/solvers/forwarding/packet_walker.h"
#include "tests/solvers/forwarding/random_forwarding.h"

#include <gtest/gtest.h>

#include <array>
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
    std::map<AnyId, Bdd> heard, given;
    bool operator==(const Sides&) const = default;
};

Sides sides_of(HeaderSpace& headers, const Walk& walk) {
    return {sets_of(headers, walk.arrived), sets_of(headers, walk.handed), sets_of(headers, walk.own),
            sets_of(headers, walk.passed),  sets_of(headers, walk.heard),  sets_of(headers, walk.given)};
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
    for (NetIndex s = 0; s < net.stations.size(); ++s) {
        const AnyId station = net.stations[s].id;
        take(out.heard, headers, station, derived.floods.comes_to(flood, station, senders));
        take(out.given, headers, station, flood.given[s]);
    }
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
    for (const auto& [station, set] : sides.given)
        say("given " + to_string(station), set);
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
    std::size_t packets = 0, moved = 0, routed = 0, ends = 0, ways = 0;
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
                // With ordinary senders one gateway hands on to the next.
                tally.ways += senders == Senders::ordinary && walk.handed.size() > 1;
                tally.ends += !walk.heard.empty();
            }
        }
    }
}

TEST(Walker, AgreesWithTheDerivedNetworkOnRandomDesigns) {
    Tally tally;
    const std::uint64_t designs = rounds(800);
    for (std::uint64_t seed = 1; seed <= designs && !HasFatalFailure(); ++seed)
        compare(seed, tally);
    std::printf("%zu packets: %zu arrived, %zu handed to a gateway, %zu from one to the next, %zu heard\n",
                tally.packets, tally.moved, tally.routed, tally.ways, tally.ends);
    EXPECT_GT(tally.moved * 3, tally.packets);
    EXPECT_GT(tally.ways * 40, tally.packets);
}

// Whether a request comes to the service and answers to it come back, walked; nothing when hosts forward themselves.
struct Walked {
    bool asked = false, answered = false;
};
Walked walked_use(PacketWalker& walker, const RandomForwarding& random, AnyId source, const Service& service,
                  const Packet& request) {
    Walked out;
    const Walk forth = walker.from(source, request);
    std::vector<PortId> ports;
    for (const Port& port : random.design.ports)
        if (port.equipment == service.hosts.front())
            ports.push_back(port.id);
    for (const PortId port : ports)
        out.asked |= forth.heard.contains({port, request});
    out.answered = out.asked;
    for (const std::uint16_t edge : std::array<std::uint16_t, 5>{49152, 49999, 50000, 50001, 65535}) {
        const Packet answer{request.source, request.destination, request.protocol, edge};
        bool back = false;
        for (const PortId port : ports)
            back |= walker.from(port, answer, &forth).heard.contains({source, answer});
        out.answered &= back;
    }
    return out;
}

TEST(Walker, AgreesOnWhetherAServiceCanBeUsed) {
    std::size_t asked = 0, answered = 0;
    const std::uint64_t designs = rounds(1'500);
    for (std::uint64_t seed = 100'001; seed <= 100'000 + designs; ++seed) {
        RandomForwarding random(seed);
        if (random.translates)
            continue;
        Derived derived(random.design, {});
        HeaderSpace& headers = derived.kept.headers;
        for (const ServiceId id : random.services) {
            const Service& service = *random.design.find(id);
            if (service.hosts.empty() || !service.address ||
                derived.net.boxes[derived.net.box_of(service.hosts.front())].forwards != Forwards::nothing)
                continue;
            for (const Senders senders : {Senders::ordinary, Senders::any}) {
                PacketWalker walker(random.design, senders);
                const AnyId source = random.pick(random.jacks);
                Packet request = random.packet();
                request.destination = *service.address;
                if (request.source.is_v6 != request.destination.is_v6)
                    continue;
                request.protocol = tcp;
                request.port = 443;
                const std::vector<Emission> from =
                    derived.floods.emissions(source, {.senders = senders, .sources = Sources::any});
                const ServiceUse use =
                    can_use(derived.floods, derived.floods.only(from, headers.only(request)), source, id, senders);
                const Walked walked = walked_use(walker, random, source, service, request);
                ASSERT_EQ(headers.contains(use.asked, request), walked.asked) << "seed " << seed;
                ASSERT_EQ(headers.contains(use.answered, request), walked.answered) << "seed " << seed;
                const ServiceUse all =
                    can_use(derived.floods, source, id, {.senders = senders, .sources = Sources::any});
                ASSERT_EQ(headers.contains(all.asked, request), walked.asked) << "seed " << seed;
                ASSERT_TRUE(headers.sets().within(use.answered, all.answered)) << "seed " << seed;
                asked += walked.asked;
                answered += walked.answered;
            }
        }
    }
    std::printf("%zu asked, %zu answered\n", asked, answered);
    EXPECT_GT(answered, designs / 50);
    EXPECT_GT(asked, answered + designs / 400);
}

} // namespace
} // namespace riser
