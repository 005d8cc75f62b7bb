// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/single_failures.h"

#include "solvers/failure/failure_rows.h"
#include "solvers/failure/failure_states.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace riser {

namespace {

// Who sits where, and how many points of a room and of a target there are.
class Stakes {
  public:
    Stakes(FactInput& input, const FailureModel& model, const ReachNetwork& network)
        : network_(network),
          group_of_(model.jacks.size(), 0),
          room_of_(model.jacks.size()),
          points_of_(network.targets.size(), 0),
          losing_(network.targets.size(), 0) {
        const std::vector<RoomId>& rooms = input.get<SeatsOfJacks>().rooms;
        const Table<RoomSeat>& seats_of = input.get<RoomSeats>().rooms;
        for (std::uint32_t g = 0; g < network.groups.size(); ++g)
            for (const std::uint32_t jack : network.groups[g].jacks) {
                group_of_[jack] = g;
                const RoomSeat* room = seats_of.find(rooms[jack]);
                if (room) {
                    Seats& seats = rooms_[room->id];
                    room_of_[jack] = room->id;
                    ++seats.points;
                    seats.people = room->people;
                    seats.body = room->body;
                }
                for (std::size_t t = 0; t < points_of_.size(); ++t)
                    points_of_[t] += network.groups[g].asked.has(t);
            }
    }

    FailureEffect effect(StateLoss loss, std::map<TargetSet, std::uint32_t>& sets) {
        FailureEffect out;
        std::vector<std::uint32_t> dark = loss.jacks;
        std::fill(losing_.begin(), losing_.end(), 0U);
        for (auto& [group, targets] : loss.groups) {
            const ReachNetwork::Group& row = network_.groups[group];
            const bool all = targets == row.asked;
            for (const std::uint32_t jack : row.jacks) {
                if (!all && std::binary_search(loss.jacks.begin(), loss.jacks.end(), jack))
                    continue; // dark by itself
                count(targets);
                if (all)
                    dark.push_back(jack);
                else
                    ++out.impaired;
            }
            const auto index = sets.try_emplace(std::move(targets), static_cast<std::uint32_t>(sets.size()));
            out.groups.push_back({group, index.first->second});
        }
        for (const std::uint32_t jack : loss.jacks)
            count(network_.groups[group_of_[jack]].asked);
        out.jacks = std::move(loss.jacks);
        out.dark = static_cast<std::uint32_t>(dark.size());
        for (std::uint32_t t = 0; t < losing_.size(); ++t)
            if (losing_[t] != 0 && losing_[t] == points_of_[t])
                out.lost.push_back(t);
        count_rooms(dark, out);
        return out;
    }

  private:
    struct Seats {
        std::uint32_t points = 0;
        std::int64_t people = 0;
        std::optional<BodyId> body;
    };

    void count(const TargetSet& targets) {
        for (std::size_t t = 0; t < losing_.size(); ++t)
            losing_[t] += targets.has(t);
    }

    void count_rooms(const std::vector<std::uint32_t>& dark, FailureEffect& out) const {
        std::map<RoomId, std::uint32_t> rooms;
        for (const std::uint32_t jack : dark)
            if (room_of_[jack])
                ++rooms[room_of_[jack]];
        std::set<BodyId> bodies;
        for (const auto& [room, points] : rooms) {
            const Seats& seats = rooms_.at(room);
            out.people += points == seats.points ? seats.people : 0;
            if (seats.body)
                bodies.insert(*seats.body);
        }
        out.rooms = static_cast<std::uint32_t>(rooms.size());
        out.bodies.assign(bodies.begin(), bodies.end());
    }

    const ReachNetwork& network_;
    std::vector<std::uint32_t> group_of_;
    std::vector<RoomId> room_of_;
    std::map<RoomId, Seats> rooms_;
    std::vector<std::uint32_t> points_of_, losing_; // by target
};

struct StateHash {
    std::size_t operator()(const FailureState& state) const {
        std::size_t out = state.gone.size();
        const auto mix = [&](const auto& list) {
            for (const auto one : list)
                out = (out ^ static_cast<std::size_t>(one)) * 1099511628211U + (out >> 29);
            out = (out ^ list.size()) * 1099511628211U;
        };
        mix(state.gone);
        mix(state.groups);
        mix(state.jacks);
        mix(state.ends);
        return out;
    }
};

// Each state once.
struct States {
    std::vector<FailureState> states;
    std::vector<std::uint32_t> of_element; // no_effect: nothing asked falls
};

States states_of(const FailureModel& model, FailureStates& by) {
    States out{.states = {}, .of_element = std::vector<std::uint32_t>(model.elements.size(), no_effect)};
    std::unordered_map<FailureState, std::uint32_t, StateHash> known;
    for (std::uint32_t i = 0; i < model.elements.size(); ++i) {
        const auto element = static_cast<ElementIndex>(i);
        FailureState state = by.of(std::span(&element, 1));
        if (state.empty())
            continue;
        const auto [at, fresh] = known.try_emplace(std::move(state), static_cast<std::uint32_t>(out.states.size()));
        if (fresh)
            out.states.push_back(at->first);
        out.of_element[i] = at->second;
    }
    return out;
}

// States that take links or ends from the network together, the rest as they say themselves.
std::vector<StateLoss> losses_of(const ReachNetwork& network, const FailureStates& by,
                                 const std::vector<FailureState>& states) {
    std::vector<StateLoss> out(states.size());
    std::vector<std::uint32_t> place;
    std::vector<FailureState> asked;
    for (std::uint32_t i = 0; i < states.size(); ++i)
        if (states[i].gone.empty() && states[i].ends.empty()) {
            for (const std::uint32_t group : states[i].groups)
                out[i].groups.emplace_back(group, network.groups[group].asked);
            out[i].jacks = states[i].jacks;
        } else {
            place.push_back(i);
            asked.push_back(states[i]);
        }
    std::vector<StateLoss> found = by.losses(asked);
    for (std::size_t i = 0; i < found.size(); ++i)
        out[place[i]] = std::move(found[i]);
    return out;
}

} // namespace

const FailureEffect* SingleFailures::effect(ElementIndex element) const {
    const std::uint32_t index = effect_of[at(element)];
    return index == no_effect ? nullptr : &effects[index];
}

std::vector<ElementIndex> SingleFailures::of_jack(std::uint32_t jack, const ReachNetwork& network) const {
    std::vector<std::uint8_t> takes(effects.size(), 0);
    for (std::size_t i = 0; i < effects.size(); ++i)
        takes[i] = std::binary_search(effects[i].jacks.begin(), effects[i].jacks.end(), jack) ||
                   std::any_of(effects[i].groups.begin(), effects[i].groups.end(), [&](const GroupLoss& loss) {
                       const auto& jacks = network.groups[loss.group].jacks;
                       return std::binary_search(jacks.begin(), jacks.end(), jack);
                   });
    std::vector<ElementIndex> out;
    for (std::size_t i = 0; i < effect_of.size(); ++i)
        if (effect_of[i] != no_effect && takes[effect_of[i]] != 0)
            out.push_back(static_cast<ElementIndex>(i));
    return out;
}

std::vector<ElementIndex> SingleFailures::of_target(std::uint32_t target) const {
    std::vector<ElementIndex> out;
    for (std::size_t i = 0; i < effect_of.size(); ++i)
        if (const FailureEffect* one = effect(static_cast<ElementIndex>(i));
            one && std::binary_search(one->lost.begin(), one->lost.end(), target))
            out.push_back(static_cast<ElementIndex>(i));
    return out;
}

SingleFailures SingleFailures::compute(FactInput& input) {
    const FailureModel& model = input.get<FailureModel>();
    const ReachNetwork& network = input.get<ReachNetwork>();
    FailureStates by(model, network);
    const States states = states_of(model, by);
    std::vector<StateLoss> losses = losses_of(network, by, states.states);
    SingleFailures out;
    std::map<TargetSet, std::uint32_t> sets;
    std::vector<std::uint32_t> effect_of(losses.size(), no_effect);
    Stakes stakes(input, model, network);
    for (std::size_t i = 0; i < losses.size(); ++i)
        if (!losses[i].groups.empty() || !losses[i].jacks.empty()) {
            effect_of[i] = static_cast<std::uint32_t>(out.effects.size());
            out.effects.push_back(stakes.effect(std::move(losses[i]), sets));
        }
    out.sets.resize(sets.size());
    for (const auto& [set, index] : sets)
        out.sets[index] = set;
    for (const std::uint32_t state : states.of_element)
        out.effect_of.push_back(state == no_effect ? no_effect : effect_of[state]);
    for (std::uint32_t i = 0; i < out.effect_of.size(); ++i)
        if (out.effect_of[i] != no_effect)
            out.ranked.push_back(static_cast<ElementIndex>(i));
    const auto weight = [&](ElementIndex element) {
        const FailureEffect& one = *out.effect(element);
        return std::tuple(one.dark, one.impaired, one.lost.size());
    };
    std::stable_sort(out.ranked.begin(), out.ranked.end(),
                     [&](ElementIndex x, ElementIndex y) { return weight(x) > weight(y); });
    return out;
}

} // namespace riser
