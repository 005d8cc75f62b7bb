// SPDX-License-Identifier: GPL-3.0-or-later
// From what a room is asked for to faceplates: jacks of one plane, mounting and height are dealt over faceplates kind
// by kind (data, voice, data, voice), and faceplates of all planes over work places. Keys are stable: the same wish has
// the same key whatever else changes.
#pragma once

#include "solvers/planning/places.h"
#include "solvers/planning/point_table.h"

namespace riser {

struct WantedJack {
    PointKindId kind;
    std::string key;
};

struct FaceplateWish {
    std::string key;
    PlaneId plane;
    OutletMounting mounting = OutletMounting::wall;
    Millimetres height;
    std::int32_t sockets = 0;
    std::optional<ApprovedPointId> approved;
    std::vector<WantedJack> jacks;
    std::optional<Point> place; // once placed
};

// One kind of a group, how many jacks, and the key of each is stem + its number from 1.
struct KindCount {
    PointKindId kind;
    std::int32_t jacks = 0;
    std::string stem;
};

// Deals the kinds in turn, `per_faceplate` at a time; appends to `out`. The faceplates' keys are group_key + number.
void deal(const FaceplateWish& group, std::span<const KindCount> kinds, std::int32_t per_faceplate,
          std::vector<FaceplateWish>& out);

// The faceplates at each work place: as many places as the largest plane-and-height group has faceplates, the others
// spread among them. Indices into `wishes`, which must all be of one height.
std::vector<std::vector<std::size_t>> work_places(std::span<const FaceplateWish* const> wishes);

} // namespace riser
