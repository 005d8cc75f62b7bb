// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/optical_links.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/wires.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace riser {

namespace {

constexpr std::int32_t duplex = 2;

class Tracer {
  public:
    explicit Tracer(FactInput& input)
        : input_(input),
          wires_(input, WiresOf::fibre),
          cables_(input.get<CableKinds>().cables),
          types_(input.table<CableType>()),
          panels_(input.table<Panel>()) {}

    // The links from these ports to ports of greater ids, sorted.
    template<class Ports> std::vector<OpticalLink> trace(const Ports& ports) {
        std::map<std::pair<PortId, PortId>, OpticalLink> found;
        for (const Port& port : ports)
            if (port.status != Status::remove)
                for (const WireWay& way : wires_.from(port.id))
                    if (port.id < way.to)
                        add(port, way, found);
        std::vector<OpticalLink> out;
        for (auto& [ends, link] : found) {
            std::sort(link.ways.begin(), link.ways.end());
            link.ways.erase(std::unique(link.ways.begin(), link.ways.end()), link.ways.end());
            out.push_back(std::move(link));
        }
        return out;
    }

  private:
    void add(const Port& port, const WireWay& way, std::map<std::pair<PortId, PortId>, OpticalLink>& found) {
        const Port* to = input_.find(way.to);
        std::optional<OpticalWay> optical = to && to->status != Status::remove ? optical_way(way) : std::nullopt;
        if (!optical)
            return;
        const auto [at, fresh] = found.try_emplace({port.id, way.to});
        OpticalLink& link = at->second;
        if (fresh) {
            link.a = port.id;
            link.b = way.to;
            link.rate = port.rate.value > 0 && to->rate.value > 0 ? std::min(port.rate, to->rate) : BitRate();
            link.pmd_a = pmd_of(port);
            link.pmd_b = pmd_of(*to);
        }
        // A jack is one position however many cores come to it.
        const bool over_jack = std::any_of(way.steps.begin(), way.steps.end(),
                                           [](const WireStep& step) { return step.before.on.kind == Kind::jacks; });
        link.cores = over_jack ? std::max(link.cores, duplex) : link.cores + 1;
        link.ways.push_back(std::move(*optical));
    }

    std::optional<OpticalWay> optical_way(const WireWay& way) const {
        OpticalWay out;
        for (std::size_t n = 0; n < way.steps.size(); ++n) {
            const WireStep& step = way.steps[n];
            const CableKind* cable = cables_.find(step.element.cable);
            const CableType* type = cable ? types_.find(cable->type) : nullptr;
            if (!type || type->element != ElementUnit::core)
                return std::nullopt;
            out.stretches.push_back({.cable = cable->id, .fibre = type->category});
            if (step.before.kind == WireJoint::spliced || is_closure(step.before.on))
                ++out.splices;
            else if (step.before.kind == WireJoint::mated) {
                ++out.mated;
                out.pigtails += is_laid(step.element.cable) + is_laid(way.steps[n - 1].element.cable);
            }
        }
        return out;
    }

    // Two cables that end on one position of a closure are spliced there.
    bool is_closure(AnyId on) const {
        const Panel* panel = on.kind == Kind::panels ? panels_.find(PanelId{on.value}) : nullptr;
        return panel && panel->kind == PanelKind::splice_closure;
    }
    bool is_laid(CableId id) const { return cables_.find(id)->role != CableRole::cord; }

    std::string pmd_of(const Port& port) {
        const Card* card = input_.find(port.card);
        const EquipmentType* type = card && card->status != Status::remove ? input_.find(card->type) : nullptr;
        const BillItem* item = type ? input_.find(type->bill_item) : nullptr;
        return item ? std::string(transceiver_pmd(item->measures)) : std::string();
    }

    FactInput& input_;
    const Wires wires_;
    const Table<CableKind>& cables_;
    const Table<CableType>& types_;
    const Table<Panel>& panels_;
};

} // namespace

OpticalLinks OpticalLinks::compute(FactInput& input) { return {Tracer(input).trace(input.table<Port>())}; }

// Traces again from the ports that changed cables come or came to, and from those linked to them.
std::optional<OpticalLinks> OpticalLinks::update(const OpticalLinks& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    for (const Kind kind : {Kind::ports, Kind::panels, Kind::cards, Kind::equipment_types, Kind::bill_items})
        if (!changes.of(kind).empty())
            return compute(input);
    const std::optional<std::set<PortId>> ports = ports_wired_anew(input, changes, WiresOf::fibre);
    if (!ports)
        return compute(input);
    if (ports->empty())
        return std::nullopt;
    std::set<PortId> asked = *ports;
    for (const OpticalLink& link : previous.links)
        if (ports->contains(link.b))
            asked.insert(link.a);
    OpticalLinks out;
    for (const OpticalLink& link : previous.links)
        if (!asked.contains(link.a))
            out.links.push_back(link);
    std::vector<Port> rows;
    for (const PortId id : asked)
        if (const Port* port = input.find(id))
            rows.push_back(*port);
    std::vector<OpticalLink> traced = Tracer(input).trace(rows);
    std::move(traced.begin(), traced.end(), std::back_inserter(out.links));
    std::sort(out.links.begin(), out.links.end(),
              [](const OpticalLink& x, const OpticalLink& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return out == previous ? std::nullopt : std::optional(std::move(out));
}

std::string_view transceiver_pmd(const std::string& measures) {
    constexpr std::string_view prefix = "transceiver:";
    return measures.starts_with(prefix) ? std::string_view(measures).substr(prefix.size()) : std::string_view();
}

} // namespace riser
