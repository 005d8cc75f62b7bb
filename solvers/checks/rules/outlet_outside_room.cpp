// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/room_index.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Outlets on a wall stand up to half its thickness outside their room's outline.
constexpr Rule outlet_outside_room{
    .id = "DES-03",
    .group = RuleGroup::points,
    .parameters = {{{.name = "tolerance"}}},
    .words = {"room", "where"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres tolerance = deck.length("tolerance");
            for (const OutletPlace& outlet : facts.get<OutletPlaces>().outlets) {
                if (!outlet.assigned || !outlet.outside)
                    continue;
                ++findings.examined;
                if (*outlet.outside <= tolerance)
                    continue;
                const Room& room = *facts.find(*outlet.assigned);
                const bool other_floor = facts.find(outlet.id)->floor != room.floor;
                Text where = {"距其轮廓 " + display(*outlet.outside), display(*outlet.outside) + " from its outline"};
                if (other_floor)
                    where = {"在另一层", "on another floor"};
                findings.add({.subjects = {outlet.id},
                              .limit = other_floor ? Amount() : Amount(tolerance),
                              .actual = other_floor ? Amount() : Amount(*outlet.outside),
                              .words = {{"room", AnyId(room.id)}, {"where", where}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有归属有轮廓房间的插座", "no outlet belongs to a room with an outline"};
        },
};

} // namespace riser
