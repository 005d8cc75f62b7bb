// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/restrictions.h"

namespace riser {

bool restricted_by_use(RoomUse use) {
    return use == RoomUse::leader_office || use == RoomUse::registry || use == RoomUse::classified_meeting ||
           use == RoomUse::toilet;
}

} // namespace riser
