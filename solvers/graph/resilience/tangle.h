// SPDX-License-Identifier: GPL-3.0-or-later
// What FormLosses reckons as a whole: a monotone function whose parts share elements, over variables of which each is
// an element or a part that nothing else looks into.
#pragma once

#include "solvers/graph/resilience/form_loss.h"

namespace riser {

struct TangleGate {
    bool any = false;
    std::vector<std::uint32_t> variables = {}; // sorted
    std::vector<std::uint32_t> gates = {};     // before this one, sorted
};

struct Tangle {
    std::vector<Form> variables = {};
    std::vector<TangleGate> gates = {}; // the last is the whole
};

// O(forms below).
Tangle tangle_of(const MonotoneForms& forms, Form form);

// Variables that occur in the same gates only, all of one kind: as good as one.
struct TangleGroup {
    FormKind kind = FormKind::all;
    std::vector<std::uint32_t> variables = {}; // two or more, sorted
};
// All there are; none in another. Merging them may bring forth more.
std::vector<TangleGroup> groups_in(const Tangle& tangle);
// The first of each group stands for all of it from now on; the others occur no more. O(size of the tangle).
void merge(Tangle& tangle, std::span<const TangleGroup> groups);

// The variables that occur, as a diagram tests them. O(size of the tangle) a round of few.
std::vector<std::uint32_t> test_order(const Tangle& tangle);

struct TangleLoss {
    Outcome outcome = Outcome::complete;
    double lower = 0;
    double upper = 0;
    std::vector<double> slopes = {}; // of the upper bound by each variable; when cut off, of the lower
};
// `lower` and `upper` are of each variable: a chance, or what it lies between.
TangleLoss tangle_loss(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper,
                       const FormLossOptions& options, const Run& run);

} // namespace riser
