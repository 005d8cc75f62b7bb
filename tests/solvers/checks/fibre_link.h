// SPDX-License-Identifier: GPL-3.0-or-later
// A fibre link beside the office's: two switches, each by a duplex cord to a frame, and a trunk cable between the
// frames. Tests lengthen, splice and spoil it.
#pragma once

#include "model/equipment.h"
#include "tests/solvers/checks/office.h"

namespace riser::test {

struct FibreLink {
    explicit FibreLink(Office& on, Category fibre = Category::os2, int trunk_metres = 100,
                       std::int64_t rate = 10'000'000'000);

    PortId add_port(EquipmentId device, std::int64_t rate);
    CableId add_fibre(CableTypeId type, CableRole role, Millimetres length);
    // Elements 1 and 2 of a cable's end on two positions of a panel, or on a port.
    void end(CableId cable, CableEnd end, AnyId on, std::int32_t position = 1);
    void set_trunk(Millimetres length);
    // The trunk ends in a closure midway; a second cable of that length goes on to the far frame.
    void splice(Millimetres further);
    // Another frame behind the trunk and a cable on from it: a mated pair and two ends of laid cables more.
    void interconnect(Millimetres further);
    // The port's transceiver, as a card whose type bills "transceiver:PMD".
    void plug(PortId port, const std::string& pmd);

    Office& office;
    CableTypeId trunk_type;
    CableTypeId cord_type;
    EquipmentId left;
    EquipmentId right;
    PortId a;
    PortId b;
    PanelId near_frame;
    PanelId far_frame;
    CableId trunk;
    CableId left_cord;
    CableId right_cord;
};

} // namespace riser::test
