// SPDX-License-Identifier: GPL-3.0-or-later
// Self-contained pages: XHTML that is also XML, one style sheet inside, nothing fetched, printable.
#pragma once

#include "exporters/tables/table.h"

namespace riser {

enum class PageSize { a4_portrait, a4_landscape, a3_landscape };

// A whole page around `body`, which is markup already; the title is text.
std::string html_page(std::string_view title, std::string_view body, Language language,
                      PageSize size = PageSize::a4_portrait);

// Only the <table>, with groups, subtotals, totals and footers.
std::string html_table(const TableDocument& table, Language language);

// A page with the table and its notes.
std::string html(const TableDocument& table, Language language);

} // namespace riser
