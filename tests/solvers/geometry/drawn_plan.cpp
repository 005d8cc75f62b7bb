// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_plan.h"

#include "tests/model/import/dxf_builder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <set>

namespace riser {

namespace {

struct Spot {
    double x;
    double y;
};
struct Side { // a unit edge of a region's boundary, the region on its left
    int i0, j0, i1, j1;
    bool upright() const { return i0 == i1; }
    auto operator<=>(const Side&) const = default;
};

double half_of(const PlanModel& m, bool upright, int i, int j) {
    const char a = upright ? m.cell(i - 1, j) : m.cell(i, j - 1);
    const char b = m.cell(i, j);
    return a == b ? 0 : (a == '.' || b == '.' ? m.outer : m.inner) / 2;
}
double half_of(const PlanModel& m, const Side& s) {
    return half_of(m, s.upright(), std::min(s.i0, s.i1), std::min(s.j0, s.j1));
}

// The boundary of a region, loop by loop, the region on the left.
std::vector<std::vector<Side>> loops_of(const PlanModel& m, char letter) {
    std::set<Side> sides;
    for (int i = -1; i <= m.columns(); ++i)
        for (int j = -1; j <= m.levels(); ++j) {
            if (m.cell(i, j) != letter || (letter == '.' && (i < -1 || j < -1)))
                continue;
            if (m.cell(i, j - 1) != letter)
                sides.insert({i, j, i + 1, j});
            if (m.cell(i + 1, j) != letter)
                sides.insert({i + 1, j, i + 1, j + 1});
            if (m.cell(i, j + 1) != letter)
                sides.insert({i + 1, j + 1, i, j + 1});
            if (m.cell(i - 1, j) != letter)
                sides.insert({i, j + 1, i, j});
        }
    std::vector<std::vector<Side>> loops;
    while (!sides.empty()) {
        std::vector<Side> loop{*sides.begin()};
        sides.erase(sides.begin());
        for (bool more = true; more;) {
            more = false;
            const Side at = loop.back();
            const int dx = at.i1 - at.i0, dy = at.j1 - at.j0;
            for (const auto& [tx, ty] : {std::pair{-dy, dx}, std::pair{dx, dy}, std::pair{dy, -dx}}) {
                const auto next = sides.find({at.i1, at.j1, at.i1 + tx, at.j1 + ty});
                if (next != sides.end()) {
                    loop.push_back(*next);
                    sides.erase(next);
                    more = true;
                    break;
                }
            }
        }
        loops.push_back(std::move(loop));
    }
    return loops;
}

// A loop moved inwards by half the wall: its corners in order, and the sides between them.
struct Face {
    Spot a;
    Spot b;
    Side side; // i0..: of the first unit edge
};
std::vector<Face> faces_of(const PlanModel& m, const std::vector<Side>& loop, bool gross) {
    std::vector<Face> faces;
    const std::size_t n = loop.size();
    const auto half = [&](const Side& s) { return gross ? 0.0 : half_of(m, s); };
    const auto shift_at = [&](const Side& s, const Side& other, bool end) {
        // How far the face of s is cut back (or drawn on) at the corner with `other`.
        const int turn = end ? (s.i1 - s.i0) * (other.j1 - other.j0) - (s.j1 - s.j0) * (other.i1 - other.i0)
                             : (other.i1 - other.i0) * (s.j1 - s.j0) - (other.j1 - other.j0) * (s.i1 - s.i0);
        return turn * half(other);
    };
    for (std::size_t k = 0; k < n; ++k) {
        const Side& s = loop[k];
        const Side& before = loop[(k + n - 1) % n];
        const Side& after = loop[(k + 1) % n];
        const double dx = s.i1 - s.i0, dy = s.j1 - s.j0;
        const double h = half(s);
        const Spot in{-dy * h, dx * h};
        const double cut_a = shift_at(s, before, false), cut_b = shift_at(s, after, true);
        const auto x = [&](int i) { return m.xs[static_cast<std::size_t>(i)]; };
        const auto y = [&](int j) { return m.ys[static_cast<std::size_t>(j)]; };
        faces.push_back({{x(s.i0) + dx * cut_a + in.x, y(s.j0) + dy * cut_a + in.y},
                         {x(s.i1) - dx * cut_b + in.x, y(s.j1) - dy * cut_b + in.y},
                         s});
    }
    return faces;
}

std::vector<Hole> holes_in(const PlanModel& m, bool upright, int i, int j) {
    std::vector<Hole> found;
    for (const Hole& h : m.holes)
        if (h.upright == upright && h.i == i && h.j == j)
            found.push_back(h);
    std::sort(found.begin(), found.end(), [](const Hole& p, const Hole& q) { return p.from < q.from; });
    return found;
}

class Writer {
  public:
    Writer(const PlanModel& m, const DrawingHabit& habit, std::mt19937& random)
        : m_(m), habit_(habit), random_(random) {
        switch (habit.layers) {
        case LayerHabit::tangent:
            wall_ = "WALL", door_ = window_ = "WINDOW", text_ = "PUB_TEXT", column_ = "COLUMN";
            break;
        case LayerHabit::aia:
            wall_ = "A-WALL", door_ = "A-DOOR", window_ = "A-GLAZ", text_ = "A-AREA-IDEN", column_ = "S-COLS";
            break;
        case LayerHabit::unnamed:
            wall_ = "L1", door_ = "L2", window_ = "L3", text_ = "L4", column_ = "L5";
            break;
        case LayerHabit::all_on_one:
            wall_ = door_ = window_ = text_ = column_ = "0";
            break;
        }
    }

    std::string text() {
        if (habit_.insunits != 0)
            drawing_.unit(habit_.insunits);
        drawing_.block("DOOR", dxf::line("0", 0, 0, 0, 1) + dxf::arc("0", 0, 0, 1, 0, 90));
        drawing_.block("WIN", dxf::line("0", 0, -0.5, 1, -0.5) + dxf::line("0", 0, -0.17, 1, -0.17) +
                                  dxf::line("0", 0, 0.17, 1, 0.17) + dxf::line("0", 0, 0.5, 1, 0.5));
        switch (habit_.walls) {
        case WallHabit::faces:
        case WallHabit::faces_without_caps:
            draw_faces();
            break;
        case WallHabit::closed_outlines:
            draw_runs(true);
            break;
        case WallHabit::single_lines:
            draw_runs(false);
            break;
        }
        for (const Hole& hole : m_.holes)
            draw_symbol(hole);
        if (habit_.columns)
            for (double x : m_.xs)
                for (double y : m_.ys)
                    rectangle(column_, x - 250, y - 250, x + 250, y + 250);
        for (const TrueRoom& room : rooms_of(m_, false)) {
            if (habit_.clutter)
                clutter(room);
            if (!habit_.names)
                continue;
            if (!room.name.empty())
                label(room.x, room.y + 200, room.name);
            if (!room.number.empty())
                label(room.x, room.y - 250, room.number);
            if (habit_.furniture) { // a desk and a chair that touch no wall
                rectangle("A-FURN", room.x - 900, room.y - 900, room.x + 500, room.y - 200);
                rectangle("A-FURN", room.x - 300, room.y - 1350, room.x + 150, room.y - 950);
            }
        }
        return drawing_.text();
    }

  private:
    Spot put(double x, double y) const {
        const auto p = in_drawing(habit_, x, y);
        return {p[0], p[1]};
    }
    double astray() {
        return habit_.misfit == 0 ? 0 : std::uniform_real_distribution<double>(-habit_.misfit, habit_.misfit)(random_);
    }
    void line(const char* layer, double x1, double y1, double x2, double y2) {
        if (std::hypot(x2 - x1, y2 - y1) < 1)
            return;
        const Spot a = put(x1, y1), b = put(x2, y2);
        drawing_.with(dxf::line(layer, a.x, a.y, b.x, b.y));
    }
    void wall_line(double x1, double y1, double x2, double y2) {
        line(wall_, x1 + astray(), y1 + astray(), x2 + astray(), y2 + astray());
        if (habit_.doubled) {
            line(wall_, x1 + 0.6 * (x2 - x1), y1 + 0.6 * (y2 - y1), x1, y1);
            line(wall_, x1 + 0.4 * (x2 - x1), y1 + 0.4 * (y2 - y1), x2, y2);
        }
    }
    void rectangle(const char* layer, double x1, double y1, double x2, double y2) {
        const Spot a = put(x1, y1), b = put(x2, y1), c = put(x2, y2), d = put(x1, y2);
        drawing_.with(dxf::polyline(layer, true, {{a.x, a.y}, {b.x, b.y}, {c.x, c.y}, {d.x, d.y}}));
    }
    void label(double x, double y, const std::string& content) {
        const double width = static_cast<double>(code_points(content)) * 300 * 0.8;
        const Spot p = put(x - width / 2, y);
        drawing_.with(dxf::text(text_, p.x, p.y, 300 / habit_.unit, content) + dxf::groups({{50, habit_.turn}}));
    }

    void clutter(const TrueRoom& room) {
        for (int k = 0; k < 7; ++k)
            line("STAIR-LINES", room.x - 1000 + 260 * k, room.y - 1100, room.x - 1000 + 260 * k, room.y - 300);
        line("DIM", room.x - 3000, room.y - 400, room.x + 3000, room.y - 400);
        for (int k = 0; k < 12; ++k)
            line("HATCH-1", room.x - 900 + 100 * k, room.y + 700, room.x - 400 + 100 * k, room.y + 1200);
    }

    void draw_faces() {
        std::set<char> letters{'.'};
        for (const std::string& row : m_.rows)
            letters.insert(row.begin(), row.end());
        for (const char letter : letters)
            for (const auto& loop : loops_of(m_, letter)) {
                const std::vector<Face> faces = faces_of(m_, loop, false);
                std::size_t start = 0; // a corner, so that runs do not wrap
                while (start < faces.size() && straight_on(faces, start))
                    ++start;
                Spot from = faces[start % faces.size()].a;
                for (std::size_t k = 0; k < faces.size(); ++k) {
                    const Face& face = faces[(start + k) % faces.size()];
                    const Face& next = faces[(start + k + 1) % faces.size()];
                    from = broken_by_holes(face, from);
                    if (straight_on(faces, (start + k + 1) % faces.size()))
                        continue;
                    wall_line(from.x, from.y, face.b.x, face.b.y);
                    wall_line(face.b.x, face.b.y, next.a.x, next.a.y); // a step where thicknesses differ
                    from = next.a;
                }
            }
        for (const Hole& h : m_.holes) {
            const double half = half_of(m_, h.upright, h.i, h.j);
            const bool open = habit_.walls == WallHabit::faces_without_caps && h.kind != HoleKind::passage;
            for (const double at : {h.from, h.to})
                if (open && !(h.flush && at == h.from))
                    continue;
                else if (h.upright)
                    wall_line(axis(h) - half, at, axis(h) + half, at);
                else
                    wall_line(at, axis(h) - half, at, axis(h) + half);
        }
    }
    double axis(const Hole& h) const {
        return h.upright ? m_.xs[static_cast<std::size_t>(h.i)] : m_.ys[static_cast<std::size_t>(h.j)];
    }
    // Whether face k runs straight on from the one before.
    static bool straight_on(const std::vector<Face>& faces, std::size_t k) {
        const Face& before = faces[(k + faces.size() - 1) % faces.size()];
        const Face& at = faces[k];
        return before.side.upright() == at.side.upright() &&
               (before.side.i1 - before.side.i0 == at.side.i1 - at.side.i0) &&
               (before.side.j1 - before.side.j0 == at.side.j1 - at.side.j0) &&
               std::hypot(before.b.x - at.a.x, before.b.y - at.a.y) < 1;
    }
    // Draws the face up to its last hole; returns where the rest begins.
    Spot broken_by_holes(const Face& face, Spot from) {
        const Side& s = face.side;
        std::vector<Hole> holes = holes_in(m_, s.upright(), std::min(s.i0, s.i1), std::min(s.j0, s.j1));
        const bool backwards = s.i1 < s.i0 || s.j1 < s.j0;
        if (backwards)
            std::reverse(holes.begin(), holes.end());
        for (const Hole& h : holes) {
            const double near = backwards ? h.to : h.from, far = backwards ? h.from : h.to;
            if (s.upright()) {
                wall_line(from.x, from.y, face.a.x, near);
                from = {face.a.x, far};
            } else {
                wall_line(from.x, from.y, near, face.a.y);
                from = {far, face.a.y};
            }
        }
        return from;
    }

    // Walls run by run: as closed rectangles that overlap where they meet, or as single lines.
    void draw_runs(bool outlines) {
        for (const bool upright : {true, false}) {
            const int lines = upright ? m_.columns() : m_.levels();
            const int steps = upright ? m_.levels() : m_.columns();
            for (int at = 0; at <= lines; ++at)
                for (int k = 0; k < steps;) {
                    const auto half = [&](int step) {
                        return upright ? half_of(m_, true, at, step) : half_of(m_, false, step, at);
                    };
                    if (half(k) == 0) {
                        ++k;
                        continue;
                    }
                    int end = k;
                    while (end < steps && half(end) == half(k))
                        ++end;
                    draw_run(outlines, upright, at, k, end, half(k));
                    k = end;
                }
        }
    }
    void draw_run(bool outlines, bool upright, int at, int first, int last, double half) {
        const std::vector<double>& marks = upright ? m_.ys : m_.xs;
        const double axis = (upright ? m_.xs : m_.ys)[static_cast<std::size_t>(at)];
        const auto reach = [&](int mark) { // half of the thickest wall across
            const auto across = [&](int side) {
                return upright ? half_of(m_, false, side, mark) : half_of(m_, true, mark, side);
            };
            return std::max(across(at - 1), across(at));
        };
        double from = marks[static_cast<std::size_t>(first)] - (outlines ? reach(first) : 0);
        const auto piece = [&](double a, double b) {
            if (b - a < 1)
                return;
            const double e = astray(), f = astray();
            if (outlines && upright)
                rectangle(wall_, axis - half, a + e, axis + half, b + f);
            else if (outlines)
                rectangle(wall_, a + e, axis - half, b + f, axis + half);
            else if (upright)
                wall_line(axis, a, axis, b);
            else
                wall_line(a, axis, b, axis);
        };
        for (int k = first; k < last; ++k)
            for (const Hole& h : holes_in(m_, upright, upright ? at : k, upright ? k : at)) {
                piece(from, h.from);
                from = h.to;
            }
        piece(from, marks[static_cast<std::size_t>(last)] + (outlines ? reach(last) : 0));
    }

    // Along the wall and across it, from the hole's start.
    Spot local(const Hole& h, double along, double across) const {
        return h.upright ? Spot{axis(h) + across, h.from + along} : Spot{h.from + along, axis(h) + across};
    }
    void local_line(const char* layer, const Hole& h, double a1, double c1, double a2, double c2) {
        const Spot p = local(h, a1, c1), q = local(h, a2, c2);
        line(layer, p.x, p.y, q.x, q.y);
    }

    void draw_symbol(const Hole& h) {
        const double width = h.to - h.from;
        const double half = half_of(m_, h.upright, h.i, h.j);
        if (h.kind == HoleKind::window) {
            if (habit_.windows == WindowHabit::none)
                return;
            if (habit_.windows == WindowHabit::block) {
                const Spot p = put(local(h, 0, 0).x, local(h, 0, 0).y);
                drawing_.with(dxf::insert(window_, "WIN", p.x, p.y,
                                          {{41, width / habit_.unit},
                                           {42, 2 * half / habit_.unit},
                                           {50, (h.upright ? 90 : 0) + habit_.turn}}));
                return;
            }
            for (const double share : {-1.0, -0.3, 0.3, 1.0})
                local_line(window_, h, 0, share * half, width, share * half);
            return;
        }
        if (h.kind == HoleKind::passage || habit_.doors == DoorHabit::gap_only)
            return;
        if (habit_.doors == DoorHabit::sliding) {
            for (const auto& [a, b, c] : {std::array{0.0, 0.55, -25.0}, std::array{0.45, 1.0, 5.0}}) {
                const Spot p = local(h, a * width, c), q = local(h, b * width, c + 20);
                rectangle(door_, std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y));
            }
            return;
        }
        if (h.kind == HoleKind::double_door) {
            draw_leaf(h, 0, width / 2, false, half);
            draw_leaf(h, width, width / 2, true, half);
        } else {
            draw_leaf(h, h.hinge_at_to ? width : 0, width, h.hinge_at_to, half);
        }
    }

    // A leaf of length r hinged at `at`, closing towards the start when `back`, opened by a quarter turn.
    void draw_leaf(const Hole& h, double at, double r, bool back, double half) {
        const double up = h.swings_up ? 1 : -1;
        const double face = habit_.walls == WallHabit::single_lines ? 0 : up * half * 0.9;
        const double way = back ? -1 : 1;
        const Spot hinge = local(h, at, face);
        const Spot open = local(h, at, face + up * r);
        const Spot shut = local(h, at + way * r, face);
        const Spot o = put(hinge.x, hinge.y);
        const auto angle = [&](Spot p) {
            const Spot q = put(p.x, p.y);
            return std::atan2(q.y - o.y, q.x - o.x) * 180 / std::numbers::pi;
        };
        double from = angle(shut), to = angle(open);
        const bool turns_left = std::fmod(to - from + 720, 360) < 180;
        if (habit_.doors == DoorHabit::threshold && !back)
            for (const double c : {-half, half})
                local_line(door_, h, 0, c, h.to - h.from, c);
        switch (habit_.doors) {
        case DoorHabit::thick_leaf: {
            const Spot p = local(h, at, face), q = local(h, at + way * 40, face + up * r);
            rectangle(door_, std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y));
            [[fallthrough]];
        }
        case DoorHabit::arc_only:
            if (!turns_left)
                std::swap(from, to);
            drawing_.with(dxf::arc(door_, o.x, o.y, r / habit_.unit, from, to));
            break;
        case DoorHabit::threshold:
        case DoorHabit::lines_and_arc:
            line(door_, hinge.x, hinge.y, open.x, open.y);
            if (!turns_left)
                std::swap(from, to);
            drawing_.with(dxf::arc(door_, o.x, o.y, r / habit_.unit, from, to));
            break;
        case DoorHabit::bulge: {
            line(door_, hinge.x, hinge.y, open.x, open.y);
            const Spot p = put(shut.x, shut.y), q = put(open.x, open.y);
            const double bulge = std::tan(std::numbers::pi / 8) * (turns_left ? 1 : -1);
            drawing_.with(dxf::polyline(door_, false, {{p.x, p.y, bulge}, {q.x, q.y}}));
            break;
        }
        default: { // the unit block: hinge at 0, shut towards x, open towards y
            const double stretch = habit_.doors == DoorHabit::stretched_block ? 0.85 : 1;
            drawing_.with(dxf::insert(
                door_, "DOOR", o.x, o.y,
                {{41, r / habit_.unit}, {42, (turns_left ? 1 : -1) * stretch * r / habit_.unit}, {50, from}}));
            break;
        }
        }
    }

    const PlanModel& m_;
    const DrawingHabit& habit_;
    std::mt19937& random_;
    dxf::Drawing drawing_;
    const char *wall_ = "", *door_ = "", *window_ = "", *text_ = "", *column_ = "";
};

} // namespace

char PlanModel::cell(int i, int j) const {
    if (i < 0 || j < 0 || i >= columns() || j >= levels())
        return '.';
    return rows[static_cast<std::size_t>(levels() - 1 - j)][static_cast<std::size_t>(i)];
}

std::array<double, 2> in_drawing(const DrawingHabit& habit, double x, double y) {
    const double t = habit.turn * std::numbers::pi / 180;
    const double far_x = 1'234'000, far_y = 456'000;
    return {(std::cos(t) * x - std::sin(t) * y + far_x) / habit.unit,
            (std::sin(t) * x + std::cos(t) * y + far_y) / habit.unit};
}

std::string dxf_of(const PlanModel& model, const DrawingHabit& habit, std::mt19937& random) {
    return Writer(model, habit, random).text();
}

std::vector<TrueRoom> rooms_of(const PlanModel& m, bool gross) {
    static const std::array<const char*, 12> names{"办公室", "会议室", "走廊", "弱电间", "档案室", "接待室",
                                                   "OFFICE", "卫生间", "机房", "值班室", "楼梯间", "库房"};
    std::map<char, TrueRoom> rooms;
    std::map<char, double> widest;
    for (int i = 0; i < m.columns(); ++i)
        for (int j = 0; j < m.levels(); ++j) {
            const char letter = m.cell(i, j);
            if (letter == '.')
                continue;
            TrueRoom& room = rooms[letter];
            room.letter = letter;
            const auto u = static_cast<std::size_t>(i), v = static_cast<std::size_t>(j);
            const double w = m.xs[u + 1] - m.xs[u], h = m.ys[v + 1] - m.ys[v];
            if (std::min(w, h) > widest[letter]) {
                widest[letter] = std::min(w, h);
                room.x = (m.xs[u] + m.xs[u + 1]) / 2;
                room.y = (m.ys[v] + m.ys[v + 1]) / 2;
            }
        }
    std::vector<TrueRoom> list;
    int count = 0;
    for (auto& [letter, room] : rooms) {
        double twice = 0;
        for (const auto& loop : loops_of(m, letter))
            for (const std::vector<Face> faces = faces_of(m, loop, gross); const Face& face : faces) {
                const Face& next = faces[static_cast<std::size_t>(&face - faces.data() + 1) % faces.size()];
                twice += face.a.x * face.b.y - face.b.x * face.a.y;
                twice += face.b.x * next.a.y - next.a.x * face.b.y;
                room.perimeter += std::hypot(face.b.x - face.a.x, face.b.y - face.a.y);
            }
        room.area = twice / 2;
        room.name = names[static_cast<std::size_t>(count) % names.size()];
        room.number = std::to_string(301 + count++);
        list.push_back(room);
    }
    return list;
}

PlanModel plan_of(std::vector<std::string> rows, const std::string& doors, double cell) {
    PlanModel m;
    m.rows = std::move(rows);
    for (std::size_t i = 0; i <= m.rows[0].size(); ++i)
        m.xs.push_back(static_cast<double>(i) * cell);
    for (std::size_t j = 0; j <= m.rows.size(); ++j)
        m.ys.push_back(static_cast<double>(j) * cell);
    for (std::size_t d = 0; d + 1 < doors.size(); d += 3) {
        bool done = false;
        for (const bool upright : {true, false})
            for (int i = 0; i <= m.columns() && !done; ++i)
                for (int j = 0; j <= m.levels() && !done; ++j) {
                    const char a = upright ? m.cell(i - 1, j) : m.cell(i, j - 1), b = m.cell(i, j);
                    if (std::minmax(a, b) != std::minmax(doors[d], doors[d + 1]) || a == b)
                        continue;
                    const double start =
                        (upright ? m.ys[static_cast<std::size_t>(j)] : m.xs[static_cast<std::size_t>(i)]) + cell / 2 -
                        450;
                    m.holes.push_back({upright, i, j, start, start + 900, HoleKind::door, false, d % 2 == 0});
                    done = true;
                }
    }
    return m;
}

PlanModel random_plan(std::mt19937& random, int columns, int rows) {
    const auto pick = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    const auto whole = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    PlanModel m;
    m.outer = 200 + 50 * whole(4);
    m.inner = 100 + 20 * whole(6);
    m.xs.push_back(0);
    for (int i = 0; i < columns; ++i)
        m.xs.push_back(m.xs.back() + std::round(pick(2600, 7000)));
    m.ys.push_back(0);
    for (int j = 0; j < rows; ++j)
        m.ys.push_back(m.ys.back() + std::round(pick(2600, 7000)));
    // Letters: each cell its own, then some joined to a neighbour; some corners cut away.
    const auto count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    std::vector<std::size_t> owner(count);
    std::iota(owner.begin(), owner.end(), 0U);
    const auto at = [&](int i, int j) {
        return static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i);
    };
    for (int k = 0; k < columns * rows / 2; ++k) {
        const int i = whole(columns), j = whole(rows);
        const bool right = whole(2) == 0;
        if ((right && i + 1 >= columns) || (!right && j + 1 >= rows))
            continue;
        const std::size_t a = owner[at(i, j)], b = owner[right ? at(i + 1, j) : at(i, j + 1)];
        if (std::count(owner.begin(), owner.end(), a) + std::count(owner.begin(), owner.end(), b) <= 4)
            std::replace(owner.begin(), owner.end(), b, a);
    }
    // A corner may be cut away where what remains hangs together.
    const auto hangs_together = [&](std::size_t without) {
        std::vector<char> seen(count, 0);
        std::vector<std::size_t> queue;
        for (std::size_t k = 0; k < count && queue.empty(); ++k)
            if (owner[k] != without)
                queue.push_back(k);
        if (queue.empty())
            return false;
        seen[queue[0]] = 1;
        for (std::size_t q = 0; q < queue.size(); ++q) {
            const int i = static_cast<int>(queue[q]) % columns, j = static_cast<int>(queue[q]) / columns;
            for (const auto& [dx, dy] : {std::pair{1, 0}, std::pair{-1, 0}, std::pair{0, 1}, std::pair{0, -1}})
                if (i + dx >= 0 && i + dx < columns && j + dy >= 0 && j + dy < rows)
                    if (const std::size_t k = at(i + dx, j + dy); owner[k] != without && !seen[k]) {
                        seen[k] = 1;
                        queue.push_back(k);
                    }
        }
        return queue.size() + static_cast<std::size_t>(std::count(owner.begin(), owner.end(), without)) == count;
    };
    std::map<std::size_t, char> letter;
    m.rows.assign(static_cast<std::size_t>(rows), std::string(static_cast<std::size_t>(columns), '.'));
    const bool cut = whole(3) == 0 && hangs_together(owner[at(columns - 1, rows - 1)]);
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const std::size_t o = owner[at(i, j)];
            if (cut && o == owner[at(columns - 1, rows - 1)])
                continue;
            if (!letter.count(o)) {
                const auto n = letter.size();
                letter[o] = static_cast<char>(n < 26 ? 'A' + static_cast<int>(n) : 'a' + static_cast<int>(n) - 26);
            }
            m.rows[static_cast<std::size_t>(rows - 1 - j)][static_cast<std::size_t>(i)] = letter[o];
        }
    // Doors: a spanning tree over rooms and the outside, and some more; windows in what is left of the outer wall.
    struct Between {
        bool upright;
        int i, j;
        char a, b;
    };
    std::vector<Between> walls;
    for (const bool upright : {true, false})
        for (int i = 0; i <= columns; ++i)
            for (int j = 0; j <= rows; ++j) {
                const char a = upright ? m.cell(i - 1, j) : m.cell(i, j - 1), b = m.cell(i, j);
                if (a != b)
                    walls.push_back({upright, i, j, a, b});
            }
    std::shuffle(walls.begin(), walls.end(), random);
    std::map<char, char> root;
    const auto find = [&](char c) {
        while (root.count(c) && root[c] != c)
            c = root[c];
        return c;
    };
    for (const Between& w : walls) {
        const auto index = static_cast<std::size_t>(w.upright ? w.j : w.i);
        const std::vector<double>& marks = w.upright ? m.ys : m.xs;
        const double low = marks[index] + m.outer / 2 + 30, high = marks[index + 1] - m.outer / 2 - 30;
        const bool outside = w.a == '.' || w.b == '.';
        const bool joins = find(w.a) != find(w.b);
        if (!joins && whole(10) > (outside ? 6 : 1))
            continue;
        Hole hole{w.upright, w.i, w.j, 0, 0, HoleKind::door, whole(2) == 0, whole(2) == 0};
        double width = 100 * (7 + whole(5));
        if (!joins && outside) {
            hole.kind = HoleKind::window;
            width = 100 * (9 + whole(12));
        } else if (whole(5) == 0) {
            hole.kind = HoleKind::double_door;
            width = 100 * (12 + whole(7));
        }
        if (width > high - low - 200)
            continue;
        if (joins)
            root[find(w.a)] = find(w.b);
        hole.from = std::round(pick(low + 100, high - width - 100));
        // One in four stands flush with the wall across, when there is one of the same thickness on both sides.
        const int k = w.upright ? w.j : w.i;
        const double first = w.upright ? half_of(m, false, w.i - 1, k) : half_of(m, true, k, w.j - 1);
        const double second = w.upright ? half_of(m, false, w.i, k) : half_of(m, true, k, w.j);
        if (hole.kind == HoleKind::door && first == second && first > 0 && whole(4) == 0)
            hole.from = marks[index] + first, hole.flush = true;
        hole.to = hole.from + width;
        m.holes.push_back(hole);
    }
    return m;
}

} // namespace riser
