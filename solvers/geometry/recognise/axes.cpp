// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/axes.h"

#include "solvers/geometry/recognise/captions.h"

#include <algorithm>
#include <limits>

namespace riser::detail {

namespace {

constexpr double shortest = 4000;     // mm
constexpr double bubble_reach = 6000; // mm: from the end of a line to its letter
constexpr double bubble_radius = 700; // mm: how far beside the line the letter may stand

struct Line {
    Vec a;
    Vec b;
    std::string label;
};

bool is_axis_label(std::string_view text) {
    if (text.empty() || text.size() > 6)
        return false;
    std::size_t digits = 0, letters = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            ++letters;
        else if (c != '/' && c != '-' && c != '\'')
            return false;
    }
    return digits + letters > 0 && letters <= 2 && digits <= 3;
}

// Collinear pieces of one axis become one line.
std::vector<Line> joined(std::vector<Line> lines) {
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < lines.size() && !again; ++i)
            for (std::size_t j = i + 1; j < lines.size() && !again; ++j) {
                const Vec dir = unit(lines[i].b - lines[i].a);
                if (std::abs(cross(dir, lines[j].a - lines[i].a)) > 5 ||
                    std::abs(cross(dir, lines[j].b - lines[i].a)) > 5)
                    continue;
                const double from = dot(lines[j].a - lines[i].a, dir), to = dot(lines[j].b - lines[i].a, dir);
                const double length = gap(lines[i].a, lines[i].b);
                if (std::min(from, to) > length + 20000 || std::max(from, to) < -20000)
                    continue;
                const double low = std::min({0.0, from, to}), high = std::max({length, from, to});
                const Vec origin = lines[i].a;
                lines[i].a = origin + dir * low;
                lines[i].b = origin + dir * high;
                lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
                again = true;
            }
    }
    return lines;
}

} // namespace

std::vector<RecognisedAxis> axes_of(const LocalDrawing& drawing) {
    std::vector<Line> lines;
    for (const Piece& piece : drawing.pieces) {
        if (piece.role != LayerRole::axis || piece.curved || piece.symbol != no_index || gap(piece.a, piece.b) < 1500)
            continue;
        Line line{piece.a, piece.b, ""};
        if (std::pair(line.b.x, line.b.y) < std::pair(line.a.x, line.a.y))
            std::swap(line.a, line.b);
        lines.push_back(line);
    }
    if (lines.size() > 2000) // no grid has so many; hostile files do
        return {};
    lines = joined(std::move(lines));
    std::erase_if(lines, [](const Line& line) { return gap(line.a, line.b) < shortest; });
    // Labels to lines, nearest first.
    struct Pair {
        double cost;
        std::size_t line, caption;
        bool operator<(const Pair& o) const {
            return std::tie(cost, line, caption) < std::tie(o.cost, o.line, o.caption);
        }
    };
    std::vector<Pair> pairs;
    for (std::size_t c = 0; c < drawing.captions.size(); ++c) {
        const Caption& caption = drawing.captions[c];
        if ((caption.role != LayerRole::axis && !caption.attribute) || !is_axis_label(plain_caption(caption.content)))
            continue;
        for (std::size_t l = 0; l < lines.size(); ++l) {
            const Vec dir = unit(lines[l].b - lines[l].a);
            const double length = gap(lines[l].a, lines[l].b);
            const double s = dot(caption.centre - lines[l].a, dir);
            const double beyond = s < 0 ? -s : s - length;
            const double aside = std::abs(cross(dir, caption.centre - lines[l].a));
            if (beyond > -200 && beyond < bubble_reach && aside < bubble_radius)
                pairs.push_back({aside * 4 + std::abs(beyond), l, c});
        }
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<char> used(drawing.captions.size(), 0);
    for (const Pair& pair : pairs)
        if (lines[pair.line].label.empty() && !used[pair.caption]) {
            used[pair.caption] = 1;
            lines[pair.line].label = plain_caption(drawing.captions[pair.caption].content);
        }
    std::vector<RecognisedAxis> axes;
    for (const Line& line : lines)
        axes.push_back({line.label, rounded(line.a), rounded(line.b), ""});
    std::sort(axes.begin(), axes.end(), [](const RecognisedAxis& p, const RecognisedAxis& q) {
        return std::tie(p.label, p.from, p.to) < std::tie(q.label, q.from, q.to);
    });
    return axes;
}

} // namespace riser::detail
