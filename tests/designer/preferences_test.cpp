// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/preferences.h"

#include "tests/designer/waiting.h"
#include "tests/model/file/temporary_folder.h"

namespace riser {
namespace {

class Preferring : public test::WithLoop {
  protected:
    TemporaryFolder folder;
    QString file() const { return QString::fromStdString((folder / "p.ini").string()); }
};

TEST_F(Preferring, AreKept) {
    {
        Preferences preferences;
        preferences.load(file());
        EXPECT_EQ(preferences.language(), "");
        EXPECT_FALSE(preferences.dark());
        EXPECT_TRUE(preferences.snaps());
        preferences.set_language("en");
        preferences.set_dark(true);
        preferences.set_snaps(false);
        preferences.set_author("张三");
        preferences.add_recent("/somewhere/a.riser");
    }
    Preferences again;
    again.load(file());
    EXPECT_EQ(again.language(), "en");
    EXPECT_TRUE(again.dark());
    EXPECT_FALSE(again.snaps());
    EXPECT_EQ(again.author(), "张三");
    EXPECT_EQ(again.recent_paths(), QStringList({"/somewhere/a.riser"}));
}

TEST_F(Preferring, BeforeTheyAreLoadedTheyTouchNoDisk) {
    Preferences preferences;
    preferences.set_author("nobody");
    preferences.add_recent("/a.riser");
    EXPECT_TRUE(folder.names().empty());
    Preferences others;
    others.load(file());
    EXPECT_EQ(others.author(), "");
    EXPECT_TRUE(others.recent_paths().isEmpty());
}

TEST_F(Preferring, RecentsComeLatestFirstOnceEachAndTenAtMost) {
    put_bytes(folder / "7.riser", "");
    Preferences preferences;
    for (int i = 0; i < 12; ++i)
        preferences.add_recent(folder / (std::to_string(i) + ".riser"));
    preferences.add_recent(folder / "7.riser");
    ASSERT_EQ(preferences.recents().size(), 10);
    const QVariantMap first = preferences.recents().front().toMap();
    EXPECT_EQ(first.value("name").toString(), "7.riser");
    EXPECT_TRUE(first.value("there").toBool());
    EXPECT_FALSE(preferences.recents().at(1).toMap().value("there").toBool());
    preferences.forgetRecent(first.value("url").toUrl());
    EXPECT_EQ(preferences.recents().front().toMap().value("name").toString(), "11.riser");
    EXPECT_EQ(preferences.recents().size(), 9);
}

} // namespace
} // namespace riser
