// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/redundancy_table.h"
#include "solvers/failure/device_chains.h"

#include <algorithm>

namespace riser {

namespace {

TableRow table_row(const Design& design, const DeviceChain& chain) {
    RowBuilder row(chain.device);
    row.text(name_of(design, chain.device)).text(plane_name(design, chain.plane));
    chain.space ? row.text(name_of(design, *chain.space)) : row.empty();
    row.number(chain.points);
    if (!chain.joined)
        return row.empty().empty().text(Text{"没有连通", "not joined"}).tone(RowTone::attention).done();
    Text devices;
    for (const AnyId device : chain.devices) {
        const Text name = name_of(design, device);
        devices.zh += (devices.zh.empty() ? "" : " → ") + name.zh;
        devices.en += (devices.en.empty() ? "" : " → ") + name.en;
    }
    return row.number(static_cast<std::int64_t>(chain.devices.size())).text(devices).empty().done();
}

} // namespace

TableDocument device_chain_table(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "device-chains";
    table.sheet = {"必经设备表", "Devices on every way"};
    table.title = {"信息点至核心必经设备表", "Devices on every way from points to the core"};
    table.columns = {text_column("device", {"接入交换机", "Switch of the points"}),
                     text_column("plane", {"网络", "Network"}),
                     text_column("space", {"电信间", "Telecom room"}),
                     count_column("points", {"信息点", "Points"}),
                     count_column("count", {"必经设备数", "Devices"}, TotalKind::none),
                     text_column("devices", {"必经设备（自信息点起）", "Devices on every way, from the points on"}, 60),
                     text_column("remark", {"说明", "Remark"}, 14)};
    table.frozen_columns = 1;
    std::vector<DeviceChain> chains = device_chains(facts);
    std::ranges::stable_sort(chains, [&](const DeviceChain& a, const DeviceChain& b) {
        return natural_less(name_of(design, a.device).en, name_of(design, b.device).en);
    });
    TableGroup& group = table.groups.emplace_back();
    for (const DeviceChain& chain : chains)
        group.rows.push_back(table_row(design, chain));
    table.notes = {
        {"所列设备停一台，该行信息点经任何缆线都到不了本网络的核心；核心只有一台时列在最后。堆叠按一台计。",
         "Without any one of these devices no cable leads the points of the row to the core of their network; "
         "the core stands last where it is one device. A stack is one device."}};
    return table;
}

} // namespace riser
