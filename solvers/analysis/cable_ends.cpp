// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_ends.h"

#include "model/equipment.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/projection.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace riser {

namespace {

struct RowOrder {
    static auto key(const CableEnding& e) { return std::tuple(e.on, e.position, e.cable, e.end, e.elements, e.first); }
    bool operator()(const CableEnding& a, const CableEnding& b) const { return key(a) < key(b); }
};
struct CableOrder {
    static auto key(const CableEnding& e) { return std::tuple(e.cable, e.end, e.on, e.position, e.elements, e.first); }
    bool operator()(const CableEnding& a, const CableEnding& b) const { return key(a) < key(b); }
};

CableEnding ending_of(const Termination& t, AnyId on) {
    return {.cable = t.cable,
            .end = t.end,
            .on = on,
            .position = t.position,
            .elements = std::max(0, t.last - t.first + 1),
            .first = t.first};
}

// The sorted list without those of `gone` and with those of `come`. O(list).
template<class Order>
std::vector<CableEnding> exchanged(const std::vector<CableEnding>& list, std::vector<CableEnding> gone,
                                   std::vector<CableEnding> come, Order order) {
    std::sort(gone.begin(), gone.end(), order);
    std::sort(come.begin(), come.end(), order);
    std::vector<CableEnding> kept;
    kept.reserve(list.size());
    std::set_difference(list.begin(), list.end(), gone.begin(), gone.end(), std::back_inserter(kept), order);
    std::vector<CableEnding> out;
    out.reserve(kept.size() + come.size());
    std::merge(kept.begin(), kept.end(), come.begin(), come.end(), std::back_inserter(out), order);
    return out;
}

// Jacks of an outlet by position, built only when a termination names an outlet.
class JackPositions {
  public:
    explicit JackPositions(FactInput& input) : input_(input) {}
    AnyId jack(AnyId outlet, std::int32_t position) {
        if (!built_) {
            for (const JackPlace& jack : input_.get<JackPlaces>().jacks)
                jacks_.emplace_back(jack.outlet, jack.position, jack.id);
            std::sort(jacks_.begin(), jacks_.end());
            built_ = true;
        }
        const std::tuple key(OutletId{outlet.value}, position, JackId{});
        const auto at = std::lower_bound(jacks_.begin(), jacks_.end(), key);
        const bool found = at != jacks_.end() && std::get<0>(*at) == std::get<0>(key) && std::get<1>(*at) == position;
        return found ? AnyId(std::get<2>(*at)) : outlet;
    }

  private:
    FactInput& input_;
    bool built_ = false;
    std::vector<std::tuple<OutletId, std::int32_t, JackId>> jacks_;
};

} // namespace

std::span<const CableEnding> CableEnds::of(CableId cable) const {
    const auto first = std::lower_bound(by_cable.begin(), by_cable.end(), cable,
                                        [](const CableEnding& e, CableId id) { return e.cable < id; });
    auto last = first;
    while (last != by_cable.end() && last->cable == cable)
        ++last;
    return {first, last};
}

std::span<const CableEnding> CableEnds::on(AnyId row) const {
    const auto first =
        std::lower_bound(by_row.begin(), by_row.end(), row, [](const CableEnding& e, AnyId id) { return e.on < id; });
    auto last = first;
    while (last != by_row.end() && last->on == row)
        ++last;
    return {first, last};
}

const CableEnding* CableEnds::first(CableId cable, CableEnd end) const {
    for (const CableEnding& ending : of(cable))
        if (ending.end == end)
            return &ending;
    return nullptr;
}

CableEnds CableEnds::compute(FactInput& input) {
    CableEnds out;
    JackPositions jacks(input);
    const Table<Termination>& terminations = input.table<Termination>();
    out.by_cable.reserve(terminations.size());
    for (const Termination& t : terminations) {
        if (t.status == Status::remove)
            continue;
        out.names_outlets |= t.on.kind == Kind::outlets;
        out.by_cable.push_back(ending_of(t, t.on.kind == Kind::outlets ? jacks.jack(t.on, t.position) : t.on));
    }
    out.by_row = out.by_cable;
    std::sort(out.by_cable.begin(), out.by_cable.end(), CableOrder());
    std::sort(out.by_row.begin(), out.by_row.end(), RowOrder());
    return out;
}

std::optional<CableEnds> CableEnds::update(const CableEnds& previous, const ChangeSet& changes, FactInput& input) {
    if (previous.names_outlets)
        return compute(input);
    std::vector<CableEnding> gone;
    std::vector<CableEnding> come;
    bool names_outlets = false;
    const auto note = [&](const Termination* row, std::vector<CableEnding>& list) {
        if (!row || row->status == Status::remove)
            return;
        names_outlets |= row->on.kind == Kind::outlets;
        list.push_back(ending_of(*row, row->on));
    };
    const TableChanges& rows = changes.of(Kind::terminations);
    for (const auto* list : {&rows.added, &rows.removed, &rows.changed})
        for (const std::uint64_t id : *list) {
            note(input.before<Termination>().find(TerminationId{id}), gone);
            note(input.table<Termination>().find(TerminationId{id}), come);
        }
    if (names_outlets)
        return compute(input);
    return CableEnds{.by_cable = exchanged(previous.by_cable, gone, come, CableOrder()),
                     .by_row = exchanged(previous.by_row, gone, come, RowOrder())};
}

std::vector<CableId> cables_ended_anew(const CableEnds& before, const CableEnds& after) {
    std::vector<CableId> out;
    if (&before == &after)
        return out;
    std::vector<CableEnding> differ;
    std::set_symmetric_difference(before.by_cable.begin(), before.by_cable.end(), after.by_cable.begin(),
                                  after.by_cable.end(), std::back_inserter(differ), CableOrder());
    for (const CableEnding& ending : differ)
        if (out.empty() || out.back() != ending.cable)
            out.push_back(ending.cable);
    return out;
}

std::optional<PlaneId> CablePlanes::of(CableId cable) const {
    const CablePlane* found = cables.find(cable);
    return found ? found->plane : std::nullopt;
}

namespace {

CablePlane plane_of(const CableKind& cable, const CableEnds& ends, const Table<JackPlace>& jacks) {
    CablePlane out{.id = cable.id, .plane = cable.plane};
    if (!out.plane)
        for (const CableEnding& ending : ends.of(cable.id))
            if (ending.on.kind == Kind::jacks)
                if (const JackPlace* jack = jacks.find(JackId{ending.on.value}); jack && jack->plane && !out.plane)
                    out.plane = jack->plane;
    return out;
}

} // namespace

CablePlanes CablePlanes::compute(FactInput& input) {
    const CableEnds& ends = input.get<CableEnds>();
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    return {projected<CablePlane>(input.get<CableKinds>().cables,
                                  [&](const CableKind& cable) { return std::optional(plane_of(cable, ends, jacks)); })};
}

// Cables of another kind or end, and those on a jack that is another.
std::optional<CablePlanes> CablePlanes::update(const CablePlanes& previous, const ChangeSet&, FactInput& input) {
    const CableEnds& ends = input.get<CableEnds>();
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    const Table<CableKind>& kinds = input.get<CableKinds>().cables;
    std::vector<CableId> touched = cables_ended_anew(input.before_fact<CableEnds>(), ends);
    Table<CableKind>::diff(input.before_fact<CableKinds>().cables, kinds, [&](const CableKind* a, const CableKind* b) {
        touched.push_back((a ? a : b)->id);
        return true;
    });
    Table<JackPlace>::diff(input.before_fact<JackPlaces>().jacks, jacks, [&](const JackPlace* a, const JackPlace* b) {
        for (const CableEnding& ending : ends.on((a ? a : b)->id))
            touched.push_back(ending.cable);
        return true;
    });
    CablePlanes out = previous;
    bool changed = false;
    for (const CableId id : touched) {
        const CableKind* cable = kinds.find(id);
        changed |= settle_row(out.cables, id, cable ? std::optional(plane_of(*cable, ends, jacks)) : std::nullopt);
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

SpaceId space_of(FactInput& input, AnyId row) {
    const auto known = [&](SpaceId id) { return input.find(id) ? id : SpaceId{}; };
    switch (row.kind) {
    case Kind::spaces:
        return known(SpaceId{row.value});
    case Kind::panels:
        if (const Panel* panel = input.find(PanelId{row.value}))
            return known(panel->space.value_or(SpaceId{}));
        break;
    case Kind::racks:
        if (const Rack* rack = input.find(RackId{row.value}))
            return known(rack->space);
        break;
    case Kind::equipment:
        if (const Equipment* device = input.find(EquipmentId{row.value}))
            return known(device->space.value_or(SpaceId{}));
        break;
    case Kind::cards:
        if (const Card* card = input.find(CardId{row.value}))
            return space_of(input, card->equipment);
        break;
    case Kind::ports:
        if (const Port* port = input.find(PortId{row.value}))
            return space_of(input, port->equipment);
        break;
    default:
        break;
    }
    return {};
}

} // namespace riser
