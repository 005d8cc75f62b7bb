// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/placeholder_table.h"

#include "exporters/configs/safe_names.h"

#include <map>

namespace riser {

TableDocument placeholder_table(const std::vector<DeviceConfig>& configs) {
    TableDocument table;
    table.name = "placeholders";
    table.sheet = {"待填项", "To fill in"};
    table.title = {"设备配置中的待填项", "What is to be filled in before configurations are loaded"};
    table.columns = {{.key = "placeholder", .title = {"待填项", "Placeholder"}},
                     {.key = "meaning", .title = {"含义", "Meaning"}},
                     {.key = "device", .title = {"设备", "Device"}},
                     {.key = "file", .title = {"文件", "File"}}};
    std::map<std::string, std::vector<std::pair<const Placeholder*, const DeviceConfig*>>> by_name;
    for (const DeviceConfig& config : configs)
        for (const Placeholder& placeholder : config.placeholders)
            by_name[placeholder.name].emplace_back(&placeholder, &config);
    table.groups.emplace_back();
    for (const auto& [name, uses] : by_name)
        for (const auto& [placeholder, config] : uses)
            table.groups.front().rows.push_back(
                RowBuilder(config->device)
                    .text(name)
                    .text(placeholder->meaning)
                    .text(one_line(config->label))
                    .text(std::string(key_of(config->dialect)) + '/' + config->hostname + ".cfg")
                    .done());
    return table;
}

} // namespace riser
