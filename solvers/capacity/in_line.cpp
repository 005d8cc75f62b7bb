// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/in_line.h"

#include <algorithm>
#include <deque>
#include <set>

namespace riser {

namespace {

bool may_be_in_line(const Design& design, const NetBox& box) {
    return std::all_of(box.members.begin(), box.members.end(), [&](EquipmentId id) {
        const EquipmentType* type = design.find(design.find(id)->type);
        return type && (type->role == EquipmentRole::ips || type->role == EquipmentRole::av_gateway ||
                        type->role == EquipmentRole::waf || type->role == EquipmentRole::behaviour_audit);
    });
}

// Arcs out of each box.
std::vector<std::vector<std::uint32_t>> arcs_from(const LinkMap& map, std::size_t boxes) {
    std::vector<std::vector<std::uint32_t>> out(boxes);
    for (std::uint32_t w = 0; w < map.wires.size(); ++w) {
        out[map.wires[w].box_a].push_back(2 * w);
        out[map.wires[w].box_b].push_back(2 * w + 1);
    }
    return out;
}
NetIndex end_of(const LinkMap& map, std::uint32_t arc) {
    return arc % 2 == 0 ? map.wires[arc / 2].box_b : map.wires[arc / 2].box_a;
}

// All shortest ways from an arc that leads in to any box outside that is not of the bridge it came from.
class WaysThrough {
  public:
    WaysThrough(const LinkMap& map, const std::vector<bool>& in_line,
                const std::vector<std::vector<std::uint32_t>>& arcs, const BridgeOfBox& bridge)
        : map_(map), in_line_(in_line), arcs_(arcs), bridge_(bridge) {}

    void add(std::uint32_t first, std::vector<std::vector<std::uint32_t>>& out) {
        steps_.assign(in_line_.size(), nothing);
        from_ = bridge_(end_of(map_, first ^ 1U));
        std::deque<NetIndex> turn{end_of(map_, first)};
        steps_[turn.front()] = 0;
        std::uint32_t shortest = nothing;
        while (!turn.empty()) {
            const NetIndex here = turn.front();
            turn.pop_front();
            for (const std::uint32_t arc : arcs_[here]) {
                const NetIndex there = end_of(map_, arc);
                if (!in_line_[there] && bridge_(there) != from_)
                    shortest = std::min(shortest, steps_[here] + 1);
                if (in_line_[there] && steps_[there] == nothing) {
                    steps_[there] = steps_[here] + 1;
                    turn.push_back(there);
                }
            }
        }
        way_ = {first};
        go_on(shortest, out);
    }

  private:
    void go_on(std::uint32_t left, std::vector<std::vector<std::uint32_t>>& out) {
        if (left == nothing)
            return;
        const NetIndex here = end_of(map_, way_.back());
        for (const std::uint32_t arc : arcs_[here]) {
            const NetIndex there = end_of(map_, arc);
            way_.push_back(arc);
            if (!in_line_[there] && bridge_(there) != from_ && left == 1)
                out.push_back(way_);
            else if (in_line_[there] && steps_[there] == steps_[here] + 1 && left > 1)
                go_on(left - 1, out);
            way_.pop_back();
        }
    }

    const LinkMap& map_;
    const std::vector<bool>& in_line_;
    const std::vector<std::vector<std::uint32_t>>& arcs_;
    std::vector<std::uint32_t> steps_, way_;
    const BridgeOfBox& bridge_;
    std::uint32_t from_ = 0;
};

} // namespace

std::vector<bool> devices_in_line(const Design& design, const Network& net, const LinkMap& map,
                                  const BridgeOfBox& bridge) {
    std::vector<bool> may(net.boxes.size(), false), out(net.boxes.size(), false), seen(net.boxes.size(), false);
    for (NetIndex box = 0; box < net.boxes.size(); ++box)
        may[box] = net.boxes[box].forwards == Forwards::frames && may_be_in_line(design, net.boxes[box]);
    for (const LoadPlug& plug : map.plugs)
        may[plug.box] = false;
    const std::vector<std::vector<std::uint32_t>> arcs = arcs_from(map, net.boxes.size());
    for (NetIndex box = 0; box < net.boxes.size(); ++box) {
        if (!may[box] || seen[box])
            continue;
        std::vector<NetIndex> group{box};
        seen[box] = true;
        std::set<std::uint32_t> sides;
        for (std::size_t i = 0; i < group.size(); ++i)
            for (const std::uint32_t arc : arcs[group[i]])
                if (const NetIndex there = end_of(map, arc); !may[there])
                    sides.insert(bridge(there));
                else if (!seen[there]) {
                    seen[there] = true;
                    group.push_back(there);
                }
        for (const NetIndex one : group)
            out[one] = sides.size() == 2;
    }
    return out;
}

std::vector<std::vector<std::uint32_t>> ways_in_line(const LinkMap& map, const std::vector<bool>& in_line,
                                                     const BridgeOfBox& bridge) {
    const std::vector<std::vector<std::uint32_t>> arcs = arcs_from(map, in_line.size());
    WaysThrough through(map, in_line, arcs, bridge);
    std::vector<std::vector<std::uint32_t>> found, out;
    for (NetIndex box = 0; box < in_line.size(); ++box)
        if (!in_line[box])
            for (const std::uint32_t arc : arcs[box])
                if (in_line[end_of(map, arc)])
                    through.add(arc, found);
    std::set<std::vector<std::uint32_t>> known; // each is found from both of its ends
    for (std::vector<std::uint32_t>& way : found) {
        std::vector<std::uint32_t> back(way.rbegin(), way.rend());
        for (std::uint32_t& arc : back)
            arc ^= 1U;
        if (known.contains(back) || !known.insert(way).second)
            continue;
        out.push_back(std::move(way));
    }
    return out;
}

} // namespace riser
