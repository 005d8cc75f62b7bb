// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/patched_jacks.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

class Patching {
  public:
    explicit Patching(FactInput& input) : ends_(input.get<CableEnds>()), cables_(input.get<CableKinds>().cables) {}

    void add(const JackLink& link, std::vector<PatchedJack>& out) const {
        if (link.far.kind == Kind::ports && link.far.value != 0)
            out.push_back({link.id, PortId{link.far.value}});
        if (link.far.kind != Kind::panels || link.far.value == 0)
            return;
        for (const CableEnding& ending : ends_.on(link.far)) {
            if (ending.position != link.far_position)
                continue;
            const CableKind* cable = cables_.find(ending.cable);
            if (!cable || cable->role != CableRole::cord)
                continue;
            const CableEnding* far = ends_.first(ending.cable, ending.end == CableEnd::a ? CableEnd::b : CableEnd::a);
            if (far && far->on.kind == Kind::ports)
                out.push_back({link.id, PortId{far->on.value}});
        }
    }

  private:
    const CableEnds& ends_;
    const Table<CableKind>& cables_;
};

void settle(std::vector<PatchedJack>& jacks) {
    std::sort(jacks.begin(), jacks.end());
    jacks.erase(std::unique(jacks.begin(), jacks.end()), jacks.end());
}

// Panels on which a cable of another kind or end ends or ended.
std::set<AnyId> touched_panels(FactInput& input) {
    const CableEnds& before = input.before_fact<CableEnds>();
    const CableEnds& after = input.get<CableEnds>();
    std::vector<CableId> cables = cables_ended_anew(before, after);
    Table<CableKind>::diff(input.before_fact<CableKinds>().cables, input.get<CableKinds>().cables,
                           [&](const CableKind* a, const CableKind* b) {
                               cables.push_back((a ? a : b)->id);
                               return true;
                           });
    std::set<AnyId> out;
    for (const CableId id : cables)
        for (const CableEnds* ends : {&before, &after})
            for (const CableEnding& ending : ends->of(id))
                if (ending.on.kind == Kind::panels)
                    out.insert(ending.on);
    return out;
}

} // namespace

PatchedJacks PatchedJacks::compute(FactInput& input) {
    PatchedJacks out;
    const Patching patching(input);
    for (const JackLink& link : input.get<JackLinks>().jacks)
        patching.add(link, out.jacks);
    settle(out.jacks);
    return out;
}

// Asks again for jacks whose link is another or ends on a panel where something changed.
std::optional<PatchedJacks> PatchedJacks::update(const PatchedJacks& previous, const ChangeSet&, FactInput& input) {
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    std::set<JackId> touched;
    Table<JackLink>::diff(input.before_fact<JackLinks>().jacks, links, [&](const JackLink* a, const JackLink* b) {
        touched.insert((a ? a : b)->id);
        return true;
    });
    if (const std::set<AnyId> panels = touched_panels(input); !panels.empty())
        for (const JackLink& link : links)
            if (link.far.kind == Kind::panels && panels.contains(link.far))
                touched.insert(link.id);
    if (touched.empty())
        return std::nullopt;
    PatchedJacks out;
    for (const PatchedJack& jack : previous.jacks)
        if (!touched.contains(jack.jack))
            out.jacks.push_back(jack);
    const Patching patching(input);
    for (const JackId id : touched)
        if (const JackLink* link = links.find(id))
            patching.add(*link, out.jacks);
    settle(out.jacks);
    return out == previous ? std::nullopt : std::optional(std::move(out));
}

} // namespace riser
