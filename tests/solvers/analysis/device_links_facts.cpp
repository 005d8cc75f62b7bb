// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/device_links.h"

#include "tests/support/networks.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::NetworkCase;

struct Two : NetworkCase {
    EquipmentId left = device(EquipmentRole::core_switch, "L", {}, {});
    EquipmentId right = device(EquipmentRole::access_switch, "R", {}, {});
    PortId a = port(left);
    PortId b = port(right);
    std::vector<DeviceLink> links() const { return Facts(design).get<DeviceLinks>().links; }
};

TEST(DeviceLinks, ACordJoinsTwoPorts) {
    Two two;
    const CableId cable = two.join(two.b, two.a);
    EXPECT_EQ(two.links(), (std::vector<DeviceLink>{{two.a, two.b, cable}}));
}

TEST(DeviceLinks, ThroughPanelsAndABackboneByPosition) {
    Two two;
    const PanelId near = two.panel();
    const PanelId far = two.panel();
    const CableId backbone = two.cable(two.fibre(12));
    two.ends(backbone, CableEnd::a, near, 97, 1, 12);
    two.ends(backbone, CableEnd::b, far, 1, 1, 12);
    two.join(two.a, near, 1, 99);
    two.join(far, two.b, 3, 1); // 99 is the third core
    EXPECT_EQ(two.links().size(), 1U);
    const PortId c = two.port(two.right);
    two.join(far, c, 5, 1); // a core that nothing lights at the other end
    EXPECT_EQ(two.links().size(), 1U);
}

TEST(DeviceLinks, PairsSitOnOnePosition) {
    Two two;
    const PanelId panel = two.panel();
    two.join(two.a, panel, 1, 17);
    two.join(panel, two.b, 18, 1);
    EXPECT_TRUE(two.links().empty());
    two.join(panel, two.b, 17, 1);
    EXPECT_EQ(two.links().size(), 1U);
}

TEST(DeviceLinks, ThroughAJackAndASplice) {
    Two two;
    Jack jack;
    jack.id = {two.next++};
    two.design.jacks.put(jack);
    two.join(two.a, jack.id);
    const CableTypeId type = two.fibre(4);
    const CableId first = two.cable(type);
    const CableId second = two.cable(type);
    two.ends(first, CableEnd::a, jack.id, 1, 2, 2);
    two.ends(second, CableEnd::a, two.b, 1, 3, 3);
    EXPECT_TRUE(two.links().empty());
    Splice splice;
    splice.id = {two.next++};
    splice.cable_a = first;
    splice.element_a = 2;
    splice.cable_b = second;
    splice.element_b = 3;
    two.design.splices.put(splice);
    EXPECT_EQ(two.links().size(), 1U);
}

TEST(DeviceLinks, WhatIsRemovedJoinsNothingAndLoopsEnd) {
    Two two;
    const PanelId panel = two.panel();
    two.join(panel, panel, 1, 2);
    two.join(panel, panel, 2, 1);
    two.join(two.a, panel, 1, 1);
    EXPECT_TRUE(two.links().empty());
    Cable cable = *two.design.find(two.join(panel, two.b, 2, 1));
    EXPECT_EQ(two.links().size(), 1U);
    cable.status = Status::remove;
    two.design.cables.put(cable);
    EXPECT_TRUE(two.links().empty());
}

} // namespace
} // namespace riser
