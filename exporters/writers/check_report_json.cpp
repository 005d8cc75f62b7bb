// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/check_report.h"
#include "model/fields/field.h"

#include <nlohmann/json.hpp>

#include <map>

namespace riser {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
    // Names in a design may hold bytes that are no UTF-8 when they came from elsewhere than a file.
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json amount_json(const Amount& amount) { return present(amount) ? Json(number_of(amount)) : Json(); }

// Of a finding or a near miss.
template<class Row> Json place_json(const Row& finding, const Design& design) {
    if (!finding.floor && !finding.place)
        return {};
    Json out = Json::object();
    out["floor"] = finding.floor ? Json(to_string(*finding.floor)) : Json();
    const Floor* floor = design.find(finding.floor);
    out["label"] = floor ? Json(floor->label) : Json();
    if (finding.place) {
        out["x"] = finding.place->x;
        out["y"] = finding.place->y;
    }
    return out;
}

Json ids_json(const std::vector<AnyId>& rows) {
    Json out = Json::array();
    for (const AnyId row : rows)
        out.push_back(to_string(row));
    return out;
}

Json near_miss_json(const NearMiss& miss, const Design& design) {
    return {{"rule", miss.rule},
            {"subjects", ids_json(miss.subjects)},
            {"limit", number_of(miss.limit)},
            {"actual", number_of(miss.actual)},
            {"unit", std::string(unit_of(miss.actual))},
            {"share", miss.share.value},
            {"place", place_json(miss, design)}};
}

Json finding_json(const Finding& finding, const Design& design) {
    Json out = Json::object();
    out["rule"] = finding.rule;
    out["severity"] = std::string(key_of(finding.severity));
    out["subjects"] = ids_json(finding.subjects);
    out["limit"] = amount_json(finding.limit);
    out["actual"] = amount_json(finding.actual);
    out["unit"] = std::string(unit_of(present(finding.actual) ? finding.actual : finding.limit));
    out["place"] = place_json(finding, design);
    out["message"] = {{"zh", finding.message.zh}, {"en", finding.message.en}};
    out["waived"] = finding.waiver.has_value();
    return out;
}

std::string_view level_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::information:
        return "note";
    }
    return "none";
}

bool unchecked(const RuleReport& rule) {
    return rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
           rule.outcome == RuleOutcome::failed;
}

Json sarif_rule(const RuleReport& rule) {
    Json out = {{"id", rule.id}};
    if (!rule.title.empty())
        out["shortDescription"] = {{"text", rule.title.in(Language::en)}};
    if (!rule.basis.empty())
        out["fullDescription"] = {{"text", rule.basis.in(Language::en)}};
    if (!rule.fix.empty())
        out["help"] = {{"text", rule.fix.in(Language::en)}};
    out["defaultConfiguration"] = {{"enabled", rule.outcome != RuleOutcome::switched_off},
                                   {"level", std::string(level_of(rule.severity))}};
    out["properties"] = {{"state", std::string(key_of(rule.outcome))}, {"title.zh", rule.title.zh}};
    return out;
}

// SARIF's locations are URIs: what a URI may not hold is percent-encoded, byte by byte.
std::string uri_of(std::string_view path) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

// Of the file, and of the rows in it; null when there is neither.
Json sarif_location(const std::vector<AnyId>& subjects, std::string_view file) {
    Json out;
    if (!file.empty())
        out["physicalLocation"] = {{"artifactLocation", {{"uri", uri_of(file)}}}};
    Json logical = Json::array();
    for (const AnyId subject : subjects)
        logical.push_back({{"name", to_string(subject)}, {"kind", std::string(element_name(subject.kind))}});
    if (!logical.empty())
        out["logicalLocations"] = std::move(logical);
    return out;
}

Json sarif_near_miss(const NearMiss& miss, const Design& design, std::size_t rule_index, std::string_view file) {
    const Text sentence = sentence_of(miss);
    Json out = Json::object();
    out["ruleId"] = miss.rule;
    out["ruleIndex"] = rule_index;
    out["level"] = "note";
    out["message"] = {{"text", "near miss: " + miss.subject.en + ": " + sentence.en}};
    if (Json location = sarif_location(miss.subjects, file); !location.is_null())
        out["locations"] = Json::array({std::move(location)});
    out["properties"] = {{"near-miss", true},
                         {"message.zh", "接近限值：" + miss.subject.zh + "：" + sentence.zh},
                         {"place", place_json(miss, design)}};
    return out;
}

Json sarif_result(const Finding& finding, const Design& design, std::size_t rule_index, std::string_view file) {
    Json location = sarif_location(finding.subjects, file);
    Json out = Json::object();
    out["ruleId"] = finding.rule;
    out["ruleIndex"] = rule_index;
    out["level"] = std::string(level_of(finding.severity));
    out["message"] = {{"text", finding.message.in(Language::en)}};
    if (!location.is_null())
        out["locations"] = Json::array({std::move(location)});
    if (finding.waiver) {
        const Waiver* waiver = design.find(finding.waiver);
        out["suppressions"] = Json::array({{{"kind", "external"},
                                            {"status", "accepted"},
                                            {"justification", waiver ? waiver->reason : std::string()}}});
    }
    out["properties"] = {{"message.zh", finding.message.zh}, {"place", place_json(finding, design)}};
    return out;
}

} // namespace

std::string check_json(const CheckReport& report, const Design& design, NearMisses near) {
    Json rules = Json::array();
    for (const RuleReport& rule : report.rules)
        rules.push_back({{"id", rule.id},
                         {"state", std::string(key_of(rule.outcome))},
                         {"findings", rule.findings},
                         {"waived", rule.waived}});
    Json findings = Json::array();
    for (const Finding& finding : report.findings)
        findings.push_back(finding_json(finding, design));
    Json out = Json::object();
    out["deck"] = report.deck;
    out["rules"] = std::move(rules);
    out["findings"] = std::move(findings);
    if (near == NearMisses::shown) {
        out["near-misses"] = Json::array();
        for (const NearMiss& miss : report.near_misses)
            out["near-misses"].push_back(near_miss_json(miss, design));
    }
    return dumped(out);
}

std::string check_sarif(const CheckReport& report, const Design& design, std::string_view file, NearMisses near) {
    Json rules = Json::array();
    Json missed = Json::array();
    std::map<std::string, std::size_t, std::less<>> index;
    for (const RuleReport& rule : report.rules) {
        index.emplace(rule.id, rules.size());
        rules.push_back(sarif_rule(rule));
        if (!unchecked(rule))
            continue;
        std::string why = "not checked (" + std::string(key_of(rule.outcome)) + ")";
        for (const Text& note : rule.notes)
            why += "; " + note.in(Language::en);
        missed.push_back(
            {{"level", "error"}, {"message", {{"text", rule.id + ": " + why}}}, {"associatedRule", {{"id", rule.id}}}});
    }
    Json results = Json::array();
    for (const Finding& finding : report.findings)
        if (const auto at = index.find(finding.rule); at != index.end())
            results.push_back(sarif_result(finding, design, at->second, file));
    for (const NearMiss& miss : report.near_misses)
        if (const auto at = index.find(miss.rule); near == NearMisses::shown && at != index.end())
            results.push_back(sarif_near_miss(miss, design, at->second, file));
    Json invocation = {{"executionSuccessful", missed.empty()}};
    if (!missed.empty())
        invocation["toolExecutionNotifications"] = std::move(missed);
    Json run = Json::object();
    run["tool"] = {{"driver", {{"name", "riser"}, {"rules", std::move(rules)}}}};
    run["invocations"] = Json::array({std::move(invocation)});
    run["results"] = std::move(results);
    run["properties"] = {{"deck", report.deck}};
    Json out = Json::object();
    out["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
    out["version"] = "2.1.0";
    out["runs"] = Json::array({std::move(run)});
    return dumped(out);
}

} // namespace riser
