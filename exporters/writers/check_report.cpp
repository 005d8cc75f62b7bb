// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/check_report.h"

#include "exporters/writers/markup.h"
#include "model/fields/field.h"

#include <algorithm>

namespace riser {

namespace {

bool unchecked(const RuleReport& rule) {
    return rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
           rule.outcome == RuleOutcome::failed;
}

std::string state_of(const RuleReport& rule, Language language) {
    std::string out = label_of(rule.outcome).in(language);
    if (rule.outcome == RuleOutcome::findings)
        out += " " + std::to_string(rule.findings);
    if (rule.waived > 0)
        out += (language == Language::zh ? "，豁免 " : ", waived ") + std::to_string(rule.waived);
    return out;
}

std::string joined(const std::vector<Text>& texts, Language language) {
    std::string out;
    for (const Text& text : texts)
        out += (out.empty() ? "" : language == Language::zh ? "；" : "; ") + text.in(language);
    return out;
}

std::string head_of(const RuleReport& rule, Language language) {
    return rule.title.empty() ? rule.id : rule.id + "  " + rule.title.in(language);
}

class TextWriter {
  public:
    TextWriter(const CheckReport& report, Language language, NearMisses near)
        : report_(report), language_(language), near_(near) {}

    std::string write() && {
        summary();
        for (const RuleReport& rule : report_.rules)
            if (rule.findings + rule.waived > 0)
                findings_of(rule);
        if (near_ == NearMisses::shown)
            near_misses();
        states();
        notes();
        return std::move(out_);
    }

  private:
    const std::string& said(const Text& text) const { return text.in(language_); }
    void line(const std::string& text) { out_ += text + "\n"; }

    void summary() {
        line(said({"规则集 ", "Deck "}) + report_.deck + (language_ == Language::zh ? "，" : ", ") +
             std::to_string(report_.rules.size()) + said({" 条规则", " rules"}));
        line(said({"错误 ", "Errors "}) + std::to_string(report_.count(Severity::error)) + "   " +
             said({"警告 ", "Warnings "}) + std::to_string(report_.count(Severity::warning)) + "   " +
             said({"提示 ", "Notes "}) + std::to_string(report_.count(Severity::information)) + "   " +
             said({"已豁免 ", "Waived "}) + std::to_string(report_.waived()) + "   " +
             said({"未检查 ", "NOT CHECKED "}) + std::to_string(report_.not_checked()));
        for (const RuleReport& rule : report_.rules)
            if (unchecked(rule)) {
                const std::string why = joined(rule.notes, language_);
                line("  " + said({"未检查 ", "NOT CHECKED "}) + head_of(rule, language_) + ": " +
                     said(label_of(rule.outcome)) + (why.empty() ? "" : said({"（", " ("}) + why + said({"）", ")"})));
            }
    }

    void findings_of(const RuleReport& rule) {
        line("");
        line(head_of(rule, language_) + "  [" + said(label_of(rule.severity)) + "]  " + state_of(rule, language_));
        line("  " + said({"依据：", "Basis: "}) + said(rule.basis) + said({"（", " ("}) + said(label_of(rule.force)) +
             said({"，", ", "}) + said(label_of(rule.trust)) + said({"）", ")"}));
        for (const Finding& finding : report_.findings)
            if (finding.rule == rule.id)
                line((finding.waiver ? said({"  ~ 已豁免：", "  ~ waived: "}) : std::string("  - ")) +
                     said(finding.message));
        if (!rule.fix.empty())
            line("  " + said({"处理：", "Fix: "}) + said(rule.fix));
    }

    void near_misses() {
        line("");
        line(said({"接近限值 ", "Near misses "}) + std::to_string(report_.near_misses.size()));
        const RuleReport* rule = nullptr;
        for (const NearMiss& miss : report_.near_misses) {
            if (!rule || rule->id != miss.rule)
                if (rule = report_.find(miss.rule); rule)
                    line("  " + head_of(*rule, language_) + said({"（", " ("}) + said(rule->basis) + said({"）", ")"}));
            line("  - " + said(miss.subject) + said({"：", ": "}) + said(sentence_of(miss)));
        }
    }

    void states() {
        line("");
        line(said({"各规则状态", "State of each rule"}));
        for (const RuleReport& rule : report_.rules) {
            const std::string notes = joined(rule.notes, language_);
            line("  " + head_of(rule, language_) + ": " + (unchecked(rule) ? said({"未检查，", "NOT CHECKED, "}) : "") +
                 state_of(rule, language_) + (notes.empty() ? "" : " - " + notes));
        }
    }

    void notes() {
        if (report_.notes.empty())
            return;
        line("");
        line(said({"无效的豁免与设置", "Waivers and settings without effect"}));
        for (const ReviewNote& note : report_.notes)
            line("  " + said(note.sentence));
    }

    const CheckReport& report_;
    Language language_;
    NearMisses near_;
    std::string out_;
};

class JunitWriter {
  public:
    JunitWriter(const CheckReport& report, Language language) : report_(report), language_(language) {}

    std::string write() && {
        std::size_t failures = 0;
        std::size_t errors = 0;
        std::size_t skipped = 0;
        std::string cases;
        for (const RuleReport& rule : report_.rules) {
            cases += "  <testcase classname=\"" + escaped(report_.deck + "." + std::string(key_of(rule.group))) +
                     "\" name=\"" + escaped(head_of(rule, language_)) + "\">\n";
            const bool fails = rule.findings > 0 && rule.severity == Severity::error;
            failures += fails;
            errors += unchecked(rule);
            if (fails)
                cases += "    <failure type=\"" + std::string(key_of(rule.severity)) + "\" message=\"" +
                         escaped(state_of(rule, language_)) + "\">" + escaped(sentences(rule)) + "</failure>\n";
            if (unchecked(rule))
                cases += "    <error type=\"" + std::string(key_of(rule.outcome)) + "\" message=\"" +
                         escaped(label_of(rule.outcome).in(language_)) + "\">" +
                         escaped(joined(rule.notes, language_)) + "</error>\n";
            const bool off = rule.outcome == RuleOutcome::not_applicable || rule.outcome == RuleOutcome::switched_off;
            skipped += off;
            if (off)
                cases += "    <skipped message=\"" +
                         escaped(label_of(rule.outcome).in(language_) + ": " + joined(rule.notes, language_)) +
                         "\"/>\n";
            if (!fails && rule.findings + rule.waived > 0)
                cases += "    <system-out>" + escaped(sentences(rule)) + "</system-out>\n";
            cases += "  </testcase>\n";
        }
        const std::string counts = "tests=\"" + std::to_string(report_.rules.size()) + "\" failures=\"" +
                                   std::to_string(failures) + "\" errors=\"" + std::to_string(errors) +
                                   "\" skipped=\"" + std::to_string(skipped) + "\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\"riser " +
               escaped(report_.deck) + "\" " + counts + ">\n" + cases + "</testsuite>\n</testsuites>\n";
    }

  private:
    std::string sentences(const RuleReport& rule) const {
        std::string out;
        for (const Finding& finding : report_.findings)
            if (finding.rule == rule.id)
                out += (finding.waiver ? Text{"已豁免：", "waived: "}.in(language_) : std::string()) +
                       finding.message.in(language_) + "\n";
        return out;
    }

    const CheckReport& report_;
    Language language_;
};

} // namespace

Text sentence_of(const NearMiss& miss) {
    // Where the two read alike, exactly.
    const Rounding rounding =
        miss.limit != miss.actual && display(miss.limit) == display(miss.actual) ? Rounding::exact : Rounding::reading;
    const std::string actual = display(miss.actual, rounding), limit = display(miss.limit, rounding);
    const std::string share = display(miss.share);
    return {actual + "，限值 " + limit + "（" + share + "）", actual + ", limit " + limit + " (" + share + ")"};
}

std::string check_text(const CheckReport& report, Language language, NearMisses near) {
    return TextWriter(report, language, near).write();
}

std::string check_junit(const CheckReport& report, Language language) { return JunitWriter(report, language).write(); }

} // namespace riser
