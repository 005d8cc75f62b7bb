// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cabling_index.h"

#include <algorithm>

namespace riser {

namespace {

// Brings the pairs of each index (what its key says of a row, the row's id) from one table to another.
template<class Row, class... Index> void follow_table(Table<Row>& from, const Table<Row>& to, Index... index) {
    const auto follow = [](const Row* before, const Row* after, auto& at) {
        if (before && after && at.key(*before) == at.key(*after))
            return;
        if (before) {
            const auto [first, last] = at.pairs.equal_range(at.key(*before));
            at.pairs.erase(std::find_if(first, last, [&](const auto& pair) { return pair.second == before->id; }));
        }
        if (after)
            at.pairs.emplace(at.key(*after), after->id);
    };
    Table<Row>::diff(from, to, [&](const Row* before, const Row* after) {
        (follow(before, after, index), ...);
        return true;
    });
    from = to;
}
template<class Pairs, class Key> struct IndexBy {
    Pairs& pairs;
    Key key;
};
template<class Pairs, class Key> IndexBy(Pairs&, Key) -> IndexBy<Pairs, Key>;

template<class Pairs, class Key> auto ids_at(const Pairs& pairs, const Key& key) {
    std::vector<typename Pairs::mapped_type> out;
    for (auto [at, last] = pairs.equal_range(key); at != last; ++at)
        out.push_back(at->second);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

void CablingIndex::follow(const Design& design) {
    follow_table(jacks_, design.jacks, IndexBy{of_outlets_, [](const Jack& jack) { return jack.outlet; }});
    follow_table(terminations_, design.terminations,
                 IndexBy{on_rows_, [](const Termination& row) { return row.on.value; }},
                 IndexBy{of_cables_, [](const Termination& row) { return row.cable; }});
}

std::vector<JackId> CablingIndex::jacks_of(OutletId outlet) const { return ids_at(of_outlets_, outlet); }

std::vector<TerminationId> CablingIndex::terminations_on(AnyId row) const {
    std::vector<TerminationId> out = ids_at(on_rows_, row.value);
    std::erase_if(out, [&](TerminationId id) { return terminations_.find(id)->on != row; });
    return out;
}

std::vector<TerminationId> CablingIndex::terminations_of(CableId cable) const { return ids_at(of_cables_, cable); }

} // namespace riser
