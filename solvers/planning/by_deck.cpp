// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/by_deck.h"

#include "solvers/checks/fire_rating_parameters.h"
#include "solvers/checks/wireless_options.h"

#include <algorithm>

namespace riser {

namespace {

// The deck's numbers for VLANs and prefixes, of the rules that are on.
void number_addresses(const Deck& deck, AddressOptions& out) {
    const auto numbers = [&](std::string_view id) {
        const DeckRule* rule = deck.find(id);
        return rule && rule->state == RuleState::on ? std::optional(Parameters(rule->parameters)) : std::nullopt;
    };
    if (const auto of = numbers("VL-02")) {
        out.avoided = {static_cast<std::int32_t>(of->count("default"))};
        for (std::int64_t n = of->count("kept-first"); n <= of->count("kept-last"); ++n)
            out.avoided.push_back(static_cast<std::int32_t>(n));
    }
    if (const auto of = numbers("VL-04"))
        out.most_hosts = static_cast<std::int32_t>(of->count("max"));
    if (const auto of = numbers("VL-05"))
        out.growth = of->share("growth");
    if (const auto of = numbers("VL-08")) {
        const auto range = [&](std::string_view first, std::string_view last) {
            return VlanRange{static_cast<std::int32_t>(of->count(first)), static_cast<std::int32_t>(of->count(last))};
        };
        out.shared = range("shared-first", "shared-last");
        out.things = range("things-first", "things-last");
        out.infrastructure = range("infrastructure-first", "infrastructure-last");
    }
}

// Sections are filled no further than the rules let them be.
void limit_fill(const Deck& deck, PlanningOptions& out) {
    const auto lower = [&](std::string_view id, BasisPoints SectionOptions::*fill) {
        const DeckRule* rule = deck.find(id);
        if (!rule || rule->state != RuleState::on)
            return;
        const BasisPoints most = Parameters(rule->parameters).share("max");
        for (SectionOptions* sections : {&out.pathways.sections, &out.cables.sections, &out.backbone.sections})
            sections->*fill = std::min(sections->*fill, most);
    };
    lower("PATH-01", &SectionOptions::fill_tray);
    lower("PATH-02", &SectionOptions::fill_conduit);
}

// What holes are made with, of FIRE-04.
void rate_penetrations(const Deck& deck, PlanningOptions& out) {
    const DeckRule* rule = deck.find("FIRE-04");
    if (!rule || rule->state != RuleState::on)
        return;
    const Parameters numbers(rule->parameters);
    out.pathways.penetrations.ratings = fire_ratings(numbers);
    const Millimetres allowance = numbers.length("allowance");
    out.pathways.penetrations.allowance = allowance;
    for (SectionOptions* sections : {&out.pathways.sections, &out.cables.sections, &out.backbone.sections})
        sections->hole_allowance = allowance;
}

} // namespace

PlanningOptions planning_options(const Deck& deck) {
    PlanningOptions out;
    out.access_points.wireless = wireless_options(deck);
    out.equipment.links = deck.links;
    out.zones.tables = deck.links;
    number_addresses(deck, out.addresses);
    limit_fill(deck, out);
    rate_penetrations(deck, out);
    const DeckRule* rule = deck.find("POE-03");
    if (rule && rule->state == RuleState::on) {
        const Parameters numbers(rule->parameters);
        out.cables.permitted = PermittedLength{.derating = {.max = numbers.length("max"),
                                                            .base = numbers.temperature("base"),
                                                            .knee = numbers.temperature("knee"),
                                                            .unscreened = numbers.share("unscreened"),
                                                            .unscreened_hot = numbers.share("unscreened-hot"),
                                                            .screened = numbers.share("screened")},
                                               .heat = deck.links,
                                               .tied = static_cast<std::int32_t>(numbers.count("tied"))};
    }
    return out;
}

} // namespace riser
