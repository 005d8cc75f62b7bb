// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/refusals.h"

namespace riser {

Error missing_row(AnyId id) {
    return {.code = ErrorCode::not_found,
            .message = {"没有这一行：" + to_string(id), "there is no row " + to_string(id)},
            .fix = {"先刷新设计", "refresh the design first"},
            .where = {}};
}

Error refused(Text message, Text fix) {
    return {.code = ErrorCode::refused, .message = std::move(message), .fix = std::move(fix), .where = {}};
}

Error bad_value(Text message, Text fix) {
    return {.code = ErrorCode::bad_input, .message = std::move(message), .fix = std::move(fix), .where = {}};
}

Error conflicting(Text message, Text fix) {
    return {.code = ErrorCode::conflict, .message = std::move(message), .fix = std::move(fix), .where = {}};
}

std::string some_ids(const std::vector<AnyId>& ids) {
    std::string names;
    for (std::size_t i = 0; i < ids.size() && i < 3; ++i)
        names += (i > 0 ? " " : "") + to_string(ids[i]);
    return ids.size() > 3 ? names + " …" : names;
}

} // namespace riser
