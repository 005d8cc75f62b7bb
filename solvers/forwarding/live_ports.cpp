// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/network_parts.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace riser {

bool is_secret(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

namespace {

class Survivors {
  public:
    Survivors(const NetworkRows& rows, std::span<const AnyId> failed)
        : rows_(rows), failed_(failed.begin(), failed.end()) {
        for (const AnyId id : failed)
            if (const Stack* stack = id.kind == Kind::stacks ? rows.design.find(StackId{id.value}) : nullptr)
                failed_.insert(stack->members.begin(), stack->members.end());
        up_.reserve(rows.design.ports.size());
        for (const Port& port : rows.design.ports)
            if (stands(port))
                up_.emplace(port.id, &port);
    }

    const Port* port(std::optional<PortId> id) const {
        const auto at = id ? up_.find(*id) : up_.end();
        return at == up_.end() ? nullptr : at->second;
    }
    bool lost(AnyId id) const { return !failed_.empty() && failed_.contains(id); }
    template<class Ids> bool any_lost(const Ids& ids) const {
        return !failed_.empty() && std::any_of(ids.begin(), ids.end(), [&](auto id) { return lost(id); });
    }
    void take_down(PortId port) { up_.erase(port); }

  private:
    bool stands(const Port& port) const {
        const Equipment* device = rows_.design.find(port.equipment);
        if (port.status == Status::remove || !device || device->status == Status::remove || lost(port.id) ||
            lost(device->id) || is_secret(rows_.design, device->plane) || (port.lag && lost(*port.lag)))
            return false;
        const Card* card = rows_.design.find(port.card);
        return !card || (card->status != Status::remove && !lost(card->id));
    }

    const NetworkRows& rows_;
    std::set<AnyId> failed_;
    std::unordered_map<PortId, const Port*> up_;
};

LivePorts joined_of(const NetworkRows& rows, const Survivors& up) {
    LivePorts out;
    for (const CabledLink& link : rows.cabled.links())
        if (const Port* a = up.port(link.a), *b = up.port(link.b); a && b && !up.any_lost(link.cables)) {
            out.links.push_back({a, b});
            out.joined.insert(out.joined.end(), {a, b});
        }
    for (const CabledJack& jack : rows.cabled.jacks())
        if (const Port* port = up.port(jack.port); port && !up.lost(jack.jack) && !up.any_lost(jack.cables)) {
            out.jacks.push_back({jack.jack, port});
            out.joined.push_back(port);
        }
    for (const ProviderHandoff& handoff : rows.design.provider_handoffs)
        if (const Port* port = up.port(handoff.port); port && handoff.status != Status::remove &&
                                                      !up.lost(handoff.id) && !is_secret(rows.design, handoff.plane)) {
            out.handoffs.push_back({&handoff, port});
            out.joined.push_back(port);
        }
    std::sort(out.joined.begin(), out.joined.end(), [](const Port* x, const Port* y) { return x->id < y->id; });
    out.joined.erase(std::unique(out.joined.begin(), out.joined.end()), out.joined.end());
    return out;
}

} // namespace

// A LAG that falls under its least number of links takes its ports down, which may take another down at the far end.
LivePorts live_ports(const NetworkRows& rows, std::span<const AnyId> failed) {
    Survivors up(rows, failed);
    for (;;) {
        LivePorts out = joined_of(rows, up);
        std::unordered_map<LagId, std::int32_t> links;
        for (const Port* port : out.joined)
            if (port->lag)
                ++links[*port->lag];
        bool again = false;
        for (const Port* port : out.joined)
            if (const Lag* lag = rows.design.find(port->lag); lag && links[lag->id] < lag->minimum_links) {
                up.take_down(port->id);
                again = true;
            }
        if (!again)
            return out;
    }
}

} // namespace riser
