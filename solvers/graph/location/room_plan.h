// SPDX-License-Identifier: GPL-3.0-or-later
// Which open room serves which client: clients that have the fewest choices first, then moved and exchanged as long as
// that serves more clients or takes less cable.
#pragma once

#include "solvers/graph/location/room_core.h"

namespace riser::location {

constexpr Index no_room = std::numeric_limits<Index>::max();

class RoomPlan {
  public:
    RoomPlan(const RoomCore& core, const std::vector<std::uint8_t>& open);
    // Serves whom it can; improve() then moves and exchanges, at most `rounds` times over all clients.
    void fill();
    void improve(int rounds);
    // Opens a room, or closes one, which leaves its clients unserved; the other clients stay where they are.
    void open_room(Index room);
    void close_room(Index room);
    // Takes over who serves whom, of a plan without clients; whether that keeps every limit and serves all.
    bool assign(const std::vector<Index>& server);

    const std::vector<std::uint8_t>& open() const { return open_; }
    const std::vector<Index>& server() const { return server_; }
    std::size_t unserved() const { return unserved_; }
    std::int64_t load(Index room) const { return load_[room]; }
    std::size_t rooms() const { return rooms_; }
    std::int64_t cable() const { return cable_; }
    std::int64_t cost() const; // cable and stacks
    // Fewer clients unserved, then fewer rooms, then less cost.
    bool better_than(const RoomPlan& other) const;

  private:
    bool fits(Index client, Index room) const;
    bool fits_instead(Index client, Index other) const;
    std::optional<std::int64_t> cost_at(Index client, Index room) const;
    void count_stacks();
    void put(Index client, Index room, std::int64_t cost);
    void take(Index client);
    bool place(Index client);
    bool put_instead(Index client, const RoomCore::Service& service, std::int64_t below);
    bool make_way(Index client);
    bool move(Index client);

    const RoomCore* core_;
    std::vector<std::uint8_t> open_;
    std::vector<Index> server_;
    std::vector<std::int64_t> served_cost_;
    std::vector<std::int64_t> load_;
    std::vector<std::vector<Index>> in_; // clients of a room, unordered
    std::vector<std::vector<Index>> kinds_in_;
    std::int64_t cable_ = 0;
    std::int64_t stacks_cost_ = 0;
    std::size_t unserved_ = 0;
    std::size_t rooms_ = 0;
};

} // namespace riser::location
