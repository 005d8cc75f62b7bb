// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/brief.h"
#include "model/logical.h"
#include "solvers/analysis/power_loads.h"
#include "solvers/base/uplink_class.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

// Rows of which one failing takes all that hangs on it: strips and circuits, a UPS that is alone.
bool fails_alone(FactInput& facts, AnyId feed) {
    if (feed.kind == Kind::ups_units)
        return facts.find(UpsId{feed.value}) && facts.find(UpsId{feed.value})->topology == UpsTopology::single;
    return feed.kind == Kind::pdus || feed.kind == Kind::circuits;
}

} // namespace

// A device whose two supplies hang on one strip, circuit or lone UPS, in a network that the brief wants N+1 or more.
constexpr Rule single_feed{
    .id = "DES-12",
    .group = RuleGroup::design,
    .words = {"feed", "class"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const UplinkClasses classes(facts.table<RequirementClass>(), facts.table<Zone>(), facts.table<Service>());
            std::map<EquipmentId, std::vector<std::set<AnyId>>> devices; // what each supply hangs on
            for (const PowerSupply& supply : facts.table<PowerSupply>())
                if (supply.pdu && supply.status != Status::remove) {
                    const std::vector<AnyId> feeds = feeds_of(facts, *supply.pdu);
                    devices[supply.equipment].emplace_back(feeds.begin(), feeds.end());
                }
            for (const auto& [id, supplies] : devices) {
                const Equipment* device = facts.find(id);
                if (!device || device->status == Status::remove || !device->space || supplies.size() < 2)
                    continue;
                const RedundancyClass asked = classes.of(device->plane, *device->space);
                if (asked == RedundancyClass::n)
                    continue;
                ++findings.examined;
                AnyId shared; // nearest the source of what all of them hang on
                std::vector<AnyId> subjects{id};
                for (const AnyId feed : supplies.front()) {
                    if (!fails_alone(facts, feed) ||
                        !std::all_of(supplies.begin() + 1, supplies.end(),
                                     [&](const std::set<AnyId>& other) { return other.contains(feed); }))
                        continue;
                    subjects.push_back(feed);
                    if (shared.value == 0 || feed.kind == Kind::ups_units || shared.kind == Kind::pdus)
                        shared = feed;
                }
                if (shared.value != 0)
                    findings.add({.subjects = std::move(subjects),
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"feed", shared}, {"class", label_of(asked)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有要求冗余且双电源供电的设备",
                                           "no device with two fed supplies is in a network that must be redundant"};
        },
};

} // namespace riser
