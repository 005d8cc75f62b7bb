// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/reach_forms.h"

namespace riser {

ReachForms::ReachForms(MonotoneForms& forms, const FailureModel& model, const ReachNetwork& network)
    : forms_(forms),
      model_(model),
      net_(network),
      needs_(need_forms(forms, model.needs)),
      places_(network.segments),
      links_(network.segments) {
    for (std::uint32_t place = 0; place < network.frames.nodes; ++place) {
        std::vector<std::uint32_t>& mine = places_[network.segment[place]];
        number_.push_back(static_cast<std::uint32_t>(mine.size()));
        mine.push_back(place);
    }
    for (std::uint32_t link = 0; link < network.frames.links.size(); ++link)
        links_[network.segment[at(network.frames.links[link].a)]].push_back(link);
}

const ReachForms::Segment& ReachForms::segment(std::uint32_t index) {
    const auto [known, fresh] = segments_.try_emplace(index);
    Segment& out = known->second;
    if (!fresh)
        return out;
    out.network.nodes = static_cast<std::uint32_t>(places_[index].size());
    // Links need the devices at their ends, jacks theirs.
    out.nodes.assign(out.network.nodes, MonotoneForms::always());
    const auto any_of = [&](const std::vector<std::uint32_t>& links) {
        std::vector<Form> any;
        for (const std::uint32_t link : links)
            any.push_back(need(model_.links[link].need));
        return forms_.any(std::move(any));
    };
    for (const std::uint32_t link : links_[index]) {
        const LinkEnds& ends = net_.frames.links[link];
        out.network.links.push_back({NetNode{number_[at(ends.a)]}, NetNode{number_[at(ends.b)]}});
        out.links.push_back(forms_.all({any_of(net_.carried[link].there), any_of(net_.carried[link].back)}));
    }
    return out;
}

// Over frames, from a place to exits in its segment.
Form ReachForms::within(NetNode from, std::vector<ReachExit> exits) {
    const Segment& mine = segment(net_.segment[at(from)]);
    for (ReachExit& exit : exits)
        exit.node = NetNode{number_[at(exit.node)]};
    return reach_form(forms_, mine.network, mine.nodes, mine.links, NetNode{number_[at(from)]}, exits);
}

Form ReachForms::between(NetNode from, NetNode to) {
    const auto [known, fresh] = between_.try_emplace({from, to});
    if (fresh)
        known->second =
            net_.segment[at(from)] == net_.segment[at(to)] ? within(from, {ReachExit{to}}) : MonotoneForms::never();
    return known->second;
}

const std::vector<Form>& ReachForms::tables(std::uint32_t target) {
    const auto [known, fresh] = tables_.try_emplace(target);
    if (!fresh)
        return known->second;
    std::vector<Form> found(net_.tables, MonotoneForms::never());
    const auto add = [&](std::uint32_t table, Form form) { found[table] = forms_.any({found[table], form}); };
    std::map<std::uint32_t, std::vector<ReachExit>> at_home; // by segment: where the target is
    for (const ReachNetwork::End& end : net_.ends) {
        if (end.target != target)
            continue;
        const Form stands = end.need ? need(*end.need) : MonotoneForms::always();
        if (end.from)
            add(*end.from, forms_.all({between(end.here, end.place), stands}));
        else if (!end.points_only)
            at_home[net_.segment[at(end.place)]].push_back({end.place, stands});
    }
    for (const ReachNetwork::Gateway& gateway : net_.gateways)
        if (const auto here = at_home.find(net_.segment[at(gateway.place)]); here != at_home.end())
            add(gateway.table, within(gateway.place, here->second));
    for (std::uint32_t table = 0; table < net_.tables; ++table)
        if (net_.own[table].has(target))
            found[table] = MonotoneForms::always();
    std::vector<OneWay> ways;
    for (const ReachNetwork::Hop& hop : net_.hops)
        if (hop.targets.has(target))
            ways.push_back({hop.from, hop.to, between(hop.here, hop.there)});
    return known->second = found_from(forms_, ways, std::move(found));
}

Form ReachForms::of(const ReachNetwork::Group& group, std::uint32_t target) {
    const std::vector<Form>& from_tables = tables(target);
    const std::uint32_t mine = net_.segment[at(group.place)];
    std::vector<ReachExit> exits;
    for (const ReachNetwork::Gateway& gateway : net_.gateways)
        if (net_.segment[at(gateway.place)] == mine)
            exits.push_back({gateway.place, from_tables[gateway.table]});
    for (const ReachNetwork::End& end : net_.ends)
        if (end.target == target && !end.from && net_.segment[at(end.place)] == mine)
            exits.push_back({end.place, end.need ? need(*end.need) : MonotoneForms::always()});
    return within(group.place, std::move(exits));
}

} // namespace riser
