// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as a workbook: a cover, then a sheet a table with real formulas (and their values, for readers that do not
// calculate), subtotals that follow the filter, a frozen and filtered header, number formats, print set-up. Texts are
// never formulas.
#pragma once

#include "exporters/tables/table.h"
#include "model/base/network.h"
#include "model/base/result.h"

#include <filesystem>

namespace riser {

struct CoverLine {
    Text label;
    Text value;
};

struct Workbook {
    Text title;
    Text subtitle;
    std::vector<CoverLine> cover;
    std::vector<TableDocument> tables;
    std::string author;
    std::optional<Date>
        date; // of the document's properties; absent: a fixed day, so that equal tables give equal files
};

// Replaces the file. io when it cannot be written; bad_input when a table exceeds what a workbook can hold.
Result<void> write_xlsx(const Workbook& workbook, const std::filesystem::path& path, Language language);

// "AB12" of zero-based row and column.
std::string cell_name(std::size_t row, std::size_t column);

} // namespace riser
