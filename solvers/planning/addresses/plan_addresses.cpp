// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/plan_addresses.h"

#include "model/fields/table_access.h"
#include "solvers/analysis/references.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/addresses/address_works.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

const std::vector<Kind> tables_read{Kind::briefs,        Kind::bodies,       Kind::planes,
                                    Kind::zones,         Kind::services,     Kind::ssids,
                                    Kind::vrfs,          Kind::vlans,        Kind::address_pools,
                                    Kind::prefixes,      Kind::dhcp_scopes,  Kind::gateways,
                                    Kind::routes,        Kind::acls,         Kind::provider_handoffs,
                                    Kind::floors,        Kind::rooms,        Kind::spaces,
                                    Kind::outlets,       Kind::jacks,        Kind::cables,
                                    Kind::cable_types,   Kind::terminations, Kind::splices,
                                    Kind::panels,        Kind::equipment,    Kind::equipment_types,
                                    Kind::cards,         Kind::ports,        Kind::stacks,
                                    Kind::spanning_trees};

// What people's rows speak of stays, though it is no longer wanted.
template<class Row> bool bring_back(AddressWorks& works, AnyId target) {
    const Row* before = works.facts.design().find(Id<Row>{target.value});
    if (target.kind != kind_of<Row> || !before)
        return false;
    works.after.table<Row>().put(*before);
    return true;
}

bool is_peoples(const Design& design, AnyId row) {
    const TableAccess& table = table_access(row.kind);
    const void* found = table.find(design, row.value);
    return found && (row.kind == Kind::jacks || table.base(found)->origin.kind != OriginKind::planned);
}

bool bring_back_what_is_spoken_of(AddressWorks& works) {
    bool any = false;
    const Facts facts(works.after);
    for (const Kind kind : {Kind::ports, Kind::jacks, Kind::ssids, Kind::gateways, Kind::acls, Kind::prefixes,
                            Kind::dhcp_scopes, Kind::routes, Kind::vlans})
        for (const DanglingReference& reference : facts.get<DanglingOf>(kind).references) {
            const bool kept_for_them = reference.row.kind == Kind::vlans || reference.row.kind == Kind::prefixes;
            if (!kept_for_them && !is_peoples(works.after, reference.row))
                continue;
            any |= bring_back<Vlan>(works, reference.target) || bring_back<Vrf>(works, reference.target) ||
                   bring_back<Prefix>(works, reference.target) || bring_back<AddressPool>(works, reference.target);
        }
    return any;
}

void remove_rest(AddressWorks& works) {
    works.routes.remove_rest();
    works.scopes.remove_rest();
    works.gateways.remove_rest();
    works.prefixes.remove_rest();
    works.pools.remove_rest();
    works.vlans.remove_rest();
    works.vrfs.remove_rest();
    works.trees.remove_rest();
    while (bring_back_what_is_spoken_of(works)) {
    }
}

// "W-D: 96 hosts today, 123 with growth, of 251 addresses (49 %)".
void report_use(AddressWorks& works, AddressPlan& out) {
    struct Use {
        std::int64_t hosts = 0;
        std::int64_t room = 0;
    };
    std::map<ZoneId, Use> zones;
    for (const WantedVlan& vlan : works.wanted) {
        if (vlan.use == VlanUse::transit || vlan.use == VlanUse::provider)
            continue;
        out.hosts += vlan.hosts;
        Use& use = zones[*vlan.zone];
        use.hosts += vlan.hosts;
        for (const PrefixId id : vlan.prefixes)
            if (const Prefix& row = *works.after.find(id); row.prefix && !row.prefix->address.is_v6)
                use.room +=
                    std::max<std::int64_t>(0, size_of(*row.prefix) - 2 - AddressWorks::gateway_addresses(vlan.routers));
    }
    for (const auto& [zone, use] : zones) {
        if (use.room == 0)
            continue;
        const auto later = static_cast<std::int64_t>(std::ceil(static_cast<double>(use.hosts) * works.growth - 1e-9));
        const std::string hosts = std::to_string(use.hosts);
        const std::string room = std::to_string(use.room);
        const std::string share = std::to_string(later * 100 / use.room) + " %";
        works.reasons.add(zone, {"终端 " + hosts + " 个，含增长 " + std::to_string(later) + " 个，可用地址 " + room +
                                     " 个，届时占用 " + share,
                                 hosts + " hosts today, " + std::to_string(later) + " with growth, of " + room +
                                     " addresses: " + share + " used then"});
    }
}

} // namespace

Result<AddressPlan> plan_addresses(const Design& design, const AddressOptions& options, const Run& run) {
    const Error stopped{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
    if (run.stopped())
        return stopped;
    run.report(0, {"地址", "addresses"});
    AddressWorks works(design, options);
    want_vlans(works);
    if (run.stopped())
        return stopped;
    write_vlans(works);
    give_prefixes(works);
    give_addresses(works);
    plan_routes(works);
    set_ports(works);
    AddressPlan out;
    report_use(works, out);
    remove_rest(works);
    const auto count = [](const auto& table, const auto& rows) {
        return static_cast<std::int32_t>(
            std::count_if(table.begin(), table.end(), [&](const auto& row) { return rows.is_mine(row); }));
    };
    out.vlans = static_cast<std::int32_t>(works.wanted.size());
    out.prefixes = count(works.after.prefixes, works.prefixes);
    out.gateways = count(works.after.gateways, works.gateways);
    out.routes = count(works.after.routes, works.routes);
    out.reserved = works.reserved;
    out.least = works.least;
    out.without_zone = works.without_zone;
    out.without_prefix = works.without_prefix;
    out.reasons = std::move(works.reasons).take();
    out.change = {.before = design, .after = std::move(works.after), .read = tables_read};
    return out;
}

} // namespace riser
