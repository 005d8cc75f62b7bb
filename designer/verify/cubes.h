// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes of packet headers by bits: family, destination, source, protocol, destination port, each bit given or free. The
// one question asked of them is whether a box has a header that no box of a list has. A version 4 address is the first
// 32 bits of its field.
#pragma once

#include "model/logical.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace riser::verify {

struct Cube {
    // Destination in words 0 and 1, source in 2 and 3; in 4 the family (bit 32: version 6), protocol, port.
    std::array<std::uint64_t, 5> value{}, mask{};
    bool operator==(const Cube&) const = default;
};

// "any", or comma-separated: "v4" or "v6", "d=0a010000/ffff0000" (of version 6: 32 digits), "s=…", "p=06/ff",
// "t=01bb/ffff". Nothing when it is not written so.
std::optional<Cube> parse_cube(std::string_view text);
// "10.1.0.5 > 10.2.0.1 tcp/443": one of its headers, free bits being 0.
std::string example(const Cube& cube);

std::optional<Cube> both(const Cube& a, const Cube& b); // nothing: they share no header
bool within(const Cube& inner, const Cube& outer);
// What is left of a without b. At most one cube a bit.
std::vector<Cube> without(const Cube& a, const Cube& b);
// Headers of the cube that none of the list has; nothing when the list covers it. Halves the cube bit by bit, in the
// order of the fields; for a list that is a decision diagram's, O(list x bits).
std::optional<Cube> uncovered(const Cube& cube, const std::vector<Cube>& by);

Cube to(const IpPrefix& prefix);
Cube from(const IpPrefix& prefix);
Cube to(const IpAddress& address);
Cube from(const IpAddress& address);
// The headers that a rule speaks of; words that nobody knows are taken widely in a permission, for nothing in a denial.
std::vector<Cube> spoken_of(const AclRule& rule);
// What asks for a service: its address and ports ("tcp/443 udp/5060-5061"); nothing when it has no address.
std::vector<Cube> asking(const Service& service);
// What of a box has its ports.
std::vector<Cube> of_ports(const Service& service, const Cube& base);
// What is asked at the outside address of a published service, on its ports; nothing for translations of sources.
std::vector<Cube> asking(const Nat& row);
// What becomes of a box of these: its host is asked, on its own port where the row gives one.
Cube redirected(Cube cube, const Nat& row);
// Sources replaced by an address of the prefix: bit by bit where `source` is as long, else any.
Cube translated(Cube cube, const IpPrefix& source, const IpPrefix& translated);

} // namespace riser::verify
