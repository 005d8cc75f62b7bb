// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/room_reasons.h"

#include "solvers/planning/labels.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace riser {

namespace {

constexpr std::size_t most_named = 8;

class Why {
  public:
    Why(const RoomQuestion& question, std::span<const RoomGroup> groups, const RoomProblem& problem,
        const RoomAnswer& answer)
        : q_(question), groups_(groups), problem_(problem), answer_(answer) {}

    Reason reason() const {
        const std::string needed = std::to_string(answer_.fewer.rooms);
        const auto chosen = static_cast<std::uint32_t>(answer_.rooms.size());
        Text why = proof();
        if (answer_.fewer.rooms < chosen)
            why = {"至少需 " + needed + " 个，选用 " + std::to_string(chosen) + " 个（未证明最少）：" + why.zh,
                   std::to_string(chosen) + " telecom rooms, at least " + needed +
                       " are needed (not proved fewest): " + why.en};
        else
            why = {"电信间不能少于 " + needed + " 个：" + why.zh,
                   "not fewer than " + needed + " telecom rooms: " + why.en};
        return {.subjects = subjects(), .sentence = std::move(why)};
    }

  private:
    std::vector<AnyId> subjects() const {
        std::set<AnyId> floors;
        for (const RoomGroup& group : groups_)
            floors.insert(group.floor);
        return {floors.begin(), floors.end()};
    }

    std::string name(const RoomGroup& group) const {
        const Room* room = group.room ? q_.design.find(*group.room) : nullptr;
        return q_.design.find(group.floor)->label + (room ? ' ' + room_code(*room) : "");
    }

    // "3F (312)": floors or rooms with their points; of many the first.
    template<class Figure> std::string list(const std::vector<std::size_t>& groups, Figure figure) const {
        std::map<FloorId, std::vector<std::size_t>> by_floor;
        for (const std::size_t g : groups)
            by_floor[groups_[g].floor].push_back(g);
        std::string out;
        std::size_t named = 0;
        for (const auto& [floor, here] : by_floor) { // many rooms of a floor are its points together
            if (++named > most_named)
                return out + ", …";
            const std::int64_t sum =
                std::accumulate(here.begin(), here.end(), std::int64_t{0},
                                [&](std::int64_t before, std::size_t g) { return before + figure(g); });
            out += (out.empty() ? "" : ", ") +
                   (here.size() == 1 ? name(groups_[here[0]]) : q_.design.find(floor)->label) + " (" +
                   std::to_string(sum) + ")";
        }
        return out;
    }

    Text proof() const {
        switch (answer_.fewer.proof) {
        case RoomProof::forced:
            return {"各间已由人指定或已有设备", "people fixed them, or their equipment stands there"};
        case RoomProof::parts:
            return by_parts();
        case RoomProof::weights:
            return by_weights();
        case RoomProof::exhausted:
            return {"较少的电信间的各种选法均已试尽，都不能在长度和容量之内服务全部信息点",
                    "every choice of fewer was looked into, and none serves all points within reach and capacity"};
        case RoomProof::none:
            break;
        }
        return {"没有证明", "there is no proof"};
    }

    Text by_parts() const {
        Text out{"以下各部分两两不能共用电信间：", "no two of these can share a room: "};
        std::size_t named = 0;
        for (const RoomPart& part : answer_.fewer.parts) {
            if (++named > most_named) {
                out.zh += "；…";
                out.en += "; …";
                break;
            }
            std::vector<std::size_t> groups;
            for (const ClientIndex client : part.clients)
                groups.push_back(at(client));
            const std::string names = list(groups, [&](std::size_t g) { return groups_[g].points; });
            const std::string rooms = std::to_string(part.rooms);
            out.zh += (named > 1 ? "；" : "") + names + (part.rooms > 1 ? " 需 " + rooms + " 间" : "");
            out.en += (named > 1 ? "; " : "") + names + (part.rooms > 1 ? " need " + rooms : "");
        }
        out.zh += "（括号内为信息点数，每间不超过 " + std::to_string(q_.limits.points) + "，并为扩容留量）";
        out.en += " (points; a room takes " + std::to_string(q_.limits.points) + " with room to grow)";
        return out;
    }

    // Each group weighs so much; so many rooms can serve no more than the largest of what single rooms can.
    Text by_weights() const {
        const std::vector<std::int64_t>& weight = answer_.fewer.client_weight;
        std::vector<std::int64_t> rooms;
        std::int64_t most = 0; // what those in use anyhow and the strongest others take
        std::size_t others = answer_.fewer.rooms - 1;
        for (std::size_t j = 0; j < problem_.candidates.size(); ++j)
            if (problem_.candidates[j].wish != CandidateWish::open)
                rooms.push_back(answer_.fewer.room_weight[j]);
            else {
                most += answer_.fewer.room_weight[j];
                others -= others > 0;
            }
        std::sort(rooms.begin(), rooms.end(), std::greater<>());
        for (std::size_t j = 0; j < std::min(others, rooms.size()); ++j)
            most += rooms[j];
        const std::string fewer = std::to_string(answer_.fewer.rooms - 1);
        const auto asked = std::accumulate(weight.begin(), weight.end(), std::int64_t{0});
        std::vector<std::size_t> heavy;
        for (std::size_t g = 0; g < weight.size() && g < groups_.size(); ++g)
            if (weight[g] > 0)
                heavy.push_back(g);
        const std::string names = list(heavy, [&](std::size_t g) { return weight[g]; });
        return {"按权重 " + names + " 合计 " + std::to_string(asked) + "，任何 " + fewer +
                    " 间在长度和容量之内至多承担 " + std::to_string(most),
                "weighed " + names + " they come to " + std::to_string(asked) + ", and no " + fewer +
                    " rooms can take more than " + std::to_string(most) + " within reach and capacity"};
    }

    const RoomQuestion& q_;
    std::span<const RoomGroup> groups_;
    const RoomProblem& problem_;
    const RoomAnswer& answer_;
};

} // namespace

std::optional<Reason> why_not_fewer(const RoomQuestion& question, std::span<const RoomGroup> groups,
                                    const RoomProblem& problem, const RoomAnswer& answer) {
    const bool all_fixed = answer.fewer.proof == RoomProof::forced && answer.fewer.rooms >= answer.rooms.size();
    if (answer.rooms.size() < 2 || all_fixed)
        return std::nullopt;
    return Why(question, groups, problem, answer).reason();
}

} // namespace riser
