// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/centreline_outline.h"

#include <cmath>

namespace riser {

namespace {

constexpr double flat = 20;            // mm: a vertex nearer to the line of its neighbours bends nothing
constexpr double parallel_sine = 0.05; // some 3 degrees

struct Vec {
    double x = 0;
    double y = 0;
};
Vec between(Point a, Point b) { return {static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y}; }
double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
double cross(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }
double size(Vec a) { return std::hypot(a.x, a.y); }

class Smoother {
  public:
    Smoother(Ring ring, double tolerance) : ring_(std::move(ring)), tolerance_(tolerance) {}

    Ring result() {
        for (std::size_t guard = ring_.size() * 8 + 16; guard-- > 0;)
            if (!drop_flat() && !level_step() && !cut_niche())
                break;
        return ring_;
    }

  private:
    Point p(std::size_t i) const { return ring_[i % ring_.size()]; }
    Vec edge(std::size_t i) const { return between(p(i), p(i + 1)); }
    void erase(std::size_t i) { ring_.erase(ring_.begin() + static_cast<std::ptrdiff_t>(i % ring_.size())); }

    bool drop_flat() {
        if (ring_.size() <= 3)
            return false;
        for (std::size_t i = 0; i < ring_.size(); ++i) {
            const Vec whole = between(p(i), p(i + 2));
            const Vec part = edge(i);
            const double length = size(whole);
            const bool spike = length < 1;
            if (spike || size(part) < 1 ||
                (std::abs(cross(whole, part)) / length <= flat && dot(part, whole) >= 0 &&
                 dot(edge(i + 1), whole) >= 0)) {
                erase(i + 1);
                return true;
            }
        }
        return false;
    }

    // A short edge between two that go the same way: the shorter of those moves onto the line of the longer.
    bool level_step() {
        const std::size_t n = ring_.size();
        if (n <= 4)
            return false;
        for (std::size_t i = 0; i < n; ++i) {
            const Vec before = edge(i);
            const Vec step = edge(i + 1);
            const Vec after = edge(i + 2);
            const double a = size(before);
            const double b = size(after);
            if (size(step) > tolerance_ || std::abs(cross(before, after)) > parallel_sine * a * b ||
                dot(before, after) <= 0)
                continue;
            const bool keep_before = a >= b;
            // The line kept, and the edge beyond the one that moves, which is cut or prolonged to meet it.
            const Point on = keep_before ? p(i) : p(i + 3);
            const Vec line = keep_before ? before : after;
            const std::size_t moved = keep_before ? i + 3 : i;
            const Vec beyond = keep_before ? edge(i + 3) : edge(i + n - 1);
            const double denominator = cross(beyond, line);
            if (std::abs(denominator) < 0.2 * size(beyond) * size(line))
                continue;
            const double t = cross(between(p(moved), on), line) / denominator;
            if (std::abs(t) * size(beyond) > 2 * tolerance_)
                continue;
            Ring changed = ring_;
            changed[moved % n] = {static_cast<std::int32_t>(std::lround(p(moved).x + t * beyond.x)),
                                  static_cast<std::int32_t>(std::lround(p(moved).y + t * beyond.y))};
            const std::size_t gone_a = (i + 1) % n;
            const std::size_t gone_b = (i + 2) % n;
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(std::max(gone_a, gone_b)));
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(std::min(gone_a, gone_b)));
            if (accept(std::move(changed)))
                return true;
        }
        return false;
    }

    // A narrow niche (out, across, back): cut off where its shallower side begins. Thin walls that stand in the area
    // turn the other way and stay.
    bool cut_niche() {
        const std::size_t n = ring_.size();
        if (n <= 4)
            return false;
        for (std::size_t i = 0; i < n; ++i) {
            const Vec out = edge(i);
            const Vec across = edge(i + 1);
            const Vec back = edge(i + 2);
            const double a = size(out);
            const double b = size(back);
            if (size(across) > tolerance_ || cross(out, across) <= 0 || cross(across, back) <= 0 ||
                std::abs(cross(out, back)) > parallel_sine * a * b || dot(out, back) >= 0)
                continue;
            const double depth = std::min(a, b);
            Ring changed = ring_;
            const auto along = [](Point from, Vec way, double length) {
                const double t = length / size(way);
                return Point{static_cast<std::int32_t>(std::lround(from.x + way.x * t)),
                             static_cast<std::int32_t>(std::lround(from.y + way.y * t))};
            };
            changed[(i + 1) % n] = along(p(i), out, a - depth);
            changed[(i + 2) % n] = along(p(i + 2), back, depth);
            if (accept(std::move(changed)))
                return true;
        }
        return false;
    }

    // Takes the ring once it is cleaned of doubled points, if it is still simple and the same way round.
    bool accept(Ring changed) {
        std::erase_if(changed, [&, last = changed.back()](Point q) mutable {
            const bool same = q == last;
            last = q;
            return same;
        });
        if (changed.size() < 4)
            return false;
        // A collinear vertex in between would count as a spike only if it turned back: drop such ones first.
        Smoother cleaned(changed, tolerance_);
        while (cleaned.drop_flat()) {
        }
        if (!is_simple(cleaned.ring_) || (twice_area(cleaned.ring_) > 0) != (twice_area(ring_) > 0))
            return false;
        ring_ = std::move(cleaned.ring_);
        return true;
    }

    Ring ring_;
    double tolerance_;
};

} // namespace

Ring smoothed(const Ring& ring, Millimetres tolerance) {
    Ring out = Smoother(ring, tolerance.value).result();
    return is_simple(out) ? out : ring;
}

} // namespace riser
