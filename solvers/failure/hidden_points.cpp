// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/hidden_points.h"

#include "model/brief.h"
#include "model/logical.h"
#include "solvers/failure/redundancy.h"
#include "solvers/failure/single_failures.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

class Search {
  public:
    explicit Search(FactInput& input)
        : input_(input),
          model_(input.get<FailureModel>()),
          network_(input.get<ReachNetwork>()),
          failures_(input.get<SingleFailures>()),
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

    HiddenPoints all() {
        HiddenPoints out;
        out.services = reached();
        std::map<std::pair<std::uint32_t, RedundancyClass>, std::size_t> known; // by effect
        for (std::uint32_t e = 0; e < model_.elements.size() && out.services > 0; ++e)
            if (failures_.effect_of[e] != no_effect)
                look(ElementIndex{e}, out, known);
        std::ranges::sort(out.points, {}, [](const HiddenPoint& point) { return point.elements.front(); });
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

    void look(ElementIndex index, HiddenPoints& out,
              std::map<std::pair<std::uint32_t, RedundancyClass>, std::size_t>& known) {
        const FailureElement& element = model_[index];
        const FailureEffect& effect = *failures_.effect(index);
        if (effect.groups.empty())
            return;
        const Down down = outages_.of(std::span(&index, 1));
        std::set<ServiceId> services;
        std::set<VlanId> vlans;
        std::uint32_t points = 0;
        RedundancyClass asked = RedundancyClass::n;
        for (const GroupLoss& loss : effect.groups) {
            const ReachNetwork::Group& group = network_.groups[loss.group];
            if (!stands(group.device, down) || told(group.device, element))
                continue;
            bool counts = false;
            for (std::size_t t = 0; t < network_.targets.size(); ++t) {
                const ServiceId service = network_.targets[t].service;
                if (!failures_.sets[loss.targets].has(t) || !counts_for(asked_[t], element.kind) ||
                    told(service, element))
                    continue;
                services.insert(service);
                asked = std::max(asked, asked_[t]);
                counts = true;
            }
            if (!counts)
                continue;
            vlans.insert(group.vlan);
            points += static_cast<std::uint32_t>(group.jacks.size());
        }
        if (services.empty())
            return;
        HiddenPoint point{.elements = {element},
                          .asked = asked,
                          .services = {services.begin(), services.end()},
                          .vlans = {vlans.begin(), vlans.end()},
                          .points = points};
        const auto [place, fresh] = known.try_emplace({failures_.effect_of[at(index)], asked}, out.points.size());
        if (!fresh) {
            HiddenPoint& other = out.points[place->second];
            if (other.services == point.services && other.vlans == point.vlans && other.points == point.points) {
                other.elements.push_back(element);
                return;
            }
        }
        out.points.push_back(std::move(point));
    }

    FactInput& input_;
    const FailureModel& model_;
    const ReachNetwork& network_;
    const SingleFailures& failures_;
    Outages outages_;
    const DeviceNet& net_;
    std::map<NetNode, std::set<FailureElement>> told_of_; // by access switch
    std::map<AnyId, std::set<FailureElement>> told_;      // by service, exit
    std::vector<RedundancyClass> asked_;                  // by target
};

} // namespace

HiddenPoints HiddenPoints::compute(FactInput& input) { return Search(input).all(); }

} // namespace riser
