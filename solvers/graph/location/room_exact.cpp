// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_exact.h"

#include <algorithm>

namespace riser::location {

namespace {

// Columns: a room is open; a stack has an open room; a room holds a kind (of those that are apart from some); a client
// is served by a room.
class Programme {
  public:
    Programme(const RoomCore& core, RoomGoal goal) : core_(core), goal_(goal) {
        for (std::size_t j = 0; j < core.rooms(); ++j)
            add_column(goal == RoomGoal::fewest ? 1 : 0);
        for (Index s = 0; s < core.stacks; ++s)
            add_column(goal == RoomGoal::fewest ? 0 : static_cast<double>(core.stack_cost));
        holds_.assign(core.rooms(), std::vector<int>(core.kinds(), -1));
        for (std::size_t j = 0; j < core.rooms(); ++j)
            add_room(j);
        for (std::size_t i = 0; i < core.clients(); ++i)
            add_client(i);
        for (std::size_t j = 0; j < core.rooms(); ++j) {
            MipRow& load = loads_.emplace_back();
            load.low = -static_cast<double>(core.capacity[j]) * static_cast<double>(core.clients() + 1);
            load.terms.emplace_back(static_cast<int>(j), -static_cast<double>(core.capacity[j]));
        }
        for (std::size_t i = 0; i < core.clients(); ++i)
            for (std::size_t k = 0; k < core.services[i].size(); ++k)
                if (core.points[i] > 0)
                    loads_[core.services[i][k].room].terms.emplace_back(served_[i][k],
                                                                        static_cast<double>(core.points[i]));
        programme_.rows.insert(programme_.rows.end(), loads_.begin(), loads_.end());
    }

    void limit_rooms(double least, double most) {
        MipRow row{.terms = {}, .low = least, .high = most};
        for (std::size_t j = 0; j < core_.rooms(); ++j)
            row.terms.emplace_back(static_cast<int>(j), 1.0);
        programme_.rows.push_back(row);
    }

    const MipProgramme& programme() const { return programme_; }

    std::vector<double> values_of(const RoomPlan& plan) const {
        std::vector<double> out(programme_.columns.size(), 0);
        for (std::size_t j = 0; j < core_.rooms(); ++j)
            if (plan.open()[j])
                out[j] = out[core_.rooms() + core_.stack[j]] = 1;
        for (std::size_t i = 0; i < core_.clients(); ++i)
            for (std::size_t k = 0; k < core_.services[i].size(); ++k) {
                const Index room = core_.services[i][k].room;
                if (plan.server()[i] != room)
                    continue;
                out[static_cast<std::size_t>(served_[i][k])] = 1;
                if (const int holds = holds_[room][core_.kind[i]]; holds >= 0)
                    out[static_cast<std::size_t>(holds)] = 1;
            }
        return out;
    }

    void read(const std::vector<double>& values, ExactRooms& out) const {
        for (std::size_t j = 0; j < core_.rooms(); ++j)
            out.open.push_back(values[j] > 0.5);
        for (std::size_t i = 0; i < core_.clients(); ++i) {
            out.server.push_back(no_room);
            for (std::size_t k = 0; k < core_.services[i].size(); ++k)
                if (values[static_cast<std::size_t>(served_[i][k])] > 0.5)
                    out.server.back() = core_.services[i][k].room;
        }
    }

  private:
    int add_column(double cost) {
        programme_.columns.push_back({.cost = cost, .whole = true});
        return static_cast<int>(programme_.columns.size()) - 1;
    }
    void add_not_more(int a, int b) {
        programme_.rows.push_back({.terms = {{a, 1.0}, {b, -1.0}}, .low = -1, .high = 0});
    }

    void add_room(std::size_t j) {
        const int room = static_cast<int>(j);
        add_not_more(room, static_cast<int>(core_.rooms() + core_.stack[j]));
        if (core_.forced[j])
            programme_.rows.push_back({.terms = {{room, 1.0}}, .low = 1, .high = 1});
        for (std::size_t kind = 0; kind < core_.kinds(); ++kind)
            if (std::count(core_.apart[kind].begin(), core_.apart[kind].end(), 1) > 0) {
                holds_[j][kind] = add_column(0);
                add_not_more(holds_[j][kind], room);
            }
        for (std::size_t a = 0; a < core_.kinds(); ++a)
            for (std::size_t b = a + 1; b < core_.kinds(); ++b)
                if (core_.apart[a][b])
                    programme_.rows.push_back(
                        {.terms = {{holds_[j][a], 1.0}, {holds_[j][b], 1.0}, {room, -1.0}}, .low = -1, .high = 0});
    }

    void add_client(std::size_t i) {
        MipRow once{.terms = {}, .low = 1, .high = 1};
        std::vector<int>& columns = served_.emplace_back();
        for (const RoomCore::Service& service : core_.services[i]) {
            columns.push_back(add_column(goal_ == RoomGoal::fewest ? 0 : static_cast<double>(service.cost)));
            once.terms.emplace_back(columns.back(), 1.0);
            const int holds = holds_[service.room][core_.kind[i]];
            add_not_more(columns.back(), holds >= 0 ? holds : static_cast<int>(service.room));
        }
        programme_.rows.push_back(once);
    }

    const RoomCore& core_;
    RoomGoal goal_;
    MipProgramme programme_;
    std::vector<std::vector<int>> holds_;  // room x kind: the column, or -1
    std::vector<std::vector<int>> served_; // client x its services
    std::vector<MipRow> loads_;
};

} // namespace

ExactRooms exact_rooms(const RoomCore& core, RoomGoal goal, std::size_t rooms, const RoomPlan* known,
                       std::int64_t most_branches, const std::stop_token& stop) {
    Programme model(core, goal);
    model.limit_rooms(goal == RoomGoal::fewest ? -1 : static_cast<double>(rooms), static_cast<double>(rooms));
    const MipAnswer found =
        minimise(model.programme(), known ? model.values_of(*known) : std::vector<double>{}, most_branches, stop);
    ExactRooms out{.outcome = found.outcome, .open = {}, .server = {}, .bound = found.bound};
    if (!found.values.empty())
        model.read(found.values, out);
    return out;
}

} // namespace riser::location
