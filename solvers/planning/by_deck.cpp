// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/by_deck.h"

#include "solvers/checks/fire_rating_parameters.h"
#include "solvers/checks/project_settings.h"
#include "solvers/checks/wireless_options.h"

#include <algorithm>

namespace riser {

namespace {

class ByDeck {
  public:
    // `holds`: the deck as it holds for the project.
    ByDeck(const Deck& holds, const Deck& deck) : deck_(holds), as_shipped_(deck) {}

    PlanningOptions take() && {
        out_.access_points.wireless = wireless_options(deck_);
        out_.equipment.links = deck_.links;
        out_.zones.tables = deck_.links;
        size_rooms();
        permit_lengths();
        limit_fill();
        rate_penetrations();
        number_equipment();
        number_power();
        number_addresses();
        return std::move(out_);
    }

  private:
    // The numbers of a rule that is on.
    std::optional<Parameters> numbers(std::string_view id) const {
        const DeckRule* rule = deck_.find(id);
        return rule && rule->state == RuleState::on ? std::optional(Parameters(rule->parameters)) : std::nullopt;
    }
    template<class Value> static void lower(Value& value, Value most) { value = std::min(value, most); }

    void size_rooms() {
        RoomLimits& limits = out_.spaces.limits;
        if (const auto of = numbers("ROOM-02"))
            limits.area_for_points = of->area("min");
        std::optional<Millimetres> reach;
        const auto within = [&](Millimetres most) { reach = std::min(reach.value_or(most), most); };
        if (const auto of = numbers("CAB-02"))
            within(of->length("max"));
        if (const auto of = numbers("ROOM-01")) {
            limits.points = static_cast<std::int32_t>(of->count("points"));
            within(of->length("reach"));
        }
        if (const auto of = numbers("REACH-01")) {
            limits.slack = of->length("slack");
            within(of->length("max"));
        }
        if (const auto of = numbers("CAB-07")) {
            within(of->length("max"));
            limits.base = of->temperature("base");
            limits.knee = of->temperature("knee");
            limits.warm = of->share("unscreened");
            limits.hot = of->share("unscreened-hot");
        }
        limits.reach = reach.value_or(limits.reach);
    }

    void permit_lengths() {
        const auto of = numbers("POE-03");
        if (!of)
            return;
        PermittedLength permitted{.derating = {.max = of->length("max"),
                                               .base = of->temperature("base"),
                                               .knee = of->temperature("knee"),
                                               .unscreened = of->share("unscreened"),
                                               .unscreened_hot = of->share("unscreened-hot"),
                                               .screened = of->share("screened")},
                                  .heat = deck_.links,
                                  .tied = static_cast<std::int32_t>(of->count("tied"))};
        for (const std::string_view rule : {"CAB-02", "CAB-07"})
            if (const auto also = numbers(rule))
                lower(permitted.derating.max, also->length("max"));
        out_.cables.permitted = std::move(permitted);
    }

    std::array<SectionOptions*, 3> sections() {
        return {&out_.pathways.sections, &out_.cables.sections, &out_.backbone.sections};
    }

    void limit_fill() {
        const auto limit = [&](std::string_view id, BasisPoints SectionOptions::*fill) {
            const auto of = numbers(id);
            if (!of)
                return;
            const bool own = deck_.find(id)->parameters != as_shipped_.find(id)->parameters;
            for (SectionOptions* each : sections())
                each->*fill = own ? of->share("max") : std::min(each->*fill, of->share("max"));
        };
        limit("PATH-01", &SectionOptions::fill_tray);
        limit("PATH-02", &SectionOptions::fill_conduit);
    }

    // What holes are made with.
    void rate_penetrations() {
        const auto of = numbers("FIRE-04");
        if (!of)
            return;
        out_.pathways.penetrations.ratings = fire_ratings(*of);
        out_.pathways.penetrations.allowance = of->length("allowance");
        for (SectionOptions* each : sections())
            each->hole_allowance = of->length("allowance");
    }

    void number_equipment() {
        EquipmentOptions& equipment = out_.equipment;
        if (const auto of = numbers("AV-09"))
            equipment.growth = of->share("growth");
        if (const auto of = numbers("POE-01"))
            equipment.poe_reserve = of->share("reserve");
        if (const auto of = numbers("AV-07")) {
            equipment.access_ratio = static_cast<std::int32_t>(of->count("access"));
            equipment.core_ratio = static_cast<std::int32_t>(of->count("distribution"));
        }
        if (const auto of = numbers("ROOM-06"))
            equipment.clearances = {.front = of->length("front"),
                                    .rear = of->length("rear"),
                                    .side = of->length("side"),
                                    .pitch = of->length("pitch"),
                                    .wall_units = static_cast<std::int32_t>(of->count("wall-units"))};
    }

    void number_power() {
        PowerOptions& power = out_.power;
        if (const auto of = numbers("AV-12")) {
            power.usable = of->share("usable");
            power.autonomy = std::max(power.autonomy, Seconds(static_cast<std::int32_t>(of->count("minutes") * 60)));
        }
        if (const auto of = numbers("DES-11"))
            lower(power.usable, of->share("usable"));
    }

    void number_addresses() {
        AddressOptions& addresses = out_.addresses;
        if (const auto of = numbers("VL-02")) {
            addresses.avoided = {static_cast<std::int32_t>(of->count("default"))};
            for (std::int64_t n = of->count("kept-first"); n <= of->count("kept-last"); ++n)
                addresses.avoided.push_back(static_cast<std::int32_t>(n));
        }
        if (const auto of = numbers("VL-04"))
            addresses.most_hosts = static_cast<std::int32_t>(of->count("max"));
        if (const auto of = numbers("VL-12"))
            lower(addresses.most_hosts, static_cast<std::int32_t>(of->count("max")));
        if (const auto of = numbers("VL-05"))
            addresses.growth = of->share("growth");
        if (const auto of = numbers("VL-08")) {
            const auto range = [&](std::string_view first, std::string_view last) {
                return VlanRange{static_cast<std::int32_t>(of->count(first)),
                                 static_cast<std::int32_t>(of->count(last))};
            };
            addresses.shared = range("shared-first", "shared-last");
            addresses.things = range("things-first", "things-last");
            addresses.infrastructure = range("infrastructure-first", "infrastructure-last");
        }
    }

    const Deck& deck_;
    const Deck& as_shipped_;
    PlanningOptions out_;
};

} // namespace

PlanningOptions planning_options(const Deck& deck) { return ByDeck(deck, deck).take(); }

PlanningOptions planning_options(const Deck& deck, const Design& design) {
    const Deck holds = settled_deck(deck, design);
    return ByDeck(holds, deck).take();
}

} // namespace riser
