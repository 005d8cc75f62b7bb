// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/issued_rows.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

constexpr std::array frozen{Kind::spaces,       Kind::pathway_runs,     Kind::outlets, Kind::jacks,
                            Kind::cables,       Kind::panels,           Kind::racks,   Kind::equipment,
                            Kind::ups_units,    Kind::circuits,         Kind::pdus,    Kind::earth_bars,
                            Kind::penetrations, Kind::monitoring_points};

bool draws(SheetContent content, Kind kind, bool backbone) {
    const auto one_of = [&](std::initializer_list<Kind> kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    switch (content) {
    case SheetContent::floor_plan:
        return one_of({Kind::outlets, Kind::jacks, Kind::spaces, Kind::racks, Kind::pathway_runs, Kind::penetrations,
                       Kind::monitoring_points, Kind::equipment, Kind::panels, Kind::earth_bars});
    case SheetContent::system_diagram:
    case SheetContent::topology:
        return one_of({Kind::spaces, Kind::racks, Kind::panels, Kind::equipment}) || (kind == Kind::cables && backbone);
    case SheetContent::racks:
        return one_of({Kind::racks, Kind::panels, Kind::equipment, Kind::pdus, Kind::ups_units});
    case SheetContent::schedule:
        return true;
    case SheetContent::zones:
    case SheetContent::notes:
    case SheetContent::legend:
        break;
    }
    return false;
}

} // namespace

std::span<const Kind> frozen_kinds() { return frozen; }

IssuedRows::IssuedRows(const Design& design) : design_(&design) {
    for (const Sheet& sheet : design.sheets)
        if (sheet.issued)
            add(sheet);
}

IssuedRows::IssuedRows(const Design& design, std::span<const SheetId> sheets) : design_(&design) {
    for (const SheetId id : sheets)
        if (const Sheet* sheet = design.find(id))
            add(*sheet);
}

void IssuedRows::add(const Sheet& sheet) {
    Paper paper{.content = sheet.content};
    for (const Viewport& viewport : design_->viewports)
        if (viewport.sheet == sheet.id && viewport.floor)
            paper.floors.push_back(*viewport.floor);
    papers_.push_back(std::move(paper));
}

bool IssuedRows::shows(SheetContent content) const {
    return std::any_of(papers_.begin(), papers_.end(), [&](const Paper& paper) { return paper.content == content; });
}

IssuedRows::Standing IssuedRows::at_space(std::optional<SpaceId> space) const {
    Standing out;
    const Space* row = design_->find(space);
    if (const Room* room = row ? design_->find(row->room) : nullptr) {
        out.floors.push_back(room->floor);
    }
    return out;
}

IssuedRows::Standing IssuedRows::at(std::optional<SpaceId> space, std::optional<FloorId> floor) const {
    return floor ? Standing{.floors = {*floor}} : at_space(space);
}

IssuedRows::Standing IssuedRows::of_run(const PathwayRun& run) const {
    Standing out;
    for (const PathwayNodeId end : {run.from, run.to})
        if (const PathwayNode* node = design_->find(end))
            out.floors.push_back(node->floor);
    return out;
}

// One case a kind, as short as it can be said.
std::optional<IssuedRows::Standing> IssuedRows::standing(AnyId id) const {
    const Design& d = *design_;
    switch (id.kind) {
    case Kind::spaces:
        if (const Space* row = d.find(SpaceId{id.value}))
            return at_space(row->id);
        break;
    case Kind::pathway_runs:
        if (const PathwayRun* row = d.find(PathwayRunId{id.value}))
            return of_run(*row);
        break;
    case Kind::outlets:
        if (const Outlet* row = d.find(OutletId{id.value}))
            return at({}, row->floor);
        break;
    case Kind::jacks:
        if (const Jack* row = d.find(JackId{id.value}))
            return standing(row->outlet);
        break;
    case Kind::cables:
        if (const Cable* row = d.find(CableId{id.value}))
            return Standing{.backbone = row->role == CableRole::backbone};
        break;
    case Kind::panels:
        if (const Panel* row = d.find(PanelId{id.value}))
            return at(row->space, row->floor);
        break;
    case Kind::racks:
        if (const Rack* row = d.find(RackId{id.value}))
            return at_space(row->space);
        break;
    case Kind::equipment:
        if (const Equipment* row = d.find(EquipmentId{id.value}))
            return at(row->space, row->floor);
        break;
    case Kind::ups_units:
        if (const Ups* row = d.find(UpsId{id.value}))
            return at_space(row->space);
        break;
    case Kind::pdus:
        if (const Pdu* row = d.find(PduId{id.value}))
            return row->rack ? standing(*row->rack) : Standing{};
        break;
    case Kind::earth_bars:
        if (const EarthBar* row = d.find(EarthBarId{id.value}))
            return at(row->space, row->floor);
        break;
    case Kind::penetrations:
        if (const Penetration* row = d.find(PenetrationId{id.value}))
            return at({}, row->floor);
        break;
    case Kind::monitoring_points:
        if (const MonitoringPoint* row = d.find(MonitoringPointId{id.value}))
            return at({}, row->floor);
        break;
    case Kind::circuits:
        if (d.find(CircuitId{id.value}))
            return Standing{};
        break;
    default:
        break;
    }
    return std::nullopt;
}

bool IssuedRows::shows(const Paper& paper, Kind kind, const Standing& at) {
    if (!draws(paper.content, kind, at.backbone))
        return false;
    return paper.floors.empty() || at.floors.empty() ||
           std::find_first_of(paper.floors.begin(), paper.floors.end(), at.floors.begin(), at.floors.end()) !=
               paper.floors.end();
}

bool IssuedRows::holds(AnyId id) const {
    if (papers_.empty())
        return false;
    const std::optional<Standing> at = standing(id);
    return at &&
           std::any_of(papers_.begin(), papers_.end(), [&](const Paper& paper) { return shows(paper, id.kind, *at); });
}

std::string label_of_row(const Design& design, AnyId id) {
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    std::string out;
    for (const char* key : {"label", "number"})
        if (const Field* field = table.record->find(key); row && field && field->type == FieldType::text) {
            if (!field->is_default(row))
                field->write(row, out);
            break;
        }
    return out;
}

} // namespace riser
