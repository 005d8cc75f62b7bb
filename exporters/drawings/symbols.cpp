// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/symbols.h"

#include "model/building.h"
#include "model/catalogue.h"

#include <array>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

const Colour own = colour(ColourRole::of_symbol);
constexpr double thin = 0.18;
constexpr double bold = 0.3;

DrawingShape open_path(std::vector<Vertex> points, double width = thin) {
    return PathShape{std::move(points), false, {own, width, {}}};
}
DrawingShape closed_path(std::vector<Vertex> points, double width = thin) {
    return PathShape{std::move(points), true, {own, width, {}}};
}
DrawingShape solid(std::vector<Vertex> points) {
    return PolygonShape{{std::move(points)}, own, {}, Pen{own, thin, {}}};
}
// Paper under an outline, so that lines below do not run through it.
DrawingShape plate(std::vector<Vertex> points, double width = thin) {
    return PolygonShape{{std::move(points)}, colour(ColourRole::paper), {}, Pen{own, width, {}}};
}
std::vector<Vertex> box(double half_width, double half_height) {
    return {
        {-half_width, -half_height}, {half_width, -half_height}, {half_width, half_height}, {-half_width, half_height}};
}
std::vector<Vertex> circle(double radius, double x = 0, double y = 0) {
    return {{x - radius, y, 1}, {x + radius, y, 1}};
}
DrawingShape dot(double radius, double x = 0, double y = 0) {
    return PolygonShape{{circle(radius, x, y)}, own, {}, {}};
}

std::vector<Vertex> triangle() { return {{-0.5, 0.42}, {0.5, 0.42}, {0, -0.44}}; }

constexpr double frame_aspect = 1.53;
// The crossed box of a distributor; the cross leaves the middle free for its letters.
std::vector<DrawingShape> distributor(double inset, double width) {
    const double w = frame_aspect / 2;
    std::vector<DrawingShape> shapes{plate(box(w, 0.5), width)};
    if (inset > 0)
        shapes.push_back(closed_path(box(w - inset, 0.5 - inset)));
    for (const double sx : {-1.0, 1.0})
        for (const double sy : {-1.0, 1.0})
            shapes.push_back(open_path({{sx * (w - inset), sy * (0.5 - inset)}, {sx * w * 0.52, sy * 0.26}}));
    return shapes;
}

std::vector<DrawingShape> brick_wall() {
    const double w = frame_aspect / 2;
    std::vector<DrawingShape> shapes{plate(box(w, 0.5))};
    for (const double y : {-0.17, 0.17})
        shapes.push_back(open_path({{-w, y}, {w, y}}));
    for (const double x : {-0.25, 0.25})
        for (const double y : {-0.5, 0.17})
            shapes.push_back(open_path({{x, y}, {x, y + 0.33}}));
    shapes.push_back(open_path({{0, -0.17}, {0, 0.17}}));
    return shapes;
}

std::vector<DrawingShape> two_arrows(double half_width) {
    const double w = half_width;
    return {open_path({{-w, -0.15}, {w, -0.15}}), open_path({{w - 0.15, -0.27}, {w, -0.15}, {w - 0.15, -0.03}}),
            open_path({{w, 0.18}, {-w, 0.18}}), open_path({{-w + 0.15, 0.06}, {-w, 0.18}, {-w + 0.15, 0.3}})};
}

std::vector<DrawingShape> with(DrawingShape first, std::vector<DrawingShape> rest) {
    rest.insert(rest.begin(), std::move(first));
    return rest;
}

std::array<SymbolDrawing, symbol_count> make_all() {
    const double w = frame_aspect / 2;
    return {{
        {"TO",
         {"信息插座", "Telecommunications outlet"},
         1,
         0,
         {plate(triangle()), solid({{0, 0.42}, {0.5, 0.42}, {0, -0.44}})}},
        {"TD", {"数据插座", "Data outlet"}, 1, 0, {plate(triangle())}},
        {"TP", {"电话插座", "Telephone outlet"}, 1, 0, {solid(triangle())}},
        {"TV",
         {"电视插座", "Television outlet"},
         1,
         0,
         {plate({{-0.5, 0.36}, {0.5, 0.36}, {0.26, -0.36}, {-0.26, -0.36}})}},
        {"AP", {"无线接入点", "Wireless access point"}, 1, 0, {plate(circle(0.46)), dot(0.14)}},
        {"IPC",
         {"网络摄像机", "Network camera"},
         1,
         0,
         {plate({{-0.5, -0.22}, {0.18, -0.22}, {0.18, 0.22}, {-0.5, 0.22}}),
          solid({{0.18, 0}, {0.5, -0.24}, {0.5, 0.24}})}},
        {"KR", {"读卡器", "Card reader"}, 1, 0, {plate(box(0.38, 0.44)), open_path({{-0.38, 0.1}, {0.38, 0.1}})}},
        {"", {"其他点位", "Other point"}, 1, 0, {plate(box(0.4, 0.4)), dot(0.12)}},
        {"FD", {"楼层配线设备", "Floor distributor"}, frame_aspect, 0.36, distributor(0, bold)},
        {"BD", {"建筑物配线设备", "Building distributor"}, frame_aspect, 0.36, distributor(0.09, bold)},
        {"CD", {"建筑群配线设备", "Campus distributor"}, frame_aspect, 0.36, distributor(0.09, 0.6)},
        {"CP",
         {"集合点", "Consolidation point"},
         1,
         0,
         {plate(circle(0.46)), open_path({{-0.33, -0.33}, {0.33, 0.33}}), open_path({{-0.33, 0.33}, {0.33, -0.33}})}},
        {"SW", {"交换机", "Switch"}, frame_aspect, 0, with(plate(box(w, 0.5)), two_arrows(w * 0.7))},
        {"", {"核心交换机", "Core switch"}, frame_aspect, 0.36, {plate(box(w, 0.5), bold)}},
        {"", {"防火墙", "Firewall"}, frame_aspect, 0, brick_wall()},
        {"", {"路由器", "Router"}, 1, 0, with(plate(circle(0.5)), two_arrows(0.32))},
        {"",
         {"服务器", "Server"},
         1,
         0,
         {plate(box(0.36, 0.5)), open_path({{-0.36, -0.25}, {0.36, -0.25}}), open_path({{-0.36, 0}, {0.36, 0}}),
          dot(0.06, 0, 0.28)}},
        {"", {"机柜", "Cabinet"}, 1, 0, {plate(box(0.36, 0.5), bold), open_path({{-0.36, 0.5}, {0.36, -0.5}})}},
        {"",
         {"光缆接头", "Splice closure"},
         1,
         0,
         {plate(circle(0.3)), open_path({{-0.5, 0}, {-0.3, 0}}), open_path({{0.3, 0}, {0.5, 0}})}},
        {"",
         {"弱电竖井", "Riser shaft"},
         1,
         0,
         {plate(box(0.42, 0.42)), open_path({{-0.42, 0.42}, {-0.18, -0.18}, {0.42, -0.42}})}},
        {"", {"进线间", "Entrance room"}, frame_aspect, 0.36, {plate(box(w, 0.5))}},
        {"",
         {"接地端子板", "Earthing bar"},
         1,
         0,
         {open_path({{0, -0.5}, {0, 0.05}}), open_path({{-0.4, 0.05}, {0.4, 0.05}}, bold),
          open_path({{-0.25, 0.22}, {0.25, 0.22}}), open_path({{-0.1, 0.38}, {0.1, 0.38}})}},
        {"",
         {"指北针", "North"},
         1,
         0,
         {closed_path(circle(0.42)), solid({{0, -0.42}, {0.14, 0.36}, {0, 0.22}, {-0.14, 0.36}})}},
    }};
}

void scale(std::vector<Vertex>& points, double size, double angle, PaperPoint at) {
    const double turn = angle * std::numbers::pi / 180;
    for (Vertex& v : points) {
        const double x = v.x * size;
        const double y = v.y * size;
        v.x = at.x + x * std::cos(turn) + y * std::sin(turn);
        v.y = at.y - x * std::sin(turn) + y * std::cos(turn);
    }
}
void scale(DrawingShape& shape, double size, double angle, PaperPoint at) {
    if (auto* path = std::get_if<PathShape>(&shape))
        scale(path->points, size, angle, at);
    else if (auto* polygon = std::get_if<PolygonShape>(&shape))
        for (auto& ring : polygon->rings)
            scale(ring, size, angle, at);
}
void paint(Colour& colour, Colour with) {
    if (colour.role == ColourRole::of_symbol)
        colour = with;
}

} // namespace

const SymbolDrawing& drawing_of(Symbol symbol) {
    static const std::array<SymbolDrawing, symbol_count> all = make_all();
    return all[static_cast<std::size_t>(symbol)];
}

std::vector<DrawingShape> shapes_at(Symbol symbol, double size) {
    std::vector<DrawingShape> shapes = drawing_of(symbol).shapes;
    for (DrawingShape& shape : shapes)
        scale(shape, size, 0, {});
    return shapes;
}

std::vector<DrawingShape> expanded(const SymbolShape& placed) {
    std::vector<DrawingShape> shapes = drawing_of(placed.symbol).shapes;
    for (DrawingShape& shape : shapes) {
        scale(shape, placed.size, placed.angle, placed.at);
        if (auto* path = std::get_if<PathShape>(&shape)) {
            paint(path->pen.colour, placed.colour);
        } else if (auto* polygon = std::get_if<PolygonShape>(&shape)) {
            if (polygon->fill)
                paint(*polygon->fill, placed.colour);
            if (polygon->pen)
                paint(polygon->pen->colour, placed.colour);
        }
    }
    const double height = drawing_of(placed.symbol).letters * placed.size;
    if (height > 0 && !placed.letters.empty())
        shapes.push_back(TextShape{.at = {placed.at.x, placed.at.y + height * 0.36},
                                   .size = height,
                                   .text = placed.letters,
                                   .anchor = TextAnchor::middle,
                                   .weight = TextWeight::bold,
                                   .colour = placed.colour});
    return shapes;
}

Symbol symbol_of(const PointKind& kind) {
    struct Named {
        std::string_view code;
        Symbol symbol;
    };
    constexpr Named names[] = {{"TO", Symbol::to},      {"TD", Symbol::td},    {"TP", Symbol::tp},
                               {"TV", Symbol::tv},      {"AP", Symbol::ap},    {"IPC", Symbol::camera},
                               {"CAM", Symbol::camera}, {"KR", Symbol::reader}};
    for (const Named& name : names)
        if (kind.code == name.code)
            return name.symbol;
    return kind.wireless ? Symbol::ap : kind.camera ? Symbol::camera : Symbol::other_point;
}

Symbol symbol_of(SpaceRole role) {
    switch (role) {
    case SpaceRole::campus_distributor:
        return Symbol::cd;
    case SpaceRole::building_distributor:
        return Symbol::bd;
    case SpaceRole::floor_distributor:
        return Symbol::fd;
    case SpaceRole::equipment_room:
    case SpaceRole::core_machine_room:
        return Symbol::core;
    case SpaceRole::elv_shaft:
        return Symbol::shaft;
    case SpaceRole::entrance_room:
        return Symbol::entrance;
    }
    return Symbol::fd;
}

std::string_view letters_of(SpaceRole role) {
    switch (role) {
    case SpaceRole::equipment_room:
        return "Q";
    case SpaceRole::core_machine_room:
        return "C";
    case SpaceRole::entrance_room:
        return "R";
    default:
        return drawing_of(symbol_of(role)).code;
    }
}

} // namespace riser
