// SPDX-License-Identifier: GPL-3.0-or-later
// Which gradings are of state secrets 秘密、机密、绝密: what is of them is never drawn or written unless asked for.
#pragma once

#include "model/logical.h"

namespace riser {

inline bool is_secret(Grading grading) {
    return grading == Grading::secret_mi || grading == Grading::secret_jimi || grading == Grading::secret_juemi;
}

} // namespace riser
