// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_states.h"

#include <algorithm>
#include <thread>

namespace riser {

namespace {

constexpr std::uint32_t no_group = UINT32_MAX;
constexpr std::size_t worth_a_thread = 64; // states

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

} // namespace

FailureStates::FailureStates(const FailureModel& model, const ReachNetwork& network)
    : network_(network),
      outages_(model),
      groups_of_device_(model.devices.size()),
      group_of_jack_(model.jacks.size(), no_group),
      groups_of_segment_(network.segments),
      groups_of_place_(network.frames.nodes),
      routed_(network.segments, 0) {
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
            end_needs_.push_back(*end.need);
    }
    for (const ReachNetwork::Hop& hop : network.hops)
        routed_[network.segment[at(hop.here)]] = 1;
    sort_unique(end_needs_);
}

FailureState FailureStates::of(std::span<const ElementIndex> lost) {
    const Down& down = outages_.of(lost);
    FailureState out;
    const auto all_down = [&](const std::vector<std::uint32_t>& links) {
        return std::all_of(links.begin(), links.end(), [&](std::uint32_t link) { return holds(down.links, link); });
    };
    for (const std::uint32_t link : down.links)
        for (const NetLink frame : network_.carries[link])
            if (const ReachNetwork::Carried& by = network_.carried[at(frame)]; all_down(by.there) || all_down(by.back))
                out.gone.push_back(frame);
    sort_unique(out.gone);
    for (const std::uint32_t device : down.devices)
        out.groups.insert(out.groups.end(), groups_of_device_[device].begin(), groups_of_device_[device].end());
    sort_unique(out.groups);
    for (const std::uint32_t jack : down.jacks)
        if (group_of_jack_[jack] != no_group && !holds(out.groups, group_of_jack_[jack]))
            out.jacks.push_back(jack);
    for (const NeedIndex need : end_needs_)
        if (outages_.falls(need))
            out.ends.push_back(need);
    return out;
}

// Looks at one state after another; what the whole network says is kept beside.
class StateSweep {
  public:
    StateSweep(const FailureStates& of, std::span<const FailureState> states, std::vector<StateLoss>& out)
        : of_(of),
          net_(of.network_),
          states_(states),
          out_(out),
          whole_(net_),
          now_(net_),
          before_(net_.segments, TargetSet(net_.targets.size())),
          mark_(net_.segments, untouched) {
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
        const FailureState& state = states_[index];
        StateLoss& loss = out_[index];
        const std::function<bool(NeedIndex)> stands = [&](NeedIndex need) {
            return !std::binary_search(state.ends.begin(), state.ends.end(), need);
        };
        ReachState& tables = touch(state, pieces, stands, loss);
        std::vector<NetNode> seen;
        for (const NetLink link : state.gone)
            for (const NetNode end : {net_.frames.links[at(link)].a, net_.frames.links[at(link)].b})
                if (mark_[net_.segment[at(end)]] == in_pieces)
                    look_at_piece(end, pieces, tables, stands, seen, loss);
        for (const std::uint32_t segment : touched_) {
            if (mark_[segment] == all_of_it)
                for (const std::uint32_t group : of_.groups_of_segment_[segment])
                    add(group, tables.from(net_.groups[group].place, pieces, stands), loss);
            mark_[segment] = untouched;
        }
        touched_.clear();
        finish(state, loss);
    }

  private:
    enum Mark : std::uint8_t { untouched, in_pieces, all_of_it };

    void mark(std::uint32_t segment, Mark as) {
        if (mark_[segment] == untouched)
            touched_.push_back(segment);
        mark_[segment] = std::max(mark_[segment], as);
    }

    // Marks the segments to look at; the tables as they are in the state.
    ReachState& touch(const FailureState& state, const Pieces& pieces, const std::function<bool(NeedIndex)>& stands,
                      StateLoss& loss) {
        bool routed = !state.ends.empty();
        for (const NetLink link : state.gone) {
            const std::uint32_t segment = net_.segment[at(net_.frames.links[at(link)].a)];
            mark(segment, in_pieces);
            routed |= of_.routed_[segment] != 0;
        }
        if (!routed)
            return whole_;
        now_.settle(pieces, stands);
        for (std::uint32_t table = 0; table < net_.tables; ++table)
            loss.tables |= now_.of_table(table) != whole_.of_table(table);
        for (const ReachNetwork::Gateway& gateway : net_.gateways)
            if (loss.tables && now_.of_table(gateway.table) != whole_.of_table(gateway.table))
                mark(net_.segment[at(gateway.place)], all_of_it);
        for (const ReachNetwork::End& end : net_.ends)
            if (end.need && !stands(*end.need))
                mark(net_.segment[at(end.place)], all_of_it);
        return now_;
    }

    void look_at_piece(NetNode end, const Pieces& pieces, ReachState& tables,
                       const std::function<bool(NeedIndex)>& stands, std::vector<NetNode>& seen, StateLoss& loss) {
        const NetNode piece = pieces.piece_of(end);
        if (std::find(seen.begin(), seen.end(), piece) != seen.end())
            return;
        seen.push_back(piece);
        const TargetSet& reached = tables.from(end, pieces, stands);
        if ((before_[net_.segment[at(end)]] - reached).empty())
            return;
        pieces.each_in_piece(end, [&](NetNode place) {
            for (const std::uint32_t group : of_.groups_of_place_[at(place)])
                add(group, reached, loss);
        });
    }

    void add(std::uint32_t group, const TargetSet& reached, StateLoss& loss) {
        if (TargetSet lost = net_.groups[group].asked - reached; !lost.empty())
            loss.groups.emplace_back(group, std::move(lost));
    }

    // Groups whose device is down lose everything; jacks that fall say so only where their group does not lose it all.
    void finish(const FailureState& state, StateLoss& loss) {
        std::erase_if(loss.groups, [&](const auto& one) { return holds(state.groups, one.first); });
        for (const std::uint32_t group : state.groups)
            loss.groups.emplace_back(group, net_.groups[group].asked);
        std::sort(loss.groups.begin(), loss.groups.end());
        for (const std::uint32_t jack : state.jacks) {
            const std::uint32_t group = of_.group_of_jack_[jack];
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
};

std::vector<StateLoss> FailureStates::losses(std::span<const FailureState> states, const Run& run,
                                             unsigned threads) const {
    std::vector<StateLoss> out(states.size());
    GoneLinks gone;
    for (const FailureState& state : states)
        gone.push_back(state.gone);
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
