// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to a design and can be undone: one snapshot a step, each with the name of the edit that made it.
// Designs share what they have in common, so a step costs some kilobytes and undo has no limit. One thread at a time;
// the designs it hands out are values that any thread may read.
#pragma once

#include "model/edits/edit.h"

#include <cstddef>
#include <deque>
#include <optional>

namespace riser {

class History {
  public:
    explicit History(Design start);

    const Design& current() const { return states_[position_].design; }

    // An edit of the current design. Edits begun here share what verbs look up, so that the next finds it ready.
    Edit begin(Text name, IdSource& ids) const { return Edit(current(), std::move(name), ids, cabling_); }

    // Makes the edit's design current and forgets what could be redone. An edit that changed nothing adds no step.
    // stale when the edit did not start from the current design.
    Result<void> commit(Edit&& edit);

    // False when there is nothing to undo or redo.
    bool undo();
    bool redo();

    // Steps taken since the start, undone ones included; the current design is at(position()), the start at(0).
    std::size_t steps() const { return states_.size() - 1; }
    std::size_t position() const { return position_; }
    const Design& at(std::size_t step) const;
    // Goes to a step at once, as undo or redo would one by one.
    void go_to(std::size_t step);

    // The name of step n, counted from 1: what led from at(n - 1) to at(n).
    const Text& name(std::size_t step) const;
    std::optional<Text> undo_name() const; // nothing when there is nothing to undo
    std::optional<Text> redo_name() const;

    // What differs between two steps, walking only what they do not share.
    ChangeSet changes(std::size_t from, std::size_t to) const;

    // The step last written to a file; a new document has none.
    void mark_saved() { saved_ = position_; }
    bool is_saved() const { return saved_ == position_; }

  private:
    struct State {
        Design design;
        Text name;
    };
    std::deque<State> states_; // never empty; a deque, so that designs handed out stay where they are
    std::size_t position_ = 0;
    std::optional<std::size_t> saved_;
    std::shared_ptr<CablingIndex> cabling_;
};

} // namespace riser
