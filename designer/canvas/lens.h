// SPDX-License-Identifier: GPL-3.0-or-later
// A lens colours what the plan shows by a fact, says what its colours mean, and explains itself for the row under the
// pointer. To add one: a Lens in a file of its own and a line in all_lenses().
#pragma once

#include "solvers/base/facts.h"

#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace riser {

struct LensColour {
    std::uint32_t rgb = 0;
};
struct LensLegend {
    std::uint32_t rgb = 0;
    Text name;
};

// What a lens says of one floor of one snapshot.
struct LensPicture {
    std::unordered_map<std::uint64_t, std::uint32_t> colours; // by the value of a row's id
    std::vector<LensLegend> legend;
    std::function<Text(AnyId)> explain; // empty text: it has nothing to say of the row
};

struct Lens {
    std::string_view key;
    Text name;
    char shortcut; // with Alt
    LensPicture (*look)(const Facts& facts, FloorId floor);
};

// The first is the plain plan.
std::span<const Lens> all_lenses();

LensPicture look_at_fill(const Facts& facts, FloorId floor);
LensPicture look_at_bodies(const Facts& facts, FloorId floor);
LensPicture look_at_vlans(const Facts& facts, FloorId floor);
LensPicture look_at_zones(const Facts& facts, FloorId floor);
LensPicture look_at_lengths(const Facts& facts, FloorId floor);
LensPicture look_at_wireless(const Facts& facts, FloorId floor);
LensPicture look_at_failures(const Facts& facts, FloorId floor);
LensPicture look_at_loads(const Facts& facts, FloorId floor);
LensPicture look_at_network_loads(const Facts& facts);

// The same of the topology, by the key of a lens, for those that speak of networks.
bool speaks_of_networks(const Lens& lens);
LensPicture look_at_network(const Facts& facts, std::string_view lens);

} // namespace riser
