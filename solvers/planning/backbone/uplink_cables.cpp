// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/uplink_cables.h"

#include "solvers/planning/cable_types.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace riser {

namespace {

// Single mode first: it carries every rate over every building.
constexpr std::array fibre_order{Category::os2, Category::om5, Category::om4,
                                 Category::om3, Category::om2, Category::om1};

std::int64_t with_share(std::int64_t value, BasisPoints share) {
    return (value * (10'000 + std::max(0, share.value)) + 9'999) / 10'000;
}

void sort_types(std::vector<const CableType*>& types) {
    std::sort(types.begin(), types.end(), [](const CableType* a, const CableType* b) {
        return std::tie(a->elements, a->code, a->id) < std::tie(b->elements, b->code, b->id);
    });
}

} // namespace

UplinkCables::UplinkCables(const Design& design, const UplinkOptions& options) : options_(options) {
    for (const Category category : fibre_order) {
        for (const CableType& type : design.cable_types)
            if (type.category == category && type.element == ElementUnit::core && type.elements >= options.least_cores)
                cores_.push_back(&type);
        if (!cores_.empty())
            break;
    }
    for (const CableType& type : design.cable_types)
        if (type.category == Category::cat3 && type.element == ElementUnit::pair && type.elements > 4)
            pairs_.push_back(&type);
    sort_types(cores_);
    sort_types(pairs_);
}

std::int32_t UplinkCables::switches(std::int32_t ports, std::int64_t growth) const {
    const std::int64_t grown = (std::int64_t{ports} * growth + 9'999) / 10'000;
    const std::int64_t each = std::max(1, options_.ports_a_switch);
    return static_cast<std::int32_t>(ports > 0 ? std::max<std::int64_t>(1, (grown + each - 1) / each) : 0);
}

std::vector<std::int32_t> UplinkCables::cores(std::int32_t switches, std::size_t routes) const {
    const std::int32_t group = std::max(1, options_.switches_a_group);
    const std::int32_t groups = (switches + group - 1) / group;
    const std::int32_t trunk = groups * options_.trunk_ports * options_.cores_a_port;
    const std::int32_t backup = groups * options_.backup_ports * options_.cores_a_port;
    return routes > 1 ? std::vector{trunk, backup} : std::vector{trunk + backup};
}

std::vector<UplinkCable> UplinkCables::fibres(std::int32_t lit) const {
    return filled(cores_, lit, with_share(lit, options_.spare_cores));
}

std::vector<UplinkCable> UplinkCables::voice(std::int32_t outlets) const {
    const std::int32_t pairs = outlets * options_.pairs_an_outlet;
    return filled(pairs_, pairs, with_share(pairs, options_.spare_pairs));
}

std::int32_t UplinkCables::thinnest() const {
    std::int32_t out = 0;
    for (const auto* types : {&cores_, &pairs_})
        for (const CableType* type : *types)
            out = out == 0 ? type->diameter_um : std::min(out, type->diameter_um);
    return out;
}

std::vector<UplinkCable> UplinkCables::filled(const std::vector<const CableType*>& types, std::int32_t lit,
                                              std::int64_t wanted) {
    std::vector<UplinkCable> out;
    if (types.empty() || wanted <= 0)
        return out;
    while (wanted > 0) {
        const auto enough =
            std::find_if(types.begin(), types.end(), [&](const CableType* type) { return type->elements >= wanted; });
        const CableType* type = enough == types.end() ? types.back() : *enough;
        out.push_back({.type = type, .lit = std::min(lit, type->elements)});
        lit -= out.back().lit;
        wanted -= type->elements;
    }
    return out;
}

} // namespace riser
