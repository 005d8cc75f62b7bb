// SPDX-License-Identifier: GPL-3.0-or-later
// How rules speak of things that alone part devices from what they must reach.
#pragma once

#include "solvers/checks/rule.h"
#include "solvers/failure/redundancy.h"

namespace riser {

// What parts the ends alone and counts against what is asked.
std::vector<FailureElement> weak_points(const WaysApart& row);

// "alone cuts the hosts of oa, mail off from the core; so does port GE1/0/1 of SRV1"; `what` may be empty.
Text cuts_off(FactInput& facts, std::span<const FailureElement> points, std::span<const AnyId> cut_off,
              const Text& what, const Text& from);

// "alone takes Service mail away from points in VLAN 10; so does …".
Text takes_away(FactInput& facts, std::span<const FailureElement> points, std::span<const AnyId> services,
                std::span<const VlanId> vlans);

// Rows that the points stand for, each once, then those cut off.
std::vector<AnyId> subjects_of(std::span<const FailureElement> points, std::span<const AnyId> cut_off);

} // namespace riser
