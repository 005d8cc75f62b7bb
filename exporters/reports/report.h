// SPDX-License-Identifier: GPL-3.0-or-later
// A report is a value first: sections of paragraphs, small tables and lists, then HTML or Markdown.
#pragma once

#include "model/base/text.h"

#include <vector>

namespace riser {

struct ReportTable {
    std::vector<Text> head;
    std::vector<std::vector<Text>> rows; // as wide as the head
    std::size_t numbers_from = 0;        // columns from here on are numbers; 0: none
};

struct ReportSection {
    Text title;
    std::vector<Text> paragraphs = {};
    std::vector<ReportTable> tables = {};
    std::vector<Text> points = {}; // a list
};

struct Report {
    std::string name; // "design-basis": the stem of its file
    Text title;
    Text subtitle;
    std::vector<ReportSection> sections;
};

// A page for A4 upright; nothing is fetched.
std::string report_html(const Report& report, Language language);
std::string report_markdown(const Report& report, Language language);

} // namespace riser
