// SPDX-License-Identifier: GPL-3.0-or-later
// By a decision diagram of "it is lost" over "the variable is down"; where that grows too large, by the states of the
// variables, likeliest first.
#include "solvers/base/bdd.h"
#include "solvers/graph/resilience/tangle.h"

#include <algorithm>

namespace riser {

namespace {

// Nothing: the diagram grew too large.
std::optional<TangleLoss> by_diagram(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper,
                                     const FormLossOptions& options) {
    const std::vector<std::uint32_t> order = test_order(tangle);
    const auto count = static_cast<std::uint32_t>(order.size());
    std::vector<std::uint32_t> tested(tangle.variables.size());
    for (std::uint32_t i = 0; i < count; ++i)
        tested[order[i]] = i;
    BddSpace space(count, {.most_nodes = options.most_nodes});
    std::vector<Bdd> lost(tangle.gates.size());
    for (std::size_t i = 0; i < tangle.gates.size(); ++i) {
        const TangleGate& gate = tangle.gates[i];
        if (gate.variables.empty() && gate.gates.empty())
            continue; // merged into others
        std::vector<Bdd> parts;
        for (const std::uint32_t variable : gate.variables)
            parts.push_back(space.variable(tested[variable]));
        for (const std::uint32_t inner : gate.gates)
            parts.push_back(lost[inner]);
        lost[i] = parts.front();
        for (std::size_t part = 1; part < parts.size(); ++part)
            lost[i] = gate.any ? space.both(lost[i], parts[part]) : space.either(lost[i], parts[part]);
        if (space.overflowed())
            return {};
    }
    std::vector<double> low, high;
    for (const std::uint32_t variable : order) {
        low.push_back(lower[variable]);
        high.push_back(upper[variable]);
    }
    TangleLoss out{.lower = space.probability(lost.back(), low), .upper = space.probability(lost.back(), high)};
    const std::vector<double> slopes = space.influence(lost.back(), high);
    out.slopes.assign(tangle.variables.size(), 0);
    for (std::uint32_t i = 0; i < count; ++i)
        out.slopes[order[i]] = slopes[i];
    return out;
}

// A variable known to be up or down, and what was known before it: of no_more, nothing.
struct Knowledge {
    std::uint32_t variable = 0;
    bool up = false;
    std::uint32_t before = 0;
};
constexpr std::uint32_t no_more = UINT32_MAX;

// Some variables known, the others open.
struct PartialState {
    double chance = 1;
    std::uint32_t known = no_more; // the last of what is known
    bool operator<(const PartialState& other) const { return chance < other.chance; }
};

class StatePartition {
  public:
    StatePartition(const Tangle& tangle, std::span<const double> loss)
        : tangle_(tangle), loss_(loss), needed_(loss.size()), gate_needed_(tangle.gates.size()) {
        open_.push_back({});
    }

    TangleLoss run(const FormLossOptions& options, const Run& run) {
        TangleLoss out;
        out.slopes.assign(loss_.size(), 0);
        for (std::uint32_t states = 0; !open_.empty() && states < options.most_states && !run.stopped(); ++states) {
            // Summed anew now and then, so that nothing is left of what was rounded away.
            if (states % 64 == 0 && open_chance() <= options.gap * out.lower)
                break;
            std::pop_heap(open_.begin(), open_.end());
            const PartialState state = open_.back();
            open_.pop_back();
            const std::optional<std::vector<std::uint32_t>> way = fewest_needed(state);
            if (!way)
                count_lost(state, out);
            else
                split(state, *way);
        }
        const double left = open_chance();
        if (left > 0)
            out.outcome = run.stopped() ? Outcome::stopped : Outcome::limit_reached;
        out.upper = std::min(1.0, out.lower + left);
        return out;
    }

  private:
    static constexpr std::uint32_t cannot = UINT32_MAX;

    std::uint32_t with(const PartialState& state, std::uint32_t variable, bool up) {
        knowledge_.push_back({variable, up, state.known});
        return static_cast<std::uint32_t>(knowledge_.size() - 1);
    }
    template<class Visit> void each_known(const PartialState& state, Visit visit) const {
        for (std::uint32_t at = state.known; at != no_more; at = knowledge_[at].before)
            visit(knowledge_[at].variable, knowledge_[at].up);
    }

    double open_chance() const {
        double out = 0;
        for (const PartialState& state : open_)
            out += state.chance;
        return out;
    }

    // Open variables that, when up, let the whole stand whatever the others are: few of them, not always the fewest.
    // Nothing: with all open ones up it does not stand.
    std::optional<std::vector<std::uint32_t>> fewest_needed(const PartialState& state) {
        std::fill(needed_.begin(), needed_.end(), 1U);
        each_known(state, [&](std::uint32_t variable, bool up) { needed_[variable] = up ? 0 : cannot; });
        for (std::size_t i = 0; i < tangle_.gates.size(); ++i) {
            const TangleGate& gate = tangle_.gates[i];
            std::uint32_t sum = 0, least = cannot;
            const auto count = [&](std::uint32_t needs) {
                least = std::min(least, needs);
                // What is shared counts each time, which may be more than there are.
                sum = needs == cannot || sum == cannot ? cannot : std::min(sum + needs, 1U << 30);
            };
            for (const std::uint32_t variable : gate.variables)
                count(needed_[variable]);
            for (const std::uint32_t inner : gate.gates)
                count(gate_needed_[inner]);
            gate_needed_[i] = gate.any ? least : sum;
        }
        if (gate_needed_.back() == cannot)
            return {};
        std::vector<std::uint32_t> out;
        collect(out);
        return out;
    }
    void collect(std::vector<std::uint32_t>& out) const {
        std::vector<std::uint32_t> stack{static_cast<std::uint32_t>(tangle_.gates.size() - 1)};
        while (!stack.empty()) {
            const TangleGate& gate = tangle_.gates[stack.back()];
            const std::uint32_t wanted = gate_needed_[stack.back()];
            stack.pop_back();
            if (wanted == 0)
                continue;
            bool one = false; // of an `any`, the first that needs so few
            for (const std::uint32_t variable : gate.variables)
                if (!one && needed_[variable] > 0 && (!gate.any || needed_[variable] == wanted)) {
                    out.push_back(variable);
                    one = gate.any;
                }
            for (const std::uint32_t inner : gate.gates)
                if (!one && (!gate.any || gate_needed_[inner] == wanted)) {
                    stack.push_back(inner);
                    one = gate.any;
                }
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
    }
    void count_lost(const PartialState& state, TangleLoss& out) const {
        out.lower += state.chance;
        each_known(state, [&](std::uint32_t variable, bool up) {
            out.slopes[variable] += up ? -state.chance / (1 - loss_[variable]) : state.chance / loss_[variable];
        });
    }
    // Either all of the way are up, and the whole stands; or one is the first that is down.
    void split(const PartialState& state, const std::vector<std::uint32_t>& way) {
        PartialState next = state;
        for (const std::uint32_t variable : way) {
            if (loss_[variable] > 0) {
                PartialState down = next;
                down.known = with(next, variable, false);
                down.chance *= loss_[variable];
                open_.push_back(down);
                std::push_heap(open_.begin(), open_.end());
            }
            next.known = with(next, variable, true);
            next.chance *= 1 - loss_[variable];
            if (next.chance <= 0)
                break;
        }
    }

    const Tangle& tangle_;
    std::span<const double> loss_;
    std::vector<std::uint32_t> needed_;
    std::vector<std::uint32_t> gate_needed_;
    std::vector<Knowledge> knowledge_; // states that come of one share what they know
    std::vector<PartialState> open_;   // a heap, likeliest first
};

} // namespace

TangleLoss tangle_loss(const Tangle& tangle, std::span<const double> lower, std::span<const double> upper,
                       const FormLossOptions& options, const Run& run) {
    if (!run.stopped())
        if (std::optional<TangleLoss> exact = by_diagram(tangle, lower, upper, options))
            return *exact;
    TangleLoss out = StatePartition(tangle, lower).run(options, run);
    if (std::ranges::equal(lower, upper))
        return out;
    const TangleLoss high = StatePartition(tangle, upper).run(options, run);
    out.upper = high.upper;
    if (out.outcome == Outcome::complete)
        out.outcome = high.outcome;
    return out;
}

} // namespace riser
