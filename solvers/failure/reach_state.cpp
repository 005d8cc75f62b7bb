// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/reach_network.h"

#include <algorithm>

namespace riser {

bool TargetSet::add(const TargetSet& more) {
    bool fresh = (more.first_ & ~first_) != 0;
    first_ |= more.first_;
    for (std::size_t i = 0; i < more_.size(); ++i) {
        fresh |= (more.more_[i] & ~more_[i]) != 0;
        more_[i] |= more.more_[i];
    }
    return fresh;
}

bool TargetSet::add(const TargetSet& more, const TargetSet& of) {
    const std::uint64_t first = more.first_ & of.first_;
    bool fresh = (first & ~first_) != 0;
    first_ |= first;
    for (std::size_t i = 0; i < more_.size(); ++i) {
        const std::uint64_t word = more.more_[i] & of.more_[i];
        fresh |= (word & ~more_[i]) != 0;
        more_[i] |= word;
    }
    return fresh;
}

TargetSet TargetSet::operator&(const TargetSet& other) const {
    TargetSet out = *this;
    out.first_ &= other.first_;
    for (std::size_t i = 0; i < more_.size(); ++i)
        out.more_[i] &= other.more_[i];
    return out;
}

TargetSet TargetSet::operator-(const TargetSet& other) const {
    TargetSet out = *this;
    out.first_ &= ~other.first_;
    for (std::size_t i = 0; i < more_.size(); ++i)
        out.more_[i] &= ~other.more_[i];
    return out;
}

ReachState::ReachState(const ReachNetwork& network)
    : net_(network),
      reached_(network.own),
      first_gateway_(network.segments + 1, 0),
      first_end_(network.segments + 1, 0),
      out_(network.targets.size()) {
    for (const ReachNetwork::Gateway& gateway : network.gateways)
        ++first_gateway_[network.segment[at(gateway.place)] + 1];
    for (const ReachNetwork::End& end : network.ends)
        ++first_end_[network.segment[at(end.place)] + 1];
    for (std::uint32_t s = 0; s < network.segments; ++s) {
        first_gateway_[s + 1] += first_gateway_[s];
        first_end_[s + 1] += first_end_[s];
    }
}

void ReachState::settle(const Pieces& pieces, const std::function<bool(NeedIndex)>& stands) {
    reached_ = net_.own;
    for (const ReachNetwork::End& end : net_.ends) {
        if (end.points_only || (end.need && !stands(*end.need)))
            continue;
        if (end.from) {
            if (pieces.together(end.here, end.place))
                reached_[*end.from].add(end.target);
            continue;
        }
        const std::uint32_t segment = net_.segment[at(end.place)];
        for (std::uint32_t g = first_gateway_[segment]; g < first_gateway_[segment + 1]; ++g)
            if (pieces.together(net_.gateways[g].place, end.place))
                reached_[net_.gateways[g].table].add(end.target);
    }
    for (bool again = true; again;) {
        again = false;
        for (const ReachNetwork::Hop& hop : net_.hops)
            if (pieces.together(hop.here, hop.there))
                again |= reached_[hop.from].add(reached_[hop.to], hop.targets);
    }
}

const TargetSet& ReachState::from(NetNode place, const Pieces& pieces, const std::function<bool(NeedIndex)>& stands) {
    out_.clear();
    const std::uint32_t segment = net_.segment[at(place)];
    const NetNode piece = pieces.piece_of(place);
    for (std::uint32_t g = first_gateway_[segment]; g < first_gateway_[segment + 1]; ++g)
        if (pieces.piece_of(net_.gateways[g].place) == piece)
            out_.add(reached_[net_.gateways[g].table]);
    for (std::uint32_t e = first_end_[segment]; e < first_end_[segment + 1]; ++e) {
        const ReachNetwork::End& end = net_.ends[e];
        if (!end.from && pieces.piece_of(end.place) == piece && (!end.need || stands(*end.need)))
            out_.add(end.target);
    }
    return out_;
}

} // namespace riser
