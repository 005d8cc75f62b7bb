// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities for people (rounded as stated) and from decks (exact or nothing).
#include "model/base/units.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

TEST(Units, AddCompareAndScale) {
    EXPECT_EQ(metres(90) + millimetres(500), Millimetres(90'500));
    EXPECT_EQ(metres(1) - metres(3), Millimetres(-2'000));
    EXPECT_EQ(-metres(1), Millimetres(-1'000));
    EXPECT_EQ(3 * metres(2), metres(6));
    EXPECT_LT(metres(89), metres(90));
    EXPECT_EQ(percent(40).value, 4'000);
    EXPECT_EQ(watts(30).value, 30'000);
    EXPECT_EQ(megabits(10).value, 10'000'000);
    EXPECT_EQ(celsius(-5).value, -50);
}

TEST(Units, DisplayRoundsHalfAwayFromZero) {
    EXPECT_EQ(display(Millimetres(45'500)), "45.5 m");
    EXPECT_EQ(display(Millimetres(45'549)), "45.5 m");
    EXPECT_EQ(display(Millimetres(45'550)), "45.6 m");
    EXPECT_EQ(display(Millimetres(-45'550)), "-45.6 m");
    EXPECT_EQ(display(Millimetres(-40)), "0.0 m");
    EXPECT_EQ(display(Millimetres(0)), "0.0 m");
    EXPECT_EQ(display(SquareMillimetres(12'345'678)), "12.3 m²");
    EXPECT_EQ(display(BasisPoints(3'750)), "37.5 %");
    EXPECT_EQ(display(BasisPoints(5)), "0.05 %");
    EXPECT_EQ(display(BasisPoints(10'000)), "100 %");
    EXPECT_EQ(display(DeciCelsius(200)), "20 °C");
    EXPECT_EQ(display(DeciCelsius(-5)), "-0.5 °C");
    EXPECT_EQ(display(BitRate(1'000'000'000)), "1 Gbit/s");
    EXPECT_EQ(display(BitRate(2'500'000'000)), "2.5 Gbit/s");
    EXPECT_EQ(display(BitRate(999)), "999 bit/s");
    EXPECT_EQ(display(Milliwatts(15'400)), "15.4 W");
}

TEST(Units, ReadsWhatDecksWrite) {
    Millimetres length;
    EXPECT_TRUE(parse_quantity("90 m", length));
    EXPECT_EQ(length, metres(90));
    EXPECT_TRUE(parse_quantity("8100 mm", length));
    EXPECT_EQ(length.value, 8'100);
    EXPECT_TRUE(parse_quantity("0.005 km", length));
    EXPECT_EQ(length, metres(5));
    EXPECT_TRUE(parse_quantity("-1.5m", length));
    EXPECT_EQ(length.value, -1'500);
    SquareMillimetres area;
    EXPECT_TRUE(parse_quantity("5 m2", area));
    EXPECT_EQ(area.value, 5'000'000);
    EXPECT_TRUE(parse_quantity("5 m²", area));
    BasisPoints share;
    EXPECT_TRUE(parse_quantity("12.5 %", share));
    EXPECT_EQ(share.value, 1'250);
    DeciCelsius temperature;
    EXPECT_TRUE(parse_quantity("20 degC", temperature));
    EXPECT_EQ(temperature.value, 200);
}

TEST(Units, RefusesWhatIsNotExact) {
    Millimetres length(7);
    for (const char* text : {"", "m", "90", "90 miles", "0.0005 m", "1e3 m", "1,5 m", "1..5 m", "3000000000 mm",
                             "9999999999999999 m", "nan m", "m 90", "90 m ", "--1 m"})
        EXPECT_FALSE(parse_quantity(text, length)) << text;
    BasisPoints share;
    EXPECT_FALSE(parse_quantity("0.001 %", share));
    DeciCelsius temperature;
    EXPECT_FALSE(parse_quantity("20.55 degC", temperature));
    EXPECT_FALSE(parse_quantity("20 m", temperature));
}

TEST(Units, WholeMillimetresAreReadBackFromText) {
    std::mt19937_64 random(5);
    for (int i = 0; i < 10'000; ++i) {
        const auto value = static_cast<std::int32_t>(random());
        Millimetres again;
        ASSERT_TRUE(parse_quantity(std::to_string(value) + " mm", again));
        ASSERT_EQ(again.value, value);
    }
}

TEST(Display, RoundsAtTheEdgesAndAtTheEnds) {
    const std::pair<std::int32_t, const char*> cases[] = {{49, "0.0 m"},
                                                          {50, "0.1 m"},
                                                          {149, "0.1 m"},
                                                          {150, "0.2 m"},
                                                          {-49, "0.0 m"},
                                                          {-50, "-0.1 m"},
                                                          {-149, "-0.1 m"},
                                                          {-150, "-0.2 m"},
                                                          {99'949, "99.9 m"},
                                                          {99'950, "100.0 m"},
                                                          {INT32_MAX, "2147483.6 m"},
                                                          {INT32_MIN, "-2147483.6 m"}};
    for (const auto& [value, text] : cases)
        EXPECT_EQ(display(Millimetres(value)), text) << value;
    EXPECT_EQ(display(SquareMillimetres(12'349'999)), "12.3 m²");
    EXPECT_EQ(display(SquareMillimetres(-12'350'000)), "-12.4 m²");
    EXPECT_EQ(display(SquareMillimetres(INT64_MAX)), "9223372036854.8 m²");
    EXPECT_EQ(display(SquareMillimetres(INT64_MIN)), "-9223372036854.8 m²");
    EXPECT_EQ(display(Milliwatts(4)), "0 W");
    EXPECT_EQ(display(Milliwatts(-5)), "-0.01 W");
    EXPECT_EQ(display(Milliwatts(INT64_MIN)), "-9223372036854775.81 W");
    EXPECT_EQ(display(BitRate(0)), "0 bit/s");
    EXPECT_EQ(display(BitRate(1'000)), "1 kbit/s");
    EXPECT_EQ(display(BitRate(-1'235'000)), "-1.24 Mbit/s");
    EXPECT_EQ(display(BitRate(INT64_MAX)), "9223372.04 Tbit/s");
    EXPECT_EQ(display(BitRate(INT64_MIN)), "-9223372.04 Tbit/s");
}

// Law: what is shown lies within half a step of the value, on the far side when it lies halfway.
TEST(Display, OfRandomLengthsIsTheNearestTenth) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 20'000; ++i) {
        const auto value = static_cast<std::int32_t>(static_cast<std::uint32_t>(random() >> random() % 32));
        const std::int64_t magnitude = std::abs(std::int64_t{value});
        const std::int64_t tenths = magnitude / 100 + (magnitude % 100 >= 50);
        const std::string expected = (value < 0 && tenths > 0 ? "-" : "") + std::to_string(tenths / 10) + '.' +
                                     std::to_string(tenths % 10) + " m";
        ASSERT_EQ(display(Millimetres(value)), expected) << value;
    }
}

template<class T> std::optional<typename T::rep> parsed(std::string_view text) {
    T out(typename T::rep{42});
    const bool read = parse_quantity(text, out);
    EXPECT_TRUE(read || out.value == 42) << "what fails leaves the value alone";
    return read ? std::optional(out.value) : std::nullopt;
}

TEST(ParseQuantity, IsExactToTheLastUnit) {
    EXPECT_EQ(parsed<Millimetres>("2.5 cm"), 25);
    EXPECT_EQ(parsed<Millimetres>("1.000001 km"), 1'000'001);
    EXPECT_EQ(parsed<Millimetres>("90.000 m"), 90'000);
    EXPECT_EQ(parsed<SquareMillimetres>("0.000001 m²"), 1);
    EXPECT_EQ(parsed<SquareMillimetres>("7 mm2"), 7);
    EXPECT_EQ(parsed<BasisPoints>("0.01 %"), 1);
    EXPECT_EQ(parsed<DeciCelsius>("-0.5 °C"), -5);
    for (const char* text : {"0.5 mm", "0.0001 m", "1.23456 m", "0.05 cm"})
        EXPECT_FALSE(parsed<Millimetres>(text)) << text;
    EXPECT_FALSE(parsed<DeciCelsius>("0.25 degC"));
}

TEST(ParseQuantity, RefusesOverflow) {
    EXPECT_EQ(parsed<Millimetres>("2147483647 mm"), INT32_MAX);
    EXPECT_EQ(parsed<Millimetres>("-2147483648 mm"), INT32_MIN);
    EXPECT_EQ(parsed<Millimetres>("2147.483647 km"), INT32_MAX);
    for (const char* text : {"2147483648 mm", "-2147483649 mm", "2147.483648 km", "2147484 m", "999999999999999 km",
                             "9999999999999999999999999999 mm"})
        EXPECT_FALSE(parsed<Millimetres>(text)) << text;
    EXPECT_EQ(parsed<SquareMillimetres>("999999999999999 mm2"), 999'999'999'999'999);
    EXPECT_FALSE(parsed<SquareMillimetres>("999999999999999 m2"));
}

TEST(ParseQuantity, RefusesGarbage) {
    for (const char* text : {" ", "90 ", "90 M", " 90 m", "nine m", "1.5.2 m", "0x10 m", "+-1 m", "- 1 m", ".", ". m",
                             "90 m2", "90 %", "90 m m", "\xef\xbc\x99 m", "90\tm", "inf m"})
        EXPECT_FALSE(parsed<Millimetres>(text)) << text;
    EXPECT_FALSE(parsed<SquareMillimetres>("5 m"));
    EXPECT_FALSE(parsed<BasisPoints>("5"));
    EXPECT_FALSE(parsed<Millimetres>(std::string_view("90 m\0", 5)));
}

} // namespace
} // namespace riser
