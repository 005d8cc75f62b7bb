// SPDX-License-Identifier: GPL-3.0-or-later
// The errors that verbs of this folder share.
#pragma once

#include "model/design.h"

namespace riser {

Error missing_row(AnyId id);
Error refused(Text message, Text fix);
Error bad_value(Text message, Text fix);
Error conflicting(Text message, Text fix);

// "rm-… rm-… rm-… …": up to three ids.
std::string some_ids(const std::vector<AnyId>& ids);

} // namespace riser
