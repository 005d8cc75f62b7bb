// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/plane_uses.h"

#include "model/equipment.h"
#include "model/logical.h"
#include "model/power.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/proof/conductors.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace riser {

namespace {

using detail::add;
using detail::Conductors;
using detail::Planes;

struct KindWords {
    std::string_view key;
    Text name;
};
const KindWords& words_of(ObjectKind kind) {
    static const std::array<KindWords, 13> words{{{"device", {"设备", "device"}},
                                                  {"cable", {"缆线", "cable"}},
                                                  {"jack", {"信息点", "jack"}},
                                                  {"position", {"配线架端口", "panel position"}},
                                                  {"panel", {"配线架", "panel"}},
                                                  {"faceplate", {"面板", "faceplate"}},
                                                  {"rack", {"机柜", "rack"}},
                                                  {"run", {"管槽", "pathway run"}},
                                                  {"compartment", {"管槽分隔", "compartment"}},
                                                  {"reserved", {"专用空间", "reserved space"}},
                                                  {"space", {"电信空间", "telecom space"}},
                                                  {"room", {"房间", "room"}},
                                                  {"supply", {"供电", "power supply"}}}};
    return words[static_cast<std::size_t>(kind)];
}

UsedObject device(EquipmentId id) { return {ObjectKind::device, id, 0}; }
UsedObject cable(CableId id) { return {ObjectKind::cable, id, 0}; }
UsedObject jack(JackId id) { return {ObjectKind::jack, id, 0}; }

// Rows that are still there, or will be.
template<class Row, class Visit> void for_each(FactInput& input, Visit visit) {
    for (const Row& row : input.table<Row>()) {
        if constexpr (requires { row.status; })
            if (row.status == Status::remove)
                continue;
        visit(row);
    }
}

class Reading {
  public:
    explicit Reading(FactInput& input) : input_(input) {}

    PlaneUses read() && {
        devices();
        cables();
        nets_.carry();
        nets_.for_each_use([this](const UsedObject& object, const Planes& planes) { use(object, planes); });
        panels_and_faceplates();
        racks();
        pathways();
        spaces();
        supplies();
        return std::move(*this).sorted();
    }

  private:
    std::optional<PlaneId> plane_of(std::optional<ZoneId> zone) {
        const Zone* row = input_.find(zone);
        return row ? std::optional(row->plane) : std::nullopt;
    }
    std::optional<PlaneId> plane_of(std::optional<VlanId> vlan) {
        const Vlan* row = input_.find(vlan);
        return row ? std::optional(row->plane) : std::nullopt;
    }
    bool there(EquipmentId id) {
        const Equipment* row = input_.find(id);
        return row && row->status != Status::remove;
    }
    // A device states its plane, that of its zone, and those of the VLANs, zones and providers on its ports.
    void devices() {
        for_each<Equipment>(input_, [&](const Equipment& row) {
            nets_.state(device(row.id), row.plane);
            nets_.state(device(row.id), plane_of(row.zone));
        });
        const auto state = [&](std::optional<EquipmentId> id, std::optional<PlaneId> plane) {
            if (id && there(*id))
                nets_.state(device(*id), plane);
        };
        for_each<Port>(input_, [&](const Port& row) {
            state(row.equipment, plane_of(row.zone));
            state(row.equipment, plane_of(row.access_vlan));
            for (const VlanId vlan : row.trunk_vlans)
                state(row.equipment, plane_of(std::optional(vlan)));
        });
        for_each<Gateway>(input_, [&](const Gateway& row) { state(row.equipment, plane_of(std::optional(row.vlan))); });
        for_each<ProviderHandoff>(input_, [&](const ProviderHandoff& row) {
            if (const Port* port = input_.find(row.port))
                state(port->equipment, row.plane);
        });
        for_each<Stack>(input_, [&](const Stack& row) { join_all(row.members); });
        for_each<Lag>(input_, [&](const Lag& row) { join_all(row.across); });
    }
    void join_all(const std::vector<EquipmentId>& members) {
        for (std::size_t i = 1; i < members.size(); ++i)
            if (there(members[0]) && there(members[i]))
                nets_.join(device(members[0]), device(members[i]));
    }

    void cables() {
        for (const JackPlace& row : input_.get<JackPlaces>().jacks)
            nets_.state(jack(row.id), row.plane);
        const CableEnds& ends = input_.get<CableEnds>();
        for (const CableKind& row : input_.get<CableKinds>().cables) {
            nets_.state(cable(row.id), row.plane);
            const CableType* type = input_.find(row.type);
            const bool fibre = type && type->element == ElementUnit::core;
            for (const CableEnding& ending : ends.of(row.id))
                join_end(row.id, ending, fibre);
        }
        const Table<CableKind>& known = input_.get<CableKinds>().cables;
        for_each<Splice>(input_, [&](const Splice& row) {
            if (known.contains(row.cable_a) && known.contains(row.cable_b))
                nets_.join(cable(row.cable_a), cable(row.cable_b));
        });
    }
    void join_end(CableId id, const CableEnding& ending, bool fibre) {
        if (ending.on.kind == Kind::panels) {
            const Panel* panel = input_.find(PanelId{ending.on.value});
            for (std::int32_t i = 0; panel && i < (fibre ? ending.elements : 1); ++i) {
                const UsedObject place{ObjectKind::position, panel->id, ending.position + i};
                nets_.state(place, panel->plane);
                nets_.join(cable(id), place);
            }
        } else if (ending.on.kind == Kind::jacks) {
            if (input_.get<JackPlaces>().jacks.contains(JackId{ending.on.value}))
                nets_.join(cable(id), jack(JackId{ending.on.value}));
        } else if (ending.on.kind == Kind::provider_handoffs) {
            if (const ProviderHandoff* row = input_.find(ProviderHandoffId{ending.on.value}))
                nets_.state(cable(id), row->plane);
        } else if (const EquipmentId on = device_of(ending.on); on && there(on)) {
            nets_.join(cable(id), device(on));
        }
    }
    EquipmentId device_of(AnyId row) {
        if (row.kind == Kind::equipment)
            return EquipmentId{row.value};
        if (row.kind == Kind::ports)
            if (const Port* port = input_.find(PortId{row.value}))
                return port->equipment;
        if (row.kind == Kind::cards)
            if (const Card* card = input_.find(CardId{row.value}))
                return card->equipment;
        return {};
    }

    void use(const UsedObject& object, const Planes& planes) {
        if (planes.empty())
            uses_[std::nullopt].insert(object);
        for (const PlaneId plane : planes)
            uses_[plane].insert(object);
    }
    // What a thing carries, or that it carries nothing.
    struct Held {
        Planes planes;
        bool stranger = false; // something of no plane is in it
        void hold(const Planes* carried) {
            if (!carried)
                return;
            stranger |= carried->empty();
            add(planes, *carried);
        }
    };
    void use(const UsedObject& object, const Held& held) {
        if (held.stranger)
            use(object, Planes{});
        if (!held.planes.empty())
            use(object, held.planes);
    }

    void panels_and_faceplates() {
        for_each<Panel>(input_, [&](const Panel& row) { add(panels_[row.id].planes, row.plane); });
        const auto hold = [&](PanelId panel, CableId id) {
            if (const auto at = panels_.find(panel); at != panels_.end())
                at->second.hold(nets_.carried(cable(id)));
        };
        for (const CableEnding& ending : input_.get<CableEnds>().by_cable)
            if (ending.on.kind == Kind::panels)
                hold(PanelId{ending.on.value}, ending.cable);
        for_each<Splice>(input_, [&](const Splice& row) {
            hold(row.closure, row.cable_a);
            hold(row.closure, row.cable_b);
        });
        for (auto& [id, held] : panels_) {
            held.stranger |= held.planes.empty();
            use({ObjectKind::panel, id, 0}, held);
        }
        std::map<OutletId, Held> outlets;
        for (const JackPlace& row : input_.get<JackPlaces>().jacks)
            outlets[row.outlet].hold(nets_.carried(jack(row.id)));
        for (auto& [id, held] : outlets) {
            const Outlet* outlet = input_.find(id);
            if (outlet && outlet->room)
                rooms_[*outlet->room].push_back(held);
            if (outlet)
                use({ObjectKind::faceplate, id, 0}, held);
        }
    }
    // What a device or panel carries; nothing for other rows.
    const Held* held_by(AnyId row, Held& scratch) {
        if (row.kind == Kind::panels) {
            const auto at = panels_.find(PanelId{row.value});
            return at == panels_.end() ? nullptr : &at->second;
        }
        if (row.kind != Kind::equipment)
            return nullptr;
        scratch = {};
        scratch.hold(nets_.carried(device(EquipmentId{row.value})));
        return &scratch;
    }
    static void merge(Held& into, const Held* from) {
        if (!from)
            return;
        add(into.planes, from->planes);
        into.stranger |= from->stranger;
    }

    void racks() {
        std::map<RackId, Held> racks;
        for_each<Rack>(input_, [&](const Rack& row) { add(racks[row.id].planes, row.plane); });
        Held scratch;
        for_each<RackItem>(input_, [&](const RackItem& row) {
            if (const auto at = racks.find(row.rack); at != racks.end())
                merge(at->second, held_by(row.item, scratch));
        });
        for (const auto& [id, held] : racks) {
            use({ObjectKind::rack, id, 0}, held);
            if (const Rack* row = input_.find(id))
                merge(spaces_[row->space], &held);
        }
    }

    void pathways() {
        std::map<PathwayRunId, Held> runs;
        std::map<UsedObject, Held> compartments;
        for_each<PathwayRun>(input_, [&](const PathwayRun& row) {
            add(runs[row.id].planes, row.plane);
            for (std::size_t i = 0; i < std::max<std::size_t>(row.compartments.size(), 1); ++i) {
                const auto own = i < row.compartments.size() ? row.compartments[i].plane : std::nullopt;
                add(runs[row.id].planes, own);
                add(compartments[{ObjectKind::compartment, row.id, static_cast<std::int32_t>(i)}].planes,
                    own ? own : row.plane);
            }
        });
        for_each<Cable>(input_, [&](const Cable& row) {
            for (const RouteStep& step : row.route)
                if (const auto at = runs.find(step.run); at != runs.end()) {
                    at->second.hold(nets_.carried(cable(row.id)));
                    compartments[{ObjectKind::compartment, step.run, step.compartment}].hold(
                        nets_.carried(cable(row.id)));
                }
        });
        for (const auto& [id, held] : runs)
            use({ObjectKind::run, id, 0}, held);
        for (const auto& [object, held] : compartments)
            use(object, held);
    }

    void spaces() {
        Held scratch;
        for_each<Equipment>(input_, [&](const Equipment& row) {
            if (row.space)
                merge(spaces_[*row.space], held_by(row.id, scratch));
        });
        for_each<Panel>(input_, [&](const Panel& row) {
            if (row.space)
                merge(spaces_[*row.space], held_by(row.id, scratch));
        });
        for_each<Space>(input_, [&](const Space& row) {
            Held held = spaces_[row.id];
            add(held.planes, row.plane);
            use({ObjectKind::space, row.id, 0}, held);
            if (row.plane)
                use({ObjectKind::reserved, row.id, 0}, held);
            rooms_[row.room].push_back(held);
        });
        for_each<Room>(input_, [&](const Room& row) {
            Held held;
            for (const Held& part : rooms_[row.id])
                merge(held, &part);
            use({ObjectKind::room, row.id, 0}, held);
        });
    }

    // Strips that feed a plane's devices, their circuits, and what feeds those.
    void supplies() {
        for_each<PowerSupply>(input_, [&](const PowerSupply& row) {
            Held held;
            held.hold(nets_.carried(device(row.equipment)));
            const Pdu* pdu = input_.find(row.pdu);
            if (!pdu)
                return;
            use({ObjectKind::supply, pdu->id, 0}, held);
            AnyId at = pdu->circuit ? AnyId(*pdu->circuit) : AnyId();
            for (std::set<AnyId> seen; at.value != 0 && input_.contains(at) && seen.insert(at).second;) {
                use({ObjectKind::supply, at, 0}, held);
                at = feeding(at);
            }
        });
    }
    AnyId feeding(AnyId row) {
        if (row.kind == Kind::circuits)
            return input_.find(CircuitId{row.value})->fed_by;
        if (row.kind == Kind::transfer_switches)
            return input_.find(AtsId{row.value})->normal;
        if (row.kind == Kind::ups_units)
            return input_.find(UpsId{row.value})->fed_by.value_or(AnyId());
        return {};
    }

    PlaneUses sorted() && {
        for (const Plane& plane : input_.table<Plane>())
            uses_[plane.id];
        uses_[std::nullopt];
        PlaneUses out;
        for (auto& [plane, objects] : uses_)
            if (!plane || input_.find(*plane))
                out.planes.push_back({plane, {objects.begin(), objects.end()}});
        return out;
    }

    FactInput& input_;
    Conductors nets_;
    std::map<PanelId, Held> panels_;
    std::map<SpaceId, Held> spaces_;
    std::map<RoomId, std::vector<Held>> rooms_;
    std::map<std::optional<PlaneId>, std::set<UsedObject>> uses_;
};

} // namespace

std::string_view key_of(ObjectKind kind) { return words_of(kind).key; }
Text name_of(ObjectKind kind) { return words_of(kind).name; }

std::span<const UsedObject> PlaneUse::of(ObjectKind kind) const {
    const auto before = [](const UsedObject& object, ObjectKind k) { return object.kind < k; };
    const auto after = [](ObjectKind k, const UsedObject& object) { return k < object.kind; };
    return {std::lower_bound(objects.begin(), objects.end(), kind, before),
            std::upper_bound(objects.begin(), objects.end(), kind, after)};
}

const PlaneUse& PlaneUses::of(std::optional<PlaneId> plane) const {
    static const PlaneUse none{};
    const auto at = std::lower_bound(planes.begin(), planes.end(), plane,
                                     [](const PlaneUse& use, const auto& wanted) { return use.plane < wanted; });
    return at != planes.end() && at->plane == plane ? *at : none;
}

PlaneUses PlaneUses::compute(FactInput& input) { return Reading(input).read(); }

} // namespace riser
