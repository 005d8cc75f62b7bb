// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/vlan_parts.h"

#include "solvers/base/address_space.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

struct Part {
    WantedVlan vlan;
    std::set<SpaceId> spaces = {};
};

class Division {
  public:
    Division(AddressWorks& works, const WantedVlan& whole, const std::map<std::size_t, NodeHosts>& group)
        : works_(works), whole_(whole), group_(group) {}

    std::vector<WantedVlan> divide() {
        standing();
        std::vector<std::size_t> rest;
        for (const auto& [node, hosts] : group_)
            if (Part* now = part_now(node, hosts);
                now && (now->vlan.hosts == 0 || fits(now->vlan.hosts, hosts.count())))
                put(*now, node);
            else
                rest.push_back(node);
        for (auto from = rest.begin(); from != rest.end();) {
            const SpaceId space = works_.map.space_of(*from);
            const auto to =
                std::find_if(from, rest.end(), [&](std::size_t n) { return works_.map.space_of(n) != space; });
            place({from, to}, space);
            from = to;
        }
        std::vector<WantedVlan> out;
        for (Part& part : parts_)
            if (part.vlan.hosts > 0)
                out.push_back(std::move(part.vlan));
        return out;
    }

  private:
    bool fits(std::int64_t already, std::int64_t more) const {
        return addresses_needed(already + more, works_.growth, AddressWorks::gateway_addresses(whole_.routers)) - 2 <=
               works_.options.most_hosts;
    }

    // A person's VLANs for these hosts, then ours, by number.
    void standing() {
        std::vector<const Vlan*> theirs;
        std::vector<std::pair<std::int64_t, const Vlan*>> ours;
        for (const Vlan& row : works_.after.vlans) {
            if (row.origin.source == "addresses") {
                if (const auto number = part_of(row.origin.key))
                    ours.emplace_back(*number, &row);
            } else if (row.plane == whole_.plane && row.zone == whole_.zone && row.body == whole_.body &&
                       (row.block.empty() || row.block == works_.map.blocks[*whole_.block].name)) {
                theirs.push_back(&row);
            }
        }
        std::sort(theirs.begin(), theirs.end(),
                  [](const Vlan* a, const Vlan* b) { return std::tie(a->number, a->id) < std::tie(b->number, b->id); });
        std::sort(ours.begin(), ours.end());
        for (const Vlan* row : theirs)
            if (works_.claimed.insert(row->id).second) {
                add(to_string(row->id), 0).vlan.id = row->id;
                by_row_[row->id] = parts_.size() - 1;
            }
        for (const auto& [number, row] : ours) {
            add(whole_.key + "|" + std::to_string(number), number);
            by_row_[row->id] = parts_.size() - 1;
        }
    }
    // The n of "KEY|n".
    std::optional<std::int64_t> part_of(const std::string& key) const {
        const std::string head = whole_.key + "|";
        if (!key.starts_with(head) || key.size() == head.size() ||
            !std::all_of(key.begin() + static_cast<std::ptrdiff_t>(head.size()), key.end(),
                         [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        return std::stoll(key.substr(head.size(), 9));
    }

    Part& add(const std::string& key, std::int64_t number) {
        Part part{.vlan = whole_};
        part.vlan.key = key;
        if (number > 1)
            part.vlan.name += "-" + std::to_string(number);
        numbers_.insert(number);
        parts_.push_back(std::move(part));
        return parts_.back();
    }
    Part& add() {
        std::int64_t number = 1;
        while (numbers_.contains(number))
            ++number;
        return add(whole_.key + "|" + std::to_string(number), number);
    }

    // In which of the parts most of its jacks are, else its first device or service has its address.
    Part* part_now(std::size_t node, const NodeHosts& hosts) {
        std::map<VlanId, std::int64_t> now;
        if (const auto jacks = works_.jacks_now.find(node);
            hosts.jacks + hosts.sides > 0 && jacks != works_.jacks_now.end())
            now = jacks->second;
        else if (hosts.jacks + hosts.sides == 0)
            for (const VlanId vlan : vlans_with(address_of(hosts)))
                ++now[vlan];
        Part* best = nullptr;
        std::int64_t most = 0;
        for (const auto& [vlan, count] : now)
            if (const auto at = by_row_.find(vlan); at != by_row_.end() && count > most) {
                best = &parts_[at->second];
                most = count;
            }
        return best;
    }
    std::optional<IpAddress> address_of(const NodeHosts& hosts) const {
        if (!hosts.devices.empty())
            return works_.after.find(hosts.devices.front())->address;
        return hosts.services.empty() ? std::nullopt : works_.after.find(hosts.services.front())->address;
    }
    std::vector<VlanId> vlans_with(const std::optional<IpAddress>& address) const {
        std::vector<VlanId> out;
        for (const Prefix& row : works_.after.prefixes)
            if (address && row.vlan && row.prefix && contains(*row.prefix, *address))
                out.push_back(*row.vlan);
        return out;
    }

    void put(Part& part, std::size_t node) {
        const NodeHosts& hosts = group_.at(node);
        part.vlan.hosts += hosts.count();
        part.vlan.members.insert(node);
        part.vlan.homes.insert(node);
        part.vlan.devices.insert(part.vlan.devices.end(), hosts.devices.begin(), hosts.devices.end());
        part.vlan.services.insert(part.vlan.services.end(), hosts.services.begin(), hosts.services.end());
        part.spaces.insert(works_.map.space_of(node));
    }

    // All of a telecom room into one part where one holds them, that of its other switches first.
    void place(const std::vector<std::size_t>& nodes, SpaceId space) {
        std::int64_t sum = 0;
        for (const std::size_t node : nodes)
            sum += group_.at(node).count();
        if (nodes.size() > 1 && !fits(0, sum)) {
            for (const std::size_t node : nodes)
                place({node}, space);
            return;
        }
        Part* into = nullptr;
        for (const bool beside : {true, false})
            for (Part& part : parts_)
                if (!into && (!beside || part.spaces.contains(space)) &&
                    (fits(part.vlan.hosts, sum) || (part.vlan.hosts == 0 && !fits(0, sum))))
                    into = &part;
        if (!into)
            into = &add();
        if (!fits(into->vlan.hosts, sum))
            works_.reasons.add(works_.map.nodes[nodes.front()].devices.front(),
                               {"一台交换机上的终端已多于一个网段宜有的数量，未再划分",
                                "has more hosts in one zone than a subnet should: they stay together"});
        for (const std::size_t node : nodes)
            put(*into, node);
    }

    AddressWorks& works_;
    const WantedVlan& whole_;
    const std::map<std::size_t, NodeHosts>& group_;
    std::vector<Part> parts_;
    std::map<VlanId, std::size_t> by_row_;
    std::set<std::int64_t> numbers_;
};

} // namespace

std::vector<WantedVlan> divided(AddressWorks& works, const WantedVlan& whole,
                                const std::map<std::size_t, NodeHosts>& group) {
    return Division(works, whole, group).divide();
}

} // namespace riser
