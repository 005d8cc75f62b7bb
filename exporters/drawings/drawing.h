// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing is a display list: paths, polygons, texts and symbols in millimetres, y down, each on a named layer and
// with the id of what it shows, so that screen, SVG, PDF and DXF paint, and picking reads, one and the same list.
// Lengths are of the paper, or, while `scale` is above 1, of the model (then placed() brings them to paper); pen widths
// are always of the paper.
#pragma once

#include "model/base/text.h"
#include "model/kinds.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace riser {

struct PaperPoint {
    double x = 0;
    double y = 0;
    bool operator==(const PaperPoint&) const = default;
};

struct PaperBox {
    PaperPoint low;
    PaperPoint high;
    double width() const { return high.x - low.x; }
    double height() const { return high.y - low.y; }
    bool contains(PaperPoint p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
};
bool overlap(const PaperBox& a, const PaperBox& b); // shared edges do not count
PaperBox common(const PaperBox& a, const PaperBox& b);
PaperBox united(const PaperBox& a, const PaperBox& b);
PaperBox nothing(); // low above high; united with a box, that box

// In the order of painting: later layers lie above.
enum class DrawingLayer {
    underlay,
    room,
    fire,
    restricted,
    axis,
    column,
    wall,
    opening,
    tray,
    shaft,
    route,
    backbone,
    space,
    equipment,
    outlet,
    room_text,
    text,
    legend,
    table,
    annotation,
    title,
    frame,
};
constexpr std::size_t drawing_layer_count = 22;
struct LayerName {
    std::string_view key; // "RISER-OUTLET", the layer's name in CAD
    Text name;
    std::int32_t cad_colour; // AutoCAD colour index
};
const LayerName& name_of(DrawingLayer layer);

// Colours by role follow the theme of whoever paints; `of_symbol` takes the colour its symbol is placed with. A tint
// remembers what it is a tint of, so that a dark theme can mix it with its own ground.
enum class ColourRole {
    fixed,
    text,
    text_second,
    text_third,
    wall,
    border,
    paper,
    accent,
    error,
    warning,
    good,
    of_symbol
};
struct Colour {
    ColourRole role = ColourRole::text;
    std::uint32_t rgb = 0x1A1F26; // of fixed; of a role, its value on paper; of a tint, mixed with white
    double share = 1;             // of `base` in a tint
    std::uint32_t base = 0;       // of a tint of a fixed colour
    bool operator==(const Colour&) const = default;
};
Colour colour(ColourRole role);
Colour fixed_colour(std::uint32_t rgb);
// "#D55E00"; the neutral colour of what is shared when it is not one.
Colour fixed_colour(std::string_view hex);
// `share` of the colour on white, 0 to 1: for fills.
Colour tinted(Colour base, double share);

enum class Dash { solid, dashed, dotted, chain };
struct Pen {
    Colour colour;
    double width = 0.18;
    Dash dash = Dash::solid;
};

// The edge to the next vertex is an arc when bulge is not 0: the tangent of a quarter of its angle, positive when it
// turns counter-clockwise in a frame with y up (as in DXF), seen on paper.
struct Vertex {
    double x = 0;
    double y = 0;
    double bulge = 0;
};

struct PathShape {
    std::vector<Vertex> points;
    bool closed = false;
    Pen pen;
};

enum class HatchPattern { diagonal, back_diagonal, horizontal, vertical, cross, dots };
struct Hatch {
    HatchPattern pattern = HatchPattern::diagonal;
    Colour colour;
    double spacing = 3; // of the paper
    double width = 0.1;
    bool operator==(const Hatch&) const = default;
};

struct PolygonShape {
    std::vector<std::vector<Vertex>> rings; // even-odd
    std::optional<Colour> fill;
    std::optional<Hatch> hatch;
    std::optional<Pen> pen;
};

enum class TextAnchor { start, middle, end };
enum class TextWeight { regular, bold };
struct TextShape {
    PaperPoint at;   // on the baseline
    double size = 3; // of the em square; capitals are 0.733 of it
    std::string text;
    TextAnchor anchor = TextAnchor::start;
    TextWeight weight = TextWeight::regular;
    Colour colour;
    double angle = 0;  // degrees, counter-clockwise
    bool halo = false; // a rim in the paper's colour, to stay readable over lines
};

// What symbols.h draws; `size` is the height of its box, `letters` stand in it when it has a place for them.
enum class Symbol : std::uint8_t;
struct SymbolShape {
    Symbol symbol{};
    PaperPoint at; // its middle
    double size = 3;
    double angle = 0;
    Colour colour;
    std::string letters;
};

// What lies under a plan, shared by all drawings that show it; see underlay.h.
class UnderlayContent;
struct UnderlayShape {
    std::shared_ptr<const UnderlayContent> content; // never null
    // From the content (its own units, y down) to the drawing: x' = xx x + xy y + dx, y' = yx x + yy y + dy.
    double xx = 1, xy = 0, yx = 0, yy = 1;
    double dx = 0, dy = 0;
    std::optional<PaperBox> clip = {}; // of the drawing; nothing outside is shown
    PaperPoint to_drawing(PaperPoint p) const { return {xx * p.x + xy * p.y + dx, yx * p.x + yy * p.y + dy}; }
};

using DrawingShape = std::variant<PathShape, PolygonShape, TextShape, SymbolShape, UnderlayShape>;
struct DrawingItem {
    DrawingLayer layer{};
    AnyId shows; // value 0: nothing in particular
    DrawingShape shape;
};

struct Drawing {
    std::string name; // "floor-plan-3F": the stem of its file
    Text title;
    PaperBox extent;
    double scale = 1; // lengths in the list are `scale` times those on paper
    std::vector<DrawingItem> items;
};

// The box of an item (for texts by the metrics of text_metrics.h).
PaperBox bounds(const DrawingItem& item);
PaperBox bounds(const TextShape& text);

// The items as they stand on paper: divided by the drawing's scale, then moved so that `from` (in drawing units) lies
// at `to`.
std::vector<DrawingItem> placed(const Drawing& drawing, PaperPoint from, PaperPoint to);

} // namespace riser
