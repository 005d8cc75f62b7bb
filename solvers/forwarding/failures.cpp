// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/failures.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

// Boxes keep their indices whatever fails; places have these keys.
auto key_of(const NetPlace& place) { return std::tuple(place.box, place.number, place.port); }

void lose(const NetStation& station, const Network& whole, NetworkLoss& out) {
    for (const std::vector<NetStation::Contact>* list : {&station.sends, &station.hears})
        for (const NetStation::Contact& contact : *list)
            out.segments[whole.places[contact.place].segment] = true;
}

const Flood* flood_of(const std::vector<std::pair<AnyId, Flood>>& floods, AnyId source) {
    const auto at = std::lower_bound(floods.begin(), floods.end(), source,
                                     [](const auto& one, AnyId id) { return one.first < id; });
    return at != floods.end() && at->first == source ? &at->second : nullptr;
}

} // namespace

NetworkLoss loss_of(const Network& whole, const Network& left) {
    NetworkLoss out{std::vector<bool>(whole.segments.size()), std::vector<bool>(whole.boxes.size())};
    std::map<std::tuple<NetIndex, std::uint16_t, std::optional<PortId>>, const NetPlace*> kept;
    for (const NetPlace& place : left.places)
        kept[key_of(place)] = &place;
    for (const NetPlace& place : whole.places) {
        const auto at = kept.find(key_of(place));
        if (at != kept.end() && at->second->onward.size() == place.onward.size() &&
            at->second->vlans.size() == place.vlans.size())
            continue;
        out.segments[place.segment] = true;
        for (const NetIndex there : place.onward)
            out.segments[whole.places[there].segment] = true;
        if (at == kept.end() && place.box != no_index && whole.boxes[place.box].forwards == Forwards::by_permission)
            out.boxes[place.box] = true;
    }
    for (const NetStation& station : whole.stations) {
        const NetIndex there = left.station(station.id);
        if (there == no_index || left.stations[there].sends.size() != station.sends.size() ||
            left.stations[there].hears.size() != station.hears.size())
            lose(station, whole, out);
    }
    for (NetIndex g = 0; g < whole.gateways.size(); ++g) // of the same rows in both
        if (left.gateways[g].places.size() != whole.gateways[g].places.size())
            out.boxes[whole.gateways[g].box] = true;
    return out;
}

bool touches(const NetworkLoss& loss, const Network& whole, const Flood& flood) {
    for (NetIndex segment = 0; segment < whole.segments.size(); ++segment)
        if (loss.segments[segment] && flood.used[segment])
            return true;
    for (NetIndex box = 0; box < whole.boxes.size(); ++box)
        if (loss.boxes[box]) {
            const NetBox& here = whole.boxes[box];
            for (const NetIndex g : here.gateways)
                if (flood.at[g] != BddSpace::no())
                    return true;
            for (const NetIndex place : here.places)
                if (flood.offered[place] != BddSpace::no())
                    return true;
        }
    return false;
}

std::vector<AnyId> single_failures(const NetworkRows& rows) {
    const Network net = derive_network(rows);
    std::vector<AnyId> out;
    for (const NetBox& box : net.boxes)
        if (box.lives && box.forwards != Forwards::nothing)
            out.insert(out.end(), box.members.begin(), box.members.end());
    const auto forwards = [&](PortId id) {
        const Port* port = rows.design.find(id);
        const NetIndex box = port ? net.box_of(port->equipment) : no_index;
        return box != no_index && net.boxes[box].forwards != Forwards::nothing;
    };
    for (const CabledLink& link : rows.cabled.links())
        if (forwards(link.a) && forwards(link.b))
            out.insert(out.end(), link.cables.begin(), link.cables.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

FailureSweep::FailureSweep(const NetworkRows& rows, FilterSets& kept, std::vector<ReachQuestion> questions,
                           const ReachOptions& options)
    : rows_(rows), kept_(kept), options_(options), questions_(std::move(questions)), whole_(derive_network(rows)) {
    const Floods floods(rows_, whole_, kept_);
    std::set<AnyId> sources;
    for (const ReachQuestion& question : questions_)
        sources.insert(question.from);
    for (const AnyId source : sources)
        whole_floods_.emplace_back(source, floods.flood(floods.emissions(source, options_), options_.senders));
    made_ = sources.size();
    for (const ReachQuestion& question : questions_)
        before_.push_back(floods.comes_to(*flood_of(whole_floods_, question.from), question.to, options_.senders));
}

std::vector<Bdd> FailureSweep::after(std::span<const AnyId> failed) {
    const Network left = derive_network(rows_, failed);
    const NetworkLoss loss = loss_of(whole_, left);
    const Floods floods(rows_, left, kept_);
    std::map<AnyId, Flood> again;
    for (const auto& [source, flood] : whole_floods_)
        if (touches(loss, whole_, flood)) {
            again.emplace(source, floods.flood(floods.emissions(source, options_), options_.senders));
            ++made_;
        }
    std::vector<Bdd> out = before_;
    for (std::size_t i = 0; i < questions_.size(); ++i)
        if (const auto at = again.find(questions_[i].from); at != again.end())
            out[i] = floods.comes_to(at->second, questions_[i].to, options_.senders);
    return out;
}

} // namespace riser
