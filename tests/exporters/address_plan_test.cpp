// SPDX-License-Identifier: GPL-3.0-or-later
// The VLAN and address plan as people read it.
#include "exporters/tables/schedules.h"
#include "model/design.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Network {
    Design design;
    IdSource ids{5};
    PlaneId plane;
    ZoneId zone;

    template<class Row> Id<Row> add(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    Network() {
        Plane row;
        row.code = "W";
        row.name = {"外网", "Extranet"};
        plane = add(std::move(row));
        Zone of;
        of.code = "W-D";
        of.name = {"党委办公域", "Party offices"};
        of.plane = plane;
        zone = add(std::move(of));
    }
    VlanId vlan(int number) {
        Vlan row;
        row.number = VlanNumber::from(number);
        row.name = "W-D";
        row.plane = plane;
        row.zone = zone;
        row.block = "CS01";
        return add(std::move(row));
    }
    void host(int n) {
        Equipment row;
        row.plane = plane;
        row.label = "H" + std::to_string(n);
        row.address = IpAddress::parse("10.0.0." + std::to_string(n));
        add(std::move(row));
    }
};

std::string cell(const TableDocument& table, std::size_t row, std::string_view column) {
    const std::size_t at = table.column(column);
    return shown(table.groups.at(0).rows.at(row).cells.at(at), table.columns[at], table.groups[0].rows[row],
                 Language::en);
}

// A pair of gateways with a shared address in a /27: 30 - 3 addresses for hosts.
TEST(AddressPlan, SaysHowFullEachPrefixIs) {
    Network n;
    const VlanId vlan = n.vlan(1'000);
    n.vlan(999);
    Prefix prefix;
    prefix.prefix = IpPrefix::parse("10.0.0.0/27");
    prefix.vlan = vlan;
    DhcpScope scope;
    scope.prefix = n.add(std::move(prefix));
    scope.first = IpAddress::parse("10.0.0.4");
    scope.last = IpAddress::parse("10.0.0.30");
    n.add(std::move(scope));
    for (const char* own : {"10.0.0.2", "10.0.0.3"}) {
        Gateway row;
        row.vlan = vlan;
        row.address = IpAddress::parse(own);
        row.shared = IpAddress::parse("10.0.0.1");
        n.add(std::move(row));
    }
    for (int host = 10; host < 19; ++host)
        n.host(host);
    const TableDocument table = address_plan(Facts(n.design));
    ASSERT_EQ(table.groups.size(), 1U);
    ASSERT_EQ(table.row_count(), 2U);
    for (const TableRow& row : table.groups[0].rows)
        EXPECT_EQ(row.cells.size(), table.columns.size());
    EXPECT_EQ(cell(table, 0, "vlan"), "999");
    EXPECT_EQ(cell(table, 0, "prefix"), "none");
    EXPECT_EQ(cell(table, 1, "vlan"), "1000");
    EXPECT_EQ(cell(table, 1, "zone"), "W-D Party offices");
    EXPECT_EQ(cell(table, 1, "prefix"), "10.0.0.0/27");
    EXPECT_EQ(cell(table, 1, "gateway"), "10.0.0.1");
    EXPECT_EQ(cell(table, 1, "hosts"), "9");
    EXPECT_EQ(cell(table, 1, "room"), "27");
    EXPECT_EQ(cell(table, 1, "used"), "33");
    EXPECT_EQ(cell(table, 1, "headroom"), "18");
    EXPECT_EQ(cell(table, 1, "dhcp"), "10.0.0.4 - 10.0.0.30");
}

} // namespace
} // namespace riser
