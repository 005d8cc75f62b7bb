// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology_overview.h"

#include "exporters/tables/names.h"
#include "model/fields/field.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::size_t few = 8;        // groups of a tier that need no joining
constexpr std::size_t few_guards = 4; // the same of what stands at a border, which comes in pairs and chains
constexpr std::size_t few_runs = 3;   // of floors, told one by one

// "BD-AGG-1A/B" of a pair, "BD-AGG-1A…4B" of more.
std::string both_names(const std::string& first, const std::string& last, bool pair) {
    std::size_t same = 0;
    while (same < first.size() && same < last.size() && first[same] == last[same])
        ++same;
    // Back to the beginning of a character, and of a number.
    const auto inside = [&](std::size_t at) {
        const auto c = static_cast<unsigned char>(at < last.size() ? last[at] : 0);
        const auto digit = [](char d) { return d >= '0' && d <= '9'; };
        return (c & 0xC0) == 0x80 || (at > 0 && digit(last[at - 1]) &&
                                      (digit(static_cast<char>(c)) || (at < first.size() && digit(first[at]))));
    };
    while (same > 0 && inside(same))
        --same;
    return same == last.size() ? first : first + (pair ? "/" : "…") + last.substr(same);
}

class Overview {
  public:
    Overview(const Design& design, const DeviceLinks& links, const std::vector<TopologyGroup>& groups,
             const std::set<AnyId>& opened)
        : design_(design), groups_(groups), opened_(opened), joined_with_(groups.size()), near_(groups.size()) {
        std::map<EquipmentId, std::size_t> group_of;
        for (std::size_t i = 0; i < groups.size(); ++i)
            for (const EquipmentId device : groups[i].devices)
                group_of[device] = i;
        for (const DeviceLink& link : links.links) {
            const auto a = group_of.find(design.find(link.a)->equipment);
            const auto b = group_of.find(design.find(link.b)->equipment);
            if (a == group_of.end() || b == group_of.end())
                continue;
            near_[a->second].insert(b->second);
            near_[b->second].insert(a->second);
        }
    }

    // Tier by tier from above, as what stands alike is told by what stands above it.
    std::vector<TopologyGroup> run() {
        std::map<std::pair<std::size_t, int>, std::vector<std::size_t>> tiers;
        std::vector<std::size_t> from_above(groups_.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            joined_with_[i] = from_above[i] = i;
            tiers[{groups_[i].home, groups_[i].tier}].push_back(i);
        }
        std::stable_sort(from_above.begin(), from_above.end(),
                         [&](std::size_t a, std::size_t b) { return groups_[a].tier < groups_[b].tier; });
        std::map<Likeness, std::size_t> first;
        for (const std::size_t i : from_above)
            if (tiers[{groups_[i].home, groups_[i].tier}].size() > (is_guard(groups_[i]) ? few_guards : few) &&
                may_join(groups_[i]))
                joined_with_[i] = first.try_emplace(likeness(i), i).first->second;
        std::map<std::size_t, std::vector<std::size_t>> parts;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            parts[joined_with_[i]].push_back(i);
        std::vector<TopologyGroup> out;
        for (const auto& [leader, list] : parts)
            out.push_back(list.size() == 1 ? groups_[leader] : joined(list));
        return out;
    }

  private:
    struct Likeness {
        std::size_t home = 0;
        int tier = 0;
        EquipmentRole role{};
        std::set<std::size_t> above, below;
        auto operator<=>(const Likeness&) const = default;
    };

    EquipmentRole role_of(const TopologyGroup& group) const {
        const EquipmentType* type = design_.find(design_.find(group.devices.front())->type);
        return type ? type->role : EquipmentRole::other;
    }
    std::optional<FloorId> floor_of(const TopologyGroup& group) const {
        return place_of(design_, group.devices.front()).floor;
    }

    static bool is_guard(const TopologyGroup& group) { return static_cast<Tier>(group.tier) == Tier::border; }

    bool may_join(const TopologyGroup& group) const {
        const auto tier = static_cast<Tier>(group.tier);
        if (tier < Tier::access && role_of(group) != EquipmentRole::distribution_switch && !is_guard(group))
            return false;
        const std::optional<FloorId> floor = floor_of(group);
        return !(floor && opened_.contains(*floor)) &&
               std::none_of(group.devices.begin(), group.devices.end(), [&](EquipmentId id) {
                   const Equipment* device = design_.find(id);
                   return opened_.contains(id) || (device->zone && opened_.contains(*device->zone));
               });
    }

    Likeness likeness(std::size_t i) const {
        const TopologyGroup& group = groups_[i];
        Likeness out{.home = group.home, .tier = group.tier, .role = role_of(group), .above = {}, .below = {}};
        if (is_guard(group)) // a chain of two is one chain of pairs, whichever of a pair stands before which
            return out;
        for (const std::size_t other : near_[i]) {
            if (groups_[other].tier < group.tier)
                out.above.insert(joined_with_[other]);
            // What serves floors is alike whatever it serves there.
            else if (groups_[other].tier > group.tier && static_cast<Tier>(group.tier) < Tier::access)
                out.below.insert(other);
        }
        return out;
    }

    TopologyGroup joined(const std::vector<std::size_t>& parts) const {
        TopologyGroup out = groups_[parts.front()];
        out.devices.clear();
        std::set<FloorId> floors;
        std::vector<Text> names;
        for (const std::size_t i : parts) {
            const TopologyGroup& part = groups_[i];
            out.devices.insert(out.devices.end(), part.devices.begin(), part.devices.end());
            names.push_back(part.title);
            const std::optional<FloorId> floor = floor_of(part);
            if (floor && static_cast<Tier>(part.tier) >= Tier::access) {
                floors.insert(*floor);
                out.opens.emplace_back(*floor);
            } else {
                out.opens.insert(out.opens.end(), part.devices.begin(), part.devices.end());
            }
        }
        const Text &first = names.front(), &last = names.back();
        const bool pair = names.size() == 2;
        out.title = !floors.empty() ? floors_text(design_, floors)
                                    : Text{both_names(first.zh, last.zh, pair), both_names(first.en, last.en, pair)};
        const Text role = label_of(role_of(out));
        const std::string count = std::to_string(out.devices.size()) + " × ";
        out.detail = {count + role.zh, count + role.en};
        return out;
    }

    const Design& design_;
    const std::vector<TopologyGroup>& groups_;
    const std::set<AnyId>& opened_;
    std::vector<std::size_t> joined_with_; // the first of those that are one
    std::vector<std::set<std::size_t>> near_;
};

} // namespace

std::vector<TopologyGroup> overview_of(const Design& design, const DeviceLinks& links,
                                       const std::vector<TopologyGroup>& groups, const std::set<AnyId>& opened) {
    return Overview(design, links, groups, opened).run();
}

Text floors_text(const Design& design, const std::set<FloorId>& floors) {
    struct Run {
        FloorId first, last;
    };
    std::vector<Run> runs;
    bool goes_on = false;
    for (const FloorId floor : floors_in_order(design)) {
        if (!floors.contains(floor)) {
            goes_on = false;
            continue;
        }
        if (!goes_on)
            runs.push_back({floor, floor});
        runs.back().last = floor;
        goes_on = true;
    }
    if (runs.size() > few_runs)
        runs = {{runs.front().first, runs.back().last}};
    Text out;
    for (const Run& run : runs) {
        const Text a = floor_name(design, run.first), b = floor_name(design, run.last);
        const bool one = run.first == run.last;
        out.zh += (out.zh.empty() ? "" : "、") + a.zh + (one ? "" : "–" + b.zh);
        out.en += (out.en.empty() ? "" : ", ") + a.en + (one ? "" : "–" + b.en);
    }
    return out;
}

} // namespace riser
