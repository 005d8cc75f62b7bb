// SPDX-License-Identifier: GPL-3.0-or-later
// The whole document set of a design in one folder, with a page that lists it. Everything is rendered from the redacted
// design into a hidden folder beside its place and moved there by renaming, so a fault or a stop leaves nothing behind.
#pragma once

#include "exporters/drawing_format.h"
#include "exporters/drawings/underlay.h"
#include "exporters/redact.h"
#include "exporters/tables/link_schedule.h"
#include "solvers/analysis/growth_check.h"
#include "solvers/failure/element_losses.h"

#include <filesystem>

namespace riser {

struct ExportOptions {
    std::filesystem::path directory;
    std::vector<std::string> only; // groups; empty: all but those on request
    Language language = Language::zh;
    Profile profile = {};
    std::vector<std::string> planes = {};                // codes of secret planes to show, to a reviewer
    std::vector<DrawingFormat> formats = {svg_format()}; // of drawings: each is written in all of them
    UnderlaySource underlays = {};                       // absent: plans are drawn without
    LinkAllowances links = {};                           // of the deck that the report is by, as the next two
    GrowthLimits growth = {};
    AvailabilityInputs availability = {}; // empty: nothing ever fails
};

// What a deck says of links: its tables, and the cords that its channel rule assumes.
LinkAllowances link_allowances(const Deck& deck);
// All that documents are reckoned by, as the deck says.
void take_numbers(const Deck& deck, ExportOptions& options);

struct PackageFile {
    std::string group;
    Text title;
    std::string name; // in the folder
    std::uintmax_t bytes = 0;
};

struct PackageReport {
    std::vector<PackageFile> files; // the list page last
};

// "bom", "schedules", …: what `only` may name.
std::vector<std::string_view> package_groups();

// `report` is of the design as it is; what this reader may not see is taken out of it here. Files of the same names are
// replaced, others in the folder stay. io: the folder cannot be written; stopped: nothing was written.
Result<PackageReport> export_package(const Facts& facts, const CheckReport& report, const ExportOptions& options,
                                     const Run& run = {});

} // namespace riser
