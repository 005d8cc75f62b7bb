// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/answers.h"
#include "designer/verify/published.h"
#include "designer/verify/reached.h"

#include <algorithm>

namespace riser::verify {

namespace {

class Entering {
  public:
    Entering(const Certificate& certificate, const Design& design, const PlainNetwork& network)
        : certificate_(certificate), design_(design), net_(network), services_(design), walker_(design, network) {}

    Verdict check() && {
        std::set<EnteredWay> asked = entered_ways(design_);
        verdict_.claims = asked.size();
        for (const ListedEntered& claim : certificate_.entered) {
            ++verdict_.facts;
            if (asked.erase({claim.service, claim.from, claim.by}) == 0)
                refute(Ground::unknown_claim, claim,
                       {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"});
            else if (!claim.holds)
                refute(Ground::says_otherwise, claim, {"证书写的不是这样", "the certificate says otherwise"});
            else
                follow(claim);
        }
        if (!asked.empty())
            refute(Ground::missing_claim,
                   {std::get<ServiceId>(*asked.begin()),
                    std::get<ProviderHandoffId>(*asked.begin()),
                    {},
                    false,
                    {},
                    {},
                    certificate_.place},
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
    // What asks for it there: of a published service at the translation's outside address, if it may be published.
    std::vector<Cube> asked_by(const ListedEntered& claim) const {
        const Service& service = *design_.find(claim.service);
        if (service.published.empty())
            return asking(service);
        const Nat* row = design_.find(claim.by);
        return row && may_be_published(design_, service, claim.from) ? asking(*row) : std::vector<Cube>{};
    }
    static bool asks(const Cube& packet, const Service& service) {
        const std::vector<Cube> asked = asking(service);
        return std::any_of(asked.begin(), asked.end(), [&](const Cube& cube) { return within(packet, cube); });
    }
    void follow(const ListedEntered& claim) {
        const Service& service = *design_.find(claim.service);
        const std::vector<Cube> asked = asked_by(claim);
        const ProviderHandoff* handoff = design_.find(claim.from);
        const Port* port = handoff ? design_.find(handoff->port) : nullptr;
        if (!port || !is_a_packet(claim.packet) || is_ours(claim.packet) ||
            std::none_of(asked.begin(), asked.end(), [&](const Cube& cube) { return within(claim.packet, cube); }))
            return refute(Ground::not_through, claim,
                          {"这不是从外部请求此服务的报文", "this is no packet that asks for the service from outside"});
        std::set<NetPlaceKey> ends;
        for (const auto& [key, place] : net_.places)
            if (place.providers.contains(claim.from))
                ends.insert(key);
        PacketWalk forth = walker_.walk(ends, port->access_vlan.value_or(VlanId{}), claim.packet);
        for (const ListedHop& hop : claim.hops)
            if (const auto at = forth.redirected.find(hop.in.gateway); claim.by && at != forth.redirected.end()) {
                if (at->second != redirected(claim.packet, *design_.find(*claim.by)))
                    return refute(Ground::not_through, claim,
                                  {"另一条转换先匹配该报文", "another translation speaks of the packet first"});
                forth = walker_.walk_on(forth, at->first);
                break;
            }
        WalkEnd last;
        if (const auto stray = off_the_way(claim.hops, forth, last)) {
            const Text where = called(design_, stray->row);
            return refute(Ground::not_through, claim,
                          {"报文不经此处：" + where.zh, "the packet does not come this way: " + where.en});
        }
        const auto homes = services_.homes_of(service, net_);
        if (!asks(forth.packet, service) ||
            std::none_of(homes.begin(), homes.end(), [&](const auto& home) { return forth.came_to(home.first, last); }))
            return refute(Ground::not_through, claim, {"报文到不了服务", "the packet does not come to the service"});
        const Cube answer = answer_to(forth.packet);
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
