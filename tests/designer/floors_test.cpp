// SPDX-License-Identifier: GPL-3.0-or-later
// The floors panel without its window: what it does with floors, and that its counts follow every change.
#include "designer/session/floor_editor.h"
#include "designer/session/floors_model.h"

#include "designer/session/words.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/cascade.h"
#include "solvers/planning/steps.h"
#include "tests/designer/waiting.h"
#include "tests/support/builders.h"

#include <QAbstractItemModelTester>
#include <algorithm>
#include <random>

namespace riser {
namespace {

class Floors : public test::WithLoop {
  protected:
    Floors() {
        test::BuildingBuilder builder = test::office_block(3, 6);
        Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
        EXPECT_TRUE(perform_steps(edit, {}));
        document.adopt(std::move(edit).commit());
        QObject::connect(&editor, &FloorEditor::refused, [this](const Error& error) { refusal = error.message.en; });
    }
    QString floor(const std::string& label) {
        for (const Floor& row : document.design().floors)
            if (row.label == label)
                return words(AnyId(row.id));
        return {};
    }
    const Floor& row(const QString& id) { return *document.design().find(FloorId{id_of(id).value}); }
    // As a list made anew counts them.
    void expect_right() {
        const FloorsModel fresh(document, nullptr);
        ASSERT_EQ(model.rowCount(), fresh.rowCount());
        for (int i = 0; i < fresh.rowCount(); ++i)
            for (const int role :
                 {FloorsModel::IdRole, FloorsModel::LabelRole, FloorsModel::PointsRole, FloorsModel::ElevationRole})
                ASSERT_EQ(model.data(model.index(i), role), fresh.data(fresh.index(i), role)) << i;
    }

    Document document;
    FloorsModel model{document, nullptr};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    FloorEditor editor{document, nullptr};
    std::string refusal;
};

TEST_F(Floors, ACopyStandsOnTopWithItsPointsAndOneUndoTakesItAway) {
    const Design before = document.design();
    const int points = model.data(model.index(0), FloorsModel::PointsRole).toInt();
    ASSERT_GT(points, 0);
    const QString top = floor("3F");
    EXPECT_EQ(editor.nextLabel(top, true), "4F");
    const QString added = editor.add(top, true, "4F", "", "4.2 m", true);
    ASSERT_FALSE(added.isEmpty()) << refusal;
    EXPECT_EQ(row(added).storey_height, Millimetres(4'200));
    EXPECT_EQ(row(added).name.zh, "4F");
    EXPECT_EQ(model.data(model.index(0), FloorsModel::LabelRole).toString(), "4F");
    EXPECT_EQ(model.data(model.index(0), FloorsModel::PointsRole).toInt(), points);
    expect_right();
    document.undo();
    EXPECT_TRUE(document.design() == before);
    expect_right();
}

TEST_F(Floors, LabelsGoOn) {
    EXPECT_EQ(editor.nextLabel(floor("3F"), true), "4F");
    EXPECT_EQ(editor.nextLabel(floor("1F"), true), "1F-1"); // 2F is taken
    EXPECT_EQ(editor.nextLabel(floor("1F"), false), "B1");
    ASSERT_FALSE(editor.add(floor("1F"), false, "B1", "", "4000", false).isEmpty()) << refusal;
    EXPECT_EQ(editor.nextLabel(floor("B1"), false), "B2");
    EXPECT_EQ(editor.nextLabel(floor("B1"), true), "B1-1"); // 1F is taken
    EXPECT_EQ(row(floor("B1")).elevation, Millimetres(-4'000));
}

TEST_F(Floors, WhatIsRefusedSaysWhyAndChangesNothing) {
    const Design before = document.design();
    EXPECT_EQ(editor.add(floor("3F"), true, "2F", "", "4000", false), QString());
    EXPECT_NE(refusal.find("2F"), std::string::npos);
    EXPECT_EQ(editor.add(floor("3F"), true, "9F", "", "four", false), QString());
    EXPECT_NE(refusal.find("no length"), std::string::npos);
    EXPECT_FALSE(editor.move(floor("3F"), true));
    EXPECT_FALSE(editor.change(floor("3F"), "1F", "", "8000", "4000"));
    EXPECT_FALSE(editor.change(floor("2F"), "2F", "2F", "100", "4000"));
    EXPECT_TRUE(document.design() == before);
    EXPECT_EQ(document.history().position(), 0U);
}

TEST_F(Floors, HeightsAndLabelsAreOneStep) {
    const QString second = floor("2F");
    ASSERT_TRUE(editor.change(second, "2A", "二层", "4 m", "5 m")) << refusal;
    EXPECT_EQ(row(second).label, "2A");
    EXPECT_EQ(row(second).storey_height, Millimetres(5'000));
    EXPECT_EQ(row(floor("3F")).elevation, Millimetres(9'000));
    EXPECT_EQ(document.history().position(), 1U);
    expect_right();
}

TEST_F(Floors, DeletingNamesWhatGoesWithIt) {
    editor.set_language(Language::en);
    const QString second = floor("2F");
    const auto rooms = std::ranges::count(document.design().rooms, FloorId{id_of(second).value}, &Room::floor);
    EXPECT_NE(editor.goesWith(second).indexOf(QStringLiteral("× %1").arg(rooms)), -1)
        << editor.goesWith(second).toStdString();
    ASSERT_TRUE(editor.remove(second)) << refusal;
    EXPECT_EQ(model.rowCount(), 2);
    expect_right();
}

TEST_F(Floors, CountsFollowEveryChange) {
    std::mt19937 random(3);
    for (int step = 0; step < 120; ++step) {
        std::vector<OutletId> outlets;
        for (const Outlet& outlet : document.design().outlets)
            outlets.push_back(outlet.id);
        std::vector<FloorId> floors;
        for (const Floor& row : document.design().floors)
            floors.push_back(row.id);
        const OutletId any = outlets[random() % outlets.size()];
        const FloorId to = floors[random() % floors.size()];
        const auto what = random() % 6;
        if (what == 4)
            document.undo();
        else if (what == 5)
            document.redo();
        else
            (void)document.perform({"改", "Change"}, [&](Edit& edit) -> Result<void> {
                if (what == 0)
                    return delete_row(edit, any);
                if (what == 1)
                    return edit.update(any, [&](Outlet& row) { row.floor = to; });
                if (what == 2)
                    return edit.update(any, [&](Outlet& row) { row.place.x += 10; });
                Outlet copy = *edit.design().find(any);
                copy.id = {};
                copy.label += "x";
                const OutletId added = edit.put(copy);
                for (const Jack& jack : Design(edit.design()).jacks)
                    if (jack.outlet == any) {
                        Jack twin = jack;
                        twin.id = {};
                        twin.outlet = added;
                        edit.put(twin);
                    }
                return {};
            });
        expect_right();
    }
}

} // namespace
} // namespace riser
