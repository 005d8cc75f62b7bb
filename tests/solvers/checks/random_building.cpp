// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/random_building.h"

#include "model/fields/table_access.h"

namespace riser::test {

namespace {

class Maker {
  public:
    Maker(std::uint64_t seed, int floors, int rooms) : random_(seed), ids_(seed + 1), floors_(floors), rooms_(rooms) {}

    Design make() {
        catalogue();
        Building building;
        const BuildingId id = put(building);
        PathwayNodeId below{};
        for (int f = 0; f < floors_; ++f)
            below = floor(id, f, below);
        backbone();
        return std::move(design_);
    }

  private:
    template<class Row> Id<Row> put(Row row) {
        row.id = ids_.next<Row>();
        const Id<Row> id = row.id;
        design_.table<Row>().put(std::move(row));
        return id;
    }
    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }

    void catalogue() {
        for (const auto& [code, disclosure] :
             {std::pair("W", Disclosure::open), {"V", Disclosure::restricted}, {"S", Disclosure::secret}}) {
            Plane plane;
            plane.code = code;
            plane.disclosure = disclosure;
            planes_.push_back(put(plane));
        }
        for (int k = 0; k < 3; ++k) {
            PointKind kind;
            kind.code = std::string(1, static_cast<char>('A' + k));
            kind.wireless = k == 1;
            kind.camera = k == 2;
            kind.poe = k == 0 ? Milliwatts(0) : watts(k == 1 ? 22 : 9);
            kinds_.push_back(put(kind));
            CableType type;
            type.code = kind.code;
            type.diameter_um = 5'000 + 1'000 * k;
            type.elements = k == 2 ? 12 : 4;
            type.element = k == 2 ? ElementUnit::core : ElementUnit::pair;
            type.screen = k == 1 ? Screen::ftp : Screen::utp;
            types_.push_back(put(type));
        }
        Brief brief;
        brief.id = the_brief;
        brief.ceiling_ambient = celsius(30);
        brief.video_retention_days = 30;
        design_.briefs.put(brief);
        for (int v = 0; v < 6; ++v) {
            Vlan vlan;
            vlan.number = VlanNumber::from(100 + v / 2);
            vlan.plane = planes_[static_cast<std::size_t>(v % 2)];
            put(vlan);
        }
    }

    // A corridor along x with rooms of 10 m above it, the telecom room first.
    PathwayNodeId floor(BuildingId building, int number, PathwayNodeId below_node) {
        Floor floor;
        floor.building = building;
        floor.label = std::to_string(number + 1) + "F";
        floor.order = number;
        floor.elevation = Millimetres(number * 4'000);
        const FloorId id = put(floor);
        PathwayNodeId last{};
        PathwayNodeId first{};
        std::vector<PathwayRunId> way;
        SpaceId space{};
        PanelId panel{};
        for (int r = 0; r < rooms_; ++r) {
            Room room;
            room.floor = id;
            room.number = floor.label + std::to_string(r + 1);
            room.use = r == 0 ? RoomUse::telecom_room : RoomUse::office;
            room.outline.outer = {
                {r * 10'000, 0}, {r * 10'000 + 10'000, 0}, {r * 10'000 + 10'000, 5'000}, {r * 10'000, 5'000}};
            const RoomId room_id = put(room);
            if (r == 0) {
                Space row;
                row.room = room_id;
                row.label = floor.label + "-E1";
                row.place = {5'000, 2'500};
                space = put(row);
                Panel p;
                p.space = space;
                p.label = floor.label + "-P1";
                p.plane = planes_[0];
                panel = put(p);
            }
            PathwayNode node;
            node.floor = id;
            node.place = {r * 10'000 + 5'000, -1'000};
            node.elevation = Millimetres(3'000);
            if (r == 0)
                node.space = space;
            const PathwayNodeId here = put(node);
            if (r == 0) {
                first = here;
            } else {
                PathwayRun run;
                run.from = last;
                run.to = here;
                run.width = Millimetres(50 + 50 * below(2));
                run.height = Millimetres(50);
                run.label = floor.label + "-T" + std::to_string(r);
                if (below(4) == 0)
                    run.compartments.resize(2, RunCompartment{.label = "",
                                                              .width = Millimetres(25),
                                                              .height = Millimetres(50),
                                                              .separation = {},
                                                              .plane = {}});
                way.push_back(put(run));
                for (int n = below(3); n >= 0; --n)
                    outlet(id, room_id, r, way, panel);
            }
            last = here;
        }
        if (below_node) {
            PathwayRun shaft;
            shaft.kind = PathwayKind::shaft;
            shaft.from = below_node;
            shaft.to = first;
            shafts_[0].push_back(put(shaft));
            shaft.from = last_nodes_.back();
            shaft.to = last;
            shafts_[1].push_back(put(shaft));
        }
        last_nodes_.push_back(last);
        spaces_.push_back(space);
        ways_.push_back(way);
        return first;
    }

    // The lowest telecom room is the core. To each other two fibres, by the shaft at its end and by that at the other.
    void backbone() {
        Space core = *design_.find(spaces_.front());
        core.role = SpaceRole::core_machine_room;
        design_.spaces.put(core);
        for (const PlaneId plane : planes_) {
            RequirementClass row;
            row.subject = plane;
            row.redundancy = static_cast<RedundancyClass>(below(4));
            put(row);
        }
        for (std::size_t f = 1; f < spaces_.size(); ++f)
            for (std::size_t n = 0; n < 2; ++n) {
                Cable cable;
                cable.label = "B" + std::to_string(f) + "-" + std::to_string(n + 1);
                cable.role = CableRole::backbone;
                cable.type = types_[2];
                cable.plane = planes_[below(2) == 0 ? 0 : 1];
                if (n == 1 && below(3) != 0)
                    cable.route = round(f);
                else
                    for (std::size_t k = 0; k < f; ++k)
                        cable.route.push_back({.run = shafts_[0][k], .compartment = 0});
                cable.exit_offset = Millimetres(4'000);
                put(cable);
            }
    }
    std::vector<RouteStep> round(std::size_t floor) const {
        std::vector<RouteStep> out;
        for (const PathwayRunId run : ways_.front())
            out.push_back({.run = run, .compartment = 0});
        for (std::size_t k = 0; k < floor; ++k)
            out.push_back({.run = shafts_[1][k], .compartment = 0});
        for (auto run = ways_[floor].rbegin(); run != ways_[floor].rend(); ++run)
            out.push_back({.run = *run, .compartment = 0});
        return out;
    }

    void outlet(FloorId floor, RoomId room, int r, const std::vector<PathwayRunId>& way, PanelId panel) {
        Outlet outlet;
        outlet.floor = floor;
        outlet.room = room;
        outlet.place = {r * 10'000 + below(10'000), below(5'000)};
        outlet.label = "O" + std::to_string(++labels_);
        const OutletId id = put(outlet);
        for (int n = 1 + below(2), position = 1; n > 0; --n, ++position) {
            Jack jack;
            jack.outlet = id;
            jack.position = position;
            jack.kind = kinds_[static_cast<std::size_t>(below(3))];
            jack.plane = planes_[static_cast<std::size_t>(below(10) == 0 ? 2 : below(2))];
            jack.label = outlet.label + "-" + std::to_string(position);
            const JackId jack_id = put(jack);
            Cable cable;
            cable.label = "C" + std::to_string(labels_) + "-" + std::to_string(position);
            cable.type = types_[static_cast<std::size_t>(below(3))];
            if (below(2) == 0)
                cable.plane = jack.plane;
            for (const PathwayRunId run : way)
                cable.route.push_back({.run = run, .compartment = 0});
            cable.exit_offset = Millimetres(below(10'000));
            cable.exit_drop = Millimetres(3'000 + below(5'000));
            const CableId cable_id = put(cable);
            Termination a;
            a.cable = cable_id;
            a.on = panel;
            a.position = ++labels_;
            put(a);
            Termination b;
            b.cable = cable_id;
            b.end = CableEnd::b;
            b.on = below(4) == 0 ? AnyId(id) : AnyId(jack_id);
            b.position = position;
            put(b);
        }
    }

    std::mt19937_64 random_;
    IdSource ids_;
    Design design_;
    int floors_;
    int rooms_;
    int labels_ = 0;
    std::vector<SpaceId> spaces_; // by floor
    std::vector<PathwayNodeId> last_nodes_;
    std::vector<std::vector<PathwayRunId>> ways_;
    std::array<std::vector<PathwayRunId>, 2> shafts_; // at the first and at the last nodes
    std::vector<PlaneId> planes_;
    std::vector<PointKindId> kinds_;
    std::vector<CableTypeId> types_;
};

} // namespace

Design random_building(std::uint64_t seed, int floors, int rooms_a_floor) {
    return Maker(seed, floors, rooms_a_floor).make();
}

template<class Row> const Row* BuildingEdits::any(const Table<Row>& table) {
    if (table.empty())
        return nullptr;
    auto at = table.begin();
    std::advance(at, below(table.size()));
    return &*at;
}

template<class Row, class Change> void BuildingEdits::change(Table<Row>& table, Change change) {
    if (const Row* found = any(table)) {
        Row row = *found;
        change(row);
        table.put(std::move(row));
    }
}

void BuildingEdits::operator()(Design& design) {
    past_.push_back(design);
    switch (below(8)) {
    case 0:
    case 1:
        return move_something(design);
    case 2:
        return rename_something(design);
    case 3:
        return change_cabling(design);
    case 4:
        return add_something(design);
    case 5:
        return remove_or_restore(design);
    case 6:
        return copy_a_field(design);
    default:
        if (below(4) == 0)
            design = past_[past_.size() - 1 - below(std::min<std::size_t>(past_.size(), 5))];
        else
            copy_a_field(design);
    }
}

void BuildingEdits::move_something(Design& design) {
    const auto by = [&] { return static_cast<std::int32_t>(below(8'000)) - 4'000; };
    switch (below(6)) {
    case 0:
        return change(design.outlets, [&](Outlet& row) { row.place = row.place + Point{by(), by()}; });
    case 1:
        return change(design.pathway_nodes, [&](PathwayNode& row) { row.place.x += by(); });
    case 2:
        return change(design.rooms, [&](Room& row) {
            for (Point& p : row.outline.outer)
                p.x += 500;
        });
    case 3:
        return change(design.cables, [&](Cable& row) { row.exit_drop += Millimetres(by()); });
    case 4:
        return change(design.floors, [&](Floor& row) { row.elevation += Millimetres(by()); });
    default:
        return change(design.outlets, [&](Outlet& row) { row.height += Millimetres(100); });
    }
}

void BuildingEdits::rename_something(Design& design) {
    const std::string label = "L" + std::to_string(below(6));
    switch (below(6)) {
    case 0:
        return change(design.outlets, [&](Outlet& row) { row.label = label; });
    case 1:
        return change(design.jacks, [&](Jack& row) { row.label = label; });
    case 2:
        return change(design.cables, [&](Cable& row) { row.label = below(3) == 0 ? "" : label; });
    case 3:
        return change(design.rooms, [&](Room& row) { row.number = label; });
    case 4:
        return change(design.pathway_runs, [&](PathwayRun& row) { row.label = below(3) == 0 ? "" : label; });
    default: {
        RetiredLabel row;
        row.id = ids_.next<RetiredLabel>();
        row.label = label;
        row.subject = "outlet";
        design.retired_labels.put(row);
    }
    }
}

void BuildingEdits::change_cabling(Design& design) {
    switch (below(9)) {
    case 0:
        return change(design.cables, [&](Cable& row) {
            if (!row.route.empty())
                row.route.pop_back();
        });
    case 1:
        return change(design.cables, [&](Cable& row) {
            if (const PathwayRun* run = any(design.pathway_runs))
                row.route.push_back({.run = run->id, .compartment = static_cast<std::int32_t>(below(3))});
        });
    case 2:
        return change(design.cables,
                      [&](Cable& row) { row.status = below(2) == 0 ? Status::remove : Status::planned; });
    case 3:
        return change(design.jacks, [&](Jack& row) {
            row.plane = any(design.planes) ? std::optional(any(design.planes)->id) : std::nullopt;
        });
    case 4:
        return change(design.terminations, [&](Termination& row) {
            if (const Jack* jack = any(design.jacks))
                row.on = jack->id;
        });
    case 5:
        return change(design.pathway_runs, [&](PathwayRun& row) {
            row.width = Millimetres(static_cast<std::int32_t>(below(3)) * 20);
            row.fill_limit = BasisPoints(static_cast<std::int32_t>(below(5'000)));
            row.ambient = celsius(static_cast<std::int32_t>(below(60)));
        });
    case 6:
        return change(design.pathway_runs,
                      [&](PathwayRun& row) { row.separation = static_cast<SeparationClass>(below(4)); });
    case 7:
        return change(design.cable_types, [&](CableType& row) { row.diameter_um += 100; });
    default:
        return change(design.planes, [&](Plane& row) { row.disclosure = static_cast<Disclosure>(below(3)); });
    }
}

void BuildingEdits::add_something(Design& design) {
    const Jack* jack = any(design.jacks);
    if (!jack)
        return;
    switch (below(5)) {
    case 0: {
        Jack row = *jack;
        row.id = ids_.next<Jack>();
        design.jacks.put(row);
        return;
    }
    case 1: { // a cord on the jack
        Cable row;
        row.id = ids_.next<Cable>();
        row.role = CableRole::cord;
        row.entry_drop = metres(static_cast<std::int32_t>(below(30)));
        design.cables.put(row);
        Termination end;
        end.id = ids_.next<Termination>();
        end.cable = row.id;
        end.on = jack->id;
        design.terminations.put(end);
        return;
    }
    case 2: {
        RestrictedArea row;
        row.id = ids_.next<RestrictedArea>();
        if (const Room* room = any(design.rooms)) {
            row.floor = room->floor;
            row.room = room->id;
        }
        design.restricted_areas.put(row);
        return;
    }
    case 3: {
        ApprovedPoint row;
        row.id = ids_.next<ApprovedPoint>();
        row.kind = jack->kind;
        row.plane = jack->plane.value_or(PlaneId{});
        row.floor = "1F";
        row.room = "1F2";
        design.approved_points.put(row);
        return;
    }
    default: {
        Waiver row;
        row.id = ids_.next<Waiver>();
        row.rule = below(2) == 0 ? "DES-02" : "DES-04";
        row.subjects = {jack->id};
        row.reason = row.author = "x";
        row.date = Date::parse("2026-11-22");
        design.waivers.put(row);
    }
    }
}

void BuildingEdits::remove_or_restore(Design& design) {
    if (!removed_.empty() && below(2) == 0) {
        auto [kind, row] = removed_.back();
        removed_.pop_back();
        table_access(kind).put(design, table_access(kind).clone(row.get()));
        return;
    }
    const TableAccess& table = all_tables()[below(kind_count)];
    std::vector<const void*> rows;
    table.for_each(design, [&](const void* row) { rows.push_back(row); });
    if (rows.empty())
        return;
    const void* row = rows[below(rows.size())];
    removed_.emplace_back(table.kind, table.clone(row));
    table.erase(design, table.id(row));
}

void BuildingEdits::copy_a_field(Design& design) {
    const TableAccess& table = all_tables()[below(kind_count)];
    std::vector<const void*> rows;
    table.for_each(design, [&](const void* row) { rows.push_back(row); });
    if (rows.empty())
        return;
    const std::shared_ptr<void> row = table.clone(rows[below(rows.size())]);
    const std::vector<Field>& fields = table.record->fields;
    fields[below(fields.size())].copy(rows[below(rows.size())], row.get());
    table.put(design, row);
}

} // namespace riser::test
