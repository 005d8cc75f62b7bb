// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that stand on more than one row of a kind, and retired labels that are in use again. Outlets, jacks, cables,
// panels, racks, devices, spaces and the like are labelled once in the design; floors once in a building, rooms (by
// their number) once on a floor. Empty labels are no labels, and rows with status `remove` have given theirs up.
#pragma once

#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

struct DoubledLabel {
    std::string label;
    std::vector<AnyId> rows; // at least two, sorted
    bool operator==(const DoubledLabel&) const = default;
};

// Of one kind of row.
template<class Row> struct LabelsOf {
    std::size_t labelled = 0;          // rows that have a label
    std::vector<DoubledLabel> doubled; // by label
    bool operator==(const LabelsOf&) const = default;
    static LabelsOf compute(FactInput& input);
    static std::optional<LabelsOf> update(const LabelsOf& previous, const ChangeSet& changes, FactInput& input);
};

struct Labels {
    std::size_t labelled = 0;
    std::vector<DoubledLabel> doubled; // by kind, then label
    bool operator==(const Labels&) const = default;
    static Labels compute(FactInput& input);
};

struct RetiredReuse {
    RetiredLabelId retired;
    AnyId row;
    bool operator==(const RetiredReuse&) const = default;
};
struct RetiredLabelUses {
    std::size_t retired = 0;
    std::vector<RetiredReuse> uses; // by retired label, then row
    bool operator==(const RetiredLabelUses&) const = default;
    static RetiredLabelUses compute(FactInput& input);
};

} // namespace riser
