// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/shafts.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

namespace riser {

namespace {

constexpr std::int32_t same_place = 1500; // mm: offsets of one shaft from floor to floor stay below

struct Piece {
    AnyId shows;
    std::optional<PathwayRunId> run;
    Point place;
    std::vector<PathwayNodeId> nodes;
    std::vector<FloorId> floors;
    std::string label;
};

bool near(Point a, Point b, std::int32_t reach) { return std::abs(a.x - b.x) <= reach && std::abs(a.y - b.y) <= reach; }

std::vector<Piece> climbing_runs(const Design& design, BuildingId building) {
    std::vector<Piece> pieces;
    for (const PathwayRun& run : design.pathway_runs) {
        const PathwayNode* from = design.find(run.from);
        const PathwayNode* to = design.find(run.to);
        if (!from || !to || run.status == Status::remove ||
            (run.kind != PathwayKind::shaft && from->floor == to->floor))
            continue;
        const Floor* floor = design.find(from->floor);
        if (!floor || floor->building != building)
            continue;
        pieces.push_back({run.id, run.id, from->place, {run.from, run.to}, {from->floor, to->floor}, run.label});
    }
    return pieces;
}

std::vector<Piece> shaft_rooms(const Design& design, BuildingId building) {
    std::vector<Piece> pieces;
    for (const Space& space : design.spaces) {
        const Room* room = design.find(space.room);
        const Floor* floor = room ? design.find(room->floor) : nullptr;
        if (space.role != SpaceRole::elv_shaft || space.status == Status::remove || !floor ||
            floor->building != building)
            continue;
        Point place = space.place;
        if (place == Point{})
            place = inner_point(room->outline).value_or(place);
        pieces.push_back({space.id, {}, place, {}, {floor->id}, space.label});
    }
    return pieces;
}

// Groups pieces that share a node or a place.
std::vector<std::vector<std::size_t>> clusters(const std::vector<Piece>& pieces, std::int32_t reach) {
    std::vector<std::size_t> parent(pieces.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    std::map<PathwayNodeId, std::size_t> at_node;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (const PathwayNodeId node : pieces[i].nodes)
            parent[root(i)] = root(at_node.try_emplace(node, i).first->second);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (near(pieces[i].place, pieces[j].place, reach))
                parent[root(i)] = root(j);
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        groups[root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> out;
    for (auto& [first, members] : groups)
        out.push_back(std::move(members));
    return out;
}

// What all labels begin with, without the separator that ends it; whole characters only.
std::string common_beginning(const std::vector<std::string>& labels) {
    if (labels.size() < 2)
        return {};
    std::string out = labels.front();
    for (const std::string& label : labels)
        out.resize(static_cast<std::size_t>(std::mismatch(out.begin(), out.end(), label.begin(), label.end()).first -
                                            out.begin()));
    std::size_t whole = 0;
    is_utf8(out, &whole);
    out.resize(whole);
    while (!out.empty() && std::string_view("-_/. ").find(out.back()) != std::string_view::npos)
        out.pop_back();
    return out.size() < 2 ? std::string() : out;
}

} // namespace

std::vector<Shaft> shafts_of(const Design& design, BuildingId building) {
    std::vector<Piece> pieces = climbing_runs(design, building);
    std::int32_t reach = same_place;
    if (pieces.empty()) {
        pieces = shaft_rooms(design, building);
        reach = 2 * same_place;
    }
    std::vector<Shaft> out;
    std::vector<std::string> names;
    for (const std::vector<std::size_t>& members : clusters(pieces, reach)) {
        Shaft shaft;
        std::set<FloorId> floors;
        std::vector<std::string> labels;
        for (const std::size_t i : members) {
            const Piece& piece = pieces[i];
            if (piece.run)
                shaft.runs.push_back(*piece.run);
            floors.insert(piece.floors.begin(), piece.floors.end());
            labels.push_back(piece.label);
        }
        shaft.shows = pieces[members.front()].shows;
        shaft.place = pieces[members.front()].place;
        shaft.floors.assign(floors.begin(), floors.end());
        shaft.label = same_text(common_beginning(labels));
        out.push_back(std::move(shaft));
    }
    std::sort(out.begin(), out.end(), [](const Shaft& a, const Shaft& b) {
        return std::tuple(a.place.x, a.place.y, a.shows) < std::tuple(b.place.x, b.place.y, b.shows);
    });
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string own = out[i].label.zh.empty() ? "" : " " + out[i].label.zh;
        out[i].label = {number + " 号竖井" + own, "Shaft " + number + own};
    }
    return out;
}

} // namespace riser
