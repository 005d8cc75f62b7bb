// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/assets.h"
#include "model/file/sha256.h"

#include "tests/model/file/temporary_folder.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

namespace fs = std::filesystem;

TEST(Assets, AreStoredOnceUnderTheirHash) {
    const TemporaryFolder folder;
    const fs::path design = folder / "office.riser";
    const std::string bytes("0\nSECTION\0\xff", 11);
    const Result<std::string> hash = store_asset(design, bytes);
    ASSERT_TRUE(hash.has_value()) << to_string(hash.error(), Language::en);
    EXPECT_EQ(*hash, sha256(bytes));
    EXPECT_EQ(bytes_of(folder / ("office.assets/" + *hash)), bytes);
    const auto time = fs::last_write_time(folder / ("office.assets/" + *hash));
    EXPECT_EQ(*store_asset(design, bytes), *hash);
    EXPECT_EQ(fs::last_write_time(folder / ("office.assets/" + *hash)), time);
    EXPECT_EQ(*read_asset(design, *hash), bytes);
    EXPECT_TRUE(store_asset(design, "").has_value());
}

TEST(Assets, AreVerifiedWhenRead) {
    const TemporaryFolder folder;
    const fs::path design = folder / "office.riser";
    const std::string hash = *store_asset(design, "a plan");
    put_bytes(folder / ("office.assets/" + hash), "another");
    EXPECT_EQ(read_asset(design, hash).error().code, ErrorCode::bad_input);
    EXPECT_EQ(*store_asset(design, "a plan"), hash); // storing it again mends it
    EXPECT_EQ(*read_asset(design, hash), "a plan");
    fs::remove(folder / ("office.assets/" + hash));
    EXPECT_EQ(read_asset(design, hash).error().code, ErrorCode::not_found);
    put_bytes(folder / "secret", "x");
    EXPECT_EQ(read_asset(design, "../secret").error().code, ErrorCode::bad_input);
}

TEST(Assets, MissingAndDamagedOnesAreListed) {
    const TemporaryFolder folder;
    const fs::path path = folder / "office.riser";
    const std::string good = *store_asset(path, "good");
    const std::string bad = *store_asset(path, "bad");
    put_bytes(folder / ("office.assets/" + bad), "worse");
    const std::string gone = sha256("gone");
    Design design;
    std::uint64_t id = 0;
    for (const std::string& asset : {good, gone, bad, gone, std::string()}) {
        Underlay underlay;
        underlay.id = {++id};
        underlay.asset = asset;
        design.underlays.put(underlay);
    }
    std::vector<MissingAsset> missing = missing_assets(design, path);
    ASSERT_EQ(missing.size(), 2U);
    if (missing[0].hash == bad)
        std::swap(missing[0], missing[1]);
    EXPECT_EQ(missing[0].hash, gone);
    EXPECT_EQ(missing[0].fault, AssetFault::missing);
    EXPECT_EQ(missing[0].used_by, (std::vector<UnderlayId>{{2}, {4}}));
    EXPECT_EQ(missing[1].hash, bad);
    EXPECT_EQ(missing[1].fault, AssetFault::damaged);
}

TEST(Assets, GoWithADesignThatIsSavedElsewhere) {
    const TemporaryFolder folder;
    const fs::path here = folder / "a.riser", there = folder / "b.riser";
    const std::string stored = *store_asset(here, "a plan"), held = sha256("a scan"), gone = sha256("gone");
    Design design;
    std::uint64_t id = 0;
    for (const std::string& asset : {stored, held, gone}) {
        Underlay underlay;
        underlay.id = {++id};
        underlay.file = std::to_string(id) + ".dxf";
        underlay.asset = asset;
        design.underlays.put(underlay);
    }
    const AssetSource source{.designs = {folder / "none.riser", here},
                             .held = {{held, std::make_shared<const std::string>("a scan")}}};
    ASSERT_TRUE(carry_assets(design, source, there));
    EXPECT_EQ(*read_asset(there, stored), "a plan");
    EXPECT_EQ(*read_asset(there, held), "a scan");
    const std::vector<Text> absent = absent_assets(design, there);
    ASSERT_EQ(absent.size(), 1U);
    EXPECT_NE(absent[0].en.find("3.dxf"), std::string::npos) << absent[0].en;
    EXPECT_EQ(absent_assets(design, here).size(), 2U);
    put_bytes(folder / "linked.png", "bytes");
    const AssetSource beside{.designs = {here}, .held = {}};
    EXPECT_EQ(*beside.read_linked("linked.png"), "bytes");
    EXPECT_FALSE(beside.read_linked("absent.png"));
    EXPECT_EQ(beside.read("../secret").error().code, ErrorCode::bad_input);
}

} // namespace
} // namespace riser
