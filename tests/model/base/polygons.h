// SPDX-License-Identifier: GPL-3.0-or-later
// Random rings for tests of geometry, and the slow, plain truth to hold the fast answers against: rational crossing of
// segments, winding numbers, simplicity by every pair of edges. Written apart from model/base/geometry.cpp.
#pragma once

#include "model/base/geometry.h"

#include <random>

namespace riser {

Point random_point(std::mt19937_64& random, std::int32_t low, std::int32_t high);
// `n` points anywhere in the square: rarely simple.
Ring random_ring(std::mt19937_64& random, std::size_t n, std::int32_t low, std::int32_t high);
// Simple in the plain sense below, either way round.
Ring random_simple_ring(std::mt19937_64& random, std::size_t n, std::int32_t low, std::int32_t high);
// Corners by rising angle at 2 to 10 m from the middle: the size and shape of rooms.
Ring random_room(std::mt19937_64& random, std::size_t corners, Point middle);

bool plainly_on_segment(Point p, Point a, Point b);
// Solves a + s (b - a) = c + t (d - c) in fractions.
bool plainly_meet(Point a, Point b, Point c, Point d);
bool plainly_simple(const Ring& ring);
// How often the ring turns round a point that is not on it.
int winding(const Ring& ring, Point p);
bool plainly_contains(const Polygon& polygon, Point p);

} // namespace riser
