// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo give back the values there were, however long the history, and its bookkeeping holds.
#include "model/edits/history.h"
#include "tests/support/design_digest.h"
#include "tests/support/random_design.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

Edit named_edit(const History& history, IdSource& ids, std::string name, std::string floor_label) {
    Edit edit(history.current(), same_text(name), ids);
    Floor floor;
    floor.label = std::move(floor_label);
    edit.put(std::move(floor));
    return edit;
}

TEST(History, TenThousandRandomEditsAreUndoneAndRedone) {
    constexpr std::size_t steps = 10'000;
    IdSource ids(11);
    RandomEdits random(11);
    History history(random_design(11, 4));
    // Digests read every field of every row, so a snapshot that a later edit wrote into would show.
    constexpr std::size_t stride = 20;
    std::vector<std::uint64_t> digests{design_digest(history.current())};
    while (history.steps() < steps) {
        Edit edit(history.current(), same_text(std::to_string(history.steps() + 1)), ids);
        random(edit);
        ASSERT_TRUE(history.commit(std::move(edit)));
        if (history.steps() % stride == 0 && history.steps() / stride == digests.size())
            digests.push_back(design_digest(history.current()));
    }
    ASSERT_EQ(digests.size(), steps / stride + 1);
    const Design last = history.current();
    for (std::size_t step = steps; step-- > 0;) {
        ASSERT_EQ(history.undo_name()->en, std::to_string(step + 1));
        ASSERT_TRUE(history.undo());
        if (step % stride == 0) {
            ASSERT_EQ(design_digest(history.current()), digests[step / stride]) << step;
        }
    }
    ASSERT_FALSE(history.undo());
    EXPECT_TRUE(history.current() == random_design(11, 4));
    for (std::size_t step = 1; step <= steps; ++step) {
        ASSERT_TRUE(history.redo());
        if (step % stride == 0) {
            ASSERT_EQ(design_digest(history.current()), digests[step / stride]) << step;
        }
    }
    ASSERT_FALSE(history.redo());
    EXPECT_TRUE(history.current() == last);
}

TEST(History, ChangesOfAStepAreThoseOfItsEdit) {
    IdSource ids(5);
    RandomEdits random(5);
    History history(random_design(5, 4));
    for (int i = 0; i < 300; ++i) {
        Edit edit(history.current(), {}, ids);
        for (int k = 0; k < 3; ++k)
            random(edit);
        const ChangeSet wanted = edit.changes();
        const std::size_t before = history.position();
        ASSERT_TRUE(history.commit(std::move(edit)));
        if (wanted.empty()) {
            ASSERT_EQ(history.position(), before);
            continue;
        }
        ASSERT_TRUE(history.changes(before, history.position()) == wanted);
        // And backwards: what was added is removed.
        const ChangeSet back = history.changes(history.position(), before);
        for (std::size_t kind = 0; kind < kind_count; ++kind) {
            ASSERT_EQ(back.tables[kind].added, wanted.tables[kind].removed);
            ASSERT_EQ(back.tables[kind].changed, wanted.tables[kind].changed);
        }
    }
}

TEST(History, ANewEditForgetsWhatCouldBeRedone) {
    IdSource ids(1);
    History history(Design{});
    ASSERT_TRUE(history.commit(named_edit(history, ids, "one", "1F")));
    ASSERT_TRUE(history.commit(named_edit(history, ids, "two", "2F")));
    ASSERT_TRUE(history.undo());
    EXPECT_EQ(history.redo_name()->en, "two");
    ASSERT_TRUE(history.commit(named_edit(history, ids, "three", "3F")));
    EXPECT_FALSE(history.redo_name());
    EXPECT_EQ(history.steps(), 2U);
    EXPECT_EQ(history.name(1).en, "one");
    EXPECT_EQ(history.name(2).en, "three");
    EXPECT_EQ(history.current().floors.size(), 2U);
    history.go_to(0);
    EXPECT_TRUE(history.current().floors.empty());
    EXPECT_FALSE(history.undo_name());
    history.go_to(2);
    EXPECT_EQ(history.undo_name()->en, "three");
}

TEST(History, AnEditThatChangesNothingIsNoStep) {
    IdSource ids(1);
    History history(Design{});
    ASSERT_TRUE(history.commit(named_edit(history, ids, "one", "1F")));
    Edit idle(history.current(), same_text("nothing"), ids);
    const Floor same = *idle.design().floors.begin();
    idle.put(same);
    ASSERT_TRUE(history.commit(std::move(idle)));
    EXPECT_EQ(history.steps(), 1U);
}

TEST(History, AnEditOfAnotherStateIsStale) {
    IdSource ids(1);
    History history(Design{});
    Edit early = named_edit(history, ids, "early", "1F");
    ASSERT_TRUE(history.commit(named_edit(history, ids, "first", "2F")));
    const Result<void> late = history.commit(std::move(early));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::stale);
    EXPECT_FALSE(late.error().message.zh.empty());
    EXPECT_FALSE(late.error().fix.en.empty());
    EXPECT_EQ(history.steps(), 1U);
}

TEST(History, KnowsWhatIsSaved) {
    IdSource ids(1);
    History history(Design{});
    EXPECT_FALSE(history.is_saved());
    history.mark_saved();
    EXPECT_TRUE(history.is_saved());
    ASSERT_TRUE(history.commit(named_edit(history, ids, "one", "1F")));
    EXPECT_FALSE(history.is_saved());
    history.mark_saved();
    ASSERT_TRUE(history.undo());
    EXPECT_FALSE(history.is_saved());
    ASSERT_TRUE(history.redo());
    EXPECT_TRUE(history.is_saved());
    // The saved step is undone and another takes its place: it is not the saved one.
    ASSERT_TRUE(history.undo());
    ASSERT_TRUE(history.commit(named_edit(history, ids, "other", "2F")));
    EXPECT_FALSE(history.is_saved());
}

} // namespace
} // namespace riser
