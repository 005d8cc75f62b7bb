// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/element_needs.h"
#include "solvers/failure/lag_needs.h"
#include "solvers/forwarding/network_parts.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace riser {

namespace {

class Modelling {
  public:
    Modelling(FactInput& input, const NetworkRows& rows, JackNeeds jacks, std::span<const Seconds> outlasted)
        : input_(input),
          rows_(rows),
          jacks_(jacks),
          elements_(input),
          places_(input, elements_, needs_),
          power_(input, elements_, needs_, places_, outlasted) {
        for (const PowerSupply& row : input.table<PowerSupply>())
            if (row.status != Status::remove)
                supplies_[row.equipment].push_back(&row);
    }

    FailureModel model() {
        FailureModel out;
        for (const Equipment& row : input_.table<Equipment>())
            if (row.status != Status::remove && !places_.secret(row.plane) &&
                (jacks_ == JackNeeds::own || rows_.design.equipment.contains(row.id)))
                out.devices.push_back({row.id, device(row)});
        add_joined(out);
        number(out);
        return out;
    }

  private:
    NeedIndex device(const Equipment& row) {
        const auto [known, fresh] = devices_.try_emplace(row.id);
        if (!fresh)
            return known->second;
        NeedParts parts;
        elements_.name(parts, ElementKind::device, row.id);
        if (const auto place = places_.stand(row.id, row.space))
            parts.needs.push_back(*place);
        if (const auto at = supplies_.find(row.id); at != supplies_.end()) {
            std::vector<NeedIndex> any;
            for (const PowerSupply* supply : at->second)
                any.push_back(this->supply(*supply));
            parts.needs.push_back(needs_.any(std::move(any)));
        }
        return known->second = needs_.all(std::move(parts));
    }

    NeedIndex supply(const PowerSupply& row) {
        NeedParts parts;
        elements_.name(parts, ElementKind::supply, row.id);
        if (const auto feed = row.pdu ? power_.feed(*row.pdu) : std::nullopt)
            parts.needs.push_back(*feed);
        return needs_.all(std::move(parts));
    }

    NeedIndex port(const Port& row) {
        const auto [known, fresh] = ports_.try_emplace(row.id);
        if (!fresh)
            return known->second;
        NeedParts parts;
        elements_.name(parts, ElementKind::port, row.id);
        if (row.lag)
            elements_.name_causes(parts, *row.lag);
        if (row.card && input_.find(*row.card))
            elements_.name(parts, ElementKind::card, *row.card);
        parts.needs.push_back(device(*input_.find(row.equipment))); // there, as the port is live
        return known->second = needs_.all(std::move(parts));
    }

    NeedIndex joined(const Port& a, const Port* b, std::span<const CableId> cables) {
        NeedParts parts;
        parts.needs.push_back(port(a));
        if (b)
            parts.needs.push_back(port(*b));
        for (const CableId id : cables)
            if (const auto cable = places_.cable(id))
                parts.needs.push_back(*cable);
        return needs_.all(std::move(parts));
    }

    // A LAG counts its ports, whatever they are joined to.
    NeedIndex jack(const Port& at, std::span<const CableId> cables) {
        return jacks_ == JackNeeds::own || at.lag ? joined(at, nullptr, cables) : device(*input_.find(at.equipment));
    }

    NeedIndex handoff(const ProviderHandoff& row, const Port& at) {
        NeedParts parts;
        elements_.name(parts, ElementKind::handoff, row.id);
        parts.needs.push_back(port(at));
        if (const Space* entrance = input_.find(row.entrance); entrance && entrance->status != Status::remove)
            elements_.name(parts, ElementKind::entrance, entrance->id);
        for (const std::optional<SpaceId>& space : {row.entrance, row.demarcation})
            if (const auto place = space ? places_.space(*space) : std::nullopt)
                parts.needs.push_back(*place);
        return needs_.all(std::move(parts));
    }

    // Links, jacks and handoffs of live ports, then LAGs over all of them.
    void add_joined(FailureModel& out) {
        const LivePorts live = live_ports(rows_, {});
        std::vector<JoinedPorts> all;
        const auto& links = rows_.cabled.links();
        auto link = links.begin();
        for (const LiveLink& end : live.links) { // in the order of the cabled ones
            while (link->a != end.a->id || link->b != end.b->id)
                ++link;
            all.push_back({{end.a, end.b}, joined(*end.a, end.b, link->cables)});
        }
        const auto& jacks = rows_.cabled.jacks();
        auto jack = jacks.begin();
        for (const LiveJack& end : live.jacks) {
            while (jack->jack != end.jack || jack->port != end.port->id)
                ++jack;
            all.push_back({{end.port, nullptr}, this->jack(*end.port, jack->cables)});
        }
        for (const LiveHandoff& end : live.handoffs)
            all.push_back({{end.port, nullptr}, handoff(*end.handoff, *end.port)});
        std::map<LagId, std::int32_t> least;
        for (const Lag& lag : input_.table<Lag>())
            if (lag.minimum_links > 1)
                least[lag.id] = lag.minimum_links;
        const LagNeeds lags(needs_, least, all);
        auto next = all.begin();
        for (const LiveLink& end : live.links)
            out.links.push_back({end.a->id, end.b->id, (next++)->need});
        for (const LiveJack& end : live.jacks)
            out.jacks.push_back({end.jack, end.port->id, (next++)->need});
        for (const LiveHandoff& end : live.handoffs)
            out.handoffs.push_back({end.handoff->id, end.port->id, (next++)->need});
    }

    // Elements in order; needs by their new numbers.
    void number(FailureModel& out) {
        const std::span<const FailureElement> made = elements_.all();
        std::vector<std::uint32_t> order(made.size()), place(made.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto x, auto y) { return made[x] < made[y]; });
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            out.elements.push_back(made[order[i]]);
        }
        out.needs = needs_.table(made.size(), place);
    }

    FactInput& input_;
    const NetworkRows& rows_;
    const JackNeeds jacks_;
    ElementList elements_;
    NeedBuilder needs_;
    PlaceNeeds places_;
    PowerNeeds power_;
    std::unordered_map<EquipmentId, std::vector<const PowerSupply*>> supplies_;
    std::unordered_map<EquipmentId, NeedIndex> devices_;
    std::unordered_map<PortId, NeedIndex> ports_;
};

} // namespace

FailureModel failure_model(FactInput& input, const NetworkRows& rows, JackNeeds jacks,
                           std::span<const Seconds> outlasted) {
    return Modelling(input, rows, jacks, outlasted).model();
}

FailureModel FailureModel::compute(FactInput& input) {
    return failure_model(input, input.get<NetworkRows>(), JackNeeds::own, std::array{Seconds()});
}

} // namespace riser
