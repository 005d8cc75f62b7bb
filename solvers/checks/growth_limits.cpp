// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/growth_limits.h"

namespace riser {

GrowthLimits growth_limits(const Deck& deck) {
    GrowthLimits out;
    const auto rule = [&](std::string_view id) {
        const DeckRule* row = deck.find(id);
        return row && row->state == RuleState::on ? std::optional(Parameters(row->parameters)) : std::nullopt;
    };
    if (const auto ups = rule("AV-12"))
        out.ups = ups->share("usable");
    if (const auto feed = rule("DES-11"))
        out.feed = feed->share("usable");
    if (const auto tray = rule("PATH-01"))
        out.tray = tray->share("max");
    if (const auto conduit = rule("PATH-02"))
        out.conduit = conduit->share("max");
    if (const auto uplinks = rule("AV-07")) {
        out.access = uplinks->count("access");
        out.distribution = uplinks->count("distribution");
    }
    return out;
}

} // namespace riser
