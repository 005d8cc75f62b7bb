// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/netbox.h"

#include "exporters/configs/netbox_parts.h"
#include "exporters/configs/safe_names.h"
#include "exporters/tables/names.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>

namespace riser {

namespace detail {

std::string shortened(std::string_view text, std::size_t longest) {
    std::string out;
    std::size_t count = 0;
    for (const char c : one_line(text)) {
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80 && count++ == longest)
            break;
        out += c;
    }
    return out;
}

std::string UniqueNames::name(std::string_view label, AnyId id) {
    const std::string plain = shortened(label, longest_);
    if (!plain.empty() && taken_.insert(plain).second)
        return plain;
    const std::string tail = plain.empty() ? to_string(id) : " (" + to_string(id) + ')';
    std::string out = shortened(plain, longest_ - tail.size()) + tail;
    taken_.insert(out);
    return out;
}

std::string slug(std::string_view label, AnyId id, std::set<std::string>& taken) {
    std::string out;
    for (const char c : label) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            out += small;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    out = out.substr(0, 80);
    if (out.empty() || !taken.insert(out).second) {
        out += (out.empty() ? "" : "-") + to_string(id);
        taken.insert(out);
    }
    return out;
}

NetboxTable::NetboxTable(std::string name, Text title, std::vector<std::string> columns) {
    table_.name = std::move(name);
    table_.sheet = title;
    table_.title = std::move(title);
    for (std::string& column : columns)
        table_.columns.push_back({.key = column, .title = same_text(column)});
    table_.groups.emplace_back();
}

void NetboxTable::row(const std::vector<std::string>& cells, AnyId subject) {
    ensure(cells.size() == table_.columns.size(), "a row has a cell a column");
    RowBuilder builder(subject);
    for (const std::string& cell : cells)
        if (cell.empty())
            builder.empty();
        else
            builder.text(cell);
    table_.groups.front().rows.push_back(builder.done());
}

std::string status_word(Status status) {
    switch (status) {
    case Status::existing:
    case Status::as_built:
        return "active";
    case Status::remove:
        return "decommissioning";
    default:
        return "planned";
    }
}

std::string generic_manufacturer(Language language) { return Text{"未定", "Unspecified"}.in(language); }

void NetboxExport::add(NetboxTable table) {
    if (table.empty())
        return;
    TableDocument done = table.done();
    const std::size_t number = tables_.size() + 1;
    done.name = (number < 10 ? "0" : "") + std::to_string(number) + '-' + done.name;
    tables_.push_back(std::move(done));
}

bool NetboxExport::shown(const std::optional<PlaneId>& id) const {
    const Plane* plane = design_.find(id);
    return !plane || plane->disclosure != Disclosure::secret;
}

bool NetboxExport::shown(const Equipment& row) const {
    const Zone* zone = design_.find(row.zone);
    return shown(row.plane) && !(zone && (is_secret(zone->grading) || !shown(zone->plane)));
}

const Vlan* NetboxExport::vlan(const std::optional<VlanId>& id) const {
    const Vlan* row = design_.find(id);
    return row && row->number && design_.find(row->plane) && shown(row->plane) ? row : nullptr;
}

std::string NetboxExport::tenant(const std::optional<BodyId>& id) const {
    const auto at = id ? tenants_.find(*id) : tenants_.end();
    return at == tenants_.end() ? "" : at->second;
}

std::string NetboxExport::site_of(AnyId id) const {
    const RowPlace place = place_of(design_, id);
    const auto at = place.building ? sites_.find(*place.building) : sites_.end();
    return at == sites_.end() ? first_site_ : at->second;
}

NetboxExport::Standing NetboxExport::standing_of(AnyId id) const {
    const RowPlace place = place_of(design_, id);
    if (const auto space = place.space ? spaces_.find(*place.space) : spaces_.end(); space != spaces_.end())
        return space->second;
    const auto floor = place.floor ? floors_.find(*place.floor) : floors_.end();
    return floor == floors_.end() ? Standing{site_of(id), ""} : floor->second;
}

std::string NetboxExport::vrf_of(const std::optional<VrfId>& id) const {
    const auto at = id ? vrfs_.find(*id) : vrfs_.end();
    return at == vrfs_.end() ? "" : at->second;
}

std::vector<TableDocument> NetboxExport::tables() && {
    tenants();
    regions_and_sites();
    locations();
    racks();
    manufacturers_and_roles();
    device_types();
    devices();
    vlan_groups();
    vlans();
    vrfs();
    prefixes();
    ranges();
    interfaces();
    panel_ports();
    cables();
    redundancy_groups();
    addresses();
    power();
    return std::move(tables_);
}

} // namespace detail

std::vector<TableDocument> netbox_tables(const Facts& facts, Language language) {
    return detail::NetboxExport(facts, language).tables();
}

std::string netbox_guide(const std::vector<TableDocument>& tables, Language language) {
    std::string out = Text{"NetBox 4 批量导入：按编号依次导入，一个文件一页。\n\n",
                           "Bulk import into NetBox 4: one file a page, in the order of the numbers.\n\n"}
                          .in(language);
    for (const TableDocument& table : tables)
        out += table.name + ".csv  " + table.title.in(language) + "  " + std::to_string(table.row_count()) + '\n';
    out += Text{"\n导入网页的栏目与标题同名；引用的对象都在编号更小的文件中。涉密网络不在其中。\n",
                "\nEach title names the page; what a row refers to stands in a file of a smaller number. Nothing of a "
                "secret network is among them.\n"}
               .in(language);
    return out;
}

} // namespace riser
