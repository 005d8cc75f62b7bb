// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/xlsx_formats.h"

#include <charconv>

namespace riser {

namespace {

constexpr const char* font = "Microsoft YaHei";
constexpr std::uint32_t ink = 0x1A1F26;
constexpr std::uint32_t second_ink = 0x5A6672;
constexpr std::uint32_t line = 0xDFE3E8;
constexpr std::uint32_t header_fill = 0xE6EEFC;
constexpr std::uint32_t group_fill = 0xF3F4F6;
constexpr std::uint32_t attention_fill = 0xFBE9E7;

std::string number_format(CellType type, std::int32_t decimals) {
    if (type == CellType::text)
        return "@";
    std::string out = type == CellType::percent ? "0" : "#,##0";
    const std::int32_t digits = type == CellType::whole ? 0 : decimals;
    if (digits > 0)
        out += '.' + std::string(static_cast<std::size_t>(digits), '0');
    return type == CellType::percent ? out + '%' : out;
}

void align(lxw_format* f, const CellStyle& style) {
    const Alignment alignment = style.alignment != Alignment::automatic ? style.alignment
                                : style.type == CellType::text          ? Alignment::start
                                                                        : Alignment::end;
    format_set_align(f, alignment == Alignment::start    ? LXW_ALIGN_LEFT
                        : alignment == Alignment::centre ? LXW_ALIGN_CENTER
                                                         : LXW_ALIGN_RIGHT);
    if (alignment != Alignment::centre)
        format_set_indent(f, 1);
}

void grid(lxw_format* f, const CellStyle& style) {
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, line);
    if (style.look == CellLook::header) {
        format_set_text_wrap(f);
        format_set_align(f, LXW_ALIGN_CENTER);
    } else {
        format_set_num_format(f, number_format(style.type, style.decimals).c_str());
        if (style.type == CellType::text && style.look == CellLook::cell)
            format_set_text_wrap(f);
        align(f, style);
    }
    const std::uint32_t fill = style.look == CellLook::header                                   ? header_fill
                               : style.look == CellLook::group || style.look == CellLook::total ? group_fill
                               : style.fill != 0                                                ? style.fill
                               : style.tone == RowTone::attention                               ? attention_fill
                                                                                                : 0;
    if (fill != 0) {
        format_set_pattern(f, LXW_PATTERN_SOLID);
        format_set_bg_color(f, fill);
    }
    // Lines of words and sums run across the columns: no bars through their text.
    if (style.look == CellLook::group || style.look == CellLook::subtotal || style.look == CellLook::total) {
        format_set_left(f, LXW_BORDER_NONE);
        format_set_right(f, LXW_BORDER_NONE);
    }
    if (style.look == CellLook::total)
        format_set_top(f, LXW_BORDER_MEDIUM);
}

} // namespace

lxw_format* CellFormats::of(const CellStyle& style) {
    lxw_format*& format = formats_[style];
    if (!format)
        format = make(style);
    return format;
}

lxw_format* CellFormats::make(const CellStyle& style) {
    lxw_format* f = workbook_add_format(book_);
    format_set_font_name(f, font);
    format_set_font_size(f, style.look == CellLook::title ? 14 : 10);
    format_set_font_color(f, style.tone == RowTone::muted || style.look == CellLook::subtitle ||
                                     style.look == CellLook::note || style.look == CellLook::cover_label
                                 ? second_ink
                                 : ink);
    format_set_align(f, style.look == CellLook::note ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (style.look == CellLook::title || style.look == CellLook::header || style.look == CellLook::group ||
        style.look == CellLook::subtotal || style.look == CellLook::total)
        format_set_bold(f);
    if (style.look == CellLook::link) {
        format_set_font_color(f, 0x2463D6);
        format_set_underline(f, LXW_UNDERLINE_SINGLE);
    }
    if (style.look == CellLook::title || style.look == CellLook::subtitle)
        return f;
    if (style.look == CellLook::note || style.look == CellLook::cover_value) {
        format_set_text_wrap(f);
        format_set_align(f, LXW_ALIGN_LEFT);
        return f;
    }
    if (style.look == CellLook::cover_label || style.look == CellLook::link)
        return f;
    grid(f, style);
    return f;
}

std::uint32_t tint(std::string_view colour) {
    std::uint32_t value = 0;
    if (colour.size() != 7 || colour[0] != '#' ||
        std::from_chars(colour.data() + 1, colour.data() + 7, value, 16).ptr != colour.data() + 7)
        return 0;
    std::uint32_t out = 0;
    for (const int shift : {16, 8, 0})
        out |= (255 - (255 - (value >> shift & 255)) / 5) << shift;
    return out;
}

std::string tab_name(std::string_view name, std::set<std::string>& used) {
    std::string clean;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < name.size() && characters < 28; ++characters) {
        std::size_t next = at + 1;
        while (next < name.size() && (static_cast<unsigned char>(name[next]) & 0xc0) == 0x80)
            ++next;
        const std::string_view character = name.substr(at, next - at);
        clean += character.size() == 1 && std::string_view("[]:*?/\\'").find(character[0]) != std::string_view::npos
                     ? std::string_view("-")
                     : character;
        at = next;
    }
    if (clean.empty())
        clean = "-";
    std::string out = clean;
    for (int n = 2; !used.insert(out).second; ++n)
        out = clean + ' ' + std::to_string(n);
    return out;
}

} // namespace riser
