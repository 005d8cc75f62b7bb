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
        for (const Storey& storey : storeys_) {
            if (run_.stopped()) // which floor serves which is known only at the end
                return Error{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
            plan_floor(storey);
        }
        share_out();
        remove_old();
        for (const Space& space : after_.spaces)
            out.spaces += rows_.is_mine(space);
        out.floors_from_elsewhere = from_elsewhere_;
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design,
                      .after = std::move(after_),
                      .read = {Kind::floors, Kind::rooms, Kind::openings, Kind::spaces, Kind::label_templates,
                               Kind::retired_labels, Kind::sheets}};
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
                options_.shafts == ShaftUse::distributor_where_no_telecom_room) {
                part = part_of(RoomUse::telecom_room);
                reasons_.add(room->id, {"本层无电信间，由弱电井兼作楼层配线间",
                                        "the floor has no telecom room: its ELV shaft serves as floor distributor"});
            }
            Space space = rows_.start(to_string(room->id));
            space.room = room->id;
            space.role = part->role;
            space.place = entry_place(storey, *room);
            space.serves.clear();
            if (space.label.empty())
                space.label = labels_.next({{"floor", storey.floor->label},
                                            {"letter", std::string(part->letter)},
                                            {"room", room_code(*room)}});
            if (part->role == SpaceRole::core_machine_room && !rows_.known(space))
                space.grade = RoomGrade::b;
            planned_.push_back(std::move(space));
        }
    }

    // The floors that need no other space for one that a person made theirs. Others on its own floor that were planned
    // beside it keep the floors that they serve together.
    std::vector<FloorId> floors_covered_by(const Space& space) const {
        const std::vector<FloorId> served = floors_served(after_, space);
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
            for (Space& space : planned_) {
                if (space.role != role)
                    continue;
                const FloorId floor = after_.find(space.room)->floor;
                // Equipment and core rooms stand in only where the floor has nothing better.
                if (role != SpaceRole::floor_distributor && covered.contains(floor))
                    continue;
                own[floor].push_back(&space);
            }
            for (const auto& [floor, spaces] : own)
                covered.insert(floor);
        }
        for (const Storey& storey : storeys_) {
            const bool in_use = std::any_of(storey.rooms.begin(), storey.rooms.end(),
                                            [](const Room* room) { return !is_unserved(room->use); });
            if (!in_use || covered.contains(storey.floor->id))
                continue;
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
                continue;
            }
            ++from_elsewhere_;
            for (Space* space : own[nearest->floor->id]) {
                if (space->serves.empty())
                    space->serves.push_back(nearest->floor->id);
                space->serves.push_back(storey.floor->id);
            }
            reasons_.add(storey.floor->id, {"本层无电信间，由 " + nearest->floor->label + " 的电信间服务",
                                            "no telecom room on this floor: served from " + nearest->floor->label});
        }
        for (Space& space : planned_)
            rows_.put(std::move(space));
    }

    void remove_old() {
        std::vector<std::string> gone;
        for (const Space& space : rows_.remove_rest())
            gone.push_back(space.label);
        retire(after_, "space", gone);
    }

    const SpaceOptions& options_;
    const Run& run_;
    Design after_;
    PlannedRows<Space> rows_;
    std::vector<Storey> storeys_;
    LabelMaker labels_;
    std::set<RoomId> taken_; // rooms that a person gave a role
    std::vector<Space> planned_;
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
