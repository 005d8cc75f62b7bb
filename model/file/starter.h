// SPDX-License-Identifier: GPL-3.0-or-later
// The brief of a design that is made without one: engineering defaults, all of them meant to be changed.
#pragma once

#include <string_view>

namespace riser {

std::string_view starter_brief();

} // namespace riser
