// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/expand.h"

#include "model/import/dxf/curves.h"
#include "model/import/dxf/formatting.h"
#include "model/import/dxf/left_out.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr double degree = std::numbers::pi / 180;

// How many entities a block makes once expanded, found before anything is expanded: a few nested arrays can ask for
// more than there are atoms. Saturates.
class Growth {
  public:
    Growth(const DxfDrawing& drawing, const DxfOptions& options)
        : drawing_(drawing), options_(options), state_(drawing.blocks.size()) {}

    std::optional<Error> check() {
        std::uint32_t height = 0;
        return total(drawing_.entities, 0, height) ? std::nullopt : std::move(error_);
    }

  private:
    struct State {
        bool open = false;
        bool known = false;
        std::uint64_t count = 0;
        std::uint32_t height = 0; // levels of inserts inside
    };
    static constexpr std::uint64_t most = std::uint64_t{1} << 62;

    std::optional<std::uint64_t> total(const std::vector<DxfEntity>& entities, std::uint32_t depth,
                                       std::uint32_t& height) {
        std::uint64_t sum = 0;
        for (const DxfEntity& entity : entities) {
            const auto* insert = std::get_if<DxfInsert>(&entity.shape);
            std::uint64_t one = 1;
            if (insert) {
                const auto found = drawing_.block_by_name.find(lower_ascii(insert->block));
                if (found == drawing_.block_by_name.end())
                    continue;
                const auto inside = block(found->second, *insert, entity.line, depth + 1);
                if (!inside)
                    return std::nullopt;
                height = std::max(height, state_[found->second].height + 1);
                const auto copies = static_cast<std::uint64_t>(std::max(1L, insert->columns)) *
                                    static_cast<std::uint64_t>(std::max(1L, insert->rows));
                one = copies > most / (*inside + 1) ? most : copies * (*inside + 1);
            }
            sum = std::min(most, sum + one);
            if (sum > options_.max_entities)
                return refuse({"图块展开后超过 " + std::to_string(options_.max_entities) + " 个图元",
                               "blocks expand to more than " + std::to_string(options_.max_entities) + " entities"},
                              entity.line);
        }
        return sum;
    }

    std::optional<std::uint64_t> block(SketchIndex index, const DxfInsert& insert, std::uint32_t line,
                                       std::uint32_t depth) {
        State& state = state_[index];
        if (state.open)
            return refuse({"图块 " + insert.block + " 直接或间接插入了自己",
                           "block " + insert.block + " inserts itself, directly or through others"},
                          line);
        if (depth + state.height > options_.max_depth)
            return refuse({"图块嵌套超过 " + std::to_string(options_.max_depth) + " 层",
                           "blocks nest deeper than " + std::to_string(options_.max_depth)},
                          line);
        if (!state.known) {
            state.open = true;
            const auto inside = total(drawing_.blocks[index].entities, depth, state.height);
            state.open = false;
            if (!inside)
                return std::nullopt;
            state.known = true;
            state.count = *inside;
        }
        return state.count;
    }

    std::optional<std::uint64_t> refuse(Text message, std::uint32_t line) {
        error_ = Error{ErrorCode::bad_input,
                       std::move(message),
                       {"请清理或分解图块后重新导出", "purge or explode the blocks and export again"},
                       {drawing_.file, line, 0}};
        return std::nullopt;
    }

    const DxfDrawing& drawing_;
    const DxfOptions& options_;
    std::vector<State> state_;
    std::optional<Error> error_;
};

// Where an entity of a block stands.
struct Place {
    SketchTransform transform;
    SketchIndex insert = no_index;
    SketchIndex layer = 0; // what layer 0 means here
    std::int16_t colour = 7;
};

class Expander {
  public:
    Expander(const DxfDrawing& drawing, double tolerance, const DxfOptions& options)
        : drawing_(drawing), options_(options), read_(drawing.types.size()) {
        budget_.tolerance = tolerance;
        budget_.points_left = options.max_points;
        sketch_.layers = drawing.layers;
        sketch_.chord_tolerance = tolerance;
    }

    Result<PlanSketch> run() {
        walk(drawing_.entities, Place{});
        if (options_.stop.stop_requested())
            return reading_stopped();
        if (budget_.exhausted)
            return Error{ErrorCode::bad_input,
                         {"曲线展开后超过 " + std::to_string(options_.max_points) + " 个点",
                          "the curves flatten to more than " + std::to_string(options_.max_points) + " points"},
                         {"请清理图块和填充后重新导出", "purge blocks and filling, export again"},
                         {drawing_.file, last_line_, 0}};
        for (std::size_t i = 0; i < read_.size(); ++i)
            if (read_[i] > 0)
                sketch_.counts.push_back(
                    {.what = drawing_.types[i], .read = read_[i], .left_out = 0, .why = {}, .first_line = 0});
        for (const std::vector<SketchCount>& rows : {drawing_.left_out, left_out_.take()})
            sketch_.counts.insert(sketch_.counts.end(), rows.begin(), rows.end());
        return std::move(sketch_);
    }

  private:
    void walk(const std::vector<DxfEntity>& entities, const Place& place) {
        for (const DxfEntity& entity : entities) {
            if (++walked_ % 256 == 0 && options_.stop.stop_requested())
                budget_.exhausted = true;
            if (budget_.exhausted)
                return;
            last_line_ = entity.line;
            std::visit([&](const auto& shape) { put(shape, entity, place); }, entity.shape);
        }
    }

    SketchIndex layer_of(const DxfEntity& entity, const Place& place) const {
        return entity.layer == 0 ? place.layer : entity.layer;
    }
    std::int16_t colour_of(const DxfEntity& entity, const Place& place) const {
        if (entity.colour == 0)
            return place.colour;
        if (entity.colour == 256)
            return static_cast<std::int16_t>(sketch_.layers[layer_of(entity, place)].colour);
        return entity.colour;
    }
    // Frozen or off; an insert on a layer that is off still shows what stands on other layers in it.
    bool hidden(const DxfEntity& entity, const Place& place) {
        if (options_.hidden_layers == HiddenLayers::read)
            return false;
        SketchLayer& layer = sketch_.layers[layer_of(entity, place)];
        const bool insert = std::holds_alternative<DxfInsert>(entity.shape);
        if (!(layer.frozen || (layer.off && !insert)))
            return false;
        ++layer.left_out;
        leave_out(entity, LeftOutReason::hidden_layer);
        return true;
    }
    void leave_out(const DxfEntity& entity, LeftOutReason reason) {
        left_out_.add(drawing_.types[entity.type], reason, entity.line);
    }

    void keep(SketchCurve curve, const DxfEntity& entity, const Place& place) {
        if (budget_.exhausted)
            return;
        if (curve.points.size() < 2)
            return leave_out(entity, LeftOutReason::nothing_in_it);
        curve.layer = layer_of(entity, place);
        curve.colour = colour_of(entity, place);
        curve.insert = place.insert;
        curve.line = entity.line;
        const SketchBox box = bounds(curve);
        if (!(std::abs(box.low.x) <= 1e12 && std::abs(box.high.x) <= 1e12 && std::abs(box.low.y) <= 1e12 &&
              std::abs(box.high.y) <= 1e12))
            return leave_out(entity, LeftOutReason::bad_number);
        sketch_.box.add(box);
        if (place.insert != no_index)
            sketch_.inserts[place.insert].box.add(box);
        ++sketch_.layers[curve.layer].curves;
        ++read_[entity.type];
        sketch_.curves.push_back(std::move(curve));
    }

    SketchTransform own(const DxfEntity& entity, const Place& place, double z) const {
        return compose(place.transform, own_coordinates(entity.extrusion, z));
    }

    void put(const DxfPolyline& line, const DxfEntity& entity, const Place& place) {
        if (hidden(entity, place))
            return;
        const double z = line.vertices.empty() ? 0 : line.vertices.front().z;
        keep(flatten(line, line.spatial ? place.transform : own(entity, place, z), budget_), entity, place);
    }
    void put(const DxfArc& arc, const DxfEntity& entity, const Place& place) {
        if (!hidden(entity, place))
            keep(flatten(arc, own(entity, place, arc.centre.z), budget_), entity, place);
    }
    void put(const DxfEllipse& ellipse, const DxfEntity& entity, const Place& place) {
        if (!hidden(entity, place))
            keep(flatten(ellipse, place.transform, entity.extrusion[2] < 0, budget_), entity, place);
    }
    void put(const DxfSpline& spline, const DxfEntity& entity, const Place& place) {
        if (!hidden(entity, place))
            keep(flatten(spline, place.transform, budget_), entity, place);
    }

    void put(const DxfText& text, const DxfEntity& entity, const Place& place) {
        if (hidden(entity, place))
            return;
        const bool paragraph = text.kind == SketchTextKind::paragraph;
        SketchText made;
        made.kind = text.kind;
        made.content = paragraph ? plain_paragraph(text.content) : plain_text(text.content);
        made.tag = text.tag;
        if (made.content.empty())
            return leave_out(entity, LeftOutReason::nothing_in_it);
        const TextExtent extent = text_extent(made.content);
        const double width = text.box_width > 0 ? text.box_width : extent.width * text.height * text.width_factor;
        const double height = text.box_height > 0 ? text.box_height : text.height * (1 + (extent.lines - 1) * 1.67);
        // The first line's cap height stands above the first baseline, further lines below it.
        const double shift_x = -width * text.horizontal / 2;
        const double shift_y = text.vertical == 3   ? -height
                               : text.vertical == 2 ? -height / 2
                                                    : 0; // bottom and baseline: descenders ignored
        const double c = std::cos(text.angle);
        const double s = std::sin(text.angle);
        const SketchTransform local{c, -s, s, c, text.at.x, text.at.y};
        // A paragraph's place is in world coordinates, a text's in its own.
        const SketchTransform to = compose(paragraph ? place.transform : own(entity, place, text.at.z), local);
        made.at = to({shift_x, shift_y + height - text.height});
        made.centre = to({shift_x + width / 2, shift_y + height / 2});
        made.rotation = std::atan2(to.yx, to.xx);
        made.height = text.height * std::hypot(to.xy, to.yy);
        made.width = width * std::hypot(to.xx, to.yx);
        made.layer = layer_of(entity, place);
        made.insert = place.insert;
        made.line = entity.line;
        if (!(std::abs(made.at.x) <= 1e12 && std::abs(made.at.y) <= 1e12))
            return leave_out(entity, LeftOutReason::bad_number);
        sketch_.box.add(made.centre);
        if (place.insert != no_index)
            sketch_.inserts[place.insert].box.add(made.centre);
        ++sketch_.layers[made.layer].texts;
        ++read_[entity.type];
        sketch_.texts.push_back(std::move(made));
    }

    void put(const DxfInsert& insert, const DxfEntity& entity, const Place& place) {
        if (hidden(entity, place))
            return;
        const DxfBlock* block = drawing_.block(insert.block);
        if (!block)
            return leave_out(entity, LeftOutReason::no_block);
        if (block->external && block->entities.empty())
            return leave_out(entity, LeftOutReason::external);
        if (insert.scale_x == 0 || insert.scale_y == 0)
            return leave_out(entity, LeftOutReason::flat);
        ++read_[entity.type];
        const double c = std::cos(insert.angle * degree);
        const double s = std::sin(insert.angle * degree);
        const SketchTransform base{1, 0, 0, 1, -block->base_x, -block->base_y};
        const SketchTransform scale{insert.scale_x, 0, 0, insert.scale_y, 0, 0};
        const SketchTransform turn{c, -s, s, c, insert.at.x, insert.at.y};
        const SketchTransform outer = compose(own(entity, place, insert.at.z), turn);
        for (long row = 0; row < std::max(1L, insert.rows); ++row)
            for (long column = 0; column < std::max(1L, insert.columns); ++column) {
                const SketchTransform step{1,
                                           0,
                                           0,
                                           1,
                                           static_cast<double>(column) * insert.column_step,
                                           static_cast<double>(row) * insert.row_step};
                Place inside;
                inside.transform = compose(outer, compose(step, compose(scale, base)));
                inside.insert = static_cast<SketchIndex>(sketch_.inserts.size());
                inside.layer = layer_of(entity, place);
                inside.colour = colour_of(entity, place);
                sketch_.inserts.push_back({.block = block->name,
                                           .transform = inside.transform,
                                           .layer = inside.layer,
                                           .parent = place.insert,
                                           .line = entity.line,
                                           .box = {}});
                walk(block->entities, inside);
                if (place.insert != no_index)
                    sketch_.inserts[place.insert].box.add(sketch_.inserts[inside.insert].box);
                if (budget_.exhausted)
                    return;
            }
    }

    const DxfDrawing& drawing_;
    const DxfOptions& options_;
    CurveBudget budget_;
    LeftOut left_out_;
    PlanSketch sketch_;
    std::vector<std::uint32_t> read_;
    std::uint32_t last_line_ = 0;
    std::uint64_t walked_ = 0;
};

} // namespace

Result<PlanSketch> expand(const DxfDrawing& drawing, double chord_tolerance, const DxfOptions& options) {
    if (auto error = Growth(drawing, options).check())
        return *error;
    return Expander(drawing, chord_tolerance, options).run();
}

} // namespace riser
