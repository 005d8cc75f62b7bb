// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/zones/plan_zones.h"

#include "solvers/planning/zones/prefix_union.h"
#include "solvers/planning/zones/zone_works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

const std::vector<Kind> tables_read{Kind::point_kinds,
                                    Kind::equipment_types,
                                    Kind::rooms,
                                    Kind::equipment,
                                    Kind::ports,
                                    Kind::cards,
                                    Kind::panels,
                                    Kind::jacks,
                                    Kind::outlets,
                                    Kind::cables,
                                    Kind::cable_types,
                                    Kind::terminations,
                                    Kind::splices,
                                    Kind::bodies,
                                    Kind::planes,
                                    Kind::zones,
                                    Kind::graded_systems,
                                    Kind::vlans,
                                    Kind::prefixes,
                                    Kind::gateways,
                                    Kind::services,
                                    Kind::provider_handoffs,
                                    Kind::policies,
                                    Kind::must_reach,
                                    Kind::must_not_reach,
                                    Kind::acls,
                                    Kind::nats};

} // namespace

ZoneWorks::ZoneWorks(const Design& design, const ZoneOptions& given)
    : options(given),
      after(design),
      facts(design),
      policies(after, "zones"),
      acls(after, "zones"),
      nats(after, "zones") {}

std::vector<IpPrefix> ZoneWorks::prefixes_of(ZoneId zone) const {
    std::vector<IpPrefix> out;
    for (const Prefix& row : after.prefixes)
        if (const Vlan* vlan = after.find(row.vlan); vlan && vlan->zone == zone && row.prefix)
            out.push_back(*row.prefix);
    return united(std::move(out));
}

std::vector<EquipmentId> ZoneWorks::devices_of(PlaneId plane, EquipmentRole role) const {
    std::vector<std::pair<std::string, EquipmentId>> found;
    for (const GuardDevice& device : ways().devices)
        if (device.role == role && device.plane == plane)
            found.emplace_back(after.find(device.id)->label, device.id);
    std::sort(found.begin(), found.end());
    std::vector<EquipmentId> out;
    for (const auto& [label, id] : found)
        out.push_back(id);
    return out;
}

std::string ZoneWorks::code_of(ZoneId zone) const {
    const Zone* row = after.find(zone);
    return row ? row->code : std::string();
}

Result<ZonePlan> plan_zones(const Design& design, const ZoneOptions& options, const Run& run) {
    if (run.stopped())
        return Error{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
    run.report(0, {"安全域", "zones"});
    ZonePlan out;
    ZoneWorks works(design, options);
    works.totals = &out;
    plan_policies(works);
    run.report(0.4, {"安全域", "zones"});
    plan_rule_bases(works);
    plan_filters(works);
    plan_borders(works);
    plan_translation(works);
    plan_publishing(works);
    works.policies.remove_rest();
    works.acls.remove_rest();
    works.nats.remove_rest();
    out.reasons = std::move(works.reasons).take();
    out.change = {.before = design, .after = std::move(works.after), .read = tables_read};
    return out;
}

} // namespace riser
