// SPDX-License-Identifier: GPL-3.0-or-later
// Boolean functions as reduced ordered binary decision diagrams (Bryant 1986) with complement edges (Brace, Rudell,
// Bryant 1990): equal functions are the equal Bdd, so that sets of packets and of failures compare at once. Variables
// are numbered from 0 and tested in that order; a good order is the caller's. A BddSpace belongs to one thread at a
// time; spaces share nothing, so that several threads may have one each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

// A function of one space; means nothing in another. The default is true.
struct Bdd {
    std::uint32_t ref = 0; // node, twice, and 1 where it is complemented
    bool operator==(const Bdd&) const = default;
};

struct BddOptions {
    std::uint32_t most_nodes = 1U << 26; // 16 bytes each, and as much again for finding them
};

class BddSpace {
  public:
    explicit BddSpace(std::uint32_t variables, const BddOptions& options = {});

    std::uint32_t variables() const { return variables_; }
    static constexpr Bdd yes() { return {0}; }
    static constexpr Bdd no() { return {1}; }
    Bdd variable(std::uint32_t number); // below variables()

    static constexpr Bdd negation(Bdd f) { return {f.ref ^ 1U}; }
    Bdd both(Bdd f, Bdd g);
    Bdd either(Bdd f, Bdd g) { return negation(both(negation(f), negation(g))); }
    Bdd except(Bdd f, Bdd g) { return both(f, negation(g)); }
    Bdd differ(Bdd f, Bdd g) { return choose(f, negation(g), g); }
    Bdd choose(Bdd f, Bdd then, Bdd otherwise);
    bool within(Bdd f, Bdd g) { return except(f, g) == no(); } // f implies g

    // Variables of `some` (ascending) may be anything: those for which some value makes f true; and for which all do.
    Bdd exists(Bdd f, std::span<const std::uint32_t> some);
    Bdd for_all(Bdd f, std::span<const std::uint32_t> some) { return negation(exists(negation(f), some)); }
    // f where the variable has the value.
    Bdd fixed(Bdd f, std::uint32_t variable, bool value);

    // A way to make f true: of each variable its value, or nothing where it does not matter; no way: nothing at all.
    std::optional<std::vector<std::optional<bool>>> example(Bdd f) const;
    // The share of all assignments that make f true, in [0, 1].
    double density(Bdd f) const;
    // That f is true when each variable is with its own chance and none knows of another: sums of products only, so
    // that what is nearly impossible keeps its digits. `chances` is of variables().
    double probability(Bdd f, std::span<const double> chances) const;
    // By how much that grows with the chance of each variable (Birnbaum 1969): its derivative, of variables().
    std::vector<double> influence(Bdd f, std::span<const double> chances) const;
    std::size_t size(Bdd f) const; // nodes, the constant not counted

    std::size_t nodes() const { return nodes_.size(); }
    // More nodes were wanted than are allowed: since then every answer may be wrong, and this space is to be given up.
    bool overflowed() const { return overflowed_; }

  private:
    struct Node {
        std::uint32_t variable, low, high; // high is never complemented
    };
    enum class Verb : std::uint32_t { none, both, choose, exists };
    struct Known { // an answer given before
        Verb verb = Verb::none;
        std::uint32_t f = 0, g = 0, h = 0, answer = 0;
    };

    std::uint32_t top(Bdd f) const { return nodes_[f.ref >> 1].variable; } // the constant: variables()
    Bdd low(Bdd f) const { return {nodes_[f.ref >> 1].low ^ (f.ref & 1U)}; }
    Bdd high(Bdd f) const { return {nodes_[f.ref >> 1].high ^ (f.ref & 1U)}; }
    Bdd node(std::uint32_t variable, Bdd low, Bdd high);
    // The chance of each function below f, by its ref, in the order in which they are visited.
    std::vector<double> chances_below(Bdd f, std::span<const double> chances, std::vector<Bdd>* order) const;
    Bdd exists_from(Bdd f, std::span<const std::uint32_t> some, std::uint32_t salt);
    Known& known(Verb verb, std::uint32_t f, std::uint32_t g, std::uint32_t h);
    void grow();

    std::uint32_t variables_;
    std::uint32_t most_nodes_;
    bool overflowed_ = false;
    std::uint32_t quantified_ = 0; // calls of exists so far: their answers depend on more than can be remembered
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> places_; // where nodes are found by what they are; 0: empty
    std::vector<Known> known_;
};

} // namespace riser
