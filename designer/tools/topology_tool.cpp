// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/topology_tool.h"

#include <algorithm>

namespace riser {

namespace {

constexpr double reach = 3; // pixels around the pointer

AnyId hit_at(const CanvasView& view, QPointF screen) {
    if (!view.picture())
        return {};
    const std::vector<Hit> hits =
        view.picture()->at(view.view().to_drawing(screen), view.millimetres(reach), view.hidden());
    // What the pointer is on, down to the devices; only then what is near it, so that thin lines can be met.
    for (const Hit& hit : hits)
        if (hit.distance == 0 && hit.layer >= DrawingLayer::equipment)
            return hit.id;
    return hits.empty() ? AnyId() : hits.front().id;
}

// The devices that the box at the pointer stands for, when they are several.
std::vector<AnyId> several_at(const CanvasView& view, QPointF screen) {
    const PaperPoint at = view.view().to_drawing(screen);
    if (const Topology* topology = view.topology())
        for (const TopologyFrame& frame : topology->frames)
            if (frame.devices.size() > 1 && frame.box.contains(at))
                return {frame.devices.begin(), frame.devices.end()};
    return {};
}

} // namespace

void TopologyTool::press(CanvasView& view, const Pointer& pointer) {
    const AnyId hit = hit_at(view, pointer.screen);
    std::vector<AnyId> chosen = several_at(view, pointer.screen);
    // The box bears its first device; a mark bears its own.
    if (chosen.empty() || hit != chosen.front())
        chosen.assign(hit.value != 0 ? 1 : 0, hit);
    if (pointer.keys.testFlag(Qt::ShiftModifier))
        for (const AnyId id : chosen)
            view.selection().toggle(id);
    else if (chosen.empty())
        view.selection().clear();
    else
        view.selection().set(chosen);
}

void TopologyTool::move(CanvasView& view, const Pointer& pointer) {
    view.selection().hover(hit_at(view, pointer.screen));
}

void TopologyTool::release(CanvasView&, const Pointer&) {}

void TopologyTool::double_click(CanvasView& view, const Pointer& pointer) {
    const Topology* topology = view.topology();
    const PaperPoint at = view.view().to_drawing(pointer.screen);
    if (topology)
        for (const TopologyFrame& frame : topology->frames)
            if (!frame.opens.empty() && frame.box.contains(at)) {
                view.open(std::vector<AnyId>(frame.opens)); // the frames are made anew by it
                return;
            }
    const AnyId hit = hit_at(view, pointer.screen);
    if (topology && std::find(topology->withheld.begin(), topology->withheld.end(), hit) != topology->withheld.end())
        view.open({hit});
}

bool TopologyTool::cancel(CanvasView& view) {
    if (view.close_opened())
        return true;
    const bool had = !view.selection().empty();
    view.selection().clear();
    return had;
}

Text TopologyTool::hint() const {
    return {
        "拓扑：单击选取（安全域、VLAN 会突出所属），双击展开合并的设备或涉密网络，Esc 收起，中键拖动平移",
        "Topology: click selects (a zone or VLAN lights what belongs to it), double click opens collapsed devices or a "
        "secret network, Esc closes them, the middle button pans"};
}

} // namespace riser
