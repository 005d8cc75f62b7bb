// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/project_settings.h"

#include "solvers/checks/catalogue.h"

#include <optional>

namespace riser {

namespace {

// Why a setting has no effect; nothing when it has.
std::optional<Text> fault_of(const RuleSetting& setting, const DeckRule* rule) {
    if (!rule)
        return Text{"设置的规则不在规则集中：" + setting.rule,
                    "the setting names a rule that the deck lacks: " + setting.rule};
    if (!waivable(*rule))
        return Text{setting.rule + " 不可停用或调整，设置无效",
                    setting.rule + " may not be switched off or adjusted; the setting has no effect"};
    if (setting.state == RuleState::off && is_blank(setting.reason))
        return Text{setting.rule + " 的停用没有理由，设置无效",
                    setting.rule + ": it is switched off without a reason; the setting has no effect"};
    return std::nullopt;
}

} // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

ProjectSettings::ProjectSettings(const Deck& deck, const Table<RuleSetting>& settings) {
    for (const RuleSetting& setting : settings) {
        if (std::optional<Text> fault = fault_of(setting, deck.find(setting.rule)))
            notes_.push_back({setting.id, std::move(*fault)});
        else if (!settings_.emplace(setting.rule, setting).second)
            notes_.push_back({setting.id,
                              {setting.rule + " 有多个设置，只用第一个",
                               setting.rule + " has several settings; only the first holds"}});
    }
}

SettledRule ProjectSettings::settle(const Rule& rule, const DeckRule& of_deck) const {
    SettledRule out{.state = of_deck.state, .parameters = of_deck.parameters, .told = {}, .refused = {}};
    const auto found = settings_.find(rule.id);
    if (found == settings_.end())
        return out;
    const RuleSetting& setting = found->second;
    out.state = setting.state;
    if (setting.state == RuleState::off)
        out.told.push_back({"本项目停用：" + setting.reason, "switched off for this project: " + setting.reason});
    for (const RuleParameter& parameter : setting.parameters) {
        const std::string said = parameter.name + " = " + parameter.value;
        const ParameterSpec* spec = rule.parameter(parameter.name);
        if (!spec || !fits(*spec, parameter.value)) {
            out.refused.push_back({setting.id,
                                   {setting.rule + ": " + said + " 不是有效参数，沿用规则集",
                                    setting.rule + ": " + said + " is no valid parameter; the deck's value holds"}});
            continue;
        }
        for (RuleParameter& value : out.parameters)
            if (value.name == parameter.name && value.value != parameter.value) {
                out.told.push_back({"本项目参数 " + said + "（规则集 " + value.value + "）",
                                    "this project sets " + said + " (the deck: " + value.value + ")"});
                value.value = parameter.value;
            }
    }
    return out;
}

Deck settled_deck(Deck deck, const Design& design) {
    const ProjectSettings settings(deck, design.rule_settings);
    for (DeckRule& of_deck : deck.rules) {
        const Rule* rule = find_rule(of_deck.id);
        if (!rule)
            continue;
        SettledRule settled = settings.settle(*rule, of_deck);
        of_deck.state = settled.state;
        of_deck.parameters = std::move(settled.parameters);
    }
    return deck;
}

} // namespace riser
