// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/findings_table.h"

#include "exporters/tables/columns.h"
#include "model/fields/field.h"

#include <algorithm>

namespace riser {

namespace {

bool unchecked(const RuleReport& rule) {
    return rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
           rule.outcome == RuleOutcome::failed;
}

Text amount_text(const Amount& amount) { return present(amount) ? same_text(display(amount)) : Text(); }

Text joined(const std::vector<Text>& texts) {
    Text out;
    for (const Text& text : texts) {
        out.zh += (out.zh.empty() ? "" : "；") + text.in(Language::zh);
        out.en += (out.en.empty() ? "" : "; ") + text.in(Language::en);
    }
    return out;
}

TableRow row_of(const Finding& finding, const RuleReport* rule, const Design& design) {
    RowBuilder row(finding.subjects.empty() ? AnyId() : finding.subjects.front());
    row.text(label_of(finding.severity))
        .text(finding.rule)
        .text(rule ? rule->title : Text())
        .text(finding.subject)
        .text(floor_name(design, finding.floor))
        .text(finding.message)
        .text(amount_text(finding.limit))
        .text(amount_text(finding.actual))
        .text(rule ? rule->basis : Text())
        .text(rule ? rule->fix : Text());
    const Waiver* waiver = design.find(finding.waiver);
    if (waiver)
        row.text(Text{"豁免：" + waiver->reason + "（" + waiver->author + "）",
                      "waived: " + waiver->reason + " (" + waiver->author + ")"});
    else if (finding.waiver)
        row.text(Text{"豁免", "waived"});
    else
        row.empty();
    if (finding.waiver)
        row.tone(RowTone::muted);
    else if (finding.severity == Severity::error)
        row.tone(RowTone::attention);
    return row.done();
}

Text count_note(const CheckReport& report) {
    const auto number = [](std::size_t n) { return same_text(std::to_string(n)); };
    return fill({"规则集 {deck}：错误 {errors}，警告 {warnings}，提示 {notes}，已豁免 {waived}，未检查 {missed}。",
                 "Deck {deck}: {errors} errors, {warnings} warnings, {notes} notes, {waived} waived, "
                 "{missed} NOT CHECKED."},
                {{"deck", same_text(report.deck)},
                 {"errors", number(report.count(Severity::error))},
                 {"warnings", number(report.count(Severity::warning))},
                 {"notes", number(report.count(Severity::information))},
                 {"waived", number(report.waived())},
                 {"missed", number(report.not_checked())}});
}

} // namespace

std::vector<Text> not_checked(const CheckReport& report) {
    std::vector<Text> out;
    for (const RuleReport& rule : report.rules) {
        if (!unchecked(rule))
            continue;
        const Text why = joined(rule.notes);
        const Text state = label_of(rule.outcome);
        out.push_back({rule.id + " " + rule.title.in(Language::zh) + "：" + state.zh +
                           (why.zh.empty() ? "" : "（" + why.zh + "）"),
                       rule.id + " " + rule.title.in(Language::en) + ": " + state.en +
                           (why.en.empty() ? "" : " (" + why.en + ")")});
    }
    return out;
}

TableDocument findings_table(const CheckReport& report, const Design& design) {
    TableDocument table;
    table.name = "findings";
    table.sheet = {"问题清单", "Findings"};
    table.title = {"检查问题清单", "Findings of the check"};
    table.columns = {centred_column("severity", {"级别", "Severity"}),
                     text_column("rule", {"规则", "Rule"}),
                     text_column("title", {"名称", "Title"}),
                     text_column("subject", {"对象", "Subject"}),
                     floor_column(),
                     text_column("sentence", {"问题", "Finding"}, 60),
                     text_column("limit", {"限值", "Limit"}),
                     text_column("actual", {"实际", "Actual"}),
                     text_column("basis", {"依据", "Basis"}),
                     text_column("fix", {"处理", "Fix"}, 40),
                     text_column("waived", {"豁免", "Waived"})};
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    std::vector<const Finding*> findings;
    for (const Finding& finding : report.findings)
        findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
        return static_cast<int>(a->severity) > static_cast<int>(b->severity);
    });
    TableGroup& group = table.groups.emplace_back();
    for (const Finding* finding : findings)
        group.rows.push_back(row_of(*finding, report.find(finding->rule), design));
    if (findings.empty())
        table.notes.push_back({"没有发现问题。", "Nothing was found."});
    table.notes.push_back(count_note(report));
    for (const Text& missed : not_checked(report))
        table.notes.push_back({"未检查：" + missed.zh, "NOT CHECKED: " + missed.en});
    return table;
}

TableDocument rules_table(const CheckReport& report) {
    TableDocument table;
    table.name = "rules";
    table.sheet = {"规则", "Rules"};
    table.title = {"规则检查表", "What became of each rule"};
    table.columns = {text_column("rule", {"规则", "Rule"}),
                     text_column("title", {"名称", "Title"}),
                     centred_column("state", {"结果", "State"}),
                     count_column("examined", {"检查数", "Examined"}, TotalKind::none),
                     count_column("findings", {"问题", "Findings"}),
                     count_column("waived", {"豁免", "Waived"}),
                     centred_column("severity", {"级别", "Severity"}),
                     centred_column("force", {"效力", "Force"}),
                     text_column("trust", {"来源", "Trust"}),
                     text_column("basis", {"依据", "Basis"}),
                     text_column("notes", {"说明", "Notes"}, 50)};
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;
    TableGroup& group = table.groups.emplace_back();
    for (const RuleReport& rule : report.rules) {
        RowBuilder row;
        row.text(rule.id)
            .text(rule.title)
            .text(label_of(rule.outcome))
            .number(static_cast<std::int64_t>(rule.examined))
            .number(static_cast<std::int64_t>(rule.findings))
            .number(static_cast<std::int64_t>(rule.waived))
            .text(label_of(rule.severity))
            .text(label_of(rule.force))
            .text(label_of(rule.trust))
            .text(rule.basis)
            .text(joined(rule.notes));
        if (unchecked(rule))
            row.tone(RowTone::attention);
        else if (rule.outcome == RuleOutcome::not_applicable || rule.outcome == RuleOutcome::switched_off)
            row.tone(RowTone::muted);
        group.rows.push_back(row.done());
    }
    table.notes.push_back(count_note(report));
    for (const ReviewNote& note : report.notes)
        table.notes.push_back(note.sentence);
    return table;
}

} // namespace riser
