// SPDX-License-Identifier: GPL-3.0-or-later
// Which cables the length rules of balanced cabling are about: horizontal, of pairs, and measurable.
#pragma once

#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/checks/rule.h"

#include <algorithm>

namespace riser {

// A cable of an unknown type is taken for copper, the stricter of the two.
inline bool of_pairs(FactInput& facts, CableTypeId id) {
    const CableType* type = facts.find(id);
    return !type || type->element == ElementUnit::pair;
}
// The same of cables, for rules that ask of all of them.
class PairCables {
  public:
    explicit PairCables(FactInput& facts) : kinds_(facts.get<CableKinds>().cables) {
        for (const CableType& type : facts.table<CableType>())
            if (type.element != ElementUnit::pair)
                others_.push_back(type.id);
    }
    bool operator()(CableId id) const {
        const CableKind* cable = others_.empty() ? nullptr : kinds_.find(id);
        return !cable || !std::binary_search(others_.begin(), others_.end(), cable->type);
    }

  private:
    const Table<CableKind>& kinds_;
    std::vector<CableTypeId> others_; // types of something else, by id
};

// Whether at_most would say nothing: most lengths pass by far, and need no words.
inline bool passes_by_far(Millimetres limit, Millimetres actual) { return actual <= limit && !is_near(limit, actual); }

// Calls visit(cable, what it is, its length) for each; says why there is none.
template<class Visit> void for_each_horizontal(FactInput& facts, FindingList& findings, Visit visit) {
    const Table<CableKind>& kinds = facts.get<CableKinds>().cables;
    auto kind = kinds.begin();
    for (const MeasuredCable& cable : facts.get<CableLengths>().cables) {
        // Both tables hold the cables that stay, in the order of their ids.
        while (kind != kinds.end() && kind->id < cable.id)
            ++kind;
        if (cable.role != CableRole::horizontal || !cable.length || kind == kinds.end() || !of_pairs(facts, kind->type))
            continue;
        ++findings.examined;
        visit(cable, *kind, cable.length->total());
    }
    if (findings.examined == 0)
        findings.not_applicable = {"还没有可量长度的水平铜缆", "there is no horizontal copper cable with a length yet"};
}

} // namespace riser
