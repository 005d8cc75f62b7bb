// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/tier_failures.h"

#include "solvers/analysis/device_links.h"
#include "solvers/analysis/tier_traffic.h"
#include "solvers/failure/device_failures.h"

#include <algorithm>
#include <map>
#include <utility>

namespace riser {

namespace {

constexpr std::uint32_t no_switch = UINT32_MAX;

class Tiers {
  public:
    Tiers(FactInput& input, const FailureModel& model)
        : input_(input), model_(model), of_link_(model.links.size()), of_device_(model.devices.size()) {
        for (const SwitchTraffic& traffic : input.get<TierTraffic>().switches)
            add(traffic);
        for (const DeviceLink& link : input.get<DeviceLinks>().links)
            if (const FailingLink* failing = model.link(link.a, link.b))
                set_ends(link, of_link_[static_cast<std::size_t>(failing - model.links.data())]);
        for (const Port& port : input.table<Port>())
            if (const auto at = switch_of_.find(port.equipment);
                at != switch_of_.end() && port.mode == PortMode::access && out_.switches[at->second].tier == 1)
                if (const FailingDevice* device = model.device(port.equipment))
                    of_device_[static_cast<std::size_t>(device - model.devices.data())].points += port.rate.value;
    }

    TierFailures all() {
        Outages outages(model_);
        for (std::uint32_t i = 0; i < model_.elements.size(); ++i) {
            const auto element = static_cast<ElementIndex>(i);
            lose(outages.of(std::span(&element, 1)));
            for (const std::uint32_t one : touched_)
                settle(one, model_[element]);
            touched_.clear();
        }
        std::erase_if(out_.switches, [](const TierFailure& one) { return one.whole.up == 0; });
        return std::move(out_);
    }

  private:
    struct Ends {
        std::uint32_t lower = no_switch, upper = no_switch;
        std::int64_t rate = 0;
    };
    struct Device {
        std::uint32_t of = no_switch;
        std::int64_t points = 0; // rates of its access ports in use
    };
    struct Lost {
        TierRates rates;
        std::size_t members = 0;
    };

    void add(const SwitchTraffic& traffic) {
        const auto index = static_cast<std::uint32_t>(out_.switches.size());
        bool fails = false;
        for (const EquipmentId member : traffic.members)
            if (const FailingDevice* device = model_.device(member)) {
                of_device_[static_cast<std::size_t>(device - model_.devices.data())].of = index;
                fails = true;
            }
        if (!fails)
            return;
        for (const EquipmentId member : traffic.members)
            switch_of_[member] = index;
        const TierRates whole{traffic.down, traffic.up};
        out_.switches.push_back({.members = traffic.members,
                                 .tier = traffic.tier,
                                 .whole = whole,
                                 .worst = whole,
                                 .cause = {},
                                 .cut_by = {}});
        lost_.emplace_back();
    }

    void set_ends(const DeviceLink& link, Ends& ends) const {
        const Port* a = input_.find(link.a);
        const Port* b = input_.find(link.b);
        const auto x = switch_of_.find(a->equipment), y = switch_of_.find(b->equipment);
        if (x == switch_of_.end() || y == switch_of_.end())
            return;
        const int tier_x = out_.switches[x->second].tier, tier_y = out_.switches[y->second].tier;
        if (tier_x == tier_y)
            return;
        ends = tier_x < tier_y ? Ends{x->second, y->second} : Ends{y->second, x->second};
        ends.rate = std::min(a->rate.value, b->rate.value);
    }

    Lost& touch(std::uint32_t one) {
        Lost& lost = lost_[one];
        if (lost.members == 0 && lost.rates == TierRates{})
            touched_.push_back(one);
        return lost;
    }

    void lose(const Down& down) {
        for (const std::uint32_t index : down.links)
            if (const Ends& ends = of_link_[index]; ends.rate > 0) {
                touch(ends.lower).rates.up += ends.rate;
                touch(ends.upper).rates.down += ends.rate;
            }
        for (const std::uint32_t index : down.devices)
            if (const Device& device = of_device_[index]; device.of != no_switch) {
                Lost& lost = touch(device.of);
                ++lost.members;
                lost.rates.down += device.points;
            }
    }

    void settle(std::uint32_t one, const FailureElement& element) {
        TierFailure& row = out_.switches[one];
        const Lost lost = std::exchange(lost_[one], {});
        if (lost.members == row.members.size() || row.whole.up == 0)
            return;
        const TierRates left{row.whole.down - lost.rates.down, row.whole.up - lost.rates.up};
        if (left.up <= 0) {
            row.cut_by.push_back(element);
            return;
        }
        const auto ratio = [](const TierRates& rates) {
            return static_cast<double>(rates.down) / static_cast<double>(rates.up);
        };
        if (ratio(left) > ratio(row.worst)) {
            row.worst = left;
            row.cause = element;
        }
    }

    FactInput& input_;
    const FailureModel& model_;
    std::vector<Ends> of_link_;     // by link of the model
    std::vector<Device> of_device_; // by device of the model
    std::map<EquipmentId, std::uint32_t> switch_of_;
    std::vector<Lost> lost_; // by switch, with one element
    std::vector<std::uint32_t> touched_;
    TierFailures out_;
};

} // namespace

TierFailures TierFailures::compute(FactInput& input) { return Tiers(input, input.get<DeviceFailures>().model).all(); }

} // namespace riser
