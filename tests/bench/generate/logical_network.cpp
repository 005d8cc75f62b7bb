// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/logical_network.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

using R = EquipmentRole;

IpPrefix prefix_at(std::uint32_t address, int length) {
    IpPrefix out;
    for (std::size_t byte = 0; byte < 4; ++byte)
        out.address.bytes[byte] = static_cast<std::uint8_t>(address >> (24 - 8 * byte));
    out.length = static_cast<std::uint8_t>(length);
    return out;
}
IpAddress address_at(std::uint32_t address) { return prefix_at(address, 32).address; }

class Maker {
  public:
    explicit Maker(const LogicalRecipe& recipe) : recipe_(recipe), server_zones_(std::max(1, recipe.zones / 10)) {
        plane_ = put(Plane{}).id;
        for (const R role : {R::access_switch, R::distribution_switch, R::core_switch, R::firewall, R::server}) {
            EquipmentType type;
            type.role = role;
            types_.emplace_back(role, put(type).id);
        }
        add_zones();
        add_backbone();
        add_blocks();
        add_servers();
        add_rules();
    }
    LogicalNetwork take() { return std::move(out_); }

  private:
    struct ZoneNet {
        ZoneId zone;
        VrfId vrf;
        VlanId transit;
        std::uint32_t transit_net = 0;
        std::uint32_t net = 0; // /16 of all its VLANs
        std::vector<IpPrefix> prefixes;
        int vlans = 0;
    };
    struct ServerVlan {
        VlanId vlan;
        std::uint32_t net = 0;
        std::size_t block = 0;
    };

    template<class Row> Row put(Row row) {
        row.id = {next_++};
        out_.design.table<Row>().put(row);
        return row;
    }
    EquipmentId device(R role, const std::string& label) {
        Equipment row;
        row.label = label;
        row.plane = plane_;
        row.type =
            std::find_if(types_.begin(), types_.end(), [&](const auto& one) { return one.first == role; })->second;
        return put(row).id;
    }
    PortId port(EquipmentId on, PortMode mode, std::optional<VlanId> access, std::vector<VlanId> trunk = {}) {
        Port row;
        row.equipment = on;
        row.mode = mode;
        row.access_vlan = access;
        row.trunk_vlans = std::move(trunk);
        return put(row).id;
    }
    void join(AnyId a, AnyId b) {
        const CableId cable = put(Cable{}).id;
        for (const auto& [end, on] : {std::pair(CableEnd::a, a), std::pair(CableEnd::b, b)}) {
            Termination row;
            row.cable = cable;
            row.end = end;
            row.on = on;
            put(row);
        }
    }
    void trunk(EquipmentId a, EquipmentId b, const std::vector<VlanId>& vlans) {
        const PortId one = port(a, PortMode::trunk, {}, vlans), two = port(b, PortMode::trunk, {}, vlans);
        join(one, two);
    }
    VlanId vlan(const ZoneNet& of, int number, const IpPrefix& prefix, bool transit) {
        Vlan row;
        row.number = VlanNumber::from(number);
        row.plane = plane_;
        row.vrf = of.vrf;
        if (!transit)
            row.zone = of.zone;
        const VlanId id = put(row).id;
        Prefix given;
        given.vlan = id;
        given.prefix = prefix;
        put(given);
        return id;
    }
    void gateway(VlanId vlan, EquipmentId on, std::uint32_t own, std::uint32_t shared, int member) {
        Gateway row;
        row.vlan = vlan;
        row.equipment = on;
        row.address = address_at(own);
        row.redundant = true;
        row.shared = address_at(shared);
        row.priority = member == 0 ? 120 : 100;
        put(row);
    }
    void route(EquipmentId on, std::optional<VrfId> vrf, const IpPrefix& to, std::uint32_t by) {
        Route row;
        row.equipment = on;
        row.vrf = vrf;
        row.destination = to;
        row.next_hop = address_at(by);
        put(row);
    }

    void add_zones() {
        for (int z = 0; z < recipe_.zones; ++z) {
            ZoneNet net;
            Zone zone;
            zone.code = "Z" + std::to_string(z);
            zone.plane = plane_;
            zone.role = z < recipe_.zones - server_zones_ ? ZoneRole::desks : ZoneRole::servers;
            net.zone = put(zone).id;
            Vrf vrf;
            vrf.plane = plane_;
            net.vrf = put(vrf).id;
            net.net = (10U << 24) + (static_cast<std::uint32_t>(z) << 16);
            net.transit_net = (172U << 24) + (16U << 16) + (static_cast<std::uint32_t>(z) << 8);
            net.transit = vlan(net, 3500 + z, prefix_at(net.transit_net, 24), true);
            out_.zones.push_back(net.zone);
            transits_.push_back(net.transit);
            nets_.push_back(net);
        }
    }

    void add_backbone() {
        for (const char* label : {"CS1", "CS2"})
            cores_.push_back(device(R::core_switch, label));
        for (const char* label : {"FW1", "FW2"})
            firewalls_.push_back(device(R::firewall, label));
        trunk(cores_[0], cores_[1], transits_);
        for (std::size_t n = 0; n < 2; ++n) {
            for (const EquipmentId core : cores_)
                trunk(firewalls_[n], core, transits_);
            for (const ZoneNet& net : nets_)
                gateway(net.transit, firewalls_[n], net.transit_net + 2 + static_cast<std::uint32_t>(n),
                        net.transit_net + 1, static_cast<int>(n));
        }
    }

    void add_blocks() {
        const auto blocks = static_cast<std::size_t>(recipe_.blocks);
        for (std::size_t block = 0; block < blocks; ++block) {
            pairs_.push_back({device(R::distribution_switch, "D" + std::to_string(block) + "A"),
                              device(R::distribution_switch, "D" + std::to_string(block) + "B")});
            block_vlans_.emplace_back();
        }
        for (int v = 0; v < recipe_.vlans; ++v)
            add_vlan(static_cast<std::size_t>(v) % blocks,
                     static_cast<std::size_t>(v) / blocks + static_cast<std::size_t>(v) % blocks);
        for (std::size_t block = 0; block < blocks; ++block) {
            std::vector<VlanId> both = block_vlans_[block];
            both.insert(both.end(), transits_.begin(), transits_.end());
            trunk(pairs_[block][0], pairs_[block][1], both);
            for (const EquipmentId one : pairs_[block])
                for (const EquipmentId core : cores_)
                    trunk(one, core, transits_);
            for (int n = 0; n < recipe_.access_a_block; ++n)
                add_access(block, n);
        }
    }

    // A zone's VLAN in a block: its gateways on the pair, and when it is the first there the way to the firewalls.
    void add_vlan(std::size_t block, std::size_t turn) {
        ZoneNet& net = nets_[turn % nets_.size()];
        const std::uint32_t subnet = net.net + (static_cast<std::uint32_t>(net.vlans++) << 8);
        const VlanId id = vlan(net, 100 + static_cast<int>(block_vlans_[block].size()), prefix_at(subnet, 24), false);
        block_vlans_[block].push_back(id);
        if (turn % nets_.size() >= nets_.size() - static_cast<std::size_t>(server_zones_))
            server_vlans_.push_back({id, subnet, block});
        const std::uint32_t ours = net.transit_net + 16 + 4 * static_cast<std::uint32_t>(block);
        const bool first = std::find(joined_.begin(), joined_.end(), std::pair(net.zone, block)) == joined_.end();
        for (std::size_t n = 0; n < 2; ++n) {
            const EquipmentId one = pairs_[block][n];
            const auto member = static_cast<std::uint32_t>(n);
            gateway(id, one, subnet + 2 + member, subnet + 1, static_cast<int>(n));
            if (first) {
                gateway(net.transit, one, ours + 1 + member, ours, static_cast<int>(n));
                route(one, net.vrf, prefix_at(0, 0), net.transit_net + 1);
            }
            route(firewalls_[n], {}, prefix_at(subnet, 24), ours);
        }
        joined_.emplace_back(net.zone, block);
        net.prefixes.push_back(prefix_at(subnet, 24));
    }

    void add_access(std::size_t block, int n) {
        const EquipmentId access = device(R::access_switch, "A" + std::to_string(block) + "-" + std::to_string(n));
        const std::vector<VlanId>& all = block_vlans_[block];
        std::vector<VlanId> here; // a third of the block's
        for (std::size_t v = static_cast<std::size_t>(n) % 3; v < all.size(); v += 3)
            here.push_back(all[v]);
        for (const EquipmentId one : pairs_[block])
            trunk(access, one, here);
        for (int j = 0; j < recipe_.jacks_a_switch && !here.empty(); ++j) {
            Jack jack;
            jack.plane = plane_;
            join(port(access, PortMode::access, here[static_cast<std::size_t>(j) % here.size()]), put(jack).id);
        }
    }

    void add_servers() {
        for (int s = 0; s < recipe_.servers && !server_vlans_.empty(); ++s) {
            const auto turn = static_cast<std::size_t>(s);
            const ServerVlan& at = server_vlans_[turn % server_vlans_.size()];
            const EquipmentId server = device(R::server, "SRV" + std::to_string(s));
            for (const EquipmentId one : pairs_[at.block])
                join(port(one, PortMode::access, at.vlan), port(server, PortMode::unused, {}));
            Service row;
            row.hosts = {server};
            row.address = address_at(at.net + 10 + static_cast<std::uint32_t>(turn / server_vlans_.size()));
            row.ports = s % 4 == 3 ? "udp/5060-5061" : "tcp/443";
            services_.push_back(put(row));
        }
    }

    // Every zone of desks may ask two services of three, by its aggregated prefix.
    void add_rules() {
        Acl acl;
        const std::size_t desks = nets_.size() - static_cast<std::size_t>(server_zones_);
        for (std::size_t z = 0; z < desks; ++z)
            for (std::size_t s = 0; s < services_.size(); ++s)
                if ((z + s) % 3 != 0)
                    acl.rules.push_back({AclAction::permit, s % 4 == 3 ? "udp" : "tcp", prefix_at(nets_[z].net, 16),
                                         IpPrefix{*services_[s].address, 32}, s % 4 == 3 ? "5060-5061" : "443"});
        for (const EquipmentId firewall : firewalls_) {
            acl.equipment = firewall;
            out_.rule_base.push_back(put(acl).id);
        }
    }

    LogicalRecipe recipe_;
    int server_zones_;
    LogicalNetwork out_;
    std::uint64_t next_ = 1;
    PlaneId plane_;
    std::vector<std::pair<R, EquipmentTypeId>> types_;
    std::vector<ZoneNet> nets_;
    std::vector<VlanId> transits_;
    std::vector<EquipmentId> cores_, firewalls_;
    std::vector<std::array<EquipmentId, 2>> pairs_;
    std::vector<std::vector<VlanId>> block_vlans_;
    std::vector<std::pair<ZoneId, std::size_t>> joined_;
    std::vector<ServerVlan> server_vlans_;
    std::vector<Service> services_;
};

} // namespace

LogicalRecipe logical_recipe(DesignSize size) {
    if (size == DesignSize::medium)
        return {.blocks = 3, .access_a_block = 58, .zones = 12, .vlans = 60, .servers = 16, .jacks_a_switch = 20};
    if (size == DesignSize::extra_large)
        return {.blocks = 20, .access_a_block = 168, .zones = 80, .vlans = 1200, .servers = 96, .jacks_a_switch = 20};
    return {};
}

LogicalNetwork logical_network(const LogicalRecipe& recipe) { return Maker(recipe).take(); }

} // namespace riser
