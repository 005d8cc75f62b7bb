// SPDX-License-Identifier: GPL-3.0-or-later
// The issuing dialog without its window: new sheets, issuing and withdrawing, and that every edit of an issued design
// retires what it gives up, with its day.
#include "designer/session/sheets.h"

#include "designer/session/words.h"
#include "model/edits/cascade.h"
#include "model/edits/label_edits.h"
#include "solvers/planning/steps.h"
#include "tests/designer/waiting.h"
#include "tests/support/builders.h"

#include <QStringList>

namespace riser {
namespace {

class SheetList : public test::WithLoop {
  protected:
    SheetList() {
        test::BuildingBuilder builder = test::office_block(2, 3);
        Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
        EXPECT_TRUE(perform_steps(edit, {}));
        document.adopt(std::move(edit).commit());
        sheets.set_language(Language::en);
        QObject::connect(&sheets, &Sheets::refused, [this](const Error& error) { refusal = error.message.en; });
        QObject::connect(&sheets, &Sheets::done, [this](const QString& what) { told = what.toStdString(); });
        QObject::connect(&sheets, &Sheets::changed, [this] { ++changes; });
    }
    QString first() const { return sheets.list().front().toMap().value(QStringLiteral("id")).toString(); }
    QString state() const { return sheets.list().front().toMap().value(QStringLiteral("state")).toString(); }

    Document document;
    Sheets sheets{document, nullptr};
    std::string refusal, told;
    int changes = 0;
};

TEST_F(SheetList, ASheetIsMadeIssuedAndWithdrawnByARevision) {
    EXPECT_EQ(sheets.nextNumber(), QStringLiteral("ELV-02"));
    const QString floor = words(AnyId(document.design().floors.begin()->id));
    ASSERT_TRUE(sheets.add(QStringLiteral("ELV-02"), QStringLiteral("floor-plan"), floor));
    EXPECT_FALSE(sheets.add(QStringLiteral("ELV-02"), QStringLiteral("racks"), {}));
    EXPECT_NE(refusal.find("already"), std::string::npos) << refusal;
    EXPECT_EQ(sheets.nextNumber(), QStringLiteral("ELV-03"));
    EXPECT_EQ(state(), QStringLiteral("not issued"));
    ASSERT_TRUE(sheets.issue({first()}, {}, {}, {}));
    EXPECT_NE(told.find("labels frozen: "), std::string::npos);
    EXPECT_EQ(told.find("labels frozen: 0"), std::string::npos) << told;
    EXPECT_EQ(state(), words(to_string(date_of_today())));
    EXPECT_FALSE(sheets.withdraw({first()}, {}, {}, {}));
    EXPECT_NE(refusal.find("revision"), std::string::npos) << refusal;
    ASSERT_TRUE(sheets.withdraw({first()}, QStringLiteral("A"), QStringLiteral("Li"), QStringLiteral("moved")));
    EXPECT_EQ(state(), QStringLiteral("not issued A"));
    EXPECT_EQ(changes, 3);
    document.undo();
    EXPECT_EQ(state(), words(to_string(date_of_today())));
}

TEST_F(SheetList, WhatAnEditGivesUpIsRetiredToday) {
    ASSERT_TRUE(sheets.add(QStringLiteral("ELV-02"), QStringLiteral("schedule"), {}));
    ASSERT_TRUE(sheets.issue({first()}, {}, {}, {}));
    const Outlet outlet = *document.design().outlets.begin();
    ASSERT_TRUE(document.perform({"删", "delete"}, [&](Edit& edit) { return delete_row(edit, outlet.id); }));
    EXPECT_TRUE(is_retired_label(document.design(), Kind::outlets, outlet.label));
    for (const RetiredLabel& row : document.design().retired_labels)
        EXPECT_EQ(row.retired, date_of_today());
    document.undo();
    EXPECT_FALSE(is_retired_label(document.design(), Kind::outlets, outlet.label)) << "undo is as if it never was";
}

} // namespace
} // namespace riser
