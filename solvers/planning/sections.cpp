// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/sections.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t divider_step = 10;  // mm: compartments are whole centimetres wide
constexpr double widest_compartment = 1e6; // mm: what asks for more fits nowhere all the same

bool smaller(const SectionStep& a, const SectionStep& b) {
    return std::tuple(std::int64_t{a.width} * a.height, a.width) <
           std::tuple(std::int64_t{b.width} * b.height, b.width);
}

} // namespace

Sections::Sections(const Design& design, const PlanesApart& apart, const SectionOptions& options)
    : design_(&design), apart_(&apart), options_(options) {
    for (const PathwayType& type : design.pathway_types)
        if (type.width.value > 0 && type.height.value > 0)
            catalogue_[type.kind].push_back({.type = type.id, .size = {type.width.value, type.height.value}});
    const auto defaults = [&](PathwayKind kind, const std::vector<SectionStep>& sizes) {
        std::vector<Step>& list = catalogue_[kind];
        if (list.empty())
            for (const SectionStep& size : sizes)
                list.push_back({.type = {}, .size = size});
    };
    defaults(PathwayKind::tray, options.trays);
    defaults(PathwayKind::trunking, options.trunkings);
    defaults(PathwayKind::conduit, options.conduits);
    for (auto& [kind, list] : catalogue_)
        std::stable_sort(list.begin(), list.end(),
                         [](const Step& a, const Step& b) { return smaller(a.size, b.size); });
}

std::vector<Sections::Step> Sections::steps(PathwayKind kind) const {
    const auto found = catalogue_.find(kind);
    if (found != catalogue_.end() && !found->second.empty())
        return found->second;
    // A shaft's ladder, and whatever has no sizes of its own, is made as trays are.
    return catalogue_.at(PathwayKind::tray);
}

double Sections::area_of(PathwayKind kind, Millimetres width, Millimetres height) {
    const double box = static_cast<double>(width.value) * height.value;
    return kind == PathwayKind::conduit ? box * std::numbers::pi / 4 : box;
}

double Sections::area_of_cables(std::int64_t diameters_squared) {
    return static_cast<double>(diameters_squared) * std::numbers::pi / 4 / 1e6;
}

Section Sections::smallest(PathwayKind kind, const SectionLoad& load, std::optional<BasisPoints> limit,
                           Millimetres least) const {
    const double share = std::max(1, (limit ? *limit : limit_of(kind)).value) / 10'000.0;
    // Planes that must be apart from another one here get a compartment each; the rest share one.
    std::map<std::optional<PlaneId>, double> parts; // area by plane of the compartment
    for (const auto& [plane, diameters] : load) {
        const bool own =
            std::any_of(load.begin(), load.end(), [&](const auto& other) { return apart_->apart(plane, other.first); });
        parts[own ? plane : std::nullopt] += area_of_cables(diameters);
    }
    double whole = 0;
    for (const auto& [plane, part] : parts)
        whole += part;
    if (kind == PathwayKind::conduit) {
        if (parts.size() <= 1)
            for (const Step& step : steps(kind))
                if (step.size.width >= least.value &&
                    whole <= area_of(kind, Millimetres(step.size.width), Millimetres(step.size.height)) * share)
                    return {.kind = kind,
                            .type = step.type,
                            .width = Millimetres(step.size.width),
                            .height = Millimetres(step.size.height),
                            .compartments = {},
                            .overfull = false};
        return smallest(PathwayKind::trunking, load, limit, least);
    }
    Section out{.kind = kind, .type = {}, .width = {}, .height = {}, .compartments = {}, .overfull = true};
    for (const Step& step : steps(kind)) {
        out.type = step.type;
        out.width = Millimetres(step.size.width);
        out.height = Millimetres(step.size.height);
        out.compartments.clear();
        std::int32_t needed = 0;
        std::size_t widest = 0;
        for (const auto& [plane, part] : parts) {
            RunCompartment compartment;
            const double exact = part / (share * step.size.height);
            const double steps_wide = std::ceil(std::min(exact, widest_compartment) / divider_step);
            compartment.width =
                Millimetres(std::max(divider_step, static_cast<std::int32_t>(steps_wide) * divider_step));
            compartment.height = out.height;
            compartment.plane = plane;
            if (const Plane* row = design_->find(plane); row && row->disclosure != Disclosure::secret)
                compartment.label = row->code;
            needed += compartment.width.value;
            out.compartments.push_back(std::move(compartment));
            if (out.compartments.back().width > out.compartments[widest].width)
                widest = out.compartments.size() - 1;
        }
        const bool fits =
            parts.size() > 1 ? needed <= step.size.width : whole <= area_of(kind, out.width, out.height) * share;
        if (parts.size() <= 1)
            out.compartments.clear();
        else if (fits)
            out.compartments[widest].width += Millimetres(step.size.width - needed);
        if (fits && step.size.width >= least.value) {
            out.overfull = false;
            break;
        }
        if (parts.size() > 1 && !fits) // the dividers must stand inside all the same
            out.compartments[widest].width -= std::min(out.compartments[widest].width - Millimetres(divider_step),
                                                       Millimetres(needed - step.size.width));
    }
    return out;
}

} // namespace riser
