// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "solvers/checks/rules/rules.h"

#include <array>

namespace riser {

namespace {

struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool holds(std::int64_t number) const { return first <= number && number <= last; }
};

// A VLAN of a body takes the body's range, of things or of nobody the one for that; what joins devices of either is
// numbered among the infrastructure.
class Ranges {
  public:
    Ranges(FactInput& facts, const Parameters& deck) : facts_(facts), deck_(deck) {}

    std::array<Range, 2> of(const Vlan& vlan) const {
        const Range infrastructure = named("infrastructure-first", "infrastructure-last");
        const Zone* zone = facts_.find(vlan.zone);
        if (zone && zone->role == ZoneRole::things)
            return {named("things-first", "things-last"), infrastructure};
        const Body* body = facts_.find(vlan.body);
        if (body && body->vlan_first > 0 && body->vlan_last >= body->vlan_first)
            return {Range{body->vlan_first, body->vlan_last}, infrastructure};
        return {shared(), infrastructure};
    }

  private:
    Range named(std::string_view first, std::string_view last) const { return {deck_.count(first), deck_.count(last)}; }
    Range shared() const {
        for (const Body& body : facts_.table<Body>())
            if (body.code == "shared" && body.vlan_first > 0 && body.vlan_last >= body.vlan_first)
                return {body.vlan_first, body.vlan_last};
        return named("shared-first", "shared-last");
    }
    FactInput& facts_;
    const Parameters& deck_;
};

constexpr ParameterSpec number(std::string_view name) {
    return {.name = name, .dimension = Dimension::count, .low = 1, .high = 4'094};
}

std::string text_of(const Range& range) { return std::to_string(range.first) + "-" + std::to_string(range.last); }

} // namespace

// A number says whose a VLAN is: none is taken out of another's range.
constexpr Rule vlan_range{
    .id = "VL-08",
    .group = RuleGroup::logical,
    .parameters = {{number("shared-first"), number("shared-last"), number("things-first"), number("things-last"),
                    number("infrastructure-first"), number("infrastructure-last")}},
    .words = {"number", "ranges"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Ranges ranges(facts, deck);
            for (const Vlan& vlan : facts.table<Vlan>()) {
                if (!vlan.number)
                    continue;
                ++findings.examined;
                const auto [own, infrastructure] = ranges.of(vlan);
                const std::int64_t number = vlan.number->number();
                if (own.holds(number) || infrastructure.holds(number))
                    continue;
                const std::string both = text_of(own) + ", " + text_of(infrastructure);
                findings.add({.subjects = {vlan.id},
                              .limit = {},
                              .actual = {},
                              .words = {{"number", Count{number}}, {"ranges", same_text(both)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有 VLAN", "there is no VLAN yet"};
        },
};

} // namespace riser
