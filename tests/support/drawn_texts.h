// SPDX-License-Identifier: GPL-3.0-or-later
// What every drawing must hold of its texts: none lies on another.
#pragma once

#include "exporters/drawings/drawing.h"

#include <string>
#include <vector>

namespace riser::test {

inline std::vector<const DrawingItem*> texts_of(const Drawing& sheet) {
    std::vector<const DrawingItem*> out;
    for (const DrawingItem& item : sheet.items)
        if (std::holds_alternative<TextShape>(item.shape))
            out.push_back(&item);
    return out;
}

// The first two texts that lie on each other, for the message; empty when none do. `compared` counts the pairs.
inline std::string overlapping_texts(const Drawing& sheet, std::size_t& compared) {
    const std::vector<const DrawingItem*> texts = texts_of(sheet);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j, ++compared)
            if (overlap(bounds(*texts[i]), bounds(*texts[j])))
                return std::get<TextShape>(texts[i]->shape).text + " | " + std::get<TextShape>(texts[j]->shape).text;
    return {};
}
inline std::string overlapping_texts(const Drawing& sheet) {
    std::size_t compared = 0;
    return overlapping_texts(sheet, compared);
}

} // namespace riser::test
