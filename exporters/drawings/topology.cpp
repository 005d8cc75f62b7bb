// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology.h"

#include "exporters/drawings/draft.h"
#include "exporters/drawings/nested_layout.h"
#include "exporters/drawings/topology_content.h"
#include "exporters/drawings/topology_heading.h"
#include "exporters/drawings/topology_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

using What = TopologyBox::What;

constexpr double margin = topology_margin;
constexpr double mark = 1.6; // of a device among those that one box stands for
constexpr double label_size = topology_label;
// Of names in an overview, how many times their size on a sheet: the first with which they can be read when all of it
// is in a window, else the last.
constexpr std::array overview_names{3.0, 5.0, 8.0, 10.0};
constexpr PaperPoint window{1000, 490}; // pixels that a picture has there
constexpr double name_size = 2.8, read_from = 8.5;

const Colour second = colour(ColourRole::text_second);

std::size_t columns_of(const TopologyBox& box) {
    const auto n = static_cast<double>(box.devices.size());
    return std::max<std::size_t>(9, static_cast<std::size_t>(std::ceil(std::sqrt(n * 2))));
}

Text count_text(const TopologyBox& box) { return box.detail; }

// How much higher a box is whose name is so much larger.
double lift(double names) { return 2.8 * (names - 1); }

PaperPoint device_size(const TopologyBox& box, Language language, double names) {
    const double title = name_width(box.title.in(language), 2.8, names) + 8.4;
    if (box.devices.size() == 1)
        return {std::clamp(std::max(title, text_width(box.detail.in(language), 2) + 7), 20.0, 44.0 * names),
                9 + lift(names)};
    const std::size_t columns = columns_of(box);
    const std::size_t rows = (box.devices.size() + columns - 1) / columns;
    const double width =
        std::max({title, text_width(count_text(box).in(language), 1.8) + 2, static_cast<double>(columns) * mark + 2});
    return {std::clamp(width, 16.0, 60.0 * names), 9.2 + lift(names) + static_cast<double>(rows) * mark};
}

class Painter {
  public:
    Painter(Topology& out, const Design& design, const TopologyContent& content, Language language, double names)
        : draft_(out.drawing), out_(out), design_(design), content_(content), language_(language), names_(names) {}

    void run() {
        std::vector<NestedBox> boxes;
        for (const TopologyBox& box : content_.boxes)
            boxes.push_back(sized(box));
        std::vector<NestedLine> lines;
        for (const TopologyLine& line : content_.lines)
            lines.push_back({line.a, line.b, line.label.empty() ? 0 : text_width(line.label, label_size) + 2.4});
        const double apart = std::max(1.0, names_ / 4);
        const NestedLayout layout = nested_layout(boxes, lines, {.gap = 3.4 * apart, .port_pitch = 2.6 * apart});
        for (std::size_t i = 0; i < content_.boxes.size(); ++i)
            box(content_.boxes[i], moved(layout.boxes[i]));
        for (std::size_t i = 0; i < content_.lines.size(); ++i)
            line(content_.lines[i], layout.lines[i]);
        std::sort(out_.bundled.begin(), out_.bundled.end());
        out_.bundled.erase(std::unique(out_.bundled.begin(), out_.bundled.end()), out_.bundled.end());
        for (const TopologyPolicy& policy : content_.policies)
            out_.links.emplace_back(policy.id, Text{policy.number + "：" + policy.between.zh + "：" + policy.terms.zh,
                                                    policy.number + ": " + policy.between.en + ": " + policy.terms.en});
        out_.drawing.extent = {{0, 0}, {layout.width + 2 * margin, layout.height + 2 * margin}};
    }

  private:
    NestedBox sized(const TopologyBox& box) const {
        NestedBox out{.parent = box.parent, .layer = box.layer};
        switch (box.what) {
        case What::plane:
            out.container = true;
            out.width = 60;
            break;
        case What::region:
            out.container = true;
            break;
        case What::zone:
            out.container = true;
            out.pad_left = 6;
            out.pad = 3;
            break;
        case What::heading: {
            const PaperPoint size = heading_size(design_, box, kind_of_heading(box), language_, names_);
            out.width = size.x;
            out.height = size.y;
            out.first = true;
            break;
        }
        case What::devices: {
            const PaperPoint size = device_size(box, language_, names_);
            out.width = size.x;
            out.height = size.y;
            break;
        }
        case What::handoff:
            out.width = std::clamp(name_width(box.title.in(language_), 2.6, names_) + 10, 26.0, 50.0 * names_);
            out.height = 9 + lift(names_);
            break;
        case What::control:
            out.width = 56;
            out.height =
                6 + lift(names_) + 2.8 * static_cast<double>(wrapped(box.detail.in(language_), 52, 2, 4).size());
            break;
        }
        return out;
    }
    What kind_of_heading(const TopologyBox& heading) const { return content_.boxes[*heading.parent].what; }
    static PaperPoint moved(PaperPoint p) { return {p.x + margin, p.y + margin}; }
    static PaperBox moved(const PaperBox& b) { return {moved(b.low), moved(b.high)}; }

    void box(const TopologyBox& box, const PaperBox& at) {
        switch (box.what) {
        case What::plane:
            draft_.on(DrawingLayer::underlay, box.shows);
            draft_.rectangle(at,
                             Pen{.colour = box.colour, .width = 0.5, .dash = box.withheld ? Dash::dashed : Dash::solid},
                             tinted(box.colour, 0.05));
            if (box.withheld && box.shows.value != 0)
                out_.withheld.push_back(box.shows);
            break;
        case What::region:
            draft_.on(DrawingLayer::room, box.shows);
            draft_.rectangle(at, Pen{.colour = second, .width = 0.18, .dash = Dash::chain});
            break;
        case What::zone:
            zone(box, at);
            break;
        case What::heading:
            draw_heading(draft_, design_, box, kind_of_heading(box), at, language_, names_);
            break;
        case What::devices:
            out_.frames.push_back({at, box.devices, box.opens});
            box.devices.size() == 1 ? device(box, at) : devices(box, at);
            break;
        case What::handoff:
        case What::control:
            named(box, at);
            break;
        }
    }

    void zone(const TopologyBox& box, const PaperBox& at) {
        draft_.on(DrawingLayer::restricted, box.shows);
        draft_.rectangle(at, Pen{.colour = colour(ColourRole::text), .width = 0.25}, colour(ColourRole::paper));
        if (const auto hatch = grading_hatch(box.grading))
            draft_.put(PolygonShape{{Draft::corners({at.low, {at.low.x + 3.4, at.high.y}})},
                                    grading_tone(box.grading),
                                    hatch,
                                    Pen{.colour = second, .width = 0.13}});
    }

    Pen edge_of(const TopologyBox& box) const {
        return {.colour = colour(ColourRole::text),
                .width = 0.25,
                .dash = box.status == Status::reserved ? Dash::dashed
                        : box.status == Status::remove ? Dash::dotted
                                                       : Dash::solid};
    }

    // No wider than the place before a title.
    void sign(Symbol symbol, PaperPoint middle, double size) {
        draft_.symbol(symbol, middle, std::min(size, 4.6 / drawing_of(symbol).aspect), second);
    }

    void device(const TopologyBox& box, const PaperBox& at) {
        draft_.on(DrawingLayer::equipment, box.shows);
        draft_.rectangle(at, edge_of(box), colour(ColourRole::paper));
        sign(box.symbol, {at.low.x + 3.4, at.low.y + 4.5 + lift(names_) / 2}, 4);
        draft_.on(DrawingLayer::text, box.shows);
        const double room = at.width() - 6.8;
        draft_.text({at.low.x + 6.2, at.low.y + 4 + lift(names_)}, box.title.in(language_),
                    {.size = 2.8 * names_, .weight = TextWeight::bold, .width = room});
        draft_.text({at.low.x + 6.2, at.low.y + 7.2 + lift(names_)}, box.detail.in(language_),
                    {.size = 2, .colour = second, .width = room});
    }

    void devices(const TopologyBox& box, const PaperBox& at) {
        draft_.on(DrawingLayer::space, box.shows);
        draft_.rectangle({{at.low.x + 0.7, at.low.y - 0.7}, {at.high.x + 0.7, at.high.y - 0.7}}, edge_of(box),
                         colour(ColourRole::paper));
        draft_.rectangle(at, edge_of(box), colour(ColourRole::paper));
        sign(box.symbol, {at.low.x + 3, at.low.y + 2.8 + lift(names_) / 2}, 3.2);
        draft_.on(DrawingLayer::text, box.shows);
        draft_.text({at.low.x + 5.6, at.low.y + 3.8 + lift(names_)}, box.title.in(language_),
                    {.size = 2.8 * names_, .weight = TextWeight::bold, .width = at.width() - 6.4});
        draft_.text({at.low.x + 1.2, at.low.y + 7 + lift(names_)}, count_text(box).in(language_),
                    {.size = 1.8, .colour = second, .width = at.width() - 2});
        const std::size_t columns = columns_of(box);
        for (std::size_t i = 0; i < box.devices.size(); ++i) {
            const double x = at.low.x + 1.1 + static_cast<double>(i % columns) * mark;
            const double y = at.low.y + 8 + lift(names_) + static_cast<double>(i / columns) * mark;
            draft_.on(DrawingLayer::equipment, box.devices[i]);
            draft_.rectangle({{x, y}, {x + mark * 0.78, y + mark * 0.78}}, Pen{.colour = second, .width = 0.13},
                             tinted(second, 0.3));
        }
    }

    void named(const TopologyBox& box, const PaperBox& at) {
        const bool control = box.what == What::control;
        draft_.on(DrawingLayer::equipment, box.shows);
        draft_.rectangle(
            at, Pen{.colour = colour(control ? ColourRole::accent : ColourRole::text), .width = control ? 0.5 : 0.25},
            colour(ColourRole::paper));
        sign(box.symbol, {at.low.x + 3.6, at.low.y + 4.2 + lift(names_) / 2}, 4);
        draft_.on(DrawingLayer::text, box.shows);
        draft_.text({at.low.x + 7, at.low.y + 4 + lift(names_)}, box.title.in(language_),
                    {.size = 2.6 * names_, .weight = TextWeight::bold, .width = at.width() - 8});
        double y = at.low.y + 7.4 + lift(names_);
        for (const std::string& row : wrapped(box.detail.in(language_), at.width() - 8, 2, 4)) {
            draft_.text({at.low.x + 7, y}, row, {.size = 2, .colour = second});
            y += 2.8;
        }
    }

    void line(const TopologyLine& line, const std::vector<PaperPoint>& points) {
        if (points.size() < 2)
            return;
        const Pen pen = topology_pen(line);
        std::vector<Vertex> path;
        for (const PaperPoint& p : points)
            path.push_back({p.x + margin, p.y + margin});
        const PaperPoint end = moved(points.back());
        const bool from_above = points[points.size() - 2].y < points.back().y;
        draft_.on(line.what == TopologyLine::What::link ? DrawingLayer::backbone : DrawingLayer::route, line.shows);
        draft_.path(std::move(path), pen);
        if (line.what == TopologyLine::What::link) {
            const Text& a = content_.boxes[line.a].title;
            const Text& b = content_.boxes[line.b].title;
            out_.links.push_back(
                {line.shows, {a.zh + " – " + b.zh + "：" + line.label, a.en + " – " + b.en + ": " + line.label}});
            for (const AnyId row : line.rows)
                out_.bundled.emplace_back(row, line.shows);
        }
        if (line.what == TopologyLine::What::policy) {
            const double away = from_above ? -1.8 : 1.8;
            draft_.put(PolygonShape{
                {{{end.x, end.y}, {end.x - 0.7, end.y + away}, {end.x + 0.7, end.y + away}}}, pen.colour, {}, {}});
        }
        if (line.what == TopologyLine::What::apart)
            strike(points, pen);
        if (line.label.empty())
            return;
        draft_.on(DrawingLayer::text, line.shows);
        const double y = from_above ? end.y - 2 : end.y + 2 + text_width(line.label, label_size);
        draft_.text(
            {end.x - 0.35, y}, line.label,
            {.size = label_size, .colour = line.what == TopologyLine::What::link ? second : pen.colour, .angle = 90});
    }

    // A cross on the longest stretch.
    void strike(const std::vector<PaperPoint>& points, Pen pen) {
        std::size_t best = 1;
        const auto length = [&](std::size_t i) {
            return std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        };
        for (std::size_t i = 2; i < points.size(); ++i)
            if (length(i) > length(best))
                best = i;
        const PaperPoint m =
            moved(PaperPoint{(points[best].x + points[best - 1].x) / 2, (points[best].y + points[best - 1].y) / 2});
        pen.dash = Dash::solid;
        pen.width = 0.35;
        constexpr double r = 1.2;
        draft_.line({m.x - r, m.y - r}, {m.x + r, m.y + r}, pen);
        draft_.line({m.x - r, m.y + r}, {m.x + r, m.y - r}, pen);
    }

    Draft draft_;
    Topology& out_;
    const Design& design_;
    const TopologyContent& content_;
    Language language_;
    double names_; // how much larger than on a sheet
};

} // namespace

Topology topology(const Facts& facts, const TopologyOptions& options) {
    const bool overview = options.detail == TopologyDetail::overview;
    std::vector<TopologyContent> contents; // networks side by side or below each other
    for (const int in_row : {1, 2, 3})
        contents.push_back(topology_content(facts, options.opened, in_row, options.detail));
    Topology chosen;
    chosen.drawing.name = "topology";
    chosen.drawing.title = {"逻辑拓扑图", "Logical topology"};
    if (contents.front().boxes.empty())
        return chosen;
    const Topology empty = chosen;
    for (const double names : overview_names) {
        double best = 0; // whichever can be drawn largest on a screen
        for (const TopologyContent& content : contents) {
            Topology tried = empty;
            Painter(tried, facts.design(), content, options.language, overview ? names : 1).run();
            const PaperBox& extent = tried.drawing.extent;
            const double zoom = overview ? std::min(window.x / extent.width(), window.y / extent.height())
                                         : std::min(options.paper / extent.width(), 1 / extent.height());
            if (zoom > best * 1.02) {
                best = zoom;
                chosen = std::move(tried);
            }
        }
        if (!overview || best * names * name_size >= read_from)
            break;
    }
    return chosen;
}

} // namespace riser
