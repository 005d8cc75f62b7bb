// SPDX-License-Identifier: GPL-3.0-or-later
// Cords to move, on random feeds, against every choice of moves: what is moved frees the devices by the FailureModel of
// the changed design, and no choice frees more, or as many with fewer.
#include "solvers/failure/cord_fixes.h"

#include "solvers/base/facts.h"
#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace riser {
namespace {

struct Feeds : test::NetworkCase {
    std::mt19937 random;
    PlaneId plane_id = plane("E");
    std::vector<EquipmentId> devices;
    std::vector<PduId> strips;
    std::map<PduId, RackId> rack_of;

    template<class Row> Id<Row> put(Row row) {
        row.id = {next++};
        design.table<Row>().put(row);
        return row.id;
    }
    std::size_t below(std::size_t n) { return random() % n; }
    template<class List> auto pick(const List& list) { return list[below(list.size())]; }

    explicit Feeds(std::uint32_t seed) : random(seed) {
        std::vector<AnyId> feeds{put(PowerSource{}), put(PowerSource{})};
        for (std::size_t n = 1 + below(4); n > 0; --n) {
            if (below(3) == 0) {
                Ats row;
                row.normal = pick(feeds);
                row.standby = below(5) == 0 ? AnyId{} : pick(feeds);
                feeds.push_back(put(row));
            } else {
                Ups row;
                row.fed_by = pick(feeds);
                row.topology = static_cast<UpsTopology>(below(3));
                feeds.push_back(put(row));
            }
        }
        std::vector<RackId> racks{put(Rack{}), put(Rack{})};
        std::vector<CircuitId> circuits;
        for (std::size_t n = 2 + below(3); n > 0; --n) {
            Circuit circuit;
            circuit.fed_by = pick(feeds);
            circuits.push_back(put(circuit));
        }
        for (std::size_t n = 2 + below(3); n > 0; --n) {
            Pdu row;
            row.rack = pick(racks);
            row.circuit = pick(circuits);
            row.sockets = static_cast<std::int32_t>(1 + below(4));
            strips.push_back(put(row));
            rack_of[strips.back()] = *row.rack;
        }
        for (std::size_t n = 1 + below(3); n > 0; --n) {
            const EquipmentId id = device(EquipmentRole::access_switch, "S", plane_id, {});
            devices.push_back(id);
            RackItem item;
            item.rack = pick(racks);
            item.item = id;
            put(item);
            for (std::size_t s = 1 + below(2) + below(2); s > 0; --s) {
                PowerSupply row;
                row.equipment = id;
                if (below(10) != 0)
                    row.pdu = pick(strips);
                put(row);
            }
        }
    }
    void move(const CordMove& to) {
        PowerSupply row = *design.find(to.supply);
        row.pdu = to.to;
        design.power_supplies.put(row);
    }
};

// Devices of several supplies that one strip, circuit, transfer switch or UPS takes, by the model.
std::map<EquipmentId, std::vector<FailureElement>> weak(const Design& design) {
    const Facts facts(design);
    const FailureModel& model = facts.get<FailureModel>();
    std::map<EquipmentId, int> supplies;
    for (const PowerSupply& row : design.power_supplies)
        ++supplies[row.equipment];
    std::map<EquipmentId, std::vector<FailureElement>> out;
    Outages outages(model);
    for (std::uint32_t e = 0; e < model.elements.size(); ++e) {
        const ElementIndex element{e};
        const ElementKind kind = model[element].kind;
        if (kind == ElementKind::strip || kind == ElementKind::circuit || kind == ElementKind::ups ||
            kind == ElementKind::transfer_switch)
            for (const std::uint32_t device : outages.of(std::span(&element, 1)).devices)
                if (supplies[model.devices[device].id] > 1)
                    out[model.devices[device].id].push_back(model[element]);
    }
    return out;
}

TEST(CordFixes, FreeAsManyDevicesAsAnyChoiceOfMoves) {
    std::size_t points = 0, moved = 0, left = 0, crowded = 0;
    for (std::uint32_t seed = 1; seed <= 600; ++seed) {
        const Feeds feeds(seed);
        const auto before = weak(feeds.design);
        const std::vector<CordFix> fixes = cord_fixes(feeds.design);
        std::map<EquipmentId, std::vector<FailureElement>> said;
        Feeds after = feeds;
        std::map<PduId, std::int64_t> taken;
        std::size_t count = 0;
        for (const CordFix& fix : fixes) {
            said[fix.device] = fix.points;
            left += !fix.move;
            crowded += fix.no_socket;
            if (!fix.move)
                continue;
            ++count;
            ASSERT_EQ(feeds.design.find(fix.move->supply)->equipment, fix.device);
            ASSERT_EQ(feeds.design.find(fix.move->supply)->pdu, fix.move->from);
            ASSERT_EQ(std::optional(feeds.rack_of.at(fix.move->to)), fix.rack) << "a strip of its rack";
            ++taken[fix.move->to];
            after.move(*fix.move);
        }
        ASSERT_EQ(said, before) << "seed " << seed;
        std::map<PduId, std::int64_t> room;
        for (const PduId strip : feeds.strips) {
            room[strip] = feeds.design.find(strip)->sockets;
            for (const PowerSupply& row : feeds.design.power_supplies)
                room[strip] -= row.pdu == strip;
        }
        for (const auto& [strip, more] : taken)
            ASSERT_LE(more, room[strip]) << "seed " << seed;
        const auto still = weak(after.design);
        for (const CordFix& fix : fixes)
            ASSERT_EQ(still.contains(fix.device), !fix.move) << "seed " << seed;
        points += before.size();
        moved += count;
        // Every choice of at most one cord of each device, to sockets that are free now.
        std::size_t best = 0;
        const auto choose = [&](const auto& self, std::size_t d, const Feeds& now, std::size_t moves) -> void {
            if (d == feeds.devices.size()) {
                std::size_t freed = 0;
                const auto rest = weak(now.design);
                for (const auto& [device, elements] : before)
                    freed += !rest.contains(device);
                ASSERT_LE(freed, moves);
                best = std::max(best, freed);
                return;
            }
            self(self, d + 1, now, moves);
            if (!before.contains(feeds.devices[d]))
                return;
            std::optional<RackId> rack;
            for (const RackItem& item : feeds.design.rack_items)
                if (item.item == AnyId(feeds.devices[d]))
                    rack = item.rack;
            for (const PowerSupply& row : feeds.design.power_supplies)
                for (const PduId strip : feeds.strips)
                    if (row.equipment == feeds.devices[d] && row.pdu && row.pdu != strip && room[strip] > 0 &&
                        feeds.rack_of.at(strip) == rack) {
                        Feeds next = now;
                        next.move({row.id, *row.pdu, strip});
                        --room[strip];
                        self(self, d + 1, next, moves + 1);
                        ++room[strip];
                    }
        };
        if (!before.empty() && seed <= 200)
            choose(choose, 0, feeds, 0);
        if (seed <= 200) {
            ASSERT_EQ(count, best) << "seed " << seed;
        }
    }
    std::printf("%zu devices with a single point, %zu cords moved, %zu left, %zu of them for want of a socket\n",
                points, moved, left, crowded);
    EXPECT_GT(moved, 60U);
    EXPECT_GT(left, 60U);
    EXPECT_GT(crowded, 10U);
}

// Two devices want a socket that one alone may have; the other may go elsewhere.
TEST(CordFixes, TheLastSocketGoesToWhoHasNoOther) {
    test::NetworkCase net;
    const auto put = [&](auto row) {
        row.id = {net.next++};
        net.design.table<decltype(row)>().put(row);
        return row.id;
    };
    const PlaneId plane = net.plane("E");
    const RackId rack = put(Rack{});
    const PowerSourceId mains = put(PowerSource{});
    const auto strip = [&](int sockets) {
        Circuit circuit;
        circuit.fed_by = mains;
        Pdu row;
        row.rack = rack;
        row.circuit = put(circuit);
        row.sockets = sockets;
        return put(row);
    };
    const PduId a = strip(4), b = strip(1);
    std::vector<EquipmentId> devices;
    for (int n = 0; n < 2; ++n) {
        devices.push_back(net.device(EquipmentRole::access_switch, "S", plane, {}));
        RackItem item;
        item.rack = rack;
        item.item = devices.back();
        put(item);
        for (int s = 0; s < 2; ++s) {
            PowerSupply supply;
            supply.equipment = devices.back();
            supply.pdu = a;
            put(supply);
        }
    }
    std::vector<CordFix> fixes = cord_fixes(net.design);
    ASSERT_EQ(fixes.size(), 2U);
    EXPECT_EQ(fixes[0].move.has_value() + fixes[1].move.has_value(), 1);
    EXPECT_EQ(fixes[0].no_socket + fixes[1].no_socket, 1);
    for (const CordFix& fix : fixes) {
        EXPECT_EQ(fix.points.size(), 2U) << "the strip and its circuit";
        if (fix.move) {
            EXPECT_EQ(fix.move->to, b);
        }
    }
    strip(1);
    fixes = cord_fixes(net.design);
    EXPECT_TRUE(fixes[0].move && fixes[1].move && fixes[0].move->to != fixes[1].move->to);
}

} // namespace
} // namespace riser
