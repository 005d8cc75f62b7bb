// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/device_links.h"

#include "solvers/analysis/wires.h"

#include <algorithm>

namespace riser {

DeviceLinks DeviceLinks::compute(FactInput& input) {
    DeviceLinks out;
    const Wires wires(input);
    for (const Port& port : input.table<Port>())
        for (const WireWay& way : wires.from(port.id)) {
            const CableId by = way.steps.front().element.cable;
            out.links.push_back(port.id < way.to ? DeviceLink{port.id, way.to, by} : DeviceLink{way.to, port.id, by});
        }
    std::sort(out.links.begin(), out.links.end());
    out.links.erase(std::unique(out.links.begin(), out.links.end(),
                                [](const DeviceLink& x, const DeviceLink& y) { return x.a == y.a && x.b == y.b; }),
                    out.links.end());
    return out;
}

} // namespace riser
