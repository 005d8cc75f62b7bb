// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/slips.h"

#include "solvers/analysis/jack_zones.h"
#include "solvers/forwarding/asked_rows.h"
#include "solvers/forwarding/reachability.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

using Pairs = std::vector<std::pair<ZoneId, ZoneId>>;

constexpr ReachOptions hostile{.senders = Senders::any, .sources = Sources::own};

Pairs apart_of(const Design& design) {
    std::set<std::pair<ZoneId, ZoneId>> out;
    for (const MustNotReach& row : design.must_not_reach)
        if (row.a.kind == Kind::zones && row.b.kind == Kind::zones && row.a != row.b && design.contains(row.a) &&
            design.contains(row.b)) {
            out.emplace(ZoneId{row.a.value}, ZoneId{row.b.value});
            out.emplace(ZoneId{row.b.value}, ZoneId{row.a.value});
        }
    return {out.begin(), out.end()};
}

// As much of the rows as says what zones send and hear: of jacks that are alike two, so that one stays when the other
// slips, and no port to which nothing is joined.
NetworkRows lean(const NetworkRows& rows) {
    NetworkRows out = without_what_no_intent_asks(rows);
    CabledLinks::Rows cabled = *out.cabled.rows;
    std::set<JackId> kept;
    for (const CabledJack& jack : cabled.jacks)
        kept.insert(jack.jack);
    std::set<std::pair<EquipmentId, std::optional<VlanId>>> doubled;
    for (const CabledJack& jack : rows.cabled.jacks())
        if (const Port* port = rows.design.find(jack.port);
            port && !kept.contains(jack.jack) && doubled.emplace(port->equipment, port->access_vlan).second)
            cabled.jacks.push_back(jack);
    std::sort(cabled.jacks.begin(), cabled.jacks.end());
    std::set<PortId> joined;
    for (const CabledJack& jack : cabled.jacks)
        joined.insert(jack.port);
    for (const CabledLink& link : cabled.links)
        joined.insert({link.a, link.b});
    for (const ProviderHandoff& row : rows.design.provider_handoffs)
        if (row.port)
            joined.insert(*row.port);
    Table<Port> ports;
    for (const PortId id : joined)
        if (const Port* port = rows.design.find(id))
            ports.put(*port);
    out.design.ports = std::move(ports);
    out.cabled.rows = std::make_shared<const CabledLinks::Rows>(std::move(cabled));
    return out;
}

// What joins a pair.
struct Joined {
    ZoneId from, to;
    Packet packet;
};

class Judging {
  public:
    explicit Judging(const Facts& facts)
        : design_(facts.design()),
          rows_(facts.get<NetworkRows>()),
          zones_(facts.get<JackZones>()),
          pairs_(apart_of(design_)) {
        if (!asks())
            return;
        lean_ = lean(rows_);
        for (const CabledJack& jack : rows_.cabled.jacks())
            jacks_[jack.port].push_back(&jack);
        for (const CabledLink& link : rows_.cabled.links())
            linked_.insert({link.a, link.b});
        for (const ProviderHandoff& row : design_.provider_handoffs)
            if (row.port)
                linked_.insert(*row.port);
        whole_ = derive_network(lean_);
        before_ = reaching(lean_, whole_, std::nullopt, pairs_);
    }

    bool asks() const { return !pairs_.empty(); }

    // Slips of one key do the same. Nothing: it can join nothing.
    using Key = std::tuple<std::size_t, std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t>;
    std::optional<Key> key_of(const Misconfiguration& slip) {
        return std::visit([&](const auto& one) { return key(one, slip.index()); }, slip);
    }

    std::optional<Joined> judge(const Misconfiguration& slip) {
        const std::optional<PortId> port = port_of(slip);
        NetworkRows rows = lean_;
        if (port)
            put_back(rows, *port);
        rows.design = misconfigured(std::move(rows.design), slip);
        const std::optional<JackId> moved = port ? jack_on(*port) : std::nullopt;
        Pairs asked;
        const std::optional<PlaneId> plane = plane_of(port);
        for (const auto& pair : pairs_)
            if (!plane || design_.find(pair.first)->plane == *plane || design_.find(pair.second)->plane == *plane)
                asked.push_back(pair);
        std::optional<Network> derived; // what rules say is no part of it
        const Network& net = port ? derived.emplace(derive_network(rows)) : whole_;
        const std::map<std::pair<ZoneId, ZoneId>, Bdd> after = reaching(rows, net, moved, asked);
        for (const auto& [pair, headers] : after)
            if (const auto packet = kept_.headers.example(kept_.headers.sets().except(headers, before_.at(pair))))
                return Joined{pair.first, pair.second, *packet};
        return std::nullopt;
    }

  private:
    // Of each pair what comes from the one to the other; also from and to the jack, for the zone that it belongs to.
    std::map<std::pair<ZoneId, ZoneId>, Bdd> reaching(const NetworkRows& rows, const Network& net,
                                                      std::optional<JackId> moved, const Pairs& pairs) {
        const Floods floods(rows, net, kept_);
        const JackZone* of = moved ? zones_.jacks.find(*moved) : nullptr;
        std::map<std::pair<ZoneId, ZoneId>, Bdd> out;
        std::map<ZoneId, Flood> from;
        for (const auto& [a, b] : pairs) {
            if (!from.contains(a)) {
                std::vector<Emission> sent = floods.emissions(a, hostile);
                if (of && of->zone == a) {
                    const std::vector<Emission> more = floods.emissions(of->id, hostile);
                    sent.insert(sent.end(), more.begin(), more.end());
                }
                from.emplace(a, floods.flood(sent, Senders::any));
            }
            Bdd comes = floods.comes_to(from.at(a), b);
            if (of && of->zone == b)
                comes = kept_.headers.sets().either(comes, floods.comes_to(from.at(a), of->id));
            out.emplace(std::pair(a, b), comes);
        }
        return out;
    }

    std::optional<JackId> jack_on(PortId port) const {
        const auto found = jacks_.find(port);
        return found == jacks_.end() ? std::nullopt : std::optional(found->second.front()->jack);
    }
    static std::optional<PortId> port_of(const Misconfiguration& slip) {
        if (const auto* one = std::get_if<PortMadeTrunk>(&slip))
            return one->port;
        if (const auto* one = std::get_if<PortMovedTo>(&slip))
            return one->port;
        return std::nullopt;
    }
    // The port as it is, and its jacks.
    void put_back(NetworkRows& rows, PortId id) const {
        rows.design.ports.put(*design_.find(id));
        CabledLinks::Rows cabled = *rows.cabled.rows;
        if (const auto jacks = jacks_.find(id); jacks != jacks_.end())
            for (const CabledJack* jack : jacks->second)
                cabled.jacks.push_back(*jack);
        std::sort(cabled.jacks.begin(), cabled.jacks.end());
        cabled.jacks.erase(std::unique(cabled.jacks.begin(), cabled.jacks.end()), cabled.jacks.end());
        rows.cabled.rows = std::make_shared<const CabledLinks::Rows>(std::move(cabled));
    }
    std::optional<PlaneId> plane_of(std::optional<PortId> id) const {
        const Port* port = design_.find(id);
        const Equipment* device = port ? design_.find(port->equipment) : nullptr;
        return device ? device->plane : std::nullopt;
    }

    // Ports with one jack and nothing else are alike by device, VLAN and the jack's zone; of others each is its own.
    std::optional<Key> key_of_port(PortId id, std::size_t kind, std::uint64_t to) const {
        const Port& port = *design_.find(id);
        const auto jacks = jacks_.find(id);
        if (linked_.contains(id))
            return Key{kind, 1, id.value, 0, to};
        if (jacks == jacks_.end())
            return std::nullopt; // nothing is at its other end
        const JackZone* zone = zones_.jacks.find(jacks->second.front()->jack);
        if (jacks->second.size() > 1 || port.lag || port.card || port.status == Status::remove)
            return Key{kind, 1, id.value, 0, to};
        return Key{kind, (port.access_vlan ? port.access_vlan->value : 0) * 2, port.equipment.value,
                   zone ? zone->zone.value : 0, to};
    }
    std::optional<Key> key(const PortMadeTrunk& slip, std::size_t kind) const {
        return key_of_port(slip.port, kind, 0);
    }
    std::optional<Key> key(const PortMovedTo& slip, std::size_t kind) const {
        return key_of_port(slip.port, kind, slip.vlan.value);
    }
    std::optional<Key> key(const RuleRemoved& slip, std::size_t kind) { return key_of_rules(slip, kind); }
    std::optional<Key> key(const RuleWidened& slip, std::size_t kind) { return key_of_rules(slip, kind); }
    // By what the filter lets pass then; nothing when that is no more than before.
    template<class Slip> std::optional<Key> key_of_rules(const Slip& slip, std::size_t) {
        const Acl& before = *design_.find(slip.acl);
        Design one;
        one.acls.put(before);
        const Acl after = *misconfigured(std::move(one), slip).find(slip.acl);
        const Bdd more = kept_.headers.permitted(after.rules);
        if (kept_.headers.sets().except(more, kept_.headers.permitted(before.rules)) == BddSpace::no())
            return std::nullopt;
        return Key{std::variant_size_v<Misconfiguration>, 1, slip.acl.value, more.ref, 0};
    }

    const Design& design_;
    const NetworkRows& rows_;
    const JackZones& zones_;
    FilterSets kept_;
    Pairs pairs_;
    NetworkRows lean_;
    Network whole_; // of these
    std::map<PortId, std::vector<const CabledJack*>> jacks_;
    std::set<PortId> linked_;
    std::map<std::pair<ZoneId, ZoneId>, Bdd> before_;
};

} // namespace

SlipSweep breaking_slips(const Facts& facts, const Run& run) {
    SlipSweep out;
    Judging judging(facts);
    const std::vector<Misconfiguration> all =
        judging.asks() ? misconfigurations(facts.design()) : std::vector<Misconfiguration>{};
    std::map<Judging::Key, std::optional<std::size_t>> known; // index in breaking
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (run.stopped()) {
            out.outcome = Outcome::stopped;
            return out;
        }
        if (i % (all.size() / 100 + 1) == 0)
            run.report(static_cast<double>(i) / static_cast<double>(all.size()), {"误配置", "slips"});
        ++out.judged;
        const std::optional<Judging::Key> key = judging.key_of(all[i]);
        if (!key)
            continue;
        const auto [at, fresh] = known.try_emplace(*key);
        if (fresh)
            if (const std::optional<Joined> joined = judging.judge(all[i])) {
                at->second = out.breaking.size();
                out.breaking.push_back(
                    {.slip = all[i], .all = {}, .from = joined->from, .to = joined->to, .packet = joined->packet});
            }
        if (at->second)
            out.breaking[*at->second].all.push_back(all[i]);
    }
    return out;
}

} // namespace riser
