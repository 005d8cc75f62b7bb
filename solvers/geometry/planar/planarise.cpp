// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/planar/planarise.h"

#include <algorithm>

namespace riser {

namespace {

constexpr int most_rounds = 24;
constexpr double touch = 0.75; // mm: a vertex nearer than this to a stroke lies on it

struct Cut {
    std::uint32_t stroke;
    Point at;
    auto operator<=>(const Cut&) const = default;
};

int sign(std::int64_t v) { return (v > 0) - (v < 0); }

void merge_equal(std::vector<Stroke>& strokes) {
    std::erase_if(strokes, [](const Stroke& s) { return s.a == s.b; });
    for (Stroke& s : strokes)
        if (s.b < s.a)
            std::swap(s.a, s.b);
    std::sort(strokes.begin(), strokes.end(),
              [](const Stroke& p, const Stroke& q) { return std::tie(p.a, p.b, p.gap) < std::tie(q.a, q.b, q.gap); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        if (kept > 0 && strokes[kept - 1].a == strokes[i].a && strokes[kept - 1].b == strokes[i].b) {
            strokes[kept - 1].kinds |= strokes[i].kinds;
            if (strokes[kept - 1].gap < 0)
                strokes[kept - 1].gap = strokes[i].gap;
        } else {
            strokes[kept++] = strokes[i];
        }
    }
    strokes.resize(kept);
}

bool lies_within(Point p, const Stroke& s) {
    if (p == s.a || p == s.b)
        return false;
    const Vec d = along(s);
    const Vec v = vec(p) - vec(s.a);
    const double t = dot(v, d);
    const double square = dot(d, d);
    return t > 0 && t < square && std::abs(cross(d, v)) <= touch * std::sqrt(square);
}

void find_cuts(std::uint32_t i, std::uint32_t j, const Stroke& p, const Stroke& q, std::vector<Cut>& cuts) {
    const std::size_t before = cuts.size();
    for (const Point end : {q.a, q.b})
        if (lies_within(end, p))
            cuts.push_back({i, end});
    for (const Point end : {p.a, p.b})
        if (lies_within(end, q))
            cuts.push_back({j, end});
    if (cuts.size() != before)
        return;
    const std::int64_t qa = orientation(p.a, p.b, q.a);
    const std::int64_t qb = orientation(p.a, p.b, q.b);
    const std::int64_t pa = orientation(q.a, q.b, p.a);
    const std::int64_t pb = orientation(q.a, q.b, p.b);
    if (sign(qa) * sign(qb) >= 0 || sign(pa) * sign(pb) >= 0)
        return;
    const double t = static_cast<double>(pa) / (static_cast<double>(pa) - static_cast<double>(pb));
    const Point at = rounded(vec(p.a) + along(p) * t);
    if (at != p.a && at != p.b)
        cuts.push_back({i, at});
    if (at != q.a && at != q.b)
        cuts.push_back({j, at});
}

void split(std::vector<Stroke>& strokes, std::vector<Cut>& cuts) {
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t from = 0; from < cuts.size();) {
        std::size_t to = from;
        while (to < cuts.size() && cuts[to].stroke == cuts[from].stroke)
            ++to;
        const Stroke whole = strokes[cuts[from].stroke];
        const Vec d = along(whole);
        std::sort(cuts.begin() + static_cast<std::ptrdiff_t>(from), cuts.begin() + static_cast<std::ptrdiff_t>(to),
                  [&](const Cut& x, const Cut& y) {
                      return dot(vec(x.at) - vec(whole.a), d) < dot(vec(y.at) - vec(whole.a), d);
                  });
        Point start = whole.a;
        for (std::size_t k = from; k < to; ++k) {
            Stroke piece = whole;
            piece.a = start;
            piece.b = start = cuts[k].at;
            if (k == from)
                strokes[cuts[from].stroke] = piece;
            else
                strokes.push_back(piece);
        }
        Stroke last = whole;
        last.a = start;
        strokes.push_back(last);
        from = to;
    }
}

} // namespace

std::vector<Stroke> planarised(std::vector<Stroke> strokes, const Run& run) {
    for (int round = 0; round < most_rounds; ++round) {
        merge_equal(strokes);
        const StrokeIndex index(strokes);
        std::vector<Cut> cuts;
        for (std::uint32_t i = 0; i < strokes.size(); ++i) {
            if ((i & 255) == 0 && run.stopped())
                return {};
            const Stroke& s = strokes[i];
            // Cells along the stroke only: a long oblique one has a box that covers half the building.
            const int pieces = std::max(1, static_cast<int>(length(s) / 2000));
            std::vector<std::uint32_t> met;
            for (int k = 0; k < pieces; ++k) {
                const Vec a = vec(s.a) + along(s) * (double(k) / pieces);
                const Vec b = vec(s.a) + along(s) * (double(k + 1) / pieces);
                index.near({rounded({std::min(a.x, b.x) - 2, std::min(a.y, b.y) - 2}),
                            rounded({std::max(a.x, b.x) + 2, std::max(a.y, b.y) + 2})},
                           [&](std::uint32_t j) {
                               if (j > i)
                                   met.push_back(j);
                           });
            }
            std::sort(met.begin(), met.end());
            met.erase(std::unique(met.begin(), met.end()), met.end());
            for (const std::uint32_t j : met)
                find_cuts(i, j, s, strokes[j], cuts);
        }
        if (cuts.empty())
            break;
        split(strokes, cuts);
    }
    merge_equal(strokes);
    return strokes;
}

} // namespace riser
