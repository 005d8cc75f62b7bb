// SPDX-License-Identifier: GPL-3.0-or-later
// The two matrices without their window: what they say of a network that people can follow, that they follow edits, and
// that editing is undone; both keep the promises of Qt's models meanwhile.
#include "designer/session/reach_view.h"
#include "designer/session/zone_matrix.h"

#include "designer/session/words.h"
#include "solvers/forwarding/reach_matrix.h"
#include "tests/designer/waiting.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <QAbstractItemModelTester>

#include <algorithm>

namespace riser {
namespace {

using test::TwoBodies;

struct MatricesTest : test::WithLoop, TwoBodies {
    MatricesTest() {
        p = body("P");
        c = body("C");
        change(party.zone, [&](Zone& row) { row.bodies = {p}; });
        change(congress.zone, [&](Zone& row) { row.bodies = {c}; });
        change(servers.zone, [](Zone& row) { row.role = ZoneRole::servers; });
        MustReach row;
        row.id = {next++};
        row.service = mail;
        row.body = p;
        design.must_reach.put(row);
        apart(party.zone, congress.zone);
        document.adopt(design);
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    bool known() {
        reach.setShown(true);
        return wait_for([&] { return reach.current() && !reach.busy(); });
    }
    int row_of(ZoneId zone) {
        const auto& rows = reach.matrix().rows;
        const auto at =
            std::find_if(rows.begin(), rows.end(), [&](const ReachSide& side) { return side.zone == zone; });
        return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
    }
    int column_of(AnyId id) {
        const auto& columns = reach.matrix().columns;
        return static_cast<int>(std::find(columns.begin(), columns.end(), id) - columns.begin());
    }
    void look(ZoneId from, AnyId to) {
        reach.look(row_of(from), column_of(to));
        EXPECT_TRUE(wait_for([&] { return !reach.explaining(); }));
    }
    QString verdict_at(ZoneId from, AnyId to) {
        return reach.data(reach.index(row_of(from), column_of(to)), ReachView::StateRole).toString();
    }
    QString all_lines() {
        QString out;
        for (const QVariant& line : reach.lines())
            out += line.toMap().value(QStringLiteral("words")).toString() + QLatin1Char('\n');
        return out;
    }
    Document::Verb without_rule(std::size_t at) {
        return [this, at](Edit& edit) -> Result<void> {
            for (const AclId id : rules)
                if (Result<void> done = edit.update(
                        id, [&](Acl& row) { row.rules.erase(row.rules.begin() + static_cast<std::ptrdiff_t>(at)); });
                    !done)
                    return done;
            return {};
        };
    }

    BodyId p, c;
    Document document;
    Selection selection;
    ReasonView reason{document, selection, nullptr};
    ReachView reach{document, reason, nullptr};
    Checker checker{document};
    ZoneMatrix zones{document, checker, nullptr};
    QAbstractItemModelTester reach_kept{&reach, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester zones_kept{&zones, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(MatricesTest, WhoReachesWhomIsWorkedOutWhenItIsShownAndFollowsEdits) {
    EXPECT_EQ(reach.rowCount(), 0);
    ASSERT_TRUE(known());
    EXPECT_EQ(reach.rowCount(), 3);
    EXPECT_EQ(reach.columnCount(), 4);
    EXPECT_EQ(verdict_at(party.zone, mail), "reached");
    EXPECT_EQ(verdict_at(party.zone, congress.zone), "apart");
    EXPECT_EQ(reach.missing() + reach.forbidden(), 0);
    EXPECT_FALSE(reach.nextWrong());
    ASSERT_TRUE(document.perform({"删规则", "drop a rule"}, without_rule(1)));
    EXPECT_FALSE(reach.current());
    ASSERT_TRUE(known());
    EXPECT_EQ(verdict_at(party.zone, mail), "missing");
    EXPECT_TRUE(reach.nextWrong());
    EXPECT_EQ(reach.row(), row_of(party.zone));
    EXPECT_EQ(reach.column(), column_of(mail));
    EXPECT_FALSE(reach.verdict().isEmpty());
    ASSERT_TRUE(document.undo());
    ASSERT_TRUE(known());
    EXPECT_EQ(reach.missing(), 0);
    EXPECT_EQ(reach.row(), row_of(party.zone)) << "the cell that is looked at stays";
}

TEST_F(MatricesTest, ACellTellsTheWayAndLightsIt) {
    ASSERT_TRUE(known());
    reach.set_language(Language::en);
    look(party.zone, mail);
    ASSERT_EQ(reach.pairs().size(), 1);
    EXPECT_EQ(reach.pair(), 0);
    EXPECT_EQ(reach.lines().size(), 5);
    EXPECT_TRUE(all_lines().contains(QStringLiteral("10.0.30.25"))) << all_lines().toStdString();
    ASSERT_TRUE(reach.light(-1));
    const std::vector<AnyId>& named = reason.what().named;
    for (const AnyId id : {AnyId(access), AnyId(core[0]), AnyId(firewall[0]), AnyId(uplink[0]), AnyId(party_jack)})
        EXPECT_NE(std::find(named.begin(), named.end(), id), named.end()) << to_string(id);
    ASSERT_TRUE(reach.light(2));
    EXPECT_EQ(std::count(reason.what().named.begin(), reason.what().named.end(), AnyId(firewall[0])), 1);
    EXPECT_EQ(std::count(reason.what().named.begin(), reason.what().named.end(), AnyId(access)), 0);
    look(party.zone, congress.zone);
    EXPECT_TRUE(all_lines().contains(QStringLiteral("FW1"))) << all_lines().toStdString();
    reach.look(-1, 0);
    EXPECT_FALSE(reach.light(-1));
    EXPECT_TRUE(reach.title().isEmpty());
}

TEST_F(MatricesTest, ABrokenIntentIsToldByThePairThatBreaksIt) {
    ASSERT_TRUE(document.perform({"放开", "open up"}, [&](Edit& edit) -> Result<void> {
        for (const AclId id : rules)
            if (Result<void> done =
                    edit.update(id,
                                [&](Acl& row) {
                                    row.rules.push_back({AclAction::permit, "tcp", prefix(10), prefix(20), "22"});
                                });
                !done)
                return done;
        return {};
    }));
    ASSERT_TRUE(known());
    EXPECT_EQ(reach.forbidden(), 1);
    ASSERT_TRUE(reach.nextWrong());
    ASSERT_TRUE(wait_for([&] { return !reach.explaining(); }));
    reach.set_language(Language::en);
    EXPECT_TRUE(all_lines().contains(QStringLiteral("tcp/22"))) << all_lines().toStdString();
    EXPECT_TRUE(all_lines().contains(QStringLiteral("rule 4")));
}

TEST_F(MatricesTest, NamesFollowTheDesignWithoutAskingPacketsAgain) {
    ASSERT_TRUE(known());
    const ReachMatrix* before = &reach.matrix();
    ASSERT_TRUE(document.perform({"改名", "rename"}, [&](Edit& edit) {
        return edit.update(p, [](Body& row) { row.name = {"新名", "New name"}; });
    }));
    ASSERT_TRUE(known());
    EXPECT_EQ(&reach.matrix(), before);
    EXPECT_TRUE(
        reach.rowHead(row_of(party.zone)).value(QStringLiteral("whole")).toString().contains(QStringLiteral("新名")));
}

TEST_F(MatricesTest, ABodyUsesAZoneByAStepThatIsNamedAndUndone) {
    ASSERT_EQ(zones.rowCount(), 3);
    ASSERT_EQ(zones.body_count(), 2);
    const Design before = document.design();
    const int row = 1; // party, as codes go
    ASSERT_EQ(zones.rowHead(row).value(QStringLiteral("id")).toString(), words(AnyId(party.zone)));
    const auto mark = [&](int column) {
        return zones.data(zones.index(row, column), ZoneMatrix::StateRole).toString();
    };
    EXPECT_EQ(mark(0), "named");
    EXPECT_EQ(mark(1), "");
    ASSERT_TRUE(zones.toggle(row, 1));
    EXPECT_EQ(document.design().find(party.zone)->bodies, (std::vector<BodyId>{p, c}));
    EXPECT_EQ(mark(1), "named");
    EXPECT_EQ(document.history().undo_name()->en, "body C uses party zone party");
    ASSERT_TRUE(zones.toggle(row, 0));
    ASSERT_TRUE(zones.toggle(row, 1));
    EXPECT_TRUE(document.design().find(party.zone)->bodies.empty());
    EXPECT_EQ(mark(0), "implied") << "no other zone of desks is its own";
    EXPECT_EQ(mark(1), "") << "congress has one";
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(document.undo());
    EXPECT_EQ(document.design(), before);
    EXPECT_FALSE(zones.toggle(row, 2));
    EXPECT_FALSE(zones.toggle(7, 0));
}

TEST_F(MatricesTest, AGradeIsSetAndWhatTheCheckFindsStandsBesideIt) {
    ASSERT_TRUE(wait_for([&] { return checker.is_current(); }));
    const int row = 1;
    const auto problems = [&] { return zones.rowHead(row).value(QStringLiteral("problems")).toStringList(); };
    const auto wrong = [&] {
        return zones.data(zones.index(row, zones.body_count()), ZoneMatrix::ProblemRole).toBool();
    };
    const qsizetype before = problems().size();
    ASSERT_TRUE(zones.setGrade(row, QStringLiteral("secret-jimi"))); // not on a network that is none
    EXPECT_EQ(document.design().find(party.zone)->grading, Grading::secret_jimi);
    ASSERT_TRUE(wait_for([&] { return checker.is_current(); }));
    EXPECT_GT(problems().size(), before);
    EXPECT_TRUE(wrong());
    EXPECT_FALSE(zones.setGrade(row, QStringLiteral("nonsense")));
    EXPECT_FALSE(zones.setGrade(row, QStringLiteral("secret-jimi"))) << "it is so already";
    ASSERT_TRUE(document.undo());
    EXPECT_EQ(document.design(), design);
}

TEST_F(MatricesTest, FiguresAreThoseOfTheAddressPlan) {
    zones.setShown(true);
    const auto shown = [&](int figure) {
        return zones.data(zones.index(1, zones.body_count() + figure), Qt::DisplayRole).toString();
    };
    ASSERT_TRUE(wait_for([&] { return !shown(1).isEmpty(); }));
    EXPECT_EQ(shown(1), "1");
    EXPECT_EQ(shown(2), "1 / 251"); // a /24 without network, broadcast, two gateways and their shared address
    EXPECT_EQ(shown(3), "250");
    EXPECT_NEAR(zones.data(zones.index(1, zones.body_count() + 2), ZoneMatrix::ShareRole).toDouble(), 1 / 251.0, 1e-9);
}

TEST_F(MatricesTest, ZonesComeAndGo) {
    ASSERT_TRUE(document.perform({"加", "add"}, [&](Edit& edit) -> Result<void> {
        Zone row;
        row.id = ZoneId{next++};
        row.code = "zz";
        row.plane = plane_id;
        edit.put(std::move(row));
        return {};
    }));
    EXPECT_EQ(zones.rowCount(), 4);
    ASSERT_TRUE(document.undo());
    EXPECT_EQ(zones.rowCount(), 3);
}

} // namespace
} // namespace riser
