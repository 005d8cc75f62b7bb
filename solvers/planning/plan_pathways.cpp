// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_pathways.h"

#include "solvers/planning/core_reach.h"
#include "solvers/planning/floor_network.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/pathway_sizes.h"
#include "solvers/planning/penetrations.h"
#include "solvers/planning/plan_spaces.h"
#include "solvers/planning/rows.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace riser {

namespace {

constexpr std::int64_t parts_of_mm = 10'000; // prices come in basis points of a millimetre

std::string place_key(Point p) { return std::to_string(p.x) + ',' + std::to_string(p.y); }

char kind_letter(PathwayKind kind) {
    switch (kind) {
    case PathwayKind::conduit:
        return 'C';
    case PathwayKind::trunking:
        return 'K';
    case PathwayKind::shaft:
        return 'R';
    default:
        return 'T';
    }
}

class PathwayPlanner {
  public:
    PathwayPlanner(const Design& design, const PathwayOptions& options, const Run& run)
        : design_(design),
          options_(options),
          run_(run),
          after_(design),
          nodes_(after_, "pathways"),
          runs_(after_, "pathways"),
          storeys_(storeys_of(design)),
          apart_(design),
          sections_(design, apart_, options.sections),
          labels_(design, "pathway-run", options.label) {
        for (const PathwayRun& row : design.pathway_runs) {
            labels_.take(row.label);
            const PathwayNode* from = design.find(row.from);
            if (from && !runs_.is_mine(row) && row.kind != PathwayKind::shaft)
                drawn_floors_.insert(from->floor);
            if (!runs_.is_mine(row) && !row.plane) // one kept for a plane serves no other
                drawn_risers_.insert({row.from, row.to});
        }
        for (const Space& space : design.spaces)
            if (const Room* room = design.find(space.room))
                spaces_[room->floor].push_back(&space);
        for (auto& [floor, list] : spaces_)
            std::sort(list.begin(), list.end(), [](const Space* a, const Space* b) {
                return std::tie(a->label, a->id) < std::tie(b->label, b->id);
            });
        for (const RequirementClass& row : design.requirement_classes)
            routes_apart_ |=
                row.redundancy == RedundancyClass::diverse_route || row.redundancy == RedundancyClass::two_n;
        std::map<OutletId, std::int64_t> jacks;
        for (const Jack& jack : design.jacks)
            ++jacks[jack.outlet];
        for (const Outlet& outlet : design.outlets) {
            if (outlet.room)
                rooms_with_outlets_.insert(*outlet.room);
            if (const auto known = jacks.find(outlet.id); known != jacks.end())
                outlets_[outlet.floor].emplace_back(&outlet, known->second);
        }
        for (const PathwayNode& node : design.pathway_nodes)
            if (node.space && !nodes_.is_mine(node))
                entries_[*node.space] = node.id;
    }

    Result<PathwayPlan> plan() {
        PathwayPlan out;
        if (design_.outlets.empty() && options_.rooms == RoomsServed::with_outlets)
            reasons_.add(Text{"尚无信息点，桥架通至所有房间", "there are no outlets yet: pathways lead to every room"});
        for (std::size_t i = 0; i < storeys_.size() && out.outcome == Outcome::complete; ++i) {
            if (run_.stopped())
                out.outcome = Outcome::stopped;
            else if (const Result<Outcome> done = plan_floor(storeys_[i]); !done)
                return done.error();
            else
                out.outcome = *done;
            run_.report(0.7 * static_cast<double>(i) / static_cast<double>(storeys_.size()), {"桥架", "pathways"});
        }
        if (out.outcome == Outcome::complete) {
            plan_risers();
            size_runs();
            if (run_.stopped())
                out.outcome = Outcome::stopped;
        }
        if (out.outcome == Outcome::complete) {
            remove_old();
            plan_penetrations(after_, options_.penetrations);
            name_cut_off(after_, spaces_, reasons_);
        }
        for (const PathwayNode& node : after_.pathway_nodes)
            out.nodes += nodes_.is_mine(node);
        for (const PathwayRun& row : after_.pathway_runs) {
            if (!runs_.is_mine(row))
                continue;
            ++out.runs;
            const auto geometry = geometry_of(after_, row);
            const std::int64_t length = geometry ? geometry->length() : 0;
            (row.kind == PathwayKind::shaft  ? out.riser_mm
             : row.kind == PathwayKind::tray ? out.tray_mm
                                             : out.branch_mm) += length;
        }
        out.priced_mm = (price_ + parts_of_mm - 1) / parts_of_mm;
        out.bound_mm = bound_ / parts_of_mm;
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design_,
                      .after = std::move(after_),
                      .read = {Kind::briefs,
                               Kind::floors,
                               Kind::rooms,
                               Kind::openings,
                               Kind::fire_compartments,
                               Kind::spaces,
                               Kind::outlets,
                               Kind::jacks,
                               Kind::cables,
                               Kind::terminations,
                               Kind::cable_types,
                               Kind::pathway_types,
                               Kind::pathway_nodes,
                               Kind::pathway_runs,
                               Kind::penetrations,
                               Kind::planes,
                               Kind::zones,
                               Kind::services,
                               Kind::requirement_classes,
                               Kind::must_not_reach,
                               Kind::buildings,
                               Kind::label_templates,
                               Kind::retired_labels,
                               Kind::bill_items}};
        return out;
    }

  private:
    Millimetres tray_height(const Floor& floor) const {
        if (floor.storey_height.value > options_.below_next_floor.value + 2'000)
            return floor.storey_height - options_.below_next_floor;
        return options_.height_without_storey;
    }

    bool is_served(const Room& room) const {
        if (is_unserved(room.use) || is_corridor(room) || room.use == RoomUse::elv_shaft)
            return false;
        return options_.rooms == RoomsServed::all || design_.outlets.empty() || rooms_with_outlets_.contains(room.id);
    }

    // The lines of the floor, all or those worth laying; stopped: nothing.
    Result<std::optional<FloorNetwork>> lines_of(const Storey& storey, std::span<const Space* const> spaces) {
        std::vector<const Room*> served;
        for (const Room* room : storey.rooms)
            if (is_served(*room))
                served.push_back(room);
        FloorNetwork network = floor_network(storey, served, spaces, options_.centrelines);
        if (options_.layout == TrayLayout::every_corridor)
            return std::optional(std::move(network));
        FloorDemand demand{.served = served,
                           .serving = serving(storey, spaces),
                           .spaces = routes_apart_ ? SpacesJoined::routes_apart : SpacesJoined::once,
                           .points = {},
                           .compartments = {}};
        for (const auto& [outlet, jacks] : outlets_[storey.floor->id])
            demand.points.push_back(
                {.place = outlet->place, .room = outlet->room ? storey.find(*outlet->room) : nullptr, .jacks = jacks});
        for (const FireCompartment& compartment : design_.fire_compartments)
            if (compartment.floor == storey.floor->id && !compartment.outline.empty())
                demand.compartments.push_back(&compartment);
        Result<LaidTrays> laid = laid_trays(network, storey, demand, options_.prices, run_);
        if (!laid)
            return laid.error();
        if (run_.stopped())
            return std::optional<FloorNetwork>();
        price_ += laid->price;
        bound_ += laid->bound;
        return std::optional(std::move(laid->network));
    }

    // Of the spaces of the floor, those that its points' cables come from: floor distributors before others.
    std::set<const Space*> serving(const Storey& storey, std::span<const Space* const> spaces) const {
        std::set<const Space*> out;
        for (const bool floor_distributor : {true, false}) {
            for (const Space* space : spaces) {
                const std::vector<FloorId> floors = floors_served(design_, *space);
                if (is_distributor(space->role) && (space->role == SpaceRole::floor_distributor) == floor_distributor &&
                    std::find(floors.begin(), floors.end(), storey.floor->id) != floors.end())
                    out.insert(space);
            }
            if (!out.empty())
                break;
        }
        return out;
    }

    Result<Outcome> plan_floor(const Storey& storey) {
        const Floor& floor = *storey.floor;
        if (storey.rooms.empty())
            return Outcome::complete;
        if (drawn_floors_.contains(floor.id)) {
            reasons_.add(floor.id, {"本层已有人工绘制的桥架，不另行规划",
                                    "a person drew pathways on this floor: none are planned there"});
            keep(floor.id);
            return Outcome::complete;
        }
        const auto spaces = spaces_.find(floor.id);
        const Result<std::optional<FloorNetwork>> lines =
            lines_of(storey, spaces == spaces_.end() ? std::vector<const Space*>() : spaces->second);
        if (!lines)
            return lines.error();
        if (!*lines)
            return Outcome::stopped;
        put_lines(floor, **lines);
        explain(storey, **lines);
        return Outcome::complete;
    }

    void put_lines(const Floor& floor, const FloorNetwork& network) {
        std::vector<std::string> keys;
        std::vector<PathwayNodeId> ids;
        for (const FloorNode& node : network.nodes) {
            std::string key = node.space ? "space|" + to_string(node.space->id)
                              : node.in  ? "room|" + to_string(node.in->id)
                                         : to_string(floor.id) + '|' + place_key(node.place);
            PathwayNode row = nodes_.start(key);
            row.floor = floor.id;
            row.place = node.place;
            row.elevation = tray_height(floor);
            row.space = node.space ? std::optional(node.space->id) : std::nullopt;
            ids.push_back(nodes_.put(std::move(row)).id);
            keys.push_back(std::move(key));
            if (node.space && !entries_.contains(node.space->id))
                entries_[node.space->id] = ids.back();
        }
        for (const FloorLine& line : network.lines) {
            const bool branch = line.into != nullptr;
            // A branch is known by the room it serves, a tray by where it lies.
            const std::string key =
                branch ? "to|" + keys[line.to]
                       : std::min(keys[line.from], keys[line.to]) + '>' + std::max(keys[line.from], keys[line.to]);
            PathwayRun row = runs_.start(key);
            const bool turned = !branch && keys[line.to] < keys[line.from];
            row.from = ids[turned ? line.to : line.from];
            row.to = ids[turned ? line.from : line.to];
            row.bends = line.bends;
            if (turned)
                std::reverse(row.bends.begin(), row.bends.end());
            row.elevation = tray_height(floor);
            row.mounting = Mounting::ceiling_void;
            finish(std::move(row), branch && !line.trunk ? PathwayKind::conduit : PathwayKind::tray, floor);
        }
    }

    // What was planned on the floor before a person drew there stays, as it stands.
    void keep(FloorId floor) {
        for (const PathwayNode& node : after_.pathway_nodes)
            if (node.floor == floor && nodes_.is_mine(node)) {
                nodes_.keep(node.id);
                if (node.space)
                    entries_.try_emplace(*node.space, node.id);
            }
        for (const PathwayRun& row : after_.pathway_runs)
            if (const PathwayNode* from = after_.find(row.from);
                from && from->floor == floor && row.kind != PathwayKind::shaft && runs_.is_mine(row))
                runs_.keep(row.id);
    }

    void explain(const Storey& storey, const FloorNetwork& network) {
        for (const Room* room : network.unreached)
            reasons_.add(room->id, {"没有门可通达该房间，未敷设线路",
                                    "no chain of doors leads to this room: no pathway reaches it"});
        for (const Room* room : network.through_neighbour)
            reasons_.add(room->id, {"该房间不临走廊，经相邻房间敷设",
                                    "the room has no door to a corridor: reached through its neighbour"});
        for (const Room* room : network.across_wall)
            reasons_.add(room->id, {"支路与走廊墙体相交，请核对",
                                    "the branch to this room crosses a wall of the corridor: check it"});
        const FloorId floor = storey.floor->id;
        if (network.parts > 1)
            reasons_.add(floor, {"走廊桥架分为 " + std::to_string(network.parts) + " 段，彼此不相通",
                                 "the corridors' trays fall into " + std::to_string(network.parts) +
                                     " parts that nothing joins"});
        if (network.bent > 0)
            reasons_.add(floor, {"有走廊形状不规则，桥架沿其中线折行",
                                 "an irregular corridor's tray follows the bends of its middle"});
        if (network.without_line > 0)
            reasons_.add(floor,
                         {"有走廊轮廓有误，未能取得中线", "an outline of a corridor is broken: it has no centreline"});
        if (network.lines.empty() && network.nodes.empty())
            reasons_.add(floor, {"本层没有走廊，也没有电信间", "the floor has neither corridor nor telecom room"});
    }

    // Puts the row. Its kind (a conduit may have to become trunking), section and compartments stay as they are until
    // it is known what will lie in it: a plan that is stopped leaves them so.
    void finish(PathwayRun row, PathwayKind kind, const Floor& floor) {
        if (!runs_.known(row))
            row.kind = kind;
        row.crosses = crossed(row, floor.id);
        if (row.label.empty())
            row.label = label_of(row.kind, floor.id);
        planned_.emplace_back(runs_.put(std::move(row)).id, kind);
    }

    std::string label_of(PathwayKind kind, FloorId floor) {
        std::vector<LabelField> fields = place_fields(design_, floor);
        fields.push_back({"kind", std::string(1, kind_letter(kind))});
        return labels_.next(fields);
    }

    // Fire compartments of the floor that have one end of some part of the run inside and the other not.
    std::vector<FireCompartmentId> crossed(const PathwayRun& row, FloorId floor) const {
        Polyline line{after_.find(row.from)->place};
        line.insert(line.end(), row.bends.begin(), row.bends.end());
        line.push_back(after_.find(row.to)->place);
        std::vector<FireCompartmentId> out;
        for (const FireCompartment& compartment : design_.fire_compartments) {
            if (compartment.floor != floor || compartment.outline.empty())
                continue;
            for (std::size_t i = 1; i < line.size(); ++i)
                if (contains(compartment.outline, line[i - 1]) != contains(compartment.outline, line[i])) {
                    out.push_back(compartment.id);
                    break;
                }
        }
        return out;
    }

    // Between spaces that stand above one another on storeys that follow one another.
    void plan_risers() {
        const Storey* below = nullptr;
        for (const Storey& storey : storeys_) {
            if (storey.rooms.empty())
                continue;
            if (below && below->floor->building == storey.floor->building)
                for (const Space* low : spaces_[below->floor->id])
                    for (const Space* high : spaces_[storey.floor->id])
                        riser(*low, *high, *below->floor);
            below = &storey;
        }
    }

    void riser(const Space& low, const Space& high, const Floor& floor) {
        const Polygon& a = design_.find(low.room)->outline;
        const Polygon& b = design_.find(high.room)->outline;
        if (a.empty() || b.empty() || !(contains(b, *inner_point(a)) || contains(a, *inner_point(b))))
            return;
        const auto from = entries_.find(low.id);
        const auto to = entries_.find(high.id);
        if (from == entries_.end() || to == entries_.end()) {
            for (const Space* space : {&low, &high})
                if (!entries_.contains(space->id))
                    reasons_.add(space->id, {"该间没有桥架进入，竖井不能连通",
                                             "no pathway enters this space: its riser cannot be joined"});
            return;
        }
        if (drawn_risers_.contains({from->second, to->second}) || drawn_risers_.contains({to->second, from->second}))
            return;
        PathwayRun row = runs_.start("riser|" + to_string(low.id) + '|' + to_string(high.id));
        row.from = from->second;
        row.to = to->second;
        row.bends.clear();
        row.mounting = Mounting::wall_surface;
        row.elevation = Millimetres(0);
        finish(std::move(row), PathwayKind::shaft, floor);
    }

    void size_runs() {
        // Over the new pathways alone: what is not wanted any more must carry nothing and be no way into a space.
        Design sized = after_;
        for (const PathwayRun& row : after_.pathway_runs)
            if (runs_.is_mine(row) && !runs_.is_wanted(row.id))
                sized.pathway_runs.erase(row.id);
        const std::set<PathwayNodeId> joined = nodes_in_use(sized);
        for (const PathwayNode& node : after_.pathway_nodes)
            if (nodes_.is_mine(node) && !nodes_.is_wanted(node.id) && !joined.contains(node.id))
                sized.pathway_nodes.erase(node.id);
        // While they are sized, runs are open to every plane, but for what a person pinned.
        for (const auto& [id, kind] : planned_) {
            const PathwayRun& standing = *after_.find(id);
            if (PlannedRows<PathwayRun>::is_settled(standing))
                continue;
            PathwayRun open = standing;
            open.kind = kind;
            open.plane.reset();
            open.compartments.clear();
            sized.pathway_runs.put(keeping_pins(standing, std::move(open)));
        }
        const RunLoads loads = loads_of(
            sized, {.ways = options_.ways, .uplinks = options_.uplinks, .growth = growth_of(design_, options_.growth)},
            apart_, run_);
        if (run_.stopped())
            return;
        for (const auto& [id, kind] : planned_) {
            const auto load = loads.open.find(id);
            give_section(*sized.find(id), load == loads.open.end() ? SectionLoad{} : load->second);
        }
        // Classified planes: a closed run of their own beside each that their cables would take.
        for (const auto& [plane, runs] : loads.secret)
            for (const auto& [id, load] : runs) {
                const PathwayRun& beside = *after_.find(id);
                PathwayRun row = runs_.start((beside.origin.key.empty() ? to_string(id) : beside.origin.key) +
                                             "|plane|" + to_string(plane));
                row.from = beside.from;
                row.to = beside.to;
                row.bends = beside.bends;
                row.kind = beside.kind == PathwayKind::tray ? PathwayKind::trunking : beside.kind;
                row.elevation = beside.elevation;
                row.mounting = beside.mounting;
                row.crosses = beside.crosses;
                row.compartments.clear();
                row.plane = plane;
                if (!runs_.known(row))
                    row.scope = Scope::classified_works;
                if (row.label.empty())
                    row.label = label_of(row.kind, after_.find(row.from)->floor);
                give_section(runs_.put(std::move(row)), load);
                reasons_.add(plane, {"涉密网络的线路单独敷设，由涉密工程实施",
                                     "the classified plane has pathways of its own, by the classified works"});
            }
    }

    void give_section(const PathwayRun& standing, const SectionLoad& load) {
        PathwayRun row = standing;
        const bool riser = row.kind == PathwayKind::shaft;
        const Section section =
            sections_.smallest(row.kind, load, row.fill_limit, riser ? options_.least_riser : Millimetres(0));
        row.kind = riser ? PathwayKind::shaft : section.kind;
        row.type = section.type;
        row.width = section.width;
        row.height = section.height;
        if (!row.plane)
            row.compartments = section.compartments;
        const PathwayRunId id = runs_.put(std::move(row)).id;
        if (section.overfull)
            reasons_.add(id, {"最大规格仍超过填充率，请分设线路",
                              "even the largest section is too full: divide the cables over more runs"});
    }

    static std::set<PathwayNodeId> nodes_in_use(const Design& design) {
        std::set<PathwayNodeId> out;
        for (const PathwayRun& row : design.pathway_runs)
            out.insert({row.from, row.to});
        return out;
    }

    void remove_old() {
        runs_.remove_rest();
        const std::set<PathwayNodeId> joined = nodes_in_use(after_); // by runs that a person drew
        nodes_.remove_rest([&](const PathwayNode& node) { return joined.contains(node.id); });
    }

    const Design& design_;
    const PathwayOptions& options_;
    const Run& run_;
    Design after_;
    PlannedRows<PathwayNode> nodes_;
    PlannedRows<PathwayRun> runs_;
    std::vector<Storey> storeys_;
    PlanesApart apart_;
    Sections sections_;
    LabelMaker labels_;
    std::set<FloorId> drawn_floors_; // with runs that a person drew
    std::set<std::pair<PathwayNodeId, PathwayNodeId>> drawn_risers_;
    std::map<FloorId, std::vector<const Space*>> spaces_; // by label
    std::set<RoomId> rooms_with_outlets_;
    std::map<FloorId, std::vector<std::pair<const Outlet*, std::int64_t>>> outlets_; // with jacks: how many
    bool routes_apart_ = false; // some requirement class asks for them
    std::int64_t price_ = 0;    // as LaidTrays, over the floors
    std::int64_t bound_ = 0;
    std::map<SpaceId, PathwayNodeId> entries_;
    std::vector<std::pair<PathwayRunId, PathwayKind>> planned_;
    ReasonList reasons_;
};

} // namespace

Result<PathwayPlan> plan_pathways(const Design& design, const PathwayOptions& options, const Run& run) {
    return PathwayPlanner(design, options, run).plan();
}

} // namespace riser
