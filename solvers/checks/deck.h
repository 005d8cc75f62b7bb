// SPDX-License-Identifier: GPL-3.0-or-later
// A rule deck: what the rules rest on, as data. Severity follows force alone; trust only adds words, so that a number
// from general knowledge is never shown as a clause. Decks are built in and replaceable by a file of the same form.
#pragma once

#include "solvers/base/trust.h"
#include "solvers/checks/rule.h"

namespace riser {

enum class Force { law, mandatory, shall, should, guide, own };
enum class Severity { information, warning, error };

Severity severity_of(Force force);

struct DeckRule {
    std::string id;
    Force force = Force::own;
    Trust trust = Trust::practice;
    std::string basis;   // standard and clause; empty for an engineering default
    std::string edition; // of the standard
    RuleState state = RuleState::on;
    Text title;
    Text sentence; // with {placeholders}
    Text fix;
    std::vector<RuleParameter> parameters; // in the rule's order
    bool operator==(const DeckRule&) const = default;
};

// Where the numbers of a table come from; its rows stand in Deck::links, each with its own trust.
struct DeckTable {
    std::string name; // "fibre-applications"
    Trust trust = Trust::practice;
    std::string basis;
    std::string edition;
    Text title;
    bool operator==(const DeckTable&) const = default;
};

struct Deck {
    std::string name; // "cn-government"
    Text title;
    std::vector<DeckRule> rules; // in the catalogue's order
    std::vector<DeckTable> tables;
    LinkTables links; // what the tables say
    const DeckRule* find(std::string_view id) const;
    const DeckTable* table(std::string_view name) const;
    bool operator==(const Deck&) const = default;
};

// What a reader may rely on: "GB 50311-2016 3.3.2", "GB 50311-2016 7.6.5 (check the official text)",
// "engineering default (cf. …)".
Text citation(const DeckRule& rule);
Text citation(const DeckTable& table);
// No deck and no command waives it: of force law, or locked.
bool waivable(const DeckRule& rule);

// Strict: well-formed UTF-8 XML, rules of the catalogue only, each once, with each of its parameters in bounds, all
// texts in both languages, known placeholders only. A deck must hold every locked rule, on and of force law, and every
// table that one of its rules reads. Errors say FILE:LINE:COLUMN. A rule of the catalogue that a deck leaves out is not
// applicable under it.
Result<Deck> read_deck(std::string_view bytes, std::string file);

// "cn-government", "international"; null when there is no such deck. The first is the default.
const Deck* built_in_deck(std::string_view name);
std::span<const std::string_view> built_in_deck_names();
// The bytes of a built-in deck, to start a project's own from; empty when there is no such deck.
std::string_view built_in_deck_file(std::string_view name);

std::span<const struct Choice> choices(Force);
std::span<const struct Choice> choices(Severity);

} // namespace riser
