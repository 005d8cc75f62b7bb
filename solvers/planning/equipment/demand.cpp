// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/demand.h"

#include "solvers/base/growth.h"
#include "solvers/base/poe_class.h"
#include "solvers/graph/cable_end_space.h"
#include "solvers/planning/cable_types.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace riser {

namespace {

std::optional<SpaceId> space_of_row(const Design& design, AnyId on) {
    if (on.kind == Kind::panels)
        if (const Panel* panel = design.find(PanelId{on.value}))
            return panel->space;
    return std::nullopt;
}

class Needs {
  public:
    Needs(const Design& design, const PlanesApart& apart) : design_(design), apart_(apart), ways_(design) {
        for (const Termination& row : design.terminations) {
            const Cable* cable = design.find(row.cable);
            if (!cable || cable->status == Status::remove || row.status == Status::remove)
                continue;
            if (cable->role == CableRole::horizontal && row.on.kind == Kind::jacks)
                cable_of_[JackId{row.on.value}] = cable;
            if (cable->role == CableRole::horizontal && row.end == CableEnd::a)
                if (const auto space = space_of_row(design, row.on))
                    panel_space_[cable->id] = *space;
        }
    }

    std::vector<SpaceNeed> list() && {
        for (const Cable& cable : design_.cables)
            if (cable.role == CableRole::backbone && cable.status != Status::remove)
                backbone(cable);
        for (const Jack& row : design_.jacks)
            if (row.status != Status::remove)
                jack(row);
        for (auto& [space, need] : needs_)
            for (auto& [plane, of_plane] : need.planes) {
                std::sort(of_plane.jacks.begin(), of_plane.jacks.end(), [](const JackNeed& a, const JackNeed& b) {
                    return std::tuple(-a.poe_class, std::tie(a.label, a.jack)) <
                           std::tuple(-b.poe_class, std::tie(b.label, b.jack));
                });
                std::sort(of_plane.backbones.begin(), of_plane.backbones.end(),
                          [](const TrunkEnd& a, const TrunkEnd& b) {
                              return std::tie(a.other, a.cable) < std::tie(b.other, b.cable);
                          });
            }
        return in_order();
    }

  private:
    void backbone(const Cable& cable) {
        const CableSpaces spaces = spaces_of(design_, cable);
        for (const auto& [space, other, end] :
             {std::tuple(spaces.a, spaces.b, CableEnd::a), std::tuple(spaces.b, spaces.a, CableEnd::b)}) {
            if (!space)
                continue;
            if (apart_.is_secret(cable.plane)) {
                secret(*space, *cable.plane);
                continue;
            }
            PlaneNeed& need = needs_[*space].planes[cable.plane];
            need.backbones.push_back({.cable = cable.id, .end = end, .other = other.value_or(SpaceId{})});
        }
    }

    void jack(const Jack& row) {
        const auto found = cable_of_.find(row.id);
        const Outlet* outlet = design_.find(row.outlet);
        if (found == cable_of_.end() || !outlet)
            return;
        const Cable& cable = *found->second;
        const bool planned = cable.origin.source == "cables" && cable.origin.key == to_string(row.id);
        std::optional<SpaceId> space;
        if (planned) {
            if (const CableWays::Found way = ways_.of(row, *outlet); way.way)
                space = way.way->space;
        } else if (const auto on = panel_space_.find(cable.id); on != panel_space_.end()) {
            space = on->second;
        }
        if (!space)
            return;
        if (apart_.is_secret(row.plane))
            return secret(*space, *row.plane);
        const PointKind* kind = design_.find(row.kind);
        const CableType* type = design_.find(cable.type);
        JackNeed need{.jack = row.id,
                      .cable = cable.id,
                      .label = row.label,
                      .category = type ? type->category : row.category,
                      .screen = type ? type->screen : row.screen,
                      .fibre = is_fibre(type ? type->category : row.category),
                      .planned = planned};
        need.voice = need.category == Category::cat3;
        if (kind && !need.fibre && !need.voice)
            need.poe_class = poe_class_of(kind->poe).value_or(highest_poe_class);
        needs_[*space].planes[row.plane].jacks.push_back(std::move(need));
    }

    void secret(SpaceId space, PlaneId plane) {
        std::vector<PlaneId>& list = needs_[space].secret;
        if (std::find(list.begin(), list.end(), plane) == list.end())
            list.push_back(plane);
    }

    std::vector<SpaceNeed> in_order() {
        std::vector<SpaceNeed> out;
        for (auto& [space, need] : needs_) {
            need.space = space;
            std::sort(need.secret.begin(), need.secret.end());
            out.push_back(std::move(need));
        }
        const auto key = [&](const SpaceNeed& need) {
            const Space* space = design_.find(need.space);
            const Room* room = space ? design_.find(space->room) : nullptr;
            const Floor* floor = room ? design_.find(room->floor) : nullptr;
            return std::tuple(floor ? floor->elevation.value : 0, space ? space->room : RoomId{}, need.space);
        };
        std::sort(out.begin(), out.end(), [&](const SpaceNeed& a, const SpaceNeed& b) { return key(a) < key(b); });
        return out;
    }

    const Design& design_;
    const PlanesApart& apart_;
    CableWays ways_;
    std::unordered_map<JackId, const Cable*> cable_of_;
    std::unordered_map<CableId, SpaceId> panel_space_;
    std::map<SpaceId, SpaceNeed> needs_;
};

} // namespace

CableSpaces spaces_of(const Design& design, const Cable& cable) {
    return {.a = space_at_end(design, cable, CableEnd::a), .b = space_at_end(design, cable, CableEnd::b)};
}

std::vector<SpaceNeed> needs_of(const Design& design, const PlanesApart& apart) { return Needs(design, apart).list(); }

std::int32_t grown(const Design& design, const EquipmentOptions& options, std::int32_t count) {
    return static_cast<std::int32_t>(std::ceil(count * growth_factor(design.find(the_brief), options.growth) - 1e-9));
}

} // namespace riser
