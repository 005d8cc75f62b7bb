// SPDX-License-Identifier: GPL-3.0-or-later
// Places between which frames go both ways are one segment (strong components: Tarjan 1972, without recursion), found
// so that a segment comes after all that it leads to.
#include "solvers/forwarding/network_parts.h"

#include <algorithm>

namespace riser {

namespace {

class Components {
  public:
    explicit Components(Network& net) : net_(net), order_(net.places.size(), 0), low_(net.places.size(), 0) {
        for (NetIndex place = 0; place < net.places.size(); ++place)
            if (order_[place] == 0)
                visit(place);
    }

  private:
    struct Step {
        NetIndex place;
        std::size_t next = 0;
    };

    void visit(NetIndex first) {
        open(first);
        while (!steps_.empty()) {
            const NetIndex here = steps_.back().place;
            const std::vector<NetIndex>& onward = net_.places[here].onward;
            if (steps_.back().next < onward.size()) {
                const NetIndex there = onward[steps_.back().next++];
                if (order_[there] == 0)
                    open(there);
                else if (net_.places[there].segment == no_index)
                    low_[here] = std::min(low_[here], order_[there]);
                continue;
            }
            steps_.pop_back();
            if (!steps_.empty())
                low_[steps_.back().place] = std::min(low_[steps_.back().place], low_[here]);
            if (low_[here] == order_[here])
                close(here);
        }
    }
    void open(NetIndex place) {
        order_[place] = low_[place] = ++count_;
        waiting_.push_back(place);
        steps_.push_back({place});
    }
    void close(NetIndex root) {
        const auto segment = static_cast<NetIndex>(net_.segments.size());
        net_.segments.emplace_back();
        NetIndex place = no_index;
        do {
            place = waiting_.back();
            waiting_.pop_back();
            net_.places[place].segment = segment;
            net_.segments.back().places.push_back(place);
        } while (place != root);
        std::sort(net_.segments.back().places.begin(), net_.segments.back().places.end());
    }

    Network& net_;
    std::uint32_t count_ = 0;
    std::vector<std::uint32_t> order_, low_;
    std::vector<NetIndex> waiting_;
    std::vector<Step> steps_;
};

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void add(std::vector<NetIndex>& to, const std::vector<NetIndex>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

void add_segments(Network& net) {
    Components components(net);
    for (NetIndex g = 0; g < net.gateways.size(); ++g)
        for (const NetIndex place : net.gateways[g].places)
            net.segments[net.places[place].segment].gateways.push_back(g);
    for (NetIndex place = 0; place < net.places.size(); ++place)
        if (net.places[place].zone)
            net.segments[net.places[place].segment].sides.push_back(place);
    for (NetIndex s = 0; s < net.stations.size(); ++s)
        for (const NetStation::Contact& contact : net.stations[s].hears)
            net.segments[net.places[contact.place].segment].stations.push_back(s);
    for (NetIndex s = 0; s < net.segments.size(); ++s) {
        NetSegment& segment = net.segments[s];
        for (const NetIndex place : segment.places)
            for (const NetIndex there : net.places[place].onward)
                if (const NetIndex to = net.places[there].segment; to != s) { // earlier: whole already
                    add(segment.onward, net.segments[to].onward);
                    add(segment.gateways, net.segments[to].gateways);
                    add(segment.sides, net.segments[to].sides);
                    add(segment.stations, net.segments[to].stations);
                }
        sort_unique(segment.onward);
        segment.onward.insert(segment.onward.begin(), s);
        for (std::vector<NetIndex>* list : {&segment.gateways, &segment.sides, &segment.stations})
            sort_unique(*list);
    }
    for (NetIndex place = 0; place < net.places.size(); ++place)
        for (const VlanId vlan : net.places[place].vlans)
            net.vlan_places.emplace_back(vlan, place);
    sort_unique(net.vlan_places);
}

} // namespace riser
