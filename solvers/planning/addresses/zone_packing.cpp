// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/addresses/zone_packing.h"

#include "solvers/base/address_space.h"

#include <algorithm>
#include <numeric>

namespace riser {

namespace {

bool any_overlaps(const std::vector<IpPrefix>& list, const IpPrefix& prefix) {
    return std::any_of(list.begin(), list.end(), [&](const IpPrefix& other) { return overlap(other, prefix); });
}

// The longest prefix that holds blocks of these lengths, largest first.
std::uint8_t block_length(const std::vector<std::uint8_t>& lengths) {
    const std::uint8_t longest = *std::max_element(lengths.begin(), lengths.end());
    double sum = 0; // in blocks of the longest; exact, for they are powers of two
    for (const std::uint8_t length : lengths)
        sum += static_cast<double>(std::uint64_t{1} << std::min(longest - length, 62));
    std::uint8_t out = longest;
    for (double room = 1; room < sum && out > 0; room *= 2)
        --out;
    return out;
}

class Packer {
  public:
    Packer(std::span<const IpPrefix> pools, std::span<const IpPrefix> taken, std::span<const PackingUnit> units)
        : pools_(pools.begin(), pools.end()), taken_(taken.begin(), taken.end()), units_(units) {
        for (const PackingUnit& unit : units)
            given_.push_back(std::vector<std::optional<IpPrefix>>(unit.lengths.size()));
        blocks_.resize(units.size());
        for (std::size_t u = 0; u < units.size(); ++u)
            for (const IpPrefix& block : units[u].blocks)
                keep_block(u, block);
        for (std::size_t u = 0; u < units.size(); ++u)
            cover(u);
    }

    Packing pack() && {
        Packing out;
        const std::vector<std::vector<IpPrefix>> before = blocks_;
        out.side_by_side = side_by_side();
        if (!out.side_by_side) {
            blocks_ = before;
            one_by_one();
        }
        settle_blocks();
        for (std::size_t u = 0; u < units_.size(); ++u)
            out.units.push_back({.given = std::move(given_[u]), .blocks = std::move(blocks_[u])});
        return out;
    }

  private:
    bool in_pools(const IpPrefix& prefix) const {
        return std::any_of(pools_.begin(), pools_.end(), [&](const IpPrefix& pool) { return contains(pool, prefix); });
    }
    std::vector<IpPrefix> prefixes_of(std::size_t u) const {
        std::vector<IpPrefix> out = units_[u].standing;
        for (const std::optional<IpPrefix>& prefix : given_[u])
            if (prefix)
                out.push_back(*prefix);
        return out;
    }
    // Nothing in it is another's.
    bool is_clean(std::size_t u, const IpPrefix& block) const {
        if (!in_pools(block) || any_overlaps(taken_, block))
            return false;
        for (std::size_t other = 0; other < units_.size(); ++other)
            if (other != u && (any_overlaps(prefixes_of(other), block) || any_overlaps(blocks_[other], block)))
                return false;
        return true;
    }
    void keep_block(std::size_t u, const IpPrefix& block) {
        if (is_clean(u, block) && !any_overlaps(blocks_[u], block))
            blocks_[u].push_back(block);
    }
    // A block round what of the unit lies in none, if it can be its own.
    void cover(std::size_t u) {
        std::optional<IpPrefix> block;
        for (const IpPrefix& prefix : prefixes_of(u)) {
            if (any_overlaps(blocks_[u], prefix))
                continue;
            if (!block)
                block = prefix;
            while (block->length > 0 && !contains(*block, prefix))
                block = parent(*block);
        }
        if (block && is_clean(u, *block)) {
            std::erase_if(blocks_[u], [&](const IpPrefix& old) { return contains(*block, old); });
            blocks_[u].push_back(*block);
        }
    }

    std::vector<std::size_t> largest_first(std::size_t u) const {
        std::vector<std::size_t> order(units_[u].lengths.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return units_[u].lengths[a] < units_[u].lengths[b]; });
        return order;
    }

    AddressSpace free_of_prefixes() const {
        AddressSpace space(pools_);
        for (const IpPrefix& prefix : taken_)
            space.take(prefix);
        for (const PackingUnit& unit : units_)
            for (const IpPrefix& prefix : unit.standing)
                space.take(prefix);
        return space;
    }

    bool side_by_side() {
        AddressSpace open = free_of_prefixes();
        for (const std::vector<IpPrefix>& blocks : blocks_)
            for (const IpPrefix& block : blocks)
                open.take(block);
        std::vector<std::size_t> order;
        for (std::size_t u = 0; u < units_.size(); ++u)
            if (!units_[u].lengths.empty())
                order.push_back(u);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return block_length(units_[a].lengths) < block_length(units_[b].lengths);
        });
        return std::all_of(order.begin(), order.end(), [&](std::size_t u) { return place(u, open); });
    }

    bool place(std::size_t u, AddressSpace& open) {
        AddressSpace own(blocks_[u]);
        for (const IpPrefix& prefix : units_[u].standing)
            own.take(prefix);
        std::vector<std::size_t> rest;
        for (const std::size_t i : largest_first(u))
            if (!(given_[u][i] = own.allocate(units_[u].lengths[i])))
                rest.push_back(i);
        // The other halves, while they are free.
        while (!rest.empty() && !blocks_[u].empty() && blocks_[u].front().length > 0) {
            IpPrefix& block = blocks_[u].front();
            const IpPrefix both = parent(block);
            const IpPrefix other = half(both, half(both, 0) == block ? 1 : 0);
            if (!open.is_free(other))
                break;
            open.take(other);
            own.add(other);
            block = both;
            std::erase_if(rest, [&](std::size_t i) {
                given_[u][i] = own.allocate(units_[u].lengths[i]);
                return given_[u][i].has_value();
            });
        }
        if (rest.empty())
            return true;
        std::vector<std::uint8_t> lengths;
        for (const std::size_t i : rest)
            lengths.push_back(units_[u].lengths[i]);
        const std::optional<IpPrefix> block = open.allocate(block_length(lengths));
        if (!block)
            return false;
        blocks_[u].push_back(*block);
        AddressSpace inside(std::span(&*block, 1));
        for (const std::size_t i : rest)
            given_[u][i] = inside.allocate(units_[u].lengths[i]);
        return true;
    }

    void one_by_one() {
        AddressSpace space = free_of_prefixes();
        struct Wanted {
            std::uint8_t length;
            std::size_t unit;
            std::size_t index;
        };
        std::vector<Wanted> order;
        for (std::size_t u = 0; u < units_.size(); ++u)
            for (std::size_t i = 0; i < units_[u].lengths.size(); ++i)
                order.push_back({units_[u].lengths[i], u, i});
        std::stable_sort(order.begin(), order.end(),
                         [](const Wanted& a, const Wanted& b) { return a.length < b.length; });
        for (const Wanted& wanted : order)
            given_[wanted.unit][wanted.index] = space.allocate(wanted.length);
    }

    // Blocks that hold something of theirs and nothing else.
    void settle_blocks() {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            const std::vector<IpPrefix> own = prefixes_of(u);
            std::erase_if(blocks_[u], [&](const IpPrefix& block) {
                return std::none_of(own.begin(), own.end(),
                                    [&](const IpPrefix& prefix) { return contains(block, prefix); });
            });
        }
        for (std::size_t u = 0; u < units_.size(); ++u) {
            std::vector<IpPrefix> blocks = std::move(blocks_[u]);
            blocks_[u].clear();
            for (const IpPrefix& block : blocks)
                keep_block(u, block);
        }
        for (std::size_t u = 0; u < units_.size(); ++u) {
            cover(u);
            std::sort(blocks_[u].begin(), blocks_[u].end());
        }
    }

    std::vector<IpPrefix> pools_;
    std::vector<IpPrefix> taken_;
    std::span<const PackingUnit> units_;
    std::vector<std::vector<std::optional<IpPrefix>>> given_;
    std::vector<std::vector<IpPrefix>> blocks_;
};

} // namespace

Packing packed(std::span<const IpPrefix> pools, std::span<const IpPrefix> taken, std::span<const PackingUnit> units) {
    return Packer(pools, taken, units).pack();
}

} // namespace riser
