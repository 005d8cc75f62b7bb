// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/network_rows.h"

#include "model/logical.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/analysis/wires.h"

#include <algorithm>

namespace riser {

namespace {

std::vector<CableId> cables_of(const WireWay& way) {
    std::vector<CableId> out;
    for (const WireStep& step : way.steps)
        if (std::find(out.begin(), out.end(), step.element.cable) == out.end())
            out.push_back(step.element.cable);
    return out;
}

// The cords that end on both the port and where the jack's permanent link ends.
void add_cords(const CableEnds& ends, const JackLink& link, PortId port, std::vector<CableId>& cables) {
    for (const CableEnding& ending : ends.on(port))
        for (const CableEnd end : {CableEnd::a, CableEnd::b})
            if (const CableEnding* other = ends.first(ending.cable, end);
                other && other->on == link.far && other->position == link.far_position)
                cables.push_back(ending.cable);
}

} // namespace

CabledLinks CabledLinks::compute(FactInput& input) {
    Rows out;
    const Wires wires(input);
    for (const Port& port : input.table<Port>())
        for (const WireWay& way : wires.from(port.id))
            if (port.id < way.to)
                out.links.push_back({port.id, way.to, cables_of(way)});
    std::sort(out.links.begin(), out.links.end());
    out.links.erase(std::unique(out.links.begin(), out.links.end(),
                                [](const CabledLink& x, const CabledLink& y) { return x.a == y.a && x.b == y.b; }),
                    out.links.end());
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    const CableEnds& ends = input.get<CableEnds>();
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks) {
        const Jack* row = input.find(patched.jack);
        const Plane* plane = row ? input.find(row->plane) : nullptr;
        if (plane && plane->disclosure == Disclosure::secret)
            continue;
        const JackLink* link = links.find(patched.jack);
        CabledJack jack{patched.jack, patched.port, link ? link->cables : std::vector<CableId>{}};
        if (link && link->far != AnyId(patched.port))
            add_cords(ends, *link, patched.port, jack.cables);
        out.jacks.push_back(std::move(jack));
    }
    std::sort(out.jacks.begin(), out.jacks.end());
    return {std::make_shared<const Rows>(std::move(out))};
}

NetworkRows NetworkRows::compute(FactInput& input) {
    NetworkRows out{input.only<Equipment, EquipmentType, Card, Port, Lag, Stack, ProviderHandoff, Plane, Zone, Vlan,
                               Gateway, Prefix, Route, Acl, Nat, Policy, Service, Ssid>(),
                    input.get<CabledLinks>()};
    out.desks = input.get<ZoneBodies>();
    for (const CabledJack& cabled : out.cabled.jacks()) {
        const Jack* row = input.find(cabled.jack);
        const PointKind* kind = row ? input.find(row->kind) : nullptr;
        if (kind && kind->wireless && row->plane)
            out.access_points.push_back({row->id, *row->plane});
    }
    return out;
}

NetworkShape NetworkShape::compute(FactInput& input) {
    NetworkShape out{input.get<NetworkRows>()};
    for (Acl acl : input.get<NetworkRows>().design.acls) {
        acl.rules.clear();
        out.rows.design.acls.put(std::move(acl));
    }
    return out;
}

} // namespace riser
