// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a configuration back: VLANs, VRFs, ports, LAGs, interfaces, routes and filters, in the dialect given. What is
// not of these is passed over. `told` puts those facts of a configuration into one text, for comparing.
#pragma once

#include "exporters/configs/device_configs.h"

namespace riser::test {

DeviceConfig read_config(std::string_view text, Dialect dialect);

// A line a fact, in a fixed order; without names that the dialect cannot say.
std::string told(const DeviceConfig& config, Dialect dialect);

} // namespace riser::test
