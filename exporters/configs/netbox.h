// SPDX-License-Identifier: GPL-3.0-or-later
// The design as tables that NetBox 4 imports (its bulk import reads CSV): sites, racks, devices, ports, cables, VLANs,
// prefixes, addresses. Tables stand in the order in which they are to be imported, so that whatever a row refers to is
// there already; names are made unique where NetBox demands it. Nothing of a secret plane.
// Columns and choices: NetBox 4.6 import forms, https://github.com/netbox-community/netbox (Apache-2.0).
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"

namespace riser {

// Without those that would be empty. Column keys are NetBox's; names are in the language given.
// O(rows of the design log rows).
std::vector<TableDocument> netbox_tables(const Facts& facts, Language language);

// Which file is imported where, in which order.
std::string netbox_guide(const std::vector<TableDocument>& tables, Language language);

} // namespace riser
