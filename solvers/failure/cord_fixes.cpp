// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/cord_fixes.h"

#include "model/cabling.h"
#include "model/design.h"
#include "model/logical.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

using Points = std::vector<FailureElement>;

Points meet(const Points& a, const Points& b) {
    Points out;
    std::ranges::set_intersection(a, b, std::back_inserter(out));
    return out;
}
Points join(const Points& a, const Points& b) {
    Points out;
    std::ranges::set_union(a, b, std::back_inserter(out));
    return out;
}

class FeedPoints {
  public:
    explicit FeedPoints(const Design& design) : design_(design) {}

    // Nothing: the feed is not there.
    std::optional<Points> of(AnyId id) {
        if (!open_.insert(id).second)
            return std::nullopt;
        const std::optional<Points> out = here(id);
        open_.erase(id);
        return out;
    }

  private:
    template<class Row> const Row* there(Id<Row> id) const {
        const Row* row = design_.find(id);
        return row && row->status != Status::remove ? row : nullptr;
    }
    // What takes the one input, if there is one.
    Points behind(std::optional<AnyId> feed) { return feed ? of(*feed).value_or(Points{}) : Points{}; }
    std::optional<Points> here(AnyId id) {
        switch (id.kind) {
        case Kind::pdus:
            if (const Pdu* row = there(PduId{id.value}))
                return join({{ElementKind::strip, id}},
                            behind(row->circuit ? std::optional<AnyId>(*row->circuit) : std::nullopt));
            break;
        case Kind::circuits:
            if (const Circuit* row = there(CircuitId{id.value}))
                return join({{ElementKind::circuit, id}}, behind(row->fed_by));
            break;
        case Kind::ups_units:
            // Of a UPS of parallel blocks no one block takes it.
            if (const Ups* row = there(UpsId{id.value}))
                return join(row->topology == UpsTopology::parallel_n_plus_1 ? Points{} : Points{{ElementKind::ups, id}},
                            behind(row->fed_by));
            break;
        case Kind::transfer_switches:
            if (const Ats* row = there(AtsId{id.value})) {
                const Points own{{ElementKind::transfer_switch, id}};
                const std::optional<Points> normal = of(row->normal), standby = of(row->standby);
                return join(own,
                            normal && standby ? meet(*normal, *standby) : normal.value_or(standby.value_or(Points{})));
            }
            break;
        case Kind::power_sources:
            if (there(PowerSourceId{id.value}))
                return Points{};
            break;
        default:
            break;
        }
        return std::nullopt;
    }

    const Design& design_;
    std::set<AnyId> open_; // being followed
};

class Cords {
  public:
    explicit Cords(const Design& design) : design_(design), feeds_(design) {
        for (const RackItem& row : design.rack_items)
            if (row.item.kind == Kind::equipment)
                rack_of_[EquipmentId{row.item.value}] = row.rack;
        for (const Pdu& row : design.pdus)
            if (row.status != Status::remove) {
                free_[row.id] = row.sockets;
                if (row.rack)
                    strips_[*row.rack].push_back(row.id);
            }
        for (const PowerSupply& row : design.power_supplies)
            if (row.status != Status::remove) {
                supplies_[row.equipment].push_back(&row);
                if (row.pdu)
                    --free_[*row.pdu];
            }
    }

    std::vector<CordFix> all() {
        for (const Equipment& device : design_.equipment)
            consider(device);
        for (std::uint32_t fix = 0; fix < fixes_.size(); ++fix) {
            std::set<PduId> tried;
            place(fix, tried);
        }
        for (const auto& [strip, placed] : placed_)
            for (const std::uint32_t fix : placed)
                fixes_[fix].move = ways_[fix].at(strip);
        for (std::uint32_t fix = 0; fix < fixes_.size(); ++fix)
            fixes_[fix].no_socket = !fixes_[fix].move && !ways_[fix].empty();
        return std::move(fixes_);
    }

  private:
    const Points& points(PduId strip) {
        const auto known = points_.find(strip);
        return known != points_.end() ? known->second
                                      : points_.emplace(strip, feeds_.of(strip).value_or(Points{})).first->second;
    }

    void consider(const Equipment& device) {
        const Plane* plane = design_.find(device.plane);
        const auto at = supplies_.find(device.id);
        if (device.status == Status::remove || (plane && plane->disclosure == Disclosure::secret) ||
            at == supplies_.end() || at->second.size() < 2)
            return;
        const std::vector<const PowerSupply*>& supplies = at->second;
        const Points common = taken_by(supplies, nullptr, {});
        if (common.empty())
            return;
        CordFix fix{.device = device.id, .rack = {}, .points = common};
        std::map<PduId, CordMove> ways; // by the strip that a cord comes to
        if (const auto rack = rack_of_.find(device.id); rack != rack_of_.end()) {
            fix.rack = rack->second;
            for (const PduId strip : strips_[rack->second])
                for (const PowerSupply* moved : supplies)
                    if (moved->pdu && *moved->pdu != strip && !ways.contains(strip) &&
                        taken_by(supplies, moved, strip).empty())
                        ways[strip] = {moved->id, *moved->pdu, strip};
        }
        fixes_.push_back(std::move(fix));
        ways_.push_back(std::move(ways));
    }

    // What takes all supplies; of one the cord may lie elsewhere. A supply without a strip is fed whatever fails.
    Points taken_by(const std::vector<const PowerSupply*>& supplies, const PowerSupply* moved, PduId to) {
        std::optional<Points> out;
        for (const PowerSupply* supply : supplies) {
            const std::optional<PduId> strip = supply == moved ? std::optional(to) : supply->pdu;
            if (!strip)
                return {};
            out = out ? meet(*out, points(*strip)) : points(*strip);
        }
        return out.value_or(Points{});
    }

    // Kuhn's augmenting paths; a strip takes as many as it has free sockets today.
    bool place(std::uint32_t fix, std::set<PduId>& tried) {
        for (const auto& [strip, move] : ways_[fix]) {
            if (!tried.insert(strip).second)
                continue;
            std::vector<std::uint32_t>& there = placed_[strip];
            if (static_cast<std::int64_t>(there.size()) < free_[strip]) {
                there.push_back(fix);
                return true;
            }
            for (std::size_t i = 0; i < there.size(); ++i)
                if (place(there[i], tried)) {
                    placed_[strip][i] = fix;
                    return true;
                }
        }
        return false;
    }

    const Design& design_;
    FeedPoints feeds_;
    std::map<EquipmentId, RackId> rack_of_;
    std::map<RackId, std::vector<PduId>> strips_;
    std::map<PduId, std::int64_t> free_;
    std::map<EquipmentId, std::vector<const PowerSupply*>> supplies_;
    std::map<PduId, Points> points_;
    std::vector<CordFix> fixes_;
    std::vector<std::map<PduId, CordMove>> ways_; // by fix
    std::map<PduId, std::vector<std::uint32_t>> placed_;
};

} // namespace

std::vector<FailureElement> feed_points(const Design& design, AnyId feed) {
    return FeedPoints(design).of(feed).value_or(Points{});
}

std::vector<CordFix> cord_fixes(const Design& design) { return Cords(design).all(); }

} // namespace riser
