// SPDX-License-Identifier: GPL-3.0-or-later
// What planned rows are called: the project's label template for their kind, or a default, filled in and numbered so
// that no label stands twice and none that was retired comes back. Labels that stand are never changed.
#pragma once

#include "model/design.h"

#include <initializer_list>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace riser {

struct LabelField {
    std::string_view key; // "floor"
    std::string value;
};

class LabelMaker {
  public:
    // `subject` is the element name of what is labelled, "outlet". In a pattern "{floor}-{room}-{n:2}", n (or number)
    // is the count, from 1, with at least so many digits; other keys are fields; a field that is empty takes a
    // separator beside it away. A pattern without a count gets one when its label is taken.
    LabelMaker(const Design& design, std::string_view subject, std::string_view default_pattern);

    // A label that stands, of whatever row.
    void take(std::string_view label);
    // The next free label.
    std::string next(std::span<const LabelField> fields);
    std::string next(std::initializer_list<LabelField> fields) {
        return next(std::span(fields.begin(), fields.size()));
    }
    const std::string& pattern() const { return pattern_; }

  private:
    std::string filled(std::span<const LabelField> fields, std::int64_t count) const;
    std::string pattern_;
    bool counts_ = false;
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::int64_t> next_; // by the label without its count
};

// How a room is called in labels: its number, else the door's, else its name, else four digits of its id.
std::string room_code(const Room& room);

// Once a sheet is issued, labels of rows that go are retired: adds them to the design's list. `subject` as above.
void retire(Design& design, std::string_view subject, std::span<const std::string> labels);

} // namespace riser
