// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern of a label template: "{floor}-{room}-{n:2}", or in the manner of ANSI/TIA-606 "{space}-{n:A}". Read in
// one place, so that the editor, the rule that checks templates and the planners agree on what a pattern may say.
#pragma once

#include "model/base/result.h"

#include <span>
#include <string>
#include <vector>

namespace riser {

struct LabelPart {
    std::string text = {}; // as it stands, when `key` is empty
    std::string key = {};  // "floor"; "n" is the count
    int digits = 0;        // of a count or number: at least so many
    bool letters = false;  // a count as A … Z, AA, …
};

// What is labelled by a template: rows of a kind, by their element name, or what is printed but never stored.
struct LabelSubject {
    std::string_view name = {}; // "outlet", "cable-end"
    std::span<const std::string_view> keys = {};
};
std::span<const LabelSubject> label_subjects();

// bad_input: a brace that is not closed or not opened, a width that is none, a field that labels of this subject do
// not have (the error names those they have), a subject that nothing is labelled by.
Result<std::vector<LabelPart>> parse_label_pattern(std::string_view subject, std::string_view pattern);

// 1 -> "A", 26 -> "Z", 27 -> "AA"; "" below 1.
std::string letters_of(std::int64_t count);
// A floor in labels that need no unit: "3F" -> "3", "B1" -> "B1".
std::string storey_of(std::string_view floor_label);

} // namespace riser
