// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/answers.h"
#include "designer/verify/reached.h"

#include <algorithm>

namespace riser::verify {

namespace {

using Way = std::pair<ServiceId, ProviderHandoffId>;

// Services to which a policy lets whoever is outside, by each handoff of the edge.
std::set<Way> asked_of(const Design& design) {
    std::set<Way> out;
    for (const Policy& row : design.policies) {
        const Zone* from = design.find(row.from);
        const Plane* plane = from ? design.find(from->plane) : nullptr;
        if (!plane || plane->disclosure == Disclosure::secret || from->role != ZoneRole::edge ||
            row.action != AclAction::permit)
            continue;
        for (const ProviderHandoff& handoff : design.provider_handoffs)
            if (handoff.zone == from->id && handoff.port && handoff.status != Status::remove)
                for (const ServiceId id : row.services)
                    if (const Service* service = design.find(id); service && service->address)
                        out.emplace(id, handoff.id);
    }
    return out;
}

class Entering {
  public:
    Entering(const Certificate& certificate, const Design& design, const PlainNetwork& network)
        : certificate_(certificate), design_(design), net_(network), services_(design), walker_(design, network) {}

    Verdict check() && {
        std::set<Way> asked = asked_of(design_);
        verdict_.claims = asked.size();
        for (const ListedEntered& claim : certificate_.entered) {
            ++verdict_.facts;
            if (asked.erase({claim.service, claim.from}) == 0)
                refute(Ground::unknown_claim, claim,
                       {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"});
            else if (!claim.holds)
                refute(Ground::says_otherwise, claim, {"证书写的不是这样", "the certificate says otherwise"});
            else
                follow(claim);
        }
        if (!asked.empty())
            refute(Ground::missing_claim,
                   {asked.begin()->first, asked.begin()->second, false, {}, {}, certificate_.place},
                   {"证书没有此项", "the certificate lacks it"});
        return std::move(verdict_);
    }

  private:
    void refute(Ground ground, const ListedEntered& claim, Text fact) {
        if (verdict_.refutation)
            return;
        const Text service = called(design_, claim.service);
        const Text handoff = called(design_, claim.from);
        verdict_.refutation =
            Refutation{ground,
                       {service.zh + "可从" + handoff.zh + "访问", service.en + " can be used from " + handoff.en},
                       std::move(fact),
                       claim.place};
    }
    bool is_ours(const Cube& packet) const {
        return std::any_of(design_.prefixes.begin(), design_.prefixes.end(),
                           [&](const Prefix& row) { return row.prefix && within(packet, from(*row.prefix)); });
    }
    void follow(const ListedEntered& claim) {
        const Service& service = *design_.find(claim.service);
        const std::vector<Cube> asked = asking(service);
        const Port* port = design_.find(design_.find(claim.from)->port);
        if (!port || !is_a_packet(claim.packet) || is_ours(claim.packet) ||
            std::none_of(asked.begin(), asked.end(), [&](const Cube& cube) { return within(claim.packet, cube); }))
            return refute(Ground::not_through, claim,
                          {"这不是从外部请求此服务的报文", "this is no packet that asks for the service from outside"});
        std::set<NetPlaceKey> ends;
        for (const auto& [key, place] : net_.places)
            if (place.providers.contains(claim.from))
                ends.insert(key);
        const PacketWalk forth = walker_.walk(ends, port->access_vlan.value_or(VlanId{}), claim.packet);
        WalkEnd last;
        if (const auto stray = off_the_way(claim.hops, forth, last)) {
            const Text where = called(design_, stray->row);
            return refute(Ground::not_through, claim,
                          {"报文不经此处：" + where.zh, "the packet does not come this way: " + where.en});
        }
        const auto homes = services_.homes_of(service, net_);
        if (std::none_of(homes.begin(), homes.end(), [&](const auto& home) { return forth.came_to(home.first, last); }))
            return refute(Ground::not_through, claim, {"报文到不了服务", "the packet does not come to the service"});
        const Cube answer = answer_to(claim.packet);
        const bool back = std::any_of(homes.begin(), homes.end(), [&](const auto& home) {
            const PacketWalk way = walker_.walk({home.first}, home.second, answer, &forth);
            return std::any_of(way.handed_over.begin(), way.handed_over.end(), [&](const auto& out) {
                return net_.providers.at(out.first)->zone == design_.find(claim.from)->zone;
            });
        });
        if (!back)
            refute(Ground::not_through, claim,
                   {"回答回不到外部线路", "its answer comes back to no provider of the edge"});
    }

    const Certificate& certificate_;
    const Design& design_;
    const PlainNetwork& net_;
    Services services_;
    Walker walker_;
    Verdict verdict_;
};

} // namespace

Verdict check_entered(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    return Entering(certificate, design, network).check();
}

} // namespace riser::verify
