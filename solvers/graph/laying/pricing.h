// SPDX-License-Identifier: GPL-3.0-or-later
// A laying problem with its edges by vertex, its parts (what no edge joins), and what a choice of edges costs.
#pragma once

#include "solvers/graph/laid_network.h"

namespace riser::laying {

using Choice = std::vector<std::uint8_t>; // by edge: laid

struct Priced {
    std::int64_t laying = 0;
    std::int64_t ways = 0;
    std::int64_t cost() const { return laying + ways; }
};

struct End {
    std::uint32_t edge = 0;
    std::uint32_t to = 0;
    std::int32_t axis = 0;
};

class Pricing {
  public:
    explicit Pricing(const LayingProblem& problem); // which must outlive it; checked before

    const std::vector<End>& ends(std::uint32_t vertex) const { return ends_[vertex]; }
    bool wanted(std::uint32_t vertex) const {
        return wanted_[vertex];
    } // a source, a demand, joined twice, of an edge laid always
    std::uint32_t part(std::uint32_t vertex) const { return part_[vertex]; }
    std::uint32_t parts() const { return parts_; }

    // Takes off dead ends and what hangs on nothing wanted. O(edges).
    void prune(Choice& choice) const;
    // Nothing when the choice leaves something wanted apart from its part's root, makes a way too long or leaves too
    // few ways between what is to be joined twice. O(edges log vertices).
    std::optional<Priced> of(const Choice& choice) const;

  private:
    void find_parts();
    std::vector<std::uint8_t> joined_to_roots(const Choice& choice) const;
    std::vector<std::int64_t> distances(const Choice& choice) const; // of each vertex from the nearest source
    std::int64_t fittings(const Choice& choice) const;
    Choice only_ways(const Choice& choice) const; // edges without which something joined twice is apart
    bool ways_suffice(const Choice& choice) const;

    const LayingProblem& problem_;
    std::vector<std::vector<End>> ends_;
    std::vector<std::uint8_t> wanted_;
    std::vector<std::uint8_t> source_;
    std::vector<std::uint32_t> part_;
    std::vector<std::uint32_t> roots_;  // of each part the first source, else the first vertex that is wanted
    std::vector<std::int64_t> longest_; // by demand
    Choice only_ways_;                  // when all edges are laid
    std::uint32_t parts_ = 0;
};

} // namespace riser::laying
