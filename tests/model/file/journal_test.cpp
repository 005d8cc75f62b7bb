// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/journal.h"
#include "model/file/journal_records.h"
#include "model/file/save.h"
#include "model/file/writer.h"

#include "tests/model/file/temporary_folder.h"
#include "tests/support/random_design.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace riser {
namespace {

namespace fs = std::filesystem;

Text edit_name(std::size_t number) {
    return {"第 " + std::to_string(number) + " 步", "edit " + std::to_string(number)};
}

// A saved design with a journal of some edits after it, and the state after each.
class Session {
  public:
    explicit Session(std::size_t edits, std::uint64_t seed = 5, std::size_t rows = 3) : random_(seed) {
        states.push_back(random_design(seed, rows));
        stamp = *save_design(states[0], path);
        journal = *Journal::start(path, stamp->hash);
        for (std::size_t i = 0; i < edits; ++i)
            edit();
    }
    void edit() {
        Design next = states.back();
        change_at_random(next, random_, 1 + states.size() % 4);
        const Result<void> added = journal->append(states.back(), next, edit_name(states.size()));
        ASSERT_TRUE(added.has_value()) << to_string(added.error(), Language::en);
        states.push_back(std::move(next));
        ends.push_back(journal->bytes());
    }
    // As when the process dies: the lock goes with it.
    void die() { journal.reset(); }

    TemporaryFolder folder;
    fs::path path = folder / "d.riser";
    std::vector<Design> states;
    std::vector<std::size_t> ends; // of the journal after each edit
    std::optional<FileStamp> stamp;
    std::optional<Journal> journal;

  private:
    std::mt19937_64 random_;
};

Recovered recovered(const fs::path& path) {
    Result<std::optional<Recovered>> found = recover(path);
    EXPECT_TRUE(found.has_value()) << to_string(found.error(), Language::en);
    EXPECT_TRUE(found && *found);
    return found && *found ? std::move(**found) : Recovered{};
}
bool nothing_to_recover(const fs::path& path) {
    const Result<std::optional<Recovered>> found = recover(path);
    EXPECT_TRUE(found.has_value()) << to_string(found.error(), Language::en);
    return found && !*found;
}

TEST(Journal, BringsBackEveryEdit) {
    Session session(100);
    EXPECT_EQ(session.folder.names(), (std::set<std::string>{".d.riser.journal", "d.riser"}));
    session.die();
    const std::string before = bytes_of(session.path);
    const Recovered found = recovered(session.path);
    EXPECT_TRUE(found.design == session.states.back());
    EXPECT_EQ(found.edits, 100U);
    EXPECT_EQ(found.last_edit, edit_name(100));
    EXPECT_FALSE(found.torn_tail);
    EXPECT_EQ(found.stamp.hash, session.stamp->hash);
    EXPECT_EQ(bytes_of(session.path), before) << "recovering changes nothing on disk";
}

TEST(Journal, NothingToRecover) {
    Session session(0);
    session.die();
    EXPECT_TRUE(nothing_to_recover(session.path));
    fs::remove(journal_path(session.path));
    EXPECT_TRUE(nothing_to_recover(session.path));
}

TEST(Journal, TornAtEveryByteKeepsTheWholeEditsBefore) {
    Session session(6, 5, 0);
    session.die();
    const fs::path journal = journal_path(session.path);
    const std::string whole = bytes_of(journal);
    ASSERT_EQ(whole.size(), session.ends.back());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        put_bytes(journal, std::string_view(whole).substr(0, size));
        std::size_t edits = 0;
        while (edits < session.ends.size() && session.ends[edits] <= size)
            ++edits;
        if (edits == 0) {
            ASSERT_TRUE(nothing_to_recover(session.path)) << size;
            continue;
        }
        const Recovered found = recovered(session.path);
        ASSERT_EQ(found.edits, edits) << size;
        ASSERT_EQ(found.torn_tail, size != session.ends[edits - 1]) << size;
        ASSERT_TRUE(found.design == session.states[edits]) << size;
    }
}

TEST(Journal, DamageAtAnyByteIsNoticed) {
    Session session(4, 5, 0);
    session.die();
    const fs::path journal = journal_path(session.path);
    const std::string whole = bytes_of(journal);
    const std::size_t header = whole.find('\n') + 1;
    for (std::size_t at = header; at < whole.size(); ++at) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
        put_bytes(journal, bytes);
        std::size_t good = 0;
        while (session.ends[good] <= at)
            ++good;
        const Result<std::optional<Recovered>> found = recover(session.path);
        ASSERT_TRUE(found.has_value());
        ASSERT_EQ(*found ? (*found)->edits : 0, good) << at;
        ASSERT_TRUE(!*found || (*found)->torn_tail) << at;
        ASSERT_TRUE(!*found || (*found)->design == session.states[good]) << at;
    }
}

TEST(Journal, GoesOnAfterRecoveryWithoutItsTornEnd) {
    Session session(5);
    session.die();
    const fs::path path = journal_path(session.path);
    fs::resize_file(path, session.ends[3] + 7); // the fifth edit is cut
    Recovered found = recovered(session.path);
    ASSERT_EQ(found.edits, 4U);
    session.states.pop_back();
    session.ends.pop_back();
    session.journal = *Journal::resume(session.path);
    EXPECT_EQ(session.journal->bytes(), session.ends[3]);
    session.edit();
    session.die();
    found = recovered(session.path);
    EXPECT_EQ(found.edits, 5U);
    EXPECT_FALSE(found.torn_tail);
    EXPECT_TRUE(found.design == session.states.back());
}

TEST(Journal, SavingEmptiesIt) {
    Session session(3);
    const Result<FileStamp> stamp = save_design(session.states.back(), session.path, {.journal = &*session.journal});
    ASSERT_TRUE(stamp.has_value());
    EXPECT_EQ(bytes_of(journal_path(session.path)), "riser-journal 1 " + stamp->hash + "\n");
    session.edit();
    session.edit();
    session.die();
    const Recovered found = recovered(session.path);
    EXPECT_EQ(found.edits, 2U);
    EXPECT_TRUE(found.design == session.states.back());
}

TEST(Journal, FailedSaveLeavesItWhole) {
    Session session(3);
    FileStamp other = *session.stamp;
    other.hash = std::string(64, '0');
    other.young = true;
    EXPECT_EQ(save_design(session.states.back(), session.path, {.expected = other, .journal = &*session.journal})
                  .error()
                  .code,
              ErrorCode::conflict);
    session.edit();
    session.die();
    EXPECT_EQ(recovered(session.path).edits, 4U);
}

// Killed between the two: before the new file has its name the edits are the journal's, after it they are the file's.
TEST(Journal, KilledInTheMiddleOfASave) {
    Session session(3);
    const std::string saved = write_design(session.states[2]); // a save that began after the second edit …
    Session other(0, 6);
    fs::remove(journal_path(other.path));
    put_bytes(other.path, bytes_of(session.path));
    {
        Journal journal = *Journal::start(other.path, session.stamp->hash);
        for (std::size_t i = 0; i < 2; ++i)
            ASSERT_TRUE(journal.append(session.states[i], session.states[i + 1], edit_name(i + 1)).has_value());
        const FileStamp would_be = *replace_file(other.folder / "copy", saved);
        ASSERT_TRUE(journal.about_to_save(would_be.hash).has_value());
        ASSERT_TRUE(journal.append(session.states[2], session.states[3], edit_name(3)).has_value());
    }
    Recovered found = recovered(other.path); // … and never came to be
    EXPECT_EQ(found.edits, 3U);
    EXPECT_TRUE(found.design == session.states[3]);
    put_bytes(other.path, saved); // … or did
    found = recovered(other.path);
    EXPECT_EQ(found.edits, 1U);
    EXPECT_TRUE(found.design == session.states[3]);
}

TEST(Journal, OfAnotherFileIsAConflict) {
    Session session(2);
    session.die();
    put_bytes(session.path, write_design(random_design(99, 2)));
    const Result<std::optional<Recovered>> found = recover(session.path);
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::conflict);
    fs::remove(session.path);
    EXPECT_EQ(recover(session.path).error().code, ErrorCode::conflict);
}

TEST(Journal, StartingAnewMovesUnsavedEditsAside) {
    Session session(2);
    session.die();
    const std::string old = bytes_of(journal_path(session.path));
    session.journal = *Journal::start(session.path, session.stamp->hash);
    EXPECT_EQ(bytes_of(session.folder / ".d.riser.journal~"), old);
    session.die();
    EXPECT_TRUE(nothing_to_recover(session.path));
    ASSERT_TRUE(Journal::start(session.path, session.stamp->hash)->discard().has_value());
    EXPECT_FALSE(fs::exists(journal_path(session.path)));
    EXPECT_EQ(Journal::resume(session.path).error().code, ErrorCode::not_found);
}

TEST(Journal, OneProcessAtATime) {
    Session session(2);
    EXPECT_EQ(Journal::start(session.path, session.stamp->hash).error().code, ErrorCode::conflict);
    EXPECT_EQ(Journal::resume(session.path).error().code, ErrorCode::conflict);
    EXPECT_EQ(recover(session.path).error().code, ErrorCode::conflict);
    session.die();
    EXPECT_EQ(recovered(session.path).edits, 2U);
}

TEST(Journal, OfADesignThatWasNeverSaved) {
    const TemporaryFolder folder;
    const fs::path path = folder / "new.riser";
    Design design;
    {
        Journal journal = *Journal::start(path, std::nullopt);
        const Design after = random_design(3, 2);
        ASSERT_TRUE(journal.append(design, after, edit_name(1)).has_value());
        design = after;
    }
    const Recovered found = recovered(path);
    EXPECT_TRUE(found.design == design);
    EXPECT_TRUE(found.stamp.hash.empty());
}

TEST(Journal, KeepsWhatANewerMinorFormatSaid) {
    const TemporaryFolder folder;
    const fs::path path = folder / "d.riser";
    put_bytes(path, "<riser format=\"1.4\" x=\"1\"><rooms y=\"2\"><room id=\"rm-0000000001\" floor=\"\" "
                    "z=\"3\"/></rooms><w/></riser>");
    const Result<LoadedDesign> loaded = load_design(path);
    ASSERT_TRUE(loaded.has_value());
    Design after = loaded->opened.design;
    Room room = *after.rooms.find({1});
    room.number = "301";
    after.rooms.put(room);
    {
        Journal journal = *Journal::start(path, loaded->stamp.hash);
        ASSERT_TRUE(journal.append(loaded->opened.design, after, edit_name(1)).has_value());
        const Design before = after;
        after.table_extras[static_cast<std::size_t>(Kind::rooms)] = {};
        after.document_extras = {};
        ASSERT_TRUE(journal.append(before, after, edit_name(2)).has_value());
    }
    const Recovered found = recovered(path);
    EXPECT_EQ(found.edits, 2U);
    EXPECT_TRUE(found.design == after);
}

TEST(Journal, RefusesWhatItCouldNotReadBack) {
    Session session(1);
    Design bad = session.states.back();
    Room room;
    room.id = {5};
    room.seats = -5;
    bad.rooms.put(room);
    EXPECT_EQ(session.journal->append(session.states.back(), bad, edit_name(2)).error().code, ErrorCode::bad_input);
    session.edit();
    session.die();
    EXPECT_EQ(recovered(session.path).edits, 2U);
}

// The disk fills up within a record, then has room again.
TEST(Journal, FailedAppendLeavesNoPartOfARecord) {
    Session session(2);
    const ::pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        const ::rlim_t most = limit.rlim_max;
        limit.rlim_cur = session.journal->bytes() + 100;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Design after = random_design(77, 3);
        const Result<void> failed = session.journal->append(session.states.back(), after, edit_name(3));
        limit.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Result<void> added = session.journal->append(session.states.back(), after, edit_name(3));
        ::_exit(!failed && failed.error().code == ErrorCode::io && added ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    session.die();
    const Recovered found = recovered(session.path);
    EXPECT_EQ(found.edits, 3U);
    EXPECT_FALSE(found.torn_tail);
    EXPECT_TRUE(found.design == random_design(77, 3));
}

// Saving emptied it, but there was no room to begin it again: the next edit begins it.
TEST(Journal, BegunByTheNextEditWhenSavingCouldNot) {
    Session session(2);
    const ::pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        const ::rlim_t most = limit.rlim_max;
        limit.rlim_cur = 4;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Result<void> failed = session.journal->saved(session.stamp->hash);
        limit.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Result<void> added = session.journal->append(session.states.front(), random_design(77, 3), edit_name(1));
        ::_exit(!failed && added ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    session.die();
    const Recovered found = recovered(session.path);
    EXPECT_EQ(found.edits, 1U);
    EXPECT_TRUE(found.design == random_design(77, 3));
}

TEST(Journal, SaysThatSomebodyRemovedIt) {
    Session session(2);
    fs::remove(journal_path(session.path));
    const Result<void> added = session.journal->append(session.states.back(), random_design(77, 3), edit_name(3));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::not_found);
}

TEST(Journal, SurvivesKillsAtRandom) {
    void* const shared =
        ::mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(shared, MAP_FAILED);
    auto& appended = *new (shared) std::atomic<int>(0);
    std::mt19937 random(11);
    const Design base = random_design(5, 3);
    std::vector<Design> states{base};
    std::mt19937_64 changes(1);
    while (states.size() < 400)
        change_at_random(states.emplace_back(states.back()), changes, 3);
    for (int kill = 0; kill < 40; ++kill) {
        const TemporaryFolder folder;
        const fs::path path = folder / "d.riser";
        const FileStamp stamp = *save_design(base, path);
        appended = 0;
        const ::pid_t child = ::fork();
        if (child == 0) {
            Journal journal = *Journal::start(path, stamp.hash);
            for (std::size_t i = 0; i + 1 < states.size(); ++i) {
                if (!journal.append(states[i], states[i + 1], edit_name(i + 1)))
                    ::_exit(1);
                appended = static_cast<int>(i) + 1;
            }
            ::pause();
        }
        while (appended == 0)
            std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 40000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        const Recovered found = recovered(path);
        ASSERT_GE(found.edits, static_cast<std::size_t>(appended));
        ASSERT_LE(found.edits, static_cast<std::size_t>(appended) + 1);
        ASSERT_TRUE(found.design == states[found.edits]);
    }
    ::munmap(shared, sizeof(std::atomic<int>));
}

TEST(JournalRecords, ChecksumIsTheCommonOne) { EXPECT_EQ(crc32("123456789"), 0xCBF43926U); }

TEST(JournalRecords, AnOldRecordBehindTheEndIsNotBelieved) {
    const std::string header = journal_header("");
    const std::string bytes =
        header + journal_record(JournalKind::edit, 0, "a") + journal_record(JournalKind::edit, 2, "b");
    const JournalContents contents = parse_journal(bytes);
    EXPECT_EQ(contents.records.size(), 1U);
    EXPECT_TRUE(contents.torn);
}

} // namespace
} // namespace riser
