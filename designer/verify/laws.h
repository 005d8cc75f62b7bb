// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of order on a plane, read off the rows in the plainest way: the facts that a certificate must list for each, and
// the first row that breaks it.
#pragma once

#include "designer/verify/network.h"

#include <map>
#include <set>
#include <string>

namespace riser::verify {

struct LawOfPlane {
    std::set<std::string> facts;  // "vl-7k3qx9m2pv,1001"
    std::optional<AnyId> breaker; // none: it holds
    Text how;                     // it breaks the law

    void breaks(AnyId row, Text why) {
        if (!breaker) {
            breaker = row;
            how = std::move(why);
        }
    }
};

// By plane and "numbers", "addresses", "gateways", "scopes", "grades", "policies", "guards", "exits", "wireless",
// "jacks", "ways"; of planes that are not secret, those with facts. O(rows log rows + prefixes x translations).
using LawKey = std::pair<PlaneId, std::string>;
std::map<LawKey, LawOfPlane> laws_of(const Design& design, const Wiring& wiring, const PlainNetwork& network);

} // namespace riser::verify
