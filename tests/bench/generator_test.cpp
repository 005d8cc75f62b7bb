// SPDX-License-Identifier: GPL-3.0-or-later
// What the generator promises: sizes, the same bytes for the same seed, and designs that hold together.
#include "model/edits/diff.h"
#include "model/fields/table_access.h"
#include "solvers/graph/cable_length.h"
#include "tests/bench/generate/generate.h"
#include "tests/bench/generate/logical_network.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace riser {
namespace {

const Design& medium() {
    static const Design design = generate({.size = DesignSize::medium, .seed = 1}).design;
    return design;
}

void near(std::size_t actual, double wanted) {
    EXPECT_GE(static_cast<double>(actual), wanted * 0.98);
    EXPECT_LE(static_cast<double>(actual), wanted * 1.02);
}

TEST(Generator, MeetsItsSizes) {
    near(medium().jacks.size(), 4'000);
    near(medium().equipment.size(), 200);
    near(medium().pathway_runs.size(), 1'000);
    EXPECT_EQ(medium().floors.size(), 12U);
    const Design large = generate({.size = DesignSize::large, .seed = 3}).design;
    near(large.jacks.size(), 20'000);
    near(large.equipment.size(), 1'000);
    near(large.pathway_runs.size(), 3'000);
    EXPECT_EQ(large.floors.size(), 25U);
}

TEST(Generator, SameSeedSameDesign) {
    EXPECT_TRUE(generate({.size = DesignSize::medium, .seed = 1}).design == medium());
    EXPECT_FALSE(generate({.size = DesignSize::medium, .seed = 2}).design == medium());
}

// Servers stand in VLANs of server zones: with too few VLANs a size had neither, and its benches measured nothing.
TEST(Generator, LogicalNetworksOfEverySizeHaveTheirServers) {
    for (const DesignSize size : {DesignSize::medium, DesignSize::large, DesignSize::extra_large}) {
        const LogicalRecipe recipe = logical_recipe(size);
        const LogicalNetwork network = logical_network(recipe);
        EXPECT_EQ(network.zones.size(), static_cast<std::size_t>(recipe.zones));
        EXPECT_EQ(network.design.vlans.size(), static_cast<std::size_t>(recipe.vlans + recipe.zones));
        EXPECT_EQ(network.design.services.size(), static_cast<std::size_t>(recipe.servers));
        ASSERT_EQ(network.rule_base.size(), 2U);
        EXPECT_FALSE(network.design.find(network.rule_base.front())->rules.empty());
    }
}

TEST(Generator, NoReferenceDangles) {
    std::size_t references = 0;
    for (const TableAccess& table : all_tables())
        for (const Field& field : table.record->fields) {
            if (!field.for_each_reference)
                continue;
            struct Context {
                const Design& design;
                std::size_t& references;
                AnyId missing;
            } context{medium(), references, {}};
            table.for_each(medium(), [&](const void* row) {
                field.for_each_reference(
                    row,
                    [](void* c, AnyId id) {
                        auto& at = *static_cast<Context*>(c);
                        ++at.references;
                        if (!at.design.contains(id))
                            at.missing = id;
                    },
                    &context);
            });
            EXPECT_EQ(context.missing.value, 0U) << field.key << ' ' << to_string(context.missing);
        }
    EXPECT_GT(references, 50'000U);
}

TEST(Generator, EveryCableMeasuresWithinItsLimit) {
    const PathwayGraph graph(medium());
    for (const Cable& cable : medium().cables) {
        const Result<CableLength> length = measure(graph, cable);
        ASSERT_TRUE(length) << to_string(length.error(), Language::en);
        if (cable.role == CableRole::horizontal) {
            ASSERT_LE(length->total(), metres(90)) << cable.label;
        }
    }
}

TEST(Generator, EachJackHasOneCableFromAPanelPositionOfItsOwn) {
    std::set<std::pair<AnyId, std::int32_t>> panel_positions;
    std::map<AnyId, int> ends_on;
    for (const Termination& row : medium().terminations) {
        const Cable& cable = *medium().find(row.cable);
        if (cable.role != CableRole::horizontal)
            continue;
        if (row.end == CableEnd::b) {
            ++ends_on[row.on];
        } else {
            EXPECT_TRUE(panel_positions.emplace(row.on, row.position).second) << cable.label;
        }
    }
    for (const Jack& jack : medium().jacks)
        EXPECT_EQ(ends_on[jack.id], 1) << jack.label;
}

TEST(Generator, RoomsAreSoundAndOutletsStandInThem) {
    for (const Room& room : medium().rooms)
        EXPECT_TRUE(is_simple(room.outline.outer)) << room.number;
    for (const Outlet& outlet : medium().outlets)
        EXPECT_TRUE(contains(medium().find(*outlet.room)->outline, outlet.place)) << outlet.label;
    // No two rooms of a floor overlap: the inner point of one lies in no other.
    std::map<FloorId, std::vector<const Room*>> by_floor;
    for (const Room& room : medium().rooms)
        by_floor[room.floor].push_back(&room);
    for (const auto& [floor, rooms] : by_floor)
        for (const Room* a : rooms)
            for (const Room* b : rooms)
                if (a != b) {
                    EXPECT_FALSE(contains(b->outline, *inner_point(a->outline))) << a->number << ' ' << b->number;
                }
}

TEST(Generator, DefectsAreListedAndTouchWhatTheySay) {
    const GeneratedDesign made = generate({.size = DesignSize::medium, .seed = 1, .defects = 20});
    EXPECT_EQ(made.defects.size(), 20U);
    std::set<std::string> kinds;
    std::set<AnyId> changed;
    for (const RowChange& change : diff(medium(), made.design))
        changed.insert(change.id);
    for (const SeededDefect& defect : made.defects) {
        kinds.insert(defect.kind);
        EXPECT_FALSE(defect.rule.empty());
        EXPECT_FALSE(defect.subjects.empty());
    }
    EXPECT_EQ(kinds.size(), 10U);
    EXPECT_GE(changed.size(), 20U);
    const std::string csv = defects_csv(made.defects);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 21);
}

} // namespace
} // namespace riser
