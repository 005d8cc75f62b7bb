// SPDX-License-Identifier: GPL-3.0-or-later
// Labels are what people see. Two rows of one label is a finding, not an error; but a label that was retired is never
// used again, and once a sheet is issued a changed label retires the old one, for it stands on somebody's paper.
#pragma once

#include "model/base/network.h"
#include "model/edits/edit.h"

#include <string_view>
#include <vector>

namespace riser {

// Gives the row (of a kind that has a `label`, else a `number`) that label and pins it. Returns the other rows of its
// kind that bear the label already, to warn of. not_found; unsupported: the kind has no label; bad_input: empty where
// one is needed; refused: retired.
Result<std::vector<AnyId>> relabel(Edit& edit, AnyId id, std::string_view label);

// Puts a label of a kind out of use for good. conflict while a row still bears it, naming up to three.
Result<RetiredLabelId> retire_label(Edit& edit, Kind kind, std::string_view label, std::optional<Date> day = {});

bool is_retired_label(const Design& design, Kind kind, std::string_view label);
Error retired_label_refusal(std::string_view label);
// Rows of the kind that bear the label, by id. O(rows of the kind).
std::vector<AnyId> labelled(const Design& design, Kind kind, std::string_view label);

} // namespace riser
