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
    Halving(const LinkNetwork& network, const GoneLinks& gone, std::size_t first, std::size_t last, const Visit& visit)
        : network_(network), visit_(visit), pieces_(network.nodes), first_(network.links.size() + 1, 0) {
        std::vector<std::vector<NetLink>> lists;
        for (std::size_t state = first; state < last; ++state) {
            lists.push_back(gone[state]);
            std::vector<NetLink>& list = lists.back();
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
            for (const NetLink link : list)
                ++first_[at(link) + 1];
        }
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        states_.resize(first_.back());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (std::size_t i = 0; i < lists.size(); ++i)
            for (const NetLink link : lists[i])
                states_[next[at(link)]++] = first + i;
        std::vector<Waiting> all;
        for (std::size_t i = 0; i < network.links.size(); ++i)
            all.push_back({static_cast<NetLink>(i), first_[i], first_[i + 1]});
        if (first < last)
            part(first, last, all);
    }

  private:
    // A link, and those of the states of a part in which it is gone.
    struct Waiting {
        NetLink link{};
        std::size_t from = 0, to = 0; // in states_
    };

    bool part(std::size_t first, std::size_t last, const std::vector<Waiting>& links) {
        const std::size_t before = pieces_.joins();
        std::vector<Waiting> rest;
        for (const Waiting& one : links)
            if (one.from == one.to)
                pieces_.join(network_.links[at(one.link)].a, network_.links[at(one.link)].b);
            else if (one.to - one.from < last - first) // else gone in all of them
                rest.push_back(one);
        const bool on = last - first == 1 ? visit_(first, pieces_) : halves(first, last, rest);
        pieces_.undo(before);
        return on;
    }

    bool halves(std::size_t first, std::size_t last, const std::vector<Waiting>& links) {
        const std::size_t middle = first + (last - first) / 2;
        std::vector<Waiting> low, high;
        for (const Waiting& one : links) {
            const auto begin = states_.begin();
            const auto cut =
                static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(one.from),
                                                          begin + static_cast<std::ptrdiff_t>(one.to), middle) -
                                         begin);
            low.push_back({one.link, one.from, cut});
            high.push_back({one.link, cut, one.to});
        }
        return part(first, middle, low) && part(middle, last, high);
    }

    const LinkNetwork& network_;
    const Visit& visit_;
    Pieces pieces_;
    std::vector<std::size_t> first_; // by link, into states_
    std::vector<std::size_t> states_;
};

} // namespace

void visit_states(const LinkNetwork& network, const GoneLinks& gone, std::size_t first, std::size_t last,
                  const std::function<bool(std::size_t, const Pieces&)>& visit) {
    Halving(network, gone, first, last, visit);
}

} // namespace riser
