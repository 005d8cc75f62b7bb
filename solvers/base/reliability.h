// SPDX-License-Identifier: GPL-3.0-or-later
// How often things fail and how long they are down then, by kind: rows of a table that a rule deck holds, for what the
// design says nothing of. No number stands in code.
#pragma once

#include "model/base/units.h"
#include "solvers/base/trust.h"

namespace riser {

// In the order of the keys by which decks name them.
enum class ReliabilityKind {
    device,
    card,
    supply,
    port,
    cable,
    panel,
    pathway,
    shaft,
    rack,
    room,
    compartment,
    strip,
    circuit,
    transfer_switch,
    ups,
    mains,
    generator,
    battery,
    entrance,
    handoff,
};

struct Reliability {
    ReliabilityKind kind = ReliabilityKind::device;
    Hours between;  // from failure to failure, MTBF
    Seconds repair; // until it works again, MTTR
    Trust trust = Trust::practice;
    bool operator==(const Reliability&) const = default;
};

// The share of time that it is down, MTTR / (MTBF + MTTR), as of a thing that is repaired (AV-01). 0 where neither is
// stated.
constexpr double unavailability(Hours between, Seconds repair) {
    const double up = static_cast<double>(between.value) * 3'600;
    const double down = static_cast<double>(repair.value);
    return down > 0 ? down / (up + down) : 0;
}

// AV-01: of a year of 365 days.
constexpr double minutes_a_year = 525'600;

std::span<const struct Choice> choices(ReliabilityKind);

} // namespace riser
