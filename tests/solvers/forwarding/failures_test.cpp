// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep says after each failure is what the network derived without it says, though most floods are kept.
#include "solvers/forwarding/failures.h"

#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::RandomForwarding;
using test::TwoBodies;

TEST(FailureSweep, SaysWhatTheNetworkWithoutItSays) {
    std::size_t differ = 0, made = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        RandomForwarding random(seed);
        const NetworkRows rows = Facts(random.design).get<NetworkRows>();
        std::vector<ReachQuestion> questions;
        for (const VlanId from : random.vlans) {
            for (const VlanId to : random.vlans)
                questions.push_back({from, to});
            for (const JackId to : random.jacks)
                questions.push_back({from, to});
        }
        const ReachOptions options{.senders = seed % 3 ? Senders::any : Senders::ordinary, .sources = Sources::own};
        FilterSets kept;
        FailureSweep sweep(rows, kept, questions, options);
        std::vector<AnyId> elements(random.devices.begin(), random.devices.end());
        elements.insert(elements.end(), random.cables.begin(), random.cables.end());
        for (const AnyId lost : elements) {
            const std::vector<Bdd> after = sweep.after(std::span(&lost, 1));
            const Network net = derive_network(rows, std::span(&lost, 1));
            const Floods floods(rows, net, kept);
            AnyId source;
            Flood flood;
            for (std::size_t i = 0; i < questions.size(); ++i) {
                if (questions[i].from != source) {
                    source = questions[i].from;
                    flood = floods.flood(floods.emissions(source, options), options.senders);
                    ++all;
                }
                ASSERT_EQ(after[i], floods.comes_to(flood, questions[i].to, options.senders))
                    << "seed " << seed << " without " << to_string(lost);
                differ += after[i] != sweep.before()[i];
            }
        }
        made += sweep.floods();
    }
    std::printf("%zu answers changed, %zu floods made of %zu\n", differ, made, all);
    EXPECT_GT(differ, 1'000U);
    EXPECT_LT(made * 4, all * 3);
}

TEST(FailureSweep, ElementsAreTheForwardingDevicesAndTheCablesBetweenThem) {
    TwoBodies office;
    const std::vector<AnyId> all = single_failures(Facts(office.design).get<NetworkRows>());
    EXPECT_EQ(all.size(), 5U + 7U); // not the server, nor cords to it and to jacks
}

} // namespace
} // namespace riser
