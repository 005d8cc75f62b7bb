// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/package_exporter.h"

#include "designer/session/words.h"
#include "model/file/brief_reader.h"
#include "model/file/starter.h"
#include "tests/designer/waiting.h"
#include "tests/model/file/temporary_folder.h"

#include <QFile>

namespace riser {
namespace {

class Exporting : public test::WithLoop {
  protected:
    void SetUp() override {
        Result<Design> design = read_brief(starter_brief(), "starter.xml");
        ASSERT_TRUE(design);
        document.adopt(std::move(*design));
        exporter.set_language(Language::en);
    }
    QUrl url(const char* name) const { return QUrl::fromLocalFile(words((folder / name).string())); }
    bool finished() {
        return wait_for([&] { return !exporter.busy(); });
    }

    TemporaryFolder folder;
    Document document;
    Checker checker{document};
    PackageExporter exporter{document, checker, nullptr};
};

TEST_F(Exporting, WritesTheGroupsAskedForAndSaysWhereTheyLie) {
    exporter.start(url("out"), {"report", "bom"}, "en", "contractor");
    EXPECT_TRUE(exporter.busy());
    ASSERT_TRUE(finished());
    EXPECT_EQ(exporter.problem(), QString());
    EXPECT_EQ(exporter.folder(), url("out"));
    const QVariantList files = exporter.files();
    ASSERT_GE(files.size(), 2);
    for (const QVariant& file : files)
        EXPECT_TRUE(QFile::exists(file.toMap().value("url").toUrl().toLocalFile()))
            << file.toMap().value("name").toString().toStdString();
    EXPECT_EQ(files.back().toMap().value("name").toString(), "index.html");
    EXPECT_FALSE(exporter.is_stale());

    const Result<void> done = document.perform({"改", "Change"}, [](Edit& edit) -> Result<void> {
        Body body;
        body.code = "X1";
        edit.put(std::move(body));
        return {};
    });
    ASSERT_TRUE(done);
    EXPECT_TRUE(exporter.is_stale());
}

TEST_F(Exporting, StoppedItWritesNothing) {
    exporter.start(url("out"), {}, "en", "contractor");
    exporter.stop();
    ASSERT_TRUE(finished());
    EXPECT_NE(exporter.problem(), QString());
    EXPECT_TRUE(exporter.folder().isEmpty());
    EXPECT_TRUE(folder.names().empty());
}

TEST_F(Exporting, SaysWhatItCannotDo) {
    put_bytes(folder / "file", "");
    exporter.start(url("file"), {}, "en", "contractor"); // a file is no folder
    ASSERT_TRUE(finished());
    EXPECT_NE(exporter.problem(), QString());
    exporter.start(url("out"), {}, "en", "body:none-such");
    ASSERT_TRUE(finished());
    EXPECT_NE(exporter.problem(), QString());
    exporter.start(url("out"), {}, "en", "nobody");
    EXPECT_NE(exporter.problem(), QString());
    EXPECT_EQ(folder.names(), std::set<std::string>({"file"}));
}

// Formats come from outside: this one writes a line.
TEST_F(Exporting, DrawingsComeInTheFormatsAskedFor) {
    EXPECT_EQ(exporter.formats().size(), 1); // SVG, unless more is offered
    const auto line = [](const Drawing&, const DrawingProperties&, const std::filesystem::path& path) -> Result<void> {
        put_bytes(path, "line");
        return {};
    };
    exporter.offer({{.name = "one", .write = line}, {.name = "two", .write = line}});
    ASSERT_EQ(exporter.formats().size(), 2);
    EXPECT_EQ(exporter.formats().front().toMap().value("name").toString(), "ONE");
    const auto endings = [&](const QStringList& formats) {
        exporter.start(url("out"), {"drawings"}, "en", "contractor", {}, formats);
        EXPECT_TRUE(finished());
        EXPECT_EQ(exporter.problem(), QString());
        std::set<std::string> out;
        for (const QVariant& file : exporter.files())
            out.insert(std::filesystem::path(file.toMap().value("name").toString().toStdString()).extension());
        return out;
    };
    EXPECT_EQ(endings({}), (std::set<std::string>{".one", ".html"}));
    EXPECT_EQ(endings({"two"}), (std::set<std::string>{".two", ".html"}));
    EXPECT_EQ(endings({"one", "two"}), (std::set<std::string>{".one", ".two", ".html"}));
}

TEST_F(Exporting, OffersEveryReader) {
    EXPECT_EQ(exporter.profiles().size(), 2 + static_cast<qsizetype>(document.design().bodies.size()));
    EXPECT_FALSE(exporter.groups().isEmpty());
    ASSERT_TRUE(document.save(folder / "a.riser"));
    EXPECT_EQ(exporter.suggested_folder(), url("a-documents"));
}

} // namespace
} // namespace riser
