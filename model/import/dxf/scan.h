// SPDX-License-Identifier: GPL-3.0-or-later
// The lowest layer of an ASCII DXF: pairs of lines, a group code and its value, with the line they stand on. It knows
// nothing of sections; it says where the pairing breaks. Values are views into the bytes, undecoded.
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

struct DxfGroup {
    int code = 0;
    std::string_view value;        // without the line end; leading blanks kept
    std::uint32_t line = 0;        // of the value
    std::string_view word() const; // the value without blanks around it
};

using DxfGroups = std::vector<DxfGroup>;

class DxfScanner {
  public:
    DxfScanner(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    // False at the end of the bytes and after an error; error() tells which.
    bool next(DxfGroup& group);
    const std::optional<Error>& error() const { return error_; }
    std::uint32_t line() const { return line_; }
    // Whether nothing but blanks follows.
    bool only_blanks_left() const;

  private:
    bool take_line(std::string_view& line);

    std::string_view bytes_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    std::optional<Error> error_;
};

// What the bytes are when they are plainly not an ASCII DXF: empty, binary DXF, DWG, PDF, IFC, UTF-16 …
std::optional<Error> wrong_kind_of_file(std::string_view bytes, const std::string& file);

// A finite number, with blanks around it; a comma may stand for the point.
std::optional<double> parse_dxf_real(std::string_view value);
std::optional<long> parse_dxf_integer(std::string_view value);

} // namespace riser
