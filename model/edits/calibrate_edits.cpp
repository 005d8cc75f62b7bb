// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/calibrate_edits.h"

#include "model/edits/building_edits.h"
#include "model/edits/refusals.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace riser {

namespace {

Error absurd() {
    return bad_value({"比例因子超出 0.001 至 1000", "the factor is outside 0.001 to 1000"},
                     {"核对所点的位置与所输入的距离", "check the places clicked and the distance typed"});
}
Error coincident() {
    return bad_value({"两点重合", "the two points coincide"}, {"点两处相距较远的位置", "click two places far apart"});
}

Result<void> sensible(const Similarity& by) {
    const double factor = by.factor();
    if (!(factor >= least_calibration * (1 - 1e-9) && factor <= most_calibration * (1 + 1e-9)))
        return absurd();
    return {};
}

MilliDegrees turned(MilliDegrees angle, MilliDegrees by) {
    const auto sum = (std::int64_t{angle.value} + by.value) % 360'000;
    return MilliDegrees(static_cast<std::int32_t>(sum < 0 ? sum + 360'000 : sum));
}

// Without sides that have become shorter than a millimetre, and spikes that this leaves: there and back again.
Ring without_slivers(Ring ring) {
    for (std::size_t i = 0; ring.size() > 3 && i < ring.size();) {
        const std::size_t next = (i + 1) % ring.size();
        if (ring[i] != ring[next] && ring[i] != ring[(i + 2) % ring.size()]) {
            ++i;
            continue;
        }
        ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(next));
        i = i < 3 ? 0 : i - 3;
    }
    return ring;
}

// Maps places, and remembers whether all of them lie in the frame of a building.
class Mapping {
  public:
    explicit Mapping(const Similarity& by) : by_(by) {}
    bool fits() const { return fits_; }

    Point operator()(Point p) {
        const double x = by_.a * p.x - by_.b * p.y + by_.shift_x, y = by_.b * p.x + by_.a * p.y + by_.shift_y;
        if (!(std::abs(x) <= max_coordinate && std::abs(y) <= max_coordinate)) {
            fits_ = false;
            return p;
        }
        return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
    }
    void operator()(std::vector<Point>& points) {
        for (Point& p : points)
            p = (*this)(p);
    }
    void operator()(Polygon& polygon) {
        (*this)(polygon.outer);
        polygon.outer = without_slivers(std::move(polygon.outer));
        for (Ring& hole : polygon.holes) {
            (*this)(hole);
            hole = without_slivers(std::move(hole));
        }
        polygon = normalised(std::move(polygon));
    }

  private:
    const Similarity& by_;
    bool fits_ = true;
};

// Whether rows of a kind have places in the frame of a floor; a viewport's own place is on paper.
template<class Row>
constexpr bool has_places =
    !std::is_same_v<Row, Viewport> &&
    (
        requires(Row row) { row.outline.outer; } || requires(Row row) { row.line.front().x; } ||
        requires(Row row) { row.bends.front().x; } || requires(Row row) { row.points.front().x; } ||
        requires(Row row) { row.place.x; } || requires(Row row) { row.from.x; });

template<class Row> void map_places(Row& row, Mapping& mapping, const Similarity& by) {
    if constexpr (requires { row.outline.outer; })
        mapping(row.outline);
    if constexpr (requires { row.line.front().x; })
        mapping(row.line);
    if constexpr (requires { row.bends.front().x; })
        mapping(row.bends);
    if constexpr (requires { row.points.front().x; })
        mapping(row.points);
    if constexpr (requires { row.place.x; })
        row.place = mapping(row.place);
    if constexpr (requires { row.from.x; }) {
        row.from = mapping(row.from);
        row.to = mapping(row.to);
    }
    if constexpr (std::is_same_v<Row, Rack>)
        row.rotation = turned(row.rotation, by.turn());
    if constexpr (std::is_same_v<Row, MonitoringPoint>)
        row.aim = turned(row.aim, by.turn());
    if constexpr (std::is_same_v<Row, Wall>)
        if (row.origin.kind == OriginKind::imported || row.origin.kind == OriginKind::typical)
            row.thickness = Millimetres(static_cast<std::int32_t>(
                std::clamp<std::int64_t>(std::llround(row.thickness.value * by.factor()), 1, 10'000)));
}

// Whether it has become a point where it was none.
template<class Row> bool collapsed(const Row& before, const Row& after) {
    if constexpr (requires { before.outline.outer; })
        return !before.outline.empty() && !outline_fault(before.outline) && outline_fault(after.outline);
    else if constexpr (requires { before.from.x; })
        return before.from != before.to && after.from == after.to;
    else if constexpr (requires { before.line.front().x; })
        return before.line.size() > 1 && before.line.front() != before.line.back() &&
               after.line.front() == after.line.back();
    else
        return false;
}

// What stands on one floor, by itself or through its room, space or node. What stands in a rack has no place of its
// own.
class OnFloor {
  public:
    OnFloor(const Design& design, FloorId floor) : design_(design), floor_(floor) {
        for (const RackItem& item : design.rack_items)
            racked_.insert(item.item);
    }
    template<class Row> bool operator()(const Row& row) const {
        if (racked_.contains(row.id))
            return false;
        if constexpr (std::is_same_v<Row, PathwayRun>) {
            const PathwayNode* node = design_.find(row.from);
            return node && node->floor == floor_;
        }
        if constexpr (requires { row.floor; })
            if (const std::optional<FloorId> own = row.floor)
                return *own == floor_;
        if constexpr (requires { row.space; })
            if (const Space* space = design_.find(row.space))
                return in_room(space->room);
        if constexpr (requires { row.room; })
            return in_room(row.room);
        return false;
    }

  private:
    bool in_room(std::optional<RoomId> id) const {
        const Room* room = design_.find(id);
        return room && room->floor == floor_;
    }
    const Design& design_;
    FloorId floor_;
    std::set<AnyId> racked_;
};

template<class Row> Result<void> map_rows(Edit& edit, const OnFloor& on, const Similarity& by, std::int32_t& count) {
    if constexpr (has_places<Row>) {
        std::vector<Row> rows;
        for (const Row& row : edit.design().table<Row>())
            if (on(row))
                rows.push_back(row);
        for (Row& row : rows) {
            const Row before = row;
            Mapping mapping(by);
            map_places(row, mapping, by);
            if (!mapping.fits())
                return bad_value({"会超出坐标范围", "that would be beyond the coordinates that a building has"},
                                 {"核对比例与位置", "check the scale and the places"});
            if (collapsed(before, row))
                return refused({"按此比例，有的图形会小于 1 毫米",
                                "at that scale something drawn would be smaller than a millimetre"},
                               {"核对所输入的距离", "check the distance typed"});
            edit.put(std::move(row));
            ++count;
        }
    }
    return {};
}

Millimetres plan_length(const Design& design, const PathwayRun& run) {
    const PathwayNode* from = design.find(run.from);
    const PathwayNode* to = design.find(run.to);
    if (!from || !to)
        return {};
    Polyline way{from->place};
    way.insert(way.end(), run.bends.begin(), run.bends.end());
    way.push_back(to->place);
    return length(way);
}

// How far along a run of the floor a cable enters or leaves it; along a riser that stays.
void map_offset(const Edit& edit, const OnFloor& on, PathwayRunId id, double factor, Millimetres& offset) {
    const PathwayRun* run = edit.design().find(id);
    if (!run || !on(*run))
        return;
    if (const Millimetres whole = plan_length(edit.design(), *run); whole.value > 0)
        offset = std::min(whole, Millimetres(static_cast<std::int32_t>(std::llround(offset.value * factor))));
}

void map_cables(Edit& edit, const OnFloor& on, double factor) {
    std::vector<Cable> changed;
    for (const Cable& cable : edit.design().cables) {
        if (cable.route.empty())
            continue;
        Cable row = cable;
        map_offset(edit, on, row.route.front().run, factor, row.entry_offset);
        map_offset(edit, on, row.route.back().run, factor, row.exit_offset);
        if (!(row == cable))
            changed.push_back(std::move(row));
    }
    for (Cable& row : changed)
        edit.put(std::move(row));
}

Result<void> map_underlays(Edit& edit, FloorId floor, const Similarity& by, Calibration& done) {
    std::vector<Underlay> rows;
    for (const Underlay& row : edit.design().underlays)
        if (row.floor == floor)
            rows.push_back(row);
    for (Underlay& row : rows) {
        const double scale = std::round(static_cast<double>(row.scale_ppm) * by.factor());
        const double x = static_cast<double>(row.offset_x), y = static_cast<double>(row.offset_y);
        if (!(scale >= 1 && scale <= 1e15))
            return refused({"底图的比例会超出可存的范围", "the scale of the underlay would be beyond what is stored"},
                           {"核对所输入的距离", "check the distance typed"});
        const double to_x = by.a * x - by.b * y + by.shift_x, to_y = by.b * x + by.a * y + by.shift_y;
        if (!(std::abs(to_x) < 1e15 && std::abs(to_y) < 1e15))
            return bad_value({"会超出坐标范围", "that would be beyond the coordinates that a building has"},
                             {"核对比例与位置", "check the scale and the places"});
        if (done.old_ppm == 0) {
            done.old_ppm = row.scale_ppm;
            done.new_ppm = static_cast<std::int64_t>(scale);
        }
        row.scale_ppm = static_cast<std::int64_t>(scale);
        row.rotation = turned(row.rotation, by.turn());
        row.offset_x = std::llround(to_x);
        row.offset_y = std::llround(to_y);
        edit.put(std::move(row));
        ++done.rows;
    }
    return {};
}

Result<Calibration> begun(const Edit& edit, FloorId floor, const Similarity& by) {
    if (!edit.design().find(floor))
        return missing_row(floor);
    if (const Result<void> fine = sensible(by); !fine)
        return fine.error();
    return Calibration{.factor = by.factor(), .turn = by.turn()};
}

} // namespace

double Similarity::factor() const { return std::hypot(a, b); }

MilliDegrees Similarity::turn() const {
    return MilliDegrees(static_cast<std::int32_t>(std::lround(std::atan2(b, a) * 180'000 / std::numbers::pi)));
}

Result<Similarity> scaling_by_distance(Point first, Point second, Millimetres truth) {
    const double drawn = std::hypot(static_cast<double>(second.x) - first.x, static_cast<double>(second.y) - first.y);
    if (drawn == 0)
        return coincident();
    const double k = static_cast<double>(truth.value) / drawn;
    if (truth.value <= 0)
        return absurd();
    const Similarity out{.a = k, .b = 0, .shift_x = first.x * (1 - k), .shift_y = first.y * (1 - k), .residual = 0};
    if (const Result<void> fine = sensible(out); !fine)
        return fine.error();
    return out;
}

Result<Similarity> similarity_of(std::span<const PointPair> pairs) {
    if (pairs.size() < 2)
        return bad_value({"至少要两对点", "two pairs of points are needed"}, {"再点一对", "click another pair"});
    const auto count = static_cast<Eigen::Index>(pairs.size());
    Eigen::Matrix2Xd drawn(2, count), truth(2, count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const PointPair& pair = pairs[static_cast<std::size_t>(i)];
        drawn.col(i) << pair.drawn.x, pair.drawn.y;
        truth.col(i) << pair.truth.x, pair.truth.y;
    }
    // About the centroids, so that the system stays well conditioned far from the origin.
    const Eigen::Vector2d from = drawn.rowwise().mean(), to = truth.rowwise().mean();
    drawn.colwise() -= from;
    truth.colwise() -= to;
    if (drawn.squaredNorm() < 0.25 || truth.squaredNorm() < 0.25)
        return coincident();
    Eigen::MatrixX2d system(2 * count, 2);
    Eigen::VectorXd wanted(2 * count);
    for (Eigen::Index i = 0; i < count; ++i) {
        system.row(2 * i) << drawn(0, i), -drawn(1, i);
        system.row(2 * i + 1) << drawn(1, i), drawn(0, i);
        wanted.segment<2>(2 * i) = truth.col(i);
    }
    const Eigen::Vector2d best = system.colPivHouseholderQr().solve(wanted);
    const double a = best.x(), b = best.y();
    const Similarity out{.a = a,
                         .b = b,
                         .shift_x = to.x() - (a * from.x() - b * from.y()),
                         .shift_y = to.y() - (b * from.x() + a * from.y()),
                         .residual = (system * best - wanted).norm() / std::sqrt(static_cast<double>(count))};
    if (const Result<void> fine = sensible(out); !fine)
        return fine.error();
    return out;
}

Result<Calibration> calibrate_underlay(Edit& edit, FloorId floor, const Similarity& by) {
    Result<Calibration> done = begun(edit, floor, by);
    if (!done)
        return done;
    Edit work = edit.nested(edit.name());
    if (const Result<void> mapped = map_underlays(work, floor, by, *done); !mapped)
        return mapped.error();
    if (done->rows == 0)
        return refused({"本层没有底图", "this floor has no underlay"},
                       {"先导入图纸，或改为校准所绘内容", "import a drawing first, or calibrate what is drawn"});
    edit.take(std::move(work));
    return done;
}

Result<Calibration> calibrate_floor(Edit& edit, FloorId floor, const Similarity& by) {
    Result<Calibration> done = begun(edit, floor, by);
    if (!done)
        return done;
    Edit work = edit.nested(edit.name());
    const OnFloor on(edit.design(), floor);
    Result<void> mapped;
#define RISER_MAP(Type, table, prefix, element)                                                                        \
    if (mapped)                                                                                                        \
        mapped = map_rows<Type>(work, on, by, done->rows);
    RISER_TABLES(RISER_MAP)
#undef RISER_MAP
    if (mapped)
        mapped = map_underlays(work, floor, by, *done);
    if (!mapped)
        return mapped.error();
    map_cables(work, on, by.factor());
    if (done->rows == 0)
        return refused({"本层没有可校准的内容", "nothing is drawn on this floor"},
                       {"先导入图纸或绘制房间", "import a drawing or draw rooms first"});
    edit.take(std::move(work));
    return done;
}

} // namespace riser
