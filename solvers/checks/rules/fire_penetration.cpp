// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/fire_crossings.h"
#include "solvers/checks/fire_rating_parameters.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

Text where(FactInput& facts, const Crossing& crossing) {
    if (const FireCompartment* row = facts.find(FireCompartmentId{crossing.through.value});
        row && crossing.of == CrossingOf::compartment)
        return {"防火分区 " + row->label, "fire compartment " + row->label};
    const Floor* floor = facts.find(crossing.floor);
    const std::string label = floor ? floor->label : std::string();
    return {label + " 楼板", "the slab of " + label};
}

FireClass class_of(FactInput& facts, FloorId id) {
    const Floor* floor = facts.find(id);
    const Building* building = floor ? facts.find(floor->building) : nullptr;
    return building ? building->fire_class : FireClass::first;
}

// What is wrong with the hole of a run; nothing when it will do.
std::optional<Text> fault_of(const Penetration& hole, const PathwayRun& run, const Text& at,
                             std::optional<Seconds> asked) {
    if (hole.stopping.empty())
        return Text{"在" + at.zh + "处未注明封堵", "says no fire stopping at " + at.en};
    if (const std::optional<Seconds> promised = promised_rating(hole.stopping); asked && promised && *promised < *asked)
        return Text{"在" + at.zh + "处的封堵耐火 " + rating_text(*promised) + "，应不低于 " + rating_text(*asked),
                    "is stopped for " + rating_text(*promised) + " at " + at.en + ", " + rating_text(*asked) +
                        " is needed"};
    if (!hole.sleeved)
        return Text{"在" + at.zh + "处没有套管", "has no sleeve at " + at.en};
    // Turned by a quarter it is the same hole.
    const auto sides = [](Millimetres a, Millimetres b) { return std::pair(std::min(a, b), std::max(a, b)); };
    const auto open = sides(hole.width, hole.height), filled = sides(run.width, run.height);
    const bool has_size = hole.width.value > 0 && hole.height.value > 0;
    if (has_size && open.first >= filled.first && open.second >= filled.second)
        return std::nullopt;
    const auto size = [](Millimetres a, Millimetres b) {
        return std::to_string(a.value) + "×" + std::to_string(b.value) + " mm";
    };
    const std::string hole_size = size(hole.width, hole.height), run_size = size(run.width, run.height);
    return Text{"在" + at.zh + "处仅 " + hole_size + "，小于桥架 " + run_size,
                "measures " + hole_size + " at " + at.en + ", less than the pathway's " + run_size};
}

} // namespace

constexpr Rule fire_penetration{
    .id = "FIRE-04",
    .group = RuleGroup::fire,
    .parameters = {{{.name = "near"},
                    {.name = "allowance", .high = 1'000}, // about the section; planning only
                    {.name = "walls", .dimension = Dimension::count, .high = 1'440},
                    {.name = "slab-first", .dimension = Dimension::count, .high = 1'440},
                    {.name = "slab-second", .dimension = Dimension::count, .high = 1'440},
                    {.name = "slab-third", .dimension = Dimension::count, .high = 1'440}}},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres near = deck.length("near");
            const FireRatings ratings = fire_ratings(deck);
            for (const FireCrossing& found : facts.get<FireCrossings>().list) {
                ++findings.examined;
                const Crossing& crossing = found.crossing;
                const PathwayRun* run = facts.find(crossing.run);
                const Penetration* hole = found.hole ? facts.find(*found.hole) : nullptr;
                const Text at = where(facts, crossing);
                // A slab is one hole wherever the shaft comes through; a wall has its hole where the run is.
                if (!hole || (crossing.of == CrossingOf::compartment && found.off > near)) {
                    findings.add({.subjects = {crossing.run},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", Text{"穿越" + at.zh + "处没有孔洞与封堵",
                                                             "has no penetration where it crosses " + at.en}}}});
                } else if (const std::optional<Text> fault = fault_of(
                               *hole, *run, at, rating_of(ratings, crossing.of, class_of(facts, crossing.floor)))) {
                    findings.add({.subjects = {hole->id, crossing.run},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", *fault}}});
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有穿越防火分隔的路由", "no pathway crosses a fire barrier"};
        },
};

} // namespace riser
