// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/publications.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/zones/zone_works.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

constexpr std::int64_t most_tried = 65'536; // of outside addresses

bool is_published_at(const ZoneWorks& works, ProviderHandoffId handoff) {
    const std::vector<Publications::Of>& all = works.facts.get<Publications>().list;
    return std::any_of(all.begin(), all.end(), [&](const Publications::Of& of) {
        return of.handoff == handoff && of.bar == PublishingBar::none;
    });
}

// Rows of services that people gave.
template<class Visit> void each_stated(const ZoneWorks& works, const Visit& visit) {
    for (const Nat& row : works.after.nats)
        if (row.kind == NatKind::service && row.outside && PlannedRows<Nat>::is_settled(row))
            visit(row);
}

class Publishing {
  public:
    explicit Publishing(ZoneWorks& works) : works_(works) {
        each_stated(works, [&](const Nat& row) { taken_.insert(*row.outside); });
        for (const Gateway& row : works.after.gateways)
            for (const auto& address : {row.address, row.shared})
                if (address)
                    taken_.insert(*address);
        for (const Equipment& row : works.after.equipment)
            if (row.address)
                taken_.insert(*row.address);
    }

    void plan() {
        for (const Publications::Of& of : works_.facts.get<Publications>().list)
            if (std::optional<Wish> wish = wish_of(of))
                wishes_.push_back(*wish);
        for (Wish& wish : wishes_) // what was given before stays
            keep(wish);
        for (Wish& wish : wishes_)
            if (wish.outside || (wish.outside = next_free(wish)))
                put(wish);
            else
                works_.reasons.add(wish.service->id, {"对外地址段中没有可用于发布的地址",
                                                      "the handoff has no outside address left to publish it at"});
    }

  private:
    struct Wish {
        const Service* service = nullptr;
        const ProviderHandoff* handoff = nullptr;
        EquipmentId device;
        IpPrefix among; // outside addresses that are not for sources
        std::optional<IpAddress> outside = {};
    };

    static std::string key_of(const Wish& wish, const AskedPorts& asked) {
        return "publish|" + to_string(wish.handoff->id) + "|" + to_string(wish.service->id) + "|" + to_string(asked);
    }

    std::optional<Wish> wish_of(const Publications::Of& of) {
        const auto refuse = [&](Text why) -> std::optional<Wish> {
            works_.reasons.add(of.service, {"未发布：" + why.zh, "it is not published: " + why.en});
            return std::nullopt;
        };
        if (of.bar != PublishingBar::none)
            return refuse(label_of(of.bar));
        const Service& service = *works_.after.find(of.service);
        const ProviderHandoff& handoff = *works_.after.find(of.handoff);
        if (asked_ports(service).empty())
            return refuse({"未写明端口", "no ports of it are stated"});
        if (!handoff.outside)
            return refuse({"外部线路没有给定对外地址", "the handoff has no outside addresses"});
        const std::vector<std::pair<ProviderHandoffId, std::uint32_t>>& exits = works_.ways().exits;
        const auto exit =
            std::find_if(exits.begin(), exits.end(), [&](const auto& one) { return one.first == handoff.id; });
        if (exit == exits.end())
            return refuse({"外部线路尚未接到设备", "the handoff is joined to no device yet"});
        if (!service.address || service.address->is_v6 != handoff.outside->address.is_v6)
            return refuse({"业务没有同类地址", "it has no address of that family"});
        if (!is_let_in(of))
            return refuse({"策略不放行", "no policy lets it be asked"});
        for (const NatId id : of.rows)
            if (const Nat* row = works_.after.find(id); row && PlannedRows<Nat>::is_settled(*row))
                return std::nullopt; // a person saw to it
        return Wish{&service, &handoff, works_.ways().devices[exit->second].id, beside_sources(handoff)};
    }
    bool is_let_in(const Publications::Of& of) const {
        const AnyId handoff = of.handoff;
        const auto edge = std::find_if(works_.boundaries().list.begin(), works_.boundaries().list.end(),
                                       [&](const Boundary& row) { return row.b == handoff; });
        return edge != works_.boundaries().list.end() &&
               std::any_of(works_.drafts.begin(), works_.drafts.end(), [&](const PolicyDraft& draft) {
                   return draft.action == AclAction::permit && draft.from == edge->a &&
                          draft.to == works_.after.find(of.service)->zone &&
                          std::find(draft.services.begin(), draft.services.end(), of.service) != draft.services.end();
               });
    }
    IpPrefix beside_sources(const ProviderHandoff& handoff) const {
        if (size_of(*handoff.outside) == 1)
            return *handoff.outside;
        const IpPrefix lower = half(*handoff.outside, 0);
        return addresses_of_sources(works_, handoff) == lower ? half(*handoff.outside, 1) : lower;
    }
    bool is_of_sources(const ProviderHandoff& handoff, const IpAddress& address) const {
        return std::any_of(works_.after.nats.begin(), works_.after.nats.end(), [&](const Nat& row) {
            return row.kind == NatKind::source && row.handoff == handoff.id && row.translated &&
                   contains(*row.translated, address) &&
                   (PlannedRows<Nat>::is_settled(row) || works_.nats.is_wanted(row.id));
        });
    }

    bool is_usable(const Wish& wish, const IpAddress& address) const {
        const IpPrefix& all = *wish.handoff->outside;
        if (!contains(wish.among, address) || taken_.contains(address) || wish.handoff->peer == address ||
            (wish.handoff->link && contains(*wish.handoff->link, address)) || is_of_sources(*wish.handoff, address))
            return false;
        const bool has_ends = !address.is_v6 && all.length <= 30; // its network and broadcast addresses
        return !has_ends || (address != address_at(all, 0) && address != address_at(all, size_of(all) - 1));
    }
    void keep(Wish& wish) {
        for (const AskedPorts& asked : asked_ports(*wish.service)) {
            const std::optional<IpAddress> before = works_.nats.start(key_of(wish, asked)).outside;
            if (before && is_usable(wish, *before)) {
                wish.outside = before;
                taken_.insert(*before);
                return;
            }
        }
    }
    std::optional<IpAddress> next_free(const Wish& wish) {
        const std::int64_t tried = std::min(size_of(wish.among), most_tried);
        for (std::int64_t n = 0; n < tried; ++n)
            if (const IpAddress address = address_at(wish.among, n); is_usable(wish, address)) {
                taken_.insert(address);
                return address;
            }
        return std::nullopt;
    }

    void put(const Wish& wish) {
        for (const AskedPorts& asked : asked_ports(*wish.service)) {
            Nat row = works_.nats.start(key_of(wish, asked));
            row.kind = NatKind::service;
            row.equipment = wish.device;
            row.handoff = wish.handoff->id;
            row.service = wish.service->id;
            row.protocol = protocol_word(asked.protocol);
            row.outside = wish.outside;
            row.ports = to_string(asked.ports);
            row.inside = wish.service->address;
            row.inside_port = 0;
            works_.nats.put(std::move(row));
            ++works_.totals->published;
        }
    }

    ZoneWorks& works_;
    std::set<IpAddress> taken_;
    std::vector<Wish> wishes_;
};

} // namespace

IpPrefix addresses_of_sources(const ZoneWorks& works, const ProviderHandoff& handoff) {
    const IpPrefix& all = *handoff.outside;
    bool published = is_published_at(works, handoff.id);
    std::set<IpAddress> given;
    each_stated(works, [&](const Nat& row) {
        if (contains(all, *row.outside)) {
            published = true;
            given.insert(*row.outside);
        }
    });
    if (!published || size_of(all) == 1)
        return all;
    for (const int which : {0, 1})
        if (const IpPrefix part = half(all, which);
            std::none_of(given.begin(), given.end(), [&](const IpAddress& address) { return contains(part, address); }))
            return part;
    return half(all, 0);
}

void plan_publishing(ZoneWorks& works) { Publishing(works).plan(); }

} // namespace riser
