// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/bdd.h"

#include <algorithm>
#include <array>
#include <utility>

namespace riser {

namespace {

constexpr std::size_t fewest_places = 1U << 12;

std::size_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    std::uint64_t x = a * 0x9E3779B97F4A7C15U ^ b * 0xC2B2AE3D27D4EB4FU ^ c * 0x165667B19E3779F9U;
    x ^= x >> 32;
    return static_cast<std::size_t>(x * 0x9E3779B97F4A7C15U >> 20);
}

} // namespace

BddSpace::BddSpace(std::uint32_t variables, const BddOptions& options)
    : variables_(variables),
      most_nodes_(std::clamp(options.most_nodes, 1U, 1U << 30)),
      places_(fewest_places, 0),
      known_(fewest_places) {
    nodes_.push_back({variables, 0, 0}); // true
}

Bdd BddSpace::node(std::uint32_t variable, Bdd low, Bdd high) {
    if (low == high)
        return low;
    const std::uint32_t complemented = high.ref & 1U;
    const Node wanted{variable, low.ref ^ complemented, high.ref ^ complemented};
    std::size_t place = mixed(wanted.variable, wanted.low, wanted.high) & (places_.size() - 1);
    for (; places_[place] != 0; place = (place + 1) & (places_.size() - 1)) {
        const Node& there = nodes_[places_[place]];
        if (there.variable == wanted.variable && there.low == wanted.low && there.high == wanted.high)
            return {places_[place] << 1 | complemented};
    }
    if (nodes_.size() >= most_nodes_) {
        overflowed_ = true;
        return no();
    }
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(wanted);
    places_[place] = number;
    if (nodes_.size() * 2 > places_.size())
        grow();
    return {number << 1 | complemented};
}

void BddSpace::grow() {
    places_.assign(places_.size() * 2, 0);
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
        std::size_t place = mixed(nodes_[i].variable, nodes_[i].low, nodes_[i].high) & (places_.size() - 1);
        while (places_[place] != 0)
            place = (place + 1) & (places_.size() - 1);
        places_[place] = i;
    }
    known_.assign(places_.size() / 2, {});
}

BddSpace::Known& BddSpace::known(Verb verb, std::uint32_t f, std::uint32_t g, std::uint32_t h) {
    return known_[mixed(f, g, static_cast<std::uint64_t>(h) << 2 | static_cast<std::uint64_t>(verb)) &
                  (known_.size() - 1)];
}

Bdd BddSpace::variable(std::uint32_t number) { return node(number, no(), yes()); }

Bdd BddSpace::both(Bdd f, Bdd g) {
    if (f == g || g == yes())
        return f;
    if (f == yes())
        return g;
    if (f == no() || g == no() || f == negation(g) || overflowed_)
        return no();
    if (f.ref > g.ref)
        std::swap(f, g);
    if (const Known& before = known(Verb::both, f.ref, g.ref, 0);
        before.verb == Verb::both && before.f == f.ref && before.g == g.ref)
        return {before.answer};
    const std::uint32_t first = std::min(top(f), top(g));
    const bool by_f = top(f) == first, by_g = top(g) == first;
    const Bdd lower = both(by_f ? low(f) : f, by_g ? low(g) : g);
    const Bdd higher = both(by_f ? high(f) : f, by_g ? high(g) : g);
    const Bdd out = node(first, lower, higher);
    known(Verb::both, f.ref, g.ref, 0) = {Verb::both, f.ref, g.ref, 0, out.ref};
    return out;
}

Bdd BddSpace::choose(Bdd f, Bdd then, Bdd otherwise) {
    if (f == yes() || then == otherwise)
        return then;
    if (f == no() || overflowed_)
        return otherwise;
    if (f.ref & 1U)
        return choose(negation(f), otherwise, then);
    if (then == yes() || then == f)
        return either(f, otherwise);
    if (then == no() || then == negation(f))
        return except(otherwise, f);
    if (otherwise == no() || otherwise == f)
        return both(f, then);
    if (otherwise == yes() || otherwise == negation(f))
        return either(negation(f), then);
    if (const Known& before = known(Verb::choose, f.ref, then.ref, otherwise.ref);
        before.verb == Verb::choose && before.f == f.ref && before.g == then.ref && before.h == otherwise.ref)
        return {before.answer};
    const std::uint32_t first = std::min({top(f), top(then), top(otherwise)});
    const auto lower = [&](Bdd x) { return top(x) == first ? low(x) : x; };
    const auto higher = [&](Bdd x) { return top(x) == first ? high(x) : x; };
    const Bdd below = choose(lower(f), lower(then), lower(otherwise));
    const Bdd above = choose(higher(f), higher(then), higher(otherwise));
    const Bdd out = node(first, below, above);
    known(Verb::choose, f.ref, then.ref, otherwise.ref) = {Verb::choose, f.ref, then.ref, otherwise.ref, out.ref};
    return out;
}

Bdd BddSpace::exists(Bdd f, std::span<const std::uint32_t> some) { return exists_from(f, some, ++quantified_); }

Bdd BddSpace::exists_from(Bdd f, std::span<const std::uint32_t> some, std::uint32_t salt) {
    while (!some.empty() && some.front() < top(f))
        some = some.subspan(1);
    if (some.empty() || f == yes() || f == no() || overflowed_)
        return f;
    // What is left of `some` is told by where f begins.
    if (const Known& before = known(Verb::exists, f.ref, salt, 0);
        before.verb == Verb::exists && before.f == f.ref && before.g == salt)
        return {before.answer};
    const std::uint32_t first = top(f);
    const Bdd below = exists_from(low(f), some, salt);
    Bdd out = yes();
    if (some.front() != first)
        out = node(first, below, exists_from(high(f), some, salt));
    else if (below != yes())
        out = either(below, exists_from(high(f), some, salt));
    known(Verb::exists, f.ref, salt, 0) = {Verb::exists, f.ref, salt, 0, out.ref};
    return out;
}

Bdd BddSpace::fixed(Bdd f, std::uint32_t variable, bool value) {
    const std::uint32_t only[] = {variable};
    const Bdd as_wanted = this->variable(variable);
    return exists(both(f, value ? as_wanted : negation(as_wanted)), only);
}

std::optional<std::vector<std::optional<bool>>> BddSpace::example(Bdd f) const {
    if (f == no())
        return {};
    std::vector<std::optional<bool>> out(variables_);
    while (f != yes()) { // of a function that is not false, one side is not
        const bool side = low(f) == no();
        out[top(f)] = side;
        f = side ? high(f) : low(f);
    }
    return out;
}

namespace {

// Each function that f leads to once, complements apart, in an order in which what they lead to comes before.
template<class Leads, class Take> void below_first(Bdd f, std::size_t refs, Leads leads, Take take) {
    std::vector<bool> seen(refs);
    std::vector<std::pair<Bdd, bool>> stack{{f, false}};
    while (!stack.empty()) {
        const auto [here, done] = stack.back();
        stack.pop_back();
        if (done) {
            take(here);
            continue;
        }
        if (here.ref < 2 || seen[here.ref])
            continue;
        seen[here.ref] = true;
        stack.emplace_back(here, true);
        for (const Bdd next : leads(here))
            stack.emplace_back(next, false);
    }
}

} // namespace

std::vector<double> BddSpace::chances_below(Bdd f, std::span<const double> chances, std::vector<Bdd>* order) const {
    std::vector<double> of(nodes_.size() * 2, 0);
    of[yes().ref] = 1;
    below_first(
        f, of.size(),
        [&](Bdd g) {
            return std::array{low(g), high(g)};
        },
        [&](Bdd g) {
            const double chance = chances[top(g)];
            of[g.ref] = (1 - chance) * of[low(g).ref] + chance * of[high(g).ref];
            if (order)
                order->push_back(g);
        });
    return of;
}

double BddSpace::probability(Bdd f, std::span<const double> chances) const {
    return chances_below(f, chances, nullptr)[f.ref];
}

std::vector<double> BddSpace::influence(Bdd f, std::span<const double> chances) const {
    std::vector<Bdd> order;
    const std::vector<double> of = chances_below(f, chances, &order);
    std::vector<double> reached(of.size(), 0); // the chance that the way of an assignment leads there
    reached[f.ref] = 1;
    std::vector<double> out(variables_, 0);
    for (auto g = order.rbegin(); g != order.rend(); ++g) {
        const double here = reached[g->ref];
        out[top(*g)] += here * (of[high(*g).ref] - of[low(*g).ref]);
        reached[low(*g).ref] += here * (1 - chances[top(*g)]);
        reached[high(*g).ref] += here * chances[top(*g)];
    }
    return out;
}

double BddSpace::density(Bdd f) const { return probability(f, std::vector<double>(variables_, 0.5)); }

std::size_t BddSpace::size(Bdd f) const {
    std::size_t out = 0;
    below_first(
        {f.ref & ~1U}, nodes_.size() * 2,
        [&](Bdd g) {
            return std::array{Bdd{low(g).ref & ~1U}, Bdd{high(g).ref & ~1U}};
        },
        [&](Bdd) { ++out; });
    return out;
}

} // namespace riser
