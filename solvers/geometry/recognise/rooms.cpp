// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/rooms.h"

#include "solvers/geometry/planar/rings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace riser::detail {

namespace {

constexpr double wide_enough = 700;   // mm: circles larger than this need not be measured
constexpr double cavity_radius = 300; // closed faces no wider than twice this are cavities, unless something says room
constexpr double cubicle_area = 3.6e6;

enum class FaceKind : char { outside, wall, opening, cell };

class UnionFind {
  public:
    explicit UnionFind(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    // The root that stays.
    std::uint32_t join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        if (b < a)
            std::swap(a, b);
        return parent_[b] = a;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

// What people write into more than once: corridors, halls, car parks.
bool is_wide_use(std::optional<RoomUse> use) {
    return use == RoomUse::corridor || use == RoomUse::lobby || use == RoomUse::lift_lobby || use == RoomUse::parking ||
           use == RoomUse::service_hall || use == RoomUse::atrium || use == RoomUse::outdoor || use == RoomUse::balcony;
}

class Partitioning {
  public:
    Partitioning(const PartitionInput& input, const Run& run)
        : in_(input), run_(run), candidates_(input.openings.list), joined_(0) {}

    Partition result() {
        arrange_faces();
        if (out_.map.faces.empty() || run_.stopped())
            return {};
        classify();
        if (run_.stopped())
            return {};
        joined_ = UnionFind(faces_.size());
        place_names();
        open_bare_gaps();
        open_weak_lines();
        find_sides();
        return_cubicles();
        return_niches();
        collect();
        return std::move(out_);
    }

  private:
    struct Group {
        std::vector<std::uint32_t> names; // captions that are names or numbers
        bool outside = false;
        double area = 0;
        double radius = 0;
    };

    void arrange_faces() {
        std::vector<Stroke> strokes = in_.fabric.strokes;
        strokes.insert(strokes.end(), in_.glazing.begin(), in_.glazing.end());
        for (std::size_t g = 0; g < candidates_.size(); ++g) {
            if (candidates_[g].in_wall)
                continue;
            const WallGap& gap = candidates_[g].gap;
            const auto close = [&](Vec a, Vec b) {
                strokes.push_back({rounded(a), rounded(b), StrokeKind::closing, static_cast<std::int32_t>(g)});
            };
            close(gap.low_from, gap.low_to);
            if (gap.thickness > 0)
                close(gap.high_from, gap.high_to);
        }
        out_.map = arrange(std::move(strokes), run_);
        faces_ = face_polygons(out_.map);
    }

    void classify() {
        kind_.assign(faces_.size(), FaceKind::cell);
        circle_.assign(faces_.size(), {});
        gap_of_.assign(faces_.size(), -1);
        const double wall_radius = std::max(60.0, 0.75 * in_.fabric.thickness + 15);
        std::vector<Polygon> quads;
        for (const OpeningCandidate& opening : candidates_) {
            const WallGap& gap = opening.gap;
            Ring quad;
            if (!opening.in_wall && gap.thickness > 0)
                quad = {rounded(gap.low_from), rounded(gap.low_to), rounded(gap.high_to), rounded(gap.high_from)};
            quads.push_back({std::move(quad), {}});
        }
        const FaceLocator in_quad(quads);
        const FaceLocator in_column(in_.columns);
        for (std::uint32_t f = 0; f < faces_.size(); ++f) {
            if ((f & 63) == 0 && run_.stopped())
                return;
            if (out_.map.faces[f].unbounded) {
                kind_[f] = FaceKind::outside;
                continue;
            }
            if (faces_[f].empty()) {
                kind_[f] = FaceKind::wall;
                continue;
            }
            circle_[f] = inscribed_circle(faces_[f], wide_enough);
            const Point centre = rounded(circle_[f].centre);
            if (const auto quad = best_quad(in_quad, quads, centre)) {
                kind_[f] = FaceKind::opening;
                gap_of_[f] = static_cast<std::int32_t>(*quad);
            } else if (in_column.at(centre) || circle_[f].radius <= wall_radius) {
                kind_[f] = FaceKind::wall;
            }
        }
    }

    // The gap whose threshold holds the point: a firm one first, then the shortest.
    std::optional<std::uint32_t> best_quad(const FaceLocator& in_quad, const std::vector<Polygon>& quads,
                                           Point p) const {
        std::optional<std::uint32_t> best;
        for (const std::uint32_t q : in_quad.all_near({p, p}))
            if (!quads[q].empty() && contains(quads[q], p))
                if (!best || std::pair(!candidates_[q].firm(), candidates_[q].gap.length) <
                                 std::pair(!candidates_[*best].firm(), candidates_[*best].gap.length))
                    best = q;
        return best;
    }

    // Each name and number goes to the cell that most of it covers.
    void place_names() {
        const FaceLocator locator(faces_);
        home_.assign(in_.drawing.captions.size(), no_room);
        groups_.assign(faces_.size(), {});
        for (std::uint32_t f = 0; f < faces_.size(); ++f) {
            groups_[f].outside = kind_[f] == FaceKind::outside;
            groups_[f].area = faces_[f].empty() ? 0 : static_cast<double>(area(faces_[f]).value);
            groups_[f].radius = circle_[f].radius;
        }
        for (std::uint32_t c = 0; c < in_.drawing.captions.size(); ++c) {
            const Caption& caption = in_.drawing.captions[c];
            std::map<std::uint32_t, double> votes;
            for (int k = -4; k <= 4; ++k) {
                const Vec p = caption.centre + caption.direction * (k * caption.width / 10);
                if (const auto face = locator.at(rounded(p)); face && kind_[*face] == FaceKind::cell)
                    votes[*face] += k == 0 ? 2.5 : 1;
            }
            for (const auto& [face, weight] : votes)
                if (home_[c] == no_room || weight > votes[home_[c]])
                    home_[c] = face;
            if (home_[c] != no_room && names_room(c))
                groups_[home_[c]].names.push_back(c);
        }
    }

    bool names_room(std::uint32_t caption) const {
        if (in_.openings.used_caption[caption])
            return false;
        const CaptionKind kind = in_.readings[caption].kind;
        return (kind == CaptionKind::name || kind == CaptionKind::number) &&
               !(in_.readings[caption].doubtful && kind == CaptionKind::number);
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = joined_.find(a);
        b = joined_.find(b);
        if (a == b)
            return;
        const std::uint32_t root = joined_.join(a, b);
        const std::uint32_t other = root == a ? b : a;
        Group& into = groups_[root];
        Group& from = groups_[other];
        into.names.insert(into.names.end(), from.names.begin(), from.names.end());
        into.outside = into.outside || from.outside;
        into.area += from.area;
        into.radius = std::max(into.radius, from.radius);
        from = {};
    }

    // Faces that opening gap g would make one: on both sides of its closing lines and between them.
    std::vector<std::vector<std::uint32_t>> faces_by_gap() const {
        std::vector<std::vector<std::uint32_t>> faces(candidates_.size());
        for (std::uint32_t e = 0; e < out_.map.edges.size(); ++e) {
            const PlanarMap::HalfEdge& edge = out_.map.edges[e];
            if (edge.gap < 0 || (edge.kinds & StrokeKind::solid))
                continue;
            const std::uint32_t f = edge.face;
            if (kind_[f] != FaceKind::wall)
                faces[static_cast<std::size_t>(edge.gap)].push_back(f);
        }
        for (auto& list : faces) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
        return faces;
    }

    // Two names of which one is a bare number close beside the other are one label; so is the name of a way or a hall
    // that is written in it more than once.
    bool one_label(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) const {
        for (const std::uint32_t a : p)
            for (const std::uint32_t b : q) {
                const Caption& x = in_.drawing.captions[a];
                const Caption& y = in_.drawing.captions[b];
                if (x.content == y.content && is_wide_use(in_.readings[a].use))
                    continue;
                if (in_.readings[a].kind == in_.readings[b].kind ||
                    gap(x.centre, y.centre) > 2.2 * std::max(x.height, y.height))
                    return false;
            }
        return true;
    }

    bool may_join(const std::vector<std::uint32_t>& faces) {
        std::set<std::uint32_t> roots;
        for (const std::uint32_t f : faces)
            roots.insert(joined_.find(f));
        const Group* named = nullptr;
        bool outside = false;
        for (const std::uint32_t r : roots) {
            const Group& group = groups_[r];
            if (group.outside)
                outside = true;
            else if (!group.names.empty()) {
                if (named && !one_label(named->names, group.names))
                    return false;
                named = &group;
            }
        }
        return !(named && outside);
    }

    void open_gap(std::size_t g) {
        out_.gaps[g] = GapState::opened;
        for (std::size_t i = 1; i < gap_faces_[g].size(); ++i)
            join(gap_faces_[g][0], gap_faces_[g][i]);
    }

    void open_bare_gaps() {
        gap_faces_ = faces_by_gap();
        out_.gaps.assign(candidates_.size(), GapState::closed);
        for (const OpeningCandidate& opening : candidates_)
            out_.thin.push_back(opening.gap.thickness <= 0);
        std::vector<std::size_t> bare;
        for (std::size_t g = 0; g < candidates_.size(); ++g)
            if (!candidates_[g].firm() && !candidates_[g].in_wall)
                bare.push_back(g);
        const auto weakness = [&](std::size_t g) {
            const WallGap& gap = candidates_[g].gap;
            return gap.length + (gap.mouth ? 1500 : 0) + (gap.to_face ? 400 : 0) + (gap.thickness > 0 ? 0 : 300);
        };
        std::stable_sort(bare.begin(), bare.end(),
                         [&](std::size_t p, std::size_t q) { return weakness(p) > weakness(q); });
        for (const std::size_t g : bare)
            if (!looks_like_doorway(candidates_[g].gap) && may_join(gap_faces_[g]))
                open_gap(g);
    }

    // Lines of door layers that no opening claims (a roller door's housing, a folded leaf) part rooms only when both
    // sides are named, or when one side is outside.
    void open_weak_lines() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::uint32_t e = 0; e < out_.map.edges.size(); e += 2) {
            const std::uint32_t f = out_.map.edges[e].face;
            const std::uint32_t g = out_.map.across(e);
            if (f != g && out_.map.edges[e].kinds == StrokeKind::weak && kind_[f] == FaceKind::cell &&
                kind_[g] == FaceKind::cell)
                pairs.push_back(std::minmax(f, g));
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const auto& [f, g] : pairs)
            if (!groups_[joined_.find(f)].outside && !groups_[joined_.find(g)].outside && may_join({f, g}))
                join(f, g);
    }

    std::uint32_t side_face(const FaceLocator& locator, Vec from, Vec way, double half) const {
        for (const double off : {30.0, 90.0, 180.0, 300.0}) {
            const Point p = rounded(from + way * (half + off));
            const auto face = locator.at(p);
            if (!face)
                return 0; // the unbounded face has no polygon
            if (kind_[*face] == FaceKind::cell || kind_[*face] == FaceKind::opening)
                return *face;
        }
        return no_room;
    }

    void find_sides() {
        const FaceLocator locator(faces_);
        for (const OpeningCandidate& opening : candidates_) {
            const WallGap& gap = opening.gap;
            const Vec left = left_of(gap.direction());
            const Vec middle = (gap.from + gap.to) * 0.5;
            const double half = opening.in_wall ? std::max(130.0, in_.fabric.thickness) : gap.thickness / 2;
            side_faces_.push_back({side_face(locator, middle, -left, half), side_face(locator, middle, left, half)});
        }
    }

    bool is_wet(const Group& group) const {
        return std::any_of(group.names.begin(), group.names.end(),
                           [&](std::uint32_t c) { return in_.readings[c].use == RoomUse::toilet; });
    }

    // Openings of each group, each with the group on the other side.
    std::map<std::uint32_t, std::vector<std::pair<std::size_t, std::uint32_t>>> ways_out() {
        std::map<std::uint32_t, std::vector<std::pair<std::size_t, std::uint32_t>>> ways;
        for (std::size_t g = 0; g < candidates_.size(); ++g) {
            if (out_.gaps[g] == GapState::opened || candidates_[g].proof == Proof::misfit)
                continue;
            auto [low, high] = side_faces_[g];
            if (low == no_room || high == no_room)
                continue;
            low = joined_.find(low);
            high = joined_.find(high);
            if (low == high)
                continue;
            ways[low].push_back({g, high});
            ways[high].push_back({g, low});
        }
        return ways;
    }

    // WC cubicles and the like: small, unnamed, and their doors lead to one and the same wet room.
    void return_cubicles() {
        for (const auto& [group, list] : ways_out()) {
            if (joined_.find(group) != group || groups_[group].outside || !groups_[group].names.empty() ||
                groups_[group].area > cubicle_area)
                continue;
            std::set<std::uint32_t> rooms;
            bool thin = true, doors = false;
            for (const auto& [g, other] : list) {
                if (candidates_[g].kind == OpeningKind::window)
                    continue;
                doors = true;
                rooms.insert(joined_.find(other));
                thin = thin && candidates_[g].gap.thickness <= 60 && candidates_[g].gap.length <= 850;
            }
            if (!doors || rooms.size() != 1 || groups_[*rooms.begin()].outside)
                continue;
            if (!is_wet(groups_[*rooms.begin()]) && !(thin && groups_[group].area <= 2.3e6))
                continue;
            for (const auto& [g, other] : list)
                if (candidates_[g].kind != OpeningKind::window)
                    open_gap(g);
            ++out_.cubicles;
        }
    }

    // A doorway without a door that leads to a nook is none.
    void return_niches() {
        for (std::size_t g = 0; g < candidates_.size(); ++g) {
            if (candidates_[g].firm() || out_.gaps[g] == GapState::opened)
                continue;
            const auto nook = [&](std::uint32_t face) {
                if (face == no_room)
                    return false;
                const Group& group = groups_[joined_.find(face)];
                return !group.outside && group.names.empty() && (group.area < 1.6e6 || group.radius < 420);
            };
            if ((nook(side_faces_[g].first) || nook(side_faces_[g].second)) && may_join(gap_faces_[g]))
                open_gap(g);
        }
    }

    // Whether all that lies around the group, beyond its walls, is one and the same other group.
    bool is_island(std::uint32_t group) {
        std::set<std::uint32_t> seen{group};
        std::vector<std::uint32_t> queue{group};
        std::uint32_t around = no_room;
        std::vector<std::vector<std::uint32_t>>& faces_around = neighbours();
        while (!queue.empty()) {
            const std::uint32_t f = queue.back();
            queue.pop_back();
            for (const std::uint32_t next : faces_around[f]) {
                const std::uint32_t root = joined_.find(next);
                if (root == group || !seen.insert(next).second)
                    continue;
                if (kind_[next] == FaceKind::wall) {
                    if (seen.size() > 64)
                        return false;
                    queue.push_back(next);
                } else if (around == no_room || around == root) {
                    around = root;
                } else {
                    return false;
                }
            }
        }
        return around != no_room && !groups_[around].outside;
    }

    std::vector<std::vector<std::uint32_t>>& neighbours() {
        if (neighbours_.empty()) {
            neighbours_.resize(faces_.size());
            for (std::uint32_t e = 0; e < out_.map.edges.size(); ++e)
                if (out_.map.across(e) != out_.map.edges[e].face)
                    neighbours_[out_.map.edges[e].face].push_back(out_.map.across(e));
            for (auto& list : neighbours_) {
                std::sort(list.begin(), list.end());
                list.erase(std::unique(list.begin(), list.end()), list.end());
            }
        }
        return neighbours_;
    }

    void collect() {
        const auto ways = ways_out();
        std::vector<std::uint32_t> number(faces_.size(), no_room);
        std::uint32_t rooms = 0;
        for (std::uint32_t face = 0; face < faces_.size(); ++face) {
            const std::uint32_t f = joined_.find(face); // the root may be the threshold of an opened gap
            if (kind_[face] != FaceKind::cell || number[f] != no_room)
                continue;
            const Group& group = groups_[f];
            const bool open = ways.count(f) > 0;
            if (group.outside)
                continue;
            if (group.names.empty() && !open && group.radius <= cavity_radius) {
                ++out_.cavities;
                continue;
            }
            if (group.area < static_cast<double>(in_.least_room.value)) {
                ++out_.cavities;
                continue;
            }
            // A column, a piece of furniture or a chimney on the wall layer.
            if (group.names.empty() && !open && (group.area < 2.0e6 || (group.area < 4.0e6 && is_island(f)))) {
                ++out_.cavities;
                continue;
            }
            number[f] = rooms++;
        }
        std::vector<std::uint32_t> room_of_face(faces_.size(), no_room);
        out_.wall.assign(faces_.size(), 0);
        for (std::uint32_t f = 0; f < faces_.size(); ++f) {
            const bool opened =
                kind_[f] == FaceKind::opening && out_.gaps[static_cast<std::size_t>(gap_of_[f])] == GapState::opened;
            if (kind_[f] == FaceKind::cell || opened)
                room_of_face[f] = number[joined_.find(f)];
            out_.wall[f] = kind_[f] == FaceKind::wall;
        }
        collect_rooms(room_of_face, rooms);
        collect_masses();
        for (std::size_t g = 0; g < candidates_.size(); ++g)
            collect_sides(g, room_of_face);
        for (std::uint32_t c = 0; c < home_.size(); ++c) {
            const std::uint32_t room = home_[c] == no_room ? no_room : room_of_face[home_[c]];
            if (room != no_room)
                out_.rooms[room].captions.push_back(c);
            else if (names_room(c))
                out_.captions_outside.push_back(c);
        }
        for (const RoomDraft& room : out_.rooms)
            out_.conflicts += std::count_if(room.captions.begin(), room.captions.end(), [&](std::uint32_t c) {
                                  return in_.readings[c].kind == CaptionKind::name;
                              }) > 1;
    }

    void collect_rooms(const std::vector<std::uint32_t>& room_of_face, std::uint32_t rooms) {
        auto polygons = group_polygons(out_.map, room_of_face, rooms, 1.5);
        out_.rooms.resize(rooms);
        for (std::uint32_t f = 0; f < faces_.size(); ++f)
            if (room_of_face[f] != no_room)
                out_.rooms[room_of_face[f]].radius = std::max(out_.rooms[room_of_face[f]].radius, circle_[f].radius);
        for (std::uint32_t r = 0; r < rooms; ++r)
            if (!polygons[r].empty())
                out_.rooms[r].outline = normalised(std::move(polygons[r].front()));
    }

    void collect_masses() {
        std::vector<std::uint32_t> group(faces_.size(), 1);
        for (std::uint32_t f = 0; f < faces_.size(); ++f)
            if (kind_[f] == FaceKind::wall ||
                (kind_[f] == FaceKind::opening && out_.gaps[static_cast<std::size_t>(gap_of_[f])] == GapState::closed))
                group[f] = 0;
        out_.masses = std::move(group_polygons(out_.map, group, 1, 1.5)[0]);
    }

    void collect_sides(std::size_t g, const std::vector<std::uint32_t>& room_of_face) {
        SideRooms sides;
        const auto [low, high] = side_faces_[g];
        const auto room = [&](std::uint32_t f) { return f == no_room ? no_room : room_of_face[f]; };
        const auto outside = [&](std::uint32_t f) { return f != no_room && groups_[joined_.find(f)].outside; };
        sides = {room(low), room(high), outside(low), outside(high)};
        out_.sides.push_back(sides);
        if (out_.gaps[g] == GapState::opened || candidates_[g].proof == Proof::misfit)
            return;
        for (const std::uint32_t r : {sides.low, sides.high})
            if (r != no_room && (sides.low != sides.high)) {
                out_.rooms[r].openings.push_back(static_cast<std::uint32_t>(g));
                out_.rooms[r].bare = out_.rooms[r].bare || !candidates_[g].firm();
            }
    }

    const PartitionInput& in_;
    const Run& run_;
    const std::vector<OpeningCandidate>& candidates_;
    UnionFind joined_;
    Partition out_;
    std::vector<Polygon> faces_;
    std::vector<FaceKind> kind_;
    std::vector<Inscribed> circle_;
    std::vector<std::int32_t> gap_of_; // of opening faces
    std::vector<Group> groups_;        // by root face
    std::vector<std::uint32_t> home_;  // face of each caption
    std::vector<std::vector<std::uint32_t>> gap_faces_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> side_faces_; // low, high
    std::vector<std::vector<std::uint32_t>> neighbours_;
};

} // namespace

Partition partitioned(const PartitionInput& input, const Run& run) { return Partitioning(input, run).result(); }

} // namespace riser::detail
