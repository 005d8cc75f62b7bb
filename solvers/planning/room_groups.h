// SPDX-License-Identifier: GPL-3.0-or-later
// Which points are served together, and which rooms can serve them: a floor as a whole where one room can, else the
// points of each room on it. What room location is asked about.
#pragma once

#include "solvers/planning/room_choice.h"
#include "solvers/planning/rows.h"

namespace riser {

struct RoomGroup {
    FloorId floor;
    std::optional<RoomId> room; // when the floor is not served whole
    std::int64_t points = 0;
    std::int64_t weight = 0;                   // points, and room to grow where a room serves several floors
    std::vector<std::size_t> at;               // of the question's points
    std::map<std::size_t, std::int64_t> total; // mm of cable from each offer that can serve all of them
    bool operator==(const RoomGroup&) const = default;
};

class RoomGroups {
  public:
    explicit RoomGroups(const RoomQuestion& question, const Run& run);
    const std::vector<RoomGroup>& groups() const { return groups_; }
    // Millimetres with slack from each offer asked about for the floor, by the question's points.
    const std::map<std::size_t, std::int64_t>& lengths(std::size_t point) const { return lengths_[point]; }
    const std::map<FloorId, std::vector<std::size_t>>& points_on() const { return points_on_; }
    // Points that people serve from the offer's space by a choice of theirs.
    std::int64_t promised(std::size_t offer) const { return promised_[offer]; }
    std::int64_t capacity(std::size_t offer) const;
    std::vector<Reason> take_reasons() && { return std::move(reasons_).take(); }

  private:
    std::vector<std::size_t> offers_for(const Storey& storey) const;
    Millimetres limit_on(FloorId floor) const;
    bool is_few(std::int64_t points) const;
    void measure(const Storey& storey);
    void gather(const Storey& storey);
    RoomGroup group(const Storey& storey, std::optional<RoomId> room, std::vector<std::size_t> at,
                    const std::vector<std::size_t>& offers) const;

    const RoomQuestion& question_;
    std::map<FloorId, std::vector<std::size_t>> points_on_;
    std::vector<std::map<std::size_t, std::int64_t>> lengths_; // by point
    std::vector<std::int64_t> limit_;                          // by point: how long its cable may be
    std::vector<std::int64_t> promised_;                       // by offer
    std::map<SpaceId, std::size_t> offer_of_;
    std::vector<RoomGroup> groups_;
    ReasonList reasons_;
};

} // namespace riser
