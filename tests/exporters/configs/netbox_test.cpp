// SPDX-License-Identifier: GPL-3.0-or-later
// What NetBox would refuse: a column or choice that it does not know, a row that refers to what is not there yet, a
// name that stands twice. Columns and choices are NetBox's own, where they are at hand.
#include "exporters/configs/netbox.h"
#include "tests/exporters/configs/network_case.h"
#include "tests/exporters/tower.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace riser::test {
namespace {

using Row = std::map<std::string, std::string>;

struct Sheet {
    std::string name; // without its number
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

std::vector<Sheet> sheets_of(const Design& design, Language language = Language::zh) {
    std::vector<Sheet> out;
    for (const TableDocument& table : netbox_tables(Facts(design), language)) {
        Sheet sheet{table.name.substr(3), {}, {}};
        for (const TableColumn& column : table.columns)
            sheet.columns.push_back(column.key);
        for (const TableRow& row : table.groups.front().rows) {
            Row cells;
            for (std::size_t c = 0; c < row.cells.size(); ++c)
                cells[table.columns[c].key] = exact(row.cells[c], table.columns[c], language);
            sheet.rows.push_back(std::move(cells));
        }
        out.push_back(std::move(sheet));
    }
    return out;
}

// Designs of every kind: a building, small and random networks, random rows of every table.
std::vector<Design> cases() {
    std::vector<Design> out{
        tower({.floors = 1, .bays = 4}),
        tower({.seed = 3, .floors = 2, .distributors = 2, .shafts = 2, .kinds = 9, .bays = 4, .secret = true}),
        small_network("Huawei").design};
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        out.push_back(random_configured_network(seed));
        out.push_back(random_design(seed, 1 + seed % 12));
    }
    return out;
}

// Which form takes a table.
const std::map<std::string, std::string>& forms() {
    static const std::map<std::string, std::string> out{{"tenants", "tenancy.TenantImportForm"},
                                                        {"regions", "dcim.RegionImportForm"},
                                                        {"sites", "dcim.SiteImportForm"},
                                                        {"floors", "dcim.LocationImportForm"},
                                                        {"spaces", "dcim.LocationImportForm"},
                                                        {"racks", "dcim.RackImportForm"},
                                                        {"manufacturers", "dcim.ManufacturerImportForm"},
                                                        {"device-roles", "dcim.DeviceRoleImportForm"},
                                                        {"device-types", "dcim.DeviceTypeImportForm"},
                                                        {"devices", "dcim.DeviceImportForm"},
                                                        {"vlan-groups", "ipam.VLANGroupImportForm"},
                                                        {"vlans", "ipam.VLANImportForm"},
                                                        {"vrfs", "ipam.VRFImportForm"},
                                                        {"prefixes", "ipam.PrefixImportForm"},
                                                        {"ip-ranges", "ipam.IPRangeImportForm"},
                                                        {"lag-interfaces", "dcim.InterfaceImportForm"},
                                                        {"interfaces", "dcim.InterfaceImportForm"},
                                                        {"rear-ports", "dcim.RearPortImportForm"},
                                                        {"front-ports", "dcim.FrontPortImportForm"},
                                                        {"cables", "dcim.CableImportForm"},
                                                        {"fhrp-groups", "ipam.FHRPGroupImportForm"},
                                                        {"ip-addresses", "ipam.IPAddressImportForm"},
                                                        {"power-panels", "dcim.PowerPanelImportForm"},
                                                        {"power-feeds", "dcim.PowerFeedImportForm"}};
    return out;
}

const std::map<std::pair<std::string, std::string>, std::string>& choice_lists() {
    static const std::map<std::pair<std::string, std::string>, std::string> out{
        {{"sites", "status"}, "SiteStatusChoices"},
        {{"floors", "status"}, "LocationStatusChoices"},
        {{"spaces", "status"}, "LocationStatusChoices"},
        {{"racks", "status"}, "RackStatusChoices"},
        {{"racks", "form_factor"}, "RackFormFactorChoices"},
        {{"racks", "outer_unit"}, "RackDimensionUnitChoices"},
        {{"devices", "status"}, "DeviceStatusChoices"},
        {{"devices", "face"}, "DeviceFaceChoices"},
        {{"lag-interfaces", "type"}, "InterfaceTypeChoices"},
        {{"interfaces", "type"}, "InterfaceTypeChoices"},
        {{"interfaces", "mode"}, "InterfaceModeChoices"},
        {{"interfaces", "poe_mode"}, "InterfacePoEModeChoices"},
        {{"interfaces", "poe_type"}, "InterfacePoETypeChoices"},
        {{"rear-ports", "type"}, "PortTypeChoices"},
        {{"front-ports", "type"}, "PortTypeChoices"},
        {{"cables", "type"}, "CableTypeChoices"},
        {{"cables", "status"}, "LinkStatusChoices"},
        {{"cables", "length_unit"}, "CableLengthUnitChoices"},
        {{"power-feeds", "status"}, "PowerFeedStatusChoices"},
        {{"power-feeds", "type"}, "PowerFeedTypeChoices"},
        {{"power-feeds", "supply"}, "PowerFeedSupplyChoices"},
        {{"power-feeds", "phase"}, "PowerFeedPhaseChoices"}};
    return out;
}

std::string netbox_folder() {
    const char* named = std::getenv("RISER_NETBOX");
    return named ? std::string(named) + "/" : std::string(RISER_SOURCE_DIR) + "/../shared/data/netbox/";
}

TEST(Netbox, ColumnsAndChoicesAreNetboxsOwn) {
    std::ifstream columns_file(netbox_folder() + "netbox-4.6.8_csv_columns.json");
    std::ifstream choices_file(netbox_folder() + "netbox-4.6.8_dcim_choices.json");
    if (!columns_file || !choices_file)
        GTEST_SKIP() << netbox_folder() << " is not here";
    const auto columns = nlohmann::json::parse(columns_file);
    const auto choices = nlohmann::json::parse(choices_file);
    std::set<std::string> seen;
    for (const Design& design : cases())
        for (const Sheet& sheet : sheets_of(design)) {
            seen.insert(sheet.name);
            ASSERT_TRUE(forms().contains(sheet.name)) << sheet.name;
            const nlohmann::json& form = columns.at(forms().at(sheet.name));
            const std::set<std::string> known = form.at("fields").get<std::set<std::string>>();
            const std::set<std::string> own(sheet.columns.begin(), sheet.columns.end());
            for (const std::string& column : sheet.columns)
                EXPECT_TRUE(known.contains(column)) << sheet.name << ": " << column;
            nlohmann::json declared = form.at("declared");
            if (sheet.name == "devices")
                declared.update(columns.at("dcim.BaseDeviceImportForm").at("declared"));
            for (const auto& [column, how] : declared.items())
                if (how.at("required").get<bool>()) {
                    EXPECT_TRUE(own.contains(column)) << sheet.name << ": " << column;
                    for (const Row& row : sheet.rows)
                        EXPECT_NE(row.at(column), "") << sheet.name << ": " << column;
                }
            for (const auto& [place, list] : choice_lists()) {
                if (place.first != sheet.name)
                    continue;
                const std::set<std::string> words = choices.at(list).get<std::set<std::string>>();
                for (const Row& row : sheet.rows)
                    EXPECT_TRUE(row.at(place.second).empty() || words.contains(row.at(place.second)))
                        << sheet.name << ": " << row.at(place.second);
            }
        }
    for (const auto& [sheet, form] : forms())
        EXPECT_TRUE(seen.contains(sheet)) << "no case has " << sheet;
}

// What is there so far, as NetBox finds it again.
class Known {
  public:
    void expect(const std::string& what, const std::string& key, const std::string& from) const {
        if (!key.empty()) {
            EXPECT_TRUE(rows_.contains({what, key})) << from << " refers to " << what << ' ' << key;
        }
    }
    void add(const std::string& what, const std::string& key) {
        EXPECT_TRUE(rows_.insert({what, key}).second) << what << " twice: " << key;
    }
    bool has(const std::string& what, const std::string& key) const { return rows_.contains({what, key}); }

  private:
    std::set<std::pair<std::string, std::string>> rows_;
};

// Which column refers to which table by its name alone.
void expect_names(const Known& known, const std::string& sheet, const Row& row) {
    static const std::map<std::string, std::string> targets{{"region", "region"},
                                                            {"site", "site"},
                                                            {"location", "location"},
                                                            {"rack", "rack"},
                                                            {"parent", "location"},
                                                            {"role", "role"},
                                                            {"manufacturer", "manufacturer"},
                                                            {"tenant", "tenant"},
                                                            {"device_type", "model"},
                                                            {"vlan_group", "group"},
                                                            {"group", "group"},
                                                            {"device", "device"},
                                                            {"fhrp_group", "fhrp"},
                                                            {"power_panel", "panel"}};
    for (const auto& [column, value] : row)
        if (const auto target = targets.find(column);
            target != targets.end() && !(sheet == "ip-addresses" && column == "role"))
            known.expect(target->second, value, sheet);
}

void expect_parts(const Known& known, const Sheet& sheet, const Row& row) {
    const auto at = [&](const char* column) { return row.contains(column) ? row.at(column) : std::string(); };
    if (sheet.name == "interfaces") {
        known.expect("rd", at("vrf"), sheet.name);
        if (!at("lag").empty())
            known.expect("interface", at("device") + '/' + at("lag"), sheet.name);
        std::istringstream tagged(at("tagged_vlans"));
        std::set<std::string> numbers;
        for (std::string vid; std::getline(tagged, vid, ',');) {
            EXPECT_TRUE(numbers.insert(vid).second);
            known.expect("vlan", at("vlan_group") + '/' + vid, sheet.name);
        }
        if (!at("untagged_vlan").empty())
            known.expect("vlan", at("vlan_group") + '/' + at("untagged_vlan"), sheet.name);
        EXPECT_FALSE(numbers.contains(at("untagged_vlan")));
    } else if (row.contains("vrf")) {
        known.expect("vrf", at("vrf"), sheet.name);
    }
    if (!at("vlan").empty())
        known.expect("vlan", at("vlan_group") + '/' + at("vlan"), sheet.name);
    if (!at("rear_port").empty())
        known.expect("dcim.rearport", at("device") + '/' + at("rear_port"), sheet.name);
    if (!at("interface").empty())
        known.expect("interface", at("device") + '/' + at("interface"), sheet.name);
    for (const std::string side : {"side_a_", "side_b_"})
        if (const std::string type = at((side + "type").c_str()); !type.empty())
            known.expect(type == "dcim.interface" ? "interface" : type,
                         at((side + "device").c_str()) + '/' + at((side + "name").c_str()), sheet.name);
    if (!at("rack").empty())
        known.expect("rack at", at("site") + '/' + at("location") + '/' + at("rack"), sheet.name);
    if (!at("location").empty())
        known.expect("location of", at("site") + '/' + at("location"), sheet.name);
    EXPECT_TRUE(at("position").empty() || !at("rack").empty());
}

void remember(Known& known, const Sheet& sheet, const Row& row, std::set<std::string>& slugs) {
    static const std::map<std::string, std::string> kinds{{"tenants", "tenant"},
                                                          {"regions", "region"},
                                                          {"sites", "site"},
                                                          {"floors", "location"},
                                                          {"spaces", "location"},
                                                          {"racks", "rack"},
                                                          {"manufacturers", "manufacturer"},
                                                          {"device-roles", "role"},
                                                          {"devices", "device"},
                                                          {"vlan-groups", "group"},
                                                          {"vrfs", "vrf"},
                                                          {"fhrp-groups", "fhrp"},
                                                          {"power-panels", "panel"},
                                                          {"power-feeds", "feed"}};
    const auto at = [&](const char* column) { return row.contains(column) ? row.at(column) : std::string(); };
    if (const auto kind = kinds.find(sheet.name); kind != kinds.end()) {
        EXPECT_NE(at("name"), "");
        known.add(kind->second, at("name"));
        if (kind->second == "location")
            known.add("location of", at("site") + '/' + at("name"));
    }
    if (sheet.name == "racks")
        known.add("rack at", at("site") + '/' + at("location") + '/' + at("name"));
    if (sheet.name == "device-types")
        known.add("model", at("model"));
    if (sheet.name == "vlans") {
        known.add("vlan", at("group") + '/' + at("vid"));
        known.add("vlan name", at("group") + '/' + at("name"));
    }
    if (!at("rd").empty())
        known.add("rd", at("rd"));
    if (sheet.name.ends_with("interfaces"))
        known.add("interface", at("device") + '/' + at("name"));
    if (sheet.name == "rear-ports" || sheet.name == "front-ports")
        known.add(sheet.name == "rear-ports" ? "dcim.rearport" : "dcim.frontport", at("device") + '/' + at("name"));
    if (sheet.name == "front-ports")
        known.add("rear position", at("device") + '/' + at("rear_port") + '/' + at("rear_port_position"));
    if (sheet.name == "prefixes")
        known.add("prefix", at("vrf") + '/' + at("prefix"));
    if (sheet.name == "ip-addresses")
        known.add("address", at("vrf") + '/' + at("address").substr(0, at("address").find('/')));
    for (const std::string side : {"side_a_", "side_b_"})
        if (sheet.name == "cables")
            known.add("end of a cable", at((side + "device").c_str()) + '/' + at((side + "type").c_str()) + '/' +
                                            at((side + "name").c_str()));
    if (row.contains("slug")) {
        EXPECT_TRUE(slugs.insert(at("slug")).second) << sheet.name << ' ' << at("slug");
        EXPECT_EQ(at("slug").find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
        EXPECT_FALSE(at("slug").empty());
    }
}

TEST(Netbox, ARowRefersToEarlierRowsAndNamesStandOnce) {
    std::size_t cables = 0;
    std::size_t addresses = 0;
    for (const Design& design : cases()) {
        Known known;
        std::set<std::string> location_slugs;
        for (const Sheet& sheet : sheets_of(design)) {
            EXPECT_FALSE(sheet.rows.empty()) << sheet.name;
            std::set<std::string> own;
            std::set<std::string>& slugs = sheet.name == "floors" || sheet.name == "spaces" ? location_slugs : own;
            for (const Row& row : sheet.rows) { // none refers to one of the same table
                expect_names(known, sheet.name, row);
                expect_parts(known, sheet, row);
            }
            for (const Row& row : sheet.rows)
                remember(known, sheet, row, slugs);
            cables += sheet.name == "cables" ? sheet.rows.size() : 0;
            addresses += sheet.name == "ip-addresses" ? sheet.rows.size() : 0;
        }
        if (::testing::Test::HasFailure())
            return;
    }
    EXPECT_GT(cables, 100u);
    EXPECT_GT(addresses, 100u);
}

TEST(Netbox, ASmallNetworkIsThereWhole) {
    const SmallNetwork network = small_network("Huawei");
    std::map<std::string, Sheet> sheets;
    for (Sheet& sheet : sheets_of(network.design, Language::en))
        sheets[sheet.name] = sheet;
    const auto count = [&](const std::string& sheet, const Row& part) {
        return std::count_if(sheets[sheet].rows.begin(), sheets[sheet].rows.end(), [&](const Row& row) {
            return std::all_of(part.begin(), part.end(),
                               [&](const auto& cell) { return row.at(cell.first) == cell.second; });
        });
    };
    EXPECT_EQ(count("devices", {{"role", "Access switch"}, {"manufacturer", "Huawei"}}), 1);
    EXPECT_EQ(count("interfaces", {{"device", "3F-SW1"}, {"mode", "access"}, {"untagged_vlan", "1000"}}), 1);
    EXPECT_EQ(count("interfaces", {{"device", "3F-SW1"}, {"lag", "LAG up"}, {"tagged_vlans", "1000,1001,3500"}}), 2);
    EXPECT_EQ(count("cables", {{"side_a_device", "3F-SW1"}, {"side_b_device", "CORE1"}}), 2);
    EXPECT_EQ(count("ip-addresses", {{"address", "10.1.0.2/24"}, {"vrf", "OA"}, {"interface", "Vlan1000"}}), 1);
    EXPECT_EQ(count("ip-addresses", {{"address", "10.1.0.1/24"}, {"role", "vrrp"}}), 1);
    EXPECT_EQ(count("ip-addresses", {{"address", "10.9.1.11/24"}, {"device", "3F-SW1"}, {"is_primary", "true"}}), 1);
    for (const auto& [name, sheet] : sheets)
        for (const Row& row : sheet.rows)
            for (const auto& [column, value] : row)
                EXPECT_EQ(value.find("CRIMSON-"), std::string::npos) << name << ' ' << column << ' ' << value;
}

} // namespace
} // namespace riser::test
