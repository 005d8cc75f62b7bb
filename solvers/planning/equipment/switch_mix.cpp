// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/switch_mix.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>

namespace riser {

namespace {

constexpr std::size_t most_nodes = 50'000;
constexpr std::size_t most_ways = 50'000;
constexpr auto classes = static_cast<std::size_t>(highest_poe_class + 1);

std::int64_t power_of(const PortCounts& counts) {
    std::int64_t out = 0;
    for (std::size_t k = 1; k < classes; ++k)
        out += counts[k] * poe_classes[k].port.value;
    return out;
}

// What is wanted of all switches together: ports of each class or better, then milliwatts, then their number.
constexpr std::size_t at_power = classes, at_number = classes + 1;
using Resources = std::array<std::int64_t, classes + 2>;
Resources resources_of(const PortCounts& wanted, std::int32_t least) {
    Resources out{};
    std::int64_t sum = 0;
    for (std::size_t k = classes; k-- > 0;)
        out[k] = sum += wanted[k];
    out[at_power] = power_of(wanted);
    out[at_number] = least;
    return out;
}
Resources resources_of(const SwitchChoice& choice) {
    Resources out{};
    std::copy(choice.at_least.begin(), choice.at_least.end(), out.begin());
    out[at_power] = choice.poe;
    out[at_number] = 1;
    return out;
}

// How one switch may be filled, and what remains for the next.
class Sharing {
  public:
    Sharing(std::span<const SwitchChoice> switches, const PortCounts& wanted) : switches_(switches), left_(wanted) {
        quotas_.resize(switches.size());
    }
    bool greedy() {
        const PortCounts wanted = left_;
        for (std::size_t s = 0; s < switches_.size(); ++s)
            fill(s);
        if (fed())
            return true;
        left_ = wanted;
        quotas_.assign(switches_.size(), {});
        return false;
    }
    bool search(std::size_t s) {
        if (fed())
            return true;
        if (s == switches_.size() || ++ways_ > most_ways || !seen_.insert({s, left_}).second)
            return false;
        return choose(s, classes - 1, switches_[s].poe, 0);
    }
    // The rest takes what is free.
    std::vector<PortCounts> finish() {
        for (std::size_t s = 0; s < switches_.size(); ++s) {
            const std::int32_t used = std::accumulate(quotas_[s].begin() + 1, quotas_[s].end(), 0);
            const std::int32_t plain = std::min(left_[0], switches_[s].at_least[0] - used);
            quotas_[s][0] = plain;
            left_[0] -= plain;
        }
        return std::move(quotas_);
    }

  private:
    bool fed() const {
        return std::all_of(left_.begin() + 1, left_.end(), [](std::int32_t n) { return n == 0; });
    }

    void fill(std::size_t s) {
        std::int64_t power = switches_[s].poe;
        std::int32_t used = 0;
        for (std::size_t k = classes; k-- > 1;) {
            const std::int64_t each = poe_classes[k].port.value;
            const auto n = static_cast<std::int32_t>(std::clamp<std::int64_t>(
                std::min<std::int64_t>(power / each, switches_[s].at_least[k] - used), 0, left_[k]));
            power -= n * each;
            used += n;
            left_[k] -= n;
            quotas_[s][k] += n;
        }
    }

    // As many as can be of class k first, then fewer.
    bool choose(std::size_t s, std::size_t k, std::int64_t power, std::int32_t used) {
        if (k == 0)
            return search(s + 1);
        const std::int64_t each = poe_classes[k].port.value;
        const auto most = static_cast<std::int32_t>(std::clamp<std::int64_t>(
            std::min<std::int64_t>(power / each, switches_[s].at_least[k] - used), 0, left_[k]));
        for (std::int32_t n = most; n >= 0 && ways_ <= most_ways; --n) {
            left_[k] -= n;
            quotas_[s][k] = n;
            if (choose(s, k - 1, power - n * each, used + n))
                return true;
            left_[k] += n;
            quotas_[s][k] = 0;
        }
        return false;
    }

    std::span<const SwitchChoice> switches_;
    PortCounts left_;
    std::vector<PortCounts> quotas_;
    std::set<std::pair<std::size_t, PortCounts>> seen_;
    std::size_t ways_ = 0;
};

struct Node {
    std::int64_t bound = 0; // price, and at least so much to come
    std::int64_t price = 0;
    std::int32_t switches = 0;
    std::vector<std::int32_t> counts;
    std::size_t last = 0; // type added last: others are added in order, so that each set comes once
    auto key() const { return std::tie(bound, switches, counts); }
    bool operator>(const Node& other) const { return key() > other.key(); }
};

class MixSearch {
  public:
    MixSearch(std::span<const SwitchChoice> given, std::span<const SwitchChoice> choices, const PortCounts& wanted,
              std::int32_t least)
        : given_(given), choices_(choices), wanted_(wanted), least_(least), needed_(resources_of(wanted, least)) {
        for (const SwitchChoice& choice : given)
            for (std::size_t r = 0; r < needed_.size(); ++r)
                needed_[r] -= resources_of(choice)[r];
    }

    std::optional<SwitchMix> run() const {
        std::priority_queue<Node, std::vector<Node>, std::greater<>> open;
        Node start{.counts = std::vector<std::int32_t>(choices_.size(), 0)};
        const auto bound = more(start);
        if (!bound)
            return std::nullopt;
        start.bound = *bound;
        open.push(start);
        for (std::size_t nodes = 0; !open.empty(); ++nodes) {
            const Node node = open.top();
            open.pop();
            if (enough(node))
                return SwitchMix{.counts = node.counts, .price = node.price, .proven = true};
            if (nodes > most_nodes)
                return of_one_type();
            if (node.switches >= most_switches()) // one a port, and they still do not do
                continue;
            for (std::size_t t = node.last; t < choices_.size(); ++t) {
                Node next = node;
                ++next.counts[t];
                ++next.switches;
                next.last = t;
                next.price += choices_[t].price;
                if (const auto to_come = more(next)) {
                    next.bound = next.price + *to_come;
                    open.push(std::move(next));
                }
            }
        }
        return std::nullopt;
    }

  private:
    std::int32_t most_switches() const { return std::accumulate(wanted_.begin(), wanted_.end(), least_); }
    Resources left(const Node& node) const {
        Resources out = needed_;
        for (std::size_t t = 0; t < choices_.size(); ++t) {
            const Resources each = resources_of(choices_[t]);
            for (std::size_t r = 0; r < out.size(); ++r)
                out[r] -= node.counts[t] * each[r];
        }
        return out;
    }
    // What is still to be paid at least: for each resource, all of it from the type that sells it cheapest. Nothing
    // when no type that may still be added has it.
    std::optional<std::int64_t> more(const Node& node) const {
        const Resources rest = left(node);
        std::int64_t most = 0;
        for (std::size_t r = 0; r < rest.size(); ++r) {
            if (rest[r] <= 0)
                continue;
            std::optional<std::int64_t> least;
            for (std::size_t t = node.last; t < choices_.size(); ++t)
                if (const std::int64_t has = resources_of(choices_[t])[r]; has > 0) {
                    const std::int64_t price = rest[r] * choices_[t].price / has;
                    least = std::min(least.value_or(price), price);
                }
            if (!least)
                return std::nullopt;
            most = std::max(most, *least);
        }
        return most;
    }
    std::vector<SwitchChoice> all(const std::vector<std::int32_t>& counts) const {
        std::vector<SwitchChoice> out(given_.begin(), given_.end());
        for (std::size_t t = 0; t < choices_.size(); ++t)
            out.insert(out.end(), static_cast<std::size_t>(counts[t]), choices_[t]);
        return out;
    }
    bool enough(const Node& node) const {
        const Resources rest = left(node);
        return std::all_of(rest.begin(), rest.end(), [](std::int64_t n) { return n <= 0; }) &&
               shared_out(all(node.counts), wanted_).has_value();
    }
    // The cheapest of the sets that hold one type only.
    std::optional<SwitchMix> of_one_type() const {
        std::optional<SwitchMix> out;
        for (std::size_t t = 0; t < choices_.size(); ++t) {
            Node node{.counts = std::vector<std::int32_t>(choices_.size(), 0)};
            constexpr std::int32_t most = 1'000;
            while (node.counts[t] < most && !enough(node))
                ++node.counts[t];
            const std::int64_t price = node.counts[t] * choices_[t].price;
            if (enough(node) && (!out || price < out->price))
                out = SwitchMix{.counts = node.counts, .price = price, .proven = false};
        }
        return out;
    }

    std::span<const SwitchChoice> given_;
    std::span<const SwitchChoice> choices_;
    const PortCounts& wanted_;
    std::int32_t least_;
    Resources needed_;
};

} // namespace

std::optional<std::vector<PortCounts>> shared_out(std::span<const SwitchChoice> switches, const PortCounts& wanted) {
    std::int64_t ports = 0;
    for (const SwitchChoice& choice : switches)
        ports += choice.at_least[0];
    if (ports < std::accumulate(wanted.begin(), wanted.end(), std::int64_t{0}))
        return std::nullopt;
    Sharing sharing(switches, wanted);
    if (!sharing.greedy() && !sharing.search(0))
        return std::nullopt;
    return sharing.finish();
}

std::optional<SwitchMix> cheapest_mix(std::span<const SwitchChoice> given, std::span<const SwitchChoice> choices,
                                      const PortCounts& wanted, std::int32_t least) {
    return MixSearch(given, choices, wanted, least).run();
}

} // namespace riser
