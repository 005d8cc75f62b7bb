// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/starter.h"

namespace riser {

extern const std::string_view starter_brief_text;

std::string_view starter_brief() { return starter_brief_text; }

} // namespace riser
