// SPDX-License-Identifier: GPL-3.0-or-later
// What must not be in a room at all, by what the room is and by the restricted areas that name it.
#pragma once

#include "model/building.h"
#include "model/catalogue.h"

namespace riser {

struct Restrictions {
    bool camera = false;
    bool wireless = false;
    bool microphone = false;
    bool forbids(const PointKind& kind) const {
        return (camera && kind.camera) || (wireless && kind.wireless) || (microphone && kind.microphone);
    }
};

// Leaders' offices, the confidential registry, classified meeting rooms and toilets: restricted by what they are.
bool restricted_by_use(RoomUse use);

} // namespace riser
