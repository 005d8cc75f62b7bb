// SPDX-License-Identifier: GPL-3.0-or-later
// For a screen reader and for hands without a mouse: whatever the window shows, in both languages, every control has a
// name made of words and is reached by Tab, and what only a mouse area makes clickable is named and stands in a list
// that the keys reach.
#include "model/file/save.h"
#include "solvers/planning/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace riser::test {
namespace {

// The window's own words on it, not what Qt makes of its text.
QObject* accessible(const QQuickItem& item) {
    for (QObject* child : item.children())
        if (child->inherits("QQuickAccessibleAttached"))
            return child;
    return nullptr;
}

bool is_named(const QQuickItem& item) {
    const QObject* words = accessible(item);
    const QString name = words ? words->property("name").toString() : QString();
    return std::ranges::any_of(name, [](QChar c) { return c.isLetterOrNumber(); });
}

bool is_ignored(const QQuickItem& item) {
    const QObject* words = accessible(item);
    return words && words->property("ignored").toBool();
}

bool is_control(const QQuickItem& item) {
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickComboBox") || item.inherits("QQuickTextField");
}

std::string description(const QQuickItem& item) {
    std::string out = item.metaObject()->className();
    if (const QObject* words = accessible(item))
        out += " '" + words->property("name").toString().toStdString() + "'";
    for (const char* property : {"text", "placeholderText", "key", "label"})
        if (const QString value = item.property(property).toString(); !value.isEmpty())
            out += std::string(" ") + property + "=" + value.toStdString();
    const QPointF at = item.mapToScene({});
    out += " at " + std::to_string(static_cast<int>(at.x())) + "," + std::to_string(static_cast<int>(at.y()));
    for (const QQuickItem* above = item.parentItem(); above; above = above->parentItem())
        if (QString(above->metaObject()->className()).contains("_QMLTYPE_"))
            return out + " in " + above->metaObject()->className();
    return out;
}

struct AccessibilityTest : ::testing::TestWithParam<const char*> {
    AccessibilityTest() {
        BuildingBuilder builder = office_block(2, 4);
        Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
        EXPECT_TRUE(perform_steps(edit, {}));
        EXPECT_TRUE(save_design(std::move(edit).commit(), path));
    }
    QQuickItem& root() { return *window.window().contentItem(); }
    // The dialog on top when it keeps the keys to itself until it is closed, else the window.
    QQuickItem& stage() {
        QQuickItem* top = nullptr;
        window.find([&](QQuickItem& item) {
            if (item.inherits("QQuickOverlay"))
                for (QQuickItem* child : item.childItems())
                    if (child->isVisible() && child->parent() &&
                        (child->parent()->property("modal").toBool() || child->hasActiveFocus()))
                        top = child;
            return false;
        });
        return top ? *top : root();
    }
    std::vector<QQuickItem*> all(const std::function<bool(QQuickItem&)>& wanted) {
        std::vector<QQuickItem*> out;
        window.find(
            [&](QQuickItem& item) {
                if (wanted(item))
                    out.push_back(&item);
                return false;
            },
            &stage());
        return out;
    }
    static bool in_view(const QQuickItem& item) {
        if (item.width() <= 0 || item.height() <= 0 || item.opacity() <= 0)
            return false;
        const QRectF box = item.mapRectToScene({0, 0, item.width(), item.height()});
        for (const QQuickItem* above = item.parentItem(); above; above = above->parentItem())
            if (above->clip() && !above->mapRectToScene({0, 0, above->width(), above->height()}).intersects(box))
                return false;
        return true;
    }
    std::set<QQuickItem*> reached_by_tab() {
        std::set<QQuickItem*> out;
        for (int i = 0; i < 400; ++i) {
            QTest::keyClick(&window.window(), Qt::Key_Tab);
            QQuickItem* now = window.window().activeFocusItem();
            if (!out.insert(now).second && i > 2 * static_cast<int>(out.size()))
                break;
        }
        return out;
    }
    void expect_accessible(const std::string& where) {
        SCOPED_TRACE(where);
        (void)window.picture();
        const std::set<QQuickItem*> reached = reached_by_tab();
        const auto is_reached = [&](QQuickItem* item) {
            return std::ranges::any_of(reached,
                                       [&](QQuickItem* at) { return at && (at == item || item->isAncestorOf(at)); });
        };
        const auto in_list = [&](QQuickItem* item) {
            for (QQuickItem* above = item->parentItem(); above; above = above->parentItem())
                if (above->inherits("QQuickListView") && is_reached(above))
                    return true;
            return false;
        };
        for (QQuickItem* item : all([](QQuickItem& i) { return is_control(i) && i.isEnabled() && in_view(i); })) {
            EXPECT_TRUE(is_named(*item)) << "no name: " << description(*item);
            EXPECT_TRUE(is_reached(item) || in_list(item)) << "no key leads to: " << description(*item);
        }
        // Cells of tables, and their headings, are the grid's own, which has the keys for both.
        for (QQuickItem* item : all([](QQuickItem& i) {
                 return i.inherits("QQuickMouseArea") && i.isEnabled() && in_view(i) && !is_ignored(i);
             })) {
            QQuickItem* owner = item->parentItem();
            if (QString(owner->metaObject()->className()).contains("QQuickRectangle") &&
                owner->property("display").isValid())
                continue;
            if (owner->property("heading").isValid() && is_named(*owner))
                continue;
            EXPECT_TRUE(is_named(*item) || is_named(*owner)) << "no name: area of " << description(*owner);
            EXPECT_TRUE(is_reached(item) || is_reached(owner) || in_list(item))
                << "no key leads to: area of " << description(*owner);
        }
    }
    void ask(const char* dialog, const QString& file = {}) {
        auto* life = window.window().property("life").value<QObject*>();
        QMetaObject::invokeMethod(life, "ask", Q_ARG(QVariant, QString(dialog)), Q_ARG(QVariant, file));
        QTest::qWait(100);
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "offices.riser";
    TestWindow window{GetParam()};
};

TEST_P(AccessibilityTest, TheStartAndEveryView) {
    expect_accessible("start");
    ASSERT_TRUE(window.open(path));
    window.session().selection().set({AnyId(window.design().rooms.begin()->id)});
    window.canvas().setProperty("tool", "outlet");
    expect_accessible("plan");
    for (const char* view : {"system", "racks", "tables"}) {
        window.window().setProperty("view", view);
        QTest::qWait(100);
        expect_accessible(view);
    }
    window.window().setProperty("view", "matrix");
    auto* matrix = window.window().property("matrix").value<QObject*>();
    for (const char* page : {"reach", "zones"}) {
        matrix->setProperty("page", page);
        QTest::qWait(100);
        expect_accessible(page);
    }
}

TEST_P(AccessibilityTest, EveryDialog) {
    ASSERT_TRUE(window.open(path));
    for (const char* dialog : {"preferences", "export", "unsaved", "keys", "about"}) {
        ask(dialog);
        ASSERT_NE(&stage(), &root()) << dialog;
        expect_accessible(dialog);
        window.key(Qt::Key_Escape);
        ASSERT_TRUE(window.wait_for([&] { return &stage() == &root(); })) << dialog;
    }
    ask("import", RISER_SOURCE_DIR "/examples/administrative-building/plans/3F-4F.dxf");
    ASSERT_TRUE(window.wait_for([&] { return window.session().importer()->ready(); }));
    expect_accessible("import");
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.wait_for([&] { return &stage() == &root(); }));
    window.key(Qt::Key_K, Qt::ControlModifier);
    expect_accessible("search");
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.wait_for([&] { return &stage() == &root(); }));
    ask("history");
    expect_accessible("history");
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.wait_for([&] { return all([](QQuickItem& i) { return i.property("key") == "Esc"; }).empty(); }));
    window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    expect_accessible("planning");
    window.key(Qt::Key_Escape);
}

TEST_P(AccessibilityTest, WaivingAFindingWithoutAMouse) {
    ASSERT_TRUE(window.open(path));
    const OutletId outlet = window.design().outlets.begin()->id;
    ASSERT_TRUE(window.document().perform({"移", "move"}, [&](Edit& edit) {
        return edit.update(outlet, [](Outlet& row) { row.place = {-3'000, 1'000}; });
    }));
    ASSERT_TRUE(window.settle());
    window.key(Qt::Key_F8);
    const QString waive = GetParam() == std::string("en") ? QStringLiteral("Waive…") : QStringLiteral("豁免…");
    ASSERT_TRUE(window.wait_for([&] { return window.sees(waive); }));
    QQuickItem* const button = window.named(waive);
    ASSERT_TRUE(reached_by_tab().contains(button));
    for (int i = 0; i < 400 && window.window().activeFocusItem() != button; ++i)
        window.key(Qt::Key_Tab);
    window.key(Qt::Key_Space);
    ASSERT_TRUE(window.wait_for([&] { return &stage() != &root(); }));
    expect_accessible("waive");
}

TEST_P(AccessibilityTest, TheMenuOpensWithItsKeyAndIsWalkedWithArrows) {
    ASSERT_TRUE(window.open(path));
    const auto items = [&] { return all([](QQuickItem& item) { return item.inherits("QQuickMenuItem"); }); };
    ASSERT_TRUE(items().empty());
    window.key(Qt::Key_F10);
    ASSERT_TRUE(window.wait_for([&] { return items().size() > 20; }));
    for (QQuickItem* item : items())
        EXPECT_FALSE(item->property("text").toString().isEmpty());
    window.key(Qt::Key_Down);
    EXPECT_TRUE(std::ranges::any_of(items(), [](QQuickItem* item) { return item->property("highlighted").toBool(); }));
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.wait_for([&] { return items().empty(); }));
}

INSTANTIATE_TEST_SUITE_P(Languages, AccessibilityTest, ::testing::Values("en", "zh"),
                         [](const auto& language) { return std::string(language.param); });

} // namespace
} // namespace riser::test
