// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/jack_links.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_starts.h"
#include "solvers/analysis/projection.h"

#include <algorithm>

namespace riser {

namespace {

class Tracer {
  public:
    explicit Tracer(FactInput& input)
        : input_(input),
          ends_(input.get<CableEnds>()),
          cables_(input.get<CableKinds>().cables),
          starts_(input.get<CableStarts>()) {}

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
            link.space = starts_.of(link.cables.back());
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
    const CableStarts& starts_;
};

// Cables of another kind, start or end than before, and the rows they end or ended on. Sorted.
struct Touched {
    std::vector<CableId> cables;
    std::vector<AnyId> rows;

    explicit Touched(FactInput& input) {
        const auto note = [&](const auto* before, const auto* after) {
            cables.push_back((before ? before : after)->id);
            return true;
        };
        Table<CableKind>::diff(input.before_fact<CableKinds>().cables, input.get<CableKinds>().cables, note);
        Table<CableStart>::diff(input.before_fact<CableStarts>().cables, input.get<CableStarts>().cables, note);
        const CableEnds& before = input.before_fact<CableEnds>();
        const CableEnds& after = input.get<CableEnds>();
        const std::vector<CableId> ended = cables_ended_anew(before, after);
        cables.insert(cables.end(), ended.begin(), ended.end());
        std::sort(cables.begin(), cables.end());
        for (const CableId id : cables)
            for (const CableEnds* ends : {&before, &after})
                for (const CableEnding& ending : ends->of(id))
                    rows.push_back(ending.on);
        std::sort(rows.begin(), rows.end());
    }
    bool empty() const { return cables.empty(); }
    bool holds(AnyId row) const { return std::binary_search(rows.begin(), rows.end(), row); }
    // Whether another trace of the jack may give another link. What passes a consolidation point is always traced.
    bool concerns(const JackLink& link) const {
        return link.cables.size() > 1 || holds(link.id) || (link.far.value != 0 && holds(link.far)) ||
               std::any_of(link.cables.begin(), link.cables.end(),
                           [&](CableId id) { return std::binary_search(cables.begin(), cables.end(), id); });
    }
};

} // namespace

JackLinks JackLinks::compute(FactInput& input) {
    Tracer tracer(input);
    return {projected<JackLink>(input.get<JackPlaces>().jacks,
                                [&](const JackPlace& jack) { return std::optional(tracer.trace(jack.id)); })};
}

// Traces again what ends on a changed cable, or on what one ends on; all when panels, spaces or devices changed.
std::optional<JackLinks> JackLinks::update(const JackLinks& previous, const ChangeSet& changes, FactInput& input) {
    if (!changes.empty())
        return compute(input);
    Tracer tracer(input);
    JackLinks out = previous;
    bool changed = false;
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    Table<JackPlace>::diff(input.before_fact<JackPlaces>().jacks, jacks, [&](const JackPlace* a, const JackPlace* b) {
        changed |= settle_row(out.jacks, (a ? a : b)->id, b ? std::optional(tracer.trace(b->id)) : std::nullopt);
        return true;
    });
    if (const Touched touched(input); !touched.empty())
        for (const JackLink& link : previous.jacks)
            if (touched.concerns(link) && jacks.contains(link.id))
                changed |= settle_row(out.jacks, link.id, std::optional(tracer.trace(link.id)));
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
