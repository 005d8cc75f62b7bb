// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/scan.h"

#include <charconv>
#include <cmath>

namespace riser {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// At most 24 bytes of a value, printable, for a message.
std::string quoted(std::string_view value) {
    std::string out = "'";
    for (char c : value.substr(0, 24))
        out += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f ? '?' : c;
    return out + (value.size() > 24 ? "…'" : "'");
}

} // namespace

std::string_view DxfGroup::word() const { return trimmed(value); }

bool DxfScanner::take_line(std::string_view& line) {
    if (at_ >= bytes_.size())
        return false;
    std::size_t end = bytes_.find_first_of("\r\n", at_);
    if (end == std::string_view::npos)
        end = bytes_.size();
    line = bytes_.substr(at_, end - at_);
    at_ = end + 1;
    if (end + 1 < bytes_.size() && bytes_[end] == '\r' && bytes_[end + 1] == '\n')
        ++at_;
    ++line_;
    return true;
}

bool DxfScanner::only_blanks_left() const {
    if (at_ >= bytes_.size())
        return true;
    // Ctrl-Z and NUL are the tails that DOS and some transfer programs leave.
    return bytes_.find_first_not_of(std::string_view(" \t\r\n\v\f\x1a\0", 8), at_) == std::string_view::npos;
}

bool DxfScanner::next(DxfGroup& group) {
    if (error_)
        return false;
    if (only_blanks_left() && at_ >= bytes_.size())
        return false;
    std::string_view code;
    if (!take_line(code))
        return false;
    const std::string_view digits = trimmed(code);
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), group.code);
    if (digits.empty() || failed != std::errc{} || end != digits.data() + digits.size() || group.code < -5 ||
        group.code > 1071) {
        if (digits.empty() && only_blanks_left())
            return false;
        const std::string found = quoted(digits);
        error_ = Error{
            ErrorCode::bad_input,
            {"应为 DXF 组码（整数），却是 " + found, "expected a DXF group code (a whole number), found " + found},
            {"文件可能损坏或被截断，请在 CAD 中修复（AUDIT）后另存为 ASCII DXF",
             "the file may be damaged or cut; repair it in CAD (AUDIT) and save it as ASCII DXF again"},
            {file_, line_,
             static_cast<std::uint32_t>(
                 code.find_first_not_of(blanks) == code.npos ? 1 : code.find_first_not_of(blanks) + 1)}};
        return false;
    }
    if (!take_line(group.value)) {
        error_ = Error{ErrorCode::bad_input,
                       {"文件在组码之后中断，缺少组值", "the file stops after a group code, its value is missing"},
                       {"文件被截断，请重新导出或传输", "the file was cut; export or transfer it again"},
                       {file_, line_, 0}};
        return false;
    }
    group.line = line_;
    return true;
}

std::optional<double> parse_dxf_real(std::string_view value) {
    std::string_view digits = trimmed(value);
    if (!digits.empty() && digits.front() == '+')
        digits.remove_prefix(1);
    std::string with_point;
    if (const std::size_t comma = digits.find(','); comma != std::string_view::npos) {
        with_point = digits;
        with_point[comma] = '.';
        digits = with_point;
    }
    double number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || failed != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<long> parse_dxf_integer(std::string_view value) {
    std::string_view digits = trimmed(value);
    if (!digits.empty() && digits.front() == '+')
        digits.remove_prefix(1);
    long number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || failed != std::errc{} || end != digits.data() + digits.size()) {
        // Some writers put whole numbers as "1.0".
        const std::optional<double> real = parse_dxf_real(value);
        if (!real || std::abs(*real) > 1e9 || *real != std::floor(*real))
            return std::nullopt;
        return static_cast<long>(*real);
    }
    return number;
}

std::optional<Error> wrong_kind_of_file(std::string_view bytes, const std::string& file) {
    const auto refuse = [&](ErrorCode code, Text message, Text fix, std::uint32_t line = 0) {
        return Error{code, std::move(message), std::move(fix), {file, line, 0}};
    };
    const Text save_as_ascii{"请在 CAD 中另存为 ASCII DXF（文本格式，如 AutoCAD 2007 DXF）",
                             "save it in CAD as ASCII DXF (text), for example AutoCAD 2007 DXF"};
    if (bytes.empty())
        return refuse(ErrorCode::bad_input, {"文件为空", "the file is empty"},
                      {"请重新导出", "export the drawing again"});
    if (bytes.starts_with("AutoCAD Binary DXF"))
        return refuse(ErrorCode::unsupported, {"这是二进制 DXF，不支持", "this is a binary DXF, which is not read"},
                      save_as_ascii);
    if (bytes.size() >= 6 && bytes.starts_with("AC") &&
        bytes.substr(2, 4).find_first_not_of("0123456789.") == std::string_view::npos)
        return refuse(ErrorCode::unsupported, {"这是 DWG 文件，不是 DXF", "this is a DWG file, not a DXF"},
                      save_as_ascii);
    struct Kind {
        std::string_view magic;
        Text message;
        Text fix;
    };
    const Kind kinds[] = {
        {"ISO-10303-21", {"这是 IFC/STEP 文件", "this is an IFC/STEP file"}, {"请以 .ifc 导入", "import it as .ifc"}},
        {"%PDF", {"这是 PDF 文件", "this is a PDF file"}, save_as_ascii},
        {"PK\x03\x04", {"这是压缩包", "this is a zip archive"}, {"请先解压", "unpack it first"}},
        {"\x89PNG", {"这是图片", "this is a picture"}, save_as_ascii},
        {"\xff\xd8\xff", {"这是图片", "this is a picture"}, save_as_ascii},
        {"\xff\xfe", {"文件是 UTF-16 编码", "the file is UTF-16"}, save_as_ascii},
        {"\xfe\xff", {"文件是 UTF-16 编码", "the file is UTF-16"}, save_as_ascii},
        {"<", {"这是 XML/HTML 文件，不是 DXF", "this is an XML or HTML file, not a DXF"}, save_as_ascii},
    };
    for (const Kind& kind : kinds)
        if (bytes.starts_with(kind.magic))
            return refuse(ErrorCode::unsupported, kind.message, kind.fix, 1);
    if (trimmed(bytes).empty())
        return refuse(ErrorCode::bad_input, {"文件只有空白", "the file holds nothing but blanks"},
                      {"请重新导出", "export the drawing again"}, 1);
    return std::nullopt;
}

} // namespace riser
