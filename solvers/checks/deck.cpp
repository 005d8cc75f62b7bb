// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/deck.h"

#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"

#include <algorithm>

namespace riser {

extern const std::string_view deck_cn_government;
extern const std::string_view deck_international;

Severity severity_of(Force force) {
    switch (force) {
    case Force::law:
    case Force::mandatory:
    case Force::shall:
        return Severity::error;
    case Force::should:
    case Force::own:
        return Severity::warning;
    case Force::guide:
        return Severity::information;
    }
    return Severity::error;
}

const DeckRule* Deck::find(std::string_view id) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const DeckRule& rule) { return rule.id == id; });
    return found != rules.end() ? &*found : nullptr;
}

const DeckTable* Deck::table(std::string_view table_name) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const DeckTable& table) { return table.name == table_name; });
    return found != tables.end() ? &*found : nullptr;
}

namespace {

Text cited(const std::string& basis, Trust trust) {
    switch (trust) {
    case Trust::verified:
        return same_text(basis);
    case Trust::derived:
        return {"据 " + basis + " 推算", "derived from " + basis};
    case Trust::secondary:
    case Trust::unverified:
        return {basis + "（请核对正式文本）", basis + " (check the official text)"};
    case Trust::practice:
        break;
    }
    if (basis.empty())
        return {"工程默认", "engineering default"};
    return {"工程默认（参照 " + basis + "）", "engineering default (cf. " + basis + ")"};
}

} // namespace

Text citation(const DeckRule& rule) { return cited(rule.basis, rule.trust); }
Text citation(const DeckTable& table) { return cited(table.basis, table.trust); }

bool waivable(const DeckRule& rule) {
    const Rule* known = find_rule(rule.id);
    return rule.force != Force::law && known && !known->locked();
}

namespace {

struct BuiltIn {
    std::string_view name;
    const std::string_view* file;
};
constexpr BuiltIn built_in[] = {{"cn-government", &deck_cn_government}, {"international", &deck_international}};
constexpr std::string_view names[] = {built_in[0].name, built_in[1].name};

} // namespace

std::span<const std::string_view> built_in_deck_names() { return names; }

std::string_view built_in_deck_file(std::string_view name) {
    for (const BuiltIn& deck : built_in)
        if (deck.name == name)
            return *deck.file;
    return {};
}

const Deck* built_in_deck(std::string_view name) {
    static const std::vector<Deck> decks = [] {
        std::vector<Deck> out;
        for (const BuiltIn& deck : built_in) {
            Result<Deck> read = read_deck(*deck.file, std::string(deck.name) + ".xml");
            ensure(read.has_value(), "a built-in deck is well formed");
            out.push_back(std::move(*read));
        }
        return out;
    }();
    for (const Deck& deck : decks)
        if (deck.name == name)
            return &deck;
    return nullptr;
}

std::span<const Choice> choices(Force) {
    static constexpr Choice list[] = {
        {"law", {"法律法规", "Law"}},     {"mandatory", {"强制性条文", "Mandatory clause"}},
        {"shall", {"应", "Shall"}},       {"should", {"宜", "Should"}},
        {"guide", {"指南惯例", "Guide"}}, {"own", {"工程默认", "Engineering default"}}};
    return list;
}

std::span<const Choice> choices(Severity) {
    static constexpr Choice list[] = {
        {"information", {"提示", "Information"}}, {"warning", {"警告", "Warning"}}, {"error", {"错误", "Error"}}};
    return list;
}

} // namespace riser
