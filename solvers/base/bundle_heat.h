// SPDX-License-Identifier: GPL-3.0-or-later
// How much warmer than the air a cable gets in a bundle with power. In trays cables are tied in bundles of at most so
// many, and the hottest bundle is taken: that of the highest classes. A conduit or sleeve holds one bundle, all of it.
// At one size of bundle heat adds up, so a mixed bundle warms by the share of each class.
#pragma once

#include "model/pathways.h"
#include "solvers/base/link_tables.h"
#include "solvers/base/poe_class.h"

#include <array>
#include <optional>
#include <span>

namespace riser {

struct Bundle {
    std::int32_t cables = 0;  // in it, with power or without
    std::int32_t powered = 0; // of them
    DeciCelsius rise;         // rounded up to a tenth
    bool operator==(const Bundle&) const = default;
};

// Of a compartment that holds `cables` cables, of which by_class[c] feed devices of class c; at most `tied` are tied
// together. Nothing when the table does not go that far.
std::optional<Bundle> hottest_bundle(const LinkTables& tables, PathwayKind kind,
                                     std::span<const std::int32_t, highest_poe_class + 1> by_class, std::int32_t cables,
                                     std::int32_t tied);

} // namespace riser
