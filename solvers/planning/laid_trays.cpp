// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/laid_trays.h"

#include "solvers/graph/laid_network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace riser {

namespace {

constexpr std::int64_t parts_of_mm = 10'000; // basis points of a millimetre: all costs are whole numbers

struct Direction {
    double x = 0;
    double y = 0;
};

Direction direction(Point from, Point to) {
    const double x = static_cast<double>(to.x) - from.x;
    const double y = static_cast<double>(to.y) - from.y;
    const double length = std::max(1.0, std::hypot(x, y));
    return {x / length, y / length};
}

bool in_one_line(Direction a, Direction b) {
    constexpr double sine = 0.087; // 5 degrees: what a tray's joint takes up
    return std::abs(a.x * b.y - a.y * b.x) <= sine;
}

class Laying {
  public:
    Laying(const FloorNetwork& possible, const Storey& storey, const FloorDemand& demand, const TrayPrices& prices)
        : possible_(possible), storey_(storey), demand_(demand), prices_(prices) {
        for (const FloorLine& line : possible.lines) {
            Polyline whole{possible.nodes[line.from].place};
            whole.insert(whole.end(), line.bends.begin(), line.bends.end());
            whole.push_back(possible.nodes[line.to].place);
            lines_.push_back(std::move(whole));
        }
        problem_.vertices = static_cast<std::uint32_t>(possible.nodes.size());
        problem_.longest_way = prices.longest_way.value;
        problem_.turn = parts_of_mm * prices.elbow.value;
        axes_.resize(possible.nodes.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            add_line(i);
        add_spaces_and_rooms();
        for (const FloorPoint& point : demand.points)
            add_point(point);
    }

    Result<LaidTrays> lay(const Run& run) const {
        const Result<LaidNetwork> laid = laid_network(problem_, {}, {.stop = run.stop, .progress = {}});
        if (!laid)
            return laid.error();
        return LaidTrays{.network = only(laid->edges), .price = laid->cost(), .bound = laid->bound};
    }

  private:
    void add_line(std::size_t i) {
        const FloorLine& line = possible_.lines[i];
        const Polyline& way = lines_[i];
        const std::int64_t length = riser::length(way).value;
        const std::int64_t price = length +
                                   std::int64_t{prices_.elbow.value} * static_cast<std::int64_t>(way.size() - 2) +
                                   std::int64_t{prices_.wall.value} * walls(way) +
                                   std::int64_t{prices_.fire_compartment.value} * compartments(way);
        problem_.edges.push_back({.a = line.from,
                                  .b = line.to,
                                  .cost = parts_of_mm * price,
                                  .length = length,
                                  .axis_a = axis(line.from, direction(way[0], way[1])),
                                  .axis_b = axis(line.to, direction(way[way.size() - 1], way[way.size() - 2]))});
    }

    std::int32_t axis(std::uint32_t node, Direction of) {
        std::vector<Direction>& known = axes_[node];
        const auto same = std::find_if(known.begin(), known.end(), [&](Direction d) { return in_one_line(d, of); });
        const auto index = static_cast<std::int32_t>(same - known.begin());
        if (same == known.end())
            known.push_back(of);
        return index;
    }

    // Openings between two corridors; a branch's door is on every way into its room.
    std::int64_t walls(const Polyline& way) const {
        return std::count_if(storey_.doorways.begin(), storey_.doorways.end(), [&](const Doorway& door) {
            if (!is_corridor(*door.a) || !is_corridor(*door.b))
                return false;
            for (std::size_t i = 1; i < way.size(); ++i)
                if (segments_meet(way[i - 1], way[i], door.opening->from, door.opening->to))
                    return true;
            return false;
        });
    }

    std::int64_t compartments(const Polyline& way) const {
        return std::count_if(
            demand_.compartments.begin(), demand_.compartments.end(), [&](const FireCompartment* compartment) {
                return std::any_of(way.begin() + 1, way.end(), [&](Point p) {
                    return contains(compartment->outline, p) != contains(compartment->outline, way.front());
                });
            });
    }

    void add_spaces_and_rooms() {
        for (std::uint32_t node = 0; node < possible_.nodes.size(); ++node) {
            const FloorNode& row = possible_.nodes[node];
            if (row.space && (demand_.serving.empty() || demand_.serving.contains(row.space)))
                problem_.sources.push_back(node);
            if (row.space)
                problem_.demands.push_back({.vertex = node, .weight = 0});
            if (row.space && demand_.spaces == SpacesJoined::routes_apart)
                problem_.joined_twice.push_back(node);
            if (row.in && !row.space)
                node_in_.emplace(row.in, node);
        }
        for (const Room* room : demand_.served)
            if (const auto node = node_in_.find(room); node != node_in_.end())
                problem_.demands.push_back({.vertex = node->second, .weight = 0});
    }

    // A point in a room that has a node draws its cable to there; any other to the line that is nearest to it, which is
    // laid whatever it costs: longer drops are no way to save trays.
    void add_point(const FloorPoint& point) {
        const std::int64_t weight = std::int64_t{prices_.cable.value} * point.jacks;
        if (const auto node = node_in_.find(point.room); node != node_in_.end()) {
            problem_.demands.push_back({.vertex = node->second, .weight = weight});
            return;
        }
        const std::optional<std::size_t> line = nearest_line(point);
        if (!line)
            return;
        LayingEdge& edge = problem_.edges[*line];
        edge.laid = LayingEdge::Laid::always;
        const auto off = [&](std::uint32_t node) { return distance(possible_.nodes[node].place, point.place).value; };
        problem_.demands.push_back({.vertex = off(edge.a) <= off(edge.b) ? edge.a : edge.b, .weight = weight});
    }

    // Of the lines that come into the room, else of the floor's: that with the least drop, along and across it.
    std::optional<std::size_t> nearest_line(const FloorPoint& point) {
        std::optional<std::size_t> best;
        double least = std::numeric_limits<double>::max();
        const auto offer = [&](std::size_t i) {
            if (const double drop = drop_from(lines_[i], point.place); drop < least) {
                least = drop;
                best = i;
            }
        };
        if (point.room)
            for (const std::size_t i : lines_in(*point.room))
                offer(i);
        for (std::size_t i = 0; i < lines_.size() && (!point.room || lines_in(*point.room).empty()); ++i)
            offer(i);
        return best;
    }

    static double drop_from(const Polyline& line, Point place) {
        double least = std::numeric_limits<double>::max();
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Direction axis = direction(line[i - 1], line[i]);
            const double x = static_cast<double>(place.x) - line[i - 1].x;
            const double y = static_cast<double>(place.y) - line[i - 1].y;
            const double stretch = distance(line[i - 1], line[i]).value;
            const double along = x * axis.x + y * axis.y;
            const double across = std::abs(x * axis.y - y * axis.x);
            least = std::min(least, across + std::abs(along - std::clamp(along, 0.0, stretch)));
        }
        return least;
    }

    const std::vector<std::size_t>& lines_in(const Room& room) {
        const auto [known, fresh] = lines_in_.try_emplace(&room);
        for (std::size_t i = 0; fresh && i < lines_.size(); ++i)
            if (comes_into(lines_[i], room.outline))
                known->second.push_back(i);
        return known->second;
    }

    static bool comes_into(const Polyline& line, const Polygon& area) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point middle{(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2};
            if (contains(area, line[i - 1]) || contains(area, line[i]) || contains(area, middle))
                return true;
        }
        return false;
    }

    // The network of those lines alone.
    FloorNetwork only(const std::vector<std::uint32_t>& lines) const {
        FloorNetwork out = possible_;
        out.lines.clear();
        out.nodes.clear();
        std::vector<std::uint8_t> kept(possible_.nodes.size());
        for (const std::uint32_t line : lines)
            kept[possible_.lines[line].from] = kept[possible_.lines[line].to] = 1;
        std::vector<std::uint32_t> renumbered(possible_.nodes.size());
        for (std::size_t node = 0; node < possible_.nodes.size(); ++node) {
            renumbered[node] = static_cast<std::uint32_t>(out.nodes.size());
            if (kept[node] || possible_.nodes[node].space)
                out.nodes.push_back(possible_.nodes[node]);
        }
        for (const std::uint32_t index : lines) {
            FloorLine line = possible_.lines[index];
            line.from = renumbered[line.from];
            line.to = renumbered[line.to];
            out.lines.push_back(std::move(line));
        }
        std::set<const Room*> entered;
        for (const FloorNode& node : out.nodes)
            entered.insert(node.in);
        std::erase_if(out.across_wall, [&](const Room* room) { return !entered.contains(room); });
        out.parts = parts_of(out);
        return out;
    }

    // Of the corridors' trays that nothing joins.
    static std::int32_t parts_of(const FloorNetwork& network) {
        std::vector<std::uint32_t> leader(network.nodes.size());
        std::iota(leader.begin(), leader.end(), 0U);
        const auto lead = [&](std::uint32_t node) {
            while (leader[node] != node)
                node = leader[node] = leader[leader[node]];
            return node;
        };
        for (const FloorLine& line : network.lines)
            leader[lead(line.from)] = lead(line.to);
        std::set<std::uint32_t> parts;
        for (std::uint32_t node = 0; node < network.nodes.size(); ++node)
            if (!network.nodes[node].in)
                parts.insert(lead(node));
        return static_cast<std::int32_t>(parts.size());
    }

    const FloorNetwork& possible_;
    const Storey& storey_;
    const FloorDemand& demand_;
    const TrayPrices& prices_;
    std::vector<Polyline> lines_;
    std::vector<std::vector<Direction>> axes_; // by node
    std::map<const Room*, std::uint32_t> node_in_;
    std::map<const Room*, std::vector<std::size_t>> lines_in_;
    LayingProblem problem_;
};

} // namespace

Result<LaidTrays> laid_trays(const FloorNetwork& possible, const Storey& storey, const FloorDemand& demand,
                             const TrayPrices& prices, const Run& run) {
    return Laying(possible, storey, demand, prices).lay(run);
}

} // namespace riser
