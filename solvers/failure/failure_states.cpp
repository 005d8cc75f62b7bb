// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_states.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace riser {

namespace {

constexpr std::uint32_t no_group = UINT32_MAX;
constexpr std::uint32_t nobody = UINT32_MAX, others = UINT32_MAX - 1; // of a need, beside a jack
constexpr std::size_t worth_a_thread = 64;                            // states

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

} // namespace

FailureStates::FailureStates(const FailureModel& model, const ReachNetwork& network)
    : model_(model),
      network_(network),
      outages_(model),
      groups_of_device_(model.devices.size()),
      group_of_jack_(model.jacks.size(), no_group),
      is_end_(model.needs.size(), 0),
      jack_of_need_(model.needs.size(), nobody),
      groups_of_segment_(network.segments),
      groups_of_place_(network.frames.nodes),
      routed_(network.segments, 0),
      frame_gone_(network.frames.links.size(), 0) {
    for (std::uint32_t g = 0; g < network.groups.size(); ++g) {
        const ReachNetwork::Group& group = network.groups[g];
        groups_of_place_[at(group.place)].push_back(g);
        groups_of_segment_[network.segment[at(group.place)]].push_back(g);
        for (const std::uint32_t jack : group.jacks)
            group_of_jack_[jack] = g;
        if (const FailingDevice* device = model.device(group.device))
            groups_of_device_[static_cast<std::size_t>(device - model.devices.data())].push_back(g);
    }
    for (const ReachNetwork::End& end : network.ends) {
        routed_[network.segment[at(end.place)]] |= !end.points_only;
        if (end.need)
            is_end_[at(*end.need)] = 1;
    }
    for (const ReachNetwork::Hop& hop : network.hops)
        routed_[network.segment[at(hop.here)]] = 1;
    for (std::uint32_t i = 0; i < model.jacks.size(); ++i) {
        std::uint32_t& of = jack_of_need_[at(model.jacks[i].need)];
        of = of == nobody && group_of_jack_[i] != no_group ? i : others;
    }
    const auto is_of_others = [&](const auto& rows) {
        for (const auto& row : rows)
            jack_of_need_[at(row.need)] = others;
    };
    is_of_others(model.devices);
    is_of_others(model.links);
    is_of_others(model.handoffs);
    for (std::uint32_t need = 0; need < jack_of_need_.size(); ++need)
        if (is_end_[need] != 0 || model.needs[NeedIndex(need)].any || outages_.never_stands(NeedIndex(need)))
            jack_of_need_[need] = others;
}

// Where the element is named by one need after another up to a jack's, and by nothing else. O(needs between).
std::optional<std::uint32_t> FailureStates::plain_jack(ElementIndex lost) const {
    for (auto naming = model_.needs.naming(lost); naming.size() == 1;) {
        const NeedIndex need = naming.front();
        const std::uint32_t of = jack_of_need_[at(need)];
        naming = model_.needs.naming(need);
        if (of == nobody)
            continue;
        return of != others && naming.empty() ? std::optional(of) : std::nullopt;
    }
    return std::nullopt;
}

// Of frames, groups, jacks and ends those that the base has not lost already.
FailureState FailureStates::state(bool beyond) const {
    const Down& down = outages_.down();
    FailureState out;
    const auto all_down = [&](const std::vector<std::uint32_t>& links) {
        return std::all_of(links.begin(), links.end(),
                           [&](std::uint32_t link) { return outages_.falls(model_.links[link].need); });
    };
    for (const std::uint32_t link : down.links)
        for (const NetLink frame : network_.carries[link])
            if (const ReachNetwork::Carried& by = network_.carried[at(frame)];
                !(beyond && frame_gone_[at(frame)] != 0) && (all_down(by.there) || all_down(by.back)))
                out.gone.push_back(frame);
    sort_unique(out.gone);
    for (const std::uint32_t device : down.devices)
        out.groups.insert(out.groups.end(), groups_of_device_[device].begin(), groups_of_device_[device].end());
    sort_unique(out.groups);
    for (const std::uint32_t jack : down.jacks)
        if (const std::uint32_t group = group_of_jack_[jack];
            group != no_group && !holds(out.groups, group) && !(beyond && holds(base_.groups, group)))
            out.jacks.push_back(jack);
    for (const NeedIndex need : outages_.fallen())
        if (is_end_[at(need)] != 0)
            out.ends.push_back(need);
    sort_unique(out.ends);
    return out;
}

void FailureStates::lose(std::span<const ElementIndex> lost) {
    for (const NetLink frame : base_.gone)
        frame_gone_[at(frame)] = 0;
    base_.gone.clear();
    is_kept_ = false;
    outages_.of(lost);
}

FailureState FailureStates::of(std::span<const ElementIndex> lost) {
    lose(lost);
    return state(false);
}

std::optional<std::uint32_t> FailureStates::lone_jack(ElementIndex lost, FailureState& otherwise) {
    if (const std::optional<std::uint32_t> jack = plain_jack(lost))
        return jack;
    lose(std::span(&lost, 1));
    const Down& down = outages_.down();
    const bool is_alone = down.jacks.size() == 1 && group_of_jack_[down.jacks.front()] != no_group &&
                          down.devices.empty() && down.links.empty() &&
                          std::none_of(outages_.fallen().begin(), outages_.fallen().end(),
                                       [&](NeedIndex need) { return is_end_[at(need)] != 0; });
    if (is_alone)
        return down.jacks.front();
    otherwise = state(false);
    return std::nullopt;
}

void FailureStates::keep_base() {
    base_ = state(false);
    for (const NetLink frame : base_.gone)
        frame_gone_[at(frame)] = 1;
    is_kept_ = true;
}

FailureState FailureStates::more(std::span<const ElementIndex> lost) {
    if (!is_kept_)
        keep_base();
    outages_.more(lost);
    return state(true);
}

// Looks at one state after another; what the whole network says is kept beside.
class StateSweep {
  public:
    StateSweep(const FailureStates& of, std::span<const FailureState> states, std::vector<StateLoss>& out)
        : of_(of),
          net_(of.network()),
          states_(states),
          out_(out),
          whole_(net_),
          now_(net_),
          before_(net_.segments, TargetSet(net_.targets.size())),
          mark_(net_.segments, untouched),
          seen_(net_.frames.nodes, 0) {
        Pieces pieces(net_.frames.nodes);
        for (const LinkEnds& link : net_.frames.links)
            pieces.join(link.a, link.b);
        const auto all = [](NeedIndex) { return true; };
        whole_.settle(pieces, all);
        std::vector<std::uint8_t> known(net_.segments, 0);
        for (std::uint32_t place = 0; place < net_.frames.nodes; ++place)
            if (const std::uint32_t segment = net_.segment[place]; known[segment]++ == 0)
                before_[segment] = whole_.from(static_cast<NetNode>(place), pieces, all);
    }

    void look(std::size_t index, const Pieces& pieces) {
        state_ = &states_[index];
        StateLoss& loss = out_[index];
        ReachState& tables = touch(pieces, loss);
        ++round_;
        for (const NetLink link : state_->gone)
            for (const NetNode end : {net_.frames.links[at(link)].a, net_.frames.links[at(link)].b})
                if (mark_[net_.segment[at(end)]] == in_pieces)
                    look_at_piece(end, pieces, tables, loss);
        for (const std::uint32_t segment : touched_) {
            if (mark_[segment] == all_of_it)
                for (const std::uint32_t group : of_.groups_of_segment(segment))
                    add(group, tables.from(net_.groups[group].place, pieces, stands_), loss);
            mark_[segment] = untouched;
        }
        touched_.clear();
        finish(loss);
    }

  private:
    enum Mark : std::uint8_t { untouched, in_pieces, all_of_it };

    void mark(std::uint32_t segment, Mark as) {
        if (mark_[segment] == untouched)
            touched_.push_back(segment);
        mark_[segment] = std::max(mark_[segment], as);
    }

    // Marks the segments to look at; the tables as they are in the state.
    ReachState& touch(const Pieces& pieces, StateLoss& loss) {
        bool routed = !state_->ends.empty();
        for (const NetLink link : state_->gone) {
            const std::uint32_t segment = net_.segment[at(net_.frames.links[at(link)].a)];
            mark(segment, in_pieces);
            routed |= of_.is_routed(segment);
        }
        if (!routed)
            return whole_;
        now_.settle(pieces, stands_);
        for (std::uint32_t table = 0; table < net_.tables; ++table)
            loss.tables |= now_.of_table(table) != whole_.of_table(table);
        for (const ReachNetwork::Gateway& gateway : net_.gateways)
            if (loss.tables && now_.of_table(gateway.table) != whole_.of_table(gateway.table))
                mark(net_.segment[at(gateway.place)], all_of_it);
        for (const ReachNetwork::End& end : net_.ends)
            if (end.need && !stands_(*end.need))
                mark(net_.segment[at(end.place)], all_of_it);
        return now_;
    }

    void look_at_piece(NetNode end, const Pieces& pieces, ReachState& tables, StateLoss& loss) {
        std::uint64_t& seen = seen_[at(pieces.piece_of(end))];
        if (std::exchange(seen, round_) == round_)
            return;
        const TargetSet& reached = tables.from(end, pieces, stands_);
        if ((before_[net_.segment[at(end)]] - reached).empty())
            return;
        pieces.each_in_piece(end, [&](NetNode place) {
            for (const std::uint32_t group : of_.groups_of_place(place))
                add(group, reached, loss);
        });
    }

    void add(std::uint32_t group, const TargetSet& reached, StateLoss& loss) {
        if (TargetSet lost = net_.groups[group].asked - reached; !lost.empty())
            loss.groups.emplace_back(group, std::move(lost));
    }

    // Groups whose device is down lose everything; jacks that fall say so only where their group does not lose it all.
    void finish(StateLoss& loss) {
        const FailureState& state = *state_;
        if (!state.groups.empty())
            std::erase_if(loss.groups, [&](const auto& one) { return holds(state.groups, one.first); });
        for (const std::uint32_t group : state.groups)
            loss.groups.emplace_back(group, net_.groups[group].asked);
        std::sort(loss.groups.begin(), loss.groups.end());
        for (const std::uint32_t jack : state.jacks) {
            const std::uint32_t group = of_.group_of_jack(jack);
            const auto found = std::lower_bound(loss.groups.begin(), loss.groups.end(), group,
                                                [](const auto& one, std::uint32_t key) { return one.first < key; });
            if (found == loss.groups.end() || found->first != group || found->second != net_.groups[group].asked)
                loss.jacks.push_back(jack);
        }
    }

    const FailureStates& of_;
    const ReachNetwork& net_;
    std::span<const FailureState> states_;
    std::vector<StateLoss>& out_;
    ReachState whole_, now_;
    std::vector<TargetSet> before_; // by segment
    std::vector<Mark> mark_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint64_t> seen_; // by piece, in which round
    std::uint64_t round_ = 0;
    const FailureState* state_ = nullptr; // that is looked at
    const std::function<bool(NeedIndex)> stands_ = [this](NeedIndex need) {
        return !std::binary_search(state_->ends.begin(), state_->ends.end(), need);
    };
};

std::vector<StateLoss> FailureStates::losses(std::span<const FailureState> states, const Run& run,
                                             unsigned threads) const {
    std::vector<StateLoss> out(states.size());
    GoneLinks gone;
    for (const FailureState& state : states)
        gone.emplace_back(state.gone);
    const auto part = [&](std::size_t first, std::size_t last) {
        StateSweep sweep(*this, states, out);
        visit_states(network_.frames, gone, first, last, [&](std::size_t state, const Pieces& pieces) {
            sweep.look(state, pieces);
            return !run.stopped();
        });
    };
    const std::size_t parts = states.size() < worth_a_thread ? 1 : std::max(1U, threads);
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < parts; ++i)
        others.emplace_back(part, states.size() * i / parts, states.size() * (i + 1) / parts);
    part(0, states.size() / parts);
    return others.clear(), out;
}

} // namespace riser
