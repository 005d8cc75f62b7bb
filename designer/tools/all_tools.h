// SPDX-License-Identifier: GPL-3.0-or-later
// The tools by name, in the order of the tool bar. To add one: its file, and a line here.
#pragma once

#include "designer/tools/tool.h"

#include <memory>
#include <span>
#include <string_view>

namespace riser {

struct ToolEntry {
    std::string_view name; // "select"
    Text title;
    std::string_view key; // "V"
    std::unique_ptr<Tool> (*make)();
};
std::span<const ToolEntry> all_tools();

// Null when there is none of that name.
std::unique_ptr<Tool> make_tool(std::string_view name);

} // namespace riser
