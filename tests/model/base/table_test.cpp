// SPDX-License-Identifier: GPL-3.0-or-later
// The persistent table against std::map under long random histories: rows, order, snapshots, differences, equality.
#include "model/base/id.h"
#include "model/base/table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace riser {
namespace {

struct Item {
    Id<Item> id;
    std::uint64_t value = 0;
    bool operator==(const Item&) const = default;
};
using Items = Table<Item>;
using Truth = std::map<std::uint64_t, std::uint64_t>;

Truth content(const Items& table) {
    Truth out;
    std::uint64_t last = 0;
    for (const Item& item : table) {
        EXPECT_LT(last, item.id.value) << "rows come sorted by id, once each";
        last = item.id.value;
        out.emplace(item.id.value, item.value);
    }
    EXPECT_EQ(out.size(), table.size());
    return out;
}

struct Change {
    std::uint64_t id = 0;
    std::optional<std::uint64_t> before;
    std::optional<std::uint64_t> after;
    bool operator==(const Change&) const = default;
};

std::vector<Change> changes(const Items& a, const Items& b) {
    std::vector<Change> out;
    Items::diff(a, b, [&](const Item* before, const Item* after) {
        out.push_back({before ? before->id.value : after->id.value,
                       before ? std::optional(before->value) : std::nullopt,
                       after ? std::optional(after->value) : std::nullopt});
        return true;
    });
    return out;
}

std::vector<Change> changes(const Truth& a, const Truth& b) {
    std::map<std::uint64_t, Change> out;
    for (const auto& [id, value] : a)
        out[id] = {id, value, std::nullopt};
    for (const auto& [id, value] : b) {
        Change& change = out[id];
        change.id = id;
        change.after = value;
    }
    std::vector<Change> different;
    for (const auto& [id, change] : out)
        if (change.before != change.after)
            different.push_back(change);
    return different;
}

struct Snapshot {
    Items table;
    Truth truth;
};

// One history: `start` rows first, then steps with ids up to `range`, so many puts of a hundred, the rest erases.
void live(std::uint64_t seed, std::uint64_t start, std::uint64_t range, std::uint64_t puts, int steps) {
    std::mt19937_64 random(seed);
    Snapshot now;
    for (std::uint64_t i = 0; i < start; ++i) {
        const std::uint64_t id = 1 + random() % range;
        now.table.put({{id}, i});
        now.truth[id] = i;
    }
    std::vector<Snapshot> kept{{}, now};
    for (int step = 0; step < steps; ++step) {
        const std::uint64_t id = 1 + random() % range;
        if (random() % 100 < puts) {
            const std::uint64_t value = random() % 4;
            now.table.put({{id}, value});
            now.truth[id] = value;
        } else {
            const auto near = now.truth.lower_bound(id); // mostly one that is there
            const std::uint64_t gone = near == now.truth.end() ? id : near->first;
            ASSERT_EQ(now.table.erase({gone}), now.truth.erase(gone) > 0) << step;
        }
        ASSERT_EQ(now.table.size(), now.truth.size());
        ASSERT_EQ(now.table.empty(), now.truth.empty());
        const std::uint64_t asked = 1 + random() % range;
        const Item* found = now.table.find({asked});
        const auto expected = now.truth.find(asked);
        ASSERT_EQ(found != nullptr, expected != now.truth.end()) << step;
        ASSERT_EQ(now.table.contains({asked}), found != nullptr);
        ASSERT_TRUE(!found || *found == (Item{{asked}, expected->second})) << step;
        if (random() % 700 == 0) {
            const Snapshot& old = kept[random() % kept.size()];
            ASSERT_EQ(changes(old.table, now.table), changes(old.truth, now.truth)) << step;
            ASSERT_EQ(changes(now.table, old.table), changes(now.truth, old.truth)) << step;
            ASSERT_EQ(old.table == now.table, old.truth == now.truth);
            kept.push_back(now);
        }
        if (random() % 3'000 == 0) // undo: go on from an older snapshot
            now = kept[random() % kept.size()];
    }
    ASSERT_EQ(content(now.table), now.truth);
    for (const Snapshot& snapshot : kept) {
        ASSERT_EQ(content(snapshot.table), snapshot.truth) << "a snapshot moved";
        for (const auto& [id, value] : snapshot.truth)
            ASSERT_EQ(snapshot.table.find({id})->value, value);
    }
}

TEST(Table, LivesLikeAMapWhenSmall) { live(21, 0, 40, 50, 30'000); }
TEST(Table, LivesLikeAMapWhenDense) { live(22, 0, 2'000, 50, 40'000); }
TEST(Table, LivesLikeAMapWhenItGrows) { live(23, 0, id_mask, 88, 40'000); }
TEST(Table, LivesLikeAMapWhenItShrinks) { live(24, 12'000, id_mask, 20, 30'000); }

TEST(Table, FillsInOrderAndEmptiesInEither) {
    for (const int direction : {1, -1}) {
        constexpr std::uint64_t n = 20'000; // more than a branch of full chunks
        Items table;
        for (std::uint64_t i = 1; i <= n; ++i) {
            const std::uint64_t id = direction > 0 ? i : n + 1 - i;
            table.put({{id}, id * 3});
        }
        ASSERT_EQ(table.size(), n);
        const Items full = table;
        std::uint64_t expected = 1;
        for (const Item& item : table) {
            ASSERT_EQ(item, (Item{{expected}, expected * 3}));
            ++expected;
        }
        for (std::uint64_t i = 1; i <= n; ++i) {
            const std::uint64_t id = direction > 0 ? n + 1 - i : i;
            ASSERT_TRUE(table.erase({id}));
            ASSERT_FALSE(table.find({id}));
            ASSERT_TRUE(full.find({id}));
        }
        EXPECT_TRUE(table.empty());
        EXPECT_EQ(table, Items());
        EXPECT_TRUE(table.begin() == table.end());
        EXPECT_EQ(full.size(), n);
    }
}

TEST(Table, AssignsSortedRowsOfAnyNumber) {
    for (const std::size_t n : {0U, 1U, 47U, 48U, 49U, 64U, 65U, 2'303U, 2'304U, 2'305U, 4'608U, 10'000U}) {
        std::vector<std::shared_ptr<const Item>> rows;
        Truth truth;
        for (std::uint64_t i = 1; i <= n; ++i) {
            rows.push_back(std::make_shared<const Item>(Item{{i * 10}, i}));
            truth[i * 10] = i;
        }
        Items table;
        table.put({{7}, 7}); // replaced
        table.assign_sorted(rows);
        ASSERT_EQ(content(table), truth) << n;
        for (const auto& row : rows)
            ASSERT_EQ(table.find(row->id), row.get()) << "the rows themselves are held";
        // And it goes on as any other.
        std::mt19937_64 random(n);
        for (int i = 0; i < 2'000; ++i) {
            const std::uint64_t id = 1 + random() % (n * 10 + 20);
            table.put({{id}, 99});
            truth[id] = 99;
            const std::uint64_t gone = 1 + random() % (n * 10 + 20);
            ASSERT_EQ(table.erase({gone}), truth.erase(gone) > 0);
        }
        ASSERT_EQ(content(table), truth) << n;
    }
}

TEST(Table, IsEqualByItsRowsNotByItsHistory) {
    std::mt19937_64 random(25);
    std::vector<std::uint64_t> ids;
    for (std::uint64_t id = 1; id <= 5'000; ++id)
        ids.push_back(id);
    Items sorted;
    for (const std::uint64_t id : ids)
        sorted.put({{id}, id});
    std::shuffle(ids.begin(), ids.end(), random);
    Items shuffled;
    for (const std::uint64_t id : ids) {
        shuffled.put({{id + 5'000}, 0});
        shuffled.put({{id}, id});
    }
    EXPECT_NE(sorted, shuffled);
    for (const std::uint64_t id : ids)
        ASSERT_TRUE(shuffled.erase({id + 5'000}));
    EXPECT_EQ(sorted, shuffled);
    EXPECT_FALSE(sorted.shares_all_with(shuffled));
    EXPECT_TRUE(changes(sorted, shuffled).empty());
    Items other = sorted;
    EXPECT_TRUE(other.shares_all_with(sorted));
    other.put({{77}, 0});
    EXPECT_NE(other, sorted);
    EXPECT_FALSE(other.shares_all_with(sorted));
    EXPECT_EQ(changes(sorted, other), (std::vector<Change>{{77, 77, 0}}));
    other.put({{77}, 77});
    EXPECT_EQ(other, sorted);
}

TEST(Table, DiffStopsWhenTold) {
    Items table;
    for (std::uint64_t id = 1; id <= 500; ++id)
        table.put({{id}, id});
    int visits = 0;
    Items::diff(Items(), table, [&](const Item* before, const Item* after) {
        EXPECT_EQ(before, nullptr);
        EXPECT_EQ(after->id.value, static_cast<std::uint64_t>(visits) + 1);
        return ++visits < 3;
    });
    EXPECT_EQ(visits, 3);
}

// Keys and rows that count how often they are compared: how much work a difference is.
struct CountedKey {
    std::uint64_t value = 0;
    static inline int compared = 0;
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const CountedKey& other) const { return ++compared, value <=> other.value; }
    bool operator==(const CountedKey& other) const { return value == other.value; }
};
struct Counted {
    CountedKey id;
    std::uint64_t value = 0;
    static inline int compared = 0;
    bool operator==(const Counted& other) const { return ++compared, value == other.value && id == other.id; }
};

TEST(Table, WalksOnlyWhatDiffers) {
    Table<Counted> before;
    for (std::uint64_t id = 1; id <= 20'000; ++id)
        before.put(Counted{{id}, id});
    Table<Counted> after = before;
    for (const std::uint64_t id : {5U, 10'000U, 20'000U})
        after.put(Counted{{id}, 0});
    after.erase({64});
    after.put(Counted{{30'000}, 1});
    Counted::compared = 0;
    CountedKey::compared = 0;
    int visits = 0;
    Table<Counted>::diff(before, after, [&](const Counted*, const Counted*) { return ++visits, true; });
    EXPECT_EQ(visits, 5);
    EXPECT_LE(Counted::compared, 3) << "the three that were put again";
    EXPECT_LE(CountedKey::compared, 4 * 64 * 3) << "the rows of the four chunks that were copied";
}

TEST(Table, RowsStayWhereTheyAreWhileATableHoldsThem) {
    Items table;
    table.put({{1}, 1});
    const Items snapshot = table;
    const Item* row = table.find({1});
    for (std::uint64_t id = 2; id <= 1'000; ++id)
        table.put({{id}, id});
    EXPECT_EQ(table.find({1}), row) << "neighbours moved it";
    table.put({{1}, 2});
    table.erase({1});
    EXPECT_EQ(snapshot.find({1}), row);
    EXPECT_EQ(row->value, 1U);
}

TEST(Table, ErasesNothingThatIsNotThere) {
    Items table;
    EXPECT_FALSE(table.erase({1}));
    table.put({{5}, 5});
    const Items before = table;
    EXPECT_FALSE(table.erase({4}));
    EXPECT_FALSE(table.erase({6}));
    EXPECT_FALSE(table.erase({0}));
    EXPECT_TRUE(table.shares_all_with(before));
}

TEST(TableDeathTest, RefusesARowWithoutAnId) {
    Items table;
    EXPECT_DEATH(table.put(Item{{0}, 1}), "a row needs an id");
}

} // namespace
} // namespace riser
