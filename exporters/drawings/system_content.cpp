// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/system_content.h"

#include "exporters/tables/columns.h"
#include "model/fields/field.h"
#include "solvers/analysis/backbone_ends.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/graph/shafts.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

bool is_distributor(SpaceRole role) {
    return role == SpaceRole::floor_distributor || role == SpaceRole::building_distributor ||
           role == SpaceRole::campus_distributor;
}
bool is_security(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::router:
    case EquipmentRole::firewall:
    case EquipmentRole::ips:
    case EquipmentRole::av_gateway:
    case EquipmentRole::waf:
    case EquipmentRole::isolation_gateway:
    case EquipmentRole::behaviour_audit:
        return true;
    default:
        return false;
    }
}
Symbol box_symbol(EquipmentRole role) {
    return role == EquipmentRole::router ? Symbol::router : is_security(role) ? Symbol::firewall : Symbol::core;
}

class ContentBuilder {
  public:
    ContentBuilder(const Facts& facts, BuildingId building, std::optional<PlaneId> plane)
        : facts_(facts), design_(facts.design()), building_(building), plane_(plane) {}

    SystemContent build() && {
        if (const Building* row = design_.find(building_))
            out_.building = row->name;
        out_.plane = plane_name(design_, plane_);
        floors();
        shafts();
        nodes();
        points();
        switches();
        backbone();
        core();
        finish();
        return std::move(out_);
    }

  private:
    bool ours(const std::optional<PlaneId>& plane) const { return !plane || plane == plane_; }

    void floors() {
        const std::vector<FloorId> order = floors_in_order(design_);
        for (auto floor = order.rbegin(); floor != order.rend(); ++floor) {
            const Floor& row = *design_.find(*floor);
            if (row.building != building_ || row.status == Status::remove)
                continue;
            floor_at_[row.id] = out_.floors.size();
            SystemFloor& entry = out_.floors.emplace_back();
            entry.floor = row.id;
            entry.label = row.label;
            entry.name = row.name;
        }
        std::map<std::pair<std::size_t, BodyId>, std::int64_t> areas;
        for (const Room& room : design_.rooms)
            if (const auto floor = floor_at_.find(room.floor); floor != floor_at_.end() && design_.find(room.body))
                areas[{floor->second, *room.body}] += std::max<std::int64_t>(area(room.outline).value, 1);
        std::map<std::size_t, std::vector<std::pair<std::int64_t, BodyId>>> by_floor;
        for (const auto& [key, size] : areas)
            by_floor[key.first].emplace_back(-size, key.second);
        for (auto& [floor, bodies] : by_floor) {
            std::sort(bodies.begin(), bodies.end());
            for (const auto& [size, body] : bodies)
                out_.floors[floor].bodies.push_back(body);
        }
    }

    void shafts() {
        for (const Shaft& shaft : shafts_of(design_, building_)) {
            SystemShaft entry;
            bool any = false;
            for (const FloorId floor : shaft.floors)
                if (const auto at = floor_at_.find(floor); at != floor_at_.end()) {
                    entry.low = any ? std::max(entry.low, at->second) : at->second;
                    entry.high = any ? std::min(entry.high, at->second) : at->second;
                    any = true;
                }
            if (!any)
                continue;
            const std::size_t index = out_.shafts.size();
            entry.shows = shaft.shows;
            entry.label = shaft.label;
            entry.x = shaft.place.x;
            for (const PathwayRunId run : shaft.runs)
                shaft_of_run_[run] = index;
            out_.shafts.push_back(std::move(entry));
        }
    }

    std::optional<std::size_t> floor_index(SpaceId space) const {
        const RowPlace place = place_of(design_, space);
        const auto at = place.floor ? floor_at_.find(*place.floor) : floor_at_.end();
        return at == floor_at_.end() ? std::nullopt : std::optional(at->second);
    }

    // The node of a space, made when it is first spoken of; null when it stands in another building.
    SystemNode* node_of(SpaceId space) {
        if (const auto known = node_at_.find(space); known != node_at_.end())
            return &out_.floors[known->second.first].nodes[known->second.second];
        const Space* row = design_.find(space);
        const std::optional<std::size_t> floor = row ? floor_index(space) : std::nullopt;
        if (!floor)
            return nullptr;
        auto& nodes = out_.floors[*floor].nodes;
        node_at_[space] = {*floor, nodes.size()};
        SystemNode& node = nodes.emplace_back();
        node.space = space;
        node.role = row->role;
        node.label = name_of(design_, space).zh;
        node.x = row->place.x;
        if (const Room* room = design_.find(row->room); room && row->place == Point{})
            if (const auto inside = inner_point(room->outline))
                node.x = inside->x;
        return &node;
    }

    void nodes() {
        for (const Space& space : design_.spaces)
            if (is_distributor(space.role) && space.status != Status::remove && ours(space.plane))
                node_of(space.id);
    }

    void count(std::vector<SystemPoints>& points, PointKindId kind) const {
        const auto found =
            std::find_if(points.begin(), points.end(), [&](const SystemPoints& p) { return p.kind == kind; });
        if (found != points.end()) {
            ++found->count;
            return;
        }
        const PointKind* row = design_.find(kind);
        points.push_back({kind, kind_code(design_, kind), row ? symbol_of(*row) : Symbol::other_point, 1});
    }

    void points() {
        const JackLinks& links = facts_.get<JackLinks>();
        std::map<SpaceId, std::map<std::string, std::int64_t>> categories;
        for (const Jack& jack : design_.jacks) {
            const Outlet* outlet = design_.find(jack.outlet);
            const auto floor = outlet ? floor_at_.find(outlet->floor) : floor_at_.end();
            if (jack.status == Status::remove || jack.plane != plane_ || floor == floor_at_.end())
                continue;
            ++out_.floors[floor->second].points;
            const JackLink* link = links.jacks.find(jack.id);
            SystemNode* node = link && link->space ? node_of(link->space) : nullptr;
            if (!node) {
                count(out_.floors[floor->second].unserved, jack.kind);
                continue;
            }
            count(node->points, jack.kind);
            ++categories[node->space][category_name(jack.category, jack.screen)];
        }
        for (const auto& [space, names] : categories)
            node_of(space)->cable = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
                                        return a.second < b.second;
                                    })->first;
    }

    void switches() {
        for (const Equipment& device : design_.equipment) {
            const EquipmentType* type = design_.find(device.type);
            if (device.status == Status::remove || !ours(device.plane) || !device.space || !type ||
                type->role != EquipmentRole::access_switch)
                continue;
            if (SystemNode* node = node_of(*device.space))
                ++node->switches;
        }
    }

    void backbone() {
        for (const BackboneEnd& ends : facts_.get<BackboneEnds>().cables) {
            const Cable& cable = *design_.find(ends.id);
            if (!ours(cable.plane))
                continue;
            std::set<SpaceId> spaces{ends.a, ends.b};
            spaces.erase(SpaceId{});
            std::set<std::size_t> climbed;
            for (const RouteStep& step : cable.route)
                if (const auto shaft = shaft_of_run_.find(step.run); shaft != shaft_of_run_.end())
                    climbed.insert(shaft->second);
            const CableType* type = design_.find(cable.type);
            const std::int64_t cores = type ? type->elements : 0;
            bool drawn = false;
            for (const SpaceId space : spaces)
                drawn = link(space, cable, climbed, cores) || drawn;
            if (const std::optional<SpaceId> lowest = counted_at(spaces))
                out_.floors[*floor_index(*lowest)].cores += cores;
            if (!drawn)
                continue;
            out_.has_backbone = true;
            for (const std::size_t shaft : climbed) {
                ++out_.shafts[shaft].cables;
                out_.shafts[shaft].cores += cores;
            }
        }
    }

    bool link(SpaceId space, const Cable& cable, const std::set<std::size_t>& climbed, std::int64_t cores) {
        const Space* row = design_.find(space);
        // Core rooms stand below the floors, where the shafts end.
        if (!row || !is_distributor(row->role))
            return floor_index(space).has_value();
        SystemNode* node = node_of(space);
        if (!node)
            return false;
        const std::optional<std::size_t> shaft = climbed.empty() ? std::nullopt : std::optional(*climbed.begin());
        auto found =
            std::find_if(node->links.begin(), node->links.end(), [&](const SystemLink& l) { return l.shaft == shaft; });
        if (found == node->links.end())
            found = node->links.insert(node->links.end(), {shaft, 0, 0, cable.id});
        ++found->cables;
        found->cores += cores;
        return true;
    }

    // Each cable's cores are counted once, at its end that is lower in the hierarchy.
    std::optional<SpaceId> counted_at(const std::set<SpaceId>& spaces) const {
        std::optional<SpaceId> out;
        const auto rank = [&](SpaceId space) {
            const SpaceRole role = design_.find(space)->role;
            return role == SpaceRole::floor_distributor ? 0 : role == SpaceRole::building_distributor ? 1 : 2;
        };
        for (const SpaceId space : spaces)
            if (design_.find(space) && floor_index(space) && (!out || rank(space) < rank(*out)))
                out = space;
        return out;
    }

    bool in_this_building(const std::optional<SpaceId>& space) const {
        return space && floor_index(*space).has_value();
    }

    void core() {
        for (const Equipment& device : design_.equipment) {
            const EquipmentType* type = design_.find(device.type);
            if (device.status == Status::remove || !ours(device.plane) || !type || !in_this_building(device.space))
                continue;
            const SystemBox box{device.id, name_of(design_, device.id), type->name, box_symbol(type->role)};
            if (type->role == EquipmentRole::core_switch || type->role == EquipmentRole::distribution_switch)
                out_.core.push_back(box);
            else if (is_security(type->role))
                out_.security.push_back(box);
        }
        // Without devices, the room they will stand in; equipment rooms where there is no core machine room.
        for (const SpaceRole role : {SpaceRole::core_machine_room, SpaceRole::equipment_room})
            if (out_.core.empty())
                for (const Space& space : design_.spaces)
                    if (space.role == role && space.status != Status::remove && ours(space.plane) &&
                        floor_index(space.id) && !node_at_.contains(space.id))
                        out_.core.push_back({space.id, name_of(design_, space.id), label_of(space.role), Symbol::core});
        for (const ProviderHandoff& handoff : design_.provider_handoffs)
            if (handoff.status != Status::remove && ours(handoff.plane) &&
                (in_this_building(handoff.entrance) || in_this_building(handoff.demarcation)))
                out_.entrances.push_back(
                    {handoff.id, handoff.provider, describe(design_, place_of(design_, handoff.id)), Symbol::entrance});
        if (out_.entrances.empty())
            for (const Space& space : design_.spaces)
                if (space.role == SpaceRole::entrance_room && space.status != Status::remove && ours(space.plane) &&
                    floor_index(space.id))
                    out_.entrances.push_back(
                        {space.id, label_of(space.role), name_of(design_, space.id), Symbol::entrance});
        const auto by_label = [](const SystemBox& a, const SystemBox& b) {
            return a.label.zh != b.label.zh ? natural_less(a.label.zh, b.label.zh) : a.shows < b.shows;
        };
        for (auto* boxes : {&out_.core, &out_.security, &out_.entrances})
            std::sort(boxes->begin(), boxes->end(), by_label);
        joined_boxes();
    }

    void joined_boxes() {
        std::set<AnyId> boxes;
        for (const auto* list : {&out_.core, &out_.security, &out_.entrances})
            for (const SystemBox& box : *list)
                boxes.insert(box.shows);
        const auto device = [&](AnyId id) -> AnyId {
            if (id.kind == Kind::ports)
                if (const Port* port = design_.find(PortId{id.value}))
                    return port->equipment;
            if (id.kind == Kind::cards)
                if (const Card* card = design_.find(CardId{id.value}))
                    return card->equipment;
            return id;
        };
        const CableEnds& ends = facts_.get<CableEnds>();
        std::set<std::pair<AnyId, AnyId>> pairs;
        for (const Cable& cable : design_.cables) {
            const CableEnding* a = ends.first(cable.id, CableEnd::a);
            const CableEnding* b = ends.first(cable.id, CableEnd::b);
            if (!a || !b || cable.status == Status::remove)
                continue;
            const AnyId from = device(a->on);
            const AnyId to = device(b->on);
            if (from != to && boxes.contains(from) && boxes.contains(to))
                pairs.insert({std::min(from, to), std::max(from, to)});
        }
        out_.joined.assign(pairs.begin(), pairs.end());
    }

    void finish() {
        const auto by_code = [](const SystemPoints& a, const SystemPoints& b) {
            if (a.symbol != b.symbol)
                return a.symbol < b.symbol;
            return a.code.zh != b.code.zh ? natural_less(a.code.zh, b.code.zh) : a.kind < b.kind;
        };
        for (std::size_t f = 0; f < out_.floors.size(); ++f) {
            SystemFloor& floor = out_.floors[f];
            std::sort(floor.unserved.begin(), floor.unserved.end(), by_code);
            for (SystemNode& node : floor.nodes) {
                std::sort(node.points.begin(), node.points.end(), by_code);
                std::sort(node.links.begin(), node.links.end(), [](const SystemLink& a, const SystemLink& b) {
                    return a.cores != b.cores ? a.cores > b.cores : a.shaft < b.shaft;
                });
                floor.switches += node.switches;
                for (std::size_t s = 0; s < out_.shafts.size(); ++s) {
                    const SystemShaft& shaft = out_.shafts[s];
                    if (f < shaft.high || f > shaft.low)
                        continue;
                    if (!node.nearest_shaft ||
                        std::abs(shaft.x - node.x) < std::abs(out_.shafts[*node.nearest_shaft].x - node.x))
                        node.nearest_shaft = s;
                }
            }
            std::sort(floor.nodes.begin(), floor.nodes.end(), [](const SystemNode& a, const SystemNode& b) {
                return a.x != b.x ? a.x < b.x : a.space < b.space;
            });
        }
    }

    const Facts& facts_;
    const Design& design_;
    BuildingId building_;
    std::optional<PlaneId> plane_;
    SystemContent out_;
    std::map<FloorId, std::size_t> floor_at_;
    std::map<SpaceId, std::pair<std::size_t, std::size_t>> node_at_;
    std::map<PathwayRunId, std::size_t> shaft_of_run_;
};

} // namespace

SystemContent system_content(const Facts& facts, BuildingId building, std::optional<PlaneId> plane) {
    return ContentBuilder(facts, building, plane).build();
}

std::vector<std::optional<PlaneId>> planes_to_draw(const Design& design) {
    std::set<std::optional<PlaneId>> used;
    for (const Jack& jack : design.jacks)
        if (jack.status != Status::remove)
            used.insert(jack.plane);
    for (const Cable& cable : design.cables)
        if (cable.plane && cable.status != Status::remove)
            used.insert(cable.plane);
    for (const Equipment& device : design.equipment)
        if (device.plane && device.status != Status::remove)
            used.insert(device.plane);
    if (used.empty())
        for (const Plane& plane : design.planes)
            used.insert(plane.id);
    if (used.empty())
        used.insert(std::nullopt);
    std::vector<std::optional<PlaneId>> out(used.begin(), used.end());
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
        const std::string x = plane_name(design, a).zh;
        const std::string y = plane_name(design, b).zh;
        return x != y ? natural_less(x, y) : a < b;
    });
    return out;
}

} // namespace riser
