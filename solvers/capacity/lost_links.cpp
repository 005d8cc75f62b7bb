// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/lost_links.h"

#include <algorithm>
#include <map>

namespace riser {

LostLinkFinder::LostLinkFinder(const LinkMap& map, const FailureModel& model) : model_(model), outages_(model) {
    std::map<std::pair<PortId, PortId>, std::uint32_t> wires, plugs;
    std::map<AnyId, std::vector<std::uint32_t>> handoffs;
    std::map<EquipmentId, std::vector<std::uint32_t>> points;
    for (std::uint32_t w = 0; w < map.wires.size(); ++w)
        wires[{map.wires[w].a, map.wires[w].b}] = w;
    for (std::uint32_t p = 0; p < map.plugs.size(); ++p) {
        const LoadPlug& plug = map.plugs[p];
        if (plug.station.kind == Kind::ports)
            plugs[std::minmax(plug.port, PortId{plug.station.value})] = p;
        else if (plug.station.kind == Kind::provider_handoffs)
            handoffs[plug.station].push_back(p);
        else
            points[plug.device].push_back(p);
    }
    for (const auto& link : model.links) {
        const auto wire = wires.find({link.a, link.b});
        const auto plug = plugs.find({link.a, link.b});
        wire_of_.push_back(wire == wires.end() ? nothing : wire->second);
        plug_of_.push_back(plug == plugs.end() ? nothing : plug->second);
    }
    for (const auto& handoff : model.handoffs)
        plugs_of_handoff_.push_back(handoffs[handoff.id]);
    for (const auto& device : model.devices)
        points_of_.push_back(points[device.id]);
}

LostLinks LostLinkFinder::of(std::span<const ElementIndex> lost) {
    const Down& down = outages_.of(lost);
    LostLinks out;
    for (const std::uint32_t link : down.links) {
        if (wire_of_[link] != nothing)
            out.wires.push_back(wire_of_[link]);
        if (plug_of_[link] != nothing)
            out.plugs.push_back(plug_of_[link]);
    }
    for (const std::uint32_t handoff : down.handoffs)
        out.plugs.insert(out.plugs.end(), plugs_of_handoff_[handoff].begin(), plugs_of_handoff_[handoff].end());
    for (const std::uint32_t device : down.devices)
        out.plugs.insert(out.plugs.end(), points_of_[device].begin(), points_of_[device].end());
    for (std::vector<std::uint32_t>* list : {&out.wires, &out.plugs}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return out;
}

} // namespace riser
