// SPDX-License-Identifier: GPL-3.0-or-later
// Loads over servers by maximum flow (Dinic 1970): source -> loads -> servers -> sink.
#include "solvers/graph/location/capacitated_cover.h"

#include <algorithm>
#include <limits>

namespace riser {

namespace {

class LoadFlow {
  public:
    LoadFlow(std::span<const ServedLoad> loads, std::span<const std::int64_t> capacities)
        : loads_(loads), left_(loads.size()), room_(capacities.begin(), capacities.end()), into_(capacities.size()) {
        for (std::size_t i = 0; i < loads.size(); ++i) {
            left_[i] = loads[i].load;
            flow_.emplace_back(loads[i].servers.size(), 0);
            for (std::uint32_t k = 0; k < loads[i].servers.size(); ++k)
                into_[loads[i].servers[k]].push_back({static_cast<std::uint32_t>(i), k});
        }
    }

    void run() {
        for (std::size_t i = 0; i < loads_.size(); ++i) // what fits at once
            for (std::uint32_t k = 0; k < loads_[i].servers.size() && left_[i] > 0; ++k)
                take(i, k, std::min(left_[i], room_[loads_[i].servers[k]]));
        while (rank()) {
            next_load_.assign(loads_.size(), 0);
            next_server_.assign(room_.size(), 0);
            for (std::size_t i = 0; i < loads_.size(); ++i)
                while (left_[i] > 0) {
                    const std::int64_t sent = push(i, left_[i]);
                    if (sent == 0)
                        break;
                    left_[i] -= sent;
                }
        }
    }

    Served result() {
        Served out{.left = left_, .left_in_all = 0, .tight = std::vector<bool>(loads_.size(), false)};
        for (const std::int64_t left : left_)
            out.left_in_all += left;
        if (out.left_in_all > 0) { // what the last ranking reached is the cut's side
            for (std::size_t i = 0; i < loads_.size(); ++i)
                out.tight[i] = load_rank_[i] >= 0;
        }
        return out;
    }

  private:
    struct Into {
        std::uint32_t load = 0;
        std::uint32_t arc = 0;
    };

    void take(std::size_t i, std::uint32_t k, std::int64_t amount) {
        left_[i] -= amount;
        flow_[i][k] += amount;
        room_[loads_[i].servers[k]] -= amount;
    }

    // Breadth first from what is left over; whether a server with room is reached.
    bool rank() {
        load_rank_.assign(loads_.size(), -1);
        server_rank_.assign(room_.size(), -1);
        std::vector<std::uint32_t> now;
        for (std::uint32_t i = 0; i < loads_.size(); ++i)
            if (left_[i] > 0) {
                load_rank_[i] = 0;
                now.push_back(i);
            }
        bool found = false;
        for (std::int32_t depth = 1; !now.empty() && !found; depth += 2) {
            std::vector<std::uint32_t> servers, next;
            for (const std::uint32_t i : now)
                for (const std::uint32_t s : loads_[i].servers)
                    if (server_rank_[s] < 0) {
                        server_rank_[s] = depth;
                        servers.push_back(s);
                        found |= room_[s] > 0;
                    }
            for (const std::uint32_t s : servers)
                for (const Into& in : into_[s])
                    if (load_rank_[in.load] < 0 && flow_[in.load][in.arc] > 0) {
                        load_rank_[in.load] = depth + 1;
                        next.push_back(in.load);
                    }
            now = std::move(next);
        }
        return found;
    }

    std::int64_t push(std::size_t i, std::int64_t most) {
        for (std::uint32_t& k = next_load_[i]; k < loads_[i].servers.size(); ++k) {
            const std::uint32_t s = loads_[i].servers[k];
            if (server_rank_[s] != load_rank_[i] + 1)
                continue;
            std::int64_t sent = std::min(most, room_[s]);
            if (sent > 0)
                room_[s] -= sent;
            else
                sent = push_on(s, most);
            if (sent > 0) {
                flow_[i][k] += sent;
                return sent;
            }
        }
        return 0;
    }

    // Makes room at a full server by moving a load that it carries to another.
    std::int64_t push_on(std::uint32_t s, std::int64_t most) {
        for (std::size_t& at = next_server_[s]; at < into_[s].size(); ++at) {
            const Into in = into_[s][at];
            if (load_rank_[in.load] != server_rank_[s] + 1 || flow_[in.load][in.arc] == 0)
                continue;
            const std::int64_t sent = push(in.load, std::min(most, flow_[in.load][in.arc]));
            if (sent > 0) {
                flow_[in.load][in.arc] -= sent;
                return sent;
            }
        }
        return 0;
    }

    std::span<const ServedLoad> loads_;
    std::vector<std::int64_t> left_;
    std::vector<std::int64_t> room_;
    std::vector<std::vector<Into>> into_;
    std::vector<std::vector<std::int64_t>> flow_;
    std::vector<std::int32_t> load_rank_, server_rank_;
    std::vector<std::uint32_t> next_load_;
    std::vector<std::size_t> next_server_;
};

} // namespace

Served serve(std::span<const ServedLoad> loads, std::span<const std::int64_t> capacities) {
    LoadFlow flow(loads, capacities);
    flow.run();
    return flow.result();
}

} // namespace riser
