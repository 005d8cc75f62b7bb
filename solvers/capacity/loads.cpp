// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/loads.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <thread>

namespace riser {

namespace {

constexpr double rounding = 1e-9; // relative; less is no difference
constexpr double no_limit = std::numeric_limits<double>::infinity();
const Text step{"各故障下的负荷", "loads after failures"};

bool grows_with_people(const DemandProfile& profile) { return profile.users != DemandUsers::things; }

// What one worker has seen of the failures that it took.
struct Seen {
    std::vector<double> worst, room;
    std::vector<std::uint32_t> worst_in, room_in;
    std::size_t profiles_again = 0, profiles_changed = 0;
    std::vector<double> more, more_people; // of one failure, by flow
    std::vector<std::uint32_t> touched;
};

class Sweep {
  public:
    Sweep(const LoadModel& model, std::span<const LostLinks> failures, const SweepOptions& options, const Run& run)
        : model_(model), run_(run), size_(model.index().size()) {
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
        out_.normal.assign(size_, 0);
        out_.people.assign(size_, 0);
        for (const DemandProfile& profile : model_.demands().profiles) {
            base_.push_back(model_.load_of(profile, model_.whole(), &ways_));
            const ProfileLoad& load = base_.back();
            for (const auto& [flow, amount] : load.flows) {
                out_.normal[flow] += amount;
                if (grows_with_people(profile))
                    out_.people[flow] += amount;
            }
            out_.asked += load.asked;
            out_.carried += load.carried;
        }
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
        seen.more.assign(size_, 0);
        seen.more_people.assign(size_, 0);
        std::size_t told = 0;
        for (std::size_t next = turn_++; next < distinct_.size() && !run_.stopped(); next = turn_++) {
            reckon(seen, next);
            ++done_;
            if (tells && done_ * 100 / distinct_.size() > told) {
                told = done_ * 100 / distinct_.size();
                run_.report(static_cast<double>(told) / 100, step);
            }
        }
    }

    void add(Seen& seen, const FlowAmounts& flows, bool people, double sign) const {
        for (const auto& [flow, amount] : flows) {
            if (seen.more[flow] == 0 && seen.more_people[flow] == 0)
                seen.touched.push_back(flow);
            seen.more[flow] += sign * amount;
            if (people)
                seen.more_people[flow] += sign * amount;
        }
    }

    void reckon(Seen& seen, std::size_t which) {
        const auto& [lost, causes] = distinct_[which];
        LoadState state = model_.after(*lost);
        state.whole_ways = &ways_;
        std::vector<bool> touched(model_.net().segments.size(), false);
        for (const NetIndex segment : state.ways.touched())
            touched[segment] = true;
        double carried = 0;
        for (std::size_t p = 0; p < base_.size(); ++p) {
            const ProfileLoad& before = base_[p];
            const bool again = !before.is_whole() || std::any_of(before.segments.begin(), before.segments.end(),
                                                                 [&](NetIndex segment) { return touched[segment]; });
            if (!again)
                continue;
            const DemandProfile& profile = model_.demands().profiles[p];
            if (const std::optional<ProfileChange> change = model_.change_of(profile, before, state)) {
                ++seen.profiles_changed;
                add(seen, change->flows, grows_with_people(profile), 1);
                carried += change->carried;
                continue;
            }
            const ProfileLoad now = model_.load_of(profile, state);
            ++seen.profiles_again;
            add(seen, before.flows, grows_with_people(profile), -1);
            add(seen, now.flows, grows_with_people(profile), 1);
            carried += now.carried - before.carried;
        }
        for (const std::uint32_t cause : causes)
            out_.lost[cause] = std::max(0.0, -carried) > rounding * out_.asked ? -carried : 0.0;
        for (const std::uint32_t flow : seen.touched)
            settle(seen, flow, causes.front());
        seen.touched.clear();
    }

    void settle(Seen& seen, std::uint32_t flow, std::uint32_t cause) const {
        const double all = out_.normal[flow] + seen.more[flow];
        const double people = out_.people[flow] + seen.more_people[flow];
        seen.more[flow] = seen.more_people[flow] = 0;
        if (all <= out_.normal[flow] * (1 + rounding))
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
    const Run& run_;
    std::size_t size_;
    unsigned threads_ = 1;
    std::vector<std::pair<const LostLinks*, std::vector<std::uint32_t>>> distinct_; // with the failures that lose it
    std::vector<ProfileLoad> base_;
    std::map<PacketWayKey, PacketWay> ways_;
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
    for (const DemandProfile& profile : model.demands().profiles)
        for (const auto& [flow, amount] : model.load_of(profile, state).flows)
            out[flow] += amount;
    return out;
}

} // namespace riser
