// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/laws.h"

#include "designer/verify/law_parts.h"

namespace riser::verify {

std::string token(const std::vector<AnyId>& rows, const std::string& value) {
    std::string out;
    for (const AnyId row : rows)
        out += riser::to_string(row) + ",";
    out += value;
    if (value.empty())
        out.pop_back();
    return out;
}

std::map<LawKey, LawOfPlane> laws_of(const Design& design, const Wiring& wiring, const PlainNetwork& network) {
    std::map<LawKey, LawOfPlane> all;
    read_addresses(design, all);
    read_boundaries(design, network, all);
    read_jacks(design, network, all);
    read_ways(design, wiring, all);
    std::erase_if(all, [&](const auto& entry) {
        const Plane* plane = design.find(entry.first.first);
        return !plane || plane->disclosure == Disclosure::secret || entry.second.facts.empty();
    });
    return all;
}

} // namespace riser::verify
