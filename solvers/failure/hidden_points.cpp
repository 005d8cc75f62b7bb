// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/hidden_points.h"

#include "model/brief.h"
#include "model/logical.h"
#include "solvers/failure/device_failures.h"
#include "solvers/failure/failure_states.h"
#include "solvers/failure/redundancy.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

// A HiddenPoint with the groups of DeviceReach that lose services, not yet counted.
struct HiddenLoss {
    HiddenPoint point;
    std::vector<std::uint32_t> groups;
    bool operator==(const HiddenLoss&) const = default;
};
struct HiddenLosses {
    std::vector<HiddenLoss> losses; // by the first element
    std::size_t services = 0;
    bool operator==(const HiddenLosses&) const = default;
    static HiddenLosses compute(FactInput& input);
};

class Search {
  public:
    explicit Search(FactInput& input)
        : input_(input),
          model_(input.get<DeviceFailures>().model),
          network_(input.get<DeviceReach>().network),
          states_(element_states(model_, network_)),
          outages_(model_),
          net_(input.get<DeviceNet>()) {
        for (const WaysApart& row : input.get<Redundancy>().rows) {
            std::set<FailureElement>& told =
                row.of == WaysOf::access && row.joined ? told_of_[row.from.front()] : told_[row.subject];
            told.insert(row.single.begin(), row.single.end());
            told.insert(row.spared.begin(), row.spared.end());
        }
        std::map<AnyId, RedundancyClass> asked;
        for (const RequirementClass& row : input.table<RequirementClass>())
            asked[row.subject] = std::max(asked[row.subject], row.redundancy);
        const auto of = [&](AnyId id) { return asked.contains(id) ? asked.at(id) : RedundancyClass::n; };
        for (const ReachTarget& target : network_.targets) {
            const Service* service = target.of == ReachTarget::Of::service ? input.find(target.service) : nullptr;
            const Zone* zone = service ? input.find(service->zone) : nullptr;
            asked_.push_back(service ? std::max({of(service->id), zone ? of(zone->id) : RedundancyClass::n,
                                                 zone ? of(zone->plane) : RedundancyClass::n})
                                     : RedundancyClass::n);
        }
    }

    HiddenLosses all() {
        HiddenLosses out;
        out.services = reached();
        std::map<std::pair<std::uint32_t, RedundancyClass>, std::size_t> known; // by state
        for (std::uint32_t e = 0; e < model_.elements.size() && out.services > 0; ++e)
            if (states_.of_element[e] != no_effect)
                look(ElementIndex{e}, out, known);
        std::ranges::sort(out.losses, {}, [](const HiddenLoss& loss) { return loss.point.elements.front(); });
        return out;
    }

  private:
    std::size_t reached() const {
        std::size_t out = 0;
        for (std::size_t t = 0; t < network_.targets.size(); ++t)
            out += asked_[t] > RedundancyClass::n &&
                   std::ranges::any_of(network_.groups, [&](const auto& group) { return group.asked.has(t); });
        return out;
    }

    bool told(EquipmentId device, const FailureElement& element) const {
        const auto node = net_.node_of(device);
        const auto row = node ? told_of_.find(*node) : told_of_.end();
        return row != told_of_.end() && row->second.contains(element);
    }
    bool told(ServiceId service, const FailureElement& element) const {
        const auto row = told_.find(service);
        return row != told_.end() && row->second.contains(element);
    }

    bool stands(EquipmentId device, const Down& down) const {
        const FailingDevice* row = model_.device(device);
        return row &&
               !std::ranges::binary_search(down.devices, static_cast<std::uint32_t>(row - model_.devices.data()));
    }

    void look(ElementIndex index, HiddenLosses& out,
              std::map<std::pair<std::uint32_t, RedundancyClass>, std::size_t>& known) {
        const FailureElement& element = model_[index];
        const std::uint32_t state = states_.of_element[at(index)];
        const StateLoss& lost = states_.losses[state];
        if (lost.groups.empty())
            return;
        const Down down = outages_.of(std::span(&index, 1));
        std::set<ServiceId> services;
        std::set<VlanId> vlans;
        HiddenLoss loss;
        for (const auto& [number, targets] : lost.groups) {
            const ReachNetwork::Group& group = network_.groups[number];
            if (!stands(group.device, down) || told(group.device, element))
                continue;
            bool counts = false;
            for (std::size_t t = 0; t < network_.targets.size(); ++t) {
                const ServiceId service = network_.targets[t].service;
                if (!targets.has(t) || !counts_for(asked_[t], element.kind) || told(service, element))
                    continue;
                services.insert(service);
                loss.point.asked = std::max(loss.point.asked, asked_[t]);
                counts = true;
            }
            if (!counts)
                continue;
            vlans.insert(group.vlan);
            loss.groups.push_back(number);
        }
        if (services.empty())
            return;
        loss.point.elements = {element};
        loss.point.services = {services.begin(), services.end()};
        loss.point.vlans = {vlans.begin(), vlans.end()};
        const auto [place, fresh] = known.try_emplace({state, loss.point.asked}, out.losses.size());
        if (!fresh) {
            HiddenLoss& other = out.losses[place->second];
            if (other.point.services == loss.point.services && other.groups == loss.groups) {
                other.point.elements.push_back(element);
                return;
            }
        }
        out.losses.push_back(std::move(loss));
    }

    FactInput& input_;
    const FailureModel& model_;
    const ReachNetwork& network_;
    const ElementStates states_;
    Outages outages_;
    const DeviceNet& net_;
    std::map<NetNode, std::set<FailureElement>> told_of_; // by access switch
    std::map<AnyId, std::set<FailureElement>> told_;      // by service, exit
    std::vector<RedundancyClass> asked_;                  // by target
};

HiddenLosses HiddenLosses::compute(FactInput& input) { return Search(input).all(); }

} // namespace

HiddenPoints HiddenPoints::compute(FactInput& input) {
    const HiddenLosses& all = input.get<HiddenLosses>();
    HiddenPoints out{.points = {}, .services = all.services};
    for (const HiddenLoss& loss : all.losses) {
        HiddenPoint& point = out.points.emplace_back(loss.point);
        for (const std::uint32_t group : loss.groups)
            point.points += input.get<PointsOfGroups>().points[group];
    }
    return out;
}

} // namespace riser
