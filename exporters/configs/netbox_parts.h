// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables for NetBox share: the names under which later tables refer to earlier rows. Used by netbox*.cpp
// alone.
#pragma once

#include "exporters/configs/netbox.h"
#include "model/design.h"

#include <map>
#include <set>
#include <unordered_map>

namespace riser::detail {

// Names that stand once each; a name that is taken already, or none, gets the row's id behind it.
class UniqueNames {
  public:
    explicit UniqueNames(std::size_t longest = 64) : longest_(longest) {}
    std::string name(std::string_view label, AnyId id);

  private:
    std::size_t longest_;
    std::set<std::string> taken_;
};

// On one line, at most so many code points.
std::string shortened(std::string_view text, std::size_t longest);

// [a-z0-9-], from an ASCII label, else from the id; once each.
std::string slug(std::string_view label, AnyId id, std::set<std::string>& taken);

// A table whose columns are all texts, called as NetBox calls them.
class NetboxTable {
  public:
    NetboxTable(std::string name, Text title, std::vector<std::string> columns);
    void row(const std::vector<std::string>& cells, AnyId subject = {});
    bool empty() const { return table_.groups.front().rows.empty(); }
    TableDocument done() { return std::move(table_); }

  private:
    TableDocument table_;
};

struct NetboxEnd { // of a cable
    std::string device;
    std::string_view type; // "dcim.rearport"
    std::string name;
};

class NetboxExport {
  public:
    NetboxExport(const Facts& facts, Language language) : facts_(facts), design_(facts.design()), language_(language) {}
    std::vector<TableDocument> tables() &&;

  private:
    // In the order of import.
    void tenants();
    void regions_and_sites();
    void locations();
    void racks();
    void manufacturers_and_roles();
    void device_types();
    void devices();
    void vlan_groups();
    void vlans();
    void vrfs();
    void prefixes();
    void ranges();
    void interfaces();
    void panel_ports();
    void outlet_ports(NetboxTable& rear, NetboxTable& front);
    void cables();
    void redundancy_groups();
    void addresses();
    void power();

    void add(NetboxTable table);
    std::string in(const Text& text) const { return text.in(language_); }
    bool shown(const std::optional<PlaneId>& plane) const;
    bool shown(const Equipment& row) const;
    const Vlan* vlan(const std::optional<VlanId>& id) const; // numbered, of a plane that is shown
    std::string tenant(const std::optional<BodyId>& id) const;
    struct Standing {
        std::string site;     // never empty
        std::string location; // of this site; may be empty
    };
    std::string site_of(AnyId id) const; // of the building it stands in, else the first
    // In its space, else on its floor, else in its building.
    Standing standing_of(AnyId id) const;
    std::string vrf_of(const std::optional<VrfId>& id) const;
    struct Mounting {
        Standing standing;
        std::string rack, position, face;
    };
    Mounting mounting_of(AnyId id) const;
    std::string type_of(const Panel& panel);
    void add_device(NetboxTable& table, AnyId id, const std::string& label, const std::string& role,
                    const std::string& manufacturer, const std::string& type, Status status);
    void add_port(NetboxTable& table, const Port& port, const std::string& device,
                  std::map<std::string, std::string>& lags);
    void add_vlan_interface(NetboxTable& table, VlanId vlan, EquipmentId on);
    std::optional<NetboxEnd> end_of(const Termination& termination, const Cable& cable) const;

    const Facts& facts_;
    const Design& design_;
    Language language_;
    std::vector<TableDocument> tables_;
    std::unordered_map<BodyId, std::string> tenants_;
    std::unordered_map<SiteId, std::string> regions_;
    std::unordered_map<BuildingId, std::string> sites_;
    std::string first_site_;
    std::unordered_map<FloorId, Standing> floors_;
    std::unordered_map<SpaceId, Standing> spaces_;
    std::unordered_map<RackId, std::string> racks_;
    std::unordered_map<RackId, Standing> rack_standings_;
    std::map<AnyId, const RackItem*> mountings_;
    std::map<std::string, std::string> manufacturers_; // by what types call them
    std::map<EquipmentRole, std::string> roles_;
    std::unordered_map<EquipmentTypeId, std::string> types_; // models
    std::map<std::pair<PanelKind, std::int32_t>, std::string> panel_types_;
    std::map<std::int32_t, std::string> outlet_types_; // by jacks
    std::map<AnyId, std::string> devices_;             // equipment, panels, outlets; and what their jacks are called
    std::unordered_map<OutletId, std::vector<const Jack*>> jacks_;
    std::unordered_map<VlanId, std::string> groups_;
    std::unordered_map<VrfId, std::string> vrfs_;
    std::unordered_map<VrfId, std::string> distinguishers_;
    std::unordered_map<PortId, std::string> ports_;
    std::map<std::pair<EquipmentId, std::string>, bool> vlan_interfaces_;
    std::map<std::pair<PanelId, std::int32_t>, std::string> rear_ports_;  // by first position
    std::map<std::pair<PanelId, std::int32_t>, std::string> front_ports_; // by position
    std::unordered_map<VlanId, std::string> shared_groups_;
};

// "planned", "active", …: words that devices, racks, sites and locations share.
std::string status_word(Status status);
std::string generic_manufacturer(Language language);

} // namespace riser::detail
