// SPDX-License-Identifier: GPL-3.0-or-later
// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace riser {

// & < > " and ' as entities; control characters that XML forbids are left out, what is no UTF-8 becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

} // namespace riser
