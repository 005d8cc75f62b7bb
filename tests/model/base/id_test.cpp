// SPDX-License-Identifier: GPL-3.0-or-later
// Ids as text and back, derived ids that never move, and kinds by their prefixes.
#include "model/base/id.h"
#include "model/kinds.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace riser {
namespace {

struct Thing;

TEST(Id, DigitsAreTenLowerCaseCharactersWithoutLookalikes) {
    EXPECT_EQ(id_digits(1), "0000000001");
    EXPECT_EQ(id_digits(31), "000000000z");
    EXPECT_EQ(id_digits(32), "0000000010");
    EXPECT_EQ(id_digits(id_mask), "zzzzzzzzzz");
    std::set<char> used;
    for (std::uint64_t i = 0; i < 32; ++i)
        used.insert(id_digits(i).back());
    EXPECT_EQ(used.size(), 32U);
    for (const char c : {'i', 'l', 'o', 'u'})
        EXPECT_FALSE(used.contains(c)) << c;
}

TEST(Id, WhatIsWrittenIsReadAgain) {
    IdSource ids(7);
    for (int i = 0; i < 10'000; ++i) {
        const std::uint64_t value = ids.next_value();
        std::uint64_t again = 0;
        ASSERT_TRUE(parse_id_digits(id_digits(value), again));
        ASSERT_EQ(again, value);
    }
}

TEST(Id, RefusesWhatIsNoId) {
    std::uint64_t value = 99;
    for (const char* text : {"", "0000000000", "000000001", "00000000001", "000000000I", "000000000l", "000000000-",
                             "00000 0001", "000000000\xc3"})
        EXPECT_FALSE(parse_id_digits(text, value)) << text;
}

TEST(Id, SourcesOfOneSeedAgreeAndStayWithinFiftyBits) {
    IdSource a(42);
    IdSource b(42);
    IdSource c(43);
    std::set<std::uint64_t> seen;
    bool differ = false;
    for (int i = 0; i < 100'000; ++i) {
        const std::uint64_t value = a.next_value();
        ASSERT_EQ(value, b.next_value());
        differ = differ || value != c.next_value();
        ASSERT_NE(value, 0U);
        ASSERT_EQ(value & ~id_mask, 0U);
        seen.insert(value);
    }
    EXPECT_TRUE(differ);
    EXPECT_EQ(seen.size(), 100'000U); // 50 bits: a collision among 1e5 has a chance of about 4e-6
}

TEST(Id, DerivedIdsDependOnBothPartsAndSpread) {
    EXPECT_EQ(derived_id<Thing>("cables", "jk-1"), derived_id<Thing>("cables", "jk-1"));
    EXPECT_NE(derived_id<Thing>("cables", "jk-1"), derived_id<Thing>("cables", "jk-2"));
    EXPECT_NE(derived_id<Thing>("cables", "jk-1"), derived_id<Thing>("trays", "jk-1"));
    // The border between the two parts counts.
    EXPECT_NE(derived_id_value("ab", "c"), derived_id_value("a", "bc"));
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 50'000; ++i) {
        const std::uint64_t value = derived_id_value("p", std::to_string(i));
        ASSERT_NE(value, 0U);
        ASSERT_EQ(value & ~id_mask, 0U);
        seen.insert(value);
    }
    EXPECT_EQ(seen.size(), 50'000U);
}

TEST(Id, ZeroRefersToNothing) {
    EXPECT_FALSE(Id<Thing>{});
    EXPECT_TRUE(Id<Thing>{5});
}

TEST(IdDigits, AreCrockfordsLowerCaseAlphabetInOrder) {
    const std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    for (std::uint64_t digit = 0; digit < 32; ++digit)
        for (std::uint64_t place = 0; place < 10; ++place) {
            std::string expected(10, '0');
            expected[9 - place] = alphabet[digit];
            EXPECT_EQ(id_digits(digit << 5 * place), expected);
        }
    for (int byte = 0; byte < 256; ++byte)
        for (const std::size_t place : {0U, 5U, 9U}) {
            std::string text = "7k3qx9m2pv";
            text[place] = static_cast<char>(byte);
            std::uint64_t value = 0;
            EXPECT_EQ(parse_id_digits(text, value), alphabet.find(static_cast<char>(byte)) != std::string_view::npos)
                << byte;
        }
}

// These ids stand in files: planning again must find the rows it made with an older version.
TEST(DerivedId, KeepsItsValuesForEver) {
    EXPECT_EQ(id_digits(derived_id_value("", "")), "tatdr5dxfv");
    EXPECT_EQ(id_digits(derived_id_value("outlets", "rm-7k3qx9m2pv:1")), "q2hh7y2s5m");
    EXPECT_EQ(id_digits(derived_id_value("cables", "jk-0000000001")), "3c522ddbra");
    EXPECT_EQ(id_digits(derived_id_value("a", "b")), "7nxjhpt3hb");
}

TEST(DerivedId, HasEveryBitOnAsOftenAsOff) {
    std::array<int, 50> ones{};
    for (int i = 0; i < 100'000; ++i)
        for (std::size_t bit = 0; bit < 50; ++bit)
            ones[bit] += static_cast<int>(derived_id_value("jacks", std::to_string(i)) >> bit & 1);
    for (const int count : ones)
        EXPECT_NEAR(count, 50'000, 1'500); // over nine sigma
}

TEST(IdSource, GivesTheSameIdsOnEveryMachine) {
    IdSource source(1);
    EXPECT_EQ(id_digits(source.next_value()), "dxbyxpgvv8");
    EXPECT_EQ(id_digits(source.next<Room>().value), "wja0hhhyje");
}

TEST(Kinds, HaveTwoLetterPrefixesThatDiffer) {
    std::set<std::string_view> prefixes;
    std::set<std::string_view> elements;
    std::set<std::string_view> tables;
    for (std::size_t i = 0; i < kind_count; ++i) {
        const auto kind = static_cast<Kind>(i);
        EXPECT_EQ(id_prefix(kind).size(), 2U);
        EXPECT_EQ(kind_of_prefix(id_prefix(kind)), kind);
        EXPECT_EQ(kind_of_element(element_name(kind)), kind);
        EXPECT_TRUE(prefixes.insert(id_prefix(kind)).second);
        EXPECT_TRUE(elements.insert(element_name(kind)).second);
        EXPECT_TRUE(tables.insert(table_name(kind)).second);
        const AnyId id(kind, derived_id_value("test", id_prefix(kind)));
        EXPECT_EQ(parse_any_id(to_string(id)), id) << to_string(id);
    }
}

TEST(Kinds, NameNothingElse) {
    int found = 0;
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second)
            found += kind_of_prefix(std::string{static_cast<char>(first), static_cast<char>(second)}).has_value();
    EXPECT_EQ(found, static_cast<int>(kind_count));
    for (const std::string_view prefix : {"", "r", "rmm", "RM", "zz"})
        EXPECT_FALSE(kind_of_prefix(prefix)) << prefix;
    for (const std::string_view element : {"", "rooms", "Room", "room "})
        EXPECT_FALSE(kind_of_element(element)) << element;
}

TEST(AnyId, IsWrittenWithItsPrefix) {
    std::uint64_t value = 0;
    ASSERT_TRUE(parse_id_digits("7k3qx9m2pv", value));
    EXPECT_EQ(to_string(RoomId{value}), "rm-7k3qx9m2pv");
    EXPECT_EQ(to_string(AnyId(OutletId{1})), "ou-0000000001");
    EXPECT_NE(AnyId(RoomId{value}), AnyId(OutletId{value}));
}

TEST(AnyId, RefusesWhatIsNotOne) {
    for (const std::string_view text :
         {"", "rm", "rm-", "rm-7k3qx9m2p", "rm-7k3qx9m2pvv", "rm-0000000000", "RM-7k3qx9m2pv", "rm-7K3QX9M2PV",
          "rm_7k3qx9m2pv", "zz-7k3qx9m2pv", "rm-7k3qx9m2pl", "rm-7k3qx9m2pi", "rm-7k3qx9m2po", "rm-7k3qx9m2pu",
          " rm-7k3qx9m2p", "rm-7k3qx9m2p ", "7k3qx9m2pv", "room-7k3qx9m2pv", "rm--7k3qx9m2p"})
        EXPECT_FALSE(parse_any_id(text)) << text;
    EXPECT_FALSE(parse_any_id(std::string_view("rm-7k3qx\0m2pv", 13)));
}

} // namespace
} // namespace riser
