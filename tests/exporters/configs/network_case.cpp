// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/configs/network_case.h"

#include "tests/support/random_design.h"

#include <array>
#include <map>
#include <random>

namespace riser::test {

namespace {

// Rows at random on top of a random design, most of them sound enough to become statements.
class Filler {
  public:
    explicit Filler(std::uint64_t seed) : dice_(seed), ids_(seed * 31 + 7), design_(random_design(seed, 3)) {}

    Design fill() && {
        plane_ = put(Plane{.code = "W"});
        for (std::size_t i = below(4); i > 0; --i)
            vrfs_.push_back(
                put(Vrf{.name = label(),
                        .plane = plane_,
                        .route_distinguisher = one_in(3) ? label() : "65000:" + std::to_string(below(99))}));
        const PlaneId plane = plane_;
        for (std::size_t i = 1 + below(3); i > 0; --i)
            zones_.push_back(put(Zone{.code = label(), .plane = plane, .grading = static_cast<Grading>(below(5))}));
        vlans();
        devices();
        for (const EquipmentId device : devices_) {
            ports(device);
            gateways(device);
            filters(device);
            routes(device);
            servers(device);
        }
        if (devices_.size() > 3 && one_in(2))
            put(Stack{.name = label(), .members = {devices_[0], devices_[1]}});
        return std::move(design_);
    }

  private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template<class Row> Id<Row> put(Row row) {
        row.id = ids_.next<Row>();
        const Id<Row> id = row.id;
        design_.table<Row>().put(std::move(row));
        return id;
    }
    template<class Item> const Item& any(const std::vector<Item>& list) { return list[below(list.size())]; }

    std::string label() {
        static constexpr std::array<std::string_view, 22> pieces{
            "A",       "办公",   "\n",  "shutdown", " ",  "#", "!",  "undo vlan 1", "interface Vlanif1",
            "default", "3F",     "-",   "?",        "\"", "'", "\t", "|",           "all",
            "return",  "会议室", "<K>", "."};
        std::string out;
        for (std::size_t n = below(one_in(20) ? 40 : 4); n > 0; --n)
            out += pieces[below(pieces.size())];
        return out;
    }

    // 10.K.0.0/16 … of VLAN number K, or 2001:db8:K::/64.
    static IpPrefix prefix_of(std::size_t k, bool v6) {
        IpPrefix out;
        out.address.is_v6 = v6;
        if (v6) {
            out.address.bytes = {
                0x20, 0x01, 0x0d, 0xb8, static_cast<std::uint8_t>(k >> 8), static_cast<std::uint8_t>(k)};
            out.length = 64;
        } else {
            out.address.bytes = {10, static_cast<std::uint8_t>(k >> 4), static_cast<std::uint8_t>((k & 15) << 4)};
            out.length = 24;
        }
        return out;
    }
    IpAddress host_in(const IpPrefix& prefix) {
        IpAddress out = prefix.address;
        out.bytes[out.is_v6 ? 15 : 3] = static_cast<std::uint8_t>(1 + below(250));
        return out;
    }

    void vlans() {
        for (std::size_t i = 2 + below(40); i > 0; --i) {
            const std::size_t number = one_in(30) ? 1 : one_in(20) ? 1002 : 2 + below(one_in(2) ? 60 : 4000);
            Vlan row{.number = VlanNumber::from(static_cast<std::int64_t>(number)), .name = label(), .plane = plane_};
            if (one_in(15))
                row.number.reset();
            row.zone = any(zones_);
            if (!vrfs_.empty() && one_in(2))
                row.vrf = any(vrfs_);
            const VlanId id = put(row);
            vlans_.push_back(id);
            for (const bool v6 : {false, true})
                if (v6 ? one_in(3) : !one_in(10))
                    put(Prefix{.prefix = prefix_of(number, v6), .vlan = id});
        }
    }

    void devices() {
        static constexpr std::array roles{EquipmentRole::access_switch, EquipmentRole::distribution_switch,
                                          EquipmentRole::core_switch, EquipmentRole::router, EquipmentRole::firewall};
        for (std::size_t i = 2 + below(5); i > 0; --i) {
            const EquipmentTypeId type = put(EquipmentType{.code = "T", .role = roles[below(roles.size())]});
            Equipment row{.type = type, .label = label(), .plane = plane_};
            if (one_in(2))
                row.address = host_in(prefix_of(2 + below(60), one_in(6)));
            devices_.push_back(put(row));
        }
    }

    void ports(EquipmentId device) {
        std::vector<LagId> lags;
        for (std::size_t i = below(3); i > 0; --i)
            lags.push_back(put(Lag{.name = label(),
                                   .kind = one_in(2) ? LagKind::lacp : LagKind::fixed,
                                   .across = {device},
                                   .minimum_links = static_cast<std::int32_t>(1 + below(3))}));
        const auto count = static_cast<std::int32_t>(below(14));
        for (std::int32_t i = 1; i <= count; ++i) {
            Port row{.equipment = device, .position = i};
            row.name = one_in(4) ? label() : (one_in(3) ? "XGE1/0/" : "GE1/0/") + std::to_string(one_in(10) ? 1 : i);
            row.rate = BitRate(std::array<std::int64_t, 4>{100'000'000, 1'000'000'000, 10'000'000'000, 0}[below(4)]);
            row.mode = static_cast<PortMode>(below(4));
            row.poe_class = static_cast<std::int32_t>(below(2));
            if (!one_in(4))
                row.access_vlan = any(vlans_);
            for (std::size_t n = one_in(5) ? 40 : below(6); n > 0; --n)
                row.trunk_vlans.push_back(any(vlans_));
            if (!lags.empty() && one_in(3))
                row.lag = any(lags);
            put(row);
        }
    }

    void gateways(EquipmentId device) {
        for (std::size_t i = below(6); i > 0; --i) {
            const VlanId vlan = any(vlans_);
            const std::optional<VlanNumber> number = design_.find(vlan)->number;
            if (!number)
                continue;
            Gateway row{.vlan = vlan, .equipment = device};
            const IpPrefix prefix = prefix_of(number->number(), one_in(4));
            row.address = host_in(prefix);
            row.redundant = one_in(2);
            if (!one_in(5))
                row.shared = host_in(prefix);
            row.priority = static_cast<std::int32_t>(below(300));
            put(row);
        }
    }

    std::optional<IpPrefix> end() {
        if (one_in(3))
            return {};
        return one_in(12) ? IpPrefix{} : prefix_of(below(4000), one_in(4));
    }

    void filters(EquipmentId device) {
        static constexpr std::array<std::string_view, 9> protocols{"tcp", "udp",  "icmp", "ip", "",
                                                                   "50",  "ospf", "0",    "58"};
        static constexpr std::array<std::string_view, 7> ports{"",    "443",  "8000-8080", "80,443 9000",
                                                               "9-1", "http", "70000"};
        for (std::size_t i = below(4); i > 0; --i) {
            Acl row{.name = label(), .equipment = device};
            if (!one_in(4))
                row.vlan = any(vlans_);
            row.direction = one_in(2) ? AclDirection::in : AclDirection::out;
            for (std::size_t n = below(8); n > 0; --n)
                row.rules.push_back({one_in(2) ? AclAction::permit : AclAction::deny,
                                     std::string(protocols[below(protocols.size())]), end(), end(),
                                     std::string(ports[below(ports.size())])});
            put(row);
        }
    }

    void routes(EquipmentId device) {
        for (std::size_t i = below(6); i > 0; --i) {
            const IpPrefix to = one_in(4) ? IpPrefix{} : prefix_of(below(4000), one_in(4));
            Route row{.equipment = device,
                      .destination = to,
                      .next_hop = host_in(prefix_of(below(4000), one_in(12) != to.address.is_v6))};
            if (!vrfs_.empty() && one_in(2))
                row.vrf = any(vrfs_);
            row.preference = static_cast<std::int32_t>(below(300));
            put(row);
        }
    }

    // Published services on any port of the device; words that nobody knows among theirs.
    void servers(EquipmentId device) {
        static constexpr std::array<std::string_view, 5> protocols{"tcp", "udp", "", "icmp", "none"};
        static constexpr std::array<std::string_view, 6> ports{"443", "80,443", "8000-8009", "", "1-65535", "http"};
        const auto at = std::find_if(design_.ports.begin(), design_.ports.end(), [&](const Port& row) {
            return row.equipment == device && row.mode != PortMode::unused && !row.lag;
        });
        if (at == design_.ports.end())
            return;
        const ProviderHandoffId handoff = put(ProviderHandoff{.plane = plane_, .port = at->id});
        for (std::size_t i = below(4); i > 0; --i)
            put(Nat{.equipment = device,
                    .handoff = handoff,
                    .kind = NatKind::service,
                    .protocol = std::string(protocols[below(protocols.size())]),
                    .outside = host_in(prefix_of(below(4000), one_in(20))),
                    .ports = std::string(ports[below(ports.size())]),
                    .inside = host_in(prefix_of(below(4000), one_in(20))),
                    .inside_port = one_in(3) ? static_cast<std::int32_t>(1 + below(65'535)) : 0});
    }

    std::mt19937_64 dice_;
    IdSource ids_;
    Design design_;
    PlaneId plane_;
    std::vector<VrfId> vrfs_;
    std::vector<ZoneId> zones_;
    std::vector<VlanId> vlans_;
    std::vector<EquipmentId> devices_;
};

template<class Row> Id<Row> put(Design& design, IdSource& ids, Row row) {
    row.id = ids.next<Row>();
    const Id<Row> id = row.id;
    design.table<Row>().put(std::move(row));
    return id;
}

IpPrefix prefix(const char* text) { return *IpPrefix::parse(text); }
IpAddress address(const char* text) { return *IpAddress::parse(text); }

} // namespace

Design random_configured_network(std::uint64_t seed) { return Filler(seed).fill(); }

SmallNetwork small_network(const std::string& manufacturer) {
    SmallNetwork out;
    Design& d = out.design;
    IdSource ids(5);
    const auto add = [&](auto row) { return put(d, ids, std::move(row)); };
    out.plane = add(Plane{.code = "W", .name = {"政务外网", "extranet"}});
    const ZoneId desks = add(Zone{.code = "OA", .plane = out.plane, .grading = Grading::mlps_3});
    const ZoneId edge = add(Zone{.code = "EDGE", .plane = out.plane, .role = ZoneRole::edge});
    const ZoneId manage = add(Zone{.code = "MGT", .plane = out.plane, .management = true, .role = ZoneRole::servers});
    const VrfId vrf = add(Vrf{.name = "OA", .plane = out.plane, .route_distinguisher = "65000:1"});
    std::map<VlanId, PrefixId> prefixes;
    const auto vlan = [&](int number, const char* name, ZoneId zone, const char* net, std::optional<VrfId> in) {
        const VlanId id =
            add(Vlan{.number = VlanNumber::from(number), .name = name, .plane = out.plane, .zone = zone, .vrf = in});
        prefixes[id] = add(Prefix{.prefix = prefix(net), .vlan = id});
        return id;
    };
    const VlanId office = vlan(1000, "PARTY-OA", desks, "10.1.0.0/24", vrf);
    const VlanId hall = vlan(1001, "大厅", desks, "10.1.1.0/24", vrf);
    const VlanId transit = vlan(3600, "TR-OA", desks, "10.9.0.0/29", vrf);
    const VlanId management = vlan(3500, "MGT", manage, "10.9.1.0/24", {});
    const auto type = [&](EquipmentRole role, const std::string& by) {
        return add(EquipmentType{.code = "T", .manufacturer = by, .role = role});
    };
    const auto device = [&](EquipmentRole role, const char* label, const char* at) {
        return add(
            Equipment{.type = type(role, manufacturer), .label = label, .plane = out.plane, .address = address(at)});
    };
    out.access = device(EquipmentRole::access_switch, "3F-SW1", "10.9.1.11");
    out.core = device(EquipmentRole::core_switch, "CORE1", "10.9.1.2");
    out.firewall = device(EquipmentRole::firewall, "FW1", "10.9.1.5");
    device(EquipmentRole::log_audit, "LA1", "10.9.1.21");
    device(EquipmentRole::management_station, "NMS1", "10.9.1.22");
    device(EquipmentRole::bastion, "BH1", "10.9.1.23");
    device(EquipmentRole::nac, "NAC1", "10.9.1.24");
    const auto port = [&](EquipmentId on, const char* name, int position, PortMode mode, std::optional<VlanId> access,
                          std::vector<VlanId> trunk, std::optional<LagId> lag) {
        return add(Port{.equipment = on,
                        .name = name,
                        .position = position,
                        .mode = mode,
                        .access_vlan = access,
                        .trunk_vlans = std::move(trunk),
                        .lag = lag});
    };
    port(out.access, "GE1/0/1", 1, PortMode::access, office, {}, {});
    port(out.access, "GE1/0/2", 2, PortMode::access, hall, {}, {});
    port(out.access, "GE1/0/3", 3, PortMode::unused, {}, {}, {});
    const LagId up = add(Lag{.name = "up", .across = {out.access}});
    const LagId down = add(Lag{.name = "down", .across = {out.core}, .minimum_links = 2});
    const std::vector<VlanId> carried{office, hall, management};
    std::int32_t position = 49;
    for (const auto& [a, b] : {std::pair{"XGE1/0/1", "XGE1/0/1"}, std::pair{"XGE1/0/2", "XGE1/0/2"}}) {
        const PortId x = port(out.access, a, position, PortMode::trunk, {}, carried, up);
        const PortId y = port(out.core, b, position++, PortMode::trunk, {}, carried, down);
        const CableId cord = add(Cable{.label = "U"});
        add(Termination{.cable = cord, .end = CableEnd::a, .on = x});
        add(Termination{.cable = cord, .end = CableEnd::b, .on = y});
    }
    port(out.core, "XGE1/0/3", 60, PortMode::trunk, management, {transit}, {});
    port(out.firewall, "XGE1/0/1", 1, PortMode::trunk, management, {transit}, {});
    const PortId exit = port(out.firewall, "GE1/0/8", 8, PortMode::routed, {}, {}, {});
    add(Gateway{.vlan = office,
                .equipment = out.core,
                .address = address("10.1.0.2"),
                .redundant = true,
                .shared = address("10.1.0.1"),
                .priority = 120});
    add(Gateway{.vlan = hall, .equipment = out.core, .address = address("10.1.1.1")});
    add(Gateway{.vlan = management, .equipment = out.core, .address = address("10.9.1.1")});
    add(Gateway{.vlan = transit, .equipment = out.core, .address = address("10.9.0.2")});
    add(Gateway{.vlan = transit, .equipment = out.firewall, .address = address("10.9.0.1")});
    add(Route{.vrf = vrf, .equipment = out.core, .destination = prefix("0.0.0.0/0"), .next_hop = address("10.9.0.1")});
    add(Route{.equipment = out.firewall, .destination = prefix("10.1.0.0/16"), .next_hop = address("10.9.0.2")});
    const AclRule web{AclAction::permit, "tcp", prefix("10.1.0.0/16"), prefix("10.2.0.0/24"), "443"};
    add(Acl{.name = "OA-IN", .equipment = out.core, .vlan = office, .rules = {web}});
    add(Acl{.name = "BASE", .equipment = out.firewall, .rules = {web, {AclAction::permit, "icmp", {}, {}, ""}}});
    const ProviderHandoffId handoff = add(ProviderHandoff{.provider = {"某运营商", "Carrier"},
                                                          .plane = out.plane,
                                                          .zone = edge,
                                                          .port = exit,
                                                          .link = prefix("192.0.2.0/30"),
                                                          .peer = address("192.0.2.1"),
                                                          .outside = prefix("198.51.100.0/29")});
    add(Nat{.equipment = out.firewall, .handoff = handoff, .source = prefix("10.1.0.0/16")});
    add(Nat{.equipment = out.firewall,
            .handoff = handoff,
            .kind = NatKind::service,
            .protocol = "tcp",
            .outside = address("198.51.100.6"),
            .ports = "8443",
            .inside = address("10.2.0.5"),
            .inside_port = 443});
    add(DhcpScope{.prefix = prefixes.at(office),
                  .first = address("10.1.0.10"),
                  .last = address("10.1.0.200"),
                  .lease = Seconds(86'400)});
    add(DhcpScope{.prefix = prefixes.at(hall), .server = address("10.9.1.30")});
    add(SpanningTree{.equipment = out.core, .mode = SpanningTreeMode::rstp, .priority = 4096});
    out.secret_plane = add(Plane{.code = "CRIMSON", .name = {"CRIMSON", "CRIMSON"}, .disclosure = Disclosure::secret});
    const VlanId hidden = add(Vlan{.number = VlanNumber::from(666), .name = "CRIMSON-V", .plane = out.secret_plane});
    out.secret_switch = add(Equipment{
        .type = type(EquipmentRole::access_switch, manufacturer), .label = "CRIMSON-SW", .plane = out.secret_plane});
    const PortId theirs = port(out.secret_switch, "GE1/0/1", 1, PortMode::access, hidden, {}, {});
    const PortId ours = port(out.access, "GE1/0/9", 9, PortMode::access, hidden, {}, {});
    const CableId wrong = add(Cable{.label = "CRIMSON-C"});
    add(Termination{.cable = wrong, .end = CableEnd::a, .on = ours});
    add(Termination{.cable = wrong, .end = CableEnd::b, .on = theirs});
    return out;
}

} // namespace riser::test
