// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_parts.h"

#include <algorithm>
#include <numeric>

namespace riser::location {

namespace {

class Sharing {
  public:
    explicit Sharing(const RoomCore& core) : clients_(core.clients()), may_(clients_ * clients_, 0) {
        for (std::size_t j = 0; j < core.rooms(); ++j)
            for (const RoomCore::Client& a : core.clients_of[j])
                for (const RoomCore::Client& b : core.clients_of[j])
                    if (a.client != b.client && !core.apart[core.kind[a.client]][core.kind[b.client]] &&
                        core.points[a.client] + core.points[b.client] <= core.capacity[j])
                        may_[a.client * clients_ + b.client] = 1;
    }
    bool may(Index a, Index b) const { return may_[a * clients_ + b] != 0; }
    std::size_t degree(Index a) const {
        const auto row = may_.begin() + static_cast<std::ptrdiff_t>(a * clients_);
        return static_cast<std::size_t>(std::count(row, row + static_cast<std::ptrdiff_t>(clients_), 1));
    }

  private:
    std::size_t clients_;
    std::vector<std::uint8_t> may_;
};

// Rooms for the part's points, the roomiest within its reach taken first.
std::uint32_t rooms_for_points(const RoomCore& core, const std::vector<Index>& clients) {
    std::vector<std::uint8_t> seen(core.rooms(), 0);
    std::vector<std::int64_t> capacities;
    std::int64_t points = 0;
    for (const Index i : clients) {
        points += core.points[i];
        for (const RoomCore::Service& service : core.services[i])
            if (!std::exchange(seen[service.room], std::uint8_t{1}))
                capacities.push_back(core.capacity[service.room]);
    }
    std::sort(capacities.begin(), capacities.end(), std::greater<>());
    std::uint32_t rooms = 1;
    std::int64_t room_for = capacities.front();
    while (room_for < points && rooms < capacities.size())
        room_for += capacities[rooms++];
    return room_for < points ? rooms + 1 : rooms; // more than there are: it cannot be done
}

// Clients apart from one another first, in the order given; then each other client that may share with clients of one
// part only joins that.
std::vector<ClientPart> grow(const RoomCore& core, const Sharing& sharing, const std::vector<Index>& order) {
    std::vector<ClientPart> parts;
    std::vector<std::uint8_t> in(core.clients(), 0);
    for (const Index i : order)
        if (std::none_of(parts.begin(), parts.end(),
                         [&](const ClientPart& p) { return sharing.may(i, p.clients[0]); })) {
            parts.push_back({.clients = {i}, .rooms = 1});
            in[i] = 1;
        }
    for (const Index i : order) {
        if (in[i])
            continue;
        ClientPart* only = nullptr;
        int touched = 0;
        for (ClientPart& part : parts)
            if (std::any_of(part.clients.begin(), part.clients.end(), [&](Index k) { return sharing.may(i, k); })) {
                only = &part;
                ++touched;
            }
        if (touched == 1)
            only->clients.push_back(i);
    }
    for (ClientPart& part : parts)
        part.rooms = rooms_for_points(core, part.clients);
    return parts;
}

// All clients, in the parts that sharing joins directly or by others.
std::vector<ClientPart> joined(const RoomCore& core, const Sharing& sharing) {
    std::vector<ClientPart> parts;
    std::vector<std::uint8_t> in(core.clients(), 0);
    for (Index first = 0; first < core.clients(); ++first) {
        if (in[first])
            continue;
        ClientPart part{.clients = {first}, .rooms = 0};
        in[first] = 1;
        for (std::size_t k = 0; k < part.clients.size(); ++k)
            for (Index i = 0; i < core.clients(); ++i)
                if (!in[i] && sharing.may(part.clients[k], i)) {
                    in[i] = 1;
                    part.clients.push_back(i);
                }
        part.rooms = rooms_for_points(core, part.clients);
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace

std::uint32_t rooms_of(const std::vector<ClientPart>& parts) {
    std::uint32_t rooms = 0;
    for (const ClientPart& part : parts)
        rooms += part.rooms;
    return rooms;
}

std::vector<ClientPart> parts_apart(const RoomCore& core) {
    constexpr std::size_t most_clients = 4'000; // the table of pairs has its square
    constexpr std::size_t beginnings = 20;
    if (core.clients() == 0 || core.clients() > most_clients)
        return {};
    const Sharing sharing(core);
    std::vector<std::size_t> degree;
    for (Index i = 0; i < core.clients(); ++i)
        degree.push_back(sharing.degree(i));
    std::vector<Index> order(core.clients());
    std::iota(order.begin(), order.end(), Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return degree[a] < degree[b]; });
    std::vector<ClientPart> best = joined(core, sharing);
    for (std::size_t first = 0; first < std::min(beginnings, order.size()); ++first) {
        std::vector<Index> turned = order;
        std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(first),
                    turned.begin() + static_cast<std::ptrdiff_t>(first) + 1);
        if (std::vector<ClientPart> parts = grow(core, sharing, turned); rooms_of(parts) > rooms_of(best))
            best = std::move(parts);
    }
    return best;
}

} // namespace riser::location
