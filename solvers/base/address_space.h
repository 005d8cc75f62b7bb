// SPDX-License-Identifier: GPL-3.0-or-later
// Where prefixes lie in an address space: halves and parents, overlap, the shortest list that covers exactly the same
// addresses, and what of a space is free. Both families alike; an IPv4 and an IPv6 prefix never meet. Taking the
// largest first and always from the smallest free block that holds it finds room for any set of prefixes that has room
// at all, since aligned blocks either nest or are disjoint (buddy allocation, Knuth, TAOCP 1, 2.5).
#pragma once

#include "model/base/network.h"
#include "model/base/units.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace riser {

unsigned address_bits(const IpAddress& address); // 32 or 128
bool contains(const IpPrefix& outer, const IpPrefix& inner);
bool overlap(const IpPrefix& a, const IpPrefix& b);
// Lower (0) or upper (1) half; the prefix must not be one address.
IpPrefix half(const IpPrefix& prefix, int which);
// Twice as large; the prefix must not be everything.
IpPrefix parent(const IpPrefix& prefix);
// Addresses in it, at most 2^62.
std::int64_t size_of(const IpPrefix& prefix);
// Its n-th address from 0; n must be less than its size.
IpAddress address_at(const IpPrefix& prefix, std::int64_t n);
// Which of its addresses that is; nothing when it lies outside, or further in than 2^62.
std::optional<std::int64_t> index_in(const IpPrefix& prefix, const IpAddress& address);
// 10/8, 172.16/12, 192.168/16 (RFC 1918), fc00::/7 (RFC 4193).
bool is_private(const IpPrefix& prefix);

// The fewest prefixes with exactly these addresses, sorted. O(n log n).
std::vector<IpPrefix> summarised(std::vector<IpPrefix> prefixes);

// Addresses that so many hosts take: grown, with gateways, network and broadcast (VL-05).
std::int64_t addresses_needed(std::int64_t hosts, double growth, std::int32_t gateways);
// The longest IPv4 prefix with so many addresses: 32 - ceil(log2(n)); 0 when no prefix has as many.
std::uint8_t length_for(std::int64_t addresses);

// What is free of a space.
class AddressSpace {
  public:
    // Prefixes that overlap count once.
    explicit AddressSpace(std::span<const IpPrefix> prefixes = {});
    void add(const IpPrefix& prefix);
    // Takes whatever of it is free. O(length log n).
    void take(const IpPrefix& prefix);
    bool is_free(const IpPrefix& prefix) const;
    // The lowest block of that length in the smallest free block that holds one; nothing when there is none.
    std::optional<IpPrefix> find(std::uint8_t length) const;
    std::optional<IpPrefix> allocate(std::uint8_t length);
    const std::set<IpPrefix>& free() const { return free_; }

  private:
    std::set<IpPrefix> free_; // disjoint, none beside its own other half
};

} // namespace riser
