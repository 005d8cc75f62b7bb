// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/calibrate_tool.h"

#include "designer/tools/overlay.h"
#include "model/edits/refusals.h"
#include "model/fields/spoken_number.h"

#include <cmath>

namespace riser {

namespace {

std::string decimals(double value) { return QString::number(value, 'g', 6).toStdString(); }

Text told(const Calibration& done, const Similarity& by) {
    Text out{"校准：放大 " + decimals(done.factor) + " 倍", "Calibrated: x " + decimals(done.factor)};
    const auto add = [&](const std::string& zh, const std::string& en) {
        out.zh += zh;
        out.en += en;
    };
    if (done.old_ppm != 0) {
        const std::string was = scaled_text(done.old_ppm, 1'000'000), is = scaled_text(done.new_ppm, 1'000'000);
        add("，底图每单位 " + was + " mm → " + is + " mm", ", underlay " + was + " mm -> " + is + " mm a unit");
    }
    if (done.turn.value != 0)
        add("，转 " + decimals(done.turn.value / 1000.0) + "°", ", turned " + decimals(done.turn.value / 1000.0) + "°");
    if (by.residual >= 0.5)
        add("，残差 " + decimals(std::round(by.residual)) + " mm",
            ", " + decimals(std::round(by.residual)) + " mm off on average");
    add("；共 " + std::to_string(done.rows) + " 个对象", "; " + std::to_string(done.rows) + " objects");
    return out;
}

} // namespace

void CalibrateTool::press(CanvasView& view, const Pointer& pointer) { typed(view, pointer.snapped); }

void CalibrateTool::typed(CanvasView& view, Point place) {
    now_ = place;
    if (wants_distance())
        points_.clear();
    if (!by_pairs_ && points_.size() == 1 && points_.front() == place) {
        view.tell(
            bad_value({"两点重合", "the two points coincide"}, {"点一处较远的位置", "click a place further away"}));
        return;
    }
    points_.push_back(place);
    if (wants_distance())
        view.say(hint());
    view.repaint();
}

std::optional<Result<void>> CalibrateTool::typed_words(CanvasView& view, std::string_view words) {
    if (!wants_distance())
        return std::nullopt;
    const std::optional<std::int64_t> truth = spoken_number(words, "mm", 1);
    if (!truth || *truth <= 0 || *truth > 2LL * max_coordinate)
        return Result<void>(bad_value({"不是距离", "that is no distance"}, {"如 5000 或 5 m", "such as 5000 or 5 m"}));
    const Result<Similarity> by =
        scaling_by_distance(points_[0], points_[1], Millimetres(static_cast<std::int32_t>(*truth)));
    return by ? apply(view, *by) : Result<void>(by.error());
}

void CalibrateTool::finish(CanvasView& view) {
    if (!by_pairs_) {
        if (wants_distance())
            view.say(hint());
        return;
    }
    std::vector<PointPair> pairs;
    for (std::size_t i = 1; i < points_.size(); i += 2)
        pairs.push_back({points_[i - 1], points_[i]});
    const Result<Similarity> by = similarity_of(pairs);
    if (const Result<void> done = by ? apply(view, *by) : Result<void>(by.error()); !done)
        view.tell(done.error());
}

Result<void> CalibrateTool::apply(CanvasView& view, const Similarity& by) {
    const Text name = underlay_alone_ ? Text{"校准底图", "Calibrate the underlay"}
                                      : Text{"校准本层图形", "Calibrate what is drawn on the floor"};
    Calibration calibration;
    const Result<void> done = view.document().perform(name, [&](Edit& edit) -> Result<void> {
        const Result<Calibration> made =
            underlay_alone_ ? calibrate_underlay(edit, view.floor(), by) : calibrate_floor(edit, view.floor(), by);
        if (!made)
            return made.error();
        calibration = *made;
        return {};
    });
    if (!done)
        return done;
    points_.clear();
    view.say(told(calibration, by));
    view.repaint();
    return {};
}

void CalibrateTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (!points_.empty() && !wants_distance())
        view.repaint();
}

bool CalibrateTool::cancel(CanvasView& view) {
    const bool had = !points_.empty();
    points_.clear();
    view.repaint();
    return had;
}

std::optional<Point> CalibrateTool::base() const {
    return points_.empty() || wants_distance() ? std::nullopt : std::optional(points_.back());
}

void CalibrateTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    std::vector<Point> places = points_;
    if (!places.empty() && (by_pairs_ ? places.size() % 2 == 1 : places.size() == 1))
        places.push_back(now_);
    for (std::size_t i = 1; i < places.size(); i += 2) {
        const Point way[]{places[i - 1], places[i]};
        paint_way(painter, view, way, palette);
        paint_spot(painter, view, way[0], palette);
        paint_spot(painter, view, way[1], palette);
    }
}

std::vector<ToolOption> CalibrateTool::options(const Design&) const {
    return {{"by",
             {"依据", "By"},
             {{"distance", {"两点距离", "True distance"}}, {"pairs", {"成对的点", "Pairs of points"}}},
             by_pairs_ ? "pairs" : "distance"},
            {"what",
             {"对象", "What"},
             {{"floor", {"本层全部图形", "The whole floor"}}, {"underlay", {"仅底图", "Underlay alone"}}},
             underlay_alone_ ? "underlay" : "floor"}};
}

void CalibrateTool::choose(std::string_view key, std::string_view value) {
    if (key == "by" && by_pairs_ != (value == "pairs")) {
        by_pairs_ = value == "pairs";
        points_.clear();
    }
    if (key == "what")
        underlay_alone_ = value == "underlay";
}

Text CalibrateTool::hint() const {
    if (by_pairs_)
        return {"校准：先点图上一处，再点其真实位置，至少两对；Enter 应用，Esc 清除",
                "Calibrate: click a drawn place, then its true place, two pairs at least; Enter applies, Esc clears"};
    if (wants_distance())
        return {"校准：输入两点的真实距离，如 5000 或 5 m", "Calibrate: type the true distance, such as 5000 or 5 m"};
    return {"校准：点两处已知距离的位置，再输入真实距离", "Calibrate: click two places, then type their true distance"};
}

} // namespace riser
