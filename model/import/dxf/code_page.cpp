// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/code_page.h"

#include "model/base/text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <iconv.h>
#include <optional>

namespace riser {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;

bool all_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<std::uint32_t> hex(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (failed != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

// Without the halves of letters at its ends: long texts are cut into lines of 250 bytes anywhere.
std::string_view whole_letters(std::string_view line) {
    const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80; };
    std::size_t begin = 0;
    while (begin < 3 && continues(begin))
        ++begin;
    std::size_t end = line.size();
    while (end > line.size() - 4 && continues(end - 1))
        --end;
    const bool opens = static_cast<unsigned char>(line[end - 1]) >= 0xC0;
    if (opens && !is_utf8(line.substr(end - 1)))
        return line.substr(begin, end - 1 - begin);
    return line.substr(begin);
}

// The multi-byte page that \M+n names: 1 Shift-JIS, 2 Big5, 3 Wansung, 4 Johab, 5 GBK.
std::string escape_page(char n) {
    switch (n) {
    case '1':
        return "CP932";
    case '2':
        return "BIG5";
    case '3':
        return "CP949";
    case '4':
        return "JOHAB";
    case '5':
        return "GB18030";
    default:
        return {};
    }
}

} // namespace

void append_utf8(std::string& out, std::uint32_t c) {
    const auto byte = [&](std::uint32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = replacement;
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

bool convert_to_utf8(std::string_view raw, const std::string& encoding, std::string& out) {
    iconv_t converter = iconv_open("UTF-8", encoding.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1))
        return false;
    std::string source(raw); // iconv wants a mutable pointer
    char* in = source.data();
    std::size_t in_left = source.size();
    std::string buffer(raw.size() * 4 + 16, '\0');
    char* to = buffer.data();
    std::size_t to_left = buffer.size();
    const bool good = iconv(converter, &in, &in_left, &to, &to_left) != static_cast<std::size_t>(-1) && in_left == 0 &&
                      iconv(converter, nullptr, nullptr, &to, &to_left) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (!good)
        return false;
    buffer.resize(buffer.size() - to_left);
    out = std::move(buffer);
    return true;
}

std::string encoding_of_code_page(std::string_view declared) {
    std::string name;
    for (char c : declared)
        if (c != ' ' && c != '_' && c != '-')
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    struct Page {
        std::string_view name;
        std::string_view encoding;
    };
    static constexpr Page pages[] = {
        {"utf8", "UTF-8"},         {"ansi65001", "UTF-8"},     {"gb2312", "GB18030"},        {"gbk", "GB18030"},
        {"gb18030", "GB18030"},    {"ansi936", "GB18030"},     {"dos936", "GB18030"},        {"big5", "BIG5-HKSCS"},
        {"ansi950", "BIG5-HKSCS"}, {"dos932", "CP932"},        {"ansi932", "CP932"},         {"ksc5601", "CP949"},
        {"ansi949", "CP949"},      {"johab", "JOHAB"},         {"ansi1361", "JOHAB"},        {"ansi874", "CP874"},
        {"ansi1250", "CP1250"},    {"ansi1251", "CP1251"},     {"ansi1252", "CP1252"},       {"ansi1253", "CP1253"},
        {"ansi1254", "CP1254"},    {"ansi1255", "CP1255"},     {"ansi1256", "CP1256"},       {"ansi1257", "CP1257"},
        {"ansi1258", "CP1258"},    {"dos437", "CP437"},        {"dos850", "CP850"},          {"dos852", "CP852"},
        {"dos866", "CP866"},       {"iso88591", "ISO-8859-1"}, {"iso885915", "ISO-8859-15"}, {"mac", "MACINTOSH"},
        {"macroman", "MACINTOSH"},
    };
    const auto* found = std::find_if(std::begin(pages), std::end(pages), [&](const Page& p) { return p.name == name; });
    return found == std::end(pages) ? std::string{} : std::string(found->encoding);
}

ByteSurvey survey_bytes(std::string_view bytes) {
    ByteSurvey survey;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::size_t end = bytes.find('\n', at);
        if (end == std::string_view::npos)
            end = bytes.size();
        const std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        if (all_ascii(line))
            continue;
        ++survey.lines;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto byte = [&](std::size_t k) {
                return k < line.size() ? static_cast<unsigned char>(line[k]) : static_cast<unsigned char>(0);
            };
            if (byte(i) >= 0xA1 && byte(i) <= 0xF7 && byte(i + 1) >= 0xA1) {
                ++survey.gb_pairs;
                ++i;
            } else if (byte(i) >= 0x80) {
                ++survey.lone_bytes;
            }
        }
        if (!is_utf8(line.size() < 200 ? line : whole_letters(line)))
            continue;
        ++survey.utf8;
        survey.utf8_long +=
            std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
    }
    return survey;
}

DxfDecoder::DxfDecoder(const ByteSurvey& survey, std::string_view declared_page, bool unicode_format) {
    std::string page = encoding_of_code_page(declared_page);
    const bool mostly_utf8 = survey.utf8 * 2 > survey.lines;
    // Western text has lone letters above 127, Chinese has them in pairs: drawings with a Western or no declaration
    // and pairs throughout are Chinese.
    if ((page.empty() || page == "CP1252") && !mostly_utf8 && survey.gb_pairs >= 2 &&
        survey.gb_pairs >= 9 * survey.lone_bytes)
        page = "GB18030";
    if (page.empty())
        page = "CP1252";
    const bool wide_page =
        page == "GB18030" || page == "BIG5-HKSCS" || page == "CP932" || page == "CP949" || page == "JOHAB";
    // Two-byte sequences alone are Greek in UTF-8 and Chinese in GBK: an old file with a wide page means the page.
    const bool ambiguous = !unicode_format && wide_page && survey.utf8_long == 0;
    if (survey.lines == 0 ? unicode_format : (mostly_utf8 && !ambiguous)) {
        encoding_ = "UTF-8";
        fallback_ = page;
    } else {
        encoding_ = page;
        fallback_ = "UTF-8";
    }
}

std::string DxfDecoder::convert(std::string_view raw) {
    if (all_ascii(raw))
        return std::string(raw);
    const auto attempt = [&](const std::string& encoding, std::string& out) {
        if (encoding == "UTF-8") {
            out = raw;
            return is_utf8(raw);
        }
        return convert_to_utf8(raw, encoding, out);
    };
    std::string out;
    if (attempt(encoding_, out) || attempt(fallback_, out))
        return out;
    ++unreadable_;
    out.clear();
    for (char c : raw) {
        if (static_cast<unsigned char>(c) < 0x80)
            out += c;
        else
            append_utf8(out, replacement);
    }
    return out;
}

std::string DxfDecoder::resolve_escapes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    const auto unicode_at = [&](std::size_t at) -> std::optional<std::uint32_t> {
        if (at + 7 > text.size() || text[at] != '\\' || (text[at + 1] != 'U' && text[at + 1] != 'u') ||
            text[at + 2] != '+')
            return std::nullopt;
        return hex(text.substr(at + 3, 4));
    };
    while (i < text.size()) {
        if (const auto high = unicode_at(i)) {
            i += 7;
            if (*high >= 0xD800 && *high <= 0xDBFF) {
                if (const auto low = unicode_at(i); low && *low >= 0xDC00 && *low <= 0xDFFF) {
                    append_utf8(out, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
                    i += 7;
                    continue;
                }
            }
            append_utf8(out, *high);
            continue;
        }
        if (i + 8 <= text.size() && text[i] == '\\' && (text[i + 1] == 'M' || text[i + 1] == 'm') &&
            text[i + 2] == '+') {
            const std::string page = escape_page(text[i + 3]);
            const auto code = hex(text.substr(i + 4, 4));
            if (!page.empty() && code) {
                std::string raw;
                if (*code > 0xFF)
                    raw += static_cast<char>(static_cast<unsigned char>(*code >> 8));
                raw += static_cast<char>(static_cast<unsigned char>(*code & 0xFF));
                std::string letter;
                if (convert_to_utf8(raw, page, letter)) {
                    out += letter;
                } else {
                    append_utf8(out, replacement);
                    ++unreadable_;
                }
                i += 8;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

std::string DxfDecoder::decode(std::string_view raw) {
    std::string text = convert(raw);
    return text.find('\\') == std::string::npos ? text : resolve_escapes(text);
}

} // namespace riser
