// SPDX-License-Identifier: GPL-3.0-or-later
// The one renderer: colours by theme, what is picked against a search of every shape, what is painted of a part against
// the whole, least sizes on the screen.
#include "exporters/drawings/arc.h"
#include "exporters/drawings/draft.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/painting/dashes.h"
#include "exporters/painting/paper.h"
#include "tests/exporters/tower.h"

#include <QPainter>
#include <array>
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>
#include <map>
#include <numbers>
#include <random>
#include <set>

namespace riser {
namespace {

double channel(double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }
double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}
// WCAG 2.1, 1.4.3.
double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Palette, WordsAreReadableInEveryTheme) {
    for (const Theme theme : {Theme::paper, Theme::light, Theme::dark}) {
        const Palette palette(theme);
        for (const ColourRole role : {ColourRole::text, ColourRole::text_second, ColourRole::text_third,
                                      ColourRole::accent, ColourRole::error, ColourRole::good})
            EXPECT_GE(contrast(palette.of(role), palette.ground()), 4.5)
                << static_cast<int>(theme) << " role " << static_cast<int>(role);
    }
    EXPECT_NE(Palette(Theme::dark).ground(), Palette(Theme::light).ground());
    EXPECT_EQ(Palette(Theme::paper).ground(), QColor(Qt::white));
}

TEST(Palette, FixedInksKeepTheirHueAndShowOnDark) {
    for (const std::uint32_t rgb : {0xD55E00U, 0x0072B2U, 0x009E73U, 0xCC79A7U, 0x7A7F87U, 0x000000U, 0x12005EU}) {
        const Colour ink = fixed_colour(rgb);
        const QColor own = QColor::fromRgb(rgb);
        EXPECT_EQ(Palette(Theme::paper).of(ink), own);
        EXPECT_EQ(Palette(Theme::light).of(ink), own);
        const QColor raised = Palette(Theme::dark).of(ink);
        EXPECT_GE(contrast(raised, Palette(Theme::dark).ground()), 3) << std::hex << rgb;
        if (own.hsvSaturation() > 0) {
            EXPECT_NEAR(raised.hsvHueF(), own.hsvHueF(), 0.02) << std::hex << rgb;
        }
    }
}

TEST(Palette, TintsLieBetweenTheirColourAndTheGround) {
    const Colour tint = tinted(fixed_colour(0x0072B2), 0.2);
    for (const Theme theme : {Theme::paper, Theme::light, Theme::dark}) {
        const Palette palette(theme);
        const QColor is = palette.of(tint), ground = palette.ground(), full = QColor::fromRgb(0x0072B2);
        for (const auto part : {&QColor::red, &QColor::green, &QColor::blue}) {
            EXPECT_GE((is.*part)(), std::min((ground.*part)(), (full.*part)()));
            EXPECT_LE((is.*part)(), std::max((ground.*part)(), (full.*part)()));
        }
        const auto away = [&](const QColor& c) {
            return std::abs(is.red() - c.red()) + std::abs(is.green() - c.green()) + std::abs(is.blue() - c.blue());
        };
        EXPECT_GT(away(ground), 0);
        EXPECT_LT(away(ground), away(full));
    }
    const Colour of_symbol{ColourRole::of_symbol, 0, 1, 0};
    EXPECT_EQ(Palette(Theme::dark).of(of_symbol, Qt::red), QColor(Qt::red));
}

Drawing a_floor(std::uint64_t seed = 1) {
    const Design design = tower({.seed = seed, .bays = 14});
    return floor_plan(Facts(design), std::next(design.floors.begin())->id).drawing;
}

// Arcs as chords of a degree or two.
std::vector<PaperPoint> flattened(const std::vector<Vertex>& points, bool closed) {
    std::vector<PaperPoint> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vertex& from = points[i];
        out.push_back({from.x, from.y});
        if (from.bulge == 0 || (!closed && i + 1 == points.size()))
            continue;
        const Arc arc = arc_between(from, points[(i + 1) % points.size()]);
        for (int k = 1; k < 180; ++k) {
            const double at = arc.start + arc.sweep * k / 180;
            out.push_back({arc.centre.x + arc.radius * std::cos(at), arc.centre.y - arc.radius * std::sin(at)});
        }
    }
    if (closed && !out.empty())
        out.push_back(out.front());
    return out;
}

double gap(PaperPoint p, PaperPoint a, PaperPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

std::vector<std::vector<PaperPoint>> lines_of(const DrawingItem& item) {
    std::vector<std::vector<PaperPoint>> out;
    if (const auto* path = std::get_if<PathShape>(&item.shape))
        out.push_back(flattened(path->points, path->closed));
    else if (const auto* polygon = std::get_if<PolygonShape>(&item.shape))
        for (const auto& ring : polygon->rings)
            out.push_back(flattened(ring, true));
    return out;
}

bool inside(const std::vector<std::vector<PaperPoint>>& rings, PaperPoint p) {
    bool odd = false;
    for (const auto& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const PaperPoint a = ring[i - 1], b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
                odd = !odd;
        }
    return odd;
}

double distance_to(const DrawingItem& item, PaperPoint p) {
    const auto lines = lines_of(item);
    if (lines.empty()) {
        const PaperBox box = bounds(item);
        return std::hypot(std::max({box.low.x - p.x, 0.0, p.x - box.high.x}),
                          std::max({box.low.y - p.y, 0.0, p.y - box.high.y}));
    }
    if (std::holds_alternative<PolygonShape>(item.shape) && inside(lines, p))
        return 0;
    double least = 1e300;
    for (const auto& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            least = std::min(least, gap(p, line[i - 1], line[i]));
    return least;
}

bool crosses(PaperPoint a, PaperPoint b, const PaperBox& box) {
    const auto side = [](PaperPoint p, PaperPoint q, PaperPoint r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    if (box.contains(a) || box.contains(b))
        return true;
    const std::array<PaperPoint, 4> corners{{box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const PaperPoint c = corners[i], d = corners[(i + 1) % 4];
        if ((side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0))
            return true;
    }
    return false;
}

bool touches(const DrawingItem& item, const PaperBox& box) {
    const auto lines = lines_of(item);
    if (lines.empty())
        return overlap(bounds(item), box);
    if (std::holds_alternative<PolygonShape>(item.shape) && inside(lines, box.low))
        return true;
    for (const auto& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            if (crosses(line[i - 1], line[i], box))
                return true;
    return false;
}

struct Somewhere {
    explicit Somewhere(const PaperBox& extent, std::uint64_t seed) : extent_(extent), engine_(seed) {}
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
    PaperPoint point() { return {between(extent_.low.x, extent_.high.x), between(extent_.low.y, extent_.high.y)}; }
    PaperBox box(double largest) {
        const PaperPoint low = point();
        return {low, {low.x + between(1, largest), low.y + between(1, largest)}};
    }

  private:
    PaperBox extent_;
    std::mt19937_64 engine_;
};

TEST(Picture, PicksWhatASearchOfEveryShapePicks) {
    const Drawing drawing = a_floor();
    const Picture picture(drawing);
    Somewhere somewhere(drawing.extent, 7);
    std::bitset<drawing_layer_count> hidden;
    hidden.set(static_cast<std::size_t>(DrawingLayer::wall));
    std::size_t picked = 0;
    for (int i = 0; i < 400; ++i) {
        const PaperPoint p = somewhere.point();
        const double reach = somewhere.between(5, 900);
        // Curves are chords on both sides, so what lies within a hand's breadth of the reach may be told either way.
        const double unsure = 2;
        std::set<AnyId> must, may;
        std::map<std::pair<AnyId, DrawingLayer>, double> nearest;
        for (const DrawingItem& item : drawing.items) {
            if (item.shows.value == 0 || hidden.test(static_cast<std::size_t>(item.layer)))
                continue;
            const double d = distance_to(item, p);
            if (d <= reach - unsure)
                must.insert(item.shows);
            if (d <= reach + unsure)
                may.insert(item.shows);
            const auto [at, first] = nearest.try_emplace({item.shows, item.layer}, d);
            at->second = std::min(at->second, d);
        }
        const std::vector<Hit> hits = picture.at(p, reach, hidden);
        std::set<AnyId> seen;
        for (std::size_t k = 0; k < hits.size(); ++k) {
            EXPECT_TRUE(seen.insert(hits[k].id).second) << "each row once";
            EXPECT_TRUE(may.contains(hits[k].id));
            EXPECT_NEAR(hits[k].distance, nearest.at({hits[k].id, hits[k].layer}), unsure);
            if (k > 0) {
                EXPECT_GE(hits[k - 1].layer, hits[k].layer);
                if (hits[k - 1].layer == hits[k].layer) {
                    EXPECT_LE(hits[k - 1].distance, hits[k].distance);
                }
            }
        }
        EXPECT_TRUE(std::includes(seen.begin(), seen.end(), must.begin(), must.end()));
        picked += hits.size();
    }
    EXPECT_GT(picked, 400U);
}

TEST(Picture, BoxesHoldWhatASearchOfEveryShapeFinds) {
    const Drawing drawing = a_floor(2);
    const Picture picture(drawing);
    Somewhere somewhere(drawing.extent, 11);
    std::size_t found = 0;
    for (int i = 0; i < 300; ++i) {
        const PaperBox box = somewhere.box(i % 3 == 0 ? 25'000 : 3'000);
        std::set<AnyId> touched, outside, all;
        for (const DrawingItem& item : drawing.items) {
            if (item.shows.value == 0 || std::holds_alternative<TextShape>(item.shape))
                continue;
            all.insert(item.shows);
            if (touches(item, box))
                touched.insert(item.shows);
            const PaperBox own = bounds(item);
            if (!box.contains(own.low) || !box.contains(own.high))
                outside.insert(item.shows);
        }
        std::vector<AnyId> whole;
        std::ranges::set_difference(all, outside, std::back_inserter(whole));
        EXPECT_EQ(picture.within(box, Picture::Within::inside), whole) << i;
        EXPECT_EQ(picture.within(box, Picture::Within::touching), std::vector<AnyId>(touched.begin(), touched.end()))
            << i;
        found += touched.size();
    }
    EXPECT_GT(found, 300U);
}

TEST(Picture, AnOutlineLiesWhereTheRowIsPainted) {
    const Drawing drawing = a_floor();
    const Picture picture(drawing);
    PaintView view;
    view.zoom = 0.05;
    view.origin = {13, 17};
    std::set<AnyId> rows;
    for (const DrawingItem& item : drawing.items)
        if (item.shows.value != 0 && !std::holds_alternative<TextShape>(item.shape))
            rows.insert(item.shows);
    ASSERT_GT(rows.size(), 50U);
    for (const AnyId id : rows) {
        const QRectF outline = picture.outline(id, view).boundingRect();
        const std::optional<PaperBox> box = picture.box_of(id);
        ASSERT_TRUE(box);
        QRectF own; // without words
        for (const DrawingItem& item : drawing.items)
            if (item.shows == id && !std::holds_alternative<TextShape>(item.shape)) {
                const PaperBox b = bounds(item);
                own |= QRectF(view.to_screen(b.low), view.to_screen(b.high)).normalized().adjusted(0, 0, 1e-6, 1e-6);
                EXPECT_TRUE(box->contains(b.low) && box->contains(b.high));
            }
        // A symbol's frame stands a little off it, and is never smaller than a hand can see.
        EXPECT_TRUE(outline.adjusted(-1, -1, 1, 1).contains(own)) << to_string(id);
        EXPECT_TRUE(own.adjusted(-14, -14, 14, 14).contains(outline)) << to_string(id);
    }
    EXPECT_TRUE(picture.outline({Kind::rooms, 987654}, view).isEmpty());
    EXPECT_FALSE(picture.box_of({Kind::rooms, 987654}));
}

QImage painted(const Picture& picture, const PaintView& view, QSize size, QRect part, Theme theme) {
    QImage image(size, QImage::Format_RGB32);
    const Palette palette(theme);
    image.fill(palette.ground());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setClipRect(part);
    PaintView clipped = view;
    clipped.clip = part;
    picture.paint(painter, clipped, palette);
    return image;
}

TEST(Picture, APartIsPaintedAsInTheWhole) {
    const Drawing drawing = a_floor(3);
    const Picture picture(drawing);
    const QSize size(900, 600);
    Somewhere somewhere(drawing.extent, 5);
    for (int i = 0; i < 24; ++i) {
        PaintView view;
        view.zoom = std::exp(somewhere.between(std::log(0.006), std::log(0.3)));
        const PaperPoint middle = somewhere.point();
        view.origin = {450 - middle.x * view.zoom, 300 - middle.y * view.zoom};
        const Theme theme = i % 2 ? Theme::dark : Theme::light;
        const QImage whole = painted(picture, view, size, QRect(QPoint(), size), theme);
        const QRect part(static_cast<int>(somewhere.between(0, 700)), static_cast<int>(somewhere.between(0, 450)), 160,
                         120);
        const QImage of_part = painted(picture, view, size, part, theme);
        EXPECT_EQ(whole.copy(part), of_part.copy(part)) << "zoom " << view.zoom << " part " << i;
        // The second time everything comes from the cache.
        EXPECT_EQ(whole, painted(picture, view, size, QRect(QPoint(), size), theme));
    }
}

QRect ink_of(const QImage& image) {
    QRect out;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, 0))
                out |= QRect(x, y, 1, 1);
    return out;
}

QImage at_zoom(const Picture& picture, double zoom, const PaintOptions& options) {
    QImage image(200, 200, QImage::Format_RGB32);
    const Palette palette(Theme::light);
    image.fill(palette.ground());
    QPainter painter(&image);
    picture.paint(painter, {zoom, {100, 100}, QRectF(0, 0, 200, 200)}, palette, options);
    painter.end();
    return image;
}

TEST(Picture, SymbolsAndWordsKeepALeastSizeOnTheScreenOnly) {
    Drawing drawing;
    drawing.extent = {{-500, -500}, {500, 500}};
    drawing.scale = 100;
    Draft draft(drawing);
    draft.on(DrawingLayer::outlet).symbol(Symbol::to, {0, 0}, 400);
    const Picture symbol(drawing);
    const PaintOptions screen;
    const PaintOptions paper{.hidden = {}, .recolour = {}, .least_symbol = 0, .least_text = 0};
    const int large = ink_of(at_zoom(symbol, 0.1, screen)).height();
    EXPECT_NEAR(large, 40, 6);
    const int least = ink_of(at_zoom(symbol, 0.01, screen)).height();
    EXPECT_NEAR(least, 7, 2);
    EXPECT_LE(ink_of(at_zoom(symbol, 0.01, paper)).height(), 6);
    const QRect dot = ink_of(at_zoom(symbol, 0.001, screen));
    EXPECT_LE(dot.height(), 4);
    EXPECT_FALSE(dot.isEmpty());

    Drawing words;
    words.extent = {{-500, -500}, {500, 500}};
    words.scale = 100;
    Draft(words).on(DrawingLayer::text).text({0, 0}, "3F-A-024", {.size = 300});
    const Picture text(words);
    EXPECT_FALSE(ink_of(at_zoom(text, 0.02, screen)).isEmpty());
    EXPECT_TRUE(ink_of(at_zoom(text, 0.012, screen)).isEmpty());
    EXPECT_FALSE(ink_of(at_zoom(text, 0.012, paper)).isEmpty());
    PaintOptions hidden;
    hidden.hidden.set(static_cast<std::size_t>(DrawingLayer::text));
    EXPECT_TRUE(ink_of(at_zoom(text, 0.1, hidden)).isEmpty());
}

TEST(Picture, ALensGivesItsColour) {
    Drawing drawing;
    drawing.extent = {{-500, -500}, {500, 500}};
    Draft(drawing)
        .on(DrawingLayer::room, {Kind::rooms, 1})
        .rectangle({{-400, -400}, {400, 400}}, {}, tinted(fixed_colour(0x0072B2), 0.2));
    const Picture picture(drawing);
    PaintOptions lens;
    lens.recolour = [](AnyId id) { return id.value == 1 ? QColor(Qt::red) : QColor(); };
    const QColor with = at_zoom(picture, 0.1, lens).pixelColor(100, 100);
    const QColor without = at_zoom(picture, 0.1, {}).pixelColor(100, 100);
    EXPECT_GT(with.red(), with.blue() + 50);
    EXPECT_GT(without.blue(), without.red());
}

TEST(Picture, WhatIsDimmedStepsBackAndTextsMayKeepTheirColour) {
    Drawing drawing;
    drawing.extent = {{-500, -500}, {500, 500}};
    Draft draft(drawing);
    draft.on(DrawingLayer::room, {Kind::rooms, 1});
    draft.rectangle({{-400, -400}, {0, 400}}, {}, fixed_colour(0x000000));
    draft.on(DrawingLayer::room, {Kind::rooms, 2});
    draft.rectangle({{0, -400}, {400, 400}}, {}, fixed_colour(0x000000));
    PaintOptions options;
    options.dims = [](AnyId id) { return id.value == 2; };
    const QImage image = at_zoom(Picture(drawing), 0.1, options);
    EXPECT_LT(image.pixelColor(80, 100).lightness(), 30);
    EXPECT_GT(image.pixelColor(120, 100).lightness(), 180);
    EXPECT_LT(image.pixelColor(120, 100).lightness(), 240);

    Drawing words;
    words.extent = {{-500, -500}, {500, 500}};
    Draft(words).on(DrawingLayer::text, {Kind::rooms, 1}).text({-400, 100}, "WWW", {.size = 300});
    const Picture text(words);
    PaintOptions lens;
    lens.recolour = [](AnyId) { return QColor(Qt::red); };
    const QImage red = at_zoom(text, 0.1, lens);
    lens.recolour_texts = [](AnyId) { return QColor(); };
    EXPECT_NE(at_zoom(text, 0.1, lens), red);
    EXPECT_EQ(at_zoom(text, 0.1, lens), at_zoom(text, 0.1, {}));
}

TEST(Picture, NamesKeepALegibleSizeWhereThereIsRoomLargerOnesFirst) {
    Drawing drawing;
    drawing.extent = {{-500, -500}, {500, 500}};
    Draft draft(drawing);
    draft.on(DrawingLayer::text).text({-400, 100}, "lesser", {.size = 100});
    draft.on(DrawingLayer::text).text({-380, 150}, "LARGER", {.size = 120, .weight = TextWeight::bold});
    draft.on(DrawingLayer::text).text({-400, 400}, "words", {.size = 100});
    const Picture picture(drawing);
    PaintOptions options;
    options.least_text = 6;
    EXPECT_TRUE(ink_of(at_zoom(picture, 0.04, options)).isEmpty());
    options.is_name = [](const DrawingItem& item) { return std::get<TextShape>(item.shape).text != "words"; };
    const Picture with_names(drawing);
    const QRect ink = ink_of(at_zoom(with_names, 0.04, options)); // the words are 4 pixels, the names 10.5
    EXPECT_GT(ink.height(), 6);
    EXPECT_LT(ink.height(), 13) << "the lesser name has no room beside the larger";
    EXPECT_NEAR(ink.bottom(), 109, 3) << "it grows down, not over the border above";
    const QRect near = ink_of(at_zoom(Picture(drawing), 0.12, options));
    EXPECT_GT(near.height(), 40) << "near enough, all are there";
}

double length_of(const QPainterPath& path) {
    double out = 0;
    for (const QPolygonF& line : path.toSubpathPolygons())
        for (qsizetype i = 1; i < line.size(); ++i)
            out += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    return out;
}

TEST(Dashes, HaveTheLengthsOfThePattern) {
    const QRectF everywhere(-1e6, -1e6, 2e6, 2e6);
    const QPolygonF straight({{0, 0}, {100, 0}});
    EXPECT_NEAR(length_of(dashes_of(straight, std::array{6.0, 4.0}, everywhere)), 60, 1e-9);
    EXPECT_NEAR(length_of(dashes_of(straight, std::array{6.0, 2.0, 1.0, 2.0}, everywhere)), 9 * 7 + 1, 1e-9);
    // Round a corner: one dash, bent, of the length it has on a straight line.
    const QPolygonF bent({{0, 0}, {3, 0}, {3, 50}});
    const QPainterPath around = dashes_of(bent, std::array{6.0, 4.0}, everywhere);
    ASSERT_EQ(around.toSubpathPolygons().size(), 6);
    EXPECT_EQ(around.toSubpathPolygons().front(), QPolygonF({{0, 0}, {3, 0}, {3, 3}}));
    EXPECT_NEAR(length_of(around), 33, 1e-9);
    EXPECT_TRUE(dashes_of(straight, std::array{6.0, 4.0}, QRectF(0, 5, 100, 5)).isEmpty());
    // As many as are seen, of a line much longer than that.
    const QPolygonF far_away({{-1e9, 0}, {1e9, 0}});
    EXPECT_LE(dashes_of(far_away, std::array{6.0, 4.0}, QRectF(0, -5, 100, 10)).elementCount(), 24);
}

// How many points of `lines` within the box lie on none of `others`.
int off_the_lines(const QList<QPolygonF>& lines, const QList<QPolygonF>& others, const QRectF& box) {
    int out = 0;
    for (const QPolygonF& line : lines)
        for (qsizetype i = 1; i < line.size(); ++i)
            for (int k = 0; k <= 20; ++k) {
                const QPointF p = line[i - 1] + (line[i] - line[i - 1]) * k / 20;
                double nearest = 1e300;
                for (const QPolygonF& other : others)
                    for (qsizetype j = 1; j < other.size(); ++j)
                        nearest = std::min(nearest, gap({p.x(), p.y()}, {other[j - 1].x(), other[j - 1].y()},
                                                        {other[j].x(), other[j].y()}));
                out += box.contains(p) && nearest > 1e-6;
            }
    return out;
}

TEST(Dashes, OfAPartAreThoseOfTheWholeThere) {
    Somewhere somewhere({{-50, -50}, {250, 250}}, 17);
    const QRectF everywhere(-1e6, -1e6, 2e6, 2e6);
    const std::array pattern{9.0, 4.0, 2.0, 4.0};
    for (int i = 0; i < 60; ++i) {
        QPolygonF line;
        for (int k = 0; k < 9; ++k) {
            const PaperPoint p = somewhere.point();
            line << QPointF(p.x, p.y);
        }
        const PaperPoint low = somewhere.point();
        const QRectF part(low.x, low.y, somewhere.between(10, 90), somewhere.between(10, 90));
        const auto whole = dashes_of(line, pattern, everywhere).toSubpathPolygons();
        const auto of_part = dashes_of(line, pattern, part).toSubpathPolygons();
        EXPECT_EQ(off_the_lines(of_part, whole, everywhere), 0) << i;
        EXPECT_EQ(off_the_lines(whole, of_part, part), 0) << i;
    }
}

TEST(PictureImage, HasTheWidthAskedFor) {
    const Drawing drawing = a_floor();
    const Picture picture(drawing);
    const QImage image = image_of(picture, 640, Theme::light);
    EXPECT_EQ(image.width(), 640);
    EXPECT_NEAR(image.height(), 640 * drawing.extent.height() / drawing.extent.width(), 1);
    EXPECT_FALSE(ink_of(image).isEmpty());
    EXPECT_NE(image, image_of(picture, 640, Theme::dark));
}

} // namespace
} // namespace riser
