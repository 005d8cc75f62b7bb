// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/draft.h"
#include "exporters/painting/picture.h"
#include "tests/bench/canvas/canvas_bench.h"
#include "tests/bench/canvas/shown.h"
#include "tests/bench/memory.h"
#include "tests/bench/stopwatch.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>

#include <cstdio>

namespace riser::bench {

namespace {

constexpr QSize frame_size(1400, 800);

// 200 m by 100 m: 400 rooms with walls and names, 25 symbols of points in each.
Drawing a_crowded_floor() {
    Drawing drawing;
    drawing.extent = {{0, 0}, {200'000, 100'000}};
    drawing.scale = 100;
    Draft draft(drawing);
    std::uint64_t id = 0;
    for (int column = 0; column < 40; ++column)
        for (int row = 0; row < 10; ++row) {
            const PaperBox room{{column * 5'000.0, row * 10'000.0}, {column * 5'000.0 + 4'800, row * 10'000.0 + 9'800}};
            draft.on(DrawingLayer::room, {Kind::rooms, ++id}).rectangle(room, {}, tinted(fixed_colour(0x0072B2), 0.15));
            draft.on(DrawingLayer::wall, {Kind::walls, ++id}).rectangle(room, Pen{colour(ColourRole::wall), 0.5});
            draft.on(DrawingLayer::room_text, {Kind::rooms, id})
                .text({room.low.x + 2'400, room.low.y + 5'000}, std::to_string(id),
                      {.size = 300, .anchor = TextAnchor::middle});
            for (int i = 0; i < 25; ++i)
                draft.on(DrawingLayer::outlet, {Kind::outlets, ++id})
                    .symbol(i % 2 ? Symbol::td : Symbol::tp,
                            {room.low.x + 500 + (i % 5) * 900, room.low.y + 800 + i / 5 * 1'900}, 400,
                            fixed_colour(0x009E73));
        }
    return drawing;
}

struct Step {
    double zoom;
    PaperPoint middle;
};

// Across the floor by a hand's pan, then in from the whole to 1:50.
std::vector<Step> panned(double zoom, int frames) {
    std::vector<Step> steps;
    for (int i = 0; i < frames; ++i)
        steps.push_back({zoom, {60'000 + i * 9 / zoom, 40'000 + i * 5 / zoom}});
    return steps;
}
std::vector<Step> zoomed(int frames) {
    std::vector<Step> steps;
    for (int i = 0; i < frames; ++i)
        steps.push_back({0.0065 * std::pow(12.0, static_cast<double>(i) / frames), {100'000, 50'000}});
    return steps;
}

template<class Paint> Measure each(const std::vector<Step>& steps, Paint paint) {
    std::vector<double> samples;
    for (const Step& step : steps)
        samples.push_back(seconds_of([&] { paint(step); }));
    return measure_of(std::move(samples));
}

void line(const char* what, const Measure& ours, const Measure& peer) {
    std::printf("  %-34s %8.2f ms  QGraphicsView %8.2f ms  ratio %.2f (at most 1)\n", what, ours.median * 1e3,
                peer.median * 1e3, ours.median / peer.median);
}

} // namespace

void measure_frames(int frames) {
    const Palette palette(Theme::light);
    const Drawing drawing = a_crowded_floor();
    std::printf("frames of %dx%d, %zu items, median of %d\n", frame_size.width(), frame_size.height(),
                drawing.items.size(), frames);
    QImage image(frame_size, QImage::Format_RGB32);
    const double nothing = allocated();
    const Picture picture(drawing);
    const auto by_picture = [&](const Step& step) {
        image.fill(palette.ground());
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        PaintView view;
        view.zoom = step.zoom;
        view.origin = {frame_size.width() / 2 - step.middle.x * step.zoom,
                       frame_size.height() / 2 - step.middle.y * step.zoom};
        view.clip = QRectF(QPointF(), frame_size);
        picture.paint(painter, view, palette);
    };
    by_picture({0.0065, {100'000, 50'000}});
    const double ours = allocated() - nothing;

    const double before = allocated();
    QGraphicsScene scene;
    scene.setSceneRect(0, 0, 200'000, 100'000);
    for (const DrawingItem& item : drawing.items)
        scene.addItem(new Shown(item, palette));
    QGraphicsView view(&scene);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    view.setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
    view.resize(frame_size);
    view.viewport()->resize(frame_size);
    const auto by_scene = [&](const Step& step) {
        view.setTransform(QTransform::fromScale(step.zoom, step.zoom));
        view.centerOn(step.middle.x, step.middle.y);
        image.fill(palette.ground());
        view.viewport()->render(&image);
    };
    by_scene({0.0065, {100'000, 50'000}});
    const double theirs = allocated() - before;

    for (const auto& [what, steps] : {std::pair("pan, whole floor (1:580)", panned(0.0065, frames)),
                                      {"pan, a wing (1:190)", panned(0.02, frames)},
                                      {"pan, some rooms (1:63)", panned(0.06, frames)},
                                      {"zoom, 1:580 to 1:50", zoomed(frames)}}) {
        const Measure a = each(steps, by_picture);
        const Measure b = each(steps, by_scene);
        line(what, a, b);
    }
    std::printf("  %-34s %8.2f MB  QGraphicsView %8.2f MB  ratio %.2f (at most 0.5)\n", "memory of the items",
                ours / 1e6, theirs / 1e6, ours / theirs);
}

} // namespace riser::bench
