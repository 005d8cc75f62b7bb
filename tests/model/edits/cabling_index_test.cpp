// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever was edited, undone or dropped in between, the index that follows says what reading every row says.
#include "model/edits/cabling_index.h"

#include "model/edits/cabling_edits.h"
#include "model/edits/history.h"
#include "tests/support/builders.h"
#include "tests/support/random_design.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

// The number of pairs that were compared.
std::size_t expect_as_read(const CablingIndex& index, const Design& design, const std::string& when) {
    std::map<OutletId, std::vector<JackId>> jacks;
    for (const Jack& jack : design.jacks)
        jacks[jack.outlet].push_back(jack.id);
    std::map<AnyId, std::vector<TerminationId>> ends;
    std::map<CableId, std::vector<TerminationId>> of_cables;
    for (const Termination& row : design.terminations) {
        ends[row.on].push_back(row.id);
        of_cables[row.cable].push_back(row.id);
    }
    for (const auto& [outlet, list] : jacks)
        EXPECT_EQ(index.jacks_of(outlet), list) << when;
    for (const auto& [row, list] : ends)
        EXPECT_EQ(index.terminations_on(row), list) << when;
    for (const auto& [cable, list] : of_cables)
        EXPECT_EQ(index.terminations_of(cable), list) << when;
    return jacks.size() + ends.size() + of_cables.size();
}

TEST(CablingIndex, FollowsRandomEditsAndUndo) {
    IdSource ids(3);
    RandomEdits random(3);
    History history(random_design(3, 8));
    CablingIndex index;
    std::mt19937_64 dice(7);
    std::size_t compared = 0;
    for (int step = 0; step < 2'000; ++step) {
        Edit edit = history.begin(same_text("step"), ids);
        random(edit,
               [](Kind kind, std::uint64_t, std::size_t) { return kind == Kind::jacks || kind == Kind::terminations; });
        ASSERT_TRUE(history.commit(std::move(edit)));
        if (dice() % 5 == 0)
            history.go_to(dice() % (history.steps() + 1));
        index.follow(history.current());
        compared += expect_as_read(index, history.current(), "after step " + std::to_string(step));
    }
    EXPECT_GT(compared, 2'000U);
}

TEST(CablingIndex, RowsThatAreGoneAreFoundNoMore) {
    Design design;
    Jack jack;
    jack.id = {5};
    jack.outlet = {7};
    design.jacks.put(jack);
    CablingIndex index;
    index.follow(design);
    EXPECT_EQ(index.jacks_of({7}), std::vector{JackId{5}});
    index.follow({});
    EXPECT_TRUE(index.jacks_of({7}).empty());
}

// The index kept by a history has seen edits that were dropped, and nested ones; verbs do the same with it as without.
TEST(CablingIndex, VerbsDoTheSameWithAnIndexThatWasKept) {
    test::BuildingBuilder house;
    house.with_floor("1F", {"AAAAABBBBB", "AAAAABBBBB"});
    IdSource ids(9);
    const PointKindId kind = house.with_kind("TD");
    Edit first(house.design, {}, ids);
    const auto outlet =
        add_outlet(first, house.floor(),
                   {.place = {1'000, 1'000}, .label = {}, .jacks = {{.kind = kind, .plane = {}, .label = {}}}});
    ASSERT_TRUE(outlet);
    History history(std::move(first).commit());
    {
        Edit dropped = history.begin(same_text("dropped"), ids);
        ASSERT_TRUE(delete_outlet(dropped, *outlet));
        EXPECT_TRUE(dropped.cabling().jacks_of(*outlet).empty());
    }
    Edit kept = history.begin(same_text("kept"), ids);
    Edit fresh(history.current(), same_text("fresh"), ids);
    EXPECT_EQ(kept.cabling().jacks_of(*outlet).size(), 1U);
    ASSERT_TRUE(move_outlet(kept, *outlet, {1'500, 1'000}));
    ASSERT_TRUE(move_outlet(fresh, *outlet, {1'500, 1'000}));
    EXPECT_EQ(kept.design(), fresh.design());
}

} // namespace
} // namespace riser
