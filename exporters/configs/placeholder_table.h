// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has to fill in before configurations are loaded: each placeholder, what it means, on which devices.
#pragma once

#include "exporters/configs/device_configs.h"
#include "exporters/tables/table.h"

namespace riser {

// By placeholder, then device.
TableDocument placeholder_table(const std::vector<DeviceConfig>& configs);

} // namespace riser
