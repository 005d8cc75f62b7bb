// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riser::location {

namespace {

struct Item {
    double profit = 0;
    double points = 0;
    Index client = 0;
};

// The best load of a room by the items given, best for their points first, the last one cut; how much it is worth.
double knapsack(const std::vector<Item>& items, double capacity, std::vector<double>* share) {
    double worth = 0;
    for (const Item& item : items) {
        if (capacity <= 0 && item.points > 0)
            break;
        const double part = item.points <= capacity ? 1.0 : capacity / item.points;
        worth += part * item.profit;
        if (share)
            (*share)[item.client] = part;
        capacity -= part * item.points;
    }
    return worth;
}

double magnitude_of(const RoomCore& core) {
    double sum = static_cast<double>(core.stack_cost);
    for (const auto& services : core.services)
        sum += static_cast<double>(services.back().cost);
    return sum;
}

} // namespace

double best_load(const RoomCore& core, Index room, const std::vector<double>& worth, double with_cost,
                 std::vector<double>* share) {
    std::vector<Item> items;
    for (const RoomCore::Client& client : core.clients_of[room])
        if (const double profit = worth[client.client] - with_cost * static_cast<double>(client.cost); profit > 0)
            items.push_back(
                {.profit = profit, .points = static_cast<double>(core.points[client.client]), .client = client.client});
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        const double x = a.profit * b.points;
        const double y = b.profit * a.points;
        return x != y ? x > y : a.client < b.client;
    });
    double best = 0;
    const std::vector<std::uint8_t>* chosen = nullptr;
    std::vector<Item> kept;
    const auto keep = [&](const std::vector<std::uint8_t>& set) {
        kept.clear();
        for (const Item& item : items)
            if (set[core.kind[item.client]])
                kept.push_back(item);
    };
    for (const std::vector<std::uint8_t>& set : core.together) {
        keep(set);
        if (const double load = knapsack(kept, static_cast<double>(core.capacity[room]), nullptr); load > best) {
            best = load;
            chosen = &set;
        }
    }
    if (share && chosen) {
        keep(*chosen);
        knapsack(kept, static_cast<double>(core.capacity[room]), share);
    }
    return best;
}

RoomChoice best_rooms(const RoomCore& core, const std::vector<double>& value, std::size_t rooms, double stack_cost) {
    constexpr double never = std::numeric_limits<double>::max();
    std::vector<std::vector<Index>> by_stack(core.stacks);
    for (Index j = 0; j < core.rooms(); ++j)
        by_stack[core.stack[j]].push_back(j);
    // worth[s][k]: the best k rooms of the first s stacks; taken[s][k]: how many of them are of the last.
    std::vector<std::vector<double>> worth(core.stacks + 1, std::vector<double>(rooms + 1, never));
    std::vector<std::vector<std::size_t>> taken(core.stacks + 1, std::vector<std::size_t>(rooms + 1, 0));
    worth[0][0] = 0;
    for (Index s = 0; s < core.stacks; ++s) {
        std::vector<Index>& list = by_stack[s];
        std::sort(list.begin(), list.end(), [&](Index a, Index b) {
            if (core.forced[a] != core.forced[b])
                return core.forced[a] > core.forced[b];
            return value[a] != value[b] ? value[a] > value[b] : a < b;
        });
        const auto forced = static_cast<std::size_t>(
            std::count_if(list.begin(), list.end(), [&](Index j) { return core.forced[j] != 0; }));
        double sum = 0;
        for (std::size_t t = 0; t <= std::min(list.size(), rooms); ++t) {
            if (t > 0)
                sum -= value[list[t - 1]] - (t == 1 ? stack_cost : 0);
            for (std::size_t k = 0; t >= forced && k + t <= rooms; ++k)
                if (worth[s][k] != never && worth[s][k] + sum < worth[s + 1][k + t]) {
                    worth[s + 1][k + t] = worth[s][k] + sum;
                    taken[s + 1][k + t] = t;
                }
        }
    }
    RoomChoice out{.worth = worth[core.stacks][rooms], .opened = {}};
    std::size_t left = rooms;
    for (Index s = core.stacks; s > 0 && out.worth != never; left -= taken[s][left], --s)
        out.opened.insert(out.opened.end(), by_stack[s - 1].begin(),
                          by_stack[s - 1].begin() + static_cast<std::ptrdiff_t>(taken[s][left]));
    return out;
}

RoomBound::RoomBound(const RoomCore& core, std::size_t rooms, Question question)
    : core_(core), rooms_(rooms), question_(question), slack_(core.clients(), 0) {
    double all = 0;
    for (const std::int64_t points : core.points)
        all += static_cast<double>(points);
    for (std::size_t i = 0; i < core.clients(); ++i) {
        const auto& services = core.services[i];
        multipliers_.push_back(question == Question::cost ? static_cast<double>(services[services.size() / 2].cost)
                                                          : (static_cast<double>(core.points[i]) + 1) / (all + 1));
    }
    keep(evaluate());
}

void RoomBound::keep(double bound) {
    best_ = bound;
    best_multipliers_ = multipliers_;
    best_opened_ = opened_;
}

double RoomBound::evaluate() {
    const double with_cost = question_ == Question::cost ? 1 : 0;
    std::vector<double> value(core_.rooms(), 0);
    for (Index j = 0; j < core_.rooms(); ++j)
        value[j] = best_load(core_, j, multipliers_, with_cost, nullptr);
    const RoomChoice choice = best_rooms(core_, value, rooms_, with_cost * static_cast<double>(core_.stack_cost));
    opened_ = choice.opened;
    double bound = choice.worth;
    std::vector<double> share(core_.clients(), 0);
    for (std::size_t i = 0; i < core_.clients(); ++i) {
        slack_[i] = 1;
        bound += multipliers_[i];
    }
    for (const Index j : opened_) {
        std::fill(share.begin(), share.end(), 0.0);
        best_load(core_, j, multipliers_, with_cost, &share);
        for (const RoomCore::Client& client : core_.clients_of[j])
            slack_[client.client] -= share[client.client];
    }
    return bound;
}

void RoomBound::raise(double upper, const SubgradientPace& pace, const std::stop_token& stop) {
    SubgradientClimb climb(pace);
    double now = best_;
    for (int i = 0; i < pace.steps && !stop.stop_requested() && best_ < upper; ++i) {
        double length = 0;
        for (std::size_t c = 0; c < core_.clients(); ++c) {
            if (slack_[c] < 0 && multipliers_[c] <= 0)
                slack_[c] = 0;
            length += slack_[c] * slack_[c];
        }
        if (length < 1e-9)
            break;
        const double step = climb.pace() * std::max(upper - now, 1e-6 * std::abs(upper)) / length;
        for (std::size_t c = 0; c < core_.clients(); ++c)
            multipliers_[c] = std::max(0.0, multipliers_[c] + step * slack_[c]);
        now = evaluate();
        const bool goes_on = climb.goes_on(now, best_);
        if (now > best_)
            keep(now);
        if (!goes_on)
            break;
    }
    // What doubles may have lost.
    if (question_ == Question::cost)
        best_ -= 1e-7 + magnitude_of(core_) * 1e-12;
}

WhyNotFewer weights_proof(const RoomCore& core, std::size_t rooms, const std::vector<double>& weights,
                          const RoomProblem& problem) {
    constexpr double scale = 1e6;
    const double most = core.clients() > 0 ? *std::max_element(weights.begin(), weights.end()) : 0;
    WhyNotFewer out{.proof = RoomProof::none, .rooms = static_cast<std::uint32_t>(rooms)};
    if (most <= 0)
        return out;
    std::vector<double> whole(core.clients(), 0);
    out.client_weight.assign(problem.clients.size(), 0);
    out.room_weight.assign(problem.candidates.size(), 0);
    double all = 0;
    for (std::size_t i = 0; i < core.clients(); ++i) {
        whole[i] = std::floor(weights[i] / most * scale);
        all += whole[i];
        out.client_weight[core.client_name[i]] = static_cast<std::int64_t>(whole[i]);
    }
    std::vector<double> value(core.rooms(), 0);
    for (Index j = 0; j < core.rooms(); ++j) {
        value[j] = std::floor(best_load(core, j, whole, 0, nullptr) + 1e-3);
        out.room_weight[core.room_name[j]] = static_cast<std::int64_t>(value[j]);
    }
    if (all + best_rooms(core, value, rooms, 0).worth <= 0.5)
        return {.proof = RoomProof::none, .rooms = static_cast<std::uint32_t>(rooms)};
    out.proof = RoomProof::weights;
    out.rooms = static_cast<std::uint32_t>(rooms + 1);
    return out;
}

} // namespace riser::location
