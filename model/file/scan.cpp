// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scan.h"

#include "model/file/characters.h"
#include "model/file/source_text.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <vector>

namespace riser {

namespace {

enum Class : std::uint8_t { name_start = 1, name_part = 2, space = 4, value_stop = 8, text_stop = 16 };

constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
        const bool part = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
        out[c] = static_cast<std::uint8_t>((letter ? name_start : 0) | (part ? name_part : 0));
    }
    for (const unsigned char c : {' ', '\t', '\n', '\r'})
        out[c] = static_cast<std::uint8_t>(out[c] | space);
    for (const unsigned char c : {'"', '\'', '<', '&', '\0'})
        out[c] = static_cast<std::uint8_t>(out[c] | value_stop);
    for (const unsigned char c : {']', '<', '&', '\0'})
        out[c] = static_cast<std::uint8_t>(out[c] | text_stop);
    return out;
}();

bool is(const char* p, Class wanted) { return (classes[static_cast<unsigned char>(*p)] & wanted) != 0; }

// The text ends with a NUL that no earlier byte equals once its characters are checked, so no step needs a bound.
class Scanner {
  public:
    Scanner(const std::string& text, const ReadLimits& limits)
        : begin_(text.data()), end_(begin_ + text.size()), p_(begin_), limits_(limits) {}

    std::optional<ScanFault> run() {
        if (characters() && declaration() && surroundings() && root() && surroundings() && p_ != end_)
            fail(p_, {"根元素之后还有内容", "there is content after the end of the root element"},
                 {"删除它；一个文件只有一个根元素", "remove it; a file has one root element"});
        return std::move(fault_);
    }

  private:
    bool fail(const char* at, Text message, Text fix, ErrorCode code = ErrorCode::bad_input) {
        fault_ = ScanFault{static_cast<std::size_t>(at - begin_), code, std::move(message), std::move(fix)};
        return false;
    }
    bool at_text(std::string_view wanted) const {
        return std::string_view(p_, static_cast<std::size_t>(end_ - p_)).starts_with(wanted);
    }
    bool ends() {
        if (open_.empty())
            return fail(p_, {"文件到此中断", "the file ends here"}, cut_off());
        return fail(p_,
                    fill(Text{"文件中断，<{name}> 没有结束", "the file ends inside <{name}>"},
                         {{"name", same_text(open_.back())}}),
                    cut_off());
    }
    static Text cut_off() {
        return {"文件可能被截断，请用备份（~）或重新复制",
                "it may have been cut off: use the backup (~) or copy it again"};
    }

    bool characters() {
        const std::string_view text(begin_, static_cast<std::size_t>(end_ - begin_));
        if (text.empty())
            return fail(p_, {"文件是空的", "the file is empty"}, {"选择一个 Riser 文件", "choose a file of Riser's"});
        if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") ||
            text.starts_with(std::string_view("<\0", 2)))
            return fail(p_, {"文件是 UTF-16 编码", "the file is UTF-16"}, {"另存为 UTF-8", "save it as UTF-8"},
                        ErrorCode::unsupported);
        const std::size_t bad = first_bad_character(text);
        if (bad == text.size())
            return true;
        const auto byte = static_cast<unsigned char>(text[bad]);
        char hex[8];
        std::snprintf(hex, sizeof hex, "%02X", byte);
        if (byte < 0x20)
            return fail(
                begin_ + bad,
                fill(Text{"控制字符 0x{hex} 不能出现在 XML 中", "control character 0x{hex} cannot stand in XML"},
                     {{"hex", same_text(hex)}}),
                {"删除它；若整个文件如此，它不是 XML 文件", "remove it; if there are many, this is no XML file"});
        return fail(begin_ + bad,
                    fill(Text{"字节 0x{hex} 不是有效的 UTF-8 字符", "byte 0x{hex} is no valid UTF-8 character"},
                         {{"hex", same_text(hex)}}),
                    {"文件可能是 GBK 编码，请另存为 UTF-8", "the file may be GBK: save it as UTF-8"});
    }

    bool declaration() {
        if (at_text(byte_order_mark))
            p_ += byte_order_mark.size();
        if (!at_text("<?xml") || !is(p_ + 5, space))
            return true;
        p_ += 5;
        if (!attributes())
            return false;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const std::string_view value = values_[i];
            const auto same_letters = [](char a, char b) { return std::tolower(a) == b; };
            constexpr std::string_view utf8 = "utf-8";
            if (names_[i] == "encoding" &&
                !std::equal(value.begin(), value.end(), utf8.begin(), utf8.end(), same_letters))
                return fail(value.data(), {"只支持 UTF-8 编码", "only the encoding UTF-8 is supported"},
                            {"另存为 UTF-8", "save it as UTF-8"}, ErrorCode::unsupported);
            if (names_[i] == "version" && value != "1.0")
                return fail(value.data(), {"只支持 XML 1.0", "only XML 1.0 is supported"},
                            {"写 version=\"1.0\"", "write version=\"1.0\""}, ErrorCode::unsupported);
        }
        if (!at_text("?>"))
            return fail(p_, {"XML 声明没有以 ?> 结束", "the XML declaration does not end with ?>"}, {});
        p_ += 2;
        return true;
    }

    // White space and comments before and after the root.
    bool surroundings() {
        for (;;) {
            skip_space();
            if (at_text("<!--")) {
                if (!comment())
                    return false;
            } else if (at_text("<!") || at_text("<?")) {
                return refused_markup();
            } else {
                return true;
            }
        }
    }

    bool root() {
        if (*p_ != '<' || p_[1] == '/')
            return fail(p_, {"这里应是根元素", "the root element is expected here"},
                        {"Riser 文件是 XML，以 <riser format=\"…\"> 开始",
                         "Riser's files are XML and open with <riser format=\"…\">"});
        do {
            if (!(*p_ == '<' ? markup() : text()))
                return false;
        } while (!open_.empty());
        return true;
    }

    bool markup() {
        switch (p_[1]) {
        case '/':
            return end_tag();
        case '?':
            return refused_markup();
        case '!':
            if (at_text("<!--"))
                return comment();
            if (at_text("<![CDATA["))
                return skip_past("]]>", p_);
            return refused_markup();
        default:
            return start_tag();
        }
    }

    bool refused_markup() {
        if (at_text("<?"))
            return fail(p_, {"不接受处理指令", "processing instructions are refused"}, {"删除 <?…?>", "remove <?…?>"});
        if (at_text("<!DOCTYPE"))
            return fail(p_, {"不接受 DOCTYPE", "a DOCTYPE is refused"}, {"删除它", "remove it"}, ErrorCode::refused);
        return fail(p_, {"不认识的标记", "unknown markup"}, {"删除 <!…>", "remove <!…>"});
    }

    bool start_tag() {
        const char* const at = p_++;
        if (!is(p_, name_start))
            return *p_ == '\0' ? ends()
                               : fail(at, {"“<” 之后应是元素名", "\"<\" must be followed by an element's name"},
                                      {"文字中的 “<” 写作 &lt;", "write a \"<\" of the text as &lt;"});
        const std::string_view name = read_name();
        if (open_.size() >= limits_.depth)
            return fail(
                at, {"元素嵌套过深", "elements are nested too deeply"},
                fill(Text{"最多 {n} 层", "at most {n} levels"}, {{"n", same_text(std::to_string(limits_.depth))}}));
        open_.push_back(name);
        if (!attributes())
            return false;
        if (*p_ == '/') {
            if (p_[1] != '>')
                return fail(p_, {"“/” 之后应是 “>”", "\"/\" must be followed by \">\""}, {});
            ++p_;
            open_.pop_back();
        } else if (*p_ != '>') {
            return *p_ == '\0' ? ends()
                               : fail(p_, {"这里应是属性或 “>”", "an attribute or \">\" is expected here"}, {});
        }
        ++p_;
        return true;
    }

    bool end_tag() {
        const char* const at = p_;
        p_ += 2;
        const std::string_view name = read_name();
        if (name != open_.back())
            return fail(at,
                        fill(Text{"结束标记 </{b}> 与 <{a}> 不配对", "the end tag </{b}> does not match <{a}>"},
                             {{"a", same_text(open_.back())}, {"b", same_text(name)}}),
                        {"元素须先开后闭，逐层嵌套", "close elements in the reverse order of opening"});
        skip_space();
        if (*p_ != '>')
            return *p_ == '\0' ? ends() : fail(p_, {"这里应是 “>”", "\">\" is expected here"}, {});
        ++p_;
        open_.pop_back();
        return true;
    }

    // Up to '>', '/' or '?'; names and values stay until the next element.
    bool attributes() {
        names_.clear();
        values_.clear();
        for (;;) {
            const bool apart = is(p_, space);
            skip_space();
            if (!is(p_, name_start))
                return true;
            if (!apart)
                return fail(p_, {"属性之间须有空格", "attributes need a space between them"}, {});
            const std::string_view name = read_name();
            for (const std::string_view earlier : names_)
                if (earlier == name)
                    return fail(
                        name.data(),
                        fill(Text{"属性 {name} 重复", "attribute {name} stands twice"}, {{"name", same_text(name)}}),
                        {"删除其中一个", "remove one of them"});
            if (names_.size() == limits_.attributes)
                return fail(name.data(), {"一个元素的属性过多", "an element has too many attributes"}, {});
            names_.push_back(name);
            skip_space();
            if (*p_ != '=')
                return fail(p_,
                            fill(Text{"属性 {name} 之后应是 “=”", "attribute {name} must be followed by \"=\""},
                                 {{"name", same_text(name)}}),
                            {});
            ++p_;
            skip_space();
            if (!value())
                return false;
        }
    }

    bool value() {
        const char quote = *p_;
        if (quote != '"' && quote != '\'')
            return fail(p_, {"属性值须加引号", "a value must stand in quotes"}, {});
        const char* const from = ++p_;
        while (*p_ != quote) {
            if (!is(p_, value_stop)) {
                ++p_;
            } else if (*p_ == '&') {
                if (!reference())
                    return false;
            } else if (*p_ == '<') {
                return fail(p_, {"属性值中有 “<”", "a \"<\" stands in a value"},
                            {"写作 &lt;，或补上前面漏掉的引号", "write &lt;, or close the quote before it"});
            } else if (*p_ == '\0') {
                return ends();
            } else {
                ++p_; // the other quote
            }
        }
        if (static_cast<std::size_t>(p_ - from) > limits_.attribute_bytes)
            return fail(from, {"属性值过长", "a value is too long"},
                        fill(Text{"最多 {n} 字节", "at most {n} bytes"},
                             {{"n", same_text(std::to_string(limits_.attribute_bytes))}}));
        values_.emplace_back(from, static_cast<std::size_t>(p_ - from));
        ++p_;
        return true;
    }

    bool text() {
        while (*p_ != '<') {
            if (!is(p_, text_stop)) {
                ++p_;
            } else if (*p_ == '&') {
                if (!reference())
                    return false;
            } else if (*p_ == '\0') {
                return ends();
            } else if (at_text("]]>")) {
                return fail(p_, {"文字中不能有 “]]>”", "\"]]>\" cannot stand in text"},
                            {"写作 ]]&gt;", "write ]]&gt;"});
            } else {
                ++p_;
            }
        }
        return true;
    }

    // One of XML's five entities, or a character reference to a character that XML allows.
    bool reference() {
        for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
            if (at_text(known))
                return p_ += known.size(), true;
        const bool hex = at_text("&#x");
        const bool number = at_text("&#");
        std::uint32_t code = 0;
        const char* const digits = number ? p_ + (hex ? 3 : 2) : end_;
        const auto [past, status] = std::from_chars(digits, end_, code, hex ? 16 : 10);
        if (!number || status != std::errc() || *past != ';' || !allowed(code))
            return fail(p_, {"“&” 之后不是可用的字符引用", "\"&\" does not begin a reference that can be used"},
                        {"“&” 本身写作 &amp;", "write the \"&\" itself as &amp;"});
        p_ = past + 1;
        return true;
    }
    static bool allowed(std::uint32_t code) {
        return code >= 0x20
                   ? code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF) && code != 0xFFFE && code != 0xFFFF
                   : code == '\t' || code == '\n' || code == '\r';
    }

    bool comment() {
        const char* const at = p_;
        p_ += 4;
        if (!skip_past("--", at))
            return false;
        if (*p_ != '>')
            return fail(at, {"注释中不能有 “--”", "\"--\" cannot stand in a comment"},
                        {"改写注释", "reword the comment"});
        ++p_;
        return true;
    }
    bool skip_past(std::string_view close, const char* opened) {
        const std::size_t found = std::string_view(p_, static_cast<std::size_t>(end_ - p_)).find(close);
        if (found == std::string_view::npos)
            return fail(opened, {"注释或 CDATA 没有结束", "a comment or CDATA does not end"}, cut_off());
        p_ += found + close.size();
        return true;
    }
    void skip_space() {
        while (is(p_, space))
            ++p_;
    }
    std::string_view read_name() {
        const char* const from = p_;
        while (is(p_, name_part))
            ++p_;
        return {from, static_cast<std::size_t>(p_ - from)};
    }

    const char* begin_;
    const char* end_;
    const char* p_;
    const ReadLimits& limits_;
    std::optional<ScanFault> fault_;
    std::vector<std::string_view> open_;
    std::vector<std::string_view> names_;
    std::vector<std::string_view> values_;
};

} // namespace

std::optional<ScanFault> scan_xml(const std::string& text, const ReadLimits& limits) {
    return Scanner(text, limits).run();
}

} // namespace riser
