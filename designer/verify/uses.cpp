// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/uses.h"

#include <algorithm>

namespace riser::verify {

namespace {

using PlaneSet = std::set<PlaneOrNone>; // 0: something of no plane

struct Conductor {
    std::string_view kind;
    Object object;
    auto operator<=>(const Conductor&) const = default;
};

template<class Row> bool there(const Row* row) {
    if constexpr (requires { row->status; })
        return row && row->status != Status::remove;
    else
        return row != nullptr;
}

class Reading {
  public:
    explicit Reading(const Design& design) : design_(design) {
        for (const Plane& plane : design.planes)
            out_[plane.id];
        out_[PlaneOrNone{}];
    }

    std::map<PlaneOrNone, UseOfPlane> read() && {
        state_devices();
        state_cabling();
        join_cabling();
        carry();
        use_conductors();
        use_holders();
        return std::move(out_);
    }

  private:
    // -- what conducts

    void state(std::string_view kind, Object object, std::optional<PlaneId> plane) {
        PlaneSet& planes = stated_[{kind, object}];
        if (plane && *plane)
            planes.insert(*plane);
    }
    void state_device(std::optional<EquipmentId> device, std::optional<PlaneId> plane) {
        if (there(design_.find(device)))
            state("device", {*device, 0}, plane);
    }
    template<class Row> std::optional<PlaneId> plane_of(std::optional<Id<Row>> id) const {
        const Row* row = design_.find(id);
        return row ? std::optional(row->plane) : std::nullopt;
    }
    void state_devices() {
        for (const Equipment& row : design_.equipment) {
            state_device(row.id, row.plane);
            state_device(row.id, plane_of(row.zone));
        }
        for (const Port& row : design_.ports) {
            if (!there(&row))
                continue;
            state_device(row.equipment, plane_of(row.zone));
            state_device(row.equipment, plane_of(row.access_vlan));
            for (const VlanId vlan : row.trunk_vlans)
                state_device(row.equipment, plane_of(std::optional(vlan)));
        }
        for (const Gateway& row : design_.gateways)
            state_device(row.equipment, plane_of(std::optional(row.vlan)));
        for (const ProviderHandoff& row : design_.provider_handoffs)
            if (const Port* port = design_.find(row.port); port && there(&row))
                state_device(port->equipment, row.plane);
    }
    void state_cabling() {
        for (const Jack& row : design_.jacks)
            if (there(&row))
                state("jack", {row.id, 0}, row.plane);
        for (const Cable& row : design_.cables)
            if (there(&row))
                state("cable", {row.id, 0}, row.plane);
    }

    void join(Conductor a, Conductor b) {
        if (stated_.contains(a) && stated_.contains(b))
            joints_.emplace_back(a, b);
    }
    void join_all(const std::vector<EquipmentId>& devices) {
        for (std::size_t i = 1; i < devices.size(); ++i)
            join({"device", {devices[0], 0}}, {"device", {devices[i], 0}});
    }
    void join_cabling() {
        for (const Jack& row : design_.jacks)
            if (there(&row))
                jack_at_.emplace(std::pair(row.outlet, row.position), row.id); // the first of that place
        for (const Termination& row : design_.terminations)
            if (there(&row) && there(design_.find(row.cable)))
                join_end(row);
        for (const Splice& row : design_.splices)
            if (there(&row))
                join({"cable", {row.cable_a, 0}}, {"cable", {row.cable_b, 0}});
        for (const Stack& row : design_.stacks)
            join_all(row.members);
        for (const Lag& row : design_.lags)
            join_all(row.across);
    }
    void join_end(const Termination& row) {
        const Conductor cable{"cable", {row.cable, 0}};
        AnyId on = row.on;
        if (on.kind == Kind::outlets)
            if (const auto jack = jack_at_.find({OutletId{on.value}, row.position}); jack != jack_at_.end())
                on = jack->second;
        if (on.kind == Kind::jacks)
            join(cable, {"jack", {on, 0}});
        if (on.kind == Kind::provider_handoffs)
            if (const ProviderHandoff* handoff = design_.find(ProviderHandoffId{on.value}))
                state(cable.kind, cable.object, handoff->plane);
        if (on.kind == Kind::cards)
            if (const Card* card = design_.find(CardId{on.value}))
                on = card->equipment;
        if (on.kind == Kind::ports)
            if (const Port* port = design_.find(PortId{on.value}))
                on = port->equipment;
        if (on.kind == Kind::equipment)
            join(cable, {"device", {on, 0}});
        const Panel* panel = on.kind == Kind::panels ? design_.find(PanelId{on.value}) : nullptr;
        if (!panel)
            return;
        // Cores sit on consecutive positions, the pairs of a cable on one.
        const CableType* type = design_.find(design_.find(row.cable)->type);
        const bool cores = type && type->element == ElementUnit::core;
        for (std::int32_t i = 0; i < (cores ? row.last - row.first + 1 : 1); ++i) {
            const Conductor position{"position", {on, row.position + i}};
            state(position.kind, position.object, panel->plane);
            join(cable, position);
        }
    }

    void carry() {
        carried_ = stated_;
        for (bool more = true; more;) {
            more = false;
            const auto from_to = [&](const Conductor& from, const Conductor& to) {
                if (!stated_[to].empty())
                    return;
                const std::size_t before = carried_[to].size();
                carried_[to].insert(carried_[from].begin(), carried_[from].end());
                more |= carried_[to].size() != before;
            };
            for (const auto& [a, b] : joints_) {
                from_to(a, b);
                from_to(b, a);
            }
        }
        for (auto& [conductor, planes] : carried_)
            if (planes.empty())
                planes.insert(PlaneOrNone{});
    }

    void use(std::string_view kind, Object object, const PlaneSet& planes) {
        for (const PlaneOrNone plane : planes)
            if (const auto known = out_.find(plane); known != out_.end())
                known->second[std::string(kind)].insert(object);
    }
    void use_conductors() {
        for (const auto& [conductor, planes] : carried_)
            use(conductor.kind, conductor.object, planes);
        for (const auto& [a, b] : joints_) {
            use(a.kind, a.object, carried_[b]);
            use(b.kind, b.object, carried_[a]);
        }
    }

    // -- what holds others

    PlaneSet& held(std::string_view kind, Object object) { return holders_[{kind, object}]; }
    void hold(std::string_view kind, AnyId row, std::optional<PlaneId> plane) {
        PlaneSet& planes = held(kind, {row, 0});
        if (plane && *plane)
            planes.insert(*plane);
    }
    // The holder, when it is there, holds what is in it.
    void put(std::string_view kind, Object holder, const PlaneSet& content) {
        if (const auto found = holders_.find({kind, holder}); found != holders_.end())
            found->second.insert(content.begin(), content.end());
    }
    PlaneSet planes_in(std::string_view kind, Object object) const {
        if (const auto found = carried_.find({kind, object}); found != carried_.end())
            return found->second;
        if (const auto found = holders_.find({kind, object}); found != holders_.end())
            return found->second;
        return {};
    }

    void use_holders() {
        hold_panels_and_faceplates();
        hold_racks();
        hold_runs();
        hold_spaces_and_rooms();
        hold_supplies();
        for (const auto& [holder, planes] : holders_)
            use(holder.kind, holder.object, planes);
    }
    void hold_panels_and_faceplates() {
        for (const Panel& row : design_.panels)
            if (there(&row))
                hold("panel", row.id, row.plane);
        for (const Termination& row : design_.terminations)
            if (there(&row) && row.on.kind == Kind::panels)
                put("panel", {row.on, 0}, planes_in("cable", {row.cable, 0}));
        for (const Splice& row : design_.splices)
            if (there(&row)) {
                put("panel", {row.closure, 0}, planes_in("cable", {row.cable_a, 0}));
                put("panel", {row.closure, 0}, planes_in("cable", {row.cable_b, 0}));
            }
        for (auto& [holder, planes] : holders_) // panels only, so far
            if (planes.empty())
                planes.insert(PlaneOrNone{});
        for (const Jack& row : design_.jacks)
            if (there(&row) && design_.find(row.outlet)) {
                hold("faceplate", row.outlet, {});
                put("faceplate", {row.outlet, 0}, planes_in("jack", {row.id, 0}));
            }
    }
    PlaneSet planes_of_item(AnyId item) const {
        return item.kind == Kind::equipment ? planes_in("device", {item, 0}) : planes_in("panel", {item, 0});
    }
    void hold_racks() {
        for (const Rack& row : design_.racks)
            if (there(&row))
                hold("rack", row.id, row.plane);
        for (const RackItem& row : design_.rack_items)
            if (there(&row))
                put("rack", {row.rack, 0}, planes_of_item(row.item));
    }
    void hold_runs() {
        for (const PathwayRun& row : design_.pathway_runs) {
            if (!there(&row))
                continue;
            hold("run", row.id, row.plane);
            const std::size_t count = std::max<std::size_t>(row.compartments.size(), 1);
            for (std::size_t i = 0; i < count; ++i) {
                std::optional<PlaneId> plane = row.plane;
                if (i < row.compartments.size() && row.compartments[i].plane) {
                    plane = row.compartments[i].plane;
                    hold("run", row.id, plane);
                }
                PlaneSet& planes = held("compartment", {row.id, static_cast<std::int32_t>(i)});
                if (plane && *plane)
                    planes.insert(*plane);
            }
        }
        for (const Cable& row : design_.cables) {
            if (!there(&row))
                continue;
            const PlaneSet planes = planes_in("cable", {row.id, 0});
            for (const RouteStep& step : row.route)
                if (there(design_.find(step.run))) {
                    put("run", {step.run, 0}, planes);
                    held("compartment", {step.run, step.compartment}).insert(planes.begin(), planes.end());
                }
        }
    }
    void hold_spaces_and_rooms() {
        for (const Space& row : design_.spaces)
            if (there(&row))
                hold("space", row.id, row.plane);
        for (const Rack& row : design_.racks)
            if (there(&row))
                put("space", {row.space, 0}, planes_in("rack", {row.id, 0}));
        for (const Equipment& row : design_.equipment)
            if (there(&row) && row.space)
                put("space", {*row.space, 0}, planes_in("device", {row.id, 0}));
        for (const Panel& row : design_.panels)
            if (there(&row) && row.space)
                put("space", {*row.space, 0}, planes_in("panel", {row.id, 0}));
        for (const Room& row : design_.rooms)
            if (there(&row))
                hold("room", row.id, {});
        for (const Space& row : design_.spaces) {
            if (!there(&row))
                continue;
            const PlaneSet planes = planes_in("space", {row.id, 0});
            put("room", {row.room, 0}, planes);
            if (row.plane)
                held("reserved", {row.id, 0}) = planes;
        }
        for (const Jack& row : design_.jacks)
            if (const Outlet* outlet = design_.find(row.outlet); there(&row) && outlet && outlet->room)
                put("room", {*outlet->room, 0}, planes_in("jack", {row.id, 0}));
    }
    // A supply's strip, its circuit, and what feeds that.
    void hold_supplies() {
        for (const PowerSupply& row : design_.power_supplies) {
            const Pdu* pdu = design_.find(row.pdu);
            if (!there(&row) || !pdu)
                continue;
            const PlaneSet planes = planes_in("device", {row.equipment, 0});
            held("supply", {pdu->id, 0}).insert(planes.begin(), planes.end());
            std::set<AnyId> seen;
            for (AnyId at = pdu->circuit ? AnyId(*pdu->circuit) : AnyId();
                 at.value != 0 && design_.contains(at) && seen.insert(at).second; at = feeder_of(at))
                held("supply", {at, 0}).insert(planes.begin(), planes.end());
        }
    }
    AnyId feeder_of(AnyId row) const {
        if (row.kind == Kind::circuits)
            return design_.find(CircuitId{row.value})->fed_by;
        if (row.kind == Kind::transfer_switches)
            return design_.find(AtsId{row.value})->normal;
        if (row.kind == Kind::ups_units)
            return design_.find(UpsId{row.value})->fed_by.value_or(AnyId());
        return {};
    }

    const Design& design_;
    std::map<std::pair<OutletId, std::int32_t>, JackId> jack_at_;
    std::map<Conductor, PlaneSet> stated_;
    std::map<Conductor, PlaneSet> carried_;
    std::vector<std::pair<Conductor, Conductor>> joints_;
    std::map<Conductor, PlaneSet> holders_;
    std::map<PlaneOrNone, UseOfPlane> out_;
};

} // namespace

std::map<PlaneOrNone, UseOfPlane> uses_of(const Design& design) { return Reading(design).read(); }

} // namespace riser::verify
