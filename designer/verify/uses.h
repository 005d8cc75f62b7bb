// SPDX-License-Identifier: GPL-3.0-or-later
// Which objects each plane uses, read from the rows in the plainest way, to compare with what a certificate lists. What
// conducts (devices, cables, jacks, panel positions) carries the planes that it states; what states none carries those
// of all that it is joined to, over and over until nothing is added. An object is used by the planes it carries and by
// those of its neighbours. What holds others (panels, racks, runs, rooms) is used by the planes it states and by those
// that what it holds carries. Rows with status `remove` count for nothing.
#pragma once

#include "designer/verify/certificate.h"
#include "model/design.h"

#include <map>
#include <set>
#include <string>

namespace riser::verify {

// The plane, or 0: what belongs to no plane.
using PlaneOrNone = PlaneId;
// By kind ("device", "cable", …), sorted.
using UseOfPlane = std::map<std::string, std::set<Object>>;
// An entry for each plane of the design, and for none. O(rows x (log rows + the longest chain of objects that state no
// plane)).
std::map<PlaneOrNone, UseOfPlane> uses_of(const Design& design);

} // namespace riser::verify
