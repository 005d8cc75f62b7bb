// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a Comware configuration that stand in a source of their own.
#pragma once

#include "exporters/configs/dialect_writers.h"

namespace riser::detail {

void write_comware_scopes(const DeviceConfig& config, ConfigText& text);
void write_comware_admission(const DeviceConfig& config, ConfigText& text);
void write_comware_nat_pools(const DeviceConfig& config, ConfigText& text);
// At the interface towards the provider: a port, or a VLAN's.
void write_comware_nat(const DeviceConfig& config, const std::optional<InterfaceName>& port,
                       const std::optional<VlanNumber>& vlan, ConfigText& text);
void write_comware_firewall(const DeviceConfig& config, ConfigText& text);
void write_comware_management(const DeviceConfig& config, ConfigText& text);

} // namespace riser::detail
