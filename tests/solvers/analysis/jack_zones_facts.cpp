// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/jack_zones.h"
#include "tests/solvers/checks/office.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser::test {
namespace {

struct Zoned : Office {
    BodyId body(std::string code) {
        Body row;
        row.code = std::move(code);
        return add(std::move(row));
    }
    ZoneId zone(std::string code, ZoneRole role = ZoneRole::desks) {
        Zone row;
        row.code = std::move(code);
        row.plane = plane;
        row.role = role;
        return add(std::move(row));
    }
    void own(std::optional<BodyId> owner) {
        change(office, [&](Room& row) { row.body = owner; });
    }
    std::optional<ZoneId> of_jack() const {
        const Facts facts(design);
        const JackZone* found = facts.get<JackZones>().jacks.find(jack);
        return found ? std::optional(found->zone) : std::nullopt;
    }
};

TEST(JackZones, KindThenUseThenOwnerThenDesks) {
    Zoned o;
    const BodyId party = o.body("party");
    const BodyId shared = o.body("shared");
    o.own(party);
    EXPECT_EQ(o.of_jack(), std::nullopt);
    o.zone("A-servers", ZoneRole::servers);
    EXPECT_EQ(o.of_jack(), std::nullopt) << "desks belong to no servers' zone that does not name them";
    const ZoneId desks = o.zone("Z-desks");
    EXPECT_EQ(o.of_jack(), desks);
    const ZoneId by_owner = o.zone("Y-party");
    o.change(by_owner, [&](Zone& row) { row.bodies = {party}; });
    EXPECT_EQ(o.of_jack(), by_owner);
    o.own(std::nullopt);
    EXPECT_EQ(o.of_jack(), desks) << "nobody's room, and no zone of the shared body";
    const ZoneId common = o.zone("X-shared");
    o.change(common, [&](Zone& row) { row.bodies = {shared}; });
    EXPECT_EQ(o.of_jack(), common);
    const ZoneId by_use = o.zone("V-offices");
    o.change(by_use, [&](Zone& row) { row.uses = {RoomUse::office}; });
    EXPECT_EQ(o.of_jack(), by_use);
    const ZoneId by_kind = o.zone("U-kind", ZoneRole::things);
    o.change(by_kind, [&](Zone& row) { row.kinds = {o.kind}; });
    EXPECT_EQ(o.of_jack(), by_kind);
    o.change(by_kind, [&](Zone& row) { row.uses = {RoomUse::meeting}; });
    EXPECT_EQ(o.of_jack(), by_use) << "of its kind, but in meeting rooms only";
}

TEST(JackZones, TiesByCodeAndOnItsOwnPlane) {
    Zoned o;
    o.zone("B");
    const ZoneId first = o.zone("A");
    EXPECT_EQ(o.of_jack(), first);
    const PlaneId other = o.add_plane("X", Disclosure::open);
    o.change(first, [&](Zone& row) { row.plane = other; });
    EXPECT_NE(o.of_jack(), first);
}

TEST(JackZones, NoneOnASecretPlane) {
    Zoned o;
    o.zone("A");
    ASSERT_TRUE(o.of_jack());
    o.change(o.plane, [](Plane& row) { row.disclosure = Disclosure::secret; });
    EXPECT_EQ(o.of_jack(), std::nullopt);
}

} // namespace
} // namespace riser::test
