// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/pair_classes.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

PairClasses::PairClasses(const FailureModel& model, const ReachNetwork& network, FailureStates& states,
                         unsigned threads) {
    add_elements(model);
    std::vector<FailureState> alone;
    for (const std::vector<ElementIndex>& elements : elements_)
        weight_.push_back(alone.emplace_back(states.of(std::span(elements).first(1))).gone.size());
    losses_ = states.losses(alone, {}, threads);
    for (std::uint32_t i = 0; i < losses_.size(); ++i)
        if (losses_[i].tables)
            all_.push_back(i);
    add_ties(model, network, alone);
}

// Alike when the same devices, links, handoffs and alternatives of conditions fall: the rest follows from those.
void PairClasses::add_elements(const FailureModel& model) {
    std::vector<std::uint8_t> seen(model.needs.size(), 0); // counts as knocked out
    for (const FailingDevice& row : model.devices)
        seen[at(row.need)] = 1;
    for (const FailingLink& row : model.links)
        seen[at(row.need)] = 1;
    for (const FailingHandoff& row : model.handoffs)
        seen[at(row.need)] = 1;
    for (std::size_t i = 0; i < model.needs.size(); ++i)
        if (const NeedView need = model.needs[static_cast<NeedIndex>(i)]; need.any)
            for (const NeedIndex part : need.needs)
                seen[at(part)] = 1;
    NeedLoss loss(model.needs);
    std::map<std::vector<NeedIndex>, std::uint32_t> known;
    for (std::size_t i = 0; i < model.elements.size(); ++i) {
        const auto element = static_cast<ElementIndex>(i);
        std::vector<NeedIndex> out;
        for (const NeedIndex need : loss.of(std::span(&element, 1)))
            if (seen[at(need)] != 0)
                out.push_back(need);
        if (out.empty())
            continue;
        std::sort(out.begin(), out.end());
        const auto [place, fresh] = known.try_emplace(std::move(out), static_cast<std::uint32_t>(elements_.size()));
        if (fresh)
            elements_.emplace_back();
        elements_[place->second].push_back(element);
    }
}

void PairClasses::add_ties(const FailureModel& model, const ReachNetwork& network,
                           const std::vector<FailureState>& alone) {
    const std::uint32_t routed = network.segments; // all that routes pass, as one
    std::vector<std::uint8_t> is_routed(network.segments, 0);
    for (const ReachNetwork::End& end : network.ends)
        is_routed[network.segment[at(end.place)]] |= !end.points_only;
    for (const ReachNetwork::Hop& hop : network.hops)
        is_routed[network.segment[at(hop.here)]] = 1;
    NeedLoss loss(model.needs);
    Outages outages(model);
    ties_.resize(elements_.size());
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        std::vector<std::uint32_t>& ties = ties_[i];
        for (const std::uint32_t link : outages.of(std::span(elements_[i]).first(1)).links)
            for (const NetLink frame : network.carries[link]) { // one of several that carry it, maybe
                const std::uint32_t segment = network.segment[at(network.frames.links[at(frame)].a)];
                ties.push_back(is_routed[segment] != 0 ? routed : segment);
            }
        if (!alone[i].ends.empty())
            ties.push_back(routed);
        for (const NeedIndex need : loss.of(std::span(elements_[i]).first(1)))
            for (const NeedIndex by : model.needs.naming(need))
                if (model.needs[by].any && !loss.falls(by))
                    ties.push_back(routed + 1 + static_cast<std::uint32_t>(at(by)));
        sort_unique(ties);
    }
    classes_.resize(routed + 1 + model.needs.size());
    for (std::uint32_t i = 0; i < ties_.size(); ++i)
        for (const std::uint32_t tie : ties_[i])
            classes_[tie].push_back(i);
}

void PairClasses::others(std::uint32_t one, std::vector<std::uint32_t>& out) const {
    out.clear();
    if (losses_[one].tables) {
        for (std::uint32_t i = one + 1; i < elements_.size(); ++i)
            out.push_back(i);
        return;
    }
    const auto later = [&](const std::vector<std::uint32_t>& list) {
        out.insert(out.end(), std::upper_bound(list.begin(), list.end(), one), list.end());
    };
    later(all_);
    for (const std::uint32_t tie : ties_[one])
        later(classes_[tie]);
    sort_unique(out);
}

} // namespace riser
