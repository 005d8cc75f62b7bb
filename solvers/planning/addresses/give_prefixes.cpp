// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/addresses/address_works.h"
#include "solvers/planning/addresses/zone_packing.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::uint8_t transit_length = 29;

// Pools that stand for one another: of one network, owner, region and family.
struct PoolKey {
    PlaneId plane;
    bool v6 = false;
    std::optional<BodyId> owner;
    std::optional<RegionId> region;
    auto operator<=>(const PoolKey&) const = default;
};

// What is asked of them: a VLAN's prefix, as it stands or not yet.
struct Ask {
    std::size_t vlan = 0; // of works.wanted
    std::uint8_t length = 24;
    Prefix row;
    std::optional<IpPrefix> stands = {};
};
// The VLANs that shall lie side by side: of a zone, or all transit ones.
struct Unit {
    std::string key;
    std::string purpose;
    std::optional<VrfId> vrf;
    std::vector<Ask> asks;
};

class Giving {
  public:
    explicit Giving(AddressWorks& works) : works_(works) {
        for (const AddressPool& pool : works.after.address_pools)
            if (const Plane* plane = works.after.find(pool.plane);
                pool.prefix && plane && plane->disclosure != Disclosure::secret && !works.pools.was_mine(pool))
                pools_[{pool.plane, pool.prefix->address.is_v6, pool.owner, pool.region}].push_back(&pool);
        for (auto& [key, pools] : pools_)
            std::sort(pools.begin(), pools.end(), [](const AddressPool* a, const AddressPool* b) {
                return std::tie(a->name, a->id) < std::tie(b->name, b->id);
            });
    }

    void give() {
        for (std::size_t n = 0; n < works_.wanted.size(); ++n) {
            if (works_.wanted[n].given)
                give_link(works_.wanted[n]);
            else
                for (const bool v6 : {false, true})
                    ask(n, v6);
        }
        for (auto& [key, units] : units_)
            allot(key, units);
    }

  private:
    // As the provider says.
    void give_link(WantedVlan& vlan) {
        AddressPool pool = works_.pools.start(vlan.key);
        pool.name = vlan.name;
        pool.plane = vlan.plane;
        pool.prefix = vlan.given;
        Prefix row = works_.prefixes.start(vlan.key);
        row.pool = works_.pools.put(std::move(pool)).id;
        row.prefix = vlan.given;
        row.vlan = vlan.id;
        row.purpose = vlan.name;
        vlan.prefixes.push_back(works_.prefixes.put(std::move(row)).id);
    }

    // Owners whose pools a VLAN may draw on, the first that has one.
    std::vector<std::optional<BodyId>> owners(const WantedVlan& vlan) const {
        std::vector<std::optional<BodyId>> out;
        const Zone& zone = *works_.zone_of(vlan);
        if (vlan.body && zone.role == ZoneRole::desks)
            out.push_back(vlan.body);
        if (works_.shared)
            out.push_back(works_.shared);
        out.push_back(std::nullopt);
        if (vlan.use == VlanUse::transit)
            out.insert(out.end(), zone.bodies.begin(), zone.bodies.end());
        return out;
    }

    // In the zone's region, else in none; of a zone without region, in none, else in the first.
    std::optional<PoolKey> pools_for(const WantedVlan& vlan, bool v6) const {
        const Zone& zone = *works_.zone_of(vlan);
        for (const std::optional<BodyId>& owner : owners(vlan)) {
            std::vector<std::optional<RegionId>> regions{zone.region, std::nullopt};
            if (!zone.region)
                for (const auto& [key, pools] : pools_)
                    regions.push_back(key.region);
            for (const std::optional<RegionId>& region : regions)
                if (const PoolKey key{vlan.plane, v6, owner, region}; pools_.contains(key))
                    return key;
        }
        return std::nullopt;
    }

    std::uint8_t length_of(const WantedVlan& vlan, bool v6) const {
        if (v6)
            return works_.options.subnet_v6;
        if (vlan.use == VlanUse::transit)
            return std::min(transit_length, length_for(vlan.hosts + 2));
        return length_for(addresses_needed(vlan.hosts, works_.growth, AddressWorks::gateway_addresses(vlan.routers)));
    }

    // What a person gave the VLAN is its prefix.
    bool has_own(WantedVlan& vlan, bool v6) {
        for (const Prefix& row : works_.after.prefixes)
            if (row.vlan == vlan.id && row.prefix && row.prefix->address.is_v6 == v6 &&
                !works_.prefixes.was_mine(row)) {
                vlan.prefixes.push_back(row.id);
                return true;
            }
        return false;
    }

    void ask(std::size_t n, bool v6) {
        WantedVlan& vlan = works_.wanted[n];
        if (has_own(vlan, v6))
            return;
        const std::optional<PoolKey> key = pools_for(vlan, v6);
        if (!key) {
            if (!v6) {
                ++works_.without_prefix;
                works_.reasons.add(vlan.id, {"没有与其归属、区域、网络相符的地址池，未分配网段",
                                             "no address pool fits its owner, region and network: it has no prefix"});
            }
            return;
        }
        Unit& unit = unit_of(*key, vlan);
        Ask ask{.vlan = n, .length = length_of(vlan, v6), .row = works_.prefixes.start(row_key(vlan, v6))};
        ask.stands = ask.row.prefix;
        asked_.insert(ask.row.id);
        if (!ask.stands && vlan.before)
            if (const Prefix old = works_.prefixes.start(before_key(*vlan.before, v6)); works_.prefixes.known(old))
                ask.stands = old.prefix;
        unit.asks.push_back(std::move(ask));
    }
    static std::string row_key(const WantedVlan& vlan, bool v6) { return vlan.key + (v6 ? "|6" : "|4"); }
    std::string before_key(VlanId vlan, bool v6) const {
        return works_.after.find(vlan)->origin.key + (v6 ? "|6" : "|4");
    }

    Unit& unit_of(const PoolKey& pools, const WantedVlan& vlan) {
        const bool transit = vlan.use == VlanUse::transit;
        const std::string key = (transit ? "transit|" + to_string(vlan.plane) : to_string(*vlan.zone)) + "|" +
                                (pools.owner ? to_string(*pools.owner) : "-") + "|" +
                                (pools.region ? to_string(*pools.region) : "-") + (pools.v6 ? "|6" : "|4");
        std::vector<Unit>& units = units_[pools];
        for (Unit& unit : units)
            if (unit.key == key)
                return unit;
        const Vlan& row = *works_.after.find(vlan.id);
        units.push_back({.key = key,
                         .purpose = transit ? "transit" : works_.zone_of(vlan)->code,
                         .vrf = transit ? std::nullopt : row.vrf,
                         .asks = {}});
        return units.back();
    }

    // What lies in these pools and is not theirs to give: what people gave, providers' addresses, other pools within
    // them.
    std::vector<IpPrefix> taken_in(const PoolKey& key) const {
        std::vector<IpPrefix> out;
        const std::vector<const AddressPool*>& pools = pools_.at(key);
        const auto holds_a_pool = [&](const IpPrefix& prefix) {
            return std::any_of(pools.begin(), pools.end(),
                               [&](const AddressPool* pool) { return contains(prefix, *pool->prefix); });
        };
        for (const Prefix& row : works_.after.prefixes) {
            const AddressPool* pool = works_.after.find(row.pool);
            const bool stays = !works_.prefixes.was_mine(row) ||
                               (PlannedRows<Prefix>::is_settled(row) && row.vlan && !asked_.contains(row.id));
            if (row.prefix && pool && pool->plane == key.plane && stays && (row.vlan || !holds_a_pool(*row.prefix)))
                out.push_back(*row.prefix);
        }
        for (const ProviderHandoff& row : works_.after.provider_handoffs)
            if (row.plane == key.plane && row.status != Status::remove)
                for (const std::optional<IpPrefix>& prefix : {row.link, row.outside})
                    if (prefix)
                        out.push_back(*prefix);
        for (const auto& [other, theirs] : pools_)
            if (other.plane == key.plane && other != key)
                for (const AddressPool* pool : theirs)
                    if (const std::optional<IpPrefix> mine = holder_of(*pool->prefix, pools);
                        mine && (*mine != *pool->prefix || other < key))
                        out.push_back(*pool->prefix);
        return out;
    }

    static std::optional<IpPrefix> holder_of(const IpPrefix& prefix, const std::vector<const AddressPool*>& pools) {
        for (const AddressPool* pool : pools)
            if (contains(*pool->prefix, prefix))
                return pool->prefix;
        return std::nullopt;
    }

    // Whether a prefix that stands can stay: large enough, in a pool, on nothing else.
    bool stays(const Ask& ask, const std::vector<IpPrefix>& taken, const std::vector<IpPrefix>& kept,
               const std::vector<IpPrefix>& pools) {
        const IpPrefix& prefix = *ask.stands;
        const auto on = [&](const std::vector<IpPrefix>& list) {
            return std::any_of(list.begin(), list.end(), [&](const IpPrefix& other) { return overlap(other, prefix); });
        };
        const bool inside =
            std::any_of(pools.begin(), pools.end(), [&](const IpPrefix& pool) { return contains(pool, prefix); });
        if (!inside || on(taken) || on(kept))
            return false;
        if (prefix.length > ask.length) {
            works_.reasons.add(works_.wanted[ask.vlan].id,
                               {"终端已超出原网段 " + to_string(prefix) + "，改配较大网段",
                                "its hosts have outgrown " + to_string(prefix) + ": it gets a larger prefix"});
            return false;
        }
        return true;
    }
    static bool is_fixed(const PlannedRows<Prefix>& rows, const Prefix& row) {
        return rows.known(row) && row.prefix && (PlannedRows<Prefix>::is_settled(row) || row.pins.mask != 0);
    }

    void allot(const PoolKey& key, std::vector<Unit>& units) {
        std::vector<IpPrefix> pools;
        for (const AddressPool* pool : pools_.at(key))
            pools.push_back(*pool->prefix);
        const std::vector<IpPrefix> taken = taken_in(key);
        std::vector<IpPrefix> kept;
        for (Unit& unit : units)
            for (Ask& ask : unit.asks)
                if (is_fixed(works_.prefixes, ask.row))
                    kept.push_back(*ask.row.prefix);
        std::vector<PackingUnit> packing;
        for (Unit& unit : units) {
            PackingUnit& one = packing.emplace_back();
            one.blocks = blocks_before(unit);
            for (Ask& ask : unit.asks)
                if (is_fixed(works_.prefixes, ask.row))
                    one.standing.push_back(*ask.row.prefix);
                else if (ask.stands && stays(ask, taken, kept, pools)) {
                    kept.push_back(*ask.stands);
                    one.standing.push_back(*ask.stands);
                } else {
                    ask.stands.reset();
                    one.lengths.push_back(ask.length);
                }
        }
        const Packing found = packed(pools, taken, packing);
        if (!found.side_by_side)
            for (const AddressPool* pool : pools_.at(key))
                works_.reasons.add(pool->id, {"地址池剩余不足，网段未能按安全域连续分配",
                                              "what is left of it holds no block for each zone: their prefixes do not "
                                              "lie side by side"});
        for (std::size_t u = 0; u < units.size(); ++u) {
            std::size_t next = 0;
            for (Ask& ask : units[u].asks)
                put(key, ask, ask.stands ? ask.stands : found.units[u].given[next++]);
            put_blocks(key, units[u], found.units[u].blocks);
        }
    }

    PrefixId put_row(const PoolKey& key, Prefix row, const IpPrefix& prefix) {
        for (const AddressPool* pool : pools_.at(key))
            if (contains(*pool->prefix, prefix))
                row.pool = pool->id;
        row.prefix = prefix;
        return works_.prefixes.put(std::move(row)).id;
    }

    void put(const PoolKey& key, Ask& ask, const std::optional<IpPrefix>& prefix) {
        WantedVlan& vlan = works_.wanted[ask.vlan];
        const Vlan& of = *works_.after.find(vlan.id);
        if (!prefix) {
            ++works_.without_prefix;
            Reason reason{.subjects = {vlan.id},
                          .sentence = {"地址池剩余不足，未分配 /" + std::to_string(ask.length),
                                       "the pool has no /" + std::to_string(ask.length) + " free: it has no prefix"}};
            for (const AddressPool* pool : pools_.at(key))
                reason.subjects.push_back(pool->id);
            works_.reasons.add(std::move(reason));
            return;
        }
        if (!prefix->address.is_v6) {
            works_.reserved += size_of(*prefix);
            works_.least += std::int64_t{1} << (32 - ask.length);
        }
        ask.row.vlan = vlan.id;
        ask.row.vrf = of.vrf;
        ask.row.purpose = of.name;
        vlan.prefixes.push_back(put_row(key, std::move(ask.row), *prefix));
    }

    static std::string block_key(const Unit& unit, std::size_t n) { return unit.key + "|block|" + std::to_string(n); }
    std::vector<IpPrefix> blocks_before(const Unit& unit) const {
        std::vector<IpPrefix> out;
        for (std::size_t n = 1;; ++n) {
            const Prefix row = works_.prefixes.start(block_key(unit, n));
            if (!works_.prefixes.known(row))
                return out;
            if (row.prefix)
                out.push_back(*row.prefix);
        }
    }
    // A block that is the zone's only prefix is no row of its own.
    void put_blocks(const PoolKey& key, const Unit& unit, const std::vector<IpPrefix>& blocks) {
        if (blocks.size() == 1 && unit.asks.size() == 1)
            if (const std::vector<PrefixId>& own = works_.wanted[unit.asks.front().vlan].prefixes;
                !own.empty() && works_.after.find(own.back())->prefix == blocks.front())
                return;
        for (std::size_t n = 0; n < blocks.size(); ++n) {
            Prefix row = works_.prefixes.start(block_key(unit, n + 1));
            row.vrf = unit.vrf;
            row.purpose = unit.purpose;
            put_row(key, std::move(row), blocks[n]);
        }
    }

    AddressWorks& works_;
    std::map<PoolKey, std::vector<const AddressPool*>> pools_;
    std::map<PoolKey, std::vector<Unit>> units_;
    std::set<PrefixId> asked_;
};

} // namespace

void give_prefixes(AddressWorks& works) { Giving(works).give(); }

} // namespace riser
