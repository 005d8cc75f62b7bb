// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/spread.h"

#include "designer/verify/closing.h"

#include <algorithm>

namespace riser::verify {

namespace {

// Of whom nothing may come to whom; true: but for what is addressed to a bastion.
std::map<std::pair<ZoneId, ZoneId>, bool> asked_of(const Design& design) {
    std::map<std::pair<ZoneId, ZoneId>, bool> out;
    for (const Zone& from : design.zones)
        for (const Zone& to : design.zones) {
            const Plane* plane = design.find(to.plane);
            if (plane && plane->disclosure != Disclosure::secret && from.plane == to.plane && to.management &&
                !from.management && (from.role == ZoneRole::desks || from.role == ZoneRole::guests))
                out[{from.id, to.id}] = true;
        }
    for (const MustNotReach& row : design.must_not_reach)
        if (row.a.kind == Kind::zones && row.b.kind == Kind::zones && row.a != row.b && design.contains(row.a) &&
            design.contains(row.b)) {
            out[{ZoneId{row.a.value}, ZoneId{row.b.value}}] = false;
            out[{ZoneId{row.b.value}, ZoneId{row.a.value}}] = false;
        }
    return out;
}

std::vector<Cube> to_bastions(const Design& design, PlaneId plane) {
    std::vector<Cube> out;
    for (const Equipment& row : design.equipment) {
        const EquipmentType* type = design.find(row.type);
        if (type && type->role == EquipmentRole::bastion && row.plane == plane && row.status != Status::remove &&
            row.address)
            out.push_back(to(*row.address));
    }
    return out;
}

} // namespace

Verdict check_not_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    Verdict verdict;
    const auto refute = [&](Ground ground, Text claim, Text fact, Place place) {
        if (!verdict.refutation)
            verdict.refutation = Refutation{ground, std::move(claim), std::move(fact), place};
    };
    const auto claim_of = [&](ZoneId from, ZoneId to, bool but_bastions) {
        const Text a = called(design, from);
        const Text b = called(design, to);
        return but_bastions ? Text{a.zh + "只经堡垒机到" + b.zh,
                                   "nothing of " + a.en + " comes to " + b.en + " but to a bastion"}
                            : Text{a.zh + "不可达" + b.zh, "nothing of " + a.en + " comes to " + b.en};
    };
    std::map<AnyId, const ListedSpread*> spreads;
    for (const ListedSpread& spread : certificate.spreads) {
        verdict.facts += spread.places.size() + spread.gateways.size() + spread.denials.size();
        if (!spreads.emplace(spread.from, &spread).second)
            refute(Ground::unknown_list, called(design, spread.from), {"列了两次", "listed twice"}, spread.place);
        else if (auto refutation = refuted(spread, design, network); refutation && !verdict.refutation)
            verdict.refutation = std::move(refutation);
    }
    // A place of the other zone that is listed with a header that may not come there.
    const auto reached = [&](const ListedNotReached& claim,
                             const ListedSpread& spread) -> std::optional<std::pair<const ListedPlace*, Cube>> {
        std::vector<Cube> allowed;
        if (const Zone* zone = claim.but_bastions ? design.find(claim.to) : nullptr)
            allowed = to_bastions(design, zone->plane);
        for (const ListedPlace& place : spread.places) {
            const auto known = network.places.find(place.key);
            if (known == network.places.end() ||
                std::none_of(known->second.vlans.begin(), known->second.vlans.end(), [&](VlanId id) {
                    const Vlan* vlan = design.find(id);
                    return vlan && vlan->zone == claim.to;
                }))
                continue;
            for (const Cube& cube : place.headers)
                if (const std::optional<Cube> other = uncovered(cube, allowed))
                    return std::pair(&place, *other);
        }
        return std::nullopt;
    };
    std::map<std::pair<ZoneId, ZoneId>, bool> asked = asked_of(design);
    verdict.claims = asked.size();
    for (const ListedNotReached& claim : certificate.not_reached) {
        const Text what = claim_of(claim.from, claim.to, claim.but_bastions);
        const auto row = asked.find({claim.from, claim.to});
        if (row == asked.end() || row->second != claim.but_bastions)
            refute(Ground::unknown_claim, what,
                   {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                   claim.place);
        if (row != asked.end())
            asked.erase(row);
        const auto spread = spreads.find(AnyId(claim.from));
        if (spread == spreads.end())
            refute(Ground::missing_list, what, {"没有列出它到达之处", "where it comes is not listed"}, claim.place);
        else if (const auto found = reached(claim, *spread->second)) {
            const std::string packet = example(found->second);
            const Text device = called(design, found->first->key.equipment);
            refute(Ground::reached, what,
                   {"报文 " + packet + " 可到 " + device.zh, "the packet " + packet + " comes to " + device.en},
                   found->first->place);
        } else if (!claim.holds)
            refute(Ground::says_otherwise, what, {"证书写的不是这样", "the certificate says otherwise"}, claim.place);
    }
    if (asked.size() != certificate.withheld_not_reached)
        refute(Ground::missing_claim, {"全部声明", "all claims"},
               {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"}, certificate.place);
    if (!asked.empty())
        refute(Ground::withheld,
               claim_of(asked.begin()->first.first, asked.begin()->first.second, asked.begin()->second),
               {"未对此读者列出，无从核对", "withheld from this reader, and nothing shows it"}, certificate.place);
    return verdict;
}

} // namespace riser::verify
