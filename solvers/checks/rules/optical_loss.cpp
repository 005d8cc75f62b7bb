// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/optical_budget.h"
#include "solvers/base/decibels.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

class Links {
  public:
    Links(FactInput& facts, const LinkTables& tables, FindingList& findings)
        : facts_(facts), tables_(tables), lengths_(facts.get<CableLengths>()), findings_(findings) {}

    void check_design() {
        for (const OpticalLink& link : facts_.get<OpticalLinks>().links) {
            const OpticalAnswer answer = budget_of(link, lengths_, tables_, LossValues::design);
            if (note(answer) && !answer.budget)
                add(link, {}, {}, answer.impossible, {}, false);
            else if (answer.budget && !answer.budget->within_reach())
                add_reach(link, *answer.budget);
            else if (answer.budget && !answer.budget->within_loss())
                add_loss(link, *answer.budget, {"损耗", "loses"});
        }
        say_rest();
    }

    // Of links that work by design values: whether a cabling that just passes its acceptance test carries them too.
    void check_maximum() {
        for (const OpticalLink& link : facts_.get<OpticalLinks>().links) {
            const OpticalAnswer design = budget_of(link, lengths_, tables_, LossValues::design);
            if (!note(design) || !design.budget || !design.budget->works())
                continue;
            OpticalAnswer most = worst_loss(link, design.budget->application, lengths_, tables_, LossValues::maximum);
            if (most.budget)
                most.budget->source = design.budget->source;
            if (most.budget && !most.budget->within_loss())
                add_loss(link, *most.budget, {"按验收最大值损耗", "at the most that acceptance allows loses"});
        }
        say_rest();
    }

  private:
    // Whether it could be looked at; counts what could not.
    bool note(const OpticalAnswer& answer) {
        if (answer.unknown.empty())
            return ++findings_.examined, true;
        if (unknown_++ == 0)
            why_ = answer.unknown;
        return false;
    }
    void say_rest() {
        const std::string count = std::to_string(unknown_);
        if (unknown_ > 0)
            findings_.needs = {count + " 条光链路未能校核：" + why_.zh,
                               count + " fibre links are not checked: " + why_.en};
        else if (findings_.examined == 0)
            findings_.not_applicable = {"没有连通两台设备的光链路", "no fibre link joins two devices"};
    }

    static Text pmd_of(const OpticalBudget& budget) {
        const std::string& pmd = budget.application.pmd;
        return budget.source == PmdSource::transceiver ? same_text(pmd)
                                                       : Text{pmd + "（未选光模块，按此计）", pmd + " (assumed)"};
    }
    void add_reach(const OpticalLink& link, const OpticalBudget& budget) {
        const Text pmd = pmd_of(budget);
        const std::string length = display(budget.length), reach = display(budget.application.reach);
        add(link, budget.application.reach, budget.length,
            {"长 " + length + "，" + pmd.zh + " 只达 " + reach,
             "is " + length + " long; " + pmd.en + " reaches " + reach},
            {}, budget.to_be_checked);
    }
    void add_loss(const OpticalLink& link, const OpticalBudget& budget, const Text& loses) {
        const Text pmd = pmd_of(budget);
        const std::string loss = display(budget.loss), limit = display(budget.application.loss);
        const Text terms = explained(budget);
        add(link, budget.application.loss, budget.loss,
            {loses.zh + " " + loss + "，" + pmd.zh + " 允许 " + limit,
             loses.en + " " + loss + ", " + pmd.en + " allows " + limit},
            {"：" + terms.zh, ": " + terms.en}, budget.to_be_checked);
    }
    void add(const OpticalLink& link, Amount limit, Amount actual, Text problem, Text terms, bool to_be_checked) {
        const Port* a = facts_.find(link.a);
        const Port* b = facts_.find(link.b);
        const AnyId left = a ? AnyId(a->equipment) : AnyId(link.a);
        const AnyId right = b ? AnyId(b->equipment) : AnyId(link.b);
        std::vector<AnyId> subjects{left, right, link.a, link.b};
        for (const OpticalStretch& stretch : link.ways.front().stretches)
            subjects.emplace_back(stretch.cable);
        findings_.add(
            {.subjects = std::move(subjects),
             .limit = limit,
             .actual = actual,
             .words = {{"port", link.a},
                       {"other", right},
                       {"problem", std::move(problem)},
                       {"terms", std::move(terms)},
                       {"check", to_be_checked ? Text{"（请核对正式文本）", " (check the official text)"} : Text()}}});
    }

    FactInput& facts_;
    const LinkTables& tables_;
    const CableLengths& lengths_;
    FindingList& findings_;
    std::size_t unknown_ = 0;
    Text why_;
};

} // namespace

constexpr Rule optical_loss{
    .id = "FIB-01",
    .group = RuleGroup::cabling,
    .tables = {"fibre-applications", "fibre-attenuation", "joint-losses"},
    .words = {"port", "other", "problem", "terms", "check"},
    .check = [](FactInput& facts, const Parameters& deck,
                FindingList& findings) { Links(facts, deck.links(), findings).check_design(); },
};

constexpr Rule optical_loss_at_most{
    .id = "FIB-03",
    .group = RuleGroup::cabling,
    .tables = {"fibre-applications", "fibre-attenuation", "joint-losses"},
    .words = {"port", "other", "problem", "terms", "check"},
    .check = [](FactInput& facts, const Parameters& deck,
                FindingList& findings) { Links(facts, deck.links(), findings).check_maximum(); },
};

} // namespace riser
