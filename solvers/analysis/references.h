// SPDX-License-Identifier: GPL-3.0-or-later
// References that lead nowhere. A merge or a half-made design may hold them; solvers tolerate them and a rule says so.
// Found by walking the field table, so a new field is looked at without a word here.
#pragma once

#include "model/kinds.h"
#include "solvers/base/facts.h"

#include <string_view>

namespace riser {

struct DanglingReference {
    AnyId row;
    std::string_view field; // key of the field, or of the part's field
    AnyId target;
    auto operator<=>(const DanglingReference&) const = default;
};

// Of the rows of one kind.
struct DanglingOf {
    using Argument = Kind;
    std::vector<DanglingReference> references; // sorted
    bool operator==(const DanglingOf&) const = default;
    static DanglingOf compute(FactInput& input, const Kind& kind);
    static std::optional<DanglingOf> update(const DanglingOf& previous, const ChangeSet& changes, FactInput& input,
                                            const Kind& kind);
};

struct References {
    std::size_t rows = 0;                    // of kinds that can refer to others
    std::vector<DanglingReference> dangling; // by kind, then row
    bool operator==(const References&) const = default;
    static References compute(FactInput& input);
};

} // namespace riser
