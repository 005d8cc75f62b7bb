// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/reached.h"

#include "designer/verify/answers.h"

#include <algorithm>

namespace riser::verify {

namespace {

class Checking {
  public:
    Checking(const Certificate& certificate, const Design& design, const PlainNetwork& network)
        : certificate_(certificate), design_(design), net_(network), services_(design), walker_(design, network) {}

    Verdict check() && {
        std::set<MustReachId> asked;
        for (const MustReach& row : design_.must_reach)
            if (design_.find(row.service) && design_.find(row.body))
                asked.insert(row.id);
        verdict_.claims = asked.size();
        for (const ListedReached& claim : certificate_.reached) {
            if (asked.erase(claim.row) == 0)
                refute(Ground::unknown_claim, called(design_, claim.row),
                       {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                       claim.place);
            else
                check(claim, *design_.find(claim.row));
        }
        if (asked.size() != certificate_.withheld_reached)
            refute(Ground::missing_claim, {"全部可达声明", "all claims that services are reached"},
                   {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"},
                   certificate_.place);
        if (!asked.empty())
            refute(Ground::withheld, claim_of(*design_.find(*asked.begin())),
                   {"未对此读者列出，无从核对", "withheld from this reader, and nothing shows it"}, certificate_.place);
        return std::move(verdict_);
    }

  private:
    void refute(Ground ground, Text claim, Text fact, Place place) {
        if (!verdict_.refutation)
            verdict_.refutation = Refutation{ground, std::move(claim), std::move(fact), place};
    }
    Text claim_of(const MustReach& row) const {
        const Text body = called(design_, row.body);
        const Text service = called(design_, row.service);
        return {body.zh + "可用" + service.zh, body.en + " can use " + service.en};
    }

    void check_air(const ListedReached& claim, const MustReach& row) {
        const Service& service = *design_.find(row.service);
        for (const ListedPath& path : claim.paths)
            refute(Ground::unknown_list, claim_of(row),
                   {"无线业务不以报文证明", "a wireless service is not shown by packets"}, path.place);
        for (const ListedAir& air : claim.air) {
            ++verdict_.facts;
            if (!services_.is_on_air(air.jack, air.vlan, service, net_)) {
                const Text name = called(design_, air.jack);
                refute(Ground::not_through, claim_of(row),
                       {"不是接到它的 VLAN 的接入点：" + name.zh,
                        "this is no access point joined to a VLAN of it: " + name.en},
                       air.place);
            }
        }
        if (claim.air.empty())
            refute(Ground::not_through, claim_of(row),
                   {"没有接入点接到它的 VLAN", "no access point is joined to a VLAN of it"}, claim.place);
        check_word(claim, row);
    }
    void check_word(const ListedReached& claim, const MustReach& row) {
        if (!claim.holds)
            refute(Ground::says_otherwise, claim_of(row), {"证书写的不是这样", "the certificate says otherwise"},
                   claim.place);
    }

    void check(const ListedReached& claim, const MustReach& row) {
        if (claim.outlives != services_.outlives(row))
            refute(Ground::unknown_claim, claim_of(row),
                   {"是否须承受单点失效，设计所要求的不是这样", "whether it must outlive a failure is asked otherwise"},
                   claim.place);
        if (services_.is_wireless(*design_.find(row.service)))
            return check_air(claim, row);
        for (const ListedAir& air : claim.air)
            refute(Ground::unknown_list, claim_of(row), {"此业务不经空中接口", "this service is not one over the air"},
                   air.place);
        std::set<VlanId> asked = services_.vlans_of(row, net_);
        const bool any = !asked.empty();
        for (const ListedPath& path : claim.paths) {
            ++verdict_.facts;
            if (asked.erase(path.from) == 0)
                refute(Ground::unknown_list, claim_of(row),
                       {"此 VLAN 不在其列，或列了两次", "this VLAN does not count, or is listed twice"}, path.place);
            else
                follow(path, row);
        }
        if (!any)
            refute(Ground::not_through, claim_of(row), {"没有它的 VLAN", "it has no VLAN there"}, claim.place);
        if (!asked.empty()) {
            const Text vlan = called(design_, *asked.begin());
            refute(Ground::not_through, claim_of(row), {"没有路径：" + vlan.zh, "no way is listed from " + vlan.en},
                   claim.place);
        }
        check_word(claim, row);
    }

    void follow(const ListedPath& path, const MustReach& row) {
        const Service& service = *design_.find(row.service);
        const auto fails = [&](Text fact, Place place) {
            refute(Ground::not_through, claim_of(row), std::move(fact), place);
        };
        const bool outward = services_.is_way_out(service);
        const std::vector<Cube> asking_it = outward ? of_ports(service, Cube{}) : asking(service);
        const auto own = net_.prefixes.find(path.from);
        const bool sends = own == net_.prefixes.end() ||
                           std::any_of(own->second.begin(), own->second.end(),
                                       [&](const IpPrefix& prefix) { return within(path.packet, from(prefix)); });
        if (!is_a_packet(path.packet) || !sends || (outward && services_.is_inside(path.packet, service)) ||
            std::none_of(asking_it.begin(), asking_it.end(),
                         [&](const Cube& cube) { return within(path.packet, cube); }))
            return fails(
                {"这不是从该 VLAN 请求此服务的报文", "this is no packet that asks for the service from the VLAN"},
                path.place);
        const PacketWalk forth = walker_.walk(places_of(path.from, net_), path.from, path.packet);
        WalkEnd last;
        if (const auto stray = off_the_way(path.hops, forth, last)) {
            const Text where = called(design_, stray->row);
            return fails({"报文不经此处：" + where.zh, "the packet does not come this way: " + where.en}, stray->place);
        }
        const std::string packet = example(path.packet);
        if (outward != path.out.has_value() || (outward && !leaves_by(service, *path.out, last, forth)))
            return fails({"报文 " + packet + " 未交给该业务的外部线路",
                          "the packet " + packet + " is not handed over to a provider of the service"},
                         path.place);
        if (outward)
            return;
        const auto homes = services_.homes_of(service, net_);
        if (std::none_of(homes.begin(), homes.end(), [&](const auto& at) { return forth.came_to(at.first, last); }))
            return fails({"报文 " + packet + " 到不了服务", "the packet " + packet + " does not come to the service"},
                         path.place);
        if (!is_answered(walker_, homes, places_of(path.from, net_), forth)) {
            const std::string answer = example(answer_to(path.packet));
            fails({"回答 " + answer + " 回不来", "the answer " + answer + " does not come back"}, path.place);
        }
    }
    bool leaves_by(const Service& service, ProviderHandoffId out, const WalkEnd& last, const PacketWalk& forth) const {
        const ProviderHandoff* row = design_.find(out);
        return row && services_.is_of(*row, service) && forth.handed_over.contains({out, last});
    }
    const Certificate& certificate_;
    const Design& design_;
    const PlainNetwork& net_;
    Services services_;
    Walker walker_;
    Verdict verdict_;
};

} // namespace

Verdict check_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    return Checking(certificate, design, network).check();
}

} // namespace riser::verify
