// SPDX-License-Identifier: GPL-3.0-or-later
// Where a few cabinets, of different sizes perhaps, stand or hang in a small room so that the clearances they lack are
// the least that they can be, as ROOM-06 measures them; and which of several kinds of cabinet that is. An exact search:
// every arrangement on a grid along one direction of the walls is either tried or shown to be no better.
#pragma once

#include "solvers/planning/equipment/rack_places.h"

#include <memory>

namespace riser {

struct CabinetSize {
    Millimetres width = Millimetres(600);
    Millimetres depth = Millimetres(1'000);
    bool on_wall = false; // its back must touch a wall
    auto operator<=>(const CabinetSize&) const = default;
};

struct Arrangement {
    Millimetres missing;           // sum over cabinets and edges of what they lack
    std::vector<RackPlace> places; // as the cabinets were given
    bool proved = true;            // false: the search was given up, there may be a better one
};

// Candidates of a room are found once and kept.
class CabinetSearch {
  public:
    // `thinnest`: no side of a cabinet that will be asked for is shorter. `grid`: places are so far apart, counted from
    // the walls on both sides.
    CabinetSearch(const RackRoom& room, const Clearances& clearances, Millimetres thinnest,
                  Millimetres grid = Millimetres(100));
    ~CabinetSearch();
    CabinetSearch(const CabinetSearch&) = delete;
    CabinetSearch& operator=(const CabinetSearch&) = delete;

    // The best arrangement that lacks less than `below`, the first of equals (fronts towards the entry first); nothing
    // where there is none. Bodies keep off columns, doors, the space before racks that stay, and the corners of each
    // other's clearances, by which people walk around a cabinet. Exponential in the number of cabinets at worst: for
    // five or so.
    std::optional<Arrangement> best(std::span<const CabinetSize> cabinets, Millimetres below) const;

  private:
    struct Room;
    std::unique_ptr<Room> room_;
};

// A kind of cabinet that would hold the things of a network, and how many of it.
struct CabinetOption {
    CabinetSize size;
    std::int32_t count = 1;
    std::int32_t rank = 0; // the less the better
};
struct CabinetChoice {
    std::vector<std::size_t> options; // one a network, index in its list
    Arrangement arrangement;          // cabinets of the first network first
};
constexpr std::int32_t most_searched = 5; // cabinets

// The options that lack the least clearance together, of these the least sum of ranks, of these the first. Nothing when
// no combination of at most `most_searched` cabinets finds room at all.
std::optional<CabinetChoice> choose_cabinets(const RackRoom& room, std::span<const std::vector<CabinetOption>> networks,
                                             const Clearances& clearances);

} // namespace riser
