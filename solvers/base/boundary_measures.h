// SPDX-License-Identifier: GPL-3.0-or-later
// What a boundary between zones must have, by the level of the higher side: rows of a table that a rule deck holds,
// each naming a control, the boundaries it is for, and the devices that provide it. No requirement stands in code.
#pragma once

#include "model/catalogue.h"
#include "model/logical.h"
#include "solvers/base/trust.h"

#include <algorithm>

namespace riser {

// Which boundaries a measure is for: every one; between desks of two bodies; with a management zone; with a provider;
// those that mail or web pages cross.
enum class MeasureScope { any, bodies, management, exit, mail, web };

struct BoundaryMeasure {
    Control control = Control::access_control;
    std::int32_t level = 1; // of MLPS, GB/T 22239
    MeasureScope scope = MeasureScope::any;
    std::vector<EquipmentRole> roles; // any of them provides it
    std::int32_t devices = 1;         // side by side
    std::string clause;
    Trust trust = Trust::unverified;
    bool operator==(const BoundaryMeasure&) const = default;
};

// MLPS 1..4; 0: not graded, or graded as a secret, which is never assessed here.
constexpr std::int32_t level_of(Grading grading) {
    return grading >= Grading::mlps_1 && grading <= Grading::mlps_4
               ? static_cast<std::int32_t>(grading) - static_cast<std::int32_t>(Grading::mlps_1) + 1
               : 0;
}
constexpr bool is_secret(Grading grading) { return grading >= Grading::secret_mi; }

// Its own grade or the highest of its systems', S, A or as graded, whichever is more. O(systems log n).
template<class Find> std::int32_t level_of(const Zone& zone, const Find& find_system) {
    std::int32_t level = level_of(zone.grading);
    for (const GradedSystemId id : zone.systems)
        if (const GradedSystem* system = find_system(id))
            level = std::max({level, system->level_s, system->level_a, level_of(system->grading)});
    return level;
}

// Devices that frames pass without being addressed to them.
constexpr bool is_inline(EquipmentRole role) {
    return role == EquipmentRole::ips || role == EquipmentRole::av_gateway || role == EquipmentRole::waf ||
           role == EquipmentRole::behaviour_audit;
}

std::span<const struct Choice> choices(MeasureScope);

} // namespace riser
