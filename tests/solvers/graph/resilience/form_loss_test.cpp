// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a node still reaches others, and how likely it is that it does not, against all states of small random
// systems whose nodes and links need elements that others need too.
#include "solvers/graph/resilience/form_loss.h"
#include "solvers/graph/resilience/reach_form.h"
#include "solvers/graph/resilience/tangle_shape.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace riser {
namespace {

struct System {
    MonotoneForms forms = {};
    std::uint32_t elements = 0;
    LinkNetwork network = {};
    std::vector<Form> nodes = {};
    std::vector<Form> links = {};
    std::vector<ReachExit> to = {};
    std::vector<double> loss = {};
};

std::uint32_t below(std::mt19937& random, std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }

// All or any of a few elements, and of others like it.
Form a_form(System& system, std::mt19937& random, int depth) {
    const std::uint32_t kind = below(random, depth == 0 ? 2 : 6);
    if (kind < 2)
        return kind == 0 ? MonotoneForms::always() : system.forms.element(below(random, system.elements));
    std::vector<Form> parts;
    for (std::uint32_t count = 1 + below(random, 3); count > 0; --count)
        parts.push_back(a_form(system, random, depth - 1));
    return kind < 4 ? system.forms.all(parts) : system.forms.any(parts);
}

System a_system(std::mt19937& random, std::uint32_t most_elements) {
    System out;
    out.elements = 1 + below(random, most_elements);
    out.network.nodes = 1 + below(random, 7);
    for (std::uint32_t i = 0; i < out.network.nodes; ++i)
        out.nodes.push_back(a_form(out, random, 2));
    for (std::uint32_t count = below(random, 3 * out.network.nodes); count > 0; --count) {
        out.network.links.push_back(
            {NetNode{below(random, out.network.nodes)}, NetNode{below(random, out.network.nodes)}});
        out.links.push_back(a_form(out, random, 2));
    }
    for (std::uint32_t count = 1 + below(random, 2); count > 0; --count)
        out.to.push_back({NetNode{below(random, out.network.nodes)}, a_form(out, random, 1)});
    for (std::uint32_t i = 0; i < out.elements; ++i)
        out.loss.push_back(below(random, 8) == 0 ? below(random, 2) : std::pow(10.0, -1.0 * below(random, 6)) * 0.5);
    return out;
}

// By walking what stands.
bool reaches(const System& system, const std::vector<bool>& up) {
    std::vector<bool> stands, reached(system.network.nodes);
    for (const Form node : system.nodes)
        stands.push_back(system.forms.holds(node, up));
    if (!stands[0])
        return false;
    reached[0] = true;
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = 0; i < system.links.size(); ++i) {
            const std::size_t a = at(system.network.links[i].a), b = at(system.network.links[i].b);
            if (reached[a] != reached[b] && stands[a] && stands[b] && system.forms.holds(system.links[i], up))
                more = reached[a] = reached[b] = true;
        }
    }
    for (const ReachExit& exit : system.to)
        if (reached[at(exit.node)] && system.forms.holds(exit.stands, up))
            return true;
    return false;
}

std::vector<bool> state_of(std::uint32_t mask, std::uint32_t elements) {
    std::vector<bool> out;
    for (std::uint32_t i = 0; i < elements; ++i)
        out.push_back((mask >> i & 1U) != 0);
    return out;
}

struct Counted {
    double loss = 0;
    std::vector<double> slopes = {};
};
// Sums over all states in which it does not reach.
Counted counted(const System& system, const std::vector<bool>& lost) {
    Counted out{.slopes = std::vector<double>(system.elements)};
    for (std::uint32_t mask = 0; mask < lost.size(); ++mask) {
        if (!lost[mask])
            continue;
        const auto chance_but = [&](std::uint32_t left_out) {
            double chance = 1;
            for (std::uint32_t i = 0; i < system.elements; ++i)
                if (i != left_out)
                    chance *= (mask >> i & 1U) != 0 ? 1 - system.loss[i] : system.loss[i];
            return chance;
        };
        out.loss += chance_but(system.elements);
        for (std::uint32_t i = 0; i < system.elements; ++i)
            out.slopes[i] += (mask >> i & 1U) != 0 ? -chance_but(i) : chance_but(i);
    }
    return out;
}

std::vector<bool> lost_states(System& system, Form form) {
    std::vector<bool> out;
    for (std::uint32_t mask = 0; mask < 1U << system.elements; ++mask) {
        const std::vector<bool> up = state_of(mask, system.elements);
        out.push_back(!reaches(system, up));
        EXPECT_EQ(system.forms.holds(form, up), !out.back());
    }
    return out;
}

TEST(FormLoss, EqualsTheSumOverAllStates) {
    std::mt19937 random(1);
    int between = 0;
    for (int round = 0; round < 4000; ++round) {
        System system = a_system(random, 9);
        const Form form = reach_form(system.forms, system.network, system.nodes, system.links, NetNode{0}, system.to);
        const Counted truth = counted(system, lost_states(system, form));
        FormLosses losses(system.forms, system.loss);
        const FormLoss loss = losses.of(form);
        ASSERT_EQ(loss.outcome, Outcome::complete);
        ASSERT_NEAR(loss.lower, truth.loss, 1e-12);
        ASSERT_NEAR(loss.upper, truth.loss, 1e-12);
        std::vector<double> slopes(system.elements);
        for (const LossSlope& slope : loss.slopes)
            slopes[slope.element] = slope.slope;
        for (std::uint32_t i = 0; i < system.elements; ++i)
            ASSERT_NEAR(slopes[i], truth.slopes[i], 1e-12);
        between += truth.loss > 0 && truth.loss < 1;
    }
    EXPECT_GT(between, 2000);
}

TEST(FormLoss, EqualsTheSumOverAllStatesOfTwentyElements) {
    std::mt19937 random(2);
    for (int round = 0; round < 4; ++round) {
        System system = a_system(random, 1);
        while (system.elements < 20 || system.network.links.size() < 8)
            system = a_system(random, 20);
        const Form form = reach_form(system.forms, system.network, system.nodes, system.links, NetNode{0}, system.to);
        double truth = 0;
        for (std::uint32_t mask = 0; mask < 1U << system.elements; ++mask) {
            if (system.forms.holds(form, state_of(mask, system.elements)))
                continue;
            double chance = 1;
            for (std::uint32_t i = 0; i < system.elements; ++i)
                chance *= (mask >> i & 1U) != 0 ? 1 - system.loss[i] : system.loss[i];
            truth += chance;
        }
        FormLosses losses(system.forms, system.loss);
        ASSERT_NEAR(losses.of(form).lower, truth, 1e-9);
    }
}

TEST(FormLoss, CutOffTheTruthLiesBetweenTheBounds) {
    std::mt19937 random(3);
    int open = 0, closed = 0;
    for (int round = 0; round < 6000; ++round) {
        System system = a_system(random, 9);
        const Form form = reach_form(system.forms, system.network, system.nodes, system.links, NetNode{0}, system.to);
        FormLosses whole(system.forms, system.loss);
        const double truth = whole.of(form).upper;
        FormLosses few(system.forms, system.loss, {.most_nodes = 2, .most_states = below(random, 8)});
        const FormLoss cut = few.of(form);
        ASSERT_LE(cut.lower, truth + 1e-12);
        ASSERT_GE(cut.upper, truth - 1e-12);
        open += cut.outcome == Outcome::limit_reached && cut.upper > cut.lower;
        // The partition alone comes to the same, slopes too.
        FormLosses states(system.forms, system.loss, {.most_nodes = 2, .most_states = 100'000, .gap = 0});
        const FormLoss all = states.of(form), known = whole.of(form);
        ASSERT_EQ(all.outcome, Outcome::complete);
        ASSERT_NEAR(all.lower, truth, 1e-12);
        ASSERT_NEAR(all.upper, truth, 1e-12);
        for (const LossSlope& slope : all.slopes)
            for (const LossSlope& other : known.slopes)
                if (slope.element == other.element && other.slope > 0 && system.loss[slope.element] > 0 &&
                    system.loss[slope.element] < 1) {
                    ASSERT_NEAR(slope.slope, other.slope, 1e-9);
                }
        closed += cut.outcome == Outcome::complete;
    }
    EXPECT_GT(open, 50);
    EXPECT_GT(closed, 100);
}

TEST(FormLoss, StoppedItStillHasBounds) {
    std::mt19937 random(4);
    int stopped = 0;
    std::stop_source stop;
    stop.request_stop();
    for (int round = 0; round < 1500; ++round) {
        System system = a_system(random, 9);
        const Form form = reach_form(system.forms, system.network, system.nodes, system.links, NetNode{0}, system.to);
        FormLosses losses(system.forms, system.loss);
        const FormLoss none = losses.of(form, {.stop = stop.get_token(), .progress = {}});
        const FormLoss truth = losses.of(form); // what was stopped is not remembered
        ASSERT_EQ(truth.outcome, Outcome::complete);
        ASSERT_LE(none.lower, truth.upper + 1e-12);
        ASSERT_GE(none.upper, truth.lower - 1e-12);
        stopped += none.outcome == Outcome::stopped;
    }
    EXPECT_GT(stopped, 20);
}

// Two in parallel that share a cause: 1 - (1 - c)(1 - u^2).
TEST(FormLoss, KeepsTheDigitsOfRareEvents) {
    MonotoneForms forms;
    const Form pair =
        forms.any({forms.all({forms.element(0), forms.element(2)}), forms.all({forms.element(1), forms.element(2)})});
    const double u = 1e-9, c = 1e-14;
    FormLosses losses(forms, {u, u, c});
    const FormLoss loss = losses.of(pair);
    EXPECT_NEAR(loss.lower, c + u * u, 1e-27);
    ASSERT_EQ(loss.slopes.size(), 3U);
    EXPECT_NEAR(loss.slopes[0].slope, u, 1e-20);
    EXPECT_NEAR(loss.slopes[2].slope, 1, 1e-9);
}

TEST(ReachForm, FindsOverWaysThatLeadOneWayOnly) {
    std::mt19937 random(5);
    int found_over_two = 0;
    for (int round = 0; round < 3000; ++round) {
        System system;
        system.elements = 6;
        const std::uint32_t nodes = 1 + below(random, 6);
        std::vector<Form> found;
        for (std::uint32_t i = 0; i < nodes; ++i)
            found.push_back(below(random, 3) == 0 ? a_form(system, random, 1) : MonotoneForms::never());
        std::vector<OneWay> ways;
        for (std::uint32_t count = below(random, 3 * nodes); count > 0; --count)
            ways.push_back({below(random, nodes), below(random, nodes), a_form(system, random, 1)});
        const std::vector<Form> from = found_from(system.forms, ways, found);
        for (std::uint32_t mask = 0; mask < 1U << system.elements; ++mask) {
            const std::vector<bool> up = state_of(mask, system.elements);
            std::vector<bool> truth;
            for (const Form form : found)
                truth.push_back(system.forms.holds(form, up));
            int rounds = 0;
            for (bool more = true; more; ++rounds) {
                more = false;
                for (const OneWay& way : ways)
                    if (!truth[way.from] && truth[way.to] && system.forms.holds(way.stands, up))
                        more = truth[way.from] = true;
            }
            found_over_two += rounds > 2;
            for (std::uint32_t i = 0; i < nodes; ++i)
                ASSERT_EQ(system.forms.holds(from[i], up), truth[i]);
        }
    }
    EXPECT_GT(found_over_two, 1000);
}

// Of a ladder of eight rungs whose parts are seldom down.
TEST(FormLoss, EndsAsSoonAsTheBoundsAreNearEnough) {
    MonotoneForms forms;
    LinkNetwork network{.nodes = 16, .links = {}};
    std::vector<Form> nodes(network.nodes, MonotoneForms::always()), links;
    for (std::uint32_t i = 0; i + 1 < network.nodes; ++i)
        for (const std::uint32_t step : {1U, 2U})
            if (i + step < network.nodes && (step == 2 || i % 2 == 0)) {
                network.links.push_back({NetNode{i}, NetNode{i + step}});
                links.push_back(forms.element(static_cast<std::uint32_t>(links.size())));
            }
    const ReachExit last{NetNode{15}};
    const Form form = reach_form(forms, network, nodes, links, NetNode{0}, {&last, 1});
    const std::vector<double> loss(links.size(), 1e-3);
    FormLosses whole(forms, loss, {.most_nodes = 1U << 18});
    const FormLoss truth = whole.of(form);
    ASSERT_EQ(truth.outcome, Outcome::complete);
    double before = 1;
    for (const double gap : {0.5, 0.05, 1e-3}) {
        FormLosses nearly(forms, loss, {.most_nodes = 2, .most_states = 1U << 20, .gap = gap});
        const FormLoss found = nearly.of(form);
        EXPECT_EQ(found.outcome, Outcome::limit_reached);
        EXPECT_LE(found.lower, truth.lower * (1 + 1e-9));
        EXPECT_GE(found.upper, truth.lower * (1 - 1e-9));
        EXPECT_LE(found.upper - found.lower, gap * found.lower);
        EXPECT_LE(found.upper - found.lower, before);
        before = found.upper - found.lower;
    }
}

// A ladder of 40 rungs has more ways than could be listed; its chance is known from the recursion over its states.
TEST(FormLoss, TakesALongLadder) {
    constexpr std::uint32_t rungs = 40;
    MonotoneForms forms;
    LinkNetwork network{.nodes = 2 * rungs, .links = {}};
    std::vector<Form> nodes(network.nodes, MonotoneForms::always()), links;
    const auto link = [&](std::uint32_t a, std::uint32_t b) {
        network.links.push_back({NetNode{a}, NetNode{b}});
        links.push_back(forms.element(static_cast<std::uint32_t>(links.size())));
    };
    for (std::uint32_t i = 0; i < rungs; ++i) {
        link(2 * i, 2 * i + 1);
        if (i + 1 < rungs) {
            link(2 * i, 2 * i + 2);
            link(2 * i + 1, 2 * i + 3);
        }
    }
    const double q = 0.01;
    // Of the two ends so far: both reached, the first only, the second only (those not joined among themselves).
    const auto rung = [&](const std::array<double, 3>& s) {
        return std::array<double, 3>{s[0] + (s[1] + s[2]) * (1 - q), s[1] * q, s[2] * q};
    };
    std::array<double, 3> state = rung({0, 1, 0});
    for (std::uint32_t i = 1; i < rungs; ++i) {
        const double up = 1 - q;
        state = rung({state[0] * up * up, state[0] * up * q + state[1] * up, state[0] * q * up + state[2] * up});
    }
    FormLosses losses(forms, std::vector<double>(links.size(), q), {.most_nodes = 1U << 18});
    const ReachExit last{NetNode{2 * rungs - 1}};
    const FormLoss loss = losses.of(reach_form(forms, network, nodes, links, NetNode{0}, {&last, 1}));
    EXPECT_EQ(loss.outcome, Outcome::complete);
    EXPECT_NEAR(loss.lower, 1 - state[0] - state[2], 1e-12);
}

// Gates over each other and over variables, of which few have chances of their own.
Tangle a_tangle(std::mt19937& random, std::vector<double>& loss) {
    Tangle out;
    const std::uint32_t variables = 3 + below(random, 8);
    out.variables.resize(variables);
    for (std::uint32_t i = 0; i < variables; ++i)
        loss.push_back(0.1 + 0.2 * below(random, 3));
    for (std::uint32_t gates = 2 + below(random, 6), i = 0; i < gates; ++i) {
        TangleGate gate{.any = below(random, 2) == 0};
        for (std::uint32_t variable = 0; variable < variables; ++variable)
            if (below(random, 3) == 0)
                gate.variables.push_back(variable);
        for (std::uint32_t inner = 0; inner < i; ++inner)
            if (below(random, 2) == 0 || (i + 1 == gates && gate.variables.empty()))
                gate.gates.push_back(inner);
        if (gate.variables.empty() && gate.gates.empty())
            gate.variables.push_back(below(random, variables));
        out.gates.push_back(std::move(gate));
    }
    return out;
}

// The same under other names: old by new.
Tangle renamed(const Tangle& tangle, const std::vector<std::uint32_t>& names) {
    Tangle out = tangle;
    for (TangleGate& gate : out.gates) {
        for (std::uint32_t& variable : gate.variables)
            variable = names[variable];
        std::sort(gate.variables.begin(), gate.variables.end());
    }
    return out;
}

TEST(TangleShape, IsTheSameUnderOtherNamesAndLosesAsMuch) {
    std::mt19937 random(5);
    std::size_t alike = 0, told_apart = 0;
    constexpr std::size_t rounds = 400;
    std::optional<TangleShape> last;
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<double> loss;
        const Tangle tangle = a_tangle(random, loss);
        std::vector<std::uint32_t> names(loss.size());
        std::iota(names.begin(), names.end(), 0U);
        std::shuffle(names.begin(), names.end(), random);
        std::vector<double> moved(loss.size());
        for (std::size_t i = 0; i < loss.size(); ++i)
            moved[names[i]] = loss[i];
        const ShapedTangle a = shaped(tangle, loss, loss);
        const ShapedTangle b = shaped(renamed(tangle, names), moved, moved);
        alike += a.shape == b.shape;
        told_apart += last != a.shape;
        last = a.shape;
        const TangleLoss plain = tangle_loss(tangle, loss, loss, {}, {});
        const TangleLoss by_shape = tangle_loss(a.tangle, a.shape.lower, a.shape.upper, {}, {});
        ASSERT_NEAR(by_shape.lower, plain.lower, 1e-12);
        ASSERT_NEAR(by_shape.upper, plain.upper, 1e-12);
        std::vector<double> slopes(loss.size(), 0);
        for (std::size_t i = 0; i < a.variables.size(); ++i)
            slopes[a.variables[i]] = by_shape.slopes[i];
        for (std::size_t i = 0; i < loss.size(); ++i)
            ASSERT_NEAR(slopes[i], plain.slopes[i], 1e-12);
    }
    EXPECT_GT(alike, rounds * 9 / 10);
    EXPECT_GT(told_apart, rounds * 9 / 10);
}

// Many copies of each system over elements of their own, some of whose chances differ: what is remembered of one must
// not be said of another that is not like it.
TEST(FormLosses, OfCopiesEachHasItsOwn) {
    std::mt19937 random(6);
    std::size_t asked = 0;
    for (int round = 0; round < 60; ++round) {
        System system = a_system(random, 6);
        const std::uint32_t own = system.elements;
        std::vector<double> loss;
        for (std::uint32_t copy = 0; copy < 4; ++copy)
            for (std::uint32_t i = 0; i < own; ++i)
                loss.push_back(below(random, 4) == 0 ? 0.25 : system.loss[i]);
        MonotoneForms all;
        FormLosses losses(all, loss);
        for (std::uint32_t copy = 0; copy < 4; ++copy) {
            const auto moved = [&](auto&& self, Form form) -> Form {
                const FormKind kind = system.forms.kind(form);
                if (kind == FormKind::never || kind == FormKind::always)
                    return form;
                if (kind == FormKind::element)
                    return all.element(system.forms.element_of(form) + copy * own);
                std::vector<Form> parts;
                for (const Form part : std::vector(system.forms.parts(form).begin(), system.forms.parts(form).end()))
                    parts.push_back(self(self, part));
                return kind == FormKind::all ? all.all(parts) : all.any(parts);
            };
            std::vector<Form> nodes, links;
            for (const Form form : system.nodes)
                nodes.push_back(moved(moved, form));
            for (const Form form : system.links)
                links.push_back(moved(moved, form));
            std::vector<ReachExit> to = system.to;
            for (ReachExit& exit : to)
                exit.stands = moved(moved, exit.stands);
            double lost = 0;
            for (std::uint32_t state = 0; state < 1U << own; ++state) {
                std::vector<bool> up(own);
                double chance = 1;
                for (std::uint32_t i = 0; i < own; ++i) {
                    up[i] = (state >> i & 1U) != 0;
                    chance *= up[i] ? 1 - loss[copy * own + i] : loss[copy * own + i];
                }
                lost += reaches(system, up) ? 0 : chance;
            }
            const FormLoss found = losses.of(reach_form(all, system.network, nodes, links, NetNode{0}, to));
            ASSERT_NEAR(found.lower, lost, 1e-12);
            ASSERT_NEAR(found.upper, lost, 1e-12);
            ++asked;
        }
    }
    EXPECT_EQ(asked, 240u);
}

} // namespace
} // namespace riser
