// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames each port sends and takes, and where they go from device to device.
#include "solvers/forwarding/network_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

namespace riser {

VlanNumbers::VlanNumbers(const Design& design) {
    for (const Vlan& row : design.vlans)
        if (row.number && !is_secret(design, row.plane))
            numbers_.emplace(row.id, row.number->number());
}

std::optional<std::uint16_t> VlanNumbers::of(const std::optional<VlanId>& vlan) const {
    const auto at = vlan ? numbers_.find(*vlan) : numbers_.end();
    return at == numbers_.end() ? std::nullopt : std::optional(at->second);
}

namespace {

constexpr std::uint16_t untagged = 0;

// What a port does with frames: those of a place leave with a tag or none, those with that tag come to it.
struct PortFrames {
    struct Row {
        std::uint16_t number = 0;
        VlanId vlan;
        NetIndex place = no_index;
    };
    std::optional<Row> native;
    std::vector<Row> tagged; // by number; also the native one when the trunk lists it

    const Row* taken(std::uint16_t tag) const {
        if (tag == untagged)
            return native ? &*native : nullptr;
        const auto at = std::lower_bound(tagged.begin(), tagged.end(), tag,
                                         [](const Row& row, std::uint16_t number) { return row.number < number; });
        return at != tagged.end() && at->number == tag ? &*at : nullptr;
    }
    // Frames of the native VLAN leave untagged, listed or not.
    template<class Take> void each_sent(Take take) const {
        if (native)
            take(*native, untagged);
        for (const Row& row : tagged)
            if (!native || native->number != row.number)
                take(row, row.number);
    }
};

PortFrames frames_of(const VlanNumbers& numbers, const Port& port) {
    PortFrames out;
    if (port.mode == PortMode::unused)
        return out;
    if (const auto number = numbers.of(port.access_vlan))
        out.native = {*number, *port.access_vlan, no_index};
    if (port.mode != PortMode::trunk)
        return out;
    for (const VlanId vlan : port.trunk_vlans)
        if (const auto number = numbers.of(vlan))
            out.tagged.push_back({*number, vlan, no_index});
    std::sort(out.tagged.begin(), out.tagged.end(),
              [](const auto& x, const auto& y) { return std::pair(x.number, x.vlan) < std::pair(y.number, y.vlan); });
    out.tagged.erase(std::unique(out.tagged.begin(), out.tagged.end(),
                                 [](const auto& x, const auto& y) { return x.number == y.number; }),
                     out.tagged.end());
    return out;
}

// A station's port without a trunk takes and sends untagged frames, whatever its row says.
bool station_takes(const Port& port, const PortFrames& frames, std::uint16_t tag) {
    return port.mode == PortMode::trunk ? frames.taken(tag) != nullptr : tag == untagged;
}

class Frames {
  public:
    Frames(const NetworkRows& rows, const VlanNumbers& numbers, const LivePorts& live, Network& net, FrameWays* ways)
        : design_(rows.design), numbers_(numbers), net_(net), ways_(ways) {
        frames_.reserve(live.joined.size());
        stations_.reserve(live.jacks.size() + live.handoffs.size());
        known_.front().reserve(live.jacks.size());
        for (const Port* port : live.joined)
            add_port(*port);
        for (const LiveLink& link : live.links)
            join(*link.a, *link.b);
        for (const LiveJack& jack : live.jacks)
            if (forwards(*jack.port))
                plug_in(station(jack.jack, no_index), *jack.port, [](std::uint16_t) { return true; });
        for (const LiveHandoff& end : live.handoffs) {
            if (!forwards(*end.port))
                continue;
            NetStation& provider = station(end.handoff->id, no_index);
            provider.peer = end.handoff->peer;
            provider.link = end.handoff->link;
            plug_in(provider, *end.port, [](std::uint16_t tag) { return tag == untagged; });
        }
        std::sort(stations_.begin(), stations_.end(),
                  [](const NetStation& x, const NetStation& y) { return x.id < y.id; });
        net_.stations = std::move(stations_);
        for (NetIndex s = 0; s < net_.stations.size(); ++s)
            if (const NetIndex at = net_.stations[s].box; at != no_index)
                net_.boxes[at].stations.push_back(s);
    }

  private:
    NetIndex box(const Port& port) const { return net_.box_of(port.equipment); }
    bool forwards(const Port& port) const { return net_.boxes[box(port)].forwards != Forwards::nothing; }

    NetIndex place_of(const Port& port, std::uint16_t number) {
        const NetIndex at = box(port);
        const bool alone = port.mode == PortMode::routed || net_.boxes[at].forwards == Forwards::by_permission;
        const auto [known, is_new] =
            places_.try_emplace({at, number, alone ? port.id : PortId{}}, static_cast<NetIndex>(net_.places.size()));
        if (is_new) {
            net_.places.push_back({.box = at, .number = number});
            if (alone)
                net_.places.back().port = port.id;
            net_.boxes[at].places.push_back(known->second);
        }
        return known->second;
    }

    void settle(PortFrames::Row& row, const Port& port) {
        row.place = place_of(port, row.number);
        NetPlace& place = net_.places[row.place];
        place.vlans.push_back(row.vlan);
        if (net_.boxes[place.box].forwards != Forwards::by_permission)
            return;
        const Vlan* vlan = design_.find(row.vlan);
        if (!place.zone)
            place.zone = port.zone ? port.zone : vlan ? vlan->zone : std::nullopt;
    }

    void add_port(const Port& port) {
        PortFrames& frames = frames_[port.id] = frames_of(numbers_, port);
        if (!forwards(port))
            return;
        if (frames.native)
            settle(*frames.native, port);
        for (PortFrames::Row& row : frames.tagged)
            settle(row, port);
        if (!ways_)
            return;
        FrameWays::Settled& settled = ways_->ports.emplace_back(FrameWays::Settled{port.id});
        if (frames.native)
            settled.places.push_back(frames.native->place);
        for (const PortFrames::Row& row : frames.tagged)
            if (!frames.native || frames.native->place != row.place)
                settled.places.push_back(row.place);
    }

    void join(const Port& a, const Port& b) {
        if (forwards(a) && forwards(b)) {
            if (ways_)
                ways_->joined.push_back({a.id, b.id});
            carry(a, b);
            carry(b, a);
        } else if (forwards(a) || forwards(b)) {
            const Port& device = forwards(a) ? a : b;
            const Port& end = forwards(a) ? b : a;
            const PortFrames& frames = frames_.at(end.id);
            plug_in(station(end.id, box(end)), device,
                    [&](std::uint16_t tag) { return station_takes(end, frames, tag); });
        } else
            join_stations(a, b);
    }

    void carry(const Port& from, const Port& to) {
        const PortFrames& taking = frames_.at(to.id);
        frames_.at(from.id).each_sent([&](const PortFrames::Row& row, std::uint16_t tag) {
            if (const PortFrames::Row* taken = taking.taken(tag)) {
                net_.places[row.place].onward.push_back(taken->place);
                if (ways_)
                    ways_->crossings.push_back({from.id, to.id, row.place, taken->place});
            }
        });
    }

    // Untagged frames need no device between.
    void join_stations(const Port& a, const Port& b) {
        const auto place = static_cast<NetIndex>(net_.places.size());
        net_.places.push_back({});
        net_.places.back().port = std::min(a.id, b.id);
        for (const Port* end : {&a, &b})
            if (station_takes(*end, frames_.at(end->id), untagged)) {
                NetStation& one = station(end->id, box(*end));
                one.sends.push_back({place, false, {}});
                one.hears.push_back({place, false, {}});
            }
    }

    template<class Takes> void plug_in(NetStation& end, const Port& port, Takes takes) {
        const PortFrames& frames = frames_.at(port.id);
        frames.each_sent([&](const PortFrames::Row& row, std::uint16_t tag) {
            if (takes(tag))
                end.hears.push_back({row.place, tag != untagged, row.vlan});
        });
        if (frames.native && takes(untagged)) {
            end.sends.push_back({frames.native->place, false, frames.native->vlan});
            if (ways_)
                ways_->plugs.push_back({end.id, port.id, frames.native->place});
        }
        for (const PortFrames::Row& row : frames.tagged)
            if (takes(row.number))
                end.sends.push_back({row.place, true, row.vlan});
        if (ways_)
            ways_->stations.push_back({end.id, port.id});
    }

    NetStation& station(AnyId id, NetIndex at) {
        const auto [known, is_new] = known_[id.kind == Kind::jacks   ? 0
                                            : id.kind == Kind::ports ? 1
                                                                     : 2]
                                         .try_emplace(id.value, stations_.size());
        if (is_new)
            stations_.push_back({.id = id, .box = at});
        return stations_[known->second];
    }

    const Design& design_;
    const VlanNumbers& numbers_;
    Network& net_;
    FrameWays* const ways_; // nothing: not asked
    std::map<std::tuple<NetIndex, std::uint16_t, PortId>, NetIndex> places_;
    std::unordered_map<PortId, PortFrames> frames_;
    std::vector<NetStation> stations_;
    std::array<std::unordered_map<std::uint64_t, std::size_t>, 3> known_; // of jacks, ports, handoffs
};

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

void add_frames(const NetworkRows& rows, const VlanNumbers& numbers, const LivePorts& live, Network& net,
                FrameWays* ways) {
    Frames frames(rows, numbers, live, net, ways);
    for (NetPlace& place : net.places) {
        sort_unique(place.vlans);
        sort_unique(place.onward);
    }
}

} // namespace riser
