// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/network_rows.h"

#include "model/brief.h"
#include "model/logical.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/analysis/wires.h"

#include <algorithm>
#include <iterator>
#include <set>

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

// Of each pair of ports the way with the least cables in order, once.
void settle(std::vector<CabledLink>& links) {
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end(),
                            [](const CabledLink& x, const CabledLink& y) { return x.a == y.a && x.b == y.b; }),
                links.end());
}

void add_links(const Wires& wires, PortId port, std::vector<CabledLink>& links) {
    for (const WireWay& way : wires.from(port))
        if (port < way.to)
            links.push_back({port, way.to, cables_of(way)});
}

class JackCables {
  public:
    explicit JackCables(FactInput& input)
        : input_(input), links_(input.get<JackLinks>().jacks), ends_(input.get<CableEnds>()) {}

    void add(const PatchedJack& patched, std::vector<CabledJack>& out) const {
        const Jack* row = input_.find(patched.jack);
        const Plane* plane = row ? input_.find(row->plane) : nullptr;
        if (plane && plane->disclosure == Disclosure::secret)
            return;
        const JackLink* link = links_.find(patched.jack);
        CabledJack jack{patched.jack, patched.port, link ? link->cables : std::vector<CableId>{}};
        if (link && link->far != AnyId(patched.port))
            add_cords(ends_, *link, patched.port, jack.cables);
        out.push_back(std::move(jack));
    }

  private:
    FactInput& input_;
    const Table<JackLink>& links_;
    const CableEnds& ends_;
};

// Jacks that are other rows, linked or patched otherwise than before, or on one of the ports.
std::set<JackId> jacks_touched(FactInput& input, const ChangeSet& changes, const std::set<PortId>& ports) {
    std::set<JackId> out;
    const TableChanges& rows = changes.of(Kind::jacks);
    for (const auto* list : {&rows.added, &rows.changed, &rows.removed})
        for (const std::uint64_t id : *list)
            out.insert(JackId{id});
    Table<JackLink>::diff(input.before_fact<JackLinks>().jacks, input.get<JackLinks>().jacks,
                          [&](const JackLink* a, const JackLink* b) {
                              out.insert((a ? a : b)->id);
                              return true;
                          });
    const std::vector<PatchedJack>& before = input.before_fact<PatchedJacks>().jacks;
    const std::vector<PatchedJack>& after = input.get<PatchedJacks>().jacks;
    std::vector<PatchedJack> differ;
    if (&before != &after)
        std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                      std::back_inserter(differ));
    for (const PatchedJack& jack : differ)
        out.insert(jack.jack);
    if (!ports.empty())
        for (const PatchedJack& jack : after)
            if (ports.contains(jack.port))
                out.insert(jack.jack);
    return out;
}

std::vector<EquipmentId> devices_with_anything(const Design& design) {
    std::vector<EquipmentId> out;
    const auto add = [&](const auto& device) {
        if (device)
            out.push_back(*device);
    };
    for (const Port& port : design.ports)
        if (out.empty() || out.back() != port.equipment)
            out.push_back(port.equipment);
    for (const Gateway& row : design.gateways)
        add(row.equipment);
    for (const Acl& row : design.acls)
        add(row.equipment);
    for (const Nat& row : design.nats)
        add(row.equipment);
    for (const Route& row : design.routes)
        add(row.equipment);
    for (const Stack& row : design.stacks)
        out.insert(out.end(), row.members.begin(), row.members.end());
    for (const Policy& row : design.policies)
        out.insert(out.end(), row.enforced_by.begin(), row.enforced_by.end());
    for (const Service& row : design.services)
        out.insert(out.end(), row.hosts.begin(), row.hosts.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// What a device is called and where it stands decides nothing, nor does one of which nothing stands in the network.
void keep_of_devices_what_forwards(Design& design) {
    const std::vector<EquipmentId> kept = devices_with_anything(design);
    Table<Equipment> out;
    for (const Equipment& device : design.equipment) {
        if (!std::binary_search(kept.begin(), kept.end(), device.id))
            continue;
        Equipment row;
        row.id = device.id;
        row.type = device.type;
        row.plane = device.plane;
        row.zone = device.zone;
        row.address = device.address;
        row.status = device.status;
        out.put(std::move(row));
    }
    design.equipment = std::move(out);
}

} // namespace

CabledLinks CabledLinks::compute(FactInput& input) {
    Rows out;
    const Wires wires(input);
    for (const Port& port : input.table<Port>())
        add_links(wires, port.id, out.links);
    settle(out.links);
    const JackCables jacks(input);
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks)
        jacks.add(patched, out.jacks);
    std::sort(out.jacks.begin(), out.jacks.end());
    return {std::make_shared<const Rows>(std::move(out))};
}

// Traces again from the ports that changed cables come or came to, and the jacks about them.
std::optional<CabledLinks> CabledLinks::update(const CabledLinks& previous, const ChangeSet& changes,
                                               FactInput& input) {
    if (!changes.of(Kind::ports).empty() || !changes.of(Kind::planes).empty())
        return compute(input);
    const std::optional<std::set<PortId>> ports = ports_wired_anew(input, changes, WiresOf::all);
    if (!ports)
        return compute(input);
    const std::set<JackId> jacks = jacks_touched(input, changes, *ports);
    if (ports->empty() && jacks.empty())
        return std::nullopt;
    Rows out;
    std::set<PortId> asked = *ports;
    for (const CabledLink& link : previous.links())
        if (ports->contains(link.b))
            asked.insert(link.a);
    for (const CabledLink& link : previous.links())
        if (!asked.contains(link.a))
            out.links.push_back(link);
    const Wires wires(input);
    for (const PortId port : asked)
        if (input.find(port))
            add_links(wires, port, out.links);
    settle(out.links);
    for (const CabledJack& jack : previous.jacks())
        if (!jacks.contains(jack.jack))
            out.jacks.push_back(jack);
    const JackCables cables(input);
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks)
        if (jacks.contains(patched.jack))
            cables.add(patched, out.jacks);
    std::sort(out.jacks.begin(), out.jacks.end());
    if (out == *previous.rows)
        return std::nullopt;
    return CabledLinks{std::make_shared<const Rows>(std::move(out))};
}

NetworkRows NetworkRows::compute(FactInput& input) {
    NetworkRows out{input.only<Equipment, EquipmentType, Card, Port, Lag, Stack, ProviderHandoff, Plane, Zone, Vlan,
                               Gateway, Prefix, Route, Acl, Nat, Policy, Service, Ssid, RequirementClass>(),
                    input.get<CabledLinks>()};
    keep_of_devices_what_forwards(out.design);
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
