// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/room_choice.h"

#include "solvers/graph/location/room_location.h"
#include "solvers/planning/room_groups.h"
#include "solvers/planning/room_reasons.h"

#include <algorithm>
#include <numeric>

namespace riser {

namespace {

class RoomChooser {
  public:
    RoomChooser(const RoomQuestion& question, const Run& run) : q_(question), run_(run), groups_(question, run) {}

    RoomChoice choose() {
        keep_unreached();
        // Floors that cannot be served as wished keep all their rooms; then the others are asked about again.
        for (bool first = true;; first = false) {
            const std::size_t kept = as_named_.size();
            solve(first);
            if (as_named_.size() == kept && !run_.stopped())
                keep_overloaded();
            if (as_named_.size() == kept || run_.stopped())
                break;
        }
        out_.rooms.value = static_cast<std::int64_t>(out_.serves.size());
        std::vector<Reason> far = std::move(groups_).take_reasons();
        out_.reasons.insert(out_.reasons.begin(), far.begin(), far.end());
        return std::move(out_);
    }

  private:
    const RoomOffer& offer(std::size_t i) const { return q_.offers[i]; }

    // Places rooms for what hangs together: groups of points that some room could serve both.
    void solve(bool first) {
        out_.serves.clear();
        out_.cable = {};
        std::vector<std::size_t> part(q_.offers.size());
        std::iota(part.begin(), part.end(), std::size_t{0});
        const auto root = [&](std::size_t i) {
            while (part[i] != i)
                i = part[i] = part[part[i]];
            return i;
        };
        std::vector<std::size_t> asked;
        for (std::size_t g = 0; g < groups_.groups().size(); ++g) {
            const RoomGroup& group = groups_.groups()[g];
            if (as_named_.contains(group.floor))
                continue;
            if (group.total.empty()) {
                keep(group.floor, {"没有电信间能容纳或到达本层的全部信息点，保留本层各间",
                                   "no telecom room can take or reach the points here: the floor keeps all its rooms"});
                continue;
            }
            asked.push_back(g);
            for (const auto& [i, total] : group.total)
                part[root(i)] = root(group.total.begin()->first);
        }
        std::map<std::size_t, std::vector<std::size_t>> groups_of, offers_of;
        for (const std::size_t g : asked)
            if (!as_named_.contains(groups_.groups()[g].floor))
                groups_of[root(groups_.groups()[g].total.begin()->first)].push_back(g);
        serve_as_named();
        for (std::size_t i = 0; i < q_.offers.size(); ++i)
            offers_of[root(i)].push_back(i);
        for (const auto& [id, offers] : offers_of) {
            if (run_.stopped())
                return;
            if (groups_of.contains(id))
                solve_part(groups_of[id], offers, first);
            for (const std::size_t i : offers)
                if (offer(i).in_use && !out_.serves.contains(offer(i).space)) {
                    out_.serves[offer(i).space];
                    if (first && !groups_of.contains(id))
                        ++out_.rooms.bound;
                }
        }
    }

    // Each point of the floors that keep all their rooms comes from the nearest of them.
    void serve_as_named() {
        named_load_.assign(q_.offers.size(), 0);
        for (const FloorId floor : as_named_) {
            bool any = false;
            for (const RoomOffer& own : q_.offers)
                if (own.floor == floor && (!own.only || own.only->contains(floor))) {
                    out_.serves[own.space].insert(floor);
                    any = true;
                }
            if (!any)
                out_.left.insert(floor);
        }
        for (const FloorId floor : as_named_)
            for (const std::size_t point : groups_.points_on().at(floor))
                if (const auto nearest = nearest_of(point)) {
                    const std::int64_t points = q_.points[point].free();
                    named_load_[nearest->first] += points;
                    out_.cable.value += points * nearest->second;
                    out_.cable.bound += points * nearest->second;
                }
    }

    // Of the rooms in use that serve the point's floor: the offer, and the length from it.
    std::optional<std::pair<std::size_t, std::int64_t>> nearest_of(std::size_t point) const {
        std::optional<std::pair<std::size_t, std::int64_t>> best;
        for (const auto& [i, length] : groups_.lengths(point)) {
            const auto its = out_.serves.find(offer(i).space);
            if (its == out_.serves.end())
                continue;
            const FloorId floor = q_.points[point].floor;
            const bool serves = its->second.contains(floor) || (its->second.empty() && offer(i).floor == floor);
            if (serves && (!best || length < best->second))
                best = {i, length};
        }
        return best;
    }

    RoomProblem problem_of(const std::vector<std::size_t>& groups, const std::vector<std::size_t>& offers) const {
        RoomProblem out;
        std::map<std::size_t, CandidateIndex> candidate;
        for (const std::size_t i : offers) {
            candidate[i] = static_cast<CandidateIndex>(out.candidates.size());
            const bool open = offer(i).in_use || out_.serves.contains(offer(i).space);
            out.candidates.push_back({.capacity = std::max<std::int64_t>(0, groups_.capacity(i) - named_load_[i]),
                                      .wish = open ? CandidateWish::open : CandidateWish::none});
        }
        for (const std::size_t g : groups) {
            const RoomGroup& group = groups_.groups()[g];
            const auto client = static_cast<ClientIndex>(out.clients.size());
            out.clients.push_back({.points = group.weight});
            for (const auto& [i, total] : group.total) {
                const std::int64_t each = (total + group.weight - 1) / group.weight + mark(group, i);
                out.services.push_back({.client = client, .candidate = candidate.at(i), .length = each});
                out.longest = std::max(out.longest, each);
            }
        }
        return out;
    }

    // Answers of the same length of cable are told apart by some millimetres a point that belong to floor and room
    // alone, so that which is taken does not change with what else is fixed.
    std::int64_t mark(const RoomGroup& group, std::size_t i) const {
        const std::string key =
            to_string(group.floor) + (group.room ? to_string(*group.room) : "") + '|' + to_string(offer(i).space);
        return static_cast<std::int64_t>(derived_id<Space>("mark", key).value % 16);
    }

    void solve_part(const std::vector<std::size_t>& groups, const std::vector<std::size_t>& offers, bool first) {
        const RoomProblem problem = problem_of(groups, offers);
        Result<RoomAnswer> found = locate_rooms(problem, {.search_steps = 300}, {.stop = run_.stop, .progress = {}});
        const bool served = found && !found->rooms.empty();
        for (std::size_t c = 0; c < groups.size(); ++c)
            if (!served || !found->server[c])
                keep(groups_.groups()[groups[c]].floor,
                     {"各电信间容量不足以分摊本层信息点，保留本层各间",
                      "the telecom rooms cannot share out the points here: the floor keeps all its rooms"});
        if (first && found)
            out_.rooms.bound += found->fewer.rooms;
        if (!served)
            return;
        for (const CandidateIndex room : found->rooms)
            out_.serves[offer(offers[at(room)]).space];
        for (std::size_t c = 0; c < groups.size(); ++c)
            if (found->server[c])
                out_.serves[offer(offers[at(*found->server[c])]).space].insert(groups_.groups()[groups[c]].floor);
        out_.cable.value += found->cable;
        out_.cable.bound += found->cost_bound;
        if (first) {
            std::vector<RoomGroup> clients;
            for (const std::size_t g : groups)
                clients.push_back(groups_.groups()[g]);
            if (auto why = why_not_fewer(q_, clients, problem, *found))
                out_.reasons.push_back(std::move(*why));
        }
    }

    // Floors whose points no way leads to from anywhere: nobody knows yet which room they will need.
    void keep_unreached() {
        for (const auto& [floor, points] : groups_.points_on())
            if (std::all_of(points.begin(), points.end(), [&](std::size_t p) { return groups_.lengths(p).empty(); }))
                keep(floor, {"没有路由通到本层信息点，保留本层各间",
                             "no way leads to the points here: the floor keeps all its rooms"});
    }

    void keep(FloorId floor, const Text& why) {
        if (!as_named_.insert(floor).second)
            return;
        const auto same = std::find_if(out_.reasons.begin(), out_.reasons.end(),
                                       [&](const Reason& reason) { return reason.sentence == why; });
        if (same == out_.reasons.end())
            out_.reasons.push_back({.subjects = {floor}, .sentence = why});
        else
            same->subjects.push_back(floor);
    }

    // Where the nearest-room rule gives a room more points than it takes, its floors use their other rooms too.
    void keep_overloaded() {
        std::vector<std::int64_t> load(q_.offers.size(), 0);
        for (const auto& [floor, points] : groups_.points_on())
            for (const std::size_t point : points)
                if (const auto nearest = nearest_of(point))
                    load[nearest->first] += q_.points[point].free();
        for (std::size_t i = 0; i < q_.offers.size(); ++i) {
            if (load[i] <= groups_.capacity(i))
                continue;
            for (const RoomOffer& other : q_.offers) {
                const auto its = out_.serves.find(offer(i).space);
                if (!out_.serves.contains(other.space) && its != out_.serves.end() && its->second.contains(other.floor))
                    keep(other.floor, {"就近接入会使电信间超出容量，本层各间均启用",
                                       "served from the nearest, a telecom room would get more points than it takes: "
                                       "the floor uses all its rooms"});
            }
        }
    }

    const RoomQuestion& q_;
    const Run& run_;
    RoomGroups groups_;
    std::set<FloorId> as_named_;           // floors that keep all their rooms
    std::vector<std::int64_t> named_load_; // of those, by offer
    RoomChoice out_;
};

} // namespace

RoomChoice choose_rooms(const RoomQuestion& question, const Run& run) { return RoomChooser(question, run).choose(); }

} // namespace riser
