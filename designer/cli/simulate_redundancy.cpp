// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/device_fix_tables.h"
#include "exporters/tables/redundancy_table.h"
#include "exporters/tables/uplink_fix_table.h"

namespace riser {

SimulationPart redundancy_part() {
    return {"redundancy",
            {"冗余与多路由", "Redundancy and ways apart"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                return std::vector{redundancy_table(request.facts), device_chain_table(request.facts)};
            }};
}

SimulationPart fixes_part() {
    return {"fixes",
            {"单点的最省消除办法", "Cheapest fixes of single points"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                return std::vector{uplink_fix_table(request.facts, request.run),
                                   host_fix_table(request.facts, request.run), cord_fix_table(request.facts)};
            }};
}

} // namespace riser
