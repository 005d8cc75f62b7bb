// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/device_links.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/wires.h"

#include <algorithm>

namespace riser {

namespace {

void add_links(const Wires& wires, PortId port, std::vector<DeviceLink>& links) {
    for (const WireWay& way : wires.from(port)) {
        if (port < way.to)
            links.push_back({port, way.to, way.steps.front().element.cable});
        else
            links.push_back({way.to, port, way.steps.back().element.cable});
    }
}

// Each pair of ports once.
void settle(std::vector<DeviceLink>& links) {
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end(),
                            [](const DeviceLink& x, const DeviceLink& y) { return x.a == y.a && x.b == y.b; }),
                links.end());
}

} // namespace

DeviceLinks DeviceLinks::compute(FactInput& input) {
    DeviceLinks out;
    const Wires wires(input);
    PortId last{};
    for (const CableEnding& ending : input.get<CableEnds>().by_row) // ports lie together
        if (ending.on.kind == Kind::ports && PortId{ending.on.value} != last) {
            last = PortId{ending.on.value};
            if (input.find(last))
                add_links(wires, last, out.links);
        }
    settle(out.links);
    return out;
}

// Asks again from the ports that changed cables come or came to, and from those linked to them.
std::optional<DeviceLinks> DeviceLinks::update(const DeviceLinks& previous, const ChangeSet& changes,
                                               FactInput& input) {
    if (!changes.of(Kind::ports).empty())
        return compute(input);
    const std::optional<std::set<PortId>> ports = ports_wired_anew(input, changes, WiresOf::all);
    if (!ports)
        return compute(input);
    if (ports->empty())
        return std::nullopt;
    DeviceLinks out;
    const Wires wires(input);
    std::set<PortId> asked = *ports;
    for (const DeviceLink& link : previous.links)
        if (ports->contains(link.a) || ports->contains(link.b))
            asked.insert({link.a, link.b});
        else
            out.links.push_back(link);
    for (const PortId port : asked)
        if (input.find(port))
            add_links(wires, port, out.links);
    settle(out.links);
    return out.links == previous.links ? std::nullopt : std::optional(std::move(out));
}

} // namespace riser
