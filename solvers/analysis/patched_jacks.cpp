// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/patched_jacks.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>

namespace riser {

PatchedJacks PatchedJacks::compute(FactInput& input) {
    PatchedJacks out;
    const CableEnds& ends = input.get<CableEnds>();
    const Table<CableKind>& cables = input.get<CableKinds>().cables;
    for (const JackLink& link : input.get<JackLinks>().jacks) {
        if (link.far.kind == Kind::ports && link.far.value != 0)
            out.jacks.push_back({link.id, PortId{link.far.value}});
        if (link.far.kind != Kind::panels || link.far.value == 0)
            continue;
        for (const CableEnding& ending : ends.on(link.far)) {
            const CableKind* cable = cables.find(ending.cable);
            if (ending.position != link.far_position || !cable || cable->role != CableRole::cord)
                continue;
            const CableEnding* far = ends.first(ending.cable, ending.end == CableEnd::a ? CableEnd::b : CableEnd::a);
            if (far && far->on.kind == Kind::ports)
                out.jacks.push_back({link.id, PortId{far->on.value}});
        }
    }
    std::sort(out.jacks.begin(), out.jacks.end());
    out.jacks.erase(std::unique(out.jacks.begin(), out.jacks.end()), out.jacks.end());
    return out;
}

} // namespace riser
