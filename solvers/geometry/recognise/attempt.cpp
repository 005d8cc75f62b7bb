// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/attempt.h"

#include <algorithm>

namespace riser::detail {

namespace {

constexpr double widest_opening = 16000; // mm: of a gap that a window or a door proves

bool is_opening_role(LayerRole role) {
    return role == LayerRole::door || role == LayerRole::window || role == LayerRole::opening;
}

std::vector<Polygon> columns_of(const LocalDrawing& drawing, const Run& run) {
    std::vector<Stroke> strokes;
    for (const Piece& piece : drawing.pieces)
        if (piece.role == LayerRole::column)
            strokes.push_back({rounded(piece.a), rounded(piece.b), StrokeKind::column, -1});
    if (strokes.empty())
        return {};
    const MendOptions mend{.snap = 8, .reach = 10, .most_thickness = 0};
    const PlanarMap map = arrange(mended(std::move(strokes), mend, run).strokes, run);
    const std::vector<Polygon> faces = face_polygons(map);
    if (faces.empty())
        return {};
    std::vector<std::uint32_t> group(faces.size(), 1);
    for (std::size_t f = 0; f < faces.size(); ++f)
        if (const auto box = bounds(faces[f]);
            box && std::max(box->high.x - box->low.x, box->high.y - box->low.y) <= 3000)
            group[f] = 0;
    std::vector<Polygon> columns = std::move(group_polygons(map, group, 1, 1.5)[0]);
    std::erase_if(columns, [](const Polygon& p) { return area(p).value < 10'000; });
    return columns;
}

// Names that have a room count for, rooms that nothing explains against.
double score_of(const Attempt& attempt, const std::vector<Reading>& readings) {
    double score = 0;
    const bool written = std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
        return r.kind == CaptionKind::name || (r.kind == CaptionKind::number && !r.doubtful);
    });
    for (const RoomDraft& room : attempt.partition.rooms) {
        int names = 0, numbers = 0;
        for (const std::uint32_t c : room.captions) {
            names += readings[c].kind == CaptionKind::name;
            numbers += readings[c].kind == CaptionKind::number;
        }
        if (names + numbers > 0)
            score += 1;
        else
            score += written ? (room.openings.empty() ? -0.5 : 0.2) : (room.openings.empty() ? 0.6 : 1);
        score -= 0.3 * std::max(0, names - 2);
    }
    return score;
}

class Attempts {
  public:
    Attempts(LocalDrawing& drawing, const PlanSketch& sketch, const std::vector<Reading>& readings,
             const RecogniseOptions& options, const Run& run)
        : drawing_(drawing),
          sketch_(sketch),
          readings_(readings),
          options_(options),
          run_(run),
          rungs_(ladder_rungs(drawing)),
          mend_{.snap = static_cast<double>(options.snap.value)} {}

    // Walls and columns, mended and arranged.
    Attempt begun(const std::vector<LayerRole>& roles) {
        Attempt attempt;
        attempt.roles = roles;
        assign_roles(drawing_, sketch_, roles);
        std::vector<Stroke> strokes;
        for (std::size_t i = 0; i < drawing_.pieces.size(); ++i) {
            const Piece& piece = drawing_.pieces[i];
            if (piece.role == LayerRole::wall && rungs_[i] && guessed_[piece.layer])
                ++attempt.rungs;
            else if (piece.role == LayerRole::wall && !piece.of_door)
                strokes.push_back({rounded(piece.a), rounded(piece.b), StrokeKind::wall, -1});
            else if (piece.role == LayerRole::column)
                strokes.push_back({rounded(piece.a), rounded(piece.b), StrokeKind::column, -1});
        }
        attempt.too_large = strokes.size() > options_.most_strokes;
        if (attempt.too_large)
            return attempt;
        attempt.columns = columns_of(drawing_, run_);
        Mended mend = mended(std::move(strokes), mend_, run_);
        attempt.moved = mend.moved;
        attempt.drawn_out = mend.drawn_out;
        attempt.capped = mend.capped;
        attempt.fabric = fabric_of(std::move(mend.strokes), attempt.columns, run_);
        return attempt;
    }

    std::vector<WallGap> gaps_of(const Attempt& attempt) const {
        return wall_gaps_of(attempt.fabric, wall_ends(attempt.fabric), widest_opening);
    }

    Attempt finished(Attempt attempt, const std::vector<WallGap>& gaps) {
        if (attempt.fabric.strokes.empty() || run_.stopped())
            return attempt;
        assign_roles(drawing_, sketch_, attempt.roles);
        attempt.openings = weigh_openings(gaps, drawing_, attempt.fabric, readings_);
        std::erase_if(attempt.openings.list, [&](const OpeningCandidate& o) {
            return !o.firm() && o.gap.length > options_.widest_passage.value;
        });
        for (std::size_t i = 0; i < drawing_.pieces.size(); ++i) {
            const Piece& piece = drawing_.pieces[i];
            if (is_opening_role(piece.role) && !piece.of_door && !attempt.openings.used_piece[i] &&
                (!piece.curved || piece.role == LayerRole::window))
                attempt.glazing.push_back({rounded(piece.a), rounded(piece.b),
                                           piece.role == LayerRole::window ? StrokeKind::glazing : StrokeKind::weak,
                                           -1});
        }
        attempt.glazing = fitted(std::move(attempt.glazing), attempt.fabric.strokes, mend_);
        attempt.partition = partitioned({drawing_, attempt.fabric, attempt.openings, readings_, attempt.columns,
                                         attempt.glazing, options_.least_room},
                                        run_);
        attempt.score = score_of(attempt, readings_);
        return attempt;
    }

    void guess(SketchIndex layer) { guessed_[layer] = true; }
    void know_layers(std::size_t count) { guessed_.assign(count, false); }

  private:
    LocalDrawing& drawing_;
    const PlanSketch& sketch_;
    const std::vector<Reading>& readings_;
    const RecogniseOptions& options_;
    const Run& run_;
    std::vector<char> rungs_;
    std::vector<char> guessed_; // by layer
    MendOptions mend_;
};

std::string per_cent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

Text why_wall(const LayerShape& shape) {
    return fill(Text{"图层名不认识；其 {lines} 条直线中 {paired} 的长度成对平行、{joined} 的端点相接，像墙",
                     "its name says nothing; of its {lines} lines {paired} of the length run in pairs and {joined} of "
                     "the ends meet, as walls do"},
                {{"lines", same_text(std::to_string(shape.lines))},
                 {"paired", same_text(per_cent(shape.paired))},
                 {"joined", same_text(per_cent(shape.joined))}});
}

Text why_opening(double share) {
    return fill(
        Text{"图层名不认识；{share} 的线位于墙端之间的缺口，像门窗",
             "its name says nothing; {share} of its lines lie in gaps between wall ends, as doors and windows do"},
        {{"share", same_text(per_cent(share))}});
}

// Layers of no known role whose lines lie in the gaps of the walls are doors and windows.
void guess_openings(Attempt& attempt, const std::vector<WallGap>& gaps, const LocalDrawing& drawing,
                    const std::vector<LayerShape>& unknown, std::vector<Guess>& guesses) {
    std::vector<GapBand> bands;
    for (const WallGap& gap : gaps)
        if (gap.length < 6000)
            bands.push_back({gap.from, gap.to, gap.thickness / 2});
    for (const LayerShape& shape : unknown) {
        if (attempt.roles[shape.layer] != LayerRole::unknown)
            continue;
        const double share = share_in_gaps(drawing, shape.layer, bands);
        if (share < 0.6)
            continue;
        attempt.roles[shape.layer] = LayerRole::opening;
        guesses.push_back({shape.layer, LayerRole::opening, why_opening(share)});
    }
}

} // namespace

BestAttempt best_attempt(LocalDrawing& drawing, const PlanSketch& sketch, std::vector<LayerRole> roles,
                         const std::vector<Reading>& readings, const RecogniseOptions& options, const Run& run) {
    BestAttempt found;
    found.unknown = unknown_layers(drawing, roles.size());
    Attempts attempts(drawing, sketch, readings, options, run);
    attempts.know_layers(roles.size());
    const bool walls_known = std::count_if(drawing.pieces.begin(), drawing.pieces.end(),
                                           [](const Piece& p) { return p.role == LayerRole::wall && !p.of_door; }) >= 4;
    std::size_t next = 0;
    if (!walls_known) {
        if (found.unknown.empty() || found.unknown.front().wall_likeness() <= 0)
            return found;
        const LayerShape& shape = found.unknown[next++];
        roles[shape.layer] = LayerRole::wall;
        attempts.guess(shape.layer);
        found.guesses.push_back({shape.layer, LayerRole::wall, why_wall(shape)});
    }
    const auto attempted = [&](const std::vector<LayerRole>& with, std::vector<Guess>& guesses) {
        Attempt attempt = attempts.begun(with);
        const std::vector<WallGap> gaps = attempts.gaps_of(attempt);
        guess_openings(attempt, gaps, drawing, found.unknown, guesses);
        return attempts.finished(std::move(attempt), gaps);
    };
    found.best = attempted(roles, found.guesses);
    // More layers of walls, one by one, as long as they give more names a room.
    const auto troubled = [&] {
        return found.best.partition.rooms.empty() || !found.best.partition.captions_outside.empty() ||
               found.best.partition.conflicts > 0;
    };
    for (int tries = 0; next < found.unknown.size() && tries < 4 && troubled() && !run.stopped(); ++next, ++tries) {
        const LayerShape& shape = found.unknown[next];
        if (shape.wall_likeness() <= 0 || shape.extent < 0.02 || roles[shape.layer] != LayerRole::unknown)
            continue;
        std::vector<LayerRole> with = roles;
        with[shape.layer] = LayerRole::wall;
        attempts.guess(shape.layer);
        std::vector<Guess> guesses;
        for (const Guess& guess : found.guesses)
            if (guess.role == LayerRole::wall)
                guesses.push_back(guess);
        guesses.push_back({shape.layer, LayerRole::wall, why_wall(shape)});
        Attempt more = attempted(with, guesses);
        if (more.score > found.best.score + 0.5) {
            found.best = std::move(more);
            found.guesses = std::move(guesses);
            roles = with;
        }
    }
    assign_roles(drawing, sketch, found.best.roles.empty() ? roles : found.best.roles);
    return found;
}

} // namespace riser::detail
