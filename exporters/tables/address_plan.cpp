// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"
#include "solvers/analysis/vlan_hosts.h"
#include "solvers/base/address_space.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

// What all that route in a VLAN answer for: shared addresses, else their own.
std::map<VlanId, std::set<IpAddress>> gateways_of(const Design& design) {
    std::map<VlanId, std::set<IpAddress>> out;
    for (const Gateway& gateway : design.gateways)
        if (const std::optional<IpAddress>& address = gateway.shared ? gateway.shared : gateway.address)
            out[gateway.vlan].insert(*address);
    return out;
}

std::string joined(const std::set<IpAddress>& addresses, const IpPrefix& prefix) {
    std::string out;
    for (const IpAddress& address : addresses)
        if (contains(prefix, address))
            out += (out.empty() ? "" : ", ") + to_string(address);
    return out;
}

class Plan {
  public:
    explicit Plan(const Facts& facts)
        : design_(facts.design()), hosts_(facts.get<VlanHosts>().vlans), gateways_(gateways_of(design_)) {
        for (const Gateway& gateway : design_.gateways)
            for (const std::optional<IpAddress>& address : {gateway.address, gateway.shared})
                if (address)
                    taken_[gateway.vlan].insert(*address);
        for (const DhcpScope& scope : design_.dhcp_scopes)
            scopes_[scope.prefix] = &scope;
        for (const Prefix& prefix : design_.prefixes)
            if (prefix.vlan && prefix.prefix)
                prefixes_[*prefix.vlan].push_back(&prefix);
        for (auto& [vlan, list] : prefixes_)
            std::sort(list.begin(), list.end(), [](const Prefix* a, const Prefix* b) {
                return std::tuple(a->prefix->address.is_v6, *a->prefix, a->id) <
                       std::tuple(b->prefix->address.is_v6, *b->prefix, b->id);
            });
    }

    std::vector<const Vlan*> vlans(PlaneId plane) const {
        std::vector<const Vlan*> out;
        for (const Vlan& vlan : design_.vlans)
            if (vlan.plane == plane)
                out.push_back(&vlan);
        std::sort(out.begin(), out.end(), [](const Vlan* a, const Vlan* b) {
            return std::tie(a->number, a->name, a->id) < std::tie(b->number, b->name, b->id);
        });
        return out;
    }

    void add_rows(const Vlan& vlan, std::vector<TableRow>& rows) const {
        const auto found = prefixes_.find(vlan.id);
        if (found == prefixes_.end())
            rows.push_back(row(vlan, nullptr));
        else
            for (const Prefix* prefix : found->second)
                rows.push_back(row(vlan, prefix));
    }

  private:
    TableRow row(const Vlan& vlan, const Prefix* prefix) const {
        const Body* body = design_.find(vlan.body);
        const Zone* zone = design_.find(vlan.zone);
        RowBuilder out(vlan.id);
        if (vlan.number)
            out.number(vlan.number->number());
        else
            out.text(Text{"未编号", "no number"}).tone(RowTone::attention);
        out.text(vlan.name)
            .text(zone ? Text{zone->code + " " + zone->name.in(Language::zh),
                              zone->code + " " + zone->name.in(Language::en)}
                       : Text())
            .text(body_name(body))
            .text(vlan.block);
        if (body)
            out.accent(body->colour);
        if (!prefix)
            out.text(Text{"未分配", "none"}).tone(RowTone::attention).empty().empty().empty().empty().empty().empty();
        else
            add_use(out, vlan, *prefix);
        return out.done();
    }

    // Of IPv6, how many addresses are left says nothing.
    void add_use(RowBuilder& out, const Vlan& vlan, const Prefix& prefix) const {
        const auto gateways = gateways_.find(vlan.id);
        out.text(to_string(*prefix.prefix))
            .text(gateways == gateways_.end() ? std::string() : joined(gateways->second, *prefix.prefix));
        const auto hosts = hosts_.find(vlan.id);
        const std::int64_t count = hosts == hosts_.end() ? 0 : hosts->second.count();
        out.number(count);
        const std::int64_t room = room_in(vlan.id, *prefix.prefix);
        if (prefix.prefix->address.is_v6 || room <= 0)
            out.empty().empty().empty();
        else
            out.number(room).number(count * 10'000 / room).number(room - count);
        const auto scope = scopes_.find(prefix.id);
        if (scope == scopes_.end() || !scope->second->first || !scope->second->last)
            out.empty();
        else
            out.text(to_string(*scope->second->first) + " - " + to_string(*scope->second->last));
    }
    // Addresses for hosts: without network, broadcast and gateways.
    std::int64_t room_in(VlanId vlan, const IpPrefix& prefix) const {
        const auto taken = taken_.find(vlan);
        const std::int64_t gateways =
            taken == taken_.end() ? 0
                                  : std::count_if(taken->second.begin(), taken->second.end(),
                                                  [&](const IpAddress& address) { return contains(prefix, address); });
        const std::int64_t edges = !prefix.address.is_v6 && prefix.length < 31 ? 2 : 0;
        return size_of(prefix) - edges - gateways;
    }

    const Design& design_;
    const std::map<VlanId, VlanHosts::Hosts>& hosts_;
    std::map<VlanId, std::set<IpAddress>> gateways_;
    std::map<VlanId, std::set<IpAddress>> taken_;
    std::map<PrefixId, const DhcpScope*> scopes_;
    std::map<VlanId, std::vector<const Prefix*>> prefixes_;
};

} // namespace

TableDocument address_plan(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "address-plan";
    table.sheet = {"VLAN与IP", "VLANs and IP"};
    table.title = {"VLAN与IP地址规划表", "VLAN and address plan"};
    table.columns = {
        count_column("vlan", {"VLAN", "VLAN"}, TotalKind::none),
        text_column("name", {"名称", "Name"}),
        text_column("zone", {"安全域", "Zone"}),
        body_column(),
        text_column("block", {"汇聚区", "Block"}),
        text_column("prefix", {"网段", "Prefix"}),
        text_column("gateway", {"网关", "Gateway"}),
        count_column("hosts", {"终端", "Hosts"}),
        count_column("room", {"可用地址", "Usable"}),
        {.key = "used", .title = {"占用", "Used"}, .type = CellType::percent, .unit = same_text("%"), .decimals = 0},
        count_column("headroom", {"余量", "Headroom"}),
        text_column("dhcp", {"DHCP范围", "DHCP range"})};
    table.frozen_columns = 1;
    table.accent_column = "body";
    table.paper = TablePaper::a3_landscape;
    const Plan plan(facts);
    std::vector<const Plane*> planes;
    for (const Plane& plane : design.planes)
        planes.push_back(&plane);
    std::sort(planes.begin(), planes.end(),
              [](const Plane* a, const Plane* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    for (const Plane* plane : planes) {
        TableGroup group{.title = plane_name(design, plane->id), .rows = {}};
        for (const Vlan* vlan : plan.vlans(plane->id))
            plan.add_rows(*vlan, group.rows);
        if (!group.rows.empty())
            table.groups.push_back(std::move(group));
    }
    table.notes = {{"终端为今日数量；无线用户不计在内。余量含增长。",
                    "Hosts are today's; users of wireless networks are not counted. Headroom is for growth as well."}};
    return table;
}

} // namespace riser
