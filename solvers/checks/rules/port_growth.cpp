// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/base/growth.h"
#include "solvers/checks/rules/rules.h"

#include <cmath>
#include <map>

namespace riser {

namespace {

std::variant<Text, Amount, AnyId> plane_word(const std::optional<PlaneId>& plane) {
    if (plane)
        return AnyId(*plane);
    return Text{"未分网络", "no network"};
}

} // namespace

// The brief's growth over its years where it states one, else the deck's.
constexpr Rule port_growth{
    .id = "AV-09",
    .group = RuleGroup::points,
    .parameters = {{{.name = "growth", .dimension = Dimension::share, .low = 0, .high = 100'000}}},
    .words = {"plane"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const double factor = growth_factor(facts.find(the_brief), deck.share("growth"));
            struct Ports {
                std::int64_t used = 0;
                std::int64_t all = 0;
            };
            std::map<std::pair<SpaceId, std::optional<PlaneId>>, Ports> spaces;
            for (const Port& port : facts.table<Port>()) {
                const Equipment* device = facts.find(port.equipment);
                const EquipmentType* type = device ? facts.find(device->type) : nullptr;
                if (!type || type->role != EquipmentRole::access_switch || port.medium != Medium::copper ||
                    device->status == Status::remove || port.status == Status::remove || !device->space)
                    continue;
                Ports& ports = spaces[{*device->space, device->plane}];
                ports.used += port.mode != PortMode::unused;
                ++ports.all;
            }
            for (const auto& [at, ports] : spaces) {
                ++findings.examined;
                const auto wanted =
                    static_cast<std::int64_t>(std::ceil(static_cast<double>(ports.used) * factor - 1e-9));
                findings.at_least(
                    {.subjects = at.second ? std::vector<AnyId>{at.first, *at.second} : std::vector<AnyId>{at.first},
                     .limit = Count{wanted},
                     .actual = Count{ports.all},
                     .words = {{"plane", plane_word(at.second)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有接入交换机", "there is no access switch yet"};
        },
};

} // namespace riser
