// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/need_sets.h"

#include <algorithm>

namespace riser {

namespace {

// Leaves out sets that contain others, and the largest beyond so many.
void tidy(NeedSets& sets, std::size_t most) {
    if (sets.sets.size() < 2)
        return;
    std::ranges::sort(sets.sets, [](const ElementSet& a, const ElementSet& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    std::vector<ElementSet> kept;
    for (ElementSet& set : sets.sets) {
        if (std::ranges::any_of(kept, [&](const ElementSet& less) { return std::ranges::includes(set, less); }))
            continue;
        if (kept.size() == most) {
            sets.all_there = false;
            break;
        }
        kept.push_back(std::move(set));
    }
    sets.sets = std::move(kept);
}

NeedSets both(const NeedSets& a, const NeedSets& b, std::size_t most) {
    NeedSets out{.sets = {}, .all_there = a.all_there && b.all_there};
    for (const ElementSet& x : a.sets)
        for (const ElementSet& y : b.sets)
            std::ranges::set_union(x, y, std::back_inserter(out.sets.emplace_back()));
    tidy(out, most);
    return out;
}

} // namespace

NeedSets need_sets(const NeedTable& needs, NeedIndex need, std::span<const NeedIndex> taken, std::size_t most) {
    if (std::ranges::find(taken, need) != taken.end())
        return {.sets = {{}}};
    const NeedView view = needs[need];
    if (!view.any) {
        NeedSets out{.sets = {ElementSet(view.elements.begin(), view.elements.end())}};
        for (const NeedIndex part : view.needs)
            out = both(out, need_sets(needs, part, taken, most), most);
        return out;
    }
    NeedSets out;
    for (const ElementIndex element : view.elements)
        out.sets.push_back({element});
    for (const NeedIndex part : view.needs) {
        NeedSets more = need_sets(needs, part, taken, most);
        out.all_there = out.all_there && more.all_there;
        std::ranges::move(more.sets, std::back_inserter(out.sets));
    }
    tidy(out, most);
    return out;
}

} // namespace riser
