// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_states.h"

#include <algorithm>
#include <unordered_map>

namespace riser {

namespace {

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
    std::vector<std::uint32_t> of_element;
};

// Most elements take one jack alone: its own cord, cable and port. Elements that one and the same need names are one.
States states_of(const FailureModel& model, FailureStates& by) {
    States out{.states = {}, .of_element = std::vector<std::uint32_t>(model.elements.size(), no_effect)};
    std::vector<std::uint32_t> of_jack(model.jacks.size(), no_effect);
    std::unordered_multimap<std::size_t, std::uint32_t> known; // by hash
    constexpr std::uint32_t unknown = no_effect - 1;
    std::vector<std::uint32_t> of_need(model.needs.size(), unknown);
    for (std::uint32_t i = 0; i < model.elements.size(); ++i) {
        const auto element = static_cast<ElementIndex>(i);
        const auto next = static_cast<std::uint32_t>(out.states.size());
        std::uint32_t& place = out.of_element[i];
        const std::span<const NeedIndex> naming = model.needs.naming(element);
        std::uint32_t* const alike = naming.size() == 1 ? &of_need[at(naming.front())] : nullptr;
        if (alike && *alike != unknown) {
            place = *alike;
            continue;
        }
        FailureState state;
        if (const std::optional<std::uint32_t> jack = by.lone_jack(element, state)) {
            if (of_jack[*jack] == no_effect)
                of_jack[*jack] = next;
            place = of_jack[*jack];
            if (place == next)
                state.jacks = {*jack};
        } else if (!state.empty()) {
            const std::size_t hash = StateHash{}(state);
            for (auto [it, end] = known.equal_range(hash); it != end && place == no_effect; ++it)
                if (out.states[it->second] == state)
                    place = it->second;
            if (place == no_effect)
                known.emplace(hash, place = next);
        }
        if (place == next)
            out.states.push_back(std::move(state));
        if (alike)
            *alike = place;
    }
    return out;
}

// States that take links or ends from the network together, the rest as they say themselves.
std::vector<StateLoss> losses_of(const ReachNetwork& network, const FailureStates& by,
                                 std::vector<FailureState> states) {
    std::vector<StateLoss> out(states.size());
    std::vector<std::uint32_t> place;
    std::vector<FailureState> asked;
    for (std::uint32_t i = 0; i < states.size(); ++i)
        if (states[i].gone.empty() && states[i].ends.empty()) {
            for (const std::uint32_t group : states[i].groups)
                out[i].groups.emplace_back(group, network.groups[group].asked);
            out[i].jacks = std::move(states[i].jacks);
        } else {
            place.push_back(i);
            asked.push_back(std::move(states[i]));
        }
    std::vector<StateLoss> found = by.losses(asked);
    for (std::size_t i = 0; i < found.size(); ++i)
        out[place[i]] = std::move(found[i]);
    return out;
}

} // namespace

ElementStates element_states(const FailureModel& model, const ReachNetwork& network) {
    FailureStates by(model, network);
    States states = states_of(model, by);
    return {losses_of(network, by, std::move(states.states)), std::move(states.of_element)};
}

} // namespace riser
