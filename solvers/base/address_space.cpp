// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/address_space.h"

#include "model/base/result.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

constexpr unsigned counted_bits = 62;

void put_bit(IpAddress& address, unsigned bit, bool value) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> bit % 8);
    if (value)
        address.bytes[bit / 8] |= mask;
    else
        address.bytes[bit / 8] &= static_cast<std::uint8_t>(~mask);
}

bool bit_of(const IpAddress& address, unsigned bit) { return (address.bytes[bit / 8] & 0x80U >> bit % 8) != 0; }

IpPrefix cut(IpPrefix prefix, std::uint8_t length) {
    for (unsigned bit = length; bit < prefix.length; ++bit)
        put_bit(prefix.address, bit, false);
    prefix.length = length;
    return prefix;
}

} // namespace

unsigned address_bits(const IpAddress& address) { return address.is_v6 ? 128 : 32; }

bool contains(const IpPrefix& outer, const IpPrefix& inner) {
    return outer.length <= inner.length && contains(outer, inner.address);
}

bool overlap(const IpPrefix& a, const IpPrefix& b) { return contains(a, b) || contains(b, a); }

IpPrefix half(const IpPrefix& prefix, int which) {
    ensure(prefix.length < address_bits(prefix.address), "one address has no halves");
    IpPrefix out = prefix;
    put_bit(out.address, out.length++, which != 0);
    return out;
}

IpPrefix parent(const IpPrefix& prefix) {
    ensure(prefix.length > 0, "no prefix holds more than all addresses");
    return cut(prefix, static_cast<std::uint8_t>(prefix.length - 1));
}

std::int64_t size_of(const IpPrefix& prefix) {
    return std::int64_t{1} << std::min(counted_bits, address_bits(prefix.address) - prefix.length);
}

IpAddress address_at(const IpPrefix& prefix, std::int64_t n) {
    ensure(n >= 0 && n < size_of(prefix), "the prefix has no such address");
    IpAddress out = prefix.address;
    const unsigned bits = address_bits(out);
    for (unsigned i = 0; i < counted_bits && i < bits - prefix.length; ++i)
        put_bit(out, bits - 1 - i, (n >> i & 1) != 0);
    return out;
}

std::optional<std::int64_t> index_in(const IpPrefix& prefix, const IpAddress& address) {
    if (!contains(prefix, address))
        return std::nullopt;
    const unsigned bits = address_bits(address);
    std::int64_t out = 0;
    for (unsigned bit = prefix.length; bit < bits; ++bit) {
        const bool set = bit_of(address, bit);
        if (set && bits - 1 - bit >= counted_bits)
            return std::nullopt;
        out = out << 1 | (set ? 1 : 0);
    }
    return out;
}

bool is_private(const IpPrefix& prefix) {
    static const std::array ranges{*IpPrefix::parse("10.0.0.0/8"), *IpPrefix::parse("172.16.0.0/12"),
                                   *IpPrefix::parse("192.168.0.0/16"), *IpPrefix::parse("fc00::/7")};
    return std::any_of(ranges.begin(), ranges.end(), [&](const IpPrefix& range) { return contains(range, prefix); });
}

std::vector<IpPrefix> summarised(std::vector<IpPrefix> prefixes) {
    AddressSpace space(prefixes);
    prefixes.assign(space.free().begin(), space.free().end());
    return prefixes;
}

std::int64_t addresses_needed(std::int64_t hosts, double growth, std::int32_t gateways) {
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(hosts) * growth - 1e-9)) + gateways + 2;
}

std::uint8_t length_for(std::int64_t addresses) {
    std::uint8_t length = 32;
    while (length > 0 && std::int64_t{1} << (32 - length) < addresses)
        --length;
    return length;
}

AddressSpace::AddressSpace(std::span<const IpPrefix> prefixes) {
    for (const IpPrefix& prefix : prefixes)
        add(prefix);
}

void AddressSpace::add(const IpPrefix& prefix) {
    for (const IpPrefix& block : free_)
        if (contains(block, prefix))
            return;
    std::erase_if(free_, [&](const IpPrefix& block) { return contains(prefix, block); });
    IpPrefix grown = prefix;
    for (; grown.length > 0; grown = parent(grown)) {
        const IpPrefix both = parent(grown);
        const IpPrefix other = half(both, half(both, 0) == grown ? 1 : 0);
        if (free_.erase(other) == 0)
            break;
    }
    free_.insert(grown);
}

void AddressSpace::take(const IpPrefix& prefix) {
    std::erase_if(free_, [&](const IpPrefix& block) { return contains(prefix, block); });
    const auto holder =
        std::find_if(free_.begin(), free_.end(), [&](const IpPrefix& block) { return contains(block, prefix); });
    if (holder == free_.end())
        return;
    IpPrefix block = *holder;
    free_.erase(holder);
    while (block.length < prefix.length) {
        const IpPrefix low = half(block, 0);
        const IpPrefix high = half(block, 1);
        const bool is_low = contains(low, prefix);
        free_.insert(is_low ? high : low);
        block = is_low ? low : high;
    }
}

bool AddressSpace::is_free(const IpPrefix& prefix) const {
    return std::any_of(free_.begin(), free_.end(), [&](const IpPrefix& block) { return contains(block, prefix); });
}

std::optional<IpPrefix> AddressSpace::find(std::uint8_t length) const {
    const IpPrefix* best = nullptr;
    for (const IpPrefix& block : free_)
        if (block.length <= length && length <= address_bits(block.address) && (!best || block.length > best->length))
            best = &block;
    return best ? std::optional(IpPrefix{best->address, length}) : std::nullopt;
}

std::optional<IpPrefix> AddressSpace::allocate(std::uint8_t length) {
    const std::optional<IpPrefix> found = find(length);
    if (found)
        take(*found);
    return found;
}

} // namespace riser
