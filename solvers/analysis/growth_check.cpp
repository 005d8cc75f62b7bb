// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/growth_check.h"

#include "model/brief.h"
#include "model/equipment.h"
#include "model/fields/field.h"
#include "model/logical.h"
#include "model/pathways.h"
#include "model/power.h"
#include "solvers/analysis/pathway_fill.h"
#include "solvers/analysis/power_loads.h"
#include "solvers/analysis/tier_traffic.h"
#include "solvers/analysis/vlan_hosts.h"
#include "solvers/base/address_space.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace riser {

std::optional<double> years_until(double fixed, double growing, double capacity, BasisPoints a_year) {
    if (fixed + growing > capacity)
        return 0;
    if (growing <= 0 || a_year.value <= 0)
        return std::nullopt;
    return std::log((capacity - fixed) / growing) / std::log1p(a_year.value / 10'000.0);
}

namespace {

class GrowthLines {
  public:
    GrowthLines(FactInput& input, const GrowthLimits& limits, GrowthCheck& out)
        : input_(input), limits_(limits), out_(out) {}

    void read() {
        ports();
        racks();
        feeds();
        pathways();
        prefixes();
        uplinks();
    }

  private:
    void add(GrowthLine line) {
        if (line.capacity)
            line.years = years_until(line.fixed, line.growing, *line.capacity, out_.a_year);
        out_.lines.push_back(std::move(line));
    }
    bool secret(const std::optional<PlaneId>& plane) {
        const Plane* row = input_.find(plane);
        return row && row->disclosure == Disclosure::secret;
    }

    struct Ports {
        double used = 0;
        double all = 0;
    };
    void ports() {
        std::map<std::pair<SpaceId, std::optional<PlaneId>>, Ports> rooms;
        std::map<EquipmentId, Ports> switches;
        for (const Port& port : input_.table<Port>()) {
            const Equipment* device = input_.find(port.equipment);
            const EquipmentType* type = device ? input_.find(device->type) : nullptr;
            if (!type || type->role != EquipmentRole::access_switch || port.medium != Medium::copper ||
                device->status == Status::remove || port.status == Status::remove || secret(device->plane))
                continue;
            const auto count = [&](Ports& ports) {
                ports.used += port.mode != PortMode::unused;
                ++ports.all;
            };
            count(switches[device->id]);
            if (device->space)
                count(rooms[{*device->space, device->plane}]);
        }
        for (const auto& [at, ports] : rooms) {
            GrowthLine line{.resource = GrowthResource::room_ports,
                            .where = {at.first},
                            .growing = ports.used,
                            .capacity = ports.all};
            if (at.second)
                line.where.push_back(*at.second);
            add(std::move(line));
        }
        for (const auto& [device, ports] : switches)
            add({.resource = GrowthResource::switch_ports,
                 .where = {device},
                 .growing = ports.used,
                 .capacity = ports.all});
    }

    void racks() {
        struct Room {
            double used = 0;
            double units = 0;
            double heat = 0; // W
        };
        std::map<SpaceId, Room> rooms;
        for (const RackLoad& load : input_.get<RackLoads>().racks) {
            const Rack* rack = input_.find(load.id);
            if (!rack || secret(rack->plane))
                continue;
            Room& room = rooms[rack->space];
            room.used += load.used;
            room.units += rack->units;
            room.heat += static_cast<double>(load.heat.value) / 1'000;
            if (rack->power_limit.value > 0)
                add({.resource = GrowthResource::rack_power,
                     .where = {load.id},
                     .growing = static_cast<double>(load.power.value) / 1'000,
                     .capacity = static_cast<double>(rack->power_limit.value) / 1'000});
        }
        for (const auto& [space, room] : rooms) {
            add({.resource = GrowthResource::rack_units,
                 .where = {space},
                 .growing = room.used,
                 .capacity = room.units});
            if (room.heat > 0)
                add({.resource = GrowthResource::heat, .where = {space}, .growing = room.heat});
        }
    }

    void feeds() {
        for (const FeedLoad& load : input_.get<FeedLoads>().feeds) {
            const double watts = static_cast<double>(load.power.value) / 1'000;
            if (const Ups* ups = load.feed.kind == Kind::ups_units ? input_.find(UpsId{load.feed.value}) : nullptr) {
                if (ups->capacity.value > 0)
                    add({.resource = GrowthResource::ups,
                         .where = {load.feed},
                         .growing = watts * 10'000 / std::max(1, ups->efficiency.value),
                         .capacity = share_of(ups->capacity.value, limits_.ups)});
            } else if (const VoltAmperes capacity = capacity_of(load.feed); capacity.value > 0) {
                add({.resource = GrowthResource::feed,
                     .where = {load.feed},
                     .growing = watts,
                     .capacity = share_of(capacity.value, limits_.feed)});
            }
        }
    }
    static double share_of(std::int64_t whole, BasisPoints share) {
        return static_cast<double>(whole) * share.value / 10'000;
    }
    VoltAmperes capacity_of(AnyId feed) {
        if (const Pdu* strip = feed.kind == Kind::pdus ? input_.find(PduId{feed.value}) : nullptr)
            return strip->capacity;
        if (const Circuit* circuit = feed.kind == Kind::circuits ? input_.find(CircuitId{feed.value}) : nullptr)
            return circuit->capacity;
        if (const PowerSource* source =
                feed.kind == Kind::power_sources ? input_.find(PowerSourceId{feed.value}) : nullptr)
            return source->capacity;
        return {};
    }

    void pathways() {
        for (const RunFill& fill : input_.get<PathwayFill>().runs) {
            const PathwayRun* run = input_.find(fill.id);
            if (!run || run->status == Status::remove || run->kind == PathwayKind::sleeve ||
                run->kind == PathwayKind::shaft)
                continue;
            const bool conduit = run->kind == PathwayKind::conduit;
            for (const CompartmentFill& part : fill.compartments)
                if (part.section.value > 0 && part.cables > 0 && (!conduit || part.large == 0) &&
                    std::ranges::none_of(part.planes, [&](const PlaneShare& share) { return secret(share.plane); }))
                    add({.resource = conduit ? GrowthResource::conduit : GrowthResource::tray,
                         .where = {fill.id},
                         .compartment = part.compartment,
                         .growing = static_cast<double>(part.used.value),
                         .capacity = share_of(part.section.value,
                                              run->fill_limit.value_or(conduit ? limits_.conduit : limits_.tray))});
        }
    }

    void prefixes() {
        const auto& vlans = input_.get<VlanHosts>().vlans;
        for (const Prefix& row : input_.table<Prefix>()) {
            const auto hosts = row.vlan && row.prefix ? vlans.find(*row.vlan) : vlans.end();
            const Vlan* vlan = input_.find(row.vlan);
            if (hosts == vlans.end() || !vlan || secret(vlan->plane) || row.prefix->address.is_v6 ||
                hosts->second.count() == 0)
                continue;
            const std::int32_t gateways = gateway_addresses(input_, *row.vlan, *row.prefix);
            add({.resource = GrowthResource::prefix,
                 .where = {row.id, *row.vlan},
                 .fixed = static_cast<double>(addresses_needed(0, 1, gateways)),
                 .growing = static_cast<double>(hosts->second.count()),
                 .capacity = static_cast<double>(size_of(*row.prefix))});
        }
    }

    void uplinks() {
        for (const SwitchTraffic& traffic : input_.get<TierTraffic>().switches) {
            const Equipment* first = input_.find(traffic.members.front());
            if (traffic.up == 0 || traffic.tier == 3 || (first && secret(first->plane)))
                continue;
            add({.resource = GrowthResource::uplinks,
                 .where = {traffic.members.begin(), traffic.members.end()},
                 .growing = static_cast<double>(traffic.down),
                 .capacity = static_cast<double>(traffic.up) *
                             static_cast<double>(traffic.tier == 1 ? limits_.access : limits_.distribution)});
        }
    }

    FactInput& input_;
    const GrowthLimits& limits_;
    GrowthCheck& out_;
};

} // namespace

GrowthCheck GrowthCheck::compute(FactInput& input, const GrowthLimits& limits) {
    GrowthCheck out;
    if (const Brief* brief = input.find(the_brief)) {
        out.a_year = BasisPoints(std::max(0, brief->growth_per_year.value));
        out.horizon = std::max(0, brief->horizon_years);
    }
    GrowthLines(input, limits, out).read();
    const auto key = [](const GrowthLine& line) {
        return std::tuple(line.years.value_or(HUGE_VAL), line.resource, line.where, line.compartment);
    };
    std::sort(out.lines.begin(), out.lines.end(),
              [&](const GrowthLine& a, const GrowthLine& b) { return key(a) < key(b); });
    return out;
}

std::span<const Choice> choices(GrowthResource) {
    static constexpr Choice list[] = {{"room-ports", {"接入端口", "Access ports"}},
                                      {"switch-ports", {"单台交换机端口", "Ports of a switch"}},
                                      {"rack-units", {"机柜U位", "Rack units"}},
                                      {"rack-power", {"机柜功率", "Rack power"}},
                                      {"feed", {"配电回路", "Power feed"}},
                                      {"ups", {"UPS容量", "UPS"}},
                                      {"tray", {"桥架截面", "Tray section"}},
                                      {"conduit", {"导管截面", "Conduit section"}},
                                      {"prefix", {"地址", "Addresses"}},
                                      {"uplinks", {"上联带宽", "Uplinks"}},
                                      {"heat", {"房间发热", "Heat of a room"}}};
    return list;
}

} // namespace riser
