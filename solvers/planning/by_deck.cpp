// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/by_deck.h"

#include "solvers/checks/wireless_options.h"

namespace riser {

PlanningOptions planning_options(const Deck& deck) {
    PlanningOptions out;
    out.access_points.wireless = wireless_options(deck);
    out.equipment.links = deck.links;
    out.zones.tables = deck.links;
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
