// SPDX-License-Identifier: GPL-3.0-or-later
// Puts items into a drawing: choose the layer and what is shown, then draw. Nothing here knows what a design is.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/drawings/symbols.h"
#include "exporters/drawings/text_metrics.h"

namespace riser {

struct TextStyle {
    double size = 3;
    TextAnchor anchor = TextAnchor::start;
    TextWeight weight = TextWeight::regular;
    Colour colour = riser::colour(ColourRole::text);
    double angle = 0;
    double width = 0; // cut to it; 0: as long as it is
    bool halo = false;
};

class Draft {
  public:
    explicit Draft(Drawing& drawing) : drawing_(drawing) {}

    // What the following items belong to.
    Draft& on(DrawingLayer layer, AnyId shows = {}) {
        layer_ = layer;
        shows_ = shows;
        return *this;
    }
    void line(PaperPoint a, PaperPoint b, const Pen& pen = {}) { path({{a.x, a.y}, {b.x, b.y}}, pen); }
    void path(std::vector<Vertex> points, const Pen& pen = {}) { put(PathShape{std::move(points), false, pen}); }
    void rectangle(const PaperBox& box, const std::optional<Pen>& pen, const std::optional<Colour>& fill = {}) {
        put(PolygonShape{{corners(box)}, fill, {}, pen});
    }
    void circle(PaperPoint middle, double radius, const std::optional<Pen>& pen,
                const std::optional<Colour>& fill = {}) {
        put(PolygonShape{{{{middle.x - radius, middle.y, 1}, {middle.x + radius, middle.y, 1}}}, fill, {}, pen});
    }
    // On the baseline; empty texts leave no item.
    void text(PaperPoint at, std::string_view text, const TextStyle& style = {});
    // Its capitals centred on the height of `at`.
    void text_at_middle(PaperPoint at, std::string_view words, const TextStyle& style = {}) {
        text({at.x, at.y + style.size * 0.36}, words, style);
    }
    void symbol(Symbol symbol, PaperPoint at, double size, Colour colour = riser::colour(ColourRole::text),
                std::string_view letters = {}, double angle = 0) {
        put(SymbolShape{symbol, at, size, angle, colour, std::string(letters)});
    }
    void put(DrawingShape shape) { drawing_.items.push_back({layer_, shows_, std::move(shape)}); }

    static std::vector<Vertex> corners(const PaperBox& box) {
        return {{box.low.x, box.low.y}, {box.high.x, box.low.y}, {box.high.x, box.high.y}, {box.low.x, box.high.y}};
    }
    Drawing& drawing() { return drawing_; }

  private:
    Drawing& drawing_;
    DrawingLayer layer_ = DrawingLayer::text;
    AnyId shows_;
};

} // namespace riser
