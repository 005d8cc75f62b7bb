// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/changing_forest.h"

#include <algorithm>
#include <numeric>

namespace riser {

Pieces::Pieces(std::uint32_t nodes) : size_(nodes, 1) {
    for (std::uint32_t i = 0; i < nodes; ++i)
        up_.push_back(static_cast<NetNode>(i));
    next_ = up_;
}

NetNode Pieces::piece_of(NetNode node) const {
    while (up_[at(node)] != node)
        node = up_[at(node)];
    return node;
}

void Pieces::join(NetNode a, NetNode b) {
    a = piece_of(a);
    b = piece_of(b);
    if (a == b)
        return;
    if (size_[at(a)] < size_[at(b)])
        std::swap(a, b);
    up_[at(b)] = a;
    size_[at(a)] += size_[at(b)];
    std::swap(next_[at(a)], next_[at(b)]); // two rings become one
    joined_.push_back(b);
}

void Pieces::undo(std::size_t joins) {
    while (joined_.size() > joins) {
        const NetNode b = joined_.back();
        joined_.pop_back();
        const NetNode a = up_[at(b)];
        std::swap(next_[at(a)], next_[at(b)]);
        size_[at(a)] -= size_[at(b)];
        up_[at(b)] = b;
    }
}

namespace {

class Halving {
  public:
    using Visit = std::function<bool(std::size_t, const Pieces&)>;
    Halving(const LinkNetwork& network, const GoneLinks& gone, std::size_t first, std::size_t last, const Visit& visit,
            std::span<const NetLink> never)
        : network_(network), visit_(visit), pieces_(network.nodes), first_(network.links.size() + 1, 0) {
        for (std::size_t state = first; state < last; ++state)
            for (const NetLink link : gone[state])
                ++first_[at(link) + 1];
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        states_.resize(first_.back());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (std::size_t state = first; state < last; ++state)
            for (const NetLink link : gone[state])
                states_[next[at(link)]++] = state;
        std::vector<bool> is_there(network.links.size(), true);
        for (const NetLink link : never)
            is_there[at(link)] = false;
        for (std::size_t i = 0; i < network.links.size(); ++i)
            if (is_there[i])
                waiting_.push_back({static_cast<NetLink>(i), first_[i], first_[i + 1]});
        if (first < last)
            part(first, last, 0, waiting_.size());
    }

  private:
    // A link, and those of the states of a part in which it is gone.
    struct Waiting {
        NetLink link{};
        std::size_t from = 0, to = 0; // in states_
    };

    // Links of the part: waiting_ from `begin` to `end`. What is put behind them is taken away again.
    bool part(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
        const std::size_t before = pieces_.joins();
        const std::size_t rest = waiting_.size();
        for (std::size_t i = begin; i < end; ++i)
            if (const Waiting one = waiting_[i]; one.from == one.to)
                pieces_.join(network_.links[at(one.link)].a, network_.links[at(one.link)].b);
            else if (one.to - one.from < last - first) // else gone in all of them
                waiting_.push_back(one);
        const bool on = last - first == 1 ? visit_(first, pieces_) : halves(first, last, rest, waiting_.size());
        waiting_.resize(rest);
        pieces_.undo(before);
        return on;
    }

    bool halves(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
        const std::size_t middle = first + (last - first) / 2;
        const auto cut = [&](const Waiting& one) {
            const auto from = states_.begin() + static_cast<std::ptrdiff_t>(one.from);
            const auto to = states_.begin() + static_cast<std::ptrdiff_t>(one.to);
            return static_cast<std::size_t>(std::lower_bound(from, to, middle) - states_.begin());
        };
        const auto half = [&](std::size_t low, std::size_t high, auto narrow) {
            const std::size_t mine = waiting_.size();
            for (std::size_t i = begin; i < end; ++i)
                waiting_.push_back(narrow(waiting_[i]));
            const bool on = part(low, high, mine, waiting_.size());
            waiting_.resize(mine);
            return on;
        };
        return half(first, middle,
                    [&](const Waiting& one) {
                        return Waiting{one.link, one.from, cut(one)};
                    }) &&
               half(middle, last, [&](const Waiting& one) {
                   return Waiting{one.link, cut(one), one.to};
               });
    }

    const LinkNetwork& network_;
    const Visit& visit_;
    Pieces pieces_;
    std::vector<std::size_t> first_; // by link, into states_
    std::vector<std::size_t> states_;
    std::vector<Waiting> waiting_;
};

} // namespace

void visit_states(const LinkNetwork& network, const GoneLinks& gone, std::size_t first, std::size_t last,
                  const std::function<bool(std::size_t, const Pieces&)>& visit, std::span<const NetLink> never) {
    Halving(network, gone, first, last, visit, never);
}

} // namespace riser
