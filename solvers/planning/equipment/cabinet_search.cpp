// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/cabinet_search.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t rounding = 2;
constexpr std::int64_t most_tries = 400'000;

// A body along the walls, in the frame of the walls.
struct Cell {
    std::int32_t low_x = 0, low_y = 0, high_x = 0, high_y = 0;
};

// Where a cabinet might stand.
struct Spot {
    RackPlace place;
    std::int32_t quarter = 0; // turned so often by 90 degrees
    Cell cell;
    Cell around_it;                                 // with its clearances; of one on the wall its body
    std::array<std::optional<FreeSpace>, 4> around; // with nothing new in the room
    std::int64_t least = 0;                         // that it lacks wherever the others stand
    double towards = 0;                             // the entry, its front looks so far
};
using Spots = std::vector<Spot>;

// Looking out of an edge of a cabinet turned by `quarter`: 0 down, 1 right, 2 up, 3 left.
std::int32_t look_of(RackEdge edge, std::int32_t quarter) {
    const std::int32_t own = edge == RackEdge::front ? 0 : edge == RackEdge::rear ? 2 : edge == RackEdge::right ? 1 : 3;
    return (own + quarter) % 4;
}

bool overlap(const Cell& a, const Cell& b) {
    return std::min(a.high_x, b.high_x) - std::max(a.low_x, b.low_x) > rounding &&
           std::min(a.high_y, b.high_y) - std::max(a.low_y, b.low_y) > rounding;
}

bool side_by_side(const Cell& a, const Cell& b) {
    constexpr std::int32_t one_row = 50;
    const std::int32_t x = std::max(a.low_x, b.low_x) - std::min(a.high_x, b.high_x);
    const std::int32_t y = std::max(a.low_y, b.low_y) - std::min(a.high_y, b.high_y);
    return std::max(x, y) <= one_row && std::min(x, y) < -rounding;
}

// How far before that side of `a` the other begins; nothing when it is not before it.
std::optional<std::int32_t> gap(const Cell& a, const Cell& b, std::int32_t look) {
    const bool upright = look % 2 == 0;
    const bool beside = upright ? b.high_x >= a.low_x + rounding && b.low_x <= a.high_x - rounding
                                : b.high_y >= a.low_y + rounding && b.low_y <= a.high_y - rounding;
    const std::int32_t far = look == 0   ? a.low_y - b.high_y
                             : look == 1 ? b.low_x - a.high_x
                             : look == 2 ? b.low_y - a.high_y
                                         : a.low_x - b.high_x;
    if (!beside || far < -rounding)
        return std::nullopt;
    return std::max(0, far);
}

// Whether the body of `b` stands in a corner of the clearances of `a`, where people walk around it: before its sides
// and its front or rear the distance counts instead.
bool in_corner(const Spot& a, const Spot& b) {
    const Cell& other = b.cell;
    const Cell& own = a.cell;
    const bool x = other.low_x < own.low_x - rounding || other.high_x > own.high_x + rounding;
    const bool y = other.low_y < own.low_y - rounding || other.high_y > own.high_y + rounding;
    if (!overlap(a.around_it, other) || !x || !y || side_by_side(own, other))
        return false;
    const auto corner = [&](std::int32_t low_x, std::int32_t high_x, std::int32_t low_y, std::int32_t high_y) {
        return overlap({low_x, low_y, high_x, high_y}, other);
    };
    const Cell& all = a.around_it;
    return corner(all.low_x, own.low_x, all.low_y, own.low_y) || corner(own.high_x, all.high_x, all.low_y, own.low_y) ||
           corner(all.low_x, own.low_x, own.high_y, all.high_y) ||
           corner(own.high_x, all.high_x, own.high_y, all.high_y);
}

bool in_the_way(const Spot& a, const Spot& b) { return overlap(a.cell, b.cell) || in_corner(a, b) || in_corner(b, a); }

struct Frame {
    MilliDegrees turn;
    std::map<CabinetSize, Spots> spots;
};

constexpr std::array edges{RackEdge::front, RackEdge::rear, RackEdge::left, RackEdge::right};

// One combination of cabinets in one frame of the walls: depth first, cut where what it must lack already is too much.
class Placing {
  public:
    Placing(const Clearances& clearances, std::span<const CabinetSize> cabinets, std::vector<const Spots*> spots,
            std::int64_t& tries)
        : clearances_(clearances), cabinets_(cabinets), spots_(std::move(spots)), tries_(tries) {
        narrowest_.assign(cabinets.size() + 1, INT32_MAX);
        for (std::size_t k = cabinets.size(); k-- > 0;)
            narrowest_[k] = std::min({narrowest_[k + 1], cabinets[k].width.value, cabinets[k].depth.value});
    }

    // Less than `below`, or nothing.
    std::optional<std::vector<const Spot*>> run(std::int64_t& below) {
        below_ = below;
        Lists lists(spots_.size());
        for (std::size_t k = 0; k < spots_.size(); ++k)
            for (const Spot& spot : *spots_[k])
                lists[k].push_back(&spot);
        if (!cabinets_.empty())
            descend(0, lists);
        below = below_;
        return best_.empty() ? std::nullopt : std::optional(best_);
    }

  private:
    // What a cabinet lacks while those after `k` may still come to stand: never more than it will.
    std::int64_t lacks(std::size_t i, std::size_t k) const {
        const Spot& own = *placed_[i];
        std::int64_t sum = 0;
        for (const RackEdge edge : edges) {
            std::optional<FreeSpace> space = own.around[static_cast<std::size_t>(edge)];
            for (std::size_t j = 0; j < placed_.size(); ++j)
                if (j != i)
                    if (const auto far = gap(own.cell, placed_[j]->cell, look_of(edge, own.quarter));
                        far && (!space || *far < space->distance.value))
                        space = FreeSpace{Millimetres(*far), true};
            const auto lack = lack_of(edge, space, clearances_, cabinets_[i].on_wall);
            const bool sideways = edge == RackEdge::left || edge == RackEdge::right;
            // Another may come between and make one row of it.
            if (lack && !(sideways && lack->actual.value >= narrowest_[k + 1]))
                sum += lack->missing().value;
        }
        return sum;
    }

    // For each cabinet where it may still stand, that which lacks the least first.
    using Lists = std::vector<std::vector<const Spot*>>;

    // Where the cabinets after `k` may stand when it stands at the s-th of its spots; nothing when some cannot.
    std::optional<Lists> left_over(std::size_t k, std::size_t s, const Lists& lists) const {
        Lists out(lists.size());
        for (std::size_t n = k + 1; n < lists.size(); ++n) {
            const bool same = n == k + 1 && cabinets_[n] == cabinets_[k]; // the two change places freely
            for (std::size_t i = same ? s + 1 : 0; i < lists[n].size() && lists[n][i]->least < below_; ++i)
                if (!in_the_way(*lists[k][s], *lists[n][i]))
                    out[n].push_back(lists[n][i]);
            if (out[n].empty())
                return std::nullopt;
        }
        return out;
    }

    static std::int64_t least_after(std::size_t k, const Lists& lists) {
        std::int64_t sum = 0;
        for (std::size_t n = k + 1; n < lists.size(); ++n)
            sum += lists[n].empty() ? 0 : lists[n].front()->least;
        return sum;
    }

    void descend(std::size_t k, const Lists& lists) {
        const bool last = k + 1 == cabinets_.size();
        const std::int64_t after = least_after(k, lists);
        for (std::size_t s = 0; s < lists[k].size(); ++s) {
            if (lists[k][s]->least + after >= below_ || tries_ <= 0)
                return; // sorted: those that follow are no better
            --tries_;
            placed_.push_back(lists[k][s]);
            std::int64_t sum = after;
            for (std::size_t i = 0; i <= k && sum < below_; ++i)
                sum += lacks(i, k);
            if (sum < below_ && last) {
                best_ = placed_;
                below_ = sum;
            } else if (sum < below_) {
                if (const auto rest = left_over(k, s, lists))
                    descend(k + 1, *rest);
            }
            placed_.pop_back();
        }
    }

    const Clearances& clearances_;
    std::span<const CabinetSize> cabinets_;
    std::vector<const Spots*> spots_;
    std::int64_t& tries_;
    std::vector<std::int32_t> narrowest_; // of the cabinets from k on, whichever way they stand
    std::vector<const Spot*> placed_;
    std::vector<const Spot*> best_;
    std::int64_t below_ = 0;
};

} // namespace

struct CabinetSearch::Room {
    RackRoom in;
    Clearances clearances;
    std::vector<TurnedBox> kept_free; // doors, the space before racks that stay
    mutable std::vector<Frame> frames;
    std::int32_t grid = 100;
    Millimetres thinnest{INT32_MAX}; // side of a cabinet: nothing comes into a narrower gap

    std::vector<std::int32_t> steps(MilliDegrees turn, bool along_x, std::int32_t extent) const {
        std::vector<std::int32_t> out;
        std::vector<std::int32_t> walls;
        for (const Point p : in.outline.outer) {
            const Point q = turned({0, 0}, MilliDegrees(-turn.value), p.x, p.y);
            walls.push_back(along_x ? q.x : q.y);
        }
        const auto [low, high] = std::minmax_element(walls.begin(), walls.end());
        const std::int32_t last = *high - extent;
        for (std::int32_t n = 0; *low + n * grid <= last; ++n) {
            out.push_back(*low + n * grid);
            out.push_back(last - n * grid);
        }
        for (const std::int32_t wall : walls)
            for (const std::int32_t at : {wall, wall - extent})
                if (at >= *low && at <= last)
                    out.push_back(at);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    bool is_free(const TurnedBox& body) const {
        if (!lies_inside(in.outline, body))
            return false;
        const auto meets = [&](const TurnedBox& other) { return boxes_overlap(body, other); };
        return std::none_of(in.standing.begin(), in.standing.end(), meets) &&
               std::none_of(kept_free.begin(), kept_free.end(), meets) &&
               std::none_of(in.columns.begin(), in.columns.end(), [&](const Polygon& column) {
                   const std::array<Point, 4> corners = body.corners();
                   const Polygon own{Ring(corners.begin(), corners.end()), {}};
                   return std::any_of(column.outer.begin(), column.outer.end(),
                                      [&](Point p) { return contains(own, p) && !on_boundary(own.outer, p); }) ||
                          std::any_of(corners.begin(), corners.end(),
                                      [&](Point p) { return contains(column, p) && !on_boundary(column.outer, p); });
               });
    }

    Cell with_clearances(Cell cell, std::int32_t quarter) const {
        for (const RackEdge edge : edges) {
            const std::int32_t free = edge == RackEdge::front  ? clearances.front.value
                                      : edge == RackEdge::rear ? clearances.rear.value
                                                               : clearances.side.value;
            switch (look_of(edge, quarter)) {
            case 0:
                cell.low_y -= free;
                break;
            case 1:
                cell.high_x += free;
                break;
            case 2:
                cell.high_y += free;
                break;
            default:
                cell.low_x -= free;
            }
        }
        return cell;
    }

    std::optional<Spot> spot(const Frame& frame, const CabinetSize& size, std::int32_t quarter, std::int32_t x,
                             std::int32_t y, std::span<const Rack* const> standing) const {
        const bool across = quarter % 2 != 0;
        const std::int32_t wide = across ? size.depth.value : size.width.value;
        const std::int32_t high = across ? size.width.value : size.depth.value;
        Rack rack;
        rack.place = turned({0, 0}, frame.turn, x + wide / 2, y + high / 2);
        rack.rotation = MilliDegrees((frame.turn.value + quarter * 90'000) % 360'000);
        rack.width = size.width;
        rack.depth = size.depth;
        if (!is_free(box_of(rack)))
            return std::nullopt;
        Spot out{.place = {rack.place, rack.rotation},
                 .quarter = quarter,
                 .cell = {x, y, x + wide, y + high},
                 .around_it = {x, y, x + wide, y + high},
                 .around = free_spaces(rack, in.outline, standing)};
        if (size.on_wall && !hangs_on_wall(0, out.around[static_cast<std::size_t>(RackEdge::rear)], clearances))
            return std::nullopt;
        if (!size.on_wall)
            out.around_it = with_clearances(out.cell, quarter);
        for (const RackEdge edge : edges)
            if (const auto lack = lack_of(edge, out.around[static_cast<std::size_t>(edge)], clearances, size.on_wall);
                lack && (edge == RackEdge::front || edge == RackEdge::rear || lack->actual < thinnest))
                out.least += lack->missing().value;
        const Point ahead = turned({0, 0}, rack.rotation, 0, -1'000);
        out.towards = (double(in.entry.x) - rack.place.x) * ahead.x / 1'000.0 +
                      (double(in.entry.y) - rack.place.y) * ahead.y / 1'000.0;
        return out;
    }

    const Spots& spots(Frame& frame, const CabinetSize& size) const {
        if (const auto at = frame.spots.find(size); at != frame.spots.end())
            return at->second;
        std::vector<Rack> racks;
        for (const TurnedBox& box : in.standing) {
            Rack rack;
            rack.id = {racks.size() + 1};
            rack.place = box.middle;
            rack.rotation = box.turn;
            rack.width = Millimetres(box.left + box.right);
            rack.depth = Millimetres(box.front + box.rear);
            racks.push_back(rack);
        }
        std::vector<const Rack*> standing;
        for (const Rack& rack : racks)
            standing.push_back(&rack);
        Spots out;
        for (std::int32_t quarter = 0; quarter < 4; ++quarter) {
            const bool across = quarter % 2 != 0;
            for (const std::int32_t y : steps(frame.turn, false, across ? size.width.value : size.depth.value))
                for (const std::int32_t x : steps(frame.turn, true, across ? size.depth.value : size.width.value))
                    if (auto found = spot(frame, size, quarter, x, y, standing))
                        out.push_back(std::move(*found));
        }
        std::stable_sort(out.begin(), out.end(), [](const Spot& a, const Spot& b) {
            return std::tuple(a.least, -a.towards) < std::tuple(b.least, -b.towards);
        });
        return frame.spots[size] = std::move(out);
    }
};

CabinetSearch::CabinetSearch(const RackRoom& room, const Clearances& clearances, Millimetres thinnest, Millimetres grid)
    : room_(std::make_unique<Room>()) {
    room_->thinnest = thinnest;
    room_->grid = std::max(1, grid.value);
    room_->in = room;
    room_->clearances = clearances;
    room_->kept_free = room.doors;
    for (const TurnedBox& box : room.standing) {
        TurnedBox before = box;
        before.front = box.front + clearances.front.value;
        room_->kept_free.push_back(before);
    }
    for (const MilliDegrees turn : wall_directions(room.outline))
        room_->frames.push_back({turn, {}});
}

CabinetSearch::~CabinetSearch() = default;

std::optional<Arrangement> CabinetSearch::best(std::span<const CabinetSize> cabinets, Millimetres below) const {
    // Those that stand on the floor first, the large before the small; equal ones stay together.
    std::vector<std::size_t> order(cabinets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(cabinets[a].on_wall, -cabinets[a].depth.value, -cabinets[a].width.value) <
               std::tuple(cabinets[b].on_wall, -cabinets[b].depth.value, -cabinets[b].width.value);
    });
    std::vector<CabinetSize> sorted;
    for (const std::size_t i : order)
        sorted.push_back(cabinets[i]);
    std::optional<Arrangement> out;
    std::int64_t least = below.value;
    std::int64_t tries = most_tries;
    for (Frame& frame : room_->frames) {
        std::vector<const Spots*> spots;
        for (const CabinetSize& size : sorted)
            spots.push_back(&room_->spots(frame, size));
        const auto found = Placing(room_->clearances, sorted, std::move(spots), tries).run(least);
        if (!found)
            continue;
        out = Arrangement{Millimetres(static_cast<std::int32_t>(least)), std::vector<RackPlace>(cabinets.size())};
        for (std::size_t k = 0; k < order.size(); ++k)
            out->places[order[k]] = (*found)[k]->place;
    }
    if (out)
        out->proved = tries > 0;
    return out;
}

namespace {

// Every choice of one option a network, the least sum of ranks first.
std::vector<std::vector<std::size_t>> combinations(std::span<const std::vector<CabinetOption>> networks) {
    std::vector<std::vector<std::size_t>> out{{}};
    for (const std::vector<CabinetOption>& options : networks) {
        std::vector<std::vector<std::size_t>> longer;
        for (const std::vector<std::size_t>& begun : out)
            for (std::size_t o = 0; o < options.size(); ++o) {
                longer.push_back(begun);
                longer.back().push_back(o);
            }
        out = std::move(longer);
    }
    const auto rank = [&](const std::vector<std::size_t>& choice) {
        std::int32_t sum = 0;
        for (std::size_t n = 0; n < choice.size(); ++n)
            sum += networks[n][choice[n]].rank;
        return sum;
    };
    std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return out;
}

std::vector<CabinetSize> cabinets_of(std::span<const std::vector<CabinetOption>> networks,
                                     const std::vector<std::size_t>& choice) {
    std::vector<CabinetSize> out;
    for (std::size_t n = 0; n < choice.size(); ++n)
        out.insert(out.end(), static_cast<std::size_t>(networks[n][choice[n]].count), networks[n][choice[n]].size);
    return out;
}

} // namespace

std::optional<CabinetChoice> choose_cabinets(const RackRoom& room, std::span<const std::vector<CabinetOption>> networks,
                                             const Clearances& clearances) {
    Millimetres thinnest(INT32_MAX);
    for (const std::vector<CabinetOption>& options : networks)
        for (const CabinetOption& option : options)
            thinnest = std::min({thinnest, option.size.width, option.size.depth});
    const CabinetSearch search(room, clearances, thinnest);
    std::optional<CabinetChoice> out;
    const auto all = combinations(networks);
    const auto seek = [&](const auto& choices, Millimetres below) {
        std::set<std::vector<CabinetSize>> tried;
        for (const std::vector<std::size_t>& choice : choices) {
            const std::vector<CabinetSize> cabinets = cabinets_of(networks, choice);
            std::vector<CabinetSize> sorted = cabinets;
            std::sort(sorted.begin(), sorted.end());
            if (cabinets.size() > most_searched || !tried.insert(std::move(sorted)).second)
                continue;
            if (auto found = search.best(cabinets, below)) {
                below = found->missing;
                out = CabinetChoice{choice, std::move(*found)};
                if (below.value == 0)
                    return;
            }
        }
    };
    seek(all, Millimetres(1)); // one that lacks nothing
    if (out)
        return out;
    // Else the least that any lacks, soon small when the small ones come first; then the best in rank that lacks it.
    seek(std::vector(all.rbegin(), all.rend()), Millimetres(INT32_MAX));
    if (out)
        seek(all, Millimetres(out->arrangement.missing.value + 1));
    return out;
}

} // namespace riser
