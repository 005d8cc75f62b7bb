// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/pair_sweep.h"

#include <algorithm>
#include <utility>

namespace riser {

namespace {

const TargetSet* lost_by(const StateLoss& loss, std::uint32_t group) {
    const auto at = std::lower_bound(loss.groups.begin(), loss.groups.end(), group,
                                     [](const auto& one, std::uint32_t key) { return one.first < key; });
    return at != loss.groups.end() && at->first == group ? &at->second : nullptr;
}

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

} // namespace

PairSweep::PairSweep(const FailureModel& model, const ReachNetwork& network, const PairClasses& classes)
    : net_(network),
      classes_(classes),
      states_(model, network),
      first_pieces_(network.frames.nodes),
      first_tables_(network),
      now_(network),
      lost_by_first_(network.groups.size(), nullptr),
      end_down_(model.needs.size(), 0),
      mark_(network.segments, untouched),
      seen_(network.frames.nodes, 0),
      stands_([this](NeedIndex need) {
          return end_down_[at(need)] == 0 && !std::binary_search(beyond_->ends.begin(), beyond_->ends.end(), need);
      }),
      stands_first_([this](NeedIndex need) { return end_down_[at(need)] == 0; }) {}

void PairSweep::pairs_of(std::uint32_t first, std::span<const std::uint32_t> others, const Run& run,
                         std::vector<FailurePair>& out) {
    begin(first);
    std::vector<FailureState> states;
    std::vector<std::uint32_t> place;
    for (const std::uint32_t other : others)
        if (FailureState beyond = states_.more(std::span(classes_.elements()[other]).first(1));
            !beyond.gone.empty() || !beyond.groups.empty() || !beyond.ends.empty()) {
            states.push_back(std::move(beyond));
            place.push_back(other);
        }
    GoneLinks gone;
    for (const FailureState& state : states)
        gone.emplace_back(state.gone);
    const auto visit = [&](std::size_t i, const Pieces& pieces) {
        look(place[i], states[i], pieces);
        if (found_.dark + found_.impaired > 0) {
            found_.a = std::min(first, place[i]);
            found_.b = std::max(first, place[i]);
            out.push_back(found_);
        }
        return !run.stopped();
    };
    visit_states(net_.frames, gone, 0, gone.size(), visit, first_.gone);
}

void PairSweep::begin(std::uint32_t first) {
    for (const NeedIndex need : first_.ends)
        end_down_[at(need)] = 0;
    if (first_loss_)
        for (const auto& [group, lost] : first_loss_->groups)
            lost_by_first_[group] = nullptr;
    first_ = states_.of(std::span(classes_.elements()[first]).first(1));
    first_loss_ = &classes_.losses()[first];
    for (const NeedIndex need : first_.ends)
        end_down_[at(need)] = 1;
    for (const auto& [group, lost] : first_loss_->groups)
        lost_by_first_[group] = &lost;
    first_pieces_.undo(0);
    for (std::size_t i = 0, gone = 0; i < net_.frames.links.size(); ++i)
        if (gone < first_.gone.size() && at(first_.gone[gone]) == i)
            ++gone;
        else
            first_pieces_.join(net_.frames.links[i].a, net_.frames.links[i].b);
    first_tables_.settle(first_pieces_, stands_first_);
}

void PairSweep::look(std::uint32_t other, const FailureState& beyond, const Pieces& pieces) {
    beyond_ = &beyond;
    other_loss_ = &classes_.losses()[other];
    found_ = {};
    ++round_;
    ReachState& tables = touch(beyond, pieces);
    for (const NetLink link : beyond.gone)
        for (const NetNode end : {net_.frames.links[at(link)].a, net_.frames.links[at(link)].b})
            if (mark_[net_.segment[at(end)]] == in_pieces)
                look_at_piece(end, pieces, tables);
    for (const std::uint32_t segment : touched_) {
        if (mark_[segment] == all_of_it)
            for (const std::uint32_t group : states_.groups_of_segment(segment))
                judge(group, tables.from(net_.groups[group].place, pieces, stands_));
        mark_[segment] = untouched;
    }
    touched_.clear();
    for (const std::uint32_t group : beyond.groups)
        count(group, net_.groups[group].asked);
}

void PairSweep::mark(std::uint32_t segment, Mark as) {
    if (mark_[segment] == untouched)
        touched_.push_back(segment);
    mark_[segment] = std::max(mark_[segment], as);
}

// Marks the segments to look at; the tables as they are without both.
ReachState& PairSweep::touch(const FailureState& beyond, const Pieces& pieces) {
    bool routed = !beyond.ends.empty();
    for (const NetLink link : beyond.gone) {
        const std::uint32_t segment = net_.segment[at(net_.frames.links[at(link)].a)];
        mark(segment, in_pieces);
        routed |= states_.is_routed(segment);
    }
    if (!routed)
        return first_tables_;
    now_.settle(pieces, stands_);
    for (const ReachNetwork::Gateway& gateway : net_.gateways)
        if (now_.of_table(gateway.table) != first_tables_.of_table(gateway.table))
            mark(net_.segment[at(gateway.place)], all_of_it);
    if (!beyond.ends.empty())
        for (const ReachNetwork::End& end : net_.ends)
            if (end.need && std::binary_search(beyond.ends.begin(), beyond.ends.end(), *end.need))
                mark(net_.segment[at(end.place)], all_of_it);
    return now_;
}

// A piece that still comes to all that it came to without the first alone says nothing new.
void PairSweep::look_at_piece(NetNode end, const Pieces& pieces, ReachState& tables) {
    std::uint64_t& seen = seen_[at(pieces.piece_of(end))];
    if (std::exchange(seen, round_) == round_)
        return;
    const TargetSet reached = tables.from(end, pieces, stands_);
    if ((first_tables_.from(end, first_pieces_, stands_first_) - reached).empty())
        return;
    pieces.each_in_piece(end, [&](NetNode place) {
        for (const std::uint32_t group : states_.groups_of_place(place))
            judge(group, reached);
    });
}

// Groups whose device is down are counted by themselves.
void PairSweep::judge(std::uint32_t group, const TargetSet& reached) {
    if (holds(beyond_->groups, group) || holds(first_.groups, group))
        return;
    if (const TargetSet lost = net_.groups[group].asked - reached; !lost.empty())
        count(group, lost);
}

void PairSweep::count(std::uint32_t group, const TargetSet& lost) {
    TargetSet apart(net_.targets.size());
    for (const TargetSet* one : {lost_by_first_[group], lost_by(*other_loss_, group)})
        if (one)
            apart.add(*one);
    const ReachNetwork::Group& row = net_.groups[group];
    if (lost != apart)
        (lost == row.asked ? found_.dark : found_.impaired) += static_cast<std::uint32_t>(row.jacks.size());
}

} // namespace riser
