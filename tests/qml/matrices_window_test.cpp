// SPDX-License-Identifier: GPL-3.0-or-later
// The matrices as a person uses them: walked by keys, clicked, the way of a packet followed to the topology and the
// plan, bodies given zones and taken back.
#include "model/file/save.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <QFile>
#include <QImage>
#include <QProcess>

#include <gtest/gtest.h>

#include <algorithm>

namespace riser::test {
namespace {

struct Network : TwoBodies {
    BodyId p = body("P"), c = body("C");
    Network() {
        give(party.zone, p);
        give(congress.zone, c);
    }
    void give(ZoneId id, BodyId to) {
        Zone row = *design.find(id);
        row.bodies = {to};
        design.zones.put(row);
        Body named = *design.find(to);
        named.code = named.letter;
        design.bodies.put(named);
    }
};

struct MatricesWindowTest : ::testing::Test {
    MatricesWindowTest() {
        EXPECT_TRUE(save_design(network.design, path));
        EXPECT_TRUE(window.open(path));
    }
    ReachView& reach() { return *static_cast<ReachView*>(window.session().reach()); }
    bool known() {
        return window.wait_for([&] { return reach().current() && !reach().busy() && !reach().explaining(); });
    }
    QString verdict(int row, int column) {
        return reach().data(reach().index(row, column), ReachView::StateRole).toString();
    }
    QString view() { return window.window().property("view").toString(); }
    // Clicks so far to the right into a row of the grid.
    void click_cell(const char* grid, double x, int row, double row_height) {
        QQuickItem* body = window.find([&](QQuickItem& item) { return item.objectName() == QLatin1String(grid); });
        ASSERT_NE(body, nullptr);
        const QPoint at = body->mapToScene({x, (row + 0.5) * row_height}).toPoint();
        QTest::mouseMove(&window.window(), at);
        QTest::mouseClick(&window.window(), Qt::LeftButton, {}, at);
        QTest::qWait(20);
    }
    const Zone& party() { return *window.design().find(network.party.zone); }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "network.riser";
    Network network;
    TestWindow window;
};

TEST_F(MatricesWindowTest, ACellIsWalkedToAndItsWayShownOnTheTopology) {
    window.key(Qt::Key_F7);
    ASSERT_TRUE(known());
    EXPECT_EQ(view(), "matrix");
    (void)window.picture();
    window.key(Qt::Key_Down);
    ASSERT_TRUE(known());
    EXPECT_EQ(reach().row(), 1); // party; the first column is the service
    EXPECT_EQ(reach().column(), 0);
    ASSERT_TRUE(window.wait_for([&] { return window.sees("The way of a packet"); }));
    EXPECT_NE(window.with_text(reach().title()), nullptr);
    const QString first = reach().lines().value(0).toMap().value("words").toString();
    EXPECT_TRUE(first.contains("10.0.30.25"));
    EXPECT_NE(window.with_text(first), nullptr);
    window.key(Qt::Key_Return);
    EXPECT_EQ(view(), "topology");
    EXPECT_TRUE(window.session().reason()->property("lit").toBool());
    const QImage lit = window.picture();
    ASSERT_TRUE(window.press("Put the light out"));
    EXPECT_NE(window.picture(), lit);
    EXPECT_EQ(window.design(), network.design);
}

TEST_F(MatricesWindowTest, AClickLooksAtACellAndAnEditIsFollowed) {
    window.key(Qt::Key_F7);
    ASSERT_TRUE(known());
    (void)window.picture();
    click_cell("reachBody", 40 * 1 + 20, 1, 23); // from party to congress
    ASSERT_TRUE(known());
    EXPECT_EQ(reach().row(), 1);
    EXPECT_EQ(reach().column(), 1);
    EXPECT_EQ(verdict(1, 1), "apart");
    EXPECT_GT(reach().lines().size(), 0);
    ASSERT_TRUE(window.document().perform({"放开", "open up"}, [&](Edit& edit) -> Result<void> {
        for (const AclId id : network.rules)
            if (Result<void> done = edit.update(id,
                                                [&](Acl& row) {
                                                    row.rules.push_back({AclAction::permit, "ip", {}, {}, ""});
                                                });
                !done)
                return done;
        return {};
    }));
    ASSERT_TRUE(known());
    EXPECT_EQ(verdict(1, 1), "reached");
    window.key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(known());
    EXPECT_EQ(verdict(1, 1), "apart");
}

TEST_F(MatricesWindowTest, ABodyIsGivenAZoneByKeysAndByAClick) {
    window.key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_TRUE(window.wait_for([&] { return window.sees("Bodies and zones"); }));
    (void)window.picture();
    window.key(Qt::Key_Down); // party
    window.key(Qt::Key_Right);
    window.key(Qt::Key_Space);
    EXPECT_EQ(party().bodies, (std::vector<BodyId>{network.p, network.c}));
    EXPECT_EQ(window.session().undo_name(), "body C uses party zone party");
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(party().bodies, std::vector<BodyId>{network.p});
    click_cell("zoneBody", 76 * 1 + 38, 1, 26);
    EXPECT_EQ(party().bodies, (std::vector<BodyId>{network.p, network.c}));
    click_cell("zoneBody", 38, 1, 26);
    EXPECT_EQ(party().bodies, std::vector<BodyId>{network.c});
    window.key(Qt::Key_Z, Qt::ControlModifier);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(window.design(), network.design);
}

TEST_F(MatricesWindowTest, AGradeIsChosenByKeysAndWhatIsWrongIsSaidInPlace) {
    window.key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_TRUE(window.wait_for([&] { return window.sees("Bodies and zones"); }));
    (void)window.picture();
    window.key(Qt::Key_Down);
    window.key(Qt::Key_G);
    ASSERT_TRUE(window.wait_for([&] { return window.sees("Grade of party zone party"); }));
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.wait_for([&] { return !window.sees("Grade of party zone party"); }));
    EXPECT_EQ(window.design(), network.design);
    window.key(Qt::Key_G);
    ASSERT_TRUE(window.wait_for([&] { return window.sees("Grade of party zone party"); }));
    QTest::qWait(100);
    const Grading before = party().grading;
    for (int i = static_cast<int>(before); i < static_cast<int>(Grading::secret_jimi); ++i)
        window.key(Qt::Key_Down);
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.wait_for([&] { return party().grading == Grading::secret_jimi; }));
    ASSERT_TRUE(window.settle());
    const auto says = [](QQuickItem& item) {
        return item.property("text").toString().contains("is graded as a secret and stands on a plane that is none");
    };
    QQuickItem* grid = window.find([](QQuickItem& item) { return item.objectName() == "zoneBody"; });
    ASSERT_NE(grid, nullptr);
    EXPECT_TRUE(window.wait_for([&] { return window.find(says, grid->parentItem()) != nullptr; }));
}

// A program of its own, where the keys are taken before the table has laid out a cell.
TEST_F(MatricesWindowTest, EachPageCanBePictured) {
    const QString out = QString::fromStdString((folder / "page.png").string());
    for (const char* page : {"matrix:reach", "matrix:zones"}) {
        QProcess process;
        process.start(QStringLiteral(RISER_DESIGNER),
                      {QString::fromStdString(path.string()), "--shot", page, "--size", "1200x760", "-o", out});
        ASSERT_TRUE(process.waitForFinished(120'000));
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << page;
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        EXPECT_EQ(QImage(out).size(), QSize(1200, 760)) << page;
        QFile::remove(out);
    }
}

} // namespace
} // namespace riser::test
