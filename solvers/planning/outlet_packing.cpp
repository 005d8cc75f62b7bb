// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/outlet_packing.h"

#include <algorithm>

namespace riser {

void deal(const FaceplateWish& group, std::span<const KindCount> kinds, std::int32_t per_faceplate,
          std::vector<FaceplateWish>& out) {
    const std::size_t room_for = static_cast<std::size_t>(std::max(1, per_faceplate));
    std::vector<std::int32_t> dealt(kinds.size(), 0);
    std::vector<WantedJack> jacks;
    for (bool any = true; any;) {
        any = false;
        for (std::size_t k = 0; k < kinds.size(); ++k)
            if (dealt[k] < kinds[k].jacks) {
                jacks.push_back({.kind = kinds[k].kind, .key = kinds[k].stem + std::to_string(++dealt[k])});
                any = true;
            }
    }
    for (std::size_t first = 0, number = 1; first < jacks.size(); first += room_for, ++number) {
        FaceplateWish plate = group;
        plate.key = group.key + std::to_string(number);
        const std::size_t last = std::min(first + room_for, jacks.size());
        plate.jacks.assign(jacks.begin() + static_cast<std::ptrdiff_t>(first),
                           jacks.begin() + static_cast<std::ptrdiff_t>(last));
        out.push_back(std::move(plate));
    }
}

std::vector<std::vector<std::size_t>> work_places(std::span<const FaceplateWish* const> wishes) {
    // Runs of one plane, in the order given.
    std::vector<std::pair<std::size_t, std::size_t>> groups; // first, count
    for (std::size_t i = 0; i < wishes.size(); ++i)
        if (!groups.empty() && wishes[groups.back().first]->plane == wishes[i]->plane)
            ++groups.back().second;
        else
            groups.emplace_back(i, 1);
    std::size_t places = 0;
    for (const auto& [first, count] : groups)
        places = std::max(places, count);
    std::vector<std::vector<std::size_t>> out(places);
    for (const auto& [first, count] : groups)
        for (std::size_t i = 0; i < count; ++i)
            out[i * places / count].push_back(first + i);
    return out;
}

} // namespace riser
