// SPDX-License-Identifier: GPL-3.0-or-later
// Plan, then apply. A planner reads one design and proposes another; applying succeeds when nothing it read has changed
// since, else it says `stale` and which rows. Ids of planned rows derive from (planner, subject key), so planning again
// finds its rows, touches only what differs, and leaves alone the fields that a person pinned.
#pragma once

#include "model/edits/edit.h"
#include "solvers/base/run.h"

#include <vector>

namespace riser {

// One sentence of why a plan is as it is, and what it is about.
struct Reason {
    std::vector<AnyId> subjects;
    Text sentence;
};

struct PlannedChange {
    Design before;          // what the planner was given
    Design after;           // what it proposes
    std::vector<Kind> read; // tables whose change makes the plan stale
    ChangeSet changes() const { return changes_between(before, after); }
};

// Puts the difference of `after` to `before` into the edit, and retires the labels that rows on issued sheets give up
// by it. stale: names up to five of the rows changed meanwhile.
Result<void> apply(Edit& edit, const PlannedChange& plan);

// `planned`, but with each field that is pinned in `existing`, and its pins.
template<class Row> Row keeping_pins(const Row& existing, Row planned);

} // namespace riser

#include "model/fields/field.h"

template<class Row> Row riser::keeping_pins(const Row& existing, Row planned) {
    const std::vector<Field>& fields = record_of<Row>().fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (existing.pins.mask >> i & 1)
            fields[i].copy(&existing, &planned);
    planned.pins = existing.pins;
    planned.extras = existing.extras;
    return planned;
}
