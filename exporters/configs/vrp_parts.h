// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a VRP configuration that stand in a source of their own, and the words of a filter's rule, which Comware
// shares.
#pragma once

#include "exporters/configs/dialect_writers.h"

namespace riser::detail {

// "permit tcp source … destination … destination-port eq 443".
std::string rule_words(const FilterRule& rule, bool v6, std::string (*end)(const IpPrefix&, bool));

void write_vrp_scopes(const DeviceConfig& config, ConfigText& text);
void write_vrp_admission(const DeviceConfig& config, ConfigText& text);
void write_vrp_firewall(const DeviceConfig& config, ConfigText& text);
void write_vrp_management(const DeviceConfig& config, ConfigText& text);

} // namespace riser::detail
