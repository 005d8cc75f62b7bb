// SPDX-License-Identifier: GPL-3.0-or-later
// When does a node still reach another, as one monotone function: of a network whose nodes and links each stand when
// their own function does. Nodes are taken out one after another, those with fewest neighbours first, and each two
// neighbours joined by what led through (Gauss-Jordan elimination over the lattice of monotone functions; Backhouse and
// Carre 1975): what hangs on one node falls away, series and parallels close up by themselves, and nothing is assumed
// of elements that several links share.
#pragma once

#include "solvers/graph/resilience/link_network.h"
#include "solvers/graph/resilience/monotone.h"
#include "solvers/graph/resilience/needs.h"

namespace riser {

// Each need of a table as such a function, of elements by their index. O(size of the table).
std::vector<Form> need_forms(MonotoneForms& forms, const NeedTable& needs);

// A node at which what is sought is found while `stands` holds.
struct ReachExit {
    NetNode node{};
    Form stands = MonotoneForms::always();
};

// Holds when a way from `from` to any exit stands, its ends included. `nodes` and `links` are of each of the network's.
// O(n d^2) forms for n nodes, of which each has d neighbours when its turn comes.
Form reach_form(MonotoneForms& forms, const LinkNetwork& network, std::span<const Form> nodes,
                std::span<const Form> links, NetNode from, std::span<const ReachExit> exits);

// Of a system x[i] = any of (found[i], all of (way, x[j]) for each way from i to j), the least x: what can be found
// from i by ways that lead one way only. O(n d^2) forms.
struct OneWay {
    std::uint32_t from = 0, to = 0;
    Form stands = MonotoneForms::always();
};
std::vector<Form> found_from(MonotoneForms& forms, std::span<const OneWay> ways, std::vector<Form> found);

} // namespace riser
