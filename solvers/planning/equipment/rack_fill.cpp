// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/rack_fill.h"

#include <algorithm>

namespace riser {

namespace {

struct Load {
    std::int32_t units = 0;
    Grams weight;
    Milliwatts power;
};

Load load_of(const RackBlock& block) {
    Load out;
    for (const RackSlot& slot : block.slots) {
        out.units += slot.height;
        out.weight += slot.weight;
        out.power += slot.power;
    }
    return out;
}

class Filling {
  public:
    Filling(std::vector<StandingRack> standing, const RackLimits& each, const std::vector<RackBlock>& blocks)
        : racks_(std::move(standing)),
          each_(each),
          blocks_(blocks),
          chosen_(blocks.size()),
          promised_(racks_.size(), 0) {}

    RackFilling run() {
        RackFilling out;
        out.blocks.resize(blocks_.size());
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            choose(b);
        for (std::size_t r = 0; r < racks_.size(); ++r)
            lay_out(r, out);
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (!chosen_[b])
                take_apart(b, out);
        out.racks = racks_.size();
        return out;
    }

  private:
    static std::int32_t used(const StandingRack& rack) {
        return static_cast<std::int32_t>(std::count(rack.taken.begin(), rack.taken.end(), true));
    }
    static bool bears(const StandingRack& rack, const Load& more) {
        return (rack.limits.load.value == 0 || rack.load + more.weight <= rack.limits.load) &&
               (rack.limits.power.value == 0 || rack.power + more.power <= rack.limits.power);
    }
    // The units are held for it by their number; where it stands is decided when all of the rack is known.
    bool offer(std::size_t r, std::size_t b, const Load& load) {
        StandingRack& rack = racks_[r];
        if (used(rack) + promised_[r] + load.units > rack.limits.usable || !bears(rack, load))
            return false;
        promised_[r] += load.units;
        rack.load += load.weight;
        rack.power += load.power;
        chosen_[b] = r;
        return true;
    }

    StandingRack empty() const {
        return {.limits = each_,
                .taken = std::vector<bool>(static_cast<std::size_t>(std::max(each_.units, 1)), false),
                .load = {},
                .power = {}};
    }

    void choose(std::size_t b) {
        const Load load = load_of(blocks_[b]);
        for (std::size_t r = 0; r < racks_.size(); ++r)
            if (offer(r, b, load))
                return;
        const StandingRack fresh = empty();
        if (load.units > fresh.limits.usable || !bears(fresh, load))
            return; // no rack takes it whole
        racks_.push_back(fresh);
        promised_.push_back(0);
        offer(racks_.size() - 1, b, load);
    }

    void lay_out(std::size_t r, RackFilling& out) {
        StandingRack& rack = racks_[r];
        std::vector<std::size_t> ours;
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (chosen_[b] == r)
                ours.push_back(b);
        const std::int32_t spare = rack.limits.usable - used(rack) - promised_[r];
        const bool airy = spare >= static_cast<std::int32_t>(ours.size()) - 1;
        std::int32_t top = rack.limits.units;
        for (const std::size_t b : ours) {
            const Load load = load_of(blocks_[b]);
            const bool heavy = blocks_[b].heavy;
            std::optional<std::int32_t> unit = heavy ? from_below(rack, load.units) : from_above(rack, load.units, top);
            if (!unit && !heavy)
                unit = from_above(rack, load.units, rack.limits.units);
            if (!unit) {
                chosen_[b].reset();
                continue;
            }
            if (!heavy)
                top = *unit - 1 - (airy ? 1 : 0);
            std::int32_t above = *unit + load.units;
            for (const RackSlot& slot : blocks_[b].slots)
                out.blocks[b].push_back(take(r, above -= slot.height, slot.height));
        }
    }

    SlotPlace take(std::size_t r, std::int32_t unit, std::int32_t height) {
        for (std::int32_t u = unit; u < unit + height; ++u)
            racks_[r].taken[static_cast<std::size_t>(u) - 1] = true;
        return {r, unit};
    }

    static bool is_free(const StandingRack& rack, std::int32_t unit, std::int32_t height) {
        if (unit < 1 || unit + height - 1 > static_cast<std::int32_t>(rack.taken.size()))
            return false;
        for (std::int32_t u = unit; u < unit + height; ++u)
            if (rack.taken[static_cast<std::size_t>(u) - 1])
                return false;
        return true;
    }
    static std::optional<std::int32_t> from_above(const StandingRack& rack, std::int32_t height, std::int32_t top) {
        for (std::int32_t unit = top - height + 1; unit >= 1; --unit)
            if (is_free(rack, unit, height))
                return unit;
        return std::nullopt;
    }
    static std::optional<std::int32_t> from_below(const StandingRack& rack, std::int32_t height) {
        for (std::int32_t unit = 1; unit <= rack.limits.units; ++unit)
            if (is_free(rack, unit, height))
                return unit;
        return std::nullopt;
    }

    // Each thing where there is room for it, reserves or not; a rack more where there is none.
    void take_apart(std::size_t b, RackFilling& out) {
        for (const RackSlot& slot : blocks_[b].slots) {
            const Load load{slot.height, slot.weight, slot.power};
            SlotPlace place;
            for (std::size_t r = 0; r <= racks_.size() && place.unit == 0; ++r) {
                if (r == racks_.size()) {
                    if (slot.height > each_.units)
                        break;
                    racks_.push_back(empty());
                }
                const auto unit = from_above(racks_[r], slot.height, racks_[r].limits.units);
                if (!unit || (!bears(racks_[r], load) && used(racks_[r]) > 0))
                    continue;
                place = take(r, *unit, slot.height);
                racks_[r].load += load.weight;
                racks_[r].power += load.power;
            }
            out.blocks[b].push_back(place);
        }
    }

    std::vector<StandingRack> racks_;
    const RackLimits& each_;
    const std::vector<RackBlock>& blocks_;
    std::vector<std::optional<std::size_t>> chosen_;
    std::vector<std::int32_t> promised_;
};

} // namespace

RackFilling fill_racks(std::vector<StandingRack> standing, const RackLimits& each,
                       const std::vector<RackBlock>& blocks) {
    return Filling(std::move(standing), each, blocks).run();
}

} // namespace riser
