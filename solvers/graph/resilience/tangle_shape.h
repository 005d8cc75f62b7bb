// SPDX-License-Identifier: GPL-3.0-or-later
// Tangles that are alike up to the names of their variables are lost with one chance: of the access switches that hang
// on one backbone there are many such. A tangle is told by its shape: its gates and the chances of its variables, both
// in an order that does not ask for names. Colours are refined from part to whole and back (Weisfeiler and Leman 1968),
// and what they cannot tell apart stays in the order of the names, so that some that are alike are not seen to be;
// never the other way round.
#pragma once

#include "solvers/graph/resilience/tangle.h"

namespace riser {

struct TangleShape {
    std::vector<std::uint32_t> gates = {};      // each as: any, number of variables, number of gates, both lists
    std::vector<double> lower = {}, upper = {}; // of its variables
    bool operator==(const TangleShape&) const = default;
};

struct ShapedTangle {
    TangleShape shape = {};
    Tangle tangle = {};                        // the same, its variables and gates numbered by the shape
    std::vector<std::uint32_t> variables = {}; // of the tangle that it was made of; those that occur in it
};

// O(size of the tangle x log).
ShapedTangle shaped(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper);

} // namespace riser

template<> struct std::hash<riser::TangleShape> {
    std::size_t operator()(const riser::TangleShape& shape) const noexcept;
};
