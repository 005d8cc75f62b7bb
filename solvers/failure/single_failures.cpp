// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/single_failures.h"

#include "model/brief.h"
#include "solvers/failure/failure_rows.h"
#include "solvers/failure/failure_states.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace riser {

namespace {

constexpr std::uint32_t no_room = UINT32_MAX;

// Who sits where, and how many points of a room and of a target there are.
class Stakes {
  public:
    Stakes(FactInput& input, const FailureModel& model, const ReachNetwork& network)
        : network_(network),
          group_of_(model.jacks.size(), 0),
          room_of_(model.jacks.size(), no_room),
          points_of_(network.targets.size(), 0),
          losing_(network.targets.size(), 0) {
        find_rooms(input, model);
        for (std::uint32_t g = 0; g < network.groups.size(); ++g) {
            for (const std::uint32_t jack : network.groups[g].jacks) {
                group_of_[jack] = g;
                if (room_of_[jack] != no_room)
                    ++rooms_[room_of_[jack]].points;
            }
            count(network.groups[g].asked, network.groups[g].jacks.size(), points_of_);
        }
        seat_the_rest(input);
        dark_in_.assign(rooms_.size(), 0);
    }

    FailureEffect effect(StateLoss loss, std::map<TargetSet, std::uint32_t>& sets) {
        FailureEffect out;
        std::fill(losing_.begin(), losing_.end(), 0U);
        for (auto& [group, targets] : loss.groups) {
            const ReachNetwork::Group& row = network_.groups[group];
            if (targets == row.asked) {
                count(targets, row.jacks.size(), losing_);
                out.dark += static_cast<std::uint32_t>(row.jacks.size());
                for (const std::uint32_t jack : row.jacks)
                    go_dark(jack);
            } else { // but for those that are dark by themselves
                const auto by_itself = std::count_if(row.jacks.begin(), row.jacks.end(), [&](std::uint32_t jack) {
                    return std::binary_search(loss.jacks.begin(), loss.jacks.end(), jack);
                });
                const auto impaired =
                    static_cast<std::uint32_t>(row.jacks.size()) - static_cast<std::uint32_t>(by_itself);
                count(targets, impaired, losing_);
                out.impaired += impaired;
            }
            const auto index = sets.try_emplace(std::move(targets), static_cast<std::uint32_t>(sets.size()));
            out.groups.push_back({group, index.first->second});
        }
        for (const std::uint32_t jack : loss.jacks) {
            count(network_.groups[group_of_[jack]].asked, 1, losing_);
            go_dark(jack);
        }
        out.dark += static_cast<std::uint32_t>(loss.jacks.size());
        out.jacks = std::move(loss.jacks);
        for (std::uint32_t t = 0; t < losing_.size(); ++t)
            if (losing_[t] != 0 && losing_[t] == points_of_[t])
                out.lost.push_back(t);
        count_rooms(out);
        return out;
    }

  private:
    struct Seats {
        std::uint32_t points = 0;
        std::int64_t people = 0;
        std::optional<BodyId> body;
    };

    // In rooms that state nobody: the head count of the body less those whom rooms state, evenly over its points there,
    // at most one a point.
    void seat_the_rest(FactInput& input) {
        struct Rest {
            std::int64_t people = 0, points = 0, seen = 0;
        };
        std::map<BodyId, Rest> rest;
        for (const HeadCount& count : input.table<HeadCount>())
            rest[count.body].people += count.people;
        for (const RoomSeat& room : input.get<RoomSeats>().rooms)
            if (room.body && room.people > 0 && rest.contains(*room.body))
                rest[*room.body].people -= room.people;
        const auto rest_of = [&](const Seats& seats) -> Rest* {
            const auto found = seats.body && seats.people <= 0 ? rest.find(*seats.body) : rest.end();
            return found == rest.end() || found->second.people <= 0 ? nullptr : &found->second;
        };
        for (const Seats& seats : rooms_)
            if (Rest* const of = rest_of(seats))
                of->points += seats.points;
        for (Seats& seats : rooms_)
            if (Rest* const of = rest_of(seats); of && of->points > 0) {
                const std::int64_t before = of->people * of->seen / of->points;
                of->seen += seats.points;
                seats.people = std::min<std::int64_t>(seats.points, of->people * of->seen / of->points - before);
            }
    }

    void find_rooms(FactInput& input, const FailureModel& model) {
        const Table<RoomSeat>& seats = input.get<RoomSeats>().rooms;
        const std::vector<RoomId>& rooms = input.get<SeatsOfJacks>().rooms;
        std::unordered_map<RoomId, std::uint32_t> known;
        for (std::uint32_t jack = 0; jack < model.jacks.size(); ++jack) {
            const RoomSeat* room = seats.find(rooms[jack]);
            if (!room)
                continue;
            room_of_[jack] = known.try_emplace(room->id, static_cast<std::uint32_t>(rooms_.size())).first->second;
            if (room_of_[jack] == rooms_.size())
                rooms_.push_back({.points = 0, .people = room->people, .body = room->body});
        }
    }

    static void count(const TargetSet& targets, std::size_t points, std::vector<std::uint32_t>& by_target) {
        for (std::size_t t = 0; t < by_target.size(); ++t)
            if (targets.has(t))
                by_target[t] += static_cast<std::uint32_t>(points);
    }

    void go_dark(std::uint32_t jack) {
        if (const std::uint32_t room = room_of_[jack]; room != no_room && dark_in_[room]++ == 0)
            dark_rooms_.push_back(room);
    }

    // Of the points that went dark; forgets them.
    void count_rooms(FailureEffect& out) {
        for (const std::uint32_t room : dark_rooms_) {
            const Seats& seats = rooms_[room];
            out.people += dark_in_[room] == seats.points ? seats.people : 0;
            if (seats.body && std::find(out.bodies.begin(), out.bodies.end(), *seats.body) == out.bodies.end())
                out.bodies.push_back(*seats.body);
            dark_in_[room] = 0;
        }
        std::sort(out.bodies.begin(), out.bodies.end());
        out.rooms = static_cast<std::uint32_t>(dark_rooms_.size());
        dark_rooms_.clear();
    }

    const ReachNetwork& network_;
    std::vector<std::uint32_t> group_of_, room_of_; // by jack
    std::vector<Seats> rooms_;
    std::vector<std::uint32_t> points_of_, losing_;   // by target
    std::vector<std::uint32_t> dark_in_, dark_rooms_; // by room; rooms with dark points
};

// By weight, of few different ones; elements of one weight in their order.
void rank(SingleFailures& all) {
    using Weight = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;
    std::vector<Weight> weights;
    for (const FailureEffect& effect : all.effects)
        weights.emplace_back(effect.dark, effect.impaired, effect.lost.size());
    std::vector<Weight> classes = weights;
    std::sort(classes.begin(), classes.end(), std::greater<>());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    std::vector<std::uint32_t> class_of, first(classes.size() + 1, 0);
    for (const Weight& weight : weights)
        class_of.push_back(static_cast<std::uint32_t>(
            std::lower_bound(classes.begin(), classes.end(), weight, std::greater<>()) - classes.begin()));
    for (const std::uint32_t effect : all.effect_of)
        if (effect != no_effect)
            ++first[class_of[effect] + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    all.ranked.resize(first.back());
    for (std::uint32_t i = 0; i < all.effect_of.size(); ++i)
        if (const std::uint32_t effect = all.effect_of[i]; effect != no_effect)
            all.ranked[first[class_of[effect]]++] = static_cast<ElementIndex>(i);
}

} // namespace

const FailureEffect* SingleFailures::effect(ElementIndex element) const {
    const std::uint32_t index = effect_of[at(element)];
    return index == no_effect ? nullptr : &effects[index];
}

std::vector<ElementIndex> SingleFailures::of_jack(std::uint32_t jack, const ReachNetwork& network) const {
    std::vector<std::uint8_t> takes(effects.size(), 0);
    for (std::size_t i = 0; i < effects.size(); ++i)
        takes[i] = std::binary_search(effects[i].jacks.begin(), effects[i].jacks.end(), jack) ||
                   std::any_of(effects[i].groups.begin(), effects[i].groups.end(), [&](const GroupLoss& loss) {
                       const auto& jacks = network.groups[loss.group].jacks;
                       return std::binary_search(jacks.begin(), jacks.end(), jack);
                   });
    std::vector<ElementIndex> out;
    for (std::size_t i = 0; i < effect_of.size(); ++i)
        if (effect_of[i] != no_effect && takes[effect_of[i]] != 0)
            out.push_back(static_cast<ElementIndex>(i));
    return out;
}

std::vector<ElementIndex> SingleFailures::of_target(std::uint32_t target) const {
    std::vector<ElementIndex> out;
    for (std::size_t i = 0; i < effect_of.size(); ++i)
        if (const FailureEffect* one = effect(static_cast<ElementIndex>(i));
            one && std::binary_search(one->lost.begin(), one->lost.end(), target))
            out.push_back(static_cast<ElementIndex>(i));
    return out;
}

SingleFailures SingleFailures::compute(FactInput& input) {
    const FailureModel& model = input.get<FailureModel>();
    const ReachNetwork& network = input.get<ReachNetwork>();
    ElementStates states = element_states(model, network);
    std::vector<StateLoss>& losses = states.losses;
    SingleFailures out;
    std::map<TargetSet, std::uint32_t> sets;
    std::vector<std::uint32_t> effect_of(losses.size(), no_effect);
    Stakes stakes(input, model, network);
    for (std::size_t i = 0; i < losses.size(); ++i)
        if (!losses[i].groups.empty() || !losses[i].jacks.empty()) {
            effect_of[i] = static_cast<std::uint32_t>(out.effects.size());
            out.effects.push_back(stakes.effect(std::move(losses[i]), sets));
        }
    out.sets.resize(sets.size());
    for (const auto& [set, index] : sets)
        out.sets[index] = set;
    for (const std::uint32_t state : states.of_element)
        out.effect_of.push_back(state == no_effect ? no_effect : effect_of[state]);
    rank(out);
    return out;
}

} // namespace riser
