// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/uplink_tree.h"

#include <algorithm>

namespace riser {

namespace {

bool is_fibre_cable(const Design& design, CableId id) {
    const Cable* cable = design.find(id);
    const CableType* type = cable ? design.find(cable->type) : nullptr;
    return type && type->element == ElementUnit::core;
}

} // namespace

UplinkTree::UplinkTree(const EquipmentWorks& works, const PlaneKey& plane) {
    std::vector<SpaceId> spaces;
    for (const SpaceNeed& need : works.needs) {
        const auto at = need.planes.find(plane);
        if (at == need.planes.end())
            continue;
        spaces.push_back(need.space);
        std::map<SpaceId, int> from;
        for (const TrunkEnd& end : at->second.backbones)
            if (end.end == CableEnd::b && end.other && end.other != need.space &&
                is_fibre_cable(works.after, end.cable))
                ++from[end.other];
        const auto most = std::max_element(from.begin(), from.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != from.end() && works.planes.contains({most->first, plane}))
            parent_[need.space] = most->first;
    }
    // A ring of spaces has no root: the first of it becomes one.
    std::map<SpaceId, int> depth;
    for (const SpaceId space : spaces) {
        std::set<SpaceId> seen{space};
        SpaceId at = space;
        while (parent_.contains(at))
            if (const SpaceId up = parent_.at(at); seen.insert(up).second)
                at = up;
            else
                parent_.erase(at);
    }
    for (const SpaceId space : spaces)
        for (SpaceId at = space; parent_.contains(at); at = parent_.at(at))
            ++depth[space];
    for (const auto& [space, up] : parent_)
        has_children_.insert(up);
    from_below_ = spaces;
    std::stable_sort(from_below_.begin(), from_below_.end(), [&](SpaceId a, SpaceId b) { return depth[a] > depth[b]; });
}

std::optional<SpaceId> UplinkTree::parent(SpaceId space) const {
    const auto at = parent_.find(space);
    return at == parent_.end() ? std::nullopt : std::optional(at->second);
}

const CableType* FibreRun::cord_type() {
    if (const CableType* type = works_.cable_types.cord(Category::os2, Screen::none))
        return type;
    // The thinnest fibre there is.
    const CableType* best = nullptr;
    for (const CableType& type : works_.after.cable_types)
        if (type.element == ElementUnit::core && (!best || type.elements < best->elements))
            best = &type;
    return best;
}

PortDraft* FibreRun::port_for(std::size_t device, const std::string& key, CableEnd end, Order order, BitRate rate) {
    std::vector<PortDraft>& ports = works_.devices[device].ports;
    if (const auto fixed = works_.fixed_end(key, end))
        for (PortDraft& port : ports)
            if (AnyId(port.row.id) == fixed->on)
                return &port;
    PortDraft* best = nullptr;
    for (PortDraft& port : ports) {
        if (port.used || port.row.medium != Medium::fibre || port.row.rate < rate)
            continue;
        const bool better =
            !best || (order == fastest_first ? port.row.rate > best->row.rate : port.row.rate < best->row.rate);
        if (better)
            best = &port;
    }
    return best;
}

void FibreRun::use(PortDraft& port, const std::optional<LagId>& lag, PortMode mode) {
    port.used = true;
    if (!port.mine)
        return;
    port.row.mode = mode;
    port.row.lag = lag;
}

int FibreRun::direct(const PlaneWorks& here, const std::string& key, std::size_t lower, std::size_t upper, Order order,
                     const LagPair& lag) {
    PortDraft* a = port_for(lower, key, CableEnd::a, order, {});
    PortDraft* b = port_for(upper, key, CableEnd::b, order, {});
    return cord(here, key, lower, a, b, {.lag = lag});
}

int FibreRun::join(const PlaneWorks& here, const std::string& key, std::size_t lower, std::size_t upper,
                   const JoinOptions& options) {
    PortDraft* a = port_for(lower, key, CableEnd::a, slowest_first, options.rate);
    PortDraft* b = port_for(upper, key, CableEnd::b, slowest_first, a ? a->row.rate : options.rate);
    return cord(here, key, lower, a, b, options);
}

int FibreRun::cord(const PlaneWorks& here, const std::string& key, std::size_t lower, PortDraft* a, PortDraft* b,
                   const JoinOptions& options) {
    if (!a || !b)
        return 0;
    use(*a, options.lag.lower, options.mode);
    use(*b, options.lag.upper, options.mode);
    const Equipment* row = works_.after.find(works_.devices[lower].id);
    works_.cord(key, "U-" + (row ? row->label : std::string()) + "-" + a->row.name, here.plane, cord_type(),
                {a->row.id}, {b->row.id});
    return 1;
}

std::vector<CableId> FibreRun::cables_between(const PlaneWorks& from, SpaceId to) const {
    std::vector<std::pair<std::string, CableId>> list;
    for (const TrunkEnd& end : from.need.backbones)
        if (end.other == to && end.end == CableEnd::b && is_fibre_cable(works_.after, end.cable))
            list.emplace_back(works_.after.find(end.cable)->origin.key, end.cable);
    std::sort(list.begin(), list.end());
    std::vector<CableId> out;
    for (const auto& [key, id] : list)
        out.push_back(id);
    return out;
}

std::optional<CordEnd> FibreRun::position_of(CableId cable, CableEnd end, std::int32_t core) const {
    const auto rows = ends_.find(cable);
    if (rows == ends_.end())
        return std::nullopt;
    for (const Termination& row : rows->second)
        if (row.end == end && row.on.kind == Kind::panels && row.first <= core && core + 1 <= row.last)
            return CordEnd{row.on, row.position + core - row.first};
    return std::nullopt;
}

std::optional<FibreRun::Pair> FibreRun::free_pair(const std::vector<CableId>& cables, std::size_t first,
                                                  const std::string& key) {
    const auto fixed_upper = works_.fixed_end(key + "|upper", CableEnd::a);
    const auto fixed_lower = works_.fixed_end(key + "|lower", CableEnd::a);
    const auto is = [](const std::optional<CordEnd>& fixed, const CordEnd& end) {
        return fixed && fixed->on == end.on && fixed->position == end.position;
    };
    for (const bool wants_fixed : {true, false}) {
        if (wants_fixed && !fixed_upper && !fixed_lower)
            continue;
        for (std::size_t n = 0; n < cables.size(); ++n) {
            const CableId cable = cables[(first + n) % cables.size()];
            const CableType* type = works_.after.find(works_.after.find(cable)->type);
            for (std::int32_t core = 1; core + 1 <= type->elements; core += 2) {
                const auto upper = position_of(cable, CableEnd::a, core);
                const auto lower = position_of(cable, CableEnd::b, core);
                if (!upper || !lower || used_.contains({cable, core}))
                    continue;
                const bool matches = wants_fixed ? is(fixed_upper, *upper) || is(fixed_lower, *lower)
                                                 : !works_.is_held(*upper) && !works_.is_held(*lower);
                if (!matches)
                    continue;
                used_.insert({cable, core});
                return Pair{*upper, *lower};
            }
        }
    }
    return std::nullopt;
}

int FibreRun::link(const PlaneWorks& from, const PlaneWorks& to, const std::string& key, std::int32_t n,
                   std::size_t lower, std::size_t upper, const LagPair& lag) {
    if (from.space == to.space)
        return direct(to, key, lower, upper, slowest_first, lag);
    if (!noted_) {
        for (const Termination& row : works_.after.terminations)
            if (const Cable* cable = works_.after.find(row.cable); cable && cable->role == CableRole::backbone)
                ends_[row.cable].push_back(row);
        noted_ = true;
    }
    const std::vector<CableId> cables = cables_between(from, to.space);
    PortDraft* below = port_for(lower, key + "|lower", CableEnd::b, fastest_first, {});
    PortDraft* above = below ? port_for(upper, key + "|upper", CableEnd::b, slowest_first, below->row.rate) : nullptr;
    if (!above || cables.empty())
        return 0;
    const auto pair = free_pair(cables, static_cast<std::size_t>(n) % cables.size(), key);
    if (!pair)
        return 0;
    use(*below, lag.lower);
    use(*above, lag.upper);
    const std::string name = works_.after.find(works_.devices[lower].id)->label + "-" + below->row.name;
    works_.cord(key + "|lower", "U-" + name, from.plane, cord_type(), pair->lower, {below->row.id});
    works_.cord(key + "|upper", "D-" + name, to.plane, cord_type(), pair->upper, {above->row.id});
    return 1;
}

} // namespace riser
