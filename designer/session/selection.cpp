// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/selection.h"

#include <algorithm>

namespace riser {

bool Selection::holds(AnyId id) const { return std::find(ids_.begin(), ids_.end(), id) != ids_.end(); }

void Selection::set(std::vector<AnyId> ids) {
    if (exists_)
        std::erase_if(ids, [this](AnyId id) { return !exists_(id); });
    if (ids == ids_)
        return;
    ids_ = std::move(ids);
    emit changed();
}

void Selection::toggle(AnyId id) {
    std::vector<AnyId> ids = ids_;
    if (std::erase(ids, id) == 0)
        ids.push_back(id);
    set(std::move(ids));
}

void Selection::add(const std::vector<AnyId>& more) {
    std::vector<AnyId> ids = ids_;
    for (const AnyId id : more)
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    set(std::move(ids));
}

void Selection::hover(AnyId id) {
    if (id == hovered_)
        return;
    hovered_ = id;
    emit hover_changed();
}

} // namespace riser
