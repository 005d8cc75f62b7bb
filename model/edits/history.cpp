// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/history.h"

#include "model/edits/cabling_index.h"

namespace riser {

History::History(Design start) : cabling_(std::make_shared<CablingIndex>()) {
    states_.push_back({std::move(start), {}});
}

Result<void> History::commit(Edit&& edit) {
    if (edit.base() != current())
        return Error{.code = ErrorCode::stale,
                     .message = {"设计在此操作期间已被改动", "the design has changed since this edit began"},
                     .fix = {"请在当前设计上重做此操作", "repeat the edit on the current design"},
                     .where = {}};
    if (edit.design() == current())
        return {};
    Text name = edit.name();
    if (saved_ && *saved_ > position_)
        saved_.reset();
    states_.resize(position_ + 1, {});
    states_.push_back({std::move(edit).commit(), std::move(name)});
    ++position_;
    return {};
}

bool History::undo() {
    if (position_ == 0)
        return false;
    --position_;
    return true;
}

bool History::redo() {
    if (position_ == steps())
        return false;
    ++position_;
    return true;
}

const Design& History::at(std::size_t step) const {
    ensure(step < states_.size(), "a step of the history that was never taken");
    return states_[step].design;
}

void History::go_to(std::size_t step) {
    ensure(step < states_.size(), "a step of the history that was never taken");
    position_ = step;
}

const Text& History::name(std::size_t step) const {
    ensure(step > 0 && step < states_.size(), "a step of the history that was never taken");
    return states_[step].name;
}

std::optional<Text> History::undo_name() const {
    return position_ > 0 ? std::optional(states_[position_].name) : std::nullopt;
}

std::optional<Text> History::redo_name() const {
    return position_ < steps() ? std::optional(states_[position_ + 1].name) : std::nullopt;
}

ChangeSet History::changes(std::size_t from, std::size_t to) const { return changes_between(at(from), at(to)); }

} // namespace riser
