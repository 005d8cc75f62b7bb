// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/answers.h"
#include "designer/verify/network_reading.h"
#include "designer/verify/reached.h"

#include <algorithm>

namespace riser::verify {

namespace {

class Outliving {
  public:
    Outliving(const Certificate& certificate, const Design& design, const Wiring& wiring, const PlainNetwork& network)
        : certificate_(certificate), design_(design), wiring_(wiring), whole_(network), services_(design) {}

    Verdict check() && {
        for (const ListedReached& claim : certificate_.reached) {
            const MustReach* row = design_.find(claim.row);
            const Service* service = row ? design_.find(row->service) : nullptr;
            if (service && claim.outlives)
                if (const auto plane = services_.plane_of(*service))
                    asked_[*plane].push_back({&claim, row, service});
        }
        if (asked_.empty())
            return std::move(verdict_);
        const NetworkReading reading(design_, wiring_);
        for (const auto& [plane, claims] : asked_)
            for (const AnyId lost : failures(plane)) {
                const PlainNetwork left = reading.without(lost);
                Walker walker(design_, left);
                for (const Asked& claim : claims)
                    outlives(walker, claim, lost);
            }
        return std::move(verdict_);
    }

  private:
    struct Asked {
        const ListedReached* claim;
        const MustReach* row;
        const Service* service;
    };

    // Devices that route, those of stacks one by one, and cables between two of them; all of what may be the plane's.
    std::set<AnyId> failures(PlaneId plane) const {
        std::set<EquipmentId> routing;
        for (const auto& [id, gateway] : whole_.gateways)
            if (whole_.devices.at(gateway.device).lives)
                routing.insert(gateway.device);
        const auto of_another = [&](EquipmentId id) {
            const Equipment* device = design_.find(id);
            return device && device->plane && *device->plane != plane;
        };
        std::set<AnyId> out;
        for (const auto& [member, stack] : whole_.stack)
            if (routing.contains(stack) && !of_another(member))
                out.insert(member);
        for (const auto& [ends, cables] : wiring_.links) {
            const Port* first = design_.find(ends.first);
            const Port* second = design_.find(ends.second);
            if (!first || !second)
                continue;
            const EquipmentId a = first->equipment, b = second->equipment;
            if (routes(routing, a) && routes(routing, b) && !(of_another(a) && of_another(b)))
                out.insert(cables.begin(), cables.end());
        }
        return out;
    }
    bool routes(const std::set<EquipmentId>& routing, EquipmentId id) const {
        const auto stack = whole_.stack.find(id);
        return stack != whole_.stack.end() && routing.contains(stack->second);
    }

    void outlives(Walker& walker, const Asked& asked, AnyId lost) {
        if (verdict_.refutation)
            return;
        const auto fails = [&](const Text& what) {
            const Text body = called(design_, asked.row->body);
            const Text service = called(design_, asked.row->service);
            const Text without = called(design_, lost);
            verdict_.refutation =
                Refutation{Ground::not_outlived,
                           {body.zh + "在单点失效后仍可用" + service.zh,
                            body.en + " can use " + service.en + " after any failure"},
                           {"失去 " + without.zh + " 时" + what.zh, "without " + without.en + ": " + what.en},
                           asked.claim->place};
        };
        if (services_.is_wireless(*asked.service)) {
            ++verdict_.facts;
            if (!on_air(*asked.service, walker.network()))
                fails({"没有接入点", "no access point is on the air"});
            return;
        }
        for (const ListedPath& path : asked.claim->paths) {
            if (places_of(path.from, walker.network()).empty())
                continue; // who asks is gone with what failed
            ++verdict_.facts;
            if (!comes_through(walker, services_, *asked.service, path.from, path.packet))
                return fails({"报文 " + example(path.packet) + " 不通",
                              "the packet " + example(path.packet) + " or its answer does not come through"});
        }
    }
    bool on_air(const Service& service, const PlainNetwork& net) const {
        return std::any_of(net.jacks.begin(), net.jacks.end(), [&](const auto& jack) {
            return std::any_of(jack.second.begin(), jack.second.end(),
                               [&](VlanId vlan) { return services_.is_on_air(jack.first, vlan, service, net); });
        });
    }

    const Certificate& certificate_;
    const Design& design_;
    const Wiring& wiring_;
    const PlainNetwork& whole_;
    Services services_;
    std::map<PlaneId, std::vector<Asked>> asked_;
    Verdict verdict_;
};

} // namespace

Verdict check_outlived(const Certificate& certificate, const Design& design, const Wiring& wiring,
                       const PlainNetwork& network) {
    return Outliving(certificate, design, wiring, network).check();
}

} // namespace riser::verify
