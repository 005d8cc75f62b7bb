// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/climb.h"

namespace riser::steiner {

Ascent dual_ascent(const Layout& layout, Vertex root, Effort& effort, const AscentOptions& options) {
    Ascent out;
    out.root = root;
    Climb(layout, out, options).run(effort, options.enough);
    return out;
}

} // namespace riser::steiner
