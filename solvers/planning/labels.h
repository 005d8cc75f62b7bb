// SPDX-License-Identifier: GPL-3.0-or-later
// What planned rows are called: the project's label template for their kind, or a default, filled in and numbered so
// that no label stands twice and none that was retired comes back. Labels that stand are never changed.
#pragma once

#include "model/design.h"
#include "model/label_pattern.h"

#include <initializer_list>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace riser {

struct LabelField {
    std::string_view key; // "floor"
    std::string value;
};

class LabelMaker {
  public:
    // `subject`: what the project's template is for, "outlet". Retired labels of `kind`, an element name, do not come
    // back; absent: of the subject. A field that is empty takes a separator beside it away; a pattern without a count
    // gets one when its label is taken; a faulty template (parse_label_pattern) is passed over for the default.
    LabelMaker(const Design& design, std::string_view subject, std::string_view default_pattern,
               std::string_view kind = {});

    // A label that stands, of whatever row.
    void take(std::string_view label);
    // The next free label.
    std::string next(std::span<const LabelField> fields);
    // The label itself while it is free, else with a count behind it.
    std::string free(std::string wish);
    std::string next(std::initializer_list<LabelField> fields) {
        return next(std::span(fields.begin(), fields.size()));
    }

  private:
    std::vector<LabelPart> pattern_;
    bool counts_ = false;
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::int64_t> next_; // by the label without its count
};

// How a room is called in labels: its number, else the door's, else its name, else four digits of its id.
std::string room_code(const Room& room);

// Building, floor and storey, as labels say them; empty where there is none.
std::vector<LabelField> place_fields(const Design& design, std::optional<FloorId> floor);
// Those, the room and the space.
std::vector<LabelField> space_fields(const Design& design, std::optional<SpaceId> space);

// `pattern` with the fields; a count below 1 leaves its place open.
std::string filled_label(std::span<const LabelPart> pattern, std::span<const LabelField> fields, std::int64_t count);

} // namespace riser
