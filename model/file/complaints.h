// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences for what is wrong with a file: what a field expects is derived from the field table, so every message
// says what to write instead, in both languages.
#pragma once

#include "model/base/result.h"
#include "model/fields/field.h"

#include <span>
#include <string>
#include <string_view>

namespace riser {

struct Complaint {
    Text message;
    Text fix;
    ErrorCode code = ErrorCode::bad_input;
    std::size_t offset = 0; // of the faulty word in a value that is a list
};

// "a whole number of mm from 0 to 100000", "the id of a floor, such as fl-7k3qx9m2pv".
Text expected_by(const Field& field);

// Why `value` is nothing for the field. `scratch` is a row or part of the field's record that may be overwritten.
Complaint malformed_value(const Field& field, std::string_view attribute, std::string_view value, void* scratch);
Complaint out_of_range(const Field& field, std::string_view attribute, std::string_view value);

// "{name} is unknown here", with the nearest of what is known as advice.
Complaint unknown_name(const Text& sentence, std::string_view name, std::span<const std::string_view> known);

// "楼层" / "floor", "an id of it", and values short enough for a sentence.
Text kind_label(Kind kind);
Text id_example(Kind kind);
Text shortened(std::string_view value);

} // namespace riser
