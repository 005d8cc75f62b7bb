// SPDX-License-Identifier: GPL-3.0-or-later
// Which letters do the bytes of a DXF mean? Newer files are UTF-8, older ones use the declared code page, and many
// Chinese ones declare GBK while holding UTF-8: the bytes decide, the declaration breaks ties. \U+XXXX and \M+nXXXX
// escapes are resolved here as well. iconv (of the C library) converts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace riser {

// The iconv name for a $DWGCODEPAGE such as "ANSI_936"; empty when it is not known.
std::string encoding_of_code_page(std::string_view declared);

// How the bytes above 127 look, line by line.
struct ByteSurvey {
    std::uint64_t lines = 0;      // lines with any
    std::uint64_t utf8 = 0;       // of these, valid UTF-8
    std::uint64_t utf8_long = 0;  // of these, with a sequence of three bytes or more
    std::uint64_t gb_pairs = 0;   // pairs of bytes that both lie in the GB 2312 range
    std::uint64_t lone_bytes = 0; // bytes above 127 outside such pairs
};
ByteSurvey survey_bytes(std::string_view bytes);

class DxfDecoder {
  public:
    // Decides between UTF-8 and the declared page; `unicode_format` when the version (AC1021 and later) says UTF-8.
    DxfDecoder(const ByteSurvey& survey, std::string_view declared_page, bool unicode_format);

    // To valid UTF-8, escapes resolved; what cannot be read becomes U+FFFD and is counted.
    std::string decode(std::string_view raw);
    const std::string& encoding() const { return encoding_; }
    std::uint64_t unreadable() const { return unreadable_; }

  private:
    std::string convert(std::string_view raw);
    std::string resolve_escapes(std::string_view text);

    std::string encoding_; // "UTF-8" or an iconv name
    std::string fallback_; // tried when a value is not valid in encoding_
    std::uint64_t unreadable_ = 0;
};

// `raw` from an iconv encoding to UTF-8; false when it is not valid there.
bool convert_to_utf8(std::string_view raw, const std::string& encoding, std::string& out);
void append_utf8(std::string& out, std::uint32_t code_point);

} // namespace riser
