// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/network.h"

namespace riser::verify {

std::set<NetPlaceKey> PlainNetwork::reached_from(const std::set<NetPlaceKey>& from) const {
    std::set<NetPlaceKey> out = from;
    std::vector<NetPlaceKey> waiting(from.begin(), from.end());
    while (!waiting.empty()) {
        const NetPlaceKey here = waiting.back();
        waiting.pop_back();
        if (const auto place = places.find(here); place != places.end())
            for (const NetPlaceKey& next : place->second.onward)
                if (out.insert(next).second)
                    waiting.push_back(next);
    }
    return out;
}

std::vector<IpAddress> PlainNetwork::own_addresses(const NetGatewayOf& gateway) const {
    std::vector<IpAddress> out;
    for (const auto& [id, other] : gateways)
        if (other.device == gateway.device && other.vrf == gateway.vrf && !other.places.empty())
            for (const auto& address : {other.row->address, other.row->shared})
                if (address)
                    out.push_back(*address);
    return out;
}

const std::vector<NetRoute>& PlainNetwork::table_of(const NetGatewayOf& gateway) const {
    static const std::vector<NetRoute> empty;
    const auto found = tables.find({gateway.device, gateway.vrf});
    return found == tables.end() ? empty : found->second;
}

} // namespace riser::verify
