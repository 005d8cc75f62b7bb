// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/answers.h"

#include <algorithm>

namespace riser::verify {

bool is_a_packet(const Cube& cube) {
    const bool v6 = (cube.value[4] >> 32 & 1) != 0;
    constexpr std::uint64_t all = ~std::uint64_t{0};
    const std::uint64_t high = v6 ? all : all << 32;
    const std::uint64_t low = v6 ? all : 0;
    return cube.mask[0] == high && cube.mask[2] == high && cube.mask[1] == low && cube.mask[3] == low &&
           cube.mask[4] == 0x1'ffff'ffff - 0xff00'0000;
}

std::optional<StrayHop> off_the_way(const std::vector<ListedHop>& hops, const PacketWalk& forth, WalkEnd& last) {
    const auto row_of = [](const WalkEnd& end) { return end.side ? AnyId(end.side) : AnyId(end.gateway); };
    WalkEnd in;
    last = {};
    for (const ListedHop& hop : hops) {
        if (!forth.steps.contains({in, last, hop.in}))
            return StrayHop{row_of(hop.in), hop.place};
        in = hop.in;
        last = hop.out;
    }
    if (!hops.empty() && !forth.steps.contains({in, last, {}}))
        return StrayHop{row_of(last), hops.back().place};
    return std::nullopt;
}

Cube answer_to(const Cube& packet) {
    Cube out = packet;
    std::swap(out.value[0], out.value[2]);
    std::swap(out.value[1], out.value[3]);
    out.value[4] = (out.value[4] & ~std::uint64_t{0xffff}) | 49152;
    return out;
}

bool is_answered(Walker& walker, const std::vector<std::pair<NetPlaceKey, VlanId>>& homes,
                 const std::set<NetPlaceKey>& askers, const PacketWalk& forth) {
    const Cube answer = answer_to(forth.packet);
    return std::any_of(homes.begin(), homes.end(), [&](const auto& home) {
        const PacketWalk back = walker.walk({home.first}, home.second, answer, &forth);
        return std::any_of(askers.begin(), askers.end(), [&](const NetPlaceKey& at) { return back.came_to(at); });
    });
}

bool comes_through(Walker& walker, const Services& services, const Service& service, VlanId from, const Cube& packet) {
    const PlainNetwork& net = walker.network();
    const std::set<NetPlaceKey> askers = places_of(from, net);
    const PacketWalk forth = walker.walk(askers, from, packet);
    if (services.is_way_out(service))
        return std::any_of(forth.handed_over.begin(), forth.handed_over.end(),
                           [&](const auto& out) { return services.is_of(*net.providers.at(out.first), service); });
    const auto homes = services.homes_of(service, net);
    return std::any_of(homes.begin(), homes.end(), [&](const auto& home) { return forth.came_to(home.first); }) &&
           is_answered(walker, homes, askers, forth);
}

} // namespace riser::verify
