// SPDX-License-Identifier: GPL-3.0-or-later
// What each policy says, in words, below a topology on its sheet.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/drawings/topology_content.h"

#include <vector>

namespace riser {

// Policies of the same terms together, below these. In as many columns of like height as there is room for, read
// downwards; on paper `width` mm wide and at most `most` mm high, for which it is set smaller (`scale`) where it must
// be. Empty without policies.
Drawing policy_list(const std::vector<TopologyPolicy>& policies, double width, double most, Language language);

} // namespace riser
