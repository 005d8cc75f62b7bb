// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/element_needs.h"

namespace riser {

namespace {

// The row of a feed, by its kind; false when it is of no kind that feeds, or not there.
template<class Visit> bool with_feed(FactInput& input, AnyId id, Visit visit) {
    const auto see = [&](const auto* row) {
        if (!row || row->status == Status::remove)
            return false;
        visit(*row);
        return true;
    };
    switch (id.kind) {
    case Kind::pdus:
        return see(input.find(PduId{id.value}));
    case Kind::circuits:
        return see(input.find(CircuitId{id.value}));
    case Kind::ups_units:
        return see(input.find(UpsId{id.value}));
    case Kind::transfer_switches:
        return see(input.find(AtsId{id.value}));
    case Kind::power_sources:
        return see(input.find(PowerSourceId{id.value}));
    default:
        return false;
    }
}

struct Inputs {
    std::vector<AnyId>& out;
    void operator()(const Pdu& row) const {
        if (row.circuit)
            out.push_back(*row.circuit);
    }
    void operator()(const Circuit& row) const { out.push_back(row.fed_by); }
    void operator()(const Ups& row) const {
        if (row.fed_by)
            out.push_back(*row.fed_by);
    }
    void operator()(const Ats& row) const { out.insert(out.end(), {row.normal, row.standby}); }
    void operator()(const PowerSource&) const {}
};

// The element of a feed, and where it stands.
struct OwnNeeds {
    ElementList& elements;
    NeedBuilder& needs;
    PlaceNeeds& places;
    NeedParts& out;
    std::span<const Seconds> outlasted;
    Seconds held;

    void at(std::optional<NeedIndex> place) const {
        if (place)
            out.needs.push_back(*place);
    }
    void operator()(const Pdu& row) const {
        elements.name(out, ElementKind::strip, row.id);
        at(row.rack ? places.rack(*row.rack) : places.stand(row.id, {}));
    }
    void operator()(const Circuit& row) const { elements.name(out, ElementKind::circuit, row.id); }
    void operator()(const Ups& row) const {
        if (row.topology == UpsTopology::parallel_n_plus_1) {
            NeedParts first, second;
            elements.name(first, ElementKind::ups, row.id, 1);
            elements.name(second, ElementKind::ups, row.id, 2);
            out.needs.push_back(needs.any({needs.all(std::move(first)), needs.all(std::move(second))}));
        } else
            elements.name(out, ElementKind::ups, row.id);
        at(places.stand(row.id, row.space));
    }
    void operator()(const Ats& row) const {
        elements.name(out, ElementKind::transfer_switch, row.id);
        at(places.stand(row.id, row.space));
    }
    void operator()(const PowerSource& row) const {
        if (row.kind != SourceKind::mains)
            return elements.name(out, ElementKind::source, row.id);
        for (std::int32_t unit = 0; at_unit(unit) && outlasted[static_cast<std::size_t>(unit)] >= held; ++unit)
            elements.name(out, ElementKind::source, row.id, unit);
    }
    bool at_unit(std::int32_t unit) const { return static_cast<std::size_t>(unit) < outlasted.size(); }
};

} // namespace

bool PowerNeeds::there(AnyId id) {
    return with_feed(input_, id, [](const auto&) {});
}

std::vector<PowerNeeds::Held> PowerNeeds::before(Held feed) {
    std::vector<AnyId> inputs;
    with_feed(input_, feed.first, Inputs{inputs});
    Seconds held = feed.second;
    if (const Ups* row = feed.first.kind == Kind::ups_units ? input_.find(UpsId{feed.first.value}) : nullptr;
        row && outlasted_.size() > 1)
        held = std::max(held, row->autonomy);
    std::vector<Held> out;
    for (const AnyId input : inputs)
        if (there(input))
            out.emplace_back(input, held);
    return out;
}

// A transfer switch takes any of its inputs; whatever else feeds has one.
NeedIndex PowerNeeds::settle(Held feed, std::span<const NeedIndex> before) {
    NeedParts parts;
    with_feed(input_, feed.first, OwnNeeds{elements_, needs_, places_, parts, outlasted_, feed.second});
    if (!before.empty())
        parts.needs.push_back(needs_.any(std::vector(before.begin(), before.end())));
    return needs_.all(std::move(parts));
}

std::optional<NeedIndex> PowerNeeds::feed(AnyId id) {
    if (!there(id))
        return std::nullopt;
    if (const auto known = known_.find({id, {}}); known != known_.end())
        return known->second;
    std::vector<Held> open{{id, {}}};
    while (!open.empty()) {
        const Held here = open.back();
        const auto [at, fresh] = known_.try_emplace(here);
        if (!fresh) {
            open.pop_back();
            if (at->second)
                continue; // asked for twice
            std::vector<NeedIndex> inputs;
            for (const Held& input : before(here))
                if (const auto known = known_.find(input); known->second)
                    inputs.push_back(*known->second);
            known_[here] = settle(here, inputs);
            continue;
        }
        for (const Held& input : before(here))
            if (!known_.contains(input))
                open.push_back(input);
    }
    return known_.at({id, {}});
}

} // namespace riser
