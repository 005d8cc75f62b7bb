// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue without its panel: found by words, features and price, counted, copied, edited, used and deleted.
#include "designer/session/design_session.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/support/builders.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace riser {
namespace {

struct CatalogueTest : ::testing::Test {
    CatalogueTest() {
        session.set_language("en");
        test::BuildingBuilder builder = test::office_block(1, 2);
        Edit edit(builder.design, {}, builder.ids);
        BillItem bill;
        bill.code = "0301";
        bill.unit = "m";
        bill.price = Money{450};
        cheap = add(edit, "CAT-A", 4, edit.put(bill));
        dear = add(edit, "CAT-B", 8, {});
        Cable row;
        row.type = cheap;
        row.label = "C-1";
        cable = edit.put(row);
        session.document().adopt(std::move(edit).commit());
        catalogue.setShown(true);
        catalogue.set_kind("cable_types");
    }
    static CableTypeId add(Edit& edit, std::string code, std::int32_t elements, std::optional<BillItemId> bill) {
        CableType type;
        type.code = std::move(code);
        type.elements = elements;
        type.bill_item = bill;
        return edit.put(type);
    }
    static QString text(AnyId id) { return QString::fromStdString(to_string(id)); }
    const Design& design() { return session.document().design(); }
    QStringList shown(const char* query) {
        catalogue.set_query(QString::fromUtf8(query));
        QStringList out;
        for (int row = 0; row < catalogue.rowCount(); ++row)
            out << catalogue.index(row).data(CatalogueModel::CodeRole).toString();
        return out;
    }
    int uses(AnyId type) {
        for (int row = 0; row < catalogue.rowCount(); ++row)
            if (catalogue.index(row).data(CatalogueModel::IdRole).toString() == text(type))
                return catalogue.index(row).data(CatalogueModel::UsesRole).toInt();
        return -1;
    }

    DesignSession session;
    CatalogueModel& catalogue = *static_cast<CatalogueModel*>(session.catalogue());
    const QAbstractItemModelTester tester{&catalogue, QAbstractItemModelTester::FailureReportingMode::Fatal};
    CableTypeId cheap, dear;
    CableId cable;
};

TEST_F(CatalogueTest, TypesAreFoundByWordsFeaturesAndPrice) {
    const qsizetype all = shown("").size();
    EXPECT_EQ(all, static_cast<qsizetype>(design().cable_types.size()));
    EXPECT_EQ(shown("cat-b"), QStringList{"CAT-B"});
    EXPECT_EQ(shown("elements>4"), QStringList{"CAT-B"});
    EXPECT_EQ(shown("price<5"), QStringList{"CAT-A"});
    EXPECT_EQ(shown("price=4.50"), QStringList{"CAT-A"});
    EXPECT_EQ(shown("price>4.5"), QStringList{});
    EXPECT_EQ(shown("cat-b price<5"), QStringList{});
    catalogue.set_kind("");
    EXPECT_GT(shown("").size(), all);
    EXPECT_EQ(catalogue.kinds().size(), 5);
}

TEST_F(CatalogueTest, UsersAreCountedAndAnotherTypeIsOneStep) {
    EXPECT_EQ(uses(cheap), 1);
    EXPECT_EQ(uses(dear), 0);
    catalogue.choose(text(dear));
    EXPECT_FALSE(catalogue.useForSelected().isEmpty()); // nothing is selected
    session.selection().set({cable});
    const Design before = design();
    EXPECT_EQ(catalogue.useForSelected(), "");
    EXPECT_EQ(design().find(cable)->type, dear);
    EXPECT_EQ(uses(dear), 1);
    ASSERT_EQ(catalogue.users().size(), 1);
    EXPECT_EQ(catalogue.users()[0].toMap()["id"].toString(), text(cable));
    session.undo();
    EXPECT_TRUE(design() == before);
    // A room is of no cable type.
    session.selection().set({design().rooms.begin()->id});
    EXPECT_FALSE(catalogue.useForSelected().isEmpty());
    EXPECT_TRUE(design() == before);
}

TEST_F(CatalogueTest, ACopyIsChosenEditedAndDeletedWhatIsUsedStays) {
    const std::size_t before = design().cable_types.size();
    catalogue.choose(text(cheap));
    EXPECT_TRUE(catalogue.remove().contains("C-1")); // names who uses it
    EXPECT_EQ(catalogue.duplicate(), "");
    ASSERT_EQ(design().cable_types.size(), before + 1);
    const CableTypeId copy{parse_any_id(catalogue.chosen().toStdString())->value};
    EXPECT_NE(copy, cheap);
    auto& form = *static_cast<InspectorModel*>(catalogue.form());
    EXPECT_EQ(form.set("elements", "25"), "");
    EXPECT_EQ(design().find(copy)->elements, 25);
    EXPECT_EQ(design().find(cheap)->elements, 4);
    EXPECT_TRUE(session.selection().empty()); // what is selected on the plan is another matter
    EXPECT_EQ(catalogue.remove(), "");
    EXPECT_EQ(design().cable_types.size(), before);
    EXPECT_EQ(catalogue.chosen(), "");
    EXPECT_EQ(form.rowCount(), 0);
}

TEST_F(CatalogueTest, TypesOfDevicesComeFromFilesAllOrNone) {
    TemporaryFolder folder;
    const auto file = [&](const char* name, const std::string& bytes) {
        put_bytes(folder / name, bytes);
        return QUrl::fromLocalFile(QString::fromStdString((folder / name).string()));
    };
    const QUrl good = file("a.yaml", "manufacturer: M\nmodel: A\ninterfaces:\n  - name: P1\n    type: 1000base-t\n");
    const QUrl bad = file("b.yaml", "manufacturer: M\n");
    const Design before = design();
    EXPECT_TRUE(catalogue.importTypes({good, bad}).contains("b.yaml:1:1"));
    EXPECT_EQ(design(), before);
    EXPECT_EQ(catalogue.importTypes({good}), "");
    ASSERT_EQ(design().equipment_types.size(), before.equipment_types.size() + 1);
    EXPECT_EQ(catalogue.kind(), "equipment_types");
    EXPECT_EQ(catalogue.chosen_name(), "A");
    EXPECT_TRUE(catalogue.notes().contains("cannot be told"));
    EXPECT_NE(catalogue.importTypes({good}), "") << "it is there";
    session.undo();
    EXPECT_EQ(design(), before);
    EXPECT_EQ(catalogue.notes(), "");
}

} // namespace
} // namespace riser
