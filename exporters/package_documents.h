// SPDX-License-Identifier: GPL-3.0-or-later
// What a package is made of: one explicit list. To add a document, add a line to it.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/drawings/underlay.h"
#include "exporters/tables/link_schedule.h"
#include "model/base/result.h"
#include "solvers/analysis/growth_check.h"
#include "solvers/checks/run_checks.h"
#include "solvers/failure/element_losses.h"
#include "solvers/forwarding/reach_matrix.h"
#include "solvers/proof/slips.h"

#include <filesystem>
#include <functional>
#include <span>

namespace riser {

// What documents are rendered from: redacted already.
struct DocumentSource {
    const Facts& facts;
    const Facts& open; // of the same reader, without any secret plane: what becomes configurations and NetBox
    const CheckReport& report;
    Language language = Language::zh;
    UnderlaySource underlays = {};
    const LinkAllowances& links;
    const GrowthLimits& growth;
    const AvailabilityInputs& availability;
    std::function<std::string()> certificate = {}; // of the design as it is, without what this reader may not see
    std::function<ReachMatrix()> reach = {};       // likewise
    std::function<SlipSweep()> slips = {};         // of the design as it is
};

// A document that writes itself to the path given; or a drawing, which becomes a file in every format asked for.
struct PackageDocument {
    std::string name; // with '/' for a file in a folder
    std::string_view group;
    std::string_view extension; // empty of drawings
    Text title;
    std::function<Result<void>(const DocumentSource&, const std::filesystem::path&)> write = {};
    std::function<std::optional<Drawing>(const DocumentSource&)> draw = {}; // nothing: there is no such sheet
};

struct PackageGroup {
    std::string_view name;
    Text title;
    bool on_request = false; // takes long, and few ask: left out unless it is named
};
std::span<const PackageGroup> all_package_groups();

// In the order of the list page. Drawings are a document a sheet, in the order of their numbers.
std::vector<PackageDocument> package_documents(const DocumentSource& source, const std::vector<std::string>& groups);

// io when it cannot be written.
Result<void> write_bytes(const std::filesystem::path& path, std::string_view bytes);

} // namespace riser
