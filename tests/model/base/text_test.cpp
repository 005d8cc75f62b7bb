// SPDX-License-Identifier: GPL-3.0-or-later
// Bilingual texts, filling of patterns, and UTF-8 against tables of good and bad sequences.
#include "model/base/text.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

TEST(Text, OneLanguageStandsInForTheOther) {
    const Text both{"办公室", "Office"};
    EXPECT_EQ(both.in(Language::zh), "办公室");
    EXPECT_EQ(both.in(Language::en), "Office");
    EXPECT_EQ((Text{"办公室", ""}).in(Language::en), "办公室");
    EXPECT_EQ((Text{"", "Office"}).in(Language::zh), "Office");
    EXPECT_TRUE(Text{}.empty());
    EXPECT_EQ(same_text("A").zh, same_text("A").en);
}

TEST(Text, FillPutsValuesInTheirLanguage) {
    const Text pattern{"{subject} 长 {actual}", "{subject} is {actual} long"};
    const Text out = fill(pattern, {{"subject", {"缆线", "the cable"}}, {"actual", same_text("92 m")}});
    EXPECT_EQ(out.zh, "缆线 长 92 m");
    EXPECT_EQ(out.en, "the cable is 92 m long");
    // What is unknown or unclosed stays as it stands; values are not filled again.
    EXPECT_EQ(fill("{a} {b} {", {{"a", same_text("{b}")}}, Language::en), "{b} {b} {");
    EXPECT_EQ(fill("", {}, Language::en), "");
}

TEST(Text, Utf8IsToldFromWhatIsNot) {
    for (const std::string_view good :
         {"", "plain", "办公室", "\xf0\x9f\x8f\x9b", "\xed\x9f\xbf", "\xee\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const std::string_view bad :
         {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80",
          "\xf5\x80\x80\x80", "\xc3", "\xe5\x8a", "a\xff"})
        EXPECT_FALSE(is_utf8(bad));
    std::size_t good = 99;
    EXPECT_FALSE(is_utf8("ab\xe5\x8a\x9e\xff", &good));
    EXPECT_EQ(good, 5U);
}

// Every code point written as UTF-8 is accepted; flipping one byte of a character never turns it into more characters
// than bytes.
TEST(Text, AllCodePointsAreValid) {
    for (std::uint32_t c = 1; c <= 0x10ffff; c += 7) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        std::string s;
        const auto put = [&](std::uint32_t byte) { s += static_cast<char>(byte); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | c >> 6), put(0x80 | (c & 63));
        } else if (c < 0x10000) {
            put(0xe0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
        } else {
            put(0xf0 | c >> 18), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
        }
        ASSERT_TRUE(is_utf8(s)) << c;
        ASSERT_EQ(code_points(s), 1U) << c;
        if (s.size() > 1) {
            ASSERT_FALSE(is_utf8(s.substr(0, s.size() - 1))) << c;
            ASSERT_FALSE(is_utf8(s.substr(1))) << c;
        }
    }
}

TEST(Fill, LeavesWhatItDoesNotKnow) {
    const auto one = [](std::string_view pattern) { return fill(pattern, {{"a", same_text("X")}}, Language::en); };
    EXPECT_EQ(one("{b} {a} {}"), "{b} X {}");
    EXPECT_EQ(one("{a"), "{a");
    EXPECT_EQ(one("a}{a}"), "a}X");
    EXPECT_EQ(one("{a}{a}"), "XX");
    EXPECT_EQ(one("{ a}{A}"), "{ a}{A}");
    EXPECT_EQ(fill("{a} {b}", {{"a", same_text("{b}")}, {"b", same_text("{a}")}}, Language::en), "{b} {a}");
    EXPECT_EQ(fill(Text{"{n}！", "{n}!"}, {{"n", {"会议室", ""}}}), (Text{"会议室！", "会议室!"}));
}

struct Bytes {
    std::string_view bytes;
    std::size_t valid_prefix;
};

// Unicode 15, table 3-7, at its edges.
TEST(Utf8, RefusesBadSequences) {
    using namespace std::string_view_literals;
    const Bytes table[] = {
        {"\xbf"sv, 0},                     // a lone continuation
        {"a\x80z"sv, 1},                   // one after text
        {"\xc0\xaf"sv, 0},                 // overlong slash
        {"\xc1\xbf"sv, 0},                 // overlong of two, the last
        {"\xc2"sv, 0},                     // truncated at the end
        {"\xc2z"sv, 0},                    // lead without continuation
        {"\xc2\xc2"sv, 0},                 // two leads
        {"\xdf\x7f"sv, 0},                 // just below a continuation
        {"\xe0\x9f\xbf"sv, 0},             // overlong of three, the last
        {"\xe4\xbc\x9a\xe4\xbc"sv, 3},     // whole, then truncated
        {"\xe4z\x9a"sv, 0},                // broken in the middle
        {"\xe4\xbcz"sv, 0},                // broken at the end
        {"\xed\xa0\x80"sv, 0},             // the first surrogate
        {"\xed\xbf\xbf"sv, 0},             // the last surrogate
        {"\xed\xa0\x81\xed\xb0\x80"sv, 0}, // a pair of surrogates (CESU-8)
        {"\xf0\x8f\xbf\xbf"sv, 0},         // overlong of four, the last
        {"\xf0\x9f\x98"sv, 0},             // truncated
        {"\xf0\x9f\x98z"sv, 0},            // broken at the end
        {"\xf4\x90\x80\x80"sv, 0},         // the first above U+10FFFF
        {"\xf8\x88\x80\x80\x80"sv, 0},     // five bytes
        {"\xfc\x84\x80\x80\x80\x80"sv, 0}, // six bytes
        {"\xfe"sv, 0},                     // never a lead
        {"ok\xff\xfe"sv, 2},               // a byte order mark of UTF-16
        {"\xd6\xd0\xce\xc4"sv, 0},         // 中文 as GB 18030
    };
    for (const Bytes& bad : table) {
        std::size_t prefix = 99;
        EXPECT_FALSE(is_utf8(bad.bytes, &prefix)) << ::testing::PrintToString(bad.bytes);
        EXPECT_EQ(prefix, bad.valid_prefix) << ::testing::PrintToString(bad.bytes);
    }
}

// Law: of all sequences of up to three bytes, as many are valid as there are code points to spell them.
TEST(Utf8, TakesNothingElseOfThreeBytes) {
    std::size_t two = 0;
    std::size_t three = 0;
    for (unsigned bytes = 0; bytes < 1U << 16; ++bytes) {
        const char text[] = {static_cast<char>(bytes >> 8), static_cast<char>(bytes)};
        two += is_utf8({text, 2});
    }
    for (unsigned bytes = 0; bytes < 1U << 24; ++bytes) {
        const char text[] = {static_cast<char>(bytes >> 16), static_cast<char>(bytes >> 8), static_cast<char>(bytes)};
        three += is_utf8({text, 3});
    }
    constexpr std::size_t spelt_in_two = 0x800 - 0x80;
    constexpr std::size_t spelt_in_three = 0x10000 - 0x800 - 0x800;
    EXPECT_EQ(two, 128U * 128U + spelt_in_two);
    EXPECT_EQ(three, 128U * 128U * 128U + 2 * 128U * spelt_in_two + spelt_in_three);
}

TEST(CodePoints, CountInvalidBytesOneEach) {
    EXPECT_EQ(code_points(""), 0U);
    EXPECT_EQ(code_points("3F-A"), 4U);
    EXPECT_EQ(code_points("弱电间"), 3U);
    EXPECT_EQ(code_points("😀é"), 2U);
    EXPECT_EQ(code_points("\x80"), 1U);
    EXPECT_EQ(code_points("\x80\xbf\xff"), 3U);
    EXPECT_EQ(code_points("a\xe4\xbcz"), 4U);
    EXPECT_EQ(code_points("\xed\xa0\x80"), 3U);
    EXPECT_EQ(code_points("会\xe4"), 2U);
}

} // namespace
} // namespace riser
