// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes a file was read from, kept beside the buffer that is parsed in place, so that an error can say line and
// column of any offset, and unknown elements can be kept as they stood. Lines are counted only when something is wrong.
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>

namespace riser {

class SourceText {
  public:
    SourceText(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

    std::string_view bytes() const { return bytes_; }
    const std::string& file() const { return file_; }
    // Line and column (in bytes) count from 1; a byte order mark counts nothing.
    Where at(std::size_t offset) const;
    // The element or comment that opens with the '<' at `offset` of a well-formed text, to its end.
    std::string_view markup_at(std::size_t offset) const;

  private:
    std::string_view bytes_;
    std::string file_;
};

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

} // namespace riser
