// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/layer_guess.h"

#include "solvers/geometry/planar/strokes.h"

#include <algorithm>
#include <limits>

namespace riser::detail {

namespace {

constexpr double least_line = 300;

bool counts(const Piece& piece) { return !piece.curved && !piece.of_door && gap(piece.a, piece.b) >= least_line; }

std::vector<Stroke> strokes_of(const LocalDrawing& drawing) {
    std::vector<Stroke> strokes;
    for (const Piece& piece : drawing.pieces)
        strokes.push_back({rounded(piece.a), rounded(piece.b)});
    return strokes;
}

Box around(Vec a, Vec b, double margin) {
    return {rounded({std::min(a.x, b.x) - margin, std::min(a.y, b.y) - margin}),
            rounded({std::max(a.x, b.x) + margin, std::max(a.y, b.y) + margin})};
}

// How much of p runs beside q, and how far apart; nothing when they are not parallel.
struct Beside {
    double distance;
    double overlap;
    double left; // signed distance to the left of p
};
std::optional<Beside> beside(const Piece& p, const Piece& q) {
    const Vec dir = unit(p.b - p.a);
    if (std::abs(cross(dir, unit(q.b - q.a))) > 0.03)
        return std::nullopt;
    const double off = dot((q.a + q.b) * 0.5 - p.a, left_of(dir));
    const double length = gap(p.a, p.b);
    const double s = dot(q.a - p.a, dir), t = dot(q.b - p.a, dir);
    const double overlap = std::min(length, std::max(s, t)) - std::max(0.0, std::min(s, t));
    return Beside{std::abs(off), overlap, off};
}

} // namespace

double LayerShape::wall_likeness() const {
    if (lines < 4)
        return 0;
    return length * (0.3 + 0.7 * paired) * (0.05 + 0.95 * joined) * std::min(1.0, 0.1 + extent);
}

std::vector<LayerShape> unknown_layers(const LocalDrawing& drawing, std::size_t layer_count) {
    const std::vector<Stroke> strokes = strokes_of(drawing);
    const StrokeIndex index(strokes);
    std::vector<LayerShape> shapes(layer_count);
    std::vector<double> ends(layer_count, 0), met(layer_count, 0), paired(layer_count, 0);
    std::vector<Box> boxes(layer_count, {{INT32_MAX, INT32_MAX}, {INT32_MIN, INT32_MIN}});
    Box all{{INT32_MAX, INT32_MAX}, {INT32_MIN, INT32_MIN}};
    const auto extend = [](Box& box, Point p) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    };
    const std::vector<char> rungs = ladder_rungs(drawing);
    for (std::uint32_t i = 0; i < drawing.pieces.size(); ++i) {
        const Piece& piece = drawing.pieces[i];
        if (!may_be_fabric(piece.role))
            continue;
        extend(all, strokes[i].a);
        extend(all, strokes[i].b);
        if (piece.role != LayerRole::unknown || !counts(piece) || rungs[i])
            continue;
        LayerShape& shape = shapes[piece.layer];
        const double length = gap(piece.a, piece.b);
        ++shape.lines;
        shape.length += length;
        extend(boxes[piece.layer], strokes[i].a);
        extend(boxes[piece.layer], strokes[i].b);
        double best = 0;
        index.near(around(piece.a, piece.b, 460), [&](std::uint32_t j) {
            if (j == i || drawing.pieces[j].layer != piece.layer || drawing.pieces[j].curved)
                return;
            if (const auto side = beside(piece, drawing.pieces[j]);
                side && side->distance >= 50 && side->distance <= 450)
                best += std::max(0.0, side->overlap);
        });
        paired[piece.layer] += std::min(length, best);
        for (const Vec end : {piece.a, piece.b}) {
            ends[piece.layer] += 1;
            bool meets = false;
            index.near(around(end, end, 25), [&](std::uint32_t j) {
                meets = meets || (j != i && drawing.pieces[j].layer == piece.layer &&
                                  nearness(end, drawing.pieces[j].a, drawing.pieces[j].b).distance < 25);
            });
            met[piece.layer] += meets;
        }
    }
    for (const DoorSwing& swing : drawing.swings)
        for (const Piece& piece : drawing.pieces)
            if (piece.curve == swing.curve) {
                ++shapes[piece.layer].swings;
                break;
            }
    const auto size = [](const Box& box) {
        return box.low.x > box.high.x ? 0.0
                                      : (double(box.high.x) - box.low.x + 1) * (double(box.high.y) - box.low.y + 1);
    };
    for (SketchIndex l = 0; l < layer_count; ++l) {
        shapes[l].layer = l;
        shapes[l].paired = shapes[l].length > 0 ? paired[l] / shapes[l].length : 0;
        shapes[l].joined = ends[l] > 0 ? met[l] / ends[l] : 0;
        shapes[l].extent = size(all) > 0 ? size(boxes[l]) / size(all) : 0;
    }
    std::erase_if(shapes, [](const LayerShape& s) { return s.lines == 0 && s.swings == 0; });
    std::stable_sort(shapes.begin(), shapes.end(),
                     [](const LayerShape& p, const LayerShape& q) { return p.wall_likeness() > q.wall_likeness(); });
    return shapes;
}

double share_in_gaps(const LocalDrawing& drawing, SketchIndex layer, const std::vector<GapBand>& gaps) {
    double inside = 0, all = 0;
    for (const Piece& piece : drawing.pieces) {
        if (piece.layer != layer || piece.curved)
            continue;
        const double length = gap(piece.a, piece.b);
        all += length;
        for (const GapBand& band : gaps) {
            const Vec dir = unit(band.to - band.from);
            const double reach = gap(band.from, band.to);
            const auto within = [&](Vec p) {
                const double s = dot(p - band.from, dir);
                return s > -80 && s < reach + 80 && std::abs(dot(p - band.from, left_of(dir))) < band.half + 120;
            };
            if (piece.of_door || (within(piece.a) && within(piece.b))) {
                inside += length;
                break;
            }
        }
    }
    return all > 0 ? inside / all : 0;
}

void assign_roles(LocalDrawing& drawing, const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    for (Piece& piece : drawing.pieces)
        piece.role = roles[piece.layer];
    for (DoorSwing& swing : drawing.swings)
        swing.role = roles[sketch.curves[swing.curve].layer];
}

std::vector<char> ladder_rungs(const LocalDrawing& drawing) {
    const std::vector<Stroke> strokes = strokes_of(drawing);
    const StrokeIndex index(strokes);
    std::vector<char> rungs(drawing.pieces.size(), 0);
    for (std::uint32_t i = 0; i < drawing.pieces.size(); ++i) {
        const Piece& piece = drawing.pieces[i];
        const double length = gap(piece.a, piece.b);
        if (piece.curved || length < 500 || length > 6000)
            continue;
        double left = std::numeric_limits<double>::infinity();
        double right = left;
        index.near(around(piece.a, piece.b, 420), [&](std::uint32_t j) {
            const Piece& other = drawing.pieces[j];
            if (j == i || other.curved || other.layer != piece.layer ||
                std::abs(gap(other.a, other.b) - length) > 0.03 * length)
                return;
            const auto side = beside(piece, other);
            if (!side || side->distance < 200 || side->distance > 400 || side->overlap < 0.96 * length)
                return;
            (side->left > 0 ? left : right) = std::min(side->left > 0 ? left : right, side->distance);
        });
        rungs[i] = left < 400 && std::abs(left - right) < 0.06 * left;
    }
    // The outer rungs have neighbours on one side only.
    std::vector<char> all = rungs;
    for (std::uint32_t i = 0; i < drawing.pieces.size(); ++i)
        if (rungs[i])
            index.near(around(drawing.pieces[i].a, drawing.pieces[i].b, 420), [&](std::uint32_t j) {
                const Piece& piece = drawing.pieces[i];
                const Piece& other = drawing.pieces[j];
                const double length = gap(piece.a, piece.b);
                if (j == i || other.curved || other.layer != piece.layer ||
                    std::abs(gap(other.a, other.b) - length) > 0.03 * length)
                    return;
                const auto side = beside(piece, other);
                if (side && side->distance >= 200 && side->distance <= 400 && side->overlap >= 0.96 * length)
                    all[j] = 1;
            });
    return all;
}

} // namespace riser::detail
