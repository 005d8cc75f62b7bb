// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/network_parts.h"
#include "solvers/graph/risk_groups.h"
#include "tests/solvers/failure/random_failures.h"

#include <algorithm>

namespace riser::test {

RowsOutage::RowsOutage(const Design& design, std::set<FailureElement> lost, std::map<AnyId, Seconds> dark)
    : design_(design), lost_(std::move(lost)), dark_(std::move(dark)) {
    std::vector<AnyId> open;
    for (const FailureElement& element : lost_)
        if (element.kind == ElementKind::cause)
            open.push_back(element.row);
    while (!open.empty()) {
        const AnyId id = open.back();
        open.pop_back();
        if (!taken_.insert(id).second)
            continue;
        if (id.kind == Kind::common_causes)
            for (const AnyId member : design.find(CommonCauseId{id.value})->members)
                open.push_back(member);
        if (id.kind == Kind::stacks)
            for (const EquipmentId member : design.find(StackId{id.value})->members)
                open.push_back(member);
        if (id.kind == Kind::spaces)
            open.push_back(design.find(SpaceId{id.value})->room);
    }
}

bool RowsOutage::taken(AnyId row) const { return taken_.contains(row); }

bool RowsOutage::up(ElementKind kind, AnyId row, std::int32_t unit) const {
    return !lost_.contains({kind, row, unit}) && (kind == ElementKind::shaft || !taken(row));
}

bool RowsOutage::space(std::optional<SpaceId> id) const {
    const Space* row = id ? there(*id) : nullptr;
    const Room* room = row ? there(row->room) : nullptr;
    if (!room)
        return true;
    bool stands = up(ElementKind::room, room->id);
    for (const FireCompartment& fire : design_.fire_compartments)
        if (fire.floor == room->floor && contains(fire.outline, row->place))
            stands &= up(ElementKind::compartment, fire.id);
    return stands;
}

bool RowsOutage::rack(RackId id) const {
    const Rack& row = *design_.find(id);
    return (secret(row.plane) || up(ElementKind::rack, id)) && space(row.space);
}

bool RowsOutage::place(AnyId item, std::optional<SpaceId> otherwise) const {
    for (const RackItem& row : design_.rack_items)
        if (row.item == item)
            return rack(row.rack);
    return space(otherwise);
}

bool RowsOutage::feed(AnyId id, Seconds held) const {
    if (const Pdu* row = id.kind == Kind::pdus ? there(PduId{id.value}) : nullptr)
        return up(ElementKind::strip, id) && (!row->rack || rack(*row->rack)) &&
               (!row->circuit || feed(*row->circuit, held));
    if (const Circuit* row = id.kind == Kind::circuits ? there(CircuitId{id.value}) : nullptr)
        return up(ElementKind::circuit, id) && feed(row->fed_by, held);
    if (const Ups* row = id.kind == Kind::ups_units ? there(UpsId{id.value}) : nullptr) {
        const bool self = row->topology == UpsTopology::parallel_n_plus_1
                              ? up(ElementKind::ups, id, 1) || up(ElementKind::ups, id, 2)
                              : up(ElementKind::ups, id);
        return self && space(row->space) && (!row->fed_by || feed(*row->fed_by, std::max(held, row->autonomy)));
    }
    if (const Ats* row = id.kind == Kind::transfer_switches ? there(AtsId{id.value}) : nullptr) {
        const auto missing = [&](AnyId input) {
            return input.value == 0 || (input.kind == Kind::ups_units && !there(UpsId{input.value}));
        };
        const bool alone = missing(row->normal) && missing(row->standby);
        return up(ElementKind::transfer_switch, id) && space(row->space) &&
               (alone || (!missing(row->normal) && feed(row->normal, held)) ||
                (!missing(row->standby) && feed(row->standby, held)));
    }
    const auto dark = dark_.find(id);
    return id.kind != Kind::power_sources ||
           (up(ElementKind::source, id) && (dark == dark_.end() || dark->second <= held));
}

bool RowsOutage::stands(EquipmentId id) const {
    const Equipment& row = *design_.find(id);
    bool recorded = false, powered = false;
    for (const PowerSupply& supply : design_.power_supplies)
        if (supply.equipment == id && supply.status != Status::remove) {
            recorded = true;
            powered |= up(ElementKind::supply, supply.id) && (!supply.pdu || feed(*supply.pdu));
        }
    return up(ElementKind::device, id) && place(id, row.space) && (powered || !recorded);
}

bool RowsOutage::run(PathwayRunId id) const {
    const PathwayRun* row = there(id);
    if (!row)
        return true;
    bool stands = secret(row->plane) || up(ElementKind::pathway, id);
    const PathwayGraph graph(design_);
    const RiskGroups risks(design_, graph);
    if (const auto index = graph.find(id))
        for (const std::uint32_t group : risks.groups().of_run[at(*index)])
            stands &= up(risks[group].kind == RiskKind::shaft  ? ElementKind::shaft
                         : risks[group].kind == RiskKind::room ? ElementKind::room
                                                               : ElementKind::compartment,
                         risks[group].shows);
    return stands;
}

bool RowsOutage::cable(CableId id) const {
    const Cable& row = *design_.find(id);
    if (secret(row.plane))
        return true;
    bool stands = up(ElementKind::cable, id);
    for (const RouteStep& step : row.route)
        stands &= run(step.run);
    for (const Termination& end : design_.terminations)
        if (end.cable == id && end.on.kind == Kind::panels)
            if (const Panel& panel = *design_.find(PanelId{end.on.value}); !secret(panel.plane))
                stands &= up(ElementKind::panel, panel.id) && place(panel.id, panel.space);
    return stands;
}

bool RowsOutage::port(const Port& row) const {
    return up(ElementKind::port, row.id) && (!row.lag || !taken(*row.lag)) &&
           (!row.card || up(ElementKind::card, *row.card)) && stands(row.equipment);
}

bool RowsOutage::handoff(const ProviderHandoff& row) const {
    const Space* entrance = design_.find(row.entrance);
    return up(ElementKind::handoff, row.id) &&
           (!entrance || entrance->status == Status::remove || up(ElementKind::entrance, entrance->id)) &&
           space(row.entrance) && space(row.demarcation);
}

std::vector<AnyId> RowsOutage::failed(const NetworkRows& rows) const {
    std::vector<AnyId> failed;
    for (const Port& row : design_.ports)
        if (design_.find(row.equipment) && !port(row))
            failed.push_back(row.id);
    std::set<CableId> used;
    for (const CabledLink& link : rows.cabled.links())
        used.insert(link.cables.begin(), link.cables.end());
    for (const CabledJack& jack : rows.cabled.jacks())
        used.insert(jack.cables.begin(), jack.cables.end());
    for (const CableId id : used)
        if (!cable(id))
            failed.push_back(id);
    for (const ProviderHandoff& row : design_.provider_handoffs)
        if (!handoff(row))
            failed.push_back(row.id);
    return failed;
}

Down RowsOutage::down(const FailureModel& model) const {
    const NetworkRows rows = Facts(design_).get<NetworkRows>();
    const LivePorts live = live_ports(rows, failed(rows));
    Down out;
    for (std::uint32_t i = 0; i < model.devices.size(); ++i)
        if (!stands(model.devices[i].id))
            out.devices.push_back(i);
    const auto gone = [](const auto& list, auto same) { return std::none_of(list.begin(), list.end(), same); };
    for (std::uint32_t i = 0; i < model.links.size(); ++i)
        if (gone(live.links,
                 [&](const LiveLink& x) { return x.a->id == model.links[i].a && x.b->id == model.links[i].b; }))
            out.links.push_back(i);
    for (std::uint32_t i = 0; i < model.jacks.size(); ++i)
        if (gone(live.jacks, [&](const LiveJack& x) { return x.jack == model.jacks[i].id; }))
            out.jacks.push_back(i);
    for (std::uint32_t i = 0; i < model.handoffs.size(); ++i)
        if (gone(live.handoffs, [&](const LiveHandoff& x) { return x.handoff->id == model.handoffs[i].id; }))
            out.handoffs.push_back(i);
    return out;
}

} // namespace riser::test
