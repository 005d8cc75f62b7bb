// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/network_map.h"

#include "solvers/analysis/device_links.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <tuple>

namespace riser {

namespace {

int rank_of(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
        return 0;
    case EquipmentRole::distribution_switch:
        return 1;
    case EquipmentRole::core_switch:
        return 2;
    default:
        return -1;
    }
}

constexpr int far_away = INT32_MAX;

} // namespace

bool is_switch(EquipmentRole role) { return rank_of(role) >= 0; }

bool is_transparent(EquipmentRole role) {
    return role == EquipmentRole::ips || role == EquipmentRole::av_gateway || role == EquipmentRole::waf ||
           role == EquipmentRole::behaviour_audit;
}

bool is_end_host(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::server:
    case EquipmentRole::storage:
    case EquipmentRole::recorder:
    case EquipmentRole::bastion:
    case EquipmentRole::log_audit:
    case EquipmentRole::nac:
    case EquipmentRole::management_station:
    case EquipmentRole::collector:
    case EquipmentRole::probe:
    case EquipmentRole::telephone_system:
        return true;
    default:
        return false;
    }
}

NetworkMap::NetworkMap(const Facts& facts, const std::set<std::string>& known) {
    place_nodes(facts);
    add_links(facts);
    gather_routers(known);
    assign_blocks(known);
}

void NetworkMap::place_nodes(const Facts& facts) {
    const Design& design = facts.design();
    const auto stands = [&](const Equipment& row) {
        const EquipmentType* type = design.find(row.type);
        const Plane* plane = design.find(row.plane);
        return type && plane && plane->disclosure != Disclosure::secret && row.status != Status::remove &&
               type->role != EquipmentRole::access_point && type->role != EquipmentRole::camera;
    };
    std::vector<NetworkNode> found;
    const auto add = [&](const std::vector<EquipmentId>& devices) {
        NetworkNode node;
        for (const EquipmentId id : devices)
            if (const Equipment* row = design.find(id); row && stands(*row) && index_.emplace(id, 0).second) {
                if (node.devices.empty()) {
                    node.plane = *row->plane;
                    node.role = design.find(row->type)->role;
                    node.label = row->label;
                }
                node.devices.push_back(id);
            }
        if (!node.devices.empty())
            found.push_back(std::move(node));
    };
    for (const Stack& stack : design.stacks)
        add(stack.members);
    for (const Equipment& row : design.equipment)
        add({row.id});
    const auto key = [&](const NetworkNode& node) {
        const Equipment& row = *design.find(node.devices.front());
        const Space* space = design.find(row.space);
        const Room* room = space ? design.find(space->room) : nullptr;
        const Floor* floor = room ? design.find(room->floor) : nullptr;
        const Plane& plane = *design.find(node.plane);
        return std::tuple(std::string_view(plane.code), node.plane, floor ? floor->elevation.value : 0,
                          std::string_view(space ? space->label : ""), std::string_view(row.label), row.id);
    };
    std::sort(found.begin(), found.end(), [&](const NetworkNode& a, const NetworkNode& b) { return key(a) < key(b); });
    nodes = std::move(found);
    beside_.resize(nodes.size());
    block_.resize(nodes.size());
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        space_.push_back(design.find(nodes[n].devices.front())->space.value_or(SpaceId{}));
        for (const EquipmentId id : nodes[n].devices)
            index_[id] = n;
    }
}

void NetworkMap::add_links(const Facts& facts) {
    const Design& design = facts.design();
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        const Port* a = design.find(link.a);
        const Port* b = design.find(link.b);
        const std::optional<std::size_t> from = a ? node_of(a->equipment) : std::nullopt;
        const std::optional<std::size_t> to = b ? node_of(b->equipment) : std::nullopt;
        // A link inside a stack is its ring; one between planes is a fault that the rules name.
        if (!from || !to || from == to || nodes[*from].plane != nodes[*to].plane)
            continue;
        beside_[*from].push_back({*to, links.size()});
        beside_[*to].push_back({*from, links.size()});
        links.push_back({*from, *to, link.a, link.b});
    }
}

// By role; of two alike, that on which no access switch hangs is the upper.
int NetworkMap::level(std::size_t node) const {
    const bool serves = std::any_of(beside_[node].begin(), beside_[node].end(), [&](const Beside& other) {
        return nodes[other.node].role == EquipmentRole::access_switch;
    });
    return 2 * rank_of(nodes[node].role) + (routes(node) && !serves ? 1 : 0);
}

// Routing switches of one level route together that a switch below them hangs on, or that are linked in one room.
void NetworkMap::gather_routers(const std::set<std::string>& known) {
    std::vector<std::size_t> leader(nodes.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&](std::size_t n) {
        while (leader[n] != n)
            n = leader[n] = leader[leader[n]];
        return n;
    };
    const auto join = [&](std::size_t a, std::size_t b) {
        if (level(a) == level(b))
            leader[std::max(find(a), find(b))] = std::min(find(a), find(b));
    };
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (!is_switch(nodes[n].role))
            continue;
        std::vector<std::size_t> above;
        for (const Beside& other : beside_[n])
            if (level(other.node) > level(n))
                above.push_back(other.node);
            else if (routes(n) && routes(other.node) && space_[n] == space_[other.node])
                join(n, other.node);
        for (const std::size_t a : above)
            for (const std::size_t b : above)
                join(a, b);
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (routes(n))
            groups[find(n)].push_back(n);
    for (auto& [first, routers] : groups)
        add_block(std::move(routers), known);
}

void NetworkMap::add_block(std::vector<std::size_t> routers, const std::set<std::string>& known) {
    NetworkBlock block{.plane = nodes[routers.front()].plane, .routers = std::move(routers), .name = {}, .key = {}};
    std::set<std::string> keys;
    for (const std::size_t n : block.routers) {
        for (const EquipmentId id : nodes[n].devices)
            keys.insert(to_string(id));
        block_[n] = blocks.size();
    }
    block.key = *keys.begin();
    for (const std::string& key : keys)
        if (known.contains(key)) {
            block.key = key;
            break;
        }
    const NetworkNode& first = nodes[block.routers.front()];
    block.name = first.label.empty() ? to_string(first.devices.front()) : first.label;
    blocks.push_back(std::move(block));
}

// Switches hang under the nearest that route; where none does, the first of those that hang together routes itself.
void NetworkMap::assign_blocks(const std::set<std::string>& known) {
    std::vector<std::optional<std::size_t>> found = block_;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (is_switch(nodes[n].role) && !block_[n])
            found[n] = nearest_block(n);
    block_ = found;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (is_switch(nodes[n].role) && !block_[n]) {
            add_block({n}, known);
            const std::vector<int> distance = distances(n, {});
            for (std::size_t other = 0; other < nodes.size(); ++other)
                if (distance[other] != far_away && is_switch(nodes[other].role))
                    block_[other] = block_[n];
        }
    found = block_;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (!block_[n])
            found[n] = nearest_block(n);
    block_ = found;
}

std::optional<std::size_t> NetworkMap::nearest_block(std::size_t node) const {
    const std::vector<int> distance = distances(node, {});
    std::optional<std::size_t> best;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (block_[n] && distance[n] != far_away && (!best || distance[n] < distance[*best]))
            best = n;
    return best ? block_[*best] : std::nullopt;
}

std::optional<std::size_t> NetworkMap::node_of(EquipmentId device) const {
    const auto found = index_.find(device);
    return found == index_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> NetworkMap::block_of(std::size_t node) const { return block_[node]; }

SpaceId NetworkMap::space_of(std::size_t node) const { return space_[node]; }

std::optional<std::size_t> NetworkMap::top_block(PlaneId plane) const {
    std::optional<std::size_t> best;
    for (std::size_t b = 0; b < blocks.size(); ++b)
        if (blocks[b].plane == plane &&
            (!best || level(blocks[b].routers.front()) > level(blocks[*best].routers.front())))
            best = b;
    return best;
}

std::vector<std::size_t> NetworkMap::firewalls(PlaneId plane) const {
    std::vector<std::size_t> out;
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (nodes[n].plane == plane && nodes[n].role == EquipmentRole::firewall && block_[n] &&
            (out.empty() || joined(out.front(), n)))
            out.push_back(n);
    return out;
}

bool NetworkMap::joined(std::size_t a, std::size_t b) const { return distances(a, {})[b] != far_away; }

bool NetworkMap::passes(std::size_t node) const {
    return is_switch(nodes[node].role) || is_transparent(nodes[node].role);
}
bool NetworkMap::routes(std::size_t node) const { return rank_of(nodes[node].role) > 0; }

// Links to each node; over what passes frames only, and not over nodes that are closed.
std::vector<int> NetworkMap::distances(std::size_t from, const std::set<std::size_t>& closed) const {
    std::vector<int> out(nodes.size(), far_away);
    out[from] = 0;
    std::deque<std::size_t> open{from};
    while (!open.empty()) {
        const std::size_t at = open.front();
        open.pop_front();
        if (at != from && (!passes(at) || closed.contains(at)))
            continue;
        for (const Beside& next : beside_[at])
            if (out[next.node] == far_away) {
                out[next.node] = out[at] + 1;
                open.push_back(next.node);
            }
    }
    return out;
}

// Every link on a shortest way from where the distances are measured to the member.
void NetworkMap::trace(std::size_t member, const std::vector<int>& distance, std::set<std::size_t>& out) const {
    std::vector<std::size_t> open{member};
    std::set<std::size_t> seen{member};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const Beside& next : beside_[at]) {
            if (distance[next.node] == far_away || distance[next.node] + 1 != distance[at] ||
                (distance[next.node] > 0 && !passes(next.node)))
                continue;
            out.insert(next.link);
            if (seen.insert(next.node).second)
                open.push_back(next.node);
        }
    }
}

std::set<std::size_t> NetworkMap::joining(const std::vector<std::size_t>& roots,
                                          const std::set<std::size_t>& members) const {
    std::set<std::size_t> out;
    const std::set<std::size_t> closed(roots.begin(), roots.end());
    for (const std::size_t root : roots) {
        const std::vector<int> apart = distances(root, closed);
        const std::vector<int> any = distances(root, {});
        for (const std::size_t member : members)
            if (!closed.contains(member))
                trace(member, apart[member] == far_away ? any : apart, out);
    }
    std::set<std::size_t> touched(roots.begin(), roots.end());
    for (const std::size_t link : out)
        touched.insert({links[link].a, links[link].b});
    for (std::size_t n = 0; n < links.size(); ++n)
        if (touched.contains(links[n].a) && touched.contains(links[n].b) && routes(links[n].a) && routes(links[n].b))
            out.insert(n);
    return out;
}

} // namespace riser
