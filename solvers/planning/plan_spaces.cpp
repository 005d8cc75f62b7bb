// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_spaces.h"

#include "solvers/planning/labels.h"
#include "solvers/planning/rows.h"
#include "solvers/planning/storeys.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace riser {

namespace {

struct Part {
    SpaceRole role;
    std::string_view letter;
};

std::optional<Part> part_of(RoomUse use) {
    switch (use) {
    case RoomUse::telecom_room:
        return Part{SpaceRole::floor_distributor, "E"};
    case RoomUse::elv_shaft:
        return Part{SpaceRole::elv_shaft, "S"};
    case RoomUse::core_machine_room:
        return Part{SpaceRole::core_machine_room, "C"};
    case RoomUse::equipment_room:
        return Part{SpaceRole::equipment_room, "Q"};
    case RoomUse::entrance_room:
        return Part{SpaceRole::entrance_room, "R"};
    default:
        return std::nullopt;
    }
}

// Near the door to a corridor, else near any door, else well inside.
Point entry_place(const Storey& storey, const Room& room) {
    const Doorway* best = nullptr;
    for (const Doorway* door : storey.doors_of(room))
        if (!best || (is_corridor(*door->other(room)) && !is_corridor(*best->other(room))))
            best = door;
    return pulled_inside(room, best ? best->inside(room) : *inner_point(room.outline));
}

class SpacePlanner {
  public:
    SpacePlanner(const Design& design, const SpaceOptions& options, const Run& run)
        : options_(options),
          run_(run),
          after_(design),
          rows_(after_, "spaces"),
          storeys_(storeys_of(design)),
          labels_(design, "space", options.label) {
        for (const Space& space : design.spaces) {
            labels_.take(space.label);
            if (!rows_.is_mine(space))
                taken_.insert(space.room);
        }
    }

    Result<SpacePlan> plan(const Design& design) {
        SpacePlan out;
        for (const Storey& storey : storeys_)
            if (!run_.stopped())
                plan_floor(storey);
        if (options_.choice == DistributorChoice::fewest && !run_.stopped())
            choose(design, out);
        if (run_.stopped()) // which floor serves which is known only at the end
            return Error{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
        for (const Space& space : planned_)
            if (space.role == SpaceRole::floor_distributor && after_.find(space.room)->use == RoomUse::elv_shaft)
                reasons_.add(space.room, {"本层无电信间，由弱电井兼作楼层配线间",
                                          "the floor has no telecom room: its ELV shaft serves as floor distributor"});
        share_out();
        remove_old();
        for (const Space& space : after_.spaces)
            out.spaces += rows_.is_mine(space);
        out.floors_from_elsewhere = from_elsewhere_;
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design,
                      .after = std::move(after_),
                      .read = {Kind::briefs,          Kind::floors,         Kind::rooms,        Kind::openings,
                               Kind::spaces,          Kind::outlets,        Kind::jacks,        Kind::panels,
                               Kind::racks,           Kind::rack_items,     Kind::equipment,    Kind::point_rules,
                               Kind::planes,          Kind::point_kinds,    Kind::bodies,       Kind::pathway_nodes,
                               Kind::pathway_runs,    Kind::cables,         Kind::terminations, Kind::ports,
                               Kind::label_templates, Kind::retired_labels, Kind::buildings}};
        return out;
    }

  private:
    void plan_floor(const Storey& storey) {
        const bool has_telecom_room = std::any_of(storey.rooms.begin(), storey.rooms.end(),
                                                  [](const Room* room) { return room->use == RoomUse::telecom_room; });
        for (const Room* room : storey.rooms) {
            std::optional<Part> part = part_of(room->use);
            if (!part || taken_.contains(room->id))
                continue;
            if (part->role == SpaceRole::elv_shaft && !has_telecom_room &&
                options_.shafts == ShaftUse::distributor_where_no_telecom_room)
                part = part_of(RoomUse::telecom_room);
            Space space = rows_.start(to_string(room->id));
            space.room = room->id;
            space.role = part->role;
            space.place = entry_place(storey, *room);
            space.serves.clear();
            if (space.label.empty())
                space.label = label_of(*room, part->letter);
            if (part->role == SpaceRole::core_machine_room && !rows_.known(space))
                space.grade = RoomGrade::b;
            planned_.push_back(std::move(space));
        }
    }

    std::string label_of(const Room& room, std::string_view letter) {
        std::vector<LabelField> fields = place_fields(after_, room.floor);
        fields.push_back({"letter", std::string(letter)});
        fields.push_back({"room", room_code(room)});
        return labels_.next(fields);
    }

    // With what people pinned or built.
    Space as_it_will_stand(Space planned) const {
        const Space* existing = after_.find(planned.id);
        if (!existing)
            return planned;
        return PlannedRows<Space>::is_settled(*existing) ? *existing : keeping_pins(*existing, std::move(planned));
    }

    // Where the panel or the port's device stands.
    std::optional<SpaceId> space_of(AnyId on) const {
        if (const Panel* panel = on.kind == Kind::panels ? after_.find(PanelId{on.value}) : nullptr)
            return panel->space;
        const Port* port = on.kind == Kind::ports ? after_.find(PortId{on.value}) : nullptr;
        const Equipment* device = port ? after_.find(port->equipment) : nullptr;
        return device ? device->space : std::nullopt;
    }

    // Spaces in which something stands that people put or pinned there, or from which they wish jacks to be served.
    std::set<SpaceId> used_by_people() const {
        std::set<SpaceId> out;
        const auto decided = [](const auto& row) {
            using Row = std::decay_t<decltype(row)>;
            return row.status != Status::remove && (PlannedRows<Row>::is_settled(row) || row.pins.mask != 0);
        };
        for (const Panel& panel : after_.panels)
            if (panel.space && decided(panel))
                out.insert(*panel.space);
        for (const Rack& rack : after_.racks)
            if (decided(rack))
                out.insert(rack.space);
        const auto device_decided = [&](AnyId id) {
            const Equipment* device = id.kind == Kind::equipment ? after_.find(EquipmentId{id.value}) : nullptr;
            return device && decided(*device);
        };
        for (const RackItem& item : after_.rack_items)
            if (const Rack* rack = after_.find(item.rack); rack && (decided(item) || device_decided(item.item)))
                out.insert(rack->space);
        std::set<CableId> cables;
        for (const Cable& cable : after_.cables)
            if (decided(cable) && cables.insert(cable.id).second)
                for (const Space& space : after_.spaces) // a distributor's backbone: its key names it
                    if (cable.origin.key.find(to_string(space.id)) != std::string::npos)
                        out.insert(space.id);
        for (const Termination& end : after_.terminations)
            if (const std::optional<SpaceId> space = cables.contains(end.cable) ? space_of(end.on) : std::nullopt)
                out.insert(*space);
        for (const Space& space : after_.spaces) // a distributor about which a person decided something
            if (space.pins.mask != 0 && space.role == SpaceRole::floor_distributor)
                out.insert(space.id);
        for (const Jack& jack : after_.jacks)
            if (jack.served_from)
                out.insert(*jack.served_from);
        return out;
    }

    std::int64_t capacity(RoomId id) const {
        const Room* room = after_.find(id);
        const std::int64_t most = options_.limits.points;
        const std::int64_t enough = options_.limits.area_for_points.value;
        const std::int64_t of_room = room && !room->outline.empty() ? area(room->outline).value : 0;
        return of_room >= enough || enough <= 0 ? most : most * of_room / enough;
    }

    FloorId floor_of(const Space& space) const { return after_.find(space.room)->floor; }

    RoomOffer offer_of(const Space& space) const {
        return {
            .space = space.id, .floor = floor_of(space), .capacity = capacity(space.room), .in_use = false, .only = {}};
    }

    // What a person decided stands; rooms for the core serve only where there is nothing else.
    std::vector<RoomOffer> offers(const std::set<BuildingId>& with_points) const {
        std::vector<RoomOffer> out;
        const std::set<SpaceId> used = used_by_people();
        std::vector<const Space*> standing; // made by people
        for (const Space& space : after_.spaces)
            if (taken_.contains(space.room) && is_distributor(space.role) && !space.plane && after_.find(space.room))
                standing.push_back(&space);
        const auto add_standing = [&](const Space& space) {
            const std::vector<FloorId> floors = floors_served(after_, space);
            out.push_back(offer_of(space));
            out.back().in_use = true;
            out.back().only = std::set(floors.begin(), floors.end());
        };
        for (const Space* space : standing)
            if (space->role == SpaceRole::floor_distributor)
                add_standing(*space);
        for (const Space& planned : planned_) {
            const Space space = as_it_will_stand(planned);
            if (space.role != SpaceRole::floor_distributor || space.plane)
                continue;
            Space other = planned;
            other.role = SpaceRole::elv_shaft;
            other.serves = {FloorId{}};
            other = as_it_will_stand(std::move(other));
            out.push_back(offer_of(space));
            const Floor* floor = after_.find(out.back().floor);
            out.back().in_use =
                other.role == space.role || used.contains(space.id) || !floor || !with_points.contains(floor->building);
            if (other.serves == space.serves) {
                const std::vector<FloorId> floors = floors_served(after_, space);
                out.back().only = std::set(floors.begin(), floors.end());
            }
        }
        const bool shafts_do = options_.shafts == ShaftUse::distributor_where_no_telecom_room;
        std::set<FloorId> bare; // whatever people made of what is drawn there
        for (const Storey& storey : storeys_)
            if (std::none_of(storey.rooms.begin(), storey.rooms.end(), [&](const Room* room) {
                    return room->use == RoomUse::telecom_room || (shafts_do && room->use == RoomUse::elv_shaft);
                }))
                bare.insert(storey.floor->id);
        for (const Space* space : standing)
            if (space->role != SpaceRole::floor_distributor &&
                (!space->serves.empty() || bare.contains(floor_of(*space))))
                add_standing(*space);
        for (const Space& planned : planned_)
            if (is_distributor(planned.role) && planned.role != SpaceRole::floor_distributor &&
                bare.contains(floor_of(planned))) {
                out.push_back(offer_of(planned));
                out.back().in_use = true;
                out.back().only = bare;
            }
        return out;
    }

    void choose(const Design& design, SpacePlan& out) {
        std::vector<PointsAt> points = points_of(design, options_.counting);
        std::set<BuildingId> with_points;
        for (const PointsAt& at : points)
            if (const Floor* floor = design.find(at.floor))
                with_points.insert(floor->building);
        if (with_points.empty()) {
            reasons_.add({"尚不知有多少信息点，图上各电信间均启用",
                          "how many points there will be is not known yet: every telecom room of the drawing is used"});
            return;
        }
        std::vector<Space> spaces;
        for (const Space& space : after_.spaces)
            if (!rows_.is_mine(space) || PlannedRows<Space>::is_settled(space))
                spaces.push_back(space);
        for (const Space& planned : planned_)
            spaces.push_back(as_it_will_stand(planned));
        RoomReach reach(design, std::move(spaces), options_.pathways);
        const RoomQuestion question{.design = design,
                                    .storeys = storeys_,
                                    .offers = offers(with_points),
                                    .points = std::move(points),
                                    .reach = reach,
                                    .limits = options_.limits,
                                    .growth = growth_of(design, options_.growth)};
        RoomChoice choice = choose_rooms(question, run_);
        out.distributors = choice.rooms;
        out.cable = choice.cable;
        for (Reason& reason : choice.reasons)
            reasons_.add(std::move(reason));
        chosen_ = std::move(choice.serves);
        out.not_needed = close_the_others(question.offers);
    }

    // Vertical trays pass through a telecom room that is no distributor; one that stands alone is not needed at all.
    std::int32_t close_the_others(const std::vector<RoomOffer>& offers) {
        std::int32_t closed = 0;
        std::vector<Space> kept;
        const std::vector<Space> named = planned_;
        for (Space& space : planned_) {
            const bool offered = std::any_of(offers.begin(), offers.end(),
                                             [&](const RoomOffer& offer) { return offer.space == space.id; });
            const bool used = !offered || chosen_.contains(space.id);
            const bool shaft = after_.find(space.room)->use == RoomUse::elv_shaft;
            if (!used) {
                space.role = SpaceRole::elv_shaft;
                closed += !shaft;
            }
            const Space* existing = after_.find(space.id);
            const bool pinned = existing && existing->pins.mask != 0;
            if (used || shaft || pinned || in_a_stack(space, named)) {
                if (!used && !shaft)
                    reasons_.add(space.id, {"不需作电信间，其信息点由其他电信间服务；竖向桥架由此通过",
                                            "not needed as telecom room, others serve its points; vertical trays pass "
                                            "through it"});
                kept.push_back(std::move(space));
            } else {
                reasons_.add(space.room, {"不需作电信间，也不在竖井上，可另作他用",
                                          "not needed as telecom room, and no riser stands in it: free for other use"});
            }
        }
        planned_ = std::move(kept);
        return closed;
    }

    // Whether a space stands above or below on the next storey that is drawn.
    bool in_a_stack(const Space& space, const std::vector<Space>& named) const {
        const Polygon& here = after_.find(space.room)->outline;
        const auto stacked = [&](const Space& other) {
            const Room* room = after_.find(other.room);
            return room && !room->outline.empty() && next_to(floor_of(space), room->floor) &&
                   (contains(room->outline, *inner_point(here)) || contains(here, *inner_point(room->outline)));
        };
        return std::any_of(named.begin(), named.end(), stacked) ||
               std::any_of(after_.spaces.begin(), after_.spaces.end(),
                           [&](const Space& other) { return !rows_.is_mine(other) && stacked(other); });
    }

    bool next_to(FloorId a, FloorId b) const {
        const Storey* below = nullptr;
        for (const Storey& storey : storeys_) {
            if (storey.rooms.empty())
                continue;
            if (below && below->floor->building == storey.floor->building &&
                std::minmax(below->floor->id, storey.floor->id) == std::minmax(a, b))
                return true;
            below = &storey;
        }
        return false;
    }

    // The floors of a planned distributor: those chosen for it, else its own.
    std::set<FloorId> floors_of(const Space& space) const {
        const auto chosen = chosen_.find(space.id);
        return chosen == chosen_.end() || chosen->second.empty() ? std::set{floor_of(space)} : chosen->second;
    }

    void say_shared(const Space& space) {
        for (const FloorId floor : space.serves)
            if (const Floor* home = after_.find(floor_of(space)); home && floor != home->id) {
                ++from_elsewhere_;
                reasons_.add(
                    floor, {"本层信息点由 " + home->label + " 的电信间 " + space.label + " 服务，合设一间即够",
                            "served from " + space.label + " on " + home->label + ": one telecom room does for both"});
            }
    }

    // The floors that need no other space for one that a person made theirs. Others on its own floor that were planned
    // beside it keep the floors that they serve together.
    std::vector<FloorId> floors_covered_by(const Space& space) const {
        const std::vector<FloorId> served = floors_served(after_, space);
        if (!chosen_.empty())
            return served;
        const Room* room = after_.find(space.room);
        const bool shared =
            room && rows_.was_mine(space) && std::any_of(planned_.begin(), planned_.end(), [&](const Space& other) {
                return other.role == space.role && after_.find(other.room)->floor == room->floor;
            });
        return shared ? std::vector<FloorId>{room->floor} : served;
    }

    // Floors without a distributor go to the nearest floor that has one. Then the rows are put.
    void share_out() {
        std::map<FloorId, std::vector<Space*>> own; // planned distributors by floor
        std::set<FloorId> covered;
        for (const Space& space : after_.spaces)
            if (taken_.contains(space.room) && is_distributor(space.role))
                for (const FloorId floor : floors_covered_by(space))
                    covered.insert(floor);
        for (const SpaceRole role :
             {SpaceRole::floor_distributor, SpaceRole::equipment_room, SpaceRole::core_machine_room}) {
            std::set<FloorId> served;
            for (Space& space : planned_) {
                if (space.role != role)
                    continue;
                const FloorId floor = floor_of(space);
                // Equipment and core rooms stand in only where the floor has nothing better.
                if (role != SpaceRole::floor_distributor && !chosen_.contains(space.id) && covered.contains(floor))
                    continue;
                own[floor].push_back(&space);
                const std::set<FloorId> floors = floors_of(space);
                served.insert(floors.begin(), floors.end());
                if (floors != std::set{floor})
                    for (const Storey& storey : storeys_)
                        if (floors.contains(storey.floor->id))
                            space.serves.push_back(storey.floor->id);
                say_shared(space);
            }
            covered.insert(served.begin(), served.end());
        }
        for (const Storey& storey : storeys_)
            if (!covered.contains(storey.floor->id) && is_in_use(storey))
                serve_from_nearest(storey, own);
        for (Space& space : planned_)
            rows_.put(std::move(space));
    }

    static bool is_in_use(const Storey& storey) {
        return std::any_of(storey.rooms.begin(), storey.rooms.end(),
                           [](const Room* room) { return !is_unserved(room->use); });
    }

    void serve_from_nearest(const Storey& storey, std::map<FloorId, std::vector<Space*>>& own) {
        const Storey* nearest = nullptr;
        const auto away = [&](const Storey& other) {
            return std::abs(std::int64_t{other.floor->elevation.value} - storey.floor->elevation.value);
        };
        for (const Storey& other : storeys_)
            if (other.floor->building == storey.floor->building && own.contains(other.floor->id) &&
                (!nearest || away(other) < away(*nearest)))
                nearest = &other;
        if (!nearest) {
            reasons_.add(storey.floor->id,
                         {"本楼没有可供该层使用的电信间或弱电井",
                          "the building has no telecom room or ELV shaft that could serve this floor"});
            return;
        }
        for (Space* space : own[nearest->floor->id]) {
            if (space->serves.empty() && nearest != &storey)
                space->serves.push_back(nearest->floor->id);
            space->serves.push_back(storey.floor->id);
            if (!chosen_.empty()) // rooms that were chosen to serve this and that share no floor by chance
                break;
        }
        if (nearest == &storey)
            return;
        ++from_elsewhere_;
        reasons_.add(storey.floor->id, {"本层不设电信间，由 " + nearest->floor->label + " 的电信间服务",
                                        "no telecom room on this floor: served from " + nearest->floor->label});
    }

    void remove_old() { rows_.remove_rest(); }

    const SpaceOptions& options_;
    const Run& run_;
    Design after_;
    PlannedRows<Space> rows_;
    std::vector<Storey> storeys_;
    LabelMaker labels_;
    std::set<RoomId> taken_; // rooms that a person gave a role
    std::vector<Space> planned_;
    std::map<SpaceId, std::set<FloorId>> chosen_; // the distributors in use; empty: all are
    ReasonList reasons_;
    std::int32_t from_elsewhere_ = 0;
};

} // namespace

bool is_distributor(SpaceRole role) { return role != SpaceRole::elv_shaft && role != SpaceRole::entrance_room; }

std::vector<FloorId> floors_served(const Design& design, const Space& space) {
    if (!space.serves.empty())
        return space.serves;
    const Room* room = design.find(space.room);
    return room ? std::vector<FloorId>{room->floor} : std::vector<FloorId>{};
}

Result<SpacePlan> plan_spaces(const Design& design, const SpaceOptions& options, const Run& run) {
    return SpacePlanner(design, options, run).plan(design);
}

} // namespace riser
