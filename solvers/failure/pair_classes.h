// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of the backbone by what they knock out, and which two classes may have anything to do with each other.
#pragma once

#include "solvers/failure/failure_states.h"

namespace riser {

class PairClasses {
  public:
    PairClasses(const FailureModel& model, const ReachNetwork& network, FailureStates& states, unsigned threads);

    const std::vector<std::vector<ElementIndex>>& elements() const { return elements_; }
    const std::vector<StateLoss>& losses() const { return losses_; }     // of each class alone
    std::size_t weight(std::uint32_t one) const { return weight_[one]; } // how much falls
    // Later classes that may take more together with this one, ascending.
    void others(std::uint32_t one, std::vector<std::uint32_t>& out) const;

  private:
    void add_elements(const FailureModel& model);
    void add_ties(const FailureModel& model, const ReachNetwork& network, const std::vector<FailureState>& alone);

    std::vector<std::vector<ElementIndex>> elements_;
    std::vector<StateLoss> losses_;
    std::vector<std::size_t> weight_;
    // A tie is a segment, or a condition met by several; classes that share one are looked at together.
    std::vector<std::vector<std::uint32_t>> ties_;    // by class
    std::vector<std::vector<std::uint32_t>> classes_; // by tie, ascending
    std::vector<std::uint32_t> all_;                  // without which a table comes to less, ascending
};

} // namespace riser
