// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/save.h"
#include "model/file/sha256.h"
#include "model/file/storable.h"
#include "model/file/writer.h"

#include "tests/model/file/temporary_folder.h"
#include "tests/support/random_design.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace riser {
namespace {

namespace fs = std::filesystem;

Design numbered(int number) {
    static const Design base = random_design(7, 12);
    Design design = base;
    Project project = design.project();
    project.id = the_project;
    project.number = std::to_string(number);
    design.projects.put(project);
    return design;
}
int number_in(const fs::path& path) {
    const Result<LoadedDesign> loaded = load_design(path);
    if (!loaded) {
        ADD_FAILURE() << to_string(loaded.error(), Language::en);
        return -1;
    }
    const int number = std::stoi(loaded->opened.design.project().number);
    EXPECT_TRUE(loaded->opened.design == numbered(number)) << "a version that nobody saved";
    return number;
}

TEST(Sha256, TestVectorsOfTheStandard) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 million;
    for (int i = 0; i < 1000; ++i)
        million.add(std::string(1000, 'a'));
    EXPECT_EQ(million.finish(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // However the bytes are cut: every length about the block's.
    const std::string text(200, 'x');
    for (std::size_t cut = 0; cut <= 130; ++cut) {
        Sha256 parts;
        parts.add(std::string_view(text).substr(0, cut));
        parts.add(std::string_view(text).substr(cut));
        EXPECT_EQ(parts.finish(), sha256(text));
    }
}

TEST(Save, KeepsTheVersionBefore) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    EXPECT_EQ(folder.names(), std::set<std::string>{"d.riser"});
    ASSERT_TRUE(save_design(numbered(2), path).has_value());
    ASSERT_TRUE(save_design(numbered(3), path).has_value());
    EXPECT_EQ(folder.names(), (std::set<std::string>{"d.riser", "d.riser~"}));
    EXPECT_EQ(number_in(path), 3);
    EXPECT_EQ(number_in(folder / "d.riser~"), 2);
    ASSERT_TRUE(save_design(numbered(4), path, {.previous = Previous::drop}).has_value());
    EXPECT_EQ(number_in(folder / "d.riser~"), 2);
}

// A crash between keeping the old version and bringing in the new leaves both names on one file.
TEST(Save, GoesOnAfterACrashBetweenItsSteps) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    fs::create_hard_link(path, folder / "d.riser~");
    put_bytes(folder / ".d.riser.tmp-123", "half a des");
    put_bytes(folder / ".e.riser.tmp-123", "of another file");
    ASSERT_TRUE(save_design(numbered(2), path).has_value());
    EXPECT_EQ(folder.names(), (std::set<std::string>{".e.riser.tmp-123", "d.riser", "d.riser~"}));
    EXPECT_EQ(number_in(path), 2);
    EXPECT_EQ(number_in(folder / "d.riser~"), 1);
}

TEST(Save, KeepsPermissions) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    ::chmod(path.c_str(), 0640);
    ASSERT_TRUE(save_design(numbered(2), path).has_value());
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0640U);
}

TEST(Save, FollowsLinks) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "real");
    fs::create_symlink("real/d.riser", folder / "link.riser");
    fs::create_symlink("link.riser", folder / "link2.riser");
    ASSERT_TRUE(save_design(numbered(1), folder / "link2.riser").has_value()); // dangling so far
    ASSERT_TRUE(save_design(numbered(2), folder / "link2.riser").has_value());
    EXPECT_TRUE(fs::is_symlink(folder / "link.riser"));
    EXPECT_TRUE(fs::is_symlink(folder / "link2.riser"));
    EXPECT_EQ(number_in(folder / "real/d.riser"), 2);
    EXPECT_EQ(number_in(folder / "real/d.riser~"), 1);
    fs::create_symlink("loop", folder / "loop");
    EXPECT_EQ(save_design(numbered(1), folder / "loop").error().code, ErrorCode::io);
}

TEST(Save, RefusalsLeaveEverythingAsItWas) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "folder.riser");
    const auto refused = [&](const fs::path& path) {
        const Result<FileStamp> saved = save_design(numbered(1), path);
        ASSERT_FALSE(saved.has_value()) << path;
        EXPECT_EQ(saved.error().code, ErrorCode::io);
        EXPECT_FALSE(saved.error().message.zh.empty());
    };
    refused(folder / "folder.riser");
    refused(folder / "nowhere/d.riser");
    refused("/proc/d.riser");
    refused("/dev/null");
    EXPECT_EQ(folder.names(), std::set<std::string>{"folder.riser"});
}

// As an ordinary user, which a child becomes when the tests run as root, who may write anywhere.
TEST(Save, ReadOnlyFilesAndFoldersAreRefused) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    const bool root = ::geteuid() == 0;
    constexpr ::uid_t nobody = 65534;
    if (root) {
        ASSERT_TRUE(::chown(folder.path().c_str(), nobody, nobody) == 0 && ::chown(path.c_str(), nobody, nobody) == 0);
    }
    const ::pid_t child = ::fork();
    if (child == 0) {
        if (root && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            ::_exit(1);
        const auto refused = [&] {
            const Result<FileStamp> saved = save_design(numbered(2), path);
            return !saved && saved.error().code == ErrorCode::io;
        };
        ::chmod(path.c_str(), 0444);
        if (!refused())
            ::_exit(2);
        ::chmod(path.c_str(), 0644);
        ::chmod(folder.path().c_str(), 0555);
        if (!refused())
            ::_exit(3);
        ::chmod(folder.path().c_str(), 0755);
        ::_exit(save_design(numbered(2), path) ? 0 : 4);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(number_in(folder / "d.riser~"), 1) << "nothing was saved until it was allowed";
}

// A limit on file sizes stands in for a full disk: writing fails midway.
TEST(Save, FullDiskLeavesTheOldFile) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    const std::string before = bytes_of(path);
    const ::pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const ::rlimit limit{before.size() / 2, before.size() / 2};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Result<FileStamp> saved = save_design(numbered(2), path);
        ::_exit(!saved && saved.error().code == ErrorCode::io ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_EQ(folder.names(), std::set<std::string>{"d.riser"});
}

TEST(Save, ChangedOnDiskIsAConflict) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    const Result<LoadedDesign> loaded = load_design(path);
    ASSERT_TRUE(loaded.has_value());
    // Somebody else saves.
    ASSERT_TRUE(save_design(numbered(2), path).has_value());
    const Result<FileStamp> saved = save_design(numbered(3), path, {.expected = loaded->stamp});
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, ErrorCode::conflict);
    EXPECT_EQ(number_in(path), 2);
    // Same size, same time, other bytes, written in place.
    const Result<LoadedDesign> again = load_design(path);
    const auto time = fs::last_write_time(path);
    std::string bytes = bytes_of(path);
    bytes[bytes.find("<!--") == std::string::npos ? bytes.find("number=\"2\"") + 8 : bytes.find("number=\"2\"") + 8] =
        '5';
    put_bytes(path, bytes);
    fs::last_write_time(path, time);
    EXPECT_EQ(save_design(numbered(3), path, {.expected = again->stamp}).error().code, ErrorCode::conflict);
    EXPECT_EQ(bytes_of(path), bytes);
}

TEST(Save, TouchedOrRemovedIsNoConflict) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    Result<FileStamp> stamp = save_design(numbered(1), path);
    ASSERT_TRUE(stamp.has_value());
    fs::last_write_time(path, fs::file_time_type::clock::now() + std::chrono::hours(1));
    fs::create_hard_link(path, folder / "other");
    stamp = save_design(numbered(2), path, {.expected = *stamp});
    ASSERT_TRUE(stamp.has_value()) << to_string(stamp.error(), Language::en);
    fs::remove(path);
    stamp = save_design(numbered(3), path, {.expected = *stamp});
    ASSERT_TRUE(stamp.has_value());
    // The stamp a save gives serves the next.
    for (int number = 4; number < 8; ++number) {
        stamp = save_design(numbered(number), path, {.expected = *stamp});
        ASSERT_TRUE(stamp.has_value());
    }
    EXPECT_EQ(number_in(path), 7);
}

TEST(Save, WhatCouldNotBeReadBackIsRefused) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    const auto refused = [&](auto row, const char* says) {
        Design design = numbered(2);
        row.id.value = 0x123;
        design.table<decltype(row)>().put(row);
        const Result<FileStamp> saved = save_design(design, path);
        ASSERT_FALSE(saved.has_value()) << says;
        EXPECT_EQ(saved.error().code, ErrorCode::bad_input);
        EXPECT_NE(saved.error().message.en.find(says), std::string::npos) << saved.error().message.en;
        // It is the truth: the reader would refuse it as well.
        EXPECT_FALSE(read_design(write_design(design), "x").has_value()) << says;
    };
    Room room;
    room.occupants = -1;
    refused(room, "room rm-0000000093: occupants=\"-1\" is out of range");
    room = {};
    room.outline.outer = {{0, 0}, {1, 1}};
    refused(room, "outline");
    Space space;
    space.place = {max_coordinate + 1, 0};
    refused(space, "place=\"500000001,0\" is out of range");
    Wall wall;
    wall.line = {{0, 0}, {0, -max_coordinate - 1}};
    refused(wall, "line");
    Comment comment;
    comment.date = Date{2026, 2, 30};
    refused(comment, "date");
    Prefix prefix;
    prefix.prefix = IpPrefix{*IpAddress::parse("10.0.0.1"), 24};
    refused(prefix, "prefix");
    Cable cable;
    cable.route = {{{1}, 0}, {{1}, -7}};
    refused(cable, "compartment");
    Project project;
    refused(project, "fixed id");
    EXPECT_EQ(number_in(path), 1);
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        EXPECT_TRUE(storable(random_design(seed, 3)).has_value());
}

// Two that save one file at once wait for each other; one of them is last, whole.
TEST(Save, WritersDoNotMix) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    numbered(0);
    std::vector<std::thread> writers;
    std::atomic<int> failed = 0;
    for (int writer = 1; writer <= 4; ++writer)
        writers.emplace_back([&, writer] {
            for (int i = 0; i < 10; ++i)
                failed += save_design(numbered(writer * 100 + i), path) ? 0 : 1;
        });
    for (std::thread& writer : writers)
        writer.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(number_in(path) % 100, 9);
    EXPECT_EQ(folder.names(), (std::set<std::string>{"d.riser", "d.riser~"}));
}

struct Progress {
    std::atomic<int> begun = 0;
    std::atomic<int> done = 0;
};

// Saves 1, 2, 3, … until killed.
[[noreturn]] void save_for_ever(const fs::path& path, Progress& progress) {
    for (int number = progress.begun + 1;; ++number) {
        progress.begun = number;
        if (!save_design(numbered(number), path))
            ::_exit(1);
        progress.done = number;
    }
}

TEST(Save, KilledAtRandomDuringFiveHundredSaves) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    void* const shared = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(shared, MAP_FAILED);
    auto& progress = *new (shared) Progress;
    std::mt19937 random(20260101);
    ASSERT_TRUE(save_design(numbered(0), path).has_value());
    int kills = 0;
    int midway = 0;
    for (; progress.begun < 500 || kills < 40; ++kills) {
        const int done = progress.done;
        const ::pid_t child = ::fork();
        if (child == 0)
            save_for_ever(path, progress);
        while (progress.begun == done) // until it is at work
            std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
        const int found = number_in(path);
        ASSERT_GE(found, progress.done) << "an acknowledged save was lost";
        ASSERT_LE(found, progress.begun);
        midway += progress.begun != progress.done ? 1 : 0;
        if (fs::exists(folder / "d.riser~")) {
            const int previous = number_in(folder / "d.riser~");
            ASSERT_LE(previous, found);
            ASSERT_GE(previous, found - 2);
        }
        progress.begun = progress.done = found;
    }
    EXPECT_GT(midway, kills / 4) << "the kills hit saves under way";
    ASSERT_TRUE(save_design(numbered(1), path).has_value());
    EXPECT_EQ(folder.names(), (std::set<std::string>{"d.riser", "d.riser~"})) << "leftovers are cleared away";
    ::munmap(shared, sizeof(Progress));
}

} // namespace
} // namespace riser
