// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cabling_index.h"

#include <algorithm>

namespace riser {

namespace {

// Brings `pairs` (what key(row) says, the row's id) from one table to another.
template<class Pairs, class Row, class Key>
void follow_table(Table<Row>& from, const Table<Row>& to, Pairs& pairs, Key key) {
    Table<Row>::diff(from, to, [&](const Row* before, const Row* after) {
        if (before && after && key(*before) == key(*after))
            return true;
        if (before) {
            const auto [first, last] = pairs.equal_range(key(*before));
            pairs.erase(std::find_if(first, last, [&](const auto& pair) { return pair.second == before->id; }));
        }
        if (after)
            pairs.emplace(key(*after), after->id);
        return true;
    });
    from = to;
}

} // namespace

void CablingIndex::follow(const Design& design) {
    follow_table(jacks_, design.jacks, of_outlets_, [](const Jack& jack) { return jack.outlet; });
    follow_table(terminations_, design.terminations, on_rows_, [](const Termination& row) { return row.on.value; });
}

std::vector<JackId> CablingIndex::jacks_of(OutletId outlet) const {
    std::vector<JackId> out;
    for (auto [at, last] = of_outlets_.equal_range(outlet); at != last; ++at)
        out.push_back(at->second);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<TerminationId> CablingIndex::terminations_on(AnyId row) const {
    std::vector<TerminationId> out;
    for (auto [at, last] = on_rows_.equal_range(row.value); at != last; ++at)
        if (terminations_.find(at->second)->on == row)
            out.push_back(at->second);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace riser
