// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/zones/prefix_union.h"

#include "solvers/base/address_space.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

bool before(const IpPrefix& a, const IpPrefix& b) {
    return std::tie(a.address.is_v6, a.address.bytes, a.length) < std::tie(b.address.is_v6, b.address.bytes, b.length);
}

// The two are the halves of one that is a bit shorter.
bool are_halves(const IpPrefix& low, const IpPrefix& high) {
    if (low.length == 0 || low.length != high.length || low.address.is_v6 != high.address.is_v6)
        return false;
    const std::size_t bit = low.length - 1U;
    IpAddress other = low.address;
    const auto mask = static_cast<std::uint8_t>(0x80U >> bit % 8);
    if ((other.bytes[bit / 8] & mask) != 0)
        return false;
    other.bytes[bit / 8] = static_cast<std::uint8_t>(other.bytes[bit / 8] | mask);
    return other == high.address;
}

} // namespace

std::vector<IpPrefix> united(std::vector<IpPrefix> prefixes) {
    std::sort(prefixes.begin(), prefixes.end(), before);
    std::vector<IpPrefix> out;
    for (IpPrefix prefix : prefixes) {
        if (!out.empty() && contains(out.back(), prefix))
            continue;
        while (!out.empty() && are_halves(out.back(), prefix)) {
            prefix = out.back();
            --prefix.length;
            out.pop_back();
        }
        out.push_back(prefix);
    }
    return out;
}

} // namespace riser
