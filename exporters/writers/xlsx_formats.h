// SPDX-License-Identifier: GPL-3.0-or-later
// How cells of our workbooks look: one libxlsxwriter format a style, made when first used; and the names of tabs. Only
// xlsx.cpp includes this.
#pragma once

#include "exporters/tables/table.h"

#include <compare>
#include <map>
#include <set>
#include <string>

#include <xlsxwriter.h>

namespace riser {

enum class CellLook { title, subtitle, header, cell, group, subtotal, total, note, cover_label, cover_value, link };

struct CellStyle {
    CellLook look = CellLook::cell;
    CellType type = CellType::text;
    std::int32_t decimals = 0;
    Alignment alignment = Alignment::automatic;
    RowTone tone = RowTone::plain;
    std::uint32_t fill = 0; // 0: none
    auto operator<=>(const CellStyle&) const = default;
};

class CellFormats {
  public:
    explicit CellFormats(lxw_workbook* book) : book_(book) {}
    lxw_format* of(const CellStyle& style);

  private:
    lxw_format* make(const CellStyle& style);
    lxw_workbook* book_;
    std::map<CellStyle, lxw_format*> formats_;
};

// The colour "#RRGGBB", one fifth of it on white, as a fill that keeps black text readable; 0 when it is no colour.
std::uint32_t tint(std::string_view colour);

// A tab's name: at most 31 characters, none of []:*?/\ or apostrophes, different from those used.
std::string tab_name(std::string_view name, std::set<std::string>& used);

} // namespace riser
