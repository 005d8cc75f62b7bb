// SPDX-License-Identifier: GPL-3.0-or-later
// One room is used otherwise. What planning again may touch: the room's own points and their cables, and the access
// points by which coverage serves its floor; pathways of its floor and those on which these cables lie; cables over a
// pathway that changed; what stands in the telecom rooms in which such cables end. Nothing of any other room's points,
// and no cord of theirs while the switches stay the same. A VLAN that comes or goes does so on every trunk of its
// network that carries it, with its prefix, gateways and routes, and moves no other.
#include "model/edits/diff.h"
#include "solvers/planning/equipment/demand.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>
#include <array>
#include <set>

namespace riser::test {
namespace {

constexpr std::array uses{RoomUse::office, RoomUse::meeting, RoomUse::storage, RoomUse::leader_office};

template<class Row> std::set<Id<Row>> ids_in(const std::vector<RowChange>& changes) {
    std::set<Id<Row>> out;
    for (const RowChange& change : changes)
        if (change.id.kind == kind_of<Row>)
            out.insert(Id<Row>{change.id.value});
    return out;
}

// What one design holds of a change: judged before and after, a row belongs when either says so.
class Reach {
  public:
    Reach(const Design& design, RoomId room, const std::vector<RowChange>& changes)
        : design_(design),
          room_(room),
          runs_(ids_in<PathwayRun>(changes)),
          feeds_changed_(!ids_in<Rack>(changes).empty() || !ids_in<Equipment>(changes).empty() ||
                         !ids_in<Port>(changes).empty()),
          addresses_changed_(!ids_in<Vlan>(changes).empty() || !ids_in<Prefix>(changes).empty()) {
        for (const Termination& row : design.terminations)
            if (const Jack* jack = design.find(JackId{row.on.kind == Kind::jacks ? row.on.value : 0}))
                jack_of_[row.cable] = jack->id;
        for (const SpaceNeed& need : needs_of(design, PlanesApart(design)))
            for (const auto& [plane, of_plane] : need.planes)
                for (const JackNeed& jack : of_plane.jacks)
                    space_of_[jack.cable] = need.space;
    }

    // Whether a cable of this design is of the room, over a changed pathway, or between telecom rooms in reach.
    bool moves(CableId id) const {
        return of<Cable>(id, [&](const Cable& row) { return row.role != CableRole::cord && holds(row); });
    }
    bool is_of_room(CableId cable) const {
        const auto jack = jack_of_.find(cable);
        return jack != jack_of_.end() && holds(AnyId(jack->second));
    }
    // What else of this design the cable brings into reach: where it lies and ends.
    void follow(CableId id) {
        const Cable* cable = design_.find(id);
        if (!cable || !followed_.insert(id).second)
            return;
        for (const RouteStep& step : cable->route)
            ways_.insert(step.run);
        const CableSpaces ends = spaces_of(design_, *cable);
        for (const std::optional<SpaceId>& end : {ends.a, ends.b})
            if (end)
                spaces_.insert(*end);
        if (const auto space = space_of_.find(id); space != space_of_.end())
            spaces_.insert(space->second);
    }

    // A telecom room that the cables left, or to which they came, is in reach on both sides.
    void share_spaces(Reach& other) {
        spaces_.insert(other.spaces_.begin(), other.spaces_.end());
        other.spaces_ = spaces_;
    }

    bool holds(AnyId id) const {
        switch (id.kind) {
        case Kind::outlets:
            return of<Outlet>(id, [&](const Outlet& row) { return row.room == room_ || covers_the_floor(row); });
        case Kind::jacks:
            return of<Jack>(id, [&](const Jack& row) { return holds(AnyId(row.outlet)); });
        case Kind::cables:
            return of<Cable>(id, [&](const Cable& row) { return holds(row); });
        case Kind::terminations:
            return of<Termination>(id, [&](const Termination& row) { return ends_in_reach(row); });
        case Kind::pathway_nodes:
            return of<PathwayNode>(id, [&](const PathwayNode& row) { return is_here(row.id); });
        case Kind::pathway_runs:
            return of<PathwayRun>(id, [&](const PathwayRun& row) {
                return (is_here(row.from) && is_here(row.to)) || ways_.contains(row.id);
            });
        case Kind::penetrations:
            return of<Penetration>(id, [&](const Penetration& row) {
                return row.run && (runs_.contains(*row.run) || holds(AnyId(*row.run)));
            });
        case Kind::panels:
            return of<Panel>(id, [&](const Panel& row) { return serves(row.space); });
        case Kind::racks:
            return of<Rack>(id, [&](const Rack& row) { return serves(row.space); });
        case Kind::rack_items:
            return of<RackItem>(id, [&](const RackItem& row) { return holds(AnyId(row.rack)); });
        case Kind::pdus:
            return of<Pdu>(id, [&](const Pdu& row) { return row.rack && holds(AnyId(*row.rack)); });
        case Kind::equipment:
            return of<Equipment>(id, [&](const Equipment& row) { return serves(row.space); });
        case Kind::cards:
            return of<Card>(id, [&](const Card& row) { return holds(AnyId(row.equipment)); });
        case Kind::circuits: // of a room's racks, by the room's id in the key
            return of<Circuit>(id, [&](const Circuit& row) { return is_planned_for_one(row); });
        case Kind::ups_units: // of the whole building: with what hangs on them
            return of<Ups>(id, [&](const Ups&) { return feeds_changed_; });
        case Kind::transfer_switches:
            return of<Ats>(id, [&](const Ats&) { return feeds_changed_; });
        case Kind::earth_bars: // the main one stands where the most racks do
            return of<EarthBar>(
                id, [&](const EarthBar& row) { return row.kind == EarthBarKind::main || serves(row.space); });
        case Kind::bonds:
            return of<Bond>(id, [&](const Bond& row) { return holds(row.from) || holds(row.to); });
        case Kind::ports:
            return of<Port>(id, [&](const Port& row) { return holds(AnyId(row.equipment)); });
        case Kind::power_supplies:
            return of<PowerSupply>(id, [&](const PowerSupply& row) { return holds(AnyId(row.equipment)); });
        case Kind::stacks:
            return of<Stack>(id, [&](const Stack& row) { return holds(AnyId(row.members.front())); });
        case Kind::lags:
            return of<Lag>(id, [&](const Lag& row) { return holds(AnyId(row.across.front())); });
        case Kind::retired_labels:
            return true;  // of rows that went; those are judged themselves
        case Kind::vlans: // those that stay are judged by what changed in them
        case Kind::vrfs:
        case Kind::prefixes:
        case Kind::gateways:
        case Kind::dhcp_scopes:
        case Kind::routes:
            return true;
        case Kind::acls: // speak of the prefixes of VLANs
        case Kind::policies:
        case Kind::nats:
            return addresses_changed_;
        case Kind::spanning_trees:
            return of<SpanningTree>(id, [&](const SpanningTree& row) { return holds(AnyId(row.equipment)); });
        default:
            return false;
        }
    }

  private:
    template<class Row, class Test> bool of(AnyId id, Test test) const {
        const Row* row = design_.find(Id<Row>{id.value});
        return row && test(*row);
    }
    bool holds(const Cable& cable) const {
        if (cable.role == CableRole::cord)
            return true; // its ends are judged
        if (is_of_room(cable.id) || followed_.contains(cable.id))
            return true;
        const bool over_changed = std::any_of(cable.route.begin(), cable.route.end(),
                                              [&](const RouteStep& step) { return runs_.contains(step.run); });
        const CableSpaces ends = spaces_of(design_, cable);
        return over_changed ||
               (cable.role == CableRole::backbone && (serves(ends.a) || serves(ends.b) || is_planned_for_one(cable)));
    }
    // A telecom room that touches the pathways midway is no end of the route, but stands in the key.
    template<class Row> bool is_planned_for_one(const Row& row) const {
        return std::any_of(spaces_.begin(), spaces_.end(),
                           [&](SpaceId space) { return row.origin.key.find(to_string(space)) != std::string::npos; });
    }
    // An access point that coverage placed: the least number of a floor is one choice.
    bool covers_the_floor(const Outlet& row) const {
        return row.origin.source == "access-points" && row.floor == design_.find(room_)->floor;
    }
    bool ends_in_reach(const Termination& row) const {
        if (const Cable* cable = design_.find(row.cable); !cable || (cable->role != CableRole::cord && holds(*cable)))
            return true;
        return row.on.kind != Kind::jacks && holds(row.on);
    }
    bool is_here(PathwayNodeId node) const {
        return of<PathwayNode>(node, [&](const PathwayNode& row) { return row.floor == design_.find(room_)->floor; });
    }
    bool serves(std::optional<SpaceId> space) const { return space && spaces_.contains(*space); }

    const Design& design_;
    RoomId room_;
    std::set<PathwayRunId> runs_; // that changed
    bool feeds_changed_ = false;  // what draws power did
    bool addresses_changed_ = false;
    std::map<CableId, JackId> jack_of_;
    std::map<CableId, SpaceId> space_of_; // of horizontal cables
    std::set<CableId> followed_;
    std::set<PathwayRunId> ways_; // of the cables in reach
    std::set<SpaceId> spaces_;    // in which they end
};

// Of a row out of reach, what a VLAN that comes or goes changes in it; a VLAN itself keeps its number.
bool is_of_vlans(const RowChange& change) {
    constexpr std::array moved{std::string_view("trunk-vlans"), std::string_view("access-vlan"),
                               std::string_view("address")};
    return change.kind == RowChangeKind::changed &&
           (change.id.kind == Kind::ports || change.id.kind == Kind::equipment) &&
           std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& field) {
               return std::find(moved.begin(), moved.end(), field.key) != moved.end();
           });
}
bool renumbers(const RowChange& change) {
    return change.id.kind == Kind::vlans && change.kind == RowChangeKind::changed &&
           std::any_of(change.fields.begin(), change.fields.end(),
                       [](const FieldChange& field) { return field.key == "number"; });
}

// Both sides of a change: a cable that moves on either is followed on both.
void follow_all(Reach& before, Reach& after, const Design& start, const std::vector<RowChange>& changes) {
    std::set<CableId> cables = ids_in<Cable>(changes);
    for (const Cable& cable : start.cables)
        if (before.is_of_room(cable.id))
            cables.insert(cable.id);
    for (int hop = 0; hop < 3; ++hop) { // from a room to its distributor, the building's, the campus's
        for (const CableId id : cables)
            if (before.moves(id) || after.moves(id)) {
                before.follow(id);
                after.follow(id);
            }
        before.share_spaces(after);
    }
}

struct Tally {
    int changes = 0;
    int cords_kept = 0;
};

// The switches of a cord's own place.
std::set<EquipmentId> switches_in(const Design& design, std::optional<SpaceId> space, PlaneId plane) {
    std::set<EquipmentId> out;
    for (const Equipment& row : design.equipment)
        if (row.space == space && row.plane == plane)
            out.insert(row.id);
    return out;
}

// Cords stay where they are while the switches about them do, but for one a new point.
void expect_cords_stay(const Design& before, const Design& after, Tally& tally) {
    std::string moved;
    for (const Termination& row : before.terminations) {
        const Port* port = before.find(PortId{row.on.kind == Kind::ports ? row.on.value : 0});
        const Cable* cord = before.find(row.cable);
        const Equipment* device = port ? before.find(port->equipment) : nullptr;
        if (!device || !device->plane || cord->role != CableRole::cord || !cord->origin.key.starts_with("patch|") ||
            !after.contains(cord->id))
            continue;
        if (switches_in(before, device->space, *device->plane) != switches_in(after, device->space, *device->plane))
            continue;
        if (after.contains(row.id) && *after.find(row.id) == row)
            ++tally.cords_kept;
        else
            moved += ' ' + cord->label;
    }
    // A new point that must be powered may take the port of one that need not be.
    std::size_t fresh = 0;
    for (const Jack& row : after.jacks)
        fresh += !before.contains(row.id);
    EXPECT_LE(static_cast<std::size_t>(std::count(moved.begin(), moved.end(), ' ')), fresh) << moved;
}

void expect_only_the_room_moves(const Design& design, RoomId room, RoomUse use, Tally& tally) {
    Design start = design;
    Room row = *design.find(room);
    row.use = use;
    start.rooms.put(row);
    Design planned = start;
    perform(planned);
    const std::vector<RowChange> changes = diff(start, planned);
    Reach before(start, room, changes), after(planned, room, changes);
    follow_all(before, after, start, changes);
    for (const RowChange& change : changes) {
        ++tally.changes;
        EXPECT_FALSE(renumbers(change)) << change.title.en;
        EXPECT_TRUE(before.holds(change.id) || after.holds(change.id) || is_of_vlans(change))
            << row.number << " " << change.title.en << " " << to_string(change.id);
    }
    expect_cords_stay(start, planned, tally);
}

class OneRoom : public testing::TestWithParam<std::uint32_t> {};

TEST_P(OneRoom, UsedOtherwiseChangesNothingBeyondItsReach) {
    PlannedBuilding building = any_building(GetParam());
    Design design = building.design();
    perform(design);
    Tally tally;
    for (const Room& room : Table<Room>(design.rooms))
        if (std::find(uses.begin(), uses.end(), room.use) != uses.end()) {
            SCOPED_TRACE(room.number);
            expect_only_the_room_moves(design, room.id, uses[(room.id.value + GetParam()) % uses.size()], tally);
        }
    EXPECT_TRUE(GetParam() != 0 || (tally.changes > 100 && tally.cords_kept > 100))
        << tally.changes << " changes, " << tally.cords_kept << " cords";
}

INSTANTIATE_TEST_SUITE_P(Buildings, OneRoom, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
