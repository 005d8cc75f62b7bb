// SPDX-License-Identifier: GPL-3.0-or-later
// Planner, rules and lens reckon with the same numbers: the decks' are the defaults that planners document.
#include "solvers/checks/wireless_options.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

TEST(WirelessOptions, TheDecksSayWhatThePlannersDocument) {
    for (const std::string_view name : built_in_deck_names()) {
        const Deck& deck = *built_in_deck(name);
        EXPECT_EQ(wireless_options(deck), WirelessOptions{}) << name;
        EXPECT_EQ(propagation_of(Parameters(deck.find("WIFI-05")->parameters)), Propagation{}) << name;
    }
}

TEST(WirelessOptions, ADecksOwnNumbersAreTaken) {
    Deck deck = *built_in_deck("cn-government");
    for (DeckRule& rule : deck.rules)
        for (RuleParameter& parameter : rule.parameters) {
            if (parameter.name == "brick" && rule.id == "WIFI-01")
                parameter.value = "11";
            if (parameter.name == "clients" && rule.id == "WIFI-03")
                parameter.value = "25";
        }
    EXPECT_EQ(wireless_options(deck).propagation.losses.brick, decibels(11));
    EXPECT_EQ(wireless_options(deck).load.devices_per_point, 25);
    std::erase_if(deck.rules, [](const DeckRule& rule) { return rule.id.starts_with("WIFI"); });
    EXPECT_EQ(wireless_options(deck), WirelessOptions{});
}

} // namespace
} // namespace riser::test
