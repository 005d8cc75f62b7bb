// SPDX-License-Identifier: GPL-3.0-or-later
// The open document: what is at risk, saving, and coming back after the program was killed.
#include "designer/session/document.h"

#include "model/edits/field_edits.h"
#include "model/file/brief_reader.h"
#include "model/file/starter.h"
#include "tests/designer/waiting.h"
#include "tests/model/file/temporary_folder.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace riser {
namespace {

class Life : public test::WithLoop {
  protected:
    static Design starter() {
        Result<Design> design = read_brief(starter_brief(), "starter.xml");
        EXPECT_TRUE(design);
        return design ? *design : Design();
    }
    static Result<void> add_body(Document& document, const std::string& code) {
        return document.perform({"新增机构 " + code, "Add body " + code}, [&](Edit& edit) -> Result<void> {
            Body body;
            body.code = code;
            body.name = same_text(code);
            edit.put(std::move(body));
            return {};
        });
    }
    void starter_in_a_file() {
        Document document;
        document.adopt(starter());
        ASSERT_TRUE(document.save(folder / "a.riser"));
    }
    // Does it in a process of its own, which is then killed in the middle of its life.
    template<class Work> static void killed_after(Work work) {
        const ::pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            work();
            ::raise(SIGKILL);
            ::_exit(0);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status));
    }

    TemporaryFolder folder;
};

TEST_F(Life, WhatIsAtRisk) {
    Document document;
    document.adopt(starter());
    EXPECT_FALSE(document.is_at_risk()); // nothing done yet
    ASSERT_TRUE(add_body(document, "X1"));
    EXPECT_TRUE(document.is_at_risk());
    ASSERT_TRUE(document.save(folder / "a.riser"));
    EXPECT_FALSE(document.is_at_risk());
    document.undo();
    EXPECT_TRUE(document.is_at_risk()); // the file holds what is undone here
    document.redo();
    EXPECT_FALSE(document.is_at_risk());
}

TEST_F(Life, KilledAndOpenedAgainItHasEveryEdit) {
    starter_in_a_file();
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        (void)add_body(document, "X1");
        (void)add_body(document, "X2");
        (void)document.save();
        (void)add_body(document, "X3");
        (void)add_body(document, "X4");
    });

    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_TRUE(document.was_recovered());
    EXPECT_TRUE(document.is_at_risk()); // not in the file yet
    ASSERT_FALSE(document.notes().empty());
    EXPECT_NE(document.notes().front().en.find("2 edits"), std::string::npos) << document.notes().front().en;
    EXPECT_NE(document.notes().front().en.find("Add body X4"), std::string::npos) << document.notes().front().en;
    const auto has = [&](const char* code) {
        return std::any_of(document.design().bodies.begin(), document.design().bodies.end(),
                           [&](const Body& body) { return body.code == code; });
    };
    EXPECT_TRUE(has("X1") && has("X2") && has("X3") && has("X4"));
    document.go_to(0); // back to what was saved
    EXPECT_TRUE(has("X2"));
    EXPECT_FALSE(has("X3"));
    document.redo();
    ASSERT_TRUE(document.save());

    Document again;
    ASSERT_TRUE(again.open(folder / "a.riser"));
    EXPECT_FALSE(again.was_recovered());
    EXPECT_TRUE(changes_between(again.design(), document.design()).empty());
}

TEST_F(Life, DroppedOnPurposeItStaysDropped) {
    {
        Document document;
        document.adopt(starter());
        ASSERT_TRUE(document.save(folder / "a.riser"));
        ASSERT_TRUE(add_body(document, "X1"));
        document.drop_journal();
    }
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_FALSE(document.was_recovered());
    EXPECT_TRUE(document.notes().empty());
}

// Open while it is open: what was not saved goes, and nobody else is blamed for the journal.
TEST_F(Life, OpenedAgainItIsAsSaved) {
    Document document;
    document.adopt(starter());
    ASSERT_TRUE(document.save(folder / "a.riser"));
    ASSERT_TRUE(add_body(document, "X1"));
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_FALSE(document.was_recovered());
    EXPECT_TRUE(document.notes().empty());
    EXPECT_FALSE(document.is_at_risk());
}

TEST_F(Life, ADesignWithoutAFileIsKeptToo) {
    killed_after([&] {
        Document document;
        document.keep_unnamed_in(folder.path());
        document.adopt(starter());
        (void)add_body(document, "X1");
    });
    {
        Document document;
        document.keep_unnamed_in(folder.path());
        ASSERT_TRUE(document.recover_unnamed());
        EXPECT_TRUE(document.path().empty());
        EXPECT_TRUE(document.was_recovered());
        EXPECT_TRUE(document.is_at_risk());
        EXPECT_EQ(document.design().bodies.size(), starter().bodies.size() + 1);
        EXPECT_EQ(document.design().point_rules.size(), starter().point_rules.size());
        ASSERT_TRUE(document.save(folder / "b.riser")); // now it has one
    }
    Document later;
    later.keep_unnamed_in(folder.path());
    EXPECT_FALSE(later.recover_unnamed());
}

// A file may be no longer than that much more than the file has now, as on a disk that is full; in a process of its
// own.
void leave_room(const std::filesystem::path& file, std::size_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::filesystem::file_size(file) + bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

void give_room() {
    ::rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST_F(Life, AfterAFullDiskTheNextEditBringsWhatWasMissing) {
    starter_in_a_file();
    const std::filesystem::path told = folder / "told";
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        int times = 0;
        QObject::connect(&document, &Document::autosave_changed, [&] { ++times; });
        (void)add_body(document, "X1");
        leave_room(journal_path(folder / "a.riser"), 60);
        (void)add_body(document, "X2");
        (void)add_body(document, "X3");
        const bool failed = document.autosave_failure().has_value() && times == 1;
        give_room();
        (void)add_body(document, "X4");
        if (failed && !document.autosave_failure() && times == 2)
            std::ofstream(told) << "yes";
    });
    EXPECT_TRUE(std::filesystem::exists(told)) << "not told that it failed, or that it works again";
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_TRUE(document.was_recovered());
    EXPECT_EQ(document.design().bodies.size(), starter().bodies.size() + 4);
}

// Nothing more is edited after the failure: the missing edits come by themselves when there is room again.
TEST_F(Life, WhatIsMissingIsTriedAgainWithoutAnEdit) {
    starter_in_a_file();
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        leave_room(journal_path(folder / "a.riser"), 60);
        (void)add_body(document, "X1");
        give_room();
        (void)wait_for([&] { return !document.autosave_failure(); });
    });
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_EQ(document.design().bodies.size(), starter().bodies.size() + 1);
}

std::size_t bodies(const Design& design, std::string_view prefix) {
    return static_cast<std::size_t>(std::count_if(design.bodies.begin(), design.bodies.end(),
                                                  [&](const Body& body) { return body.code.starts_with(prefix); }));
}
Result<void> add_many(Document& document, const std::string& prefix, std::size_t count) {
    return document.perform({"大批", "Many " + prefix}, [&](Edit& edit) -> Result<void> {
        for (std::size_t i = 0; i < count; ++i) {
            Body body;
            body.code = prefix + std::to_string(i);
            edit.put(std::move(body));
        }
        return {};
    });
}
constexpr std::size_t many = 2 * Autosave::many_rows;

// Edits of many rows are written aside; what comes after them comes after them in the journal too.
TEST_F(Life, EditsOfManyRowsAreKeptInTheirOrder) {
    starter_in_a_file();
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        (void)add_body(document, "X1");
        (void)add_many(document, "Y", many);
        (void)add_body(document, "X2");
        (void)add_many(document, "Z", many);
        document.undo();
        (void)add_body(document, "X3");
        (void)wait_for([&] { return !document.is_keeping(); });
    });
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_TRUE(document.was_recovered());
    EXPECT_EQ(bodies(document.design(), "X"), 3U);
    EXPECT_EQ(bodies(document.design(), "Y"), many);
    EXPECT_EQ(bodies(document.design(), "Z"), 0U);
    EXPECT_NE(document.notes().front().en.find("Add body X3"), std::string::npos) << document.notes().front().en;
}

TEST_F(Life, SavingAndClosingWaitForWhatIsWritten) {
    starter_in_a_file();
    {
        Document document;
        ASSERT_TRUE(document.open(folder / "a.riser"));
        ASSERT_TRUE(add_many(document, "Y", many));
        EXPECT_TRUE(document.is_keeping());
        ASSERT_TRUE(document.save());
        EXPECT_FALSE(document.is_keeping());
        ASSERT_TRUE(add_many(document, "Z", many));
    } // closed at once
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_TRUE(document.was_recovered());
    EXPECT_EQ(bodies(document.design(), "Y"), many);
    EXPECT_EQ(bodies(document.design(), "Z"), many);
}

TEST_F(Life, ADesignOfManyRowsWithoutAFileIsKeptToo) {
    killed_after([&] {
        Document document;
        document.keep_unnamed_in(folder / "unnamed");
        Design design = starter();
        IdSource ids(7);
        for (std::size_t i = 0; i < many; ++i) {
            Body body;
            body.id = ids.next<Body>();
            body.code = "Y" + std::to_string(i);
            design.bodies.put(std::move(body));
        }
        document.adopt(std::move(design));
        (void)add_body(document, "X1");
        (void)add_body(document, "X2");
        (void)wait_for([&] { return !document.is_keeping(); });
    });
    Document document;
    document.keep_unnamed_in(folder / "unnamed");
    ASSERT_TRUE(document.recover_unnamed());
    EXPECT_EQ(bodies(document.design(), "X"), 2U);
    EXPECT_EQ(bodies(document.design(), "Y"), many);
}

TEST_F(Life, AWriteAsideThatFailsIsToldAndTriedAgain) {
    starter_in_a_file();
    const std::filesystem::path told = folder / "told";
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        leave_room(journal_path(folder / "a.riser"), 60);
        (void)add_many(document, "Y", many);
        const bool failed = wait_for([&] { return document.autosave_failure().has_value(); });
        give_room();
        const bool mended = wait_for([&] { return !document.autosave_failure() && !document.is_keeping(); });
        if (failed && mended)
            std::ofstream(told) << "yes";
    });
    EXPECT_TRUE(std::filesystem::exists(told));
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_EQ(bodies(document.design(), "Y"), many);
}

struct BodyCount {
    std::size_t count = 0;
    bool operator==(const BodyCount&) const = default;
    static BodyCount compute(FactInput& input) { return {input.table<Body>().size()}; }
};

// Whatever way facts came to a design, they are of that design; and going back from a large edit finds them ready.
TEST_F(Life, FactsAreOfTheDesignAfterLargeEditsTheirUndoingAndForeignOnes) {
    Document document;
    document.adopt(starter());
    const std::size_t at_first = document.facts().get<BodyCount>().count;
    Design before = document.design();
    const auto expect_told = [&](const char* what) {
        EXPECT_TRUE(document.changes() == changes_between(before, document.design())) << what;
        before = document.design();
    };
    QObject::connect(&document, &Document::changed, [&] { expect_told("as they are told"); });
    ASSERT_TRUE(add_many(document, "Y", many));
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first + many);
    const std::size_t computed = document.facts().effort().computed;
    document.undo();
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first);
    document.redo();
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first + many);
    EXPECT_EQ(document.facts().effort().computed, computed);
    ASSERT_TRUE(add_body(document, "X1"));
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first + many + 1);
    document.undo();
    document.undo();
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first);
    // What was foreseen of another design is not taken for this one's.
    const Document::Foreseen other{document.facts(), Facts(Design()), {}};
    ASSERT_TRUE(document.perform(
        {"加", "Add"},
        [](Edit& edit) -> Result<void> {
            edit.put(Body());
            return {};
        },
        &other));
    EXPECT_EQ(document.facts().get<BodyCount>().count, at_first + 1);
}

TEST_F(Life, AJournalThatCannotBeWrittenDoesNotStopSaving) {
    Document document;
    document.adopt(starter());
    ASSERT_TRUE(document.save(folder / "a.riser"));
    std::filesystem::remove(journal_path(folder / "a.riser"));
    std::filesystem::create_directory(journal_path(folder / "a.riser")); // nothing can be written there
    ASSERT_TRUE(add_body(document, "X1"));
    ASSERT_TRUE(document.autosave_failure());
    EXPECT_TRUE(document.is_at_risk());
    ASSERT_TRUE(document.save());
    EXPECT_FALSE(document.is_at_risk());
    std::filesystem::remove(journal_path(folder / "a.riser"));
    ASSERT_TRUE(add_body(document, "X2"));
    EXPECT_FALSE(document.autosave_failure());
    const Result<std::optional<Recovered>> open = recover(folder / "a.riser");
    EXPECT_EQ(open.error().code, ErrorCode::conflict); // this process holds it, so there is one
}

TEST_F(Life, AJournalThatWasRemovedIsBegunAnew) {
    starter_in_a_file();
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        (void)add_body(document, "X1");
        std::filesystem::remove(journal_path(folder / "a.riser"));
        (void)add_body(document, "X2");
    });
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_EQ(document.design().bodies.size(), starter().bodies.size() + 2);
}

TEST_F(Life, EditsAfterDroppingOnPurposeAreKeptAgain) {
    starter_in_a_file();
    killed_after([&] {
        Document document;
        (void)document.open(folder / "a.riser");
        (void)add_body(document, "X1");
        document.drop_journal();
        (void)add_body(document, "X2");
    });
    Document document;
    ASSERT_TRUE(document.open(folder / "a.riser"));
    EXPECT_EQ(document.design().bodies.size(), starter().bodies.size() + 2);
}

TEST_F(Life, AnUnnamedDesignWhoseFolderCannotBeMadeSaysSo) {
    Document document;
    std::ofstream(folder / "file") << "in the way";
    document.keep_unnamed_in(folder / "file" / "unnamed");
    document.adopt(starter());
    EXPECT_FALSE(document.autosave_failure());
    ASSERT_TRUE(add_body(document, "X1"));
    EXPECT_TRUE(document.autosave_failure());
    std::filesystem::remove(folder / "file");
    ASSERT_TRUE(add_body(document, "X2"));
    EXPECT_FALSE(document.autosave_failure());
}

} // namespace
} // namespace riser
