// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots read and dropped by other threads while their owner goes on editing; also a check for ThreadSanitizer.
#include "model/base/id.h"
#include "model/base/table.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <random>
#include <thread>

namespace riser {
namespace {

struct Item {
    Id<Item> id;
    std::uint64_t value = 0;
    bool operator==(const Item&) const = default;
};
using Items = Table<Item>;

std::uint64_t sum(const Items& table) {
    std::uint64_t out = 0;
    for (const Item& item : table)
        out += item.value * 31 + item.id.value;
    return out;
}

Items filled(std::uint64_t rows) {
    Items table;
    for (std::uint64_t id = 1; id <= rows; ++id)
        table.put({{id}, id * 7});
    return table;
}

void edit(Items& table, std::mt19937_64& random, std::uint64_t range) {
    if (random() % 3 == 0)
        table.erase({1 + random() % range});
    else
        table.put({{1 + random() % range}, random()});
}

TEST(TableThreads, ReadOneSnapshotWhileItsOwnerEdits) {
    Items table = filled(5'000);
    const Items snapshot = table;
    const std::uint64_t expected = sum(snapshot);
    std::atomic<bool> stop{false};
    std::atomic<int> rounds{0};
    std::atomic<int> wrong{0};
    const auto read = [&] {
        do {
            const Items mine = snapshot;
            wrong += sum(mine) != expected;
            for (std::uint64_t id = 1; id <= 5'000; id += 17)
                wrong += mine.find({id})->value != id * 7;
            ++rounds;
        } while (!stop);
    };
    std::thread a(read);
    std::thread b(read);
    std::mt19937_64 random(31);
    for (int i = 0; i < 20'000 || rounds < 4; ++i)
        edit(table, random, 8'000);
    stop = true;
    a.join();
    b.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(sum(snapshot), expected);
    EXPECT_NE(table, snapshot);
}

// The last holder of a node writes it in place: the reader that let go of it just before must have done with it.
TEST(TableThreads, HandSnapshotsOnAndDropThemAnyTime) {
    struct Job {
        Items table;
        std::uint64_t expected = 0;
    };
    std::mutex mutex;
    std::condition_variable more;
    std::deque<Job> jobs;
    bool done = false;
    std::atomic<int> wrong{0};
    std::atomic<int> read{0};
    const auto reader = [&] {
        for (;;) {
            Job job;
            {
                std::unique_lock lock(mutex);
                more.wait(lock, [&] { return done || !jobs.empty(); });
                if (jobs.empty())
                    return;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            wrong += sum(job.table) != job.expected;
            ++read;
        }
    };
    std::thread a(reader);
    std::thread b(reader);
    Items table = filled(300);
    std::mt19937_64 random(32);
    constexpr int handed = 3'000;
    for (int i = 0; i < handed; ++i) {
        const std::uint64_t expected = sum(table);
        {
            const std::lock_guard lock(mutex);
            jobs.push_back({table, expected});
        }
        more.notify_one();
        for (int k = 0; k < 20; ++k)
            edit(table, random, 400);
    }
    {
        const std::lock_guard lock(mutex);
        done = true;
    }
    more.notify_all();
    a.join();
    b.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(read, handed);
}

} // namespace
} // namespace riser
