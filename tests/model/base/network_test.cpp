// SPDX-License-Identifier: GPL-3.0-or-later
// VLAN numbers, addresses, prefixes and dates: what is built is valid, what is not valid cannot be built.
#include "model/base/network.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

TEST(VlanNumber, IsOneTo4094) {
    EXPECT_FALSE(VlanNumber::from(0));
    EXPECT_TRUE(VlanNumber::from(1));
    EXPECT_TRUE(VlanNumber::from(4094));
    EXPECT_FALSE(VlanNumber::from(4095));
    EXPECT_FALSE(VlanNumber::from(-1));
    EXPECT_EQ(VlanNumber::parse("100")->number(), 100);
    for (const char* text : {"", "4095", "x", "1 ", "99999999999999999999", "1.5"})
        EXPECT_FALSE(VlanNumber::parse(text)) << text;
}

TEST(Addresses, AreReadAndWritten) {
    for (const char* text : {"10.1.2.3", "0.0.0.0", "255.255.255.255", "::", "2001:db8::1", "fe80::1:2"}) {
        const auto address = IpAddress::parse(text);
        ASSERT_TRUE(address) << text;
        EXPECT_EQ(to_string(*address), text);
    }
    for (const char* text : {"", "10.1.2", "10.1.2.256", "10.1.2.3.4", "2001:db8::1::2", "10.1.2.3 ", "host"})
        EXPECT_FALSE(IpAddress::parse(text)) << text;
}

TEST(Prefixes, HaveNoHostBits) {
    for (const char* text : {"10.1.2.0/24", "0.0.0.0/0", "10.1.2.3/32", "2001:db8::/32", "::/0", "10.128.0.0/9"}) {
        const auto prefix = IpPrefix::parse(text);
        ASSERT_TRUE(prefix) << text;
        EXPECT_EQ(to_string(*prefix), text);
    }
    for (const char* text :
         {"10.1.2.1/24", "10.1.2.0/33", "10.1.2.0", "10.1.2.0/", "10.1.2.0/-1", "2001:db8::1/32", "/24"})
        EXPECT_FALSE(IpPrefix::parse(text)) << text;
}

// Against arithmetic on 32-bit numbers.
TEST(Prefixes, ContainWhatTheyShould) {
    std::mt19937_64 random(3);
    const auto number = [](const IpAddress& a) {
        return std::uint32_t{a.bytes[0]} << 24 | std::uint32_t{a.bytes[1]} << 16 | std::uint32_t{a.bytes[2]} << 8 |
               a.bytes[3];
    };
    const auto address = [](std::uint32_t n) {
        IpAddress out;
        for (std::size_t i = 0; i < 4; ++i)
            out.bytes[i] = static_cast<std::uint8_t>(n >> (24 - 8 * i));
        return out;
    };
    for (int i = 0; i < 20'000; ++i) {
        const auto length = static_cast<unsigned>(random() % 33);
        const std::uint32_t mask = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
        const IpPrefix prefix{address(static_cast<std::uint32_t>(random()) & mask), static_cast<std::uint8_t>(length)};
        std::uint32_t probe = static_cast<std::uint32_t>(random());
        if (i % 2 == 0)
            probe = (probe & ~mask) | number(prefix.address);
        ASSERT_EQ(contains(prefix, address(probe)), (probe & mask) == number(prefix.address));
        ASSERT_TRUE(IpPrefix::parse(to_string(prefix)) == prefix);
    }
    EXPECT_FALSE(contains(*IpPrefix::parse("::/0"), *IpAddress::parse("10.0.0.1")));
}

TEST(Dates, AreRealDays) {
    for (const char* text : {"2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01"}) {
        const auto date = Date::parse(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(to_string(*date), text);
    }
    for (const char* text : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1",
                             "20261122", "", "2026-11-22T", "-026-11-22"})
        EXPECT_FALSE(Date::parse(text)) << text;
    EXPECT_LT(*Date::parse("2026-11-22"), *Date::parse("2027-01-01"));
}

TEST(VlanNumber, HasOneSpelling) {
    int built = 0;
    for (std::int64_t number = -2; number <= 70'000; ++number)
        if (const auto vlan = VlanNumber::from(number)) {
            ASSERT_EQ(vlan->number(), number);
            ++built;
        }
    EXPECT_EQ(built, 4094);
    EXPECT_FALSE(VlanNumber::from(INT64_MAX));
    EXPECT_FALSE(VlanNumber::from(INT64_MIN));
    for (const char* text : {"0", "-1", "+1", " 1", "01", "007", "1.0", "0x10", "1e2"})
        EXPECT_FALSE(VlanNumber::parse(text)) << text;
}

TEST(Addresses, HaveOneCanonicalText) {
    for (const char* text : {"::1", "2001:db8:1:2:3:4:5:6", "::ffff:10.1.2.3"})
        EXPECT_EQ(to_string(*IpAddress::parse(text)), text);
    EXPECT_EQ(IpAddress::parse("2001:DB8:0:0:0:0:0:1"), IpAddress::parse("2001:db8::1"));
    EXPECT_NE(IpAddress::parse("::a01:203"), IpAddress::parse("10.1.2.3"));
    EXPECT_NE(IpAddress::parse("::"), IpAddress::parse("0.0.0.0"));
}

TEST(Addresses, RefuseMalformed) {
    for (const char* text : {"1", "1.2.3.-1", "01.2.3.4", "1.2.3.04", " 1.2.3.4", "1..2.3", "0x1.2.3.4", ":",
                             ":::", "12345::", "fe80::1%eth0", "[::1]", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7",
                             "g::", "1.2.3.4/24", "2001:0db8:0000:0000:0000:0000:0000:00010000000000000000"})
        EXPECT_FALSE(IpAddress::parse(text)) << text;
    // What stands behind a NUL is not looked past.
    EXPECT_FALSE(IpAddress::parse(std::string_view("1.2.3.4\0junk", 12)));
    EXPECT_FALSE(IpAddress::parse(std::string_view("::1\0", 4)));
}

TEST(Prefixes, RefuseHostBitsAndOtherSpellings) {
    for (const char* text : {"10.0.0.0/7", "10.1.2.128/25", "::1/128", "2001:db8:0:8000::/49"})
        EXPECT_TRUE(IpPrefix::parse(text)) << text;
    for (const char* text : {"10.1.2.0/22", "10.1.2.64/25", "128.0.0.0/0", "10.1.2.3/31", "11.0.0.0/7",
                             "2001:db8:0:8000::/48", "8000::/0", "::1/127"})
        EXPECT_FALSE(IpPrefix::parse(text)) << text;
    for (const char* text : {"", "/", "10.1.2.0/+24", "10.1.2.0/ 24", "10.1.2.0/24 ", "10.1.2.0/024", "10.0.0.0/08",
                             "10.1.2.0/24/24", "10.1.2.0/255.255.255.0", "::/129", "10.1.2/24", "10.1.2.0/4294967320"})
        EXPECT_FALSE(IpPrefix::parse(text)) << text;
}

bool bit_at(const IpAddress& address, unsigned bit) { return address.bytes[bit / 8] >> (7 - bit % 8) & 1; }

// Law: a prefix holds an address when their first `length` bits agree, bit by bit, in both families.
TEST(Prefixes, ContainByTheirBits) {
    std::mt19937_64 random(4);
    int inside = 0;
    for (int i = 0; i < 20'000; ++i) {
        IpPrefix prefix;
        prefix.address.is_v6 = random() % 2;
        const unsigned width = prefix.address.is_v6 ? 128 : 32;
        prefix.length = static_cast<std::uint8_t>(random() % (width + 1));
        IpAddress address = prefix.address;
        for (unsigned bit = 0; bit < width; ++bit) {
            const auto mask = static_cast<std::uint8_t>(0x80U >> bit % 8);
            if (random() % 2)
                address.bytes[bit / 8] |= mask;
            if (bit < prefix.length && (bit_at(address, bit) != (random() % 64 == 0)))
                prefix.address.bytes[bit / 8] |= mask;
        }
        bool agree = true;
        for (unsigned bit = 0; bit < prefix.length; ++bit)
            agree = agree && bit_at(address, bit) == bit_at(prefix.address, bit);
        ASSERT_EQ(contains(prefix, address), agree) << to_string(prefix) << ' ' << to_string(address);
        ASSERT_EQ(IpPrefix::parse(to_string(prefix)), prefix) << to_string(prefix);
        ASSERT_EQ(IpAddress::parse(to_string(address)), address) << to_string(address);
        inside += agree;
    }
    EXPECT_GT(inside, 4'000);
    EXPECT_LT(inside, 16'000);
}

TEST(Dates, RefuseMalformed) {
    for (const char* text : {"2100-02-29", "2026-02-30", "2026-04-31", "2026-01-32", "2026/01/01", "0000-01-01",
                             "-001-01-01", "+026-01-01", "2026- 1-01", "2026-01- 1", "2026-+1-01", "2026-01-01 ",
                             " 2026-01-01", "26-01-01", "2026-0a-01"})
        EXPECT_FALSE(Date::parse(text)) << text;
}

// Law: a whole 400-year cycle has 146,097 days, each of which reads back and follows the one before.
TEST(Dates, CountTheDaysOfTheGregorianCycle) {
    int days = 0;
    Date before{1999, 12, 31};
    for (int year = 2000; year < 2400; ++year)
        for (unsigned month = 1; month <= 12; ++month)
            for (unsigned day = 1; day <= 31; ++day) {
                const Date wished{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                                  static_cast<std::uint8_t>(day)};
                const auto date = Date::parse(to_string(wished));
                if (!date)
                    continue;
                ASSERT_EQ(*date, wished);
                ASSERT_LT(before, *date);
                before = *date;
                ++days;
            }
    EXPECT_EQ(days, 146'097);
}

} // namespace
} // namespace riser
