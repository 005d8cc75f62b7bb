// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/local_drawing.h"

#include "solvers/geometry/planar/strokes.h"

#include <algorithm>
#include <array>
#include <map>
#include <numbers>
#include <optional>

namespace riser::detail {

namespace {

constexpr double symbol_size = 7000; // mm: larger inserts are whole drawings, not symbols
constexpr double least_leaf = 350;
constexpr double most_leaf = 2300;
constexpr double far = 1e8; // mm: nothing of one building lies farther out

bool may_be_swing(LayerRole role) {
    return role == LayerRole::door || role == LayerRole::window || role == LayerRole::opening ||
           role == LayerRole::wall || role == LayerRole::unknown;
}

// The outermost insert around the curve that is still no larger than a door or window.
SketchIndex symbol_of(const PlanSketch& sketch, SketchIndex insert) {
    SketchIndex found = no_index;
    for (SketchIndex i = insert; i != no_index; i = sketch.inserts[i].parent) {
        const SketchBox& box = sketch.inserts[i].box;
        if (std::max(box.width(), box.height()) * sketch.unit.millimetres > symbol_size)
            break;
        found = i;
    }
    return found;
}

std::optional<DoorSwing> swing_of(Vec hinge, double radius, Vec first, Vec last, double sweep) {
    const double turn = std::abs(sweep) * 180 / std::numbers::pi;
    if (radius < least_leaf || radius > most_leaf || turn < 25 || turn > 100)
        return std::nullopt;
    DoorSwing swing;
    swing.hinge = hinge;
    swing.radius = radius;
    swing.ends[0] = first;
    swing.ends[1] = last;
    return swing;
}

// A quarter circle that a block stretched into a quarter ellipse: both tangents and the hinge make a rectangle.
std::optional<DoorSwing> stretched_swing(const std::vector<Vec>& points) {
    if (points.size() < 6)
        return std::nullopt;
    const Vec first = points.front();
    const Vec last = points.back();
    const Vec in = unit(points[1] - points[0]);
    const Vec out = unit(points[points.size() - 2] - last);
    const double turn = cross(in, out);
    if (std::abs(dot(in, out)) > 0.2 || std::abs(turn) < 0.9)
        return std::nullopt;
    const Vec corner = first + in * (cross(last - first, out) / turn);
    const Vec hinge = first + last - corner;
    const double a = gap(hinge, first);
    const double b = gap(hinge, last);
    if (std::max(a, b) > 1.6 * std::min(a, b))
        return std::nullopt;
    // Every point must lie on the quarter ellipse spanned by both radii.
    const Vec u = unit(first - hinge);
    const Vec v = unit(last - hinge);
    for (const Vec p : points) {
        const double on = std::pow(dot(p - hinge, u) / a, 2) + std::pow(dot(p - hinge, v) / b, 2);
        if (std::abs(on - 1) > 0.08)
            return std::nullopt;
    }
    return swing_of(hinge, std::max(a, b), first, last, std::numbers::pi / 2);
}

void add_curve(LocalDrawing& out, const PlanSketch& sketch, SketchIndex index, LayerRole role) {
    const SketchCurve& curve = sketch.curves[index];
    std::vector<Vec> points;
    for (const SketchPoint p : curve.points)
        points.push_back(out.frame.local(p));
    const SketchIndex symbol = symbol_of(sketch, curve.insert);
    const std::size_t n = points.size();
    const std::size_t edges = curve.closed ? n : n - (n > 0);
    std::vector<char> curved(edges, curve.kind == CurveKind::circle || curve.kind == CurveKind::ellipse ||
                                        curve.kind == CurveKind::spline);
    std::vector<char> of_door(edges, 0);
    const auto add_swing = [&](std::optional<DoorSwing> swing, std::size_t from, std::size_t to) {
        if (!swing || !may_be_swing(role))
            return;
        swing->role = role;
        swing->layer = curve.layer;
        swing->curve = index;
        swing->symbol = symbol;
        out.swings.push_back(*swing);
        // On a wall layer it may still be a round wall: its leaf decides later.
        for (std::size_t e = from; e < to && role != LayerRole::wall && role != LayerRole::unknown; ++e)
            of_door[e] = 1;
    };
    for (const SketchArc& arc : curve.arcs) {
        for (std::size_t e = arc.first; e < std::min<std::size_t>(arc.last, edges); ++e)
            curved[e] = 1;
        add_swing(swing_of(out.frame.local(arc.centre), arc.radius * out.frame.scale, points[arc.first],
                           points[arc.last % n], arc.sweep),
                  arc.first, std::min<std::size_t>(arc.last, edges));
    }
    if (curve.arcs.empty() && !curve.closed &&
        (curve.kind == CurveKind::arc || curve.kind == CurveKind::ellipse || curve.kind == CurveKind::spline))
        add_swing(stretched_swing(points), 0, edges);
    for (std::size_t e = 0; e < edges; ++e)
        if (gap(points[e], points[(e + 1) % n]) >= 1 && norm(points[e]) < far && norm(points[(e + 1) % n]) < far)
            out.pieces.push_back(
                {points[e], points[(e + 1) % n], role, curve.layer, index, symbol, curved[e] != 0, of_door[e] != 0});
}

// A leaf is a line, or a thin rectangle, from the hinge to one end of the swing. It is looked for on the swing's own
// layer and in its own symbol first: an open leaf often stands against a wall.
class LeafSearch {
  public:
    LeafSearch(DoorSwing& swing, LocalDrawing& drawing, const StrokeIndex& index) : swing_(swing), drawing_(drawing) {
        const Point h = rounded(swing.hinge);
        const auto reach = static_cast<std::int32_t>(swing.radius) + 150;
        near_ = index.candidates({{h.x - reach, h.y - reach}, {h.x + reach, h.y + reach}});
    }

    void run() {
        bool kin_only = true;
        if (!found(kin_only)) {
            kin_only = false;
            found(kin_only);
        }
        for (const std::uint32_t i : near_) {
            Piece& piece = drawing_.pieces[i];
            if ((own(piece) && piece.role != LayerRole::wall) ||
                (swing_.leaf >= 0 && piece.curved && piece.curve == swing_.curve) ||
                (swing_.leaf >= 0 && considered(piece, kin_only) && is_leaf(piece)))
                piece.of_door = true;
        }
    }

  private:
    bool own(const Piece& piece) const { return piece.symbol != no_index && piece.symbol == swing_.symbol; }
    bool considered(const Piece& piece, bool kin_only) const {
        const bool apart = swing_.role != LayerRole::wall && swing_.role != LayerRole::unknown; // doors have a layer
        return !piece.curved &&
               (own(piece) || (may_be_swing(piece.role) && (!kin_only || piece.layer == swing_.layer) &&
                               !(apart && piece.role == LayerRole::wall)));
    }
    bool runs_along(const Piece& piece, std::size_t end, double slack) const {
        return nearness(piece.a, swing_.hinge, swing_.ends[end]).distance <= slack &&
               nearness(piece.b, swing_.hinge, swing_.ends[end]).distance <= slack;
    }
    bool is_leaf(const Piece& piece) const {
        const double length = gap(piece.a, piece.b);
        const bool shared = !own(piece) && (piece.role == LayerRole::wall || piece.role == LayerRole::unknown);
        if (!runs_along(piece, static_cast<std::size_t>(swing_.leaf), shared ? 60 : 90))
            return false;
        // Where walls share the layer, only what is as long as the leaf, or as short as its edge, is of the door.
        return shared ? std::abs(length - best_) < 0.03 * swing_.radius || length < 70 : length < 1.12 * swing_.radius;
    }

    bool found(bool kin_only) {
        std::array<double, 2> longest{};    // line from the hinge to that end, as long as the swing is wide
        std::array<std::size_t, 2> meets{}; // other lines at that end: the jamb that the leaf shuts against
        for (std::size_t end = 0; end < 2; ++end)
            for (const std::uint32_t i : near_) {
                const Piece& piece = drawing_.pieces[i];
                const double length = gap(piece.a, piece.b);
                if (considered(piece, kin_only) && runs_along(piece, end, 80)) {
                    if (std::abs(length - swing_.radius) < std::abs(longest[end] - swing_.radius))
                        longest[end] = length;
                } else if (!piece.curved && !own(piece) && may_be_swing(piece.role) && length > 60 &&
                           nearness(swing_.ends[end], piece.a, piece.b).distance < 60) {
                    ++meets[end];
                }
            }
        const auto fits = [&](double length) { return length > 0.75 * swing_.radius && length < 1.12 * swing_.radius; };
        if (fits(longest[0]) && fits(longest[1])) // a threshold is drawn as well
            swing_.leaf = meets[0] < meets[1] ? 0 : meets[1] < meets[0] ? 1 : longest[1] > 1.05 * longest[0] ? 1 : 0;
        else if (fits(longest[0]) || fits(longest[1]))
            swing_.leaf = fits(longest[0]) ? 0 : 1;
        best_ = swing_.leaf < 0 ? 0 : longest[static_cast<std::size_t>(swing_.leaf)];
        return swing_.leaf >= 0;
    }

    DoorSwing& swing_;
    LocalDrawing& drawing_;
    std::vector<std::uint32_t> near_;
    double best_ = 0;
};

void add_captions(LocalDrawing& out, const PlanSketch& sketch, SketchIndex index, LayerRole role) {
    const SketchText& text = sketch.texts[index];
    Caption caption;
    caption.direction = {std::cos(text.rotation), std::sin(text.rotation)};
    caption.height = text.height * out.frame.scale;
    caption.role = role;
    caption.text = index;
    caption.attribute = text.kind == SketchTextKind::attribute;
    std::vector<std::string> lines{""};
    for (const char c : text.content) {
        if (c == '\n')
            lines.emplace_back();
        else if (c != '\r')
            lines.back() += c;
    }
    const auto count = static_cast<double>(lines.size());
    const Vec down = left_of(caption.direction) * -1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t first = lines[i].find_first_not_of(" \t");
        if (first == std::string::npos)
            continue;
        caption.content = lines[i].substr(first, lines[i].find_last_not_of(" \t") - first + 1);
        const double step = 1.6 * caption.height;
        caption.centre = out.frame.local(text.centre) + down * ((static_cast<double>(i) - (count - 1) / 2) * step);
        caption.width = text.width * out.frame.scale;
        out.captions.push_back(caption);
    }
}

// Door and window marks come in pieces where fonts change within them: FM, 甲, 1221. Those on one line become one.
void join_marks(std::vector<Caption>& captions) {
    std::vector<std::size_t> marks;
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (captions[i].role == LayerRole::opening_text && !captions[i].attribute)
            marks.push_back(i);
    if (marks.size() > 20000)
        return;
    std::vector<char> gone(captions.size(), 0);
    for (const std::size_t i : marks)
        for (bool again = !gone[i]; again;) {
            again = false;
            for (const std::size_t j : marks) {
                Caption& left = captions[i];
                const Caption& right = captions[j];
                if (j == i || gone[j] || dot(left.direction, right.direction) < 0.99 ||
                    std::abs(left.height - right.height) > 0.3 * left.height)
                    continue;
                const auto digit = [](char c) { return c >= '0' && c <= '9'; };
                if (digit(left.content.back()) && !digit(right.content.front()))
                    continue; // the mark is complete, this is the next door's
                const Vec step = right.start() - left.end();
                const double ahead = dot(step, left.direction);
                if (std::abs(dot(step, left_of(left.direction))) > 0.35 * left.height || ahead < -0.6 * left.height ||
                    ahead > 0.8 * left.height || dot(right.centre - left.centre, left.direction) <= 0)
                    continue;
                const Vec start = left.start();
                left.content += right.content;
                left.width = dot(right.end() - start, left.direction);
                left.centre = start + left.direction * (left.width / 2);
                gone[j] = 1;
                again = true;
                break;
            }
        }
    std::vector<Caption> kept;
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (!gone[i])
            kept.push_back(std::move(captions[i]));
    captions = std::move(kept);
}

} // namespace

bool may_be_fabric(LayerRole role) {
    switch (role) {
    case LayerRole::unknown:
    case LayerRole::wall:
    case LayerRole::column:
    case LayerRole::door:
    case LayerRole::window:
    case LayerRole::opening:
        return true;
    default:
        return false;
    }
}

LocalDrawing localised(const PlanSketch& sketch, const SketchSheet& sheet, const std::vector<LayerRole>& roles) {
    LocalDrawing out;
    out.frame.scale = sketch.unit.millimetres;
    SketchBox fabric;
    for (const SketchIndex i : sheet.curves)
        if (may_be_fabric(roles[sketch.curves[i].layer]))
            fabric.add(bounds(sketch.curves[i]));
    if (fabric.empty())
        fabric = sheet.box;
    if (!fabric.empty()) {
        out.frame.origin_x = std::llround(fabric.low.x * out.frame.scale);
        out.frame.origin_y = std::llround(fabric.low.y * out.frame.scale);
    }
    for (const SketchIndex i : sheet.curves)
        add_curve(out, sketch, i, roles[sketch.curves[i].layer]);
    std::vector<Stroke> strokes;
    for (const Piece& piece : out.pieces)
        strokes.push_back({rounded(piece.a), rounded(piece.b)});
    const StrokeIndex index(strokes);
    for (DoorSwing& swing : out.swings)
        LeafSearch(swing, out, index).run();
    // What cannot be a door where no leaf shows: a curve of a layer of walls, or of one that nobody knows.
    std::erase_if(out.swings, [](const DoorSwing& swing) {
        return swing.leaf < 0 && (swing.role == LayerRole::wall || swing.role == LayerRole::unknown);
    });
    for (const SketchIndex i : sheet.texts)
        add_captions(out, sketch, i, roles[sketch.texts[i].layer]);
    join_marks(out.captions);
    return out;
}

} // namespace riser::detail
