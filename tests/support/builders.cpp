// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"

#include <algorithm>
#include <set>

namespace riser::test {

namespace {

char at(const Rows& rows, std::int32_t column, std::int32_t row) {
    if (row < 0 || column < 0 || row >= static_cast<std::int32_t>(rows.size()) ||
        column >= static_cast<std::int32_t>(rows[static_cast<std::size_t>(row)].size()))
        return ' ';
    return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

// Squares by column and by row counted from the south.
std::set<Point> squares_of(const Rows& rows, char letter) {
    std::set<Point> out;
    const auto height = static_cast<std::int32_t>(rows.size());
    for (std::int32_t r = 0; r < height; ++r)
        for (std::int32_t c = 0; c < static_cast<std::int32_t>(rows[static_cast<std::size_t>(r)].size()); ++c)
            if (at(rows, c, r) == letter)
                out.insert({c, height - 1 - r});
    return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

} // namespace

Polygon region(const Rows& rows, char letter, std::int32_t square) {
    const std::set<Point> squares = squares_of(rows, letter);
    // Sides with the region to their left, by where they start.
    std::multimap<Point, Point> sides;
    for (const Point s : squares) {
        if (!squares.contains({s.x, s.y - 1}))
            sides.insert({s, {s.x + 1, s.y}});
        if (!squares.contains({s.x + 1, s.y}))
            sides.insert({{s.x + 1, s.y}, {s.x + 1, s.y + 1}});
        if (!squares.contains({s.x, s.y + 1}))
            sides.insert({{s.x + 1, s.y + 1}, {s.x, s.y + 1}});
        if (!squares.contains({s.x - 1, s.y}))
            sides.insert({{s.x, s.y + 1}, s});
    }
    std::vector<Ring> rings;
    while (!sides.empty()) {
        Ring ring;
        auto side = sides.begin();
        const Point start = side->first;
        Point heading{0, 0};
        for (Point here = start;;) {
            auto [low, high] = sides.equal_range(here);
            side = low;
            for (auto s = low; s != high; ++s) // where two meet, the one that turns left keeps the region in one piece
                if (orientation({0, 0}, heading, s->second - here) > 0)
                    side = s;
            heading = side->second - here;
            ring.push_back({here.x * square, here.y * square});
            here = side->second;
            sides.erase(side);
            if (here == start)
                break;
        }
        // Straight on is no vertex.
        Ring corners;
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (orientation(ring[(i + ring.size() - 1) % ring.size()], ring[i], ring[(i + 1) % ring.size()]) != 0)
                corners.push_back(ring[i]);
        rings.push_back(std::move(corners));
    }
    Polygon out;
    for (Ring& ring : rings)
        if (twice_area(ring) > 0)
            out.outer = std::move(ring);
        else
            out.holes.push_back(std::move(ring));
    return normalised(std::move(out));
}

BuildingBuilder::BuildingBuilder() : ids(20261122) {
    Building building;
    building.id = building_ = ids.next<Building>();
    building.name = {"测试楼", "Test building"};
    design.buildings.put(building);
}

FloorId BuildingBuilder::with_floor(std::string label, const Rows& rows, const std::map<char, Meaning>& legend) {
    Floor row;
    row.id = floor_ = ids.next<Floor>();
    row.building = building_;
    row.label = std::move(label);
    row.order = static_cast<std::int32_t>(design.floors.size());
    row.elevation = Millimetres(row.order * 4'000);
    row.storey_height = Millimetres(4'000);
    design.floors.put(row);
    rows_ = rows;
    std::set<char> letters;
    for (const std::string& line : rows)
        letters.insert(line.begin(), line.end());
    for (const char letter : letters) {
        if (!is_letter(letter))
            continue;
        Room room;
        room.id = rooms_[{floor_, letter}] = ids.next<Room>();
        room.floor = floor_;
        room.outline = region(rows, letter);
        room.number = std::string(1, letter);
        if (const auto meaning = legend.find(letter); meaning != legend.end()) {
            room.use = meaning->second.use;
            room.occupants = meaning->second.occupants;
            if (!meaning->second.number.empty())
                room.number = meaning->second.number;
        } else {
            room.use = RoomUse::office;
        }
        design.rooms.put(room);
    }
    return floor_;
}

OpeningId BuildingBuilder::with_door(char a, char b) {
    // Shared sides, and pairs with one wall square between, as (vertical?, line, start).
    const std::set<Point> of_a = squares_of(rows_, a);
    const std::set<Point> of_b = squares_of(rows_, b);
    struct Side {
        bool vertical;
        std::int32_t line2; // twice the position of the wall's middle
        std::int32_t start;
        auto operator<=>(const Side&) const = default;
    };
    std::vector<Side> sides;
    const auto wall = [&](Point p) {
        return !is_letter(at(rows_, p.x, static_cast<std::int32_t>(rows_.size()) - 1 - p.y));
    };
    for (const Point s : of_a)
        for (const std::int32_t gap : {0, 1})
            for (const std::int32_t sign : {-1, 1}) {
                const std::int32_t reach = (gap + 1) * sign;
                if (of_b.contains({s.x + reach, s.y}) && (gap == 0 || wall({s.x + sign, s.y})))
                    sides.push_back({true, sign > 0 ? 2 * (s.x + 1) + gap : 2 * s.x - gap, s.y});
                if (of_b.contains({s.x, s.y + reach}) && (gap == 0 || wall({s.x, s.y + sign})))
                    sides.push_back({false, sign > 0 ? 2 * (s.y + 1) + gap : 2 * s.y - gap, s.x});
            }
    ensure(!sides.empty(), "the two rooms share no wall");
    std::sort(sides.begin(), sides.end());
    std::size_t best = 0;
    std::size_t best_length = 0;
    for (std::size_t i = 0; i < sides.size();) {
        std::size_t k = i + 1;
        while (k < sides.size() && sides[k].vertical == sides[i].vertical && sides[k].line2 == sides[i].line2 &&
               sides[k].start == sides[k - 1].start + 1)
            ++k;
        if (k - i > best_length) {
            best = i;
            best_length = k - i;
        }
        i = k;
    }
    const Side& side = sides[best];
    const std::int32_t middle = side.start * 1'000 + static_cast<std::int32_t>(best_length) * 500;
    const std::int32_t line = side.line2 * 500;
    Opening row;
    row.id = ids.next<Opening>();
    row.floor = floor_;
    row.from = side.vertical ? Point{line, middle - 500} : Point{middle - 500, line};
    row.to = side.vertical ? Point{line, middle + 500} : Point{middle + 500, line};
    row.height = Millimetres(2'100);
    row.room_a = room(a);
    row.room_b = room(b);
    design.openings.put(row);
    return row.id;
}

PlaneId BuildingBuilder::with_plane(std::string code, Disclosure disclosure) {
    Plane row;
    row.id = ids.next<Plane>();
    row.code = std::move(code);
    row.name = {row.code, row.code};
    row.disclosure = disclosure;
    design.planes.put(row);
    return row.id;
}

PointKindId BuildingBuilder::with_kind(std::string code) {
    PointKind row;
    row.id = ids.next<PointKind>();
    row.code = std::move(code);
    row.name = {row.code, row.code};
    design.point_kinds.put(row);
    return row.id;
}

PointRuleId BuildingBuilder::with_rule(RoomUse use, PlaneId plane, PointKindId kind, std::int32_t jacks,
                                       PointBasis basis, OutletMounting mounting) {
    PointRule row;
    row.id = ids.next<PointRule>();
    row.use = use;
    row.plane = plane;
    row.kind = kind;
    row.jacks = jacks;
    row.basis = basis;
    row.per_area = SquareMillimetres(10'000'000);
    row.mounting = mounting;
    if (mounting == OutletMounting::ceiling)
        row.height = Millimetres(2'800);
    design.point_rules.put(row);
    return row.id;
}

BuildingBuilder& BuildingBuilder::with_catalogue() {
    CableType cable;
    cable.id = ids.next<CableType>();
    cable.code = "CAT6A-UTP";
    cable.diameter_um = 7'000;
    design.cable_types.put(cable);
    const auto pathway = [&](std::string code, PathwayKind kind, std::int32_t width, std::int32_t height) {
        PathwayType row;
        row.id = ids.next<PathwayType>();
        row.code = std::move(code);
        row.kind = kind;
        row.width = Millimetres(width);
        row.height = Millimetres(height);
        design.pathway_types.put(row);
    };
    pathway("CT100x50", PathwayKind::tray, 100, 50);
    pathway("CT200x100", PathwayKind::tray, 200, 100);
    pathway("CT400x100", PathwayKind::tray, 400, 100);
    pathway("SC25", PathwayKind::conduit, 25, 25);
    pathway("SC40", PathwayKind::conduit, 40, 40);
    return *this;
}

RoomId BuildingBuilder::room(char letter) const { return room(floor_, letter); }

RoomId BuildingBuilder::room(FloorId floor, char letter) const {
    const auto found = rooms_.find({floor, letter});
    ensure(found != rooms_.end(), "no room of that letter");
    return found->second;
}

BuildingBuilder office_block(int floors, int rooms_a_side, std::int32_t occupants) {
    BuildingBuilder builder;
    builder.with_catalogue();
    const PlaneId plane = builder.with_plane("G");
    const PointKindId data = builder.with_kind("TD");
    const PointKindId voice = builder.with_kind("TP");
    builder.with_rule(RoomUse::office, plane, data, 1, PointBasis::occupant);
    builder.with_rule(RoomUse::office, plane, voice, 1, PointBasis::occupant);
    const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    ensure(2 * static_cast<std::size_t>(rooms_a_side) + 2 <= letters.size(), "too many rooms for letters");
    for (int f = 0; f < floors; ++f) {
        // North: rooms of 4 x 6 squares and the ELV room Z in the middle of them; the corridor Y; south: rooms.
        std::string north;
        std::string south;
        std::map<char, Meaning> legend{{'Y', {.use = RoomUse::corridor, .number = "", .occupants = 0}},
                                       {'Z', {.use = RoomUse::telecom_room, .number = "", .occupants = 0}}};
        for (int i = 0; i < rooms_a_side; ++i) {
            if (i == rooms_a_side / 2)
                north += "ZZZ";
            north += std::string(4, letters[static_cast<std::size_t>(i)]);
            south += std::string(4, letters[static_cast<std::size_t>(rooms_a_side + i)]);
        }
        south.resize(north.size(), south.back());
        for (int i = 0; i < 2 * rooms_a_side; ++i)
            legend[letters[static_cast<std::size_t>(i)]] = {.use = RoomUse::office,
                                                            .number = std::to_string(f + 1) + (i < 9 ? "0" : "") +
                                                                      std::to_string(i + 1),
                                                            .occupants = occupants > 0 ? occupants : 2 + i % 3};
        Rows rows(6, north);
        rows.insert(rows.end(), 2, std::string(north.size(), 'Y'));
        rows.insert(rows.end(), 6, south);
        builder.with_floor(std::to_string(f + 1) + "F", rows, legend);
        builder.with_door('Z', 'Y');
        for (int i = 0; i < 2 * rooms_a_side; ++i)
            builder.with_door(letters[static_cast<std::size_t>(i)], 'Y');
    }
    return builder;
}

} // namespace riser::test
