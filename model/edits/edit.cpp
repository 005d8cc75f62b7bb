// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/edit.h"

#include "model/edits/cabling_index.h"

namespace riser {

const CablingIndex& Edit::cabling() {
    if (!cabling_)
        cabling_ = std::make_shared<CablingIndex>();
    cabling_->follow(work_);
    return *cabling_;
}

Error Edit::missing(AnyId id) {
    return {.code = ErrorCode::not_found,
            .message = {"没有这一行：" + to_string(id), "there is no row " + to_string(id)},
            .fix = {"先刷新设计", "refresh the design first"},
            .where = {}};
}

} // namespace riser
