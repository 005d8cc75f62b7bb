// SPDX-License-Identifier: GPL-3.0-or-later
// How likely is it that a monotone function does not hold, when each element is down with a chance of its own and none
// knows of another? Exactly: what shares no element is multiplied, parts that nothing else looks into (modules; Dutuit
// and Rauzy 1996) are reckoned apart, elements that occur only together become one, and what is left entangled is a
// decision diagram (Rauzy 1993) over "is down", so that rare events keep their digits. A diagram that grows too large
// is given up for a partition of the states, likeliest first (Dotson and Gobien 1979), which ends in bounds that are
// certain, and as near to each other as is asked for where elements are seldom down. Elements that fail by a cause in
// common are told so by an element for the cause.
#pragma once

#include "solvers/base/run.h"
#include "solvers/graph/resilience/monotone.h"

#include <memory>
#include <optional>

namespace riser {

struct KnownTangles;
struct ShapedTangle;
struct TangleLoss;

struct FormLossOptions {
    std::uint32_t most_nodes = 1U << 13;  // of a diagram, those on the way to it included
    std::uint32_t most_states = 1U << 13; // of the partition that bounds it,
    double gap = 1e-5;                    // which ends when the bounds are so near to each other, of the lower
    bool operator==(const FormLossOptions&) const = default;
};

// How fast the chance grows with that of an element (Birnbaum's importance). That the element is never down again would
// save slope x chance of it, exactly.
struct LossSlope {
    std::uint32_t element = 0;
    double slope = 0;
    bool operator==(const LossSlope&) const = default;
};

struct FormLoss {
    // complete: exact, and lower == upper but for rounding; limit_reached, stopped: between the two.
    Outcome outcome = Outcome::complete;
    double lower = 0;
    double upper = 0;
    std::vector<LossSlope> slopes =
        {}; // by element; where it was cut off, those of the lower bound, of chances within (0, 1)
    bool operator==(const FormLoss&) const = default;
};

// Answers many questions over one MonotoneForms, which must outlive it: what they share is reckoned once. `loss` is of
// each element, in [0, 1]. One thread.
class FormLosses {
  public:
    FormLosses(MonotoneForms& forms, std::vector<double> loss, const FormLossOptions& options = {});

    FormLoss of(Form form, const Run& run = {});

  private:
    // A chance, and how it grows with those that it was made of.
    struct Value {
        double lower = 0;
        double upper = 0;
        Outcome outcome = Outcome::complete; // of its own, not of what it was made of
        std::optional<std::uint32_t> element = {};
        std::vector<std::pair<std::uint32_t, double>> made_of = {}; // value, slope
    };
    std::uint32_t value_of(Form form, const Run& run);
    std::uint32_t gate_value(Form form, const Run& run);
    std::uint32_t tangle_value(Form form, const Run& run);
    TangleLoss loss_of(const ShapedTangle& tangle, const Run& run);
    std::uint32_t combined(FormKind kind, const std::vector<std::uint32_t>& values);
    std::uint32_t add(Value value);
    Form cleared(Form form);
    std::vector<std::vector<Form>> apart(Form form);
    FormLoss gathered(std::uint32_t value) const;

    MonotoneForms& forms_;
    std::vector<double> loss_;
    FormLossOptions options_;
    std::vector<Value> values_;
    std::unordered_map<std::uint32_t, std::uint32_t> known_; // value of a form
    std::vector<std::uint64_t> met_; // by form: above meetings_, the part in which apart() met it
    std::uint64_t meetings_ = 0;
    std::shared_ptr<KnownTangles> tangles_; // of this one alone
};

} // namespace riser
