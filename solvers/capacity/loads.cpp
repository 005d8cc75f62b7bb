// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/loads.h"

#include "solvers/capacity/failure_loads.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <thread>

namespace riser {

namespace {

constexpr double rounding = 1e-9; // relative; less is no difference
constexpr double residue = 1e-12; // of all that is asked: what is left of what is taken off again
constexpr double no_limit = std::numeric_limits<double>::infinity();
const Text step{"各故障下的负荷", "loads after failures"};

// What one worker has seen of the failures that it took.
struct Seen {
    std::vector<double> worst, room;
    std::vector<std::uint32_t> worst_in, room_in;
    std::size_t profiles_again = 0, profiles_changed = 0;
};

class Sweep {
  public:
    Sweep(const LoadModel& model, std::span<const LostLinks> failures, const SweepOptions& options, const Run& run)
        : model_(model), book_(model), run_(run), size_(model.index().size()) {
        std::map<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>, std::size_t> known;
        for (std::uint32_t f = 0; f < failures.size(); ++f) {
            if (failures[f].wires.empty() && failures[f].plugs.empty())
                continue;
            const auto [at, is_new] = known.try_emplace({failures[f].wires, failures[f].plugs}, distinct_.size());
            if (is_new)
                distinct_.push_back({&failures[f], {}});
            distinct_[at->second].second.push_back(f);
        }
        threads_ = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
        threads_ = static_cast<unsigned>(std::min<std::size_t>(threads_, std::max<std::size_t>(1, distinct_.size())));
        out_.lost.assign(failures.size(), 0);
    }

    FlowLoads all() {
        reckon_normal();
        std::vector<Seen> seen(threads_);
        {
            std::vector<std::jthread> workers;
            for (unsigned t = 1; t < threads_; ++t)
                workers.emplace_back([&, t] { work(seen[t], false); });
            work(seen[0], true);
        }
        for (const Seen& one : seen)
            merge(one);
        if (run_.stopped() && done_ < distinct_.size())
            out_.outcome = Outcome::stopped;
        return std::move(out_);
    }

  private:
    double room_of(std::size_t flow, double all, double people) const {
        const double most = model_.capacity(flow);
        return most > all - people && people > rounding * most ? (most - (all - people)) / people : no_limit;
    }

    void reckon_normal() {
        out_.normal = book_.normal();
        out_.people = book_.people();
        out_.asked = book_.asked();
        out_.carried = book_.carried();
        out_.worst = out_.normal;
        out_.worst_in.assign(size_, nothing);
        out_.room.resize(size_);
        for (std::size_t flow = 0; flow < size_; ++flow)
            out_.room[flow] = room_of(flow, out_.normal[flow], out_.people[flow]);
        out_.room_in.assign(size_, nothing);
    }

    void work(Seen& seen, bool tells) {
        seen.worst.assign(size_, 0);
        seen.worst_in.assign(size_, nothing);
        seen.room.assign(size_, no_limit);
        seen.room_in.assign(size_, nothing);
        FailureLoads loads(model_, book_);
        std::size_t told = 0;
        for (std::size_t next = turn_++; next < distinct_.size() && !run_.stopped(); next = turn_++) {
            reckon(loads, seen, next);
            ++done_;
            if (tells && done_ * 100 / distinct_.size() > told) {
                told = done_ * 100 / distinct_.size();
                run_.report(static_cast<double>(told) / 100, step);
            }
        }
        seen.profiles_again = loads.profiles_again();
        seen.profiles_changed = loads.profiles_changed();
    }

    void reckon(FailureLoads& loads, Seen& seen, std::size_t which) {
        const auto& [lost, causes] = distinct_[which];
        loads.reckon(*lost);
        for (const std::uint32_t cause : causes)
            out_.lost[cause] = -loads.carried() > rounding * out_.asked ? -loads.carried() : 0.0;
        for (const std::uint32_t flow : loads.changed())
            settle(seen, flow, loads.more(flow), loads.more_people(flow), causes.front());
    }

    void settle(Seen& seen, std::uint32_t flow, double more, double more_people, std::uint32_t cause) const {
        const double all = out_.normal[flow] + more;
        const double people = out_.people[flow] + more_people;
        if (more <= out_.normal[flow] * rounding + out_.asked * residue)
            return;
        if (all > seen.worst[flow] || (all == seen.worst[flow] && cause < seen.worst_in[flow])) {
            seen.worst[flow] = all;
            seen.worst_in[flow] = cause;
        }
        const double room = room_of(flow, all, people);
        if (room < seen.room[flow] || (room == seen.room[flow] && cause < seen.room_in[flow])) {
            seen.room[flow] = room;
            seen.room_in[flow] = cause;
        }
    }

    void merge(const Seen& seen) {
        for (std::size_t flow = 0; flow < size_; ++flow) {
            if (seen.worst_in[flow] != nothing &&
                (seen.worst[flow] > out_.worst[flow] ||
                 (seen.worst[flow] == out_.worst[flow] && seen.worst_in[flow] < out_.worst_in[flow]))) {
                out_.worst[flow] = seen.worst[flow];
                out_.worst_in[flow] = seen.worst_in[flow];
            }
            if (seen.room_in[flow] != nothing &&
                (seen.room[flow] < out_.room[flow] ||
                 (seen.room[flow] == out_.room[flow] && seen.room_in[flow] < out_.room_in[flow]))) {
                out_.room[flow] = seen.room[flow];
                out_.room_in[flow] = seen.room_in[flow];
            }
        }
        out_.profiles_again += seen.profiles_again;
        out_.profiles_changed += seen.profiles_changed;
    }

    const LoadModel& model_;
    const LegBook book_;
    const Run& run_;
    std::size_t size_;
    unsigned threads_ = 1;
    std::vector<std::pair<const LostLinks*, std::vector<std::uint32_t>>> distinct_; // with the failures that lose it
    std::atomic<std::size_t> turn_{0}, done_{0};
    FlowLoads out_;
};

} // namespace

FlowLoads loads_of(const LoadModel& model, std::span<const LostLinks> failures, const SweepOptions& options,
                   const Run& run) {
    return Sweep(model, failures, options, run).all();
}

std::vector<double> loads_in(const LoadModel& model, const LoadState& state) {
    std::vector<double> out(model.index().size(), 0);
    PacketWays ways;
    for (const DemandProfile& profile : model.demands().profiles)
        for (const auto& [flow, amount] : model.load_of(model.plan_of(profile, state, ways), state).flows)
            out[flow] += amount;
    return out;
}

} // namespace riser
