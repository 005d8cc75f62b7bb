// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/dashes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riser {

namespace {

// From where to where on the segment, 0 to 1, it lies within the box; empty when from > to (Liang and Barsky 1984).
std::pair<double, double> part_within(QPointF a, QPointF b, const QRectF& box) {
    double from = 0, to = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (way == 0) {
            if (start < low || start > high)
                to = -1;
            return;
        }
        const double one = (low - start) / way, other = (high - start) / way;
        from = std::max(from, std::min(one, other));
        to = std::min(to, std::max(one, other));
    };
    cut(a.x(), b.x() - a.x(), box.left(), box.right());
    cut(a.y(), b.y() - a.y(), box.top(), box.bottom());
    return {from, to};
}

} // namespace

QPainterPath dashes_of(const QPolygonF& line, std::span<const double> pattern, const QRectF& within) {
    QPainterPath out;
    const double period = std::accumulate(pattern.begin(), pattern.end(), 0.0);
    double passed = 0;    // along the line
    bool goes_on = false; // a dash reached the last corner
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1], way = line[i] - a;
        const double length = std::hypot(way.x(), way.y());
        const auto [from, to] = part_within(a, line[i], within);
        const double start = passed, end = passed + length;
        const double first = start + from * length, last = start + to * length;
        passed = end;
        if (length == 0)
            continue;
        const bool joins = std::exchange(goes_on, false) && from == 0;
        if (from > to)
            continue;
        double at = std::floor(first / period) * period;
        for (std::size_t k = 0; at < last; at += pattern[k], k = (k + 1) % pattern.size()) {
            const double dash_end = at + pattern[k];
            if (k % 2 == 1 || dash_end <= first)
                continue;
            const double begins = std::max(at, first), ends = std::min(dash_end, last);
            const QPointF corner = a + way * ((begins - start) / length);
            if (!joins || begins > start)
                out.moveTo(corner);
            out.lineTo(a + way * ((ends - start) / length));
            goes_on = ends == end && dash_end > end;
        }
    }
    return out;
}

} // namespace riser
