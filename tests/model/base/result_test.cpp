// SPDX-License-Identifier: GPL-3.0-or-later
// Results hold a value or an error; errors read as "FILE:LINE:COLUMN: what; what to do".
#include "model/base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace riser {
namespace {

Error wrong() {
    return {.code = ErrorCode::bad_input,
            .message = {"值不对", "the value is wrong"},
            .fix = {"改正", "mend it"},
            .where = {"plan.dxf", 12, 7}};
}

TEST(Result, HoldsAValueOrAnError) {
    Result<int> good = 5;
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 5);
    *good = 6;
    EXPECT_EQ(good.value(), 6);
    const Result<int> bad = wrong();
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::bad_input);
    EXPECT_TRUE(Result<void>{});
    EXPECT_FALSE(Result<void>{wrong()});
    Result<std::unique_ptr<int>> moved = std::make_unique<int>(3);
    EXPECT_EQ(*std::move(moved).value(), 3);
}

TEST(Result, SaysWhereWhatAndWhatToDo) {
    EXPECT_EQ(to_string(wrong(), Language::en), "plan.dxf:12:7: the value is wrong; mend it");
    EXPECT_EQ(to_string(wrong(), Language::zh), "plan.dxf:12:7: 值不对；改正");
    Error error = wrong();
    error.where.column = 0;
    EXPECT_EQ(to_string(error, Language::en), "plan.dxf:12: the value is wrong; mend it");
    error.where = {};
    error.fix = {};
    EXPECT_EQ(to_string(error, Language::en), "the value is wrong");
}

TEST(ResultDeathTest, TheValueOfAFailureIsNotRead) {
    const Result<int> bad = wrong();
    EXPECT_DEATH((void)bad.value(), "internal fault");
    EXPECT_DEATH(ensure(false, "two and two make five"), "two and two make five");
}

TEST(Result, GivesUpTheErrorToo) {
    Result<std::unique_ptr<int>> failed = wrong();
    const Error error = std::move(failed).error();
    EXPECT_EQ(error.message.en, "the value is wrong");
    EXPECT_EQ(error.where, (Where{"plan.dxf", 12, 7}));
    Result<void> nothing = wrong();
    EXPECT_EQ(std::move(nothing).error().fix.en, "mend it");
}

TEST(EnsureDeathTest, StopsWithItsSentenceAndPlace) {
    ensure(true, "holds");
    EXPECT_DEATH(ensure(false, "the sky fell"), "riser: internal fault: the sky fell \\(.*result_test.cpp:[0-9]+\\)");
}

} // namespace
} // namespace riser
