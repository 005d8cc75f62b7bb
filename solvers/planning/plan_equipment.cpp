// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_equipment.h"

#include "solvers/planning/equipment/parts.h"

#include <algorithm>

namespace riser {

namespace {

const std::vector<Kind> tables_read{Kind::briefs,
                                    Kind::point_kinds,
                                    Kind::cable_types,
                                    Kind::equipment_types,
                                    Kind::bill_items,
                                    Kind::floors,
                                    Kind::rooms,
                                    Kind::columns,
                                    Kind::openings,
                                    Kind::spaces,
                                    Kind::pathway_nodes,
                                    Kind::pathway_runs,
                                    Kind::outlets,
                                    Kind::jacks,
                                    Kind::cables,
                                    Kind::terminations,
                                    Kind::panels,
                                    Kind::racks,
                                    Kind::rack_items,
                                    Kind::equipment,
                                    Kind::cards,
                                    Kind::splices,
                                    Kind::ports,
                                    Kind::power_supplies,
                                    Kind::lags,
                                    Kind::stacks,
                                    Kind::pdus,
                                    Kind::planes,
                                    Kind::must_not_reach,
                                    Kind::zones,
                                    Kind::services,
                                    Kind::requirement_classes,
                                    Kind::bodies,
                                    Kind::head_counts,
                                    Kind::graded_systems,
                                    Kind::must_reach,
                                    Kind::policies,
                                    Kind::provider_handoffs,
                                    Kind::label_templates,
                                    Kind::retired_labels,
                                    Kind::buildings};

void remove_all_rest(EquipmentWorks& works) {
    works.items.remove_rest();
    works.pdus.remove_rest();
    works.racks.remove_rest();
    works.ends.remove_rest();
    works.cords.remove_rest();
    works.supplies.remove_rest();
    works.ports.remove_rest();
    works.lags.remove_rest();
    works.stacks.remove_rest();
    works.equipment.remove_rest();
}

bool is_switch(const EquipmentWorks& works, const Equipment& device) {
    const EquipmentType* type = works.after.find(device.type);
    return !type || type->role == EquipmentRole::access_switch || type->role == EquipmentRole::distribution_switch ||
           type->role == EquipmentRole::core_switch;
}

void count(const EquipmentWorks& works, EquipmentPlan& out) {
    for (const Panel& panel : works.after.panels)
        out.panels += works.panels.is_mine(panel);
    for (const Equipment& device : works.after.equipment)
        if (works.equipment.is_mine(device))
            ++(is_switch(works, device) ? out.switches : out.hosts);
    for (const auto& [at, plane] : works.planes)
        for (const std::size_t index : plane.access)
            for (const PortDraft& port : works.devices[index].ports)
                if (port.row.medium == Medium::copper)
                    ++(port.used ? out.ports_used : out.ports_free);
    out.unpatched = works.unpatched;
    out.links = works.links;
    out.poe = works.poe;
}

} // namespace

Result<EquipmentPlan> plan_equipment(const Design& design, const EquipmentOptions& options, const Run& run) {
    const Error stopped{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
    if (run.stopped())
        return stopped;
    run.report(0, {"设备", "equipment"});
    EquipmentWorks works(design, options);
    for (auto& [at, plane] : works.planes)
        plan_panels(works, plane);
    works.panels.remove_rest(); // before cables seek positions on them
    end_cables(works);
    weigh_services(works);
    std::size_t done = 0;
    for (auto& [at, plane] : works.planes) {
        if (run.stopped())
            return stopped;
        run.report(0.9 * static_cast<double>(done++) / static_cast<double>(works.planes.size()), {"设备", "equipment"});
        plan_access(works, plane);
        patch_jacks(works, plane);
    }
    plan_uplinks(works);
    plan_services(works);
    EquipmentPlan out;
    const RackTotals racks = plan_racks(works);
    if (run.stopped())
        return stopped;
    works.write_devices();
    remove_all_rest(works);
    const Transceivers optics = plan_transceivers(works); // traced over what stays
    works.cards.remove_rest();
    out.transceivers = optics.planned;
    out.links_failing = optics.links_failing;
    out.racks = racks.racks;
    out.units_free = racks.free_units;
    count(works, out);
    out.reasons = std::move(works.reasons).take();
    out.change = {.before = design, .after = std::move(works.after), .read = tables_read};
    return out;
}

} // namespace riser
