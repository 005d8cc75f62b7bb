// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/netbox_parts.h"
#include "exporters/tables/names.h"

#include <algorithm>

namespace riser::detail {

void NetboxExport::tenants() {
    NetboxTable table("tenants", {"租户（机构）", "Tenants"}, {"name", "slug"});
    UniqueNames names(100);
    std::set<std::string> slugs;
    for (const Body& body : design_.bodies) {
        tenants_[body.id] = names.name(in(body.name), body.id);
        table.row({tenants_[body.id], slug(body.code, body.id, slugs)}, body.id);
    }
    add(std::move(table));
}

// A building is a site; the ground on which several stand is a region.
void NetboxExport::regions_and_sites() {
    NetboxTable regions("regions", {"区域（场地）", "Regions"}, {"name", "slug"});
    UniqueNames region_names(100);
    std::set<std::string> region_slugs;
    for (const Site& site : design_.sites) {
        regions_[site.id] = region_names.name(in(site.name), site.id);
        regions.row({regions_[site.id], slug(site.name.en, site.id, region_slugs)}, site.id);
    }
    add(std::move(regions));
    NetboxTable sites("sites", {"站点（建筑）", "Sites"}, {"name", "slug", "status", "region"});
    UniqueNames names(100);
    std::set<std::string> slugs;
    for (const Building& building : design_.buildings) {
        const auto region = building.site ? regions_.find(*building.site) : regions_.end();
        sites_[building.id] = names.name(in(building.name), building.id);
        if (first_site_.empty())
            first_site_ = sites_[building.id];
        sites.row({sites_[building.id], slug(building.name.en, building.id, slugs), status_word(building.status),
                   region == regions_.end() ? "" : region->second},
                  building.id);
    }
    if (first_site_.empty()) {
        first_site_ = names.name(in(design_.project().name), the_project);
        sites.row({first_site_, slug(design_.project().number, the_project, slugs), "planned", ""}, the_project);
    }
    add(std::move(sites));
}

// Floors, and the telecom spaces in them.
void NetboxExport::locations() {
    NetboxTable floors("floors", {"位置：楼层", "Locations: floors"}, {"site", "name", "slug", "status"});
    NetboxTable spaces("spaces", {"位置：电信间", "Locations: telecom rooms"},
                       {"site", "parent", "name", "slug", "status"});
    UniqueNames names(100); // of floors and spaces together: they are one table of NetBox's
    std::set<std::string> slugs;
    for (const FloorId id : floors_in_order(design_)) {
        const Floor& floor = *design_.find(id);
        floors_[id] = {site_of(id), names.name(floor.label, id)};
        floors.row({floors_[id].site, floors_[id].location, slug(floor.label, id, slugs), status_word(floor.status)},
                   id);
    }
    for (const Space& space : design_.spaces) {
        if (!shown(space.plane))
            continue;
        const std::optional<FloorId> floor = place_of(design_, space.id).floor;
        const auto parent = floor ? floors_.find(*floor) : floors_.end();
        const std::string name = names.name(name_of(design_, space.id).in(language_), space.id);
        const Standing standing{parent == floors_.end() ? site_of(space.id) : parent->second.site, name};
        spaces.row({standing.site, parent == floors_.end() ? "" : parent->second.location, name,
                    slug(space.label, space.id, slugs), status_word(space.status)},
                   space.id);
        spaces_[space.id] = standing;
    }
    add(std::move(floors));
    add(std::move(spaces));
}

void NetboxExport::racks() {
    NetboxTable table("racks", {"机柜", "Racks"},
                      {"site", "location", "name", "status", "form_factor", "width", "u_height", "outer_width",
                       "outer_depth", "outer_unit"});
    UniqueNames names(100);
    for (const Rack& rack : design_.racks) {
        if (!shown(rack.plane) || rack.status == Status::remove)
            continue;
        racks_[rack.id] = names.name(rack.label, rack.id);
        const auto size = [](Millimetres length) { return length.value > 0 ? std::to_string(length.value) : ""; };
        const bool sized = rack.width.value > 0 || rack.depth.value > 0;
        const Standing at = rack_standings_[rack.id] = standing_of(rack.id);
        table.row({at.site, at.location, racks_[rack.id], status_word(rack.status), "4-post-cabinet", "19",
                   std::to_string(std::clamp(rack.units, 1, 100)), size(rack.width), size(rack.depth),
                   sized ? "mm" : ""},
                  rack.id);
    }
    for (const RackItem& item : design_.rack_items)
        if (racks_.contains(item.rack))
            mountings_.emplace(item.item, &item);
    add(std::move(table));
}

// Power panels are what feeds circuits; a feed is a circuit, to the rack of its strip of sockets.
void NetboxExport::power() {
    NetboxTable panels("power-panels", {"配电（电源、UPS、切换）", "Power panels"}, {"site", "location", "name"});
    UniqueNames names(100);
    std::map<AnyId, std::pair<std::string, std::string>> known; // name and site
    const auto panel = [&](AnyId id, const std::string& label) {
        const Standing at = standing_of(id);
        known[id] = {names.name(label, id), at.site};
        panels.row({at.site, at.location, known[id].first}, id);
    };
    for (const PowerSource& source : design_.power_sources)
        panel(source.id, source.label);
    for (const Ats& ats : design_.transfer_switches)
        panel(ats.id, ats.label);
    for (const Ups& ups : design_.ups_units)
        panel(ups.id, ups.label);
    add(std::move(panels));
    NetboxTable feeds("power-feeds", {"供电回路", "Power feeds"},
                      {"site", "power_panel", "location", "rack", "name", "status", "type", "supply", "phase"});
    UniqueNames feed_names(100);
    for (const Circuit& circuit : design_.circuits) {
        const auto at = known.find(circuit.fed_by);
        if (at == known.end() || circuit.status == Status::remove)
            continue;
        const Pdu* strip = nullptr;
        for (const Pdu& pdu : design_.pdus)
            if (pdu.circuit == circuit.id && pdu.rack && racks_.contains(*pdu.rack))
                strip = &pdu;
        const auto& [name, site] = at->second;
        // A rack must be of the panel's site.
        const bool near = strip && rack_standings_.at(*strip->rack).site == site;
        feeds.row({site, name, near ? rack_standings_.at(*strip->rack).location : "",
                   near ? racks_.at(*strip->rack) : "", feed_names.name(circuit.label, circuit.id),
                   status_word(circuit.status), "primary", "ac", "single-phase"},
                  circuit.id);
    }
    add(std::move(feeds));
}

} // namespace riser::detail
