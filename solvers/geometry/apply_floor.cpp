// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/apply_floor.h"

#include "model/import/floor_list.h"
#include "solvers/geometry/floor_alignment.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr Millimetres most_misfit{100};

std::string base_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Rooms that belong to the body who works on the floor; stairs, shafts and plant belong to the house.
bool is_workplace(RoomUse use) {
    switch (use) {
    case RoomUse::office:
    case RoomUse::leader_office:
    case RoomUse::meeting:
    case RoomUse::reception:
    case RoomUse::archive:
    case RoomUse::registry:
    case RoomUse::classified_meeting:
    case RoomUse::printing:
    case RoomUse::library:
    case RoomUse::training:
    case RoomUse::duty:
        return true;
    default:
        return false;
    }
}

class FloorImport {
  public:
    FloorImport(const Design& design, const RecognisedFloor& recognised, const FloorOptions& options)
        : recognised_(recognised), options_(options) {
        plan_.change.before = design;
        plan_.change.after = design;
        plan_.change.read = {Kind::buildings, Kind::floors,     Kind::rooms,     Kind::walls, Kind::openings,
                             Kind::columns,   Kind::axis_lines, Kind::underlays, Kind::bodies};
        source_ = base_name(recognised.file) + "#" + std::to_string(recognised.sheet);
    }

    Result<FloorImportPlan> operator()() {
        ensure(!options_.labels.empty(), "an import names at least one floor");
        if (const Result<void> found = find_body(); !found)
            return found.error();
        if (const Result<void> laid = lay_over(); !laid)
            return laid.error();
        for (const std::string& label : options_.labels)
            import_to(label);
        return std::move(plan_);
    }

  private:
    Design& work() { return plan_.change.after; }

    Result<void> find_body() {
        if (options_.body.empty())
            return {};
        std::string known;
        for (const Body& body : work().bodies) {
            if (body.code == options_.body) {
                body_ = body.id;
                return {};
            }
            known += (known.empty() ? "" : ", ") + body.code;
        }
        return Error{.code = ErrorCode::not_found,
                     .message = {"没有机构 " + options_.body, "there is no body " + options_.body},
                     .fix = {"用其中之一：" + known, "take one of " + known},
                     .where = {}};
    }

    Result<void> lay_over() {
        // Its own rows of an earlier import are no witness of where it belongs, but a fine one of where it was.
        if (const std::optional<FloorAlignment> alignment = align_by_axes(work().axis_lines, recognised_.axes)) {
            if (alignment->worst > most_misfit)
                return Error{.code = ErrorCode::conflict,
                             .message = {"同名轴线最多相差 " + std::to_string(alignment->worst.value) +
                                             " mm，无法与已有楼层对齐",
                                         "axes of the same names miss those of the design by up to " +
                                             std::to_string(alignment->worst.value) + " mm"},
                             .fix = {"检查单位和图纸是否属于同一建筑",
                                     "check the unit, and whether the drawing is of this building"},
                             .where = {recognised_.file, 0, 0}};
            shift_ = alignment->shift;
            reason({"按 " + std::to_string(alignment->axes) + " 条同名轴线与已有楼层对齐，最大误差 " +
                        std::to_string(alignment->worst.value) + " mm",
                    "laid over the floors there are by " + std::to_string(alignment->axes) +
                        " axes of the same names, within " + std::to_string(alignment->worst.value) + " mm"});
        } else if (const std::optional<Point> origin = axis_origin(recognised_.axes);
                   origin && work().axis_lines.empty()) {
            shift_ = Point{} - *origin;
            reason({"以首条数字轴与字母轴的交点为原点",
                    "the first numbered and the first lettered axis cross at the origin"});
        } else if (!work().rooms.empty()) {
            reason({"没有可用的同名轴线，按图形自身坐标放置", "no axes in common: laid by the drawing's own frame"});
        }
        return {};
    }

    BuildingId building() {
        if (!work().buildings.empty())
            return work().buildings.begin()->id;
        Building building;
        building.id = derived_id<Building>("import", "building");
        building.name = {"建筑", "Building"};
        building.origin = {OriginKind::imported, source_, "building"};
        work().buildings.put(building);
        return building.id;
    }

    FloorId floor_of(const std::string& label) {
        for (const Floor& floor : work().floors)
            if (floor.label == label)
                return floor.id;
        StoreyNumber storey;
        parse_storey_number(label, storey);
        Floor floor;
        floor.id = derived_id<Floor>("import", "floor/" + label);
        floor.building = building();
        floor.label = label;
        floor.order = storey.number < 0 ? storey.number : storey.number - 1;
        floor.storey_height = options_.storey_height;
        floor.elevation = elevation_of(floor);
        floor.evidence = Evidence::imported;
        floor.origin = {OriginKind::imported, source_, "floor/" + label};
        work().floors.put(floor);
        reason({"新增楼层 " + label + "，标高 " + display(floor.elevation) + "，层高 " + display(floor.storey_height) +
                    "（默认）",
                "floor " + label + " added at " + display(floor.elevation) + ", storey height " +
                    display(floor.storey_height) + " (default)"});
        return floor.id;
    }

    // On top of the floor below, or under the floor above, or counted from 0.
    Millimetres elevation_of(const Floor& floor) {
        const Floor* below = nullptr;
        const Floor* above = nullptr;
        for (const Floor& other : work().floors) {
            if (other.order < floor.order && (!below || other.order > below->order))
                below = &other;
            if (other.order > floor.order && (!above || other.order < above->order))
                above = &other;
        }
        if (below)
            return below->elevation + below->storey_height * (floor.order - below->order);
        if (above)
            return above->elevation - floor.storey_height * (above->order - floor.order);
        return floor.storey_height * floor.order;
    }

    void import_to(const std::string& label) {
        floor_ = floor_of(label);
        const bool master = label == options_.labels.front();
        if (master)
            master_ = floor_;
        Floor floor = *work().floors.find(floor_);
        floor.typical_of = master ? std::nullopt : std::optional(master_);
        work().floors.put(floor);
        kind_ = master ? OriginKind::imported : OriginKind::typical;
        scope_ = to_string(floor_);
        put_rooms(label);
        put_walls();
        put_openings();
        put_columns();
        put_axes();
        put_underlay();
    }

    // Puts a row that `fill` completes on top of what the design has of it, and keeps what people pinned.
    template<class Row, class Fill> Id<Row> put(const std::string& key, Fill fill) {
        const Id<Row> id = derived_id<Row>("import", scope_ + "/" + source_ + "/" + key);
        const Row* existing = work().find(id);
        Row row = existing ? *existing : Row{};
        row.id = id;
        row.floor = floor_;
        row.evidence = Evidence::imported;
        row.origin = {kind_, source_, key};
        fill(row);
        work().table<Row>().put(existing ? keeping_pins(*existing, std::move(row)) : std::move(row));
        kept_.insert(id.value);
        return id;
    }
    // Rows of this drawing on this floor that it no longer shows.
    template<class Row> void drop_others() {
        std::vector<Id<Row>> gone;
        for (const Row& row : work().table<Row>())
            if (row.floor == floor_ && row.origin.source == source_ && !kept_.contains(row.id.value) &&
                (row.origin.kind == OriginKind::imported || row.origin.kind == OriginKind::typical))
                gone.push_back(row.id);
        for (const Id<Row> id : gone)
            work().table<Row>().erase(id);
        kept_.clear();
    }

    void put_rooms(const std::string& label) {
        rooms_.clear();
        for (const RecognisedRoom& drawn : recognised_.rooms)
            rooms_.push_back(put<Room>(drawn.key, [&](Room& room) {
                room.number = number_on(label, drawn.number);
                room.name = drawn.name;
                room.use = drawn.use;
                room.outline = moved(drawn.outline);
                if (body_ && !room.body && is_workplace(drawn.use))
                    room.body = body_;
            }));
        drop_others<Room>();
    }
    void put_walls() {
        for (const RecognisedWall& drawn : recognised_.walls)
            put<Wall>(drawn.key, [&](Wall& wall) {
                wall.line = drawn.line;
                for (Point& p : wall.line)
                    p = p + shift_;
                wall.thickness = drawn.thickness;
                wall.material = drawn.material;
            });
        drop_others<Wall>();
    }
    void put_openings() {
        const auto room = [&](const std::optional<std::size_t>& index) {
            return index ? std::optional(rooms_[*index]) : std::nullopt;
        };
        for (const RecognisedOpening& drawn : recognised_.openings)
            put<Opening>(drawn.key, [&](Opening& opening) {
                opening.kind = drawn.kind;
                opening.label = drawn.label;
                opening.from = drawn.from + shift_;
                opening.to = drawn.to + shift_;
                if (drawn.height.value > 0)
                    opening.height = drawn.height;
                opening.room_a = room(drawn.room_a);
                opening.room_b = room(drawn.room_b);
            });
        drop_others<Opening>();
    }
    void put_columns() {
        for (const RecognisedColumn& drawn : recognised_.columns)
            put<Column>(drawn.key, [&](Column& column) { column.outline = moved(drawn.outline); });
        drop_others<Column>();
    }
    void put_axes() {
        for (const RecognisedAxis& drawn : recognised_.axes)
            put<AxisLine>(drawn.key, [&](AxisLine& axis) {
                axis.label = drawn.label;
                axis.from = drawn.from + shift_;
                axis.to = drawn.to + shift_;
            });
        drop_others<AxisLine>();
    }
    void put_underlay() {
        put<Underlay>("underlay", [&](Underlay& underlay) {
            underlay.kind = UnderlayKind::dxf;
            underlay.file = base_name(recognised_.file);
            underlay.asset = options_.asset;
            underlay.scale_ppm = std::llround(recognised_.transform.millimetres_per_unit * 1e6);
            underlay.offset_x = shift_.x - recognised_.transform.offset_x;
            underlay.offset_y = shift_.y - recognised_.transform.offset_y;
        });
        drop_others<Underlay>();
    }

    Polygon moved(Polygon polygon) const {
        for (Point& p : polygon.outer)
            p = p + shift_;
        for (Ring& hole : polygon.holes)
            for (Point& p : hole)
                p = p + shift_;
        return polygon;
    }

    // "601" of a drawing for 6F-8F is 701 on 7F: the storey that leads the number follows the floor.
    std::string number_on(const std::string& label, const std::string& drawn) const {
        StoreyNumber master;
        StoreyNumber storey;
        if (label == options_.labels.front() || !parse_storey_number(options_.labels.front(), master) ||
            !parse_storey_number(label, storey) || master.number < 1 || storey.number < 1)
            return drawn;
        const std::string lead = std::to_string(master.number);
        const std::size_t rest = drawn.size() - std::min(drawn.size(), lead.size());
        const bool leads =
            drawn.starts_with(lead) && rest >= 2 && drawn[lead.size()] >= '0' && drawn[lead.size()] <= '9';
        return leads ? std::to_string(storey.number) + drawn.substr(lead.size()) : drawn;
    }

    void reason(Text sentence) { plan_.reasons.push_back({{}, std::move(sentence)}); }

    const RecognisedFloor& recognised_;
    const FloorOptions& options_;
    FloorImportPlan plan_;
    std::string source_;
    std::optional<BodyId> body_;
    Point shift_;
    FloorId floor_;
    FloorId master_;
    OriginKind kind_ = OriginKind::imported;
    std::string scope_;
    std::vector<RoomId> rooms_;
    std::set<std::uint64_t> kept_;
};

} // namespace

Result<FloorImportPlan> plan_floors(const Design& design, const RecognisedFloor& recognised,
                                    const FloorOptions& options) {
    return FloorImport(design, recognised, options)();
}

} // namespace riser
