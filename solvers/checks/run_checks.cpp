// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/run_checks.h"

#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/rule_facts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace riser {

namespace {

Text with(const Text& before, const std::string& name, const Text& after) {
    return {before.zh + name + after.zh, before.en + name + after.en};
}

class Checker {
  public:
    Checker(const Facts& facts, const Deck& deck)
        : facts_(facts),
          deck_(deck),
          links_(std::make_shared<const LinkTables>(deck.links)),
          review_(facts.get<ReviewRows>()),
          settings_(deck, review_.settings) {
        for (const Waiver& waiver : review_.waivers)
            consider(waiver);
        notes_.insert(notes_.end(), settings_.notes().begin(), settings_.notes().end());
    }

    std::vector<ReviewNote> notes() && { return std::move(notes_); }
    std::vector<NearMiss> near_misses() && { return std::move(near_misses_); }

    RuleReport check(const Rule& rule, std::vector<Finding>& findings) {
        RuleReport report;
        report.id = rule.id;
        report.group = rule.group;
        const DeckRule* of_deck = deck_.find(rule.id);
        if (!of_deck) {
            report.notes.push_back({"规则集 " + deck_.name + " 不含此规则", "not in the deck " + deck_.name});
            return report;
        }
        describe(*of_deck, report);
        const SettledRule settled = settings_.settle(rule, *of_deck);
        report.notes.insert(report.notes.end(), settled.told.begin(), settled.told.end());
        notes_.insert(notes_.end(), settled.refused.begin(), settled.refused.end());
        if (settled.state == RuleState::off) {
            report.outcome = RuleOutcome::switched_off;
            return report;
        }
        try {
            const SentenceQuery query{{&rule, Parameters(settled.parameters, rule.reads_tables() ? links_ : nullptr)},
                                      of_deck->sentence};
            run(query, report, findings);
            if (!facts_.get<RuleFindings>(query.query).list.near_misses.empty()) {
                const std::vector<NearMiss>& near = facts_.get<RuleNearMisses>(query.query).list;
                near_misses_.insert(near_misses_.end(), near.begin(), near.end());
            }
        } catch (const std::exception& fault) {
            report.outcome = RuleOutcome::failed;
            report.notes.push_back(
                {std::string("运行失败：") + fault.what(), std::string("failed to run: ") + fault.what()});
        }
        return report;
    }

    RuleReport cancelled(const Rule& rule) const {
        RuleReport report;
        report.id = rule.id;
        report.group = rule.group;
        report.outcome = RuleOutcome::cancelled;
        if (const DeckRule* of_deck = deck_.find(rule.id))
            describe(*of_deck, report);
        return report;
    }

  private:
    void note(AnyId row, Text sentence) { notes_.push_back({.row = row, .sentence = std::move(sentence)}); }

    void consider(const Waiver& waiver) {
        const DeckRule* rule = deck_.find(waiver.rule);
        if (!rule)
            note(waiver.id,
                 with({"豁免的规则不在规则集中：", "the waiver names a rule that the deck lacks: "}, waiver.rule, {}));
        else if (!waivable(*rule))
            note(waiver.id,
                 with({}, waiver.rule, {" 不可豁免，豁免无效", " may not be waived; the waiver has no effect"}));
        else if (waiver.subjects.empty() || is_blank(waiver.reason) || is_blank(waiver.author) || !waiver.date)
            note(waiver.id, with({}, waiver.rule,
                                 {" 的豁免缺少对象、理由、批准人或日期，豁免无效",
                                  ": the waiver lacks subjects, reason, author or date and has no effect"}));
        else
            waivers_[waiver.rule].push_back(&waiver);
    }

    void describe(const DeckRule& of_deck, RuleReport& report) const {
        report.severity = severity_of(of_deck.force);
        report.force = of_deck.force;
        report.trust = of_deck.trust;
        report.title = of_deck.title;
        report.basis = citation(of_deck);
        report.fix = of_deck.fix;
        for (const Edition& edition : review_.editions)
            note_edition(of_deck, edition, report);
    }

    // "GB 50311-2016 3.3.2" against the project's GB 50311 of another year.
    static void note_edition(const DeckRule& of_deck, const Edition& edition, RuleReport& report) {
        const std::size_t at = of_deck.basis.find(edition.standard + "-");
        if (edition.standard.empty() || edition.edition.empty() || at == std::string::npos)
            return;
        const std::size_t from = at + edition.standard.size() + 1;
        const std::string cited =
            of_deck.basis.substr(from, of_deck.basis.find_first_not_of("0123456789", from) - from);
        if (cited != edition.edition)
            report.notes.push_back(
                {"规则集依 " + edition.standard + "-" + cited + "，本项目采用 " + edition.edition + " 版，请核对",
                 "the deck follows " + edition.standard + "-" + cited + ", this project the " + edition.edition +
                     " edition: check it"});
    }

    const Waiver* waiver_for(const Finding& finding) const {
        const auto found = waivers_.find(finding.rule);
        if (found == waivers_.end() || finding.subjects.empty())
            return nullptr;
        for (const Waiver* waiver : found->second)
            if (std::all_of(finding.subjects.begin(), finding.subjects.end(), [&](const AnyId& subject) {
                    return std::find(waiver->subjects.begin(), waiver->subjects.end(), subject) !=
                           waiver->subjects.end();
                }))
                return waiver;
        return nullptr;
    }

    void run(const SentenceQuery& query, RuleReport& report, std::vector<Finding>& findings) {
        const FindingList& list = facts_.get<RuleFindings>(query.query).list;
        report.examined = list.examined;
        if (!list.observations.empty())
            for (Finding finding : facts_.get<RuleSentences>(query).findings) {
                finding.severity = report.severity;
                if (const Waiver* waiver = waiver_for(finding))
                    finding.waiver = waiver->id;
                ++(finding.waiver ? report.waived : report.findings);
                findings.push_back(std::move(finding));
            }
        if (!list.needs.empty())
            report.notes.push_back(list.needs);
        if (!list.not_applicable.empty())
            report.notes.push_back(list.not_applicable);
        if (report.findings > 0)
            report.outcome = RuleOutcome::findings;
        else if (!list.needs.empty())
            report.outcome = RuleOutcome::needs_input;
        else if (report.waived > 0)
            report.outcome = RuleOutcome::waived;
        else
            report.outcome = list.examined > 0 ? RuleOutcome::passed : RuleOutcome::not_applicable;
    }

    const Facts& facts_;
    const Deck& deck_;
    std::shared_ptr<const LinkTables> links_;
    const ReviewRows& review_;
    ProjectSettings settings_;
    std::map<std::string, std::vector<const Waiver*>, std::less<>> waivers_;
    std::vector<ReviewNote> notes_;
    std::vector<NearMiss> near_misses_;
};

} // namespace

CheckReport run_checks(const Facts& facts, const Deck& deck, std::span<const Rule* const> rules, const Run& run) {
    CheckReport report;
    report.deck = deck.name;
    Checker checker(facts, deck);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (run.stopped()) {
            report.rules.push_back(checker.cancelled(*rules[i]));
            continue;
        }
        report.rules.push_back(checker.check(*rules[i], report.findings));
        run.report(static_cast<double>(i + 1) / static_cast<double>(rules.size()), {"检查", "Checking"});
    }
    report.near_misses = std::move(checker).near_misses();
    report.notes = std::move(checker).notes();
    return report;
}

CheckReport run_checks(const Facts& facts, const Deck& deck, const Run& run) {
    return run_checks(facts, deck, rule_catalogue(), run);
}

Result<CheckReport> run_checks(const Facts& facts, const Deck& deck, std::span<const std::string> rules,
                               const Run& run) {
    std::vector<const Rule*> chosen;
    for (const std::string& id : rules) {
        if (!find_rule(id))
            return Error{.code = ErrorCode::not_found,
                         .message = {"没有这条规则：" + id, "there is no rule " + id},
                         .fix = {"规则编号如 CAB-02", "rule ids look like CAB-02"},
                         .where = {}};
        chosen.push_back(find_rule(id));
    }
    return run_checks(facts, deck, std::span<const Rule* const>(chosen), run);
}

std::size_t CheckReport::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return !finding.waiver && finding.severity == severity;
    }));
}

std::size_t CheckReport::waived() const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.waiver.has_value(); }));
}

std::size_t CheckReport::not_checked() const {
    return static_cast<std::size_t>(std::count_if(rules.begin(), rules.end(), [](const RuleReport& rule) {
        return rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
               rule.outcome == RuleOutcome::failed;
    }));
}

const RuleReport* CheckReport::find(std::string_view rule) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleReport& r) { return r.id == rule; });
    return found != rules.end() ? &*found : nullptr;
}

CheckReport updated(CheckReport before, CheckReport newer) {
    const auto place = [](std::string_view rule) {
        const std::span<const Rule* const> all = rule_catalogue();
        return std::ranges::find(all, rule, &Rule::id) - all.begin();
    };
    std::set<std::string> again;
    for (const RuleReport& rule : newer.rules)
        again.insert(rule.id);
    const auto join = [&](auto& old, auto& fresh, auto rule_of) {
        std::erase_if(old, [&](const auto& one) { return again.contains(std::string(std::invoke(rule_of, one))); });
        fresh.insert(fresh.end(), std::make_move_iterator(old.begin()), std::make_move_iterator(old.end()));
        std::ranges::stable_sort(fresh, {}, [&](const auto& one) { return place(std::invoke(rule_of, one)); });
    };
    join(before.rules, newer.rules, &RuleReport::id);
    join(before.findings, newer.findings, &Finding::rule);
    join(before.near_misses, newer.near_misses, &NearMiss::rule);
    return newer;
}

std::span<const Choice> choices(RuleOutcome) {
    static constexpr Choice list[] = {{"passed", {"通过", "Passed"}},
                                      {"findings", {"有问题", "Findings"}},
                                      {"waived", {"已豁免", "Waived"}},
                                      {"switched-off", {"已停用", "Switched off"}},
                                      {"needs-input", {"缺少输入", "Needs input"}},
                                      {"not-applicable", {"不适用", "Not applicable"}},
                                      {"cancelled", {"已取消", "Cancelled"}},
                                      {"failed", {"运行失败", "Failed to run"}}};
    return list;
}

} // namespace riser
