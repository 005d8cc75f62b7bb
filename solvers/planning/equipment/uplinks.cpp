// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/core_choice.h"
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/equipment/service_choice.h"
#include "solvers/planning/equipment/uplink_tree.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace riser {

namespace {

// What is linked up as one: a stack of access switches, or the distribution switches of a space.
struct Lower {
    std::string key;
    PlaneWorks* home = nullptr;
    std::vector<std::size_t> members;
    std::int32_t links = 0;
    BitRate rate = {};
};

class Uplinks {
  public:
    Uplinks(EquipmentWorks& works, PlaneKey plane)
        : works_(works),
          plane_(plane),
          tree_(works, plane),
          redundant_(cores_side_by_side(works.after, plane) > 1),
          cores_(works) {}

    void plan() {
        for (const SpaceId space : tree_.from_below()) {
            PlaneWorks& here = works_.planes.at({space, plane_});
            std::vector<Lower> lowers = std::move(waiting_[space]);
            for (const StackOfDevices& stack : here.stacks)
                lowers.push_back(lower_of(stack, here));
            const std::optional<SpaceId> parent = tree_.parent(space);
            if (!parent && !tree_.gathers(space) && lowers.size() < 2 && !here.services) {
                if (!lowers.empty() && tree_.size() > 1)
                    works_.reasons.add(space, {"没有通往核心的主干光缆，交换机未上联",
                                               "no backbone fibre leads from here to the core: its switches are not "
                                               "linked up"});
                continue;
            }
            if (parent && !tree_.gathers(space)) {
                for (Lower& lower : lowers)
                    waiting_[*parent].push_back(std::move(lower));
                continue;
            }
            gather(here, std::move(lowers), parent);
            if (!parent)
                tops_.push_back(space);
        }
        if (tops_.size() > 1)
            for (const SpaceId space : tops_)
                works_.reasons.add(space, {"同一网络有多处核心，其间没有干线相连",
                                           "the network has more than one core, and no backbone joins them"});
    }

  private:
    std::int32_t side_by_side() const { return redundant_ ? 2 : 1; }

    // Enough links that the ratio holds, also with one of them lost where one may be.
    std::int32_t links_for(std::int64_t down, BitRate rate, std::int64_t ratio) const {
        const std::int64_t up = std::max<std::int64_t>(1, rate.value) * std::max<std::int64_t>(1, ratio);
        return static_cast<std::int32_t>(std::max<std::int64_t>(1, (down + up - 1) / up)) + (redundant_ ? 1 : 0);
    }

    Lower lower_of(const StackOfDevices& stack, PlaneWorks& home) const {
        Lower out{.key = stack.key, .home = &home, .members = stack.members};
        std::int64_t down = 0;
        std::int32_t free = 0;
        for (const std::size_t member : stack.members)
            for (const PortDraft& port : works_.devices[member].ports) {
                if (port.row.medium == Medium::copper)
                    down += port.row.rate.value;
                else if (!port.used || works_.is_held({port.row.id})) {
                    out.rate = std::max(out.rate, port.row.rate);
                    ++free;
                }
            }
        out.links = std::min(free, links_for(down, out.rate, works_.options.access_ratio));
        return out;
    }

    // Switches of people that gather here already; none of ours is added then.
    std::vector<std::size_t> drawn(const PlaneWorks& here) {
        std::vector<const Equipment*> rows;
        for (const Equipment& row : works_.after.equipment) {
            const EquipmentType* type = works_.after.find(row.type);
            if (type && row.space == here.space && row.plane == plane_ && row.status != Status::remove &&
                !works_.equipment.was_mine(row) &&
                (type->role == EquipmentRole::core_switch || type->role == EquipmentRole::distribution_switch))
                rows.push_back(&row);
        }
        std::sort(rows.begin(), rows.end(), [](const Equipment* a, const Equipment* b) {
            return std::tie(a->label, a->id) < std::tie(b->label, b->id);
        });
        std::vector<std::size_t> out;
        for (const Equipment* row : rows)
            out.push_back(works_.add_device({.id = row->id, .type = works_.after.find(row->type)}));
        return out;
    }

    std::size_t add(PlaneWorks& here, const EquipmentType& type, std::string_view layer, std::int32_t number,
                    std::string_view letter) {
        Equipment row = works_.equipment.start(here.key + "|" + std::string(layer) + "|" + std::to_string(number));
        row.type = type.id;
        row.space = here.space;
        row.plane = plane_;
        if (const Space* space = works_.after.find(here.space); space)
            row.place = space->place;
        if (row.label.empty())
            row.label = works_.next_label(works_.device_labels, here.space, plane_, letter);
        const Equipment& stands = works_.equipment.put(std::move(row));
        const EquipmentType* now = works_.after.find(stands.type);
        return works_.add_device({.id = stands.id, .type = now ? now : &type});
    }

    void gather(PlaneWorks& here, std::vector<Lower> lowers, std::optional<SpaceId> parent) {
        std::int32_t links = 0;
        BitRate rate;
        for (const Lower& lower : lowers) {
            links += lower.links;
            rate = std::max(rate, lower.rate);
        }
        if (links == 0)
            return;
        here.core = drawn(here);
        std::vector<std::vector<std::size_t>> groups{here.core};
        std::int32_t group_links = INT32_MAX;
        if (here.core.empty()) {
            const GatherNeed need{.links = works_.grown(links),
                                  .rate = rate,
                                  .devices = side_by_side(),
                                  .upward = parent ? side_by_side() : 0,
                                  .spare = parent || here.services ? 0 : works_.options.core_spare_ports,
                                  .hosts = here.services ? works_.grown(here.services->core_ports()) : 0};
            const std::optional<GatherChoice> choice = cheapest_gathering(works_.after, need);
            if (!choice) {
                works_.reasons.add(here.space, {"设备目录中没有端口足够的汇聚或核心交换机",
                                                "the catalogue has no distribution or core switch with ports for its " +
                                                    std::to_string(need.links) + " links"});
                return;
            }
            for (std::int32_t n = 1; n <= need.devices; ++n)
                here.core.push_back(add(here, *choice->upper, "core", n, parent ? "DS" : "CS"));
            groups = {here.core};
            if (choice->lower) {
                groups.clear();
                group_links = choice->group_links;
                for (std::int32_t g = 0; g < choice->groups; ++g)
                    distribution(here, *choice->lower, groups);
            }
            explain(here, *choice, need);
        }
        join_peers(here);
        spread(here, lowers, groups, group_links);
        if (parent)
            waiting_[*parent].push_back(upward(here, links * rate.value));
    }

    // A group of distribution switches, each with a link to each core switch.
    void distribution(PlaneWorks& here, const EquipmentType& type, std::vector<std::vector<std::size_t>>& groups) {
        std::vector<std::size_t> group;
        for (std::int32_t n = 0; n < side_by_side(); ++n) {
            const auto number = static_cast<std::int32_t>(here.aggregation.size()) + 1;
            group.push_back(add(here, type, "distribution", number, "DS"));
            here.aggregation.push_back(group.back());
            for (std::size_t c = 0; c < here.core.size(); ++c) {
                const std::string key =
                    here.key + "|distribution|" + std::to_string(number) + "|" + std::to_string(c + 1);
                works_.links += cores_.direct(here, key, group.back(), here.core[c], FibreRun::fastest_first);
            }
        }
        groups.push_back(std::move(group));
    }

    void explain(const PlaneWorks& here, const GatherChoice& choice, const GatherNeed& need) {
        const std::string links = std::to_string(need.links);
        const std::string devices = std::to_string(need.devices);
        if (choice.lower)
            works_.reasons.add(here.space,
                               {links + " 条上联（含增长）：汇聚 " + std::to_string(choice.groups * need.devices) +
                                    " 台，核心 " + devices + " 台",
                                links + " uplinks with growth: " + std::to_string(choice.groups * need.devices) +
                                    " distribution and " + devices + " core switches"});
        else
            works_.reasons.add(here.space, {links + " 条上联（含增长）：汇聚与核心合设，" + devices + " 台",
                                            links + " uplinks with growth: distribution and core in one, " + devices +
                                                (need.devices == 1 ? " switch" : " switches")});
    }

    void join_peers(PlaneWorks& here) {
        if (here.core.size() < 2)
            return;
        for (std::int32_t n = 1; n <= peer_links; ++n)
            cores_.direct(here, here.key + "|peer|" + std::to_string(n), here.core[0], here.core[1],
                          FibreRun::fastest_first);
    }

    // Links go to the devices of a group in turn, by the backbone cables in turn, from the members in turn.
    void spread(PlaneWorks& here, const std::vector<Lower>& lowers, const std::vector<std::vector<std::size_t>>& groups,
                std::int32_t group_links) {
        std::size_t g = 0;
        std::int32_t taken = 0;
        std::int32_t number = 1;
        for (const Lower& lower : lowers) {
            if (taken + lower.links > group_links && g + 1 < groups.size()) {
                ++g;
                taken = 0;
            }
            taken += lower.links;
            const LagPair lag = lags(lower, groups[g], ++number);
            std::int32_t made = 0;
            for (std::int32_t n = 0; n < lower.links; ++n) {
                const std::size_t member = lower.members[static_cast<std::size_t>(n) % lower.members.size()];
                const std::size_t upper = groups[g][static_cast<std::size_t>(n) % groups[g].size()];
                made +=
                    cores_.link(*lower.home, here, lower.key + "|up|" + std::to_string(n + 1), n, member, upper, lag);
            }
            works_.links += made;
            if (made < lower.links)
                works_.reasons.add(lower.home->space, {"主干光缆空闲纤芯或光口不足，部分上联未接通",
                                                       "the backbone has too few cores or the switches too few ports "
                                                       "free: some uplinks are not made"});
        }
    }

    LagPair lags(const Lower& lower, const std::vector<std::size_t>& uppers, std::int32_t number) {
        if (lower.links < 2)
            return {};
        const auto put = [&](const char* name, const std::string& label, const std::vector<std::size_t>& across,
                             std::size_t most) {
            Lag lag = works_.lags.start(lower.key + name);
            lag.name = label;
            lag.across.clear();
            for (std::size_t i = 0; i < std::min(across.size(), most); ++i)
                lag.across.push_back(works_.devices[across[i]].id);
            return works_.lags.put(std::move(lag)).id;
        };
        const auto links = static_cast<std::size_t>(lower.links);
        return {.lower = put("|lag|up", "Eth-Trunk1", lower.members, links),
                .upper = put("|lag|down", "Eth-Trunk" + std::to_string(number), uppers, links)};
    }

    Lower upward(PlaneWorks& here, std::int64_t down) const {
        Lower out{.key = here.key + "|gathered", .home = &here, .members = here.core};
        for (const std::size_t device : here.core)
            for (const PortDraft& port : works_.devices[device].ports)
                if (!port.used && port.row.medium == Medium::fibre)
                    out.rate = std::max(out.rate, port.row.rate);
        out.links = std::max(side_by_side(), links_for(down, out.rate, works_.options.core_ratio));
        return out;
    }

    EquipmentWorks& works_;
    PlaneKey plane_;
    UplinkTree tree_;
    bool redundant_ = true;
    FibreRun cores_;
    std::map<SpaceId, std::vector<Lower>> waiting_; // from spaces below
    std::vector<SpaceId> tops_;
};

} // namespace

void plan_uplinks(EquipmentWorks& works) {
    std::set<PlaneKey> planes;
    for (const auto& [at, plane] : works.planes)
        planes.insert(plane.plane);
    for (const PlaneKey& plane : planes)
        Uplinks(works, plane).plan();
}

} // namespace riser
