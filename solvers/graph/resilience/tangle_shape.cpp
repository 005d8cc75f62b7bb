// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/tangle_shape.h"

#include <algorithm>
#include <bit>

namespace riser {

namespace {

constexpr int rounds = 3;

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 32)) * 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 29)) * 0xbf58476d1ce4e5b9U;
    return value ^ (value >> 32);
}

// Equal for what looks alike from where it stands.
class Colours {
  public:
    Colours(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper)
        : tangle_(tangle), gates(tangle.gates.size(), 0) {
        for (std::size_t i = 0; i < lower.size(); ++i)
            variables.push_back(
                mixed(std::bit_cast<std::uint64_t>(lower[i]) * 3 + mixed(std::bit_cast<std::uint64_t>(upper[i]))));
        for (int round = 0; round < rounds; ++round) {
            up();
            down();
        }
    }

  private:
    const Tangle& tangle_;

  public:
    std::vector<std::uint64_t> variables = {}, gates;

  private:
    void up() {
        for (std::size_t i = 0; i < gates.size(); ++i) {
            std::uint64_t sum = gates[i] + (tangle_.gates[i].any ? 1 : 0);
            for (const std::uint32_t variable : tangle_.gates[i].variables)
                sum += mixed(variables[variable] + 5);
            for (const std::uint32_t inner : tangle_.gates[i].gates)
                sum += mixed(gates[inner] + 11);
            gates[i] = mixed(sum);
        }
    }
    void down() {
        std::vector<std::uint64_t> about(gates.size(), 0), beside(variables.size(), 0);
        for (std::size_t i = gates.size(); i-- > 0;) {
            gates[i] = mixed(gates[i] + about[i]);
            for (const std::uint32_t variable : tangle_.gates[i].variables)
                beside[variable] += mixed(gates[i] + 17);
            for (const std::uint32_t inner : tangle_.gates[i].gates)
                about[inner] += mixed(gates[i] + 23);
        }
        for (std::size_t i = 0; i < variables.size(); ++i)
            variables[i] = mixed(variables[i] + beside[i]);
    }
};

class Numbering {
  public:
    Numbering(const Tangle& tangle, const Colours& colours)
        : tangle_(tangle),
          colours_(colours),
          gate_(tangle.gates.size(), none),
          variable_(tangle.variables.size(), none) {
        std::vector<std::pair<std::uint32_t, bool>> stack{{static_cast<std::uint32_t>(tangle.gates.size() - 1), false}};
        while (!stack.empty()) {
            const auto [gate, done] = stack.back();
            stack.pop_back();
            if (gate_[gate] != none)
                continue;
            if (done) {
                settle(gate);
                continue;
            }
            stack.emplace_back(gate, true);
            for (const std::uint32_t inner : by_colour(tangle.gates[gate].gates, colours_.gates))
                stack.emplace_back(inner, false);
        }
    }
    Tangle out = {};
    std::vector<std::uint32_t> variables = {};

  private:
    static constexpr std::uint32_t none = UINT32_MAX;

    static std::vector<std::uint32_t> by_colour(std::vector<std::uint32_t> list,
                                                const std::vector<std::uint64_t>& colours) {
        std::ranges::stable_sort(list, {}, [&](std::uint32_t one) { return colours[one]; });
        return list;
    }
    void settle(std::uint32_t gate) {
        TangleGate made{.any = tangle_.gates[gate].any};
        for (const std::uint32_t variable : by_colour(tangle_.gates[gate].variables, colours_.variables)) {
            if (variable_[variable] == none) {
                variable_[variable] = static_cast<std::uint32_t>(variables.size());
                variables.push_back(variable);
                out.variables.push_back(tangle_.variables[variable]);
            }
            made.variables.push_back(variable_[variable]);
        }
        for (const std::uint32_t inner : tangle_.gates[gate].gates)
            made.gates.push_back(gate_[inner]);
        std::ranges::sort(made.variables);
        std::ranges::sort(made.gates);
        gate_[gate] = static_cast<std::uint32_t>(out.gates.size());
        out.gates.push_back(std::move(made));
    }

    const Tangle& tangle_;
    const Colours& colours_;
    std::vector<std::uint32_t> gate_, variable_; // new by old
};

} // namespace

ShapedTangle shaped(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper) {
    const Colours colours(tangle, lower, upper);
    Numbering numbering(tangle, colours);
    ShapedTangle out{.shape = {}, .tangle = std::move(numbering.out), .variables = std::move(numbering.variables)};
    for (const TangleGate& gate : out.tangle.gates) {
        std::vector<std::uint32_t>& words = out.shape.gates;
        words.insert(words.end(), {gate.any ? 1U : 0U, static_cast<std::uint32_t>(gate.variables.size()),
                                   static_cast<std::uint32_t>(gate.gates.size())});
        words.insert(words.end(), gate.variables.begin(), gate.variables.end());
        words.insert(words.end(), gate.gates.begin(), gate.gates.end());
    }
    for (const std::uint32_t variable : out.variables) {
        out.shape.lower.push_back(lower[variable]);
        out.shape.upper.push_back(upper[variable]);
    }
    return out;
}

} // namespace riser

std::size_t std::hash<riser::TangleShape>::operator()(const riser::TangleShape& shape) const noexcept {
    std::uint64_t out = shape.gates.size();
    for (const std::uint32_t word : shape.gates)
        out = riser::mixed(out + word);
    for (const std::vector<double>* list : {&shape.lower, &shape.upper})
        for (const double chance : *list)
            out = riser::mixed(out + std::bit_cast<std::uint64_t>(chance));
    return static_cast<std::size_t>(out);
}
