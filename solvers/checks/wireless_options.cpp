// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/wireless_options.h"

namespace riser {

Propagation propagation_of(const Parameters& radio) {
    const auto db = [&](std::string_view name) { return decibels(static_cast<std::int32_t>(radio.count(name))); };
    return {.frequency = {static_cast<std::int32_t>(radio.count("frequency"))},
            .sent = db("sent"),
            .margin = db("margin"),
            .losses = {.brick = db("brick"),
                       .concrete = db("concrete"),
                       .block = db("block"),
                       .drywall = db("drywall"),
                       .glass = db("glass"),
                       .metal = db("metal"),
                       .shielded = db("shielded"),
                       .unknown = db("unknown"),
                       .unknown_thin = db("unknown-thin"),
                       .door = db("door"),
                       .slab = db("slab")}};
}

WirelessOptions levels_of(const Parameters& rule) {
    WirelessOptions out;
    out.propagation = propagation_of(rule);
    out.levels = {.main = decibels(static_cast<std::int32_t>(rule.count("main"))),
                  .passage = decibels(static_cast<std::int32_t>(rule.count("passage")))};
    return out;
}

WirelessLoad load_of(const Parameters& rule) {
    return {.devices_per_person = rule.share("devices"),
            .at_once = rule.share("active"),
            .devices_per_point = static_cast<std::int32_t>(rule.count("clients")),
            .rate_per_device = megabits(rule.count("rate")),
            .rate_per_point = megabits(rule.count("throughput"))};
}

WirelessOptions wireless_options(const Deck& deck) {
    WirelessOptions out;
    if (const DeckRule* levels = deck.find("WIFI-01"))
        out = levels_of(Parameters(levels->parameters));
    if (const DeckRule* count = deck.find("WIFI-03"))
        out.load = load_of(Parameters(count->parameters));
    return out;
}

} // namespace riser
