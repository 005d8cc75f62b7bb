// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/reached.h"

#include "designer/verify/walk.h"

#include <algorithm>

namespace riser::verify {

namespace {

class Checking {
  public:
    Checking(const Certificate& certificate, const Design& design, const PlainNetwork& network)
        : certificate_(certificate), design_(design), net_(network) {}

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

    std::optional<PlaneId> plane_of(const Service& service) const {
        if (const Zone* zone = design_.find(service.zone))
            return zone->plane;
        for (const Prefix& prefix : design_.prefixes)
            if (service.address && prefix.prefix && contains(*prefix.prefix, *service.address))
                if (const Vlan* vlan = design_.find(prefix.vlan))
                    return vlan->plane;
        return std::nullopt;
    }
    // Whom a zone of desks is for: the bodies that it names, else the owners of the rooms of its uses, else everybody
    // if it names uses or kinds, else whoever is named by no other on its plane.
    bool has_desks_in(BodyId body, const Zone& zone) const {
        const auto names = [&](const Zone& row) {
            return std::find(row.bodies.begin(), row.bodies.end(), body) != row.bodies.end();
        };
        if (is_for_secrets(zone))
            return false;
        if (!zone.bodies.empty())
            return names(zone);
        std::set<BodyId> owners;
        for (const Room& room : design_.rooms)
            if (room.body && std::find(zone.uses.begin(), zone.uses.end(), room.use) != zone.uses.end())
                owners.insert(*room.body);
        if (!owners.empty())
            return owners.contains(body);
        return !zone.uses.empty() || !zone.kinds.empty() ||
               std::none_of(design_.zones.begin(), design_.zones.end(), [&](const Zone& other) {
                   return other.plane == zone.plane && other.role == ZoneRole::desks && !other.management &&
                          !is_for_secrets(other) && names(other);
               });
    }
    static bool is_for_secrets(const Zone& zone) {
        return zone.grading == Grading::secret_mi || zone.grading == Grading::secret_jimi ||
               zone.grading == Grading::secret_juemi;
    }
    // Next hops, of routes or to providers, lie in it: a way between devices.
    bool joins_devices(VlanId vlan) const {
        const auto leads = [&](EquipmentId device, const std::optional<IpAddress>& hop) {
            const bool routes = std::any_of(design_.gateways.begin(), design_.gateways.end(), [&](const Gateway& row) {
                return row.vlan == vlan && row.equipment == device;
            });
            const auto own = net_.prefixes.find(vlan);
            return hop && routes && own != net_.prefixes.end() &&
                   std::any_of(own->second.begin(), own->second.end(),
                               [&](const IpPrefix& prefix) { return contains(prefix, *hop); });
        };
        return std::any_of(design_.routes.begin(), design_.routes.end(),
                           [&](const Route& row) { return row.equipment && leads(*row.equipment, row.next_hop); }) ||
               std::any_of(design_.provider_handoffs.begin(), design_.provider_handoffs.end(),
                           [&](const ProviderHandoff& row) {
                               const Port* port = design_.find(row.port);
                               return port && leads(port->equipment, row.peer);
                           });
    }
    // The VLANs of desks on the service's plane that are the body's, or in a zone for it and nobody's; those that are
    // somewhere.
    std::set<VlanId> vlans_of(const MustReach& row) const {
        std::set<VlanId> out;
        const std::optional<PlaneId> plane = plane_of(*design_.find(row.service));
        for (const Vlan& vlan : design_.vlans) {
            const Zone* zone = design_.find(vlan.zone);
            if (!zone || !plane || zone->role != ZoneRole::desks || zone->management || zone->plane != *plane)
                continue;
            const bool ours =
                vlan.body ? *vlan.body == row.body : has_desks_in(row.body, *zone) && !joins_devices(vlan.id);
            if (ours && !places_of(vlan.id).empty())
                out.insert(vlan.id);
        }
        return out;
    }

    // With neither host nor address: a way out at an edge, or over the air.
    bool stands_nowhere(const Service& service) const {
        return service.hosts.empty() && !service.address && design_.find(service.zone);
    }
    bool is_wireless(const Service& service) const {
        return stands_nowhere(service) && service.medium == ServiceMedium::wireless;
    }
    bool is_way_out(const Service& service) const {
        return stands_nowhere(service) && service.medium != ServiceMedium::wireless &&
               design_.find(service.zone)->role == ZoneRole::edge;
    }

    void check_air(const ListedReached& claim, const MustReach& row) {
        const Zone& zone = *design_.find(design_.find(row.service)->zone);
        for (const ListedPath& path : claim.paths)
            refute(Ground::unknown_list, claim_of(row),
                   {"无线业务不以报文证明", "a wireless service is not shown by packets"}, path.place);
        for (const ListedAir& air : claim.air) {
            ++verdict_.facts;
            const Jack* jack = design_.find(air.jack);
            const PointKind* kind = jack ? design_.find(jack->kind) : nullptr;
            const Vlan* vlan = design_.find(air.vlan);
            const bool named =
                vlan && (vlan->zone == zone.id || std::any_of(design_.ssids.begin(), design_.ssids.end(),
                                                              [&](const Ssid& ssid) { return ssid.vlan == vlan->id; }));
            const auto heard = net_.jacks.find(air.jack);
            if (!kind || !kind->wireless || jack->plane != zone.plane || !named || vlan->plane != zone.plane ||
                heard == net_.jacks.end() || !heard->second.contains(air.vlan)) {
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
        if (is_wireless(*design_.find(row.service)))
            return check_air(claim, row);
        for (const ListedAir& air : claim.air)
            refute(Ground::unknown_list, claim_of(row), {"此业务不经空中接口", "this service is not one over the air"},
                   air.place);
        std::set<VlanId> asked = vlans_of(row);
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

    std::set<NetPlaceKey> places_of(VlanId vlan) const {
        std::set<NetPlaceKey> out;
        for (const auto& [key, place] : net_.places)
            if (place.vlans.contains(vlan))
                out.insert(key);
        return out;
    }
    bool is_a_packet(const Cube& cube) const {
        const bool v6 = (cube.value[4] >> 32 & 1) != 0;
        constexpr std::uint64_t all = ~std::uint64_t{0};
        const std::uint64_t high = v6 ? all : all << 32;
        const std::uint64_t low = v6 ? all : 0;
        return cube.mask[0] == high && cube.mask[2] == high && cube.mask[1] == low && cube.mask[3] == low &&
               cube.mask[4] == 0x1'ffff'ffff - 0xff00'0000;
    }
    // Where the service is: at its hosts, or in the VLANs around its address.
    std::set<std::pair<NetPlaceKey, VlanId>> homes_of(const Service& service) const {
        std::set<std::pair<NetPlaceKey, VlanId>> out;
        for (const EquipmentId host : service.hosts)
            if (const auto heard = net_.heard.find(host); heard != net_.heard.end())
                out.insert(heard->second.begin(), heard->second.end());
        if (service.hosts.empty() && service.address)
            for (const auto& [vlan, prefixes] : net_.prefixes)
                if (std::any_of(prefixes.begin(), prefixes.end(),
                                [&](const IpPrefix& prefix) { return contains(prefix, *service.address); }))
                    for (const NetPlaceKey& place : places_of(vlan))
                        out.emplace(place, vlan);
        return out;
    }

    void follow(const ListedPath& path, const MustReach& row) {
        const Service& service = *design_.find(row.service);
        const auto fails = [&](Text fact, Place place) {
            refute(Ground::not_through, claim_of(row), std::move(fact), place);
        };
        const bool outward = is_way_out(service);
        const std::vector<Cube> asking_it = outward ? of_ports(service, Cube{}) : asking(service);
        const auto own = net_.prefixes.find(path.from);
        const bool sends = own == net_.prefixes.end() ||
                           std::any_of(own->second.begin(), own->second.end(),
                                       [&](const IpPrefix& prefix) { return within(path.packet, from(prefix)); });
        if (!is_a_packet(path.packet) || !sends || (outward && is_inside(path.packet, service)) ||
            std::none_of(asking_it.begin(), asking_it.end(),
                         [&](const Cube& cube) { return within(path.packet, cube); }))
            return fails(
                {"这不是从该 VLAN 请求此服务的报文", "this is no packet that asks for the service from the VLAN"},
                path.place);
        const PacketWalk forth = walk(net_, places_of(path.from), path.from, path.packet);
        const std::optional<GatewayId> last = along(path, forth, fails);
        if (!last)
            return;
        const std::string packet = example(path.packet);
        if (outward != path.out.has_value() || (outward && !leaves_by(service, *path.out, *last, forth)))
            return fails({"报文 " + packet + " 未交给该业务的外部线路",
                          "the packet " + packet + " is not handed over to a provider of the service"},
                         path.place);
        if (outward)
            return;
        const auto homes = homes_of(service);
        const auto home = std::find_if(homes.begin(), homes.end(), [&](const auto& at) {
            return forth.arrived.contains({at.first, *last});
        });
        if (home == homes.end())
            return fails({"报文 " + packet + " 到不了服务", "the packet " + packet + " does not come to the service"},
                         path.place);
        // An answer may leave by any of its ports, and asks for one of the dynamic ports.
        const Cube answer = answer_to(path.packet);
        const std::set<NetPlaceKey> ours = places_of(path.from);
        const bool back = std::any_of(homes.begin(), homes.end(), [&](const auto& at) {
            const PacketWalk way = walk(net_, {at.first}, at.second, answer, &forth);
            return std::any_of(way.arrived.begin(), way.arrived.end(),
                               [&](const auto& came) { return ours.contains(came.first); });
        });
        if (!back)
            fails({"回答 " + example(answer) + " 回不来", "the answer " + example(answer) + " does not come back"},
                  path.place);
    }
    // A prefix of a VLAN on the service's plane holds its destination.
    bool is_inside(const Cube& packet, const Service& service) const {
        const PlaneId plane = design_.find(service.zone)->plane;
        return std::any_of(design_.prefixes.begin(), design_.prefixes.end(), [&](const Prefix& row) {
            const Vlan* vlan = design_.find(row.vlan);
            return vlan && vlan->plane == plane && row.prefix && within(packet, to(*row.prefix));
        });
    }
    // The handoff is one of the zone, or of its plane where none names the zone, and the packet is given to its peer.
    bool leaves_by(const Service& service, ProviderHandoffId out, GatewayId last, const PacketWalk& forth) const {
        const Zone& zone = *design_.find(service.zone);
        const bool named = std::any_of(design_.provider_handoffs.begin(), design_.provider_handoffs.end(),
                                       [&](const ProviderHandoff& row) { return row.zone == zone.id; });
        const ProviderHandoff* row = design_.find(out);
        return row && (named ? row->zone == zone.id : row->plane == zone.plane) &&
               forth.handed_over.contains({out, last});
    }
    static Cube answer_to(const Cube& packet) {
        Cube out = packet;
        std::swap(out.value[0], out.value[2]);
        std::swap(out.value[1], out.value[3]);
        out.value[4] = (out.value[4] & ~std::uint64_t{0xffff}) | 49152;
        return out;
    }
    // Each hop is one that the packet takes; by which gateway it leaves last, 0 when it needs none.
    template<class Fails>
    std::optional<GatewayId> along(const ListedPath& path, const PacketWalk& forth, const Fails& fails) const {
        GatewayId in;
        GatewayId out;
        for (const ListedHop& hop : path.hops) {
            if (!forth.steps.contains({in, out, hop.in})) {
                const Text gateway = called(design_, hop.in);
                fails({"报文不走此网关：" + gateway.zh, "the packet does not come to this gateway: " + gateway.en},
                      hop.place);
                return std::nullopt;
            }
            in = hop.in;
            out = hop.out;
        }
        if (!path.hops.empty() && !forth.steps.contains({in, out, {}})) {
            const Text gateway = called(design_, out);
            fails({"报文不从此网关到达：" + gateway.zh, "the packet does not arrive by this gateway: " + gateway.en},
                  path.hops.back().place);
            return std::nullopt;
        }
        return out;
    }

    const Certificate& certificate_;
    const Design& design_;
    const PlainNetwork& net_;
    Verdict verdict_;
};

} // namespace

Verdict check_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    return Checking(certificate, design, network).check();
}

} // namespace riser::verify
