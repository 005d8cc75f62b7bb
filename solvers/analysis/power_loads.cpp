// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/power_loads.h"

#include "model/cabling.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/poe_class.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

DeviceLoads DeviceLoads::compute(FactInput& input) {
    std::map<EquipmentId, Milliwatts> promised;
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks) {
        const Jack* jack = input.find(patched.jack);
        const Port* port = input.find(patched.port);
        const PointKind* kind = jack ? input.find(jack->kind) : nullptr;
        if (port && kind && kind->poe.value > 0)
            promised[port->equipment] +=
                poe_classes[static_cast<std::size_t>(poe_class_of(kind->poe).value_or(highest_poe_class))].port;
    }
    DeviceLoads out;
    for (const Equipment& device : input.table<Equipment>()) {
        const EquipmentType* type = input.find(device.type);
        if (!type || device.status == Status::remove)
            continue;
        DeviceLoad load{
            .id = device.id, .own = type->power, .poe = {}, .heat = type->heat.value > 0 ? type->heat : type->power};
        if (const auto at = promised.find(device.id); at != promised.end())
            load.poe = at->second;
        out.devices.put(std::move(load));
    }
    return out;
}

RackLoads RackLoads::compute(FactInput& input) {
    const Table<DeviceLoad>& devices = input.get<DeviceLoads>().devices;
    std::map<RackId, RackLoad> racks;
    std::map<RackId, std::set<std::int32_t>> used;
    for (const Rack& rack : input.table<Rack>())
        if (rack.status != Status::remove)
            racks[rack.id].id = rack.id;
    for (const RackItem& item : input.table<RackItem>()) {
        const auto at = racks.find(item.rack);
        if (at == racks.end() || item.status == Status::remove)
            continue;
        for (std::int32_t u = 0; u < std::clamp(item.height, 0, 100); ++u)
            used[item.rack].insert(item.unit + u);
        if (item.item.kind != Kind::equipment)
            continue;
        const Equipment* device = input.find(EquipmentId{item.item.value});
        const DeviceLoad* load = devices.find(EquipmentId{item.item.value});
        if (!device || !load)
            continue;
        at->second.weight += input.find(device->type)->weight;
        at->second.power += load->power();
        at->second.heat += load->heat;
        at->second.devices += load->power().value > 0;
    }
    RackLoads out;
    for (auto& [id, rack] : racks) {
        rack.used = static_cast<std::int32_t>(used[id].size());
        out.racks.put(std::move(rack));
    }
    return out;
}

std::vector<AnyId> feeds_of(FactInput& input, PduId strip) {
    std::vector<AnyId> out;
    std::vector<AnyId> open{strip};
    while (!open.empty()) {
        const AnyId id = open.back();
        open.pop_back();
        if (id.value == 0 || std::find(out.begin(), out.end(), id) != out.end())
            continue;
        out.push_back(id);
        const auto before = [&](const auto& feed) {
            if (feed)
                open.push_back(*feed);
        };
        if (const Pdu* pdu = id.kind == Kind::pdus ? input.find(PduId{id.value}) : nullptr)
            before(pdu->circuit);
        else if (const Circuit* circuit = id.kind == Kind::circuits ? input.find(CircuitId{id.value}) : nullptr)
            open.push_back(circuit->fed_by);
        else if (const Ups* ups = id.kind == Kind::ups_units ? input.find(UpsId{id.value}) : nullptr)
            before(ups->fed_by);
        else if (const Ats* ats = id.kind == Kind::transfer_switches ? input.find(AtsId{id.value}) : nullptr) {
            open.push_back(ats->normal);
            open.push_back(ats->standby);
        }
    }
    return out;
}

FeedLoads FeedLoads::compute(FactInput& input) {
    const Table<DeviceLoad>& devices = input.get<DeviceLoads>().devices;
    std::map<PduId, std::vector<AnyId>> known;
    std::map<AnyId, std::set<EquipmentId>> hanging;
    for (const PowerSupply& supply : input.table<PowerSupply>()) {
        if (!supply.pdu || supply.status == Status::remove || !devices.contains(supply.equipment))
            continue;
        const auto [at, fresh] = known.try_emplace(*supply.pdu);
        if (fresh)
            at->second = feeds_of(input, *supply.pdu);
        for (const AnyId feed : at->second)
            hanging[feed].insert(supply.equipment);
    }
    FeedLoads out;
    for (const auto& [feed, list] : hanging) {
        FeedLoad load{.feed = feed, .power = {}, .devices = static_cast<std::int32_t>(list.size())};
        for (const EquipmentId id : list)
            load.power += devices.find(id)->power();
        out.feeds.push_back(load);
    }
    return out;
}

const FeedLoad* FeedLoads::of(AnyId feed) const {
    const auto at = std::lower_bound(feeds.begin(), feeds.end(), feed,
                                     [](const FeedLoad& load, AnyId id) { return load.feed < id; });
    return at != feeds.end() && at->feed == feed ? &*at : nullptr;
}

} // namespace riser
