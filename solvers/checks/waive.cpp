// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/waive.h"

#include "solvers/checks/catalogue.h"
#include "solvers/checks/project_settings.h"

#include <algorithm>

namespace riser {

namespace {

Error error(ErrorCode code, Text message, Text fix) {
    return {.code = code, .message = std::move(message), .fix = std::move(fix), .where = {}};
}

Result<void> changeable(const Deck& deck, const std::string& id) {
    const DeckRule* rule = deck.find(id);
    if (!rule)
        return error(ErrorCode::not_found, {"规则集中没有规则 " + id, "the deck has no rule " + id},
                     {"规则编号如 CAB-02", "rule ids look like CAB-02"});
    if (!waivable(*rule))
        return error(ErrorCode::refused,
                     {id + " 属法律法规或保密要求，不可豁免、停用或调整",
                      id + " is law or protects secrets: it cannot be waived, switched off or adjusted"},
                     {"修改设计，使其满足要求", "change the design so that it holds"});
    return {};
}

} // namespace

Result<WaiverId> waive(Edit& edit, const Deck& deck, WaiverRequest request) {
    if (Result<void> allowed = changeable(deck, request.rule); !allowed)
        return allowed.error();
    std::sort(request.subjects.begin(), request.subjects.end());
    request.subjects.erase(std::unique(request.subjects.begin(), request.subjects.end()), request.subjects.end());
    if (request.subjects.empty())
        return error(ErrorCode::bad_input, {"豁免没有对象", "the waiver has no subject"},
                     {"指出豁免哪些对象", "say what it covers"});
    for (const AnyId& subject : request.subjects)
        if (!edit.design().contains(subject))
            return error(ErrorCode::not_found,
                         {"没有这一行：" + to_string(subject), "there is no row " + to_string(subject)},
                         {"从检查结果中选取对象", "take subjects from the findings"});
    if (is_blank(request.reason) || is_blank(request.author) || !request.date)
        return error(ErrorCode::bad_input,
                     {"豁免须写明理由、批准人和日期", "a waiver needs a reason, an author and a date"},
                     {"补全后再提交", "complete it"});
    for (const Waiver& waiver : edit.design().waivers)
        if (waiver.rule == request.rule &&
            std::all_of(request.subjects.begin(), request.subjects.end(), [&](const AnyId& subject) {
                return std::find(waiver.subjects.begin(), waiver.subjects.end(), subject) != waiver.subjects.end();
            }))
            return error(ErrorCode::conflict,
                         {"已有豁免涵盖这些对象：" + to_string(waiver.id),
                          to_string(waiver.id) + " already covers these subjects"},
                         {"修改原有豁免", "change that waiver"});
    Waiver waiver;
    waiver.rule = request.rule;
    waiver.subjects = std::move(request.subjects);
    waiver.reason = std::move(request.reason);
    waiver.author = std::move(request.author);
    waiver.date = request.date;
    return edit.put(std::move(waiver));
}

Result<RuleSettingId> set_rule(Edit& edit, const Deck& deck, RuleSetting setting) {
    if (Result<void> allowed = changeable(deck, setting.rule); !allowed)
        return allowed.error();
    const DeckRule& of_deck = *deck.find(setting.rule);
    if (setting.state == RuleState::off && is_blank(setting.reason))
        return error(ErrorCode::bad_input, {"停用规则须写明理由", "switching a rule off needs a reason"},
                     {"补上理由", "say why"});
    for (const RuleParameter& parameter : setting.parameters)
        if (std::none_of(of_deck.parameters.begin(), of_deck.parameters.end(),
                         [&](const RuleParameter& p) { return p.name == parameter.name; }))
            return error(
                ErrorCode::not_found,
                {setting.rule + " 没有参数 " + parameter.name, setting.rule + " has no parameter " + parameter.name},
                {"参数见规则集", "the deck lists its parameters"});
        else if (!fits(*find_rule(setting.rule)->parameter(parameter.name), parameter.value))
            return error(ErrorCode::bad_input,
                         {parameter.name + " 的值不对：" + parameter.value,
                          "not a value of " + parameter.name + ": " + parameter.value},
                         {"写法同规则集，如 90 m", "write it as the deck does, such as 90 m"});
    for (const RuleSetting& old : edit.design().rule_settings)
        if (old.rule == setting.rule) {
            setting.id = old.id;
            break;
        }
    return edit.put(std::move(setting));
}

} // namespace riser
