// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/analysis/channels.h"
#include "solvers/analysis/copper_links.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

Text checked(Trust trust) {
    return to_be_checked(trust) ? Text{"（请核对正式文本）", " (check the official text)"} : Text();
}

// "is 61.0 m long; Cat 6 carries 10 Gbit/s over 55.0 m", or that it does not at all.
Text problem_of(const CopperLink& link, Millimetres limit, Millimetres actual, const Text& where) {
    const std::string rate = display(link.rate);
    const Text category = label_of(link.category);
    if (limit.value == 0)
        return {category.zh + where.zh + " 不能承载 " + rate, "cannot run " + rate + " over " + category.en + where.en};
    return {"长 " + display(actual) + "，" + category.zh + where.zh + " 承载 " + rate + " 只达 " + display(limit),
            "is " + display(actual) + " long; " + category.en + where.en + " carries " + rate + " over " +
                display(limit)};
}

// Calls visit(channel with its cords, link, row of the table) for each channel whose speed is known and tabled. Cords
// that are not drawn count as long as the deck assumes.
template<class Visit>
void for_each_channel(FactInput& facts, const Parameters& deck, FindingList& findings, Visit visit) {
    const Table<CopperLink>& links = facts.get<CopperLinks>().jacks;
    const Millimetres work_area = deck.length("work-area-cord");
    const Millimetres equipment = deck.length("equipment-cords");
    std::size_t speechless = 0;
    std::size_t untabled = 0;
    for (const Channel& channel : facts.get<Channels>().jacks) {
        const CopperLink* link = links.find(channel.id);
        if (!link)
            continue;
        const CopperReach* row = deck.links().reach(link->category, link->rate);
        speechless += link->rate.value == 0;
        untabled += link->rate.value > 0 && !row;
        if (!row)
            continue;
        ++findings.examined;
        visit(channel.link_length + channel.cord_length + (channel.work_area_known ? Millimetres(0) : work_area) +
                  (channel.equipment_known ? Millimetres(0) : equipment),
              *link, *row);
    }
    if (speechless > 0)
        findings.needs = {std::to_string(speechless) + " 条信道的端口未给出速率",
                          "the ports of " + std::to_string(speechless) + " channels state no rate"};
    else if (untabled > 0)
        findings.needs = {std::to_string(untabled) + " 条信道的类别与速率不在表中",
                          "the table has no row for category and rate of " + std::to_string(untabled) + " channels"};
    else if (findings.examined == 0)
        findings.not_applicable = {"没有铜缆信道接到端口", "no copper channel is patched to a port"};
}

void judge(const CopperLink& link, Millimetres limit, Millimetres actual, const Text& where, Trust trust,
           FindingList& findings) {
    if (actual <= limit && !is_near(limit, actual))
        return; // most channels: no words are made for them
    std::vector<AnyId> subjects{link.id, link.port};
    if (link.weakest != AnyId(link.id))
        subjects.push_back(link.weakest);
    findings.at_most({.subjects = std::move(subjects),
                      .limit = limit,
                      .actual = actual,
                      .words = {{"problem", problem_of(link, limit, actual, where)},
                                {"part", link.weakest},
                                {"check", checked(trust)}}});
}

bool unscreened(const CopperLink& link) { return link.screen == Screen::utp || link.screen == Screen::none; }
Millimetres reach_of(const CopperLink& link, const CopperReach& row) {
    return unscreened(link) ? row.reach : row.screened;
}

} // namespace

constexpr Rule copper_reach{
    .id = "CAB-17",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "work-area-cord"}, {.name = "equipment-cords"}}},
    .tables = {"copper-reach"},
    .words = {"problem", "part", "check"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            for_each_channel(facts, deck, findings,
                             [&](Millimetres total, const CopperLink& link, const CopperReach& row) {
                                 judge(link, reach_of(link, row), total, {}, row.trust, findings);
                             });
        },
};

// Within reach alone, and not beside others that carry the same: alien crosstalk.
constexpr Rule copper_reach_in_bundles{
    .id = "CAB-18",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "work-area-cord"}, {.name = "equipment-cords"}}},
    .tables = {"copper-reach"},
    .words = {"problem", "part", "check"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            for_each_channel(facts, deck, findings,
                             [&](Millimetres total, const CopperLink& link, const CopperReach& row) {
                                 if (unscreened(link) && total <= row.reach)
                                     judge(link, row.bundled, total, {"（成束）", " in bundles"}, row.trust, findings);
                             });
        },
};

} // namespace riser
