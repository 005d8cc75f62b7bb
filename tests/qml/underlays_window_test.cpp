// SPDX-License-Identifier: GPL-3.0-or-later
// A picture under the plan: it lies under everything and is out of the way, its edge selects it, and a drag by the edge
// moves it, once it is selected.
#include "model/file/save.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <QImage>

#include <gtest/gtest.h>

#include <cmath>

namespace riser::test {
namespace {

struct UnderlayWindowTest : ::testing::Test {
    UnderlayWindowTest() {
        EXPECT_TRUE(save_design(office_block(1, 4).design, path));
        EXPECT_TRUE(window.open(path));
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::lightGray);
        picture.setDotsPerMeterX(10'000); // 0.1 mm a dot
        picture.setDotsPerMeterY(10'000);
        const QString file = QString::fromStdString((folder / "scan.png").string());
        EXPECT_TRUE(picture.save(file));
        window.session().underlays()->place(QUrl::fromLocalFile(file));
        EXPECT_TRUE(window.wait_for(
            [&] { return window.design().underlays.size() == 1 && !window.session().underlays()->busy(); }));
        // To where nothing else is; it does not count for fitting.
        EXPECT_TRUE(window.document().perform({"放", "lay"}, [&](Edit& edit) {
            return edit.update(id(), [](Underlay& row) {
                row.offset_x = 0;
                row.offset_y = -30'000;
                row.scale_ppm = 30'000'000; // 30 mm a dot: 12 m by 9 m
            });
        }));
        QTest::qWait(200);
        window.canvas().reveal(words(AnyId(id())));
        (void)window.picture();
    }
    UnderlayId id() { return window.design().underlays.begin()->id; }
    Underlay now() { return *window.design().underlays.begin(); }
    // The middle of the left edge.
    Point edge() {
        const PaperBox box = *window.canvas().picture()->box_of(id());
        return {static_cast<std::int32_t>(box.low.x), static_cast<std::int32_t>(-(box.low.y + box.high.y) / 2)};
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "offices.riser";
    TestWindow window;
};

TEST_F(UnderlayWindowTest, ADragByItsEdgeMovesItOnceItIsSelected) {
    const Underlay laid = now();
    const Design before = window.design();
    const Point from = edge();
    const CanvasView& view = window.canvas();
    const Point by{static_cast<std::int32_t>(view.millimetres(80)), static_cast<std::int32_t>(view.millimetres(40))};
    const Point to{from.x + by.x, from.y + by.y};
    window.drag(from, to);
    EXPECT_EQ(now(), laid) << "not selected yet: the drag draws a box";
    window.key(Qt::Key_Escape);
    window.click(from);
    ASSERT_EQ(window.session().selection().ids(), std::vector<AnyId>{id()});
    const auto near = static_cast<std::int64_t>(view.millimetres(16)); // it snaps
    window.drag(from, to);
    const Underlay moved = now();
    EXPECT_LE(std::abs(moved.offset_x - laid.offset_x - by.x), near);
    EXPECT_LE(std::abs(moved.offset_y - laid.offset_y - by.y), near);
    EXPECT_EQ(window.session().undo_name(), "Move the underlay");
    const PaperBox shown = *window.canvas().picture()->box_of(id());
    EXPECT_NEAR(shown.low.x, from.x + static_cast<double>(moved.offset_x - laid.offset_x), 2)
        << "and it is drawn there";
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(window.design(), before);
}

TEST_F(UnderlayWindowTest, ItsInsideIsNotTakenHoldOf) {
    const Underlay laid = now();
    window.click(edge());
    ASSERT_TRUE(window.session().selection().holds(id()));
    const PaperBox box = *window.canvas().picture()->box_of(id());
    const Point inside{static_cast<std::int32_t>((box.low.x + box.high.x) / 2),
                       static_cast<std::int32_t>(-(box.low.y + box.high.y) / 2)};
    window.drag(inside, {inside.x + 2'000, inside.y + 1'000});
    EXPECT_EQ(now(), laid);
}

} // namespace
} // namespace riser::test
