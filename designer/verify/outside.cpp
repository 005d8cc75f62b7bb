// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/published.h"
#include "designer/verify/spread.h"

#include <algorithm>

namespace riser::verify {

namespace {

// Handoffs of networks that are not secret, joined to a port.
std::set<ProviderHandoffId> asked_of(const Design& design) {
    std::set<ProviderHandoffId> out;
    for (const ProviderHandoff& row : design.provider_handoffs)
        if (const Plane* plane = design.find(row.plane);
            plane && plane->disclosure != Disclosure::secret && design.find(row.port) && row.status != Status::remove)
            out.insert(row.id);
    return out;
}

struct Found {
    const ListedPlace* place = nullptr;
    Cube header;
    ZoneId zone;
};
// A listed place of a zone that is no edge, with a header that asks for nothing that is open.
std::optional<Found> found_inside(const Design& design, const PlainNetwork& network, const ListedSpread& spread,
                                  const std::vector<Cube>& open) {
    for (const ListedPlace& place : spread.places) {
        const auto known = network.places.find(place.key);
        if (known == network.places.end())
            continue;
        for (const VlanId id : known->second.vlans) {
            const Vlan* vlan = design.find(id);
            const Zone* zone = vlan ? design.find(vlan->zone) : nullptr;
            if (!zone || zone->role == ZoneRole::edge)
                continue;
            for (const Cube& cube : place.headers)
                if (const std::optional<Cube> other = uncovered(cube, open))
                    return Found{&place, *other, zone->id};
        }
    }
    return std::nullopt;
}

} // namespace

// The lists themselves are checked where those of zones are.
Verdict check_outside(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    Verdict verdict;
    const auto refute = [&](Ground ground, ProviderHandoffId from, Text fact, Place place) {
        const Text handoff = called(design, from);
        if (!verdict.refutation)
            verdict.refutation = Refutation{ground,
                                            {"来自" + handoff.zh + "的报文只到所发布的业务",
                                             "from " + handoff.en + " nothing but published services is reached"},
                                            std::move(fact),
                                            place};
    };
    std::set<ProviderHandoffId> asked = asked_of(design);
    verdict.claims = asked.size();
    for (const ListedOutside& claim : certificate.outside) {
        const auto spread = std::find_if(certificate.spreads.begin(), certificate.spreads.end(),
                                         [&](const ListedSpread& one) { return one.from == AnyId(claim.from); });
        if (asked.erase(claim.from) == 0)
            refute(Ground::unknown_claim, claim.from,
                   {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                   claim.place);
        else if (spread == certificate.spreads.end())
            refute(Ground::missing_list, claim.from, {"没有列出它到达之处", "where it comes is not listed"},
                   claim.place);
        else if (const auto found = found_inside(design, network, *spread, open_to(design, *design.find(claim.from)))) {
            const std::string packet = example(found->header);
            const Text zone = called(design, found->zone);
            refute(Ground::reached, claim.from,
                   {"报文 " + packet + " 可到" + zone.zh, "the packet " + packet + " comes to " + zone.en},
                   found->place->place);
        } else if (!claim.holds)
            refute(Ground::says_otherwise, claim.from, {"证书写的不是这样", "the certificate says otherwise"},
                   claim.place);
    }
    if (asked.size() != certificate.withheld_outside)
        refute(Ground::missing_claim, asked.empty() ? ProviderHandoffId{} : *asked.begin(),
               {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"}, certificate.place);
    if (!asked.empty())
        refute(Ground::withheld, *asked.begin(),
               {"未对此读者列出，无从核对", "withheld from this reader, and nothing shows it"}, certificate.place);
    return verdict;
}

} // namespace riser::verify
