// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_kinds.h"

#include "solvers/analysis/projection.h"

namespace riser {

namespace {

std::optional<CableKind> kind_of_cable(const Cable& cable) {
    if (cable.status == Status::remove)
        return std::nullopt;
    return CableKind{.id = cable.id, .type = cable.type, .role = cable.role, .plane = cable.plane};
}

std::optional<JackPlace> place_of_jack(const Jack& jack) {
    if (jack.status == Status::remove)
        return std::nullopt;
    return JackPlace{
        .id = jack.id, .outlet = jack.outlet, .position = jack.position, .kind = jack.kind, .plane = jack.plane};
}

std::optional<OutletRoom> room_of_outlet(const Outlet& outlet) {
    if (outlet.status == Status::remove)
        return std::nullopt;
    return OutletRoom{.id = outlet.id, .floor = outlet.floor, .room = outlet.room};
}

template<class F, class Out> std::optional<F> fact_of(std::optional<Table<Out>> table) {
    return table ? std::optional(F{std::move(*table)}) : std::nullopt;
}

} // namespace

CableKinds CableKinds::compute(FactInput& input) { return {projected<CableKind>(input.table<Cable>(), kind_of_cable)}; }
std::optional<CableKinds> CableKinds::update(const CableKinds& previous, const ChangeSet& changes, FactInput& input) {
    return fact_of<CableKinds>(
        followed(previous.cables, changes.of(Kind::cables), input.table<Cable>(), kind_of_cable));
}

JackPlaces JackPlaces::compute(FactInput& input) { return {projected<JackPlace>(input.table<Jack>(), place_of_jack)}; }
std::optional<JackPlaces> JackPlaces::update(const JackPlaces& previous, const ChangeSet& changes, FactInput& input) {
    return fact_of<JackPlaces>(followed(previous.jacks, changes.of(Kind::jacks), input.table<Jack>(), place_of_jack));
}

OutletRooms OutletRooms::compute(FactInput& input) {
    return {projected<OutletRoom>(input.table<Outlet>(), room_of_outlet)};
}
std::optional<OutletRooms> OutletRooms::update(const OutletRooms& previous, const ChangeSet& changes,
                                               FactInput& input) {
    return fact_of<OutletRooms>(
        followed(previous.outlets, changes.of(Kind::outlets), input.table<Outlet>(), room_of_outlet));
}

} // namespace riser
