// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of an IOS configuration that stand in a source of their own.
#pragma once

#include "exporters/configs/dialect_writers.h"

namespace riser::detail {

void write_ios_scopes(const DeviceConfig& config, ConfigText& text);
void write_ios_admission(const DeviceConfig& config, ConfigText& text);
void write_ios_zones(const DeviceConfig& config, ConfigText& text);
void write_ios_nat(const DeviceConfig& config, ConfigText& text);
void write_ios_management(const DeviceConfig& config, ConfigText& text);

} // namespace riser::detail
