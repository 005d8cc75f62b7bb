// SPDX-License-Identifier: GPL-3.0-or-later
// What devices draw, what stands in racks weighs and draws, and what hangs on each circuit and UPS. A device draws its
// own power and what its ports promise to the powered devices patched to them, by the class of each (IEEE 802.3, PSE).
// Each strip, circuit and UPS carries the whole of what can come to hang on it: a device with two supplies loads both
// of its feeds in full, for when one fails.
#pragma once

#include "model/equipment.h"
#include "model/power.h"
#include "solvers/base/facts.h"

namespace riser {

struct DeviceLoad {
    EquipmentId id;
    Milliwatts own;
    Milliwatts poe;  // promised over its ports
    Milliwatts heat; // into its room: what its ports give goes to other rooms
    Milliwatts power() const { return own + poe; }
    bool operator==(const DeviceLoad&) const = default;
};

// Devices that are not to be removed. O(devices + jacks log ports).
struct DeviceLoads {
    Table<DeviceLoad> devices;
    bool operator==(const DeviceLoads&) const = default;
    static DeviceLoads compute(FactInput& input);
};

struct RackLoad {
    RackId id;
    std::int32_t used = 0; // units that something fills, on either side
    Grams weight;          // of devices; panels and cables state none
    Milliwatts power;
    Milliwatts heat;
    std::int32_t devices = 0; // that draw power
    bool operator==(const RackLoad&) const = default;
};

struct RackLoads {
    Table<RackLoad> racks;
    bool operator==(const RackLoads&) const = default;
    static RackLoads compute(FactInput& input);
};

// A strip, circuit, UPS, transfer switch or source, with all that hangs on it, over whatever lies between.
struct FeedLoad {
    AnyId feed;
    Milliwatts power;
    std::int32_t devices = 0;
    bool operator==(const FeedLoad&) const = default;
};

// Each device once a feed. Sorted by feed; feeds on which nothing hangs are left out. O(supplies x depth).
struct FeedLoads {
    std::vector<FeedLoad> feeds;
    const FeedLoad* of(AnyId feed) const; // O(log n)
    bool operator==(const FeedLoads&) const = default;
    static FeedLoads compute(FactInput& input);
};

// What feeds a row: itself and what lies before it, from strip to source, over both inputs of a transfer switch. Rows
// that feed each other in a ring are met once.
std::vector<AnyId> feeds_of(FactInput& input, PduId strip);

} // namespace riser
