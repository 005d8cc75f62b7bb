// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/captions.h"

#include <algorithm>
#include <charconv>

namespace riser::detail {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::optional<double> take_number(std::string_view& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc{})
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::string_view without_spaces_before(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

// "25.6㎡", "S=25.6 m2", "面积：25.6平方米", "18.17m" (the 2 is a text of its own), "250 sq ft".
std::optional<SquareMillimetres> area_of(std::string_view text) {
    const bool said = take(text, "面积") || take(text, "S=") || take(text, "A=") || take(text, "s=") ||
                      take(text, "建筑面积") || take(text, "使用面积") || take(text, "Area");
    while (take(text, ":") || take(text, "=") || take(text, "：") || take(text, " "))
        ;
    const auto value = take_number(text);
    if (!value || *value <= 0 || *value > 1e7)
        return std::nullopt;
    text = without_spaces_before(text);
    const std::string unit = upper(text);
    double square = 1e6;
    if (unit == "SQ.FT." || unit == "SQ FT" || unit == "SQ. FT." || unit == "SF" || unit == "S.F." || unit == "SQFT")
        square = 92903.04;
    else if (!(unit == "㎡" || unit == "M2" || unit == "M^2" || unit == "平方米" || unit == "M" || unit == "平米" ||
               unit == "SQM" || unit == "SQ.M." || unit == "QM" || (said && unit.empty())))
        return std::nullopt;
    return SquareMillimetres(std::llround(*value * square));
}

bool is_level(std::string_view text) {
    while (take(text, "±") || take(text, "+") || take(text, "-") || take(text, "−") || take(text, "%%P") ||
           take(text, "%%p") || take(text, "H=") || take(text, "h=") || take(text, "(") || take(text, "FL") ||
           take(text, "H-") || take(text, "SL") || take(text, "EL") || take(text, "i=") || take(text, "H+"))
        ;
    const std::string_view whole = text;
    if (!take_number(text))
        return false;
    const std::size_t digits = whole.size() - text.size();
    const std::size_t point = whole.substr(0, digits).find('.');
    const bool three_places = point != std::string_view::npos && digits - point == 4;
    while (take(text, ")") || take(text, "m") || take(text, "%") || take(text, "FL") || take(text, "(结)"))
        ;
    return text.empty() && three_places;
}

// Nothing but numbers and the signs of measures: 13'4 x 12'8, 1:10, 1200×600, i=1%, 2.5%.
bool is_measure(std::string_view text) {
    std::string rest(text);
    for (const char* sign : {"×", "Φ", "φ", "ø", "Ø", "°", "±", "≥", "≤", "~", "″", "′"})
        replace_all(rest, sign, "");
    bool digit = false, sign = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        if (is_digit(c))
            digit = true;
        else if (std::string_view("'\"xX*:/%=+.,() ").find(c) != std::string_view::npos)
            sign = sign || c != ' ';
        else if (c == '-' || c == 'i' || c == 'H' || c == 'h' || c == 'm')
            sign = true;
        else
            return false;
    }
    return digit && (sign || rest.size() != text.size()) && rest.find('-') == std::string::npos;
}

// Letters, then digits, perhaps more groups after - or . or /, perhaps a letter at the end: 301, A-301, B1-05, LT-11-1.
bool is_number(std::string_view text) {
    if (text.size() > 14)
        return false;
    take(text, "#");
    std::size_t i = 0;
    std::size_t letters = 0, digits = 0, groups = 0;
    while (i < text.size() && is_letter(text[i]))
        ++i, ++letters;
    if (letters > 4)
        return false;
    std::size_t run_letters = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            ++digits;
            run_letters = 0;
        } else if (is_letter(c)) {
            if (++run_letters > 2)
                return false;
        } else if (c == '-' || c == '.' || c == '/') {
            if (i + 1 == text.size() || !(is_digit(text[i + 1]) || is_letter(text[i + 1])))
                return false;
            ++groups;
            run_letters = 0;
        } else if (c == '#' && i + 1 == text.size()) {
            continue;
        } else {
            return false;
        }
    }
    return digits > 0 && digits <= 9 && groups <= 3;
}

constexpr std::string_view door_letters[] = {"M",   "FM", "FHM",  "JLM",  "FJLM", "FJM", "JM",  "TLM", "MM",  "LM",
                                             "BM",  "GM", "DM",   "YM",   "RFM",  "HFM", "GFM", "FMJ", "FMY", "FMB",
                                             "XM",  "SM", "TM",   "GSFM", "HM",   "ZM",  "JFM", "MLC", "MC",  "LMC",
                                             "DK",  "MD", "TSFM", "WM",   "D",    "DR",  "SD",  "FD",  "AFM", "YFM",
                                             "BFM", "RM", "SMC",  "FMLC", "FDM",  "JYM", "CFM", "PM",  "FSM", "WLM"};
constexpr std::string_view window_letters[] = {"C",   "GC", "TC",  "LC",  "FC",  "BY",  "BYC", "PC",  "SC",
                                               "YC",  "ZC", "JC",  "HC",  "TLC", "FHC", "MQ",  "LMQ", "BC",
                                               "CC",  "DC", "XC",  "W",   "WD",  "FW",  "AFC", "YFC", "BYQ",
                                               "GDC", "NC", "WC1", "LCQ", "BLC", "JYC", "FDC", "CM"};

// The letters of a mark before its digits, without 甲 乙 丙 a fire door's grade.
std::string mark_letters(std::string_view mark) {
    std::string text(mark);
    for (const char* grade : {"甲", "乙", "丙", "（", "）", "(", ")", "防", "人"})
        replace_all(text, grade, "");
    std::size_t i = 0;
    while (i < text.size() && is_letter(text[i]))
        ++i;
    return upper(text.substr(0, i));
}

bool is_mark(std::string_view text) {
    if (text.size() > 24 || kind_of_mark(text) == MarkKind::unknown)
        return false;
    std::string rest(text);
    for (const char* grade : {"甲", "乙", "丙", "（", "）", "防", "人", "'"})
        replace_all(rest, grade, "");
    const std::size_t letters = mark_letters(text).size();
    if (letters >= rest.size())
        return false;
    const std::string_view tail = std::string_view(rest).substr(letters);
    const auto digits = std::count_if(tail.begin(), tail.end(), is_digit);
    const bool plain = std::all_of(tail.begin(), tail.end(), [](char c) {
        return is_digit(c) || is_letter(c) || c == '-' || c == '*' || c == '(' || c == ')' || c == '.' || c == '_';
    });
    return plain && (rest != text || digits >= 3 || (digits >= 1 && letters >= 1 && letters <= 3 && tail.size() <= 2));
}

bool is_direction(std::string_view text) {
    static constexpr std::string_view words[] = {"上", "下",  "UP", "DN", "DOWN", "up",   "dn",   "上↑", "↑", "↓",
                                                 "N",  "REF", "DW", "W",  "D",    "Up",   "Down", "WH",  "a", "b",
                                                 "c",  "A",   "B",  "C",  "FD",   "TEMP", "2",    "1",   "3"};
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool is_sentence(std::string_view text) {
    static constexpr std::string_view words[] = {
        "详见", "见建", "参见", "详建",   "做法", "预留洞", "预埋",   "图集", "标高", "说明",
        "距地", "尺寸", "同上", "由甲方", "注：", "注:",    "平面图", "比例", "图例", "@",
        "(TYP", "结构", "轴",   "宽",     "留洞", "范围",   "示意",   "min.", "MIN.", "PROVIDE"};
    for (const std::string_view word : words)
        if (text.find(word) != std::string_view::npos)
            return true;
    const auto spaces = std::count(text.begin(), text.end(), ' ');
    return code_points(text) > (has_cjk(text) ? 16U : 32U) || spaces > 4 || text.find("，") != std::string_view::npos ||
           text.find("。") != std::string_view::npos;
}

std::size_t letters_in(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += is_letter(c) || (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE0);
    return count;
}

} // namespace

std::string plain_caption(std::string_view text) {
    std::string out(text);
    for (const char* code : {"%%u", "%%U", "%%o", "%%O"})
        replace_all(out, code, "");
    replace_all(out, "²", "2");
    replace_all(out, "（", "(");
    replace_all(out, "）", ")");
    replace_all(out, "－", "-");
    replace_all(out, "　", " ");
    replace_all(out, "\xC2\xA0", " ");
    const std::size_t first = out.find_first_not_of(" \t");
    return first == std::string::npos ? "" : out.substr(first, out.find_last_not_of(" \t") - first + 1);
}

bool has_cjk(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xE9;
    });
}

MarkKind kind_of_mark(std::string_view mark) {
    const std::string letters = mark_letters(mark);
    if (std::find(std::begin(door_letters), std::end(door_letters), letters) != std::end(door_letters))
        return MarkKind::door;
    if (std::find(std::begin(window_letters), std::end(window_letters), letters) != std::end(window_letters))
        return MarkKind::window;
    return MarkKind::unknown;
}

std::optional<MarkSize> size_in_mark(std::string_view mark) {
    std::size_t at = 0;
    while (at < mark.size() && !is_digit(mark[at]))
        ++at;
    std::size_t end = at;
    while (end < mark.size() && is_digit(mark[end]))
        ++end;
    if (end - at != 4)
        return std::nullopt;
    const auto digit = [&](std::size_t i) { return mark[at + i] - '0'; };
    // Feet and inches when nothing stands before and both halves can be (inches below 12 are one digit each).
    if (at == 0 && end == mark.size())
        return MarkSize{Millimetres(static_cast<std::int32_t>(std::lround((digit(0) * 12 + digit(1)) * 25.4))),
                        Millimetres(static_cast<std::int32_t>(std::lround((digit(2) * 12 + digit(3)) * 25.4)))};
    return MarkSize{Millimetres((digit(0) * 10 + digit(1)) * 100), Millimetres((digit(2) * 10 + digit(3)) * 100)};
}

Reading read_caption(const Caption& caption, const RoomNames& names) {
    const std::string text = plain_caption(caption.content);
    Reading reading;
    switch (caption.role) {
    case LayerRole::axis:
        reading.kind = CaptionKind::axis;
        return reading;
    case LayerRole::opening_text:
        reading.kind = CaptionKind::mark;
        return reading;
    case LayerRole::dimension:
    case LayerRole::level:
    case LayerRole::hatch:
    case LayerRole::sheet:
    case LayerRole::ignored:
        return reading;
    default:
        break;
    }
    const bool on_room_layer = caption.role == LayerRole::room_text;
    if (text.empty() || is_direction(text))
        return reading;
    if (const auto area = area_of(text)) {
        reading.kind = CaptionKind::area;
        reading.area = area;
        return reading;
    }
    if (is_level(text)) {
        reading.kind = CaptionKind::level;
        return reading;
    }
    if (!on_room_layer && is_mark(text)) {
        reading.kind = CaptionKind::mark;
        return reading;
    }
    if (is_number(text)) {
        reading.kind = CaptionKind::number;
        reading.doubtful = !on_room_layer && text.size() < 3 && letters_in(text) == 0;
        return reading;
    }
    if (is_measure(text))
        return reading;
    reading.use = names.use_of(text);
    if (!reading.use && !on_room_layer && is_sentence(text))
        return reading;
    if (reading.use && is_sentence(text) && code_points(text) > 20 && !on_room_layer)
        return reading;
    if (has_cjk(text) || letters_in(text) >= 2) {
        reading.kind = CaptionKind::name;
        reading.doubtful = !reading.use;
    }
    return reading;
}

} // namespace riser::detail
