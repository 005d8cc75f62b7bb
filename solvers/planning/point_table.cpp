// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/point_table.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

int specificity(const PointRule& rule) { return (rule.grade.empty() ? 0 : 2) + (rule.body ? 1 : 0); }

std::int64_t rounded_up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

} // namespace

PointTable::PointTable(const Design& design, const CountingOptions& options) : design_(&design), options_(options) {
    for (const PointRule& rule : design.point_rules)
        by_use_[rule.use].push_back(&rule);
    const auto plane_code = [&](const PointRule& rule) {
        const Plane* plane = design.find(rule.plane);
        return plane ? plane->code : std::string();
    };
    const auto kind_code = [&](const PointRule& rule) {
        const PointKind* kind = design.find(rule.kind);
        return kind ? kind->code : std::string();
    };
    for (auto& [use, rules] : by_use_)
        std::sort(rules.begin(), rules.end(), [&](const PointRule* a, const PointRule* b) {
            return std::tuple(plane_code(*a), a->plane, a->mounting, kind_code(*a), a->kind, -specificity(*a), a->id) <
                   std::tuple(plane_code(*b), b->plane, b->mounting, kind_code(*b), b->kind, -specificity(*b), b->id);
        });
}

RoomDemand PointTable::of(const Room& room) const {
    RoomDemand out;
    const auto rules = by_use_.find(room.use);
    const bool nameless = room.use == RoomUse::other && room.name.empty() && room.number.empty();
    if (rules == by_use_.end() || nameless)
        return out;
    const PointRule* winner = nullptr;
    for (const PointRule* rule : rules->second) {
        if ((!rule->grade.empty() && rule->grade != room.grade) || (rule->body && rule->body != room.body))
            continue;
        if (const Plane* plane = design_->find(rule->plane); plane && plane->disclosure == Disclosure::secret) {
            out.table_names_secret |= rule->jacks > 0 || rule->minimum > 0;
            continue;
        }
        if (winner && winner->plane == rule->plane && winner->kind == rule->kind &&
            winner->mounting == rule->mounting) {
            if (specificity(*winner) == specificity(*rule))
                out.conflicts.push_back(rule->id);
            continue;
        }
        winner = rule;
        std::int64_t basis = 1;
        const std::int64_t room_area = area(room.outline).value;
        switch (rule->basis) {
        case PointBasis::room:
            break;
        case PointBasis::occupant:
            basis = room.occupants;
            if (basis == 0 && rule->jacks > 0) {
                basis =
                    std::max<std::int64_t>(1, room_area / std::max<std::int64_t>(1, options_.area_per_occupant.value));
                out.estimated_occupants = true;
            }
            break;
        case PointBasis::seat:
            basis = room.seats;
            if (basis == 0 && rule->jacks > 0) {
                basis = std::max<std::int64_t>(1, room_area / std::max<std::int64_t>(1, options_.area_per_seat.value));
                out.estimated_seats = true;
            }
            break;
        case PointBasis::area:
            basis = rule->per_area.value > 0 ? rounded_up(room_area, rule->per_area.value) : 1;
            break;
        }
        const std::int64_t jacks = std::max<std::int64_t>(basis * rule->jacks, rule->minimum);
        if (jacks > 0)
            out.demands.push_back(
                {.rule = rule, .jacks = static_cast<std::int32_t>(std::min<std::int64_t>(jacks, 10'000))});
    }
    return out;
}

PlanesApart::PlanesApart(const Design& design) {
    for (const Plane& plane : design.planes)
        if (plane.disclosure == Disclosure::secret)
            secret_.insert(plane.id);
    for (const MustNotReach& row : design.must_not_reach)
        if (row.a.kind == Kind::planes && row.b.kind == Kind::planes && row.a != row.b) {
            pairs_.emplace(PlaneId{row.a.value}, PlaneId{row.b.value});
            pairs_.emplace(PlaneId{row.b.value}, PlaneId{row.a.value});
        }
}

bool PlanesApart::apart(std::optional<PlaneId> a, std::optional<PlaneId> b) const {
    if (a == b)
        return false;
    return is_secret(a) || is_secret(b) || (a && b && pairs_.contains({*a, *b}));
}

bool PlanesApart::alone(std::optional<PlaneId> plane) const {
    return is_secret(plane) ||
           std::any_of(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == plane; });
}

} // namespace riser
