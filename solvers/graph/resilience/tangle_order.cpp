// SPDX-License-Identifier: GPL-3.0-or-later
// In which order a diagram tests the variables of a tangle: what occurs together stands together. Variables and gates
// are drawn to the middle of the gates that they occur in, again and again (FORCE; Aloul, Markov, Sakallah 2003); the
// order in which gates span least is taken.
#include "solvers/graph/resilience/tangle.h"

#include <algorithm>
#include <numeric>

namespace riser {

namespace {

constexpr int rounds = 40;

// Each gate with what stands in it, as numbers of variables, then of gates.
std::vector<std::vector<std::uint32_t>> members_of(const Tangle& tangle) {
    const auto variables = static_cast<std::uint32_t>(tangle.variables.size());
    std::vector<std::vector<std::uint32_t>> out;
    for (std::uint32_t gate = 0; gate < tangle.gates.size(); ++gate) {
        std::vector<std::uint32_t> members = tangle.gates[gate].variables;
        for (const std::uint32_t inner : tangle.gates[gate].gates)
            members.push_back(variables + inner);
        if (!members.empty()) {
            members.push_back(variables + gate);
            out.push_back(std::move(members));
        }
    }
    return out;
}

double span_of(const std::vector<std::vector<std::uint32_t>>& sets, const std::vector<double>& places) {
    double out = 0;
    for (const std::vector<std::uint32_t>& set : sets) {
        const auto [low, high] = std::ranges::minmax(set, {}, [&](std::uint32_t member) { return places[member]; });
        out += places[high] - places[low];
    }
    return out;
}

void draw_together(const std::vector<std::vector<std::uint32_t>>& sets, std::vector<double>& places) {
    std::vector<double> sum(places.size()), count(places.size());
    for (const std::vector<std::uint32_t>& set : sets) {
        double middle = 0;
        for (const std::uint32_t member : set)
            middle += places[member];
        middle /= static_cast<double>(set.size());
        for (const std::uint32_t member : set) {
            sum[member] += middle;
            count[member] += 1;
        }
    }
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = 0; i < places.size(); ++i)
        sum[i] = count[i] > 0 ? sum[i] / count[i] : places[i];
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return sum[a] < sum[b]; });
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = static_cast<double>(i);
}

// As gates were made, from within: each after what stands in it.
std::vector<double> as_made(const Tangle& tangle) {
    const std::size_t variables = tangle.variables.size();
    std::vector<double> out(variables + tangle.gates.size(), -1);
    double next = 0;
    for (std::size_t gate = 0; gate < tangle.gates.size(); ++gate) {
        for (const std::uint32_t variable : tangle.gates[gate].variables)
            if (out[variable] < 0)
                out[variable] = next++;
        out[variables + gate] = next++;
    }
    return out;
}

} // namespace

std::vector<std::uint32_t> test_order(const Tangle& tangle) {
    const std::vector<std::vector<std::uint32_t>> sets = members_of(tangle);
    std::vector<double> places = as_made(tangle), best = places;
    double least = span_of(sets, places);
    for (int round = 0; round < rounds; ++round) {
        draw_together(sets, places);
        const double span = span_of(sets, places);
        if (span < least) {
            least = span;
            best = places;
        }
    }
    std::vector<std::uint32_t> out;
    std::vector<bool> occurs(tangle.variables.size());
    for (const TangleGate& gate : tangle.gates)
        for (const std::uint32_t variable : gate.variables)
            if (!occurs[variable]) {
                occurs[variable] = true;
                out.push_back(variable);
            }
    std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return best[a] < best[b]; });
    return out;
}

} // namespace riser
