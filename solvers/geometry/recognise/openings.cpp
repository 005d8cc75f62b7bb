// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/openings.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace riser::detail {

namespace {

constexpr double hinge_reach = 260; // mm: from a hinge to its jamb
constexpr double misfit = 120;      // mm: a gap this small is no opening
constexpr double mark_reach = 2200; // mm: from a mark to the middle of its opening

bool is_opening_role(LayerRole role) {
    return role == LayerRole::door || role == LayerRole::window || role == LayerRole::opening;
}

// A gap's own frame: along it from 0 to its length, across it from its middle to the left.
struct GapFrame {
    Vec origin;
    Vec dir;
    double length;
    double half;
    explicit GapFrame(const WallGap& gap)
        : origin(gap.from), dir(gap.direction()), length(gap.length), half(gap.thickness / 2) {}
    Vec local(Vec p) const { return {dot(p - origin, dir), dot(p - origin, left_of(dir))}; }
};

// How well a swing fits a gap: the distance of its hinge from the jamb, or nothing.
std::optional<double> fit(const DoorSwing& swing, const GapFrame& frame) {
    const Vec hinge = frame.local(swing.hinge);
    if (std::abs(hinge.y) > frame.half + hinge_reach || swing.radius > frame.length + 220 ||
        swing.radius < 0.28 * frame.length)
        return std::nullopt;
    const double reach = std::min(hinge_reach, 0.45 * frame.length);
    const bool at_from = std::abs(hinge.x) <= reach;
    const bool at_to = std::abs(hinge.x - frame.length) <= reach;
    if (!at_from && !at_to)
        return std::nullopt;
    for (int end = 0; end < 2; ++end) {
        if (end == swing.leaf)
            continue;
        const Vec way = unit(swing.ends[end] - swing.hinge);
        const double forward = dot(way, frame.dir);
        if ((at_from && forward > 0.86) || (at_to && forward < -0.86)) {
            const double off = at_from && forward > 0 ? std::abs(hinge.x) : std::abs(hinge.x - frame.length);
            return off + std::max(0.0, std::abs(hinge.y) - frame.half) + 0.2 * std::abs(frame.length - swing.radius);
        }
    }
    return std::nullopt;
}

struct Lines {
    double covered = 0;   // share of the gap's length
    std::size_t rows = 0; // lines beside each other
    bool window = false;  // on a layer of windows
    bool door = false;
    std::vector<std::uint32_t> pieces;
};

Lines lines_in(const GapFrame& frame, const LocalDrawing& drawing, const StrokeIndex& index) {
    Lines lines;
    std::array<char, 40> bins{};
    std::set<long> rows;
    const double margin = frame.half + 160;
    Box box{rounded(frame.origin), rounded(frame.origin)};
    for (const Vec corner : {Vec{0, margin}, Vec{0, -margin}, Vec{frame.length, margin}, Vec{frame.length, -margin}}) {
        const Point p = rounded(frame.origin + frame.dir * corner.x + left_of(frame.dir) * corner.y);
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
    index.near(box, [&](std::uint32_t i) {
        const Piece& piece = drawing.pieces[i];
        if (!is_opening_role(piece.role))
            return;
        const Vec a = frame.local(piece.a);
        const Vec b = frame.local(piece.b);
        if (std::max(std::abs(a.y), std::abs(b.y)) > margin || std::max(a.x, b.x) < -60 ||
            std::min(a.x, b.x) > frame.length + 60)
            return;
        lines.pieces.push_back(i);
        lines.window = lines.window || piece.role == LayerRole::window;
        lines.door = lines.door || piece.role == LayerRole::door;
        if (piece.curved || std::abs(a.y - b.y) > 0.12 * std::abs(a.x - b.x))
            return;
        const double low = std::max(0.0, std::min(a.x, b.x)) / frame.length;
        const double high = std::min(frame.length, std::max(a.x, b.x)) / frame.length;
        for (std::size_t k = 0; k < bins.size(); ++k)
            if (const double at = (static_cast<double>(k) + 0.5) / static_cast<double>(bins.size());
                at >= low && at <= high)
                bins[k] = 1;
        if (high - low > 0.3)
            rows.insert(std::lround((a.y + b.y) / 2 / 12));
    });
    lines.covered = static_cast<double>(std::count(bins.begin(), bins.end(), 1)) / static_cast<double>(bins.size());
    lines.rows = rows.size();
    return lines;
}

OpeningKind kind_by(const OpeningCandidate& opening, const Lines& lines) {
    if (opening.swings > 0)
        return OpeningKind::door;
    if (!opening.mark.empty())
        switch (kind_of_mark(opening.mark)) {
        case MarkKind::door:
            return OpeningKind::door;
        case MarkKind::window:
            return OpeningKind::window;
        case MarkKind::unknown:
            break;
        }
    if (lines.window != lines.door)
        return lines.window ? OpeningKind::window : OpeningKind::door;
    return lines.rows >= 3 ? OpeningKind::window : OpeningKind::door;
}

// A straight line between two walls where a swing says there must be an opening although no wall end shows one.
std::optional<WallGap> gap_at(Vec hinge, Vec strike, const Fabric& fabric, const StrokeIndex& index) {
    const Vec dir = unit(strike - hinge);
    const Vec left = left_of(dir);
    const double half = gap(hinge, strike) / 2;
    const Vec middle = (hinge + strike) * 0.5;
    struct Way {
        double back, ahead;
    };
    constexpr int step = 10, reach = 300;
    std::map<int, Way> ways; // by offset to the left
    for (int offset = -reach; offset <= reach; offset += step) {
        const Vec from = middle + left * offset;
        const auto ahead = index.first_hit(from, dir, 1, half + 350);
        const auto back = index.first_hit(from, -dir, 1, half + 350);
        const auto good = [&](const std::optional<RayHit>& hit) {
            return hit && hit->distance > half - 260 &&
                   std::abs(cross(dir, unit(along(fabric.strokes[hit->stroke])))) > 0.5;
        };
        if (good(ahead) && good(back))
            ways[offset] = {back->distance, ahead->distance};
    }
    if (ways.empty())
        return std::nullopt;
    const auto best = std::min_element(
        ways.begin(), ways.end(), [](const auto& p, const auto& q) { return std::abs(p.first) < std::abs(q.first); });
    const double span = best->second.back + best->second.ahead;
    int low = best->first, high = best->first;
    const auto alike = [&](int offset) {
        const auto at = ways.find(offset);
        return at != ways.end() && std::abs(at->second.back + at->second.ahead - span) < 40;
    };
    while (high - low < 400 && alike(low - step))
        low -= step;
    while (high - low < 400 && alike(high + step))
        high += step;
    const auto ends = [&](int offset) {
        const Way way = ways.at(offset);
        const Vec from = middle + left * offset;
        return std::pair{from - dir * (way.back + 3), from + dir * (way.ahead + 3)};
    };
    WallGap found;
    std::tie(found.low_from, found.low_to) = ends(low);
    std::tie(found.high_from, found.high_to) = ends(high);
    found.from = (found.low_from + found.high_from) * 0.5;
    found.to = (found.low_to + found.high_to) * 0.5;
    found.length = gap(found.from, found.to);
    found.thickness = high - low;
    if (found.thickness < 25) {
        found.low_from = found.high_from = found.from;
        found.low_to = found.high_to = found.to;
        found.thickness = 0;
    }
    return found;
}

// Whether the line from hinge to strike lies in or on a wall that nobody cut open.
bool lies_in_wall(Vec hinge, Vec strike, const Fabric& fabric, const StrokeIndex& index) {
    const Vec dir = unit(strike - hinge);
    int on_wall = 0;
    for (const double share : {0.2, 0.5, 0.8}) {
        const Vec p = hinge + (strike - hinge) * share;
        const Point q = rounded(p);
        bool found = false;
        index.near({{q.x - 130, q.y - 130}, {q.x + 130, q.y + 130}}, [&](std::uint32_t i) {
            const Stroke& s = fabric.strokes[i];
            found =
                found || (nearness(p, vec(s.a), vec(s.b)).distance < 120 && std::abs(cross(dir, unit(along(s)))) < 0.1);
        });
        on_wall += found;
    }
    return on_wall == 3;
}

class Weighing {
  public:
    Weighing(const LocalDrawing& drawing, const Fabric& fabric, const std::vector<Reading>& readings)
        : drawing_(drawing), fabric_(fabric), readings_(readings), fabric_index_(fabric.strokes) {
        for (const Piece& piece : drawing.pieces)
            piece_strokes_.push_back({rounded(piece.a), rounded(piece.b)});
    }

    Openings run(const std::vector<WallGap>& gaps) {
        Openings out;
        for (const WallGap& gap : gaps)
            out.list.emplace_back().gap = gap;
        out.used_piece.assign(drawing_.pieces.size(), 0);
        out.used_caption.assign(drawing_.captions.size(), 0);
        const StrokeIndex pieces(piece_strokes_);
        std::vector<char> settled = give_swings(out);
        close_stray_swings(out, settled);
        std::vector<Lines> lines;
        for (const OpeningCandidate& opening : out.list)
            lines.push_back(lines_in(GapFrame(opening.gap), drawing_, pieces));
        for (std::size_t g = 0; g < out.list.size(); ++g) {
            OpeningCandidate& opening = out.list[g];
            if (opening.proof == Proof::none && lines[g].covered >= 0.6)
                opening.proof = Proof::lines;
        }
        give_marks(out);
        for (std::size_t g = 0; g < out.list.size(); ++g) {
            OpeningCandidate& opening = out.list[g];
            // The loose end of a single line that points at another's was meant to reach it.
            const double slip = opening.gap.thickness > 0 ? misfit : opening.gap.to_face ? 200 : 400;
            if (opening.proof == Proof::none && opening.gap.length <= slip)
                opening.proof = Proof::misfit;
            if (!opening.firm() || opening.proof == Proof::misfit)
                continue;
            opening.kind = kind_by(opening, lines[g]);
            for (const std::uint32_t piece : lines[g].pieces)
                out.used_piece[piece] = 1;
        }
        drop_rivals(out);
        return out;
    }

  private:
    // Each swing goes to the gap it fits best. Returns which swings found one.
    std::vector<char> give_swings(Openings& out) const {
        std::vector<char> settled(drawing_.swings.size(), 0);
        for (std::size_t s = 0; s < drawing_.swings.size(); ++s) {
            double best = std::numeric_limits<double>::infinity();
            OpeningCandidate* home = nullptr;
            for (OpeningCandidate& opening : out.list) {
                if (std::abs(opening.gap.from.x - drawing_.swings[s].hinge.x) > 8000)
                    continue;
                if (const auto off = fit(drawing_.swings[s], GapFrame(opening.gap)); off && *off < best) {
                    best = *off;
                    home = &opening;
                }
            }
            if (!home)
                continue;
            settled[s] = 1;
            home->proof = Proof::swing;
            ++home->swings;
        }
        return settled;
    }

    void close_stray_swings(Openings& out, std::vector<char>& settled) const {
        for (std::size_t s = 0; s < drawing_.swings.size(); ++s) {
            if (settled[s])
                continue;
            const DoorSwing& swing = drawing_.swings[s];
            std::optional<OpeningCandidate> found;
            for (int end = 0; end < 2 && !found; ++end) {
                if (end == swing.leaf)
                    continue;
                Vec strike = swing.ends[end];
                std::size_t partner = s;
                for (std::size_t t = s + 1; t < drawing_.swings.size(); ++t) {
                    const DoorSwing& other = drawing_.swings[t];
                    for (int k = 0; k < 2 && !settled[t]; ++k)
                        if (k != other.leaf && gap(other.ends[k], swing.ends[end]) < 120 &&
                            std::abs(gap(other.hinge, swing.hinge) - swing.radius - other.radius) < 150) {
                            partner = t;
                            strike = other.hinge;
                        }
                }
                OpeningCandidate opening;
                opening.kind = OpeningKind::door;
                opening.proof = Proof::swing;
                opening.swings = partner == s ? 1U : 2U;
                if (lies_in_wall(swing.hinge, strike, fabric_, fabric_index_)) {
                    opening.in_wall = true;
                    opening.gap.from = swing.hinge;
                    opening.gap.to = strike;
                    opening.gap.length = gap(swing.hinge, strike);
                } else if (const auto way = gap_at(swing.hinge, strike, fabric_, fabric_index_)) {
                    opening.gap = *way;
                } else {
                    continue;
                }
                found = opening;
                settled[s] = settled[partner] = 1;
            }
            if (found)
                out.list.push_back(*found);
            else
                out.stray_swings.push_back(swing.curve);
        }
    }

    // Marks go to the nearest opening, first those whose width agrees; a width that agrees is a proof of its own.
    void give_marks(Openings& out) const {
        struct Pair {
            double cost;
            std::size_t caption, opening;
            bool agrees;
            bool operator<(const Pair& o) const {
                return std::tie(cost, caption, opening) < std::tie(o.cost, o.caption, o.opening);
            }
        };
        std::vector<Pair> pairs;
        for (std::size_t c = 0; c < drawing_.captions.size(); ++c) {
            const bool marks = readings_[c].kind == CaptionKind::mark;
            const std::string text = plain_caption(drawing_.captions[c].content);
            const auto size = size_in_mark(text);
            // A bare four-digit number may be a mark of feet and inches: only with the width to prove it.
            if (!marks && !(readings_[c].kind == CaptionKind::number && size && text.size() == 4))
                continue;
            for (std::size_t g = 0; g < out.list.size(); ++g) {
                const WallGap& gap = out.list[g].gap;
                const double off = riser::gap((gap.from + gap.to) * 0.5, drawing_.captions[c].centre);
                if (off > mark_reach + gap.length / 2)
                    continue;
                const bool agrees =
                    size && std::abs(size->width.value - gap.length) <= std::max(110.0, 0.08 * gap.length);
                if ((agrees && off < mark_reach) || (marks && out.list[g].firm()))
                    pairs.push_back({off + (agrees ? 0 : 1500), c, g, agrees});
            }
        }
        std::sort(pairs.begin(), pairs.end());
        for (const Pair& pair : pairs) {
            OpeningCandidate& opening = out.list[pair.opening];
            if (out.used_caption[pair.caption] || !opening.mark.empty() || opening.proof == Proof::misfit)
                continue;
            out.used_caption[pair.caption] = 1;
            opening.mark = plain_caption(drawing_.captions[pair.caption].content);
            if (pair.agrees)
                opening.size = size_in_mark(opening.mark);
            if (opening.proof == Proof::none)
                opening.proof = Proof::mark;
        }
    }

    // A wall end that a door or window begins at looks at nothing else.
    static void drop_rivals(Openings& out) {
        std::vector<Vec> taken;
        for (const OpeningCandidate& opening : out.list)
            if (opening.firm() && !opening.in_wall) {
                taken.push_back(opening.gap.from);
                taken.push_back(opening.gap.to);
            }
        std::erase_if(out.list, [&](const OpeningCandidate& opening) {
            return !opening.firm() && std::any_of(taken.begin(), taken.end(), [&](Vec p) {
                return gap(p, opening.gap.from) < 20 || (!opening.gap.to_face && gap(p, opening.gap.to) < 20);
            });
        });
    }

    const LocalDrawing& drawing_;
    const Fabric& fabric_;
    const std::vector<Reading>& readings_;
    std::vector<Stroke> piece_strokes_;
    StrokeIndex fabric_index_;
};

} // namespace

Openings weigh_openings(const std::vector<WallGap>& gaps, const LocalDrawing& drawing, const Fabric& fabric,
                        const std::vector<Reading>& readings) {
    return Weighing(drawing, fabric, readings).run(gaps);
}

bool looks_like_doorway(const WallGap& gap) {
    return gap.thickness > 0 && !gap.mouth && gap.length >= 550 && gap.length <= (gap.to_face ? 1250 : 1850);
}

} // namespace riser::detail
