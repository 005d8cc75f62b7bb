// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of laws_of(), each adding to the laws of every plane. Used by laws.cpp alone.
#pragma once

#include "designer/verify/laws.h"

namespace riser::verify {

std::string token(const std::vector<AnyId>& rows, const std::string& value = {});
void read_addresses(const Design& design, std::map<LawKey, LawOfPlane>& laws);
void read_boundaries(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws);

void read_jacks(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws);
void read_ways(const Design& design, const Wiring& wiring, std::map<LawKey, LawOfPlane>& laws);

} // namespace riser::verify
