// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/all_tools.h"

#include "designer/tools/measure_tool.h"
#include "designer/tools/select_tool.h"

#include <array>

namespace riser {

std::span<const ToolEntry> all_tools() {
    static const std::array<ToolEntry, 2> tools{{
        {"select", {"选择", "Select"}, "V", []() -> std::unique_ptr<Tool> { return std::make_unique<SelectTool>(); }},
        {"measure",
         {"测量", "Measure"},
         "M",
         []() -> std::unique_ptr<Tool> { return std::make_unique<MeasureTool>(); }},
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
