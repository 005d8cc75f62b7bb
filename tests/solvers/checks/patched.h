// SPDX-License-Identifier: GPL-3.0-or-later
// The office's jack patched to a switch port of a speed, and devices on it.
#pragma once

#include "model/equipment.h"
#include "tests/solvers/checks/office.h"

namespace riser::test {

struct Patched {
    explicit Patched(Office& office, BitRate rate) {
        cord_type = office.add([] {
            CableType row;
            row.code = "cord";
            return row;
        }());
        port = add_port(office, rate);
        cord = office.add_cord(office.panel, 1, metres(2));
        office.change(cord, [&](Cable& row) { row.type = cord_type; });
        office.terminate(cord, CableEnd::b, port);
    }
    // A device on a work-area cord, with a port of that speed.
    PortId device(Office& office, BitRate rate) const {
        const PortId out = add_port(office, rate);
        const CableId own = office.add_cord(office.jack, 1, metres(3));
        office.terminate(own, CableEnd::b, out);
        return out;
    }
    static PortId add_port(Office& office, BitRate rate) {
        Equipment device;
        device.label = "SW-" + std::to_string(office.design.equipment.size() + 1);
        device.space = office.space;
        Port row;
        row.equipment = office.add(std::move(device));
        row.name = "GE1";
        row.rate = rate;
        return office.add(std::move(row));
    }

    CableTypeId cord_type;
    PortId port;
    CableId cord;
};

} // namespace riser::test
