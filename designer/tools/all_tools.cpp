// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/all_tools.h"

#include "designer/tools/annotation_tool.h"
#include "designer/tools/area_tools.h"
#include "designer/tools/array_tool.h"
#include "designer/tools/calibrate_tool.h"
#include "designer/tools/line_tools.h"
#include "designer/tools/measure_tool.h"
#include "designer/tools/opening_tool.h"
#include "designer/tools/outlet_tool.h"
#include "designer/tools/rack_tools.h"
#include "designer/tools/select_tool.h"

#include <array>

namespace riser {

namespace {

template<class Made> std::unique_ptr<Tool> make() { return std::make_unique<Made>(); }
template<OutletTask task> std::unique_ptr<Tool> make_outlets() { return std::make_unique<OutletTool>(task); }

} // namespace

std::span<const ToolEntry> all_tools() {
    static const std::array<ToolEntry, 16> tools{{
        {"select", {"选择", "Select"}, "V", make<SelectTool>},
        {"room", {"房间", "Room"}, "R", make<RoomTool>},
        {"wall", {"墙", "Wall"}, "W", make<WallTool>},
        {"door", {"门窗", "Door or window"}, "E", make<OpeningTool>},
        {"pathway", {"路径", "Pathway"}, "P", make<PathwayTool>},
        {"outlet", {"信息点", "Outlet"}, "O", make_outlets<OutletTask::points>},
        {"rack", {"机柜", "Rack"}, "K", make<RackTool>},
        {"device", {"设备", "Device"}, "D", make<DeviceTool>},
        {"camera", {"摄像机", "Camera"}, "C", make_outlets<OutletTask::cameras>},
        {"ap", {"无线 AP", "Access point"}, "A", make_outlets<OutletTask::access_points>},
        {"fire", {"防火分区", "Fire compartment"}, "F", make<FireTool>},
        {"restricted", {"限制区", "Restricted area"}, "X", make<RestrictedTool>},
        {"annotation", {"注释", "Note"}, "T", make<AnnotationTool>},
        {"array", {"阵列", "Copies in a row"}, "Y", make<ArrayTool>},
        {"measure", {"测量", "Measure"}, "M", make<MeasureTool>},
        {"calibrate", {"校准", "Calibrate"}, "B", make<CalibrateTool>},
    }};
    return tools;
}

std::unique_ptr<Tool> make_tool(std::string_view name) {
    for (const ToolEntry& entry : all_tools())
        if (entry.name == name)
            return entry.make();
    return nullptr;
}

} // namespace riser
