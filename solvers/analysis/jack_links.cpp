// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/jack_links.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_starts.h"
#include "solvers/analysis/projection.h"

namespace riser {

namespace {

class Tracer {
  public:
    explicit Tracer(FactInput& input)
        : input_(input), ends_(input.get<CableEnds>()), cables_(input.get<CableKinds>().cables) {}

    JackLink trace(JackId jack) {
        JackLink link{.id = jack, .cables = {}, .far = {}, .far_position = 1, .space = {}};
        AnyId at = jack;
        std::int32_t position = 0; // any, on a jack
        while (const CableEnding* near = horizontal_on(at, position, link.cables)) {
            link.cables.push_back(near->cable);
            const CableEnding* far = ends_.first(near->cable, near->end == CableEnd::a ? CableEnd::b : CableEnd::a);
            if (!far)
                break;
            at = link.far = far->on;
            position = link.far_position = far->position;
            if (!passes_through(at))
                break;
        }
        if (link.far.value != 0)
            link.space = space_of(input_, link.far);
        else if (!link.cables.empty())
            link.space = input_.get<CableStarts>().of(link.cables.back());
        return link;
    }

  private:
    const CableEnding* horizontal_on(AnyId row, std::int32_t position, const std::vector<CableId>& taken) const {
        for (const CableEnding& ending : ends_.on(row)) {
            const CableKind* cable = cables_.find(ending.cable);
            if (cable && cable->role == CableRole::horizontal && (position == 0 || ending.position == position) &&
                std::find(taken.begin(), taken.end(), ending.cable) == taken.end())
                return &ending;
        }
        return nullptr;
    }
    bool passes_through(AnyId row) {
        if (row.kind != Kind::panels)
            return false;
        const Panel* panel = input_.find(PanelId{row.value});
        return panel && panel->kind == PanelKind::consolidation_point;
    }

    FactInput& input_;
    const CableEnds& ends_;
    const Table<CableKind>& cables_;
};

} // namespace

JackLinks JackLinks::compute(FactInput& input) {
    Tracer tracer(input);
    return {projected<JackLink>(input.get<JackPlaces>().jacks,
                                [&](const JackPlace& jack) { return std::optional(tracer.trace(jack.id)); })};
}

} // namespace riser
