// SPDX-License-Identifier: GPL-3.0-or-later
// What is lost in the segment of a profile's VLAN: its points still come to the gateways, some another way, or some are
// cut off, and what goes on beyond becomes less in proportion.
#include "solvers/capacity/load_model.h"

#include <algorithm>

namespace riser {

namespace {

class Changes {
  public:
    Changes(const LoadModel& model, const DemandProfile& profile, const ProfileLoad& before, const LoadState& state)
        : model_(model), profile_(profile), before_(before), shape_(*before.shape), state_(state) {}

    std::optional<ProfileChange> all() {
        if (!find_left() || !find_gateways())
            return std::nullopt;
        double users = 0;
        for (std::size_t i = 0; i < shape_.sources.size(); ++i)
            users += is_left_[i] ? shape_.sources[i].users : 0;
        for (std::size_t i = 0; i < shape_.sources.size(); ++i)
            change(shape_.sources[i], is_left_[i]);
        if (const double share = users / shape_.users - 1; users < shape_.users) {
            for (const auto& [flow, amount] : shape_.beyond)
                out_.flows.emplace_back(flow, amount * share);
            out_.carried = before_.carried * share;
        }
        return std::move(out_);
    }

  private:
    struct Way {
        NetIndex was = no_index, now = no_index; // the gateway's place
        double to = 0, from = 0;                 // bit/s of all together
    };

    // Which points are left: they must all hang together.
    bool find_left() {
        for (const ProfileShape::Source& source : shape_.sources) {
            const bool left = state_.ways.stands(source.place) && model_.has_points(source.device, state_.ways);
            is_left_.push_back(left);
            if (left && first_ == no_index)
                first_ = source.place;
            if (left && source.place != first_ && !state_.ways.joined(first_, source.place))
                return false;
        }
        return first_ != no_index;
    }

    // The same gateways must answer and be come to.
    bool find_gateways() {
        if (gateways_of(state_.routers, state_.ways, first_, profile_.vlan) != shape_.gateways)
            return false;
        std::map<NetIndex, Way> ways;
        for (const auto& [gateway, amount] : shape_.to_gateway)
            ways[gateway].to = amount;
        for (const auto& [gateway, amount] : shape_.from_gateway)
            ways[gateway].from = amount;
        const LoadState& whole = model_.whole();
        for (auto& [gateway, way] : ways) {
            way.was = leaves_at(whole.routers, whole.ways, gateway, first_);
            way.now = leaves_at(state_.routers, state_.ways, gateway, first_);
            if (way.was == no_index || way.now == no_index)
                return false;
            ways_.push_back(way);
        }
        return true;
    }

    void change(const ProfileShape::Source& source, bool left) {
        const double mine = source.users / shape_.users;
        const TreeWays& before = model_.whole().ways;
        double sent = 0;
        for (const Way& way : ways_) {
            sent += way.to * mine;
            if (left && way.was == way.now && state_.ways.same_way(before, source.place, way.now))
                continue;
            walk(before, source.place, way.was, -way.to * mine);
            walk(before, way.was, source.place, -way.from * mine);
            if (left) {
                walk(state_.ways, source.place, way.now, way.to * mine);
                walk(state_.ways, way.now, source.place, way.from * mine);
            }
        }
        if (!left)
            load(model_.index().points(model_.net().places[source.place].box), -sent);
    }

    void walk(const TreeWays& ways, NetIndex from, NetIndex to, double amount) {
        ways.walk(from, to, amount, this,
                  [](void* sink, std::uint32_t arc, double part) { static_cast<Changes*>(sink)->load(arc, part); });
    }
    void load(std::size_t flow, double amount) {
        out_.flows.emplace_back(static_cast<std::uint32_t>(flow), amount);
        for (const std::uint32_t sum : model_.sums_of(flow))
            out_.flows.emplace_back(sum, amount);
    }

    const LoadModel& model_;
    const DemandProfile& profile_;
    const ProfileLoad& before_;
    const ProfileShape& shape_;
    const LoadState& state_;
    std::vector<bool> is_left_; // by source
    NetIndex first_ = no_index; // place of a source that is left
    std::vector<Way> ways_;     // by gateway
    ProfileChange out_;
};

} // namespace

std::optional<ProfileChange> LoadModel::change_of(const DemandProfile& profile, const ProfileLoad& before,
                                                  const LoadState& state) const {
    const TreeWays& ways = state.ways;
    if (!before.shape || ways.grew() || !state.routers.same_gateways(whole_->routers) ||
        std::any_of(before.shape->plugs.begin(), before.shape->plugs.end(),
                    [&](std::uint32_t plug) { return ways.is_lost_plug(plug); }))
        return std::nullopt;
    bool is_own = false;
    for (const NetIndex segment : ways.touched()) {
        is_own |= segment == before.shape->segment;
        const std::vector<ProfileShape::Leg>& legs = before.shape->legs;
        for (auto leg = std::lower_bound(legs.begin(), legs.end(), ProfileShape::Leg{segment, 0, 0});
             leg != legs.end() && leg->segment == segment; ++leg)
            if (!ways.joined(leg->from, leg->to) || !ways.same_way(whole_->ways, leg->from, leg->to))
                return std::nullopt;
    }
    return is_own ? Changes(*this, profile, before, state).all() : ProfileChange{};
}

bool TreeWays::same_way(const TreeWays& before, NetIndex from, NetIndex to) const {
    const SegmentForest& now = forest(net_->places[from].segment);
    const SegmentForest& then = before.forest(net_->places[from].segment);
    std::uint32_t up = spot(from), down = spot(to), up_then = before.spot(from), down_then = before.spot(to);
    for (;;) {
        if (now.spots[up].peers != then.spots[up_then].peers || now.spots[down].peers != then.spots[down_then].peers ||
            (up == down) != (up_then == down_then))
            return false;
        if (up == down)
            return true;
        const bool rises = now.spots[up].depth >= now.spots[down].depth;
        if (rises != (then.spots[up_then].depth >= then.spots[down_then].depth))
            return false;
        std::uint32_t& mine = rises ? up : down;
        std::uint32_t& theirs = rises ? up_then : down_then;
        if (now.spots[mine].strands != then.spots[theirs].strands)
            return false;
        mine = now.spots[mine].parent;
        theirs = then.spots[theirs].parent;
    }
}

} // namespace riser
