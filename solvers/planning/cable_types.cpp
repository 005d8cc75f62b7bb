// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/cable_types.h"

#include <tuple>

namespace riser {

namespace {
constexpr std::int32_t usual_diameter = 7'000;
}

CableTypes::CableTypes(const Design& design) {
    for (const CableType& type : design.cable_types) {
        const bool fibre = is_fibre(type.category);
        if (fibre != (type.element == ElementUnit::core) || (!fibre && type.elements != 4))
            continue;
        const BillItem* item = design.find(type.bill_item);
        const bool cord = item && (item->measures == "cord" || item->measures.starts_with("cord:"));
        const CableType*& best = (cord ? cords_ : types_)[{type.category, fibre ? Screen::none : type.screen}];
        if (!best || std::tie(type.elements, type.code, type.id) < std::tie(best->elements, best->code, best->id))
            best = &type;
    }
}

const CableType* CableTypes::for_jack(const Jack& jack) const {
    const auto found = types_.find({jack.category, is_fibre(jack.category) ? Screen::none : jack.screen});
    return found == types_.end() ? nullptr : found->second;
}

const CableType* CableTypes::cord(Category category, Screen screen) const {
    for (const Screen wanted : {is_fibre(category) ? Screen::none : screen, Screen::none})
        if (const auto found = cords_.find({category, wanted}); found != cords_.end())
            return found->second;
    return nullptr;
}

std::int32_t CableTypes::diameter(const Jack& jack) const {
    const CableType* type = for_jack(jack);
    return type ? type->diameter_um : usual_diameter;
}

} // namespace riser
