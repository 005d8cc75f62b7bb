// SPDX-License-Identifier: GPL-3.0-or-later
// The climb of a dual ascent: terminals take turns to raise the sets that reach them. Can climb again from a lowered
// state.
#pragma once

#include "solvers/graph/steiner/dual_ascent.h"

#include <random>

namespace riser::steiner {

// What was raised at once: the arcs into a set, by their positions, and by how much.
struct Cut {
    std::vector<std::int32_t> arcs;
    Cost raised = 0;
};

class Climb {
  public:
    // Starts from nothing raised; the ascent is written to.
    Climb(const Layout& layout, Ascent& ascent, const AscentOptions& options);

    void record(std::vector<Cut>& raised) { raised_ = &raised; }
    void shuffle(std::mt19937& engine) { shuffle_ = &engine; } // from then on turns come in another order each time

    // From what is left of the costs: all terminals have turns again, until each is reached, the bound is `enough`, or
    // the effort is over.
    void run(Effort& effort, Cost enough);

  private:
    void follow(const Tree& guide);
    Cost weighed(Cost turn) { return shuffle_ == nullptr ? turn : turn * static_cast<Cost>(4 + (*shuffle_)() % 4); }
    void take_turn(VertexHeap::Entry turn, Effort& effort, Cost enough);
    void include(Vertex v);
    void reach_from(Vertex v);
    void grow(Effort& effort);
    void raise(Effort& effort);

    const Layout& layout_;
    Ascent& out_;
    std::vector<Cut>* raised_ = nullptr;
    std::mt19937* shuffle_ = nullptr;
    VertexHeap turns_;
    std::vector<std::uint8_t> active_;
    std::vector<std::int32_t> seen_;
    std::int32_t stamp_ = 0;
    std::vector<Vertex> set_; // what reaches the terminal for nothing
    std::size_t checked_ = 0;
    Cost entrances_ = 0;        // about how many arcs lead into the set
    Cost led_in_ = 0;           // edges of the guide that lead into the set
    std::vector<Vertex> above_; // in the guide; empty without one
    std::vector<Vertex> below_; // the first of those below, the others follow in next_
    std::vector<Vertex> next_;
    std::vector<std::int32_t> entering_;
    bool served_ = false;
};

} // namespace riser::steiner
