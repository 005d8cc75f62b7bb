// SPDX-License-Identifier: GPL-3.0-or-later
// Devices of several supplies that one strip, circuit, transfer switch or UPS takes down all the same, and the fewest
// cords to move to another strip of their rack so that none does: as many devices as free sockets allow (a matching),
// one cord each, which no choice does with fewer. Moving a cord has no price.
#pragma once

#include "solvers/failure/failure_model.h"

#include <optional>

namespace riser {

struct CordMove {
    PowerSupplyId supply;
    PduId from, to;
    bool operator==(const CordMove&) const = default;
};

struct CordFix {
    EquipmentId device;
    std::optional<RackId> rack;
    std::vector<FailureElement> points = {}; // each takes all feeds of the device alone; sorted
    std::optional<CordMove> move = {};
    // Without a move: whether a strip of the rack would do, had it a free socket.
    bool no_socket = false;
    bool operator==(const CordFix&) const = default;
};

// By device. What a strip carries is not reckoned. O(devices x strips of a rack).
std::vector<CordFix> cord_fixes(const Design& design);

// Strips, circuits, transfer switches and UPS each of which takes the feed down alone; sorted. By the README's
// sentences; a ring of feeds is cut where it comes back.
std::vector<FailureElement> feed_points(const Design& design, AnyId feed);

} // namespace riser
