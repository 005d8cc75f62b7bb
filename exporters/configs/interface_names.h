// SPDX-License-Identifier: GPL-3.0-or-later
// How ports are called: "GE1/0/17", "Ten-GigabitEthernet1/0/1" and the like say a speed and numbers, and each dialect
// has its own word for the speed.
#pragma once

#include "exporters/configs/device_config.h"

#include <string_view>

namespace riser {

// Any maker's word followed by numbers with '/' between; nothing of other texts.
std::optional<InterfaceName> interface_name(std::string_view text);
InterfaceSpeed speed_of(BitRate rate);
// "XGigabitEthernet1/0/1".
std::string shown(const InterfaceName& name, Dialect dialect);
// By speed, then numbers as people count.
bool less_in_order(const InterfaceName& a, const InterfaceName& b);

} // namespace riser
